"""What a remark is read against: the article, its claims, its sources and who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from credtag.caveats.binding import Binder
from credtag.caveats.claims import Claims
from credtag.caveats.meant import Meaning
from credtag.labels import Naming
from credtag.records import Attribution, Document, Source, Sources, Span, hull


@frozen
class Scene:
    """One article with its claims and sources, made ready for its remarks."""

    document: Document
    sources: Sources
    binder: Binder
    claims: Claims
    meaning: Meaning

    @classmethod
    def of(cls, document: Document, attributions: Sequence[Attribution], sources: Sources) -> Scene:
        """Prepare an article."""
        claims = Claims.of(document, attributions, tuple(_source_id(found, sources) for found in attributions))
        return cls(document, sources, Binder.of(document, attributions, sources), claims, Meaning(claims, sources))

    @property
    def publisher(self) -> str | None:
        """The name of who publishes the article."""
        return self.sources.publisher.name

    def source_of(self, claim: int) -> Source | None:
        """Return the source of a claim."""
        return self.sources.get(self.claims.ids[claim])

    def speaker(self, words: Span) -> Source | None:
        """Return the source in whose claim *words* stand, unless they are the publisher's."""
        i = self.claims.holding(words)
        while i is not None:
            source = self.source_of(i)
            if source is not None and source.naming is not Naming.UNSPECIFIED:
                return source if source is not self.sources.publisher and self.claims.spoken_by(i, words) else None
            i = self.claims.attributions[i].inside
        return None


def _source_id(found: Attribution, sources: Sources) -> str | None:
    resolution = sources.of(hull(found.source) if found.source else found.span)
    return None if resolution is None else resolution.source_id
