"""Find the remarks of an article: where a pattern of caveats fires, and in which sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from credtag.caveats.lexicon import Row, fitting, triggers
from credtag.labels import ZoneKind
from credtag.records import Document, Span

_GROUPS = ("about", "agent", "seems", "verb")
_ZONES = frozenset((ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION))


class Remark(NamedTuple):
    """A row that fires, where, and in which sentence."""

    row: Row
    words: Span
    sentence: Span
    about: str | None  # whom the caveat must be about to matter: "a former aide to Marn"
    agent: str | None  # who says so: "which the council denies"
    seems: str | None  # what makes it unsure: "appear to contradict"
    verb: str | None  # what is said not to be so: "has not left"


def remarks(document: Document) -> Iterator[Remark]:
    """Yield the remarks of an article, sentence by sentence."""
    for number, called in sorted(_called(document).items()):
        sentence = document.sentences[number]
        if document.zone_at(sentence.start) not in _ZONES:
            continue
        text = document.normal[sentence.start : sentence.end]
        words_of = _words(document, sentence)
        for row in fitting(called):
            if row.needs and row.needs.isdisjoint(words_of):
                continue
            for match in row.pattern.finditer(text):
                end = match.end() - (match.end() == len(text) and text[-1] == ".")
                words = Span(sentence.start + match.start(), sentence.start + end)
                yield Remark(row, words, sentence, *map(match.groupdict().get, _GROUPS))


def _words(document: Document, sentence: Span) -> frozenset[str]:
    """Return the words of a sentence, and those behind a hyphen."""
    first, last = document.token_range(sentence)
    words = document.lowers[first:last]
    return frozenset((*words, *(word.rpartition("-")[2] for word in words if "-" in word)))


def _called(document: Document) -> dict[int, set[str]]:
    """Return the words of each sentence that call for a row: whole, or behind a hyphen."""
    called: dict[int, set[str]] = {}
    known = triggers()
    for i, word in enumerate(document.lowers):
        tail = word if word in known else word.rpartition("-")[2] if "-" in word else ""
        if word.startswith("pro-"):
            tail = "pro"
        if tail in known:
            number = document.sentence_at(document.tokens.starts[i])
            if number is not None:
                called.setdefault(number, set()).add(tail)
    return called
