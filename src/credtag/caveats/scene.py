"""What a remark is read against: the article, its claims, its sources and who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from credtag.caveats import lexicon
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

    def is_ours(self, phrase: str) -> bool:
        """Tell whether a phrase means the publisher: its name, "we", "photographs seen by this magazine"."""
        publisher = (self.publisher or "").lower().removeprefix("the ")
        return _ours().search(phrase) is not None or bool(publisher and publisher in phrase.lower())

    def subject(self, words: Span, sentence: Span) -> Source | None:
        """Return the source whose mention stands right before *words*."""
        i = self.binder.mentions.ending(sentence.start, words.start)
        if i is None or self.binder.mentions.spans[i].end < words.start - 2:
            return None
        return self.sources.get(self.binder.mentions.ids[i])

    def speaker(self, words: Span) -> Source | None:
        """Return the source in whose claim *words* stand, unless they are the publisher's."""
        i = self.claims.holding(words)
        while i is not None:
            source = self.source_of(i)
            if source is not None and source.naming is not Naming.UNSPECIFIED:
                return source if source is not self.sources.publisher and self.claims.spoken_by(i, words) else None
            i = self.claims.attributions[i].inside
        return None


@cache
def _ours() -> re.Pattern[str]:
    words = "|".join(sorted(lexicon.words("ourselves")))
    return re.compile(rf"\b(?:we|us|our|this (?:{words}))\b", re.IGNORECASE)


def _source_id(found: Attribution, sources: Sources) -> str | None:
    resolution = sources.of(hull(found.source) if found.source else found.span)
    return None if resolution is None else resolution.source_id
