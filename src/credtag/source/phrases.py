"""Read a noun phrase: its form, its head, the name it carries and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from attrs import evolve, frozen

from credtag.labels import Kind, Naming
from credtag.source import aliases, heads, lexicon, shares
from credtag.source.edges import BREAKS, MARKS, Edges
from credtag.source.entities import Register
from credtag.source.entity import BODIES
from credtag.source.names import Name, joined, read


class Form(StrEnum):
    """How a noun phrase refers."""

    NAME = "name"
    PRONOUN = "pronoun"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    BARE = "bare"
    VAGUE = "vague"
    PAIR = "pair"
    EMPTY = "empty"


@frozen
class Phrase:
    """A noun phrase at the tokens [start, end), taken apart."""

    form: Form
    start: int
    end: int
    head: str = ""  # the head noun, in lower case
    kind: Kind = Kind.UNKNOWN
    plural: bool = False
    gender: str = "u"
    name: Name | None = None
    owner: tuple[int, int] | None = None  # the tokens of "Ana Sorin's" or "his", without the mark
    stop: int = 0  # where the head phrase ends: before a relative clause or an apposition
    parts: tuple[Phrase, ...] = ()


_REACH = 9  # tokens back to the article of a description
_NEAR = 5  # tokens back to the article of a plural
_SHARE = 5  # tokens of "some eight out of 10"
_SEXES = {"female": "f", "woman": "f", "pregnant": "f", "male": "m"}
_APPOSING = frozenset((",", "--", "-"))
TOGETHER = frozenset(("together", "both", "jointly"))  # "Karvia and Lumen, which together vowed"
_FROM = (("from",), ("with",), ("of",), ("at",), ("in",))
_WHERE = (("in",), ("across",), ("on",))
_MANY = frozenset(("others", "those", "many", "some", "most", "several", "few"))
_LED = ("led", "by")
_PREMODIFIERS = 4  # tokens from a mark to the name of an apposition
_ARTICLES = frozenset(("the", "a", "an"))
_ONE = frozenset(("a", "an", "one"))
_FORMER = frozenset(("former", "ex", "then", "late", "current", "outgoing", "incoming", "longtime"))
_GENITIVES = frozenset(("'s", "'"))
OWNERS = frozenset(("his", "her", "its", "their", "whose", "my", "our"))
_ONE_OF_MANY = frozenset(("one", "another", "member", "part", "either", "neither"))
_SHARES = frozenset(("percent", "third", "thirds", "quarter", "quarters", "half"))
_ANYONE = frozenset(("everyone", "everybody", "anyone", "anybody", "nobody"))  # whoever is left out: "everyone but"
_PERSONAL = frozenset((Kind.PERSON, Kind.GROUP))


class Reader:
    """Reads noun phrases of one document."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.words, self.lowers = register.words, register.lowers
        self.edges = Edges(register)

    def read(self, start: int, end: int) -> Phrase:
        """Read the noun phrase at the tokens [start, end)."""
        names = self._names(start, end)
        start, end = self.edges.trimmed(start, end, names)
        if start >= end:
            return Phrase(Form.EMPTY, start, max(start, end))
        alone = end - start == 1 or self._relates(start)
        if alone and (pronoun := self._pronoun(start)) is not None:
            return pronoun
        stop = self.edges.stop(start, end, names)
        if (dated := self._before_date(start, stop)) is not None:
            return self.read(*dated)
        if self._vague(start, stop, end):
            return Phrase(Form.VAGUE, start, end, self.lowers[stop - 1], plural=True, stop=stop)
        return (
            self._pair(start, end, names) or self._named(start, stop, end, names) or self._described(start, stop, end)
        )

    def ending(self, end: int) -> Phrase | None:
        """Read the description that ends before the token *end*: "a clerk at the port", "some far-right pundits", "voters"."""
        lowers, prepositions = self.lowers, lexicon.words("preposition")
        counts, last = lexicon.words("indefinite"), lowers[end - 1] if end else ""
        if last in lexicon.vague("unspecified"):
            return self.read(end - 1, end)
        back = range(end - 1, max(end - _REACH, -1), -1)
        if heads.noun(last).kind is Kind.PERSON:
            begins = _ARTICLES | counts | OWNERS | _GENITIVES
            start = next((j for j in back if lowers[j] in begins), None)
            if start is not None and lowers[start] in _GENITIVES:
                start = self._owner_start(start)
            elif start is not None and lowers[start - 1] in OWNERS:  # "his most recent customer"
                start -= 1
            if start is None and self.words[end - 1][0].isupper():  # "Hacker Who Leaked Emails"
                start = end - 1
            return None if start is None else self.read(start, end)
        if heads.noun(last).plural and heads.noun(last).kind in BODIES | {Kind.GROUP}:
            stop = next((j for j in back if lowers[j] in prepositions or lowers[j] in MARKS - {"-"}), back.stop)
            near = range(end - 2, max(stop, end - _NEAR), -1)
            determined = counts | lexicon.words("definite") - {"that", "this"} | _GENITIVES
            start = next((j for j in near if lowers[j] in determined or lowers[j].isdigit()), None)
            if start is not None and lowers[start] in _GENITIVES:
                start = self._owner_start(start)
            counted = stop > 0 and (
                lowers[stop - 1] in lexicon.words("quantity") or lowers[stop - 1] in lexicon.nouns()
            )
            inner = start is None and counted and lowers[stop] == "of"  # "a group of clerks"
            if not inner and (start is None or lowers[start - 1] != "of"):
                return self.read(self._bare(end - 1) if start is None else start, end)
        read = [self.read(j, end) for j in back if lowers[j] in _ARTICLES | OWNERS or lowers[j] in counts]
        read = [p for p in read if lexicon.words("auxiliary").isdisjoint(lowers[p.start : end])]
        outer = (p for p in read if lowers[p.start - 1] not in prepositions)
        governed = (
            p
            for p in read
            if p.kind is Kind.PERSON or (p.kind in BODIES | {Kind.GROUP, Kind.DOCUMENT} and p.head == last)
        )
        return next(outer, None) or next(governed, None)  # "the findings of a UN panel, which"

    def _owner_start(self, mark: int) -> int | None:
        """Return where the owner before the mark of a genitive begins: "Mr. Rubin's manager", "the mayor's aide"."""
        names, inside = self.register.names, self.register.inside(mark - _NEAR, mark)
        if inside and names[inside[-1]].end == mark:
            return names[inside[-1]].start
        return next((j for j in range(mark - 1, max(mark - _NEAR, -1), -1) if self.lowers[j] in _ARTICLES), None)

    def modified(self, end: int) -> Phrase | None:
        """Read the people described up to *end* over where or what they are from: "two reporters from the weekly Lantern"."""
        lowers, prepositions, auxiliaries = self.lowers, lexicon.words("preposition"), lexicon.words("auxiliary")
        for k in range(end - 2, max(end - _REACH, 0) - 1, -1):
            behind = lowers[k + 1]
            if behind in auxiliaries or (behind in MARKS - {"-"} and not self._inner(k + 1)):
                return None
            if behind in prepositions and not self._inner(k + 1) and heads.noun(lowers[k]).kind in _PERSONAL:
                phrase = self.ending(k + 1)
                if phrase is not None and lowers[phrase.start - 1] == "of":  # "the son of a miner from Karvo"
                    phrase = self.ending(phrase.start - 1) or phrase
                return None if phrase is None else self.read(self._joined(phrase.start), end)
        return None

    def _joined(self, start: int) -> int:
        """Return where the plural begins to which "and" joins another at *start*: "shopkeepers and traders"."""
        noun = heads.noun(self.lowers[start - 2]) if start > 1 and self.lowers[start - 1] == "and" else None
        joined = noun is not None and noun.plural and noun.kind is Kind.GROUP
        before = self.ending(start - 1) if joined else None
        return start if before is None else before.start

    def share(self, end: int) -> Phrase | None:
        """Read the share of those asked that ends before *end*: "23 percent", "four in 10"."""
        starts = range(max(end - _SHARE, 0), end - 1)
        start = next((k for k in starts if shares.end(self.lowers, k, end) == end), None)
        return None if start is None else self.read(start, end)

    def opening(self, start: int) -> Phrase | None:
        """Read the description with an article that begins at *start*: to its noun, and over what the noun is of."""
        word = self.lowers[start]
        if word not in _ARTICLES and word not in OWNERS and word not in lexicon.words("indefinite"):
            return None
        stop = min(start + _NEAR, len(self.lowers) - 1)
        nouns = lexicon.nouns()
        told = (k for k in range(start + 1, stop) if self.lowers[k].rsplit("-", 1)[-1] in nouns)  # "great-niece"
        at = next(filter(self._closes, told), None)
        if at is None:
            return None
        if self.lowers[at + 1 : at + 2] != ("of",):
            return self.read(start, at + 1)
        if heads.noun(self.lowers[at]).kind is Kind.PERSON:
            field = (
                self.words[at + 2 : at + 3] and self.words[at + 2].islower() and self.lowers[at + 2] not in _ARTICLES
            )
            return self.read(start, at + 3 if field else at + 1)  # "his chief of staff"
        reach = range(at + 2, min(at + _NEAR, len(self.lowers)))
        many = (k for k in reach if self.lowers[k].endswith("s") and len(self.lowers[k]) > 3)  # not "was"
        return self.read(start, next(many, at) + 1)

    def text_at(self, at: int) -> Phrase | None:
        """Read the document whose noun stands at *at*, from its article or number: "a petition", "90 internal messages"."""
        begins = lexicon.words("definite") | lexicon.words("indefinite")
        near = range(at - 1, max(at - _NEAR, -1), -1)
        start = next((j for j in near if self.lowers[j] in begins or self.lowers[j][0].isdigit()), None)
        between = self.lowers[start:at] if start is not None else ()
        if start is None or not lexicon.words("preposition").isdisjoint(between) or not MARKS.isdisjoint(between):
            return None
        return self.read(start, at + 1)

    def _closes(self, at: int) -> bool:
        """Tell whether a noun is no mere part of what follows: not "country" of "The country's drug regulator"."""
        return self.lowers[at + 1] not in lexicon.nouns() and self.lowers[at + 1] not in _GENITIVES

    def group_at(self, start: int) -> Phrase | None:
        """Read the group that begins at *start* without an article: "Observers from the port", "Road workers"."""
        nouns = lexicon.nouns()
        for k in range(start, min(start + 3, len(self.lowers))):
            noun = nouns.get(self.lowers[k])
            if noun is not None and noun.kind is Kind.GROUP and noun.plural:
                behind = self.lowers[k + 1 : k + 2]
                names = self.register.inside(k + 2, k + 4) if behind in _FROM else ()
                placed = behind in _FROM and self.lowers[k + 2] in _ARTICLES  # "from the port"
                end = self.register.names[names[0]].end if names else k + 4 if placed else k + 1
                return self.read(start, end)
            if noun is not None or self.lowers[k] in lexicon.pronouns():
                return None
        return None

    def _bare(self, at: int) -> int:
        """Return where a plural without an article begins: with what is capital or hyphenated before it."""
        if " ".join(self.lowers[at - 1 : at + 1]) in lexicon.nouns():  # "super PACs"
            at -= 1
        while at and (self.words[at - 1][0].isupper() or "-" in self.words[at - 1]) and not self._opening(at - 1):
            at -= 1
        return at

    def _opening(self, at: int) -> bool:
        return self.lowers[at] in lexicon.pronouns() or self.lowers[at] in lexicon.openers() or self.words[at] in MARKS

    def text(self, phrase: Phrase) -> str:
        """Return the head phrase as it is written, without the capital of a sentence's first article."""
        words = [w for w in self.words[phrase.start : phrase.stop] if w != '"']
        while words and words[-1] in MARKS:
            words.pop()
        if words and words[0].lower() in lexicon.words("definite") | lexicon.words("indefinite"):
            words[0] = words[0].lower()
        return joined(words)

    # ------------------------------------------------------------------ edges

    def _names(self, start: int, end: int) -> list[Name]:
        """Return the names in [start, end), cut to it: part of a name is read anew."""
        names, inside = self.register.names, self.register.inside(start, end)
        found: list[Name] = []
        if inside.start and names[inside.start - 1].end > start:
            found += read(self.words, start, min(names[inside.start - 1].end, end))
        for i in inside:
            found += [names[i]] if names[i].end <= end else read(self.words, names[i].start, end)
        return [n for n in found if not _common(n)]

    def _pronoun(self, at: int) -> Phrase | None:
        entry = lexicon.pronouns().get(self.lowers[at])
        if entry is None or (len(self.words[at]) > 1 and self.words[at].isupper()):
            return None
        return Phrase(
            Form.PRONOUN, at, at + 1, self.lowers[at], plural=entry[0] == "plural", gender=entry[1], stop=at + 1
        )

    def _relates(self, start: int) -> bool:
        """Tell whether a relative pronoun begins a clause: "who began with", not "which officials"."""
        follower = self.lowers[start + 1]
        if self.lowers[start] in lexicon.words("relative") and follower in TOGETHER:
            return True
        verbal = follower.endswith("ed") or follower in lexicon.words("auxiliary")
        return self.lowers[start] == "who" or (self.lowers[start] in ("which", "that") and verbal)

    def _vague(self, start: int, stop: int, end: int) -> bool:
        placed = self.lowers[start] == "reports" and self.lowers[start + 1 : start + 2] in _WHERE  # "reports in Spain"
        if (
            not placed
            and self.lowers[start] not in _ANYONE
            and " ".join(self.lowers[start:stop]) not in lexicon.vague("unspecified")
        ):
            return False
        told = stop + 1 < end and self.lowers[stop] in lexicon.words("relative")  # "sources who saw the letter"
        return not told and lexicon.naming_of(" ".join(self.lowers[stop:end])) is not Naming.ANONYMOUS

    # ------------------------------------------------------------------ coordination

    def _pair(self, start: int, end: int, names: Sequence[Name]) -> Phrase | None:
        """Read "Ana Sorin and her aides", "the ministry and the council"."""
        noun, head = lexicon.nouns().get(self.lowers[start]), ""
        if noun is not None and noun.plural and any(n.start == start + 1 for n in names):  # "mediators Qatar and Egypt"
            head, start = self.lowers[start], start + 1
        inner = {k for n in names for k in range(n.start, n.end)}
        cut = next((k for k in range(start + 1, end - 1) if self.lowers[k] == "and" and k not in inner), None)
        if cut is None:
            return None
        described = not any(n.start == start for n in names)  # "the mayor, Ana Sorin, and her aides"
        whole = self._apposed(start, self.edges.stop(start, cut, names), cut, names) if described else None
        pieces = [*([(start, cut)] if whole else self._commas(start, cut)), (cut + 1, end)]
        if not all(self._stands(a, b, names) for a, b in pieces):
            return None
        read = [self.read(a, b) for a, b in pieces]
        parts = tuple(p for piece in read for p in (piece.parts or (piece,)) if p.form not in (Form.EMPTY, Form.VAGUE))
        if len(parts) > 2 and _named_behind(parts):
            head, parts = parts[0].head, parts[1:]
        if len(parts) < 2:
            return parts[0] if parts else None
        return Phrase(Form.PAIR, start, end, head, plural=True, parts=parts, stop=end)

    def _commas(self, start: int, end: int) -> list[tuple[int, int]]:
        cuts = [start - 1, *(k for k in range(start, end) if self.lowers[k] == ","), end]
        pieces = [(a + 1, b) for a, b in pairwise(cuts) if a + 1 < b]
        return [(a, b) for a, b in pieces if not (b - a == 1 and self.lowers[a].isdigit())]  # ages

    def _stands(self, start: int, end: int, names: Sequence[Name]) -> bool:
        """Tell whether a piece can stand for a source of its own."""
        lead = next((n for n in names if n.start in (start, start + 1)), None)
        definite = self.lowers[start] in lexicon.words("definite")
        placed = lead is not None and lead.kind in (Kind.PERSON, None) and len(lead.words) > 1 and not lead.place
        marks = {",", "(", *("of", "from", "at")} if placed else {",", "("}  # "Ana Sorin of Lumen and Pavel Tresk"
        leads = lead is not None and (lead.end >= end or self.lowers[lead.end] in marks)
        if lead is not None and (definite or (lead.start == start and leads)):
            return definite or leads or not self._prepositions(start, end)
        if end - start == 1 and lexicon.pronouns().get(self.lowers[start], ("",))[0] == "third":
            return True  # "she and her colleagues"
        if self._prepositions(start, end):
            return False
        if definite or self.lowers[start] in lexicon.words("indefinite") or self.lowers[start] == "other":
            return True
        if self.lowers[start][0].isdigit():
            return heads.noun(self.lowers[end - 1]).plural
        noun = lexicon.nouns().get(self.lowers[end - 1])
        last = next((n for n in names if n.end == end), None)
        return (noun is not None and noun.plural and end - start < 4) or (last is not None and last.kind is Kind.PERSON)

    def _prepositions(self, start: int, end: int) -> list[int]:
        """Return the prepositions of [start, end) that are no part of a name."""
        prepositions = lexicon.words("preposition")
        return [k for k in range(start, end) if self.lowers[k] in prepositions and not self._inner(k)]

    def _inner(self, k: int) -> bool:
        inside = self.register.inside(0, k + 1)
        return bool(inside) and self.register.names[inside[-1]].end > k

    # ------------------------------------------------------------------ names

    def _named(self, start: int, stop: int, end: int, names: Sequence[Name]) -> Phrase | None:
        core = [n for n in names if n.start < stop]
        if core and core[-1].end >= stop and self._is_head(start, core[-1]):
            return _of(core[-1], start, end, stop)
        if core and core[0].end < stop and self._leads(start, core[0], stop):
            lead = core[0]
            preposed = self.lowers[lead.end] in lexicon.words("preposition") and self.lowers[start] not in _ONE
            if preposed and lead.kind is not Kind.GROUP:  # "Ana Sorin of the Lumen Institute"
                return _of(lead, start, end, lead.end)
            if lead.place and (apposed := self._apposed(start, stop, end, names)) is not None:
                return apposed  # "a Karvo newspaper, Kompas"
            if (found := self._headed(start, stop, end, lead)) is not None:
                return found
        return self._apposed(start, stop, end, names) or self._aliased(start, stop, end, names)

    def _leads(self, start: int, name: Name, stop: int) -> bool:
        """Tell whether a phrase begins with a name, or with what its bearer is: "former clerk Ana Sorin of Belmar"."""
        between = self.lowers[start : name.start]
        if not between or (len(between) == 1 and between[0] in _ARTICLES):
            return True
        personal = name.kind is Kind.PERSON or (name.kind is None and len(name.words) > 1 and not name.place)
        noun = heads.noun(between[-1])
        being = between[-1] in _FORMER or (noun.kind is Kind.PERSON and not noun.plural)
        plain = not self._prepositions(start, name.start) and _GENITIVES.isdisjoint(between)
        behind = name.end < stop and self.lowers[name.end] in lexicon.words("preposition")
        return personal and being and plain and behind

    def _aliased(self, start: int, stop: int, end: int, names: Sequence[Name]) -> Phrase | None:
        """Read "a man who gave his name only as Pavel"."""
        name = aliases.given(self.lowers, start, end, names) if end - start > 3 else None
        head = heads.head(self.lowers, start, stop) if name is not None else None
        if name is None or head is None or heads.noun_at(self.lowers, head, start).kind is not Kind.PERSON:
            return None
        return evolve(_of(name, start, end, name.end), kind=Kind.PERSON)

    def _is_head(self, start: int, name: Name) -> bool:
        """Tell whether the name at the end of the core is its head and no object of a preposition."""
        single = self.lowers[start] in _ONE
        at = max(self._prepositions(start, name.start), default=None)
        if at is None:
            return not (single and name.start > start + 1 and name.kind not in (Kind.PERSON, Kind.OUTLET, None))
        if single or name.kind not in (Kind.PERSON, None) or len(name.words) < 2:
            return False
        if self.lowers[name.start - 1] in ("and", "or"):  # "lawyers for Ana Sorin and Pavel Tresk"
            return False
        between = [k for k in range(at + 1, name.start) if self.lowers[k] not in _ARTICLES]
        if any(self.lowers[k].endswith("ing") for k in between):  # "the head of the group backing Ana Sorin"
            return False
        return any(self._inner(k) or self.lowers[k] in lexicon.nouns() for k in between)

    def _headed(self, start: int, stop: int, end: int, name: Name) -> Phrase | None:
        """Read "the Lumen party", "the Belmar administration": a name that a noun of its kind follows."""
        if any(self.words[k] in _GENITIVES for k in range(name.end, stop)):  # "the Lumen team's coach"
            return None
        at = heads.head(self.lowers, name.end, stop)
        if at is None or at - name.end > 1 or self.lowers[at] not in lexicon.nouns():
            return None
        word, noun = self.lowers[at], heads.noun_at(self.lowers, at, name.end)
        if noun.plural:
            return None
        if noun.kind in _PERSONAL or noun.kind is Kind.DOCUMENT:
            return None
        if name.adjectival and at == name.end:  # "the Karvian group"
            form = Form.INDEFINITE if self.lowers[start] in lexicon.words("indefinite") else Form.DEFINITE
            return Phrase(form, start, end, word, noun.kind, stop=at + 1)
        bodily = name.kind in (Kind.ORGANISATION, Kind.OUTLET, None) and not name.place
        within = at > name.end or (word == "agency" and name.text in lexicon.organisations())
        part = within and name.kind is Kind.ORGANISATION  # "the U.N. refugee agency"
        named = word in lexicon.words("generic-body") and bodily and not part
        kind = Kind.OUTLET if name.kind is Kind.OUTLET else noun.kind
        if not named and at == name.end:
            return Phrase(Form.DEFINITE, start, end, word, kind, name=None if part else name, stop=at + 1)
        if not named:
            return None
        return Phrase(Form.NAME, start, end, word, kind, name=name, stop=at + 1)

    def _apposed(self, start: int, stop: int, end: int, names: Sequence[Name]) -> Phrase | None:
        """Read "the mayor, Ana Sorin": a description whose apposition is the name."""
        k = stop
        if k < end and self.lowers[k] in ("that", "which", "who"):  # "the company that makes the drug, Solvex,"
            k = next((j for j in range(k, end) if self.lowers[j] == ","), end)
        if k < end and self.lowers[k] == "(":
            k = next((j + 1 for j in range(k, end) if self.lowers[j] == ")"), end)
        name = self._apposition(k, names) if k < end and self.lowers[k] in _APPOSING else None
        if name is None or name.place or name.kind in (Kind.GOVERNMENT, Kind.GROUP, Kind.DOCUMENT):
            return None
        placed = name.kind in (Kind.PERSON, None) and len(name.words) > 1  # "a pollster, Ana Sorin of Lumen University"
        if self.lowers[name.end : name.end + 2] == (",", "which") and name.kind is not Kind.OUTLET:
            return None  # "a spokesman for the firm, Leeway Tests, which"
        allowed = BREAKS | {".", "-", "who"} | ({"of", "from", "at"} if placed else frozenset())
        if name.end < end and self.lowers[name.end] not in allowed:
            return None
        head = heads.head(self.lowers, start, stop)
        noun = lexicon.nouns().get(self.lowers[head]) if head is not None else None
        fits = not noun.plural if noun is not None else len(name.words) > 1
        named = _of(name, start, end, name.end)
        if noun is None or not fits:
            return named if fits else None
        firm = len(name.words) == 1 and self.lowers[head or start] in lexicon.words("firm")  # "the operator, Novita"
        kind = Kind.ORGANISATION if firm or noun.kind is Kind.GROUP else noun.kind  # "her team, Karvo-Lumen"
        return evolve(named, kind=named.kind if name.kind else kind, head=self.lowers[head or start])

    def _apposition(self, mark: int, names: Sequence[Name]) -> Name | None:
        """Return the name behind a mark, also behind a noun for its bearer: ", Belmarian lawmaker Ana Sorin"."""
        behind = [n for n in names if mark < n.start <= mark + _PREMODIFIERS]
        for name in reversed(behind):
            told = self.lowers[name.start - 1]
            person = bool(name.title) or told == "'s" or told in _FORMER or heads.noun(told).kind is Kind.PERSON
            between = self.lowers[mark + 1 : name.start]
            plain = not name.place and MARKS.isdisjoint(between) and "of" not in between
            if person and plain and name.kind in (Kind.PERSON, None):
                return name
        if not behind or behind[0].start == mark + 1:
            return behind[0] if behind else None
        articled = behind[0].start == mark + 2 and self.lowers[mark + 1] == "the"  # "His union, the Dockers' League,"
        return behind[0] if articled and behind[0].kind in BODIES else None

    # ------------------------------------------------------------------ descriptions

    def _described(self, start: int, stop: int, end: int) -> Phrase:
        owner = self._owner(start, stop)
        first = self.edges.past_approximation(start, stop)
        if owner is None and (share := shares.end(self.lowers, first, stop)) is not None:
            return self._share(start, stop, end, share)
        begin = owner[1] + (self.words[owner[1]] in _GENITIVES) if owner and owner[1] < stop else first
        at = heads.head(self.lowers, begin, stop)
        if at is None:
            return Phrase(Form.BARE, start, end, self.lowers[stop - 1], stop=stop, owner=owner)
        if self.lowers[at + 1 : at + 2] == ("of",) and at + 2 < stop and self._counts(at, self.lowers[first]):
            return self._some_of(start, stop, end, at)
        if self.lowers[at] in _SHARES:  # "a third" of those asked
            return Phrase(Form.INDEFINITE, start, end, self.lowers[at], Kind.GROUP, plural=True, stop=stop)
        noun, word = heads.noun_at(self.lowers, at, begin), self.lowers[first]
        if noun.kind is Kind.ORGANISATION and self.lowers[at].endswith("er") and "who" in self.lowers[stop : stop + 2]:
            noun = heads.noun("person")  # "a maker who has repaired pianos"
        if noun.kind is Kind.OUTLET and self._printed(at, end):
            noun = heads.noun("study")
        elif self.lowers[at] in _MANY or (noun.kind is Kind.ORGANISATION and self.lowers[at + 1 : at + 3] == _LED):
            noun = heads.noun(
                "people" if self.lowers[at] in _MANY else "team"
            )  # "others at the port", "a group led by"
        form = Form.BARE
        if owner is not None or word in lexicon.words("definite"):
            form = Form.DEFINITE
        elif first > start or word in lexicon.words("indefinite") or word[0].isdigit():
            form = Form.INDEFINITE
        gender = self._gender(first, at) if noun.gender == "u" and noun.kind is Kind.PERSON else noun.gender
        return Phrase(form, start, end, self.lowers[at], noun.kind, noun.plural, gender, owner=owner, stop=stop)

    def _gender(self, start: int, at: int) -> str:
        """Return the gender that another word for the same person tells: "The former first lady and senator", "a female teacher"."""
        if (sex := next((_SEXES[w] for w in self.lowers[start:at] if w in _SEXES), None)) is not None:
            return sex
        told = (lexicon.nouns().get(self.lowers[k - 1]) for k in range(start + 1, at) if self.lowers[k] == "and")
        return next((n.gender for n in told if n is not None and n.kind is Kind.PERSON and not n.plural), "u")

    def _printed(self, at: int, end: int) -> bool:
        """Tell whether a paper is a study: "the paper, published in Annals of Sleep,"."""
        behind = at + 1 + (self.lowers[at + 1 : at + 2] == (",",))
        out = self.lowers[behind : behind + 2] in (("published", "in"), ("published", "on"), ("posted", "on"))
        return out and behind < end and self.lowers[at] in lexicon.words("study")

    def _share(self, start: int, stop: int, end: int, share: int) -> Phrase:
        """Read "54 per cent", "one in four voters": a share up to the token *share*, and those of whom it is."""
        behind = share + (self.lowers[share : share + 1] == ("of",))
        inner = (self.read(behind, stop),) if behind < stop else ()
        head = inner[0].head if inner else self.lowers[share - 1]
        return Phrase(Form.INDEFINITE, start, end, head, Kind.GROUP, plural=True, stop=stop, parts=inner)

    def _counts(self, at: int, first: str) -> bool:
        """Tell whether the word at *at* only says how many: "an army of workers", not "the army of Belmar"."""
        noun = lexicon.nouns().get(self.lowers[at])
        body = noun is not None and noun.kind in BODIES and first not in lexicon.words("indefinite")
        return self.lowers[at] in lexicon.words("quantity") and not body

    def _some_of(self, start: int, stop: int, end: int, at: int) -> Phrase:
        """Read "one of the mayors", "a group of doctors"."""
        inner = self.read(at + 2, stop)
        one = self.lowers[at] in _ONE_OF_MANY
        if one and inner.form is Form.PRONOUN and (told := self._told_behind(stop, end)) is not None:
            return told
        member = self.lowers[at] == "member"
        kind = Kind.PERSON if member or (one and inner.kind is Kind.GROUP) else inner.kind
        if (
            self.lowers[at] == "members"
            or inner.form is Form.PRONOUN
            or (kind is Kind.UNKNOWN and (inner.plural or inner.form is Form.NAME) and not one)
        ):
            kind = Kind.GROUP
        head = self.lowers[at] if member and not inner.plural else inner.head  # "a member of the board"
        return Phrase(Form.INDEFINITE, start, end, head, kind, not one, stop=stop, parts=(inner,))

    def _told_behind(self, stop: int, end: int) -> Phrase | None:
        """Read the apposition that tells more than "one of them": ", a teenager from the coast,"."""
        if self.lowers[stop : stop + 1] != (",",) or self.lowers[stop + 1 : stop + 2] not in (("a",), ("an",)):
            return None
        found = (self.read(stop + 1, end), self.opening(stop + 1))  # "a waitress seven months along"
        return next(
            (p for p in found if p and p.kind is Kind.PERSON and p.form is Form.INDEFINITE and not p.plural), None
        )

    def _owner(self, start: int, stop: int) -> tuple[int, int] | None:
        if self.lowers[start] in OWNERS and stop - start > 1:
            return start, start + 1
        for k in range(start + 1, stop - 1):
            if self.words[k] == "'s" or (self.words[k] == "'" and self.words[k - 1].endswith("s")):
                return start, k
            if self.lowers[k] in lexicon.words("preposition"):
                return None
        return None

    def _before_date(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return the owner where only a date follows: "Ana Sorin's March 13", of "Ana Sorin's March 13 speech"."""
        owner = self._owner(start, stop)
        if owner is None:
            return None
        calendar = lexicon.words("calendar")
        behind = self.lowers[owner[1] + (self.words[owner[1]] in _GENITIVES) : stop]
        dates = [w for w in behind if w in calendar]
        return owner if dates and all(w in calendar or w[0].isdigit() or w == "." for w in behind) else None


def _of(name: Name, start: int, end: int, stop: int) -> Phrase:
    plural = name.kind is Kind.GROUP
    return Phrase(
        Form.NAME, start, end, name.words[-1].lower(), name.kind or Kind.UNKNOWN, plural, name.gender, name, stop=stop
    )


def _named_behind(parts: Sequence[Phrase]) -> bool:
    """Tell whether names only say who is meant before them: "two analysts, Ana Sorin and Pavel Tresk"."""
    many, *rest = parts
    kinds = {Kind.PERSON} if many.kind is Kind.GROUP else BODIES | {Kind.GROUP}
    named = all(part.form is Form.NAME and part.kind in kinds | {Kind.UNKNOWN} for part in rest)
    return named and many.form is not Form.NAME and many.plural


def _common(name: Name) -> bool:
    """Tell whether a name is only a noun with a capital: "one Republican", "Millennials", "the Ohio Democrat", "House Committees"."""
    *before, last = name.words
    noun = lexicon.nouns().get(last.lower()) if not name.title else None
    many = noun is not None and noun.plural and not name.kind
    if noun is None or not (many or noun.kind in _PERSONAL) or name.outlet is not None:
        return False
    place = " ".join(before)
    partisan = f"{last}s" in lexicon.peoples() and (place in lexicon.governments() or place in lexicon.places())
    return not before or partisan or (many and noun.kind is Kind.GOVERNMENT)
