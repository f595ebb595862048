"""Quotations that stand without a cue: they go on with what was said, or are claims of their own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import evolve

from credtag.attribution.raw import Found, Raw
from credtag.attribution.syntax.grammar import QUOTE, Period, Scope

_FULL_STOPS = (".", "!", "?")


def continued(scope: Scope, found: list[Found]) -> list[Found]:
    """Give each quotation that begins a period and has no cue to the claim before it, or make it one of its own."""
    content = {i for f in found for a, b in f.content for i in (a, b - 1)}
    by_period: dict[int, list[int]] = {}
    starts = [p.start for p in scope.periods]
    for n, f in enumerate(found):
        at = f.cue if f.cue is not None else f.content[0]
        by_period.setdefault(bisect_right(starts, at[0]) - 1, []).append(n)
    result = list(found)
    speaking: int | None = None  # the attribution whose quotation may go on
    for n, period in enumerate(scope.periods):
        mine = by_period.get(n, ())
        begin, stop = period.start, scope.jump.get(period.start)
        if (
            stop is not None
            and begin not in content
            and stop - 1 not in content
            and _utterance(scope, begin, stop, period)
        ):
            if speaking is not None:
                result[speaking] = evolve(result[speaking], content=(*result[speaking].content, (begin, stop)))
            else:
                result.append(Found(((begin, stop),), None, None, "loose"))
            continue
        quoting = [
            k
            for k in mine
            if result[k].pattern in ("after", "around", "quote") and result[k].content[0][0] in scope.jump
        ]
        speaking = quoting[-1] if quoting and result[quoting[-1]].pattern != "quote" else None
    return result


def loose(scope: Scope, raws: Sequence[Raw]) -> list[Raw]:
    """Return a claim without cue or source for each utterance in quotation marks that no attribution has a share in."""
    found = []
    for raw in raws:
        ranges = [scope.reading.document.token_range(span) for span in (*raw.content, *raw.cue)]
        found.append(Found(tuple(ranges), None, None, "network"))
    taken = sorted(r for f in found for r in f.content)
    alone = [f.content[0] for f in continued(scope, found)[len(found) :]]
    free = [(a, b) for a, b in alone if not meets(taken, a, b)]
    return [Raw((scope.span(a, b),), pattern="loose") for a, b in free]


def meets(taken: Sequence[tuple[int, int]], start: int, stop: int) -> bool:
    """Tell whether one of the ranges *taken*, in order, has a share in [start, stop)."""
    i = bisect_left(taken, (stop, 0))
    return i > 0 and any(b > start for _, b in taken[max(0, i - 4) : i])


def _utterance(scope: Scope, start: int, stop: int, period: Period) -> bool:
    """Tell whether a quotation is a sentence, not a title or a term in quotation marks."""
    if stop - start < 4:
        return False
    end = period.stop
    while end > stop and scope.lowers[end - 1] in _FULL_STOPS:
        end -= 1
    # A part that the next paragraph reopens has no closing mark behind its stop.
    last = stop - 1 - scope.is_a(stop - 1, QUOTE)
    return end == stop and (scope.lowers[last] in (*_FULL_STOPS, "...", "-") or end < period.stop)
