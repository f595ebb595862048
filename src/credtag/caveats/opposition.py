"""Tell whether two statements cannot both hold, by their words: one denies, or the one rises where the other falls."""

from __future__ import annotations

import re

from credtag.caveats import lexicon

_WORD = re.compile(r"[\w'-]+")
_PRONOUN = re.compile(
    r"\b(?:[Ss]he|[Hh]e|[Ii]t|[Tt]hey) (?:has|have|had|is|are|was|were|do|does|did|will|would|can|could|should)\b"
)
_POLLED = re.compile(
    r"\b(?:percent|per cent|majority|half|voters|respondents|polls?|polling|surveys?)\b|%"
)  # they answer a question, nobody
_BEHIND_HEAD = re.compile(r" (?:of|from|by|at|in|on|seen|taken|obtained|reviewed|shared|filed)\b")
_COUNTED = re.compile(
    r"\d|\b(?:dozens?|hundreds?|thousands?|millions?|doubled|half|third|fifth|quarter|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_SUFFIX = re.compile(r"(?:ing|ed|es|[sed])$")
_LONG = 4  # letters from which a word carries a meaning
_STEM = 5  # letters by which a word is known in its other forms


def is_negative(text: str) -> bool:
    """Tell whether a statement says that something is not so, or that nothing happens: "never", "the square was calm"."""
    return any(word in lexicon.words("negative") or word.endswith("n't") for word in _words(text))


def is_counted(text: str) -> bool:
    """Tell whether a statement gives a number."""
    return _COUNTED.search(text) is not None


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry a meaning, in small letters; a name alone tells nothing."""
    words = (word for word in _WORD.findall(text) if len(word) >= _LONG and (word[0].islower() or word[0].isdigit()))
    return frozenset(_SUFFIX.sub("", word)[:_STEM] for word in words if word not in lexicon.words("light"))


def oppose(one: str, other: str) -> bool:
    """Tell whether one statement denies where the other does not, or falls where the other rises.

    Example:
        >>> oppose("the boiler had been inspected", "It had not")
        True
        >>> oppose("thefts had tripled", "a fall of 9 percent")
        True
    """
    return is_negative(one) != is_negative(other) or _turns(one, other)


def in_one_matter(one: str, other: str) -> bool:
    """Tell whether two statements share a word that carries a meaning, or say that something rises or falls."""
    return _turns(one, other) or not stems(one).isdisjoint(stems(other))


def takes_up(denial: str, verb: str, claim: str) -> bool:
    """Tell whether a denial has the verb of a claim: "she has not left"; without a pronoun it has another of its words too.

    Example:
        >>> takes_up("The troops have not left the valley", "left", "his men had left the valley")
        True
    """
    told = stems(claim)
    if stems(verb).isdisjoint(told):
        return False
    return _PRONOUN.search(denial) is not None or len(stems(denial) & told) > 1


def can_answer(by: str) -> bool:
    """Tell whether a phrase means somebody who can deny: no share of those asked, no records, which contradict."""
    head = _BEHIND_HEAD.split(by.lower(), maxsplit=1)[0].split()[-1:]
    return _POLLED.search(by) is None and lexicon.words("exhibit").isdisjoint(head)


def _turns(one: str, other: str) -> bool:
    """Tell whether one statement rises and the other falls."""
    ways = (_ways(one), _ways(other))
    return ways in ((frozenset(("rise",)), frozenset(("fall",))), (frozenset(("fall",)), frozenset(("rise",))))


def _ways(text: str) -> frozenset[str]:
    words = frozenset(_words(text))
    return frozenset(way for way in ("rise", "fall") if not words.isdisjoint(lexicon.words(way)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
