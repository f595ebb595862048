"""Tell by pronouns that a name is a person's, and of which gender: "Marit Vale sat in her car", "Marit Vale left. She"."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.labels import Kind
from credtag.records import Document
from credtag.source import lexicon
from credtag.source.proper_names.names import Name
from credtag.source.register.entity import Entity, fits

_OWN = {"his": "m", "her": "f", "himself": "m", "herself": "f"}
_NEXT = {"he": "m", "she": "f", "his": "m", "her": "f"}
_BEHIND = 24  # tokens from a name to the pronoun
_MENTIONS = 4  # of a name at which pronouns are looked for
_MOST = 4  # words of a person's name
_QUOTED = 60  # tokens of what is said before who says it
_LEAD = 3  # names before that may be another's


class Genders:
    """The pronouns around the names of one document; *of* is whom each name means."""

    def __init__(self, document: Document, names: Sequence[Name], of: Sequence[Entity | None]) -> None:
        self.document, self.lowers, self.names, self.of = document, document.lowers, names, of

    def tell(self) -> None:
        """Let pronouns tell the gender of people, and that names which nothing tells apart are people's."""
        seen: dict[Entity, int] = {}
        for i, (name, entity) in enumerate(zip(self.names, self.of, strict=True)):
            if entity is None or entity.gender != "u" or not _personal(name, entity):
                continue
            seen[entity] = seen.get(entity, 0) + 1
            if seen[entity] <= _MENTIONS and (gender := self._gender(i)) != "u":
                entity.kind, entity.gender = Kind.PERSON, gender
            elif entity.kind is Kind.UNKNOWN and self._leads(name):
                entity.kind = Kind.PERSON

    def _leads(self, name: Name) -> bool:
        """Tell whether a name begins a sentence of which the next goes on with "he" or "she"."""
        line = self.document.sentence_at(self.document.tokens.starts[name.start])
        begins = line is not None and self.document.token_at(self.document.sentences[line].start) == name.start
        return line is not None and begins and self._next(line) != "u"

    def _gender(self, i: int) -> str:
        """Return the gender that the pronouns of one mention tell, which alone its sentence may be about."""
        name, line = self.names[i], self.document.sentence_at(self.document.tokens.starts[self.names[i].start])
        if line is None or self.document.quotation_at(self.document.tokens.starts[name.start]) is not None:
            return "u"
        start, end = self.document.token_range(self.document.sentences[line])
        if any(self._may_be_meant(k) and self.names[k].start >= start for k in range(max(i - _LEAD, 0), i)):
            return "u"
        rival = next(
            (self.names[k].start for k in range(i + 1, min(i + _LEAD, len(self.names))) if self._may_be_meant(k)), end
        )
        gender = self._own(name.end, min(end, rival, name.end + _BEHIND))
        gender = gender if gender != "u" or rival < end else self._next(line)
        return gender if all(not self._rivals(k, i, gender) for k in range(max(i - _LEAD, 0), i)) else "u"

    def _own(self, start: int, end: int) -> str:
        """Return the gender of the pronoun that says what is one's own: "her car", not "met her"."""
        for k in range(start, end):
            word = self.lowers[k]
            if word in ('"', "“", "he", "she", "him"):
                return "u"
            if word in _OWN and (word != "her" or self._owning(k)):
                return _OWN[word]
        return "u"

    def _owning(self, k: int) -> bool:
        behind = self.lowers[k + 1 : k + 2]
        closed = lexicon.words("preposition") | lexicon.words("auxiliary") | lexicon.words("definite")
        return bool(behind) and behind[0].isalpha() and behind[0] not in closed | {"a", "an", "and", "that", "if"}

    def _next(self, line: int) -> str:
        """Return the gender of the pronoun with which the next sentence begins, or what is said in it: '"I saw it," she'."""
        sentences, starts = self.document.sentences, self.document.tokens.starts
        if line + 1 >= len(sentences):
            return "u"
        k = self.document.token_at(sentences[line + 1].start)
        reach = min(k + _QUOTED, len(starts))
        while k < reach and self.document.quotation_at(starts[k]) is not None:
            k += 1
        return _NEXT.get(self.lowers[k], "u") if k < reach else "u"

    def _may_be_meant(self, k: int) -> bool:
        entity = self.of[k]
        return entity is not None and _personal(self.names[k], entity)

    def _rivals(self, k: int, i: int, gender: str) -> bool:
        """Tell whether someone named before in the same paragraph may be meant by the pronoun instead."""
        other, starts = self.of[k], self.document.tokens.starts
        if other is None or other is self.of[i] or not self._may_be_meant(k) or not fits(other.gender, gender):
            return False
        here = self.document.paragraph_at(starts[self.names[i].start])
        return self.document.paragraph_at(starts[self.names[k].start]) == here


def _personal(name: Name, entity: Entity) -> bool:
    """Tell whether a name may be a person's: known as one, or of several words that nothing tells apart."""
    unsure = entity.kind is Kind.UNKNOWN and not name.place and 1 < len(entity.words) <= _MOST
    return entity.kind is Kind.PERSON or unsure
