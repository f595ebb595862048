"""What span finding gives: a source, a cue and a content, before they are described."""

from __future__ import annotations

from attrs import field, frozen

from credtag.attribution.certainty import Signs
from credtag.records import Span

Range = tuple[int, int]  # tokens, half-open


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


@frozen
class Found:
    """A raw attribution in tokens, half-open."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    pattern: str
