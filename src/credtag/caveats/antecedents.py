"""Tell which source is meant beside a remark: by "it", "its editor" or "the channel", or by the phrase it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from credtag.caveats.lexicon import kind_of
from credtag.caveats.lexicon import words as words_of
from credtag.caveats.mentions import Mentions
from credtag.labels import Kind
from credtag.records import Attribution, Document, Source, Sources, Span, hull
from credtag.source.lexicon import first_names

WINDOW = 300  # characters that are read to the left of a caveat
_FAR = 6000  # characters that "the study" reaches back to a study of that name
_STAFF = re.compile(r"(?:[Tt]he (?P<noun>[a-z]\w+)'s|(?P<owner>[Ii]ts)) (?:[a-z-]+ )?(?P<staff>[a-z]+)")
_PROGRAMME = re.compile(
    r"\bon (?P<owner>his|her) (?:own |\w+ )?(?:programme|program|show|podcast|channel|station|website|blog|column)\b"
)
_GENDERS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_WRITTEN = frozenset((Kind.DOCUMENT,))
_BODIES = frozenset((Kind.OUTLET, Kind.ORGANISATION, Kind.GOVERNMENT, Kind.GROUP, Kind.UNKNOWN))


@frozen
class Antecedents:
    """The sources of one article, by where they are mentioned and which phrases hold them."""

    document: Document
    mentions: Mentions
    sources: Sources
    holders: tuple[tuple[Span, str], ...]  # the source phrases of attributions and their sources
    starts: tuple[int, ...]
    speaking: frozenset[Span]  # the source phrases of attributions that stand in no other

    @classmethod
    def of(cls, document: Document, attributions: Sequence[Attribution], sources: Sources) -> Antecedents:
        """Gather them from what was found in the article."""
        holders = sorted(
            {
                (span, source.source_id)
                for found in attributions
                if found.source
                and (resolution := sources.of(span := hull(found.source))) is not None
                and (source := sources.get(resolution.source_id)) is not None
                and source.name is not None
            }
        )
        speaking = frozenset(hull(found.source) for found in attributions if found.source and found.inside is None)
        starts = tuple(s.start for s, _ in holders)
        return cls(document, Mentions.of(sources), sources, tuple(holders), starts, speaking)

    def meant(self, pronoun: str | None, noun: str | None, before: int) -> str | None:
        """Return the source last named before a place that a pronoun or a noun can mean; who just spoke comes first."""
        near = before - 2 * WINDOW
        found = [*self.mentions.before(before, max(0, near if noun is None else near - _FAR))]
        last = self.document.sentence_at(before - 2) if before > 1 else None
        if noun is None and last is not None:
            begin = self.document.sentences[last].start
            found.sort(
                key=lambda i: self.mentions.spans[i].start < begin or self.mentions.spans[i] not in self.speaking
            )
        for kinds in _referents(pronoun, noun):
            for i in found:
                source = self.sources.get(self.mentions.ids[i])
                known = self.mentions.spans[i].start >= near or _called(source, noun)
                if source is not None and known and _looks_like(source) & kinds and _agrees(source, pronoun):
                    return source.source_id
        return None

    def owner(self, i: int) -> str | None:
        """Return the source that a mention stands for: "the newspaper's editor rejects …" speaks for the newspaper."""
        span = self.mentions.spans[i]
        found = _STAFF.fullmatch(self.document.normal, span.start, span.end)
        if found is None or found["staff"] not in words_of("own"):
            return self.mentions.ids[i]
        return self.meant(found["owner"], found["noun"], span.start)

    def host(self, sentence: Span) -> str | None:
        """Return who just spoke on a programme of their own, which "the programme" then means."""
        lo = max(0, sentence.start - WINDOW)
        own = _PROGRAMME.search(self.document.normal, lo, sentence.start)
        return None if own is None else self.meant(own["owner"], None, sentence.start)

    def held(self, words: Span) -> str | None:
        """Return the source of the attribution in whose source phrase *words* stand."""
        i = bisect_right(self.starts, words.start) - 1
        while i >= 0 and i >= bisect_right(self.starts, words.start) - 3:
            span, source_id = self.holders[i]
            if span.covers(words):
                return source_id
            i -= 1
        return None

    def told_by(self, firm: str, offset: int) -> str | None:
        """Return who spoke for a firm just before a place: "an analyst at Meridian"."""
        at = re.compile(rf"\b(?:at|of|with|from|for) (?:the )?{re.escape(firm)}\b")
        for span, source_id in reversed(self.holders[: bisect_left(self.starts, offset)]):
            if span.start < offset - 2 * WINDOW:
                return None
            if at.search(self.document.normal, span.start, span.end):
                return source_id
        return None


def _referents(pronoun: str | None, noun: str | None) -> tuple[frozenset[Kind], ...]:
    """Return the kinds of source that an anaphor can mean, the likelier first."""
    if noun is None:
        return (frozenset((Kind.PERSON,)),) if (pronoun or "").lower() in _GENDERS else (_BODIES, _WRITTEN)
    kind = Kind.OUTLET if noun in words_of("site") else kind_of(noun.replace(" ", "-"))
    found = [*((Kind.DOCUMENT,) if noun in words_of("study") else ()), *((kind,) if kind is not None else ())]
    if kind in _BODIES:
        found.append(Kind.UNKNOWN)
    if kind is Kind.OUTLET or noun == "agency":  # whose name may not tell that it is one
        found += (Kind.ORGANISATION, Kind.OUTLET)
    if noun in words_of("site"):
        found.append(Kind.DOCUMENT)  # "the website Kompas"
    return tuple(frozenset((one,)) for one in found)


def _agrees(source: Source, pronoun: str | None) -> bool:
    """Tell whether a pronoun can mean a source by its first name: "She" is not Casimir."""
    wanted = _GENDERS.get((pronoun or "").lower())
    first = (source.name or "").partition(" ")[0]
    return wanted is None or first_names().get(first, wanted) in (wanted, "u")


def _called(source: Source | None, noun: str | None) -> bool:
    """Tell whether a source far back is called by the noun: who paid for a study stands at the end of an article."""
    return source is not None and noun is not None and noun in (source.name or "").lower().split()


def _looks_like(source: Source) -> frozenset[Kind]:
    """Return the kinds that a source may be: a name taken for a person's can be a channel's, unless it begins as people's do."""
    if source.kind is not Kind.PERSON or source.name is None or source.title is not None:
        return frozenset((source.kind,))
    first, *others = source.name.split()
    return frozenset((source.kind, Kind.UNKNOWN) if not others or first not in first_names() else (source.kind,))
