"""Resolve relative pronouns: "who", "which", "whose" and "that" mean what stands right before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve

from credtag.labels import Kind
from credtag.records import Attribution, Span, hull
from credtag.source.description import elsewhere
from credtag.source.discourse import FARTHEST, Discourse
from credtag.source.noun_phrases import heads
from credtag.source.noun_phrases.edges import before_time
from credtag.source.noun_phrases.phrase import TOGETHER, Form, Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.pronoun import pronouns
from credtag.source.pronoun.pronouns import Choice
from credtag.source.register.entity import BODIES, Entity

_THINGS = frozenset((Kind.DOCUMENT, Kind.UNKNOWN))
_BODY = 7  # tokens of a body's name with its article
_APPOSED = 5  # tokens from a description back to the name before it


class Relatives:
    """Chooses whom the relative pronouns of one document mean; *entity* and *resolved* resolve phrases and spans."""

    def __init__(
        self,
        reader: Reader,
        discourse: Discourse,
        attributions: Sequence[Attribution],
        entity: Callable[[Phrase, int | None], tuple[Entity, str | None]],
        resolved: Callable[[Span, int | None], Entity],
    ) -> None:
        self.reader, self.discourse = reader, discourse
        self.document, self.register = discourse.document, discourse.register
        self.attributions, self.entity, self.resolved = attributions, entity, resolved
        self._ending = {hull(a.source).end: k for k, a in enumerate(attributions) if a.source}

    def choose(self, token: int, word: str) -> Choice:
        """Return whom the relative pronoun *word* at *token* means, and why nobody."""
        token = self._first_clause(token, word)
        if (end := pronouns.before_examples(self.register.lowers, token)) is not None:
            return self._noun_before(end, word)
        if (pair := self._pair_before(token)) is not None:
            return pair, None
        entity = pronouns.relative(self.discourse, token, word)
        if entity is None and word == "whose":
            entity = self._body_before(token)
        if entity is None:
            return self._source_before(token) or self._noun_before(token, word)
        if word == "which" and (text := elsewhere.made_by(self.discourse, self.reader, token)) is not None:
            return self.entity(text, None)
        if entity.kind is Kind.UNKNOWN:
            entity.kind = Kind.PERSON if word == "who" else Kind.ORGANISATION
        return entity, None

    def _pair_before(self, token: int) -> Entity | None:
        """Return the two named before a pronoun that means both: "Karvia and Lumen, which together vowed"."""
        lowers, names = self.register.lowers, self.register.names
        if lowers[token + 1 : token + 2] == () or lowers[token + 1] not in TOGETHER:
            return None
        end = token - (lowers[token - 1] == ",")
        last = self.register.inside(0, end).stop - 1
        if last >= 1 and lowers[names[last].end] == "," and "two" in lowers[names[last].end : end]:
            end = names[last].end  # "Karvia and Lumen, the two biggest polluters, which together"
        if last < 1 or names[last].end != end or "and" not in lowers[names[last - 1].end : names[last].start]:
            return None
        phrase = self.reader.read(names[last - 1].start, end)
        return self.entity(phrase, None)[0] if phrase.form is Form.PAIR else None

    def _body_before(self, token: int) -> Entity | None:
        """Return the body right before "whose", also behind a preposition: "in the Narvia league, whose officials"."""
        end = token - (self.register.lowers[token - 1] == ",")
        start = next((k for k in range(end - 1, max(end - _BODY, 0), -1) if self.register.lowers[k] == "the"), None)
        phrase = self.reader.read(start, end) if start is not None else None
        body = phrase is not None and phrase.kind in BODIES and phrase.form in (Form.NAME, Form.DEFINITE)
        return self.entity(phrase, None)[0] if phrase is not None and body else None

    def _first_clause(self, token: int, word: str) -> int:
        """Return where the first of several clauses about the same begins: "a president who ordered it and who hoped"."""
        lowers, first = self.register.lowers, token
        floor = max(self.discourse.begin(self.discourse.sentence(token)), token - FARTHEST)
        while lowers[first - 1 : first] == ("and",):
            before = next((k for k in range(first - 2, floor, -1) if lowers[k] == word), None)
            if before is None:
                break
            first = before
        return first

    def _source_before(self, token: int) -> Choice | None:
        """Return the source of another claim that ends right before a relative pronoun: "was backed by Marn and Orme, who"."""
        end = self.document.tokens.ends[token - 1 - (self.register.lowers[token - 1] == ",")]
        index = self._ending.get(end)
        if index is None or self.register.lowers[token] == "that":
            return None
        return self.resolved(hull(self.attributions[index].source), index), None

    def _noun_before(self, token: int, word: str) -> Choice:
        """Return the description before a relative pronoun: "a clerk at the port who"."""
        register = self.register
        end = token - (register.lowers[token - 1 : token] == (",",))
        end = before_time(register.words, register.lowers, end)
        human = word == "who"
        phrase = (self.reader.share(end) or self.reader.modified(end) if human else None) or self.reader.ending(end)
        if phrase is None or phrase.form in (Form.PRONOUN, Form.EMPTY):
            return None, "pronoun-no-antecedent"
        if phrase.form is Form.PAIR and any(part.kind is not Kind.GROUP for part in phrase.parts):
            return None, "pronoun-no-antecedent"
        if human and phrase.kind in _THINGS:  # "two figures who", not "the number of those who"
            last = heads.noun(register.lowers[end - 1])
            listed = last.kind is Kind.GROUP and last.plural and register.lowers[phrase.start] != "the"
            if phrase.head != register.lowers[end - 1] and not listed:
                return None, "pronoun-no-antecedent"
            many = listed or phrase.plural  # "a growing list of mayors who"
            phrase = evolve(phrase, kind=Kind.GROUP if many else Kind.PERSON, plural=many)
        before = (
            register.inside(max(phrase.start - _APPOSED, 0), phrase.start)
            if register.words[phrase.start - 1] == ","
            else ()
        )
        for i in before:  # "Future Harbour, a super PAC that"
            entity = register.of[i]
            if register.names[i].end == phrase.start - 1 and entity is not None and entity.kind is phrase.kind:
                return entity, None
        return self.entity(phrase, None)
