"""Tell which claim is answered: "denied it", "rejected the criticism", "denied that staff had been silenced"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from credtag.caveats import lexicon
from credtag.caveats.claims import Claims
from credtag.caveats.meant import Meaning
from credtag.caveats.opposition import counts_apart, is_negative, stems, takes_up
from credtag.caveats.remarks import Remark
from credtag.labels import Naming, Stance
from credtag.records import Span

_OPEN = frozenset((Stance.ASKS, Stance.WANTS, Stance.UNCOMMITTED))  # contents that nobody claims to be so
_BACK = 320  # characters that an accusation is looked for before its answer
_ACCUSING = re.compile(
    r"\b(?:[Aa]ccus(?:e[sd]?|ing)|charg(?:e[sd]?|ing) (?:with|that)|alleg(?:e[sd]?|ing)|blam(?:e[sd]?|ing))\b"
)
_POINTING = re.compile(r"\b(?:it|this|such|sort|kind|happened|exist|existed)\b")
_SUCH = re.compile(r"\bsuch\b")
_ITSELF = re.compile(r"[^.;,]{0,12}\b(?:it|he|she|they|its|his|her|their)\b")
_TOLD = 2  # words of a claim by which it is known again, however far back
_MADE = re.compile(r",? (?:first )?(?:made |put |aired |raised |voiced )?(?:by|from|in) ")
_RESTATED = re.compile(r"[^.;:?!]{0,200}")  # the clause that says again what is denied


@frozen
class Answers:
    """The claims of an article, to find in them what is answered."""

    meaning: Meaning

    @property
    def claims(self) -> Claims:
        """The claims of the article."""
        return self.meaning.claims

    def answered(self, remark: Remark, by: str) -> int | None:
        """Return the claim that a remark answers: the last by somebody else that its words can mean."""
        before = self.claims.preceding(remark.words, remark.sentence)
        earlier = [i for i in before if not self.of_one_house(i, by) and (self.claimed(i) or self._is_somebodys(i))]
        match remark.row.manner:
            case "elliptic" | "negated":
                return self._contradicted(remark, earlier)
            case "behind":
                return self.claims.named(remark.words, remark.sentence)
            case "restated":
                return self.restated(remark, earlier, by)
            case "maker":
                made = self.meaning.made_by(remark.about or "", remark.words, remark.sentence)
                return None if made is None or self.of_one_house(made, by) else made
            case "deed" | "named":
                return self._naming(by, earlier)
            case "counted" if not lexicon.words("paper").isdisjoint(by.lower().split()):
                return None
            case "counted":
                last = next((i for i in earlier if self.claims.is_near(i, remark.sentence)), None)
                counted = self.claims.document.normal[remark.words.start : remark.words.end]
                return last if last is not None and counts_apart(self.claims.text(last), counted) else None
        return self._called(remark, by, earlier)

    def _contradicted(self, remark: Remark, earlier: Sequence[int]) -> int | None:
        """Return the claim just made that an answer turns round: "she had not", "she has not left"."""
        last = next((i for i in earlier if self.claims.is_near(i, remark.sentence) and self.claimed(i)), None)
        if last is None or self.claims.attributions[last].stance is Stance.DENIES:
            return None
        claim, answer = self.claims.text(last), self.claims.document.normal[remark.words.start : remark.words.end]
        clause = _RESTATED.match(self.claims.document.normal, remark.words.start)
        taken_up = remark.verb is None or takes_up(clause.group() if clause else answer, remark.verb, claim)
        return last if taken_up and is_negative(claim) != is_negative(answer) else None

    def _called(self, remark: Remark, by: str, earlier: Sequence[int]) -> int | None:
        """Return the claim that an answer calls by a noun, else the claim just made: "it", "that"."""
        named = self.claims.named(remark.words, remark.sentence)
        if named is not None and self._made(remark.words.end, named):
            return named
        called = self.meaning.phrase(remark.words, remark.sentence)
        if called is None or (called.owner is not None and called.owner in _words(by)):
            words = self.claims.document.normal[remark.words.start : remark.words.end]
            back = 2 if _POINTING.search(words) else 1
            last = next((i for i in earlier if self.claims.is_near(i, remark.sentence, back)), None)
            return last if last is None or self.claimed(last) else None
        if named is not None and (called.owner is not None or called.single in lexicon.words("alleging")):
            repeated = (i for i in self.meaning.claims_of(called, remark.sentence) if not self.of_one_house(i, by))
            return next(repeated, named) if called.topic else named
        earlier = [i for i in earlier if self.claimed(i)]
        if called.single in lexicon.words("accusing") and (accused := self._accused(remark.sentence)) is not None:
            return next((i for i in earlier if self.claims.is_cued(i, accused)), None)
        if called.is_thing or called.owner or called.pronoun or called.topic:
            found = next(iter(self.meaning.claims_of(called, remark.sentence)), None)
            if found is not None and self.of_one_house(found, by) and called.is_thing and called.owner is None:
                return earlier[0] if earlier else None  # "It called the report a smear", after its own words
            return None if found is None or self.of_one_house(found, by) else found
        return earlier[0] if earlier else None

    def _made(self, end: int, named: int) -> bool:
        """Tell whether it is said who made the claim that a rejection goes on to name: "the allegation by her lawyer that …"."""
        start = self.claims.attributions[named].content[0].start
        return _MADE.match(self.claims.document.normal, end, start) is not None

    def restated(self, remark: Remark, earlier: Sequence[int], by: str) -> int | None:
        """Return the claim that an answer goes on to name, else the one whose words it takes up; one of an accusation, or of "such a warning", is enough."""
        named = self.claims.named(remark.words, remark.sentence)
        if named is not None and self._alleged(remark.words):
            return named
        clause = _RESTATED.match(self.claims.document.normal, remark.words.end)
        words = clause.group() if clause else ""
        denied, such = stems(words), _SUCH.search(words) is not None
        told = [(i, len(denied & stems(self.claims.text(i)))) for i in earlier if self.claimed(i)]
        near = next(
            (i for i, shared in told if shared >= (1 if such or self._accuses(i, remark.sentence) else _TOLD)), None
        )
        if near is None:
            near = next((i for i, _ in told[:1] if self._meets(i, remark.sentence, words, by)), None)
        if near is not None or len(denied) < _TOLD:
            return near
        far = (i for i in self.claims.earlier(remark.words) if self.claimed(i) and not self.of_one_house(i, by))
        return next((i for i in far if len(denied & stems(self.claims.text(i))) >= max(_TOLD, len(denied) / 2)), None)

    def _meets(self, i: int, sentence: Span, words: str, by: str) -> bool:
        """Tell whether a denial meets the claim made just before it: by one of its words, its maker ("the group"), or since both are about who denies."""
        if not self.claims.is_near(i, sentence):
            return False
        report = self.claims.report(i)
        itself = _ITSELF.match(words) is not None and bool(by) and by.split()[-1] in self.claims.text(i)
        return itself or not stems(words).isdisjoint(stems(report))

    def _accuses(self, i: int, sentence: Span) -> bool:
        return self.claims.attributions[i].stance is Stance.CLAIMS and self.claims.is_near(i, sentence)

    def _alleged(self, words: Span) -> bool:
        """Tell whether a claim is called one that somebody made: "denied reports that", not "rejects suggestions that"."""
        called = self.claims.document.normal[words.start : words.end].lower().split()
        return not lexicon.words("alleging").isdisjoint(word.removesuffix("s") for word in called)

    def _naming(self, by: str, earlier: Sequence[int]) -> int | None:
        """Return the claim in whose report who answers is named."""
        name = by.split()[-1]
        return next((i for i in earlier if self.claimed(i) and name in self.claims.report(i)), None)

    def _is_somebodys(self, i: int) -> bool:
        """Tell whether a known source says it: not the order in "He was ordered to pay damages"."""
        source = self.meaning.sources.get(self.claims.ids[i])
        return source is not None and source.naming is not Naming.UNSPECIFIED

    def claimed(self, i: int) -> bool:
        """Tell whether somebody says that a content is so."""
        return self.claims.attributions[i].stance not in _OPEN

    def _accused(self, sentence: Span) -> Span | None:
        """Return the last word before a sentence that accuses somebody."""
        start = max(0, sentence.start - _BACK)
        found = list(_ACCUSING.finditer(self.claims.document.normal, start, sentence.start))
        return Span(*found[-1].span()) if found else None

    def of_one_house(self, i: int, by: str) -> bool:
        """Tell whether a claim is of one house with who answers: "Meridian" and "Meridian's editor", not its critics."""
        source = self.meaning.sources.get(self.claims.ids[i])
        one = _words((source.name if source else None) or "")
        other = _words(by)
        against = lexicon.words("against")
        return bool(one and other and (one <= other or other <= one)) and against.isdisjoint(one ^ other)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - {"the", "a", "an", "s"}
