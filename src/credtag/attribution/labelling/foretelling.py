"""Who foretells: what will be, as far as it lies outside the will of whoever tells it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from credtag.attribution.labelling.factuality import PERSONAL, MainClause
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.grammar import Reading
from credtag.labels import CueType
from credtag.resources import table

_WILL = g.words("will would wo won't wouldn't 'll")
_EXPERTS = g.words(
    "analysts economists experts forecasters researchers scholars scientists analysis analyses study studies forecast forecasts model"
    " foundation institute center centre"
)  # whose words about what will be foretell it
_JUDGING = (("i", "think"), ("i", "believe"), ("i", "suspect"), ("i", "predict"), ("i", "expect"))
_TALKING = g.words("i i'm i'll we we'll you you'll it")  # of whose own doings no judgement is a forecast
_LIKELY = frozenset((word, "to") for word in g.words("likely unlikely bound sure"))  # "is likely to fall"
_SOON = 5  # tokens behind an auxiliary in which they stand
_PEOPLE = g.words("i we he she they you who nobody everyone everybody anyone someone one people")
_GRADING = g.words("more less worse better")  # "it would be worse"
_SETTLING = g.words(
    "announce announces announced announcing announcement unveil unveiled rule ruled ruling assumed assumes assuming"
)
_STEPPED = g.ADVERB | g.NEGATION | g.QUOTE


@cache
def _outcomes() -> dict[str, frozenset[str]]:
    """Return of whom each verb foretells: of anybody (befalls), of others (happens), of things (effects, acts)."""
    kinds: dict[str, set[str]] = {}
    for row in table("lexicon/outcomes.tsv"):
        kinds.setdefault(row["verb"], set()).add(row["kind"])
    return {verb: frozenset(kind) for verb, kind in kinds.items()}


@cache
def _agents() -> frozenset[str]:
    nouns = {row["noun"].lower() for row in table("lexicon/role_nouns.tsv") if row["kind"] != "document"}
    return frozenset(nouns | {noun + "s" for noun in nouns})


def foretells(reading: Reading, raw: Raw, clause: MainClause, cue_type: CueType) -> bool:
    """Tell whether somebody judges what will be: "believes that the bridge will fall", "said it would cost lives".

    Args:
        reading: The article.
        raw: The attribution.
        clause: The first main clause of its content.
        cue_type: What kind of cue it has.
    """
    lowers, at = reading.document.lowers, clause.auxiliary
    if at is None or _decides(reading, raw):
        return False
    if any(pair in _LIKELY for pair in pairwise(lowers[at + 1 : min(at + _SOON, clause.stop)])):
        return True
    if lowers[at] not in _WILL or lowers[at + 1 : at + 2] == ("have",):
        return False
    subject = lowers[clause.start]
    if cue_type is CueType.BELIEF:
        return subject not in ("i", "we")
    if _comes_about(reading, clause, at):
        return True
    if lowers[clause.start : clause.start + 2] in _JUDGING:
        behind = clause.start + 2 + (lowers[clause.start + 2 : clause.start + 3] == ("that",))
        return lowers[behind] not in _TALKING
    expert = any(lowers[i] in _EXPERTS for i in reading.tokens_of(raw.source))
    return expert and subject not in PERSONAL


def _decides(reading: Reading, raw: Raw) -> bool:
    """Tell whether who speaks settles what will be, or leaves it open: "announced that", "shows what it would cost"."""
    opening = reading.kinds[reading.document.token_at(raw.content[0].start)] & g.INTERROGATIVE
    return bool(opening) or any(reading.document.lowers[i] in _SETTLING for i in reading.tokens_of(raw.cue))


def _comes_about(reading: Reading, clause: MainClause, at: int) -> bool:
    """Tell whether nobody's will decides what the auxiliary at token *at* leads to: "the bridge | would | fall"."""
    lowers, verb = reading.document.lowers, at + 1
    if lowers[clause.start] in PERSONAL and not reading.kinds[clause.start + 1] & (g.AUXILIARY | g.ADVERB):
        return False  # "they hoped it would fall"
    while verb < clause.stop and reading.kinds[verb] & _STEPPED:
        verb += 1
    if lowers[verb : verb + 1] == ("be",):
        return not _GRADING.isdisjoint(lowers[verb + 1 : verb + 3])
    kinds = _outcomes().get(lowers[verb], frozenset()) if verb < clause.stop else frozenset()
    if "befalls" in kinds:
        return True
    head = _head(reading, clause.start, at)
    if not kinds or lowers[head] in _PEOPLE:
        return False
    if lowers[head] == "it":
        return "effects" in kinds
    acts = bool(reading.kinds[head] & g.CAPITAL) or lowers[head] in _agents()
    return "happens" in kinds or not acts


def _head(reading: Reading, first: int, last: int) -> int:
    """Return the head of a subject: "the | cost | of the bridge | would"."""
    kinds = reading.kinds
    if kinds[last - 1] & g.NOMINATIVE:
        return last - 1
    end = next((i for i in range(first + 1, last) if kinds[i] & (g.PREPOSITION | g.RELATIVE)), last) - 1
    while end > first and kinds[end] & (g.QUOTE | g.ADVERB | g.MARK):
        end -= 1
    return end
