"""Pair quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from credtag.records import Quotation, Span

_MARK = re.compile(r"\"|''|``")


def quotations(normal: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the quotations of each paragraph."""
    found = []
    for block in blocks:
        start = None
        for mark in _MARK.finditer(normal, block.start, block.end):
            if start is None:
                start = mark.start()
            else:
                found.append(Quotation((Span(start, mark.end()),)))
                start = None
        if start is not None:
            found.append(Quotation((Span(start, block.end),), closed=False))
    return tuple(found)
