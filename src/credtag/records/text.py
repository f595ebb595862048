"""A text taken apart, and the spans that all records are made of."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, total_ordering
from itertools import chain
from typing import overload

from attrs import field, frozen

from credtag.labels import ZoneKind

SOFT_HYPHEN = "\u00ad"  # in a normal form: something without width inside a word


@total_ordering
@frozen
class Span:
    """A half-open stretch of the text, in code points; spans are in the order of their starts, then of their ends."""

    start: int
    end: int = field()

    @end.validator
    def _in_order(self, _: object, end: int) -> None:
        # One check for both: an article has thousands of spans.
        if not (type(self.start) is int and type(end) is int and 0 <= self.start < end):
            raise ValueError(f"a span needs whole numbers with 0 <= start < end, not [{self.start!r}, {end!r})")

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)  # several times as quick as what attrs writes

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        return Span, (self.start, self.end)  # quicker than what attrs writes

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether *other* lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether this span shares a character with *other*."""
        return self.start < other.end and other.start < self.end


def hull(spans: Sequence[Span]) -> Span:
    """Return the smallest span that covers all of *spans*."""
    if len(spans) == 1:
        return spans[0]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


class Spans(Sequence[Span]):
    """Spans in the order of the text, held as two columns of numbers: a long text has a million tokens.

    Example:
        >>> words = Spans([(0, 2), (3, 9)])
        >>> words[1], len(words)
        (Span(start=3, end=9), 2)
    """

    __slots__ = ("ends", "starts")

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        edges = array("q", chain.from_iterable(pairs))
        self.starts, self.ends = edges[::2], edges[1::2]

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, i: int) -> Span: ...
    @overload
    def __getitem__(self, i: slice) -> Sequence[Span]: ...
    def __getitem__(self, i: int | slice) -> Span | Sequence[Span]:
        if isinstance(i, slice):
            return tuple(map(Span, self.starts[i], self.ends[i]))
        return Span(self.starts[i], self.ends[i])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Spans):
            return NotImplemented
        return self.starts == other.starts and self.ends == other.ends

    def __hash__(self) -> int:
        return hash((len(self), *self.starts[:1], *self.ends[-1:]))

    def __repr__(self) -> str:
        return f"Spans({list(zip(self.starts, self.ends, strict=True))})"


@frozen
class Zone:
    """A part of the article; the zones of a document tile its text."""

    kind: ZoneKind
    span: Span


@frozen
class Found:
    """Where the text itself gives a piece of metadata that the caller did not: publisher, published or authors."""

    name: str
    span: Span


@frozen
class Quotation:
    """Words between a pair of quotation marks, marks included.

    A quotation that is opened anew at each paragraph has a part for each. One that is never closed ends with its
    paragraph and has ``closed`` false.
    """

    parts: tuple[Span, ...]
    closed: bool = True

    @property
    def span(self) -> Span:
        """The stretch from the first opening to the last closing mark."""
        return Span(self.parts[0].start, self.parts[-1].end)


def _at(spans: Sequence[Span], starts: Sequence[int], offset: int) -> int | None:
    i = bisect_right(starts, offset) - 1
    return i if i >= 0 and offset < spans[i].end else None


@frozen
class Document:
    """A text taken apart: zones, paragraphs, sentences, tokens and quotations, in the order of the text.

    Metadata that the caller gave is as given; what ``found`` lists was read off the text.
    """

    doc_id: str
    text: str
    normal: str = field(repr=False)  # the text with quotes, dashes and spaces made plain, length kept
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = field(default=(), repr=False)
    paragraphs: tuple[Span, ...] = field(default=(), repr=False)
    sentences: tuple[Span, ...] = field(default=(), repr=False)
    tokens: Spans = field(factory=Spans, repr=False)
    quotations: tuple[Quotation, ...] = field(default=(), repr=False)
    found: tuple[Found, ...] = field(default=(), repr=False)

    def __hash__(self) -> int:
        # Cheap, so that what is read off a document can be cached: a field by field hash walks every token.
        return hash((self.doc_id, len(self.text)))

    def slice(self, span: Span) -> str:
        """Return the words of *span* as the user wrote them."""
        return self.text[span.start : span.end]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The normal form of each token, case kept, without soft hyphens."""
        normal = self.normal
        found = tuple([normal[start:end] for start, end in zip(self.tokens.starts, self.tokens.ends, strict=True)])
        return found if SOFT_HYPHEN not in normal else tuple(word.replace(SOFT_HYPHEN, "") or word for word in found)

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        """The normal form of each token in lower case."""
        return tuple(map(str.lower, self.words))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    @cached_property
    def _zone_starts(self) -> list[int]:
        return [z.span.start for z in self.zones]

    @cached_property
    def _parts(self) -> tuple[list[int], list[tuple[Span, int]]]:
        parts = sorted((part, i) for i, q in enumerate(self.quotations) for part in q.parts)
        return [part.start for part, _ in parts], parts

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that ends after *offset* (the number of tokens, past the last)."""
        i = bisect_right(self.tokens.starts, offset) - 1
        return i if i >= 0 and offset < self.tokens.ends[i] else i + 1

    def token_range(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of the tokens that start inside *span*."""
        starts = self.tokens.starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence around *offset*, or None between sentences."""
        return _at(self.sentences, self._sentence_starts, offset)

    def paragraph_at(self, offset: int) -> int | None:
        """Return the index of the paragraph around *offset*, or None between paragraphs."""
        return _at(self.paragraphs, self._paragraph_starts, offset)

    def zone_at(self, offset: int) -> ZoneKind:
        """Return the kind of the zone around *offset*."""
        i = bisect_right(self._zone_starts, offset) - 1
        return self.zones[i].kind if i >= 0 else ZoneKind.BODY

    def quotes_in(self, span: Span) -> bool:
        """Tell whether a quotation, or a part of one, begins inside *span*."""
        starts, _ = self._parts
        return bisect_left(starts, span.start) < bisect_left(starts, span.end)

    def quotation_at(self, offset: int) -> int | None:
        """Return the index of the quotation around *offset*, or None outside quotation marks."""
        starts, parts = self._parts
        i = bisect_right(starts, offset) - 1
        return parts[i][1] if i >= 0 and offset < parts[i][0].end else None
