"""Whatever the text: nothing raises, ids are unique, and every resolution leads to a source."""

from hypothesis import given, settings
from hypothesis import strategies as st

from credtag.document import read
from credtag.records import Attribution, Occasion, Span, hull
from credtag.source import resolve

WORDS = st.sampled_from(
    [
        "Ana",
        "Sorin",
        "Mr.",
        "he",
        "She",
        "who",
        "we",
        "I",
        '"Yes"',
        "said",
        "the",
        "mayor",
        "of",
        "Belmar",
        ",",
        "and",
        "\n",
        ".",
        "Reuters",
        "AP",
        "(",
        ")",
        "'s",
        "Ministry",
        "sources",
        "The",
        "channel",
        "its",
        "John's",
        "U.S.",
        "--",
        "de",
        "al-Tresk",
        "May",
        "Attorney",
        "General",
        "one",
        "&",
        "/",
        "report",
        "by",
        "2014",
        "reportedly",
        "told",
        "declined",
        "to",
        "comment",
        "’",
        "“",
        "”",
        "\xa0",
        "😀",
        "\ud800",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join))


@st.composite
def articles(draw):
    text = draw(TEXTS)
    spans = st.builds(lambda a, b: Span(min(a, b), max(a, b) + 1), *[st.integers(0, max(len(text) - 1, 0))] * 2)
    found = []
    for k in range(draw(st.integers(0, 4)) if text else 0):
        source = (draw(spans),) if draw(st.booleans()) else ()
        occasion = Occasion(
            interviewer=draw(st.none() | spans),
            relays=tuple(draw(st.lists(spans, max_size=2))),
            reported=draw(st.none() | spans),
        )
        inside = draw(st.none() | st.integers(0, k - 1)) if k else None
        found.append(Attribution((draw(spans),), source=source, occasion=occasion, inside=inside))
    return text, found, draw(st.none() | st.text(max_size=8))


@settings(max_examples=150, deadline=None)
@given(articles())
def test_any_text_is_resolved(article):
    text, attributions, publisher = article
    sources = resolve(read(text, publisher=publisher, doc_id="a"), attributions)
    ids = [s.source_id for s in sources.entries]
    assert ids == [f"a/s{n}" for n in range(len(ids))]
    assert not publisher or sources.publisher.name == publisher
    assert all(r.source_id in ids for r in sources.resolutions)
    assert all(0 <= m.start < m.end <= len(text) for s in sources.entries for m in s.mentions)
    firsts = [s.mentions[0].start for s in sources.entries[1:] if s.mentions]
    assert firsts == sorted(firsts) or any(not s.mentions for s in sources.entries[1:])
    for found in attributions:
        assert sources.of(hull(found.source) if found.source else found.span) is not None


def test_time_grows_with_the_text():
    sentence = "Mayor Ana Sorin met Tresk, and the minister said that Sorin had told the agency so. He left. "
    document = read(sentence * 400, doc_id="a")
    found = [Attribution((Span(s.end - 10, s.end),), source=(Span(s.start, s.start + 5),)) for s in document.sentences]
    assert len(resolve(document, found).entries) > 1
