"""Write tagged documents as JSON and read them back without loss."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen
from cattrs import transform_error
from cattrs.errors import BaseValidationError
from cattrs.preconf.json import JsonConverter, make_converter

from credtag.errors import InputError
from credtag.records import TaggedDocument

VERSION = 1


@frozen
class _Record:
    """What a JSON line holds: the version of its layout and the tagged document."""

    schema_version: int
    tagged: TaggedDocument


@cache
def _converter() -> JsonConverter:
    converter = make_converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _exactly(str))
    converter.register_structure_hook(int, _exactly(int))
    return converter


def _exactly(kind: type) -> Any:
    def structure(value: Any, _: type) -> Any:
        if type(value) is not kind:
            raise ValueError(f"expected {kind.__name__}, not {value!r:.40}")
        return value

    return structure


def to_json(tagged: TaggedDocument) -> str:
    """Return a tagged document as one line of JSON, from which :func:`from_json` makes an equal one.

    Raises:
        InputError: *tagged* is something else.

    Example:
        >>> import credtag
        >>> tagged = credtag.tag("It rained, Ana Ruiz said.")
        >>> credtag.from_json(credtag.to_json(tagged)) == tagged
        True
    """
    if not isinstance(tagged, TaggedDocument):
        raise InputError(f"to_json takes the result of credtag.tag, not {type(tagged).__name__}")
    return _converter().dumps(_Record(VERSION, tagged))


def from_json(line: str) -> TaggedDocument:
    """Read what :func:`to_json` wrote.

    Args:
        line: The JSON of one tagged document.

    Raises:
        InputError: It is no JSON, of another version, or a value does not fit; the message gives the path of the value.
    """
    if not isinstance(line, str):
        raise InputError(f"from_json takes a str, not {type(line).__name__}")
    try:
        record = _converter().loads(line, _Record)
    except BaseValidationError as error:
        raise InputError(f"this is no tagged document: {'; '.join(transform_error(error)[:3])}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"this is no JSON: {error}") from error
    except (TypeError, KeyError, AttributeError) as error:
        raise InputError(f"this is no tagged document: {error}") from error
    if record.schema_version != VERSION:
        raise InputError(f"schema_version {record.schema_version} is unknown; this credtag reads version {VERSION}")
    _check(record.tagged)
    return record.tagged


def _check(tagged: TaggedDocument) -> None:
    """Refuse spans outside the text and references that lead nowhere, which later stages take for granted."""
    length = len(tagged.document.text)
    ids = {source.source_id for source in tagged.sources}
    claims = {claim.claim_id for claim in tagged.claims}
    for claim in tagged.claims:
        if not claim.attribution.content:
            raise InputError(f"claim {claim.claim_id!r} has no content")
        if any(span.end > length for span in claim.attribution.content):
            raise InputError(f"claim {claim.claim_id!r} ends behind the text, which has {length} characters")
        if claim.inside is not None and claim.inside not in claims:
            raise InputError(f"claim {claim.claim_id!r} lies inside an unknown claim {claim.inside!r}")
        for link in claim.chain:
            if link.source_id is not None and link.source_id not in ids:
                raise InputError(f"claim {claim.claim_id!r} has an unknown source {link.source_id!r} in its chain")
    for caveat in tagged.caveats:
        if caveat.attribution is not None and not 0 <= caveat.attribution < len(tagged.claims):
            raise InputError(f"a caveat belongs to claim {caveat.attribution}, and there are {len(tagged.claims)}")
