"""The lines of a transcript, which are no headings, however short: they open with a label that comes again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from credtag.records import Span

_LABEL = re.compile(
    r"\"?(?P<label>(?:Q|A|Question|Answer)(?=[:.] )|[A-Z][A-Z.'-]++(?: [A-Z][A-Z.'-]*+){0,3}+(?=: )"
    r"|[A-Z][a-z]++(?: [A-Z][\w.'-]*+){1,3}+(?=: ))"
)


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
    again = {label for label, times in Counter(found.values()).items() if times > 1}
    return frozenset(i for i, label in found.items() if label in again and len(set(found.values())) > 1)
