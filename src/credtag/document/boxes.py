"""Boxes between the paragraphs: links under a heading such as "Related stories", and forms to sign up for a newsletter.

What stands in such a box is no article, though its lines taken alone read like headlines or body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from credtag.labels import ZoneKind
from credtag.records import Span
from credtag.resources import table

_LONGEST = 200  # letters of a line that can be a link or open a form
_WORDS = 24  # of a link
_FORM = 4  # paragraphs of a form after its first
_LINKS = 20  # of a list

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
        Indices: of the heading of a list of links and the lines under it, up to the first sentence, and of a form from its first
        line to its last.

    Example:
        >>> text = "It rained.\nRelated stories\nPort to close in May\nThe mayor left."
        >>> spans = [Span(0, 10), Span(11, 26), Span(27, 47), Span(48, 63)]
        >>> sorted(boxes(text, spans, [None, ZoneKind.FURNITURE, None, None]))
        [2]
    """
    found: set[int] = set()
    first = next((i for i, kind in enumerate(kinds) if kind is None), len(kinds))
    for i, block in enumerate(blocks):
        if block.end - block.start > _LONGEST or i in found:
            continue
        words = normal[block.start : block.end].lower()
        if _pattern("list").fullmatch(words):
            found.update(_links(normal, blocks, kinds, i, above=i <= first))
        elif _pattern("form").match(words):
            found.update(_form(normal, blocks, kinds, i))
    return frozenset(i for i in found if kinds[i] is None)


def _links(normal: str, blocks: Sequence[Span], kinds: _Kinds, heading: int, above: bool) -> Iterator[int]:
    """Yield *heading* and the lines of the list under it."""
    end = heading + 1
    while end < min(len(blocks), heading + _LINKS) and kinds[end] is None and _is_link(normal, blocks[end]):
        end += 1
    # Above the article itself, the line before it is no link but its headline.
    yield from range(heading, end - (above and end < len(blocks) and kinds[end] is not ZoneKind.FURNITURE))


def _is_link(normal: str, block: Span) -> bool:
    if block.end - block.start > _LONGEST:
        return False
    line = normal[block.start : block.end]
    return line.rstrip("\"'")[-1] not in ".!:;," and line.count(" ") < _WORDS


def _form(normal: str, blocks: Sequence[Span], kinds: _Kinds, first: int) -> range:
    """Return the paragraphs from the first line of a form to its last, if that is near."""
    for last in range(min(len(blocks) - 1, first + _FORM), first, -1):
        block = blocks[last]
        if block.end - block.start <= _LONGEST and _pattern("end").match(normal[block.start : block.end].lower()):
            return range(first, last + 1)
    return range(0)
