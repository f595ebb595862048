"""What a result shows, in frames and in the formats of others: which claims, how a link is called, and which text."""

from __future__ import annotations

import re
from typing import overload

from credtag.labels import Naming, Role, ZoneKind
from credtag.records import Claim, Link, TaggedDocument

_ARTICLE = frozenset((ZoneKind.HEADLINE, ZoneKind.BODY))
_SURROGATE = re.compile("[\ud800-\udfff]")


def claims(tagged: TaggedDocument) -> tuple[Claim, ...]:
    """Return the claims of headline and body."""
    return tuple(claim for claim in tagged.claims if claim.zone in _ARTICLE)


def content(tagged: TaggedDocument, claim: Claim) -> str:
    """Return the reported words of a claim, its pieces joined with " … "."""
    return plain(" … ".join(tagged.document.slice(span) for span in claim.attribution.content))


def chain(claim: Claim) -> str:
    """Return the chain of a claim in one line: "The Harbour Post > Radio Lumen > Ana Ruiz"."""
    return " > ".join(map(name, claim.chain))


def name(link: Link) -> str:
    """Return how a link is called."""
    return called(plain(link.name), link.role, link.naming)


def called(name: str | None, role: str, naming: str) -> str:
    """Return how a link with this name, role and naming is called."""
    if name is not None:
        return name
    if role == Role.PUBLISHER:
        return "(publisher)"
    return "(unspecified)" if naming == Naming.UNSPECIFIED else "(unresolved)"


@overload
def plain(text: str) -> str: ...
@overload
def plain(text: str | None) -> str | None: ...
def plain(text: str | None) -> str | None:
    """Return *text* without lone surrogates, which neither pandas nor an encoder takes."""
    return text if text is None or text.isascii() else _SURROGATE.sub("\ufffd", text)
