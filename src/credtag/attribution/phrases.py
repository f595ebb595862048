"""Noun phrases without a parser: by closed-class words, capitals and commas."""

from __future__ import annotations

from credtag.attribution import grammar as g
from credtag.attribution.grammar import Scope

_LONGEST = 40
AGENT = 12  # tokens of "by the members of the council"
_SHORT = 15  # tokens of an insertion between a cue and "that"
_CLOSED = g.AUXILIARY | g.NOMINATIVE | g.SUBORDINATOR | g.RELATIVE | g.MARK | g.QUOTE | g.REFLEXIVE
_WORDS = g.AUXILIARY | g.IRREGULAR | g.PAST | g.MARK | g.PREPOSITION  # what no relative clause follows
_ARTICLE = g.DETERMINER | g.POSSESSIVE
_INNER = frozenset(("'s", "'", ".", "/"))  # marks inside a phrase: "Stanley B. Moss", "a Lumen/Kompas poll"

_CHARGED = g.words("accused suspected charged convicted guilty")
UPSTREAM = g.words("citing quoting")


def left(scope: Scope, stop: int, floor: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before token *stop*: the subject of a verb to its right."""
    while stop > floor and scope.kinds[stop - 1] & (g.TIME | g.ORDERING) and not scope.kinds[stop - 1] & g.CAPITAL:
        stop -= 1
        if stop > floor and scope.kinds[stop - 1] & g.ORDERING:
            stop -= 1
    i = stop - 1
    if i < floor:
        return None
    if (
        scope.text(i) == "it" and i - 3 >= floor and scope.text(i - 2) == "who"
    ):  # "the clerk who wrote it | had admitted"
        start = chunk_start(scope, i - 2, floor)
        return None if start is None else (start, stop)
    if scope.kinds[i] & g.NOMINATIVE and scope.text(i) not in ("there",):
        return i, stop
    if scope.text(i) in ("who", "which"):
        return i, stop
    if scope.text(i).endswith(("self", "selves")):  # "the clerk himself"
        return left(scope, i, floor)
    if scope.text(i) == ",":
        return _apposed(scope, stop, floor)
    if scope.kinds[i] & g.REFLEXIVE and scope.text(i - 1) == "of" and i - 2 >= floor:
        return i - 2, stop  # "one of them"
    start = chunk_start(scope, stop, floor)
    if start is not None and (accused := _accused(scope, start, floor)) is not None:
        start = accused
    return None if start is None else (start, stop)


def _accused(scope: Scope, start: int, floor: int) -> int | None:
    """Return where the subject begins of which a charge is told before *start*: "a man accused of stealing | a boat said"."""
    of = start - 2
    if of - 2 < floor or scope.lowers[of] not in ("of", "with") or not scope.lowers[of + 1].endswith("ing"):
        return None
    if scope.lowers[of - 1] not in _CHARGED or scope.kinds[of - 2] & (g.AUXILIARY | g.ADVERB | g.MARK):
        return None
    return chunk_start(scope, of - 1, floor)


def chunk_start(scope: Scope, stop: int, floor: int) -> int | None:
    """Scan left over the words of one noun phrase."""
    kinds, lowers = scope.kinds, scope.lowers
    i = stop - 1
    start: int | None = None
    joined: int | None = None  # where the phrase begins when an "and" turns out to join clauses
    floor = max(floor, stop - _LONGEST)
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
        if kind & _ARTICLE:
            before = kinds[i] if i >= floor else 0
            word = lowers[i] if i >= floor else ""
            if not (before & (g.PREPOSITION | _ARTICLE) or word in ("and", "&")):
                if joined is not None and i >= floor and not kinds[i] & (g.MARK | g.QUOTE | g.SUBORDINATOR):
                    return joined
                break
    return start


def _tail(scope: Scope, start: int, stop: int) -> int:
    """After "In Ohio Monday the mayor": return where the last noun phrase begins."""
    for i in range(stop - 1, start - 1, -1):
        if scope.kinds[i] & _ARTICLE:
            return i
    i = stop - 1
    while i > start and scope.kinds[i - 1] & g.CAPITAL and not scope.kinds[i - 1] & g.TIME:
        i -= 1
    return i


def _apposed(scope: Scope, stop: int, floor: int) -> tuple[int, int] | None:
    """Return "Ana Sorin, the mayor of Port Lumen," for the token after its last comma."""
    comma = stop - 1
    end = comma
    for _ in range(4):
        begin = _comma_before(scope, comma, floor)
        if begin is None:
            return None
        if _aside(scope, begin + 1, comma):
            return left(scope, begin, floor) if end == comma else None
        if not _describes(scope, begin + 1, comma):
            return None
        start = chunk_start(scope, begin, floor)
        if start is not None and (scope.kinds[start] & (g.CAPITAL | _ARTICLE | g.NUMBER)):
            before = scope.text(start - 1) if start > floor else ""
            if before != ",":
                return _past_relative(scope, start, floor), end
            if begin - start == 1 and scope.kinds[start] & g.NUMBER:  # an age: "Ana Sorin, 56, the mayor"
                comma = begin
                continue
            further = _comma_before(scope, start - 1, floor)
            if further is None or not _describes(scope, further + 1, start - 1):
                return start, end
        comma = begin
    return None


def _past_relative(scope: Scope, start: int, floor: int) -> int:
    """After "the firm that makes the vaccine": return where "the firm" begins, not "the vaccine"."""
    for i in range(start - 1, max(floor, start - _SHORT), -1):
        if scope.lowers[i] in (",", ";", ":") or i + 1 in scope.back:
            break
        if scope.lowers[i] in ("that", "which", "who") and (scope.kinds[i - 1] & _WORDS) == 0:
            begin = chunk_start(scope, i, floor)
            return start if begin is None else begin
    return start


def _aside(scope: Scope, start: int, stop: int) -> bool:
    """Tell whether the words between commas are about the act: "however", "in a statement", "speaking in Lumen"."""
    if start >= stop:
        return False
    kind, word = scope.kinds[start], scope.lowers[start]
    return (bool(kind & (g.PREPOSITION | g.ADVERB | g.SUBORDINATOR | g.MOMENT)) and not kind & g.CAPITAL) or (
        word in ("however", "though", "meanwhile", "too") or (word.endswith("ing") and not kind & g.CAPITAL)
    )


def _comma_before(scope: Scope, comma: int, floor: int) -> int | None:
    i = comma - 1
    while i >= max(floor, comma - _LONGEST):
        if i + 1 in scope.back:
            i = scope.back[i + 1] - 1
            continue
        if scope.lowers[i] == ",":
            return i
        if scope.lowers[i] in (";", ":"):
            return None
        i -= 1
    return None


def _describes(scope: Scope, start: int, stop: int) -> bool:
    """Tell whether the words between two commas can describe a noun: an apposition or a relative clause."""
    if start >= stop:
        return False
    if scope.lowers[start] in ("who", "which", "whose", "where") or scope.lowers[start + 1 : start + 2] == ("whom",):
        return True
    if scope.kinds[start] & (g.NOMINATIVE | g.SUBORDINATOR | g.COORDINATOR | g.QUOTE) and scope.lowers[start] not in (
        "and",
        "once",
    ):
        return False
    relative = False
    i = start
    while i < stop:
        if i in scope.jump:
            i = scope.jump[i]
            continue
        kind = scope.kinds[i]
        relative = relative or scope.lowers[i] in ("who", "which", "that", "whose")
        if kind & (g.AUXILIARY | g.NOMINATIVE) and not relative and scope.lowers[i] != "'s":
            return False
        i += 1
    return True


def right(scope: Scope, start: int, ceiling: int) -> int:
    """Return the end of the noun phrase that begins at token *start*, with appositions and relative clauses."""
    end = _core(scope, start, ceiling)
    while end > start and end < ceiling and scope.lowers[end] == ",":
        close = _comma_after(scope, end, ceiling)
        if not _apposition(scope, end + 1, close):
            break
        if scope.lowers[end + 1] in ("who", "which", "whose"):
            end = close
            continue
        stop = _core(scope, end + 1, close)
        if stop == end + 1:
            break
        end = stop
        if end < close:
            break
    return end


def _comma_after(scope: Scope, comma: int, ceiling: int) -> int:
    i = comma + 1
    while i < ceiling and scope.lowers[i] not in (",", ";", ":", "-"):
        i = scope.jump.get(i, i + 1)
    return min(i, ceiling)


def _apposition(scope: Scope, start: int, stop: int) -> bool:
    if (
        start >= stop
        or scope.kinds[start] & (g.COORDINATOR | g.PREPOSITION | g.ADVERB | g.MOMENT)
        or start in scope.jump
    ):
        return False
    word, kind = scope.lowers[start], scope.kinds[start]
    if (word.endswith("ing") and not kind & g.CAPITAL) or kind & (g.PAST | g.IRREGULAR | g.NOMINATIVE):
        return False
    if kind & g.CAPITAL and not kind & _ARTICLE:
        loose = g.CAPITAL | g.NUMBER | g.COMPLEMENT | g.MARK
        return all(scope.kinds[i] & loose or scope.lowers[i] in ("and", "'s") for i in range(start, stop))
    return _describes(scope, start, stop) and not _predicates(scope, start, stop)


def _predicates(scope: Scope, start: int, stop: int) -> bool:
    """Tell whether words that begin with "the" go on like a clause: "the union reportedly asked"."""
    if scope.lowers[start] in ("a", "an", "who", "which", "whose"):
        return False
    for i in range(start, stop):
        if scope.kinds[i] & g.RELATIVE:
            return i + 1 < stop and bool(scope.kinds[i - 1] & g.PAST)
        if scope.kinds[i] & (g.PAST | g.IRREGULAR | g.ADVERB) and not scope.kinds[i] & g.DETERMINER and i > start + 1:
            return True
    return False


def _core(scope: Scope, start: int, ceiling: int) -> int:
    """Scan right over the words of one noun phrase."""
    kinds, lowers = scope.kinds, scope.lowers
    if start >= ceiling:
        return start
    if kinds[start] & g.NOMINATIVE or (kinds[start] & g.REFLEXIVE):
        return start + 1
    if lowers[start] == "her" and start + 1 < ceiling and kinds[start + 1] & _ARTICLE:
        return start + 1  # "assured her the dam was safe"
    i = start
    linked = True  # a preposition, article or the beginning has just been read
    ceiling = min(ceiling, start + _LONGEST)
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
        if kind & _ARTICLE and not kind & g.NUMBER and not linked:
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
        i, linked = i + 1, bool(kind & _ARTICLE)
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


def before_that(scope: Scope, i: int, ceiling: int) -> int:
    """Return where the next "that" stands, before which the words between a cue and its content end."""
    for k in range(i, min(ceiling, i + _LONGEST)):
        if scope.lowers[k] == "that":
            return k
    return ceiling


def _insertion(scope: Scope, comma: int, ceiling: int) -> int | None:
    """Return the end of ", citing the ministry," or ", without giving proof," before "that": no part of what is said."""
    if scope.lowers[comma] != ",":
        return None
    if scope.is_a(comma + 1, g.PREPOSITION):
        close = _comma_after(scope, comma, ceiling)
        told = scope.text(close + 1) == "that" or close + 1 in scope.jump
        return close + 1 if told and close < min(ceiling, comma + _SHORT) else None
    if scope.text(comma + 1) not in UPSTREAM:
        return None
    end = right(scope, comma + 2, before_that(scope, comma + 2, ceiling))
    return end + 1 if comma + 2 < end < ceiling and scope.lowers[end] == "," else None


def after_adjuncts(scope: Scope, i: int, ceiling: int) -> int:
    """Step over times and places after a cue: "said Tuesday in a statement"."""
    kinds = scope.kinds
    limit = before_that(scope, i, ceiling)
    while i < ceiling:
        kind = kinds[i]
        if kind & (g.MOMENT | g.ADVERB) and not kind & g.DETERMINER:
            i += 1
        elif kind & g.ORDERING and i + 1 < ceiling and kinds[i + 1] & (g.TIME | g.MONTH):
            i += 2
        elif kind & g.PREPOSITION and i + 1 < ceiling and not scope.lowers[i + 1].endswith("ing"):
            end = _core(scope, i + 1, limit)
            if end == i + 1:
                if kinds[i + 1] & (g.MOMENT | g.TIME | g.MONTH):
                    i += 2
                    continue
                break
            i = end
        elif kind & g.MONTH and i + 1 < ceiling and kinds[i + 1] & g.NUMBER:
            i += 2
        elif (after := _insertion(scope, i, ceiling)) is not None:
            i = after
        elif scope.lowers[i] == "ago" or (kind & g.TIME and kinds[i - 1] & (g.MOMENT | g.ORDERING)):
            i += 1
        else:
            break
    return i
