"""Find the full names that acronyms in brackets confirm: "the Alliance to Rebuild Our Harbours (AROH)"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from credtag.labels import Kind
from credtag.source.names import Name, untitled

_FEWEST = 3  # letters of an acronym
_SMALL = frozenset(("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "the", "to", "with", "&", "-", "'s"))


def spelt_out(words: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Join what stands before an acronym in brackets to one name, as far left as its letters are initials.

    Example:
        >>> words = tuple("the Alliance to Rebuild Our Harbours ( AROH )".split())
        >>> parts = [Name(1, 2, ("Alliance",)), Name(5, 6, ("Harbours",)), Name(7, 8, ("AROH",))]
        >>> [name.text for name in spelt_out(words, parts)]
        ['Alliance to Rebuild Our Harbours', 'AROH']
    """
    found: list[Name] = []
    for name in names:
        bracket = name.start - 1
        if _in_brackets(words, name) and (start := _reach(words, bracket, name.text)) is not None:
            parts = len(found)
            while parts and found[parts - 1].start >= start:
                parts -= 1
            if len(found) - parts != 1 or found[-1].end != bracket:  # no name yet
                whole = untitled(start, bracket, tuple(words[start:bracket]))
                found[parts:] = [evolve(whole, kind=whole.kind or Kind.ORGANISATION, place=False)]
        found.append(name)
    return found


def _in_brackets(words: Sequence[str], name: Name) -> bool:
    acronym = len(name.words) == 1 and len(name.text) >= _FEWEST and name.text.isupper()
    return acronym and words[name.start - 1] == "(" and tuple(words[name.end : name.end + 1]) == (")",)


def _reach(words: Sequence[str], end: int, acronym: str) -> int | None:
    """Return where the words before *end* begin whose initials are *acronym*; small words may have none."""
    at = end
    for k in range(len(acronym) - 1, -1, -1):
        at -= 1
        while at > 0 and words[at].lower() in _SMALL and words[at][0] != acronym[k]:
            at -= 1
        if at < 0 or words[at][0] != acronym[k]:
            return None
    return at
