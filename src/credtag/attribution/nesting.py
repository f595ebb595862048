"""Attributions inside the contents of others, at any depth."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import field, frozen

from credtag.attribution import cues
from credtag.attribution.grammar import Reading
from credtag.attribution.raw import Raw
from credtag.labels import CueType
from credtag.records import Document, Span

_FIRST_PERSON = frozenset(("i", "we"))
_THIRD_PERSON = frozenset(("he", "she", "they", "it"))
_DEEPEST = 12

Extract = Callable[[Reading, Span | None], list[Raw]]


@frozen
class Nested:
    """A raw attribution and the index of the one whose content holds it."""

    raw: Raw
    inside: int | None = field(default=None)


def nest(reading: Reading, extract: Extract) -> list[Nested]:
    """Extract the outermost attributions, then those inside each content, outer before inner."""
    found: list[Nested] = []

    def add(raw: Raw, inside: int | None, depth: int) -> None:
        at = len(found)
        found.append(Nested(raw, inside))
        if depth >= _DEEPEST:
            return
        for piece in raw.content:
            for part in _interiors(reading.document, piece):
                for inner in extract(reading, part):
                    if not _same_act(reading.document, inner, raw) and inner.content != raw.content:
                        add(inner, at, depth + 1)

    for raw in extract(reading, None):
        add(raw, None, 0)
    return found


def _interiors(document: Document, piece: Span) -> Iterator[Span]:
    """Yield the stretches of a content to search: the words between its marks, its clauses, the quotations in it."""
    at = document.quotation_at(piece.start)
    if at is not None and any(p.start == piece.start and p.end == piece.end for p in document.quotations[at].parts):
        first, last = document.token_range(piece)
        if last - first > 4:
            yield Span(document.tokens[first + 1].start, document.tokens[last - 2].end)
        return
    yield piece
    first, last = document.token_range(piece)
    i = first
    while i < last:
        k = document.quotation_at(document.tokens[i].start)
        if k is None:
            i += 1
            continue
        part = next((p for p in document.quotations[k].parts if document.tokens[i].start in p), None)
        if part is None or not piece.covers(part):
            i += 1
            continue
        begin, end = document.token_range(part)
        if end - begin > 6:
            yield Span(document.tokens[begin + 1].start, document.tokens[end - 2].end)
        i = max(end, i + 1)


def _same_act(document: Document, inner: Raw, outer: Raw) -> bool:
    """Tell whether the inner cue only tones down the outer act: "I think", "said she felt"."""
    if not inner.cue or not inner.source:
        return not inner.cue
    if not any(
        entry.cue_type is CueType.BELIEF
        for i in range(*document.token_range(inner.cue[-1]))
        for form in cues.match(document.lowers, i, document.token_range(inner.cue[-1])[1])
        for entry in form.cues
    ):
        return False
    word = document.slice(inner.source[0]).lower()
    return word in _FIRST_PERSON or (word in _THIRD_PERSON and inner.source[0].start <= outer.content[0].start + 6)
