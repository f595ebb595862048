"""Adjuncts of a cue: the times, places and insertions between it and what it reports."""

from __future__ import annotations

from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.appositions import comma_after
from credtag.attribution.syntax.chunks import LONGEST, chunk_end
from credtag.attribution.syntax.grammar import Scope
from credtag.attribution.syntax.phrases import right

_INSERTED = 15  # tokens of an insertion between a cue and "that"
UPSTREAM = g.words("citing quoting")


def before_that(scope: Scope, i: int, ceiling: int) -> int:
    """Return where the next "that" stands, before which the words between a cue and its content end."""
    for k in range(i, min(ceiling, i + LONGEST)):
        if scope.lowers[k] == "that":
            return k
    return ceiling


def _insertion(scope: Scope, comma: int, ceiling: int) -> int | None:
    """Return the end of ", citing the ministry," or ", without giving proof," before "that": no part of what is said."""
    if scope.lowers[comma] != ",":
        return None
    if scope.is_a(comma + 1, g.PREPOSITION):
        close = comma_after(scope, comma, ceiling)
        told = scope.text(close + 1) == "that" or close + 1 in scope.jump
        return close + 1 if told and close < min(ceiling, comma + _INSERTED) else None
    if scope.text(comma + 1) not in UPSTREAM:
        return None
    end = right(scope, comma + 2, before_that(scope, comma + 2, ceiling))
    return end + 1 if comma + 2 < end < ceiling and scope.lowers[end] == "," else None


def after_adjuncts(scope: Scope, i: int, ceiling: int) -> int:
    """Step over times and places after a cue: "said Tuesday in a statement"."""
    kinds = scope.kinds
    limit = before_that(scope, i, ceiling)
    while i < ceiling:
        kind = kinds[i]
        if kind & (g.MOMENT | g.ADVERB) and not kind & g.DETERMINER:
            i += 1
        elif kind & g.ORDERING and i + 1 < ceiling and kinds[i + 1] & (g.TIME | g.MONTH):
            i += 2
        elif kind & g.PREPOSITION and i + 1 < ceiling and not scope.lowers[i + 1].endswith("ing"):
            end = chunk_end(scope, i + 1, limit)
            if end == i + 1:
                if kinds[i + 1] & (g.MOMENT | g.TIME | g.MONTH):
                    i += 2
                    continue
                break
            i = end
        elif kind & g.MONTH and i + 1 < ceiling and kinds[i + 1] & g.NUMBER:
            i += 2
        elif (after := _insertion(scope, i, ceiling)) is not None:
            i = after
        elif scope.lowers[i] == "ago" or (kind & g.TIME and kinds[i - 1] & (g.MOMENT | g.ORDERING)):
            i += 1
        else:
            break
    return i
