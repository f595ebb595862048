"""Find the person whom the text only describes and whom "he" or "she" may mean: "The driver was held. He said"."""

from __future__ import annotations

from collections.abc import Callable

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases.phrase import Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.pronoun.crowds import Crowds
from credtag.source.register.entity import Entity, fits

_BACK = 4  # sentences back
_FARTHEST = 60  # tokens of a sentence in which a person is looked for


class Strangers:
    """Finds the people near a place of one document who have no name; *entity* tells who a phrase stands for."""

    def __init__(
        self, reader: Reader, discourse: Discourse, crowds: Crowds, entity: Callable[[Phrase], Entity]
    ) -> None:
        self.reader, self.discourse, self.crowds, self.entity = reader, discourse, crowds, entity
        self.lowers, self.words = discourse.register.lowers, discourse.register.words

    def before(self, token: int, gender: str) -> Entity | None:
        """Return who is described last before a pronoun: as the subject of a sentence, else anywhere in it."""
        here, paragraph = self.discourse.sentence(token), self.discourse.paragraph(token)
        stop = token
        for line in range(here, max(here - _BACK, -1), -1):
            start = self.discourse.begin(line)
            if paragraph - self.discourse.paragraph(start) > 1:
                return None
            if (found := self._subject(start, stop, gender) or self._last(start, stop, token, gender)) is not None:
                return found
            stop = start
        return None

    def _subject(self, start: int, stop: int, gender: str) -> Entity | None:
        phrase = None if self.discourse.quoted(start) else self.crowds.subject(start, stop, (Kind.PERSON,))
        return None if phrase is None else self._fitting(phrase, gender)

    def _last(self, start: int, stop: int, token: int, gender: str) -> Entity | None:
        nouns, quoted = lexicon.nouns(), self.discourse.quoted(token)
        for k in range(stop - 1, max(start, stop - _FARTHEST) - 1, -1):
            noun = nouns.get(self.words[k])
            if noun is None or noun.kind is not Kind.PERSON or noun.plural or not fits(noun.gender, gender):
                continue
            phrase = self.reader.ending(k + 1) if quoted or not self.discourse.quoted(k) else None
            if phrase is not None and phrase.start >= start and (found := self._fitting(phrase, gender)) is not None:
                return found
        return None

    def _fitting(self, phrase: Phrase, gender: str) -> Entity | None:
        if phrase.kind is not Kind.PERSON or phrase.plural or not fits(phrase.gender, gender):
            return None
        entity = self.entity(phrase)
        return entity if entity.kind is Kind.PERSON and not entity.plural and fits(entity.gender, gender) else None
