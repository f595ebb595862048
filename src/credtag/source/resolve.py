"""Resolve the noun phrases of an article to sources: whom a claim is traced to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from credtag.records import Attribution, Document, Kind, Naming, Resolution, Source, Sources, Span, ZoneKind, hull
from credtag.source import lexicon, names, outlets
from credtag.source.antecedents import Antecedents, Turn
from credtag.source.entities import Entity, Register
from credtag.source.phrases import FormOf, Phrase, Reader

_WRITTEN = frozenset("letter tweet post statement message email e-mail note memo missive op-ed column speech remarks declaration comments comment announcement testimony".split())
_RULINGS = frozenset("ruling sentence verdict judgment judgement decision opinion order".split())
_INSTITUTIONS = frozenset("government administration police military army navy parliament congress senate cabinet crown judiciary presidency regime treasury state city".split())
_REPORTED = frozenset((Kind.ORGANISATION, Kind.OUTLET, Kind.GOVERNMENT))
_COMPANY_WORDS = frozenset("spokesman spokeswoman spokesperson shares stock users employees executives executive ceo customers products".split())


def resolve(document: Document, attributions: Sequence[Attribution]) -> Sources:
    """Resolve the sources of an article: names, surnames, titles, pronouns and descriptions to one entity each.

    Every attribution has a resolution: at the hull of its source or, when it has none, at the hull of its content. There
    the source is the speaker of the quotation that it goes on with (reason ``continuation``) or an unspecified one
    (``no-source``). A phrase that cannot be told apart gets a source of its own and a reason, never a guess:
    ``pronoun-ambiguous``, ``pronoun-no-antecedent``, ``surname-shared``, ``description-ambiguous``, ``addressee``. An
    unresolved pronoun is a described source without a name. Mentions of a source outside attributions are resolutions too.

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
        self.register = Register(document, names.find(document))
        self.reader = Reader(self.register)
        self.antecedents = Antecedents(document, self.register)
        self.publisher = self._publisher()
        self.owners: dict[int, Entity] = {}  # attribution → entity of its source
        self.found: dict[Span, tuple[Entity, str | None]] = {}
        self.firsts: dict[Entity, int] = {}
        self.bare: dict[str, Entity] = {}

    def sources(self) -> Sources:
        """Resolve everything and give out ids by first mention."""
        for index in sorted(range(len(self.attributions)), key=self._place):
            self._attribute(index)
        return self._numbered()

    def _publisher(self) -> Entity:
        name = self.document.publisher
        key = (hit := outlets.known(name.split(), int(name.startswith("The ")))) if name and name.split() else None
        for entity in self.register.bodies:
            same = entity.name and name and _bare(entity.name) == _bare(name)
            if same or hit and key and entity.outlet_id == hit[1].outlet_id:
                entity.kind, entity.name = Kind.OUTLET, name
                return entity
        found = Entity(name, Kind.OUTLET)
        found.outlet_id = hit[1].outlet_id if name and name.split() and hit else None
        return found

    def _place(self, index: int) -> tuple[int, int]:
        found = self.attributions[index]
        return (hull(found.source) if found.source else found.span).start, index

    # ------------------------------------------------------------------ attributions

    def _attribute(self, index: int) -> None:
        found = self.attributions[index]
        if found.source:
            entity = self._resolved(hull(found.source), index)
        else:
            entity = self._unsourced(index)
        self.owners[index] = entity
        token = self.document.token_at(self._place(index)[0])
        if token < len(self.document.tokens) and entity.name is not None and entity.naming is not Naming.UNSPECIFIED and found.source:
            self.antecedents.turns.append(Turn(token, entity, index))
        occasion = found.occasion
        for span in (occasion.interviewer, *occasion.relays, *occasion.upstream):
            if span is not None:
                self._resolved(span, index)
        if occasion.reported is not None and occasion.reported not in self.found:
            self._note(occasion.reported, _unspecified(), None)

    def _resolved(self, span: Span, index: int) -> Entity:
        if span in self.found:
            return self.found[span][0]
        start, end = self.document.token_range(span)
        if start == end:
            start, end = self.document.token_at(span.start), self.document.token_at(span.start) + 1
        end = min(end, len(self.document.tokens))
        if start >= end:
            return self._note(span, _unspecified(), "no-source")
        entity, reason = self._entity(self.reader.read(start, end), index)
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
        speaker = self._continued(index)
        if speaker is not None:
            return self._note(span, speaker, "continuation")
        return self._note(span, _unspecified(), "no-source")

    def _continued(self, index: int) -> Entity | None:
        found = self.attributions[index]
        if found.cue or self.document.quotation_at(found.content[0].start) is None:
            return None
        token = self.document.token_at(found.span.start)
        turn = self.antecedents.last_turn(token, 1) if token < len(self.document.tokens) else None
        if turn is None or turn.entity.kind not in (Kind.PERSON, Kind.GROUP, Kind.ORGANISATION, Kind.GOVERNMENT):
            return None
        return turn.entity

    # ------------------------------------------------------------------ phrases

    def _entity(self, phrase: Phrase, index: int) -> tuple[Entity, str | None]:
        match phrase.form:
            case FormOf.NAME:
                return self._named(phrase)
            case FormOf.PRONOUN:
                return self._pronoun(phrase, index)
            case FormOf.PAIR:
                return self._pair(phrase, index), None
            case FormOf.VAGUE | FormOf.EMPTY:
                return _unspecified(), None
            case _:
                return self._description(phrase, index)

    def _named(self, phrase: Phrase) -> tuple[Entity, str | None]:
        name = phrase.name
        assert name is not None
        i = self.register.inside(name.start, name.start + 1)
        entity = self.register.of[i[0]] if i and self.register.names[i[0]].words == name.words else self.register.look_up(name)
        if entity is None:
            return Entity(name.text, Kind.PERSON, gender=name.gender), "surname-shared"
        if len(entity.words) == 1 and len(entity.at) < 3 and entity.kind in (Kind.UNKNOWN, Kind.PERSON) and (meant := self.register.misspelt(name)):
            return meant, None
        if entity.kind is Kind.UNKNOWN:
            entity.kind = phrase.kind if phrase.kind is not Kind.UNKNOWN else self._likely(entity, name)
        elif phrase.head in ("party", "group") and phrase.kind is Kind.ORGANISATION:
            entity.kind = Kind.ORGANISATION
        return entity, None

    def _likely(self, entity: Entity, name: names.Name) -> Kind:
        """Tell what an unknown name is: a body if its mentions are treated as one, else a person."""
        words = self.register.lowers
        for at in entity.at:
            end = at + len(entity.words)
            if at > 0 and words[at - 1] == "the" or words[end : end + 1] and words[end] in _COMPANY_WORDS:
                return Kind.ORGANISATION
            if words[end : end + 1] == ("'s",) and words[end + 1 : end + 2] and words[end + 1] in _COMPANY_WORDS:
                return Kind.ORGANISATION
        return Kind.ORGANISATION if "." in entity.words[1:2] else Kind.PERSON

    def _pronoun(self, phrase: Phrase, index: int) -> tuple[Entity, str | None]:
        role = lexicon.pronouns()[phrase.head][0]
        outer, speaker = self._outer(index), self._speaker(phrase, index)
        entity: Entity | None
        reason: str | None = None
        if role == "speaker":
            entity, reason = self._first_person(phrase, speaker)
        elif role == "addressee":
            entity, reason = None, "addressee"
        elif role == "relative":
            entity, reason = self._relative(phrase)
        elif role == "third":
            entity, reason = self.antecedents.person(phrase, outer, speaker)
        elif role == "plural":
            entity, reason = self.antecedents.plural(phrase, outer)
        else:
            entity, reason = self.antecedents.thing(phrase, outer)
        if entity is None:
            kind = Kind.PERSON if role == "third" else Kind.GROUP if role == "plural" else Kind.UNKNOWN
            return Entity(None, kind, Naming.DESCRIBED), reason or "pronoun-no-antecedent"
        if role == "third" and entity.gender == "u":
            entity.gender = phrase.gender
        return entity, None

    def _outer(self, index: int) -> Entity | None:
        inside = self.attributions[index].inside
        if inside is None:
            return None
        if inside not in self.owners and inside != index:
            found = self.attributions[inside]
            if not found.source or hull(found.source) in self.found:
                return None
            start, end = self.document.token_range(hull(found.source))
            phrase = self.reader.read(start, end) if start < end else None
            return self._named(phrase)[0] if phrase and phrase.form is FormOf.NAME else None
        return self.owners.get(inside)

    def _speaker(self, phrase: Phrase, index: int) -> Entity | None:
        """Return the source of the quotation around the phrase."""
        if self.document.quotation_at(self.document.tokens[phrase.start].start) is None:
            return None
        return self._outer(index)

    def _first_person(self, phrase: Phrase, speaker: Entity | None) -> tuple[Entity | None, str | None]:
        offset = self.document.tokens[phrase.start].start
        if self.document.quotation_at(offset) is None:
            return self.publisher, None
        if speaker is not None:
            return speaker, None
        around = [k for k, a in enumerate(self.attributions) if a.source and any(offset in s for s in a.content)]
        for k in reversed(around):
            if k in self.owners:
                return self.owners[k], None
        turn = self.antecedents.last_turn(phrase.start, 1)
        return (turn.entity, None) if turn else (None, "pronoun-no-antecedent")

    def _relative(self, phrase: Phrase) -> tuple[Entity | None, str | None]:
        if (entity := self.antecedents.relative(phrase)) is not None:
            if entity.kind is Kind.UNKNOWN:
                entity.kind = Kind.PERSON if phrase.head == "who" else Kind.ORGANISATION
            return entity, None
        k = phrase.start
        while k > 0 and self.register.lowers[k - 1] == ",":
            k -= 1
        start = max((j for j in range(max(0, k - 7), k) if self.register.lowers[j] in ("the", "a", "an", ",", ".", "by", "of", "from")), default=k)
        if self.register.lowers[start : start + 1] not in (("the",), ("a",), ("an",)):
            start += 1
        if start < k:
            inner = self.reader.read(start, k)
            if inner.form not in (FormOf.EMPTY, FormOf.PRONOUN, FormOf.VAGUE, FormOf.PAIR):
                return self._description(inner, -1) if inner.form is not FormOf.NAME else self._named(inner)
        return None, "pronoun-no-antecedent"

    def _pair(self, phrase: Phrase, index: int) -> Entity:
        parts = [self._entity(part, index)[0] for part in phrase.parts]
        told = [p.name for p in parts if p.name]
        kinds = {p.kind for p in parts}
        kind = next(iter(kinds)) if len(kinds) == 1 else Kind.GROUP if kinds & {Kind.PERSON, Kind.GROUP} else Kind.ORGANISATION
        kind = Kind.GROUP if kind is Kind.PERSON else kind
        naming = Naming.NAMED if any(p.naming is Naming.NAMED for p in parts) else parts[0].naming
        key = "+".join(sorted(told))
        if key and key in self.bare:
            return self.bare[key]
        entity = Entity(" and ".join(told) or None, kind, naming, plural=True)
        if key:
            self.bare[key] = entity
        return entity

    # ------------------------------------------------------------------ descriptions

    def _description(self, phrase: Phrase, index: int) -> tuple[Entity, str | None]:
        if phrase.form is FormOf.BARE and (entity := self._capital(phrase)) is not None:
            return entity, None
        if phrase.kind is Kind.DOCUMENT or phrase.head in _RULINGS:
            if (maker := self._maker(phrase, index)) is not None:
                return maker, None
        owner = self._owner(phrase, index)
        reason = None
        if phrase.form is FormOf.DEFINITE and (owner is None or owner.kind is Kind.DOCUMENT) and phrase.name is None or phrase.form is FormOf.BARE and self._headline(phrase):
            entity_, reason = self.antecedents.definite(phrase, self.publisher)
            if entity_ is not None:
                return entity_, None
        return self._new(phrase, owner), reason

    def _headline(self, phrase: Phrase) -> bool:
        at = self.document.tokens[phrase.start].start
        return phrase.kind is Kind.PERSON and (phrase.start == 0 or self.document.zone_at(at) is ZoneKind.HEADLINE)

    def _capital(self, phrase: Phrase) -> Entity | None:
        """Find a name in a headline whose every word has a capital."""
        words = self.register.words[phrase.start : phrase.stop]
        if not words or not words[0][0].isupper():
            return None
        return self.register.called(words)

    def _owner(self, phrase: Phrase, index: int) -> Entity | None:
        if phrase.owner is None:
            return None
        inner = self.reader.read(*phrase.owner)
        if inner.form in (FormOf.EMPTY, FormOf.VAGUE, FormOf.PAIR):
            return None
        return self._entity(inner, index)[0]

    def _maker(self, phrase: Phrase, index: int) -> Entity | None:
        """Find the source that a text is the voice of: an outlet's report, a person's letter, a court's ruling."""
        words = self.register.lowers
        owner = self._owner(phrase, index)
        if owner is not None and owner.kind is Kind.OUTLET and phrase.head not in _WRITTEN:
            return owner
        if owner is not None and phrase.head in _WRITTEN | _RULINGS and owner.naming is Naming.NAMED:
            return owner
        k = phrase.start
        for name_at in self.register.inside(phrase.start, phrase.end):
            name, entity = self.register.names[name_at], self.register.of[name_at]
            if entity is None:
                continue
            k = name.start - 1
            while k > phrase.start and words[k] in ("the", "a", "an", "state", "news", "agency", "newspaper", "channel", "daily", "magazine", "broadcaster"):
                k -= 1
            link = words[k]
            if link in ("by", "in", "on", "from", "of") and entity.kind is Kind.OUTLET and phrase.head not in _WRITTEN and words[k - 1] not in ("seen", "obtained", "reviewed", "published", "appeared", "viewed", "through"):
                return entity
            if link in ("by", "from", "of") and phrase.head in _WRITTEN | _RULINGS and entity.kind is not Kind.UNKNOWN and words[k - 1] in _WRITTEN | _RULINGS:
                return entity
            if link == "of" and (entity.kind is Kind.DOCUMENT or entity.kind is Kind.UNKNOWN and name.words[-1].lower() in ("study", "report", "survey", "poll")):
                entity.kind = Kind.DOCUMENT
                entity.head = phrase.head
                self.antecedents.described.append((phrase.start, entity))
                return entity
        return None

    def _new(self, phrase: Phrase, owner: Entity | None) -> Entity:
        text = self.reader.text(phrase)
        if owner is not None and owner.name and phrase.owner is not None and phrase.owner[1] - phrase.owner[0] == 1:
            if self.register.lowers[phrase.start] in ("his", "her", "its", "their"):
                text = f"{owner.name}'s {text.split(' ', 1)[-1]}"
        key = f"{_bare(text)}"
        if phrase.form is not FormOf.INDEFINITE and key in self.bare:
            return self.bare[key]
        naming = self._naming(phrase, owner)
        entity = Entity(text if naming is not Naming.UNSPECIFIED else None, phrase.kind, naming, phrase.gender, phrase.plural)
        if phrase.head in ("source", "sources") and entity.kind is Kind.UNKNOWN:
            entity.kind = Kind.GROUP if phrase.plural or phrase.head == "sources" else Kind.PERSON
        entity.head, entity.owner = phrase.head, owner
        if naming is Naming.UNSPECIFIED:
            return _unspecified()
        self.bare.setdefault(key, entity)
        self.antecedents.described.append((phrase.start, entity))
        return entity

    def _naming(self, phrase: Phrase, owner: Entity | None) -> Naming:
        lowers, document = self.register.lowers, self.document
        text = " ".join(lowers[phrase.start : phrase.end])
        sentence = document.sentence_at(document.tokens[phrase.start].start)
        around = document.normal[document.sentences[sentence].start : document.sentences[sentence].end].lower() if sentence is not None else text
        said = lexicon.naming_of(text)
        if said is not None:
            return said
        if phrase.head in ("source", "sources"):
            return Naming.ANONYMOUS
        if phrase.kind in (Kind.PERSON, Kind.GROUP, Kind.UNKNOWN) and lexicon.naming_of(around) is Naming.ANONYMOUS and "anonymity" in around + " named":
            if any(p in around for p in ("anonymity", "be named", "be identified", "anonymous", "authorized", "authorised")):
                return Naming.ANONYMOUS
        if phrase.kind is Kind.GOVERNMENT and phrase.head in _INSTITUTIONS and not phrase.plural or phrase.name is not None and phrase.kind in _REPORTED:
            return Naming.NAMED
        if phrase.head == "police" or owner is not None and owner.naming is Naming.NAMED and phrase.kind in (*_REPORTED, Kind.DOCUMENT):
            return Naming.NAMED
        if phrase.kind is Kind.DOCUMENT and self._identified(phrase):
            return Naming.NAMED
        return Naming.DESCRIBED

    def _identified(self, phrase: Phrase) -> bool:
        """Tell whether title, maker or date identify a document."""
        words = self.register.words[phrase.start : phrase.stop]
        return not phrase.plural and bool(self.register.inside(phrase.start, phrase.end)) or any(w.isdigit() and len(w) == 4 for w in words)

    # ------------------------------------------------------------------ the result

    def _numbered(self) -> Sources:
        used = {e for e, _ in self.found.values()} - {self.publisher}
        order = sorted(used, key=lambda e: (min((*e.mentions, self.firsts[e])), self.firsts[e]))
        ids = {self.publisher: f"{self.document.doc_id}/s0"}
        ids |= {e: f"{self.document.doc_id}/s{n}" for n, e in enumerate(order, 1)}
        mentions = {span: e for e in ids for span in e.mentions.values()}
        resolutions = {span: Resolution(span, ids[e]) for span, e in mentions.items()}
        resolutions |= self._echoes(ids)
        resolutions |= {span: Resolution(span, ids[e], reason) for span, (e, reason) in self.found.items()}
        return Sources(tuple(_record(e, i) for e, i in ids.items()), tuple(sorted(resolutions.values(), key=lambda r: (r.span.start, r.span.end))))

    def _echoes(self, ids: dict[Entity, str]) -> dict[Span, Resolution]:
        """Resolve the definite descriptions of sources outside attributions: "The channel is …"."""
        lowers, nouns = self.register.lowers, lexicon.nouns()
        taken = sorted(self.found)
        starts = [s.start for s in taken]
        echoes: dict[Span, Resolution] = {}
        for k in range(len(lowers) - 1):
            if lowers[k] != "the" or (noun := nouns.get(lowers[k + 1])) is None or noun.plural or noun.kind not in (*_REPORTED, Kind.PERSON):
                continue
            span = self.register.span(k, k + 2)
            i = bisect_right(starts, span.start) - 1
            if i >= 0 and taken[i].covers(span):
                continue
            phrase = Phrase(FormOf.DEFINITE, k, k + 2, lowers[k + 1], noun.kind, noun.plural, noun.gender, stop=k + 2)
            entity, _ = self.antecedents.definite(phrase, self.publisher)
            if entity in ids:
                echoes[span] = Resolution(span, ids[entity])
                entity.mentions.setdefault(span.start, span)
        return echoes


def _unspecified() -> Entity:
    return Entity(None, Kind.UNKNOWN, Naming.UNSPECIFIED)


def _bare(text: str) -> str:
    lower = text.lower()
    for article in ("the ", "a ", "an "):
        if lower.startswith(article):
            return lower[len(article) :]
    return lower


def _record(entity: Entity, source_id: str) -> Source:
    return Source(
        source_id,
        entity.name,
        entity.kind,
        entity.naming,
        entity.title,
        entity.affiliation,
        entity.outlet_id,
        mentions=tuple(entity.mentions[start] for start in sorted(entity.mentions)),
    )
