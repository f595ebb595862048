"""Quotes in the shape of BBC Citron's annotation format, for those who come from there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from credtag import shown
from credtag.errors import InputError
from credtag.records import Claim, Span, TaggedDocument, hull


def to_citron(tagged: TaggedDocument) -> str:
    """Return the claims that have a cue in the shape of Citron's JSON: text, quotes and coreference groups.

    Args:
        tagged: The result of :func:`credtag.tag`.

    Returns:
        A JSON document. Each quote has a cue, sources, contents, coreferences (the other mentions of its source), an id
        and, as Citron's confidence, credtag's ``score``: how sure it is of the spans.

    Raises:
        InputError: *tagged* is something else.

    Example:
        >>> import credtag, json
        >>> quotes = json.loads(to_citron(credtag.tag("The dam may fail, Ana Ruiz said.")))["quotes"]
        >>> quotes[0]["sources"]
        [{'start': 18, 'end': 26, 'text': 'Ana Ruiz'}]
    """
    if not isinstance(tagged, TaggedDocument):
        raise InputError(f"to_citron takes the result of credtag.tag, not {type(tagged).__name__}")
    text = tagged.document.text
    mentions = {source.source_id: source.mentions for source in tagged.sources}
    record = {
        "text": shown.plain(text),
        "quotes": [_quote(text, claim, mentions) for claim in shown.claims(tagged) if claim.attribution.cue],
        "coreference_groups": [_spans(text, group) for group in mentions.values() if len(group) > 1],
    }
    return json.dumps(record, ensure_ascii=False)


def _quote(text: str, claim: Claim, mentions: dict[str, tuple[Span, ...]]) -> dict[str, Any]:
    found = claim.attribution
    origin = claim.origin
    others = mentions.get(origin.source_id, ()) if origin is not None and origin.source_id is not None else ()
    return {
        "cue": _span(text, hull(found.cue)),
        "sources": _spans(text, found.source),
        "contents": _spans(text, found.content),
        "coreferences": _spans(text, [span for span in others if not any(span.overlaps(own) for own in found.source)]),
        "confidence": found.score,
        "id": shown.plain(claim.claim_id),
    }


def _spans(text: str, spans: Sequence[Span]) -> list[dict[str, Any]]:
    return [_span(text, span) for span in spans]


def _span(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": shown.plain(text[span.start : span.end])}
