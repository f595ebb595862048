"""Read a noun phrase that carries a name: "former clerk Ana Sorin of Belmar", "the Lumen party", "the mayor, Ana Sorin"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.lexicon import Noun
from credtag.source.noun_phrases import heads
from credtag.source.noun_phrases.edges import BREAKS, MARKS
from credtag.source.noun_phrases.phrase import ARTICLES, GENITIVES, PERSONAL, Form, Phrase
from credtag.source.proper_names.names import Name, read
from credtag.source.register import aliases
from credtag.source.register.entities import Register
from credtag.source.register.entity import BODIES

_PREMODIFIERS = 4  # tokens from a mark to the name of an apposition
_APPOSING = frozenset((",", "--", "-"))
_ONE = frozenset(("a", "an", "one"))
_FORMER = frozenset(("former", "ex", "then", "late", "current", "outgoing", "incoming", "longtime"))


class NamedPhrases:
    """Reads the noun phrases of one document that carry a name."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.words, self.lowers = register.words, register.lowers

    def read(self, start: int, stop: int, end: int, names: Sequence[Name]) -> Phrase | None:
        """Read a phrase that is a name, or that a name in it heads, follows or leads."""
        alias = aliases.given(self.register, start, stop, end) if stop - start > 1 else None
        at = heads.head(self.lowers, start, min(stop, alias.start)) if alias is not None else None
        if alias is not None and at is not None:
            noun = heads.noun_at(self.lowers, at, start)
            if noun.kind is Kind.DOCUMENT:  # "a report called Broken Nets"
                return None
            if (aliased := self._aliased(start, end, at, noun, alias)) is not None:
                return aliased
        core = [n for n in names if n.start < stop]
        if core and core[-1].end >= stop and self._is_head(start, core[-1]):
            return _of(core[-1], start, end, stop)
        if core and core[0].end < stop and self._leads(start, core[0], stop):
            lead = core[0]
            preposed = self.lowers[lead.end] in lexicon.words("preposition") and self.lowers[start] not in _ONE
            if preposed and lead.kind is not Kind.GROUP:  # "Ana Sorin of the Lumen Institute"
                return _of(lead, start, end, lead.end)
            if lead.place and (apposed := self.apposed(start, stop, end, names)) is not None:
                return apposed  # "a Karvo newspaper, Kompas"
            if (found := self._headed(start, stop, end, lead)) is not None:
                return found
        return self.apposed(start, stop, end, names)

    def within(self, start: int, end: int) -> list[Name]:
        """Return the names in [start, end), cut to it: part of a name is read anew."""
        names, inside = self.register.names, self.register.inside(start, end)
        found: list[Name] = []
        if inside.start and names[inside.start - 1].end > start:
            found += read(self.words, start, min(names[inside.start - 1].end, end))
        for i in inside:
            found += [names[i]] if names[i].end <= end else read(self.words, names[i].start, end)
        return [n for n in found if not _common(n)]

    def prepositions(self, start: int, end: int) -> list[int]:
        """Return the prepositions of [start, end) that are no part of a name."""
        prepositions = lexicon.words("preposition")
        return [k for k in range(start, end) if self.lowers[k] in prepositions and not self.inner(k)]

    def inner(self, k: int) -> bool:
        """Tell whether the token *k* stands in a name."""
        inside = self.register.inside(0, k + 1)
        return bool(inside) and self.register.names[inside[-1]].end > k

    def _leads(self, start: int, name: Name, stop: int) -> bool:
        """Tell whether a phrase begins with a name, or with what its bearer is: "former clerk Ana Sorin of Belmar"."""
        between = self.lowers[start : name.start]
        if not between or (len(between) == 1 and between[0] in ARTICLES):
            return True
        personal = name.kind is Kind.PERSON or (name.kind is None and len(name.words) > 1 and not name.place)
        noun = heads.noun(between[-1])
        being = between[-1] in _FORMER or (noun.kind is Kind.PERSON and not noun.plural)
        plain = not self.prepositions(start, name.start) and GENITIVES.isdisjoint(between)
        behind = name.end < stop and self.lowers[name.end] in lexicon.words("preposition")
        return personal and being and plain and behind

    def _aliased(self, start: int, end: int, at: int, noun: Noun, name: Name) -> Phrase | None:
        """Read "a man who gave his name only as Pavel", "a group calling itself Tin Moth", with the head noun at *at*."""
        if noun.plural and "themselves" not in self.lowers[at : name.start]:
            return None
        if noun.kind is Kind.PERSON and name.kind in BODIES | {Kind.GROUP}:
            return None
        kind = (name.kind or Kind.UNKNOWN) if noun.kind is Kind.UNKNOWN else noun.kind
        if self.lowers[at + 1] == "of" and heads.noun(self.lowers[at + 2]).kind is Kind.GROUP:
            kind = Kind.GROUP  # "a network of volunteers"
        called = _of(name, start, max(end, name.end), name.end)
        if noun.kind is Kind.PERSON:
            return evolve(called, kind=Kind.PERSON)
        kind = Kind.ORGANISATION if kind is Kind.GROUP else kind
        return evolve(called, kind=kind, plural=False, head=self.lowers[at])

    def _is_head(self, start: int, name: Name) -> bool:
        """Tell whether the name at the end of the core is its head and no object of a preposition."""
        single = self.lowers[start] in _ONE
        at = max(self.prepositions(start, name.start), default=None)
        if at is None:
            return not (single and name.start > start + 1 and name.kind not in (Kind.PERSON, Kind.OUTLET, None))
        if single or name.kind not in (Kind.PERSON, None) or len(name.words) < 2:
            return False
        if self.lowers[name.start - 1] in ("and", "or"):  # "lawyers for Ana Sorin and Pavel Tresk"
            return False
        between = [k for k in range(at + 1, name.start) if self.lowers[k] not in ARTICLES]
        if any(self.lowers[k].endswith("ing") for k in between):  # "the head of the group backing Ana Sorin"
            return False
        return any(self.inner(k) or self.lowers[k] in lexicon.nouns() for k in between)

    def _headed(self, start: int, stop: int, end: int, name: Name) -> Phrase | None:
        """Read "the Lumen party", "the Belmar administration": a name that a noun of its kind follows."""
        if any(self.words[k] in GENITIVES for k in range(name.end, stop)):  # "the Lumen team's coach"
            return None
        at = heads.head(self.lowers, name.end, stop)
        if at is None or at - name.end > 1 or self.lowers[at] not in lexicon.nouns():
            return None
        word, noun = self.lowers[at], heads.noun_at(self.lowers, at, name.end)
        if noun.plural:
            return None
        if noun.kind in PERSONAL or noun.kind is Kind.DOCUMENT:
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

    def apposed(self, start: int, stop: int, end: int, names: Sequence[Name]) -> Phrase | None:
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


def _of(name: Name, start: int, end: int, stop: int) -> Phrase:
    plural = name.kind is Kind.GROUP
    return Phrase(
        Form.NAME, start, end, name.words[-1].lower(), name.kind or Kind.UNKNOWN, plural, name.gender, name, stop=stop
    )


def _common(name: Name) -> bool:
    """Tell whether a name is only a noun with a capital: "one Republican", "Millennials", "the Ohio Democrat", "House Committees"."""
    *before, last = name.words
    noun = lexicon.nouns().get(last.lower()) if not name.title else None
    many = noun is not None and noun.plural and not name.kind
    if noun is None or not (many or noun.kind in PERSONAL) or name.outlet is not None:
        return False
    place = " ".join(before)
    partisan = f"{last}s" in lexicon.peoples() and (place in lexicon.governments() or place in lexicon.places())
    return not before or partisan or (many and noun.kind is Kind.GOVERNMENT)
