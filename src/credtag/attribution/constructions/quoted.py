"""People whom an outlet quotes: "Ana Sorin was quoted by Radio Lumen as saying that C" reports Sorin, not the radio."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from credtag.attribution.raw import Raw
from credtag.attribution.syntax import grammar, phrases
from credtag.records import Document, Span

_QUOTED = re.compile(
    r"(?P<quoted>(?:was|were|is|are|(?:has|have|had) been) (?:\w+ )?(?:quoted|cited)) (?:by|in|on) [^.;:\"\n]{2,80}?"
    r" (?P<saying>as (?:saying|telling|warning|confirming|denying))(?: that)? "
)


def told(document: Document, raws: Sequence[Raw]) -> list[Raw]:
    """Give a claim to who is quoted, with both halves of the cue; the outlet between them is its occasion.

    Example:
        >>> from credtag.document import read
        >>> article = read("Ana Sorin was quoted by Radio Lumen as saying the pier was old.")
        >>> found = [Raw((Span(46, 62),), cue=(Span(10, 23),), source=(Span(24, 35),))]
        >>> [raw] = told(article, found)
        >>> article.slice(raw.source[0]), [article.slice(cue) for cue in raw.cue]
        ('Ana Sorin', ['was quoted', 'as saying'])
    """
    cued = sorted((raw for raw in raws if raw.cue), key=lambda raw: raw.cue[0].start)
    starts = [raw.cue[0].start for raw in cued]
    mended: list[Raw] = []
    replaced: set[int] = set()
    for k, raw in enumerate(cued):
        found = None if k in replaced else _QUOTED.match(document.normal, starts[k])
        if found is None:
            continue
        held = range(bisect_left(starts, found.start()), bisect_left(starts, found.end()))
        content = {piece for n in held for piece in cued[n].content if piece.start >= found.end("saying")}
        source = _subject(document, found.start())
        if not content or source is None:
            continue
        cue = (Span(*found.span("quoted")), Span(*found.span("saying")))
        mended.append(evolve(raw, content=tuple(sorted(content)), cue=cue, source=(source,)))
        replaced.update(held)
    kept = (raw for k, raw in enumerate(cued) if k not in replaced)
    return sorted((*(raw for raw in raws if not raw.cue), *kept, *mended), key=lambda raw: raw.content[0])


def _subject(document: Document, start: int) -> Span | None:
    """Return the noun phrase before a verb."""
    number = document.sentence_at(start)
    if number is None:
        return None
    sentence = document.sentences[number]
    scope = grammar.scope(grammar.read(document), sentence)
    phrase = phrases.left(scope, document.token_at(start), document.token_at(sentence.start))
    return None if phrase is None else scope.span(*phrase)
