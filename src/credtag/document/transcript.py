"""The lines of a transcript or an interview, which are no headings, however short, and no requests to the reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from credtag.labels import ZoneKind
from credtag.records import Span

_LABEL = re.compile(
    r"\"?(?P<label>(?:Q|A|Question|Answer)(?=[:.] )|[A-Z][A-Z.'-]++(?: [A-Z][A-Z.'-]*+){0,3}+(?=: )"
    r"|[A-Z][a-z]++(?: [A-Z][\w.'-]*+){1,3}+(?=: ))"
)
_QUESTION = re.compile(
    r"(?:[^.?!\n]{1,120}, )?(?:could|can|would|will|do|did|have|are|were|was|why|how|what|when|where|who|which)\b(?=.*\byour?\b).*\?",
    re.IGNORECASE,
)
_FEWEST = 2  # other questions that make an interview
_LONGEST = 300  # letters of a question


def questions(normal: str, blocks: Sequence[Span], kinds: Sequence[ZoneKind | None]) -> frozenset[int]:
    r"""Return the indices of the questions that look as if the page put them to its reader, on a page that puts several to someone.

    Args:
        normal: The normal form of the text.
        blocks: Its paragraphs.
        kinds: The zone of each, or None for body.

    Returns:
        Indices of furniture; none where fewer than two questions that say "you" are body.

    Example:
        >>> text = "Do you dig?\nI do.\nWhere do you dig?\nHere.\nHow did you sign up for it?"
        >>> spans = [Span(0, 11), Span(12, 17), Span(18, 35), Span(36, 41), Span(42, 69)]
        >>> sorted(questions(text, spans, [None, None, None, None, ZoneKind.FURNITURE]))
        [4]
    """
    asked = [
        i
        for i, block in enumerate(blocks)
        if normal[block.end - 1] == "?"
        and block.end - block.start <= _LONGEST
        and _QUESTION.fullmatch(normal, block.start, block.end)
    ]
    several = sum(kinds[i] in (None, ZoneKind.HEADLINE) for i in asked) >= _FEWEST
    return frozenset(i for i in asked if several and kinds[i] is ZoneKind.FURNITURE)


def transcript(normal: str, blocks: Sequence[Span]) -> frozenset[int]:
    r"""Return the indices of the paragraphs that open with a label of whoever speaks.

    Args:
        normal: The normal form of the text.
        blocks: Its paragraphs.

    Returns:
        Indices of those whose label comes again; none where there is no other label.

    Example:
        >>> text = "Q: Why?\nA: It rained.\nQ: Again?\nA: Again.\nNote: It snowed."
        >>> spans = [Span(0, 7), Span(8, 21), Span(22, 31), Span(32, 41), Span(42, 57)]
        >>> sorted(transcript(text, spans))
        [0, 1, 2, 3]
    """
    found = {i: m["label"] for i, block in enumerate(blocks) if (m := _LABEL.match(normal, block.start, block.end))}
    counts = Counter(found.values())
    return frozenset(i for i, label in found.items() if counts[label] > 1 and len(counts) > 1)
