"""Find the groups that "they" may mean, though they are no sources yet: "Tea pickers stayed away. They say"."""

from __future__ import annotations

from collections.abc import Callable, Container

from attrs import evolve

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.discourse import Discourse
from credtag.source.lexicon import Noun
from credtag.source.noun_phrases import heads
from credtag.source.noun_phrases.edges import BREAKS, MARKS
from credtag.source.noun_phrases.phrase import OWNERS, Form, Phrase
from credtag.source.noun_phrases.phrases import Reader
from credtag.source.register.entity import BODIES, Entity

_REACH = 7  # tokens from the first word of a subject to its noun
_LEAD = 10  # tokens of a phrase before the subject: "In the hills above the port,"
_NOUN = 5  # tokens from the article of one of two to its noun
_PLACE = 3  # tokens of "from the port"
_JOINING = frozenset(("but", "and", "yet", "still", "so"))
_MANY = ("ers", "ors", "ists", "ians", "ees", "men", "women")  # how nouns for many people end, not "statements"
_NUMBERS = frozenset(("hundred",))  # that end as participles do
_ONE = OWNERS - {"whose"} | {"the"}  # before one body that is known
_GENITIVES = frozenset(("'s", "'"))
SEVERAL = BODIES | {Kind.GROUP}  # what "they" may mean
_FROM = frozenset(("of", "from", "in", "at", "on", "near", "across", "with", "for"))
_FARTHEST = 60  # tokens of a sentence in which a group is looked for


class Crowds:
    """Finds the groups near a place of one document; *entity* tells who a phrase stands for."""

    def __init__(self, reader: Reader, discourse: Discourse, entity: Callable[[Phrase], Entity]) -> None:
        self.reader, self.discourse, self.entity = reader, discourse, entity
        self.document, self.register = discourse.document, discourse.register
        self.words, self.lowers = self.register.words, self.register.lowers

    def line_before(self, token: int, back: int) -> int | None:
        """Return the sentence *back* before that of *token*: in its paragraph, or the last of the one before."""
        line = self.discourse.sentence(token) - back
        if line < 0:
            return None
        apart = self.discourse.paragraph(token) - self.discourse.paragraph(self.discourse.begin(line))
        return line if apart == 0 or (apart == 1 and back == 1 and not self.discourse.quoted(token)) else None

    def subject(self, start: int, stop: int, kinds: Container[Kind] = SEVERAL) -> Phrase | None:
        """Read the group, or the one of *kinds*, with which the clause [start, stop) begins: "Union leaders", "Her campaign"."""
        phrase = (self._pair(start) if Kind.GROUP in kinds else None) or self._opening(start, kinds)
        return None if phrase is None or phrase.end > stop else phrase

    def _pair(self, start: int) -> Phrase | None:
        """Read the two with which a clause begins: "Ana Sorin and her husband", "The union and Karvo Steel"."""
        first = self._past_lead(start)
        link = self._noun_end(first)
        if link is None or self.lowers[link : link + 1] != ("and",) or (end := self._noun_end(link + 1)) is None:
            return None
        phrase = self.reader.read(first, end)
        return phrase if phrase.form is Form.PAIR else None

    def _noun_end(self, start: int) -> int | None:
        """Return where the first noun or name from *start* ends, a name over what is said of it: "the builder Emil Vash"."""
        names = {
            self.register.names[i].start: self.register.names[i].end for i in self.register.inside(start, start + _NOUN)
        }
        for k in range(start, min(start + _NOUN, len(self.lowers))):
            if k in names:
                return None if self._goes_on(names[k] - 1) else names[k]
            if _noun(self.lowers[k]).kind in SEVERAL | {Kind.PERSON} and not self._goes_on(k):
                return names.get(k + 1, k + 1)
            if self.lowers[k] in MARKS or self.lowers[k] in lexicon.words("auxiliary"):
                return None
        return None

    def _opening(self, start: int, kinds: Container[Kind]) -> Phrase | None:
        first = k = self._past_lead(start)
        prepositions, auxiliaries = lexicon.words("preposition"), lexicon.words("auxiliary")
        names = {self.register.names[i].start: i for i in self.register.inside(first, first + _REACH)}
        while k < min(first + _REACH, len(self.lowers) - 1):
            word, noun = self.lowers[k], Noun(Kind.UNKNOWN) if self._is_body(names.get(k)) else _noun(self.lowers[k])
            if word in lexicon.words("quantity") and self.lowers[k + 1] == "of":  # "Hundreds of", "A group of"
                k += 2
                continue
            if noun.kind in kinds and not self._goes_on(k) and (noun.plural or self._owned(first, k)):
                return self.reader.read(first, k + 1 if noun.kind is Kind.DOCUMENT else self._over_place(k + 1))
            if k in names and self.register.names[names[k]].end > k + 1:  # "Lumen Bank", "EU Member States"
                k = self.register.names[names[k]].end - 1
                if not self._goes_on(k) and _noun(self.lowers[k]).kind not in kinds:
                    return None
                k += self._goes_on(k)
                continue
            if word in _GENITIVES:
                k += 1
                continue
            stops = word in lexicon.pronouns() and word not in OWNERS
            stops = stops or word in prepositions or word in auxiliaries or (word in MARKS and word != "-")
            verbal = k > first and self.words[k].islower() and word.endswith("ed") and word not in _NUMBERS
            verbal = verbal and "-" not in word
            if stops or verbal or ((noun.plural or word in lexicon.nouns()) and not self._goes_on(k)):
                return None
            if k in names and not (self._goes_on(k) or self.lowers[k + 1] in lexicon.nouns()):
                return None
            k += 1
        return None

    def two(self, token: int) -> Entity | None:
        """Return the two with whom the sentence before begins: "The union and Karvo Steel met. Both sides"."""
        line = self.line_before(token, 1)
        phrase = None if line is None else self._pair(self.discourse.begin(line))
        agreed = phrase is not None and self.discourse.source_at(phrase.start) is not None  # who say the same
        return None if phrase is None or phrase.end > token or agreed else self.entity(phrase)

    def _is_many(self, phrase: Phrase) -> bool:
        """Tell whether one may say "all of them" of a group: not of the police."""
        many = phrase.kind is Kind.GROUP or phrase.form is Form.PAIR
        return many and phrase.head not in lexicon.words("uncounted")

    def counted(self, token: int) -> Entity | None:
        """Return those of whom "all" or "some of them" are: who are told of in the same sentence, else in the one before."""
        for back in range(2):
            line = self.line_before(token, back)
            if line is None:
                return None
            start, stop = self.discourse.begin(line), min(token, self.discourse.begin(line + 1) if back else token)
            phrase = self.subject(start, stop)
            if phrase is not None and phrase.plural and self._is_many(phrase):
                return self.entity(phrase)
            if (last := self.last(start, stop, named=False)) is not None and last.plural:
                return last
        return None

    def last(self, start: int, stop: int, *, named: bool) -> Entity | None:
        """Return the last group of which [start, stop) tells, else the last body; a body by its name only when *named*."""
        start, body = max(start, stop - _FARTHEST), -1
        for k in range(stop - 1, start - 1, -1):
            noun = _noun(self.lowers[k])
            if noun.kind not in SEVERAL or self._goes_on(k) or self.lowers[k + 1 : k + 2] == ("of",):
                continue
            if self.words[k][0].isupper() and self.words[k] not in lexicon.peoples():
                continue
            if noun.plural:
                phrase = self._many(k)
                if phrase is not None and phrase.plural and phrase.end == k + 1 and phrase.form is not Form.VAGUE:
                    return self.entity(phrase)
            elif body < 0 and (named or noun.kind is Kind.GROUP) and self.lowers[k] not in lexicon.words("realm"):
                body = k
        last = self._named(start, stop) if named else None
        if last is not None and last[0] > body:
            return last[1]
        phrase = self.reader.ending(body + 1) if body >= 0 else None
        related = phrase is not None and self.lowers[phrase.start] in lexicon.words("relative")  # "whose state"
        return None if phrase is None or related or phrase.kind not in SEVERAL else self.entity(phrase)

    def _many(self, k: int) -> Phrase | None:
        """Read the plural whose noun stands at *k*: "the voters", "young people"."""
        vague = self.lowers[k] in lexicon.vague("unspecified")
        told = vague and self.lowers[k - 1].isalpha() and self.lowers[k - 1] not in lexicon.openers()
        return self.reader.read(k - 1, k + 1) if told else self.reader.ending(k + 1)

    def last_one(self, start: int, stop: int) -> Phrase | None:
        """Read the last body that [start, stop) describes: "It led the bureau to admit"."""
        nouns, start = lexicon.nouns(), max(start, stop - _FARTHEST)
        for k in range(stop - 1, start, -1):
            noun = nouns.get(self.lowers[k])
            one = noun is not None and noun.kind in BODIES and not noun.plural and self.lowers[k - 1] in _ONE
            if one and self.lowers[k] not in lexicon.words("realm") and not self._goes_on(k):
                return self.reader.read(k - 1, k + 1)
        return None

    def _named(self, start: int, stop: int) -> tuple[int, Entity] | None:
        """Return the last body that [start, stop) names, and where."""
        found = ((self.register.names[i].start, self.register.of[i]) for i in self.register.inside(start, stop))
        bodies = [(at, e) for at, e in found if e is not None and e.kind in BODIES]
        return bodies[-1] if bodies else None

    def _past_lead(self, start: int) -> int:
        """Step over what may stand before a subject: "But", "According to the Post,", "In the hills,"."""
        k, last = start, len(self.lowers) - 1
        while k < last and (self.words[k] in MARKS or self.lowers[k] in _JOINING):
            k += 1
        timed = self.lowers[k] in lexicon.words("definite") and "," in self.lowers[k + 2 : k + 4]  # "This year,"
        if (
            timed
            or self.lowers[k] in lexicon.words("preposition")
            or self.lowers[k + 1 : k + 2] == (",",)
            or self.lowers[k] == "according"
        ):
            reach = range(k + 1, min(k + _LEAD, last))
            comma = next((j for j in reach if self.lowers[j] in BREAKS or self.lowers[j] == "."), None)
            k = comma + 1 if comma is not None and self.lowers[comma] == "," else k
        return self.reader.edges.past_approximation(k, min(k + _REACH, last))

    def _is_body(self, i: int | None) -> bool:
        """Tell whether a name is one body's, however it ends: "Reuters"."""
        entity = None if i is None else self.register.of[i]
        return entity is not None and entity.kind in BODIES and not entity.plural and len(entity.words) == 1

    def _owned(self, first: int, k: int) -> bool:
        """Tell whether a singular noun for several has an article or owner: "The family", "Marn's campaign"."""
        return k > first and (
            self.lowers[first] in lexicon.words("definite") | lexicon.words("indefinite")
            or self.lowers[first] in lexicon.pronouns()
            or not _GENITIVES.isdisjoint(self.lowers[first:k])
            or self.words[first][0].isupper()
        )

    def _goes_on(self, k: int) -> bool:
        """Tell whether the noun at *k* only says of what kind or whose the next one is: "campaign officials", "the team's"."""
        behind = self.lowers[k + 1] if k + 1 < len(self.lowers) else ""
        noun = _noun(behind)
        text = noun.kind is Kind.DOCUMENT and not noun.plural  # "her press release", not "the team plans"
        return behind in _GENITIVES or text or noun.kind in SEVERAL | {Kind.PERSON}

    def _over_place(self, end: int) -> int:
        """Return where a group ends with where it is from: "leaders in the House", "nurses from Karvo"."""
        if self.lowers[end] not in _FROM:
            return end
        names, articled = self.register.inside(end + 1, end + _PLACE), self.lowers[end + 1] in ("the", "a", "an")
        if not names:
            return end + _PLACE if articled else end
        stop = self.register.names[names[0]].end
        cut = articled and stop == end + _PLACE and self.words[stop][0].islower()
        return end if cut else stop  # "in the Karvo highlands"


def _noun(word: str) -> Noun:
    """Return what a noun says of its bearer, by its ending only where people end so."""
    noun = heads.noun(word)
    known = word.rsplit("-", 1)[-1] in lexicon.nouns() or word.endswith(_MANY) or noun.kind is Kind.UNKNOWN
    return noun if known else evolve(noun, kind=Kind.UNKNOWN)
