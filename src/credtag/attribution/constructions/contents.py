"""Where content begins and ends: before the cue, after it, or around it."""

from __future__ import annotations

from credtag.attribution.raw import Found, Range
from credtag.attribution.syntax import adjuncts, chunks, cues, phrases, verbs
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.grammar import Period, Scope

_SOURCED = adjuncts.UPSTREAM | {"according"}  # words that go on to the source of what was said
_BREAKS = g.words("though although while but because when after as so")
_CONDITIONS = g.words("when if once until")
BASE = g.words("be have do not")  # auxiliaries that may follow "to"
_ROUGHLY = g.words("about around over under")
_BOUNDS = frozenset((("at", "least"), ("at", "most"), ("up", "to")))
NUMERALS = g.words("half one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands zero")


def place_of(scope: Scope, start: int, stop: int, word: str) -> int:
    """Return where *word* stands outside quotations and before a semicolon or colon, or *stop*."""
    i = start
    while i < stop and scope.lowers[i] not in (";", ":"):
        if scope.lowers[i] == word:
            return i
        i = scope.jump.get(i, i + 1)
    return stop


def contains(scope: Scope, start: int, stop: int, word: str) -> bool:
    """Tell whether *word* stands there outside quotations."""
    return place_of(scope, start, stop, word) < stop


def next_comma(scope: Scope, start: int, end: int) -> int:
    """Return where the next comma stands that no quotation follows, or *end*."""
    i = start
    while i < end and scope.lowers[i] != ",":
        i = scope.jump.get(i, i + 1)
    return i if i + 1 < end and i + 1 not in scope.jump else end


def clause_begins(scope: Scope, at: int, end: int) -> bool:
    """Tell whether the token *at* can begin a clause."""
    if at >= end:
        return False
    kind, word = scope.kinds[at], scope.lowers[at]
    if word == "it" and (at + 1 >= end or scope.kinds[at + 1] & (g.MARK | g.PREPOSITION | g.COORDINATOR)):
        return False  # "said it to him"
    if at in scope.jump or kind & g.NOMINATIVE or word == "that":
        return True
    return not kind & (
        g.MARK | g.COORDINATOR | g.SUBORDINATOR | g.PREPOSITION | g.AUXILIARY | g.REFLEXIVE | g.RELATIVE
    ) and not word.endswith("ing")


def finite_follows(scope: Scope, at: int, end: int) -> bool:
    """Tell whether a subject and a finite verb follow: cues that also take objects need it."""
    if scope.kinds[at] & g.NOMINATIVE:
        return True
    relative = False  # of "questions | he is | unable to answer"
    for i in range(at + 1, min(end, at + 12)):
        if scope.kinds[i] & g.NOMINATIVE and not scope.kinds[i - 1] & (g.COORDINATOR | g.PREPOSITION):
            relative = True
            continue
        if scope.kinds[i] & (g.AUXILIARY | g.IRREGULAR) or (
            scope.kinds[i] & g.PAST and not scope.kinds[i - 1] & (g.DETERMINER | g.ADVERB)
        ):
            if not relative:
                return True
            relative = False
        if scope.kinds[i] & (g.RELATIVE | g.SUBORDINATOR) or scope.lowers[i] in (",", "to"):
            return False
    return False


def roughly(scope: Scope, at: int) -> bool:
    """Tell whether a rough figure stands there: "about 6 million visitors", "at least five stations"."""
    first, second = scope.text(at), scope.text(at + 1)
    if first in _ROUGHLY:
        return scope.is_a(at + 1, g.NUMBER)
    return (first, second) in _BOUNDS and (scope.is_a(at + 2, g.NUMBER) or scope.text(at + 2) in NUMERALS)


def object_begins(scope: Scope, at: int, end: int) -> bool:
    """Tell whether the token *at* can begin an object."""
    if at >= end:
        return False
    kind = scope.kinds[at]
    return (
        at in scope.jump
        or roughly(scope, at)
        or scope.lowers[at] in ("having", "being")
        or not kind
        & (g.MARK | g.COORDINATOR | g.SUBORDINATOR | g.PREPOSITION | g.AUXILIARY | g.RELATIVE | g.NOMINATIVE)
    )


def object_infinitive(scope: Scope, at: int, end: int) -> bool:
    """Tell whether an object and an infinitive follow: "the council to close the bridge"."""
    if not object_begins(scope, at, end):
        return False
    stop = phrases.right(scope, at, end)
    return scope.text(stop) in ("to", "not") or contains(scope, at + 1, min(end, at + 15), "to")


def clause_content(scope: Scope, start: int, end: int, cue: Range, source: Range | None, pattern: str) -> Found | None:
    """Take what follows as content, to the end of the period or the next cue in it."""
    while (
        start < end
        and scope.kinds[start] & g.MARK
        and start not in scope.jump
        and scope.lowers[start] not in ("$", "#", "@", "[", "(")
    ):
        start += 1
    stop = content_end(scope, start, end)
    return Found(((start, stop),), cue, source, pattern) if stop > start else None


def content_end(scope: Scope, start: int, end: int) -> int:
    """Return where content ends that begins at *start*: before another cue of the same period, or with the period."""
    i = start
    lowers = scope.lowers
    while i < end:
        if i in scope.jump:
            i = scope.jump[i]
            continue
        word = lowers[i]
        if word in (",", "-") and i + 2 < end:
            if lowers[i + 1] in _SOURCED or _new_cue(scope, i + 1, end) or _steps_out(scope, start, i, end):
                return i
        elif word == "according" and lowers[i + 1 : i + 2] == ("to",):
            return i
        elif word in ("and", "but") and (
            _new_cue(scope, i + 1, end) or _new_clause(scope, start, i, end) or _answers(scope, i + 1, end)
        ):
            return i - 1 if lowers[i - 1] == "," else i
        elif word == "while" and _new_cue(scope, i + 1, end) and lowers[i + 1].endswith("ing"):
            return i
        i += 1
    while end > start and lowers[end - 1] in (",", ":", ";", "-"):
        end -= 1
    return end


def _steps_out(scope: Scope, start: int, comma: int, end: int) -> bool:
    """Tell whether a speaker goes on about oneself: "they say they tried, | and I was home", "it's a hoax, | I think that"."""
    at = comma + 1 + (scope.lowers[comma + 1] in ("and", "but", "so"))
    if at + 2 >= end or scope.lowers[at] != "i" or scope.lowers[start] == "i":
        return False
    return at > comma + 1 or (scope.lowers[at + 1] in ("think", "believe", "guess") and scope.lowers[at + 2] != ",")


def _new_clause(scope: Scope, start: int, i: int, end: int) -> bool:
    """Tell whether a clause of another subject follows the "and" at *i*: behind an infinitive, or as ", and when they"."""
    if i + 2 >= end:
        return False
    if scope.lowers[start] == "to":
        finite = scope.kinds[i + 1] & g.AUXILIARY and scope.lowers[i + 1] not in BASE
        return bool(scope.kinds[i + 1] & g.NOMINATIVE or finite)
    return scope.lowers[i - 1] == "," and scope.lowers[i + 1] in _CONDITIONS and bool(scope.kinds[i + 2] & g.NOMINATIVE)


def _answers(scope: Scope, i: int, end: int) -> bool:
    """Tell whether somebody else's words follow: "what it was for | and they said C"."""
    return scope.is_a(i, g.NOMINATIVE) and any(
        form.part == "verb" and "past" in form.shapes and form.takes & {"clause", "quote"}
        for form in cues.match(scope.lowers, i + 1, end)
    )


def _new_cue(scope: Scope, i: int, end: int) -> bool:
    """Tell whether a cue without subject follows: ", adding that", "and said that"."""
    if scope.text(i) in ("and", "but", "while"):
        i += 1
    while i < end and scope.kinds[i] & g.ADVERB:
        i += 1
    if i >= end:
        return False
    for form in cues.match(scope.lowers, i, end):
        after = i + len(form.words)
        if (
            form.part == "verb"
            and "past" in form.shapes
            and scope.lowers[i - 1] in ("but", "and", "then")
            and scope.text(after) != "by"
        ):
            return True
        if (
            form.part == "verb"
            and form.takes & {"clause", "quote", "that"}
            and (
                "gerund" in form.shapes
                or (
                    form.shapes & {"past", "third"}
                    and (scope.text(after) in ("that", "it", ",") or after in scope.jump or "addressee" in form.takes)
                )
            )
        ):
            return True
    return False


def phrase_end(scope: Scope, start: int, end: int) -> int:
    """Return where a wish, a question or a judgement ends: before ", calling", ", although" and "and that"."""
    i = start
    while i + 1 < end:
        if i in scope.jump:
            i = scope.jump[i]
            continue
        if scope.lowers[i] == "," and (
            (scope.lowers[i + 1].endswith("ing") and not scope.kinds[i + 1] & g.CAPITAL)
            or scope.lowers[i + 1] in _BREAKS
        ):
            return i
        if scope.lowers[i] == "and" and scope.lowers[i + 1] == "that":
            return i - (scope.lowers[i - 1] == ",")
        i += 1
    return end


def quotation_after(scope: Scope, at: int, end: int) -> int | None:
    """Return where a quotation begins at token *at* or after its comma or colon."""
    if at in scope.jump:
        return at
    if scope.text(at) in (",", ":") and at + 1 in scope.jump:
        return at + 1
    return None


def inner_quotation(scope: Scope, at: int, end: int) -> Range | None:
    """Return the quotation in single marks that begins at token *at* or after its comma or colon, inside another one."""
    start = at + (scope.text(at) in (",", ":"))
    if scope.text(start) != "'":
        return None
    marks = (i for i in range(start + 2, end) if scope.lowers[i] == "'" and scope.lowers[i - 1] in (",", ".", "!", "?"))
    close = next(marks, None)
    return None if close is None else (start, close + 1)


def quoted_content(scope: Scope, start: int, end: int, cue: Range, source: Range | None) -> Found | None:
    """Content that begins with a quotation: the quotation alone when it is a sentence, else all that follows."""
    stop = scope.jump[start]
    if stop - start > 3 and scope.lowers[stop - 2] in (".", ",", "!", "?"):
        return Found(((start, stop),), cue, source, "quote")
    return clause_content(scope, start, end, cue, source, "quote")


def announced(scope: Scope, following: Period, cue: Range, source: Range | None) -> Found | None:
    """The quotation that a colon at the end of the period before it announces."""
    if following.start not in scope.jump:
        return None
    return Found(((following.start, scope.jump[following.start]),), cue, source, "colon")


def object_content(scope: Scope, start: int, end: int, cue: Range, source: Range | None) -> Found | None:
    """Take a noun phrase and what belongs to it as content."""
    i = start
    while i < end:
        if i in scope.jump:
            i = scope.jump[i]
            continue
        word = scope.lowers[i]
        if (
            word
            in (",", ";", ":", "-", "while", "after", "before", "when", "if", "although", "though", "but", "because")
            and i > start
        ):
            break
        if (
            word in ("and", "as")
            and i + 1 < end
            and (
                scope.lowers[i + 1] == "that"
                or scope.kinds[i + 1] & (g.PAST | g.IRREGULAR | g.AUXILIARY | g.NOMINATIVE)
                or _new_cue(scope, i + 1, end)
            )
        ):
            break
        if i > start and scope.kinds[i] & g.PREPOSITION and chunks.adjunct(scope, i, end):
            break
        i += 1
    return Found(((start, i),), cue, source, "object") if i > start else None


def content_before(scope: Scope, at: int, period: Period) -> Range | None:
    """Return the content that ends before token *at*: "C, X said" or a quotation."""
    if at <= period.start:
        return None
    stop = at
    if scope.lowers[at - 1] in (",", "-"):
        stop = at - 1
    elif at not in scope.back:
        return None
    if stop <= period.start:
        return None
    if stop in scope.back and scope.back[stop] == period.start:
        return period.start, stop
    if not _clause(scope, period.start, stop):
        return None
    return period.start, stop


def content_begun(scope: Scope, at: int, period: Period) -> Range | None:
    """Return the beginning of a content that goes on after the cue: "The bridge, X said, was safe"."""
    if (
        at - 1 <= period.start
        or scope.lowers[at - 1] != ","
        or scope.kinds[period.start] & (g.PREPOSITION | g.SUBORDINATOR | g.ADVERB)
    ):
        return None
    return period.start, at - 1


def _clause(scope: Scope, start: int, stop: int) -> bool:
    """Tell whether the words can be a clause of their own, not an adjunct before one."""
    i, finite = start, False
    if scope.kinds[start] & g.SUBORDINATOR and scope.lowers[start] not in ("what", "how", "why", "where", "that"):
        return contains(scope, start, stop, ",")
    while i < stop:
        if i in scope.jump:
            if scope.jump[i] - i > 5:
                return True
            i = scope.jump[i]
            continue
        if scope.kinds[i] & (g.AUXILIARY | g.IRREGULAR | g.PAST):
            finite = True
            break
        i += 1
    if scope.kinds[start] & g.PREPOSITION and not finite:
        return False
    adjunct = scope.kinds[start] & (g.PREPOSITION | g.ADVERB | g.MOMENT | g.COORDINATOR | g.TIME)
    return finite or stop - start >= (5 if adjunct else 3)


def parenthetical(
    scope: Scope,
    before: Range,
    period: Period,
    source: Range,
    cue: Range,
    rest: Range,
) -> Found | None:
    """Read "A, X said" and "A, X said, B": content before the cue, and after it when the sentence goes on."""
    at, end = rest
    pieces = [before]
    more = _resumed(scope, before, at, end)
    if more is not None:
        pieces.append(more)
    return Found(tuple(pieces), cue, source, "after" if more is None else "around")


def _resumed(scope: Scope, before: Range, at: int, end: int) -> Range | None:
    if before[1] in scope.back and (opened := _next_quotation(scope, at, end)) is not None:
        return opened, scope.jump[opened]
    if at >= end or scope.lowers[at] not in (",", "-", ":"):
        return (at, scope.jump[at]) if at in scope.jump else None
    start = at + 1
    if start >= end:
        return None
    if start in scope.jump:
        return start, scope.jump[start]
    if before[1] in scope.back or scope.kinds[start] & g.PREPOSITION:
        return None  # ", in a statement" tells how it was said
    if _new_cue(scope, start, end) or (scope.lowers[start].endswith("ing") and scope.lowers[start] != "including"):
        return None
    stop = content_end(scope, start, end)
    return (start, stop) if stop > start else None


def _next_quotation(scope: Scope, at: int, end: int) -> int | None:
    """Find B in '"A," X said in May in Lumen, "B"': return where it begins, unless another cue comes first."""
    i = at
    while i < end:
        if i in scope.jump:
            return i if scope.lowers[i - 1] in (",", ":", "-") or i == at else None
        if i > at and cues.match(scope.lowers, i, end) and verbs.group(scope, i, at, end) is not None:
            return None
        i += 1
    return None
