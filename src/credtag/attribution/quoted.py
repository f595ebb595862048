"""People whom an outlet quotes: "Ana Sorin was quoted by Radio Lumen as saying that C" reports Sorin, not the radio."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from credtag.attribution import grammar, phrases
from credtag.attribution.raw import Raw
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
    result = list(raws)
    for raw in raws:
        found = _QUOTED.match(document.normal, raw.cue[0].start) if raw.cue else None
        if found is None or raw not in result:
            continue
        whole = Span(*found.span())
        held = [other for other in result if other.cue and whole.covers(other.cue[0])]
        content = [piece for other in held for piece in other.content if piece.start >= found.end("saying")]
        source = _subject(document, whole.start)
        if not content or source is None:
            continue
        mended = evolve(
            raw,
            content=tuple(sorted(set(content))),
            cue=(Span(*found.span("quoted")), Span(*found.span("saying"))),
            source=(source,),
        )
        result = [other for other in result if other not in held] + [mended]
    return sorted(result, key=lambda raw: raw.content[0])


def _subject(document: Document, start: int) -> Span | None:
    """Return the noun phrase before a verb."""
    scope = grammar.scope(grammar.read(document), None)
    number = document.sentence_at(start)
    floor = document.token_at(document.sentences[number].start if number is not None else start)
    phrase = phrases.left(scope, document.token_at(start), floor)
    return None if phrase is None else scope.span(*phrase)
