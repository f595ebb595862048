"""The words that tell sources apart: titles, role nouns, first names, bodies, vague phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from credtag.labels import Kind, Naming
from credtag.resources import table


@frozen
class Noun:
    """What a role noun says of its bearer: "spokeswoman", "officials", "ministry"."""

    kind: Kind
    plural: bool = False
    gender: str = "u"


@frozen
class Title:
    """A word before a name: its class (honorific, office, rank, regnal) and the gender it tells."""

    kind: str
    gender: str


@cache
def titles() -> Mapping[str, Title]:
    """Return the titles by their lower-case form, without a final stop."""
    return {r["title"].lower(): Title(r["class"], r["gender"]) for r in table("lexicon/titles.tsv")}


@cache
def nouns() -> Mapping[str, Noun]:
    """Return the role nouns, singular and plural."""
    found: dict[str, Noun] = {}
    for row in table("lexicon/role_nouns.tsv"):
        kind = Kind(row["kind"])
        found[row["noun"].lower()] = Noun(kind, row["number"] == "plural", row["gender"])
    for noun, entry in tuple(found.items()):
        if not entry.plural:
            many = Kind.GROUP if entry.kind is Kind.PERSON else entry.kind
            found.setdefault(plural(noun), Noun(many, plural=True))
    return found


@cache
def peoples() -> frozenset[str]:
    """Return the groups that take a capital: Republicans, Kurds."""
    return frozenset(
        r["noun"] for r in table("lexicon/role_nouns.tsv") if r["noun"][0].isupper() and r["number"] == "plural"
    )


def plural(noun: str) -> str:
    """Return the regular plural of *noun*."""
    if noun.endswith("man") and noun not in ("human", "german", "shaman"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    if noun.endswith("fe"):
        return noun[:-2] + "ves"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def singulars() -> Mapping[str, str]:
    """Return the nouns for one person by their plural: "senator" by "senators"."""
    return {plural(noun): noun for noun, entry in nouns().items() if entry.kind is Kind.PERSON}


@cache
def first_names() -> Mapping[str, str]:
    """Return the gender (m, f, u) of each first name."""
    return {r["name"]: r["gender"] for r in table("lexicon/first_names.tsv")}


@cache
def governments() -> Mapping[str, str]:
    """Return the class (capital, country, body) of each name that stands for a government."""
    return {r["name"]: r["class"] for r in table("lexicon/governments.tsv")}


@cache
def places() -> frozenset[str]:
    """Return the regions and cities that are no government by themselves."""
    return frozenset(r["name"] for r in table("lexicon/places.tsv"))


@cache
def organisations() -> Mapping[str, Kind]:
    """Return the kind of each organisation known by name."""
    return {r["name"]: Kind(r["kind"]) for r in table("lexicon/organisations.tsv") if r["part"] == "name"}


@cache
def heads() -> Mapping[str, str]:
    """Return the kind that a head word gives a name: "Ministry", "Institute", "Street"."""
    return {r["name"]: r["kind"] for r in table("lexicon/organisations.tsv") if r["part"] == "head"}


@cache
def openers() -> frozenset[str]:
    """Return the words that take a capital only because they open a sentence."""
    return frozenset(r["word"] for r in table("lexicon/openers.tsv"))


@cache
def words(of_class: str) -> frozenset[str]:
    """Return the words of one class of lexicon/word_classes.tsv: preposition, particle, ruling and so on."""
    return _classes().get(of_class, frozenset())


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("lexicon/word_classes.tsv"):
        found[row["class"]].add(row["word"])
    return {each: frozenset(members) for each, members in found.items()}


@cache
def vague(naming: str) -> frozenset[str]:
    """Return the phrases of one sort: unspecified, anonymous or anonymous-word."""
    return frozenset(r["phrase"] for r in table("lexicon/vague.tsv") if r["naming"] == naming)


@cache
def pronouns() -> Mapping[str, tuple[str, str]]:
    """Return the role (third, thing, plural, speaker, addressee, relative) and the gender of each pronoun."""
    return {r["pronoun"]: (r["role"], r["gender"]) for r in table("lexicon/pronouns.tsv")}


def naming_of(words: str) -> Naming | None:
    """Return the naming that a vague or withheld phrase gives its source, if any.

    Example:
        >>> naming_of("a diplomat familiar with the matter")
        <Naming.ANONYMOUS: 'anonymous'>
    """
    if withheld(words) or vague("anonymous-word") & set(words.split()) or any(p in words for p in vague("anonymous")):
        return Naming.ANONYMOUS
    return Naming.UNSPECIFIED if words in vague("unspecified") else None


def withheld(words: str) -> bool:
    """Tell whether *words* say that a source asked to stay unnamed, wherever in the sentence.

    Example:
        >>> withheld("he spoke on condition of anonymity")
        True
    """
    plain = " ".join(words.split()).replace("n't ", " not ")
    return any(phrase in plain for phrase in vague("withheld"))


_FULL = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
}
_FULL |= {
    "lt": "lieutenant",
    "maj": "major",
    "sgt": "sergeant",
    "prof": "professor",
    "dr": "doctor",
    "det": "detective",
    "ag": "attorney",
    "pm": "premier",
    "supt": "superintendent",
    "insp": "inspector",
    "adm": "admiral",
    "cmdr": "commander",
    "pc": "constable",
    "wpc": "constable",
    "dci": "detective",
    "dsi": "detective",
    "cllr": "councillor",
    "coun": "councillor",
    "clr": "councillor",
    "sub-inspector": "inspector",
    "lieutenant-colonel": "colonel",
    "lieutenant-general": "general",
    "major-general": "general",
    "brigadier-general": "general",
    "vice-admiral": "admiral",
    "rear-admiral": "admiral",
    "rev": "reverend",
    "fr": "priest",
    "cpl": "corporal",
    "dsp": "superintendent",
    "acp": "commissioner",
    "td": "lawmaker",
    "adv": "advocate",
}


@cache
def _implied() -> Mapping[str, tuple[str, ...]]:
    return {r["role"]: tuple(r["implies"].split(";")) for r in table("lexicon/role_families.tsv")}


def roles(word: str) -> tuple[str, ...]:
    """Return the roles that *word*, a title or role noun in lower case, gives its bearer.

    Example:
        >>> roles("sen")
        ('senator', 'lawmaker', 'legislator', 'politician', 'member')
    """
    role = _FULL.get(word, word)
    return (role, *_implied().get(role, ()))
