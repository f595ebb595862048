"""Put the voices of a page together again: what was found in the article, and in what surrounds it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from credtag.labels import Naming
from credtag.records import Caveat, Claim, Document, Link, Source, TaggedDocument


def join(document: Document, parts: Sequence[TaggedDocument]) -> TaggedDocument:
    """Return what was found in *parts* of a page as found in the page.

    Args:
        document: The page.
        parts: What was found in each of its voices, the article first.

    Returns:
        The claims in the order of the text. The ids of claims and of the article's sources are what they were; a source of
        the surroundings that the article names too is one with it, and the others are numbered behind.
    """
    if len(parts) == 1:
        return parts[0]
    claims = sorted((c for part in parts for c in part.claims), key=_place)
    places = {claim.claim_id: i for i, claim in enumerate(claims)}
    sources: dict[str, Source] = {}
    renamed = [_add(document.doc_id, sources, part.sources) for part in parts]
    moved = [_moved(part, new, places) for part, new in zip(parts, renamed, strict=True)]
    by_id = {claim.claim_id: claim for part, _ in moved for claim in part}
    return TaggedDocument(
        document,
        tuple(by_id[claim.claim_id] for claim in claims),
        tuple(sources.values()),
        tuple(caveat for _, caveats in moved for caveat in caveats),
        labels=tuple(
            dict.fromkeys(
                evolve(label, source_id=new[label.source_id])
                for part, new in zip(parts, renamed, strict=True)
                for label in part.labels
            )
        ),
    )


def _place(claim: Claim) -> tuple[int, int]:
    return claim.attribution.span.start, -claim.attribution.span.end


def _add(doc_id: str, sources: dict[str, Source], found: Sequence[Source]) -> dict[str, str]:
    """Add the sources of a part to *sources* and return the new id of each."""
    named = (source for source in sources.values() if source.name and source.naming is Naming.NAMED)
    known = {(source.name, source.kind): source.source_id for source in named}
    new: dict[str, str] = {}
    for i, source in enumerate(found):
        same = f"{doc_id}/s0" if i == 0 else known.get((source.name, source.kind))
        new[source.source_id] = same or f"{doc_id}/s{len(sources)}"
        at = new[source.source_id]
        sources[at] = _merged(sources[at], source) if at in sources else evolve(source, source_id=at)
    return new


def _merged(one: Source, other: Source) -> Source:
    return evolve(
        one,
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
        no_comment=tuple(sorted({*one.no_comment, *other.no_comment})),
    )


def _relinked(link: Link, new: dict[str, str]) -> Link:
    source_id = None if link.source_id is None else new[link.source_id]
    return link if source_id == link.source_id else evolve(link, source_id=source_id)


def _moved(part: TaggedDocument, new: dict[str, str], places: dict[str, int]) -> tuple[list[Claim], list[Caveat]]:
    """Return the claims and caveats of a part with the places and sources that they have in the page."""
    here = [places[claim.claim_id] for claim in part.claims]
    claims = [
        evolve(
            claim,
            attribution=claim.attribution.within(
                None if claim.attribution.inside is None else here[claim.attribution.inside]
            ),
            chain=tuple(_relinked(link, new) for link in claim.chain),
        )
        for claim in part.claims
    ]
    caveats = [
        evolve(
            caveat,
            source_id=None if caveat.source_id is None else new[caveat.source_id],
            attribution=None if caveat.attribution is None else here[caveat.attribution],
        )
        for caveat in part.caveats
    ]
    return claims, caveats
