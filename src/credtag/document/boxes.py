"""Boxes between the paragraphs: links under a heading such as "Related stories", and forms to sign up for a newsletter.

What stands in such a box is no article, though its lines taken alone read like headlines or body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from credtag.labels import ZoneKind
from credtag.records import Span
from credtag.resources import table

_LONGEST = 200  # letters of a line that can be a link or open a form
_WORDS = 24  # of a link
_FORM = 4  # paragraphs of a form after its first
_PROMISE, _NAME = 60, 30  # letters of what a form says above its fields
_SENTENCES = re.compile(r"[a-z]{4}[.!?] [A-Z]")
_READER = re.compile(r"\byour?\b", re.IGNORECASE)
_LINKS = 20  # of a list
_LINKED = (ZoneKind.FURNITURE, ZoneKind.BYLINE)

_Kinds = Sequence[ZoneKind | None]


@cache
def _pattern(part: str) -> re.Pattern[str]:
    rows = (row["pattern"] for row in table("lexicon/boxes.tsv") if row["part"] == part)
    return re.compile(rf"(?:{'|'.join(rows)}) ?[:.!]*")


def boxes(normal: str, blocks: Sequence[Span], kinds: _Kinds) -> frozenset[int]:
    r"""Return the indices of the paragraphs that only their place in a box makes furniture.

    Args:
        normal: The normal form of the text.
        blocks: Its paragraphs.
        kinds: The zone that each shows by itself, or None.

    Returns:
        Indices: of the heading of a list of links and the lines under it, up to the first sentence or a wider gap; of a form from
        its first line to its last; and of the lines that stand close together with the last line of a form, or, in a text whose
        paragraphs do not stand apart, of what it promises to "you" and its name.

    Example:
        >>> text = "It rained.\nRelated stories\nPort to close in May\nThe mayor left."
        >>> spans = [Span(0, 10), Span(11, 26), Span(27, 47), Span(48, 63)]
        >>> sorted(boxes(text, spans, [None, ZoneKind.FURNITURE, None, None]))
        [2]
    """
    found: set[int] = set()
    gaps = _gaps(normal, blocks)
    first = next((i for i, kind in enumerate(kinds) if kind is None), len(kinds))
    prose = [i for i, kind in enumerate(kinds) if kind is None and normal[blocks[i].end - 1] in ".!?\"'"]
    apart = sum(gaps[i] > 1 for i in prose[1:]) > len(prose[1:]) / 2
    for i, block in enumerate(blocks):
        if block.end - block.start > _LONGEST or i in found:
            continue
        words = normal[block.start : block.end].lower()
        if _pattern("list").fullmatch(words):
            found.update(_links(normal, blocks, kinds, gaps, i, above=i <= first))
        elif _pattern("form").match(words):
            found.update(_form(normal, blocks, i))
        elif prose and i > prose[0] and _pattern("end").match(words):
            found.update(_cluster(normal, blocks, gaps, i, first) if apart else _promise(normal, blocks, i))
    return frozenset(i for i in found if kinds[i] in (None, ZoneKind.BYLINE))


def _gaps(normal: str, blocks: Sequence[Span]) -> Sequence[int]:
    """Return how many line ends stand before each paragraph."""
    return [0, *(normal.count("\n", before.end, block.start) for before, block in pairwise(blocks))]


def _links(
    normal: str, blocks: Sequence[Span], kinds: _Kinds, gaps: Sequence[int], heading: int, above: bool
) -> Iterator[int]:
    """Yield *heading* and the lines of the list under it, bylines too; a wider gap ends the list."""
    links = (*_LINKED, None)
    end, widest = heading + 1, len(normal)
    while end < min(len(blocks), heading + _LINKS) and kinds[end] in links and gaps[end] <= widest:
        if kinds[end] is None and (not _is_link(normal, blocks[end]) or _heads(normal, blocks, gaps, end)):
            break
        widest = min(widest, gaps[end])
        end += 1
    if kinds[end - 1] is ZoneKind.BYLINE and gaps[end - 1] > 1 and end < len(blocks) and kinds[end] is None:
        end -= 1  # the byline of the article itself, which goes on below
    if above and end < len(blocks) and gaps[end] <= widest and kinds[end] is not ZoneKind.FURNITURE:
        # Above the article itself, the line before it, or before the byline, is no link but its headline.
        end = next((i for i in range(heading + 1, end) if kinds[i] is ZoneKind.BYLINE), end) - 1
    yield from range(heading, end)


def _heads(normal: str, blocks: Sequence[Span], gaps: Sequence[int], at: int) -> bool:
    """Tell whether a line stands closer to the prose below it than to what is above: a subheading."""
    below = at + 1
    return below < len(blocks) and gaps[below] < gaps[at] and not _is_link(normal, blocks[below])


def _is_link(normal: str, block: Span) -> bool:
    if block.end - block.start > _LONGEST:
        return False
    line = normal[block.start : block.end]
    return line.rstrip("\"'")[-1:] not in ".!:;," and line.count(" ") < _WORDS and not _SENTENCES.search(line)


def _form(normal: str, blocks: Sequence[Span], first: int) -> range:
    """Return the paragraphs from the first line of a form to its last, if that is near."""
    for last in range(min(len(blocks) - 1, first + _FORM), first, -1):
        block = blocks[last]
        if block.end - block.start <= _LONGEST and _pattern("end").match(normal[block.start : block.end].lower()):
            return range(first, last + 1)
    return range(0)


def _cluster(normal: str, blocks: Sequence[Span], gaps: Sequence[int], at: int, top: int) -> range:
    """Return the short lines that stand close together with that of a form, but for the headline at the *top* of the text."""

    def close(i: int) -> bool:
        return gaps[i] == 1 and all(block.end - block.start <= _LONGEST for block in blocks[i - 1 : i + 1])

    first, last = at, at + 1
    while first > max(0, at - _FORM) and close(first):
        first -= 1
    while last < min(len(blocks), at + _FORM) and close(last):
        last += 1
    line = normal[blocks[first].start : blocks[first].end]
    headline = first == top and len(line) > _NAME and not _READER.search(line)
    return range(first + headline, last)


def _promise(normal: str, blocks: Sequence[Span], last: int) -> range:
    """Return the short line above the last one of a form that speaks to the reader, with a name above it."""
    first = last - 1
    line = normal[blocks[first].start : blocks[first].end]
    if len(line) > _PROMISE or not _READER.search(line):
        return range(0)
    named = (
        first > 0 and _is_link(normal, blocks[first - 1]) and blocks[first - 1].end - blocks[first - 1].start <= _NAME
    )
    return range(first - named, last)
