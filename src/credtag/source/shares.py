"""Find shares of those asked: "54 per cent of voters", "another 19%", "eight out of 10"."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.source import lexicon

_NUMERALS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "half")
)
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


def _number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMERALS
