"""Choose whom a pronoun or a definite description means: one candidate, or none and the reason.

Candidates are ranked by recency, the last speaker, subject position and quotation, within gender and number: the cues
of Hobbs (1978) and Lappin and Leass (1994), with the turn-taking of quoted speech (Muzny et al. 2017) first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from attrs import frozen

from credtag.records import Document, Kind
from credtag.source.entities import Entity, Register
from credtag.source.phrases import Phrase

_MARGIN = 0.4
_NEAR = 2  # paragraphs back that a pronoun reaches
_VARIATIONS = frozenset(
    "man woman boy girl teenager mogul tycoon billionaire businessman businesswoman politician father mother grandfather grandmother star veteran "
    "senator congressman congresswoman governor mayor nominee candidate contender president premier chancellor leader actor actress singer rapper "
    "striker midfielder defender goalkeeper winger champion author economist scientist professor".split()
)
_BODIES = (Kind.ORGANISATION, Kind.GOVERNMENT, Kind.OUTLET)
_STUDIES = frozenset("study report paper research findings results analysis survey poll review data document article assessment figures".split())
_MAKERS = frozenset("authors researchers scientists experts academics team".split())
_AGENCY = frozenset(("agency", "newswire", "wire", "news agency"))


@frozen
class Turn:
    """An attribution whose source is known: where the source stands and who it is."""

    token: int
    entity: Entity
    index: int
    cited: bool = True


class Antecedents:
    """Looks back, and a little ahead, for the bearer of a phrase."""

    def __init__(self, document: Document, register: Register) -> None:
        self.document = document
        self.register = register
        self.turns: list[Turn] = []
        self._people = [t for t, _ in register.person_at]
        self.described: list[tuple[int, Entity]] = []

    # ------------------------------------------------------------------ places

    def _offset(self, token: int) -> int:
        return self.document.tokens[token].start

    def _paragraph(self, token: int) -> int:
        found = self.document.paragraph_at(self._offset(token))
        return -1 if found is None else found

    def _sentence(self, token: int) -> int:
        found = self.document.sentence_at(self._offset(token))
        return -1 if found is None else found

    def _quoted(self, token: int) -> int | None:
        return self.document.quotation_at(self._offset(token))

    def last_turn(self, token: int, reach: int = 1) -> Turn | None:
        """Return the last turn before *token* within *reach* paragraphs."""
        for turn in reversed(self.turns):
            if turn.token < token:
                return turn if self._paragraph(token) - self._paragraph(turn.token) <= reach else None
        return None

    # ------------------------------------------------------------------ pronouns

    def person(self, phrase: Phrase, outer: Entity | None, barred: Entity | None) -> tuple[Entity | None, str | None]:
        """Find the person that "he" or "she" means.

        *outer* is the source whose words hold the pronoun, *barred* the speaker of the quotation around it.
        """
        scores = self._scores(phrase)
        if outer is not None and outer.kind is Kind.PERSON:
            scores[outer] = scores.get(outer, 0.0) + 2.0
        fits = {e: s for e, s in scores.items() if e is not barred and _gender(e, phrase.gender) and not e.plural}
        return _best(fits, phrase.gender)

    def _scores(self, phrase: Phrase) -> dict[Entity, float]:
        """Score the people near a phrase by recency, subject position and turn."""
        token = phrase.start
        scores: dict[Entity, float] = {}
        for at, entity, bonus in self._person_mentions(token):
            score = bonus - (self._sentence(token) - self._sentence(at))
            scores[entity] = max(scores.get(entity, -99.0), score)
        turn = self.last_turn(token, _NEAR)
        if turn is not None and turn.entity.kind is Kind.PERSON and turn.entity.name is not None:
            near = 3.0 if self._paragraph(turn.token) == self._paragraph(token) else 2.0
            scores[turn.entity] = max(scores.get(turn.entity, -2.0), -1.0) + near
        return scores

    def _person_mentions(self, token: int) -> Iterable[tuple[int, Entity, float]]:
        paragraph, words = self._paragraph(token), self.register.lowers
        seen_sentences: dict[int, int] = {}
        stop = bisect_left(self._people, token)
        quoted = self._quoted(token)
        first = stop
        while first > 0 and stop - first < 24 and paragraph - self._paragraph(self._people[first - 1]) <= _NEAR:
            first -= 1
        for k in range(first, stop):
            at, entity = self.register.person_at[k]
            bonus = 0.0
            sentence = self._sentence(at)
            end = self._end_of(at)
            if words[end : end + 1] in (("'s",), ("'",)):
                bonus -= 1.0
            elif sentence not in seen_sentences:
                bonus += 0.9
            seen_sentences.setdefault(sentence, at)
            if quoted is None and self._quoted(at) is not None:
                bonus -= 1.5
            if paragraph != self._paragraph(at):
                bonus -= 0.3
            yield at, entity, bonus

    def _end_of(self, token: int) -> int:
        names = self.register.names
        return names[bisect_left(self.register.starts, token)].end

    def plural(self, phrase: Phrase, outer: Entity | None) -> tuple[Entity | None, str | None]:
        """Find the group or body that "they" means."""
        token = phrase.start
        scores: dict[Entity, float] = {}
        for turn in reversed(self.turns[-6:]):
            if turn.token < token and self._paragraph(token) - self._paragraph(turn.token) <= _NEAR and _many(turn.entity):
                scores.setdefault(turn.entity, 2.0 - 0.5 * (self._sentence(token) - self._sentence(turn.token)))
        for at, entity in self._body_mentions(token, 2):
            if entity.plural or entity.kind is Kind.GROUP:
                scores[entity] = max(scores.get(entity, -9), 1.0 - (self._sentence(token) - self._sentence(at)))
        if outer is not None and _many(outer):
            scores[outer] = scores.get(outer, 0.0) + 2.0
        if not scores:
            return None, "pronoun-no-antecedent"
        return _best(scores, "u")

    def thing(self, phrase: Phrase, outer: Entity | None) -> tuple[Entity | None, str | None]:
        """Find the body or document that "it" means."""
        token = phrase.start
        scores: dict[Entity, float] = {}
        turn = self.last_turn(token, 1)
        if turn is not None and turn.entity.kind in (*_BODIES, Kind.DOCUMENT):
            scores[turn.entity] = 2.0
        subjects: set[int] = set()
        for at, entity in self._body_mentions(token, 2):
            if entity.kind in _BODIES:
                sentence = self._sentence(at)
                bonus = 0.0 if sentence in subjects else 0.8
                subjects.add(sentence)
                if self.register.lowers[self._end_of(at) : self._end_of(at) + 1] == ("'s",):
                    bonus -= 1.0
                scores[entity] = max(scores.get(entity, -9.0), bonus - (self._sentence(token) - sentence))
        if outer is not None and outer.kind in _BODIES:
            scores[outer] = scores.get(outer, 0.0) + 2.0
        return _best(scores, "u")

    def _body_mentions(self, token: int, sentences: int) -> list[tuple[int, Entity]]:
        found: list[tuple[int, Entity]] = []
        here = self._sentence(token)
        i = bisect_left(self.register.starts, token)
        while i > 0 and len(found) < 16:
            i -= 1
            at = self.register.starts[i]
            if here - self._sentence(at) > sentences:
                break
            entity = self.register.of[i]
            if entity is not None and entity.kind is not Kind.PERSON:
                found.append((at, entity))
        return found[::-1]

    def relative(self, phrase: Phrase) -> Entity | None:
        """Find the name right before "who" or "which"."""
        k = phrase.start
        while k > 0 and self.register.lowers[k - 1] in (",", ")", "--", "-"):
            k -= 1
        i = bisect_left(self.register.starts, k) - 1
        if i >= 0 and self.register.names[i].end == k and self._sentence(self.register.starts[i]) == self._sentence(phrase.start):
            entity = self.register.of[i]
            if phrase.head != "who" or entity is not None and entity.kind in (Kind.PERSON, Kind.GROUP, Kind.UNKNOWN):
                return entity
        while i >= 0 and phrase.head == "who" and k - self.register.names[i].end < 14:
            entity = self.register.of[i]  # "Ana Sorin, the mayor of Belmar, who …"
            apposed = self.register.lowers[self.register.names[i].end] in (",", "(", "--")
            if apposed and entity is not None and entity.kind is Kind.PERSON:
                return entity
            i -= 1
        return None

    # ------------------------------------------------------------------ descriptions

    def definite(self, phrase: Phrase, publisher: Entity) -> tuple[Entity | None, str | None]:
        """Find the entity that a definite description means: "the mayor", "the channel", "the report"."""
        if phrase.kind is Kind.PERSON and not phrase.plural:
            return self._person_described(phrase)
        if phrase.kind is Kind.DOCUMENT:
            return self._document(phrase), None
        if phrase.kind is Kind.OUTLET:
            return self._outlet(phrase, publisher), None
        if phrase.kind in (Kind.ORGANISATION, Kind.GOVERNMENT):
            return self._body(phrase), None
        return self._group(phrase), None

    def _person_described(self, phrase: Phrase) -> tuple[Entity | None, str | None]:
        bearers = [e for e in self.register.people if phrase.head in e.roles and _gender(e, phrase.gender)]
        before = [e for e in bearers if e.last_before(phrase.start) >= 0] or bearers
        if len(before) == 1:
            return before[0], None
        if before:
            modifiers = set(self.register.lowers[phrase.start : phrase.stop]) - {"the", phrase.head}
            fits = [e for e in before if modifiers & set((e.title or "").lower().split()) | modifiers & set((e.affiliation or "").lower().split())]
            if len(fits) == 1:
                return fits[0], None
            turn = self.last_turn(phrase.start, _NEAR)
            if turn is not None and turn.entity in before:
                return turn.entity, None
            recent = max(before, key=lambda e: e.last_before(phrase.start))
            if self._paragraph(phrase.start) - self._paragraph(max(recent.last_before(phrase.start), 0)) <= 1:
                return recent, None
            return None, "description-ambiguous"
        if (same := self._heard(phrase)) is not None:
            return same, None
        words = self.register.lowers[phrase.start : phrase.stop]
        if phrase.head in _VARIATIONS or any("-year-old" in w for w in words):
            return self._varied(phrase), None
        return None, None

    def _varied(self, phrase: Phrase) -> Entity | None:
        """Find whom an elegant variation means: the one person near whose known roles do not speak against it."""
        near = {e: s for e, s in self._scores(phrase).items() if e.kind is Kind.PERSON and _gender(e, phrase.gender)}
        fits = {e: s for e, s in near.items() if not e.roles}
        if fits:
            return max(fits, key=lambda e: fits[e])
        ranked = sorted((e for e in self.register.people if not e.roles and _gender(e, phrase.gender)), key=lambda e: -len(e.at))
        main = ranked and len(ranked[0].at) > 3 and (len(ranked) == 1 or len(ranked[0].at) >= 2 * len(ranked[1].at))
        return ranked[0] if main else None

    def _heard(self, phrase: Phrase) -> Entity | None:
        """Find the entity first described with the same noun: "a teacher … the teacher"."""
        return next((e for at, e in reversed(self.described) if e.head == phrase.head and at < phrase.start and e.plural == phrase.plural), None)

    def _document(self, phrase: Phrase) -> Entity | None:
        if (same := self._heard(phrase)) is not None:
            return same
        if phrase.head in _STUDIES:
            return next((e for at, e in reversed(self.described) if e.kind is Kind.DOCUMENT and e.head in _STUDIES and at < phrase.start), None)
        return None

    def _outlet(self, phrase: Phrase, publisher: Entity) -> Entity | None:
        outlets = [e for e in self.register.bodies if e.kind is Kind.OUTLET and e is not publisher]
        before = [e for e in outlets if e.last_before(phrase.start) >= 0]
        return max(before, key=lambda e: e.last_before(phrase.start), default=None)

    def _body(self, phrase: Phrase) -> Entity | None:
        head, token = phrase.head, phrase.start
        plain = phrase.stop - phrase.start == 2  # "the ministry"; "the city council" names more than its head
        bodies = [e for e in self.register.bodies if e.last_before(token) >= 0]
        fits = [e for e in bodies if len(e.words) > 1 and head in (e.words[0].lower(), e.words[-1].lower()) and e.kind in (*_BODIES, Kind.UNKNOWN)]
        fits = [e for e in fits if e.kind is not Kind.UNKNOWN] or fits
        if not fits and head in _AGENCY and plain:
            fits = [e for e in bodies if e.kind is Kind.OUTLET or e.kind is Kind.GOVERNMENT and len(e.words) == 1 and e.words[0].isupper()]
        if not fits and plain and phrase.kind is Kind.ORGANISATION:
            turn = self.last_turn(token, _NEAR)
            if turn is not None and turn.entity.kind is Kind.ORGANISATION:
                return turn.entity
            fits = [e for e in bodies if e.kind is Kind.ORGANISATION and self._paragraph(token) - self._paragraph(e.last_before(token)) <= 1]
        if fits:
            return max(fits, key=lambda e: e.last_before(token))
        return self._heard(phrase)

    def _group(self, phrase: Phrase) -> Entity | None:
        if (same := self._heard(phrase)) is not None:
            return same
        if phrase.head in _MAKERS:
            return next((e for at, e in reversed(self.described) if e.head in _MAKERS and at < phrase.start), None)
        return next((e for e in reversed(self.register.bodies) if e.kind is Kind.GROUP and e.head == phrase.head and e.last_before(phrase.start) >= 0), None)


def _gender(entity: Entity, gender: str) -> bool:
    return "u" in (entity.gender, gender) or entity.gender == gender


def _many(entity: Entity) -> bool:
    return entity.plural or entity.kind in (Kind.GROUP, Kind.ORGANISATION, Kind.GOVERNMENT, Kind.OUTLET)


def _best(scores: dict[Entity, float], gender: str) -> tuple[Entity | None, str | None]:
    """Return the one best candidate; two that are as good give none."""
    ranked: Sequence[tuple[Entity, float]] = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked:
        return None, "pronoun-no-antecedent"
    if gender != "u" and len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN:
        sure = [e for e, s in ranked if ranked[0][1] - s < _MARGIN and e.gender == gender]
        return (sure[0], None) if len(sure) == 1 else (None, "pronoun-ambiguous")
    return ranked[0][0], None


