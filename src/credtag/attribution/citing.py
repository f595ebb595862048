"""Words by which one source names another as its own: "citing", "quoted Ana Sorin as saying", "attributed the news to"."""

from __future__ import annotations

import re

from credtag.records import Document, Span

AS_SAYING = r" as (?:saying|telling|writing|warning|claiming|confirming|denying)\b"  # behind whom a source cites
_CITING = re.compile(r"\b(?:cit|quot)(?:e[ds]?|ing)$")
_ATTRIBUTING = re.compile(r"\battribut(?:e[ds]?|ing)$")


def cites(document: Document, cue: Span) -> bool:
    """Tell whether a cue ends with "citing", "quoted" or the like.

    Example:
        >>> from credtag import document
        >>> article = document.read("Kompas quoted two clerks as saying so.")
        >>> cites(article, Span(7, 13))
        True
    """
    return _CITING.search(document.normal, cue.start, cue.end) is not None


def attributes(document: Document, cue: Span) -> bool:
    """Tell whether a cue ends with "attributed", "attributing" or the like.

    Example:
        >>> from credtag import document
        >>> article = document.read("It attributed the news to a clerk.")
        >>> attributes(article, Span(3, 13))
        True
    """
    return _ATTRIBUTING.search(document.normal, cue.start, cue.end) is not None
