"""The frozen records that every stage reads and makes.

Offsets are half-open and count code points of
the text exactly as the user gave it: ``document.text[span.start:span.end]``.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, total_ordering
from itertools import chain
from typing import TYPE_CHECKING, overload

from attrs import evolve, field, frozen
from attrs.validators import in_

from credtag.labels import (
    Category,
    Certainty,
    Channel,
    CueType,
    Factuality,
    Form,
    Kind,
    Level,
    Naming,
    Polarity,
    Role,
    Stance,
    ZoneKind,
)

if TYPE_CHECKING:
    from credtag.frames import Frames

# --------------------------------------------------------------------------- text

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


# --------------------------------------------------------------------------- attribution


@frozen
class Occasion:
    """The circumstances of an utterance: the words around cue and source that say how it came about."""

    channel: Channel = Channel.UNSTATED
    span: Span | None = None  # the words that name the channel
    interviewer: Span | None = None  # "told NBC News": the noun phrase of the outlet or body spoken to
    relays: tuple[Span, ...] = ()  # outlets that passed the words on, nearest to the publisher first
    upstream: tuple[Span, ...] = ()  # "Tass reported, citing the ministry": the noun phrase behind the source
    reported: Span | None = None  # "reportedly" and the like with no named source over the clause


@frozen
class Attribution:
    """A source, a cue and the content they report (PARC, PolNeAR), found in the text.

    ``inside`` is the index of the attribution whose content holds this one. A narrated attribution has neither cue nor source.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    form: Form = Form.INDIRECT
    cue_type: CueType = CueType.NONE
    stance: Stance = Stance.STATES
    factuality: Factuality = Factuality.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    hedges: tuple[Span, ...] = ()
    occasion: Occasion = Occasion()
    inside: int | None = None
    score: float = 1.0

    @cached_property
    def span(self) -> Span:
        """The hull of the content."""
        return hull(self.content)

    def within(self, inside: int | None) -> Attribution:
        """Return this attribution inside the one with the index *inside*."""
        return self if inside == self.inside else evolve(self, inside=inside)


# --------------------------------------------------------------------------- sources


@frozen
class Source:
    """Who or what a claim is traced to: all its mentions in the article, resolved to one entity."""

    source_id: str
    name: str | None
    kind: Kind = Kind.UNKNOWN
    naming: Naming = Naming.NAMED
    title: str | None = None
    affiliation: str | None = None
    outlet_id: str | None = None
    reliability: str = field(default="F", validator=in_(tuple("ABCDEF")))
    mentions: tuple[Span, ...] = ()
    no_comment: tuple[Span, ...] = ()  # "declined to comment", "did not respond"


@frozen
class Resolution:
    """The source that a noun phrase stands for, or the reason why none was chosen."""

    span: Span
    source_id: str | None
    reason: str | None = None


@frozen
class Sources:
    """Every source of an article, the publisher first, and what each noun phrase was resolved to."""

    entries: tuple[Source, ...]
    resolutions: tuple[Resolution, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Source]:
        return {s.source_id: s for s in self.entries}

    @cached_property
    def _by_span(self) -> dict[Span, Resolution]:
        return {r.span: r for r in self.resolutions}

    @property
    def publisher(self) -> Source:
        """The outlet whose article this is."""
        return self.entries[0]

    def get(self, source_id: str | None) -> Source | None:
        """Return the source with *source_id*."""
        return None if source_id is None else self._by_id.get(source_id)

    def of(self, span: Span) -> Resolution | None:
        """Return what the noun phrase at exactly *span* was resolved to."""
        return self._by_span.get(span)


# --------------------------------------------------------------------------- chains, caveats, grades


@frozen
class Link:
    """One hop of a chain. ``stated`` is false for a link that only metadata or an earlier sentence gives."""

    role: Role
    source_id: str | None
    name: str | None
    kind: Kind = Kind.UNKNOWN
    naming: Naming = Naming.NAMED
    channel: Channel = Channel.UNSTATED
    stated: bool = True
    span: Span | None = None


@frozen
class Caveat:
    """What the text says against or about a source (``source_id``) or a claim (``attribution``, an index)."""

    category: Category
    certainty: Certainty
    span: Span
    source_id: str | None = None
    attribution: int | None = None
    asserted_by: str | None = None
    caps: bool = True  # false for a mere flag of its category: "tabloid", "liberal think tank"


@frozen
class Label:
    """What a registry says of a source: who asserts it, where and when. ``outlet`` is the source as the registry has it."""

    source_id: str
    outlet: str
    label: str
    value: str
    citation_url: str
    asserted_by: str
    as_of: str
    licence: str


@frozen
class Reason:
    """One step of a grade: a code of data/reasons.tsv, its effect ("base 4", "cap 3", "step -1", "none") and its span."""

    code: str
    effect: str = "none"
    span: Span | None = None
    hop: int | None = None


@frozen
class Grade:
    """The level of a claim with the reasons that replay it, and the two Admiralty axes, never merged with it."""

    level: Level | None
    reasons: tuple[Reason, ...] = ()
    reliability: str = field(default="F", validator=in_(tuple("ABCDEF")))
    credibility: str = field(default="6", validator=in_(tuple("123456")))
    policy: str = ""


@frozen
class Claim:
    """One row of the result: an attribution, its chain from publisher to origin, and its grade."""

    claim_id: str
    attribution: Attribution
    zone: ZoneKind
    chain: tuple[Link, ...]
    grade: Grade
    inside: str | None = None

    @property
    def origin(self) -> Link | None:
        """The last link, or None when the publisher speaks in its own voice."""
        return self.chain[-1] if len(self.chain) > 1 else None


@frozen
class TaggedDocument:
    """A document with its claims, sources and caveats. ``error`` says why an article could not be tagged at all.

    A caveat's ``attribution`` is the index of a claim in ``claims``; ``labels`` are those of the tagger's registry.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    error: str | None = None
    labels: tuple[Label, ...] = ()

    def frames(self) -> Frames:
        """Return the frames of this document; see :func:`credtag.to_frames`."""
        from credtag.frames import to_frames  # a convenience for users: the stages themselves only look down

        return to_frames(self)

    def _repr_html_(self) -> str:
        from credtag.display import show

        return show(self).html
