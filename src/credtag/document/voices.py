"""The voices of a page: the article, and what surrounds it.

Each is read by itself, so that no appeal, list of links or credit changes what is found in the article.
"""

from __future__ import annotations

from itertools import groupby

from attrs import evolve

from credtag.labels import ZoneKind
from credtag.records import Document, Span, Spans, hull

SURROUNDINGS = frozenset((ZoneKind.CREDIT, ZoneKind.APPEAL, ZoneKind.FURNITURE))
ARTICLE = frozenset(ZoneKind) - SURROUNDINGS


def voices(document: Document) -> tuple[Document, ...]:
    r"""Return a document for the article and, if there is any, one for what surrounds it.

    Args:
        document: The page, read.

    Returns:
        Documents over the same text, with the same offsets, each with the sentences of one voice only; what the other says
        is blank in its normal form.

    Example:
        >>> from credtag import document
        >>> page = document.read("It rained in Marn.\nSubscribe to our newsletter\nIt snowed in Tresk.")
        >>> [[voice.slice(s) for s in voice.sentences] for voice in voices(page)]
        [['It rained in Marn.', 'It snowed in Tresk.'], ['Subscribe to our newsletter']]
    """
    if not any(zone.kind in SURROUNDINGS for zone in document.zones):
        return (document,)
    return _heard(document, ARTICLE), _heard(document, SURROUNDINGS)


def _heard(document: Document, kinds: frozenset[ZoneKind]) -> Document:
    def speaks(span: Span) -> bool:
        return document.zone_at(span.start) in kinds

    normal = "".join(
        document.normal[zone.span.start : zone.span.end]
        if zone.kind in kinds
        else "\n" * (zone.span.end - zone.span.start)
        for zone in document.zones
    )
    sentences = tuple(filter(speaks, document.sentences))
    paragraphs = [list(group) for _, group in groupby(sentences, key=lambda s: document.paragraph_at(s.start))]
    return evolve(
        document,
        normal=normal,
        paragraphs=tuple(map(hull, paragraphs)),
        sentences=sentences,
        tokens=_tokens(document, kinds),
        quotations=tuple(q for q in document.quotations if speaks(q.span)),
    )


def _tokens(document: Document, kinds: frozenset[ZoneKind]) -> Spans:
    ranges = (document.token_range(zone.span) for zone in document.zones if zone.kind in kinds)
    starts, ends = document.tokens.starts, document.tokens.ends
    return Spans(pair for a, b in ranges for pair in zip(starts[a:b], ends[a:b], strict=True))
