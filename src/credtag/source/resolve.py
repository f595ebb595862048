"""Resolve the noun phrases of an article to sources: whom a claim is traced to."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from credtag.attribution import silence
from credtag.attribution.occasions import interviews
from credtag.attribution.syntax.grammar import is_press
from credtag.labels import Kind, Naming
from credtag.records import Attribution, Document, Occasion, Sources, Span, hull
from credtag.source import anonymity, interview, lexicon
from credtag.source.anaphora import Anaphora
from credtag.source.described import Described
from credtag.source.description import descriptions, elsewhere, writings
from credtag.source.description.introduce import Introducer, bare, unspecified
from credtag.source.discourse import Discourse
from credtag.source.floor import Floor
from credtag.source.listing import listed
from credtag.source.noun_phrases import shares
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.pronoun import several
from credtag.source.proper_names import outlets, runs
from credtag.source.proper_names.names import Name
from credtag.source.register import aliases
from credtag.source.register.entities import Register
from credtag.source.register.entity import BODIES, HUMAN, SPEAKING, Entity


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
        self.discourse = Discourse(document, self.register, [hull(a.source) for a in attributions if a.source])
        self.publisher = self._publisher()
        self.floor = Floor(document, self.register, self.publisher, interview.find(document, self.register))
        self.owners: dict[int, Entity] = {}  # attribution → entity of its source
        self.found: dict[Span, tuple[Entity, str | None]] = {}
        self.firsts: dict[Entity, int] = {}
        self.introduce = Introducer(self.reader, self.discourse)
        self.described = Described(
            self.reader, self.discourse, self.introduce, self.publisher, self._entity, self._reporter
        )
        self.anaphora = Anaphora(
            self.reader, self.discourse, self.floor, attributions, self.owners, self._entity, self._resolved
        )

    def sources(self) -> Sources:
        """Resolve everything and give out ids by first mention."""
        for turn in self.floor.turns.values():
            self._resolved(turn.label, None)
        for index in sorted(range(len(self.attributions)), key=self._place):
            self._attribute(index)
        for told in interviews.find(self.document):
            self._asked(told, None)
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

    def _place(self, index: int) -> tuple[int, int]:
        """Return where a source stands, one in the words of another not before that: '"A clerk told me so," she said'."""
        found = self.attributions[index]
        start = (hull(found.source) if found.source else found.span).start
        return (start if found.inside is None else max(start, self._place(found.inside)[0])), index

    # ------------------------------------------------------------------ attributions

    def _attribute(self, index: int) -> None:
        found = self.attributions[index]
        entity = self._resolved(hull(found.source), index) if found.source else self._unsourced(index)
        self.owners[index] = entity
        if found.source and entity.name is not None and not self._asks(found, entity):
            token = min(self.document.token_at(hull(found.source).start), len(self.document.tokens) - 1)
            self.discourse.take_turn(token, entity, self._reported_to(index, entity))
            writings.hear(self.discourse, token, entity, found)
            if self._questions(found):
                self.discourse.questions.add(token)
        occasion = found.occasion
        for span in (*occasion.relays, *occasion.upstream):
            cited = self._passes_on(span, index) if span in occasion.relays else self._resolved(span, index)
            if cited.plural and cited.kind is Kind.GROUP:
                self.discourse.cited.add(self.document.token_at(span.start), cited)
        self._asked(occasion, index)
        if occasion.reported is not None and occasion.reported not in self.found:
            self._note(occasion.reported, unspecified(), None)

    def _reporter(self, index: int | None) -> Entity | None:
        """Return who reports an attribution: the source of the one in which it stands."""
        inside = None if index is None else self.attributions[index].inside
        return None if inside is None else self.owners.get(inside)

    def _asks(self, found: Attribution, entity: Entity) -> bool:
        """Tell whether someone who is only described puts a question, which another answers: "Asked by a reporter"."""
        described = entity.naming is Naming.DESCRIBED and is_press(entity.head)
        return described and self._questions(found)

    def _questions(self, found: Attribution) -> bool:
        words = self.document.slice(hull(found.cue)).lower().split() if found.cue else ()
        return any(word.startswith("ask") for word in words)

    def _asked(self, occasion: Occasion, index: int | None) -> None:
        if occasion.interviewer is not None:
            self._passes_on(occasion.interviewer, index)

    def _passes_on(self, span: Span, index: int | None) -> Entity:
        """Let what asks or passes words on be an outlet, where nothing else tells what a name is: "told Kanal 5"."""
        outlet = self._resolved(span, index)
        if outlet.kind is Kind.UNKNOWN and self.document.slice(span)[0].isupper():
            outlet.kind, outlet.naming = Kind.OUTLET, Naming.NAMED
        return outlet

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
        return turn.entity if turn is not None and turn.entity.kind in SPEAKING else None

    # ------------------------------------------------------------------ names

    def _entity(self, phrase: Phrase, index: int | None) -> tuple[Entity, str | None]:
        match phrase.form:
            case Form.NAME if phrase.name is not None:
                return self._named(phrase, phrase.name)
            case Form.PAIR:
                return self._pair(phrase, index), None
            case _ if several.whole(self.register.lowers, phrase):
                return self._whole(phrase, index)
            case Form.PRONOUN:
                return self.anaphora.choose(phrase, index)
            case Form.VAGUE | Form.EMPTY:
                return self._member(phrase) or unspecified(), None
            case _ if (entity := several.meant(self.discourse, phrase) or self._member(phrase)) is not None:
                return entity, None
            case _ if (entity := self._survey(phrase, index)) is not None:
                return entity, None
            case _ if phrase.parts and (entity := self._share(phrase, index)) is not None:
                return entity, None
            case _ if self._of_the_house(phrase):
                return self.publisher, None
            case _:
                return self.described.choose(phrase, index)

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
        self_named = phrase.kind is Kind.ORGANISATION and entity.kind in (Kind.GOVERNMENT, Kind.GROUP)
        if self_named and phrase.head != name.words[-1].lower():  # "rebels calling themselves the Free Belmar Army"
            entity.kind, entity.naming, entity.plural = phrase.kind, Naming.NAMED, False
        if not whole:  # "a user going by mossy_stone": "mossy_stone"
            self.discourse.known.setdefault(name.text.lower(), entity)
        if entity.kind is Kind.UNKNOWN:
            entity.kind = self._kind(phrase, name, entity)
            if entity.kind is Kind.PERSON:
                self.register.meet(entity)
        written = phrase.head in lexicon.words("written")  # "a statement signed by its head, Ana Sorin,"
        if written or (entity.kind in BODIES and phrase.head != name.words[-1].lower()):
            self.discourse.hear(phrase.start, entity, phrase.head)  # "her team, Karvo-Lumen": "the team"
        return entity, None

    def _kind(self, phrase: Phrase, name: Name, entity: Entity) -> Kind:
        """Tell what a name that nothing else tells apart is: as those are to whom it belongs ("A fourth, Harbour Nord,")."""
        if phrase.kind is not Kind.UNKNOWN:
            return phrase.kind
        one = " ".join(self.register.lowers[phrase.start : name.start - 1]) in lexicon.words("member")
        turn = self.discourse.last_turn(phrase.start) if one else None
        many = turn is not None and turn.entity.plural and turn.entity.kind in BODIES
        if turn is not None and many:
            return turn.entity.kind
        return Kind.ORGANISATION if self.discourse.impersonal(entity) else self.register.likely_kind(entity)

    def _pair(self, phrase: Phrase, index: int | None) -> Entity:
        parts = [self._entity(part, index)[0] for part in phrase.parts]
        if len(set(parts)) == 1:
            return parts[0]
        kinds = {part.kind if part.kind in BODIES else p.kind for part, p in zip(phrase.parts, parts, strict=True)}
        kind = kinds.pop() if len(kinds) == 1 else Kind.GROUP if kinds & HUMAN else Kind.ORGANISATION
        naming = Naming.NAMED if any(p.naming is Naming.NAMED for p in parts) else parts[0].naming
        called = [self._beside(p, e) for p, e in zip(phrase.parts, parts, strict=True)]
        entity = self.discourse.joined(called, Kind.GROUP if kind is Kind.PERSON else kind, naming)
        if phrase.head:  # "Professors Ana Sorin and Pavel Tresk"
            self.discourse.hear(phrase.start, entity, phrase.head)
        return entity

    def _beside(self, phrase: Phrase, entity: Entity) -> str | None:
        """Return the name of a source beside others: "her aides" beside "Ana Sorin"."""
        owned = phrase.owner is not None and self.register.lowers[phrase.start] in lexicon.pronouns()
        return self.reader.text(phrase) if owned and phrase.kind is Kind.GROUP else entity.name

    # ------------------------------------------------------------------ members of a group

    def _whole(self, phrase: Phrase, index: int | None) -> tuple[Entity, str | None]:
        """Return those whom "both", "all" or "none" mean: who are named or told of just before."""
        crowds = self.anaphora.crowds
        if " ".join(self.register.lowers[phrase.start : phrase.end]) in lexicon.words("two sides"):
            two = crowds.two(phrase.start)
            return (two, None) if two is not None else self.described.choose(phrase, index)
        told = several.meant(self.discourse, phrase) or crowds.counted(phrase.start)
        they = evolve(phrase, form=Form.PRONOUN, head="they", plural=True)
        return (told, None) if told is not None else self.anaphora.choose(they, index)

    def _told_apart(self, phrase: Phrase) -> Entity | None:
        """Return whom a name behind a comma says that one of several is: "One of them, Ana Sorin, said"."""
        comma = phrase.stop
        if self.register.lowers[comma : comma + 1] != (",",):
            return None
        names = self.register.inside(comma + 1, comma + 3)
        name = self.register.names[names[0]] if names else None
        if name is None or self.register.lowers[name.end : name.end + 1] != (",",):
            return None
        articled = name.start == comma + 2 and self.register.lowers[comma + 1] == "the"  # "the Green Beatrix Amsler"
        return (
            self._named(self.reader.read(name.start, name.end), name)[0]
            if name.start == comma + 1 or articled
            else None
        )

    def _member(self, phrase: Phrase) -> Entity | None:
        """Return one of the group that spoke just before: "One said"; "the other said"."""
        if " ".join(self.register.lowers[phrase.start : phrase.end]) not in lexicon.words("member"):
            return None
        if (known := self._told_apart(phrase)) is not None:
            return known
        turn = next(self.discourse.past_turns(phrase.start, 1), None)
        group = self.anaphora.subject(phrase.start, 1) if turn is None else turn.entity.group or turn.entity
        if group is None or group.kind is not Kind.GROUP or group.naming is Naming.NAMED or group.name is None:
            return None
        words = "the other of" if self.register.lowers[phrase.end - 1] == "other" else "one of"
        return self.introduce.part_of(phrase, words, Kind.PERSON, group)

    def _share(self, phrase: Phrase, index: int | None) -> Entity | None:
        """Return the part of a group that a pronoun or definite description means: "one of them", "some of the officials"."""
        (inner,) = phrase.parts
        if not phrase.plural and (known := self._told_apart(phrase)) is not None:
            return known
        if inner.form is Form.PRONOUN:
            group = self.discourse.crowd(inner.start) or self.anaphora.crowds.counted(inner.start)
            group = group or self.anaphora.choose(inner, index)[0]
        elif inner.form is Form.DEFINITE and inner.plural:
            known = descriptions.bearer(self.discourse, inner, self.publisher)[0]
            group = known or self.introduce.new(inner, self.described.owner(inner, index))
        else:
            return None
        if group.name is None or not (group.plural or group.kind is Kind.GROUP):
            return None
        text = self.reader.text(evolve(phrase, stop=inner.start))
        return self.introduce.part_of(phrase, text, phrase.kind if phrase.plural else Kind.PERSON, group)

    def _survey(self, phrase: Phrase, index: int | None) -> Entity | None:
        """Return the poll that a share of those asked answers: "58 percent said", not "58 percent of voters said"."""
        asked = not phrase.parts or phrase.head in lexicon.words("asked")
        place = (self.register.lowers, phrase.start, phrase.stop)
        if not asked or (shares.end(*place) is None and not shares.is_fraction(*place)):
            return None
        text = elsewhere.poll_before(self.discourse, self.reader, phrase.start)
        told = self.discourse.heard(phrase.start, text.head) if text is not None else None
        return told or (None if text is None else self.described.choose(text, index)[0])
