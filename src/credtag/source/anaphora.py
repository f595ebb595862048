"""Resolve pronouns where they stand: by the outer source, the floor, the turns, and the words before them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from credtag.labels import Kind, Naming
from credtag.records import Attribution, Span, hull
from credtag.source import lexicon
from credtag.source.description import spokespeople
from credtag.source.discourse import FARTHEST, Discourse
from credtag.source.floor import Floor
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.pronoun import address, pronouns
from credtag.source.pronoun.crowds import SEVERAL, Crowds
from credtag.source.pronoun.plurals import Plurals
from credtag.source.pronoun.pronouns import Choice
from credtag.source.pronoun.relatives import Relatives
from credtag.source.pronoun.salience import Place
from credtag.source.pronoun.strangers import Strangers
from credtag.source.register.entity import BODIES, Entity, fits

_SPEAKING = BODIES - {Kind.OUTLET} | {Kind.GROUP}
_THING = BODIES | {Kind.DOCUMENT}
_QUOTES = frozenset(('"', "“"))
_MET = frozenset(("to", "with", "met", "interviewed", "reached", "contacted", "called", "visited"))
_SHOWING = frozenset(("shows", "show", "showed", "depicts", "captures", "reads"))
_BEARERS = {"third": Kind.PERSON, "thing": Kind.ORGANISATION}  # what a name that nothing tells apart is, by its pronoun
_OVER = frozenset(("for", "over"))
_BACK = 5  # sentences back, quotations among them, that may begin with the description of somebody
_LINES = 6  # sentences back, with those whose subject is "they"


class Anaphora:
    """Chooses whom the pronouns of one document mean.

    *entity* and *resolved* resolve other phrases and spans: whom a pronoun means may be described.
    """

    def __init__(
        self,
        reader: Reader,
        discourse: Discourse,
        floor: Floor,
        attributions: Sequence[Attribution],
        owners: Mapping[int, Entity],
        entity: Callable[[Phrase, int | None], tuple[Entity, str | None]],
        resolved: Callable[[Span, int | None], Entity],
    ) -> None:
        self.document, self.register = discourse.document, discourse.register
        self.reader, self.discourse, self.floor = reader, discourse, floor
        self.attributions, self.owners = attributions, owners
        self.entity, self.resolved = entity, resolved
        self.crowds = Crowds(reader, discourse, lambda phrase: entity(phrase, None)[0])
        self.strangers = Strangers(reader, discourse, self.crowds, lambda phrase: entity(phrase, None)[0])
        self.plurals = Plurals(discourse, self.crowds, attributions, entity, self._texts_told)
        self.relatives = Relatives(reader, discourse, attributions, entity, resolved)

    def choose(self, phrase: Phrase, index: int | None) -> tuple[Entity, str | None]:
        """Return whom a pronoun means, else a described source without a name, and why; *index* is its attribution."""
        role = lexicon.pronouns()[phrase.head][0]
        entity, reason = self._meant(role, phrase, index)
        if entity is None:
            kind = {"third": Kind.PERSON, "plural": Kind.GROUP}.get(role, Kind.UNKNOWN)
            return Entity(None, kind, Naming.DESCRIBED), reason
        if role == "third" and entity.gender == "u":
            entity.gender = phrase.gender
        if entity.kind is Kind.UNKNOWN and role in _BEARERS:
            entity.kind = _BEARERS[role]
        return entity, None

    def _meant(self, role: str, phrase: Phrase, index: int | None) -> Choice:
        outer = self._outer(index)
        token, quoted = phrase.start, self.discourse.quoted(phrase.start)
        match role:
            case "speaker":
                paragraph = self.discourse.paragraph(token)
                return self._first_person(token, outer) if quoted else self.floor.speaker(paragraph, phrase.head)
            case "addressee":
                hearer = self._hearer(token, index) if quoted else self.floor.hearer(self.discourse.paragraph(token))
                return hearer, None if hearer is not None else "addressee"
            case "relative":
                return self.relatives.choose(token, phrase.head)
            case "third":
                barred = (
                    outer if quoted or self._in_passage(index) else self.floor.party(self.discourse.paragraph(token))
                )
                place = Place(token, phrase.gender, outer, barred, self._said(index, token))
                here = None if quoted else self._person_here(token) or self._told_of(token, phrase.gender, place.said)
                here = here or self._topic(index, token, phrase.gender)
                return (here, None) if here is not None else self._somebody(place)
            case "plural":
                entity, reason = self.plurals.choose(token, outer, index)
                entity = entity or self._spoken_for(token)
                return entity, None if entity is not None else reason
            case _:
                return self._one(token, outer, index)

    def _one(self, token: int, outer: Entity | None, index: int | None) -> Choice:
        """Return the body or text that "it" means."""
        entity, reason = pronouns.thing(self.discourse, token, outer)
        if entity is not None and entity is outer and not self._shows(index):
            return entity, None
        newest = self._body_here(token, entity) or self._spoken_for(token, Kind.ORGANISATION)
        if newest is None and self._shows(index):
            newest = self._texts_before(token, many=False, back=_LINES)
        if newest is None and (entity is None or entity is not outer):
            newest = self._thing_since(token, entity)
        if newest is not None or entity is not None:
            return newest or entity, None
        own = self.subject(token)
        told = own is not None and own.kind in BODIES
        entity = own if told else self._one_here(token) or self._thing_before(token)
        return entity, None if entity is not None else reason

    def _spoken_for(self, token: int, bearer: Kind = Kind.UNKNOWN) -> Entity | None:
        """Return the body whose spokesperson was the last source, in the sentence before; a name that nothing tells apart is a *bearer*."""
        turn = None if self.discourse.quoted(token) else self.discourse.last_turn(token, 1)
        if turn is None or self.discourse.sentence(token) - self.discourse.sentence(turn.token) != 1:
            return None
        source = self.discourse.source_at(turn.token)
        phrase = None if source is None else spokespeople.body(self.reader, *source)
        named = phrase.name if phrase is not None else None
        for i in self.register.inside(named.start, named.start + 1) if named is not None else ():
            body = self.register.of[i]
            if body is not None and body.kind is Kind.UNKNOWN:
                body.kind = bearer
        entity = None if phrase is None else self.entity(phrase, None)[0]
        return entity if entity is not None and entity.kind in SEVERAL else None

    def _texts_told(self, token: int) -> Entity | None:
        """Return the documents of which the sentence before tells."""
        return self._texts_before(token, many=True)

    def _texts_before(self, token: int, *, many: bool, back: int = 1) -> Entity | None:
        """Return the last document, or documents, of which the *back* sentences before tell: "They launched a petition. It asks"."""
        line = self.discourse.sentence(token)
        if self.discourse.quoted(token):
            return None
        nouns = lexicon.nouns()
        for before in range(line - 1, max(line - back, 0) - 1, -1):
            start, end = self.document.token_range(self.document.sentences[before])
            for k in range(end - 1, max(start, end - FARTHEST) - 1, -1):
                noun = nouns.get(self.register.words[k])  # not "The Harbour Post"
                if noun is not None and noun.kind is Kind.DOCUMENT and noun.plural is many:
                    phrase = self.reader.text_at(k)
                    return None if phrase is None else self.entity(phrase, None)[0]
        return None

    def subject(self, token: int, back: int = 0) -> Entity | None:
        """Return whom the subject of the sentence describes: "The maker of frozen meals closed it because it".

        *back* is how many sentences before.
        """
        line = max(self.discourse.sentence(token) - back, 0)
        phrase = self.reader.opening(self.document.token_at(self.document.sentences[line].start))
        if phrase is None or phrase.end >= token or phrase.kind not in _SPEAKING:
            return None
        if self.register.lowers[phrase.start] in lexicon.words("preposition"):  # "In 2029 it announced"
            return None
        return self.entity(phrase, None)[0]

    def _in_passage(self, index: int | None) -> bool:
        """Tell whether an attribution stands in a passage that another quotes at length, whose writer says "I"."""
        inside = None if index is None else self.attributions[index].inside
        if inside is None:
            return False
        return self.document.normal[self.attributions[inside].content[0].start] in _QUOTES

    def _body_here(self, token: int, entity: Entity | None) -> Entity | None:
        """Return the body that the sentence is about, unless it names *entity* too: "The opposition called for what it"."""
        start = self.discourse.begin(self.discourse.sentence(token))
        if entity is None or self.discourse.quoted(token) or entity.last_before(token) >= start:
            return None
        own = self.subject(token)
        return own if own is not None and own.kind in _SPEAKING and not own.plural else None

    def _somebody(self, place: Place) -> Choice:
        """Return whom of those named near "he" or "she" means, else who is only described."""
        entity, reason = pronouns.person(self.discourse, place)
        if entity is None and reason == "pronoun-no-antecedent":
            entity = self.strangers.before(place.token, place.gender)
        return (entity, None) if entity is not None and entity is not place.barred else (None, reason)

    def _person_here(self, token: int) -> Entity | None:
        """Return whom the same sentence only describes before a pronoun: "We met a nurse who saw it; she said"."""
        start = max(self.discourse.begin(self.discourse.sentence(token)), token - FARTHEST)
        lowers, nouns = self.register.lowers, lexicon.nouns()
        whos = [k for k in range(start + 2, token) if lowers[k] == "who"]
        if not whos or any(self._personal(i) for i in self.register.inside(start, token)):
            return None
        noun = nouns.get(lowers[whos[-1] - 1])
        phrase = self.reader.ending(whos[-1]) if noun is not None and noun.kind is Kind.PERSON else None
        fresh = phrase is not None and phrase.form is Form.INDEFINITE and not phrase.plural and phrase.start >= start
        apart = phrase is not None and lowers[phrase.start - 1] in _MET
        return self.entity(phrase, None)[0] if phrase is not None and fresh and apart else None

    def _personal(self, i: int) -> bool:
        entity = self.register.of[i]
        name = self.register.names[i]
        unsure = entity is not None and entity.kind is Kind.UNKNOWN and not name.place
        articled = self.register.lowers[name.start - 1 : name.start] == ("the",)  # "the Karvese parliament"
        return (unsure and not articled) or (entity is not None and entity.kind is Kind.PERSON)

    def _told_of(self, token: int, gender: str, said: range) -> Entity | None:
        """Return the person with whose description the sentence or the one before begins: "His aide disagrees; she insists"."""
        here, paragraph = self.discourse.sentence(token), self.discourse.paragraph(token)
        for line in range(here, max(here - _BACK, -1), -1):
            start = self.discourse.begin(line)
            if self.discourse.paragraph(start) != paragraph:
                return None
            if self.discourse.quoted(start):
                continue
            phrase = self.reader.opening(start)
            if phrase is not None and phrase.end < token and start not in said:
                return self._subject_of(phrase, token, gender)
            if line < here:
                return None
        return None

    def _topic(self, index: int | None, token: int, gender: str) -> Entity | None:
        """Return the person of whom alone another's words tell up to a pronoun: "Sorin said Marn was right when he said"."""
        outer = None if index is None else self.attributions[index].inside
        if outer is None or self.discourse.quoted(token):
            return None
        content = self.attributions[outer].content[0]
        start = self.document.token_at(content.start)
        start += self.register.lowers[start] == "that"
        inside = self.register.inside(start, token) if token - start < FARTHEST else ()
        if not inside or self.register.names[inside[0]].start != start:
            return None
        people = {self.register.of[i] for i in inside if self._personal(i)}
        topic = self.register.of[inside[0]]
        others = (lexicon.pronouns().get(w, ("",))[0] for w in self.register.lowers[start:token])
        alone = people == {topic} and "third" not in others
        blamed = self.register.lowers[token - 1] in _OVER  # "praised Sorin for his", whose name tells nothing
        kinds = (Kind.PERSON, Kind.UNKNOWN) if blamed else (Kind.PERSON,)
        person = topic is not None and topic.kind in kinds and fits(topic.gender, gender)
        return topic if alone and person and topic is not self.owners.get(outer) else None

    def _subject_of(self, phrase: Phrase, token: int, gender: str) -> Entity | None:
        """Return whom a description means unless somebody else may be meant since: by name, or as the last source."""
        turn = self.discourse.last_turn(token, 0)
        owning = self.register.lowers[phrase.end] in ("'s", "'")
        fitting = phrase.kind is Kind.PERSON and not phrase.plural and fits(phrase.gender, gender)
        spoken = turn is not None and turn.token >= phrase.start and fits(turn.entity.gender, gender)
        named = bool(self.register.inside(phrase.end, phrase.end + 2))  # "His son Piers"
        varied = phrase.form is Form.DEFINITE and phrase.owner is None  # "the former first lady" is somebody by name
        if owning or not fitting or spoken or named or varied:
            return None
        since = (self.register.of[i] for i in self.register.inside(phrase.start, token))
        if any(e is not None and e.kind is Kind.PERSON and fits(e.gender, gender) for e in since):
            return None
        entity = self.entity(phrase, None)[0]
        return entity if entity.kind is Kind.PERSON and fits(entity.gender, gender) else None

    def _said(self, index: int | None, token: int) -> range:
        """Return the tokens of the words before a pronoun that it says: nobody named in "People like Marn, he said" is "he"."""
        first = range(0) if index is None else range(*self.document.token_range(self.attributions[index].content[0]))
        return first if first and first.stop <= token else range(0)

    def _thing_since(self, token: int, entity: Entity | None) -> Entity | None:
        """Return the body or text that is the subject of the sentence before, unless *entity* was named or a source since."""
        line = self.crowds.line_before(token, 1)
        if line is None or self.discourse.quoted(token) or self.discourse.quoted(start := self.discourse.begin(line)):
            return None
        if entity is not None and (
            self.discourse.spoke_since(entity, token, start) or entity.last_before(token) >= start
        ):
            return None
        phrase = self.crowds.subject(start, token, _THING)
        return None if phrase is None or phrase.plural else self.entity(phrase, None)[0]

    def _one_here(self, token: int) -> Entity | None:
        """Return the body that the same sentence describes before "it": "Marn left as her campaign defended its plan"."""
        body = self.crowds.last_one(self.discourse.begin(self.discourse.sentence(token)), token)
        return None if body is None or self.discourse.quoted(token) else self.entity(body, None)[0]

    def _thing_before(self, token: int) -> Entity | None:
        """Return the body or document that the sentence before is about: "A study came out on Monday. It found"."""
        line = self.discourse.sentence(token) - 1
        if line < 0 or self.discourse.quoted(token):
            return None
        phrase = self.reader.opening(self.discourse.begin(line))
        if phrase is not None and phrase.kind in _THING and not phrase.plural:
            return self.entity(phrase, None)[0]
        if (text := self._texts_before(token, many=False)) is not None:
            return text
        body = self.crowds.last_one(self.discourse.begin(line), token)
        return None if body is None else self.entity(body, None)[0]

    def _shows(self, index: int | None) -> bool:
        """Tell whether an attribution says what something shows, as documents do."""
        cue = self.attributions[index].cue if index is not None else ()
        return bool(cue) and not _SHOWING.isdisjoint(self.document.slice(hull(cue)).lower().split())

    def _outer(self, index: int | None) -> Entity | None:
        """Return the source in whose content the attribution stands, by name when it follows."""
        inside = None if index is None else self.attributions[index].inside
        if inside is None or inside == index:
            return None
        if inside in self.owners or not self.attributions[inside].source:
            return self.owners.get(inside)
        around = hull(self.attributions[inside].source)
        phrase = self.reader.read(*self.document.token_range(around))
        if phrase.form is Form.NAME and phrase.name is not None:
            return self.entity(phrase, None)[0]
        personal = phrase.form is Form.PRONOUN and lexicon.pronouns()[phrase.head][0] == "third"
        told = personal or phrase.form in (Form.DEFINITE, Form.INDEFINITE)
        return self.resolved(around, inside) if told else None

    def _first_person(self, token: int, speaker: Entity | None) -> Choice:
        turn = None if speaker is not None else self.discourse.last_turn(token, 1)
        found = speaker or (turn.entity if turn is not None else None)
        return found, None if found is not None else "pronoun-no-antecedent"

    def _hearer(self, token: int, index: int | None) -> Entity | None:
        """Return whom "you" means: who is called by name, else who was told."""
        entity = address.called(self.discourse, token)
        inside = None if index is None else self.attributions[index].inside
        if entity is not None or inside is None:
            return entity
        span = address.told(self.attributions[inside])
        start, end = self.document.token_range(span) if span is not None else (0, 0)
        phrase = self.reader.read(start, end)
        one = phrase.form is Form.NAME or (
            phrase.form is Form.PRONOUN and lexicon.pronouns()[phrase.head][0] == "third"
        )
        return self.entity(phrase, inside)[0] if one else None
