from __future__ import annotations

import re

import pytest

from credtag.attribution.constructions.deeds import unsaid
from credtag.attribution.raw import Raw
from credtag.document import read
from credtag.records import Span
from credtag.resources import table

ROWS = list(table("lexicon/deeds.tsv"))


def raw(text: str, source: str, cue: str, content: str) -> Raw:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Raw((span(content),), (span(cue),), (span(source),) if source else ())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["words"].split()[0])
def test_each_word_tells_of_a_deed_or_a_sight(row):
    found = re.search(
        rf"(?P<source>.+?) (?P<cue>\S*\b(?:{'|'.join(row['words'].split())})\b(?: (?:of|in|with|on|against|about|to))?) "
        r"(?P<content>.+)\.",
        row["example"],
    )
    assert found is not None
    assert unsaid(read(row["example"]), raw(row["example"], found["source"], found["cue"], found["content"]))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("The mayor signed the contract.", "The mayor", "signed", "the contract", True),
        ("The mayor praised the contract.", "The mayor", "praised", "the contract", False),
        ("The council voted to close the pier.", "The council", "voted", "to close the pier", False),
        ("A Kompas reporter saw two boats.", "A Kompas reporter", "saw", "two boats", False),
        ("The baker saw two boats.", "The baker", "saw", "two boats", True),
        ("The baker learned that the pier was shut.", "The baker", "learned", "that the pier was shut", False),
        ("You can see why the pier is shut.", "You", "can see", "why the pier is shut", True),
        ("Don't forget that the pier is shut.", "", "Don't forget", "that the pier is shut", True),
        ("Don't panic, the mayor said.", "the mayor", "said", "Don't panic", False),
        ("It has a campaign film mocking the mayor.", "It", "has a campaign film mocking", "the mayor", False),
    ],
)
def test_what_is_done_seen_or_thought_by_anybody_is_no_report(text, source, cue, content, expected):
    assert unsaid(read(text), raw(text, source, cue, content)) is expected
