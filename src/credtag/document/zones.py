"""The parts of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from credtag.records import Span, Zone, ZoneKind

_APPEAL = re.compile(r"A Message from |Dear readers")


def zones(text: str, blocks: Sequence[Span]) -> tuple[Zone, ...]:
    """Return the zones; they tile the text."""
    if not text:
        return ()
    cut = next((b.start for b in blocks if _APPEAL.match(text, b.start)), len(text))
    body = (Zone(ZoneKind.BODY, Span(0, cut)),) if cut else ()
    return body + ((Zone(ZoneKind.APPEAL, Span(cut, len(text))),) if cut < len(text) else ())
