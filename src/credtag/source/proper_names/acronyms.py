"""Find the full names that acronyms confirm: "the Alliance to Rebuild Our Harbours (AROH)", "the Ministry of Defence … the MoD"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from attrs import evolve

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.proper_names.names import Name, untitled

_FEWEST, _MOST = 3, 6  # letters of an acronym
_LONGEST = 12  # letters of an acronym that may be spelt out elsewhere
_DROPPED = frozenset(("and", "the", "&", "'s", "-"))
_LINKING = frozenset(("of", "for", "and", "the", "to", "on", "&", "in", "against"))
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
                found[parts:] = [_whole(words, start, bracket)]
        found.append(name)
    return _taken_up(words, found)


def forms(words: Sequence[str]) -> frozenset[str]:
    """Return the acronyms that a name of several words may have.

    Example:
        >>> sorted(forms(("Ministry", "of", "Health", "and", "Welfare")))
        ['MHW', 'MOHW', 'MoHW']
    """
    mixed = "".join(w[0] for w in words if w[0].isalpha() and w.lower() not in _DROPPED)
    capital = "".join(w[0] for w in words if w[0].isupper())
    return frozenset((capital, *(form for form in (mixed, mixed.upper()) if len(form) >= _FEWEST)))


def is_one(name: Name) -> bool:
    """Tell whether a name is an acronym, of capitals or with the small letters of small words: "RNC", "S.E.C.", "MoD"."""
    text = name.text.replace(".", "")
    mixed = text.isalpha() and len(text) <= _MOST and text[-1:].isupper() and text[0].isupper() and text[1:2].islower()
    return (
        name.outlet is None
        and len(text.split()[0]) >= _FEWEST
        and (name.text.isupper() or (mixed and len(name.words) == 1))
    )


def _taken_up(words: Sequence[str], names: list[Name]) -> list[Name]:
    """Join the parts of a name of whose initials an acronym elsewhere is made: "the Front for National Renewal … the FNR"."""
    told = frozenset(
        n.text
        for n in names
        if len(n.words) == 1 and len(n.text) <= _LONGEST and is_one(n) and n.text not in lexicon.organisations()
    )
    if not told:
        return names
    begun = frozenset(acronym[:n] for acronym in told for n in range(1, len(acronym) + 1))
    ends = {name.end for name in names}
    found: list[Name] = []
    for name in names:
        if found and name.start < found[-1].end:
            continue
        end = max((end for end in _spelt(words, name, told, begun) if end in ends), default=None)
        if end is not None and (end > name.end or name.kind is None):
            found.append(_whole(words, name.start, end))
        else:
            found.append(name)
    return found


def _whole(words: Sequence[str], start: int, end: int) -> Name:
    whole = untitled(start, end, tuple(words[start:end]))
    return evolve(whole, kind=whole.kind or Kind.ORGANISATION, place=False)


def _spelt(words: Sequence[str], name: Name, told: Set[str], begun: Set[str]) -> Iterator[int]:
    """Yield where the words from a name end whose initials are an acronym; small words may have none.

    *told* are the acronyms, *begun* their beginnings.
    """
    if name.kind is Kind.PERSON or name.title or len(words[name.start]) < _FEWEST:
        return
    waiting = [("", name.start)]
    while waiting:
        letters, k = waiting.pop()
        if letters in told:
            yield k
        taken: set[str] = set()
        for letter, behind in _initials(words, k):
            if letter not in taken and letters + letter in begun:
                taken.add(letter)
                waiting.append((letters + letter, behind))


def _initials(words: Sequence[str], k: int) -> Iterator[tuple[str, int]]:
    """Yield the initials that may come next, of a small word in either case, and where their words end."""
    while k < len(words) and words[k] in _LINKING:
        yield words[k][0], k + 1
        yield words[k][0].upper(), k + 1
        k += 1
    if k < len(words):
        yield words[k][0], k + 1


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
