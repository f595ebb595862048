"""What every export takes from a tagged document: the claims of the article itself, and text that any format can hold."""

from __future__ import annotations

import re

from credtag.frames import shown_name
from credtag.labels import ZoneKind
from credtag.records import Claim, TaggedDocument

_ARTICLE = frozenset((ZoneKind.HEADLINE, ZoneKind.BODY))
_SURROGATE = re.compile("[\ud800-\udfff]")


def claims(tagged: TaggedDocument) -> tuple[Claim, ...]:
    """Return the claims of headline and body, those that the frames show."""
    return tuple(claim for claim in tagged.claims if claim.zone in _ARTICLE)


def content(tagged: TaggedDocument, claim: Claim) -> str:
    """Return the reported words of a claim, its pieces joined with " … "."""
    return plain(" … ".join(tagged.document.slice(span) for span in claim.attribution.content))


def plain(text: str) -> str:
    """Return *text* without lone surrogates, which no encoder takes."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def chain(claim: Claim) -> str:
    """Return the chain of a claim in one line, as the frames have it."""
    return " > ".join(plain(shown_name(link.name, link.role, link.naming)) for link in claim.chain)
