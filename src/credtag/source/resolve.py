"""Resolve the noun phrases of an article to sources: whom a claim is traced to."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from credtag.attribution import silence
from credtag.attribution.grammar import is_press
from credtag.labels import Kind, Naming
from credtag.records import Attribution, Document, Sources, Span, hull
from credtag.source import (
    address,
    aliases,
    anonymity,
    descriptions,
    documents,
    elsewhere,
    interview,
    lexicon,
    outlets,
    pronouns,
    runs,
    shares,
    writings,
)
from credtag.source.discourse import Discourse
from credtag.source.entities import Register
from credtag.source.entity import BODIES, Entity
from credtag.source.floor import Floor
from credtag.source.introduce import Introducer, bare, part_of, unspecified
from credtag.source.listing import listed
from credtag.source.names import Name, read
from credtag.source.phrases import Form, Phrase, Reader
from credtag.source.pronouns import Choice

_SPEAKING = BODIES - {Kind.OUTLET} | {Kind.PERSON, Kind.GROUP}
_LONG = 5  # words of an owner that make "his lawyer" clearer than its name
_HUMAN = frozenset((Kind.PERSON, Kind.GROUP, Kind.UNKNOWN))


def resolve(document: Document, attributions: Sequence[Attribution]) -> Sources:
    """Resolve the sources of an article: names, surnames, titles, pronouns and descriptions to one entity each.

    Every attribution has a resolution: at the hull of its source or, when it has none, at the hull of its content. There
    the source is the speaker of the quotation that it goes on with (reason ``continuation``) or an unspecified one
    (``no-source``). A phrase that cannot be told apart gets a source of its own and a reason, never a guess:
    ``pronoun-ambiguous``, ``pronoun-no-antecedent``, ``surname-shared``, ``description-ambiguous``, ``addressee``,
    ``speaker-unknown`` (of the label "A:"). An unresolved pronoun is a described source without a name. Mentions of a source outside attributions are resolutions too,
    and whoever "declined to comment" is a source with ``no_comment``.

    Args:
        document: The article.
        attributions: Its attributions, outer before inner.

    Returns:
        The sources, the publisher first and the rest by first mention, and what each noun phrase stands for.

    Example:
        >>> from credtag.document import read
        >>> from credtag.records import Attribution, Span
        >>> article = read("Mayor Ana Sorin spoke. She said it would rain.", doc_id="a")
        >>> found = resolve(article, [Attribution(content=(Span(32, 45),), source=(Span(23, 26),))])
        >>> found.of(Span(23, 26)).source_id, found.entries[1].name, found.entries[1].title
        ('a/s1', 'Ana Sorin', 'Mayor')
    """
    return _Stage(document, attributions).sources()


class _Stage:
    """The stage at work on one document."""

    def __init__(self, document: Document, attributions: Sequence[Attribution]) -> None:
        self.document = document
        self.attributions = attributions
        self.register = Register(document, runs.find(document))
        self.reader = Reader(self.register)
        self.discourse = Discourse(document, self.register)
        self.publisher = self._publisher()
        self.author = self._author()
        self.floor = Floor(document, self.register, self.publisher, interview.find(document, self.register))
        self.authors = documents.authors(self.register)
        self.owners: dict[int, Entity] = {}  # attribution → entity of its source
        self.found: dict[Span, tuple[Entity, str | None]] = {}
        self.firsts: dict[Entity, int] = {}
        self.introduce = Introducer(self.reader, self.discourse)

    def sources(self) -> Sources:
        """Resolve everything and give out ids by first mention."""
        for turn in self.floor.turns.values():
            self._resolved(turn.label, None)
        for index in sorted(range(len(self.attributions)), key=self._place):
            self._attribute(index)
        anonymity.withhold(self.discourse, self.reader, {entity for entity, _ in self.found.values()}, self.publisher)
        silences = [(self._resolved(who, None), words) for who, words in silence.find(self.document)]
        return listed(self.publisher, self.found, self.firsts, silences, self.discourse)

    def _publisher(self) -> Entity:
        name = self.document.publisher
        words = (name or "").split()
        hit = outlets.known(words, int(words[0] == "The" and len(words) > 1)) if words else None
        known = hit[1].outlet_id if hit and hit[0] == len(words) else None
        for entity in self.register.bodies:
            if name and entity.name and (bare(entity.name) == bare(name) or (known and entity.outlet_id == known)):
                entity.kind, entity.name = Kind.OUTLET, name
                return entity
        return Entity(name, Kind.OUTLET, outlet_id=known)

    def _author(self) -> Entity | None:
        """Return the one author that the page names, whose "my father" it is."""
        if len(self.document.authors) != 1:
            return None
        (name,) = self.document.authors
        return self.register.called(name.split()) or Entity(name, Kind.PERSON, words=tuple(name.split()))

    def _place(self, index: int) -> tuple[int, int]:
        found = self.attributions[index]
        return (hull(found.source) if found.source else found.span).start, index

    # ------------------------------------------------------------------ attributions

    def _attribute(self, index: int) -> None:
        found = self.attributions[index]
        entity = self._resolved(hull(found.source), index) if found.source else self._unsourced(index)
        self.owners[index] = entity
        if found.source and entity.name is not None:
            token = min(self.document.token_at(self._place(index)[0]), len(self.document.tokens) - 1)
            self.discourse.take_turn(token, entity, self._reported_to(index, entity))
            writings.hear(self.discourse, token, entity, found)
        occasion = found.occasion
        for span in (*occasion.relays, *occasion.upstream):
            self._resolved(span, index)
        if occasion.interviewer is not None:
            asked_by = self._resolved(occasion.interviewer, index)
            if asked_by.kind is Kind.UNKNOWN and self.document.slice(occasion.interviewer)[0].isupper():
                asked_by.kind, asked_by.naming = Kind.OUTLET, Naming.NAMED  # "Kanal 5": the occasion tells
        if occasion.reported is not None and occasion.reported not in self.found:
            self._note(occasion.reported, unspecified(), None)

    def _reported_to(self, index: int, entity: Entity) -> int | None:
        """Return the token where the words of someone end who reports what *entity* said: behind it the reporter has the floor."""
        inside = self.attributions[index].inside
        if inside is None or not self.attributions[inside].cue:
            return None
        outer = self.owners.get(inside)
        if outer is None or outer.naming is not Naming.NAMED or not (outer.kind is entity.kind is Kind.PERSON):
            return None
        return self.document.token_at(self.attributions[inside].content[-1].end)

    def _resolved(self, span: Span, index: int | None) -> Entity:
        if span in self.found:
            return self.found[span][0]
        start, end = self.document.token_range(span)
        if start == end:  # a span inside a token
            start = self.document.token_at(span.start)
            end = min(start + 1, len(self.document.tokens))
        if start >= end:
            return self._note(span, unspecified(), "no-source")
        chosen = self.floor.labelled(span)
        entity, reason = chosen or self._entity(self.reader.read(start, end), index)
        self.floor.note(span, entity)
        return self._note(span, entity, reason)

    def _note(self, span: Span, entity: Entity, reason: str | None) -> Entity:
        self.found[span] = (entity, reason)
        self.firsts[entity] = min(self.firsts.get(entity, span.start), span.start)
        if reason not in ("continuation", "no-source"):
            entity.mentions.setdefault(span.start, span)
        return entity

    def _unsourced(self, index: int) -> Entity:
        """Give an attribution without a source the speaker of the quotation it goes on with, or nobody."""
        span = self.attributions[index].span
        if span in self.found:
            return self.found[span][0]
        speaker = self._continued(self.attributions[index]) or self._floor_holder(span)
        if speaker is not None:
            return self._note(span, speaker, "continuation")
        return self._note(span, unspecified(), "no-source")

    def _floor_holder(self, span: Span) -> Entity | None:
        """Return who speaks in a turn without a label, or in an answer."""
        paragraph = self.document.paragraph_at(span.start)
        quoted = self.document.quotation_at(span.start) is not None
        if paragraph is None or (quoted and paragraph not in self.floor.turns):
            return None
        entity = self.floor.speaker(paragraph)[0]
        return None if entity is self.publisher else entity

    def _continued(self, found: Attribution) -> Entity | None:
        """Return the speaker of a bare quotation: the source of the turn before it, in the same or the last paragraph."""
        start = found.content[0].start
        token = self.document.token_at(start)
        if found.cue or self.document.quotation_at(start) is None or token >= len(self.document.tokens):
            return None
        turn = self.discourse.last_turn(token, 1)
        return turn.entity if turn is not None and turn.entity.kind in _SPEAKING else None

    # ------------------------------------------------------------------ names

    def _entity(self, phrase: Phrase, index: int | None) -> tuple[Entity, str | None]:
        match phrase.form:
            case Form.NAME if phrase.name is not None:
                return self._named(phrase, phrase.name)
            case Form.PRONOUN:
                return self._pronoun(phrase, index)
            case Form.PAIR:
                return self._pair(phrase, index), None
            case Form.VAGUE | Form.EMPTY:
                return self._member(phrase) or unspecified(), None
            case _ if (entity := self._member(phrase)) is not None:
                return entity, None
            case _ if (entity := self._survey(phrase, index)) is not None:
                return entity, None
            case _ if phrase.parts and (entity := self._share(phrase, index)) is not None:
                return entity, None
            case _ if self._of_the_house(phrase):
                return self.publisher, None
            case _:
                return self._description(phrase, index)

    def _of_the_house(self, phrase: Phrase) -> bool:
        """Tell whether a phrase means the publisher's own people: "a Harbour Post reporter"."""
        words = self.register.lowers[phrase.start : phrase.end]
        name = (self.publisher.name or "").lower().removeprefix("the ").split()
        return bool(name) and is_press(phrase.head) and all(word in words for word in name)

    def _named(self, phrase: Phrase, name: Name) -> tuple[Entity, str | None]:
        at = self.register.inside(name.start, name.start + 1)
        whole = bool(at) and self.register.names[at[0]].words == name.words
        entity = self.register.of[at[0]] if whole else self.register.look_up(name)
        if entity is None:
            return Entity(name.text, Kind.PERSON, gender=name.gender), "surname-shared"
        if len(entity.words) == 1 and len(entity.at) < 3 and entity.kind in (Kind.UNKNOWN, Kind.PERSON):
            entity = self.register.misspelt(name) or entity
        if phrase.start < name.start and aliases.hides(self.register.lowers, phrase.start, phrase.end, name):
            entity.naming = Naming.ANONYMOUS
        if entity.kind is Kind.UNKNOWN:
            entity.kind = self.register.likely_kind(entity) if phrase.kind is Kind.UNKNOWN else phrase.kind
        if entity.kind in BODIES and phrase.head != name.words[-1].lower():
            self.discourse.hear(phrase.start, entity, phrase.head)  # "her team, Karvo-Lumen": "the team"
        return entity, None

    def _pair(self, phrase: Phrase, index: int | None) -> Entity:
        parts = [self._entity(part, index)[0] for part in phrase.parts]
        if len(set(parts)) == 1:
            return parts[0]
        kinds = {part.kind if part.kind in BODIES else p.kind for part, p in zip(phrase.parts, parts, strict=True)}
        kind = kinds.pop() if len(kinds) == 1 else Kind.GROUP if kinds & _HUMAN else Kind.ORGANISATION
        naming = Naming.NAMED if any(p.naming is Naming.NAMED for p in parts) else parts[0].naming
        called = (self._beside(p, e) for p, e in zip(phrase.parts, parts, strict=True))
        *others, last = list(dict.fromkeys(name for name in called if name)) or [""]
        told = f"{', '.join(others)} and {last}" if others else last
        entity = Entity(told or None, Kind.GROUP if kind is Kind.PERSON else kind, naming, plural=True)
        entity = self.introduce.known.setdefault(told, entity) if told else entity
        if phrase.head:  # "Professors Ana Sorin and Pavel Tresk"
            self.discourse.hear(phrase.start, entity, phrase.head)
        return entity

    def _beside(self, phrase: Phrase, entity: Entity) -> str | None:
        """Return the name of a source beside others: "her aides" beside "Ana Sorin"."""
        owned = phrase.owner is not None and self.register.lowers[phrase.start] in lexicon.pronouns()
        return self.reader.text(phrase) if owned and phrase.kind is Kind.GROUP else entity.name

    # ------------------------------------------------------------------ members of a group

    def _member(self, phrase: Phrase) -> Entity | None:
        """Return one of the group that spoke just before: "One said"; "the other said"."""
        if " ".join(self.register.lowers[phrase.start : phrase.end]) not in lexicon.words("member"):
            return None
        turn = next(self.discourse.past_turns(phrase.start, 1), None)
        group = self._subject(phrase.start, 1) if turn is None else turn.entity.group or turn.entity
        if group is None or group.kind is not Kind.GROUP or group.naming is Naming.NAMED or group.name is None:
            return None
        return part_of("one of", Kind.PERSON, group)

    def _share(self, phrase: Phrase, index: int | None) -> Entity | None:
        """Return the part of a group that a pronoun or definite description means: "one of them", "some of the officials"."""
        (inner,) = phrase.parts
        if inner.form is Form.PRONOUN:
            group = self._pronoun(inner, index)[0]
        elif inner.form is Form.DEFINITE and inner.plural:
            known = descriptions.bearer(self.discourse, inner, self.publisher)[0]
            group = known or self.introduce.new(inner, self._owner(inner, index))
        else:
            return None
        if group.name is None or not (group.plural or group.kind in BODIES):
            return None
        text = self.reader.text(evolve(phrase, stop=inner.start))
        return part_of(text, phrase.kind if phrase.plural else Kind.PERSON, group)

    def _survey(self, phrase: Phrase, index: int | None) -> Entity | None:
        """Return the poll that a share of those asked answers: "58 percent said"."""
        if shares.end(self.register.lowers, phrase.start, phrase.stop) is None:
            return None
        text = elsewhere.poll_before(self.discourse, self.reader, phrase.start)
        told = None if text is None else self.discourse.heard(phrase.start, text.head)
        return told or (None if text is None else self._description(text, index)[0])

    # ------------------------------------------------------------------ pronouns

    def _pronoun(self, phrase: Phrase, index: int | None) -> tuple[Entity, str | None]:
        role = lexicon.pronouns()[phrase.head][0]
        entity, reason = self._meant(role, phrase, index)
        if entity is None:
            kind = {"third": Kind.PERSON, "plural": Kind.GROUP}.get(role, Kind.UNKNOWN)
            return Entity(None, kind, Naming.DESCRIBED), reason
        if role == "third" and entity.gender == "u":
            entity.gender = phrase.gender
        if role == "thing" and entity.kind is Kind.UNKNOWN:
            entity.kind = Kind.ORGANISATION
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
                return self._relative(phrase)
            case "third":
                speaking = outer if quoted else self.floor.party(self.discourse.paragraph(token))
                return pronouns.person(self.discourse, token, phrase.gender, outer, speaking)
            case "plural":
                entity, reason = pronouns.group(self.discourse, token, outer)
                return (entity, reason) if self._fresh(token) else (self._group_here(token) or entity, reason)
            case _:
                entity, reason = pronouns.thing(self.discourse, token, outer)
                if entity is None and reason != "pronoun-ambiguous":
                    entity = self._subject(token)
                    entity = entity if entity is not None and entity.kind in BODIES else self._text_before(token)
                return entity, None if entity is not None else reason

    def _subject(self, token: int, back: int = 0) -> Entity | None:
        """Return whom the subject of the sentence describes: "The maker of frozen meals closed it because it".

        *back* is how many sentences before.
        """
        line = max(self.discourse.sentence(token) - back, 0)
        phrase = self.reader.opening(self.document.token_at(self.document.sentences[line].start))
        if phrase is None or phrase.end >= token or phrase.kind not in _SPEAKING - {Kind.PERSON}:
            return None
        if self.register.lowers[phrase.start] in lexicon.words("preposition"):  # "In 2029 it announced"
            return None
        return self._entity(phrase, None)[0]

    def _fresh(self, token: int) -> bool:
        """Tell whether someone was a source in the sentence of *token* or the one before."""
        turn = self.discourse.last_turn(token)
        return turn is not None and self.discourse.sentence(token) - self.discourse.sentence(turn.token) <= 1

    def _group_here(self, token: int) -> Entity | None:
        """Return the group that the same sentence describes before "they": "It drove voters to distraction, though they"."""
        sentence = self.document.sentences[self.discourse.sentence(token)]
        nouns = lexicon.nouns()
        for k in range(token - 1, self.document.token_at(sentence.start), -1):
            noun = nouns.get(self.register.lowers[k])
            if noun is not None and noun.kind is Kind.GROUP and noun.plural:
                phrase = self.reader.ending(k + 1)
                return None if phrase is None or phrase.kind is not Kind.GROUP else self._entity(phrase, None)[0]
        return None

    def _text_before(self, token: int) -> Entity | None:
        """Return the document that the sentence before is about: "A study came out on Monday. It found"."""
        line = self.discourse.sentence(token) - 1
        phrase = self.reader.opening(self.document.token_at(self.document.sentences[line].start)) if line >= 0 else None
        if phrase is None or phrase.kind is not Kind.DOCUMENT or phrase.plural:
            return None
        return self._entity(phrase, None)[0]

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
            return self._named(phrase, phrase.name)[0]
        return self._resolved(around, inside) if phrase.form in (Form.DEFINITE, Form.INDEFINITE) else None

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
        return self._entity(phrase, inside)[0] if one else None

    def _relative(self, phrase: Phrase) -> Choice:
        if (end := pronouns.before_examples(self.register.lowers, phrase.start)) is not None:
            return self._noun_before(end)
        entity = pronouns.relative(self.discourse, phrase.start, phrase.head)
        if entity is None:
            return self._noun_before(phrase.start)
        if (
            phrase.head == "which"
            and (text := elsewhere.made_by(self.discourse, self.reader, phrase.start)) is not None
        ):
            return self._entity(text, None)
        if entity.kind is Kind.UNKNOWN:
            entity.kind = Kind.PERSON if phrase.head == "who" else Kind.ORGANISATION
        return entity, None

    def _noun_before(self, token: int) -> Choice:
        """Return the description before a relative pronoun: "a clerk at the port who"."""
        register = self.register
        phrase = self.reader.ending(token - (register.lowers[token - 1 : token] == (",",)))
        if phrase is None or phrase.form in (Form.PRONOUN, Form.PAIR, Form.EMPTY):
            return None, "pronoun-no-antecedent"
        before = (
            register.inside(max(phrase.start - _LONG, 0), phrase.start)
            if register.words[phrase.start - 1] == ","
            else ()
        )
        for i in before:  # "Future Harbour, a super PAC that"
            entity = register.of[i]
            if register.names[i].end == phrase.start - 1 and entity is not None and entity.kind is phrase.kind:
                return entity, None
        return self._entity(phrase, None)

    # ------------------------------------------------------------------ descriptions

    def _description(self, phrase: Phrase, index: int | None) -> tuple[Entity, str | None]:
        if phrase.form is Form.BARE and (entity := self._loud_name(phrase)) is not None:
            return entity, None
        owner = self._owner(phrase, index)
        if phrase.kind is Kind.DOCUMENT or phrase.head in lexicon.words("ruling"):
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
        if owner is not None and (entity := descriptions.serving(self.discourse, phrase, owner)) is not None:
            return entity, None
        definite = phrase.form is Form.DEFINITE and phrase.name is None and whole
        short = (
            phrase.form is Form.BARE and phrase.kind is Kind.PERSON and not phrase.plural
        )  # headlines drop the article
        if definite or short:
            entity, reason = descriptions.bearer(self.discourse, phrase, self.publisher)
            if entity is not None:
                if entity.kind is Kind.UNKNOWN:
                    entity.kind = phrase.kind
                self.introduce.fuller(phrase, entity)
                return entity, None
        if definite and (fuller := elsewhere.taken_up(self.discourse, self.reader, phrase)) is not None:
            entity, reason = self._description(fuller, index)
            self.discourse.manned.update({entity} if phrase.plural else ())
            return entity, reason
        if owner is None and (entity := descriptions.introduced(self.discourse, phrase)) is not None:
            entity.roles.update(lexicon.roles(phrase.head) if entity.kind is Kind.PERSON else ())
            self.discourse.hear(phrase.start, entity, phrase.head)
            return entity, None
        entity = self.introduce.new(phrase, owner)
        if entity.naming is Naming.DESCRIBED and elsewhere.named_below(self.discourse, self.reader, phrase) is not None:
            entity.naming = Naming.NAMED
        return entity, reason

    def _written(self, phrase: Phrase) -> Entity | None:
        """Return whose words a text is: by what it is from ("a letter from her doctor"), or by who wrote before."""
        words = self.register.lowers[phrase.start : phrase.stop]
        if "from" in words[:-1] and phrase.head in lexicon.words("written"):
            inner = self.reader.read(phrase.start + words.index("from") + 1, phrase.stop)
            described = inner.form in (Form.DEFINITE, Form.INDEFINITE) and inner.kind in _SPEAKING
            return self._entity(inner, None)[0] if described else None
        if self.discourse.heard(phrase.start, phrase.head) is not None:
            return None
        return writings.writer(self.discourse, phrase)

    def _apposed(self, phrase: Phrase) -> Entity | None:
        """Return the person whose name stands between commas right behind a description: "the team's coach, Karim Quill, …"."""
        words, end = self.register.words, phrase.end
        if phrase.kind is not Kind.PERSON or phrase.plural or phrase.form is not Form.DEFINITE or phrase.stop != end:
            return None
        at = self.register.inside(end + 1, end + 2)
        if not at or words[end] != "," or words[self.register.names[at[0]].end :][:1] != (",",):
            return None
        entity = self.register.of[at[0]]
        return (
            entity
            if entity is not None and entity.kind is Kind.PERSON and not self.register.names[at[0]].title
            else None
        )

    def _loud_name(self, phrase: Phrase) -> Entity | None:
        """Return the bearer of a name in a headline whose every word has a capital."""
        words = self.register.words[phrase.start : phrase.stop]
        known = self.register.called(words) if words and words[0][0].isupper() else None
        if known is not None or len(words) < 2 or not all(w.isupper() for w in words):
            return known
        (name, *_) = read([w.capitalize() for w in words], 0, len(words))  # "LUMEN OLYMPIC TEAM"
        if len(name.words) < len(words) or name.kind not in BODIES or name.text.lower() in lexicon.nouns():
            return None
        entity = self.register.look_up(evolve(name, start=phrase.start, end=phrase.stop))
        self.discourse.hear(phrase.start, entity)
        return entity

    def _owner(self, phrase: Phrase, index: int | None) -> Entity | None:
        if phrase.owner is None:
            return None
        inner = self.reader.read(*phrase.owner)
        if inner.form in (Form.EMPTY, Form.VAGUE, Form.PAIR):
            return None
        owner = self._entity(inner, index)[0]
        return self.author if owner is self.publisher and inner.head == "my" else owner
