"""Content in the place of an object: a bare clause, an infinitive, a noun phrase with what is said of it."""

from __future__ import annotations

from credtag.attribution.constructions.contents import (
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
from credtag.attribution.syntax import adjuncts, subjects
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.chunks import ARTICLE
from credtag.attribution.syntax.grammar import Scope
from credtag.attribution.syntax.verbs import VerbGroup

_SAYING = g.words("saying telling writing warning claiming confirming denying")
_QUANTITIES = g.words(
    "age chance chances cost costs count damage estimate figure loss losses number odds population price probability rate risk "
    "share size temperature toll total turnout value worth"
)
_PARTS = g.words("half one two three four five six seven eight nine ten zero")
_TRACES = g.words("evidence indication indications link links proof sign signs trace traces")
MATTERS = g.words("about of against")  # behind whom somebody warns
_THEM = g.words("me us him her them you")
_THINGS = g.words("anything everything nothing something thing king ring spring string wing evening morning")
_OBJECT = 8  # tokens of "the council's engineers" before "for"


def objective(scope: Scope, verb: VerbGroup, source: Range, at: int, end: int) -> Found | None:
    """Find content in the place of an object: a bare clause, an infinitive, a noun phrase with what is said of it."""
    takes, cue = verb.takes, (verb.start, verb.stop)
    brief = phrase_end(scope, verb.stop, end)
    if "infinitive" in takes and scope.text(verb.stop) == "to":
        return clause_content(scope, verb.stop, brief, cue, source, "infinitive")
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
    if "figure" in takes and _figure(scope, verb.stop, place_of(scope, verb.stop, end, "at"), end):
        return clause_content(scope, verb.stop, brief, cue, source, "predicate")
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


def _matter(scope: Scope, at: int, end: int) -> int | None:
    """Return where the thing begins that somebody is warned of: "the clerk about | the pier", "them of | floods"."""
    words = MATTERS if scope.is_a(at, g.NOMINATIVE) or scope.text(at) in _THEM else MATTERS - {"of"}
    place = next((i for i in range(at + 1, min(end, at + _OBJECT)) if scope.lowers[i] in words), end)
    clause = g.INTERROGATIVE | g.AUXILIARY | g.MARK
    if any(scope.kinds[i] & clause for i in range(at, min(place, end))):
        return None
    return place + 1 if object_begins(scope, place + 1, end) else None


def _figure(scope: Scope, start: int, at: int, end: int) -> bool:
    """Tell whether a quantity is put at a number: "put the toll at 61", "put the odds at about one half"."""
    quantity = not _QUANTITIES.isdisjoint(scope.lowers[start:at])
    return quantity and any(
        scope.kinds[i] & g.NUMBER or scope.lowers[i] in _PARTS for i in range(at + 1, min(at + 4, end))
    )


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
