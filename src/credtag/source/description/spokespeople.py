"""Find the body for which someone speaks: "a spokesman for the hospital", "Novita's spokeswoman, Lena Marn"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from credtag.source.noun_phrases import heads
from credtag.source.noun_phrases.phrase import GENITIVES, Form, Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.register.entity import BODIES

_VOICES = frozenset(("spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "representative"))
_FOR = frozenset(("for", "of", "from", "with"))
_ENDS = frozenset((",", "(", "who", "and"))


def body(reader: Reader, start: int, end: int) -> Phrase | None:
    """Read the body for which the source at the tokens [start, end) speaks."""
    lowers = reader.lowers
    k = next((k for k in range(start, end) if lowers[k] in _VOICES), None)
    if k is None:
        return None
    if k + 2 < end and lowers[k + 1] in _FOR:
        stop = next((j for j in range(k + 2, end) if lowers[j] in _ENDS), end)
        return reader.read(k + 2, stop)
    first = _first(lowers, start, k)
    if k > first and lowers[k - 1] in GENITIVES:
        return reader.read(first, k - 1)
    if k > first and heads.noun(lowers[k - 1]).kind in BODIES:  # "a ministry spokesman"
        return evolve(reader.read(k - 1, k), form=Form.DEFINITE)
    return reader.read(first, k) if k > first and reader.register.inside(first, k) else None


def _first(lowers: Sequence[str], start: int, k: int) -> int:
    """Return where the words before a spokesperson begin: behind the name in "Lena Marn, Novita's spokeswoman"."""
    comma = next((j for j in range(k - 1, start, -1) if lowers[j] == ","), None)
    return start if comma is None else comma + 1
