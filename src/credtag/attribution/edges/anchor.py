"""The anchor of a cue: its verb group, without the circumstances that annotators of PolNeAR count in."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.records import Document, Span

_CIRCUMSTANCES = frozenset(
    ("in", "on", "at", "during", "by", "via", "through", "over", "before", "after", "while", "from")
)


def anchor(document: Document, cue: Sequence[Span]) -> tuple[Span, ...]:
    """Cut a cue before its first adjunct.

    Args:
        document: The article, read.
        cue: The pieces of the cue.

    Returns:
        The pieces up to the first preposition that opens an adjunct; a cue that begins with one stays as it is.

    Example:
        >>> from credtag import document
        >>> article = document.read("Sorin said in an interview on Monday the port would close.")
        >>> [article.slice(span) for span in anchor(article, (Span(6, 37),))]
        ['said']
    """
    kept: list[Span] = []
    for span in cue:
        first, last = document.token_range(span)
        for i in range(first + (not kept), last):
            if document.lowers[i] in _CIRCUMSTANCES:
                if i > first:
                    kept.append(Span(span.start, document.tokens.ends[i - 1]))
                return tuple(kept)
        kept.append(span)
    return tuple(kept)
