"""Tell apart those who share a surname: whom it means by itself, and whose a title is that no full name bears."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from attrs import evolve

from credtag.records import Document
from credtag.source import lexicon
from credtag.source.proper_names.names import Name
from credtag.source.register.entity import Entity, fits

_FORMER = frozenset(("former", "ex", "then", "late"))
_BEFORE = 2  # tokens around a name in which it says that its bearer was something
_BESIDE = 5  # tokens from "his wife" to her name
_BEHIND = 8  # tokens from a surname to the pronoun that tells of whom it is
_MOST = 24  # bearers of one surname to choose among


class Namesakes:
    """The bearers of each surname."""

    def __init__(self, document: Document) -> None:
        self.document, self.lowers = document, document.lowers
        self.bearers: defaultdict[str, list[Entity]] = defaultdict(list)
        self.settled: dict[str, Entity] = {}  # who a bare surname has come to mean
        self._fulls: defaultdict[Entity, list[int]] = defaultdict(list)  # where a full name or a title stands

    def add(self, surname: str, person: Entity) -> None:
        """Remember that *person* bears a surname."""
        self.bearers[surname].append(person)

    def name_in_full(self, person: Entity, token: int) -> None:
        """Remember that *token* names a person so that no namesake can be meant."""
        self._fulls[person].append(token)

    def of(self, surname: str) -> Sequence[Entity]:
        """Return the first bearers of a surname."""
        return self.bearers.get(surname, [])[:_MOST]

    def one_of(self, surname: str, gender: str) -> list[Entity]:
        """Return those bearers of a surname whose gender may be so."""
        return [e for e in self.of(surname) if fits(e.gender, gender)]

    def strangers(self, names: Iterable[Name]) -> Iterator[Name]:
        """Yield the surnames with a title that belong to nobody named in full: "President Marn", husband of Lena Marn."""
        alone = [n for n in names if len(n.words) == 1 and n.title and n.words[0].lower() in self.bearers]
        told: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for name in alone:
            told[name.words].add(name.gender)
        for name in alone:
            bearers, held = self.of(name.words[0].lower()), _held(name)
            if not held or any(not e.roles.isdisjoint(held) for e in bearers):
                continue
            early = name.start < min(map(self._first_full, bearers))
            office = early and _is_office(name)  # a rank stays who leaves for another post
            genders = told[name.words] | ({self.told_gender(name)} if early else set())
            apart = [g for g in genders if not any(fits(e.gender, g) for e in bearers)]
            if apart or all(self._related(e) or (office and e.roles) for e in bearers):
                yield evolve(name, gender=apart[0]) if apart else name

    def _related(self, person: Entity) -> bool:
        """Tell whether the text first names a person only as somebody's relative: "his wife, Lena Marn"."""
        kin = _relatives()
        (first, *_) = self._fulls[person] or [0]
        before = self.lowers[max(first - 2, 0) : first]
        return not kin.isdisjoint(before) and not person.roles.isdisjoint(kin)

    def told_gender(self, name: Name) -> str:
        """Return the gender of the pronoun close behind a name in its sentence: "Marn said she", "Marn left his house"."""
        for k in range(name.end, min(name.end + _BEHIND, len(self.lowers))):
            role, gender = lexicon.pronouns().get(self.lowers[k], ("", "u"))
            if role == "third":
                return gender
            if self.document.words[k][0].isupper() or not (self.lowers[k][0].isalpha() or self.lowers[k] == ","):
                return "u"
        return "u"

    def choose(self, word: str, people: Sequence[Entity], name: Name) -> Entity | None:
        """Choose among the bearers of a surname: the one it has come to mean, else the last one named in full."""
        label = " ".join((*map(str.lower, name.title), word))
        settled = self.settled.get(label)
        if settled is not None and settled in people and (label == word or self._still(settled, people, name)):
            return settled
        if len(people) > 1 and not name.title:
            gender = self.told_gender(name)
            people = [e for e in people if fits(e.gender, gender)] or people
        if len(people) > 1 and (office := _first_held(name)):  # "Governor Marn" beside Senator Lena Marn
            people = [e for e in people if office in e.roles] or people
            people = [e for e in people if not self.is_former(e)] or people
        entity = people[0] if len(people) == 1 else self._last_named(people, name)
        if entity is not None and (not name.title or not _held(name)):
            self.settled[label] = entity
        return entity

    def _still(self, person: Entity, people: Sequence[Entity], name: Name) -> bool:
        """Tell whether "Mrs. Marn" goes on to mean the one whom it meant: no other was named in full just before."""
        here = self.document.paragraph_at(self.document.tokens.starts[name.start])
        others = (self._last_full(e, name.start) for e in people if e is not person)
        near = (self.document.paragraph_at(self.document.tokens.starts[k]) for k in others if k >= 0)
        return all(here is None or n is None or here - n > 1 for n in near)

    def is_former(self, person: Entity) -> bool:
        """Tell whether the text first says that a person no longer is what the title says: "former president Luis Orme"."""
        (first, *_) = person.at or self._fulls[person] or [0]
        beside = self.lowers[max(first - _BEFORE, 0) : first + _BEFORE]
        return any(word in _FORMER or word.startswith("ex-") for word in beside)

    def _last_named(self, people: Sequence[Entity], name: Name) -> Entity | None:
        ranked = sorted(people, key=lambda e: (-self._last_full(e, name.start), self._first_full(e)))
        last, second = (self._last_full(e, name.start) for e in ranked[:2])
        together = second >= 0 and self._sentence(last) == self._sentence(second)
        if together and self._sentence(last) == self._sentence(name.start):
            return None
        if together:  # "Ana Vale spoke for her husband Pavel Vale. Vale said": the subject goes on
            return min(people, key=lambda e: self._first_in(e, last))
        return ranked[0]

    def _first_full(self, person: Entity) -> int:
        return next(iter(self._fulls[person]), len(self.lowers))

    def _last_full(self, person: Entity, token: int) -> int:
        found = self._fulls[person]
        k = bisect_left(found, token)
        return found[k - 1] if k else -1

    def _first_in(self, person: Entity, token: int) -> int:
        """Return where the sentence of *token* first names a person in full; behind the text if only as someone's relative."""
        sentence, found = self._sentence(token), self._fulls[person]
        start = 0 if sentence is None else self.document.token_at(self.document.sentences[sentence].start)
        k = bisect_left(found, start)
        if k == len(found) or self._sentence(found[k]) != sentence:
            return len(self.lowers)
        before = takewhile(lambda w: w != ",", reversed(self.lowers[max(found[k] - _BESIDE, 0) : found[k]]))
        return found[k] if _relatives().isdisjoint(before) else found[k] + len(self.lowers)  # "for his wife Ana Vale"

    def _sentence(self, token: int) -> int | None:
        return self.document.sentence_at(self.document.tokens.starts[token])


def _relatives() -> frozenset[str]:
    return lexicon.words("kin") | lexicon.words("spouse")


def _posts(name: Name, *kinds: str) -> list[str]:
    """Return the titles of some kinds before a name: "president", "general"."""
    titles = lexicon.titles()
    return [word for word in map(str.lower, name.title) if word in titles and titles[word].kind in kinds]


def _held(name: Name) -> frozenset[str]:
    """Return the roles that the offices and ranks before a name give its bearer."""
    return frozenset(role for word in _posts(name, "office", "rank") for role in lexicon.roles(word))


def _first_held(name: Name) -> str:
    """Return what a title says that its bearer is, if it is an office or a rank."""
    return next((lexicon.roles(word)[0] for word in _posts(name, "office", "rank")), "")


def _is_office(name: Name) -> bool:
    return bool(_posts(name, "office"))
