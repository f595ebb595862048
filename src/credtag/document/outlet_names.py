"""What outlets are called: the names of known ones, and the words that others are built of."""

from __future__ import annotations

from functools import cache

from credtag.resources import table


@cache
def known() -> frozenset[str]:
    """Return the names and aliases of the outlets in the list, without "The"."""
    names = (name for row in table("outlets.tsv") for name in (row["name"], *row["aliases"].split(";")) if name)
    return frozenset(map(bare, names))


@cache
def words(place: str) -> frozenset[str]:
    """Return the words that make a name an outlet's from *place*.

    They are its last word (tail), its first (lead), the noun before or behind it (before, after), what it is aired or hosted on
    (medium), what a programme ends with (programme), and the last words that stand for the whole: "the Post" (paper). Before
    a capital article stand the cues of telling and relaying (told), behind its name the verbs of reporting (reports). Which
    "issue of" it is tells that an outlet follows (issue).
    """
    return frozenset(row["word"] for row in table("lexicon/outlet_words.tsv") if row["place"] == place)


def bare(name: str) -> str:
    """Return a name without "The"."""
    return name[4:] if name[:4] in ("The ", "the ") else name


def printed(word: str) -> bool:
    """Tell whether *word* before "issue of" says that an outlet follows, not a matter: "the October issue of Marquee".

    Example:
        >>> printed("October"), printed("Sunday's"), printed("thorny")
        (True, True, False)
    """
    return word.lower().removesuffix("'s") in words("issue")
