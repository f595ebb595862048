"""What holds for the frames of any text."""

import io

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import credtag
from credtag import CLAIMS, EVIDENCE, LINKS, SOURCES, confidence
from credtag.records import Span

WORDS = ["said", "told", "Mayor", "Ana", "Ruiz", "she", "they", "it", "that", "according", "to", "the", "ministry", "Radio", "Lumen", "reported", ",", ".", "?", ":", ";", '"', "“", "”", "‘", "’", "'", "(", ")\n--", "–", "reportedly", "could", "not", "be", "independently", "verified", "which", "is", "believed", "to", "have", "ties", "citing", "denied", "claimed", "“No,”", "“Yes.”\nofficials", "sources", "a", "report", "by", "Kompas", "channel", "dam", "leaks", "the", "outlet", "Teo", "Brandt", "in", "an", "interview", "with", "on", "Monday", "\n", "\n\n\nA", "message", "from", "Dear", "readers", "donate", "It", "rained", "did", "not", "comment", "3.5", "U.S.", "who", "had", "warned", "asked", "whether", "will"]
news = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
texts = news | st.text(max_size=200)
tagged_texts = st.builds(
    lambda text, publisher: credtag.tag(text, publisher=publisher, doc_id="d"),
    texts,
    st.sampled_from([None, "The Harbour Post", "Radio Lumen"]),
)
pytestmark = pytest.mark.filterwarnings("ignore::credtag.CredtagWarning")


def missing(values):
    return {v for v in values if not pd.isna(v)}


@settings(max_examples=150, deadline=None)
@given(tagged_texts)
def test_keys_and_references_and_spans(tagged):
    text = tagged.document.text
    frames = credtag.to_frames(tagged, zones="all")
    for schema, name in ((CLAIMS, "claims"), (LINKS, "links"), (SOURCES, "sources"), (EVIDENCE, "evidence")):
        assert schema.problems(getattr(frames, name)) == []
    claims, sources = set(frames.claims["claim_id"]), set(frames.sources["source_id"])
    assert missing(frames.claims["inside"]) | set(frames.links["claim_id"]) <= claims
    assert missing(frames.evidence["claim_id"]) <= claims
    for frame in (frames.claims, frames.links, frames.evidence):
        assert missing(frame["source_id"]) <= sources
    for frame in (frames.links, frames.evidence):
        placed = frame[frame["start"].notna()]
        for start, end, words in zip(placed["start"], placed["end"], placed["text"], strict=True):
            assert words == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text[start:end])
    hulls = frames.evidence[frames.evidence["part"] == "content"].groupby("claim_id", observed=True)
    for row in frames.claims.itertuples():
        pieces = hulls.get_group(row.claim_id)
        assert (row.start, row.end) == (pieces["start"].min(), pieces["end"].max())
    lengths = frames.links.groupby("claim_id", observed=True).size()
    assert (frames.claims["hops"].to_numpy() == lengths[frames.claims["claim_id"]].to_numpy() - 1).all()


@settings(max_examples=100, deadline=None)
@given(tagged_texts)
def test_chains_begin_with_the_publisher_and_reasons_replay_the_level(tagged):
    for claim in tagged.claims:
        assert claim.chain[0].role == "publisher"
        assert [link.role for link in claim.chain].count("publisher") == 1
        assert len(claim.chain) == 1 or claim.chain[-1].role == "origin"
        assert [link.role for link in claim.chain].count("origin") <= 1
        assert confidence.replay(claim.grade.reasons) is claim.grade.level
        assert 0 <= claim.attribution.score <= 1


@settings(max_examples=100, deadline=None)
@given(tagged_texts)
def test_claims_lie_inside_each_other_and_their_pieces_do_not_overlap(tagged):
    by_id = {claim.claim_id: claim for claim in tagged.claims}
    for claim in tagged.claims:
        pieces = claim.attribution.content
        assert all(a.end <= b.start for a, b in zip(pieces, pieces[1:], strict=False))
        if claim.inside:
            assert by_id[claim.inside].attribution.span.covers(claim.attribution.span)
        for span in (*pieces, *claim.attribution.cue, *claim.attribution.source):
            assert isinstance(span, Span)
            assert span.end <= len(tagged.document.text)


@settings(max_examples=60, deadline=None)
@given(tagged_texts)
def test_json_and_json_lines_give_the_same_back(tagged):
    assert credtag.from_json(credtag.to_json(tagged)) == tagged
    claims = tagged.frames().claims
    lines = io.StringIO(claims.to_json(orient="records", lines=True))
    read = pd.read_json(lines, lines=True, dtype=False) if len(claims) else claims
    pd.testing.assert_frame_equal(CLAIMS.coerce(read), claims)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_the_same_text_gives_the_same_result(text):
    assert credtag.tag(text) == credtag.tag(text)
