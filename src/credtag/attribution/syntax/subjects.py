"""Who a sentence is about, and who saw what it tells."""

from __future__ import annotations

from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax import phrases
from credtag.attribution.syntax.grammar import Period, Reading, Scope

_TITLE = 3  # tokens of "council leader" in a name
_WITNESSES = g.words("witness witnesses bystander bystanders onlookers")


def main(scope: Scope, period: Period, stop: int) -> tuple[int, int] | None:
    """Return the subject of a sentence, before token *stop*: "Sadly, | the driver | stopped the bus and"."""
    start = period.start
    if scope.kinds[start] & (g.PREPOSITION | g.SUBORDINATOR | g.ADVERB | g.MOMENT) or scope.lowers[start].endswith(
        "ly"
    ):
        comma = next((i for i in range(start, stop) if scope.lowers[i] == ","), None)
        if comma is None or comma + 1 >= stop:
            return None
        start = comma + 1
    if start in scope.jump or scope.kinds[start] & (g.MARK | g.COORDINATOR):
        return None
    if scope.kinds[start] & g.CAPITAL and not scope.kinds[start] & (g.DETERMINER | g.NOMINATIVE | g.POSSESSIVE):
        return start, _name_end(scope, start, stop)
    end = start
    limit = phrases.right(scope, start, stop)
    while end < limit and not (end > start and scope.kinds[end] & (g.PAST | g.IRREGULAR)):
        end += 1
    return (start, end) if end > start else None


def _name_end(scope: Scope, start: int, stop: int) -> int:
    """Return where a name ends that begins at *start*: "Lumen council leader Ana Sorin", but "Lumen is"."""
    end = start
    while end < stop and scope.kinds[end] & (g.CAPITAL | g.NUMBER):
        end += 1
    name = end
    while name < min(stop, end + _TITLE) and not scope.kinds[name]:
        name += 1
    return _name_end(scope, name, stop) if end < name < stop and scope.kinds[name] & g.CAPITAL else end


def witnesses(reading: Reading, first: int, last: int) -> bool:
    """Tell whether tokens name the press, the publisher itself or witnesses: what others see is no report."""
    words = reading.document.lowers[first:last]
    if not _WITNESSES.isdisjoint(words):
        return True
    publisher = (reading.document.publisher or "").lower().removeprefix("the ").split()
    return any(kind & g.PRESS for kind in reading.kinds[first:last]) or (
        bool(publisher) and all(word in words for word in publisher)
    )
