"""Resolve the noun phrases behind attributions to sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credtag.records import Attribution, Document, Kind, Naming, Resolution, Source, Sources, Span, hull


def resolve(document: Document, attributions: Sequence[Attribution]) -> Sources:
    """Resolve every source of an article to one entity each.

    An attribution without a source has a resolution at the hull of its content.

    Args:
        document: The article.
        attributions: Its attributions.

    Returns:
        The sources, the publisher first.
    """
    publisher = Source(f"{document.doc_id}/s0", document.publisher, Kind.OUTLET)
    entries, resolutions = [publisher], {}
    ids: dict[str, int] = {}
    for span in sorted(_phrases(attributions)):
        text = document.slice(span)
        if text not in ids:
            ids[text] = len(entries)
            entries.append(Source(f"{document.doc_id}/s{len(entries)}", text, Kind.PERSON, Naming.NAMED, mentions=(span,)))
        resolutions[span] = Resolution(span, entries[ids[text]].source_id)
    return Sources(tuple(entries), tuple(resolutions.values()))


def _phrases(attributions: Sequence[Attribution]) -> Iterator[Span]:
    for found in attributions:
        if found.source:
            yield hull(found.source)
        if found.occasion.interviewer:
            yield found.occasion.interviewer
        yield from found.occasion.relays
        yield from found.occasion.upstream
