"""Tell where a name begins: at a capital that is no mere start of a sentence, at an ordinal, at an outlet written small."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from credtag.document import outlet_names
from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.noun_phrases import heads
from credtag.source.proper_names import outlets
from credtag.source.proper_names.capitals import Capitals
from credtag.source.proper_names.extent import Extent
from credtag.source.proper_names.names import OURS, Name, post
from credtag.source.register.entity import BODIES

_MARKS = frozenset((",", ".", '"', ";", ":", "?", "!", "(", ")", "-", "--"))
_FOLLOWING = (("a",), ("an",), ("the",), ("after",), ("before",))
_WORKERS = ("workers", "makers", "owners", "holders")
_PREFIXES = frozenset(("al", "el", "bin"))
_CAMEL = re.compile(r"[a-z]{1,5}[A-Z][a-z]+")  # "wikiHow"
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_SAYS = frozenset(("said", "says", "told"))


class Onset:
    """Tells the tokens of one document at which names begin."""

    def __init__(self, capitals: Capitals, extent: Extent) -> None:
        self.capitals, self.document = capitals, capitals.document
        self.words, self.lowers, self.n = capitals.words, capitals.lowers, capitals.n
        self.extent = extent
        self.pronouns, self.calendar, self.titles = lexicon.pronouns(), lexicon.words("calendar"), lexicon.titles()

    def at(self, i: int) -> bool:
        """Tell whether a name begins at the token *i*."""
        return self._starts(i) or self._numbered(i)

    def _starts(self, i: int) -> bool:
        word = self.words[i]
        if word.islower():
            return word in _PREFIXES and self.capitals.capital(i + 1)
        if not word[0].isupper():
            brand = word[0].islower() and _CAMEL.fullmatch(word) is not None
            return brand or (word[:3] in ("al-", "el-") and word[3:4].isupper())
        if (word == "I" and self._initial(i)) or (word in OURS and self._ours(i)):
            return True
        if (
            i in self.capitals.loud
            or word in ("I", "A")
            or (self.lowers[i] in self.pronouns and not self.capitals.acronym(i))
        ):
            return False
        if outlets.known(self.words, i) is not None:
            return True
        if self.lowers[i] in self.calendar and not self._month_as_name(i):
            return False
        return not self.capitals.opens(i) or self._name_like(i)

    def plain(self) -> frozenset[str]:
        """Return the words and marks of the text that begin no name: most of them."""
        small = {w for w in self.capitals.lower_seen if w.islower() and w.isalpha()}
        return _MARKS | small - _PREFIXES - outlets.lower_starts()

    def lower_outlet(self, i: int) -> Name | None:
        """Read an outlet that is written small where no common word would stand: "dpa", "the i"."""
        word, hit = self.words[i], outlets.known(self.words, i)
        odd = word == "dpa" or self.capitals.capital(i + 1) or any(c.isupper() for c in word)
        if hit is None or not (odd or (word == "i" and self.words[i - 1 : i] == ("the",))):
            return None
        return Name(i, hit[0], self.words[i : hit[0]], Kind.OUTLET, outlet=hit[1])

    def _numbered(self, i: int) -> bool:
        """Tell whether an ordinal begins the name of a body: "7th Circuit Court of Appeals", not "the 6th March"."""
        word = self.words[i]
        if (
            not word[0].isdigit()
            or self.lowers[i][-2:] not in _ORDINALS
            or not self.capitals.capital(i + 1)
            or i in self.capitals.loud
        ):
            return False
        heads = lexicon.heads()
        return any(heads.get(w, "place") != "place" for w in self.words[i + 1 : self.extent.end(i)])

    def _ours(self, i: int) -> bool:
        """Tell whether a pronoun with a capital in mid-sentence begins a body's name: "a buy from Our Harbour PAC"."""
        return self.capitals.capital(i + 1) and not (
            self.capitals.opens(i) or i in self.capitals.loud or self.capitals.capital(i - 1)
        )

    def _initial(self, i: int) -> bool:
        """Tell whether "I" is the initial of a name: "I. Marek Sorin", not "It was I. Marek left"."""
        dotted = self.words[i + 1 : i + 2] == (".",) and self.capitals.capital(i + 2) and self.capitals.capital(i + 3)
        return dotted and i not in self.capitals.loud and (self.capitals.opens(i) or not self.words[i - 1][0].isalpha())

    def _month_as_name(self, i: int) -> bool:
        """Tell whether a day or month belongs to a name: "April Sorin", "Sunday Ledger", not "in April Sorin"."""
        dated = i > 0 and self.lowers[i - 1] in lexicon.words("before-month")
        weekly = self.words[i + 1 : i + 2] and self.words[i + 1] in outlet_names.words("tail")  # "the Sunday Ledger"
        return bool(weekly) or (self.words[i] in lexicon.first_names() and self.capitals.capital(i + 1) and not dated)

    def _name_like(self, i: int) -> bool:
        """Tell whether the capital at the start of a sentence is a name's."""
        word, lower, after = self.words[i], self.lowers[i], self.lowers[i + 1 : i + 2]
        if word == "The":
            return i + 1 < self.n and outlets.known(self.words, i + 1) is not None
        if lower in lexicon.openers() and not self.capitals.acronym(i):
            return self.capitals.capital(i + 1) and (lower in self.titles or self._known(i))
        if lower in self.titles and self.extent.bracketed(i + 1):
            return True
        if lower in self.titles and not self.capitals.capital(i + 1) and after != (".",):
            owning = (
                after == ("'s",) and self.capitals.capital(i + 2) and self.extent.owned(i, i + 1)
            )  # "Colonel's Notebook"
            return owning or (after in (("of",), ("for",)) and self.capitals.capital(i + 2))
        if self.capitals.capital(i + 1) and (self._of_many(i) or self._of_one(i)):
            return False
        if (
            lexicon.heads().get(word) == "organisation"
            and self.words[i + 1 : i + 2] == after
            and after[:1]
            and after[0] in lexicon.nouns()
        ):
            return False  # "Rail workers"
        if self.capitals.capital(i + 1) or word in lexicon.peoples():
            return True
        joined = "-" in lower or lower.endswith(_WORKERS)
        compound = joined and heads.noun(lower).plural  # "Fact-checkers", "Dockworkers"
        compound = compound or ("-" in word and word.rsplit("-", 1)[1].islower() and _personal_noun(after))
        compound = compound or (
            self._only_opens(i) and (self._premodifies(i) or self._determines(i) or self._participle(i))
        )
        return lower not in self.capitals.lower_seen and lower not in lexicon.nouns() and not compound

    def _premodifies(self, i: int) -> bool:
        """Tell whether a word only describes the body named behind it: "Online retailer Lumen", not "Karvo bank Lumen" of Karvo."""
        noun = next((k for k in (i + 1, i + 2) if self.lowers[k : k + 1] and _bodily_noun(self.lowers[k])), None)
        return (
            noun is not None
            and self.capitals.capital(noun + 1)
            and all(w.islower() for w in self.words[i + 1 : noun + 1])
        )

    def _determines(self, i: int) -> bool:
        """Tell whether a word cannot be a name for what follows: "Half a dozen", "Shortly after", "Oddly enough"."""
        adverb = self.lowers[i].endswith("ly") and self.words[i] not in lexicon.first_names()
        behind = i + 1 + (self.lowers[i + 1 : i + 2] == ("of",))
        follows = self.lowers[behind : behind + 1] in _FOLLOWING
        return (adverb or follows) and not self._proper(i)

    def _proper(self, i: int) -> bool:
        """Tell whether a word is known as a name by itself."""
        word = self.words[i]
        known = word in lexicon.governments() or word in lexicon.places() or word in lexicon.organisations()
        return known or word in lexicon.first_names() or outlets.known(self.words, i) is not None

    def _only_opens(self, i: int) -> bool:
        """Tell whether a word has its capital nowhere but at the start of sentences."""
        every, opening = self._counted
        return every[self.words[i]] == opening[self.words[i]]

    @cached_property
    def _counted(self) -> tuple[Counter[str], Counter[str]]:
        """How often each word stands anywhere, and at the start of a sentence."""
        return Counter(self.words), Counter([self.words[k] for k in self.capitals.openings if k < self.n])

    def _participle(self, i: int) -> bool:
        """Tell whether a participle opens a sentence: "Giving evidence", "Pushed by the host", not "Boeing said"."""
        word, after = self.words[i], self.lowers[i + 1] if i + 1 < self.n else ""
        formed = word.endswith("ing") and after.isalpha() and not after.endswith("ed")
        formed = formed or (word.endswith("ed") and after in lexicon.words("preposition"))
        verbal = after in lexicon.words("auxiliary") or after in outlet_names.words("reports") | _SAYS
        return formed and not verbal and not self._proper(i)

    def _of_many(self, i: int) -> bool:
        """Tell whether a plural noun only stands before names: "Mediators Belmar and Lumen", not "Farmers Union"."""
        noun = lexicon.nouns().get(self.lowers[i])
        if noun is None or not noun.plural or self.lowers[i] in self.titles:
            return False
        run = self.words[i : self.extent.end(i)]
        return not any(w in lexicon.heads() or w in outlet_names.words("tail") for w in run)

    def _of_one(self, i: int) -> bool:
        """Tell whether a noun for a person only stands before a full name: "Owner Mel Benedek", not "Baker Hughes"."""
        noun = lexicon.nouns().get(post(self.words[i]))
        known = self.lowers[i] in self.titles or self.words[i] in lexicon.first_names()
        if noun is None or noun.kind is not Kind.PERSON or known:
            return False
        run = self.words[i : self.extent.end(i)]
        return len(run) in (3, 4) and all(w.isalpha() for w in run[1:]) and not any(w in lexicon.heads() for w in run)

    def _known(self, i: int) -> bool:
        """Tell whether a known name starts at *i* with a word that also opens sentences: "New Delhi"."""
        texts = (" ".join(self.words[i : i + size]) for size in (2, 3))
        return any(t in lexicon.governments() or t in lexicon.organisations() or t in lexicon.places() for t in texts)


def _bodily_noun(word: str) -> bool:
    """Tell whether a noun for one body stands there: "retailer", "charity"."""
    noun = lexicon.nouns().get(word)
    return noun is not None and not noun.plural and (noun.kind in BODIES or word in lexicon.words("firm"))


def _personal_noun(words: tuple[str, ...]) -> bool:
    """Tell whether a noun for a person follows: "Season-ticket holder"."""
    return bool(words) and heads.noun(words[0]).kind in (Kind.PERSON, Kind.GROUP)
