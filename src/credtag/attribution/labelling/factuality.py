"""How a source presents a content: its first main clause, how certain that is, and whether it is denied (after FactBank)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import frozen

from credtag.attribution.raw import Raw
from credtag.attribution.syntax import cues
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.grammar import Reading
from credtag.labels import CueType, Factuality, Polarity, Stance
from credtag.records import Span
from credtag.resources import table

_NO_BASIS = frozenset((Stance.WANTS, Stance.ASKS, Stance.UNCOMMITTED))
_SUGGESTING = g.words("suggest suggests suggesting suggested suggestion suggestions")
_RUMOUR = g.words("rumor rumors rumour rumours gossip")
_SEEMING = g.words("appear appears appeared seem seems seemed")
PERSONAL = frozenset(("i", "we", "he", "she", "they", "it"))
_INVERTED = g.words("were had should")
_ONLY_IF = _INVERTED | g.words("if unless")
_NOBODY = frozenset(("nobody", "none", "nothing", "neither", "no-one"))
_ENDS = frozenset((";", ".", "?", "!"))
_UNABLE = g.words("not never hardly barely scarcely")
_ALLEGED = g.words("allegation allegations accusation accusations")
_FEARS = ("fear", "worr", "concern", "afraid", "dread", "alarm", "anxi", "nervous", "uneas")
_WOULD = g.words("would 'd wouldn't")
_LATER = g.words("why because which who whom whose if unless until while although though when where after before since")
_SUBJECT = 4  # tokens that a subject and its auxiliary may take
_REACH = 5  # tokens after the first auxiliary in which a hedge still belongs to it


@frozen
class MainClause:
    """The tokens of the first main clause of a content, and its first auxiliary."""

    start: int
    stop: int
    auxiliary: int | None


def main_clause(reading: Reading, content: Sequence[Span]) -> MainClause:
    """Return the first main clause of a content."""
    lowers, kinds = reading.document.lowers, reading.kinds
    ranges = [reading.document.token_range(piece) for piece in content]
    start, stop = ranges[0]
    if (
        len(ranges) > 1
        and stop - start < 30
        and not any(kinds[i] & (g.AUXILIARY | g.IRREGULAR) for i in range(start, stop))
    ):
        stop = ranges[1][1]  # "The fare, the paper said, would rise": the verb stands in the second piece
    while start < stop and kinds[start] & (g.QUOTE | g.MARK):
        start += 1
    if lowers[start : start + 1] == ("that",) and start + 1 < stop and not kinds[start + 1] & g.AUXILIARY:
        start += 1
    start = _past_opening(reading, start, stop)
    auxiliary = None
    i = start
    skipping = told = False
    while i < stop:
        word, kind = lowers[i], kinds[i]
        if skipping:
            if word == ",":
                skipping = False
        elif word in _ENDS and i > start and not _abbreviates(reading, i, stop):
            break
        elif word in _LATER and i > start:
            if told:
                break
            if word in ("who", "which", "whose", "whom") and auxiliary is None:
                skipping = True
            elif auxiliary is not None or kind & g.SUBORDINATOR:
                break
        elif word == "that" and told:  # "took a loss that | he may have used"
            break
        elif word == "that" and i > start and auxiliary is None:  # "a drug that has been sold for years may help"
            while i + 1 < stop and kinds[i + 1] & (g.AUXILIARY | g.ADVERB):
                i += 1
        elif kind & g.AUXILIARY and auxiliary is None and not (word == "'s" and not _verbal(reading, i)):
            auxiliary = i
        elif auxiliary is None and i > start and _is_finite(reading, i, start):
            told = True
        elif (auxiliary is not None and word == "," and i + 1 < stop and kinds[i + 1] & g.COORDINATOR) or (
            auxiliary is not None and kind & g.COORDINATOR and _clause_begins(reading, i + 1, stop)
        ):
            break
        i += 1
    return MainClause(start, max(i, start), auxiliary)


def _abbreviates(reading: Reading, i: int, stop: int) -> bool:
    """Tell the full stop of "Mrs. Sorin" from one that ends a sentence."""
    document, starts = reading.document, reading.document.tokens.starts
    inside = document.lowers[i] == "." and i + 1 < stop
    return inside and document.sentence_at(starts[i]) == document.sentence_at(starts[i + 1])


def _is_finite(reading: Reading, i: int, start: int) -> bool:
    """Tell whether the main verb stands at token *i*: "the firm | took", "he | decided", but not "a drug sold"."""
    if not reading.kinds[i] & (g.PAST | g.IRREGULAR):
        return False
    before = reading.kinds[i - 1]
    return bool(before & g.NOMINATIVE) or (bool(before & g.CAPITAL) and i - start <= _SUBJECT)


def _clause_begins(reading: Reading, i: int, stop: int) -> bool:
    """Tell whether a subject and its auxiliary stand at token *i*: "and | the owner could"."""
    kinds = reading.kinds[i : min(i + _SUBJECT, stop)]
    subject = bool(kinds) and kinds[0] & (g.CAPITAL | g.NOMINATIVE | g.DETERMINER)
    return bool(subject) and any(kind & g.AUXILIARY for kind in kinds[1:])


def _verbal(reading: Reading, i: int) -> bool:
    """Tell "it's" from the genitive."""
    return bool(
        i
        and (
            reading.kinds[i - 1] & (g.NOMINATIVE | g.INTERROGATIVE)
            or reading.document.lowers[i - 1] in ("that", "this")
        )
    )


def _past_opening(reading: Reading, start: int, stop: int) -> int:
    """Step over a subordinate clause at the beginning: "If it rains, ...", "Were it to rain, it would ..."."""
    lowers = reading.document.lowers
    inverted = start < stop and lowers[start] in _INVERTED
    if inverted or (start < stop and lowers[start] in _LATER - {"which", "who", "whom", "whose", "where"}):
        for i in range(start, min(stop, start + 40)):
            if lowers[i] == ",":
                would = any(kind & g.MODAL for kind in reading.kinds[i + 1 : min(i + 5, stop)])
                return i + 1 if would or not inverted else start
    return start


@cache
def _hedges() -> dict[str, tuple[tuple[tuple[str, ...], Factuality], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Factuality]]] = {}
    for row in table("lexicon/hedges.tsv"):
        words = tuple(row["phrase"].lower().split())
        found.setdefault(words[0], []).append((words, Factuality(row["factuality"])))
    return {first: tuple(sorted(group, key=lambda h: -len(h[0]))) for first, group in found.items()}


_WEAKNESS = {Factuality.CERTAIN: 0, Factuality.PROBABLE: 1, Factuality.POSSIBLE: 2, Factuality.UNSPECIFIED: 3}


def factuality_of(
    reading: Reading, raw: Raw, clause: MainClause, cue_type: CueType, stance: Stance
) -> tuple[Factuality, tuple[Span, ...]]:
    """Return how certain a content is as its source presents it, and the words that say so."""
    weakest, spans = Factuality.CERTAIN, []
    limit = clause.stop if clause.auxiliary is None else min(clause.stop, clause.auxiliary + _REACH + 1)
    i, lowers, hedges = clause.start, reading.document.lowers, _hedges()
    while i < limit:
        hit = _hedge_at(reading, i, clause) if i == clause.start or lowers[i] in hedges else None
        if hit is None:
            i += 1
            continue
        length, factuality, words = hit
        spans.append(Span(reading.document.tokens.starts[i], reading.document.tokens.ends[i + words - 1]))
        weakest = max(weakest, factuality, key=_WEAKNESS.__getitem__)
        i += length
    if stance in _NO_BASIS or (cue_type is CueType.INTENTION and stance is Stance.DENIES):
        return Factuality.UNSPECIFIED, tuple(spans)
    if _on_condition(reading, raw, clause):
        weakest = max(weakest, Factuality.POSSIBLE, key=_WEAKNESS.__getitem__)
    own = _of_cue(reading, raw, cue_type, stance)
    return max(weakest, own, key=_WEAKNESS.__getitem__), tuple(spans)


def _on_condition(reading: Reading, raw: Raw, clause: MainClause) -> bool:
    """Tell whether the main clause only would be so: "If the school closed, she would leave"."""
    lowers, at = reading.document.lowers, clause.auxiliary
    if at is None or lowers[at] not in _WOULD:
        return False
    before = reading.document.token_range(raw.content[0])[0]
    before += bool(reading.kinds[before] & g.QUOTE)
    behind = lowers[clause.stop - 1 : clause.stop + 1]
    return (before < clause.start and lowers[before] in _ONLY_IF) or (
        behind[1:] in (("if",), ("unless",)) and behind[0] != "only"
    )


def _hedge_at(reading: Reading, i: int, clause: MainClause) -> tuple[int, Factuality, int] | None:
    """Return the length, the factuality and the shown words of the hedge at token *i*; adverbs may stand in it."""
    lowers, kinds = reading.document.lowers, reading.kinds
    for words, factuality in _hedges().get(lowers[i], ()):
        at, rest = i + 1, words[1:]
        while rest and at < clause.stop:
            if lowers[at] == rest[0]:
                rest = rest[1:]
            elif not kinds[at] & (g.ADVERB | g.QUOTE):
                break
            at += 1
        if not rest:
            shown = 1 if kinds[i] & g.MODAL else at - i
            if words == ("may",) and kinds[i] & g.CAPITAL and i > clause.start:
                continue
            if words == ("could",) and (
                not _UNABLE.isdisjoint(lowers[at : at + 1]) or lowers[at + 1 : at + 2] == ("no",)
            ):
                continue  # "could not find it", "could find no trace": what somebody was unable to do
            return at - i, factuality, shown
    if lowers[i] in PERSONAL and i == clause.start and i + 1 < clause.stop:
        verb = i + 1 + bool(kinds[i + 1] & g.ADVERB and i + 2 < clause.stop)  # "he finally believes"
        for form in cues.match(lowers, verb, clause.stop):
            if form.part == "verb" and any(c.cue_type is CueType.BELIEF for c in form.cues):
                return verb + 1 - i, Factuality.PROBABLE, verb + 1 - i
            if form.part == "verb" and any(c.lemma == "hope" for c in form.cues):
                return verb + 1 - i, Factuality.POSSIBLE, verb + 1 - i
    return None


def _of_cue(reading: Reading, raw: Raw, cue_type: CueType, stance: Stance) -> Factuality:
    """Return how certain the cue itself leaves the content."""
    words = {reading.document.lowers[i] for i in reading.tokens_of(raw.cue)}
    if words & {"allegedly", "supposedly", "purportedly", "reportedly"}:
        return Factuality.UNSPECIFIED
    if not words.isdisjoint(_RUMOUR) or (not raw.source and not words.isdisjoint(_ALLEGED)):
        return Factuality.UNSPECIFIED
    if cue_type is CueType.BELIEF:
        return Factuality.PROBABLE
    if cue_type is CueType.EMOTION and (stance is Stance.PREDICTS or _fears_that(reading, raw)):
        return Factuality.POSSIBLE
    if words & _SUGGESTING or (words & _SEEMING and cue_type is CueType.KNOWLEDGE):
        return Factuality.PROBABLE
    return Factuality.CERTAIN


def _fears_that(reading: Reading, raw: Raw) -> bool:
    """Tell a fear that something is so from a fear for something: "fears | that it fell", not "worries about | the bridge"."""
    words = [reading.document.lowers[i] for i in reading.tokens_of(raw.cue)]
    return (
        any(word.startswith(_FEARS) for word in words)
        and not reading.kinds[reading.document.token_at(raw.cue[-1].end - 1)] & g.PREPOSITION
    )


def polarity_of(reading: Reading, clause: MainClause) -> Polarity:
    """Tell whether the main verb is negated, or its subject or object is a plain "no"."""
    lowers, kinds = reading.document.lowers, reading.kinds
    start, stop, at = clause.start, clause.stop, clause.auxiliary
    if start >= stop:
        return Polarity.POSITIVE
    if (
        lowers[start] in _NOBODY
        or lowers[start : start + 2] in (("no", "one"), ("not", "to"), ("never", "to"))
        or lowers[start] in ("never", "not")
    ):
        return Polarity.NEGATIVE
    if at is None:
        return Polarity.POSITIVE
    if kinds[at] & g.NEGATION:
        return Polarity.NEGATIVE
    for i in range(at + 1, min(at + 5, stop)):
        if lowers[i] in ("not", "never", "no", "nobody", "nothing", "neither"):
            return Polarity.NEGATIVE if lowers[i + 1 : i + 2] != ("only",) else Polarity.POSITIVE
        if not kinds[i] & (g.AUXILIARY | g.ADVERB | g.QUOTE | g.MARK):
            break
    return Polarity.POSITIVE
