"""Attributions that the layout of a paragraph shows: a quotation with a signature, a turn of a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator

from credtag.attribution.raw import Raw
from credtag.records import Document, Span

SCORE = 0.95  # as measured on PolNeAR's signed quotations, of which there are few
_NAME = r"[A-Z][^\W\d_.]*[.]??(?:[ '-](?:[A-Z][^\W\d_.]*[.]??|de|del|van|von|bin|al)){0,4}?"
_SIGNED = re.compile(
    rf'(?P<content>"[^\n]+")\s{{0,3}}(?P<cue>-{{1,2}})\s{{0,3}}(?P<source>{_NAME}(?:, [^"\n]{{1,80}}?)?)(?<![A-Z])[.]?\s*'
)
# In a printed interview each turn may open quotation marks anew; the last one closes them.
_TURN = re.compile(r"\"?(?P<source>[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3})(?P<cue>:)\s+(?P<content>\S[^\n]*)")
_ROLES = ("content", "cue", "source")


def find(document: Document) -> list[Raw]:
    """Return the signed quotations and, where at least two paragraphs are turns, the turns of a transcript."""
    turns = list(_matches(document, _TURN, "turn"))
    return [*_matches(document, _SIGNED, "signed"), *(turns if len(turns) > 1 else ())]


def _matches(document: Document, pattern: re.Pattern[str], name: str) -> Iterator[Raw]:
    for block in document.paragraphs:
        match = pattern.fullmatch(document.normal, block.start, block.end)
        if match:
            content, cue, source = (Span(*match.span(role)) for role in _ROLES)
            yield Raw((_closed(document, block, content),), (cue,), (source,), name, SCORE)


def _closed(document: Document, block: Span, content: Span) -> Span:
    """Leave out a mark that closes a turn whose label stands inside the quotation, as in a printed interview."""
    opened = document.normal[block.start] == '"' and content.start > block.start
    return Span(content.start, content.end - (opened and document.normal[content.end - 1] == '"'))
