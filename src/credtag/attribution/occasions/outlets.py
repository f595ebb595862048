"""Names of outlets in a noun phrase, known, built like one, or introduced by the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from credtag.attribution.occasions import unlisted
from credtag.attribution.occasions.circumstances import DAYS, KIND, WORD, words_of
from credtag.document import outlet_names
from credtag.document.latest import latest
from credtag.records import Document
from credtag.resources import table

_STATION = 3  # letters of the shortest name of a station
_BEFORE_A_TITLE = "|".join(
    rf"(?<=\b{words}{comma} \")"
    for words in (
        *("show", "podcast", "programme", "program", "host of", "hosts of", "told", "tells", "said on", "spoke on"),
        *(
            "appeared on",
            "appearing on",
            "appearance on",
            "appears on",
            "speaking on",
            "guest on",
            "live on",
            "stopped by",
        ),
        *("interview with", "interview on", "interviewed on", "joined", "joining", "called in to", "called into"),
    )
    for comma in ("", ",")
)
_INTRODUCTIONS = (
    re.compile(rf"\b(?:{KIND}) (?P<name>{WORD}(?: (?!{DAYS}){WORD}){{0,3}})(?!\w)"),
    re.compile(  # "The Long Pier, a podcast about the sea"
        rf"(?<![\w&.-])(?<!\w')(?P<name>{WORD}(?: (?:(?:of|the|and|&) )?{WORD}){{0,3}})[\"']?, (?:an?|the) (?:[a-z][\w'-]* |[A-Z][\w.'-]* ){{0,4}}?"
        rf"(?:{KIND})(?=[,.;:)]| (?:about|for|that|which|based|run|published|owned|aimed|devoted|dedicated|covering|on|in|of)\b)"
    ),
    re.compile(
        r"(?P<name>[A-Z](?<=\b[A-Z])[A-Z0-9]+) (?:television|TV|radio|news agency|newspaper|broadcaster)\b"
    ),  # "K1 television"
    re.compile(r"(?P<name>[A-Z](?<=\b[A-Z])[A-Z0-9]{1,4}-(?:TV|FM|AM))\b"),
    re.compile(  # "an interview with Coastal Today with Rita Marsh"
        rf"\b(?:interview (?:with|on)|appear(?:ed|ing|ance)? on|guest on|hosts? of|told) (?:the )?(?P<name>{WORD}(?: {WORD}){{1,3}})"
        rf",? (?:with|hosted by|host|hosts|presenter|anchor) (?={WORD} [A-Z])"
    ),
    re.compile(  # 'the podcast "Deep Water"'
        rf"\"(?:{_BEFORE_A_TITLE})(?P<name>[A-Z][^\".!?]{{2,40}}?)[,.]?\"(?! as\b)"
    ),
)
_ISSUED = re.compile(  # "the October issue of Marquee"
    rf" (?:issue|edition|number) of (?:(?:{KIND}) )?(?P<name>{WORD}(?: {WORD}){{0,3}})(?!\w)"
)
_CAPITAL = re.compile(
    r" (?!(?:Anchor|Chief|Columnist|Correspondent|Editor|Host|Presenter|Reporter)\b)(?:of |and |for |& )?(?:the )?[A-Z][a-z]"
)
_TOLD = re.compile(
    rf"\b(?:told|tells|spoke to|speaking to|interview with) the (?P<name>{WORD}(?: {WORD}){{1,3}})(?! [a-z]+s\b)"
)
_RECALLED = re.compile(
    r"\b(?:told|tells|telling|spoke to|interview with) the (?:newspaper|paper|station|channel|broadcaster|magazine|outlet|network|site|website)\b(?! [A-Z])"
)
_BACK = 1000  # characters before "told the newspaper" in which its name may stand
_NAME_ENDS = re.compile(r"'s\b|\s|$")
_NAME_STARTS = re.compile(rf" (?:of|for) (?:the )?|'s |\b(?:{KIND}),? |\"")


def _looks_like_an_outlet(name: str) -> bool:
    """Tell whether a name of several words is built like an outlet's: "Radio Lumen", "The Harbour Post"."""
    words = outlet_names.bare(name).split()
    if name[:2] in ("a ", "A ") or name[:3] in ("an ", "An "):
        return False  # "a Swedish magazine" is described
    if len(words) < 2:
        return name[:4] in ("The ", "the ") and _looks_like_a_paper(*words)
    if "for" in words or "'s" in words[0] or not any(word[0].isupper() or word[0].isdigit() for word in words):
        return False  # "Ana Sorin for Radio Lumen", "his weekly"
    if "of" in words and not outlet_names.words("tail").isdisjoint(words[words.index("of") + 1 :]):
        return False  # "Ana Sorin of Belmar News": the outlet begins later
    return (
        words[-1] in outlet_names.words("tail")
        or words[0] in outlet_names.words("lead")
        or words[-1] in outlet_names.words("after")
        or words[-1] in outlet_names.words("programme")
    )


def _looks_like_a_paper(word: str) -> bool:
    """Tell whether one word behind "the" is a newspaper's name: "the Courier", "the Star-Ledger"."""
    _, hyphen, last = word.rpartition("-")
    return last in outlet_names.words("paper") or (bool(hyphen) and last in outlet_names.words("tail"))


@latest
def introduced(document: Document) -> frozenset[str]:
    """Return the outlets that an article introduces, and its publisher.

    "The state broadcaster RTK" introduces RTK; behind "the Marlow Chronicle", "the Chronicle" is an outlet too.
    """
    names = {match["name"] for pattern in _INTRODUCTIONS for match in pattern.finditer(document.normal)}
    names |= set(unlisted.find(document.normal))
    names |= {m["name"] for m in _ISSUED.finditer(document.normal) if _printed(document, m.start())}
    tails = outlet_names.words("tail")
    ended = [pair for pair in pairwise(document.words) if pair[1] in tails or pair[1] == "News"]
    short = (word for before, word in ended if word in tails and before[:1].isupper() and before not in ("The", "A"))
    stems = (before for before, word in ended if word == "News" and f"{before} News" in outlet_names.known())
    recalled = _recalled(document)
    publisher = document.publisher or ""
    last = publisher.rpartition(" ")[2]
    own = (publisher, last if last in tails else "")
    found = {outlet_names.bare(name) for name in (*names, *short, *stems, *recalled, *own) if name}
    whole = outlet_names.known() | {publisher}
    return frozenset(name for name in found if name in own or not _begins_with(name, whole))


def _printed(document: Document, end: int) -> bool:
    """Tell whether the word that ends at *end* says which issue of a magazine it is: "October", "latest"."""
    start = document.normal.rfind(" ", 0, end) + 1
    return outlet_names.printed(document.normal[start:end])


def _begins_with(name: str, outlets: Set[str]) -> bool:
    """Tell whether a name is that of an outlet and more: "Radio Lumen Tonight" is Radio Lumen's."""
    words = name.split()
    return any(" ".join(words[:n]) in outlets for n in range(1, len(words)) if words[n] != "&")


def _recalled(document: Document) -> Iterator[str]:
    """Yield who must be an outlet by what it is called later: "told the Belmar Lantern that C … told the newspaper"."""
    for again in _RECALLED.finditer(document.normal):
        told = list(_TOLD.finditer(document.normal, max(again.start() - _BACK, 0), again.start()))
        if told and told[-1]["name"].rpartition(" ")[2] not in _bodies():
            yield told[-1]["name"]


@cache
def _bodies() -> frozenset[str]:
    """Return the last words of the names of bodies that are no outlets: "the Belmar Council"."""
    return frozenset(row["name"] for row in table("lexicon/organisations.tsv") if row["part"] == "head")


def is_on_air(name: str, outlets: frozenset[str]) -> bool:
    """Tell whether a name is that of an outlet or, by one of its words, of a programme: "Radio Lumen Tonight"."""
    bare = outlet_names.bare(name)
    return bare in outlet_names.known() or bare in outlets or not words_of("aired").isdisjoint(bare.split())


def outlet(words: str, outlets: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """Return the place of the outlet's name in the noun phrase *words*, or None when it names none.

    Args:
        words: The noun phrase.
        outlets: Names that the article introduces as those of outlets.

    Example:
        >>> outlet("Ana Sorin of Radio Lumen")
        (13, 24)
    """
    described, comma, _ = words.partition(",")
    if comma:  # "a newspaper, the Belmar Times"; "Marquee magazine, Ana Sorin"
        starts = [m.end() for m in _NAME_STARTS.finditer(words)]
        return _named_in(words, starts, outlets) or _named_in(described, [0], outlets)
    return _named_in(words, [0, *(m.end() for m in _NAME_STARTS.finditer(words))], outlets)


def _named_in(words: str, starts: Sequence[int], outlets: frozenset[str]) -> tuple[int, int] | None:
    ends = [m.start() for m in _NAME_ENDS.finditer(words)]
    for fits in (
        lambda name: outlet_names.bare(name) in outlet_names.known() or outlet_names.bare(name) in outlets,
        _looks_like_an_outlet,
    ):
        for start in starts:
            for end in reversed(ends):
                if end > start and fits(words[start:end]) and not _goes_on(words, start, end):
                    owner = words.find("'s ", start, end)  # "Radio Lumen's Breakfast Hour"
                    return start, owner if owner > start and fits(words[start:owner]) else end
    return None


def _goes_on(words: str, start: int, end: int) -> bool:
    """Tell whether one word that may be an outlet only begins a longer name: "the National Association".

    A station goes on with its programme, a paper with its town: "CBS This Morning", "the Star-Ledger of Milltown".
    """
    name = outlet_names.bare(words[start:end])
    if " " in name or _CAPITAL.match(words, end) is None:
        return False
    if words.startswith(" of ", end) and _looks_like_a_paper(name):
        return False
    station = name.isupper() and len(name) >= _STATION
    return not station or words.rpartition(" ")[2] in _bodies()
