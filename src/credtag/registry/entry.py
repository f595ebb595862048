"""One row of a registry."""

from __future__ import annotations

import re
from functools import cached_property
from urllib.parse import urlsplit

from attrs import frozen

from credtag.registry import names

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_LETTERS = tuple("ABCDEF")
REQUIRED = ("source", "label", "value", "citation_url", "asserted_by", "as_of", "licence")


@frozen
class Entry:
    """What one asserter says of one outlet: a label and its value, with citation, date and licence.

    ``source`` is a name, a domain or a handle; ``aliases`` are further ones.
    """

    source: str
    label: str
    value: str
    citation_url: str
    asserted_by: str
    as_of: str
    licence: str
    aliases: tuple[str, ...] = ()
    outlet_id: str | None = None

    @cached_property
    def keys(self) -> frozenset[str]:
        """The forms under which the outlet is found."""
        return frozenset(filter(None, map(names.key, (self.source, *self.aliases))))

    @cached_property
    def domains(self) -> frozenset[str]:
        """Those of its keys that are domains."""
        return frozenset(filter(names.is_domain, self.keys))

    def problem(self) -> str | None:
        """Return what is wrong with the entry, in words, or None."""
        for column in REQUIRED:
            if not getattr(self, column):
                return f"{column} is missing: a label needs {', '.join(REQUIRED)}"
        if not self.keys:
            return f"source {self.source!r} is no name, domain or handle"
        if not _DATE.fullmatch(self.as_of):
            return f"as_of {self.as_of!r} is no date: write 2031, 2031-03 or 2031-03-01"
        if not _is_url(self.citation_url):
            return f"citation_url {self.citation_url!r} is no address: write it with https:// (or doi:, urn:, file:)"
        if self.label == "reliability" and self.value not in _LETTERS:
            return f"reliability {self.value!r} is none of {', '.join(_LETTERS)}"
        return None


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(parts.scheme and (parts.netloc or parts.path))
