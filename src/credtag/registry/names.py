"""The ways to write an outlet: a name, a domain, a handle; and the one form in which two of them compare equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from credtag import resources
from credtag.document.normal import normal_form

_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_HANDLE_HOSTS = {"t.me": "t.me/", "telegram.me": "t.me/", "twitter.com": "@", "x.com": "@"}


def key(written: str) -> str:
    """Return the form in which two ways to write one outlet compare equal; empty for what names none.

    A page of a site ("facebook.com/kompas") names no outlet: its domain is somebody else's.

    Example:
        >>> key("https://www.Kompas.example/"), key("https://t.me/s/Kompas"), key("x.com/kompas"), key("The  Kompas")
        ('kompas.example', 't.me/kompas', '@kompas', 'kompas')
    """
    plain = unicodedata.normalize("NFC", normal_form(written)).casefold().strip()
    if "://" in plain or (" " not in plain and _DOMAIN.fullmatch(plain.partition("/")[0])):
        return _of_address(plain)
    if plain.startswith("@"):
        return plain if len(plain) > 1 else ""
    return " ".join(plain.removeprefix("the ").split())


def _of_address(address: str) -> str:
    host, path = _parts(address)
    if host in _HANDLE_HOSTS:
        steps = [step for step in path.split("/") if step not in ("", "s")]  # t.me/s/x is the page of t.me/x
        return _HANDLE_HOSTS[host] + steps[0].removeprefix("@") if steps else ""
    return host if path in ("", "/") else ""


def _parts(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address if "://" in address else f"//{address}")
        return (parts.hostname or "").removeprefix("www."), parts.path
    except ValueError:
        return "", ""


def host(url: str) -> str:
    """Return the domain of a page's address without ``www.``; empty when there is none."""
    return _parts(normal_form(url).casefold().strip())[0]


def is_domain(known: str) -> bool:
    """Tell whether a key is a domain."""
    return _DOMAIN.fullmatch(known) is not None


@cache
def of_listed(outlet_id: str) -> frozenset[str]:
    """Return the keys of an outlet of data/outlets.tsv: its names, domains and handles."""
    return _listed().get(outlet_id, frozenset())


@cache
def _listed() -> dict[str, frozenset[str]]:
    return {row["id"]: frozenset(filter(None, map(key, _writings(row)))) for row in resources.table("outlets.tsv")}


def _writings(row: dict[str, str]) -> Iterator[str]:
    yield row["name"]
    for column in ("aliases", "domain", "handle"):
        yield from row[column].split(";")
