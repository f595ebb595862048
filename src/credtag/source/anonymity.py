"""Find who withholds a name in a sentence of its own: "Both asked not to be named.", "The clerk spoke on background."."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from credtag.records import Document
from credtag.source import lexicon


def withholding(document: Document) -> Iterator[int]:
    """Yield the first token of each sentence that says that a name is withheld."""
    text, lines = document.normal.lower(), set()
    for phrase in _phrases():
        at = text.find(phrase)
        while at >= 0:
            lines.add(document.sentence_at(at))
            at = text.find(phrase, at + 1)
    for line in sorted(line for line in lines if line is not None):
        yield document.token_at(document.sentences[line].start)


@cache
def _phrases() -> frozenset[str]:
    """Return the phrases, also with "n't"."""
    told = lexicon.vague("withheld")
    return told | {f" {phrase}".replace(" not ", "n't ").strip() for phrase in told if " not " in f" {phrase}"}
