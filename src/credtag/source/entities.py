"""Gather the names of an article into entities: full names, surnames, acronyms and short forms."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from attrs import Factory, define

from credtag.records import Document, Kind, Naming, Span
from credtag.source import lexicon
from credtag.source.names import Name, joined

_BODIES = frozenset((Kind.ORGANISATION, Kind.GOVERNMENT, Kind.OUTLET, Kind.GROUP, Kind.DOCUMENT))
_BEFORE_PLACES = frozenset(("in", "from", "to", "near", "at", "across", "outside"))


@define(eq=False)
class Entity:
    """Who or what a set of mentions stands for, while it is being gathered."""

    name: str | None
    kind: Kind = Kind.UNKNOWN
    naming: Naming = Naming.NAMED
    gender: str = "u"
    plural: bool = False
    words: tuple[str, ...] = ()
    title: str | None = None
    affiliation: str | None = None
    outlet_id: str | None = None
    roles: set[str] = Factory(set)
    head: str = ""
    owner: Entity | None = None
    mentions: dict[int, Span] = Factory(dict)  # by start
    at: list[int] = Factory(list)  # token indices of mentions, in order

    def last_before(self, token: int) -> int:
        """Return the token of the last mention before *token*, or -1."""
        i = bisect_left(self.at, token)
        return self.at[i - 1] if i else -1


class Register:
    """The entities of an article by the names that stand for them."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self.document = document
        self.names = names
        self.words, self.lowers = document.words, document.lowers
        self.starts = [n.start for n in names]
        self.of: list[Entity | None] = [None] * len(names)
        self.people: list[Entity] = []
        self.bodies: list[Entity] = []
        self._full: dict[tuple[str, str], Entity] = {}
        self._last: defaultdict[str, list[Entity]] = defaultdict(list)
        self._first: defaultdict[str, list[Entity]] = defaultdict(list)
        self._body: dict[str, Entity] = {}
        self._settled: dict[str, Entity] = {}  # who a bare surname has come to mean
        self._introduced: dict[int, int] = {}
        self._kinds = self._told_kinds()
        for i, name in enumerate(names):
            if len(name.words) > 1 or name.kind in _BODIES:
                self._enter(i, name)
        for i, name in enumerate(names):
            if self.of[i] is None:
                self.of[i] = self._short(i, name)
        for i, entity in enumerate(self.of):
            if entity is not None:
                self._mention(i, entity)
        self._enter_camps()
        self.person_at = [(self.names[i].start, e) for i, e in enumerate(self.of) if e is not None and e.kind is Kind.PERSON]

    # ------------------------------------------------------------------ lookup

    def inside(self, start: int, end: int) -> range:
        """Return the indices of the names that start at the tokens [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of text of the tokens [start, end)."""
        return Span(self.document.tokens[start].start, self.document.tokens[end - 1].end)

    def called(self, words: Sequence[str]) -> Entity | None:
        """Return the entity with exactly this name, or with this surname when only one bears it."""
        lower = [w.lower() for w in words]
        if len(lower) > 1 and (found := self._full.get((lower[0], lower[-1]))) is not None:
            return found
        text = " ".join(lower)
        people = self._last.get(text, [])
        return self._settled.get(text) or (people[0] if len(people) == 1 else self._body.get(text))

    def misspelt(self, name: Name) -> Entity | None:
        """Return the one person whose surname differs from *name* by a slip of the pen."""
        word = name.words[-1]
        if len(word) < 5:
            return None
        fits = {e for e in self.people if len(e.words) > 1 and e.words[-1][0] == word[0] and e.words[-1] != word and _fits(e, name) and SequenceMatcher(None, e.words[-1].lower(), word.lower()).ratio() > 0.84}
        return fits.pop() if len(fits) == 1 else None

    def look_up(self, name: Name) -> Entity | None:
        """Return the entity of a name that is only part of one found in the text, or a new one."""
        return self.called(name.words) or self._enter_body(name)

    # ------------------------------------------------------------------ entering

    def _told_kinds(self) -> dict[str, Kind]:
        """Return what the context of one mention tells of every mention of the same name."""
        told: dict[str, Kind] = {}
        for name in self.names:
            if name.kind is not None and len(name.words) == 1:
                told.setdefault(name.words[0], name.kind)
        return told

    def _enter(self, i: int, name: Name) -> None:
        if name.kind in _BODIES:
            if self._hidden_person(name):
                return
            self.of[i] = self._enter_body(name)
        elif self._personal(name):
            self.of[i] = self._enter_person(i, name)
        else:
            self.of[i] = self._enter_body(name)

    def _hidden_person(self, name: Name) -> bool:
        """Leave one-word bodies that may be a surname here for the second pass: Jordan, Chad, Ford."""
        return len(name.words) == 1 and (name.place or name.kind is Kind.ORGANISATION) and name.outlet is None and not name.text.isupper()

    def _personal(self, name: Name) -> bool:
        if name.kind is Kind.PERSON:
            return True
        if name.place or not 2 <= len(name.words) <= 4:
            return False
        return all(w[0].isupper() or w.islower() or w == "." for w in name.words) and name.words[-1].lower() not in lexicon.nouns()

    def _enter_person(self, i: int, name: Name) -> Entity:
        words = tuple(w for w in name.words if w not in (".", "Jr", "Sr", "II", "III"))
        key = (words[0].lower(), words[-1].lower())
        entity = self._full.get(key)
        if entity is None:
            entity = self._full[key] = Entity(name.text, name.kind or Kind.UNKNOWN, words=words, gender=name.gender)
            self._last[words[-1].lower()].append(entity)
            if len(words) > 2:
                for k in range(1, len(words) - 1):
                    if words[k].lower() in ("de", "al", "el", "van", "von", "di", "da", "bin", "della", "del", "le", "la") or k == len(words) - 2:
                        self._last[" ".join(words[k:]).lower()].append(entity)
            self._first[words[0].lower()].append(entity)
            self.people.append(entity)
        elif len(words) > len(entity.words):
            entity.words, entity.name = words, name.text
        if name.kind is Kind.PERSON:
            entity.kind = Kind.PERSON
        self._describe(name, entity)
        self._introduced[id(entity)] = name.start
        return entity

    def _describe(self, name: Name, entity: Entity) -> None:
        """Note the title, gender and roles that a mention of a person gives."""
        if name.gender != "u" and entity.gender == "u":
            entity.gender = name.gender
        if name.title:
            honorific = all(lexicon.titles().get(w.lower(), _NONE).kind == "honorific" for w in name.title if w != ".")
            if not honorific:
                entity.title = entity.title or joined(name.title)
            entity.affiliation = entity.affiliation or (joined(name.before) or None)
            for word in name.title:
                if word.lower() in lexicon.titles() and not honorific:
                    entity.roles.update(lexicon.roles(word.lower()))
        self._apposed(name, entity)

    def _apposed(self, name: Name, entity: Entity) -> None:
        lowers, nouns = self.lowers, lexicon.nouns()
        k = name.start - 1
        if k >= 0 and lowers[k] in nouns and nouns[lowers[k]].kind is Kind.PERSON:
            self._role(entity, k, k)
        elif k > 1 and lowers[k] == ",":
            self._role_back(entity, k)
        k = name.end
        if lowers[k : k + 1] == ("(",):
            k = next((j + 1 for j in range(k, min(k + 8, len(lowers))) if lowers[j] == ")"), k)
        if lowers[k : k + 1] in ((",",), ("--",), ("-",)):
            self._role_ahead(entity, k + 1)

    def _role_ahead(self, entity: Entity, k: int) -> None:
        nouns, lowers = lexicon.nouns(), self.lowers
        found = None
        for j in range(k, min(k + 9, len(lowers))):
            word = lowers[j]
            noun = nouns.get(word)
            if noun is not None and noun.kind is Kind.PERSON:
                found = j
            if word in _ENDS and not (word == "," and j == k + 1):
                break
        if found is not None:
            self._role(entity, k, found)

    def _role_back(self, entity: Entity, comma: int) -> None:
        nouns, lowers = lexicon.nouns(), self.lowers
        for j in range(comma - 1, max(comma - 10, -1), -1):
            word = lowers[j]
            if word in (".", ",", ";", '"', "said") or word in lexicon.pronouns() and word not in ("his", "her", "its", "their", "that"):
                return
            noun = nouns.get(word)
            if word in ("the", "a", "his", "her", "their"):
                heads = [m for m in range(j + 1, comma) if lowers[m] in nouns and nouns[lowers[m]].kind is Kind.PERSON]
                if heads:
                    self._role(entity, j + 1, heads[0])
                return
            del noun

    def _role(self, entity: Entity, start: int, head: int) -> None:
        noun = self.lowers[head]
        entity.roles.update(lexicon.roles(noun))
        if head > 0 and self.lowers[head - 1] in lexicon.nouns():
            entity.roles.update(lexicon.roles(self.lowers[head - 1]))
        if entity.gender == "u":
            entity.gender = lexicon.nouns()[noun].gender
        if entity.title is None:
            while start < head and self.lowers[start] in ("the", "a", "an", "his", "her", ",") or self.words[start].isdigit():
                start += 1
            entity.title = joined(self.words[start : head + 1])
        if entity.kind is Kind.UNKNOWN:
            entity.kind = Kind.PERSON

    def _enter_body(self, name: Name) -> Entity:
        key = name.outlet.outlet_id if name.outlet else name.text.lower()
        if name.outlet is None and key not in self._body:
            key = " ".join(w.lower() for w in name.words)
        kind = name.kind or (self._kinds.get(name.words[0]) if len(name.words) == 1 else None)
        entity = self._body.get(key)
        if entity is None:
            entity = self._body[key] = Entity(self._body_name(name), kind or Kind.UNKNOWN, words=name.words, plural=kind is Kind.GROUP)
            entity.head = name.words[-1].lower()
            if kind is Kind.GROUP:
                entity.naming = Naming.DESCRIBED
            entity.outlet_id = name.outlet.outlet_id if name.outlet else None
            self.bodies.append(entity)
        elif kind and entity.kind is Kind.UNKNOWN:
            entity.kind = kind
        if name.outlet and len(name.words) > len(entity.words):
            entity.words, entity.name = name.words, self._body_name(name)
        self._acronym(name, entity)
        return entity

    def _body_name(self, name: Name) -> str:
        if name.outlet and name.outlet.name == f"The {name.text}":
            return name.outlet.name
        if name.kind is Kind.OUTLET and self.words[name.start] == "The" and not name.outlet:
            return f"The {name.text}"
        return name.text

    def _acronym(self, name: Name, entity: Entity) -> None:
        k = name.end
        if self.words[k : k + 1] == ("(",) and self.words[k + 2 : k + 3] == (")",) and self.words[k + 1].isupper():
            self._body[self.words[k + 1].lower()] = entity

    # ------------------------------------------------------------------ short forms

    def _short(self, i: int, name: Name) -> Entity | None:
        """Find who a name of one word stands for."""
        word = name.words[-1].lower()
        people = [e for e in self._last.get(word, ()) if _fits(e, name)]
        bodily = name.place or name.kind in _BODIES or self._kinds.get(name.words[0]) in _BODIES
        if bodily and name.start and self.lowers[name.start - 1] in _BEFORE_PLACES:
            people = []
        if people:
            entity = self._bearer(word, people, name)
            if entity is not None:
                self._describe(name, entity)
                return entity
            return None
        if not bodily and len(first := self._first.get(word, [])) == 1 and not name.title and name.words[0] in lexicon.first_names():
            return first[0]
        if name.kind is Kind.PERSON:
            return self._enter_person(i, name)
        if (body := self._body.get(word)) is not None:
            return body
        if not bodily and (long := self._long_form(name)) is not None:
            return long
        return self._enter_body(name)

    def _bearer(self, word: str, people: Sequence[Entity], name: Name) -> Entity | None:
        settled = self._settled.get(word)
        if settled is not None and settled in people:
            return settled
        if len(people) > 1:
            before = [e for e in people if self._introduced_before(e, name.start)]
            sentence = self.document.sentence_at(self.document.tokens[name.start].start)
            people = sorted(before or people, key=lambda e: -self._last_full(e, name.start))
            if len(people) > 1 and before:
                near = [e for e in people if self._sentence_of(self._last_full(e, name.start)) == sentence]
                if len(near) > 1:
                    return None
        entity = people[0]
        entity.kind = Kind.PERSON
        self._settled[word] = entity
        return entity

    def _introduced_before(self, entity: Entity, token: int) -> bool:
        return self._last_full(entity, token) >= 0

    def _last_full(self, entity: Entity, token: int) -> int:
        fulls = self._fulls.get(id(entity)) if hasattr(self, "_fulls") else None
        if fulls is None:
            self._fulls: dict[int, list[int]] = {}
            for name, owner in zip(self.names, self.of, strict=True):
                if owner is not None and len(name.words) > 1:
                    self._fulls.setdefault(id(owner), []).append(name.start)
            fulls = self._fulls.get(id(entity), [])
        k = bisect_left(fulls, token)
        return fulls[k - 1] if k else -1

    def _sentence_of(self, token: int) -> int | None:
        return self.document.sentence_at(self.document.tokens[token].start) if token >= 0 else None

    def _long_form(self, name: Name) -> Entity | None:
        """Find the body whose acronym or first word the name is."""
        text = name.words[0]
        if text.isupper() and len(text) > 1:
            fits = [e for e in self.bodies if "".join(w[0] for w in e.words if w[0].isupper()) == text.replace(".", "")]
        else:
            fits = [e for e in self.bodies if len(e.words) > 1 and e.words[0] == text and e.kind in (Kind.ORGANISATION, Kind.OUTLET)]
        return fits[0] if len(fits) == 1 else None

    def _enter_camps(self) -> None:
        """Enter the bodies that go by the name of their head: "the Sorin campaign", "Sorin's administration"."""
        for name in self.names:
            k = name.end + (self.words[name.end : name.end + 1] == ("'s",))
            if self.lowers[k : k + 1] in (("campaign",), ("administration",)) and not name.title:
                head = self.lowers[k]
                text = f"{name.text} {head}"
                entity = self._body.get(text.lower())
                if entity is None:
                    kind = Kind.GOVERNMENT if head == "administration" else Kind.ORGANISATION
                    entity = self._body[text.lower()] = Entity(text, kind, words=(*name.words, head), head=head)
                    self.bodies.append(entity)
                span = self.span(name.start, k + 1)
                entity.mentions[span.start] = span
                entity.at.append(name.start)

    def _mention(self, i: int, entity: Entity) -> None:
        name = self.names[i]
        span = self.span(name.start, name.end)
        entity.mentions[span.start] = span
        entity.at.append(name.start)


def _fits(entity: Entity, name: Name) -> bool:
    return "u" in (entity.gender, name.gender) or entity.gender == name.gender


_NONE = lexicon.Title("", "u")
_ENDS = frozenset((",", ".", ";", "(", ":", '"', "of", "at", "for", "in", "from", "with", "who", "said", "says", "and", "told", "on", "to", "which"))
