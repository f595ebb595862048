"""Tell whether two statements cannot both hold, by their words: one denies, or the one rises where the other falls."""

from __future__ import annotations

import re

from credtag.caveats import lexicon

_WORD = re.compile(r"[\w'-]+")
_LONG = 4  # letters from which a word carries a meaning
_STEM = 5  # letters by which a word is known in its other forms


def is_negative(text: str) -> bool:
    """Tell whether a statement says that something is not so, or that nothing happens: "never", "the square was calm"."""
    return any(word in lexicon.words("negative") or word.endswith("n't") for word in _words(text))


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry a meaning, in small letters; a name alone tells nothing."""
    words = (word for word in _WORD.findall(text) if len(word) >= _LONG and (word[0].islower() or word[0].isdigit()))
    return frozenset(word[:_STEM] for word in words if word not in lexicon.words("light"))


def oppose(one: str, other: str) -> bool:
    """Tell whether one statement denies where the other does not, or falls where the other rises.

    Example:
        >>> oppose("the boiler had been inspected", "It had not")
        True
        >>> oppose("thefts had tripled", "a fall of 9 percent")
        True
    """
    return is_negative(one) != is_negative(other) or _turns(one, other)


def oppose_in_one_matter(one: str, other: str) -> bool:
    """Tell whether two statements that speak of one thing oppose each other; what rises or falls is taken to be one.

    Example:
        >>> oppose_in_one_matter("she never met the mayor", "the weather was fine")
        False
    """
    return _turns(one, other) or (is_negative(one) != is_negative(other) and not stems(one).isdisjoint(stems(other)))


def _turns(one: str, other: str) -> bool:
    """Tell whether one statement rises and the other falls."""
    ways = (_ways(one), _ways(other))
    return ways in ((frozenset(("rise",)), frozenset(("fall",))), (frozenset(("fall",)), frozenset(("rise",))))


def _ways(text: str) -> frozenset[str]:
    words = frozenset(_words(text))
    return frozenset(way for way in ("rise", "fall") if not words.isdisjoint(lexicon.words(way)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
