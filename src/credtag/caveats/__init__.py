"""Caveats: what the text says against or about a source or a claim."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.caveats.gainsaying import Gainsaying
from credtag.caveats.of_claim import OfClaim
from credtag.caveats.of_source import OfSource
from credtag.caveats.remarks import Remark, remarks
from credtag.caveats.scene import Scene
from credtag.labels import Category
from credtag.records import Attribution, Caveat, Document, Sources

__all__ = ["find"]

_TIES = frozenset((Category.SECURITY_LINK, Category.STATE_CONTROL, Category.PARTY_LINK, Category.INTEREST))


def find(document: Document, attributions: Sequence[Attribution], sources: Sources) -> tuple[Caveat, ...]:
    """Find what an article says against or about its sources and claims.

    A caveat keeps the certainty with which it is put and who puts it; a clause that says that there is no such link is
    none. Only headline, body and captions count.

    Args:
        document: The article.
        attributions: The attributions found in it.
        sources: Its sources, with their mentions.

    Returns:
        The caveats in the order of the text, each of one source or of one attribution (by index).

    The labels are those of docs/frames.md; what a caveat does to a level stands in docs/levels.md.

    Example:
        >>> from credtag import attribution, document, source
        >>> text = "The pass is shut, said Kompas, which is believed to have ties to the security services."
        >>> article = document.read(text)
        >>> said = attribution.find(article)
        >>> (caveat,) = find(article, said, source.resolve(article, said))
        >>> caveat.category.value, caveat.certainty.value, article.slice(caveat.span)
        ('security_link', 'hedged', 'is believed to have ties to the security services')
    """
    made = sorted(remarks(document), key=lambda r: (r.sentence, not r.row.caps, r.words.start))
    if not made and len(attributions) < 2:
        return ()
    scene = Scene.of(document, attributions, sources)
    of_source, of_claim = OfSource(scene), OfClaim(scene)
    found: list[tuple[Caveat, Remark]] = []
    for remark in made:
        for caveat in (of_source if remark.row.of_source else of_claim).caveats(remark):
            if not any(_same(caveat, remark, *other) for other in found[-8:]):
                found.append((caveat, remark))
    against = (Category.DISPUTED, Category.CONTRADICTED)
    opposed = {caveat.attribution for caveat, _ in found if caveat.category in against}
    gainsaid = (caveat for caveat in Gainsaying(scene).caveats() if caveat.attribution not in opposed)
    return tuple(sorted((*(caveat for caveat, _ in found), *gainsaid), key=lambda c: (c.span, c.category)))


def _same(one: Caveat, remark: Remark, other: Caveat, earlier: Remark) -> bool:
    """Tell whether two remarks say one thing of one owner: in one sentence, of a claim by one source, or why a speaker is not named."""
    words, taken = remark.words, earlier.words
    if one.attribution is not None and one.category is other.category and words.overlaps(taken) and words != taken:
        return True
    if one.source_id != other.source_id or one.attribution != other.attribution:
        return False
    if one.category is other.category:
        if one.attribution is not None:
            return one.span.overlaps(other.span) or one.asserted_by == other.asserted_by
        again = one.certainty is other.certainty and remark.sentence == earlier.sentence
        return again or one.span.overlaps(other.span) or one.category is Category.ANONYMITY
    return {one.category, other.category} <= _TIES and words.overlaps(taken)
