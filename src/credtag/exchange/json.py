"""Write tagged documents as JSON and read them back without loss."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from typing import Any

from attrs import evolve, fields_dict, frozen, has
from cattrs import transform_error
from cattrs.errors import BaseValidationError
from cattrs.preconf.json import JsonConverter, make_converter

from credtag.errors import InputError
from credtag.exchange.nesting import circular
from credtag.records import Span, Spans, TaggedDocument

VERSION = 1


@frozen
class _Record:
    """What a JSON line holds: the version of its layout and the tagged document."""

    schema_version: int
    tagged: TaggedDocument


@cache
def _converter() -> JsonConverter:
    converter = make_converter(forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(Spans, lambda value, _: _columns(converter.structure(value, tuple[Span, ...])))
    converter.register_unstructure_hook(Spans, lambda spans: converter.unstructure(list(spans), list[Span]))
    return converter


def _columns(spans: tuple[Span, ...]) -> Spans:
    return Spans((span.start, span.end) for span in spans)


def _exactly(kind: type) -> Any:
    def structure(value: Any, wanted: type) -> Any:
        if type(value) is not kind:
            raise ValueError(f"expected {kind.__name__}, not {value!r:.40}")
        return wanted(value)  # a label is a str too, and not every str is a label

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
    tagged = _with_halves(record.tagged)
    _check(tagged)
    return tagged


def _with_halves(tagged: TaggedDocument) -> TaggedDocument:
    """Part again what JSON has made one character: two half surrogates in a row, which the normal form shows as such."""
    text, normal = tagged.document.text, tagged.document.normal
    if len(text) == len(normal):
        return tagged
    pieces: list[str] = []
    at = 0
    for char in text:
        if char > "\uffff" and normal.startswith("\ufffd\ufffd", at):
            high, low = divmod(ord(char) - 0x10000, 0x400)
            char = chr(0xD800 + high) + chr(0xDC00 + low)
        pieces.append(char)
        at += len(char)
    return evolve(tagged, document=evolve(tagged.document, text="".join(pieces)))


def _check(tagged: TaggedDocument) -> None:
    """Refuse spans outside the text and references that lead nowhere, which later stages take for granted."""
    length, count = len(tagged.document.text), len(tagged.claims)
    if len(tagged.document.normal) != length:
        raise InputError("invalid value @ $.tagged.document.normal: it must be as long as the text")
    for path, span in _spans(tagged, "$.tagged"):
        if span.end > length:
            raise InputError(f"invalid value @ {path}: [{span.start}, {span.end}) in a text of {length} characters")
    sources = {source.source_id for source in tagged.sources}
    claims = {claim.claim_id: i for i, claim in enumerate(tagged.claims)}
    if len(claims) < count or len(sources) < len(tagged.sources):
        raise InputError("invalid value @ $.tagged: two claims or two sources have the same id")
    for i, claim in enumerate(tagged.claims):
        at = f"$.tagged.claims[{i}]"
        _refer(claim.inside, claims, f"{at}.inside")
        _refer(claim.attribution.inside, range(count), f"{at}.attribution.inside")
        if not (claim.attribution.content and claim.chain):
            raise InputError(f"invalid value @ {at}: a claim has a content and a chain")
        if not 0 <= claim.attribution.score <= 1:
            raise InputError(f"invalid value @ {at}.attribution.score: it lies between 0 and 1")
        for hop, link in enumerate(claim.chain):
            _refer(link.source_id, sources, f"{at}.chain[{hop}].source_id")
    for outers in (
        [None if claim.inside is None else claims[claim.inside] for claim in tagged.claims],
        [claim.attribution.inside for claim in tagged.claims],
    ):
        if (inner := circular(outers)) is not None:
            raise InputError(f"invalid value @ $.tagged.claims[{inner}].inside: the claim lies inside itself")
    for i, label in enumerate(tagged.labels):
        _refer(label.source_id, sources, f"$.tagged.labels[{i}].source_id")
    for i, caveat in enumerate(tagged.caveats):
        _refer(caveat.source_id, sources, f"$.tagged.caveats[{i}].source_id")
        _refer(caveat.attribution, range(count), f"$.tagged.caveats[{i}].attribution")


def _refer(key: object, known: Container[object], path: str) -> None:
    if key is not None and key not in known:
        raise InputError(f"invalid value @ {path}: {key!r} is not in this document")


def _spans(record: Any, path: str) -> Iterator[tuple[str, Span]]:
    """Yield every span below a record with its path."""
    if isinstance(record, Span):
        yield path, record
    elif isinstance(record, tuple | Spans):
        for i, item in enumerate(record):
            yield from _spans(item, f"{path}[{i}]")
    elif has(type(record)):
        for name in fields_dict(type(record)):
            yield from _spans(getattr(record, name), f"{path}.{name}")
