"""Chunks: the words of one noun phrase, without a parser, by closed-class words, capitals and marks."""

from __future__ import annotations

from credtag.attribution.syntax import grammar as g
from credtag.attribution.syntax.grammar import Scope

LONGEST = 40
_CLOSED = g.AUXILIARY | g.NOMINATIVE | g.SUBORDINATOR | g.RELATIVE | g.MARK | g.QUOTE | g.REFLEXIVE
ARTICLE = g.DETERMINER | g.POSSESSIVE
_INNER = frozenset(("'s", "'", ".", "/"))  # marks inside a phrase: "Stanley B. Moss", "a Lumen/Kompas poll"


def chunk_start(scope: Scope, stop: int, floor: int) -> int | None:
    """Scan left over the words of one noun phrase."""
    kinds, lowers = scope.kinds, scope.lowers
    i = stop - 1
    start: int | None = None
    joined: int | None = None  # where the phrase begins when an "and" turns out to join clauses
    floor = max(floor, stop - LONGEST)
    while i >= floor:
        kind, word = kinds[i], lowers[i]
        if i + 1 in scope.back:
            begin = scope.back[i + 1]
            if start is not None and i + 1 - begin <= 6 and not kinds[i - 1] & g.MARK:
                i, start = begin - 1, begin
                continue
            break
        if word == ")":
            opening = next((k for k in range(i - 1, max(floor - 1, i - 12), -1) if lowers[k] == "("), None)
            if opening is None:
                break
            start, i = opening, opening - 1
            continue
        if word == "and" or word == "or" or word == "&":
            if start is None or i == floor or kinds[i - 1] & _CLOSED:
                break
            joined = start if joined is None else joined
            i -= 1
            continue
        if word == "per" and start is not None and lowers[i + 1] == "cent":
            start, i = i, i - 1
            continue
        if word in _INNER:
            if start is None and word != ".":
                break
            start, i = start if start is not None else i, i - 1
            continue
        if (
            kind & g.CAPITAL
            and not kind & (g.DETERMINER | g.POSSESSIVE)
            and not (kind & _CLOSED or kind & g.PREPOSITION)
        ):
            if kind & g.MOMENT:
                break
            start = i
            i -= 1
            continue
        if (
            kind & _CLOSED
            or (kind & g.MOMENT)
            or (kind & g.ADVERB and not kind & g.DETERMINER and not scope.is_a(i + 1, g.PAST))
        ):
            if joined is not None and kind & (g.AUXILIARY | g.NOMINATIVE | g.ADVERB):
                return joined
            break
        if kind & g.PREPOSITION:
            if (
                start is None
                or not kind & g.COMPLEMENT
                or i == floor
                or kinds[i - 1] & (_CLOSED | g.PREPOSITION | g.COORDINATOR | g.ADVERB)
            ):
                if start is not None and i == floor:
                    return _tail(scope, start, stop)
                break
            i -= 1
            continue
        if kind & g.COORDINATOR:
            break
        start = i
        i -= 1
        if kind & ARTICLE:
            before = kinds[i] if i >= floor else 0
            word = lowers[i] if i >= floor else ""
            if not (before & (g.PREPOSITION | ARTICLE) or word in ("and", "&")):
                if joined is not None and i >= floor and not kinds[i] & (g.MARK | g.QUOTE | g.SUBORDINATOR):
                    return joined
                break
    return start


def _tail(scope: Scope, start: int, stop: int) -> int:
    """After "In Ohio Monday the mayor": return where the last noun phrase begins."""
    for i in range(stop - 1, start - 1, -1):
        if scope.kinds[i] & ARTICLE:
            return i
    i = stop - 1
    while i > start and scope.kinds[i - 1] & g.CAPITAL and not scope.kinds[i - 1] & g.TIME:
        i -= 1
    return i


def chunk_end(scope: Scope, start: int, ceiling: int) -> int:
    """Scan right over the words of one noun phrase."""
    kinds, lowers = scope.kinds, scope.lowers
    if start >= ceiling:
        return start
    if kinds[start] & g.NOMINATIVE or (kinds[start] & g.REFLEXIVE):
        return start + 1
    if lowers[start] == "her" and start + 1 < ceiling and kinds[start + 1] & ARTICLE:
        return start + 1  # "assured her the dam was safe"
    i = start
    linked = True  # a preposition, article or the beginning has just been read
    ceiling = min(ceiling, start + LONGEST)
    while i < ceiling:
        kind, word = kinds[i], lowers[i]
        if i in scope.jump:
            if scope.jump[i] - i > 6:
                break
            i, linked = scope.jump[i], False
            continue
        if word == "(":
            closing = next((k for k in range(i + 1, min(ceiling, i + 12)) if lowers[k] == ")"), None)
            if closing is None:
                break
            i = closing + 1
            continue
        if word in (".", "/"):
            i += 1
            continue
        if word in ("'s", "'", "&", "and", "-"):
            if word == "and" and (
                i + 1 >= ceiling or kinds[i + 1] & (_CLOSED | g.ADVERB | g.PAST) or lowers[i + 1].endswith("ing")
            ):
                break
            if word == "-" and not (
                kinds[i - 1] & g.CAPITAL and i + 1 < ceiling and kinds[i + 1] & g.CAPITAL and _touching(scope, i)
            ):
                break
            i, linked = i + 1, True
            continue
        if word in ("who", "which", "that", "whose") and not linked:
            return _clause_end(scope, i, ceiling)
        if kind & _CLOSED:
            break
        if not linked and (moment := _moment_end(scope, i, ceiling)) > i:
            if scope.text(moment) not in ("by", "from"):
                break
            i = moment  # "a report this week by the institute"
            continue
        if kind & ARTICLE and not kind & g.NUMBER and not linked:
            break
        if kind & g.PREPOSITION:
            if not kind & g.COMPLEMENT or linked or adjunct(scope, i, ceiling):
                break
            i, linked = i + 1, True
            continue
        if kind & g.COORDINATOR:
            break
        if kind & g.ADVERB and not kind & (g.DETERMINER | g.CAPITAL) and not linked:
            break
        i, linked = i + 1, bool(kind & ARTICLE)
    while i > start + 1 and (kinds[i - 1] & g.PREPOSITION or lowers[i - 1] in ("and", "-")):
        i -= 1
    return i


def _moment_end(scope: Scope, i: int, ceiling: int) -> int:
    """Return where a time that begins at token *i* ends ("Monday", "this week"), or *i* where none does."""
    if scope.kinds[i] & g.MOMENT:
        return i + 1
    if scope.kinds[i] & g.ORDERING and i + 1 < ceiling and scope.kinds[i + 1] & (g.TIME | g.MONTH):
        return i + 2
    return i


def _touching(scope: Scope, i: int) -> bool:
    tokens = scope.reading.document.tokens
    return tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] == tokens.starts[i + 1]


def _clause_end(scope: Scope, i: int, ceiling: int) -> int:
    while i < ceiling and scope.lowers[i] not in (",", ";", ":"):
        i = scope.jump.get(i, i + 1)
    return min(i, ceiling)


def adjunct(scope: Scope, i: int, ceiling: int) -> bool:
    """Tell whether the preposition at *i* begins a time or a channel: "on Monday", "in a statement"."""
    for k in range(i + 1, min(i + 5, ceiling)):
        kind = scope.kinds[k]
        if kind & (g.CHANNEL | g.MOMENT | g.MONTH | g.TIME) or (
            k == i + 1 and kind & g.NUMBER and scope.lowers[i] in ("in", "on")
        ):
            return scope.lowers[i] not in ("of", "by", "for")
        if kind & (g.PREPOSITION | g.MARK):
            return False
    return False
