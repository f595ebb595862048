"""Outlets that no list knows, by how people speak to them or on them: "told Canal 35", "on TBN's 'First Light'"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from credtag.attribution.occasions.circumstances import DAY, words_of
from credtag.document import outlet_names
from credtag.resources import table

_ACRONYM = r"[A-Z](?:[A-Z0-9]|&(?=[A-Z]))+(?:-[A-Z]+)?"
_CANDIDATE = re.compile(  # "TBN", "KBRC", "ByteLedger", "Canal 35"
    rf"\b(?:(?P<numbered>[A-Z]\w+ \d{{1,3}})|(?P<call>[KW][A-Z]{{3}}(?![\w&]))|(?P<acronym>{_ACRONYM})|(?P<camel>(?!(?:Mc|Mac|De|Di|Du|Da|La|Le|Lo|Van|Von|Fitz)[A-Z])[A-Z][a-z]+[A-Z]\w*))(?!\w|[.,]\d)"
)
_ENDS = (  # what stands behind a name that goes on no further
    rf"(?:$|[,.;:)\"?!]| --? | {DAY}\b| (?:a[fst]|about|after|and|before|but|during|earlier|for|from|he|how|if|in|it|last|late|on|over|she|that|the"
    r"|they|this|to|whether|when|where|which|while|who|why|(?:co-)?hosts?|anchors?|presenters?)\b)"
)
_WHEN = (
    rf"(?:{DAY}|on|last|this|earlier|late|early|morning|afternoon|evening|night|week|month|that|which|was|is|to|be|airing|aired|air|broadcast"
    r"|published|recorded|taped|live|exclusively|conducted|radio|television|TV|by|(?:tele)?phone)"
)
_SHOWN = r"(?:appear(?:s|ed|ing|ances?)?|air(?:s|ed|ing)|broadcast|guests?|heard|live|interview(?:s|ed)?|segment)"
_FIRST = r"(?P<first>(?-i:[A-Z][a-z]+) )?"  # "Decode FM"
_NAMED = r"'s (?:(?:own|chief|political|senior|breakfast|morning|evening) )?(?:[a-z-]+ )?[A-Z]"
_CONTEXTS = tuple(
    (frozenset(sorts.split()), re.compile(rf"(?:{before})\Z", re.IGNORECASE), re.compile(behind))
    for sorts, before, behind in (
        (  # "in an interview airing Sunday on TBN"
            "acronym call camel numbered",
            rf"(?:interview(?:s|ed)?|exclusives?|sit-?down|one-on-one|Q&A)(?: (?:{_WHEN} ){{0,6}}?| )(?:with|on|to|for|by) {_FIRST}",
            rf"(?:{_NAMED}|'s \"|{_ENDS})",
        ),
        (
            "acronym call camel numbered",
            rf"(?:s[ai]ts?|sitting) down (?:\w+ ){{0,3}}?(?:with|for|on) {_FIRST}",
            rf"(?:{_NAMED}|'s \"|{_ENDS})",
        ),
        (
            "acronym call camel numbered",
            rf"open(?:s|ed|ing) up (?:\w+ ){{0,3}}?(?:to|with|on) {_FIRST}",
            rf"(?:{_NAMED}|'s \"|{_ENDS})",
        ),
        ("acronym call camel numbered", rf"{_SHOWN} (?:{_WHEN} ){{0,3}}?on ", rf"(?:{_NAMED}|'s \"|{_ENDS})"),
        ("acronym call camel numbered", r"(?:on|to|with|by|told|tells|telling|joined|joins|joining) ", r"'s \"[A-Z]"),
        (
            "acronym call",
            r"(?:spoke|speaking|speaks|said|asked|pressed) (?:\w+ ){0,3}?on ",
            r"'s [A-Z](?!\w+ (?:page|account|feed)\b)",
        ),
        (  # "asked by TBN's Rena Marlow", "told TBN's Rena Marlow"
            "acronym call camel numbered",
            r"(?:(?:asked|pressed|pushed|questioned|interviewed|quizzed|grilled|challenged) (?:\w+ ){0,2}?by|told|tells|telling|tell) (?:host |anchor )?",
            r"'s (?:[a-z-]+ ){0,2}[A-Z][\w.]+ [A-Z]",
        ),
        (
            "acronym call camel numbered",
            r"(?:hosts?|anchors?|presenters?|newscasters?) (?:(?-i:[A-Z])[\w'-]+ ){2,3}(?:of|at|from|on) ",
            r"(?! [A-Z])",
        ),
        (
            "acronym call camel numbered",
            "",
            r" (?:(?:news |talk[- ]show )?(?:co-)?(?:host|anchor|presenter)|newsreader|newscaster) [A-Z][\w'-]+ [A-Z]",
        ),
        (
            "call camel numbered",
            r"(?:told|tells|telling|tell|spoke (?:to|with)|speaking (?:to|with)|talked (?:to|with)) ",
            _ENDS,
        ),
        (  # "in a TBN interview"
            "acronym call camel numbered",
            r"(?:in|during|at|after|from) (?:an?|the|his|her|their|that|one|another) (?:[a-z-]+ )?",
            rf" (?:{DAY} )?(?:interview|town[- ]hall|sit-down)\b",
        ),
    )
)
_BACK = 70  # characters before a name in which it may be told that somebody speaks to it
_OF_A_PEOPLE = ("ish", "ese", "ian")
_ASKING = re.compile(r"\b(?:[Ii]n|[Dd]uring) an? (?P<name>[A-Z][a-z]+(?: & [A-Z][a-z]+)?) interview\b")


def find(text: str) -> Iterator[str]:
    """Yield the names of outlets that a text shows to be ones.

    Example:
        >>> list(find("Ana Sorin told Canal 35 that NASA was late. In an interview with TBN, she said that rain was near."))
        ['Canal 35', 'TBN']
    """
    seen: set[str] = set()
    for found in _CANDIDATE.finditer(text):
        sort, name = found.lastgroup or "", found.group()
        again = name in seen
        seen.add(name)
        if name in outlet_names.known() or (sort == "camel" and again):
            continue  # a firm that the story has been about
        before = text[max(found.start() - _BACK, 0) : found.start()]
        contexts = (
            ahead.search(before)
            for sorts, ahead, behind in _CONTEXTS
            if sort in sorts and behind.match(text, found.end())
        )
        if (context := next(filter(None, contexts), None)) is None:
            continue
        first = context.groupdict().get("first") or ""
        if first or _others().isdisjoint((name, name.partition(" ")[0])):
            yield first + name
    for asking in _ASKING.finditer(text):
        name = asking["name"]
        if name not in _others() and not name.endswith(_OF_A_PEOPLE):
            yield name


@cache
def _others() -> frozenset[str]:
    """Return the names that are no outlets': of bodies, places and peoples, days, and ways to talk."""
    bodies = {row["name"] for row in table("lexicon/organisations.tsv") if row["part"] == "name"}
    agencies = {row["word"] for row in table("lexicon/word_classes.tsv") if row["word"].isupper()}
    peoples = {row["word"] for row in table("lexicon/word_classes.tsv") if row["class"] == "demonym"}
    places = {row["name"] for name in ("places", "governments") for row in table(f"lexicon/{name}.tsv")}
    return frozenset(bodies | agencies | peoples | places | words_of("unheard"))
