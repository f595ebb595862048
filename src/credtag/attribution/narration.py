"""The claims that a document makes in its own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credtag.attribution import silence
from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.grammar import Period, Reading
from credtag.labels import ZoneKind
from credtag.records import Attribution, Span

_VOICED = frozenset((ZoneKind.BODY, ZoneKind.HEADLINE))
_SHORTEST = 5  # tokens of a rest that can be a clause
_FINITE = g.AUXILIARY | g.IRREGULAR | g.PAST


def own_voice(reading: Reading, attributions: Sequence[Attribution]) -> Iterator[Span]:
    """Yield each sentence that lies in no attribution, and the rest of one that does when it is a clause of its own."""
    document = reading.document
    taken = _taken(reading, attributions)
    for period in g.scope(reading, None).periods:
        if document.zone_at(document.tokens.starts[period.start]) not in _VOICED:
            continue
        runs = list(_free_runs(taken, period))
        if runs == [(period.start, period.stop)]:
            if any(document.words[i][0].isalnum() for i in range(*runs[0])):
                yield _span(reading, period.start, _before_stop(reading, period.start, period.stop))
            continue
        for start, stop in runs:
            start, stop = _trimmed(reading, start, stop)
            if _clause(reading, start, stop):
                yield _span(reading, start, stop)


def _taken(reading: Reading, attributions: Sequence[Attribution]) -> bytearray:
    taken = bytearray(len(reading.document.tokens) + 1)
    for found in attributions:
        if found.inside is None:
            for span in (*found.content, *found.cue, *found.source):
                _take(taken, reading, span)
    # Who keeps silent makes no claim, and the publisher who says so makes none about the world.
    for source, words in silence.find(reading.document):
        _take(taken, reading, source)
        _take(taken, reading, words)
    return taken


def _take(taken: bytearray, reading: Reading, span: Span) -> None:
    first, last = reading.document.token_range(span)
    taken[first:last] = b"\x01" * (last - first)


def _free_runs(taken: bytearray, period: Period) -> Iterator[tuple[int, int]]:
    i = period.start
    while i < period.stop:
        if taken[i]:
            i += 1
            continue
        stop = taken.find(1, i, period.stop)
        stop = period.stop if stop < 0 else stop
        yield i, stop
        i = stop


def _span(reading: Reading, start: int, stop: int) -> Span:
    return Span(reading.document.tokens.starts[start], reading.document.tokens.ends[stop - 1])


def _before_stop(reading: Reading, start: int, stop: int) -> int:
    """Leave out the full stop, or a comma that ends a paragraph, as contents do."""
    while stop > start + 1 and reading.document.lowers[stop - 1] in (".", ","):
        stop -= 1
    return stop


def _trimmed(reading: Reading, start: int, stop: int) -> tuple[int, int]:
    kinds = reading.kinds
    while start < stop and kinds[start] & (g.MARK | g.COORDINATOR | g.QUOTE | g.MOMENT):
        start += 1
    while stop > start and kinds[stop - 1] & (g.MARK | g.COORDINATOR | g.SUBORDINATOR | g.RELATIVE | g.PREPOSITION):
        stop -= 1
    return start, stop


def _clause(reading: Reading, start: int, stop: int) -> bool:
    """Tell whether words left over from a sentence have a subject and a finite verb, outside relative clauses."""
    kinds = reading.kinds
    if (
        stop - start < _SHORTEST
        or kinds[start] & (g.RELATIVE | g.SUBORDINATOR | g.PREPOSITION | g.AUXILIARY | g.PAST | g.IRREGULAR | g.MARK)
        or reading.document.lowers[start].endswith("ing")
    ):
        return False
    for i in range(start + 1, stop):
        if kinds[i] & (g.RELATIVE | g.SUBORDINATOR):
            return False
        if kinds[i] & _FINITE and reading.document.lowers[i] != "'s":  # more often a genitive than a verb
            return True
    return False
