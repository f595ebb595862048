"""Whole noun phrases: to the left of a verb its subject, to the right its object, with appositions and relative clauses."""

from __future__ import annotations

from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.appositions import apposition, aside, comma_after, comma_before, describes
from credtag.attribution.syntax.chunks import ARTICLE, chunk_end, chunk_start
from credtag.attribution.syntax.grammar import Scope

AGENT = 12  # tokens of "by the members of the council"
_RELATIVE = 15  # tokens of a relative clause before the noun phrase that ends it
_WORDS = g.AUXILIARY | g.IRREGULAR | g.PAST | g.MARK | g.PREPOSITION  # what no relative clause follows
_CHARGED = g.words("accused suspected charged convicted guilty")


def left(scope: Scope, stop: int, floor: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before token *stop*: the subject of a verb to its right."""
    while stop > floor and scope.kinds[stop - 1] & (g.TIME | g.ORDERING) and not scope.kinds[stop - 1] & g.CAPITAL:
        stop -= 1
        if stop > floor and scope.kinds[stop - 1] & g.ORDERING:
            stop -= 1
    i = stop - 1
    if i < floor:
        return None
    if (
        scope.text(i) == "it" and i - 3 >= floor and scope.text(i - 2) == "who"
    ):  # "the clerk who wrote it | had admitted"
        start = chunk_start(scope, i - 2, floor)
        return None if start is None else (start, stop)
    if scope.kinds[i] & g.NOMINATIVE and scope.text(i) not in ("there",):
        return i, stop
    if scope.text(i) in ("who", "which"):
        return i, stop
    if scope.text(i).endswith(("self", "selves")):  # "the clerk himself"
        return left(scope, i, floor)
    if scope.text(i) == ",":
        return _apposed(scope, stop, floor)
    if scope.kinds[i] & g.REFLEXIVE and scope.text(i - 1) == "of" and i - 2 >= floor:
        return i - 2, stop  # "one of them"
    start = chunk_start(scope, stop, floor)
    if start is not None and (accused := _accused(scope, start, floor)) is not None:
        start = accused
    return None if start is None else (start, stop)


def _accused(scope: Scope, start: int, floor: int) -> int | None:
    """Return where the subject begins of which a charge is told before *start*: "a man accused of stealing | a boat said"."""
    of = start - 2
    if of - 2 < floor or scope.lowers[of] not in ("of", "with") or not scope.lowers[of + 1].endswith("ing"):
        return None
    if scope.lowers[of - 1] not in _CHARGED or scope.kinds[of - 2] & (g.AUXILIARY | g.ADVERB | g.MARK):
        return None
    return chunk_start(scope, of - 1, floor)


def _apposed(scope: Scope, stop: int, floor: int) -> tuple[int, int] | None:
    """Return "Ana Sorin, the mayor of Port Lumen," for the token after its last comma."""
    comma = stop - 1
    end = comma
    for _ in range(4):
        begin = comma_before(scope, comma, floor)
        if begin is None:
            return None
        if aside(scope, begin + 1, comma):
            return left(scope, begin, floor) if end == comma else None
        if not describes(scope, begin + 1, comma):
            return None
        start = chunk_start(scope, begin, floor)
        if start is not None and (scope.kinds[start] & (g.CAPITAL | ARTICLE | g.NUMBER)):
            before = scope.text(start - 1) if start > floor else ""
            if before != ",":
                return _past_relative(scope, start, floor), end
            if begin - start == 1 and scope.kinds[start] & g.NUMBER:  # an age: "Ana Sorin, 56, the mayor"
                comma = begin
                continue
            further = comma_before(scope, start - 1, floor)
            if further is None or not describes(scope, further + 1, start - 1):
                return start, end
        comma = begin
    return None


def _past_relative(scope: Scope, start: int, floor: int) -> int:
    """After "the firm that makes the vaccine": return where "the firm" begins, not "the vaccine"."""
    for i in range(start - 1, max(floor, start - _RELATIVE), -1):
        if scope.lowers[i] in (",", ";", ":") or i + 1 in scope.back:
            break
        if scope.lowers[i] in ("that", "which", "who") and (scope.kinds[i - 1] & _WORDS) == 0:
            begin = chunk_start(scope, i, floor)
            return start if begin is None else begin
    return start


def right(scope: Scope, start: int, ceiling: int) -> int:
    """Return the end of the noun phrase that begins at token *start*, with appositions and relative clauses."""
    end = chunk_end(scope, start, ceiling)
    while end > start and end < ceiling and scope.lowers[end] == ",":
        close = comma_after(scope, end, ceiling)
        if not apposition(scope, end + 1, close):
            break
        if scope.lowers[end + 1] in ("who", "which", "whose"):
            end = close
            continue
        stop = chunk_end(scope, end + 1, close)
        if stop == end + 1:
            break
        end = stop
        if end < close:
            break
    return end
