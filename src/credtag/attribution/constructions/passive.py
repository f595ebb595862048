"""What a passive verb reports: its subject is content or hearer, and its agent, if one is named, the source."""

from __future__ import annotations

from credtag.attribution.constructions.contents import (
    clause_begins,
    clause_content,
    contains,
    content_end,
    finite_follows,
    next_comma,
    object_begins,
    object_content,
    phrase_end,
    place_of,
    quotation_after,
    quoted_content,
)
from credtag.attribution.constructions.objects import MATTERS
from credtag.attribution.raw import Found, Range
from credtag.attribution.syntax import adjuncts, cues, phrases
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.grammar import Period, Scope
from credtag.attribution.syntax.verbs import VerbGroup

_FATES = g.words("abducted dead drowned injured killed kidnapped lost missing sighted stolen stranded trapped wounded")


def passive(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    """Find what a passive reports: "is said to C", "it was said that C", "was told that C", "was described as C"."""
    cue = (verb.start, verb.stop)
    at = verb.stop
    if verb.modal:
        return None
    if "raising" in verb.takes and scope.text(at) == "to":
        return _raising(scope, verb, period, end)
    if verb.takes & {"clause", "that"} and scope.text(verb.lead - 1) == "it":
        said_by: Range | None = None
        if scope.text(at) == "by":
            said_by = _agent(scope, at, end)
            at = said_by[1]
        if scope.text(at) == "that":
            return clause_content(scope, at + 1, end, cue, said_by, "agentless")
    if verb.takes & {"addressee", "told"}:
        return _told(scope, verb, end)
    if "object" in verb.takes and scope.lowers[at - 1] in MATTERS and object_begins(scope, at, end):
        if scope.kinds[at] & g.TIME:
            return None
        return object_content(scope, at, end, cue, None)  # "was warned of | floods"
    if "fate" in verb.takes and scope.text(at) in _FATES:
        return _raising(scope, verb, period, end)
    return _predicated(scope, verb, period, end) if "passive" in verb.takes else None


def _raising(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    """Read "the dam is said to be safe", "two are feared dead": subject and what it is said to be are the content."""
    subject = _subject(scope, verb.lead, period.start)
    if subject is None or scope.text(verb.lead - 1) in ("who", "which"):
        return None
    stop = content_end(scope, verb.stop, end)
    if scope.text(verb.stop) in _FATES:
        stop = place_of(scope, verb.stop, stop, "and")  # "two are feared dead | and five are missing"
    return Found((subject, (verb.stop, stop)), (verb.start, verb.stop), None, "raising")


def _subject(scope: Scope, stop: int, floor: int) -> Range | None:
    """Return the subject of a passive as a piece of content: "schools across the valley", "a man" of "a man who is seen as"."""
    subject = phrases.left(scope, stop, floor)
    if subject is not None and scope.lowers[subject[0]] in ("who", "which"):
        return phrases.left(scope, subject[0] - (scope.text(subject[0] - 1) == ","), floor)
    while subject is not None and subject[0] - 1 > floor and scope.kinds[subject[0] - 1] & g.PREPOSITION:
        wider = phrases.left(scope, subject[0] - 1, floor)
        if wider is None:
            break
        subject = wider[0], subject[1]
    return subject


def _agent(scope: Scope, by: int, end: int) -> Range:
    """Return the noun phrase behind the "by" of a passive, before a "that"."""
    return by + 1, phrases.right(scope, by + 1, adjuncts.before_that(scope, by + 1, end))


def _predicated(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    """Read "the plan was described as a trap by the mayor": subject and predicate are the content."""
    at = verb.stop
    subject = _subject(scope, verb.lead, period.start)
    if subject is None or at >= end:
        return None
    stop = next_comma(scope, at, content_end(scope, at, end))
    if "as" in verb.takes and not contains(scope, at, stop, "as"):
        return None  # "was seen at the pier"
    agent = next((i for i in range(at, min(end, stop + 1)) if scope.lowers[i] == "by"), None)
    source: Range | None = None
    if agent is not None:
        stop = agent
        source = (agent + 1, phrases.right(scope, agent + 1, end))
    if stop <= at or scope.kinds[at] & g.MARK:
        return None
    named = source if source is not None and source[1] > source[0] else None
    return Found((subject, (at, stop)), (verb.start, verb.stop), named, "passive")


def reduced(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    """Read "a man accused of murder told", "remarks viewed by some as harsh": a passive without its auxiliary."""
    at, cue = verb.stop, (verb.start, verb.stop)
    charged = scope.text(at) == "of" and "of" in verb.takes
    judged = scope.text(at) == "by" and "as" in verb.takes
    if verb.start != verb.head or not (charged or judged):
        return None
    subject = phrases.left(scope, verb.lead, period.start)
    if subject is None or (
        charged and not _opens(scope, subject, period)
    ):  # "held men accused of murder" only says whom
        return None
    source: Range | None = None
    if judged:
        limit = place_of(scope, at, min(end, at + phrases.AGENT), "as")
        source = (at + 1, phrases.right(scope, at + 1, limit))
        at = source[1]
        if scope.text(at) != "as":
            return None
    stop = _main_verb(scope, at + 1, next_comma(scope, at, end))
    return Found((subject, (at + 1, stop)), cue, source, "passive") if stop > at + 1 else None


def _opens(scope: Scope, subject: Range, period: Period) -> bool:
    """Tell whether a noun phrase is the subject of the sentence."""
    return subject[0] == period.start and not any(scope.kinds[i] & (g.PAST | g.IRREGULAR) for i in range(*subject))


def _main_verb(scope: Scope, start: int, end: int) -> int:
    """Return where the verb of the sentence stands behind its subject and a participle, or *end*."""
    verb = g.AUXILIARY | g.PAST | g.IRREGULAR

    def finite(i: int) -> bool:
        return bool(scope.kinds[i] & verb) or any("past" in form.shapes for form in cues.match(scope.lowers, i, end))

    return next((i for i in range(start + 1, end) if finite(i) and not scope.kinds[i - 1] & g.DETERMINER), end)


def _told(scope: Scope, verb: VerbGroup, end: int) -> Found | None:
    """Read "she was told by officers that C", "she was told to C": who told her, if anyone is named, is the source."""
    at, cue = verb.stop, (verb.start, verb.stop)
    source: Range | None = None
    if scope.text(at) == "by":
        source = _agent(scope, at, end)
        at = source[1]
    if at >= end or (source is not None and source[1] <= source[0]):
        return None
    if scope.text(at) == "to" and "told" in verb.takes:
        return clause_content(scope, at, phrase_end(scope, at, end), cue, source, "object_infinitive")
    if verb.takes.isdisjoint(("addressee", "wh")):
        return None
    at = adjuncts.after_adjuncts(scope, at, end)
    if scope.text(at) == "that":
        return clause_content(scope, at + 1, end, cue, source, "that")
    if scope.text(at) in ("whether", "if", "why") and "wh" in verb.takes:
        return clause_content(scope, at, phrase_end(scope, at, end), cue, source, "wh")
    if (start := quotation_after(scope, at, end)) is not None:
        return quoted_content(scope, start, end, cue, source)
    if clause_begins(scope, at, end) and finite_follows(scope, at, end):
        return clause_content(scope, at, end, cue, source, "clause")
    if "object" in verb.takes and object_begins(scope, at, end):
        return object_content(scope, at, end, cue, source)
    return None
