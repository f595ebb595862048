"""Caveats of a claim: what was not verified, what is disputed and by whom, what is contradicted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from credtag.caveats import lexicon
from credtag.caveats.answers import Answers
from credtag.caveats.antecedents import WINDOW
from credtag.caveats.lexicon import certainty
from credtag.caveats.opposition import (
    can_answer,
    counts_apart,
    in_one_matter,
    is_exhibit,
    is_negative,
    oppose,
    stems,
    takes_up,
)
from credtag.caveats.remarks import Remark
from credtag.caveats.scene import Scene
from credtag.labels import Category, Certainty, Kind, Naming, Stance
from credtag.records import Caveat, Source, hull

_NEAR = 60  # characters before a remark that may negate it
_NEGATED = re.compile(r"(?:\b(?i:unable|failed|not|neither|none|nor|never|cannot|yet|nothing|nobody)\b|n't)[^.;]*$")
_NOBODY = re.compile(r"\b(?:[Nn]obody|[Nn]o[ -]one|[Nn]one|[Nn]either|[Ff]ew|nor|[Nn]o [a-z-]+ ha(?:s|ve|d))\b[^,;:]*$")
_MODAL = re.compile(r"\b(?:must|should|could|would|may|might|can)(?: \w+ly)? $")  # "must rebut": not done
_NEGATIVE = re.compile(r"\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot)\b|n't")
_GIVING = re.compile(
    r"(?:(?:But|However,|Yet|And|Still,) )?(?P<name>(?!(?:He|She|It|They|But|No|Without)\b)[A-Z][\w'-]*(?: (?!(?:said|says|claim|claims|claimed|has|have|had|did|does|do)\b)[\w.'-]+){0,5}) (?:has |have |had |did |does |do )?"
)
_POINTING = re.compile(r"(?:[Tt]he|This|That)(?: (?:press|news))? (?P<noun>[a-z][\w-]*)")
_TELLING = (None, Kind.DOCUMENT, Kind.OUTLET)
_BODIES = (Kind.ORGANISATION, Kind.GROUP)
_FOR_IT = re.compile(r" (?:for|of|to (?:support|back)) (?:the|this|that|these|those|his|her|its|their)\b")
_APART = re.compile(
    r"\b(?i:if)\b[^.;]*$|\b(?:identit(?:y|ies)|names?|ages?|whereabouts) $"
)  # not said, or not of a claim
_CLAUSE = re.compile(r"[^.;:]*")
_OPENING = re.compile(r"^(?:But|And|However|Yet|So far|Still),? ")
_DID = re.compile(r" [a-z]+ed [^,;.]* and$")  # "The Harbour Post called the schools and confirmed"
_SUBJECT_PHRASE = re.compile(
    r"(?:^|[,;:(] ?|\b(?:but|and|while|though|that) )(?:But |However, |Yet )?"
    r"(?P<name>(?!(?:it|they|we|i|you|who|which|that|this|these|those|there|but|and|while)\b)[\w'-]+(?: [\w'.-]+){0,5}?)(?: (?:who|which) [^,;]{1,60}?|, (?:who|which) [^,;]{1,80},|, (?:an?|the|two|three|four|five|all) [^,;]{1,60},)?"
    r"(?:,? (?:has|have|had|also|\w+ly|both|all|later|since|then))* ?$",
    re.IGNORECASE,
)
_COUNTED_THING = re.compile(r" (?!(?:in|on|at|by|for|from|of them|and|but)\b)[\w-]")
_EXPOSED = re.compile(
    r"\b(?:still|instead|in fact|actually|(?:plac|put)\w* (?:him|her|it|them))\b|\A(?:(?:the )?(?:his|her|its|their) own)\b",
    re.IGNORECASE,
)
_RECORDED = re.compile(
    r"\A(?![^.;]*\bpoint(?:ed|s)? to\b)(?!(?:the|an?|some|other|others|many|this|these|those|more|new|several|all|both|in|on|what) )[\w'-]+(?: [\w'-]+){0,3}? (?:records|figures|data|statistics|(?<=satellite )images|(?<=satellite )pictures|(?<=drone )footage|documents|logs|filings|papers|tables|minutes)\b",
    re.IGNORECASE,
)  # a record set against a claim: "Police figures show"
_FINDING = re.compile(r"\b(?:found|finds?|lists?|holds?|shows?|turned up|contains?) (?:no|nothing)\b[^.;]*$")
_NONE = re.compile(r"\b(?:shows?|showed|lists?|listed|contains?|have|has|had|holds?|mentions?|reveals?|say|says) no\b")
_HELD = (Stance.STATES, Stance.CLAIMS)
_PICTURE = re.compile(
    r"\b(?:photo|picture|image|video|footage|clip|recording|film|show|post|caption)\w*", re.IGNORECASE
)
_PRONOUNS = ("He", "She", "he", "she")
_FACELESS = (Kind.OUTLET, Kind.DOCUMENT, Kind.ORGANISATION, Kind.GOVERNMENT)
_PUBLIC = (Kind.DOCUMENT, Kind.OUTLET)
_SAID_OF_CLAIMS = (Category.NOT_VERIFIED, Category.NO_EVIDENCE)
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
            case Category.CONTRADICTED if remark.agent is not None or remark.row.manner == "near":
                return source is None or source.name is None or can_answer(source.name)
            case Category.NO_EVIDENCE:
                normal = self.scene.document.normal
                subject = _GIVING.fullmatch(normal, remark.sentence.start, remark.words.start)
                if subject is None or _FOR_IT.match(normal, remark.words.end):
                    return True
                if source is None or _shares_word(source, subject["name"]):
                    return source is not None
                return _points_back(source, subject["name"]) and not normal.startswith(" that ", remark.words.end)
        return True

    # ------------------------------------------------------------------ by the publisher

    def _told(self, remark: Remark) -> Iterator[Caveat]:
        """Yield the caveats that the publisher's own words give, or that they leave to a record, an outlet, the council."""
        words = self.scene.document.normal[remark.words.start : remark.words.end]
        by = remark.agent or self._outlet(remark) or certainty("", words)[1]
        unsaid = by is None or remark.seems is not None or self.scene.is_ours(by)
        for caveat in self._about(remark, self._told_of(remark), None if unsaid else by):
            yield evolve(caveat, certainty=Certainty.HEDGED) if remark.seems else caveat

    def _outlet(self, remark: Remark) -> str | None:
        """Return the outlet that is the subject of a remark: "Radio Lumen could not verify it"."""
        if remark.row.category not in (Category.NOT_VERIFIED, Category.VERIFIED):
            return None
        source = self.scene.subject(remark.words, remark.sentence)
        return source.name if source is not None and source.kind is Kind.OUTLET else None

    def _told_of(self, remark: Remark) -> Sequence[int]:
        """Return the claims that the publisher's remark is about."""
        words, sentence, claims = remark.words, remark.sentence, self.scene.claims
        if (named := claims.named(words, sentence)) is not None:
            return (named,)
        match remark.row.manner:
            case "cued":
                return _one(claims.cued(words))
            case "maker":
                return _one(self.scene.meaning.made_by(remark.about or "", words, sentence))
            case "restated":
                return _one(self.answers.restated(remark, self._by_others(remark), ""))
            case "next" if (held := claims.holding(words)) is not None and self._start(held) < words.start:
                return (held,)
            case "next":
                return (
                    claims.preceding(words, sentence)[:1]
                    if words.start > sentence.start
                    else claims.before(sentence, 1)[:1]
                )
            case "reversed" | "doubted" | "counted" | "unlike" | "taken up" | "pictured":
                return [i for i in self._just_told(remark) if self._goes_against(remark, i)]
            case "house" if not self._is_ours(remark) and self._outlet(remark) is None:
                return ()
            case "ours" if not self._is_ours(remark):
                return ()
            case "opposed":
                return [i for i in claims.before(sentence, 1)[:1] if not self._negated(i)]
            case "after":
                return [i for i in _one(claims.here(words, sentence)) if self._start(i) <= words.start]
            case "near" if (here := self._here(remark)) is not None:
                return (here,)
        return self.scene.meaning.claims_of(self.scene.meaning.phrase(words, sentence), sentence)

    def _by_others(self, remark: Remark) -> Sequence[int]:
        """Return the claims before a remark by others than its speaker."""
        speaker = self.scene.speaker(remark.words)
        by = "" if speaker is None or speaker.name is None else speaker.name
        earlier = self.scene.claims.preceding(remark.words, remark.sentence)
        return [i for i in earlier if not self.answers.of_one_house(i, by)]

    def _just_told(self, remark: Remark) -> Sequence[int]:
        """Return the claim right before a remark, if a known source made it."""
        claims, words, sentence = self.scene.claims, remark.words, remark.sentence
        found = claims.preceding(words, sentence) if words.start > sentence.start else claims.before(sentence, 1)
        return [i for i in found[:1] if self._is_told_by(i) and self._end(i) <= words.start]

    def _is_told_by(self, claim: int) -> bool:
        source = self.scene.source_of(claim)
        return source is not None and source.naming is not Naming.UNSPECIFIED

    def _end(self, claim: int) -> int:
        return hull(self.scene.claims.attributions[claim].content).end

    def _goes_against(self, remark: Remark, claim: int) -> bool:
        """Tell whether the publisher's words turn a claim round: by what they deny, by more and less, by what a picture shows."""
        text, said = self.scene.claims.text(claim), self._said(remark)
        match remark.row.manner:
            case "doubted":
                return self._doubtful(claim) and oppose(text, said)
            case "unlike":
                held = self.scene.claims.attributions[claim].stance in _HELD and text.count(" ") > 2
                recorded = _RECORDED.match(said) is not None and (" that " in said or in_one_matter(text, said))
                return (held and not self._before(remark) and (recorded or _EXPOSED.search(said) is not None)) or (
                    oppose(text, said)
                    and (is_negative(text) or _NONE.search(said) is not None or in_one_matter(text, said))
                )
            case "counted":
                counted = self.scene.document.normal[remark.words.start : remark.words.end]
                left = said.removeprefix(counted)
                same_thing = _COUNTED_THING.match(left) is None or not stems(left).isdisjoint(stems(text))
                return counts_apart(text, counted) and same_thing
            case "taken up":
                told = self.scene.claims.attributions[claim].stance in _HELD
                return told and not is_negative(text) and takes_up(said, remark.verb or "", text)
            case "pictured":
                return _PICTURE.search(self.scene.claims.report(claim)) is not None
        return oppose(text, said)

    def _doubtful(self, claim: int) -> bool:
        """Tell whether "in fact" answers a claim rather than bears it out: that of a post, a page, or one put at a distance."""
        source = self.scene.source_of(claim)
        kind = None if source is None else source.kind
        return kind in _PUBLIC or self.scene.claims.attributions[claim].stance is Stance.CLAIMS

    def _said(self, remark: Remark) -> str:
        """Return the words of a remark to the end of its clause."""
        found = _CLAUSE.match(self.scene.document.normal, remark.words.start, remark.sentence.end)
        return found.group() if found else ""

    def _is_ours(self, remark: Remark) -> bool:
        """Tell whether the publisher is the subject of a remark: "This newspaper could not establish when it was filmed"."""
        subject = self.scene.document.normal[remark.sentence.start : remark.words.start].strip(" ,")
        subject = _DID.sub("", _OPENING.sub("", subject)).removeprefix("The ")
        return self.scene.is_ours(subject) and subject.count(" ") <= (self.scene.publisher or "").count(" ") + 1

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
        if remark.row.manner == "restated":
            return _one(self.answers.restated(remark, self._by_others(remark), ""))
        if (named := self.scene.claims.named(remark.words, remark.sentence)) is not None:
            return (named,)
        if remark.row.category not in _SAID_OF_CLAIMS:
            return ()
        if called is None or remark.row.manner == "house":
            return self._of_another(remark)
        return self.scene.meaning.claims_of(called, remark.sentence)

    def _of_another(self, remark: Remark) -> Sequence[int]:
        """Return the last claim of another source, of which a speaker says "He had no proof of it", an outlet "it could not confirm the deaths"."""
        speaker = self.scene.speaker(remark.words)
        if speaker is None or (remark.row.category is Category.NOT_VERIFIED and speaker.kind is not Kind.OUTLET):
            return ()
        return _one(self.scene.claims.last(remark.sentence, speaker.source_id))

    def _denies(self, remark: Remark) -> bool:
        """Tell whether a remark, said by a source, denies what another said: "That is false", "no evidence for the claim"."""
        if remark.row.manner in ("last", "maker"):
            return remark.row.manner == "maker" or self.scene.claims.opens(remark.words)
        if remark.row.category is not Category.CONTRADICTED or remark.row.manner not in (
            "near",
            "after",
            "next",
            "opposed",
        ):
            return False
        return self.scene.meaning.phrase(remark.words, remark.sentence) is not None

    def _answered(self, remark: Remark, category: Category) -> Iterator[Caveat]:
        """Yield one source's answer to what another was just reported to say: as a rule, its denial."""
        before = self._before(remark)
        if certainty(before, "")[0] is None or _NOBODY.search(before) or _MODAL.search(before):
            return
        by = self._answering(remark)
        shown = by is not None and (is_exhibit(by) or self._finds(remark))
        if shown and category is Category.DISPUTED:
            category = Category.CONTRADICTED
        target = self.answers.answered(remark, by) if by is not None and (shown or can_answer(by)) else None
        if by in _PRONOUNS and not self._is_other(target):
            return
        if target is not None and self.scene.claims.ids[target] is not None:
            yield _caveat(remark, category, Certainty.ATTRIBUTED, target, by)

    def _finds(self, remark: Remark) -> bool:
        """Tell whether the publisher says what was looked for and not found: "inspectors found no trace of any such agent"."""
        found = _FINDING.search(
            self._before(remark) + self.scene.document.normal[remark.words.start : remark.words.end]
        )
        return found is not None and self.scene.speaker(remark.words) is None

    def _answering(self, remark: Remark) -> str | None:
        """Return the name of who answers: the source of the answer, the speaker, the subject, else the phrase itself."""
        own = self.scene.claims.opened(remark.words)
        if own is None:
            own = self.scene.claims.cued(remark.words)
        source = None if own is None else self.scene.source_of(own)
        if source is None or source.name is None:
            source = self.scene.speaker(remark.words)
        if source is None and (bound := self.scene.binder.about(remark.words, remark.sentence)) is not None:
            source = self.scene.sources.get(bound.source_id)
            source = None if self._is_another(source, remark) else source
        if source is None or source.name is None:
            return remark.agent or self._subject(remark)
        return source.name

    def _is_another(self, source: Source | None, remark: Remark) -> bool:
        """Tell whether "the mayor" is not the clerk just described."""
        subject = self._subject(remark)
        described = source is not None and source.kind is Kind.PERSON and source.naming is Naming.DESCRIBED
        return described and _called_so(subject) and source is not None and not _shares_word(source, subject or "")

    def _is_other(self, target: int | None) -> bool:
        """Tell whether "he" cannot be who made a claim: a channel, a ministry."""
        source = None if target is None else self.scene.source_of(target)
        return source is not None and source.kind in _FACELESS

    def _subject(self, remark: Remark) -> str | None:
        """Return the words of the subject of a remark: "organisers", "her lawyers"."""
        start = max(remark.sentence.start, remark.words.start - WINDOW)
        before = self.scene.document.normal[start : remark.words.start]
        found = _SUBJECT_PHRASE.search(before)
        return None if found is None else found["name"]


def _called_so(subject: str | None) -> bool:
    """Tell whether a subject calls somebody by a noun, not by a pronoun."""
    return subject is not None and subject.lower().startswith("the ")


def _one(claim: int | None) -> Sequence[int]:
    return () if claim is None else (claim,)


def _shares_word(source: Source, phrase: str) -> bool:
    """Tell whether a subject can be a source: "Marn" and "the governor" are "Governor Ana Marn"."""
    words = set(re.findall(r"\w+", f"{source.title or ''} {source.name or ''}".lower()))
    return not words.isdisjoint(set(re.findall(r"\w+", phrase.lower())) - {"a", "an", "the"})


def _points_back(source: Source, phrase: str) -> bool:
    """Tell whether a subject can point back to a source: "The post", "The page", not "The police" to a person."""
    found = _POINTING.fullmatch(phrase)
    if found is None:
        return False
    noun = found["noun"]
    kind = lexicon.kind_of(noun)
    return noun in lexicon.words("thing") or kind in _TELLING or (kind is source.kind and kind in _BODIES)


def _caveat(remark: Remark, category: Category, firmness: Certainty, claim: int, by: str | None) -> Caveat:
    return Caveat(category, firmness, remark.words, None, claim, by, remark.row.caps)
