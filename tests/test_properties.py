"""What holds of the frames of any article."""

import io
from collections import Counter
from itertools import pairwise

import pandas as pd
import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import credtag
from credtag import CLAIMS, EVIDENCE, LINKS, SOURCES
from credtag.confidence import replay
from credtag.labels import (
    Category,
    Certainty,
    Channel,
    CueType,
    Factuality,
    Form,
    Kind,
    Level,
    Naming,
    Polarity,
    Role,
    Stance,
    ZoneKind,
)
from credtag.records import Attribution, Caveat, Claim, Document, Grade, Link, Reason, Source, Span, TaggedDocument

SCHEMAS = {"claims": CLAIMS, "links": LINKS, "sources": SOURCES, "evidence": EVIDENCE}
CSV = {"dtype": str, "keep_default_na": False, "na_values": [""]}

# --------------------------------------------------------------------------- any tagged document

words = st.text(st.characters(), max_size=12)
names = st.one_of(st.sampled_from(["None", "NA", "nan", "True", "007", "1.0", '"', "a,b", "l1\nl2", "\ud800x"]), words)
characters = st.text(st.one_of(st.characters(), st.sampled_from("“”\n\r\t\ud800")), min_size=4, max_size=60)


def named(name):
    return name or None  # missing is None, never ""


def spans(length):
    pairs = st.lists(st.integers(0, length), min_size=2, max_size=2, unique=True)
    return pairs.map(lambda pair: Span(min(pair), max(pair)))


def some(span, least=0):
    """Return pieces in order that do not overlap."""

    def apart(found):
        kept = []
        for each in sorted(found):
            if not kept or each.start >= kept[-1].end:
                kept.append(each)
        return tuple(kept)

    return st.lists(span, min_size=least, max_size=3).map(apart)


@st.composite
def tagged_documents(draw):
    text = draw(characters)
    doc_id = draw(names.filter(bool))
    span = spans(len(text))
    document = Document(doc_id, text, text, publisher=named(draw(names)))
    sources = tuple(
        Source(
            f"{doc_id}/s{n}",
            named(draw(names)),
            draw(st.sampled_from(list(Kind))),
            draw(st.sampled_from(list(Naming))),
            named(draw(names)),
            named(draw(names)),
            reliability=draw(st.sampled_from("ABCDEF")),
            mentions=draw(some(span)),
            no_comment=draw(some(span)),
        )
        for n in range(draw(st.integers(1, 4)))
    )
    claims = []
    seen = Counter()
    for n in range(draw(st.integers(0, 4))):
        found = draw(attributions(span, n))
        plain = f"{doc_id}#{found.span.start}-{found.span.end}"
        seen[plain] += 1
        claims.append(
            Claim(
                plain if seen[plain] == 1 else f"{plain}.{seen[plain]}",
                found,
                draw(st.sampled_from(list(ZoneKind))),
                draw(chains(sources, span)),
                draw(grades(span)),
                None if found.inside is None else claims[found.inside].claim_id,
            )
        )
    caveats = draw(st.lists(any_caveat(span, sources, claims), max_size=3))
    return TaggedDocument(document, tuple(claims), sources, tuple(caveats))


@st.composite
def attributions(draw, span, n):
    return Attribution(
        content=draw(some(span, 1)),
        cue=draw(some(span)),
        source=draw(some(span)),
        form=draw(st.sampled_from(list(Form))),
        cue_type=draw(st.sampled_from(list(CueType))),
        stance=draw(st.sampled_from(list(Stance))),
        factuality=draw(st.sampled_from(list(Factuality))),
        polarity=draw(st.sampled_from(list(Polarity))),
        hedges=draw(some(span)),
        inside=draw(st.one_of(st.none(), st.integers(0, n - 1))) if n else None,
        score=draw(st.floats(0, 1, width=32)),
    )


@st.composite
def chains(draw, sources, span):
    first = Link(Role.PUBLISHER, sources[0].source_id, sources[0].name, channel=Channel.REPORT, stated=False)
    rest = [
        Link(
            Role.RELAY,
            draw(st.one_of(st.none(), st.sampled_from([s.source_id for s in sources]))),
            named(draw(names)),
            draw(st.sampled_from(list(Kind))),
            draw(st.sampled_from(list(Naming))),
            draw(st.sampled_from(list(Channel))),
            draw(st.booleans()),
            draw(st.one_of(st.none(), span)),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    return (first, *rest[:-1], evolve(rest[-1], role=Role.ORIGIN)) if rest else (first,)


@st.composite
def grades(draw, span):
    effects = st.sampled_from(["base 4", "base 2", "cap 3", "cap 0", "step -1", "none"])
    reasons = st.builds(Reason, st.sampled_from(["named", "distance"]), effects, st.one_of(st.none(), span))
    found = tuple(draw(st.lists(reasons, max_size=4)))
    return Grade(replay(found), found, draw(st.sampled_from("ABCDEF")), draw(st.sampled_from("123456")), "1")


def any_caveat(span, sources, claims):
    of_source = st.sampled_from([s.source_id for s in sources])
    owner = st.tuples(of_source, st.none())
    if claims:
        owner |= st.tuples(st.none(), st.integers(0, len(claims) - 1))
    return st.builds(
        lambda category, certainty, at, whose, by: Caveat(category, certainty, at, *whose, asserted_by=named(by)),
        st.sampled_from(list(Category)),
        st.sampled_from(list(Certainty)),
        span,
        owner,
        names,
    )


# Words that matter to the rules, in any order, and noise.
NEWS = [
    "said",
    "told",
    "Mayor",
    "Ana",
    "Ruiz",
    "she",
    "they",
    "it",
    "that",
    "according",
    "to",
    "the",
    "ministry",
    "Radio",
    "Lumen",
    "reported",
    ",",
    ".",
    "?",
    ":",
    ";",
    '"',
    "“",
    "”",
    "‘",
    "’",
    "'",
    "(",
    ")\n--",
    "–",
    "reportedly",
    "could",
    "not",
    "be",
    "independently",
    "verified",
    "which",
    "is",
    "believed",
    "to",
    "have",
    "ties",
    "citing",
    "denied",
    "claimed",
    "“No,”",
    "“Yes.”\nofficials",
    "sources",
    "a",
    "report",
    "by",
    "Kompas",
    "channel",
    "dam",
    "leaks",
    "the",
    "outlet",
    "Teo",
    "Brandt",
    "in",
    "an",
    "interview",
    "with",
    "on",
    "Monday",
    "\n",
    "\n\n\nA",
    "message",
    "from",
    "Dear",
    "readers",
    "donate",
    "It",
    "rained",
    "did",
    "not",
    "comment",
    "3.5",
    "U.S.",
    "who",
    "had",
    "warned",
    "asked",
    "whether",
    "will",
]
news = st.lists(st.sampled_from(NEWS), max_size=60).map(" ".join)
texts = news | st.text(max_size=200)
tagged_texts = st.builds(
    lambda text, publisher: credtag.tag(text, publisher=publisher, doc_id="d"),
    texts,
    st.sampled_from([None, "The Harbour Post", "Radio Lumen"]),
)
both = st.one_of(tagged_documents(), tagged_texts)
pytestmark = pytest.mark.filterwarnings("ignore::credtag.CredtagWarning")
many = settings(max_examples=25, suppress_health_check=list(HealthCheck))


def seen(text):
    """Return text as a frame holds it: without halves of characters, which pandas has no room for."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


# --------------------------------------------------------------------------- the properties


@many
@given(st.lists(both, max_size=3), st.sampled_from(["article", "all"]))
def test_frames_fit_their_schemas_and_keys_are_unique(tagged, zones):
    tagged = [*tagged, *tagged[:1]]  # the same article twice
    frames = credtag.to_frames(tagged, zones=zones)
    for name, schema in SCHEMAS.items():
        assert schema.problems(getattr(frames, name)) == []
        assert isinstance(getattr(frames, name).index, pd.RangeIndex)


@many
@given(st.lists(both, max_size=3), st.sampled_from(["article", "all"]))
def test_every_reference_leads_somewhere(tagged, zones):
    frames = credtag.to_frames(tagged, zones=zones)
    claims, sources = set(frames.claims["claim_id"]), set(frames.sources["source_id"])
    for column, known in (("claim_id", claims), ("source_id", sources)):
        for frame in (frames.claims, frames.links, frames.evidence):
            assert set(frame[column].dropna()) <= known
    assert set(frames.claims["inside"].dropna()) <= claims
    assert set(frames.links["claim_id"]) == claims
    documents = {one for frame in (frames.claims, frames.links, frames.evidence) for one in frame["doc_id"]}
    assert documents <= set(frames.sources["doc_id"])


@many
@given(both)
def test_every_span_is_the_text_at_its_offsets(tagged):
    frames = credtag.to_frames(tagged, zones="all")
    text = tagged.document.text
    for frame in (frames.links, frames.evidence):
        for start, end, written in frame[["start", "end", "text"]].dropna().itertuples(index=False):
            assert written == seen(text[start:end])
        assert frame["text"].isna().equals(frame["start"].isna())
    for part, joint, column in (("content", " … ", "content"), ("cue", " … ", "cue"), ("hedge", ";", "hedges")):
        pieces = frames.evidence[frames.evidence["part"] == part].groupby("claim_id")["text"].agg(joint.join)
        whole = frames.claims.set_index("claim_id")[column].dropna()
        assert whole.to_dict() == pieces.to_dict()


@many
@given(both)
def test_replaying_the_reasons_gives_the_level(tagged):
    frames = credtag.to_frames(tagged, zones="all")
    reasons = frames.evidence[frames.evidence["part"] == "reason"]
    for claim_id, level in frames.claims[["claim_id", "confidence"]].itertuples(index=False):
        rows = reasons[reasons["claim_id"] == claim_id]
        steps = [Reason(code, effect) for code, effect in zip(rows["code"], rows["effect"], strict=True)]
        assert replay(steps) == (None if pd.isna(level) else Level(level))


@many
@given(both)
def test_hops_count_the_links_behind_the_publisher(tagged):
    frames = credtag.to_frames(tagged, zones="all")
    counted = frames.links.groupby("claim_id").size() - 1
    assert frames.claims.set_index("claim_id")["hops"].to_dict() == counted.to_dict()
    for _, links in frames.links.groupby("claim_id"):
        assert list(links["hop"]) == list(range(len(links)))
        assert list(links["role"] == "publisher") == [hop == 0 for hop in links["hop"]]


def test_no_documents_give_the_empty_schemas():
    frames = credtag.to_frames([])
    for name, schema in SCHEMAS.items():
        pd.testing.assert_frame_equal(getattr(frames, name), schema.empty())


def through_csv(frame):
    table = frame.to_csv(index=False, lineterminator="\r\n")
    assume("\0" not in table)  # before its version 3, pandas reads CSV only up to a zero byte
    return pd.read_csv(io.StringIO(table, newline=""), **CSV)


def through_json(frame):
    lines = frame.to_json(orient="records", lines=True, double_precision=15)
    if not lines.strip():
        return pd.DataFrame(columns=frame.columns)
    return pd.read_json(io.StringIO(lines), lines=True, dtype=False)


@pytest.mark.parametrize("through", [through_csv, through_json])
@many
@given(st.lists(both, max_size=2))
def test_a_round_trip_through_text_changes_nothing(through, tagged):
    frames = credtag.to_frames(tagged, zones="all")
    for name, schema in SCHEMAS.items():
        frame = getattr(frames, name)
        pd.testing.assert_frame_equal(schema.coerce(through(frame)), frame)


@settings(many, max_examples=10)
@given(tagged=st.lists(both, max_size=2))
def test_a_round_trip_through_parquet_changes_nothing(tmp_path_factory, tagged):
    pytest.importorskip("pyarrow")
    folder = tmp_path_factory.mktemp("frames")
    frames = credtag.to_frames(tagged, zones="all")
    frames.to_parquet(folder)
    back = credtag.Frames.read_parquet(folder)
    for name in (*SCHEMAS, "errors"):
        pd.testing.assert_frame_equal(getattr(back, name), getattr(frames, name))


@many
@given(both)
def test_json_is_lossless(tagged):
    assert credtag.from_json(credtag.to_json(tagged)) == tagged


@many
@given(both)
def test_every_claim_is_explained(tagged):
    for claim in tagged.claims:
        assert "not whether it is true" in credtag.explain(tagged, claim.claim_id)


@many
@given(texts, texts)
def test_tagging_is_the_same_every_time(one, other):
    first = credtag.to_json(credtag.tag(one))
    credtag.tag(other)
    assert credtag.to_json(credtag.tag(one)) == first


@many
@given(tagged_texts)
def test_chains_begin_with_the_publisher_and_reasons_replay_the_level(tagged):
    for claim in tagged.claims:
        assert claim.chain[0].role == "publisher"
        assert [link.role for link in claim.chain].count("publisher") == 1
        assert len(claim.chain) == 1 or claim.chain[-1].role == "origin"
        assert [link.role for link in claim.chain].count("origin") <= 1
        assert replay(claim.grade.reasons) is claim.grade.level
        assert 0 <= claim.attribution.score <= 1


@many
@given(tagged_texts)
def test_claims_lie_inside_each_other_and_their_pieces_do_not_overlap(tagged):
    by_id = {claim.claim_id: claim for claim in tagged.claims}
    for claim in tagged.claims:
        pieces = claim.attribution.content
        assert all(a.end <= b.start for a, b in pairwise(pieces))
        if claim.inside:
            assert by_id[claim.inside].attribution.span.covers(claim.attribution.span)
        for span in (*pieces, *claim.attribution.cue, *claim.attribution.source):
            assert isinstance(span, Span)
            assert span.end <= len(tagged.document.text)
