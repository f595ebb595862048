"""Caveats: what the text says against or about a source or a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from credtag.caveats.binding import Binder, Bound
from credtag.caveats.claims import Claims
from credtag.caveats.lexicon import Row, certainty, fitting, triggers
from credtag.caveats.meant import Meaning
from credtag.labels import Category, Certainty, Kind, Naming, ZoneKind
from credtag.records import Attribution, Caveat, Document, Source, Sources, Span, hull

__all__ = ["find"]

_ZONES = frozenset((ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION))
_LINKS = frozenset((Category.SECURITY_LINK, Category.STATE_CONTROL, Category.PARTY_LINK))
_ADVERSE = frozenset((Category.SECURITY_LINK, Category.TRACK_RECORD))
_OWN = _ADVERSE | {Category.INTEREST}  # of the source alone
_CLAUSE = 160  # characters of a clause that are read for its certainty
_NEAR = 60  # characters before a remark that may negate it
_NEGATED = re.compile(r"(?:\b(?i:not|neither|none|nor|never|cannot|yet)\b|n't)[^.;]*$")
_STANDING = re.compile(r"(?:is|are|has been|have been)\b")  # a state, no event: "is an ally of", not "campaigned with"
_NEGATIVE = re.compile(r"\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot)\b|n't")
_GIVING = re.compile(
    r"(?:(?:But|However,|Yet|And|Still,) )?(?P<name>(?!(?:He|She|It|They|But|No|Without)\b)[A-Z][\w'-]*(?: (?!(?:said|says|claim|claims|claimed)\b)[\w.'-]+){0,5}) (?:has |have |had |did |does |do )?"
)
_FOR_IT = re.compile(r" (?:for|of|to (?:support|back)) (?:the|this|that|these|those|his|her|its|their)\b")
_APART = re.compile(
    r"\b(?i:if)\b[^.;]*$|\b(?:identit(?:y|ies)|names?|ages?|whereabouts) $"
)  # not said, or not of a claim
_SUBJECT = re.compile(r"(?:He|She|It|They|The [\w-]+|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?)\b")


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
    ids = tuple(_source_id(found, sources) for found in attributions)
    stage = _Stage(
        document,
        attributions,
        sources,
        Binder.of(document, attributions, sources),
        Meaning(Claims.of(document, attributions, ids), sources),
        ids,
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


def _shares_word(source: Source, phrase: str) -> bool:
    """Tell whether a subject can be a source: "Marn" and "the governor" are "Governor Ana Marn"."""
    words = set(re.findall(r"\w+", f"{source.title or ''} {source.name or ''}".lower()))
    return not words.isdisjoint(set(re.findall(r"\w+", phrase.lower())) - {"a", "an", "the"})


def _source_id(found: Attribution, sources: Sources) -> str | None:
    resolution = sources.of(hull(found.source) if found.source else found.span)
    return None if resolution is None else resolution.source_id


class _Remark(NamedTuple):
    """A row that fires, where, and in which sentence."""

    row: Row
    words: Span
    sentence: Span
    about: str | None  # whom the caveat must be about to matter: "a former aide to Marn"
    agent: str | None  # who says so: "which the council denies"


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
                end = match.end() - (match.end() == len(text) and text[-1] == ".")
                words = Span(sentence.start + match.start(), sentence.start + end)
                yield _Remark(row, words, sentence, *map(match.groupdict().get, ("about", "agent")))


@frozen
class _Stage:
    """The stage at work on one article."""

    document: Document
    attributions: Sequence[Attribution]
    sources: Sources
    binder: Binder
    meaning: Meaning
    ids: tuple[str | None, ...]  # the source of each attribution

    def caveats(self, remark: _Remark) -> Iterator[Caveat]:
        """Yield the caveats, none or one, that *remark* gives."""
        row, words, sentence, about = remark[:4]
        match row.shape:
            case "before":
                yield from self._of_source(row, words, self.binder.ahead(words, sentence))
            case "link":
                bound = self.binder.about(words, sentence)
                if about is None or (bound is not None and self._speaks_of(bound.source_id, about, words)):
                    yield from self._of_source(row, words, bound)
            case "speaker":
                yield from self._withheld(row, words, sentence)
            case "denial":
                yield from self._denied(remark)
            case _:
                yield from self._of_claim(remark)

    # ------------------------------------------------------------------ of a source

    def _of_source(self, row: Row, words: Span, bound: Bound | None) -> Iterator[Caveat]:
        if bound is None:
            return
        if bound.predicate and row.manner == "attached" and not _STANDING.match(self.document.normal, bound.start):
            return
        if self.binder.accuses(bound, words) or (row.category in _OWN and self.binder.of_another(bound, words)):
            return
        if row.category in _ADVERSE and self.binder.does_else(bound, words):
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

    def _speaks_of(self, source_id: str, whom: str, words: Span) -> bool:
        """Tell whether a claim of a source is about *whom*, by the last name or the noun of that phrase."""
        name, normal = _last_name(whom), self.document.normal
        said = (self.attributions[i].content for i in self.claims.nearby(words.start) if self.ids[i] == source_id)
        return bool(name) and any(name in normal[piece.start : piece.end] for pieces in said for piece in pieces)

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

    @property
    def claims(self) -> Claims:
        """The claims of the article."""
        return self.meaning.claims

    def _of_claim(self, remark: _Remark) -> Iterator[Caveat]:
        row, words, sentence = remark.row, remark.words, remark.sentence
        before = self.document.normal[max(sentence.start, words.start - _NEAR) : words.start]
        if (row.category is Category.VERIFIED and _NEGATED.search(before)) or _APART.search(before):
            return
        speaker = self._speaker(words)
        if speaker is not None and self._denies(remark):
            yield from self._denied(remark)
            return
        agent = remark.agent or certainty("", self.document.normal[words.start : words.end])[1]
        agent = agent if speaker is None else speaker.name
        firmness = Certainty.ASSERTED if agent is None else Certainty.ATTRIBUTED
        by = agent or self.sources.publisher.name
        targets = self._told_of(remark) if speaker is None else self._spoken_of(remark)
        for target in targets:
            if not self._fits(remark, target):
                continue
            yield Caveat(row.category, firmness, words, None, target, by, row.caps)

    def _denies(self, remark: _Remark) -> bool:
        """Tell whether a remark, said by a source, denies what another said: "That is false", "no evidence for the claim"."""
        if remark.row.manner == "last":
            return self.claims.opens(remark.words)
        if remark.row.category is not Category.CONTRADICTED or remark.row.manner == "cued":
            return False
        return self.meaning.phrase(remark.words, remark.sentence) is not None

    def _fits(self, remark: _Remark, target: int) -> bool:
        """Tell whether a remark can be about a claim: who "offered no proof" made it, and no record contradicts a record."""
        source = self.sources.get(self.ids[target])
        match remark.row.category:
            case Category.CONTRADICTED if remark.row.manner != "cued":
                return source is None or source.kind is not Kind.DOCUMENT
            case Category.NO_EVIDENCE:
                normal = self.document.normal
                subject = _GIVING.fullmatch(normal, remark.sentence.start, remark.words.start)
                if subject is None or source is None or _FOR_IT.match(normal, remark.words.end):
                    return True
                return _shares_word(source, subject["name"])
        return True

    def _told_of(self, remark: _Remark) -> Sequence[int]:
        """Return the claims that the publisher's remark is about."""
        row, words, sentence = remark.row, remark.words, remark.sentence
        match row.manner:
            case "cued":
                target = self.claims.cued(words)
            case "next" | "opposed":
                target = next(iter(self.claims.before(sentence, 1)), None)
                if row.manner == "opposed" and target is not None and self._negated(target):
                    target = None
            case "near":
                target = self._here(words, sentence)
            case "after":
                target = self.claims.here(words, sentence)
                if target is not None and hull(self.attributions[target].content).start > words.start:
                    target = None
            case _:
                target = None
        if target is not None or row.manner in ("cued", "next", "opposed", "after"):
            return () if target is None else (target,)
        return self.meaning.claims_of(self.meaning.phrase(words, sentence), sentence)

    def _here(self, words: Span, sentence: Span) -> int | None:
        """Return the claim of its own sentence that a remark is about, unless it begins another's: "She gave no proof, and he …"."""
        i = self.claims.here(words, sentence)
        if i is None or hull(self.attributions[i].content).start < words.start:
            return i
        if any(span.covers(words) for span in self.attributions[i].source):
            return i
        last = self.claims.last(sentence)
        subject = self.document.normal[sentence.start : words.start].strip()
        return None if last is not None and subject and self.ids[i] != self.ids[last] and _SUBJECT.match(subject) else i

    def _negated(self, i: int) -> bool:
        normal = self.document.normal
        return any(_NEGATIVE.search(normal, piece.start, piece.end) for piece in self.attributions[i].content)

    def _spoken_of(self, remark: _Remark) -> Sequence[int]:
        """Return the earlier claims of which a source says that they could not be verified."""
        called = self.meaning.phrase(remark.words, remark.sentence)
        if remark.row.category is not Category.NOT_VERIFIED or called is None:
            return ()
        return self.meaning.claims_of(called, remark.sentence)

    def _denied(self, remark: _Remark) -> Iterator[Caveat]:
        """Yield one source's denial of what another was just reported to say."""
        words, sentence = remark.words, remark.sentence
        normal = self.document.normal
        if certainty(normal[max(sentence.start, words.start - _NEAR) : words.start], "")[0] is None:
            return
        source = self.sources.get(self._denier(words, sentence))
        if source is None or source.name is None:
            return
        target = self.meaning.answered(self.meaning.phrase(words, sentence), source, sentence)
        if target is not None and self.ids[target] is not None:
            yield Caveat(Category.DISPUTED, Certainty.ATTRIBUTED, words, None, target, source.name, remark.row.caps)

    def _denier(self, words: Span, sentence: Span) -> str | None:
        own = self.claims.cued(words)
        if own is not None:
            return self.ids[own]
        speaker = self._speaker(words)
        if speaker is not None:
            return speaker.source_id
        bound = self.binder.about(words, sentence)
        return None if bound is None else bound.source_id
