"""Caveats: what the text says against or about a source or a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from credtag.caveats.binding import Binder, Bound
from credtag.caveats.claims import Claims
from credtag.caveats.lexicon import Row, certainty, fitting, triggers
from credtag.labels import Category, Certainty, Kind, Naming, ZoneKind
from credtag.records import Attribution, Caveat, Document, Source, Sources, Span, hull

__all__ = ["find"]

_ZONES = frozenset((ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION))
_LINKS = frozenset((Category.SECURITY_LINK, Category.STATE_CONTROL, Category.PARTY_LINK))
_OWN = frozenset((Category.SECURITY_LINK, Category.TRACK_RECORD, Category.INTEREST))  # of the source alone
_CLAUSE = 160  # characters of a clause that are read for its certainty
_SAYING = re.compile(r"\b(?:claims?|reports?|accounts?|allegations?|figures?|footage|video|statement)\b")


def find(document: Document, attributions: Sequence[Attribution], sources: Sources) -> tuple[Caveat, ...]:
    """Find what an article says against or about its sources and claims.

    A caveat keeps the certainty with which it is put and who puts it; a clause that says that there is no such link is
    none. Only headline, body and captions count.

    Args:
        document: The article.
        attributions: The attributions found in it.
        sources: Its sources, with their mentions.

    Returns:
        The caveats in the order of the text, each of one source or of one attribution (by index).

    The labels are those of docs/frames.md; what a caveat does to a level stands in docs/levels.md.

    Example:
        >>> from credtag import attribution, document, source
        >>> text = "The pass is shut, said Kompas, which is believed to have ties to the security services."
        >>> article = document.read(text)
        >>> said = attribution.find(article)
        >>> (caveat,) = find(article, said, source.resolve(article, said))
        >>> caveat.category.value, caveat.certainty.value, article.slice(caveat.span)
        ('security_link', 'hedged', 'is believed to have ties to the security services')
    """
    remarks = list(_remarks(document))
    if not remarks:
        return ()
    stage = _Stage(
        document,
        attributions,
        sources,
        Binder.of(document, attributions, sources),
        Claims.of(document, attributions),
        tuple(_source_id(found, sources) for found in attributions),
    )
    found: list[tuple[Caveat, Span]] = []
    for remark in remarks:
        for caveat in stage.caveats(remark):
            if not any(_same(caveat, remark.words, *other) for other in found[-8:]):
                found.append((caveat, remark.words))
    return tuple(sorted((caveat for caveat, _ in found), key=lambda c: (c.span, c.category)))


def _same(one: Caveat, words: Span, other: Caveat, taken: Span) -> bool:
    """Tell whether two remarks say one thing of one owner: in one clause, or as the grounds for not naming one speaker."""
    if one.source_id != other.source_id or one.attribution != other.attribution:
        return False
    if one.category is other.category:
        return one.span.overlaps(other.span) or one.category is Category.ANONYMITY
    return {one.category, other.category} <= _LINKS and words.overlaps(taken)


def _last_name(phrase: str) -> str:
    """Return the last name of a phrase, else its last word: "Marn" of "Mayor Ana Marn in Belmar"."""
    words = re.split(r" (?:in|at|of|from|on|with|during|before|after|and|who) ", phrase)[0].strip(" .,").split()
    names = [word for word in words if word[0].isupper()] or words
    return names[-1].removesuffix("'s") if names else ""


def _source_id(found: Attribution, sources: Sources) -> str | None:
    resolution = sources.of(hull(found.source) if found.source else found.span)
    return None if resolution is None else resolution.source_id


class _Remark(NamedTuple):
    """A row that fires, where, and in which sentence."""

    row: Row
    words: Span
    sentence: Span
    about: str | None  # whom the caveat must be about to matter: "a former aide to Marn"


def _remarks(document: Document) -> Iterator[_Remark]:
    """Yield the remarks of an article."""
    called: dict[int, set[str]] = {}
    known = triggers()
    for i, word in enumerate(document.lowers):
        tail = word if word in known else word.rpartition("-")[2] if "-" in word else ""
        if word.startswith("pro-"):
            tail = "pro"
        if tail in known:
            k = document.sentence_at(document.tokens.starts[i])
            if k is not None:
                called.setdefault(k, set()).add(tail)
    for k in sorted(called):
        sentence = document.sentences[k]
        if document.zone_at(sentence.start) not in _ZONES:
            continue
        text = document.normal[sentence.start : sentence.end]
        for row in fitting(called[k]):
            for match in row.pattern.finditer(text):
                words = Span(sentence.start + match.start(), sentence.start + match.end())
                yield _Remark(row, words, sentence, match.groupdict().get("about"))


@frozen
class _Stage:
    """The stage at work on one article."""

    document: Document
    attributions: Sequence[Attribution]
    sources: Sources
    binder: Binder
    claims: Claims
    ids: tuple[str | None, ...]  # the source of each attribution

    def caveats(self, remark: _Remark) -> Iterator[Caveat]:
        """Yield the caveats, none or one, that *remark* gives."""
        row, words, sentence, about = remark
        match row.shape:
            case "before":
                yield from self._of_source(row, words, self.binder.ahead(words, sentence))
            case "link":
                bound = self.binder.about(words, sentence)
                if about is None or (bound is not None and self._speaks_of(bound.source_id, about)):
                    yield from self._of_source(row, words, bound)
            case "speaker":
                yield from self._withheld(row, words, sentence)
            case "denial":
                yield from self._denied(row, words, sentence)
            case _:
                yield from self._of_claim(row, words, sentence)

    # ------------------------------------------------------------------ of a source

    def _of_source(self, row: Row, words: Span, bound: Bound | None) -> Iterator[Caveat]:
        if bound is None or (bound.predicate and row.manner == "attached"):
            return
        if self.binder.accuses(bound, words) or (row.category in _OWN and self.binder.of_another(bound, words)):
            return
        if bound.source_id == self.sources.publisher.source_id and row.category is not Category.DESIGNATION:
            return
        start = max(min(bound.start, words.start), words.start - _CLAUSE)
        normal = self.document.normal
        clause = max(min(bound.clause, start), start - _CLAUSE)
        firmness, agent = certainty(normal[clause : words.start], normal[words.start : words.end])
        if firmness is None:
            return
        said = row.shape == "link" or self.document.quotation_at(words.start) is not None
        speaker = self._speaker(words) if said else None
        if speaker is not None and firmness is not Certainty.DENIED:
            firmness, agent = Certainty.ATTRIBUTED, agent or speaker.name
        yield Caveat(
            row.category,
            firmness,
            Span(start, words.end),
            source_id=bound.source_id,
            asserted_by=agent or self.sources.publisher.name,
            caps=row.caps,
        )

    def _speaks_of(self, source_id: str, whom: str) -> bool:
        """Tell whether a claim of a source is about *whom*, by the last name or the noun of that phrase."""
        name = _last_name(whom)
        contents = (
            self.document.normal[piece.start : piece.end]
            for found, owner in zip(self.attributions, self.ids, strict=True)
            if owner == source_id
            for piece in found.content
        )
        return bool(name) and any(name in content for content in contents)

    def _speaker(self, words: Span) -> Source | None:
        """Return the source in whose claim *words* stand, unless they are the publisher's."""
        i = self.claims.holding(words)
        while i is not None:
            source = self.sources.get(self.ids[i])
            if source is not None and source.naming is not Naming.UNSPECIFIED:
                return source if source is not self.sources.publisher and self.claims.spoken_by(i, words) else None
            i = self.attributions[i].inside
        return None

    def _withheld(self, row: Row, words: Span, sentence: Span) -> Iterator[Caveat]:
        """Yield that the speaker of a sentence is not named, and on what ground."""
        i = self.claims.about(words, sentence)
        source = self.sources.get(self.ids[i]) if i is not None else None
        if (
            source is not None
            and source.naming is not Naming.NAMED
            and source.kind in (Kind.PERSON, Kind.GROUP, Kind.UNKNOWN)
        ):
            yield Caveat(
                row.category, Certainty.ASSERTED, words, source.source_id, None, self.sources.publisher.name, row.caps
            )

    # ------------------------------------------------------------------ of a claim

    def _of_claim(self, row: Row, words: Span, sentence: Span) -> Iterator[Caveat]:
        normal = self.document.normal
        if (
            row.category is Category.VERIFIED
            and certainty(normal[max(0, words.start - 30) : words.start], "")[0] is None
        ):
            return
        speaker = self._speaker(words)
        if row.manner == "cued":
            target = self.claims.cued(words)
        elif speaker is None:
            target = self.claims.about(words, sentence) if row.manner == "near" else self.claims.last(sentence)
        else:
            target = self._spoken_of(row, words, sentence)
        if target is None:
            return
        agent = certainty("", normal[words.start : words.end])[1] if speaker is None else speaker.name
        firmness = Certainty.ASSERTED if agent is None else Certainty.ATTRIBUTED
        yield Caveat(row.category, firmness, words, None, target, agent or self.sources.publisher.name, row.caps)

    def _spoken_of(self, row: Row, words: Span, sentence: Span) -> int | None:
        """Return the earlier claim of which a source says that it could not be verified."""
        if row.category is not Category.NOT_VERIFIED:
            return None
        before = self.document.normal[max(sentence.start, words.start - 60) : words.start]
        return self.claims.last(sentence) if _SAYING.search(before) else None

    def _denied(self, row: Row, words: Span, sentence: Span) -> Iterator[Caveat]:
        """Yield one source's denial of what another was just reported to say."""
        own = self.claims.cued(words)
        if own is not None:
            denier = self.ids[own]
        else:
            bound = self.binder.about(words, sentence)
            denier = None if bound is None else bound.source_id
        source = self.sources.get(denier)
        if source is None or source.name is None:
            return
        target = self.claims.last(sentence, denier, self.ids)
        if target is not None and self.ids[target] is not None:
            yield Caveat(row.category, Certainty.ATTRIBUTED, words, None, target, source.name, row.caps)
