"""Pair quotation marks: curly, straight, doubled, angled or low, and single ones where they are no apostrophes.

Pairing goes paragraph by paragraph, so that an odd mark disturbs no other. Only the custom of English print crosses a
paragraph: a quotation left open goes on in the next one when a mark opens it anew there, or when a closing mark comes
first in it (Chicago Manual of Style, 13.32).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from credtag.records import Quotation, Span
from credtag.resources import table

_MARK = re.compile(r"\"|``|(?<!')''(?='\w)|''(?!')|(?<!\w)'|'(?!\w)")
_HINTS = {**dict.fromkeys("“„‟‘‚‛«‹〝`", 1), **dict.fromkeys("”’»›〞", -1)}
_BEFORE_OPENING = frozenset(" \n([{-/")
_AFTER_CLOSING = frozenset(" \n,;:!?.)]}-/")
_INCHES = re.compile(r"\d'\s?\d{1,2}\Z")
_OPEN, _EITHER, _CLOSE = 1, 0, -1


class _Mark(NamedTuple):
    start: int
    end: int
    way: int  # of a single mark, _EITHER means that it may be the apostrophe of a plural
    straight: bool


class _Pair(NamedTuple):
    start: int
    end: int
    closed: bool = True


class _Paired(NamedTuple):
    """The quotations of one paragraph, and where the last of them begins if it goes on in the next."""

    pairs: list[_Pair]
    tail: int | None = None


_Marks = Sequence[_Mark]


def quotations(text: str, normal: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    r"""Return the quotations of the paragraphs *blocks*, in order; one inside another is not listed.

    Args:
        text: The text as the user gave it, whose curly marks tell opening from closing.
        normal: Its normal form.
        blocks: Its paragraphs.

    Returns:
        Quotations that do not overlap.

    Example:
        >>> text = '"We\'ll go," she said. "Soon."'
        >>> [text[q.span.start : q.span.end] for q in quotations(text, text, [Span(0, len(text))])]
        ['"We\'ll go,"', '"Soon."']
    """
    marked = [_marks(text, normal, block) for block in blocks]
    double = _joined(normal, blocks, [doubles for doubles, _ in marked], _pair, _resuming)
    in_double = _Cover(double)
    outside = [[m for m in singles if m.start not in in_double] for _, singles in marked]
    single = _joined(normal, blocks, outside, _pair_singles, _reopening)
    in_single = _Cover(single)
    outer = [q for q in double if q.parts[0].start not in in_single]
    return tuple(sorted((*outer, *single), key=lambda q: q.parts[0].start))


class _Cover:
    """The places inside quotations."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self._parts = sorted(part for quotation in found for part in quotation.parts)
        self._starts = [part.start for part in self._parts]

    def __contains__(self, offset: int) -> bool:
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._parts[i].end


# --------------------------------------------------------------------------- marks


def _marks(text: str, normal: str, block: Span) -> tuple[list[_Mark], list[_Mark]]:
    """Return the double and the single marks of a paragraph."""
    doubles: list[_Mark] = []
    singles: list[_Mark] = []
    for found in _MARK.finditer(normal, block.start, block.end):
        start, end = found.span()
        hint = _HINTS.get(text[start], 0)
        before = _beside(normal, start - 1, -1, block)
        after = _beside(normal, end, 1, block)
        if normal[start] == '"' or end - start == 2:
            if not _INCHES.search(normal, max(block.start, start - 6), start):
                doubles.append(_Mark(start, end, _way(before, after, hint), not hint))
        elif mark := _single(normal, start, before, after, hint):
            singles.append(mark)
    return doubles, singles


def _beside(normal: str, i: int, step: int, block: Span) -> str:
    """Return the character beside a mark, past other marks."""
    for _ in range(3):
        if not block.start <= i < block.end:
            return " "
        char = normal[i]
        if char not in "\"'`":
            break
        i += step
    if char == "." and step > 0 and i + 1 < block.end and (normal[i + 1] == "." or normal[i + 1].isdigit()):
        return "0"  # the dots of an ellipsis, or ".5", begin words
    return char


def _way(before: str, after: str, hint: int) -> int:
    """Tell whether a mark opens or closes, from the spacing first and then from its shape."""
    way = (before in _BEFORE_OPENING) - (after in _AFTER_CLOSING)
    if hint and way:
        return way if way == hint else _EITHER
    return way or hint


def _single(normal: str, start: int, before: str, after: str, hint: int) -> _Mark | None:
    opens, shuts = before in _BEFORE_OPENING, after in _AFTER_CLOSING
    mark = _Mark(start, start + 1, _EITHER, not hint)
    if opens and not shuts:
        elided = hint == _CLOSE or _elision().match(normal, start + 1)
        return None if elided else mark._replace(way=_OPEN)
    if not shuts:
        return None
    doubtful = opens or before in "sSxXzZ" or before.isdigit() or normal.startswith("in", start - 2)
    return mark if doubtful else mark._replace(way=_CLOSE)


@cache
def _elision() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in table("lexicon/elisions.tsv"))
    return re.compile(rf"(?:{words}|\d\ds?)(?!\w)", re.IGNORECASE)


# --------------------------------------------------------------------------- pairs


def _joined(
    normal: str,
    blocks: Sequence[Span],
    marked: Sequence[_Marks],
    pair: Callable[[str, Span, _Marks, _Mark | None], _Paired],
    resuming: Callable[[Span, _Marks], _Mark | None],
) -> list[Quotation]:
    """Pair the marks of each paragraph and join the quotations that go on from one to the next."""
    found: list[Quotation] = []
    parts: list[Span] = []
    for i, block in enumerate(blocks):
        following = resuming(blocks[i + 1], marked[i + 1]) if i + 1 < len(blocks) else None
        pairs, tail = pair(normal, block, marked[i], following)
        if parts:
            if marked[i][0].way == _CLOSE:
                pairs = [_Pair(block.start, marked[i][0].end), *pairs]
            if tail == block.start:
                parts.append(block)
                continue
            closed = False
            if pairs and pairs[0].start == block.start:
                start, end, closed = pairs.pop(0)
                parts.append(Span(start, end))
            found.append(Quotation(tuple(parts), closed))
            parts = []
        found += [Quotation((Span(start, end),), closed) for start, end, closed in pairs]
        if tail is not None:
            parts = [Span(tail, block.end)]
    return found


def _resuming(block: Span, marks: _Marks) -> _Mark | None:
    """Return the mark by which the paragraph goes on with a quotation that the one before left open."""
    return marks[0] if marks and (marks[0].way == _CLOSE or marks[0].start == block.start) else None


def _reopening(block: Span, marks: _Marks) -> _Mark | None:
    return marks[0] if marks and marks[0].way == _OPEN and marks[0].start == block.start else None


def _pair(normal: str, block: Span, marks: _Marks, following: _Mark | None) -> _Paired:
    """Pair double marks by a stack, so that marks of the same shape can stand inside each other."""
    pairs: list[_Pair] = []
    stack: list[tuple[_Mark, int]] = []  # each opening mark and the number of pairs before it
    strays = 0
    for mark in marks:
        after_digit = mark.start > block.start and normal[mark.start - 1].isdigit()
        way = mark.way or (_CLOSE if stack else _OPEN)
        if way == _OPEN:
            if mark.way == _OPEN or not after_digit:
                stack.append((mark, len(pairs)))
        elif stack:
            opening, before = stack.pop()
            del pairs[before:]
            pairs.append(_Pair(opening.start, mark.end))
        elif pairs and normal[pairs[-1].end - 2].isdigit() and not after_digit:
            pairs[-1] = _Pair(pairs[-1].start, mark.end)  # the mark before was that of inches: "a 12" pipe," he said
        else:
            strays += 1
    if (strays or len(stack) > 1) and _alternate(marks):
        return _Paired([_Pair(a.start, b.end) for a, b in zip(marks[::2], marks[1::2], strict=True)])
    openings = [opening.start for opening, _ in stack]
    if stack and following and (following.way == _CLOSE or following.straight == stack[-1][0].straight):
        tail = openings.pop()
        return _Paired(_with_unclosed(normal, tail, pairs[: stack[-1][1]], openings), tail)
    return _Paired(_with_unclosed(normal, block.end, pairs, openings))


def _alternate(marks: _Marks) -> bool:
    """Tell whether marks that do not pair by their spacing would pair if it were ignored."""
    return len(marks) % 2 == 0 and marks[0].way != _CLOSE and all(mark.straight for mark in marks)


def _with_unclosed(normal: str, end: int, pairs: list[_Pair], openings: Sequence[int]) -> list[_Pair]:
    """Add a quotation for each of the *openings*, up to the next quotation or to *end*."""
    if not openings:
        return pairs
    limits = dict(pairwise([*sorted((*openings, *(pair.start for pair in pairs))), end]))
    unclosed = [_Pair(start, _trimmed(normal, start, limits[start]), False) for start in openings]
    return sorted((*pairs, *(pair for pair in unclosed if pair.end - pair.start > 1)))  # more than a mark


def _trimmed(normal: str, start: int, end: int) -> int:
    while end - 1 > start and normal[end - 1].isspace():
        end -= 1
    return end


def _pair_singles(normal: str, block: Span, marks: _Marks, following: _Mark | None) -> _Paired:
    """Pair each opening single mark with the first sure closing one before the next opening, or else a doubtful one."""
    pairs: list[_Pair] = []
    openings = [i for i, mark in enumerate(marks) if mark.way == _OPEN]
    for i, stop in pairwise([*openings, len(marks)]):
        between = marks[i + 1 : stop]
        closing = next((mark for mark in between if mark.way == _CLOSE), between[0] if between else None)
        if closing:
            pairs.append(_Pair(marks[i].start, closing.end))
        elif following and stop == len(marks):
            return _Paired(pairs, marks[i].start)
    return _Paired(pairs)
