"""What only looks like a report: deeds ("signed the contract"), what somebody saw, and what anybody may think."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from credtag.attribution.raw import Raw
from credtag.attribution.syntax import cues, subjects
from credtag.attribution.syntax import grammar as g
from credtag.records import Document
from credtag.resources import table

_DONE, _SEEN = "done", "seen"
_HEAD = 2  # tokens at the end of a cue among which its head stands: "led campaigns against"
_ANYBODY = frozenset(("you", "anyone", "anybody"))
_VERBAL = g.AUXILIARY | g.IRREGULAR | g.PAST | g.QUOTE
_TELLING = frozenset(("to", "that", "'", "which", "who"))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in table("lexicon/deeds.tsv") if row["kind"] == kind for word in row["words"].split())


def unsaid(document: Document, raw: Raw) -> bool:
    """Tell whether nobody in particular says something: deeds and sights have a mere object, and no lexicon lists a deed.

    Example:
        >>> from credtag.document import read
        >>> from credtag.records import Span
        >>> unsaid(read("The mayor signed the contract."), Raw((Span(17, 29),), (Span(10, 16),), (Span(0, 9),)))
        True
    """
    reading = g.read(document)
    cue = list(reading.tokens_of(raw.cue))
    if not cue or _anybody(document, raw, cue[0]):
        return True
    words = {document.lowers[i] for i in cue[-_HEAD:]}
    done, seen = not words.isdisjoint(_words(_DONE)), not words.isdisjoint(_words(_SEEN))
    if not (done or seen) or not _object(reading, reading.tokens_of(raw.content)):
        return False
    source = list(reading.tokens_of(raw.source))
    if seen:
        return bool(source) and not subjects.witnesses(reading, source[0], source[-1] + 1)
    return not any(cues.match(document.lowers, i, cue[-1] + 1) for i in cue)


def _anybody(document: Document, raw: Raw, first: int) -> bool:
    """Tell whether it is not said who thinks so: "you can see why", "don't forget that"."""
    if not raw.source:
        return document.lowers[first] == "don't" or document.lowers[first : first + 2] == ("do", "not")
    return document.slice(raw.source[0]).lower() in _ANYBODY and document.quotation_at(raw.cue[0].start) is None


def _object(reading: g.Reading, content: Iterable[int]) -> bool:
    """Tell whether content is a mere thing: nothing is said of it."""
    return not any(reading.kinds[i] & _VERBAL or reading.document.lowers[i] in _TELLING for i in content)
