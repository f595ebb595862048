"""Find the names in an article: runs of capitalised words that are no mere start of a sentence or loud headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import filterfalse

from attrs import evolve

from credtag.document import outlet_names
from credtag.document.latest import latest
from credtag.labels import Kind, ZoneKind
from credtag.records import Document, Span
from credtag.source import acronyms, heads, lexicon, outlets
from credtag.source.names import OURS, Name, post, read

_OPENING = frozenset(("'", '"', "``", "''", "(", ":", "-", "--", "[", "*", "•"))
_SITES = frozenset(("site", "website", "radio", "television", "blog"))  # anyone may have one: "the Lumen website"
_WIRES = frozenset(("news", "press", "state", "state-run", "state-owned", "state-controlled", "wire", "telegraph"))
_BODIES = frozenset((Kind.ORGANISATION, Kind.GOVERNMENT, Kind.OUTLET))  # "the startup Novita"
_MARKS = frozenset((",", ".", '"', ";", ":", "?", "!", "(", ")", "-", "--"))
_CLOSING = frozenset(('"', "'", "''", ")"))
_CALLING = frozenset(("called", "named", "dubbed"))
_PRINTED = frozenset(("newspaper", "magazine", "tabloid", "broadsheet", "daily", "weekly", "newsletter", "bulletin"))
_FOLLOWING = (("a",), ("an",), ("the",), ("after",), ("before",))
_ISSUES = frozenset(("issue", "edition", "number"))
_WORKERS = ("workers", "makers", "owners", "holders")
_APPOSING = ((",", "a"), (",", "an"), (",", "the"))
_ARTICLES = (("the",), ("a",), ("an",))
_PREFIXES = frozenset(("al", "el", "bin"))
_CAMEL = re.compile(r"[a-z]{1,5}[A-Z][a-z]+")  # "wikiHow"
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_SAYS = frozenset(("said", "says", "told"))
_NOT_IN_NAMES = frozenset(("I", "The", "A"))


@latest
def find(document: Document) -> tuple[Name, ...]:
    """Find the names of an article, in the order of the text."""
    return tuple(acronyms.spelt_out(document.words, list(_Scan(document).names())))


class _Scan:
    """One pass over the tokens of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words, self.lowers = document.words, document.lowers
        self.n = len(self.words)
        self.sentences = [document.token_range(sentence) for sentence in document.sentences]
        self.openings = frozenset([start for start, _ in self.sentences])
        self.lower_seen = frozenset({w for w in set(self.words) if w[0].islower()})
        self.pronouns, self.calendar = lexicon.pronouns(), lexicon.words("calendar")
        self.titles, self.joints, self.particles = lexicon.titles(), lexicon.words("joint"), lexicon.words("particle")
        self.asked: dict[int, int] = {}  # where names in loud headlines start and end
        self.stops: frozenset[int] = frozenset()
        self.loud = self._loud()

    def names(self) -> Iterator[Name]:
        words, i = self.words, 0
        lower_outlets, plain = outlets.lower_starts(), self._plain()
        while i < self.n:
            if (word := words[i]) in plain:
                i += 1
            elif word in lower_outlets and (hit := self._lower_outlet(i)) is not None:
                yield hit
                i = hit.end
            elif self._starts(i) or self._numbered(i):
                start, i = i, self._end(i)
                shouted = i - start > 2 and all(w.isupper() for w in words[start:i])
                if not shouted and not self._platform(start, i):
                    found = map(self._in_context, filterfalse(self._common, read(words, start, i)))
                    yield from (map(_personal, found) if start in self.asked else found)
            else:
                i += 1

    def _plain(self) -> frozenset[str]:
        """Return the words and marks of the text that begin no name: most of them."""
        small = {w for w in self.lower_seen if w.islower() and w.isalpha()}
        return _MARKS | small - _PREFIXES - outlets.lower_starts()

    def _starts(self, i: int) -> bool:
        word = self.words[i]
        if word.islower():
            return word in _PREFIXES and self._capital(i + 1)
        if not word[0].isupper():
            brand = word[0].islower() and _CAMEL.fullmatch(word) is not None
            return brand or (word[:3] in ("al-", "el-") and word[3:4].isupper())
        if (word == "I" and self._initial(i)) or (word in OURS and self._ours(i)):
            return True
        if i in self.loud or word in ("I", "A") or (self.lowers[i] in self.pronouns and not self._acronym(i)):
            return False
        if outlets.known(self.words, i) is not None:
            return True
        if self.lowers[i] in self.calendar and not self._month_as_name(i):
            return False
        return not self._opens(i) or self._name_like(i)

    def _numbered(self, i: int) -> bool:
        """Tell whether an ordinal begins the name of a body: "7th Circuit Court of Appeals", not "the 6th March"."""
        word = self.words[i]
        if not word[0].isdigit() or self.lowers[i][-2:] not in _ORDINALS or not self._capital(i + 1) or i in self.loud:
            return False
        heads = lexicon.heads()
        return any(heads.get(w, "place") != "place" for w in self.words[i + 1 : self._end(i)])

    def _platform(self, start: int, stop: int) -> bool:
        """Tell whether a name only says where a channel is: "the Telegram channel Kompas", "Kompas, a Telegram channel"."""
        hosted = stop - start == 1 and self.words[start] in outlet_names.words("medium")
        return hosted and self.lowers[stop : stop + 1] in (("channel",), ("account",), ("page",))

    def _ours(self, i: int) -> bool:
        """Tell whether a pronoun with a capital in mid-sentence begins a body's name: "a buy from Our Harbour PAC"."""
        return self._capital(i + 1) and not (self._opens(i) or i in self.loud or self._capital(i - 1))

    def _initial(self, i: int) -> bool:
        """Tell whether "I" is the initial of a name: "I. Marek Sorin", not "It was I. Marek left"."""
        dotted = self.words[i + 1 : i + 2] == (".",) and self._capital(i + 2) and self._capital(i + 3)
        return dotted and i not in self.loud and (self._opens(i) or not self.words[i - 1][0].isalpha())

    def _middle(self, j: int) -> bool:
        """Tell whether a capital is the initial in the midst of a name: "James A. Quill"."""
        return self.words[j + 1 : j + 2] == (".",) and self._capital(j + 2) and j + 2 not in self.openings

    def _month_as_name(self, i: int) -> bool:
        """Tell whether a day or month belongs to a name: "April Sorin", "Sunday Ledger", not "in April Sorin"."""
        dated = i > 0 and self.lowers[i - 1] in lexicon.words("before-month")
        weekly = self.words[i + 1 : i + 2] and self.words[i + 1] in outlet_names.words("tail")  # "the Sunday Ledger"
        return bool(weekly) or (self.words[i] in lexicon.first_names() and self._capital(i + 1) and not dated)

    def _surname_month(self, j: int) -> bool:
        """Tell whether a month is a name behind another: "Helen May", "Lin Jun", not "the Helen May 3"."""
        dated = j + 1 < self.n and self.words[j + 1][0].isdigit()
        return self.lowers[j] in lexicon.words("month-too") and not dated

    def _lower_outlet(self, i: int) -> Name | None:
        """Read an outlet that is written small where no common word would stand: "dpa", "the i"."""
        word, hit = self.words[i], outlets.known(self.words, i)
        odd = word == "dpa" or self._capital(i + 1) or any(c.isupper() for c in word)
        if hit is None or not (odd or (word == "i" and self.words[i - 1 : i] == ("the",))):
            return None
        return Name(i, hit[0], self.words[i : hit[0]], Kind.OUTLET, outlet=hit[1])

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
        self.stops = frozenset(self.asked.values())
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
            while first < k and (self.lowers[first] in self.titles or self.lowers[first] in lexicon.nouns()):
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

    def _acronym(self, i: int) -> bool:
        return len(self.words[i]) > 1 and self.words[i].isupper()

    def _capital(self, i: int) -> bool:
        return i < self.n and self.words[i][0].isupper()

    def _opens(self, i: int) -> bool:
        return i in self.openings or (i > 0 and self.words[i - 1] in _OPENING)

    def _name_like(self, i: int) -> bool:
        """Tell whether the capital at the start of a sentence is a name's."""
        word, lower, after = self.words[i], self.lowers[i], self.lowers[i + 1 : i + 2]
        if word == "The":
            return i + 1 < self.n and outlets.known(self.words, i + 1) is not None
        if lower in lexicon.openers() and not self._acronym(i):
            return self._capital(i + 1) and (lower in self.titles or self._known(i))
        if lower in self.titles and not self._capital(i + 1) and after != (".",):
            owning = after == ("'s",) and self._capital(i + 2) and self._owned(i, i + 1)  # "Colonel's Notebook"
            return owning or (after in (("of",), ("for",)) and self._capital(i + 2))
        if self._capital(i + 1) and (self._of_many(i) or self._of_one(i)):
            return False
        if (
            lexicon.heads().get(word) == "organisation"
            and self.words[i + 1 : i + 2] == after
            and after[:1]
            and after[0] in lexicon.nouns()
        ):
            return False  # "Rail workers"
        if self._capital(i + 1) or word in lexicon.peoples():
            return True
        joined = "-" in lower or lower.endswith(_WORKERS)
        compound = joined and heads.noun(lower).plural  # "Fact-checkers", "Dockworkers"
        compound = compound or ("-" in word and word.rsplit("-", 1)[1].islower() and _personal_noun(after))
        compound = compound or (
            self._only_opens(i) and (self._premodifies(i) or self._determines(i) or self._participle(i))
        )
        return lower not in self.lower_seen and lower not in lexicon.nouns() and not compound

    def _premodifies(self, i: int) -> bool:
        """Tell whether a word only describes the body named behind it: "Online retailer Lumen", not "Karvo bank Lumen" of Karvo."""
        noun = next((k for k in (i + 1, i + 2) if self.lowers[k : k + 1] and _bodily_noun(self.lowers[k])), None)
        return noun is not None and self._capital(noun + 1) and all(w.islower() for w in self.words[i + 1 : noun + 1])

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
        return Counter(self.words), Counter([self.words[k] for k in self.openings if k < self.n])

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
        run = self.words[i : self._end(i)]
        return not any(w in lexicon.heads() or w in outlet_names.words("tail") for w in run)

    def _of_one(self, i: int) -> bool:
        """Tell whether a noun for a person only stands before a full name: "Owner Mel Benedek", not "Baker Hughes"."""
        noun = lexicon.nouns().get(post(self.words[i]))
        known = self.lowers[i] in self.titles or self.words[i] in lexicon.first_names()
        if noun is None or noun.kind is not Kind.PERSON or known:
            return False
        run = self.words[i : self._end(i)]
        return len(run) in (3, 4) and all(w.isalpha() for w in run[1:]) and not any(w in lexicon.heads() for w in run)

    def _known(self, i: int) -> bool:
        """Tell whether a known name starts at *i* with a word that also opens sentences: "New Delhi"."""
        texts = (" ".join(self.words[i : i + size]) for size in (2, 3))
        return any(t in lexicon.governments() or t in lexicon.organisations() or t in lexicon.places() for t in texts)

    def _end(self, i: int) -> int:
        """Return the index behind the run of capitalised words that starts at *i*."""
        j = i + 1
        while j < self.n and (step := self._step(i, j)):
            j += step
        return j

    def _step(self, start: int, j: int) -> int:
        """Return how many tokens from *j* the run goes on, 0 at its end."""
        word, tokens = self.words[j], self.document.tokens
        gap = self.document.normal[tokens.ends[j - 1] : tokens.starts[j]]
        if "\n" in gap or j in self.stops or _compound(self.words[j - 1]):
            return 0
        if word[0].isupper():
            common = (word in _NOT_IN_NAMES and not self._middle(j)) or (
                self.lowers[j] in self.calendar and not self._surname_month(j)
            )
            ours = word in OURS and self._capital(j + 1)  # "Rebuild Our Harbours"
            return int(not common and (self.lowers[j] not in self.pronouns or ours or self._acronym(j)))
        if word.isdigit() and len(word) < 4 and self._channel(start, j):  # "Channel 9", "the outlet Frontline 24"
            return 1
        if word == '"' and self._nicknamed(start, j):
            return 4
        touching = not gap and j + 1 < self.n and tokens.starts[j + 1] == tokens.ends[j]
        if word == ".":
            short = not gap and self._abbreviated(j - 1) and self._capital(j + 1) and j + 1 not in self.openings
            return 2 if short or (touching and self.words[j + 1].isalnum()) else 0
        if word == "-":
            return 2 if touching and self._capital(j + 1) else 0
        if word in self.joints:
            return self._joint(j)
        if not self._capital(j + 1):
            doubled = (
                word in self.particles
                and self.words[j + 1 : j + 2]
                and self.words[j + 1] in (*self.particles, "los", "las")
            )
            return 3 if doubled and self._capital(j + 2) else int(word[:3] in ("al-", "el-") and word[3:4].isupper())
        if word in self.particles or word in ("&", "/") or (word == "and" and self._joins_and(start, j)):
            return 2
        return 2 if word in ("'s", "'") and self._owned(start, j) else 0

    def _nicknamed(self, start: int, j: int) -> bool:
        """Tell whether a nickname stands in quotation marks inside a name: 'Marta "Mia" Holm'."""
        given = any(w in lexicon.first_names() or w.lower() in self.titles for w in self.words[start:j])
        return given and self._capital(j + 1) and self.words[j + 2] == self.words[j] and self._capital(j + 3)

    def _channel(self, start: int, j: int) -> bool:
        """Tell whether a number ends the name of a channel."""
        told = start > 0 and self.lowers[start - 1] in outlet_names.words("before")
        return told or self.words[j - 1] in outlet_names.words("lead")

    def _owned(self, start: int, j: int) -> bool:
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
        if not self._capital(ahead) or self.lowers[ahead] in self.calendar:
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
        return people and self.words[at][0].isupper() and not (self._opens(at) or at in self.loud)

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

    # ------------------------------------------------------------------ context

    def _common(self, name: Name) -> bool:
        """Tell whether a name is a common noun that takes capitals, or an illness: "PACs", "a Labour MP", "Sorin's disease"."""
        text, ill = name.text, lexicon.words("eponym")
        if _compound(name.words[-1]):
            return True
        if text in ill and self.words[name.end : name.end + 1] == ("'s",):
            return True
        if len(name.words) == 2 and name.words[-1].isupper() and name.words[-1].lower() in self.titles:
            return name.outlet is None and name.words[-1] not in lexicon.heads()
        if text in lexicon.governments():
            return False
        if self._office(name):
            return True
        return text.lower() in lexicon.nouns() and (len(name.words) > 1 or text.removesuffix("s").isupper())

    def _office(self, name: Name) -> bool:
        """Tell whether a name is only what somebody is: "Irrigation Minister", "the Prime Minister", not "Howard Dean"."""
        first, last = name.words[0], name.words[-1].lower()
        title = self.titles.get(last)
        held = title is not None and title.kind == "office" and last in lexicon.nouns()
        plain = name.kind is None and not name.title and not name.place and first not in lexicon.first_names()
        return held and plain and len(name.words) > 1

    def _in_context(self, name: Name) -> Name:
        """Take in the words around a name that make it an outlet's: "the Belmar channel", "the newspaper Belmar"."""
        if name.kind is Kind.ORGANISATION and self._dateline(name):
            return evolve(name, kind=None, place=True)
        if (name.kind is Kind.PERSON and name.title) or name.place or name.kind in (Kind.GOVERNMENT, Kind.GROUP):
            printed = name.kind is Kind.GOVERNMENT and not name.place and self.lowers[name.start - 1] in _PRINTED
            return evolve(name, kind=Kind.OUTLET) if printed else name  # "the weekly Auto Circuit"
        words, lowers, media = self.words, self.lowers, outlet_names.words("medium")
        k = name.end
        while k < min(self.n - 1, name.end + 2) and words[k] in media:
            k += 1
        noun = lowers[k] if k < self.n else ""
        if self._adjective(name, k):
            return evolve(name, place=True)
        shared = noun in _SITES and k == name.end and name.kind is not Kind.OUTLET
        agency = noun == "agency" and k > name.end and words[k - 1] in _WIRES
        if agency or (noun in outlet_names.words("after") and not shared):
            stem = name.words
            while name.outlet is None and len(stem) > 1 and stem[-1] in media:
                stem = stem[:-1]
            return evolve(name, end=k + 1, words=stem, kind=Kind.OUTLET, gender="u")
        before = lowers[name.start - 1] if name.start else ""
        if before in _CALLING and name.start > 1:  # "a channel called Kompas"
            before = lowers[name.start - 2]
        behind = lowers[name.end] if name.end < self.n else ""
        articled = (before == "the" or words[name.start] == "The") and behind != "of"
        articled = articled or behind in lexicon.words("printed")  # "a Times article"
        if articled and name.kind is None and len(name.words) == 1 and name.words[0] in outlet_names.words("paper"):
            return evolve(name, kind=Kind.OUTLET)
        noun_before = lexicon.nouns().get(" ".join(lowers[max(name.start - 2, 0) : name.start]))  # "the card network"
        told = before in outlet_names.words("before") and (before != "agency" or lowers[name.start - 2] in _WIRES)
        told = told and (noun_before is None or noun_before.kind is Kind.OUTLET)
        told = told or (before == "page" and words[name.start - 2] in media)  # "the Facebook page Belmar Watch"
        told = told or (before == "of" and lowers[name.start - 2] in _ISSUES and self._printed(name.start - 3))
        if told and name.kind is not Kind.PERSON:
            return evolve(name, kind=Kind.OUTLET)
        if self._articled(name):
            return evolve(name, kind=Kind.OUTLET if self._relays(name) else Kind.ORGANISATION, gender="u")
        noun_before = noun_before or lexicon.nouns().get(before)
        if name.kind is not None or noun_before is None or noun_before.plural:
            return name
        if before in lexicon.words("firm") and len(name.words) == 1:  # "rail operator Novita"
            return evolve(name, kind=Kind.ORGANISATION)
        return evolve(name, kind=noun_before.kind) if noun_before.kind in _BODIES else name

    def _dateline(self, name: Name) -> bool:
        """Tell whether a name in capitals says where the article was written: "MARN -- The port", not "(AP)"."""
        start = self.document.tokens.starts[name.start]
        return len(name.words) == 1 and name.text.isupper() and self.document.zone_at(start) is ZoneKind.DATELINE

    def _adjective(self, name: Name, at: int) -> bool:
        """Tell whether a name only says from where an outlet at *at* is: "a Karvian magazine", "the Karvian daily Fokal"."""
        if name.kind is not None or len(name.words) > 1 or self.lowers[at : at + 1] == () or at != name.end:
            return False
        if self.lowers[at] not in outlet_names.words("after"):
            return False
        named = self._capital(at + 1) and self.lowers[at + 1] not in self.calendar
        return named or self.lowers[name.start - 1 : name.start] in (("a",), ("an",), ("another",))

    def _printed(self, at: int) -> bool:
        """Tell whether the word at *at* says which issue of an outlet it is: "the October issue of Marquee"."""
        return at >= 0 and outlet_names.printed(self.lowers[at - 1 if self.lowers[at] == "'s" else at])

    def _articled(self, name: Name) -> bool:
        """Tell whether a name has a capital article in mid-sentence, as bodies have: "The Verve", not "The Donald"."""
        given = len(name.words) == 1 and name.words[0] in lexicon.first_names()
        capital = self.words[name.start] == "The" and not self._opens(name.start)
        return capital and not given and name.kind in (None, Kind.PERSON)

    def _relays(self, name: Name) -> bool:
        """Tell whether the words around a name say that it passes words on: "told The Verve", "The Verve reported"."""
        before = self.lowers[max(name.start - 2, 0) : name.start]
        after = self.lowers[name.end] if name.end < self.n else ""
        cued = not outlet_names.words("told").isdisjoint((" ".join(before), *before[-1:]))
        return cued or after in outlet_names.words("reports")


def _compound(word: str) -> bool:
    """Tell whether a word with a capital only describes: "Karvo-based", "Lumen-led"."""
    tail = word.rpartition("-")[2]
    return tail != word and tail.islower() and (tail.endswith("ed") or tail in lexicon.words("compound"))


def _bodily_noun(word: str) -> bool:
    """Tell whether a noun for one body stands there: "retailer", "charity"."""
    noun = lexicon.nouns().get(word)
    return noun is not None and not noun.plural and (noun.kind in _BODIES or word in lexicon.words("firm"))


def _personal_noun(words: tuple[str, ...]) -> bool:
    """Tell whether a noun for a person follows: "Season-ticket holder"."""
    return bool(words) and heads.noun(words[0]).kind in (Kind.PERSON, Kind.GROUP)


def _personal(name: Name) -> Name:
    """Let a name that nothing tells apart be a person's."""
    return name if name.kind is not None or name.place else evolve(name, kind=Kind.PERSON)
