"""The patterns of caveats and of their certainty, read from data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from attrs import frozen

from credtag.labels import Category, Certainty, Kind
from credtag.resources import table

_VERBS = r"(?!(?:is|are|was|were|has|have|had|been|be|also|now|once)\b)"
NAME = rf"{_VERBS}(?:the |an? )?(?:[\w.'-]+ ){{0,5}}?[\w.'-]+"  # the agent of "accused by …": a short noun phrase


@frozen
class Row:
    """One pattern: what it says (category), where it stands (shape) and whether it can cap a level."""

    number: int
    category: Category
    shape: str
    manner: str  # which claim it is about, or attached: only in passing, about a source; see the table
    caps: bool
    pattern: re.Pattern[str]
    needs: frozenset[str] = frozenset()  # words of which one must stand in the sentence beside a trigger

    @property
    def of_source(self) -> bool:
        """Tell whether it speaks of a source, not of a claim."""
        return self.shape in ("before", "link", "object", "possessor", "speaker", "teller")


_SLOT = re.compile(r"\{(?P<name>[a-z_]+)\}")


@cache
def slot(name: str) -> str:
    """Return the pattern of a slot, which may be made of others, or of a class of words."""
    for row in table("lexicon/caveats_slots.tsv"):
        if row["slot"] == name:
            return filled(row["pattern"])
    return rf"(?:{'|'.join(sorted(words(name)))})\b"


def filled(pattern: str) -> str:
    """Return a pattern with its {slots} and {classes of words} filled in."""
    return _SLOT.sub(lambda found: slot(found["name"]), pattern)


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a class."""
    return frozenset(
        word for row in table("lexicon/caveats_words.tsv") if row["class"] == name for word in row["words"].split()
    )


@cache
def bases() -> Mapping[str, str]:
    """Return the base form of each form of an irregular verb: "took" and "taken" are forms of "take"."""
    return {
        form: row["verb"]
        for row in table("lexicon/irregular_verbs.tsv")
        for form in (row["verb"], *row["forms"].split())
    }


@cache
def _kinds() -> Mapping[str, Kind]:
    return {row["noun"]: Kind(row["kind"]) for row in table("lexicon/role_nouns.tsv")}


def kind_of(noun: str) -> Kind | None:
    """Return the kind of source that a noun means, None when it is not known."""
    return _kinds().get(noun)


def _called(triggers: str) -> Iterator[str]:
    """Yield the words that call for a row, given one by one or as a {class}."""
    for cell in triggers.split():
        found = _SLOT.fullmatch(cell)
        yield from (cell,) if found is None else words(found["name"])


def _shape(cell: str) -> tuple[str, str]:
    shape, _, manner = cell.partition(" ")
    return shape, manner or "near"


@cache
def rows() -> tuple[Row, ...]:
    """Return the patterns of caveats, in the order of their table."""
    return tuple(
        Row(
            n,
            Category(row["category"]),
            *_shape(row["shape"]),
            row["caps"] == "yes",
            re.compile(filled(row["pattern"])),
            frozenset(_called(row["triggers"].partition("&")[2])),
        )
        for n, row in enumerate(table("lexicon/caveats.tsv"))
    )


@cache
def triggers() -> Mapping[str, tuple[Row, ...]]:
    """Return the rows to try for each word, given in lower case."""
    found: dict[str, list[Row]] = {}
    for row, raw in zip(rows(), table("lexicon/caveats.tsv"), strict=True):
        for word in _called(raw["triggers"].partition("&")[0]):
            found.setdefault(word, []).append(row)
    return {word: tuple(some) for word, some in found.items()}


def fitting(words: Collection[str]) -> Iterator[Row]:
    """Yield the rows that one of *words* calls for, in their order, each once."""
    called = {row.number: row for word in words for row in triggers().get(word, ())}
    return (called[n] for n in sorted(called))


@cache
def _certainties() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["certainty"], re.compile(row["pattern"].replace("{name}", NAME))) for row in table("lexicon/certainty.tsv")
    )


def certainty(before: str, words: str) -> tuple[Certainty | None, str | None]:
    """Tell how firmly a caveat is put, and who is said to put it so.

    Args:
        before: The words of its clause before the caveat.
        words: The caveat.

    Returns:
        The certainty, None when the clause says that there is no such thing, and the agent where one is named.

    Example:
        >>> certainty("is believed to have ", "ties to the police")
        (<Certainty.HEDGED: 'hedged'>, None)
        >>> certainty("has no known ", "ties to the police")
        (None, None)
    """
    for name, pattern in _certainties():
        on_the_left = name in ("none", "denied")
        found = pattern.search(before) if on_the_left else pattern.search(before + words)
        if found is not None:
            agent = found.groupdict().get("agent")
            return (None if name == "none" else Certainty(name)), agent
    return Certainty.ASSERTED, None
