"""What a source does with a content: form, kind of cue, stance, factuality, polarity and hedges.

Works on any cue, from the rules or from a trained tagger, listed in the lexicon or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from attrs import frozen

from credtag.attribution import cues, scores
from credtag.attribution import grammar as g
from credtag.attribution.cues import Cue
from credtag.attribution.grammar import Reading
from credtag.attribution.raw import Raw
from credtag.labels import CueType, Factuality, Form, Polarity, Stance
from credtag.records import Attribution, Document, Span
from credtag.resources import table

_NO_BASIS = frozenset((Stance.WANTS, Stance.ASKS, Stance.UNCOMMITTED))
_SUGGESTING = g.words("suggest suggests suggesting suggested")
_SEEMING = g.words("appear appears appeared seem seems seemed")
_SELF = frozenset(("i", "we", "he", "she", "they", "it"))
_NO_SUBJECT = frozenset(("neither", "none", "nobody", "no", "not"))
_UNRESISTED = g.words("resist resisted help hesitate hesitated mince")  # "could not resist pointing out" affirms
_LIGHT = g.words(
    "express expresses expressed expressing voice voices voiced voicing signal signals signaled signalled signaling"
    " signalling show shows showed shown showing make makes made making issue issues issued issuing file files filed filing"
    " raise raises raised raising indicate indicates indicated indicating"
)  # verbs that leave the meaning to their noun: "expressed deep concern"
_ASKED = g.words(
    "request requests bid bids call calls plea pleas appeal appeals application applications motion motions demand demands"
)
_TOWARDS = g.words("about over at by with")  # after which an emotion has an object: "worried about the bridge"
_DIRECTING = g.words("suggest suggests suggested suggesting suggestion insist insists insisted insisting")
_INVERTED = g.words("were had should")
_ONLY_IF = _INVERTED | g.words("if unless")
_AHEAD = frozenset(
    (word, "to")
    for word in g.words(
        "going about likely set due bound ready plans planned planning intends intended expects expected"
    )
)
_NEXT = 6  # tokens among which the head of an object stands
_STATEMENT = re.compile(r"[.!](?:\s|$)")  # the end of a sentence that is no question
_NOBODY = frozenset(("nobody", "none", "nothing", "neither", "no-one"))
_ENDS = frozenset((";", ".", "?", "!"))
_WOULD = g.words("would 'd wouldn't")
_WARNING = g.words("warn warns warned warning")
_LATER = g.words("because which who whom whose if unless until while although though when where after before since")
_NO_VERB = g.NUMBER | g.DETERMINER | g.POSSESSIVE | g.CAPITAL | g.PREPOSITION | g.QUOTE
_REACH = 5  # tokens after the first auxiliary in which a hedge still belongs to it


def label(reading: Reading, raw: Raw) -> Attribution:
    """Label one raw attribution."""
    negated = _negated(reading, raw)
    form = _form(reading.document, raw.content)
    cue_type, stance = _meaning(reading, raw, negated)
    if form is Form.DIRECT and stance is Stance.STATES and _only_asks(reading.document, raw.content):
        stance = Stance.ASKS
    clause = _main_clause(reading, raw.content)
    cue_type, stance = _told_by_content(reading, raw, clause, cue_type, stance)
    factuality, hedges = _factuality(reading, raw, clause, cue_type, stance)
    doubted = negated and cue_type is CueType.BELIEF
    return Attribution(
        content=raw.content,
        cue=raw.cue,
        source=raw.source,
        form=form,
        cue_type=cue_type,
        stance=stance,
        factuality=factuality,
        polarity=Polarity.NEGATIVE if doubted else _polarity(reading, clause),
        hedges=hedges,
        score=scores.of(raw.pattern) if raw.score is None else raw.score,
    )


# --------------------------------------------------------------------------- form


def _form(document: Document, content: Sequence[Span]) -> Form:
    """Tell by the quotation marks: around all of the content, in it, or nowhere."""
    if all(_quoted(document, piece) for piece in content):
        return Form.DIRECT
    marks = ('"', "''", "``")
    inside = any(mark in document.normal[piece.start : piece.end] for piece in content for mark in marks)
    return Form.MIXED if inside else Form.INDIRECT


def _only_asks(document: Document, content: Sequence[Span]) -> bool:
    """Tell whether every sentence of a quotation is a question."""
    ends = [document.normal[piece.start : piece.end].rstrip("\"' ") for piece in content]
    return all(words.endswith("?") and not _STATEMENT.search(words) for words in ends)


def _quoted(document: Document, piece: Span) -> bool:
    at = document.quotation_at(piece.start)
    return at is not None and any(
        part.start == piece.start and part.covers(piece) for part in document.quotations[at].parts
    )


# --------------------------------------------------------------------------- cue


def _negated(reading: Reading, raw: Raw) -> bool:
    """Tell whether the cue or its subject says no: "did not confirm", "neither of them confirmed"."""
    if _of_nobody(reading, raw):
        return True
    lowers, cue = reading.document.lowers, tuple(_tokens(reading, raw.cue))
    return any(reading.kinds[i] & g.NEGATION for i in cue) and not any(lowers[i] in _UNRESISTED for i in cue)


def _of_nobody(reading: Reading, raw: Raw) -> bool:
    """Tell whether the subject says no: "neither of them", "not all analysts"."""
    lowers = reading.document.lowers
    subject = next(_tokens(reading, raw.source), None)
    return subject is not None and (lowers[subject] in _NO_SUBJECT or lowers[max(subject - 1, 0)] == "not")


def _tokens(reading: Reading, spans: Sequence[Span]) -> Iterator[int]:
    for span in spans:
        yield from range(*reading.document.token_range(span))


def _meaning(reading: Reading, raw: Raw, negated: bool) -> tuple[CueType, Stance]:
    if not raw.cue:
        return CueType.NONE, Stance.STATES
    if not any(reading.document.lowers[i].isalpha() for i in _tokens(reading, raw.cue)):
        return _turn(reading.document, raw.content)
    opening = _opening(reading, raw)
    cue = _entry(reading, raw, opening)
    if cue is None:
        cue_type, stance = _guessed(reading, raw.cue, opening)
    else:
        cue_type, stance = cue.cue_type, cue.stance
    inherent = cue is not None and " not " in cue.lemma  # "pleaded not guilty"
    if negated and not inherent:
        partly = cue_type is CueType.BELIEF and _of_nobody(reading, raw)
        stance = Stance.UNCOMMITTED if partly else _negated_stance(cue_type, stance)
    return cue_type, stance


def _told_by_content(
    reading: Reading, raw: Raw, clause: MainClause, cue_type: CueType, stance: Stance
) -> tuple[CueType, Stance]:
    """Correct what a cue means alone by what it governs: a request that is rejected, a plan that is to be, a fact warned of."""
    lowers = reading.document.lowers
    cue = tuple(_tokens(reading, raw.cue))
    first, last = reading.document.token_range(raw.content[0])
    if not cue or first >= last or reading.document.tokens.starts[cue[0]] > raw.content[0].start:
        return cue_type, stance
    if (
        cue_type is CueType.STATEMENT
        and stance is Stance.DENIES
        and not _ASKED.isdisjoint(lowers[first : min(first + _NEXT, last)])
    ):
        return CueType.INTENTION, stance
    if (
        cue_type is CueType.EMOTION
        and stance is Stance.PREDICTS
        and lowers[cue[-1]] in _TOWARDS
        and not lowers[first].endswith("ing")
    ):
        return cue_type, Stance.STATES
    if (
        stance is Stance.WANTS
        and lowers[first : first + 2] == ("to", "know")
        and reading.kinds[min(first + 2, last - 1)] & g.INTERROGATIVE
    ):
        return CueType.QUESTION, Stance.ASKS  # "wanted | to know who came"
    if stance is Stance.STATES and lowers[cue[-1]] in _LIGHT:
        meant = _meant(reading, first, last)
        return (cue_type, stance) if meant is None else (meant.cue_type, meant.stance)
    at = clause.auxiliary
    words = {lowers[i] for i in cue}
    if stance is Stance.STATES and not words.isdisjoint(_DIRECTING) and at is not None and lowers[at] == "be":
        return CueType.INTENTION, Stance.WANTS  # "suggested that the firm be asked"
    if (
        stance is Stance.PREDICTS
        and cue_type is CueType.STATEMENT
        and not words.isdisjoint(_WARNING)
        and _has_happened(reading, clause)
    ):
        return cue_type, Stance.STATES
    return cue_type, stance


def _meant(reading: Reading, first: int, last: int) -> Cue | None:
    """Return the noun that a light verb leaves the meaning to: "signalled | a willingness to close the bridge"."""
    noun = first + bool(reading.kinds[first] & (g.DETERMINER | g.POSSESSIVE))
    if reading.document.lowers[noun + 1 : noun + 2] != ("to",):
        return None
    entries = (
        entry for form in cues.match(reading.document.lowers, noun, last) if form.part == "noun" for entry in form.cues
    )
    return next((entry for entry in entries if "infinitive" in entry.takes), None)


def _has_happened(reading: Reading, clause: MainClause) -> bool:
    """Tell whether a clause has a finite verb, and none that looks ahead: "the finding rests on few patients"."""
    kinds, lowers = reading.kinds[clause.start : clause.stop], reading.document.lowers[clause.start : clause.stop]
    ahead = any(kind & g.MODAL for kind in kinds) or not _AHEAD.isdisjoint(pairwise(lowers))
    return not ahead and (lowers[:1] == ("that",) or any(kind & (g.AUXILIARY | g.PAST | g.IRREGULAR) for kind in kinds))


def _turn(document: Document, content: Sequence[Span]) -> tuple[CueType, Stance]:
    """Judge what a mark introduces, as in "HOLM: Is it open?": one question asks, anything else is said."""
    first, last = content[0].start, content[-1].end
    asks = document.normal[first:last].rstrip("\"' ").endswith("?")
    if asks and document.sentence_at(first) == document.sentence_at(last - 1):
        return CueType.QUESTION, Stance.ASKS
    return CueType.STATEMENT, Stance.STATES


def _negated_stance(cue_type: CueType, stance: Stance) -> Stance:
    if cue_type is CueType.INTENTION or cue_type is CueType.EMOTION:
        return Stance.DENIES
    if cue_type is CueType.BELIEF:
        return stance
    return Stance.UNCOMMITTED


def _opening(reading: Reading, raw: Raw) -> str:
    """Name the construction that the content begins with."""
    first, last = reading.document.token_range(raw.content[0])
    if first >= last:
        return "clause"
    lowers, kinds = reading.document.lowers, reading.kinds
    if kinds[first] & g.INTERROGATIVE:
        return "clause" if _names(reading, first) else "wh"
    if kinds[first] & g.QUOTE:
        return "quote"
    if raw.cue[0].start > raw.content[0].start:  # "It is time to leave, she said"
        return "wh" if _asked_behind(reading, raw) else "clause"
    word = lowers[first]
    if word == "to" or (word in ("not", "never") and first + 1 < last and lowers[first + 1] == "to"):
        return "infinitive"
    ahead = lowers[first : min(last, first + 12)]
    if "to" in ahead[1:-1]:
        at = first + ahead.index("to", 1)
        finite = any(kind & (g.AUXILIARY | g.PAST | g.IRREGULAR) for kind in kinds[first:at])
        verb = at + 1 + bool(kinds[at + 1] & g.QUOTE and at + 2 < last)  # 'to "take it away"'
        if not finite and not kinds[verb] & _NO_VERB:
            return "oinfinitive"
    return "clause"


def _asked_behind(reading: Reading, raw: Raw) -> bool:
    """Tell whether a question follows a cue that stands behind other content: "Ana Sorin | was asked | how it would end"."""
    behind = next((piece for piece in raw.content if piece.start > raw.cue[0].start), None)
    return behind is not None and bool(reading.kinds[reading.document.token_at(behind.start)] & g.INTERROGATIVE)


def _names(reading: Reading, i: int) -> bool:
    """Tell whether the interrogative at *i* only names something: "a memo in which", "what it called a memo"."""
    lowers, kinds = reading.document.lowers, reading.kinds
    behind = lowers[i : i + 1] == ("which",) and i > 0 and bool(kinds[i - 1] & g.PREPOSITION)
    calling = lowers[i + 2 : i + 3] in (("called",), ("described",), ("termed",))
    return behind or (lowers[i] == "what" and calling)


def _entry(reading: Reading, raw: Raw, opening: str) -> Cue | None:
    """Return the lexicon entry that fits the cue and the construction best."""
    document_speaks = any(reading.kinds[i] & g.DOCUMENT for i in _tokens(reading, raw.source))
    openings = (
        {opening, "oinfinitive"} if opening == "infinitive" else {opening}
    )  # "told | to leave": the hearer is left out
    best: tuple[int, Cue] | None = None
    for span in raw.cue:
        first, last = reading.document.token_range(span)
        light = False
        for i in range(first, last):
            part = "noun" if i and reading.kinds[i - 1] & (g.DETERMINER | g.POSSESSIVE) else "verb"
            for form in cues.match(reading.document.lowers, i, last):
                for entry in form.cues:
                    merit = 8 * len(form.words) + 2 * (not openings.isdisjoint(entry.takes)) + 4 * (form.part == part)
                    merit += document_speaks and entry.cue_type is CueType.KNOWLEDGE
                    merit += 5 * (form.part == "adjective" and i > first)  # "is convinced", not "convinced her"
                    merit += 5 * (form.part == "noun" and light)  # "expressed deep concern"
                    if best is None or merit > best[0]:
                        best = merit, entry
            light = light or reading.document.lowers[i] in _LIGHT
    return None if best is None else best[1]


def _guessed(reading: Reading, cue: Sequence[Span], opening: str) -> tuple[CueType, Stance]:
    """Judge a cue that no lexicon lists by what it governs."""
    if opening in ("infinitive", "oinfinitive"):
        return CueType.INTENTION, Stance.WANTS
    if opening == "wh":
        return CueType.QUESTION, Stance.ASKS
    words = {reading.document.lowers[i] for i in _tokens(reading, cue)}
    if words & {"to", "by", "from", "in", "per", "as"}:
        return CueType.CITATION, Stance.STATES
    return CueType.STATEMENT, Stance.STATES


# --------------------------------------------------------------------------- main clause of the content


@frozen
class MainClause:
    """The tokens of the first main clause of a content, and its first auxiliary."""

    start: int
    stop: int
    auxiliary: int | None


def _main_clause(reading: Reading, content: Sequence[Span]) -> MainClause:
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
    start = _past_opening(reading, start, stop)
    auxiliary = None
    i = start
    skipping = False
    while i < stop:
        word, kind = lowers[i], kinds[i]
        if skipping:
            if word == ",":
                skipping = False
        elif word in _ENDS and i > start:
            break
        elif word in _LATER and i > start:
            if word in ("who", "which", "whose", "whom") and auxiliary is None:
                skipping = True
            elif auxiliary is not None or kind & g.SUBORDINATOR:
                break
        elif kind & g.AUXILIARY and auxiliary is None and not (word == "'s" and not _verbal(reading, i)):
            auxiliary = i
        elif auxiliary is not None and word == "," and i + 1 < stop and kinds[i + 1] & g.COORDINATOR:
            break
        i += 1
    return MainClause(start, max(i, start), auxiliary)


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


def _factuality(
    reading: Reading, raw: Raw, clause: MainClause, cue_type: CueType, stance: Stance
) -> tuple[Factuality, tuple[Span, ...]]:
    weakest, spans = Factuality.CERTAIN, []
    limit = clause.stop if clause.auxiliary is None else min(clause.stop, clause.auxiliary + _REACH + 1)
    i = clause.start
    while i < limit:
        hit = _hedge_at(reading, i, clause)
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
            return at - i, factuality, shown
    if lowers[i] in _SELF and i == clause.start and i + 1 < clause.stop:
        verb = i + 1 + bool(kinds[i + 1] & g.ADVERB and i + 2 < clause.stop)  # "he finally believes"
        for form in cues.match(lowers, verb, clause.stop):
            if form.part == "verb" and any(c.cue_type is CueType.BELIEF for c in form.cues):
                return verb + 1 - i, Factuality.PROBABLE, verb + 1 - i
            if form.part == "verb" and any(c.lemma == "hope" for c in form.cues):
                return verb + 1 - i, Factuality.POSSIBLE, verb + 1 - i
    return None


def _of_cue(reading: Reading, raw: Raw, cue_type: CueType, stance: Stance) -> Factuality:
    """Return how certain the cue itself leaves the content."""
    words = {reading.document.lowers[i] for i in _tokens(reading, raw.cue)}
    if words & {"allegedly", "supposedly", "purportedly", "reportedly"}:
        return Factuality.UNSPECIFIED
    if cue_type is CueType.BELIEF:
        return Factuality.PROBABLE
    if cue_type is CueType.EMOTION and stance is Stance.PREDICTS:
        return Factuality.POSSIBLE
    if words & _SUGGESTING or (words & _SEEMING and cue_type is CueType.KNOWLEDGE):
        return Factuality.PROBABLE
    return Factuality.CERTAIN


def _polarity(reading: Reading, clause: MainClause) -> Polarity:
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


def narrated(reading: Reading, span: Span) -> Attribution:
    """Label a claim in the publisher's own voice."""
    clause = _main_clause(reading, (span,))
    factuality, hedges = _factuality(reading, Raw((span,)), clause, CueType.NONE, Stance.STATES)
    return Attribution(
        content=(span,),
        form=Form.NARRATED,
        factuality=factuality,
        polarity=_polarity(reading, clause),
        hedges=hedges,
    )
