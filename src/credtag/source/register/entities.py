"""Gather the names of an article into entities: full names, surnames, acronyms and short forms."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from credtag.document import outlet_names
from credtag.labels import Kind, Naming
from credtag.records import Document, Span
from credtag.source import lexicon
from credtag.source.proper_names import acronyms, company, outlets
from credtag.source.proper_names.names import OURS, Name
from credtag.source.register import appositions, roles
from credtag.source.register.entity import BODIES, Entity, Trail, fits
from credtag.source.register.genders import Genders
from credtag.source.register.namesakes import Namesakes

_BODIES = frozenset((Kind.ORGANISATION, Kind.GOVERNMENT, Kind.OUTLET, Kind.GROUP, Kind.DOCUMENT))
_LONGEST = 12  # words at the end of a name by which a body is known
_SUFFIXES = frozenset((".", "Jr", "Sr", "II", "III", "IV"))
_WHERE = (("in",), ("near",), ("across",), ("outside",))
_REALMS = frozenset(("Republic", "Federation", "Kingdom", "Emirates"))  # "Karvo" of the Karvo Republic
_ITS = 3  # tokens from a subject to "its"
_MOST = 24  # people to tell a misspelt surname from
_SLIP = 0.84  # likeness of a misspelt surname
_STOPS = (".", "!", "?")


class Register:
    """The entities of an article by the names that stand for them."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self.document = document
        self.words, self.lowers = document.words, document.lowers
        self.names = names = appositions.told(names, self.lowers)
        self.starts = [n.start for n in names]
        self.of: list[Entity | None] = [None] * len(names)
        self.people: list[Entity] = []
        self.bodies: list[Entity] = []
        self._full: dict[tuple[str, str], Entity] = {}
        self.namesakes = Namesakes(document)
        self._first: defaultdict[str, list[Entity]] = defaultdict(list)
        self._body: dict[str, Entity] = {}
        self._tails: defaultdict[tuple[str, ...], list[Entity]] = defaultdict(list)  # the bodies by their last words
        self._by_head: defaultdict[str, list[Entity]] = defaultdict(list)  # the bodies of several words
        self._kinds = {n.words[0]: n.kind for n in reversed(names) if n.kind is not None and len(n.words) == 1}
        self._enter(names)
        self._lay_trails()

    def _enter(self, names: Sequence[Name]) -> None:
        tails = _tails(names)
        for i, name in enumerate(names):
            if name.words in tails:
                continue
            short = _surname_like(name) or acronyms.is_one(name) or _paper(name) or self._headed(name)
            bodily = name.kind in _BODIES and not short
            if not _particled(name) and (len(name.words) > 1 or bodily):
                self.of[i] = self._enter_long(name)
        for name in tuple(self.namesakes.strangers(names)):
            (at,) = self.inside(name.start, name.start + 1)
            person = self.of[at] = self._enter_person(name)
            self.namesakes.name_in_full(person, name.start)
            self.namesakes.settled[person.words[0].lower()] = person
        self._short_forms = self._index_short_forms()
        for body in self.bodies:
            if body.kind in BODIES and len(body.words) > 1:
                for word in {body.words[-1].lower(), _head(body)}:
                    self._by_head[word].append(body)
        for i, name in enumerate(names):
            text = " ".join(name.words).lower()
            if _particled(name) and text not in self.namesakes.bearers:
                self.of[i] = self._enter_long(name)
            elif name.words in tails and len(bearers := self.namesakes.bearers[text]) == 1:
                self.of[i] = bearers[0]
            entity = self.of[i] = self.of[i] or self._short(name)
            if entity is not None:
                self._mention(entity, name.start, name.end)
        self._enter_camps()
        self._appose()
        self._share_roles()
        Genders(self.document, self.names, self.of).tell()

    def _appose(self) -> None:
        """Let what stands around a name tell what it is: "Kompas, a tabloid", "the regulator Fairgas"."""
        for name, entity in zip(self.names, self.of, strict=True):
            if entity is None:
                continue
            if entity.kind is Kind.UNKNOWN and not name.place:
                entity.kind = appositions.kind_behind(name, self.lowers) or entity.kind
            if entity.kind in BODIES or entity.kind is Kind.UNKNOWN:
                entity.roles.update(appositions.sort(name, self.lowers))

    def _share_roles(self) -> None:
        """Give all people of a list what it says that they are: "Senators Lena Marn and Pavel Dorn"."""
        for i in range(1, len(self.names)):
            together = self.together(i)
            role = company.shared_role(self.names, self.lowers, together) if together else None
            for person in (self.of[k] for k in together) if role else ():
                assert person is not None
                person.roles.update(lexicon.roles(role or ""))

    def _lay_trails(self) -> None:
        """Order the mentions by what may be asked for: people, bodies, roles, head words."""
        told = [(n.start, e) for n, e in zip(self.names, self.of, strict=True) if e is not None]
        self.person_trail = Trail(m for m in told if m[1].kind is Kind.PERSON)
        self.body_trail = Trail((t, e) for e in self.bodies for t in e.at)
        self.outlet_trail = Trail((t, e) for e in self.bodies if e.kind is Kind.OUTLET for t in e.at)
        by_role: defaultdict[str, list[tuple[int, Entity]]] = defaultdict(list)
        for person in self.people:
            for role in person.roles:
                by_role[role] += [(t, person) for t in person.at]
        self.role_trails = {role: Trail(mentions) for role, mentions in by_role.items()}
        by_word: defaultdict[str, list[tuple[int, Entity]]] = defaultdict(list)
        for body in self.bodies:
            for word in _nouns(body) | body.roles:
                by_word[word] += [(t, body) for t in body.at]
        self.word_trails = {word: Trail(mentions) for word, mentions in by_word.items()}

    def meet(self, person: Entity) -> None:
        """Let a name that has turned out to be a person's be one that "he" and "she" may mean."""
        for token in person.at:
            self.person_trail.add(token, person)

    # ------------------------------------------------------------------ lookup

    def inside(self, start: int, end: int) -> range:
        """Return the indices of the names that start at the tokens [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of text of the tokens [start, end)."""
        return Span(self.document.tokens.starts[start], self.document.tokens.ends[end - 1])

    def together(self, last: int) -> Sequence[int]:
        """Return the names of people in the list that the name *last* ends: "Lena Marn, of Karvo, and Pavel Dorn"."""
        return company.ending(self.names, self.of, self.lowers, last)

    def called(self, words: Sequence[str]) -> Entity | None:
        """Return the entity with exactly this name, or with this surname when only one bears it."""
        lower = [w.lower() for w in words]
        if len(lower) > 1 and (found := self._full.get((lower[0], lower[-1]))) is not None:
            return found
        text = " ".join(lower)
        people = self.namesakes.bearers.get(text, ())
        named = self.namesakes.settled.get(text) or (people[0] if len(people) == 1 else self._body.get(text))
        given = self._first.get(text, ()) if words[0].capitalize() in lexicon.first_names() else ()
        return named or (given[0] if len(given) == 1 and len(lower) == 1 else None)

    def look_up(self, name: Name) -> Entity:
        """Return the entity of a name that is only part of one found in the text, or a new one."""
        return self.called(name.words) or self._enter_body(name)

    def misspelt(self, name: Name) -> Entity | None:
        """Return the one person whose surname differs from *name* by a slip of the pen."""
        word = name.words[-1].lower()
        if len(word) < 5:
            return None
        alike = {
            e
            for e in self.people[:_MOST]
            if len(e.words) > 1 and e.words[-1][0].lower() == word[0] and fits(e.gender, name.gender)
            if e.words[-1].lower() != word and _alike(e.words[-1].lower(), word)
        }
        return alike.pop() if len(alike) == 1 else None

    def likely_kind(self, entity: Entity) -> Kind:
        """Tell what an unknown name is: a body or place if its mentions are treated as one, else a person."""
        lowers, company = self.lowers, lexicon.words("company")
        if entity.name in lexicon.places():
            return Kind.GOVERNMENT
        for at in entity.at:
            end = at + len(entity.words)
            end += lowers[end : end + 1] == ("'s",)
            held = (
                lowers[at - 1 : at] == ("in",)
                and lowers[at - 2 : at - 1]
                and lowers[at - 2] in lexicon.words("holding")
            )
            if held:  # "shares in Novita"
                return Kind.ORGANISATION
            if lowers[at - 1 : at] in _WHERE:
                return Kind.GOVERNMENT
            if self._impersonal(at, end) or (len(entity.words) > 1 and self._manned(at, entity)):
                return Kind.ORGANISATION
            if lowers[at - 1 : at] == ("the",) or (end < len(lowers) and lowers[end] in company):
                return Kind.ORGANISATION
        return Kind.PERSON

    def _impersonal(self, at: int, end: int) -> bool:
        """Tell whether "its" goes on about the subject of a sentence: "Novita said its plant", "Novita said no. Its founder"."""
        sentences, line = self.document.sentences, self.document.sentence_at(self.document.tokens.starts[at])
        if line is None or self.document.token_at(sentences[line].start) != at:
            return False
        behind = self.document.token_at(sentences[line + 1].start) if line + 1 < len(sentences) else len(self.lowers)
        return "its" in self.lowers[end : end + _ITS] or self.lowers[behind : behind + 1] == ("its",)

    def _manned(self, at: int, entity: Entity) -> bool:
        """Tell whether people are said to be from a body: "activists from Clean Rivers Now"."""
        behind = self.lowers[at - 1] in ("from", "at") and entity.words[0] not in lexicon.first_names()
        noun = lexicon.nouns().get(self.lowers[at - 2]) if behind else None
        return noun is not None and noun.kind in (Kind.PERSON, Kind.GROUP)

    def ending(self, words: Sequence[str]) -> Entity | None:
        """Return the one body whose name ends with several words: "the weather service", the Marn Weather Service."""
        tail = tuple(words)
        if len(tail) < 2:
            return None
        found = [e for e in self._by_head[tail[-1]] if tuple(w.lower() for w in e.words[-len(tail) :]) == tail]
        return found[0] if len(found) == 1 else None

    # ------------------------------------------------------------------ long forms

    def _enter_long(self, name: Name) -> Entity:
        personal = name.kind is Kind.PERSON or (name.kind is None and not name.place and 2 <= len(name.words) <= 4)
        noun = lexicon.nouns().get(name.words[-1].lower())
        surname = noun is None or (name.kind is noun.kind is Kind.PERSON and len(name.words) == 2)  # "Howard Dean"
        if personal and surname and name.words[-1] not in lexicon.heads():
            return self._enter_person(name)
        return self._enter_body(name)

    def _enter_person(self, name: Name) -> Entity:
        words = tuple(w for w in name.words if w not in _SUFFIXES) or name.words
        key = (words[0].lower(), words[-1].lower())
        entity = self._full.get(key)
        if entity is None:
            entity = self._full[key] = Entity(name.text, name.kind or Kind.UNKNOWN, words=words)
            self.people.append(entity)
            self._first[key[0]].append(entity)
            self.namesakes.add(key[1], entity)
            for k in range(1, len(words) - 1):
                if words[k].lower() in lexicon.words("particle") or k == len(words) - 2:
                    self.namesakes.add(" ".join(words[k:]).lower(), entity)
        elif len(words) > len(entity.words):
            entity.words, entity.name = words, name.text
        if name.kind is Kind.PERSON:
            entity.kind = Kind.PERSON
        if len(words) > 1:
            self.namesakes.name_in_full(entity, name.start)
        roles.describe(entity, name, self.lowers, self.words)
        return entity

    def _enter_body(self, name: Name) -> Entity:
        key = name.outlet.outlet_id if name.outlet else name.text.lower()
        kind = name.kind or (self._kinds.get(name.words[0]) if len(name.words) == 1 else None)
        short = " ".join(name.words[1:]).lower() if name.words[0] in OURS else key  # as it reads after a full stop
        entity = self._body.get(key) or self._body.get(short) or self._fuller(name)
        if entity is not None and len(name.words) > len(entity.words) and short != key:
            entity.words, entity.name = name.words, name.text
        if entity is None:
            entity = self._body[key] = self._body[short] = Entity(
                self._body_name(name), kind or Kind.UNKNOWN, words=name.words
            )
            entity.head = name.words[-1].lower()
            if kind is Kind.GROUP:
                entity.plural, entity.naming = True, Naming.DESCRIBED
            self.bodies.append(entity)
            for k in range(max(1, len(name.words) - _LONGEST), len(name.words) - 1):
                self._tails[name.words[k:]].append(entity)
        elif kind and (entity.kind is Kind.UNKNOWN or self._papered(name)):
            entity.kind = kind
        if name.outlet:
            entity.outlet_id = name.outlet.outlet_id
            if len(name.words) > len(entity.words):
                entity.words, entity.name = name.words, self._body_name(name)
        k = name.end
        bracketed = (
            self.words[k : k + 1] == ("(",) and self.words[k + 2 : k + 3] == (")",) and self.words[k + 1].isupper()
        )
        if bracketed and not (name.place or _of_an_agency(name, self.words[k + 1])):
            self._body[self.words[k + 1].lower()] = entity
        return entity

    def _fuller(self, name: Name) -> Entity | None:
        """Return the one body named before in full: "the Security Council", the United Nations Security Council."""
        court = name.words[-1] == "Court" or "Court" in name.words[:-2]  # that of the country beside a state's
        found = self._tails.get(name.words, []) if name.kind in BODIES and not court else []
        return found[0] if len(found) == 1 else None

    def _papered(self, name: Name) -> bool:
        """Tell whether a mention shows a body to be an outlet: "told The Verve"."""
        return name.kind is Kind.OUTLET and self.words[name.start] == "The"

    def _body_name(self, name: Name) -> str:
        articled = name.outlet.name == f"The {name.text}" if name.outlet else name.kind is Kind.OUTLET
        return f"The {name.text}" if articled and (name.outlet or self.words[name.start] == "The") else name.text

    def _enter_camps(self) -> None:
        """Enter the bodies that go by the name of their head: "the Sorin campaign", "Sorin's administration"."""
        for name in self.names:
            k = name.end + (self.words[name.end : name.end + 1] == ("'s",))
            head = self.lowers[k] if k < len(self.lowers) else ""
            camp = self._body.get(f"{name.text} campaign".lower())
            if head == "team" and camp is not None:
                self._body[f"{name.text} team".lower()] = camp
            if head not in ("campaign", "administration") or name.title:
                continue
            text = f"{name.text} {head}"
            entity = self._body.get(text.lower())
            if entity is None:
                kind = Kind.GOVERNMENT if head == "administration" else Kind.ORGANISATION
                entity = self._body[text.lower()] = Entity(text, kind, words=(*name.words, head), head=head)
                self.bodies.append(entity)
            self._mention(entity, name.start, k + 1)

    def _mention(self, entity: Entity, start: int, end: int) -> None:
        span = self.span(start, end)
        entity.mentions[span.start] = span
        entity.at.append(start)

    # ------------------------------------------------------------------ short forms

    def _short(self, name: Name) -> Entity | None:
        """Find who a name of one word stands for; None when several bear it and nothing tells them apart."""
        if name.outlet:
            return (self._by_last_word(name) if self._is_short(name) else None) or self._enter_body(name)
        word = name.words[-1].lower()
        bodily = name.place or name.kind in _BODIES or self._kinds.get(name.words[0]) in _BODIES
        placed = name.start > 0 and self.lowers[name.start - 1] in lexicon.words("before-place")
        people = [] if bodily and placed else self.namesakes.one_of(word, name.gender)
        if people:
            entity = self.namesakes.choose(word, people, name)
            if entity is not None:
                entity.kind = Kind.PERSON
                roles.describe(entity, name, self.lowers, self.words)
            return entity
        given = [] if bodily else self._first.get(word, [])
        if len(given) == 1 and (name.words[0] in lexicon.first_names()) != bool(
            name.title
        ):  # "Ana"; "Mr. Tran" of Tran Duc
            return given[0]
        taken = len(given) == 1 and name.kind is None and bool(given[0].at) and not (name.title or placed)
        if taken:  # "Karvo Tresk … Karvo"
            return given[0]
        if name.kind is Kind.PERSON:
            return self._enter_person(name)
        if (paper := self._by_last_word(name)) is not None:
            return paper
        town = self.lowers[name.start - 1 : name.start] in _WHERE and not self._held(
            name
        )  # "in Karvo", home of Karvo Coal
        spelt = not (bodily or town) or acronyms.is_one(name)  # "the RNC" is the Republican National Committee
        return (
            self._body.get(word) or (self._short_forms.get(_letters(name)) if spelt else None) or self._enter_body(name)
        )

    def _held(self, name: Name) -> bool:
        """Tell whether a name says in what something is held: "shares in Novita"."""
        return name.start > 1 and self.lowers[name.start - 2] in lexicon.words("holding")

    def _by_last_word(self, name: Name) -> Entity | None:
        """Return the body that goes by the last word of its name: "the Post" of The Washington Post, "the Front"."""
        outlet = _paper(name) and name.kind is Kind.OUTLET
        if not outlet and not self._headed(name):
            return None
        word = name.words[-1].lower()
        alike = [
            e for e in self._by_head[word] if not outlet or (e.kind is Kind.OUTLET and e.words[-1].lower() == word)
        ]
        before = [e for e in alike if e.at]
        alike = before if name.outlet else before or alike
        return alike[0] if len(alike) == 1 else None

    def _is_short(self, name: Name) -> bool:
        """Tell whether a name may be short for another: "the Times" of the Belmar Times; The Times has a capital."""
        if self.lowers[name.start] != "the":
            return self.words[max(name.start - 1, 0)] == "the"
        itself = self._body.get(name.outlet.outlet_id) if name.outlet else None
        return self.words[max(name.start - 1, 0)] in _STOPS and (itself is None or not itself.at)

    def _headed(self, name: Name) -> bool:
        """Tell whether a name is only the head of a body's: "the Front", "the Institute"."""
        (word, *rest) = name.words
        head = not rest and lexicon.heads().get(word, "place") != "place"
        return head and self.lowers[name.start - 1 : name.start] == ("the",)

    def _index_short_forms(self) -> dict[str, Entity]:
        """Return the acronyms and first words that stand for one body each."""
        found: defaultdict[str, set[Entity]] = defaultdict(set)
        for body in self.bodies:
            if len(body.words) > 1:
                for form in acronyms.forms(body.words):
                    found[form].add(body)
                if body.kind in (Kind.ORGANISATION, Kind.OUTLET) or body.words[-1] in _REALMS:
                    found[body.words[0]].add(body)
        return {form: next(iter(bodies)) for form, bodies in found.items() if len(bodies) == 1}


def _head(body: Entity) -> str:
    """Return the word before "of" or "for": "court" of "7th Circuit Court of Appeals"."""
    cut = next((k for k, w in enumerate(body.words) if k and w in lexicon.words("joint")), 0)
    return body.words[cut - 1].lower()


def _nouns(body: Entity) -> set[str]:
    """Return the words of a name by which its bearer may go: "party" and "league", not the "union" of the Union Marine Bank."""
    if len(body.words) == 1 and body.kind is not Kind.GROUP:
        return set()
    last = {body.words[-1].lower(), _head(body)}
    headed = lexicon.heads().get(body.words[-1], "place") != "place" and len(body.words) > 1
    return last if headed else last | {body.words[0].lower()}


def _alike(one: str, other: str) -> bool:
    """Tell whether two surnames differ by a slip of the pen: a letter, or two in the wrong order."""
    wrong = sum(a != b for a, b in zip(one, other, strict=False))
    return (len(one) == len(other) and wrong == 1) or SequenceMatcher(None, one, other).ratio() > _SLIP


def _letters(name: Name) -> str:
    """Return the first word of a name, an acronym without its stops: "S.E.C."."""
    return name.words[0].replace(".", "") if name.words[0].isupper() else name.words[0]


def _paper(name: Name) -> bool:
    return len(name.words) == 1 and name.words[0] in outlet_names.words("paper")


def _particled(name: Name) -> bool:
    """Tell whether a name may be a surname with its particle: "De Sorin" of "Pedro de Sorin"."""
    first, *rest = name.words
    return len(rest) == 1 and first.lower() in lexicon.words("particle") and first not in lexicon.first_names()


def _tails(names: Sequence[Name]) -> frozenset[tuple[str, ...]]:
    """Return the names of two words that end a longer one: "Valdez Ortuno" of "Mario Valdez Ortuno"."""
    people = (name.words for name in names if name.kind is Kind.PERSON and len(name.words) > 2)
    tails = {words[-2:] for words in people if words[-1] not in _SUFFIXES}
    return frozenset(t for t in tails if t[0][-1:].isalpha() and len(t[0]) > 1 and t[0] not in lexicon.first_names())


def _surname_like(name: Name) -> bool:
    """Tell whether a body of one word may be a surname here: Jordan, Chad, Ford."""
    known = name.place or name.kind is Kind.ORGANISATION
    return known and name.outlet is None and not name.text.isupper()


def _of_an_agency(name: Name, bracketed: str) -> bool:
    """Tell whether brackets behind a name hold no short form of it but the agency of a dateline: "Mexico City (AFP)"."""
    return (bracketed,) in outlets.registry() and bracketed[0] != name.words[0][0]
