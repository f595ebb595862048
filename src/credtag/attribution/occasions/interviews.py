"""Interviews that the story tells of before it reports a word of them: "Ana Sorin sat down with Radio Lumen on Monday"."""

from __future__ import annotations

import re

from credtag.attribution.occasions import occasion
from credtag.document.latest import latest
from credtag.records import Document, Occasion

_UNDONE = re.compile(
    r"\b(?:had(?! (?:an?|his|her|another|this) )|once|often|never|not|will|would|may|might|could|if|refus\w+|declin\w+|cancel\w+|plan\w*|schedul\w+|agreed|previously|earlier)\b|n't\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:]|\b(?:that|why|because|when|where|who|which|and|but|as|while)\b")  # begins one


@latest
def find(document: Document) -> tuple[Occasion, ...]:
    """Find the interviews that sentences outside quotation marks tell of, in the order of the text.

    Example:
        >>> from credtag import document
        >>> article = document.read("Ana Sorin sat down with Radio Lumen. Pavel Holm will join Radio Lumen in May.")
        >>> [article.slice(told.interviewer) for told in find(article)]
        ['Radio Lumen']
    """
    signs = occasion.scene_words()
    if signs.isdisjoint(document.lowers):
        return ()
    starts = (document.tokens.starts[i] for i, word in enumerate(document.lowers) if word in signs)
    numbers = dict.fromkeys(document.sentence_at(start) for start in starts)
    found = (occasion.scene(document, document.sentences[n]) for n in numbers if n is not None)
    return tuple(told for told in found if told is not None and _happened(document, told))


def _happened(document: Document, told: Occasion) -> bool:
    if told.span is None or document.quotation_at(told.span.start) is not None:
        return False
    number = document.sentence_at(told.span.start)
    start = told.span.start if number is None else document.sentences[number].start
    start = max((found.end() for found in _CLAUSE.finditer(document.normal, start, told.span.start)), default=start)
    return _UNDONE.search(document.normal, start, told.span.end) is None
