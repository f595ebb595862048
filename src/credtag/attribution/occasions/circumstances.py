"""What words tell of the circumstances of an utterance: the lexicon of occasions, ready to search.

A row (``lexicon/occasions.tsv``) is tried only where one of its trigger words occurs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from credtag.labels import Channel
from credtag.resources import table

PLACES = ("cue", "addressee", "hearer", "scene", "near", "head")  # where a row of the lexicon applies
WORD = r"(?:(?:[A-Z]\.)+|[A-Z0-9][\w&-]*(?:[.']\w+)*(?<!'s))"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAYS = rf"{DAY}\b(?! (?:Times|Telegraph|Post|Mail|Herald))"
_NAME = rf"(?-i:(?:(?:[Tt]he|[Aa]n?) )?(?!{DAYS})(?:{WORD})(?:'s)?(?: (?:(?:of|the|de|del|della|la|le|al|for|and|&|i|in) )?(?!{DAYS}){WORD}(?:'s)?){{0,6}})"
KIND = (
    r"network(?<!social\snetwork)|newspaper|magazine|broadcaster|television|TV|radio|news agency|agency|news channel|channel|website|podcast|station|daily"
    "|weekly|fortnightly|monthly|quarterly|tabloid|broadsheet|newsroom|outlet|(?:television|TV|radio) (?:channel|station)|portal|newswire|wire service|news service|newsletter|bulletin|blog|journal"
    "|(?:news|tech|technology|science|sports?|gossip|celebrity|political|politics|satirical|fact-checking|investigative|financial|business|gaming|travel) site|(?:radio|television|TV|breakfast|morning|evening|news|talk) (?:programme|program|show)"
)
_PHRASE = (  # a full stop inside belongs to an abbreviation: "Gov. Ruth Kal"
    r"(?:[^\x00,;:\"().]|\.(?=\s?\w))+?"
    r"(?=(?<!\x20) (?:that|as (?:saying|reporting|evidence)|who|which|said|reported)\b|[,;:\"()\x00]|\.(?!\s?\w)|$)"
)
_ISSUE = r"(?:(?:the|its|a|an|this|last|[\w']+'s) (?:[\w'-]+ ){0,3}?(?:issue|edition|number|episode|instal?lment|pages) of )?"
_SLOTS = {
    "{outlet}": rf"{_ISSUE}(?P<outlet>(?:(?-i:[A-Z][\w.]*'s (?:state )?)|(?:(?-i:[A-Z][\w.]*'s) )?(?:[a-z][\w'-]* ){{0,3}}(?:(?-i:[A-Z][a-z]+)(?:-[a-z]+)? (?:[a-z-]+ )?)?(?:{KIND}),? \"?|[a-z]{{2,20}}-(?:run|owned|controlled|funded|backed|financed|linked|aligned) )?{_NAME}(?: (?:{KIND})\b)?)",
    "{show}": rf"(?P<show>{_NAME})",
    "{phrase}": _PHRASE,
}
_OUTLET_ENDS = rf"(?:[A-Z0-9]\S*|{KIND})"  # the last word of an outlet
_SPACE = re.compile(r"\[[^]]*\]|( \??)")


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of one class of lexicon/occasions_words.tsv: telling, learning, reporting, reason, event, aired, station, counted, finding or unheard."""
    return frozenset(
        word for row in table("lexicon/occasions_words.tsv") if row["class"] == name for word in row["words"].split()
    )


@frozen
class Row:
    """One pattern of the lexicon, ready to search."""

    sense: str
    channel: Channel
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    verb: re.Pattern[str] | None  # of a pattern that begins with an outlet: what is behind it, quicker to find

    def search(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Find where the pattern matches between *start* and *end*."""
        if self.verb is not None and self.verb.search(text, start, end) is None:
            return iter(())
        return self.pattern.finditer(text, start, end)


@cache
def rows(place: str) -> tuple[Row, ...]:
    """Return the patterns that apply at *place*, one of :data:`PLACES`."""
    found = []
    for row in table("lexicon/occasions.tsv"):
        if row["place"] == place:
            pattern = _filled(row["pattern"])
            before, _, verb = row["pattern"].partition("{outlet} ")
            boundary = r"\b" if row["pattern"][0].isalpha() or row["pattern"].startswith("(?i:") else ""
            found.append(
                Row(
                    row["sense"],
                    Channel(row["channel"]),
                    frozenset(row["triggers"].split()),
                    re.compile(boundary + pattern),
                    re.compile(_filled(f"{_OUTLET_ENDS} {verb}")) if verb and before in ("", "(?:,) ") else None,
                )
            )
    return tuple(found)


def rows_among(place: str, words: frozenset[str]) -> Iterator[Row]:
    """Yield the patterns of *place* that can fire among *words*, in their order."""
    return _index(place).among(words)


@frozen
class _Index:
    """The rows of one place by their triggers, so that only those are tried that can fire."""

    rows: tuple[Row, ...]
    free: tuple[int, ...]  # without triggers
    triggered: dict[str, tuple[int, ...]]

    def among(self, words: frozenset[str]) -> Iterator[Row]:
        """Yield the rows that can fire among *words*, in their order."""
        signs = self.triggered.keys() & words
        numbers = sorted({*self.free, *(n for word in signs for n in self.triggered[word])}) if signs else self.free
        return map(self.rows.__getitem__, numbers)


@cache
def _index(place: str) -> _Index:
    every = rows(place)
    triggered: dict[str, list[int]] = {}
    for n, row in enumerate(every):
        for word in row.triggers:
            triggered.setdefault(word, []).append(n)
    free = tuple(n for n, row in enumerate(every) if not row.triggers)
    return _Index(every, free, {word: tuple(numbers) for word, numbers in triggered.items()})


def _filled(pattern: str) -> str:
    """Fill in the slots of a pattern."""
    for slot, meaning in _SLOTS.items():
        pattern = pattern.replace(slot, meaning)
    return _SPACE.sub(_run_of_spaces, pattern)


def _run_of_spaces(found: re.Match[str]) -> str:
    """Let a space of a pattern stand for a run of them, which is never tried in parts; leave classes of characters alone."""
    return {None: found.group(), " ": " ++", " ?": " *+"}[found[1]]
