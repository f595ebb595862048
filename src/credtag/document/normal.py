"""The normal form of a text: typographic marks made plain, one character for each, so that offsets hold."""

from __future__ import annotations

_PLAIN = {
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02",
    "'": "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc\u02b9\u00b4\uff07",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad",
    " ": "\r\t\x0b\x0c\x1c\x1d\x1e\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u2060\u202f\u205f\u3000\ufeff",
    "\n": "\x85\u2028\u2029",
    "\ufffd": "".join(map(chr, range(0xD800, 0xE000))),  # lone surrogates, which no encoder takes
}
_TABLE = {ord(mark): plain for plain, marks in _PLAIN.items() for mark in marks}


def normal_form(text: str) -> str:
    r"""Return *text* with quotation marks, dashes, spaces and line ends made plain, its length kept.

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
    return text.translate(_TABLE)
