"""Find the head noun of a description and what it says of its bearer."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.lexicon import Noun

_GROUP_ENDINGS = ("ers", "ors", "ists", "ians", "ants", "ents", "men", "women", "ees", "crats", "ives")
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "ant", "ee", "crat", "man")
_NOUN_ENDINGS = ("s", "er", "or", "ist", "ian", "man", "ant", "ee")
_ADJECTIVES = frozenset(
    ("outside", "inside", "close", "near", "present", "loyal", "responsible")
)  # prepositions elsewhere
_NO_PLURAL = ("ss", "ous", "us")


def head(lowers: Sequence[str], start: int, stop: int) -> int | None:
    """Return the head noun: the last word before the first preposition, or the last known noun there."""
    nouns, prepositions, participles = lexicon.nouns(), lexicon.words("preposition"), lexicon.words("participle")
    stop = _without_place(lowers, start, stop)
    limit, known = start, None
    for k in range(start, stop):
        word = lowers[k]
        if k > start and word in prepositions:
            if (
                known is None and word in _ADJECTIVES and k + 1 < stop and lowers[k + 1] in nouns
            ):  # "two outside experts"
                continue
            break
        if word not in nouns and known == k - 1 and (word.endswith(("ing", "ed")) or word in participles):
            break  # "a study showing", "a letter seen"
        if word[0].isalnum():
            limit = k
            known = k if word in nouns else known
    if known is not None and (known == limit or not _nounlike(lowers[limit])):
        return known
    return limit if start < stop and lowers[limit][0].isalnum() else known


def _without_place(lowers: Sequence[str], start: int, stop: int) -> int:
    """Step back over the words that say where someone is: "a florist two streets away", "the couple upstairs"."""
    last = lowers[stop - 1]
    if stop - start < 3 or last not in lexicon.words("whereabouts"):
        return stop
    if last == "door":
        return stop - 2 if lowers[stop - 2] == "next" else stop
    counted = stop - start > 3 and lowers[stop - 3] in lexicon.words("indefinite") and last in ("away", "down", "up")
    return stop - 3 if counted else stop - 1


def _nounlike(word: str) -> bool:
    return word.endswith(_NOUN_ENDINGS) and not word.endswith(_NO_PLURAL)


def noun_at(lowers: Sequence[str], at: int, start: int) -> Noun:
    """Return what the noun at *at* says of its bearer, with the word before it where the two are one: "central bank"."""
    nouns = lexicon.nouns()
    before = f"{lowers[at - 1]} {lowers[at]}" if at > start else ""
    return nouns.get(before) or nouns.get(" ".join(lowers[at : at + 2])) or noun(lowers[at])


def noun(word: str) -> Noun:
    """Return what a noun says of its bearer, by the lexicon or by its ending.

    Example:
        >>> noun("pamphleteers")
        Noun(kind=<Kind.GROUP: 'group'>, plural=True, gender='u')
    """
    found = lexicon.nouns().get(word) or lexicon.nouns().get(word.rsplit("-", 1)[-1])
    if found is not None:
        return found
    if word.endswith("-year-old"):
        return Noun(Kind.PERSON)
    common = lexicon.words("no-person")
    if word.endswith(_GROUP_ENDINGS) and len(word) > 5 and word not in common and word[:-1] not in common:
        return Noun(Kind.GROUP, plural=True)
    if word.endswith(("woman", "lady", "girl")):
        return Noun(Kind.PERSON, gender="f")
    if word.endswith(_PERSON_ENDINGS) and len(word) > 4 and word not in common:
        return Noun(Kind.PERSON, gender="m" if word.endswith("man") else "u")
    return Noun(Kind.UNKNOWN, plural=word.endswith("s") and not word.endswith(_NO_PLURAL))
