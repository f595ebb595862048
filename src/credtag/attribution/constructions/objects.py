"""Content in the place of an object: a bare clause, an infinitive, a noun phrase with what is said of it."""

from __future__ import annotations

from attrs import evolve

from credtag.attribution.constructions.contents import (
    BASE,
    NUMERALS,
    clause_begins,
    clause_content,
    contains,
    finite_follows,
    next_comma,
    object_begins,
    object_content,
    object_infinitive,
    phrase_end,
    place_of,
    quoted_content,
)
from credtag.attribution.raw import Found, Range
from credtag.attribution.syntax import adjuncts, phrases, subjects
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.chunks import ARTICLE
from credtag.attribution.syntax.grammar import Scope
from credtag.attribution.syntax.verbs import VerbGroup

_SAYING = g.words("saying telling writing warning claiming confirming denying")
_OF = g.words("of for")
_HOURS = g.words("am pm a.m. p.m. a.m p.m o'clock")
_UNITS = g.words("percent per % million billion trillion")
_SEVERAL = 6  # characters of a number that is no hour: "12,000"
_TRACES = g.words("evidence indication indications link links proof sign signs trace traces")
MATTERS = g.words("about of against")  # behind whom somebody warns
_THEM = g.words("me us him her them you")
_THINGS = g.words("anything everything nothing something thing king ring spring string wing evening morning")
_OBJECT = 8  # tokens of "the council's engineers" before "for"
_FIGURED = 15  # tokens of "the risk of accidents on the way home" before "at"


def objective(scope: Scope, verb: VerbGroup, source: Range, at: int, end: int) -> Found | None:
    """Find content in the place of an object: a bare clause, an infinitive, a noun phrase with what is said of it."""
    takes, cue = verb.takes, (verb.start, verb.stop)
    brief = phrase_end(scope, verb.stop, end)
    if "infinitive" in takes and (aim := _aim(scope, verb.stop, at)) is not None:
        return clause_content(scope, aim, brief, cue, source, "infinitive")
    if "copular" in takes and _judged(scope, verb.stop, end):
        return clause_content(scope, verb.stop, brief, cue, source, "object_infinitive")
    if "oinfinitive" in takes and object_infinitive(scope, verb.stop, end):
        return clause_content(scope, verb.stop, brief, cue, source, "object_infinitive")
    if (
        "of" in takes
        and object_begins(scope, verb.stop, end)
        and contains(scope, verb.stop, min(end, verb.stop + 12), "of")
    ):
        return clause_content(scope, verb.stop, brief, cue, source, "of")
    if "ofor" in takes and object_begins(scope, at, end) and _for(scope, at, end):
        return clause_content(scope, at, brief, cue, source, "object_infinitive")
    if "gerund" in takes and scope.text(verb.stop).endswith("ing") and scope.text(verb.stop) not in _THINGS:
        return clause_content(scope, verb.stop, brief, cue, source, "predicate")
    if "about" in takes and (matter := _matter(scope, verb.stop, end)) is not None:
        return object_content(scope, matter, end, cue, source)
    if "pondered" in takes and scope.lowers[verb.head].endswith("ing") and object_begins(scope, at, end):
        return clause_content(scope, at, brief, cue, source, "predicate")
    if "object_document" in takes and _documents(scope, source) and object_begins(scope, at, end):
        return clause_content(scope, at, brief, cue, source, "object")
    if "witnessed" in takes and subjects.witnesses(scope.reading, *source) and object_begins(scope, at, end):
        return clause_content(scope, at, brief, cue, source, "object")
    if "absence" in takes and (absent := _absent(scope, verb, source, end)) is not None:
        return absent
    if "as_saying" in takes and (quoted := _quoted_as_saying(scope, verb, source, end)) is not None:
        return quoted
    if "as" in takes and contains(scope, verb.stop + 1, min(end, verb.stop + 30), "as"):
        return clause_content(
            scope, verb.stop, next_comma(scope, place_of(scope, verb.stop, end, "as"), end), cue, source, "as"
        )
    if scope.text(source[0]) == "who" and scope.text(at) == "it" and scope.is_a(at + 1, g.AUXILIARY | g.PAST):
        return None  # "the clerk who wrote it had left"
    if "clause" in takes and clause_begins(scope, at, end) and ("invert" in takes or finite_follows(scope, at, end)):
        return clause_content(scope, at, end, cue, source, "clause")
    judged = object_begins(scope, verb.stop, end) or (
        scope.text(verb.stop) == "it" and scope.is_a(verb.stop + 1, ARTICLE)
    )
    if "predicate" in takes and judged and _predicated(scope, verb.stop, brief):
        return clause_content(scope, verb.stop, brief, cue, source, "predicate")
    if "object" in takes and object_begins(scope, verb.stop, end) and not scope.kinds[verb.stop] & g.TIME:
        return object_content(scope, verb.stop, end, cue, source)
    return None


def figured(scope: Scope, verb: VerbGroup, source: Range, end: int) -> Found | None:
    """Find what somebody puts at a number: "put | the toll at 61", "put | it at about one half"."""
    start = verb.stop - (scope.text(verb.stop - 1) == "it")
    at = place_of(scope, start, min(end, start + _FIGURED), "at")
    number = next((i for i in range(at + 1, min(at + 4, end)) if _number(scope, i)), end)
    if at == start or number == end or scope.text(number + 1) in _HOURS:
        return None
    aside = g.PREPOSITION | g.ADVERB
    placed = any(scope.kinds[i] & aside and scope.lowers[i] not in _OF for i in range(start + 1, at))
    if placed and scope.text(number + 1) not in _UNITS and len(scope.lowers[number]) < _SEVERAL:
        return None  # "put dinner on the table at seven"
    found = object_content(scope, start, end, (verb.start, start), source)
    return None if found is None else evolve(found, pattern="predicate")


def _number(scope: Scope, i: int) -> bool:
    return bool(scope.kinds[i] & g.NUMBER) or scope.lowers[i] in NUMERALS


def _aim(scope: Scope, behind: int, at: int) -> int | None:
    """Return where an infinitive begins, also behind a time or a place: "promised in writing in May | to mend the dam"."""
    if scope.text(behind) == "to":
        return behind
    noun = g.DETERMINER | g.POSSESSIVE
    for i in range(behind + 1, at + 1):
        verb = scope.text(i) == "to" and not scope.is_a(i + 1, noun | g.CAPITAL | g.NUMBER)
        if verb and (scope.text(i + 1) in BASE or scope.is_a(i + 2, noun)):
            return i
    return None


def _judged(scope: Scope, at: int, end: int) -> bool:
    """Tell whether it is said what something is: "judged | the dam to be safe", "believed | him to have left"."""
    stop = phrases.right(scope, at, end) if object_begins(scope, at, end) else at + bool(scope.is_a(at, g.NOMINATIVE))
    return stop > at and scope.text(stop) == "to" and scope.text(stop + 1) in ("be", "have")


def _matter(scope: Scope, at: int, end: int) -> int | None:
    """Return where the thing begins that somebody is warned of: "the clerk about | the pier", "them of | floods"."""
    words = MATTERS if scope.is_a(at, g.NOMINATIVE) or scope.text(at) in _THEM else MATTERS - {"of"}
    place = next((i for i in range(at + 1, min(end, at + _OBJECT)) if scope.lowers[i] in words), end)
    clause = g.INTERROGATIVE | g.AUXILIARY | g.MARK
    if any(scope.kinds[i] & clause for i in range(at, min(place, end))):
        return None
    return place + 1 if object_begins(scope, place + 1, end) else None


def _absent(scope: Scope, verb: VerbGroup, source: Range, end: int) -> Found | None:
    """Read "found no evidence that C", "found nothing to suggest that C": the content is what is not there."""
    at, cue = verb.stop, (verb.start, verb.stop)
    nothing = scope.text(at) == "nothing" and scope.text(at + 1) == "to"
    if not nothing and not (scope.text(at) in ("no", "little") and scope.text(at + 1) in _TRACES):
        return None
    return clause_content(scope, at, phrase_end(scope, at, end), cue, source, "object")


def _predicated(scope: Scope, at: int, stop: int) -> bool:
    """Tell whether something is said of the object: "called the plan a mistake", not "called the police twice"."""
    if not scope.kinds[at] & (g.DETERMINER | g.POSSESSIVE):
        return True
    behind = at + 2
    return behind < stop and not scope.kinds[behind] & (g.ADVERB | g.PREPOSITION | g.MOMENT | g.TIME | g.SUBORDINATOR)


def _for(scope: Scope, at: int, end: int) -> bool:
    """Tell whether an object is asked for something: "the firm for its records", not "them what it was for"."""
    place = place_of(scope, at + 1, min(end, at + _OBJECT), "for")
    clause = g.NOMINATIVE | g.INTERROGATIVE | g.AUXILIARY | g.MARK
    return (
        place + 1 < end and scope.lowers[place] == "for" and not any(scope.kinds[i] & clause for i in range(at, place))
    )


def _documents(scope: Scope, source: Range) -> bool:
    """Tell whether a source is a document or a test: what it shows is what it says."""
    return any(scope.kinds[i] & g.DOCUMENT for i in range(*source))


def _quoted_as_saying(scope: Scope, verb: VerbGroup, source: Range, end: int) -> Found | None:
    """Read "the paper quoted an engineer as saying C": the paper reports C, the engineer stands behind it."""
    at = place_of(scope, verb.stop, min(end, verb.stop + 30), "as")
    if scope.text(at + 1) not in _SAYING:
        return None
    at = adjuncts.after_adjuncts(scope, at + 2, end)
    at += scope.text(at) in (",", ":", "that")
    if at >= end:
        return None
    cue = (verb.start, verb.stop)
    return (
        quoted_content(scope, at, end, cue, source)
        if at in scope.jump
        else clause_content(scope, at, end, cue, source, "clause")
    )
