import io
import pickle

import pandas as pd
import pytest
from attrs import evolve

import credtag
from credtag import CLAIMS, EVIDENCE, LINKS, SOURCES, InputError, schema
from credtag.labels import Category, Certainty, ZoneKind
from credtag.records import Caveat, Document, Source, Span, TaggedDocument

SCHEMAS = {"claims": CLAIMS, "links": LINKS, "sources": SOURCES, "evidence": EVIDENCE, "errors": schema.ERRORS}
TEXT = """The dam may fail, Mayor Ana Ruiz told Radio Lumen on Monday.

It rained all week. She denied that the town had been warned.

Veshnia Power declined to comment.

Photo: the dam, which engineer Teo Brandt said was safe.
"""


@pytest.fixture(scope="module")
def tagged():
    return credtag.tag(TEXT, publisher="The Harbour Post", doc_id="dam")


@pytest.fixture(scope="module")
def frames(tagged):
    return tagged.frames()


def test_the_columns_are_those_of_the_schemas(frames):
    for name, each in SCHEMAS.items():
        assert each.problems(getattr(frames, name)) == []


def test_confidence_is_ordered(frames):
    assert (frames.claims["confidence"] > "relayed").sum() == 2
    assert frames.claims.query("confidence <= 'hearsay'").empty


def test_a_claim_in_its_row(frames):
    row = frames.claims.set_index("claim_id").loc["dam#0-16"]
    assert row["chain"] == "The Harbour Post > Radio Lumen > Ana Ruiz"
    assert row["confidence"] == "direct"
    assert row["hops"] == 2
    assert row["hedges"] == "may"
    assert row["factuality"] == "possible"


def test_own_voice_has_no_source_and_is_unrated(frames):
    row = frames.claims[frames.claims["form"] == "narrated"].iloc[0]
    assert row["content"] == "It rained all week"
    assert pd.isna(row["source"])
    assert pd.isna(row["confidence"])
    assert row["chain"] == "The Harbour Post"


def test_a_refusal_to_comment_is_no_claim_but_evidence(frames):
    said = frames.evidence[frames.evidence["part"] == "no_comment"]
    assert said["text"].tolist() == ["declined to comment"]
    silent = frames.sources.set_index("source_id").loc[said["source_id"].iloc[0]]
    assert silent["name"] == "Veshnia Power"
    assert bool(silent["no_comment"])
    assert not frames.claims["content"].str.contains("comment").any()


def test_zones_are_article_or_all():
    with pytest.raises(credtag.InputError, match='zones must be "article" or "all"'):
        credtag.to_frames([], zones="some")


def test_no_document_gives_the_empty_schemas():
    frames = credtag.to_frames([])
    for name, each in SCHEMAS.items():
        pd.testing.assert_frame_equal(getattr(frames, name), each.empty())


def test_a_text_without_a_word_gives_no_claims():
    pd.testing.assert_frame_equal(credtag.tag("").frames().claims, CLAIMS.empty())


def test_to_frames_says_what_it_takes():
    with pytest.raises(credtag.InputError, match=r"not str \(at 0\)"):
        credtag.to_frames(["text"])


def test_a_lone_surrogate_is_replaced_and_offsets_stay():
    claims = credtag.tag("The \ud800 dam may fail, Ana Ruiz said.").frames().claims
    assert claims["content"].tolist() == ["The \ufffd dam may fail"]
    assert (claims["start"][0], claims["end"][0]) == (0, 18)


def same(left, right):
    for name in SCHEMAS:
        pd.testing.assert_frame_equal(getattr(left, name), getattr(right, name))


def test_parquet_and_back(frames, tmp_path):
    frames.to_parquet(tmp_path / "out")
    same(credtag.Frames.read_parquet(tmp_path / "out"), frames)
    credtag.to_frames([]).to_parquet(tmp_path / "none")
    same(credtag.Frames.read_parquet(tmp_path / "none"), credtag.to_frames([]))
    with pytest.raises(credtag.InputError, match="cannot read"):
        credtag.Frames.read_parquet(tmp_path)


@pytest.mark.parametrize("name", ["claims", "links", "sources", "evidence"])
def test_json_lines_and_csv_and_back(frames, name):
    frame, each = getattr(frames, name), SCHEMAS[name]
    lines = io.StringIO(frame.to_json(orient="records", lines=True))
    pd.testing.assert_frame_equal(each.coerce(pd.read_json(lines, lines=True, dtype=False)), frame)
    table = pd.read_csv(io.StringIO(frame.to_csv(index=False)), dtype=str, keep_default_na=False, na_values=[""])
    pd.testing.assert_frame_equal(each.coerce(table), frame)
    pd.testing.assert_frame_equal(frame.sample(frac=1, axis=1, random_state=1).credtag.coerce(), frame)


def test_only_the_article_is_shown_unless_all_zones_are_asked_for(tagged):
    inner = evolve(tagged.claims[1], inside=tagged.claims[0].claim_id)
    furniture = evolve(tagged.claims[0], zone=ZoneKind.FURNITURE)
    credit = evolve(tagged.claims[2], zone=ZoneKind.CREDIT)
    document = evolve(tagged, claims=(furniture, inner, credit, *tagged.claims[3:]))
    few, every = credtag.to_frames(document), credtag.to_frames(document, zones="all")
    assert len(every.claims) == len(document.claims)
    assert set(every.claims["zone"]) - set(few.claims["zone"]) == {"furniture", "credit"}
    assert every.claims["inside"][1] == every.claims["claim_id"][0]
    assert pd.isna(few.claims["inside"][0])


def test_a_caveat_of_a_claim_that_is_left_out_is_left_out(tagged):
    caveat = Caveat(Category.NOT_VERIFIED, Certainty.ASSERTED, Span(0, 3), attribution=0)
    furniture = evolve(tagged.claims[0], zone=ZoneKind.FURNITURE)
    document = evolve(tagged, claims=(furniture, *tagged.claims[1:]), caveats=(caveat,))
    assert "caveat" not in set(document.frames().evidence["part"])
    assert "caveat" in set(credtag.to_frames(document, zones="all").evidence["part"])


def test_the_caveat_of_a_source_is_one_row_and_a_reason_of_each_claim():
    text = "The state-run Veshnia News Agency said the dam leaks. The agency said the road was closed."
    found = credtag.tag(text, publisher="The Harbour Post")
    agency = next(s for s in found.sources if s.name and "Veshnia" in s.name)
    caveat = Caveat(Category.STATE_CONTROL, Certainty.ASSERTED, Span(4, 13), agency.source_id, None, "The Harbour Post")
    rows = evolve(found, caveats=(caveat,)).frames().evidence
    rows = rows[rows["part"] == "caveat"]
    assert rows["code"].tolist() == ["state_control"]
    assert rows["text"].tolist() == ["state-run"]
    assert rows["source_id"].tolist() == [agency.source_id]
    assert rows["claim_id"].isna().all()


def test_a_source_that_nothing_goes_through_is_left_out(tagged):
    bystander = Source("dam/s9", "Teo Brandt")
    frames = evolve(tagged, sources=(*tagged.sources, bystander)).frames()
    assert "Teo Brandt" not in set(frames.sources["name"])


def test_the_same_article_twice_gets_another_name(tagged):
    third = credtag.tag(TEXT, doc_id="dam.2")
    frames = credtag.to_frames([tagged, third, tagged, tagged])
    assert list(dict.fromkeys(frames.claims["doc_id"])) == ["dam", "dam.2", "dam.3", "dam.4"]
    assert frames.claims["claim_id"].is_unique
    assert frames.claims["claim_id"].str.split("#").str[0].tolist() == frames.claims["doc_id"].tolist()


def test_an_article_that_failed_is_listed_with_its_position(tagged):
    frames = credtag.to_frames(credtag.tag_all(["It rained.", b"It rained.", TEXT], on_error="record"))
    assert frames.errors["position"].tolist() == [1]
    assert "decode it first" in frames.errors["error"][0]
    assert frames.claims["doc_id"].nunique() == 2


@pytest.mark.parametrize("wrong", [None, "It rained.", 7, ["It rained."], [None]])
def test_what_is_not_tagged_is_an_input_error(wrong):
    with pytest.raises(InputError, match=r"to_frames takes what credtag\.tag gives, not"):
        credtag.to_frames(wrong)


def test_frames_say_where_they_come_from_and_are_picklable(frames):
    assert frames.claims.attrs["credtag"] == "claims 1"
    pd.testing.assert_frame_equal(pickle.loads(pickle.dumps(frames)).claims, frames.claims)


def test_an_empty_document_has_a_publisher_and_nothing_else():
    frames = credtag.tag("", publisher="The Harbour Post").frames()
    assert (len(frames.claims), len(frames.links), len(frames.evidence)) == (0, 0, 0)
    assert frames.sources["name"].tolist() == ["The Harbour Post"]
    assert credtag.to_frames(TaggedDocument(Document("d", "", ""))).sources.empty


def test_without_pyarrow_the_extra_is_named(frames, tmp_path, monkeypatch):
    monkeypatch.setattr("credtag.frames.find_spec", lambda _: None)
    with pytest.raises(credtag.MissingExtra, match=r'pip install "credtag\[parquet\]"'):
        frames.to_parquet(tmp_path)


def test_the_links_of_a_claim_go_from_publisher_to_origin(frames):
    links = frames.links[frames.links["claim_id"] == frames.claims["claim_id"][0]]
    assert links["hop"].tolist() == [0, 1, 2]
    assert links["role"].tolist() == ["publisher", "interviewer", "origin"]


def test_sources_count_the_claims_that_go_through_them(frames):
    claims = frames.sources.set_index("name")["claims"]
    assert claims["The Harbour Post"] == len(frames.claims)
    assert claims["Ana Ruiz"] == frames.links["name"].eq("Ana Ruiz").sum() >= 2


# --------------------------------------------------------------------------- frame in, frame out


ARTICLES = pd.DataFrame(
    {"body": ["The dam may fail, Ana Ruiz said.", "It rained."], "outlet": ["The Post", None], "id": ["a", "b"]}
)


def test_claims_of_a_frame():
    claims = credtag.claims(ARTICLES, text="body", doc_id="id", publisher="outlet")
    assert claims["claim_id"].tolist() == ["a#0-16", "b#0-9"]
    assert claims["publisher"].tolist()[:1] == ["The Post"]
    assert claims["publisher"].isna().tolist() == [False, True]
    assert CLAIMS.problems(claims) == []
    pd.testing.assert_frame_equal(ARTICLES.credtag.claims("body", doc_id="id", publisher="outlet"), claims)


def test_claims_of_an_empty_frame():
    pd.testing.assert_frame_equal(credtag.claims(ARTICLES[:0], text="body"), CLAIMS.empty())


@pytest.mark.parametrize("bad", [None, float("nan"), 7, b"bytes"])
def test_a_row_without_text_is_named_or_left_out(bad):
    articles = pd.DataFrame({"text": ["It rained.", bad]})
    with pytest.raises(credtag.InputError, match="article 1: text"):
        credtag.claims(articles)
    with pytest.warns(credtag.CredtagWarning, match="1 of 2 articles are left out"):
        assert len(credtag.claims(articles, on_error="record")) == 1


def test_claims_says_what_it_takes():
    with pytest.raises(credtag.InputError, match="no column 'text'; it has body, outlet, id"):
        credtag.claims(ARTICLES)
    with pytest.raises(credtag.InputError, match="takes a DataFrame, not str"):
        credtag.claims("text")


def test_the_accessor_is_there_for_any_frame_and_knows_its_own(frames):
    assert hasattr(pd.DataFrame({"x": [1]}), "credtag")
    assert frames.links.credtag.problems() == []
    with pytest.raises(credtag.SchemaError, match="none of credtag's schemas"):
        pd.DataFrame({"x": [1]}).credtag.problems()
