"""Find the names in an article: runs of capitalised words, with their titles and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from credtag.records import Document, Kind, ZoneKind
from credtag.source import lexicon, outlets

PLACE = "place"
_PARTICLES = frozenset("de da del della di do dos das du des van von der den ter ten bin ibn bint al el la le y e zu af ap".split())
_JOINTS = frozenset(("of", "for", "on"))
_SKIPPED = frozenset((ZoneKind.CREDIT, ZoneKind.BYLINE, ZoneKind.DATELINE))
_MARKS = frozenset(("'", '"', "``", "''", "(", ":", "-", "--", "[", "*", "•"))
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec".split()
)


@frozen
class Name:
    """A name at the tokens [start, end): its words without titles, and what they tell of its bearer."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: Kind | None = None  # None: a place, an event, or a name that its words do not tell apart
    title: tuple[str, ...] = ()
    gender: str = "u"
    outlet: outlets.Outlet | None = None
    place: bool = False
    before: tuple[str, ...] = ()  # words of the run before the title: "Lumen Police" of "Lumen Police Chief Ana Sorin"

    @property
    def text(self) -> str:
        """The words of the name as it is written."""
        return joined(self.words)


def joined(words: Sequence[str]) -> str:
    """Return *words* as text, with no space before a stop or around a genitive or stroke."""
    text = " ".join(words)
    for mark in (" 's", " '", " .", " ,"):
        text = text.replace(mark, mark[1:])
    return re.sub(r"\.\s(?=[a-z])", ".", text.replace(" / ", "/"))


def find(document: Document) -> tuple[Name, ...]:
    """Find the names in headline, body and caption, in the order of the text."""
    return tuple(_Scan(document).names())


def read(words: Sequence[str], start: int, end: int) -> tuple[Name, ...]:
    """Read the run of capitalised words at [start, end) as one name or two."""
    first = start + (words[start] in ("The", "the") and end - start > 1)
    if hit := outlets.known(words, first):
        follower = words[hit[0]].lower() if hit[0] < len(words) else ""
        adjective = hit[0] - first == 1 and not words[first].isupper() and follower in lexicon.nouns()
        if not adjective and (hit[0] == end or hit[0] - first > 1 or words[first].isupper()):
            rest = read(words, hit[0], end) if hit[0] < end else ()
            return (Name(start, hit[0], tuple(words[first : hit[0]]), Kind.OUTLET, outlet=hit[1]), *rest)
    run = tuple(words[first:end])
    if (cut := _split(run)) is not None:
        return (*read(words, start, first + cut), *read(words, first + cut, end))
    if outlets.made_like(run, first > start or (start > 0 and words[start - 1] in ("the", "The"))):
        return (Name(start, end, run, Kind.OUTLET),)
    return (_titled(start, end, run),)


def _split(run: Sequence[str]) -> int | None:
    """Find where a person's name begins behind the body that the person serves."""
    bodies = [i for i, word in enumerate(run) if word in lexicon.heads()]
    if not bodies or len(run) < 4:
        return None
    if any(word.lower().rstrip(".") in lexicon.titles() for word in run[bodies[0] + 1 : -1]):
        return None
    names = lexicon.first_names()
    return next((i for i in range(bodies[0] + 1, len(run) - 1) if run[i] in names and len(run) - i <= 3), None)


def _titled(start: int, end: int, run: tuple[str, ...]) -> Name:
    titles, heads = lexicon.titles(), lexicon.heads()
    last = max((i for i, word in enumerate(run[:-1]) if word.lower() in titles), default=-1)
    while last + 1 < len(run) and run[last + 1 : last + 2] == (".",):
        last += 1
    rest = run[last + 1 :]
    if last >= 0 and rest and rest[0] in _JOINTS | {"and"}:
        named = next((i for i in range(last + 2, len(run) - 1) if run[i] in lexicon.first_names()), None)
        if named is None and len(run) - last >= 6:
            named = len(run) - 2
        if named is None:
            return _plain(start, end, run)
        last, rest = named - 1, run[named:]
    if last < 0 or not rest or len(rest) > 5 or any(w in heads for w in rest) or run[:1] == ("Lady",) and len(run) > 2:
        return _plain(start, end, run)
    if rest[-1].lower() in titles and len(rest) == 1:  # "Attorney General": a title and no name
        return _plain(start, end, run)
    first = next(i for i, word in enumerate(run) if word.lower() in titles)
    while first > 0 and run[first - 1] in ("Foreign", "Prime", "Deputy", "Vice", "Home", "Finance", "Defense", "Defence", "Interior", "Shadow", "Former"):
        first -= 1
    told = [titles[w.lower()] for w in run[first : last + 1] if w.lower() in titles]
    gender = next((t.gender for t in told if t.gender != "u"), "u")
    if all(t.kind == "regnal" for t in told) and len(rest) == 1:
        rest = run[first:]
    if gender == "u" and len(rest) > 1:
        gender = lexicon.first_names().get(rest[0], "u")
    return Name(start, end, rest, Kind.PERSON, run[first : last + 1], gender, before=run[:first])


def _plain(start: int, end: int, run: tuple[str, ...]) -> Name:
    text = " ".join(run)
    if text in lexicon.places() or len(run) == 2 and run[0] in _REGIONS and run[1] in lexicon.governments():
        return Name(start, end, run, place=True)
    if text in lexicon.governments():
        return Name(start, end, run, Kind.GOVERNMENT, place=lexicon.governments()[text] != "body")
    if text in lexicon.organisations():
        return Name(start, end, run, lexicon.organisations()[text])
    heads = lexicon.heads()
    noun = lexicon.nouns().get(run[-1].lower())
    if noun is not None and noun.kind is Kind.GROUP and noun.plural:
        return Name(start, end, run, Kind.GROUP)
    if len(run) > 1 and run[-1].islower() and run[-2:-1] == (".",):
        return Name(start, end, run, Kind.ORGANISATION)
    head = next((heads[w] for w in _head_words(run) if w in heads), None)
    if head == PLACE and run[-1] in _SURNAMES_TOO and run[0] in lexicon.first_names():
        head = None
    if head is not None and (len(run) > 1 or head != PLACE):
        return Name(start, end, run, place=True) if head == PLACE else Name(start, end, run, Kind(head))
    if len(run) > 1 and run[0] in lexicon.first_names() and not any(w in _JOINTS for w in run):
        return Name(start, end, run, Kind.PERSON, gender=lexicon.first_names()[run[0]])
    if len(run) > 1 and run[-1] in ("Jr", "Sr", "II", "III", "."):
        return Name(start, end, run, Kind.PERSON)
    if len(run) == 1 and len(text) > 1 and (text.isupper() or any(c.isupper() for c in text[2:] if text[1:2].islower())):
        person = text[:2] in ("Mc", "Ma", "De", "O'") and not text.isupper() or "'" in text or "-" in text
        return Name(start, end, run, None if person else Kind.ORGANISATION)
    return Name(start, end, run)


def _head_words(run: Sequence[str]) -> Iterator[str]:
    """Yield the words that may be the head: the last before "of" or "for", then the last."""
    cut = next((i for i, word in enumerate(run) if word in _JOINTS), len(run))
    yield run[cut - 1] if cut else run[-1]
    yield run[-1]


class _Scan:
    """One pass over the tokens of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.lowers = document.lowers
        self.n = len(self.words)
        self.openings = self._openings()
        self.lower_seen = frozenset(w for w in self.words if w[0].islower())

    def _openings(self) -> frozenset[int]:
        return frozenset(self.document.token_range(s)[0] for s in self.document.sentences)

    def names(self) -> Iterator[Name]:
        words, i = self.words, 0
        loud = self._loud()
        while i < self.n:
            word = words[i]
            if not word[0].isupper():
                if word in _LOWER_OUTLETS and (hit := outlets.known(words, i)) and self._odd(i):
                    yield Name(i, hit[0], words[i : hit[0]], Kind.OUTLET, outlet=hit[1])
                    i = hit[0]
                    continue
                if not (word in ("al", "el", "bin") or word[:3] in ("al-", "el-")) or not self._capital(i + 1) and "-" not in word:
                    i += 1
                    continue
                if "-" in word and not word[3:4].isupper():
                    i += 1
                    continue
            if i in loud:
                i += 1
                continue
            start = i
            if self._opens(i) and not self._name_like(i):
                i += 1
                continue
            if self.lowers[i] in _CALENDAR and word[0].isupper() and not (word in ("May", "April", "June") and self._capital(i + 1)):
                i += 1
                continue
            if word in ("I", "A") or self.lowers[i] in lexicon.pronouns() and not self._acronym(i):
                i += 1
                continue
            i = self._end(i)
            if i - start > 2 and all(w.isupper() for w in words[start:i]):
                continue  # shouted words
            for name in read(words, start, i):
                yield self._by_context(name)

    def _odd(self, i: int) -> bool:
        """Tell whether a lower-case outlet name stands where no common word would."""
        word = self.words[i]
        return any(c.isupper() for c in word) or word == "dpa" or self._capital(i + 1) or word == "i" and self.words[i - 1] == "the"

    def _loud(self) -> frozenset[int]:
        """Return the tokens of headlines whose every word has a capital: there capitals tell nothing."""
        loud: set[int] = set()
        for sentence in self.document.sentences:
            a, b = self.document.token_range(sentence)
            if b - a > 25 or b - a < 2:
                continue
            words = [w for w in self.words[a:b] if w[0].isalpha()]
            if len(words) > 3 and sum(w[0].isupper() for w in words) > 0.7 * len(words) or len(words) > 1 and all(w.isupper() for w in words):
                loud.update(range(a, b))
        return frozenset(loud)

    def _acronym(self, i: int) -> bool:
        return len(self.words[i]) > 1 and self.words[i].isupper()

    def _capital(self, i: int) -> bool:
        return i < self.n and self.words[i][0].isupper()

    def _opens(self, i: int) -> bool:
        return i in self.openings or (i > 0 and self.words[i - 1] in _MARKS)

    def _name_like(self, i: int) -> bool:
        word, lower = self.words[i], self.lowers[i]
        if word in ("The", "A") or lower in lexicon.openers():
            return word == "The" and bool(outlets.known(self.words, i + 1)) if i + 1 < self.n else False
        if lower in lexicon.titles() and self.lowers[i + 1 : i + 2] in (("of",), ("for",)) and self._capital(i + 2):
            return True
        if lower in lexicon.titles() and not self._capital(i + 1) and self.words[i + 1 : i + 2] not in ((".",), ("of",)):
            return False
        return self._capital(i + 1) or lower not in self.lower_seen and lower not in lexicon.nouns()

    def _end(self, i: int) -> int:
        """Return the index behind the run of capitalised words that starts at *i*."""
        words, j = self.words, i + 1
        tokens, normal = self.document.tokens, self.document.normal
        while j < self.n:
            gap = normal[tokens[j - 1].end : tokens[j].start]
            word = words[j]
            if "\n" in gap:
                break
            if word[0].isupper() and word not in ("I", "The", "A") and self.lowers[j] not in _CALENDAR and (self.lowers[j] not in lexicon.pronouns() or self._acronym(j)):
                j += 1
            elif word == "." and not gap and self._abbreviated(j - 1) and self._capital(j + 1):
                j += 2
            elif word == "." and not gap and j + 1 < self.n and tokens[j + 1].start == tokens[j].end and words[j + 1].isalnum():
                j += 2
            elif word in _PARTICLES and self._capital(j + 1):
                j += 2
            elif word in _PARTICLES and j + 2 < self.n and words[j + 1] in _PARTICLES | {"los", "las"} and self._capital(j + 2):
                j += 3
            elif word == "-" and not gap and tokens[j + 1 : j + 2] and tokens[j + 1].start == tokens[j].end and self._capital(j + 1):
                j += 2
            elif word in ("&", "/") and self._capital(j + 1):
                j += 2
            elif word in _JOINTS and self._joins(i, j):
                j += 2 + (words[j + 1] == "the")
            elif word == "and" and self._joins_and(i, j):
                j += 2
            elif word == "'s" and self._capital(j + 1) and (words[j - 1] in _GENITIVES and words[j + 1] in lexicon.heads()):
                j += 2
            elif word[:3] in ("al-", "el-") and word[3:4].isupper():
                j += 1
            else:
                break
        return j

    def _abbreviated(self, i: int) -> bool:
        word = self.words[i]
        return len(word) == 1 or word.lower() in lexicon.titles() or word in ("St", "Jr", "Sr", "Mt", "Ft", "Messrs")

    def _joins(self, start: int, at: int) -> bool:
        ahead = at + 1 + (self.words[at + 1 : at + 2] == ("the",))
        if not self._capital(ahead) or self.lowers[ahead] in _CALENDAR:
            return False
        last = self.words[at - 1]
        if self.words[at] == "of":
            return last in lexicon.heads() or last in ("Ministry", "Voice", "Times", "Director", "Minister", "Secretary", "House", "Chamber", "Director")
        return last in ("Council", "Center", "Centre", "Committee", "Institute", "Foundation", "Campaign", "Organization", "Organisation", "Commission", "Agency", "Centers", "Fund", "Coalition", "Association", "Union", "Undersecretary", "Office")

    def _joins_and(self, start: int, at: int) -> bool:
        """Tell whether "and" stands inside a body's name: "Food and Drug Agency", "Ministry of Health and Sport"."""
        if not self._capital(at + 1):
            return False
        left = self.words[start:at]
        k = at + 1
        while k < self.n and self.words[k][0].isupper() and k < at + 5:
            k += 1
        right = self.words[at + 1 : k]
        if any(w in _JOINTS for w in left) and left[0] in lexicon.heads():
            bodies = right[0] in lexicon.heads() or lexicon.heads().get(right[-1]) == "government"
            return not bodies and not (right[0] in lexicon.first_names() and len(right) > 1)
        tail = right[-1] in lexicon.heads() and lexicon.heads()[right[-1]] != PLACE
        return tail and len(left) == 1 and left[0] not in lexicon.first_names() and " ".join(left) not in lexicon.governments() and len(left[0]) > 3 and left[0].isalpha() and not left[0].isupper() and self.words[start - 1 : start] != ("and",) and len(right) <= 3 and left[0] not in lexicon.organisations()

    def _by_context(self, name: Name) -> Name:
        """Take in the words around a name that make it an outlet's: "the Belmar channel", "the newspaper Belmar"."""
        if name.kind is Kind.PERSON and name.title:
            return name
        words, end = self.words, name.end
        media, after = lexicon.outlet_words("medium"), lexicon.outlet_words("after")
        stem = name.words
        while len(stem) > 1 and stem[-1] in media:
            stem = stem[:-1]
        k = end
        while k < self.n and k < end + 2 and words[k] in media:
            k += 1
        tail = k < self.n and self.lowers[k] in after
        agency = k < self.n and words[k] == "agency" and words[k - 1] in ("news", "press", "state") and k > end
        if (tail or agency) and (name.kind in (None, Kind.OUTLET, Kind.ORGANISATION, Kind.PERSON) and not (name.kind is None and name.place)):
            if name.kind is Kind.OUTLET or self.lowers[k] not in ("site", "website", "radio", "television", "blog") or k > end:
                return evolve(name, end=k + 1, words=stem if name.outlet is None else name.words, kind=Kind.OUTLET, gender="u")
        before = self.lowers[name.start - 1] if name.start else ""
        if name.kind in (None, Kind.ORGANISATION) and not name.place and before in lexicon.outlet_words("before"):
            if before != "agency" or self.lowers[name.start - 2 : name.start - 1] in (("news",), ("press",), ("state",)):
                return evolve(name, kind=Kind.OUTLET)
        return name


_REGIONS = frozenset(("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "New", "Upper", "Lower"))
_SURNAMES_TOO = frozenset(("Hill", "Hills", "Lane", "Day", "Park", "Beach", "Town", "Lake", "Street", "Bay", "Field", "War", "State"))
_GENITIVES = frozenset(("General", "People", "Women", "Children", "Workers", "Attorney", "Prosecutor", "Joseph", "Sheriff", "Mary", "Governor", "Mayor"))
_LOWER_OUTLETS = frozenset(("dpa", "de", "i", "iStories", "teleSUR"))
