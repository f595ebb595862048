"""The parts of an article: headline, byline, dateline, captions and credits, and what is no article at all.

Whatever nothing speaks against is body. Subheadings are headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from credtag.document.address import addresses, bids, unquoted
from credtag.document.boxes import boxes
from credtag.document.captions import captions
from credtag.document.dates import DATE_LINE, OPENING_TIME, TIME_LINE
from credtag.document.headlines import mark
from credtag.document.transcript import questions, transcript
from credtag.labels import ZoneKind
from credtag.records import Span, Zone
from credtag.resources import table

_BYLINE = re.compile(
    r"(?:By|BY)(?: (?:and|for|of|the|in|de|da|la|van|von|der|den|bin|al|with|at|staff|writer|reporter|editor|senior"
    r"|correspondent|political|national|special|to|&|[A-Z][\w.'-]*),?){1,14}(?: ?[|/;-] ?.{0,60})?"
)
_DATELINE = re.compile(
    r"(?:(?P<place>[A-Z][\w.']*+(?:(?:, | ?/ ?| |-)(?:(?:of the|of|the|de|la|del|al|el|upon|on) )?"
    r"(?:[A-Z][\w.']*+|\d{1,2}(?!\d)|\d{4}(?!\d))){0,7}),? ?(?P<agency>\((?:[A-Z][\w ./&']{1,40}|dpa)\))?"
    r"|(?P<only>\([A-Z][\w ./&']{1,40}\))),? ?-{1,2}\s*(?=[\"'A-Z0-9$])"
)
_RUN_IN = re.compile(
    r"[A-Z][A-Z'0-9,&/:. -]{8,80}[A-Z?!.] -{1,2} (?=[\"'A-Z])|['\"]?(?:[A-Z0-9$][A-Z0-9',&/:.$%\"-]*+ ){4,14}+(?=[\"']?[A-Z][a-z])"
)
_OPENER = re.compile(r"(?:The|A|An|In|On|At|It|Two|Three|Hundreds|Thousands) ")  # behind a dash without spaces
_AROUND = " *|>"  # a button
_BULLETS = " >*|[(-\u2022\u2192\u25ba\u25b6"  # before a link
_DECK = 18  # words of a line under the headline
_SHORT = 600  # letters of a paragraph that can be furniture
_ENOUGH = 2  # hints
_ALLUSION = 200  # letters of a paragraph that hints make furniture
_REQUEST = 300  # letters of one that asks something of the reader
_CREDITED = re.compile(r"[:/(]| via |\.\.\.", re.IGNORECASE)  # one of them stands in every credit
_REPORTED = re.compile(r"\b(?:said|says|told|according to)\b")

_Piece = tuple[int, ZoneKind]


@cache
def _patterns(place: str) -> tuple[tuple[ZoneKind, re.Pattern[str]], ...]:
    found: dict[str, list[str]] = {}
    for row in table("lexicon/zones.tsv"):
        if row["place"] == place:
            found.setdefault(row["zone"], []).append(row["pattern"])
    edge = r"\b" if place in ("holds", "asks", "hints") else ""  # a search that tries words only is the faster
    case = re.IGNORECASE if place in ("ends", "inside") else re.NOFLAG
    return tuple((ZoneKind(zone), re.compile(f"{edge}(?:{'|'.join(p)})", case)) for zone, p in found.items())


@cache
def _any_held() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for _, pattern in _patterns("holds")))


@cache
def _hint_patterns() -> tuple[re.Pattern[str], ...]:
    rows = (row["pattern"] for row in table("lexicon/zones.tsv") if row["place"] == "hints")
    return tuple(re.compile(rf"\b(?:{pattern})") for pattern in rows)


def zones(normal: str, blocks: Sequence[Span], appeal: frozenset[int] = frozenset()) -> tuple[Zone, ...]:
    r"""Return the zones of a text, which tile it: white space belongs to the zone before it.

    Args:
        normal: The normal form of the text.
        blocks: Its paragraphs.
        appeal: The indices of those that ask readers for money.

    Returns:
        Zones in order, no two neighbours of a kind; none for the empty text.

    Example:
        >>> from credtag import document
        >>> text = "Port to Reopen\nBy Ana Sorin\nMARN - The port will reopen in May, the mayor said."
        >>> [(z.kind.value, text[z.span.start : z.span.end]) for z in document.read(text).zones]
        [('headline', 'Port to Reopen\n'), ('byline', 'By Ana Sorin\n'), ('dateline', 'MARN - '),
         ('body', 'The port will reopen in May, the mayor said.')]
    """
    if not normal:
        return ()
    kinds = [ZoneKind.APPEAL if i in appeal else _kind(normal, block) for i, block in enumerate(blocks)]
    for i in boxes(normal, blocks, kinds):
        kinds[i] = ZoneKind.FURNITURE
    for i in captions(normal, blocks, kinds):
        kinds[i] = ZoneKind.CAPTION
    mark(normal, blocks, kinds)
    for i in transcript(normal, blocks):
        question = kinds[i] is ZoneKind.FURNITURE and normal[blocks[i].end - 1] == "?"
        kinds[i] = None if question or kinds[i] is ZoneKind.HEADLINE else kinds[i]
    for i in questions(normal, blocks, kinds):
        kinds[i] = None
    leads = [i for i, kind in enumerate(kinds) if kind is None][:2]
    if len(leads) > 1 and _is_deck(normal, blocks, kinds, *leads):
        kinds[leads[0]] = ZoneKind.HEADLINE
    stamped = _stamped(normal, blocks)
    pieces: list[_Piece] = []
    for i, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        if kind is not None:
            pieces.append((block.start, kind))
            if kind is ZoneKind.CAPTION and (start := _credit(normal, block)):
                pieces.append((start, ZoneKind.CREDIT))
        else:
            pieces += _pieces(normal, block, i in leads, stamped.get(i))
    return tuple(_tiled(pieces or [(0, ZoneKind.BODY)], len(normal)))


def _tiled(pieces: Sequence[_Piece], end: int) -> Iterator[Zone]:
    starts = [(next(group)[0], kind) for kind, group in groupby(pieces, key=lambda piece: piece[1])]
    edges = [0, *(start for start, _ in starts[1:]), end]
    for (_, kind), start, stop in zip(starts, edges, edges[1:], strict=False):
        if start < stop:  # a remark before the text may leave nothing to what comes first
            yield Zone(kind, Span(start, stop))


# --------------------------------------------------------------------------- whole paragraphs


def _kind(normal: str, block: Span) -> ZoneKind | None:
    """Return the zone of a paragraph that is no body, headlines aside."""
    if block.end - block.start > _SHORT:
        return None
    words = normal[block.start : block.end]
    lower = words.lower()
    if len(words) <= 120:
        bare = " ".join(lower.split()).strip(_AROUND).removesuffix("...")
        for kind, pattern in _patterns("is"):
            plain = bare.removesuffix(".") if kind is ZoneKind.CREDIT else bare
            if pattern.fullmatch(lower) or pattern.fullmatch(plain):
                return kind
        if DATE_LINE.fullmatch(words) or TIME_LINE.fullmatch(words):
            return ZoneKind.DATELINE
        if _BYLINE.fullmatch(words) and any(word[0].isupper() for word in words.split()[1:]):
            return ZoneKind.BYLINE
        if any(pattern.fullmatch(words.rstrip(".")) for _, pattern in _patterns("ends")):
            return ZoneKind.CREDIT
    for opening in dict.fromkeys((lower, lower.lstrip(_BULLETS))):
        for kind, pattern in _patterns("opens"):
            if pattern.match(opening):
                return kind
    holds = _any_held().search(lower) is not None
    held = next((kind for kind, pattern in _patterns("holds") if pattern.search(lower)), None) if holds else None
    return held or _asked(words) or (ZoneKind.CAPTION if _credit(normal, block) else None)


def _asked(words: str) -> ZoneKind | None:
    """Return the zone of a paragraph in which the page asks something of its reader."""
    own = unquoted(words)
    if len(words) > _REQUEST or _REPORTED.search(own) or not (bids(own) or addresses(own)):
        return None
    lower = own.lower()
    hinted = len(words) <= _ALLUSION and _hints(lower) >= _ENOUGH
    return ZoneKind.FURNITURE if hinted or any(p.search(lower) for _, p in _patterns("asks")) else None


def _hints(lower: str) -> int:
    return sum(pattern.search(lower) is not None for pattern in _hint_patterns())


def _is_deck(normal: str, blocks: Sequence[Span], kinds: Sequence[ZoneKind | None], line: int, lead: int) -> bool:
    """Tell whether a sentence between headline and dateline belongs to the headline."""
    short = normal.count(" ", blocks[line].start, blocks[line].end) < _DECK
    below = line > 0 and kinds[line - 1] is ZoneKind.HEADLINE and lead == line + 1
    return short and below and _dateline(normal, blocks[lead]) is not None


# --------------------------------------------------------------------------- parts of paragraphs


def _stamped(normal: str, blocks: Sequence[Span]) -> dict[int, int]:
    """Return where the time ends that opens an entry of a live report; one alone is none."""
    found = {
        i: match.end()
        for i, block in enumerate(blocks)
        if (match := OPENING_TIME.match(normal, block.start, block.end))
    }
    return found if len(found) > 1 else {}


def _pieces(normal: str, block: Span, leads: bool, stamped: int | None) -> list[_Piece]:
    """Return where the zones of a body paragraph begin: dateline, run-in heading, remarks."""
    pieces: list[_Piece] = [(block.start, ZoneKind.BODY)]
    if (end := stamped) or (leads and (end := _dateline(normal, block))):
        pieces = [(block.start, ZoneKind.DATELINE), (end, ZoneKind.BODY)]
    elif not leads and (found := _RUN_IN.match(normal, block.start, block.end)):
        pieces = [(block.start, ZoneKind.HEADLINE), (found.end(), ZoneKind.BODY)]
    for kind, pattern in _patterns("inside"):
        for found in pattern.finditer(normal, block.start, block.end):
            pieces += [(found.start(), kind), (found.end(), ZoneKind.BODY)]
    return [(start, kind) for start, kind in pieces if start < block.end]


def _dateline(normal: str, block: Span) -> int | None:
    found = _DATELINE.match(normal, block.start, min(block.end, block.start + 120))
    if not found:
        return None
    place = found["place"] or ""
    first = place.split(",")[0].strip()
    loud = len(first) > 2 and first.isupper()
    apart = normal[found.end() - 1].isspace()
    settled = "," in place and len(place.split()) <= 6 and apart
    loud = loud and (apart or _OPENER.match(normal, found.end()) is not None)
    return found.end() if found["only"] or found["agency"] or loud or settled else None


def _credit(normal: str, block: Span) -> int | None:
    """Return where the credit at the end of a caption begins."""
    start = max(block.start, block.end - 120)
    if _CREDITED.search(normal, start, block.end) is None:
        return None
    for _, pattern in _patterns("ends"):
        for found in pattern.finditer(normal, start, block.end):
            if found.end() == block.end and found.start() > block.start:
                return found.start()
    return None
