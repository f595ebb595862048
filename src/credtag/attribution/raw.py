"""What span finding gives: a source, a cue and a content, before they are described."""

from __future__ import annotations

from attrs import frozen

from credtag.records import Span

Range = tuple[int, int]  # tokens, half-open


@frozen
class Raw:
    """A source, a cue and a content as spans, with the construction that gave them."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    pattern: str = ""


@frozen
class Found:
    """A raw attribution in tokens, half-open."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    pattern: str
