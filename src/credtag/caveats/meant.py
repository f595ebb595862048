"""Tell which claims a remark means by its words: "the memo", "her account", "the ministry's figures", "neither claim"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from attrs import frozen

from credtag.caveats import lexicon
from credtag.caveats.claims import Claims
from credtag.caveats.opposition import is_counted
from credtag.labels import Kind, Stance
from credtag.records import Source, Sources, Span

_BEFORE, _BEHIND = 80, 60  # characters around a remark in which its noun stands
_TOPIC = re.compile(r"\s*(?:that|about|of|over|regarding) (?P<topic>[^.;,\"]{3,100})")
_WORD = re.compile(r"[\w-]{4,}")
_NOT_CLAIMED = frozenset((Stance.ASKS, Stance.WANTS, Stance.UNCOMMITTED, Stance.DENIES))
_MAKERS = {
    "he": (Kind.PERSON,),
    "she": (Kind.PERSON,),
    "they": (Kind.GROUP, Kind.ORGANISATION, Kind.GOVERNMENT),
    "it": (Kind.OUTLET, Kind.ORGANISATION, Kind.GOVERNMENT, Kind.DOCUMENT),
}
_OF_IT = re.compile(r"\A\s*(?:(?:for|of|to (?:support|back)(?: up)?) )?")
_NEITHER = re.compile(r"(?:Neither|Both)\b(?! of\b)", re.IGNORECASE)
_TELLINGS = frozenset(("account", "version", "story", "testimony"))  # nouns for all that somebody has just told
_PASSIVE = re.compile(r"\b(?:be|been|was|were|is|are)\b")


class Phrase(NamedTuple):
    """What a remark calls the claims that it is about."""

    noun: str
    pair: bool  # neither, both
    pronoun: str | None
    owner: str | None  # "ministry" of "the ministry's figures"
    topic: frozenset[str]  # the words of what it is said to be about: "the claim that the dam leaks"

    @property
    def single(self) -> str:
        """The noun in the singular."""
        return "story" if self.noun == "stories" else self.noun.removesuffix("s")

    @property
    def is_thing(self) -> bool:
        """Tell whether it can be shown: "the memo", not "the claim"."""
        return self.single in lexicon.words("thing")


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<pair>neither|both)(?: of the| sides?'s?| part(?:y's|ies'))?|(?P<pronoun>his|her|its|their)|(?P<owner>[\w.-]+)'s?"
        r"|the|this|that|these|those|such) (?:(?!of\b|that\b|and\b)[\w-]+ ){0,2}?(?P<noun>"
        + lexicon.slot("saying")
        + r")(?!-)",
        re.IGNORECASE,
    )


def phrase(before: str, words: str, after: str) -> Phrase | None:
    """Return how a remark calls what it is about.

    Args:
        before: The words before it in its sentence.
        words: Its own.
        after: The words behind it.

    Example:
        >>> phrase("The ministry's figures ", "could not be verified", ".")
        Phrase(noun='figures', pair=False, pronoun=None, owner='ministry', topic=frozenset())
        >>> phrase("The council ", "rejected the accusation", "")
        Phrase(noun='accusation', pair=False, pronoun=None, owner=None, topic=frozenset())
    """
    text, start = before + words + after, len(before)
    found: re.Match[str] | None
    if own := list(_phrases().finditer(text, start, start + len(words))):
        found = own[-1]
    elif _PASSIVE.search(words):
        found = next(reversed(list(_phrases().finditer(before))), None)
    else:
        found = _phrases().match(text, len(text) - len(_OF_IT.sub("", after, count=1)))
    if found is None:
        return Phrase("claims", True, None, None, frozenset()) if _NEITHER.match(words) else None
    topic = _TOPIC.match(text, found.end())
    pronoun, owner = found["pronoun"], found["owner"]
    return Phrase(
        found["noun"].lower(),
        found["pair"] is not None,
        pronoun and pronoun.lower(),
        owner and owner.lower(),
        frozenset(_WORD.findall(topic["topic"] if topic else "")) - lexicon.words("light"),
    )


@frozen
class Meaning:
    """The claims and sources of an article, to find in them what a phrase means."""

    claims: Claims
    sources: Sources

    def phrase(self, words: Span, sentence: Span) -> Phrase | None:
        """Return how the remark at *words* calls what it is about."""
        normal = self.claims.document.normal
        return phrase(
            normal[max(sentence.start, words.start - _BEFORE) : words.start],
            normal[words.start : words.end],
            normal[words.end : min(sentence.end, words.end + _BEHIND)],
        )

    def claims_of(self, called: Phrase | None, sentence: Span) -> Sequence[int]:
        """Return the claims before a sentence that it calls so; without a phrase the last one."""
        earlier = [i for i in self.claims.before(sentence) if self._means(i, called)]
        if called is None:
            return earlier[:1]
        if called.is_thing and (i := self.claims.introduced(called.single, sentence)) is not None:
            return (i,)
        if called.single in lexicon.words("count"):
            earlier = [i for i in earlier if self._counts(i)] or earlier
        if called.owner is not None and not called.pair:
            every = (i for i in self.claims.earlier(sentence) if self._means(i, called))
            return self._by((*earlier, *every), lambda source: _named(source, called.owner))
        if not earlier:
            return ()
        if called.pair:
            ids = self.claims.ids
            other = next((n for n, i in enumerate(earlier) if ids[i] != ids[earlier[0]]), None)
            return earlier[:2] if other is None else (*self._of_one(earlier), *self._of_one(earlier[other:]))
        if called.pronoun is not None:
            last = self._by(earlier, lambda source: _fits(source, called.pronoun))
            return self._of_one(earlier[earlier.index(last[0]) :]) if last and called.single in _TELLINGS else last
        return self._of_one(earlier) if called.noun != called.single and not called.is_thing else earlier[:1]

    def made_by(self, maker: str, words: Span, sentence: Span) -> int | None:
        """Return the claim by whom a remark is about: of its own sentence, else the last one; by a pronoun only the one just made."""
        pronoun = maker.lower()
        if pronoun in _MAKERS:
            near = [
                i
                for i in self.claims.before(sentence, 1)
                if self._claims(i, lambda source: source.kind in _MAKERS[pronoun])
            ]
            return next(iter(self._within(sentence, words.start) or near), None)
        name = maker.lower().removesuffix("'s").split()[-1]
        by = (*self._within(sentence, 0), *self.claims.before(sentence), *self.claims.earlier(sentence))
        return next((i for i in by if self._claims(i, lambda source: _named(source, name))), None)

    def _within(self, sentence: Span, start: int) -> Sequence[int]:
        """Return the claims that a sentence reports from a place on."""
        return [i for i in self.claims.told_in(sentence) if self.claims.cue_start(i) >= start]

    def _claims(self, i: int, fits: Callable[[Source], bool]) -> bool:
        source = self.sources.get(self.claims.ids[i])
        return source is not None and self.claims.attributions[i].stance not in _NOT_CLAIMED and fits(source)

    def _means(self, i: int, called: Phrase | None) -> bool:
        """Tell whether a phrase can mean a claim: somebody says that it is so, of what the phrase is said to be about."""
        if self.claims.attributions[i].stance in _NOT_CLAIMED:
            return False
        return called is None or called.is_thing or self._is_about(i, called)

    def _of_one(self, earlier: Sequence[int]) -> Sequence[int]:
        """Return the claims of the last source."""
        last = self.claims.ids[earlier[0]]
        return tuple(takewhile(lambda i: self.claims.ids[i] == last, earlier))

    def _counts(self, i: int) -> bool:
        return is_counted(self.claims.text(i))

    def _is_about(self, i: int, called: Phrase) -> bool:
        """Tell whether a claim shares a word with what a phrase is said to be about, if it says so."""
        return not called.topic or not called.topic.isdisjoint(_WORD.findall(self.claims.text(i)))

    def _by(self, earlier: Sequence[int], fits: Callable[[Source], bool]) -> Sequence[int]:
        """Return the last claim by a source that fits."""
        for i in earlier:
            source = self.sources.get(self.claims.ids[i])
            if source is not None and fits(source):
                return (i,)
        return ()


def _named(source: Source, owner: str | None) -> bool:
    return owner is not None and owner in (source.name or "").lower().split()


def _fits(source: Source, pronoun: str | None) -> bool:
    if pronoun in ("his", "her"):
        return source.kind in (Kind.PERSON, Kind.UNKNOWN)
    words = (source.name or "").split()
    return source.kind is not Kind.PERSON or len(words) == 1 or "and" in words  # "Kompas" may be a channel
