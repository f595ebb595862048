"""Resolve descriptions: to whom they take up, whose words a text is, or to a source of their own."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.description import bodies, descriptions, documents, elsewhere, variations, writings
from credtag.source.description.introduce import Introducer
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.pronoun import salience
from credtag.source.pronoun.salience import Place
from credtag.source.proper_names.names import read, untitled
from credtag.source.register.entity import BODIES, SPEAKING, Entity


def _kin() -> frozenset[str]:
    return lexicon.words("kin") | lexicon.words("spouse") | lexicon.words("human")


class Described:
    """Chooses whom the descriptions of one document mean; *entity* resolves the phrases inside them, *outer* is who reports an attribution."""

    def __init__(
        self,
        reader: Reader,
        discourse: Discourse,
        introduce: Introducer,
        publisher: Entity,
        entity: Callable[[Phrase, int | None], tuple[Entity, str | None]],
        outer: Callable[[int | None], Entity | None],
    ) -> None:
        self.document, self.register = discourse.document, discourse.register
        self.reader, self.discourse, self.introduce = reader, discourse, introduce
        self.publisher, self.author = publisher, self._author()
        self.authors = documents.authors(self.register)
        self.entity, self.outer = entity, outer

    def _author(self) -> Entity | None:
        """Return the one author that the page names, whose "my father" it is."""
        if len(self.document.authors) != 1:
            return None
        (name,) = self.document.authors
        words = tuple(name.split())
        return (self.register.called(words) or Entity(name, Kind.PERSON, words=words)) if words else None

    def choose(self, phrase: Phrase, index: int | None) -> tuple[Entity, str | None]:
        """Return whom a description means, known or new, and why nobody known where several fit; *index* is its attribution."""
        if phrase.form is Form.BARE and (entity := self._loud_name(phrase)) is not None:
            return entity, None
        if phrase.form is Form.DEFINITE and phrase.kind in BODIES and (entity := self._short(phrase)) is not None:
            return entity, None
        owner = self.owner(phrase, index) or self._edited(phrase)
        if phrase.kind is Kind.DOCUMENT or phrase.head in lexicon.words("ruling") | lexicon.words("telling"):
            voice = documents.voice(self.register, phrase, owner)
            if voice is None and owner is None:
                voice = (None if phrase.plural else self.authors.get(phrase.head)) or self._written(phrase)
            if voice is not None:
                self.discourse.hear(phrase.start, voice, phrase.head)
                self.discourse.texts.add(phrase.start)
                return voice, None
        reason = None
        whole = owner is None or owner.kind is Kind.DOCUMENT
        if (entity := self._apposed(phrase)) is not None:
            return entity, None
        if owner is not None and self._is_own(phrase, owner):
            return owner, None
        if owner is not None and (entity := bodies.led_by(self.discourse, phrase, owner)) is not None:
            return entity, None
        if owner is not None and (entity := descriptions.serving(self.discourse, phrase, owner)) is not None:
            return entity, None
        if owner is not None and (entity := descriptions.once_serving(self.discourse, phrase, owner)) is not None:
            return entity, None
        definite = phrase.form is Form.DEFINITE and phrase.name is None and whole
        short = (
            phrase.form is Form.BARE and phrase.kind is Kind.PERSON and not phrase.plural
        )  # headlines drop the article
        if definite or short:
            entity, reason = descriptions.bearer(self.discourse, phrase, self.publisher)
            if entity is None and phrase.kind is Kind.PERSON and not phrase.plural:
                entity = self._brought_up(phrase, index) or variations.meant(self.discourse, phrase, self.outer(index))
            if entity is not None:
                if entity.kind is Kind.UNKNOWN:
                    entity.kind = phrase.kind
                self.introduce.fuller(phrase, entity)
                return entity, None
        if definite and (fuller := elsewhere.taken_up(self.discourse, self.reader, phrase)) is not None:
            entity, reason = self.choose(fuller, index)
            self._identify(phrase, entity)
            self.discourse.manned.update({entity} if phrase.plural else ())
            return entity, reason
        if owner is None and (entity := descriptions.introduced(self.discourse, phrase)) is not None:
            entity.roles.update(lexicon.roles(phrase.head) if entity.kind is Kind.PERSON else ())
            self.discourse.hear(phrase.start, entity, phrase.head)
            return entity, None
        entity = self.introduce.new(phrase, owner)
        below = (
            elsewhere.named_below(self.discourse, self.reader, phrase) if entity.naming is Naming.DESCRIBED else None
        )
        if below is not None and (voice := documents.voice(self.register, below, None)) is not None:
            self.discourse.hear(phrase.start, voice, phrase.head)
            return voice, None
        if below is not None:
            entity.naming = Naming.NAMED
            if below.stop - below.start > 2:  # "the Datum/Lumen poll", not "the poll"
                entity.name = self.reader.text(below)
        elif definite:
            self._identify(phrase, entity)
        return entity, reason

    def _identify(self, phrase: Phrase, entity: Entity) -> None:
        """Let what the text told before of a document tell which it is: "The council published a log. The log shows"."""
        plain = entity.kind is Kind.DOCUMENT and entity.naming is Naming.DESCRIBED and phrase.stop - phrase.start == 2
        if plain and elsewhere.identified_before(self.discourse, phrase):
            entity.naming = Naming.NAMED

    def _brought_up(self, phrase: Phrase, index: int | None) -> Entity | None:
        found = elsewhere.brought_up(self.discourse, self.reader, phrase) if phrase.form is Form.DEFINITE else None
        return None if found is None else self.entity(found, index)[0]

    def _is_own(self, phrase: Phrase, owner: Entity) -> bool:
        """Tell whether a pronoun seems to mean the very one described: "Karl Brell's doctor, Ana Sorin, left. His doctor"."""
        if self._is_organ(phrase):
            return owner.kind in SPEAKING | {Kind.OUTLET}
        pronoun = self.register.lowers[phrase.start] in lexicon.pronouns()
        return pronoun and not phrase.plural and owner.naming is Naming.NAMED and phrase.head in owner.roles

    def _edited(self, phrase: Phrase) -> Entity | None:
        """Return the outlet just named whose "editorial board" speaks."""
        if self.register.lowers[phrase.start : phrase.stop] != ("the", "editorial", "board"):
            return None
        named = self.register.outlet_trail.before(phrase.start)
        return next((e for at, e in named if self.discourse.near(at, phrase.start)), None)

    def _is_organ(self, phrase: Phrase) -> bool:
        """Tell whether a body or person itself speaks there: "the board's website", "her Lumen account", "the paper's editorial board"."""
        before, head = self.register.words[phrase.stop - 2], phrase.head
        return head in lexicon.words("organ") or (
            head in lexicon.words("hosted organ")
            and (before[0].isupper() or before in ("editorial", "official", "media"))
        )

    def _short(self, phrase: Phrase) -> Entity | None:
        """Return the body whose name ends with the words of a description: "the sheriff's office"."""
        return self.register.ending(self.register.lowers[phrase.start + 1 : phrase.stop])

    def _written(self, phrase: Phrase) -> Entity | None:
        """Return whose words a text is: by what it is from or by ("a letter from her doctor"), or by who wrote before."""
        words = self.register.lowers[phrase.start : phrase.stop]
        if (body := self._attributive(phrase) or self._hosting(phrase)) is not None:
            return body
        link = next((k for k, w in enumerate(words[:-1]) if w in ("from", "by")), 0)
        if link and phrase.head in lexicon.words("written"):
            inner = self.reader.read(phrase.start + link + 1, phrase.stop)
            described = inner.form in (Form.DEFINITE, Form.INDEFINITE) and inner.kind in SPEAKING
            return self.entity(inner, None)[0] if described else None
        if self.discourse.heard(phrase.start, phrase.head) or descriptions.titled(self.discourse, phrase):
            return None
        if (known := writings.writer(self.discourse, phrase)) is not None:
            return known
        behind = writings.described_writer(self.discourse, self.reader, phrase)
        return None if behind is None else self.entity(behind, None)[0]

    def _attributive(self, phrase: Phrase) -> Entity | None:
        """Return the body whose noun stands before a text: "a police statement", "the ministry's" of "a ministry letter"."""
        k = phrase.start + self.register.lowers[phrase.start : phrase.stop].index(phrase.head) - 1
        noun = lexicon.nouns().get(self.register.lowers[k]) if k > phrase.start - 1 and k >= 0 else None
        bodily = noun is not None and noun.kind in (Kind.GOVERNMENT, Kind.ORGANISATION)
        if not bodily or phrase.head not in lexicon.words("written") or not self.register.words[k].islower():
            return None
        return self.entity(evolve(self.reader.read(k, k + 1), form=Form.DEFINITE), None)[0]

    def _hosting(self, phrase: Phrase) -> Entity | None:
        """Return on whose own site a text stands: "a message on the general staff's website"."""
        if phrase.head not in lexicon.words("written"):
            return None
        lowers, organs = self.register.lowers, lexicon.words("organ")
        k = next((k for k in range(phrase.start + 3, phrase.end) if lowers[k] in organs), None)
        on = next((j for j in range(k - 1, phrase.start, -1) if lowers[j] in ("on", "to")), None) if k else None
        inner = self.reader.read(on + 1, k + 1) if on is not None and k is not None else None
        return self.owner(inner, None) if inner is not None else None

    def _apposed(self, phrase: Phrase) -> Entity | None:
        """Return whose name stands between commas right behind a description: "the team's coach, Karim Quill, …", "the regulator, Fairgas, …"."""
        words, end = self.register.words, phrase.end
        single = phrase.kind is Kind.PERSON or phrase.kind in BODIES
        if not single or phrase.plural or phrase.form is not Form.DEFINITE or phrase.stop != end:
            return None
        start = end + 1 + (words[end + 1 : end + 2] == ("the",))
        at = self.register.inside(start, start + 1)
        if not at or words[end] != "," or words[self.register.names[at[0]].end :][:1] != (",",):
            return None
        entity, name = self.register.of[at[0]], self.register.names[at[0]]
        if entity is None or entity.kind not in (phrase.kind, Kind.UNKNOWN) or name.title or name.place:
            return None
        entity.kind = phrase.kind
        return entity

    def _loud_name(self, phrase: Phrase) -> Entity | None:
        """Return the bearer of a name in a headline whose every word has a capital."""
        words = self.register.words[phrase.start : phrase.stop]
        known = self.register.called(words) if words and words[0][0].isupper() else None
        if known is None and len(words) == 1 and words[0] in lexicon.governments():
            return self.register.look_up(untitled(phrase.start, phrase.stop, (words[0],)))
        if known is not None or len(words) < 2 or not all(w.isupper() for w in words):
            return known
        (name, *_) = read([w.capitalize() for w in words], 0, len(words))  # "LUMEN OLYMPIC TEAM"
        if len(name.words) < len(words) or name.kind not in BODIES or name.text.lower() in lexicon.nouns():
            return None
        entity = self.register.look_up(evolve(name, start=phrase.start, end=phrase.stop))
        self.discourse.hear(phrase.start, entity)
        return entity

    def owner(self, phrase: Phrase, index: int | None) -> Entity | None:
        """Return whose a phrase says someone is: Ana Sorin of "Ana Sorin's lawyer", the author of "my father"."""
        if phrase.owner is None or self.register.lowers[phrase.owner[1] - 1] in lexicon.words("trade-genitive"):
            return None  # "the former ship's pilot"
        inner = self.reader.read(*phrase.owner)
        if inner.form in (Form.EMPTY, Form.VAGUE, Form.PAIR):
            return None
        owner = self.entity(inner, index)[0]
        if owner.naming is Naming.ANONYMOUS and inner.form is Form.PRONOUN:  # who withholds a name tells no office
            near = salience.weigh(self.discourse, Place(inner.start, inner.gender))
            owner = max((e for e in near if e.naming is Naming.NAMED), key=lambda e: near[e], default=owner)
        kin = inner.head == "my" or (inner.head == "our" and phrase.head in _kin())
        return self.author if owner is self.publisher and kin else owner
