"""Caveats of a claim: what was not verified, what is disputed and by whom, what is contradicted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from credtag.caveats.answers import Answers
from credtag.caveats.lexicon import certainty
from credtag.caveats.remarks import Remark
from credtag.caveats.scene import Scene
from credtag.labels import Category, Certainty, Kind
from credtag.records import Caveat, Source, hull

_NEAR = 60  # characters before a remark that may negate it
_NEGATED = re.compile(r"(?:\b(?i:not|neither|none|nor|never|cannot|yet)\b|n't)[^.;]*$")
_NEGATIVE = re.compile(r"\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot)\b|n't")
_GIVING = re.compile(
    r"(?:(?:But|However,|Yet|And|Still,) )?(?P<name>(?!(?:He|She|It|They|But|No|Without)\b)[A-Z][\w'-]*(?: (?!(?:said|says|claim|claims|claimed)\b)[\w.'-]+){0,5}) (?:has |have |had |did |does |do )?"
)
_FOR_IT = re.compile(r" (?:for|of|to (?:support|back)) (?:the|this|that|these|those|his|her|its|their)\b")
_APART = re.compile(
    r"\b(?i:if)\b[^.;]*$|\b(?:identit(?:y|ies)|names?|ages?|whereabouts) $"
)  # not said, or not of a claim
_SUBJECT = re.compile(r"(?:He|She|It|They|The [\w-]+|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?)\b")


@frozen
class OfClaim:
    """The remarks about claims, read in one article."""

    scene: Scene

    @property
    def answers(self) -> Answers:
        """The claims to find in them what is answered."""
        return Answers(self.scene.meaning)

    def caveats(self, remark: Remark) -> Iterator[Caveat]:
        """Yield the caveats that *remark* gives: the publisher's, or one source's of what another was just reported to say."""
        if remark.row.shape == "answer":
            yield from self._answered(remark, remark.row.category)
            return
        before = self._before(remark)
        if (remark.row.category is Category.VERIFIED and _NEGATED.search(before)) or _APART.search(before):
            return
        speaker = self.scene.speaker(remark.words)
        if speaker is None:
            yield from self._told(remark)
        elif self._denies(remark):
            yield from self._answered(remark, Category.DISPUTED)
        else:
            yield from self._about(remark, self._spoken_of(remark), speaker.name)

    def _before(self, remark: Remark) -> str:
        start = max(remark.sentence.start, remark.words.start - _NEAR)
        return self.scene.document.normal[start : remark.words.start]

    def _about(self, remark: Remark, claims: Sequence[int], agent: str | None) -> Iterator[Caveat]:
        firmness = Certainty.ASSERTED if agent is None else Certainty.ATTRIBUTED
        for claim in claims:
            if self._fits(remark, claim):
                yield _caveat(remark, remark.row.category, firmness, claim, agent or self.scene.publisher)

    def _fits(self, remark: Remark, claim: int) -> bool:
        """Tell whether a remark can be about a claim: who "offered no proof" made it, and no record contradicts a record."""
        source = self.scene.source_of(claim)
        match remark.row.category:
            case Category.CONTRADICTED if remark.row.manner not in ("cued", "last", "after"):
                return source is None or source.kind is not Kind.DOCUMENT
            case Category.NO_EVIDENCE:
                normal = self.scene.document.normal
                subject = _GIVING.fullmatch(normal, remark.sentence.start, remark.words.start)
                if subject is None or source is None or _FOR_IT.match(normal, remark.words.end):
                    return True
                return _shares_word(source, subject["name"])
        return True

    # ------------------------------------------------------------------ by the publisher

    def _told(self, remark: Remark) -> Iterator[Caveat]:
        words = self.scene.document.normal[remark.words.start : remark.words.end]
        yield from self._about(remark, self._told_of(remark), remark.agent or certainty("", words)[1])

    def _told_of(self, remark: Remark) -> Sequence[int]:
        """Return the claims that the publisher's remark is about."""
        words, sentence, claims = remark.words, remark.sentence, self.scene.claims
        match remark.row.manner:
            case "cued":
                return _one(claims.cued(words))
            case "next":
                return claims.before(sentence, 1)[:1]
            case "opposed":
                return [i for i in claims.before(sentence, 1)[:1] if not self._negated(i)]
            case "after":
                return [i for i in _one(claims.here(words, sentence)) if self._start(i) <= words.start]
            case "near" if (here := self._here(remark)) is not None:
                return (here,)
        return self.scene.meaning.claims_of(self.scene.meaning.phrase(words, sentence), sentence)

    def _here(self, remark: Remark) -> int | None:
        """Return the claim of its own sentence that a remark is about, unless it begins another's: "She gave no proof, and he …"."""
        words, sentence, claims = remark.words, remark.sentence, self.scene.claims
        i = claims.here(words, sentence)
        if i is None or self._start(i) < words.start or claims.in_source(i, words):
            return i
        last = claims.last(sentence)
        subject = self.scene.document.normal[sentence.start : words.start].strip()
        begins_another = last is not None and claims.ids[i] != claims.ids[last] and _SUBJECT.match(subject)
        return None if begins_another else i

    def _start(self, claim: int) -> int:
        return hull(self.scene.claims.attributions[claim].content).start

    def _negated(self, claim: int) -> bool:
        return _NEGATIVE.search(self.scene.claims.text(claim)) is not None

    # ------------------------------------------------------------------ by another source

    def _spoken_of(self, remark: Remark) -> Sequence[int]:
        """Return the earlier claims of which a source says that they could not be verified."""
        called = self.scene.meaning.phrase(remark.words, remark.sentence)
        if remark.row.category is not Category.NOT_VERIFIED or called is None:
            return ()
        return self.scene.meaning.claims_of(called, remark.sentence)

    def _denies(self, remark: Remark) -> bool:
        """Tell whether a remark, said by a source, denies what another said: "That is false", "no evidence for the claim"."""
        if remark.row.manner == "last":
            return self.scene.claims.opens(remark.words)
        if remark.row.category is not Category.CONTRADICTED or remark.row.manner == "cued":
            return False
        return self.scene.meaning.phrase(remark.words, remark.sentence) is not None

    def _answered(self, remark: Remark, category: Category) -> Iterator[Caveat]:
        """Yield one source's answer to what another was just reported to say: as a rule, its denial."""
        if certainty(self._before(remark), "")[0] is None:
            return
        by = self._answering(remark)
        target = None if by is None else self.answers.answered(remark, by)
        if target is not None and self.scene.claims.ids[target] is not None:
            yield _caveat(remark, category, Certainty.ATTRIBUTED, target, by)

    def _answering(self, remark: Remark) -> str | None:
        """Return the name of who answers: the source of the answer, the speaker, the subject, else the phrase itself."""
        own = self.scene.claims.cued(remark.words)
        source = None if own is None else self.scene.source_of(own)
        if source is None or source.name is None:
            source = self.scene.speaker(remark.words)
        if source is None and (bound := self.scene.binder.about(remark.words, remark.sentence)) is not None:
            source = self.scene.sources.get(bound.source_id)
        return remark.agent if source is None else source.name


def _one(claim: int | None) -> Sequence[int]:
    return () if claim is None else (claim,)


def _shares_word(source: Source, phrase: str) -> bool:
    """Tell whether a subject can be a source: "Marn" and "the governor" are "Governor Ana Marn"."""
    words = set(re.findall(r"\w+", f"{source.title or ''} {source.name or ''}".lower()))
    return not words.isdisjoint(set(re.findall(r"\w+", phrase.lower())) - {"a", "an", "the"})


def _caveat(remark: Remark, category: Category, firmness: Certainty, claim: int, by: str | None) -> Caveat:
    return Caveat(category, firmness, remark.words, None, claim, by, remark.row.caps)
