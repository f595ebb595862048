"""What the network seldom finds: denials ("denied the claim"), figures ("put the toll at 61"); the rules read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from credtag.attribution import rules
from credtag.attribution.quotations import meets
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import grammar
from credtag.records import Document, Span
from credtag.resources import table

_DENIALS = ("answer charge", "answer deed")  # the caveats that are claims too


def find(document: Document, raws: Sequence[Raw]) -> Iterator[Raw]:
    """Yield the attributions of such constructions in which no other attribution has a share.

    Args:
        document: The article, read.
        raws: The attributions found so far.

    Example:
        >>> from credtag import document
        >>> article = document.read("The ministry denied the claim.")
        >>> [article.slice(raw.source[0]) for raw in find(article, [])]
        ['The ministry']
    """
    taken = sorted((span.start, span.end) for raw in raws for span in (*raw.content, *raw.cue))
    for number, places in groupby(_places(document, taken), lambda place: document.sentence_at(place.start)):
        if number is None:
            continue
        words = [(place.start, place.end) for place in places]
        for raw in rules.extract(grammar.read(document), document.sentences[number]):
            free = not any(meets(taken, piece.start, piece.end) for piece in raw.content)
            if free and any(meets(words, cue.start, cue.end) for cue in raw.cue):
                yield raw


def _places(document: Document, taken: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Yield where a pattern matches in words of which no attribution has a share."""
    for match in _pattern().finditer(document.normal):
        if not meets(taken, *match.span()):
            yield Span(*match.span())


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of these constructions and of the denials that stand among the caveats."""
    charge = next(row["pattern"] for row in table("lexicon/caveats_slots.tsv") if row["slot"] == "charge")
    denials = [row["pattern"] for row in table("lexicon/caveats.tsv") if row["shape"] in _DENIALS]
    others = [row["pattern"] for row in table("lexicon/seldom.tsv")]
    parts = (f"(?:{part.replace('{charge}', charge)})" for part in (*denials, *others))
    return re.compile(rf"\b(?:{'|'.join(parts)})")  # each begins with a word: most places are passed over at once
