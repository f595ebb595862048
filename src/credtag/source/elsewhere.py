"""Find what "the board" or "the study" takes up: a fuller description before it that was no source itself."""

from __future__ import annotations

from collections.abc import Collection

from attrs import evolve

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.discourse import Discourse
from credtag.source.entity import BODIES
from credtag.source.phrases import Form, Phrase, Reader

_REACH = 400  # tokens back
_MADE = 12  # tokens from a document to the name of its maker
_BY = frozenset(("by", "from", "in"))


def taken_up(discourse: Discourse, reader: Reader, phrase: Phrase, nouns: Collection[str]) -> Phrase | None:
    """Return the last description with one of *nouns* before *phrase* that tells more than its noun.

    Args:
        discourse: What has been said before.
        reader: Reads the noun phrases.
        phrase: What takes it up: "the board".
        nouns: The head nouns in question.
    """
    lowers = discourse.register.lowers
    for k in range(phrase.start - 1, max(phrase.start - _REACH, 0), -1):
        if lowers[k] in nouns and (found := _around(discourse, reader, k)) is not None:
            return found
    return None


def _around(discourse: Discourse, reader: Reader, at: int) -> Phrase | None:
    """Read the description whose noun stands at *at*: "the Lumen school board", "a study published in May by Datum"."""
    phrase = reader.ending(at + 1)
    lowers = discourse.register.lowers
    if lowers[at + 1] in lexicon.nouns():  # "a research team"
        return None
    if phrase is None or phrase.head != lowers[at] or phrase.plural or phrase.kind not in BODIES | {Kind.DOCUMENT}:
        return None
    if phrase.kind is Kind.DOCUMENT and phrase.form in (Form.DEFINITE, Form.INDEFINITE):
        phrase = evolve(phrase, end=_end(discourse, at))
        return phrase if phrase.form is Form.INDEFINITE or phrase.end - phrase.start > 2 else None
    fuller = phrase.form is Form.DEFINITE or (phrase.form is Form.INDEFINITE and phrase.kind is not Kind.GOVERNMENT)
    return phrase if fuller and phrase.end - phrase.start > 2 else None


def _end(discourse: Discourse, at: int) -> int:
    """Return where the words behind a document end that say who made or printed it."""
    register = discourse.register
    for i in register.inside(at + 2, at + _MADE):
        name = register.names[i]
        words = register.lowers[at + 1 : name.start]
        if discourse.sentence(name.start) == discourse.sentence(at) and _BY & {*words} and _tells(words):
            return name.end
    return at + 1


def _tells(words: tuple[str, ...]) -> bool:
    """Tell whether *words* begin as those do that go on with a noun: "by", ", published in", "released on Monday by"."""
    first = next((w for w in words if w != ","), "")
    return first in _BY or first.endswith("ed") or first in lexicon.words("participle") | lexicon.words("finding")
