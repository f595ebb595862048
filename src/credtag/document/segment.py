"""Paragraphs, sentences and tokens as spans of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credtag.records import Span

_LINE = re.compile(r"[^\n]+")
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)+|\w+(?:['-]\w+)*?(?='(?:s|re|ll|ve|d|m)\b)|'(?:s|re|ll|ve|d|m)\b"
    r"|\w+(?:['-]\w+)*|''|``|--+|\.{2,}|[^\w\s]",
    re.IGNORECASE,
)
_STOP = re.compile(r"""[.!?]+(?:''|["')\]])*(?=\s+(?:``|["'(\[])*[A-Z0-9])""")
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Prof|St|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|No|vs|[A-Z])$")


def paragraphs(normal: str) -> tuple[Span, ...]:
    """Return the non-empty lines."""
    return tuple(
        Span(m.start() + len(line) - len(line.lstrip()), m.start() + len(line.rstrip()))
        for m in _LINE.finditer(normal)
        if (line := m.group()).strip()
    )


def sentences(normal: str, blocks: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences of each paragraph."""
    return tuple(s for block in blocks for s in _sentences(normal, block))


def _sentences(normal: str, block: Span) -> Iterator[Span]:
    start = block.start
    for stop in _STOP.finditer(normal, block.start, block.end):
        if _SHORT.search(normal, max(start, stop.start() - 8), stop.start()):
            continue
        yield Span(start, stop.end())
        start = stop.end()
        while normal[start].isspace():
            start += 1
    if start < block.end:
        yield Span(start, block.end)


def tokens(normal: str) -> tuple[Span, ...]:
    """Return the words and marks."""
    return tuple(Span(*m.span()) for m in _TOKEN.finditer(normal))
