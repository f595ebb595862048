"""Read a noun phrase that a common noun or a number heads: "the mayor's aides", "one of the doctors", "four in ten"."""

from __future__ import annotations

from collections.abc import Callable

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.noun_phrases import heads, shares
from credtag.source.noun_phrases.edges import Edges
from credtag.source.noun_phrases.phrase import GENITIVES, OWNERS, Form, Phrase
from credtag.source.register.entity import BODIES

_SEXES = {"female": "f", "woman": "f", "pregnant": "f", "male": "m"}
_MANY = frozenset(("others", "those", "many", "some", "most", "several", "few"))
_LED = ("led", "by")
_ONE_OF_MANY = frozenset(("one", "another", "member", "part", "either", "neither"))
_SHARES = frozenset(("percent", "third", "thirds", "quarter", "quarters", "half"))


class NominalPhrases:
    """Reads the noun phrases of one document that describe.

    *read* reads a phrase within one, *opening* the description that begins at a token.
    """

    def __init__(
        self, edges: Edges, read: Callable[[int, int], Phrase], opening: Callable[[int], Phrase | None]
    ) -> None:
        self.edges, self.read_within, self.opening = edges, read, opening
        self.words, self.lowers = edges.words, edges.lowers

    def read(self, start: int, stop: int, end: int) -> Phrase:
        """Read a description at the tokens [start, end) whose core ends at *stop*."""
        owner = self.owner(start, stop)
        first = self.edges.past_approximation(start, stop)
        if owner is None and (share := shares.end(self.lowers, first, stop)) is not None:
            return self._share(start, stop, end, share)
        begin = owner[1] + (self.words[owner[1]] in GENITIVES) if owner and owner[1] < stop else first
        at = heads.head(self.lowers, begin, stop)
        if at is None:
            return Phrase(Form.BARE, start, end, self.lowers[stop - 1], stop=stop, owner=owner)
        if self.lowers[at + 1 : at + 2] == ("of",) and at + 2 < stop and self._counts(at, self.lowers[first]):
            return self._some_of(start, stop, end, at)
        if self.lowers[at] in _SHARES:  # "a third" of those asked
            return Phrase(Form.INDEFINITE, start, end, self.lowers[at], Kind.GROUP, plural=True, stop=stop)
        noun, word = heads.noun_at(self.lowers, at, begin), self.lowers[first]
        if noun.kind is Kind.ORGANISATION and self.lowers[at].endswith("er") and "who" in self.lowers[stop : stop + 2]:
            noun = heads.noun("person")  # "a maker who has repaired pianos"
        if noun.kind is Kind.OUTLET and self._printed(at, end):
            noun = heads.noun("study")
        elif self.lowers[at] in _MANY or (noun.kind is Kind.ORGANISATION and self.lowers[at + 1 : at + 3] == _LED):
            noun = heads.noun(
                "people" if self.lowers[at] in _MANY else "team"
            )  # "others at the port", "a group led by"
        form = Form.BARE
        if owner is not None or word in lexicon.words("definite"):
            form = Form.DEFINITE
        elif first > start or word in lexicon.words("indefinite") or word[0].isdigit():
            form = Form.INDEFINITE
        gender = self._gender(first, at) if noun.gender == "u" and noun.kind is Kind.PERSON else noun.gender
        return Phrase(form, start, end, self.lowers[at], noun.kind, noun.plural, gender, owner=owner, stop=stop)

    def before_date(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return the owner where only a date follows: "Ana Sorin's March 13", of "Ana Sorin's March 13 speech"."""
        owner = self.owner(start, stop)
        if owner is None:
            return None
        calendar = lexicon.words("calendar")
        behind = self.lowers[owner[1] + (self.words[owner[1]] in GENITIVES) : stop]
        dates = [w for w in behind if w in calendar]
        return owner if dates and all(w in calendar or w[0].isdigit() or w == "." for w in behind) else None

    def owner(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return the tokens of the owner with which a phrase begins."""
        if self.lowers[start] in OWNERS and stop - start > 1:
            return start, start + 1
        for k in range(start + 1, stop - 1):
            if self.words[k] == "'s" or (self.words[k] == "'" and self.words[k - 1].endswith("s")):
                return start, k
            if self.lowers[k] in lexicon.words("preposition"):
                return None
        return None

    def _gender(self, start: int, at: int) -> str:
        """Return the gender that another word for the same person tells: "The former first lady and senator", "a female teacher"."""
        if (sex := next((_SEXES[w] for w in self.lowers[start:at] if w in _SEXES), None)) is not None:
            return sex
        told = (lexicon.nouns().get(self.lowers[k - 1]) for k in range(start + 1, at) if self.lowers[k] == "and")
        return next((n.gender for n in told if n is not None and n.kind is Kind.PERSON and not n.plural), "u")

    def _printed(self, at: int, end: int) -> bool:
        """Tell whether a paper is a study: "the paper, published in Annals of Sleep,"."""
        behind = at + 1 + (self.lowers[at + 1 : at + 2] == (",",))
        out = self.lowers[behind : behind + 2] in (("published", "in"), ("published", "on"), ("posted", "on"))
        return out and behind < end and self.lowers[at] in lexicon.words("study")

    def _share(self, start: int, stop: int, end: int, share: int) -> Phrase:
        """Read "54 per cent", "one in four voters": a share up to the token *share*, and those of whom it is."""
        behind = share + (self.lowers[share : share + 1] == ("of",))
        inner = (self.read_within(behind, stop),) if behind < stop else ()
        head = inner[0].head if inner else self.lowers[share - 1]
        return Phrase(Form.INDEFINITE, start, end, head, Kind.GROUP, plural=True, stop=stop, parts=inner)

    def _counts(self, at: int, first: str) -> bool:
        """Tell whether the word at *at* only says how many: "an army of workers", not "the army of Belmar"."""
        noun = lexicon.nouns().get(self.lowers[at])
        body = noun is not None and noun.kind in BODIES and first not in lexicon.words("indefinite")
        return self.lowers[at] in lexicon.words("quantity") and not body

    def _some_of(self, start: int, stop: int, end: int, at: int) -> Phrase:
        """Read "one of the mayors", "a group of doctors"."""
        inner = self.read_within(at + 2, stop)
        one = self.lowers[at] in _ONE_OF_MANY
        if one and inner.form is Form.PRONOUN and (told := self._told_behind(stop, end)) is not None:
            return told
        member = self.lowers[at] == "member"
        kind = Kind.PERSON if member or (one and inner.kind is Kind.GROUP) else inner.kind
        if (
            self.lowers[at] == "members"
            or inner.form is Form.PRONOUN
            or (kind is Kind.UNKNOWN and (inner.plural or inner.form is Form.NAME) and not one)
        ):
            kind = Kind.GROUP
        head = self.lowers[at] if member and not inner.plural else inner.head  # "a member of the board"
        return Phrase(Form.INDEFINITE, start, end, head, kind, not one, stop=stop, parts=(inner,))

    def _told_behind(self, stop: int, end: int) -> Phrase | None:
        """Read the apposition that tells more than "one of them": ", a teenager from the coast,"."""
        if self.lowers[stop : stop + 1] != (",",) or self.lowers[stop + 1 : stop + 2] not in (("a",), ("an",)):
            return None
        found = (self.read_within(stop + 1, end), self.opening(stop + 1))  # "a waitress seven months along"
        return next(
            (p for p in found if p and p.kind is Kind.PERSON and p.form is Form.INDEFINITE and not p.plural), None
        )
