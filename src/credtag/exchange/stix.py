"""Claims as STIX 2.1 notes with an extension for chain and grade.

STIX's own property ``confidence`` is the producer's confidence in its object, not an assessment of somebody else's claim, so
it is never set.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from credtag import shown
from credtag.errors import InputError
from credtag.labels import Kind
from credtag.records import Claim, Link, TaggedDocument

_NAMESPACE = UUID("6b1f0c8e-3d57-5d0b-8a2f-91c1a7d4e0b3")  # fixed, so that an object keeps its id from export to export
_SINCE = "2026-11-25T00:00:00.000Z"  # of the definitions, which change with this module only
_CREDTAG = f"identity--{uuid5(_NAMESPACE, 'credtag')}"
EXTENSION = f"extension-definition--{uuid5(_NAMESPACE, 'sourcing 1')}"
_CLASSES = {
    Kind.PERSON: "individual",
    Kind.GROUP: "group",
    Kind.ORGANISATION: "organization",
    Kind.GOVERNMENT: "organization",
    Kind.OUTLET: "organization",
    Kind.UNKNOWN: "unknown",
}
_SCHEMA = (
    "chain: the links from publisher to origin, each with role, name, kind, naming, channel and, if there is one, "
    "identity_ref. sourcing: how the claim is sourced (caveated, hearsay, unnamed, relayed, on_record, direct, observed), "
    "absent when unrated; it never says whether the claim is true. reasons: codes of the rule behind it. reliability, "
    "credibility: Admiralty letter and digit; F and 6 are no basis to judge. form, stance, factuality, polarity: how the "
    "source presents the claim. start, end: its place in the article, in code points."
)
_Object = dict[str, Any]


def to_stix(tagged: TaggedDocument, *, created: datetime | None = None) -> str:
    """Return the claims of an article as a STIX 2.1 bundle: a note for each, about the identities in its chain.

    Args:
        tagged: The result of :func:`credtag.tag`.
        created: The time to write into the objects, with its time zone; now unless given.

    Returns:
        A JSON document: the extension's definition, an identity for each named source, and the notes.

    Raises:
        InputError: *tagged* is something else, or *created* has no time zone.

    Example:
        >>> import credtag, json
        >>> bundle = json.loads(to_stix(credtag.tag("The dam may fail, Ana Ruiz said.", publisher="The Post")))
        >>> bundle["objects"][-1]["content"], bundle["objects"][-1]["extensions"][EXTENSION]["sourcing"]
        ('The dam may fail', 'on_record')
    """
    if not isinstance(tagged, TaggedDocument):
        raise InputError(f"to_stix takes the result of credtag.tag, not {type(tagged).__name__}")
    moment = created or datetime.now(UTC)
    if moment.tzinfo is None:
        raise InputError(f"created needs a time zone: {moment} is of none")
    objects = [*_definitions(), *_Bundle(tagged, _time(moment)).objects()]
    bundle = {"type": "bundle", "id": _id("bundle", tagged.document.doc_id), "objects": objects}
    return json.dumps(bundle, ensure_ascii=False)


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def _id(kind: str, name: str) -> str:
    return f"{kind}--{uuid5(_NAMESPACE, shown.plain(name))}"


def _definitions() -> Iterator[_Object]:
    common = {"spec_version": "2.1", "created": _SINCE, "modified": _SINCE}
    yield {"type": "identity", "id": _CREDTAG, "name": "credtag", "identity_class": "system", **common}
    yield {
        "type": "extension-definition",
        "id": EXTENSION,
        "created_by_ref": _CREDTAG,
        "name": "Sourcing of a claim",
        "description": "The attribution chain of a claim in a news article, and how well the article sources it.",
        "schema": _SCHEMA,
        "version": "1.0.0",
        "extension_types": ["property-extension"],
        **common,
    }


class _Bundle:
    """The objects of one article."""

    def __init__(self, tagged: TaggedDocument, created: str) -> None:
        self.tagged = tagged
        self.claims = shown.claims(tagged)
        self.common = {"spec_version": "2.1", "created_by_ref": _CREDTAG, "created": created, "modified": created}
        self.identities: dict[str, _Object] = {}
        for claim in self.claims:
            for hop, link in enumerate(claim.chain):
                self._add(hop, link)

    def objects(self) -> Iterator[_Object]:
        """Yield the identities, then the notes."""
        yield from self.identities.values()
        for claim in self.claims:
            yield self._note(claim)

    def _add(self, hop: int, link: Link) -> None:
        """Add the identity of a link; a document is none, nor is a source without a name."""
        if link.source_id is None or link.kind is Kind.DOCUMENT or (link.name is None and hop > 0):
            return
        self.identities.setdefault(
            link.source_id,
            {
                "type": "identity",
                "id": _id("identity", link.source_id),
                "name": shown.name(link),
                "identity_class": _CLASSES[Kind.OUTLET if hop == 0 else link.kind],
                **self.common,
            },
        )

    def _note(self, claim: Claim) -> _Object:
        refs = [self.identities[link.source_id]["id"] for link in claim.chain if link.source_id in self.identities]
        note: _Object = {
            "type": "note",
            "id": _id("note", claim.claim_id),
            "abstract": shown.chain(claim),
            "content": shown.content(self.tagged, claim),
            "object_refs": list(dict.fromkeys(refs)),
            "extensions": {EXTENSION: self._extension(claim)},
            **self.common,
        }
        if claim.chain[-1].name:
            note["authors"] = [shown.plain(claim.chain[-1].name)]
        if self.tagged.document.url:
            note["external_references"] = [{"source_name": "article", "url": shown.plain(self.tagged.document.url)}]
        return note

    def _extension(self, claim: Claim) -> _Object:
        found, grade = claim.attribution, claim.grade
        extension: _Object = {
            "extension_type": "property-extension",
            "chain": [self._link(link) for link in claim.chain],
            "reliability": grade.reliability,
            "credibility": grade.credibility,
            "form": found.form,
            "stance": found.stance,
            "factuality": found.factuality,
            "polarity": found.polarity,
            "start": found.span.start,
            "end": found.span.end,
        }
        if grade.level is not None:
            extension["sourcing"] = grade.level
        if grade.reasons:
            extension["reasons"] = [reason.code for reason in grade.reasons]
        return extension

    def _link(self, link: Link) -> _Object:
        told: _Object = {"role": link.role, "kind": link.kind, "naming": link.naming, "channel": link.channel}
        if link.name:
            told["name"] = shown.plain(link.name)
        if link.source_id in self.identities:
            told["identity_ref"] = self.identities[link.source_id]["id"]
        return told
