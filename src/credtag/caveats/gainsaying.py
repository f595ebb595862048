"""Tell which claim another source gainsays by what it says itself: "There was no pressure", "She has her facts wrong"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from credtag.caveats import lexicon
from credtag.caveats.answers import Answers
from credtag.caveats.opposition import (
    can_answer,
    counts_apart,
    in_one_matter,
    is_counted,
    is_exhibit,
    is_negative,
    oppose,
    stems,
    turns,
)
from credtag.caveats.scene import Scene
from credtag.labels import Category, Certainty, Naming, Stance
from credtag.records import Caveat, Span, hull

_PRONOUNS = frozenset(("he", "she", "it", "they"))
_OPENS = 70  # characters at the head of a reply that may deny
_BACK = 3  # claims that a reply may reach back over
_SAID = frozenset((Stance.STATES, Stance.CLAIMS, Stance.PREDICTS))
_POLICY = re.compile(r"\b(?:should|must|ought|let us|let's|deserves?|needs? to)\b|\?", re.IGNORECASE)
_OPENING = re.compile(r"^[\"'\s]*(?:that )?(?:(?:No|But|Well|Look|Actually|And|Yet),? )?[\"']?")
_DENIED = re.compile(
    r"(?P<before>(?:[\w-]+ ){0,2})\b(?P<whole>not (?:a single|one)|nobody|no one|none|nothing(?! to do with (?!it\b|that\b|this\b))|at no (?:point|time|stage)"
    r"|there (?:was|were|is|are|had been) (?:no|never any))\b|\b(?:not|never|no|neither)\b|n't\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:I|[Ww]e|[Ss]he|[Hh]e|[Ii]t|[Tt]hey)(?:'ve|'d)? ?(?:ha[sd]|have|is|are|was|were|do|does|did|would|never|not)(?:\b|n't)"
)
_WORD = re.compile(r"[\w-]{4,}")
_NUMBER = r"(?:\d[\d,.]*|a (?:third|quarter|dozen|handful|few)|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)\b"
_FEWER = re.compile(
    rf"\b(?:only|just|barely|no more than|at most|fewer than|less than|closer to|nearer(?: to)?) (?:\w+ )?{_NUMBER}"
    r"|(?<!could be )(?<!may be )(?<!might be )\b(?:far|much) (?:lower|higher|smaller|greater|larger|fewer)\b",
    re.IGNORECASE,
)
_COUNTERS = re.compile(r"\b(?:counter|protest|swor|swear|retort)")
_IT = re.compile(r"[\"']?(?:that )?(?:it|they)\b", re.IGNORECASE)
_AT_MOST = re.compile(rf"\b(?:no more than|at most|fewer than|less than|closer to) (?:\w+ )?{_NUMBER}[^.,;]*")
_INDEFINITE = frozenset(("single", "anybody", "anyone", "anything", "ever"))
_MEASURE = re.compile(
    r"\bthe (?:true |real |actual |correct )?(?:figure|number|toll|turnout|share|saving|sum|count|total|cost|amount|rate)s?\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"\b(?:while|whereas|although|though|but)\b|;", re.IGNORECASE)
_HEAD = re.compile(
    r"\s*+(?:that )?(?:(?:all|only|every|none|nothing|no|nobody|not|there)\b|(?:he|she|it|they)\b(?! be\b))",
    re.IGNORECASE,
)
_INSISTING = re.compile(r"\b(?:insist|maintain|counter|protest|contend|swear|swor|retort)", re.IGNORECASE)
_MATTER = re.compile(
    r"[\"']?(?:that )?(?:it|they|there|no|none|not|nobody|nothing|all|both|every|only|those|these|the)\b", re.IGNORECASE
)


@frozen
class Gainsaying:
    """The claims of one article, each read against what another source has just said."""

    scene: Scene

    def caveats(self) -> Iterator[Caveat]:
        """Yield a caveat for each claim that the next source gainsays by its own words."""
        order = [i for i in self.scene.claims.order if self.scene.claims.attributions[i].inside is None]
        for k in range(1, len(order)):
            by = self._speaker(order[k])
            claim = None if by is None else self._just_said(order[max(0, k - _BACK) : k], order[k], by)
            if by is not None and claim is not None and self._gainsays(order[k], claim):
                words = hull(self.scene.claims.attributions[order[k]].content)
                category = Category.CONTRADICTED if is_exhibit(by) else Category.DISPUTED
                yield Caveat(category, Certainty.ATTRIBUTED, words, None, claim, by, True)

    def _speaker(self, reply: int) -> str | None:
        """Return the name of who says a reply, if it is known and may gainsay."""
        source = self.scene.source_of(reply)
        stance = self.scene.claims.attributions[reply].stance
        if source is None or source.naming is Naming.UNSPECIFIED or stance not in _SAID:
            return None
        if source is self.scene.sources.publisher or source.name is None:
            return None
        return source.name if is_exhibit(source.name) or can_answer(source.name) else None

    def _just_said(self, earlier: list[int], reply: int, by: str) -> int | None:
        """Return what another source said last, in the sentence of a reply or the one before it."""
        answers, claims = Answers(self.scene.meaning), self.scene.claims
        others = (i for i in reversed(earlier) if claims.ids[i] != claims.ids[reply])
        last = next((i for i in others if not answers.of_one_house(i, by)), None)
        if last is None or not self._is_told(last) or not claims.is_near(last, self._sentence(reply)):
            return None
        return last

    def _is_told(self, claim: int) -> bool:
        source = self.scene.source_of(claim)
        told = source is not None and source.naming is not Naming.UNSPECIFIED and can_answer(source.name or "")
        return told and self.scene.claims.attributions[claim].stance in _SAID

    def _sentence(self, claim: int) -> Span:
        """Return the sentence in which a claim begins; the claim itself, if it begins outside all sentences."""
        document, content = self.scene.document, self.scene.claims.attributions[claim].content
        number = document.sentence_at(content[0].start)
        return hull(content) if number is None else document.sentences[number]

    def _gainsays(self, reply: int, claim: int) -> bool:
        answer, said = self.scene.claims.text(reply), self.scene.claims.text(claim)
        if _POLICY.search(answer) or _POLICY.search(said):
            return False
        return (
            self._judges(answer, claim)
            or denies(answer, said)
            or counts_fewer(answer, said)
            or (_counted().match(answer) is not None and counts_apart(said, answer))
            or self._counters(reply, claim)
            or (turns(answer, said) and _IT.match(answer) is not None)
            or self._contrasts(reply, claim)
            or self._insists(reply, claim)
        )

    def _judges(self, answer: str, claim: int) -> bool:
        """Tell whether a reply judges what was said, or who said it: "That is not what happened", "She is making it up"."""
        judged = _judging().match(_OPENING.sub("", answer))
        if judged is None or judged["who"] is None:
            return judged is not None
        source = self.scene.source_of(claim)
        called = f"{source.title or ''} {source.name or ''}".lower() if source else ""
        return judged["who"].lower() in _PRONOUNS or not set(_WORD.findall(judged["who"].lower())).isdisjoint(
            _WORD.findall(called)
        )

    def _counters(self, reply: int, claim: int) -> bool:
        """Tell whether a source counters what was said: "countered that the base holds no fuel"."""
        claims = self.scene.claims
        answer, said = claims.text(reply), claims.text(claim)
        cue = " ".join(claims.document.slice(c) for c in claims.attributions[reply].cue)
        return _COUNTERS.search(cue) is not None and oppose(answer, said) and in_one_matter(answer, said)

    def _insists(self, reply: int, claim: int) -> bool:
        """Tell whether a source insists on something else in the matter: "insists that no offer has arrived", "that he was not told"."""
        claims = self.scene.claims
        answer, said = claims.text(reply), claims.text(claim)
        if _INSISTING.search(" ".join(claims.document.slice(c) for c in claims.attributions[reply].cue)) is None:
            return False
        of_who_denies = _SELF.match(answer) is not None and is_negative(answer)
        return _MATTER.match(answer) is not None or of_who_denies or not stems(answer).isdisjoint(stems(said))

    def _contrasts(self, reply: int, claim: int) -> bool:
        """Tell whether a sentence sets two sources against each other: "while the army says …, villagers insist …"."""
        sentence = self._sentence(reply)
        found = self.scene.claims.attributions
        said, answer = hull(found[claim].content), hull(found[reply].content)
        if said.start < sentence.start or said.end > answer.start:
            return False
        normal = self.scene.document.normal
        cue = " ".join(normal[c.start : c.end] for c in found[reply].cue)
        text = normal[answer.start : answer.end]
        between = normal[sentence.start : said.start].split(" ", 1)[0] + " " + normal[said.end : answer.start]
        set_apart = _CONTRAST.search(between) is not None
        return set_apart and bool(
            (_INSISTING.search(cue) and _HEAD.match(text))
            or (_FEWER.search(text) and is_counted(normal[said.start : said.end]))
        )


@cache
def _judging() -> re.Pattern[str]:
    """Return the pattern of replies that judge what was said: "That is not what happened", "She is making it up"."""
    return re.compile(lexicon.slot("gainsaying"))


@cache
def _counted() -> re.Pattern[str]:
    """Return the pattern of replies that are a number: "60,000", "the true figure is a few dozen a year"."""
    number, measure = lexicon.slot("number"), lexicon.slot("measure")
    return re.compile(
        rf"[\"']?(?:that )?(?:{measure} (?:is|was|were|are|would be|had been|at) )?{number}(?:[.,;:\"']|$| (?:an?|per) \w+$)"
    )


def denies(reply: str, claim: str) -> bool:
    """Tell whether a reply denies what a claim says happened, by one of its words.

    Example:
        >>> denies("There was no pressure", "the deal was signed under pressure")
        True
        >>> denies("the drug has never been tested in children", "the drug is safe")
        False
    """
    if is_negative(claim):
        return False
    told = _stems(claim)
    for found in _DENIED.finditer(reply, 0, _OPENS):
        taken = _stems(f"{found['before'] or ''} {_first_word(reply[found.end() : found.end() + 60])}") & told
        if taken and (found["whole"] or _SELF.search(reply) or len(_stems(reply) & told) > 1):
            return True
    return False


def _first_word(text: str) -> str:
    """Return the first word that carries a meaning."""
    known = lexicon.words("knowing")
    return next(
        (w for w in _WORD.findall(text) if w in known or (w not in lexicon.words("light") and w not in _INDEFINITE)), ""
    )


def _stems(text: str) -> frozenset[str]:
    """Return the stems of a text; who was told knows."""
    known = frozenset(("known",)) if not lexicon.words("knowing").isdisjoint(_WORD.findall(text)) else frozenset()
    return stems(text) | known


def counts_fewer(reply: str, claim: str) -> bool:
    """Tell whether a reply corrects the number of a claim.

    Example:
        >>> counts_fewer("the saving would be less than two minutes", "it would save eleven minutes")
        True
    """
    if _FEWER.search(reply) is None or not is_counted(claim):
        return False
    limited = _AT_MOST.search(reply)
    counted = stems(limited.group()) & stems(claim) if limited else frozenset()
    return _MEASURE.search(reply) is not None or bool(counted - _units())


@cache
def _units() -> frozenset[str]:
    """Return the stems of what anything is counted in."""
    return stems("percent cent hundred thousand million billion people voters years")
