"""What stands between commas beside a noun: appositions, relative clauses, asides."""

from __future__ import annotations

from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.chunks import ARTICLE, LONGEST
from credtag.attribution.syntax.grammar import Scope


def aside(scope: Scope, start: int, stop: int) -> bool:
    """Tell whether the words between commas are about the act: "however", "in a statement", "speaking in Lumen"."""
    if start >= stop:
        return False
    kind, word = scope.kinds[start], scope.lowers[start]
    return (bool(kind & (g.PREPOSITION | g.ADVERB | g.SUBORDINATOR | g.MOMENT)) and not kind & g.CAPITAL) or (
        word in ("however", "though", "meanwhile", "too") or (word.endswith("ing") and not kind & g.CAPITAL)
    )


def comma_before(scope: Scope, comma: int, floor: int) -> int | None:
    """Return where the comma stands before another one in the same clause, outside quotations."""
    i = comma - 1
    while i >= max(floor, comma - LONGEST):
        if i + 1 in scope.back:
            i = scope.back[i + 1] - 1
            continue
        if scope.lowers[i] == ",":
            return i
        if scope.lowers[i] in (";", ":"):
            return None
        i -= 1
    return None


def describes(scope: Scope, start: int, stop: int) -> bool:
    """Tell whether the words between two commas can describe a noun: an apposition or a relative clause."""
    if start >= stop:
        return False
    if scope.lowers[start] in ("who", "which", "whose", "where") or scope.lowers[start + 1 : start + 2] == ("whom",):
        return True
    if scope.kinds[start] & (g.NOMINATIVE | g.SUBORDINATOR | g.COORDINATOR | g.QUOTE) and scope.lowers[start] not in (
        "and",
        "once",
    ):
        return False
    relative = False
    i = start
    while i < stop:
        if i in scope.jump:
            i = scope.jump[i]
            continue
        kind = scope.kinds[i]
        relative = relative or scope.lowers[i] in ("who", "which", "that", "whose")
        if kind & (g.AUXILIARY | g.NOMINATIVE) and not relative and scope.lowers[i] != "'s":
            return False
        i += 1
    return True


def comma_after(scope: Scope, comma: int, ceiling: int) -> int:
    """Return where the words end that a comma opens: at the next mark outside quotations, or at *ceiling*."""
    i = comma + 1
    while i < ceiling and scope.lowers[i] not in (",", ";", ":", "-"):
        i = scope.jump.get(i, i + 1)
    return min(i, ceiling)


def apposition(scope: Scope, start: int, stop: int) -> bool:
    """Tell whether the words behind a noun and a comma describe it: "the mayor of Port Lumen", "Ana Sorin"."""
    if (
        start >= stop
        or scope.kinds[start] & (g.COORDINATOR | g.PREPOSITION | g.ADVERB | g.MOMENT)
        or start in scope.jump
    ):
        return False
    word, kind = scope.lowers[start], scope.kinds[start]
    if (word.endswith("ing") and not kind & g.CAPITAL) or kind & (g.PAST | g.IRREGULAR | g.NOMINATIVE):
        return False
    if kind & g.CAPITAL and not kind & ARTICLE:
        loose = g.CAPITAL | g.NUMBER | g.COMPLEMENT | g.MARK
        return all(scope.kinds[i] & loose or scope.lowers[i] in ("and", "'s") for i in range(start, stop))
    return describes(scope, start, stop) and not _predicates(scope, start, stop)


def _predicates(scope: Scope, start: int, stop: int) -> bool:
    """Tell whether words that begin with "the" go on like a clause: "the union reportedly asked"."""
    if scope.lowers[start] in ("a", "an", "who", "which", "whose"):
        return False
    for i in range(start, stop):
        if scope.kinds[i] & g.RELATIVE:
            return i + 1 < stop and bool(scope.kinds[i - 1] & g.PAST)
        if scope.kinds[i] & (g.PAST | g.IRREGULAR | g.ADVERB) and not scope.kinds[i] & g.DETERMINER and i > start + 1:
            return True
    return False
