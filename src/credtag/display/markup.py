"""Text from anywhere as HTML that is nothing but text, and the result that a notebook shows."""

from __future__ import annotations

import re
from html import escape
from os import PathLike
from pathlib import Path

from attrs import frozen

# Characters that HTML forbids: controls, halves of pairs, and the code points that are no characters.
_FORBIDDEN = re.compile(
    "[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@frozen
class Html:
    """HTML that a notebook shows and ``str()`` gives.

    Example:
        >>> import credtag
        >>> str(credtag.show(credtag.tag("It rained, Ana Ruiz said."))).startswith("<style>")
        True
    """

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.html

    def save(self, path: str | PathLike[str]) -> None:
        """Write it to the file *path*, as UTF-8."""
        Path(path).write_text(self.html, encoding="utf-8", newline="\n")


def plain(text: str) -> str:
    """Escape *text* for the inside of an element or an attribute; characters that HTML forbids become U+FFFD.

    Characters that turn the direction of all that follows ("Trojan Source") become their code point in brackets.

    Example:
        >>> plain('<b>"7\u202e"')
        '&lt;b&gt;&quot;7[U+202E]&quot;'
    """
    safe = escape(_FORBIDDEN.sub("\ufffd", text))
    return _TURNING.sub(lambda m: f"[U+{ord(m[0]):04X}]", safe)


def running(text: str) -> str:
    """Escape *text* for the inside of an element in a notebook, which typesets ``$…$`` as mathematics.

    Example:
        >>> running("$3")
        '<span>$</span>3'
    """
    return plain(text).replace("$", "<span>$</span>")
