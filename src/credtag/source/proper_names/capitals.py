"""Tell what the capitals of an article are worth: little at the start of a sentence, nothing in a loud headline."""

from __future__ import annotations

from credtag.labels import ZoneKind
from credtag.records import Document, Span
from credtag.source import lexicon

_OPENING = frozenset(("'", '"', "``", "''", "(", ":", "-", "--", "[", "*", "•"))
_CLOSING = frozenset(('"', "'", "''", ")"))


class Capitals:
    """The capitals of one document, and the headlines in which they tell nothing."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words, self.lowers = document.words, document.lowers
        self.n = len(self.words)
        self.sentences = [document.token_range(sentence) for sentence in document.sentences]
        self.openings = frozenset([start for start, _ in self.sentences])
        self.lower_seen = frozenset({w for w in set(self.words) if w[0].islower()})
        self.asked: dict[int, int] = {}  # where names in loud headlines start and end
        self.loud = self._loud()
        self.stops = frozenset(self.asked.values())

    def capital(self, i: int) -> bool:
        """Tell whether the token *i* begins with a capital."""
        return i < self.n and self.words[i][0].isupper()

    def acronym(self, i: int) -> bool:
        """Tell whether the token *i* is all capitals."""
        return len(self.words[i]) > 1 and self.words[i].isupper()

    def opens(self, i: int) -> bool:
        """Tell whether the token *i* stands where any word has a capital: at the start of a sentence, behind a mark."""
        return i in self.openings or (i > 0 and self.words[i - 1] in _OPENING)

    def _loud(self) -> frozenset[int]:
        """Return the tokens of headlines whose every word has a capital: there capitals tell nothing."""
        loud: set[int] = set()
        for sentence, (a, b) in zip(self.document.sentences, self.sentences, strict=True):
            words = [w for w in self.words[a:b] if w[0].isalpha()] if 1 < b - a < 26 else []
            if len(words) < 2:
                continue
            capitals = len(words) > 3 and sum([w[0].isupper() for w in words]) > 0.7 * len(words)
            if (capitals and self._titles(sentence, a, b)) or all(w.isupper() for w in words):
                loud.update(range(a, b))
                if not lexicon.words("announcing").isdisjoint(self.lowers[a:b]):
                    self.asked |= self._announced(a, b)
        return frozenset(loud.difference(*(range(start, stop) for start, stop in self.asked.items())))

    def _titles(self, sentence: Span, a: int, b: int) -> bool:
        """Tell whether a sentence may be a title: a headline, or one without a full stop."""
        last = next((w for w in reversed(self.words[a:b]) if w not in _CLOSING), "")
        return last != "." or self.document.zone_at(sentence.start) is ZoneKind.HEADLINE

    def _announced(self, a: int, b: int) -> dict[int, int]:
        """Return the people whom a loud headline says were interviewed, each from its first token to the one behind.

        Two to four capitals are a name between the edges of the headline, marks and such words as "with" and "on", when they
        begin with a first name or stand where the person asked does: "An Interview With Ana Sorin", "Ana Sorin: …".
        """
        found = {}
        start = a
        for k in range(a, b + 1):
            word = self.lowers[k] if k < b else ""
            within = k < b and self.words[k][0].isupper() and word not in lexicon.words("interview-edge")
            if within or (word == "." and k > start and len(self.words[k - 1]) == 1):
                continue
            first = start
            while first < k and (self.lowers[first] in lexicon.titles() or self.lowers[first] in lexicon.nouns()):
                first += 1  # "Engineer", "President"
            given = next((j for j in range(first, k - 1) if self.words[j] in lexicon.first_names()), None)
            place = self.lowers[start - 1] if start > a else ""
            shown = word == ":" or place in ("with", "interview", "interviews", ":")
            common = not self.lower_seen.isdisjoint(self.lowers[first:k])
            if given is not None and k - given <= 4:
                found[given] = k
            elif shown and not common and 2 <= k - first <= 4:
                found[first] = k
            start = k + 1
        return found
