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
_NUMERAL = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|(?:thir|for|fif|six|seven|eigh|nine)ty|half|third|quarter|fifth|tenth|dozens?|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    w: str(n)
    for n, w in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2
    )
}
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUFFIX = re.compile(r"(?:ing|ed|es|[sed])$")
_LONG = 4  # letters from which a word carries a meaning
_STEM = 5  # letters by which a word is known in its other forms


def is_negative(text: str) -> bool:
    """Tell whether a statement says that something is not so, or that nothing happens: "never", "the square was calm"."""
    return any(word in lexicon.words("negative") or word.endswith("n't") for word in _words(text))


def is_counted(text: str) -> bool:
    """Tell whether a statement gives a number."""
    return _COUNTED.search(text) is not None


def counts_apart(one: str, other: str) -> bool:
    """Tell whether two statements give numbers, and no two of them are close.

    Example:
        >>> counts_apart("20,000 had marched", "police counted 4,000"), counts_apart("six died", "6 had died")
        (True, False)
    """
    numbers = (_numbers(one), _numbers(other))
    return all(numbers) and not any(_close(n, m) for n in numbers[0] for m in numbers[1])


def _numbers(text: str) -> frozenset[str]:
    """Return the numbers of a statement, years left out."""
    found = (word.replace(",", "").lower() for word in _NUMERAL.findall(text) if not _YEAR.fullmatch(word))
    return frozenset(_NUMBERS.get(word, word) for word in found)


def _close(one: str, other: str) -> bool:
    """Tell whether two numbers are a tenth apart at most."""
    try:
        n, m = sorted((float(one), float(other)))
    except ValueError:
        return one == other
    return m - n <= m / 10


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry a meaning, in small letters; a name alone tells nothing."""
    base = lexicon.bases()
    words = (w for w in _WORD.findall(text) if (len(w) >= _LONG or w in base) and (w[0].islower() or w[0].isdigit()))
    return frozenset(_SUFFIX.sub("", base.get(w, w))[:_STEM] for w in words if w not in lexicon.words("light"))


def oppose(one: str, other: str) -> bool:
    """Tell whether one statement denies where the other does not, or falls where the other rises.

    Example:
        >>> oppose("the boiler had been inspected", "It had not")
        True
        >>> oppose("thefts had tripled", "a fall of 9 percent")
        True
    """
    return is_negative(one) != is_negative(other) or turns(one, other)


def in_one_matter(one: str, other: str) -> bool:
    """Tell whether two statements share a word that carries a meaning, or say that something rises or falls."""
    return turns(one, other) or not stems(one).isdisjoint(stems(other))


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


def is_exhibit(by: str) -> bool:
    """Tell whether a phrase means something that shows rather than says: records, pictures."""
    return not lexicon.words("exhibit").isdisjoint(_BEHIND_HEAD.split(by.lower(), maxsplit=1)[0].split()[-1:])


def can_answer(by: str) -> bool:
    """Tell whether a phrase means somebody who can deny: no share of those asked, no records, which contradict."""
    return _POLLED.search(by) is None and not is_exhibit(by)


def turns(one: str, other: str) -> bool:
    """Tell whether one statement rises and the other falls.

    Example:
        >>> turns("waiting lists were falling", "They have risen every month")
        True
    """
    ways = (_ways(one), _ways(other))
    return ways in ((frozenset(("rise",)), frozenset(("fall",))), (frozenset(("fall",)), frozenset(("rise",))))


def _ways(text: str) -> frozenset[str]:
    words = frozenset(_words(text))
    return frozenset(way for way in ("rise", "fall") if not words.isdisjoint(lexicon.words(way)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
