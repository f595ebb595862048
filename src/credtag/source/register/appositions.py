"""Read what stands beside a name to tell what it is: "Kompas, a tabloid", "Harbour Stay, which owns", "a channel, Belmar Watch,"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import evolve

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.noun_phrases import heads
from credtag.source.proper_names.names import Name
from credtag.source.register.entity import BODIES

_KINDS = BODIES | {Kind.GROUP, Kind.DOCUMENT}
_OPEN = ((",",), ("(",), ("--",))  # before what tells of a name
_ENDS = frozenset((",", ".", ")", "which", "that", "who"))
_CLOSES = ((",",), (".",), (";",))
_DETERMINERS = frozenset(("a", "an", "'s", "his", "her", "its", "their"))
_ANY_FIRM = frozenset(("giant", "maker", "corporation", "supplier", "provider", "developer", "operator", "producer"))
_EXAMPLE = frozenset(("like", "including"))
_ADJECTIVES = 3  # tokens from "her" to a noun for a relative
_REACH = 9  # tokens of an apposition


def told(names: Sequence[Name], lowers: Sequence[str]) -> Sequence[Name]:
    """Give a name of several words the kind that one of its mentions tells: "the company Harbour Stay", "Harbour Stay, which"."""
    long = [n for n in names if len(n.words) > 1 and not n.place]
    kinds = {n.words: n.kind for n in long if n.kind in BODIES}
    for name in long:
        kind = kind_behind(name, lowers) or _kind_before(name, lowers)
        if kind is not None and (
            name.kind in (Kind.GROUP, None)
            or (name.kind is Kind.ORGANISATION and kind is Kind.OUTLET)
            or (name.kind is Kind.GOVERNMENT and noun_behind(name, lowers) in lexicon.words("no-office"))
        ):
            kinds[name.words] = kind
    kinds |= {n.words: Kind.PERSON for n in names if len(n.words) == 1 and n.kind is None and _related(n, lowers)}
    examples = ((n.words, _exemplified(n, lowers)) for n in names if n.kind is None and not n.place)
    kinds |= {words: kind for words, kind in examples if kind is not None}
    known = (Kind.ORGANISATION, Kind.GOVERNMENT, Kind.GROUP, None)
    return [evolve(n, kind=kinds[n.words]) if n.kind in known and n.words in kinds else n for n in names]


def _related(name: Name, lowers: Sequence[str]) -> bool:
    """Tell whether a name of one word is that of somebody's relative: "her son Mahadev", "Sorin's wife, Donna, drove"."""
    apart = lowers[name.start - 1 : name.start] == (",",)
    if name.start < 2 or name.place or (apart and lowers[name.end : name.end + 1] not in _CLOSES):
        return False
    noun = name.start - 1 - apart
    owned = not _DETERMINERS.isdisjoint(lowers[max(noun - _ADJECTIVES, 0) : noun])
    return owned and lowers[noun] in lexicon.words("kin") | lexicon.words("spouse")


def _exemplified(name: Name, lowers: Sequence[str]) -> Kind | None:
    """Return the kind of bodies for which a name is an example: "employers such as Vantrel", "broadcasters, including Dnes"."""
    end = name.start - (1 if lowers[name.start - 1] in _EXAMPLE else 2)
    if end < 1 or (end == name.start - 2 and lowers[end : name.start] != ("such", "as")):
        return None
    noun = lexicon.nouns().get(lowers[end - 1 - (lowers[end - 1] == ",")])
    bodily = noun is not None and noun.plural and noun.kind in (Kind.ORGANISATION, Kind.OUTLET)
    return noun.kind if noun is not None and bodily else None


def sort(name: Name, lowers: Sequence[str]) -> frozenset[str]:
    """Return the sort of body that the words around a name tell: "the regulator Fairgas", "Kompas, the newsletter"."""
    beside = (lowers[name.start - 1], noun_behind(name, lowers), _noun_before(name, lowers))
    nouns = lexicon.nouns()
    hosted = lexicon.words("hosted")
    printed = (word for word in beside if word in hosted or (word in nouns and nouns[word].kind is Kind.OUTLET))
    return _sorts().intersection(beside).union(printed)


@cache
def _sorts() -> frozenset[str]:
    """Return the nouns that sort bodies: those of the trades of firms among them."""
    trades = lexicon.words("firm") - lexicon.words("generic-body") - _ANY_FIRM
    return lexicon.words("sort") | lexicon.words("apposed sort") | trades


def _noun_before(name: Name, lowers: Sequence[str]) -> str:
    """Return the noun to which a name is an apposition: "service" of "the security service, the KNT,"."""
    start = name.start - (lowers[name.start - 1] == "the")
    apart = start > 1 and lowers[start - 1] == "," and lowers[name.end : name.end + 1] in _CLOSES
    return lowers[start - 2] if apart else ""


def kind_behind(name: Name, lowers: Sequence[str]) -> Kind | None:
    """Return the kind of body that an apposition or relative clause tells."""
    k = name.end
    if lowers[k : k + 1] in _OPEN and lowers[k + 1 : k + 2] == ("which",):
        before = lowers[name.start - 1] if name.start else ""
        return Kind.ORGANISATION if before not in lexicon.words("preposition") else None
    at = _noun_at(name, lowers)
    if at is None:
        return None
    word, noun = lowers[at], _known_noun(lowers, at)
    if word in lexicon.words("hosted"):
        return Kind.OUTLET  # "Belmar Facts, a website"
    if word in lexicon.words("sort") and noun is not None and lowers[k + 1] != "the":
        return Kind.ORGANISATION  # "Fair Belmar, a tariff watchdog"; "the tariff watchdog" is a public body
    return noun.kind if noun is not None and noun.kind in _KINDS and not noun.plural else None


def noun_behind(name: Name, lowers: Sequence[str]) -> str:
    """Return the head noun of an apposition: "tabloid" of "Kompas, a tabloid known for"."""
    at = _noun_at(name, lowers)
    return "" if at is None else lowers[at]


def _known_noun(lowers: Sequence[str], at: int) -> lexicon.Noun | None:
    """Return what a noun says of its bearer, with the word before it where the two are one: "oil major"."""
    return lexicon.nouns().get(f"{lowers[at - 1]} {lowers[at]}") or lexicon.nouns().get(lowers[at])


def _noun_at(name: Name, lowers: Sequence[str]) -> int | None:
    """Return where the head noun of an apposition stands."""
    k = name.end
    if lowers[k : k + 1] not in _OPEN or lowers[k + 1 : k + 2] not in (("a",), ("an",), ("the",)):
        return None
    stop = min(k + 1 + _REACH, len(lowers))
    head = heads.head(lowers, k + 1, next((j for j in range(k + 1, stop) if lowers[j] in _ENDS), stop))
    return None if head is None or (lowers[k + 1] == "the" and not _closes(lowers, head + 1)) else head


def _closes(lowers: Sequence[str], at: int) -> bool:
    """Tell whether an apposition may end before *at*: not "her son Karvo, the church said"."""
    return at >= len(lowers) or lowers[at] in _ENDS or lowers[at] in lexicon.words("preposition")


def _kind_before(name: Name, lowers: Sequence[str]) -> Kind | None:
    """Return the kind of body behind which a name is set: "a rival channel, Belmar Watch,", "her law firm, Sorin Vale."."""
    apart = lowers[name.start - 1 : name.start] == (",",) and lowers[name.end : name.end + 1] in _CLOSES
    noun = lexicon.nouns().get(lowers[name.start - 2]) if apart else None
    if noun is None or noun.plural or noun.kind not in (Kind.OUTLET, Kind.ORGANISATION):
        return None
    if noun.kind is Kind.OUTLET:
        return Kind.OUTLET if lowers[name.end] == "," else None
    before = lowers[max(name.start - _REACH, 0) : name.start - 2]
    return None if _DETERMINERS.isdisjoint(before) or "the" in before else Kind.ORGANISATION
