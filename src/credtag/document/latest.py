"""Remember what was last made of a document: several stages ask for the same reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from credtag.records import Document

Made = TypeVar("Made")


def latest(make: Callable[[Document], Made]) -> Callable[[Document], Made]:
    """Keep the last result of *make*, for the very same document.

    Two documents are told apart by identity: to compare two long ones that are equal takes as long as to read them.

    Example:
        >>> from credtag.document import read
        >>> words = latest(lambda document: document.text.split())
        >>> article = read("It rained.")
        >>> words(article) is words(article)
        True
    """
    last: list[tuple[Document, Made]] = []

    @wraps(make)
    def remembered(document: Document) -> Made:
        held = last[0] if last else None
        if held is None or held[0] is not document:
            held = (document, make(document))
            last[:] = [held]
        return held[1]

    return remembered
