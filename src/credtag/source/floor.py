"""Tell who has the floor outside quotation marks: whose words a paragraph of an interview or a transcript is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from credtag.attribution import turns
from credtag.attribution.turns import Turn
from credtag.labels import Kind, Naming
from credtag.records import Document, Span
from credtag.source import lexicon
from credtag.source.interview import Interview
from credtag.source.pronoun.pronouns import Choice
from credtag.source.register.entities import Register
from credtag.source.register.entity import Entity

_MANY = frozenset(("we", "us", "our", "ours", "ourselves"))
_INTRODUCING = (("i", "am"), ("i", "'m"), ("name", "is"), ("name", "'s"))
_NEAR = 9  # paragraphs that a turn goes on


class Floor:
    """Whose words each paragraph is: the publisher's, those of who asks, or of who is asked."""

    def __init__(self, document: Document, register: Register, publisher: Entity, interview: Interview | None) -> None:
        self.register = register
        self.publisher = publisher
        self.interview = interview
        self.turns: Mapping[int, Turn] = turns.by_paragraph(document)
        self._labels = {turn.label: turn for turn in self.turns.values()}
        self._document = document
        self._speakers: dict[str, Entity] = {}  # by label
        self._initials = _by_initials(register, publisher) if self.turns else {}
        self._known: set[Entity] = set()  # those behind the labels
        self._all: Entity | None = None
        self._unknown = Entity(None, Kind.PERSON, Naming.DESCRIBED)  # who answers, when nothing tells

    def speaker(self, paragraph: int, pronoun: str = "i") -> Choice:
        """Choose whose words a paragraph is: "I", or all who are asked for "we"."""
        turn = self.turns.get(paragraph)
        if turn is not None and (known := self._speakers.get(self._text(turn))) is not None:
            return known, None
        side = None if self.interview is None else self.interview.asks.get(paragraph)
        if self.interview is None or side is None:
            return self.publisher, None
        if side:
            return self.interview.interviewer or self.publisher, None
        people = self.interview.people
        if len(people) > 1 and pronoun in _MANY:
            return self._together(people), None
        found = people[0] if len(people) == 1 else self._left(paragraph, people)
        return found, None if found is not None else "pronoun-ambiguous" if people else "pronoun-no-antecedent"

    def hearer(self, paragraph: int) -> Entity | None:
        """Return whom a paragraph addresses: who is asked, or the other one of two who speak by turns.

        Of several it is the one who speaks next, when a question is put (Sacks, Schegloff and Jefferson 1974).
        """
        turn = self.turns.get(paragraph)
        if turn is not None and turn.asks is None:
            person = None if self.interview is None else self.interview.person
            speaker, speakers = self._speakers.get(self._text(turn)), self._known
            if person is not None and person is not speaker and person in speakers:
                return person
            others = speakers - {speaker} if len(speakers) == 2 else set()
            return others.pop() if len(others) == 1 else self._next(paragraph)
        if self.interview is None or not self.interview.asks.get(paragraph):
            return None
        people = self.interview.people
        return self._together(people) if len(people) > 1 else self.interview.person

    def _next(self, paragraph: int) -> Entity | None:
        """Return who speaks behind a paragraph, if it ends with a question."""
        content = self.turns[paragraph].content
        following = next((self.turns[n] for n in range(paragraph + 1, paragraph + _NEAR) if self._labelled(n)), None)
        if following is None or not self._document.normal[content.start : content.end].rstrip("\"' ").endswith("?"):
            return None
        entity = self._speakers.get(self._text(following))
        return entity if entity is not self._speakers.get(self._text(self.turns[paragraph])) else None

    def _labelled(self, paragraph: int) -> bool:
        return paragraph in self.turns and self.turns[paragraph].mark is not None

    def party(self, paragraph: int) -> Entity | None:
        """Return the one of a conversation whom nobody in it calls "he" or "she" here: who speaks, else who is asked."""
        if paragraph in self.turns:
            return self._speakers.get(self._text(self.turns[paragraph]))
        inside = self.interview is not None and paragraph in self.interview.asks
        return self.interview.person if inside and self.interview is not None else None

    # ------------------------------------------------------------------ labels

    def labelled(self, span: Span) -> tuple[Entity, str | None] | None:
        """Choose whom the label of a turn means where it is no name: "Q", "A", initials; None where it is one."""
        turn = self._labels.get(span)
        if turn is None:
            return None
        if turn.asks:
            return (self.interview.interviewer if self.interview is not None else None) or self.publisher, None
        if turn.asks is False:
            person = self.interview.person if self.interview is not None else None
            return (person, None) if person is not None else (self._unknown, "speaker-unknown")
        label = self._text(turn)
        entity = self._speakers.get(label) or self._surnamed(label) or self._initialled(label) or _described(label)
        return None if entity is None else (entity, None)

    def note(self, span: Span, entity: Entity) -> None:
        """Remember who stands behind a label; a name in capitals that is no body known by name is a person's."""
        if span not in self._labels:
            return
        label = self._text(self._labels[span])
        self._speakers.setdefault(label, entity)
        self._known.add(entity)
        made_up = entity.kind is Kind.UNKNOWN or (entity.kind is Kind.ORGANISATION and label.isupper())
        if made_up and entity.outlet_id is None and label not in lexicon.organisations():
            entity.kind = Kind.PERSON

    def _text(self, turn: Turn) -> str:
        return self._document.normal[turn.label.start : turn.label.end]

    def _surnamed(self, label: str) -> Entity | None:
        """Return the one person with the surname that a label has in capitals."""
        entity = self.register.called([label]) if label.isupper() else None
        return entity if entity is not None and entity.kind is Kind.PERSON and len(entity.words) > 1 else None

    def _initialled(self, label: str) -> Entity | None:
        """Return the one person or outlet with these initials."""
        bearers = self._initials.get(label.replace(".", "").replace(" ", ""), [])
        return bearers[0] if len(bearers) == 1 else None

    # ------------------------------------------------------------------ several

    def _together(self, people: Sequence[Entity]) -> Entity:
        if self._all is None:
            name = " and ".join(person.name for person in people if person.name)
            self._all = Entity(name or None, Kind.GROUP, Naming.NAMED, plural=True)
        return self._all

    def _left(self, paragraph: int, people: Sequence[Entity]) -> Entity | None:
        """Return who of several speaks: "I'm Ana Sorin", or the one whom a paragraph that names the others does not."""
        named = set()
        for i in self.register.inside(*self._document.token_range(self._document.paragraphs[paragraph])):
            name, entity = self.register.names[i], self.register.of[i]
            bearer = next((p for p in people if entity is p or name.words[0] in (p.words[0], p.words[-1])), None)
            if bearer is None or self._document.quotation_at(self._document.tokens.starts[name.start]) is not None:
                continue
            if self.register.lowers[max(name.start - 2, 0) : name.start] in _INTRODUCING:
                return bearer
            named.add(bearer)
        rest = [person for person in people if person not in named]
        return rest[0] if named and len(rest) == 1 else None


def _described(label: str) -> Entity | None:
    """Return who is called by a role: "HOST", "Moderator"."""
    noun = lexicon.nouns().get(label.lower())
    return None if noun is None else Entity(label.lower(), noun.kind, Naming.DESCRIBED, noun.gender, noun.plural)


def _by_initials(register: Register, publisher: Entity) -> Mapping[str, list[Entity]]:
    """Return the people of a text and its publisher by their initials, two or more."""
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in dict.fromkeys((*register.people, publisher)):
        letters = "".join(word[0] for word in (entity.name or "").removeprefix("The ").split() if word[0].isupper())
        if len(letters) > 1:
            found[letters].append(entity)
    return found
