"""No text makes credtag raise, and whatever it finds holds together: arbitrary text, and articles that are damaged."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credtag
from credtag import attribution, resources
from credtag.confidence import replay
from credtag.schema import CLAIMS, EVIDENCE, LINKS, SOURCES

pytestmark = pytest.mark.filterwarnings("ignore::credtag.CredtagWarning")

RULES = credtag.Tagger(extract=attribution.by_rules)
NETWORK = credtag.Tagger()
SCHEMAS = {"claims": CLAIMS, "links": LINKS, "sources": SOURCES, "evidence": EVIDENCE}
PAGES = [
    *sorted((Path(__file__).parents[1] / "articles").glob("*.txt")),
    *sorted(resources.path("examples").glob("*.txt")),
]
ARTICLES = [path.read_bytes().decode("utf-8") for path in PAGES]

# --------------------------------------------------------------------------- texts

MARKS = "\"'“”‘’«»„‚‹›`.,;:!?-–—…()[]{} \n\r\t\x00\u00ad\u200b\u202e\u0301\ud800\udc00\udfff😀1Aaé"
WORDS = (
    "''|``|. |, | said| said that | told | denied | according to |citing | he | She | it | they | who | which | that |the |"
    "Ana Sorin|Mayor |Reuters|the army|reportedly |on condition of anonymity |could not be independently verified|state-run |"
    "did not |believed to have links to the security services|declined to comment|MARN (Reuters) - |By Jana Holm\n|\n\n|\r\n|"
    "Dear readers,\n|Please donate. Support us.\n|Related stories\n|Photo: |10:40 a.m.\n|ANA: |Q: |A: |(WARNING: x)|(left) |"
    "appears to show | to show |Said |without evidence |, citing three officials|because |accused by |of stealing |claims that |"
    "investigating |seeking |on Monday |in an email |, referring to |no group |Photo: x / Reuters\n|Sign up\n|"
    "could|would|will fall|report by |his|her |TBN |Canal 35|told |'s |A&B|(AFS)|The clerk|a spokesman for |interview |with |from |"
    "Dr. |one of |if |that|not|no|there was |lie|widow |brother|and|but |, a convicted fraudster"
)
FRAGMENTS = st.sampled_from([*MARKS, *WORDS.split("|")])
ANY_TEXT = st.text(st.characters(), max_size=200)
MADE_TEXT = st.lists(FRAGMENTS, max_size=80).map("".join)


@st.composite
def damaged(draw):
    """Return a stretch of an article after some accidents: cuts, repeats, swaps, other marks, things put in."""
    text = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + draw(st.integers(1, 700))]
    for _ in range(draw(st.integers(1, 8))):
        a, b = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        match draw(st.sampled_from(["cut", "repeat", "swap", "put", "upper", "lower", "lines", "spaces", "plain"])):
            case "cut":
                text = text[:a] + text[a + min(b - a, 40) :]
            case "repeat":
                text = text[:b] + text[a:b][:200] + text[b:]
            case "swap":
                text = text[b:] + text[a:b] + text[:a]
            case "put":
                text = text[:a] + draw(st.one_of(FRAGMENTS, st.text(st.characters(), max_size=5))) + text[a:]
            case "upper":
                text = text[:a] + text[a:b].upper() + text[b:]
            case "lower":
                text = text[:a] + text[a:b].lower() + text[b:]
            case "lines":
                text = text[:a] + text[a:b].replace(" ", draw(st.sampled_from("\n\t\r")), 9) + text[b:]
            case "spaces":
                text = text[:a] + text[a:b].replace(" ", "") + text[b:]
            case "plain":
                text = text.replace("“", draw(st.sampled_from(["'", '"', "``", "«"])))
    return text[:1500]


# --------------------------------------------------------------------------- what holds


def plain(text):
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def holds(tagged):
    """Check a tagged document."""
    zones, length = tagged.document.zones, len(tagged.document.text)
    assert [zone.span.start for zone in zones] == [0, *(zone.span.end for zone in zones)][: len(zones)]
    assert (zones[-1].span.end if zones else 0) == length
    ids = {claim.claim_id for claim in tagged.claims}
    sources = {source.source_id for source in tagged.sources}
    assert len(ids) == len(tagged.claims)
    assert len(sources) == len(tagged.sources)
    for claim in tagged.claims:
        assert claim.inside is None or claim.inside in ids
        assert claim.chain[0].role == "publisher"
        assert {link.source_id for link in claim.chain} - {None} <= sources
        assert replay(claim.grade.reasons) is claim.grade.level
        assert all(a.end <= b.start for a, b in pairwise(claim.attribution.content))
        assert 0 <= claim.attribution.score <= 1
        assert claim.attribution.span.end <= length
    assert credtag.from_json(credtag.to_json(tagged)) == tagged


def holds_in_frames(documents):
    """Check the frames of several documents, whose places in the list are their names."""
    frames = credtag.to_frames(documents, zones="all")
    for name, schema in SCHEMAS.items():
        assert schema.problems(getattr(frames, name)) == []
    assert len(frames.claims) == sum(len(tagged.claims) for tagged in documents)
    assert set(frames.links["claim_id"]) == set(frames.claims["claim_id"])
    assert set(frames.links["source_id"].dropna()) <= set(frames.sources["source_id"])
    last = frames.links.groupby("claim_id", observed=True, sort=False)["hop"].max()
    assert last.to_dict() == dict(zip(frames.claims["claim_id"], frames.claims["hops"], strict=True))
    spans = frames.evidence[["doc_id", "start", "end", "text"]].dropna()
    for doc_id, start, end, words in spans.itertuples(index=False):
        assert words == plain(documents[int(doc_id)].document.text[start:end])


def check(tagger, texts):
    documents = [tagger.tag(text, doc_id=str(n)) for n, text in enumerate(texts)]
    for tagged in documents:
        holds(tagged)
    holds_in_frames(documents)


def five(texts):
    return st.lists(texts, min_size=5, max_size=5)  # one look at the frames for all costs less


@pytest.mark.parametrize(
    "text",
    [
        "They feared it could",
        "Ana Sorin thinks they according",
        "A report by that clerk fell. The report by that",
        'Dr. Ana "Marn',
    ],
)
def test_a_text_may_break_off_anywhere(text):
    check(RULES, [text[:end] for end in range(len(text) + 1)])


@given(five(ANY_TEXT))
def test_arbitrary_text(texts):
    check(RULES, texts)


@given(five(MADE_TEXT))
def test_text_made_of_what_is_read(texts):
    check(RULES, texts)


@given(five(damaged()))
def test_damaged_articles(texts):
    check(RULES, texts)


@given(st.one_of(MADE_TEXT, damaged()))
def test_the_network(text):
    check(NETWORK, [text])
