"""What an active verb governs: its content stands before the subject, behind the cue, or around both."""

from __future__ import annotations

from attrs import evolve

from credtag.attribution.constructions.contents import (
    announced,
    clause_begins,
    clause_content,
    content_before,
    content_begun,
    content_end,
    inner_quotation,
    object_content,
    parenthetical,
    phrase_end,
    quotation_after,
    quoted_content,
    roughly,
)
from credtag.attribution.constructions.objects import figured, objective
from credtag.attribution.raw import Found, Range
from credtag.attribution.syntax import adjuncts, phrases, subjects
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.grammar import Period, Scope
from credtag.attribution.syntax.verbs import VerbGroup, heard

_BRIEF = 3  # tokens of a quotation of one word, marks included
_SENTENCE_ENDS = (".", ",", "!", "?")
_TELLING = g.words(
    "accusing admitting alleging announcing arguing asking asserting calling claiming complaining concluding confirming declaring "
    "demanding denying describing explaining indicating insisting predicting proving quoting reporting revealing saying showing "
    "stating suggesting telling thinking threatening urging vowing warning"
)  # behind a noun they tell what it says
_TOLD = frozenset(("addressee", "clause", "oinfinitive", "quote", "that", "whether", "wh"))
_NO_NOUN = g.ADVERB | g.PREPOSITION | g.PAST | g.IRREGULAR
_NO_CLAUSE = 3  # tokens of "that 'from his side'", "that hard to believe"
_CLAUSE_VERBS = frozenset(("clause", "that", "quote"))


def quotes(scope: Scope, verb: VerbGroup, end: int) -> bool:
    """Tell whether a sentence in quotation marks follows a verb: it was said, or might be, word for word."""
    if "quote" not in verb.takes:
        return False
    at = _behind_hearer(scope, verb, end)
    if (start := quotation_after(scope, at, end)) is not None:
        return scope.jump[start] - start > _BRIEF and scope.lowers[scope.jump[start] - 2] in _SENTENCE_ENDS
    return inner_quotation(scope, at, end) is not None


def announces(scope: Scope, verb: VerbGroup, end: int) -> bool:
    """Tell whether a verb that stands far from its subject is plainly followed by content."""
    word = scope.text(verb.stop)
    if quotes(scope, verb, end) or ("wh" in verb.takes and _questions(scope, verb, end) is not None):
        return True
    if word == "to":
        return "infinitive" in verb.takes
    return word == "that" or ("clause" in verb.takes and scope.is_a(verb.stop, g.NOMINATIVE))


def governed(
    scope: Scope, verb: VerbGroup, source: Range, period: Period, end: int, following: Period | None
) -> Found | None:
    """Find the content of an active verb whose subject stands before it."""
    takes, cue = verb.takes, (verb.start, verb.stop)
    at = _behind_hearer(scope, verb, end)
    clausal = bool(takes & _CLAUSE_VERBS or "wh" in takes)
    if clausal and not roughly(scope, at):
        at = adjuncts.after_adjuncts(scope, at, end)
    if "figure" in takes and (figure := figured(scope, verb, source, end)) is not None:
        return figure
    if (gap := _gapped(scope, verb, source, period, end) or _described(scope, verb, source, end)) is not None:
        return gap
    before = _framed(scope, verb, source, period, at)
    if clausal:
        found = _announced(scope, verb, source, at, end, following, before)
        if found is not None:
            return found
    if before is not None and (at >= end or not clause_begins(scope, at, end)):
        return parenthetical(scope, before, period, source, cue, (at, end))
    return objective(scope, verb, source, at, end) if verb.stop < end else None


def _questions(scope: Scope, verb: VerbGroup, end: int) -> int | None:
    """Return where a question begins that is put to somebody or nobody: "asked | why C", "asked the clerk | whether C"."""
    for at in (verb.stop, _addressee(scope, verb.stop, end)):
        if scope.is_a(at, g.INTERROGATIVE) and scope.text(at) != "who":
            return at
    return None


def _gapped(scope: Scope, verb: VerbGroup, source: Range, period: Period, end: int) -> Found | None:
    """Read "a country he said had sent weapons", "what it says is a fraud": what is said of the noun before the source."""
    if not {"clause", "post"} <= verb.takes or not scope.is_a(verb.stop, g.AUXILIARY) or verb.stop + 1 >= end:
        return None
    if scope.text(source[0] - 1) == "what":
        if not scope.is_a(source[0] - 2, g.PREPOSITION | g.PAST):
            return None  # "what he says is true"
        said_of: Range | None = source[0] - 1, source[0]
    else:
        said_of = phrases.left(scope, source[0], period.start) if source[0] > period.start else None
    if said_of is None or scope.kinds[said_of[1] - 1] & (g.NOMINATIVE | g.RELATIVE | g.MARK):
        return None
    return Found((said_of, (verb.stop, content_end(scope, verb.stop, end))), (verb.start, verb.stop), source, "clause")


def _described(scope: Scope, verb: VerbGroup, source: Range, end: int) -> Found | None:
    """Read "for what X described as a trap"."""
    at = verb.stop + 1
    if scope.text(source[0] - 1) != "what" or scope.text(verb.stop) != "as" or "as" not in verb.takes or at >= end:
        return None
    return object_content(scope, at, _predicate(scope, at, end), (verb.start, verb.stop), source)


def _predicate(scope: Scope, start: int, end: int) -> int:
    """Return where the verb stands whose subject is "what X described as a trap", or *end*."""
    for i in range(start, end):
        if i in scope.jump or scope.kinds[i] & (g.RELATIVE | g.NOMINATIVE):
            return end
        if scope.kinds[i] & g.AUXILIARY and scope.lowers[i - 1] != "to":
            return i
    return end


def _framed(scope: Scope, verb: VerbGroup, source: Range, period: Period, at: int) -> Range | None:
    """Return the content that stands before a parenthetical "X said"."""
    if "post" not in verb.takes or scope.lowers[source[0]] in ("who", "which"):
        return None
    before = content_before(scope, source[0] - (scope.text(source[0] - 1) == "as"), period)
    if before is None and scope.text(at) == ",":
        return content_begun(scope, source[0], period)
    return before


def _announced(
    scope: Scope, verb: VerbGroup, source: Range, at: int, end: int, following: Period | None, before: Range | None
) -> Found | None:
    """Find content that "that", a colon, a quotation mark or a question word announces."""
    takes, cue = verb.takes, (verb.start, verb.stop)
    word = scope.text(at) if at < end else ""
    if at >= end:
        opened = scope.text(end - 1) == ":" and following is not None
        return announced(scope, following, cue, source) if opened and following is not None else None
    if word == "that" and not scope.is_a(at + 1, g.AUXILIARY | g.COORDINATOR) and _clause(scope, at + 1, end):
        return clause_content(scope, at + 1, end, cue, source, "that")
    if (start := quotation_after(scope, at, end)) is not None and (before is None or word != ","):
        return quoted_content(scope, start, end, cue, source)
    if (inner := inner_quotation(scope, at, end)) is not None and before is None:
        return Found((inner,), cue, source, "quote")
    if word == ":":
        if at + 1 < end:
            return clause_content(scope, at + 1, end, cue, source, "colon")
        return announced(scope, following, cue, source) if following is not None else None
    if "wh" in takes and (asked := _questions(scope, verb, end)) is not None:
        at = asked
    asks = "wh" in takes or "whether" in takes or verb.negated
    if asks and scope.is_a(at, g.INTERROGATIVE) and scope.text(at) != "who":
        return clause_content(scope, at, phrase_end(scope, at, end), cue, source, "wh")
    return None


def _clause(scope: Scope, at: int, end: int) -> bool:
    """Tell whether what follows "that" can be a clause: not "found that hard to believe", "recognised that account"."""
    subject = g.NOMINATIVE | g.CAPITAL | g.DETERMINER | g.POSSESSIVE | g.IRREGULAR | g.PAST | g.AUXILIARY
    return end - at > _NO_CLAUSE or at in scope.jump or any(scope.kinds[i] & subject for i in range(at, end))


def _behind_hearer(scope: Scope, verb: VerbGroup, end: int) -> int:
    """Return where a verb goes on behind whom it speaks to: "told the clerk | that C", 'asked her, | "C"'."""
    if verb.takes.isdisjoint(("addressee", "told")):
        return verb.stop
    at = _addressee(scope, verb.stop, end)
    quoted = quotation_after(scope, at, end) is not None or inner_quotation(scope, at, end) is not None
    return at if "addressee" in verb.takes or quoted else verb.stop


def _addressee(scope: Scope, at: int, end: int) -> int:
    if scope.is_a(at, g.REFLEXIVE) or (scope.text(at) == "her" and scope.text(at + 1) in (",", ":")):
        return min(at + 1, end)  # no apposition follows: 'told me, "It is late"'
    stop = phrases.right(scope, at, adjuncts.before_that(scope, at, end))
    if stop > at and scope.is_a(stop, g.AUXILIARY) and stop - at > 1 and scope.is_a(stop - 1, g.CAPITAL):
        return stop - 1
    return stop


def inverted(scope: Scope, verb: VerbGroup, period: Period, end: int) -> Found | None:
    """Read "C, said X"."""
    if "invert" not in verb.takes or verb.start != verb.head:
        return None
    before = content_before(scope, verb.lead, period)
    if before is None or verb.stop >= end:
        return None
    if verb.stop in scope.jump or scope.kinds[verb.stop] & (
        g.MARK | g.PREPOSITION | g.RELATIVE | g.AUXILIARY | g.SUBORDINATOR | g.MOMENT
    ):
        return None
    stop = phrases.right(scope, verb.stop, end)
    if stop <= verb.stop:
        return None
    after = scope.kinds[stop] if stop < end else 0
    if after & (g.AUXILIARY | g.PAST | g.IRREGULAR | g.NOMINATIVE):
        return None
    if scope.kinds[verb.stop] & g.NOMINATIVE and stop < end and not after & (g.MARK | g.PREPOSITION | g.MOMENT):
        return None
    subject = phrases.left(scope, verb.lead, period.start)
    if subject is not None and (subject[0] == period.start or scope.text(subject[0] - 1) == "that"):
        return None  # "Ana Sorin, the mayor, said he was late"
    at = adjuncts.after_adjuncts(scope, stop, end)
    return parenthetical(scope, before, period, (verb.stop, stop), (verb.start, verb.stop), (at, end))


def _noun_telling(scope: Scope, verb: VerbGroup, speaking: Range, period: Period, end: int) -> Found | None:
    """Read "the mayor saying that C", 'a note reading "C"', but not "firms seeking a permit", "wrote to the mayor saying that C"."""
    telling = verb.stop in scope.jump or scope.lowers[verb.head] in _TELLING
    if verb.negated or not telling or "to" in scope.lowers[max(speaking[0] - 1, period.start) : speaking[1]]:
        return None
    speaking = heard(scope, speaking)
    if speaking[1] - speaking[0] == 1 and scope.kinds[speaking[0]] & _NO_NOUN:
        return None
    if (stop := scope.jump.get(verb.stop)) is not None:
        return Found(((verb.stop, stop),), (verb.start, verb.stop), speaking, "quote")
    return governed(scope, evolve(verb, takes=verb.takes & _TOLD), speaking, period, end, None)


def participle(scope: Scope, verb: VerbGroup, period: Period, end: int, previous: Found | None) -> Found | None:
    """Read ", adding that C"; the source is that of the cue before, or the subject of the sentence."""
    if scope.lowers[verb.head] in adjuncts.UPSTREAM:
        return None  # who stands behind the source is part of the occasion
    joined = scope.text(verb.lead - 1)
    speaking = phrases.left(scope, verb.lead, period.start)
    if speaking is not None and (told := _noun_telling(scope, verb, speaking, period, end)) is not None:
        return told
    if joined not in (",", "while", "and", "by", "before", "after", "-"):
        return None
    if previous is not None and previous.source is not None:
        source: Range | None = previous.source
    else:
        source = subjects.main(scope, period, verb.lead)
    if source is None:
        return None
    return governed(
        scope,
        evolve(verb, takes=verb.takes - {"post"}),
        source,
        Period(verb.lead, period.stop, period.paragraph),
        end,
        None,
    )
