"""Find shares of those asked: "54 per cent of voters", "another 19%", "eight out of 10", "two-thirds"."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.source import lexicon

_NUMERALS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "half")
)
_ONES = _NUMERALS | {"a"}
_FRACTIONS = frozenset(("third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "majority"))
_LEADING = frozenset(("about", "around", "roughly", "nearly", "almost", "only", "just"))
_MARKS = (("%",), ("percent",), ("per", "cent"), ("pct",))
_AMONG = (("in",), ("out", "of"), ("of",))


def end(lowers: Sequence[str], start: int, stop: int) -> int | None:
    """Return the token behind the share with which the words [start, stop) begin, if they do.

    Example:
        >>> end(tuple("eight out of 10 voters".split()), 0, 5), end(tuple("two voters".split()), 0, 2)
        (4, None)
    """
    k = start + (
        start < stop and not _number(lowers[start]) and lowers[start] in _LEADING | lexicon.words("indefinite")
    )
    if k >= stop or not _number(lowers[k]):
        return None
    for mark in _MARKS:
        if tuple(lowers[k + 1 : k + 1 + len(mark)]) == mark:
            return k + 1 + len(mark)
    for among in _AMONG:
        last = k + 1 + len(among)
        if tuple(lowers[k + 1 : last]) == among and last < stop and _number(lowers[last]):
            return last + 1
    return None


def is_fraction(lowers: Sequence[str], start: int, stop: int) -> bool:
    """Tell whether the words [start, stop) are a part of those asked.

    Example:
        >>> [is_fraction(tuple(w.split()), 0, 2) for w in ("nearly half", "a third", "a clerk")]
        [True, True, False]
    """
    words = tuple(lowers[start + (start < stop and lowers[start] in _LEADING) : stop])
    fraction = words[-1].rsplit("-", 1)[-1] if words else ""
    counted = len(words) == 2 and words[0] in _ONES and fraction in _FRACTIONS
    return counted or words == ("half",) or (len(words) == 1 and "-" in words[0] and fraction in _FRACTIONS)


def _number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMERALS
