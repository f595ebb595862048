"""Cues that are no verbs: "according to X", "the claim that C"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve

from credtag.attribution.constructions.contents import (
    BASE,
    clause_begins,
    clause_content,
    content_end,
    finite_follows,
    inner_quotation,
    next_comma,
    object_content,
    quotation_after,
)
from credtag.attribution.raw import Found
from credtag.attribution.syntax import adjuncts, chunks, cues, phrases
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.grammar import Period, Scope

_TERM = 4  # tokens of a term in quotation marks, which nobody says
_STOPS = (".", ",", "!", "?")
_EPITHETS = 2  # words between an owner and its noun
# Verbs that begin a relative clause behind "that", and verbs and nouns of "the claims he has made".
_RELATED = g.words(
    "affect affects appear appears become becomes belong belongs bring brings cause causes come comes contain contains deserve "
    "deserves exist exists follow follows get gets give gives go goes include includes involve involves keep keeps lead leads "
    "make makes mean means relate relates remain remains require requires seem seems take takes tend tends"
)
_TRANSITIVE = g.words(
    "draw drawing drawn face faced facing find found get getting given giving got hear heard hearing issued issuing made make making "
    "publish published raised raising reach reached read reading receive received receiving see seeing seen submitted take taken taking want"
)
_MADE = g.words(
    "account accounts comment comments conclusion conclusions decision decisions demand demands message messages proposal proposals "
    "recommendation recommendations remark remarks request requests ruling rulings statement statements"
)
_NO_OBJECT = g.MARK | g.PREPOSITION | g.SUBORDINATOR | g.COORDINATOR | g.ADVERB | g.AUXILIARY | g.MOMENT


def citation(scope: Scope, start: int, stop: int, period: Period, end: int) -> Found | None:
    """Read "according to X": before, after or amid the content."""
    if stop >= end or (scope.lowers[start] == "per" and not scope.is_a(stop, g.CAPITAL)):
        return None
    cue = (start, stop)
    close = phrases.right(scope, stop, end)
    if close <= stop:
        return None
    source = (stop, close)
    led = start - period.start <= 2 and scope.lowers[start - 1] in ("but", "and", ",")
    opening = start == period.start or led or scope.text(start - 1) == "that"
    if opening:
        after = adjuncts.after_adjuncts(scope, close, end)
        comma = (
            after if scope.text(after) == "," else next((i for i in range(close, end) if scope.lowers[i] == ","), None)
        )
        if comma is None or comma + 1 >= end:
            return None
        return clause_content(scope, comma + 1, end, cue, source, "citation")
    if scope.text(close) == "," and close + 1 in scope.jump:
        return Found(((close + 1, scope.jump[close + 1]),), cue, source, "citation")
    before = start - 1 if scope.lowers[start - 1] in (",", "-") else start
    if before <= period.start:
        return None
    begin = period.start
    pieces = [(begin, before)]
    if scope.text(close) == "," and close + 1 < end and scope.lowers[start - 1] == ",":
        stop_ = content_end(scope, close + 1, end)
        if (
            stop_ > close + 1
            and not scope.lowers[close + 1].endswith("ing")
            and not scope.kinds[close + 1] & (g.COORDINATOR | g.RELATIVE)
        ):
            pieces.append((close + 1, stop_))
    return Found(tuple(pieces), cue, source, "citation")


def noun(scope: Scope, start: int, stop: int, takes: frozenset[str], period: Period, end: int) -> Found | None:
    """Read "the claim that C", "his promise to C" and "a request by X to C"."""
    cue, owner = (start, stop), _owner(scope, start, period)
    if owner is None and scope.text(start - 1) in ("no", "little"):
        return None  # "no evidence that C" is nobody's
    if owner is None and scope.text(stop) in ("by", "from"):
        limit = next(
            (i for i in range(stop + 1, min(end, stop + phrases.AGENT)) if scope.lowers[i] in ("that", "to")), end
        )
        if (behind := phrases.right(scope, stop + 1, limit)) > stop + 1:
            owner, stop = (stop + 1, behind), behind
    spoken = stop + scope.is_a(stop, g.BE)
    if (owner is not None or spoken > stop) and (words := _words(scope, spoken, end)) is not None:
        return Found((words,), (start, spoken), owner, "quote")
    if "that" in takes and scope.is_a(stop, g.PREPOSITION):
        stop = _behind_place(scope, stop, end)
    word = scope.text(stop)
    if (
        "that" in takes
        and word == "that"
        and stop + 1 < end
        and not scope.kinds[stop + 1] & (g.AUXILIARY | g.PAST | g.IRREGULAR)
        and stop + 1 not in scope.jump
        and scope.lowers[stop + 1] not in _RELATED
    ):
        return clause_content(scope, stop + 1, next_comma(scope, stop + 1, end), cue, owner, "noun")
    if "that" in takes and _bare(scope, start, stop, end):
        return clause_content(scope, stop, next_comma(scope, stop, end), cue, owner, "noun")
    if owner is not None and word == "to" and "infinitive" in takes:
        found = object_content(scope, stop, _predicate(scope, stop, end), cue, owner)
        return None if found is None else evolve(found, pattern="noun_infinitive")
    if "for" in takes and word == "for":
        found = object_content(scope, stop + 1, end, (start, stop + 1), owner)
        return None if found is None else evolve(found, pattern="noun_for")
    return None


def _words(scope: Scope, at: int, end: int) -> tuple[int, int] | None:
    """Return the utterance in quotation marks that a noun announces: 'her promise, "We will stay,"', 'the complaint is: "Too late."'."""
    start = quotation_after(scope, at, end)
    inner = inner_quotation(scope, at, end) if start is None else (start, scope.jump[start])
    if inner is None or not scope.is_a(inner[0] + 1, g.CAPITAL):
        return None
    start, stop = inner
    return inner if stop - start > _TERM and scope.lowers[stop - 2] in _STOPS else None


def _bare(scope: Scope, start: int, stop: int, end: int) -> bool:
    """Tell whether a clause follows a noun without "that": "fears he will go", not "decisions he has made"."""
    if stop + 1 >= end or not scope.kinds[stop] & g.NOMINATIVE or not scope.kinds[stop + 1] & g.AUXILIARY:
        return False
    if scope.lowers[stop] in ("who", "there") or scope.lowers[start] in _MADE:
        return False
    at = stop + 2
    while at < end and scope.kinds[at] & (g.AUXILIARY | g.ADVERB | g.NEGATION):
        at += 1
    gap = at + 1 >= end or scope.kinds[at + 1] & _NO_OBJECT or scope.lowers[at + 1].endswith("ing")
    return not (scope.text(at) in _TRANSITIVE and gap)


def _behind_place(scope: Scope, stop: int, end: int) -> int:
    """Step from "reports" over "on social networks" to "that C"."""
    that = adjuncts.after_adjuncts(scope, stop, end)
    opens = g.NOMINATIVE | g.DETERMINER | g.POSSESSIVE | g.CAPITAL | g.NUMBER
    return that if scope.text(that) == "that" and scope.is_a(that + 1, opens) else stop


def _predicate(scope: Scope, start: int, end: int) -> int:
    """Return where the verb stands whose subject is "the decision to close the mill", or *end*."""
    for i in range(start, end):
        if scope.kinds[i] & (g.NOMINATIVE | g.RELATIVE | g.SUBORDINATOR | g.QUOTE) or scope.lowers[i] == "that":
            return end
        if scope.kinds[i] & g.AUXILIARY and scope.lowers[i] not in BASE and not scope.kinds[i] & g.NEGATION:
            return i
    return end


def _owner(scope: Scope, start: int, period: Period) -> tuple[int, int] | None:
    """Return whose the noun at *start* is: "his plan", "Ana Sorin's plan", "a Health Office plan", "Sorin has a plan"."""
    at = start  # before "announced" in "his announced plan"
    while at > period.start and start - at < _EPITHETS and not scope.kinds[at - 1] & ~(g.PAST | g.ADVERB):
        at -= 1
    if at > period.start and scope.kinds[at - 1] & g.POSSESSIVE:
        return at - 1, at
    if scope.text(start - 1) == "'" and start - 2 >= period.start:  # "residents' demands"
        return start - 2 - scope.is_a(start - 3, g.DETERMINER), start
    if scope.text(at - 1) == "'s":
        begin = chunks.chunk_start(scope, at - 1, period.start)
        return None if begin is None else (_behind_agent(scope, begin, at), at)
    begin = start
    while begin > period.start and scope.kinds[begin - 1] & g.CAPITAL and not scope.kinds[begin - 1] & g.DETERMINER:
        begin -= 1
    if begin < start and begin > period.start and scope.kinds[begin - 1] & g.DETERMINER:
        return begin, start
    if begin == period.start and start - begin > 1:  # "Radio Lumen request to see file"
        return begin, start
    return _holder(scope, start, period)


def _behind_agent(scope: Scope, begin: int, stop: int) -> int:
    """Return where the owner begins behind "surprised by", "angry with the"."""
    for i in range(stop - 2, begin, -1):
        agent = scope.lowers[i] == "by" and scope.kinds[i - 1] & g.PAST
        if agent or (
            scope.kinds[i] & g.PREPOSITION and scope.lowers[i] != "of" and scope.kinds[i + 1] & chunks.ARTICLE
        ):
            return i + 1
    return begin


def _holder(scope: Scope, start: int, period: Period) -> tuple[int, int] | None:
    """Return the subject of "has a", "had no" before the noun."""
    begin = start
    while begin > period.start and start - begin < 4 and not scope.kinds[begin - 1] & (g.DETERMINER | g.MARK):
        begin -= 1
    at = begin - 2  # before the article
    if at <= period.start or not scope.kinds[begin - 1] & g.DETERMINER or not scope.kinds[at] & g.HAVE:
        return None
    return phrases.left(scope, at, period.start)


def state(scope: Scope, start: int, stop: int, period: Period, end: int) -> Found | None:
    """Read "X is convinced that C": an adjective that says what the subject believes or feels."""
    verb = start
    while verb > period.start and scope.kinds[verb - 1] & g.ADVERB and not scope.kinds[verb - 1] & g.AUXILIARY:
        verb -= 1
    lead = verb
    while lead > period.start and scope.kinds[lead - 1] & (g.AUXILIARY | g.NEGATION):
        lead -= 1
    if lead == verb or not scope.kinds[verb - 1] & (g.BE | g.NEGATION) or stop >= end:
        return None
    source = phrases.left(scope, lead, period.start)
    if source is None or scope.lowers[source[0]] in ("it", "that", "this", "there"):
        return None
    at = stop + (scope.text(stop) == "that")
    if at >= end or not clause_begins(scope, at, end) or not (at > stop or finite_follows(scope, at, end)):
        return None
    return clause_content(scope, at, end, (lead, stop), source, "clause")


def adverbs(scope: Scope, found: Sequence[Found]) -> Iterator[Found]:
    """Read "the port reportedly closed" where nobody else speaks: the content is the sentence, the source is not told."""
    starts = [p.start for p in scope.periods]
    spoken = {bisect_right(starts, (f.cue or f.content[0])[0]) - 1 for f in found}
    for n, period in enumerate(scope.periods):
        if n in spoken:
            continue
        for head in scope.hits(period.start, period.stop):
            if any(form.part == "adverb" for form in cues.match(scope.lowers, head, period.stop)):
                stop = period.stop
                while stop > head + 1 and scope.lowers[stop - 1] in (".", "!", "?"):
                    stop -= 1
                first = head + 2 if scope.text(head + 1) == "," else head + 1
                pieces = [p for p in ((period.start, head), (first, stop)) if p[1] > p[0]]
                if pieces:
                    yield Found(tuple(pieces), (head, head + 1), None, "adverb")
                break
