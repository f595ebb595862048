"""Who claims are traced to, and what each noun phrase stands for."""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen
from attrs.validators import in_

from credtag.labels import Kind, Naming
from credtag.records.text import Span


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
