"""Claims as a MISP event, with the tags of MISP's taxonomy ``admiralty-scale``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from credtag import shown
from credtag.errors import InputError
from credtag.records import Grade, TaggedDocument

_NAMESPACE = UUID("0d9a4a5e-5a3b-5c0e-9a64-3e5b6d1f7c21")  # fixed, so that a claim keeps its id from export to export
_ONLY_US, _UNDEFINED, _INITIAL = "0", "4", "0"  # MISP's distribution, threat level and state of analysis


def admiralty_tags(grade: Grade) -> tuple[str, str]:
    """Return the two ``admiralty-scale`` tags of a claim. MISP's letter g, "deceptive", is never given.

    Example:
        >>> from credtag.records import Grade
        >>> admiralty_tags(Grade(None, reliability="B", credibility="4"))
        ('admiralty-scale:source-reliability="b"', 'admiralty-scale:information-credibility="4"')
    """
    return (
        f'admiralty-scale:source-reliability="{grade.reliability.lower()}"',
        f'admiralty-scale:information-credibility="{grade.credibility}"',
    )


def to_misp(tagged: TaggedDocument) -> str:
    """Return the claims of an article as a MISP event in JSON, each a text attribute with its tags.

    Args:
        tagged: The result of :func:`credtag.tag`.

    Returns:
        A JSON document. The comment of an attribute has the chain and the level; no attribute is meant for detection
        (``to_ids``) or correlated, and the event is for one's own organisation until its user decides otherwise.

    Raises:
        InputError: *tagged* is something else.

    Example:
        >>> import credtag, json
        >>> event = json.loads(to_misp(credtag.tag("The dam may fail, Ana Ruiz said.", publisher="The Post")))["Event"]
        >>> event["Attribute"][0]["value"], event["Attribute"][0]["comment"]
        ('The dam may fail', 'The Post > Ana Ruiz (on_record)')
    """
    if not isinstance(tagged, TaggedDocument):
        raise InputError(f"to_misp takes the result of credtag.tag, not {type(tagged).__name__}")
    document = tagged.document
    event: dict[str, Any] = {
        "uuid": _uuid(document.doc_id),
        "info": shown.plain(f"Claims in {document.headline or document.url or document.doc_id}"),
        "distribution": _ONLY_US,
        "threat_level_id": _UNDEFINED,
        "analysis": _INITIAL,
        "Attribute": list(_attributes(tagged)),
    }
    if (day := _day(document.published)) is not None:
        event["date"] = day
    return json.dumps({"Event": event}, ensure_ascii=False)


def _attributes(tagged: TaggedDocument) -> Iterator[dict[str, Any]]:
    if tagged.document.url:
        yield _attribute(f"{tagged.document.doc_id} url", "link", shown.plain(tagged.document.url), "the article")
    for claim in shown.claims(tagged):
        level = claim.grade.level or "unrated"
        attribute = _attribute(claim.claim_id, "text", shown.content(tagged, claim), f"{shown.chain(claim)} ({level})")
        yield attribute | {"Tag": [{"name": tag} for tag in admiralty_tags(claim.grade)]}


def _attribute(name: str, kind: str, value: str, comment: str) -> dict[str, Any]:
    return {
        "uuid": _uuid(name),
        "type": kind,
        "category": "External analysis",
        "value": value,
        "comment": comment,
        "to_ids": False,
        "disable_correlation": True,
    }


def _uuid(name: str) -> str:
    return str(uuid5(_NAMESPACE, shown.plain(name)))


def _day(published: str | None) -> str | None:
    """Return the day of a date in ISO 8601; MISP takes no other."""
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None
