"""The normal form of a text: typographic marks made plain, one character for each, so that offsets hold."""

from __future__ import annotations

import re

from credtag.records import SOFT_HYPHEN

_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphens, joiners and spaces without width
_PLAIN = {
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02",
    "'": "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc\u02b9\u00b4\uff07",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    + "".join(map(chr, (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))))  # controls
    + "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",  # directions
    "\n": "\x85\u2028\u2029",
    "\ufffd": "".join(map(chr, range(0xD800, 0xE000))),  # lone surrogates, which no encoder takes
    SOFT_HYPHEN: _HIDDEN,
}
_TABLE = {ord(mark): plain for plain, marks in _PLAIN.items() for mark in marks}
_OUTSIDE_WORDS = re.compile(rf"(?<![\w{SOFT_HYPHEN}]){SOFT_HYPHEN}+|{SOFT_HYPHEN}+(?![\w{SOFT_HYPHEN}])")
_BROKEN = re.compile(r"(?<=[a-z])- ?\n(?=[a-z])")


def normal_form(text: str) -> str:
    r"""Return *text* with quotation marks, dashes, spaces and line ends made plain, its length kept.

    What has no width is a soft hyphen inside words and a space elsewhere; controls are spaces.

    Args:
        text: Any text.

    Returns:
        A text as long as *text*, so that an offset means the same place in both.

    Example:
        >>> normal_form("\u201cWe\u2019ll go\u201d \u2014 she said")
        '"We\'ll go" - she said'
    """
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    return _OUTSIDE_WORDS.sub(_blank, text.translate(_TABLE))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def unbroken(normal: str) -> str:
    r"""Return a normal form whose words are whole again where a line end breaks them, its length kept.

    Args:
        normal: A normal form.

    Example:
        >>> unbroken("It de-\nnied it.").replace("\u00ad", "")
        'It denied it.'
    """
    return _BROKEN.sub(lambda found: SOFT_HYPHEN * len(found.group()), normal)
