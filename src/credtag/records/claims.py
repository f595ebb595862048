"""Claims with their chains, caveats and grades: the result for one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import in_

from credtag.labels import Category, Certainty, Channel, Kind, Level, Naming, Role, ZoneKind
from credtag.records.attributions import Attribution
from credtag.records.sources import Source
from credtag.records.text import Document, Span

if TYPE_CHECKING:
    from credtag.frames import Frames


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
