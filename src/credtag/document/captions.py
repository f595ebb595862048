"""Captions without a mark of their own: what a paragraph says of a picture, and the credit that stands beside it.

A paragraph that only reads like a caption is body: better a caption in the article than a sentence of the article lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from credtag.labels import ZoneKind
from credtag.records import Span
from credtag.resources import table

_LONGEST = 350  # letters of a caption
_SHORTEST = 40  # letters of one that stands twice
_SENTENCES = 3
_END = re.compile(r"[.!?] (?=[A-Z])")
_SPOKEN = re.compile(r"\"|\b(?:said|says|told|according to|added|tweeted|wrote)\b")
_WRITTEN = re.compile(
    r"\b(?:report(?:ing|ed)|contribut|edit|writing|written|compiled|translated|produced)", re.IGNORECASE
)


@cache
def _pattern(part: str) -> re.Pattern[str]:
    return re.compile("|".join(row["pattern"] for row in table("lexicon/captions.tsv") if row["part"] == part))


def captions(normal: str, blocks: Sequence[Span], kinds: Sequence[ZoneKind | None]) -> frozenset[int]:
    r"""Return the indices of the paragraphs that describe a picture.

    Args:
        normal: The normal form of the text.
        blocks: Its paragraphs.
        kinds: The zone that each shows by itself, or None.

    Returns:
        Indices: of those that say so ("in this file photo", "(left)"), of those beside a credit for a picture that read like a
        caption, and of those that stand twice, one behind the other.

    Example:
        >>> text = "It rained.\nA woman walks past the wall.\nAna Sorin/Reuters\nIt snowed."
        >>> spans = [Span(0, 10), Span(11, 39), Span(40, 57), Span(58, 68)]
        >>> sorted(captions(text, spans, [None, None, ZoneKind.CREDIT, None]))
        [1]
    """
    found: set[int] = set()
    still = [i for i, kind in enumerate(kinds) if kind is None]
    behind = frozenset(still[1:])  # the headline, which is also in the present tense and has a credit below it
    begun = next((i for i in still if _stops(normal, blocks[i])), len(blocks))
    for i, block in enumerate(blocks):
        if kinds[i] is ZoneKind.CREDIT and not _WRITTEN.search(normal, block.start, block.end):
            beside = (k for k in (i - 1, i + 1) if k in behind and (k > begun or _stops(normal, blocks[k])))
            found.update([k for k in beside if _describes(normal, blocks[k], "beside")][:1])
        elif kinds[i] is None and _describes(normal, block, "alone"):
            found.add(i)
        elif i in behind and i - 1 in behind and _again(normal, blocks[i - 1], block):
            found.update((i - 1, i))
    return frozenset(found)


def _stops(normal: str, block: Span) -> bool:
    return normal[block.end - 1] in ".)"


def _describes(normal: str, block: Span, part: str) -> bool:
    if block.end - block.start > _LONGEST:
        return False
    words = normal[block.start : block.end]
    short = len(_END.findall(words)) < _SENTENCES
    return short and _SPOKEN.search(words) is None and _pattern(part).search(words) is not None


def _again(normal: str, before: Span, block: Span) -> bool:
    """Tell whether a sentence without speech stands twice in a row, as text of a picture and as its caption."""
    words = normal[block.start : block.end]
    if not _SHORTEST <= len(words) <= _LONGEST or not _stops(normal, block) or _SPOKEN.search(words):
        return False
    return normal[before.start : before.end] == words
