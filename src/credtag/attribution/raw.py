"""What span finding gives: a source, a cue and a content, before they are described."""

from __future__ import annotations

import re

from attrs import evolve, field, frozen

from credtag.attribution.network.certainty import Signs
from credtag.records import Document, Span

Range = tuple[int, int]  # tokens, half-open
_EDGE = re.compile(r"[\s,;]*")


@frozen
class Raw:
    """A source, a cue and a content as spans, with the construction that gave them.

    The network adds the probability that all three are right; ``signs`` is what it comes from.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    pattern: str = ""
    score: float | None = None
    signs: Signs | None = field(default=None, repr=False)


def trimmed(document: Document, raw: Raw) -> Raw:
    """Return an attribution without commas and blanks around the pieces of its content."""
    content = tuple(_inner(document, piece) for piece in raw.content)
    return raw if content == raw.content else evolve(raw, content=content)


def _inner(document: Document, piece: Span) -> Span:
    start, end = piece.start, piece.end
    found = _EDGE.match(document.normal, start, end)
    if found is not None and found.end() < end:
        start = found.end()
    while end - 1 > start and document.normal[end - 1] in " ,-":
        end -= 1
    return Span(start, end)


@frozen
class Found:
    """A raw attribution in tokens, half-open."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    pattern: str
