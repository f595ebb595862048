"""Choose whom "they" means: a group or people named together, by the subject before, the sources and what is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from credtag.labels import Kind
from credtag.records import Attribution
from credtag.source import lexicon
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases.phrase import Phrase
from credtag.source.pronoun import pronouns
from credtag.source.pronoun.crowds import Crowds
from credtag.source.pronoun.pronouns import Choice
from credtag.source.register.entity import BODIES, Entity

_TOLD = 2  # sentences back that tell of a group
_LINES = 6  # sentences back, with those whose subject is "they"
_OF_THEM = 8  # tokens of a sentence that begins with some of those told of
_AGENT = 20  # tokens from "by" to "they"
_EXAMPLES = 16  # tokens from a group to the first of its examples


class Plurals:
    """Chooses whom the plural pronouns of one document mean.

    *entity* tells who a phrase stands for, *texts* which documents the sentence before tells of.
    """

    def __init__(
        self,
        discourse: Discourse,
        crowds: Crowds,
        attributions: Sequence[Attribution],
        entity: Callable[[Phrase, int | None], tuple[Entity, str | None]],
        texts: Callable[[int], Entity | None],
    ) -> None:
        self.document, self.register, self.discourse = discourse.document, discourse.register, discourse
        self.crowds, self.attributions, self.entity, self.texts = crowds, attributions, entity, texts

    def choose(self, token: int, outer: Entity | None, index: int | None) -> Choice:
        """Return the group or people that "they" means."""
        if (own := self._group_opening(token, index)) is not None:
            return own, None
        quoted = self.discourse.quoted(token)
        if quoted and (told := self._group_told_of(token, within=True)) is not None:
            return told, None
        entity, reason = pronouns.group(self.discourse, token, outer)
        if quoted and entity in (None, outer):
            return self._group_told_of(token) or entity, reason
        if entity is not None and (examples := self._examples(entity, token)) is not None:
            return examples, None
        newest = self._subject_since(token, entity) or self._agent(token)
        newest = newest or (None if self._fresh(token) else self._group_here(token))
        if newest is not None or entity is not None:
            return newest or entity, None
        told = self._group_here(token) or self._two_before(token)
        return told or self.texts(token) or self._group_told_of(token) or self._body_before(token), reason

    def _subject_since(self, token: int, entity: Entity | None) -> Entity | None:
        """Return the group that is the subject of the sentence before, unless *entity* was a source or named since."""
        line = self.crowds.line_before(token, 1)
        if line is None or self.discourse.quoted(token):
            return None
        start = self.discourse.begin(line)
        above = self.discourse.paragraph(start)
        if entity is not None and above != self.discourse.paragraph(token) and self._told_in(above, entity, token):
            return None
        for at, people in self.discourse.together(token, 0):
            leading = self.register.lowers[start:at]
            if at >= start and all(w in lexicon.nouns() or w == "the" for w in leading):
                return self.discourse.joined([e.name for e in people], Kind.GROUP)
        phrase = None if self.discourse.quoted(start) else self.crowds.subject(start, token)
        if phrase is None:
            return None
        fresh = entity is not None and (
            self.discourse.spoke_since(entity, token, start) or entity.last_before(token) >= start
        )
        if fresh and (entity is None or entity.plural or not phrase.plural):
            return None
        many = None if phrase.plural or phrase.kind not in BODIES else self.crowds.last(phrase.end, token, named=False)
        return many if many is not None and many.plural else self.entity(phrase, None)[0]

    def _group_told_of(self, token: int, *, within: bool = False) -> Entity | None:
        """Return the group of which the words before "they" tell last: "Many voters are unsure, or they want".

        *within* looks into sentences only that begin in quotation marks, and behind them where they open.
        """
        quoted = self.discourse.quoted(token)
        line, stop = self.discourse.sentence(token), token
        told = 0
        for back in range(_LINES):
            found = self.crowds.line_before(token, back) if back else line
            if found is None or told > _TOLD:
                return None
            start = self.discourse.begin(found)
            if within and not self.discourse.quoted(start):
                start = next((k for k in range(start, stop) if self.discourse.quoted(k)), stop)
            goes_on = self._goes_on(start, stop)
            told += not goes_on
            if (quoted or back > 0) and not goes_on:
                phrase = self.crowds.subject(start, stop)
                if phrase is not None:
                    return self.entity(phrase, None)[0]
                if (last := self.crowds.last(start, stop, named=quoted)) is not None:
                    return last
            stop = start
        return None

    def _goes_on(self, start: int, stop: int) -> bool:
        """Tell whether a sentence begins with those of whom the words before tell: "They", "By the way, none of them"."""
        lowers = self.register.lowers[start : min(start + _OF_THEM, stop)]
        return "they" in lowers[:2] or ("of", "them") in pairwise(lowers)

    def _examples(self, group: Entity, token: int) -> Entity | None:
        """Return the people who are named for a group: "Critics, like Lena Marn and Pavel Dorn, object. They wrote"."""
        turn = self.discourse.last_turn(token)
        if turn is None or turn.entity is not group or group.kind is not Kind.GROUP:
            return None
        for at, people in self.discourse.together(token):
            if turn.token < at < turn.token + _EXAMPLES and "like" in self.register.lowers[at - 2 : at]:
                return self.discourse.joined([e.name for e in people], Kind.GROUP)
        return None

    def _body_before(self, token: int) -> Entity | None:
        """Return the body whose name opens the sentence before: "The Karvo Front took the town. They"."""
        line = self.crowds.line_before(token, 1)
        start = -1 if line is None else self.discourse.begin(line)
        start += start >= 0 and self.register.lowers[start] == "the"
        inside = self.register.inside(start, start + 1) if start >= 0 else ()
        found = next((self.register.of[i] for i in inside), None)
        return found if found is not None and found.kind in BODIES else None

    def _two_before(self, token: int) -> Entity | None:
        """Return the two people whom alone the sentence before names, one as its subject: "Ana Sorin met Pavel Tresk. They"."""
        if self.discourse.quoted(token):
            return None
        people = self.discourse.two_in(self.discourse.sentence(token) - 1)
        return self.discourse.joined([e.name for e in people], Kind.GROUP) if people else None

    def _group_opening(self, token: int, index: int | None) -> Entity | None:
        """Return the group with which the sentence, or what another says in it, begins: "Voters cheered, and they"."""
        outer = None if index is None else self.attributions[index].inside
        if outer is not None and not self.discourse.quoted(token):
            start, end = self.document.token_range(self.attributions[outer].content[0])
            phrase = self.crowds.subject(start + (self.register.lowers[start] == "that"), min(token, end))
            if phrase is not None and phrase.plural:
                return self.entity(phrase, None)[0]
        turn = self.discourse.last_turn(token, 0)
        line = self.discourse.sentence(token)
        if self.discourse.quoted(token) or (turn is not None and self.discourse.sentence(turn.token) == line):
            return None
        phrase = self.crowds.subject(self.discourse.begin(line), token)
        return None if phrase is None or not phrase.plural else self.entity(phrase, None)[0]

    def _fresh(self, token: int) -> bool:
        """Tell whether someone was a source in the sentence of *token* or the one before."""
        turn = self.discourse.last_turn(token)
        return turn is not None and self.discourse.sentence(token) - self.discourse.sentence(turn.token) <= 1

    def _group_here(self, token: int) -> Entity | None:
        """Return the group that the same sentence describes before "they": "It drove voters to distraction, though they"."""
        start = self.discourse.begin(self.discourse.sentence(token))
        return self.crowds.last(start, token, named=False)

    def _agent(self, token: int) -> Entity | None:
        """Return the group that does in the same sentence what befalls another: "He was booed by fans for what they called"."""
        start = max(self.discourse.begin(self.discourse.sentence(token)), token - _AGENT)
        by = next((k for k in range(token - 1, start, -1) if self.register.lowers[k] == "by"), None)
        phrase = None if by is None or self.discourse.quoted(token) else self.crowds.subject(by + 1, token)
        return None if phrase is None or not phrase.plural else self.entity(phrase, None)[0]

    def _told_in(self, paragraph: int, entity: Entity, token: int) -> bool:
        """Tell whether *entity* was a source or named in a paragraph before *token*, or since."""
        turn = next((t for t in self.discourse.past_turns(token) if t.entity is entity), None)
        last = max(entity.last_before(token), -1 if turn is None else turn.token)
        return last >= 0 and self.discourse.paragraph(last) >= paragraph
