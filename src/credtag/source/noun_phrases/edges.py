"""Find where a noun phrase begins and ends: without marks, adverbs, times, appositions and clauses around it."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.noun_phrases import heads
from credtag.source.proper_names.names import Name
from credtag.source.register.entities import Register

_SPELLS = frozenset(
    ("morning", "afternoon", "evening", "night", "day", "week", "weekend", "month", "year", "summer", "winter")
)
_WHEN = frozenset(("this", "last", "next", "earlier"))
BREAKS = frozenset((",", "(", "--", ";", ":", "[", "..."))
MARKS = frozenset((*BREAKS, ".", '"', "'", "``", "''", ")", "-", "?", "!", "]"))
_BEHIND_FINDING = (("by",), ("on",), ("in",), ("at",))
_SUBJECTS = frozenset(("the", "he", "she", "it", "they", "we", "his", "her", "its", "their", "our"))
_ASKED = frozenset(("interviewed", "polled", "surveyed", "quoted"))
_TRAILING = frozenset(("'s", "himself", "herself", "itself", "themselves", "each"))  # "Tresk himself"
_JOINED = 6  # tokens from a comma between adjectives to their noun
_QUOTES = frozenset(('"', "``", "''"))


class Edges:
    """Finds the edges of the noun phrases of one document."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.words, self.lowers = register.words, register.lowers

    def trimmed(self, start: int, end: int, names: Sequence[Name]) -> tuple[int, int]:
        """Leave out marks and adverbs around a phrase, and the mark of a genitive that stands for the whole."""
        adverbs = lexicon.words("adverb")
        while start < end and (self.words[start] in MARKS or (self.lowers[start] in adverbs and end - start > 1)):
            if self.past_approximation(start, end) > start or self._both(start, end):  # "as many as 40 voters"
                break
            start += 1
        while start < end and (self.words[end - 1] in MARKS or (self.lowers[end - 1] in _TRAILING and end - start > 1)):
            if any(n.end == end for n in names):
                break
            end -= 1
        if any(n.end == end for n in names):
            return start, end
        last = end - self._time(start, end)  # "a new ad Thursday", "a poll released last week"
        if last < end and self.lowers[last - 1] not in lexicon.nouns() and self._done(last - 1):
            last -= 1
        noun = self.lowers[last - 1] in lexicon.nouns() or any(n.end == last for n in names)
        return (start, last) if noun else (start, end)

    def _both(self, start: int, end: int) -> bool:
        """Tell whether "both" counts what follows: "both employers", not "both the mayor and her aides"."""
        return self.lowers[start] == "both" and end - start == 2 and heads.noun(self.lowers[start + 1]).plural

    def _time(self, start: int, end: int) -> int:
        """Return how many words at the end of a phrase only say when."""
        calendar = lexicon.words("calendar")
        if end - start > 2 and self.words[end - 1][:1].isupper() and self.lowers[end - 1] in calendar:
            return 1
        near = end - start > 3 and self.lowers[end - 2] in _WHEN
        return 2 if near and self.lowers[end - 1] in _SPELLS | calendar else 0

    def _done(self, at: int) -> bool:
        """Tell whether the word at *at* is a participle."""
        return self.lowers[at].endswith("ed") or self.lowers[at] in lexicon.words("participle")

    def stop(self, start: int, end: int, names: Sequence[Name]) -> int:
        """Return the end of the core: before an apposition or a relative clause."""
        inner = {k for n in names for k in range(n.start, n.end)}
        relatives, tokens = lexicon.words("relative"), self.register.document.tokens
        for k in range(start + 1, end):
            word = self.lowers[k]
            spaced = word == "-" and tokens.starts[k] > tokens.ends[k - 1]
            behind = self.lowers[k + 1 : k + 2]
            found = (
                word in lexicon.words("finding") or word in _ASKED
            ) and behind in _BEHIND_FINDING  # "a letter seen by"
            found = found or self._lately(start, k) or self._clause(k)
            noun = lexicon.nouns().get(self.lowers[k - 1]) if word in _QUOTES else None
            titled = noun is not None and noun.kind is Kind.DOCUMENT  # 'Ana Sorin's book "The Long Tide"'
            if word == "," and (self._lists(k, end) or self._joins(start, k, end)):  # "artists, writers and actors"
                continue
            governed = self.lowers[k - 1] in lexicon.words("preposition")  # "on that accident"
            relative = word in relatives and not governed
            if k not in inner and (word in BREAKS or relative or spaced or found or titled):
                return k
        return end

    def _lately(self, start: int, k: int) -> bool:
        """Tell whether an adverb and a participle go on behind a noun: "a report recently written for"."""
        word, behind = self.lowers[k], self.lowers[k + 1 : k + 2]
        adverb = word.endswith("ly") or word in lexicon.words("adverb")
        return adverb and bool(behind) and self._done(k + 1) and k - 1 > start and self.lowers[k - 1] in lexicon.nouns()

    def _clause(self, k: int) -> bool:
        """Tell whether a clause without a pronoun begins behind a document: "a study the town commissioned from"."""
        noun = lexicon.nouns().get(self.lowers[k - 1]) if self.lowers[k] in _SUBJECTS else None
        return noun is not None and noun.kind is Kind.DOCUMENT

    def _lists(self, comma: int, end: int) -> bool:
        """Tell whether a comma stands between plurals that a list joins: "artists, writers and actors"."""
        nouns = lexicon.nouns()
        around = [nouns.get(w) for w in (self.lowers[comma - 1], *self.lowers[comma + 1 : comma + 2])]
        return all(n is not None and n.plural for n in around) and "and" in self.lowers[comma:end]

    def _joins(self, start: int, comma: int, end: int) -> bool:
        """Tell whether a comma stands between adjectives of a noun behind them: "the harsh, one-sided headline"."""
        nouns, begins = lexicon.nouns(), lexicon.words("definite") | lexicon.words("indefinite")
        before, behind = self.words[start + 1 : comma], self.lowers[comma + 1 : min(comma + _JOINED, end)]
        plain = (
            before and len(before) < _JOINED and all(w.islower() and heads.noun(w).kind is Kind.UNKNOWN for w in before)
        )
        if not plain or self.lowers[start] not in begins or not behind or behind[0] in begins:
            return False
        noun = next((n for n, w in enumerate(behind) if w in nouns or w in MARKS or w in lexicon.words("relative")), 0)
        adjectives = lexicon.words("preposition").isdisjoint(behind[:noun]) and (
            noun == 1 or "-" in behind[0] or not self._done(comma + 1)
        )
        return noun > 0 and behind[noun] in nouns and adjectives

    def past_approximation(self, start: int, stop: int) -> int:
        """Step over "at least", "as many as", "more than" before a number."""
        for size in (3, 2, 1):
            if " ".join(self.lowers[start : start + size]) in lexicon.words("approximation") and start + size < stop:
                return start + size
        return start


def before_time(words: Sequence[str], lowers: Sequence[str], end: int) -> int:
    """Step back from *end* over what only says where or when: "demonstrators here", "the senator on Tuesday"."""
    last, calendar = lowers[end - 1], lexicon.words("calendar")
    if last in lexicon.words("whereabouts"):
        return end - 1
    if end > 2 and lowers[end - 2] in _WHEN and last in _SPELLS | calendar:
        return end - 2
    if last in calendar and words[end - 1][0].isupper():
        return end - 1 - (lowers[end - 2] in ("on", "in"))
    return end
