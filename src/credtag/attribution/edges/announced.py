"""Give quotations back to those who are said to speak them, where the network splits them off or looks too far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve

from credtag.attribution import rules
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import grammar
from credtag.records import Document, Span

_AHEAD = 300  # characters before a quotation in which its speaker and the verb stand
_REACH = 80  # characters behind a quotation in which its cue may stand
_CONSTRUCTIONS = frozenset(("quote", "colon"))
_SHORTEST = 6  # tokens of a quotation that may be a sentence, marks included
_GAP = 4  # characters between a quotation and the words before it


def resumed(document: Document, raws: Sequence[Raw]) -> list[Raw]:
    """Give a speaker the rest of a quotation that was taken for what a participle reports.

    '"It is old," said Ana Sorin, referring to the pier, "but safe."' is one act of speech, and its second half hangs on
    "said".
    """
    result = list(raws)
    for i, raw in enumerate(result):
        before = result[i - 1] if i else None
        if before is None or raw.source != before.source or not raw.source or not _half(document, before, raw):
            continue
        rest = raw.content[-1]
        quoted = _opened_in(document, rest)
        if quoted is None:
            continue
        left = (Span(rest.start, quoted - 2),) if rest.start < quoted - 2 else ()
        content = (*raw.content[:-1], *left)
        if not content:  # 'adding, "but safe"' is an act of its own
            continue
        result[i - 1] = evolve(before, content=(*before.content, Span(quoted, rest.end)))
        result[i] = evolve(raw, content=content)
    return result


def _half(document: Document, before: Raw, raw: Raw) -> bool:
    """Tell whether a quotation is broken off before its cue, and the next cue is a participle."""
    first, cue = before.content[-1], document.slice(raw.cue[0]).lower()
    broken = document.normal[first.end - 2 : first.end] == ',"' and first.end <= before.cue[0].start < raw.cue[0].start
    return broken and cue.partition(" ")[0].endswith("ing") and raw.cue[0].start < raw.content[0].start


def _opened_in(document: Document, piece: Span) -> int | None:
    """Return where a quotation begins in *piece* that ends with it, behind a comma."""
    number = document.quotation_at(piece.end - 1)
    if number is None:
        return None
    start = document.quotations[number].span.start
    return start if piece.start <= start and document.normal[start - 2 : start] == ", " else None


def find(document: Document, raws: Sequence[Raw]) -> list[Raw]:
    """Return *raws* with a quotation of a whole sentence given to the verb right before it, if it hangs on none near.

    Example:
        >>> from credtag.document import read
        >>> article = read('Ana Sorin shrugged it off, asserting, "The pier is as safe as ever."')
        >>> [article.slice(raw.cue[0]) for raw in find(article, [])]
        ['asserting']
    """
    reading = grammar.read(document)
    found = [raw for quotation in _far(document, raws) if (raw := _announced(reading, quotation)) is not None]
    if not found:
        return list(raws)
    taken = [raw.content[0].start for raw in found]
    kept = (evolve(raw, content=tuple(p for p in raw.content if p.start not in taken)) for raw in raws)
    return sorted((*(raw for raw in kept if raw.content), *found), key=lambda raw: raw.content[0])


def _far(document: Document, raws: Sequence[Raw]) -> Iterator[Span]:
    """Yield the quotations of a sentence that no content covers, or whose cue stands in an earlier sentence."""
    pieces = sorted((piece, raw.cue[0]) for raw in raws for piece in raw.content if raw.cue)
    starts = [piece.start for piece, _ in pieces]
    for quotation in document.quotations:
        span = quotation.parts[0]
        if not quotation.closed or not _whole(document, span):
            continue
        i = bisect_left(starts, span.start)
        if i < len(pieces) and starts[i] == span.start:
            if _elsewhere(document, pieces[i][1], span):
                yield span
        elif not any(piece.overlaps(span) for piece, _ in pieces[max(i - 1, 0) : i + 1]):
            yield span


def _elsewhere(document: Document, cue: Span, span: Span) -> bool:
    """Tell whether a cue stands neither in the sentence of a quotation nor in the one right before it."""
    near = (_sentence_before(document, span), document.sentence_at(span.start), document.sentence_at(span.end - 1))
    far = cue.start - span.end > _REACH if cue.start >= span.end else cue.end <= span.start
    return far and document.sentence_at(cue.start) not in near


def _whole(document: Document, span: Span) -> bool:
    first, last = document.token_range(span)
    return last - first > _SHORTEST and document.normal[span.start : span.end].rstrip("'\"")[-1:] in (
        ".",
        ",",
        "!",
        "?",
    )


def _sentence_before(document: Document, span: Span) -> int | None:
    """Return the sentence of the words right before a quotation."""
    before = document.normal[max(span.start - _GAP, 0) : span.start].rstrip()
    return document.sentence_at(max(span.start - _GAP, 0) + len(before) - 1) if before else None


def _announced(reading: grammar.Reading, quotation: Span) -> Raw | None:
    """Return what rules make of a quotation and the words right before it."""
    document = reading.document
    number = _sentence_before(document, quotation)
    if number is None:
        return None
    start = max(document.sentences[number].start, quotation.start - _AHEAD)
    for raw in rules.extract(reading, Span(start, quotation.end)):
        told = raw.pattern in _CONSTRUCTIONS and raw.source and raw.content[0].start == quotation.start
        if told and not document.normal[raw.cue[-1].end : quotation.start].strip(",: \n"):
            return raw
    return None
