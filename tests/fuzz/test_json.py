"""A damaged JSON line is an InputError, or a document that everything else can read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credtag
from credtag import attribution, resources

TEXT = resources.path("examples/ferry_terminal.txt").read_text(encoding="utf-8")[:900]
TAGGED = credtag.Tagger(extract=attribution.by_rules).tag(TEXT, publisher="The Coastal Courier", doc_id="a")
RECORD = json.loads(credtag.to_json(TAGGED))
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2000),
    st.sampled_from([10**9, 10**30, -(10**30), 1e308, float("inf"), float("nan"), 0.5]),
    st.sampled_from(
        [
            "",
            "a",
            "a/s0",
            "a/s1",
            "body",
            "direct",
            "named",
            "\ud800",
            "\ud83d\ude00",
            "😀",
            "\x00",
            "F",
            "6",
            "1",
            "=1+1",
        ]
    ),
    st.text(st.characters(), max_size=5),
    st.sampled_from([[], {}, [[]], [{}], {"start": 0, "end": 1}, [{"start": 0, "end": 5}]]),
)


def places(value, path=()):
    """Yield the path of everything in a JSON value."""
    if path:
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield from places(each, (*path, key))


PLACES = list(places(RECORD))


@given(st.lists(st.tuples(st.sampled_from(PLACES), VALUES, st.booleans()), min_size=1, max_size=3))
@pytest.mark.filterwarnings("ignore::credtag.CredtagWarning")
def test_damaged_json(changes):
    record = json.loads(json.dumps(RECORD))
    for path, value, gone in changes:
        place = record
        try:
            for step in path[:-1]:
                place = place[step]
            if gone:
                del place[path[-1]]
            else:
                place[path[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away
    try:
        tagged = credtag.from_json(json.dumps(record))
    except credtag.InputError:
        return
    frames = credtag.to_frames(tagged, zones="all")
    assert len(frames.claims) == len(tagged.claims)
    credtag.show(tagged)
    for claim in tagged.claims[:2]:
        credtag.explain(tagged, claim.claim_id)
    credtag.to_json(tagged)
