"""Verb groups: a cue with its auxiliaries, read for tense, voice and negation."""

from __future__ import annotations

from attrs import evolve, frozen

from credtag.attribution.raw import Range
from credtag.attribution.syntax import cues
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.chunks import chunk_start
from credtag.attribution.syntax.grammar import Scope

# Determiners that can be a subject of their own: "many say".
_ALONE = g.words("many some most others few several one two three both all this that these those another each")
_RAISING = g.words(
    "appear appears appeared seem seems seemed continue continues continued begin begins began beginning"
)
_KEEPING = g.words("keep keeps kept began begins begin started starts start stopped")
_REACHING = g.words("rang rung phoned telephoned called radioed")
_REACH = 5  # tokens of "rang the clerk's office" before "to say"
_AROUND = 8  # tokens on either side of a capital cue that show a headline
_CLAUSE = 15  # tokens of a clause before a participle in it
_CLAUSE_EDGES = g.MARK | g.QUOTE | g.COORDINATOR | g.SUBORDINATOR | g.RELATIVE | g.INTERROGATIVE
_CLAUSAL = g.words("clause that quote")
_SHORT = 4  # tokens of "the city council" in "members of the city council believe"
_ONE = g.words("one this that each another")  # of them, those that take "says"
_PERCEIVED = g.words(
    "hear heard hearing hears see saw seen seeing sees watch watched watching watches overheard got"
)  # before "the mayor say that C"
# No noun phrase ends with these, and a verb is a noun behind them: "major projects".
_ADJECTIVES = g.words(
    "actual additional annual big broad common competing conflicting current daily different early economic false federal final "
    "financial fresh further future great growing high important initial key large last late legal local long low main major "
    "many military national new numerous official old only other political possible previous private proposed public real "
    "recent rival same separate several short similar single small social special specific strong such two-year unconfirmed "
    "various vast whole wide"
)
_OBJECTS = g.words("me him her us them")
_FRAMES = g.words(
    "way ways time times day moment reason manner extent degree"
)  # of a bare relative clause: "the way states vote"


@frozen
class VerbGroup:
    """A cue in the text: "did not say", "has been accused", "adding"."""

    start: int  # first token, auxiliaries included
    head: int  # the token of the cue itself
    stop: int
    takes: frozenset[str]
    shape: str  # finite, passive, gerund, infinitive
    modal: bool = False
    negated: bool = False
    lead: int = 0  # first token with the adverbs before the group


def group(scope: Scope, head: int, floor: int, ceiling: int) -> VerbGroup | None:
    """Read the verb group around the cue at token *head*, or return None where no verb stands."""
    forms = [f for f in cues.match(scope.lowers, head, ceiling) if f.part == "verb"]
    if not forms:
        return None
    form = forms[0]
    if scope.kinds[head] & g.CAPITAL and head > floor and not _title_case(scope, head, floor, ceiling):
        return None
    stop = head + len(form.words)
    start = head
    nearest = 0
    modal = negated = infinitive = False
    i = head - 1
    while i >= floor:
        kind, word = scope.kinds[i], scope.lowers[i]
        if i + 1 in scope.back:
            break
        if word == "to" and not nearest:
            infinitive, start, i = True, i, i - 1
            break
        if kind & g.AUXILIARY:
            nearest = nearest or kind
            modal = modal or bool(kind & g.MODAL)
            negated = negated or bool(kind & g.NEGATION)
            start = i
        elif word == "fact" and scope.text(i - 1) == "in":  # "had in fact agreed"
            i -= 1
        elif kind & g.NEGATION:
            negated, start = True, (i if word == "not" or nearest == 0 else start)
        elif not (kind & g.ADVERB) or kind & g.DETERMINER:
            break
        i -= 1
    lead = start
    while lead > floor and (_manner(scope, lead - 1) or _repeated(scope, lead - 1, floor)):
        lead -= 1
    shape = _shape(scope, head, form.shapes, nearest, infinitive, lead, floor)
    if shape is None:
        return None
    return VerbGroup(start, head, stop, form.takes, shape, modal, negated, lead)


def modifies(scope: Scope, verb: VerbGroup, source: tuple[int, int], floor: int) -> bool:
    """Tell whether a participle only describes a noun of a clause that has its verb: "was given pills intended to calm her"."""
    if verb.start != verb.head or not any(
        "participle" in f.shapes for f in cues.match(scope.lowers, verb.head, verb.stop)
    ):
        return False
    for i in range(verb.stop, min(scope.last, verb.stop + _CLAUSE)):
        if i in scope.jump or scope.kinds[i] & (_CLAUSE_EDGES | g.NOMINATIVE) or scope.lowers[i] in ("that", "to"):
            break
        if scope.kinds[i] & g.AUXILIARY and scope.lowers[i] != "'s":
            return True  # "a firm called Brall Works had"
    for i in range(verb.lead - 1, max(floor, verb.lead - _CLAUSE) - 1, -1):
        if i + 1 in scope.back or scope.kinds[i] & _CLAUSE_EDGES or scope.lowers[i] in ("that", "what"):
            return False
        past = scope.kinds[i] & g.PAST and not (i > floor and scope.kinds[i - 1] & (g.DETERMINER | g.POSSESSIVE))
        owns = scope.lowers[i] == "'s" and source[0] < i < source[1] - 1  # "the town's clinic" holds no verb
        if past or (scope.kinds[i] & (g.AUXILIARY | g.IRREGULAR) and not owns):
            return not _of_another_clause(scope, i, floor)
    return False


def _of_another_clause(scope: Scope, i: int, floor: int) -> bool:
    """Tell whether the finite verb at *i* takes a clause, or stands in one without "that": "she knew", "the man she met"."""
    if any(form.takes & _CLAUSAL for form in cues.match(scope.lowers, i, i + 1)):
        return True
    return i - 2 >= floor and bool(scope.kinds[i - 1] & g.NOMINATIVE) and not scope.kinds[i - 2] & ~g.CAPITAL


def raised(scope: Scope, verb: VerbGroup, floor: int) -> VerbGroup | None:
    """Read "appeared to say" or "kept saying" as one finite group, or return None where it hangs on something else."""
    at = verb.start - 1
    if at <= floor or scope.lowers[at] not in (_KEEPING if verb.shape == "gerund" else _RAISING):
        return None
    start = at
    while start - 1 > floor and scope.kinds[start - 1] & g.AUXILIARY:
        start -= 1
    return evolve(verb, start=start, lead=start, shape="finite")


def reaching(scope: Scope, verb: VerbGroup, floor: int) -> VerbGroup | None:
    """Read "rang her to say" and "had written to complain" as one finite group; who never rang said nothing."""
    at = verb.start - 1
    while at > floor and at > verb.start - _REACH and not scope.kinds[at] & (g.MARK | g.COORDINATOR | g.RELATIVE):
        if scope.lowers[at] in _REACHING:
            start = at
            while start - 1 > floor and scope.kinds[start - 1] & g.AUXILIARY:
                start -= 1
            negated = scope.is_a(start - 1, g.NEGATION) or any(scope.kinds[i] & g.NEGATION for i in range(start, at))
            return None if negated else evolve(verb, start=start, lead=start, shape="finite")
        at -= 1
    return None


def used(scope: Scope, verb: VerbGroup, floor: int) -> VerbGroup | None:
    """Read "used to say" as one finite group."""
    at = verb.start - 1
    return evolve(verb, start=at, lead=at, shape="finite") if at > floor and scope.lowers[at] == "used" else None


def _manner(scope: Scope, i: int) -> bool:
    return bool(scope.kinds[i] & g.ADVERB) and not scope.kinds[i] & (g.DETERMINER | g.CAPITAL | g.NEGATION)


def _repeated(scope: Scope, i: int, floor: int) -> bool:
    """Tell whether a comma only parts an adverb said twice: "really, really wants"."""
    return (
        scope.lowers[i] == "," and i - 1 >= floor and scope.lowers[i - 1] == scope.text(i + 1) and _manner(scope, i - 1)
    )


def _shape(
    scope: Scope, head: int, shapes: frozenset[str], nearest: int, infinitive: bool, lead: int, floor: int
) -> str | None:
    if infinitive:
        return "infinitive" if "base" in shapes else None
    if nearest & (g.DO | g.MODAL):
        return "finite" if "base" in shapes else None
    if nearest & g.HAVE:
        return "finite" if "participle" in shapes else None
    if nearest & g.BE:
        if "gerund" in shapes:
            return "finite"
        if "participle" in shapes:
            return "finite" if scope.lowers[head - 1] in ("'s",) and "past" not in shapes else "passive"
        return None
    if "gerund" in shapes:
        return "gerund"
    if "past" in shapes:
        owned = (
            lead > floor
            and scope.kinds[lead - 1] & (g.DETERMINER | g.POSSESSIVE)
            and scope.lowers[lead - 1] not in _ALONE
        )
        return None if owned else "finite"
    if "third" in shapes or "base" in shapes:
        return "finite" if _verb_position(scope, lead, shapes, floor) else None
    return None


def _title_case(scope: Scope, head: int, floor: int, ceiling: int) -> bool:
    """Tell whether the words around *head* are written as in a headline, not only as in a name ("United States Navy")."""
    return all(
        scope.kinds[i] & (g.CAPITAL | g.NUMBER | g.MARK | g.PREPOSITION | g.DETERMINER | g.QUOTE | g.COORDINATOR)
        for i in range(max(floor, head - _AROUND), min(head + _AROUND, ceiling))
    )


def _verb_position(scope: Scope, lead: int, shapes: frozenset[str], floor: int) -> bool:
    """Tell a present-tense verb ("officials claim") from a noun ("the claim")."""
    i = lead - 1
    if i < floor and scope.subject is not None and lead == scope.first:
        i = scope.subject[1] - 1
    elif i < floor:
        return False
    kind, word = scope.kinds[i], scope.lowers[i]
    if word in ("he", "she", "it"):
        return "third" in shapes
    if kind & g.NOMINATIVE or word in ("who", "which"):
        return True
    if word in _OBJECTS and scope.text(i - 1) in _PERCEIVED:
        return "base" in shapes  # "heard him shout"
    if word in ("them", "us") and scope.text(i - 1) == "of":
        return "base" in shapes  # "most of them accept"
    if kind & (
        g.DETERMINER
        | g.POSSESSIVE
        | g.PREPOSITION
        | g.AUXILIARY
        | g.COORDINATOR
        | g.SUBORDINATOR
        | g.REFLEXIVE
        | g.NUMBER
    ):
        return word in _ALONE and ("third" if word in _ONE else "base") in shapes
    if word in ("'s", "'") or kind & g.PAST:
        return False
    if i + 1 in scope.back:
        return True
    if kind & g.MARK:
        return word in (",", ")", "-")
    plural = word.endswith("s") and not word.endswith("ss")
    if word in _ADJECTIVES or (word in _FRAMES and "third" in shapes):
        return False
    if "base" in shapes and "third" not in shapes:
        if perceived(scope, lead, floor) is not None:
            return True
        if kind & g.CAPITAL and (noun := _placed(scope, i, floor)) is not None:
            return noun.endswith("s") and not noun.endswith("ss")  # "officials in Veshnia believe"
        return plural or word.endswith("men") or word in ("people", "police", "children") or _several(scope, i, floor)
    return not plural or bool(kind & g.CAPITAL)


def heard(scope: Scope, source: Range) -> Range:
    """Leave out the verb before whom somebody heard or saw: "saw | officers | demand that C"."""
    start, stop = source
    return start + (stop - start > 1 and scope.lowers[start] in _PERCEIVED), stop


def perceived(scope: Scope, stop: int, floor: int) -> Range | None:
    """Return whom somebody heard or saw, before token *stop*: "heard | the mayor | say that C"."""
    if stop - 1 > floor and scope.lowers[stop - 1] in _OBJECTS and scope.lowers[stop - 2] in _PERCEIVED:
        return stop - 1, stop
    start = chunk_start(scope, stop, floor)
    if start is None or start <= floor:
        return None
    return (start, stop) if scope.lowers[start - 1] in _PERCEIVED else None


def _several(scope: Scope, i: int, floor: int) -> bool:
    """Tell whether a phrase only says whose or where those are that a verb is about: "members of the commission believe"."""
    start = i
    while (
        start > floor
        and i - start < _SHORT
        and not scope.kinds[start] & (g.PREPOSITION | g.AUXILIARY | g.MARK | g.PAST)
    ):
        start -= 1
    noun = scope.lowers[start - 1] if start > floor and scope.kinds[start] & g.COMPLEMENT else ""
    return noun.endswith("s") and not noun.endswith(("ss", "'s")) and bool(scope.kinds[start + 1] & g.DETERMINER)


def _placed(scope: Scope, i: int, floor: int) -> str | None:
    """Return the noun before a name that only says where or whose: "officials in Port Veshnia"."""
    while i > floor and scope.kinds[i] & g.CAPITAL:
        i -= 1
    return scope.lowers[i - 1] if i > floor and scope.kinds[i] & g.COMPLEMENT else None
