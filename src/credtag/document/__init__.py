"""Take a text apart: zones, paragraphs, sentences, tokens and quotations."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence

from credtag.document.appeal import appeals
from credtag.document.imprint import imprint
from credtag.document.language import is_foreign
from credtag.document.normal import normal_form, unbroken
from credtag.document.quotations import quotations
from credtag.document.segment import cut, paragraphs, sentences, tokens
from credtag.document.voices import SURROUNDINGS, voices
from credtag.document.zones import zones
from credtag.records import Document, Quotation, Span, Zone

__all__ = ["is_foreign", "read", "voices"]


def read(
    text: str,
    *,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    headline: str | None = None,
    authors: Sequence[str] = (),
    doc_id: str | None = None,
) -> Document:
    r"""Take an article apart: zones, paragraphs, sentences, tokens and quotations.

    Args:
        text: The article, as plain text; any text is read, the empty one too.
        publisher: The outlet; like the next two, when it is not given, what the page says (``found`` lists where).
        published: The date of publication.
        url: The address.
        headline: The headline, when it is not part of the text.
        authors: The names in the byline.
        doc_id: The name of the document; derived from the text unless given.

    Returns:
        The document. Its zones tile the text, and no sentence crosses the edge of a zone or a paragraph.

    Example:
        >>> article = read("Port to Reopen\nMARN - It will reopen, the mayor said. No date was set.")
        >>> [article.slice(sentence) for sentence in article.sentences]
        ['Port to Reopen', 'MARN -', 'It will reopen, the mayor said.', 'No date was set.']
    """
    normal = normal_form(text)
    blocks = paragraphs(normal)
    normal = unbroken(normal)
    appeal = appeals(normal, blocks)
    parts = zones(normal, blocks, appeal)
    given = {"publisher": publisher, "published": published, "authors": authors}
    found = tuple(each for each in imprint(normal, parts, blocks, appeal) if not given[each.name])
    said = {name: [text[f.span.start : f.span.end] for f in found if f.name == name] for name in given}
    return Document(
        doc_id=doc_id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        text=text,
        normal=_unwrapped(normal, blocks),
        publisher=publisher or next(iter(said["publisher"]), publisher),
        published=published or next(iter(said["published"]), published),
        url=url,
        headline=headline,
        authors=tuple(authors or said["authors"]),
        zones=parts,
        paragraphs=blocks,
        sentences=sentences(normal, cut(normal, blocks, [zone.span.start for zone in parts])),
        tokens=tokens(text, normal),
        quotations=_quotations(text, normal, blocks, parts),
        found=found,
    )


def _unwrapped(normal: str, blocks: Sequence[Span]) -> str:
    """Put each paragraph on one line, so that a phrase may run over the end of a line."""
    pieces, end = [], 0
    for block in blocks:
        pieces += [normal[end : block.start], normal[block.start : block.end].replace("\n", " ")]
        end = block.end
    return "".join((*pieces, normal[end:]))


def _quotations(text: str, normal: str, blocks: Sequence[Span], parts: Sequence[Zone]) -> tuple[Quotation, ...]:
    """Pair the marks of the article and of its surroundings apart: a quotation goes on behind a box that interrupts it."""
    starts = [zone.span.start for zone in parts]
    around = [parts[bisect_right(starts, block.start) - 1].kind in SURROUNDINGS for block in blocks]
    voiced = ([block for block, each in zip(blocks, around, strict=True) if each is side] for side in (False, True))
    found = (quotation for side in voiced for quotation in quotations(text, normal, side))
    return tuple(sorted(found, key=lambda quotation: quotation.span.start))
