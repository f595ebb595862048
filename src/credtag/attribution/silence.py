"""Sources that keep back their answer or their name: "declined to comment", "asked not to be named"."""

from __future__ import annotations

from functools import cache

from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax import phrases, subjects
from credtag.attribution.syntax.grammar import Scope
from credtag.document.latest import latest
from credtag.records import Document, Span
from credtag.resources import table

NO_ANSWER = "no answer"
NO_NAME = "no name"


@cache
def _phrases(tells: str | None = None) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in table("lexicon/silence.tsv"):
        if tells is not None and row["tells"] != tells:
            continue
        words = tuple(row["phrase"].split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=lambda p: -len(p))) for first, group in found.items()}


@cache
def nameless() -> tuple[str, ...]:
    """Return the phrases with which a source asks to stay unnamed: "asked not to be identified"."""
    return tuple(row["phrase"] for row in table("lexicon/silence.tsv") if row["tells"] == NO_NAME)


@latest
def find(document: Document) -> tuple[tuple[Span, Span], ...]:
    """Find who kept silent.

    Args:
        document: The article, read.

    Returns:
        For each place the noun phrase of the source and the words that tell of its silence, in the order of the text.

    Example:
        >>> from credtag import document
        >>> article = document.read("The ministry declined to comment.")
        >>> [(article.slice(who), article.slice(words)) for who, words in find(article)]
        [('The ministry', 'declined to comment')]
    """
    starts = _phrases(NO_ANSWER)
    if starts.keys().isdisjoint(document.lowers):
        return ()
    scope = g.scope(g.read(document), None)
    found = []
    for period in scope.periods:
        if starts.keys().isdisjoint(scope.lowers[period.start : period.stop]):
            continue
        i = period.start
        while i < period.stop:
            stop = match(scope, i, period.stop, NO_ANSWER) if scope.lowers[i] in starts else None
            if stop is None:
                i = scope.jump.get(i, i + 1)
                continue
            start = i
            while (
                start > period.start
                and scope.kinds[start - 1] & (g.AUXILIARY | g.ADVERB)
                and not scope.kinds[start - 1] & g.DETERMINER
            ):
                start -= 1
            source = phrases.left(scope, start, period.start)
            if source is None and start > period.start and scope.lowers[start - 1] in ("and", "but"):
                source = subjects.main(scope, period, start)
            if source is not None:
                found.append((scope.span(*source), scope.span(start, stop)))
            i = stop
    return tuple(found)


def match(scope: Scope, i: int, ceiling: int, tells: str | None = None) -> int | None:
    """Return the end of the phrase at token *i*; adverbs may stand in it ("did not immediately respond")."""
    for phrase in _phrases(tells).get(scope.lowers[i], ()):
        at, rest = i + 1, phrase[1:]
        while rest and at < ceiling:
            if scope.lowers[at] == rest[0]:
                rest = rest[1:]
            elif not scope.kinds[at] & g.ADVERB:
                break
            at += 1
        if not rest:
            return at
    return None
