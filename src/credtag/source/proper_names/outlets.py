"""Recognise outlets, agencies, broadcasters and channels, known ones and, by pattern, unknown ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from credtag.document import outlet_names
from credtag.resources import table
from credtag.source import lexicon

_SURE_TAILS = frozenset(("News", "Tribune", "Gazette", "Newswire", "Newspaper", "Magazine", "TV", "Radio"))


@frozen
class Outlet:
    """A row of the registry of outlets: facts only, never a rating."""

    outlet_id: str
    name: str
    kind: str
    country: str
    domain: str
    handle: str


@cache
def registry() -> Mapping[tuple[str, ...], Outlet]:
    """Return the known outlets by each of their names, as words without a leading article."""
    found: dict[tuple[str, ...], Outlet] = {}
    for row in table("outlets.tsv"):
        entry = Outlet(row["id"], row["name"], row["kind"], row["country"], row["domain"], row["handle"])
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            found.setdefault(_key(name), entry)
    return found


def _key(name: str) -> tuple[str, ...]:
    words = name.replace("&", " & ").replace("/", " / ").replace("'s", " 's").split()
    return tuple(words[1:] if words[0] in ("The", "the") and len(words) > 1 else words)


@cache
def _articled() -> frozenset[tuple[str, ...]]:
    """Names of one word that are an outlet only behind their article: The Hill, The Age, The Sun."""
    bare = {
        _key(n) for r in table("outlets.tsv") for n in (r["name"], *r["aliases"].split(";")) if n and n[:4] != "The "
    }
    the = {_key(n) for r in table("outlets.tsv") for n in (r["name"], *r["aliases"].split(";")) if n[:4] == "The "}
    return frozenset(key for key in the - bare if len(key) == 1)


def needs_article(word: str) -> bool:
    """Tell whether *word* names an outlet only behind its article."""
    return (word,) in _articled()


@cache
def lower_starts() -> frozenset[str]:
    """Return the first words of the outlets that are written small: dpa, de Volkskrant, the i."""
    return frozenset(key[0] for key in registry() if key[0][0].islower())


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for key in registry():
        lengths[key[0]].add(len(key))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}


def known(words: Sequence[str], at: int) -> tuple[int, Outlet] | None:
    """Find the known outlet whose name starts at *at* in *words*, the longest first.

    Returns:
        The index behind its last word and the outlet, or None.
    """
    for size in _lengths().get(words[at], ()):
        key = tuple(words[at : at + size])
        entry = registry().get(key)
        if entry is not None and (key not in _articled() or (at > 0 and words[at - 1] in ("The", "the"))):
            return at + len(key), entry
    return None


_MEDIA = {
    "broadcaster": "aired",
    "channel": "aired",
    "newspaper": "printed-on",
    "magazine": "printed-on",
    "journal": "printed-on",
    "agency": "wire",
    "site": "hosted",
}
_SORTS = ("aired", "printed-on", "wire", "hosted")


def nouns_like(noun: str) -> frozenset[str]:
    """Return the nouns for outlets of the same medium as *noun*: "station" and "broadcaster"; none where any may be meant.

    Example:
        >>> sorted(nouns_like("newswire"))
        ['agency', 'newswire', 'wire']
    """
    return next((words for m in _SORTS if noun in (words := lexicon.words(m))), frozenset())


def may_be(name: str, noun: str) -> bool:
    """Tell whether the outlet *name* may be called *noun*: a newspaper is no "channel".

    Example:
        >>> may_be("Radio Belmar", "paper"), may_be("Radio Belmar", "station"), may_be("Kompas", "paper")
        (False, True, True)
    """
    nouns, words = nouns_like(noun), name.split()
    entry = registry().get(_key(name)) if nouns and words else None
    if entry is not None:
        medium = _MEDIA.get(entry.kind)
        return medium is None or nouns == lexicon.words(medium)
    tells = (m for m in _SORTS if any(w.lower() in lexicon.words(m) for w in words))
    medium = next(tells, "printed-on" if words and words[-1] in outlet_names.words("paper") else None)
    return not nouns or medium is None or nouns == lexicon.words(medium)


def is_site(words: Sequence[str]) -> bool:
    """Tell whether a name is a site's: "Lumen.com", a known site.

    Example:
        >>> is_site(("Lumen", ".", "com")), is_site(("Belmar", "Echo"))
        (True, False)
    """
    entry = registry().get(tuple(words))
    return (len(words) > 2 and words[-1].islower() and words[-2] == ".") or (entry is not None and entry.kind == "site")


_WIRES = (("News", "Agency"), ("Press", "Agency"), ("News", "Service"), ("News", "Network"))


def made_like(name: Sequence[str], articled: bool) -> bool:
    """Tell whether *name* is built like an outlet's: "Belmar News", "The Belmar Echo", "Radio Belmar"."""
    if len(name) > 1 and name[-1] in outlet_names.words("programme"):
        return name[-2].lower() not in lexicon.words("exhibit")  # "the Belmar Air Show"
    if len(name) > 2 and name[-2:] in _WIRES:
        return True
    if len(name) < 2 or (name[0] in lexicon.first_names() and not articled):
        return False
    if name[-1] in _SURE_TAILS or name[0] in outlet_names.words("lead"):
        return True
    return name[-1] in outlet_names.words("tail") and (articled or len(name) == 2)
