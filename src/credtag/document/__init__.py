"""Take a text apart: zones, paragraphs, sentences, tokens and quotations."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from credtag.document.normal import normal_form
from credtag.document.quotations import quotations
from credtag.document.segment import paragraphs, sentences, tokens
from credtag.document.zones import zones
from credtag.records import Document

__all__ = ["read"]


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
    """Take *text* apart into zones, paragraphs, sentences, tokens and quotations."""
    normal = normal_form(text)
    blocks = paragraphs(normal)
    return Document(
        doc_id=doc_id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        text=text,
        normal=normal,
        publisher=publisher,
        published=published,
        url=url,
        headline=headline,
        authors=tuple(authors),
        zones=zones(normal, blocks),
        paragraphs=blocks,
        sentences=sentences(normal, blocks),
        tokens=tokens(text, normal),
        quotations=quotations(text, normal, blocks),
    )
