"""The component works in a blank pipeline, on disk, in processes, and says what its documents cannot hold."""

import subprocess
import sys

import pytest
import spacy
from spacy.tokens import DocBin

import credtag
from credtag import attribution

TEXT = """“It holds,” Mayor Ana Ruiz told Radio Lumen. “Nobody asked us,” she said, “and nobody will.”

A pre-2030 report said the pumps leak; sources said Ruiz knew. It rained on Monday.
"""


def pipeline(publisher="The Harbour Post"):
    nlp = spacy.blank("en")
    nlp.add_pipe("credtag", config={"publisher": publisher})
    return nlp


@pytest.fixture(scope="module")
def nlp():
    return pipeline()


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(TEXT)


def test_spacy_finds_the_component_by_its_entry_point():
    code = "import spacy; spacy.blank('en').add_pipe('credtag'); print('found')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout == "found\n"


def test_the_document_carries_what_credtag_found(doc):
    assert doc._.credtag == credtag.tag(TEXT, publisher="The Harbour Post")


def test_the_groups_have_the_spans_of_the_frames(doc):
    frames = doc._.credtag.frames()
    evidence = frames.evidence.dropna(subset=["claim_id"])
    for group, part in (("claims", "content"), ("sources", "source"), ("cues", "cue")):
        rows = evidence[evidence["part"] == part]
        found = sorted((span.id_, span.start_char, span.end_char) for span in doc.spans[group])
        assert found == sorted(zip(rows["claim_id"], rows["start"], rows["end"], strict=True))
        assert found


def test_labels_and_ids_are_those_of_the_frames(doc):
    claims = doc._.credtag.frames().claims.set_index("claim_id")
    levels = claims["confidence"].astype(object).fillna("unrated")
    assert [span.label_ for span in doc.spans["claims"]] == [levels[span.id_] for span in doc.spans["claims"]]
    assert {"direct", "unrated"} <= {span.label_ for span in doc.spans["claims"]}
    for span in doc.spans["sources"]:
        assert span.label_ == claims["source_kind"][span.id_]
        assert span.kb_id_ == claims["source_id"].fillna("")[span.id_]
    assert {span.label_ for span in doc.spans["cues"]} == set(claims.dropna(subset=["cue"])["cue_type"])


def test_a_claim_in_two_pieces_is_two_spans(doc):
    pieces = [span.text for span in doc.spans["claims"] if span.text in ("“Nobody asked us,”", "“and nobody will.”")]
    assert len(pieces) == 2


def test_a_span_inside_a_token_is_widened_to_the_token():
    nlp = pipeline()
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)  # at spaces only, so that marks stick to words
    doc = nlp("“It holds,” Ana Ruiz said.")
    assert [span.text for span in doc.spans["claims"]] == ["“It holds,”"]
    assert [span.text for span in doc.spans["cues"]] == ["said."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "🌧️ “It rained,” Ana Ruiz said.", "said " * 50])
def test_any_text_goes_through(nlp, text):
    doc = nlp(text)
    assert doc._.credtag.document.text == text
    assert set(doc.spans) == {"claims", "sources", "cues"}


def test_each_article_may_say_who_published_it(nlp):
    doc = nlp.make_doc(TEXT)
    doc.user_data["credtag"] = {"publisher": "The Belmar Echo", "doc_id": "d7", "url": "https://echo.example/7"}
    document = nlp(doc)._.credtag.document
    assert (document.publisher, document.doc_id, document.url) == ("The Belmar Echo", "d7", "https://echo.example/7")


@pytest.mark.parametrize(
    ("about", "wrong"), [({"paper": "Echo"}, "'paper'"), ({"text": "It rained."}, "'text'"), ("The Echo", "str")]
)
def test_what_is_said_of_an_article_in_vain_is_named(nlp, about, wrong):
    doc = nlp.make_doc(TEXT)
    doc.user_data["credtag"] = about
    with pytest.raises(
        credtag.InputError, match=rf'doc\.user_data\["credtag"\] is a mapping with the keys .*, not {wrong}'
    ):
        nlp(doc)


def test_a_document_that_credtag_has_not_seen_has_no_result(nlp):
    assert nlp.make_doc(TEXT)._.credtag is None


def test_the_tagger_can_be_changed():
    nlp = pipeline()
    nlp.get_pipe("credtag").tagger = credtag.Tagger(extract=attribution.by_rules)
    assert nlp(TEXT)._.credtag == credtag.Tagger(extract=attribution.by_rules).tag(TEXT, publisher="The Harbour Post")


def test_a_pipeline_comes_back_from_disk(nlp, doc, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline")(TEXT)._.credtag == doc._.credtag


def test_documents_come_back_from_bytes_and_from_processes(nlp, doc):
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    texts = [TEXT, "It rained, Ana Ruiz said."]
    piped = list(nlp.pipe(texts, n_process=2, batch_size=1))
    for found in (back, piped[0]):
        assert found._.credtag == doc._.credtag
        assert [(s.text, s.label_, s.id_) for s in found.spans["claims"]] == [
            (s.text, s.label_, s.id_) for s in doc.spans["claims"]
        ]
    assert piped[1]._.credtag.frames().claims["source"].tolist() == ["Ana Ruiz"]


def test_without_spacy_the_extra_is_named():
    code = "import sys; sys.modules['spacy'] = None; import credtag\ntry: import credtag.component\nexcept credtag.MissingExtra as e: print(e)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout == 'the pipeline component needs spaCy: pip install "credtag[spacy]"\n'
