"""Find where a name ends: how far its run of capitalised words goes on, over initials, particles and joints."""

from __future__ import annotations

from credtag.document import outlet_names
from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.noun_phrases import heads
from credtag.source.proper_names.capitals import Capitals
from credtag.source.proper_names.names import OURS

_APPOSING = ((",", "a"), (",", "an"), (",", "the"))
_ARTICLES = (("the",), ("a",), ("an",))
_NOT_IN_NAMES = frozenset(("I", "The", "A"))


class Extent:
    """Follows the names of one document to their ends."""

    def __init__(self, capitals: Capitals) -> None:
        self.capitals, self.document = capitals, capitals.document
        self.words, self.lowers, self.n = capitals.words, capitals.lowers, capitals.n
        self.pronouns, self.calendar = lexicon.pronouns(), lexicon.words("calendar")
        self.titles, self.joints, self.particles = lexicon.titles(), lexicon.words("joint"), lexicon.words("particle")

    def end(self, i: int) -> int:
        """Return the index behind the run of capitalised words that starts at *i*."""
        j = i + 1
        while j < self.n and (step := self._step(i, j)):
            j += step
        return j

    def _step(self, start: int, j: int) -> int:
        """Return how many tokens from *j* the run goes on, 0 at its end."""
        word, tokens = self.words[j], self.document.tokens
        gap = self.document.normal[tokens.ends[j - 1] : tokens.starts[j]]
        if "\n" in gap or j in self.capitals.stops or compound(self.words[j - 1]):
            return 0
        if word[0].isupper():
            common = (word in _NOT_IN_NAMES and not self._middle(j)) or (
                self.lowers[j] in self.calendar and not self._surname_month(j)
            )
            ours = word in OURS and self.capitals.capital(j + 1)  # "Rebuild Our Harbours"
            return int(not common and (self.lowers[j] not in self.pronouns or ours or self.capitals.acronym(j)))
        if word.isdigit() and len(word) < 4 and self._channel(start, j):  # "Channel 9", "the outlet Frontline 24"
            return 1
        if word == '"' and self._nicknamed(start, j):
            return 4
        if word == "(":
            return self.bracketed(j) if self.lowers[j - 1] in self.titles else 0
        touching = not gap and j + 1 < self.n and tokens.starts[j + 1] == tokens.ends[j]
        if word == ".":
            short = (
                not gap
                and self._abbreviated(j - 1)
                and self.capitals.capital(j + 1)
                and j + 1 not in self.capitals.openings
            )
            return 2 if short or (touching and self.words[j + 1].isalnum()) else 0
        if word == "-":
            return 2 if touching and self.capitals.capital(j + 1) else 0
        if word in self.joints:
            return self._joint(j)
        if not self.capitals.capital(j + 1):
            doubled = (
                word in self.particles
                and self.words[j + 1 : j + 2]
                and self.words[j + 1] in (*self.particles, "los", "las")
            )
            return (
                3
                if doubled and self.capitals.capital(j + 2)
                else int(word[:3] in ("al-", "el-") and word[3:4].isupper())
            )
        if word in self.particles or word in ("&", "/") or (word == "and" and self._joins_and(start, j)):
            return 2
        return 2 if word in ("'s", "'") and self.owned(start, j) else 0

    def _middle(self, j: int) -> bool:
        """Tell whether a capital is the initial in the midst of a name: "James A. Quill"."""
        return (
            self.words[j + 1 : j + 2] == (".",) and self.capitals.capital(j + 2) and j + 2 not in self.capitals.openings
        )

    def _surname_month(self, j: int) -> bool:
        """Tell whether a month is a name behind another: "Helen May", "Lin Jun", not "the Helen May 3"."""
        dated = j + 1 < self.n and self.words[j + 1][0].isdigit()
        return self.lowers[j] in lexicon.words("month-too") and not dated

    def bracketed(self, j: int) -> int:
        """Go on over a second title or "retired" in brackets: "Major (rtd) Ana Sorin", "Dr (Mrs) Ana Sorin"."""
        if self.words[j : j + 1] != ("(",) or j + 1 == self.n:
            return 0
        stop = j + 2 + (self.words[j + 2 : j + 3] == (".",))
        told = self.lowers[j + 1] in self.titles or self.lowers[j + 1] in lexicon.words("retired")
        return stop + 1 - j if told and self.words[stop : stop + 1] == (")",) and self.capitals.capital(stop + 1) else 0

    def _nicknamed(self, start: int, j: int) -> bool:
        """Tell whether a nickname stands in quotation marks inside a name: 'Marta "Mia" Holm'."""
        given = any(w in lexicon.first_names() or w.lower() in self.titles for w in self.words[start:j])
        return (
            given
            and self.capitals.capital(j + 1)
            and self.words[j + 2 : j + 3] == (self.words[j],)
            and self.capitals.capital(j + 3)
        )

    def _channel(self, start: int, j: int) -> bool:
        """Tell whether a number ends the name of a channel."""
        told = start > 0 and self.lowers[start - 1] in outlet_names.words("before")
        return told or self.words[j - 1] in outlet_names.words("lead")

    def owned(self, start: int, j: int) -> bool:
        """Tell whether a genitive stands inside a body's name: "Women's Institute", "the Karvo Farmers' League"."""
        last, body = self.words[j - 1], lexicon.heads().get(self.words[j + 1], "place") != "place"
        if last in lexicon.words("genitive"):
            return self.words[j + 1] in lexicon.heads()
        if self.lowers[j + 2 : j + 4] in _APPOSING and (last.lower() in lexicon.nouns() or last.lower() in self.titles):
            nouns = map(lexicon.nouns().get, self.lowers[j + 4 : j + 7])
            if any(n is not None and n.kind is Kind.OUTLET for n in nouns):  # "Colonel's Notebook, a channel"
                return True
        many = (self.words[j] == "'" or last.endswith("men")) and heads.noun(last.lower()).plural
        articled = self.words[start] == "The" or self.lowers[start - 1 : start] in (("the",), ("a",))
        if body and self.words[start] in ("St", "Saint"):  # "St. Ann's Hospital"
            return True
        own = last in lexicon.words("eponym") and j - start == 1 and articled
        return body and (own or (many and articled and " ".join(self.words[start:j]) not in lexicon.governments()))

    def _abbreviated(self, i: int) -> bool:
        word = self.words[i]
        return len(word) == 1 or word.lower() in self.titles or word in ("St", "Jr", "Sr", "Mt", "Ft")

    def _joint(self, at: int) -> int:
        """Go on over "of", "for (a)", "on (the)" or "to" inside a body's name or a minister's title."""
        ahead = at + 1 + (self.lowers[at + 1 : at + 2] in _ARTICLES)
        if not self.capitals.capital(ahead) or self.lowers[ahead] in self.calendar:
            return 0
        last = self.words[at - 1]
        if self.words[at] == "of":
            inside = (
                self._friends(at - 1)
                or last in lexicon.heads()
                or last in lexicon.words("office-head")
                or last in lexicon.words("journal")
            )
        else:
            inside = last in lexicon.words("body-for") or (self.words[at] == "for" and self._friends(at - 1))
        return ahead + 1 - at if inside else 0

    def _friends(self, at: int) -> bool:
        """Tell whether a plural with a capital in mid-sentence begins a body's name: "the group Friends of the Bay"."""
        noun = lexicon.nouns().get(self.lowers[at])
        people = (
            noun is not None and noun.kind is Kind.GROUP and noun.plural and self.words[at] not in lexicon.peoples()
        )
        return people and self.words[at][0].isupper() and not (self.capitals.opens(at) or at in self.capitals.loud)

    def _joins_and(self, start: int, at: int) -> bool:
        """Tell whether "and" stands inside a body's name: "Food and Drug Agency", "Ministry of Health and Sport"."""
        left, heads = self.words[start:at], lexicon.heads()
        stop = at + 1
        while stop < min(self.n, at + 5) and self.words[stop][0].isupper():
            stop += 1
        right = self.words[at + 1 : stop]
        if any(w in self.joints for w in left) and left[0] in heads:
            bodies = right[0] in heads or heads.get(right[-1]) == "government"
            return not bodies and not (right[0] in lexicon.first_names() and len(right) > 1)
        word = left[0]
        plain = len(left) == 1 and len(word) > 2 and word.isalpha() and not word.isupper() and len(right) < 4
        known = word in lexicon.first_names() or word in lexicon.governments() or word in lexicon.organisations()
        return (
            plain
            and not known
            and heads.get(right[-1], "place") != "place"
            and self.words[start - 1 : start] != ("and",)
        )


def compound(word: str) -> bool:
    """Tell whether a word with a capital only describes: "Karvo-based", "Lumen-led"."""
    tail = word.rpartition("-")[2]
    return tail != word and tail.islower() and (tail.endswith("ed") or tail in lexicon.words("compound"))
