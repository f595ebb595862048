"""Read a noun phrase: where it stands, or from one of its ends."""

from __future__ import annotations

from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.noun_phrases import heads, shares
from credtag.source.noun_phrases.coordination import Coordination
from credtag.source.noun_phrases.edges import MARKS, Edges
from credtag.source.noun_phrases.named import NamedPhrases
from credtag.source.noun_phrases.nominal import NominalPhrases
from credtag.source.noun_phrases.phrase import ARTICLES, GENITIVES, OWNERS, PERSONAL, TOGETHER, Form, Phrase
from credtag.source.proper_names.names import joined
from credtag.source.register.entities import Register
from credtag.source.register.entity import BODIES

_REACH = 9  # tokens back to the article of a description
_NEAR = 5  # tokens back to the article of a plural
_SHARE = 5  # tokens of "some eight out of 10"
_WHERE = (("in",), ("across",), ("on",))
_ANYONE = frozenset(("everyone", "everybody", "anyone", "anybody", "nobody"))  # whoever is left out: "everyone but"


class Reader:
    """Reads noun phrases of one document."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.words, self.lowers = register.words, register.lowers
        self.edges, self.named = Edges(register), NamedPhrases(register)
        self.coordination = Coordination(self.edges, self.named, self.read)
        self.nominal = NominalPhrases(self.edges, self.read, self.opening)

    def read(self, start: int, end: int) -> Phrase:
        """Read the noun phrase at the tokens [start, end)."""
        names = self.named.within(start, end)
        start, end = self.edges.trimmed(start, end, names)
        if start >= end:
            return Phrase(Form.EMPTY, start, max(start, end))
        alone = end - start == 1 or self._relates(start)
        if alone and (pronoun := self._pronoun(start)) is not None:
            return pronoun
        stop = self.edges.stop(start, end, names)
        if (dated := self.nominal.before_date(start, stop)) is not None:
            return self.read(*dated)
        if self._vague(start, stop, end):
            return Phrase(Form.VAGUE, start, end, self.lowers[stop - 1], plural=True, stop=stop)
        return (
            self.coordination.pair(start, end, names)
            or self.named.read(start, stop, end, names)
            or self.nominal.read(start, stop, end)
        )

    def _pronoun(self, at: int) -> Phrase | None:
        entry = lexicon.pronouns().get(self.lowers[at])
        if entry is None or (len(self.words[at]) > 1 and self.words[at].isupper()):
            return None
        return Phrase(
            Form.PRONOUN, at, at + 1, self.lowers[at], plural=entry[0] == "plural", gender=entry[1], stop=at + 1
        )

    def _relates(self, start: int) -> bool:
        """Tell whether a relative pronoun begins a clause: "who began with", not "which officials"."""
        follower = self.lowers[start + 1]
        if self.lowers[start] in lexicon.words("relative") and follower in TOGETHER:
            return True
        verbal = follower.endswith("ed") or follower in lexicon.words("auxiliary")
        return self.lowers[start] == "who" or (self.lowers[start] in ("which", "that") and verbal)

    def _vague(self, start: int, stop: int, end: int) -> bool:
        placed = self.lowers[start] == "reports" and self.lowers[start + 1 : start + 2] in _WHERE  # "reports in Spain"
        if (
            not placed
            and self.lowers[start] not in _ANYONE
            and " ".join(self.lowers[start:stop]) not in lexicon.vague("unspecified")
        ):
            return False
        told = stop + 1 < end and self.lowers[stop] in lexicon.words("relative")  # "sources who saw the letter"
        return not told and lexicon.naming_of(" ".join(self.lowers[stop:end])) is not Naming.ANONYMOUS

    # ------------------------------------------------------------------ from one end

    def ending(self, end: int) -> Phrase | None:
        """Read the description that ends before the token *end*: "a clerk at the port", "some far-right pundits", "voters"."""
        last = self.lowers[end - 1] if end else ""
        if last in lexicon.vague("unspecified"):
            return self.read(end - 1, end)
        noun = heads.noun(last)
        if noun.kind is Kind.PERSON:
            return self._person_ending(end)
        many = noun.plural and noun.kind in BODIES | {Kind.GROUP}
        return (self._many_ending(end) if many else None) or self._governing(end)

    def _person_ending(self, end: int) -> Phrase | None:
        """Read the person described up to *end*: "his most recent customer", "Mr. Rubin's manager"."""
        lowers, begins = self.lowers, ARTICLES | lexicon.words("indefinite") | OWNERS | GENITIVES
        start = next((j for j in self._back(end) if lowers[j] in begins), None)
        if start is not None and lowers[start] in GENITIVES:
            start = self._owner_start(start)
        elif start is not None and lowers[start - 1] in OWNERS:  # "his most recent customer"
            start -= 1
        if start is None and self.words[end - 1][0].isupper():  # "Hacker Who Leaked Emails"
            start = end - 1
        return None if start is None else self.read(start, end)

    def _many_ending(self, end: int) -> Phrase | None:
        """Read the plural that ends before *end*, unless it is only what another noun is of."""
        lowers, counts, back = self.lowers, lexicon.words("indefinite"), self._back(end)
        prepositions = lexicon.words("preposition")
        stop = next((j for j in back if lowers[j] in prepositions or lowers[j] in MARKS - {"-"}), back.stop)
        near = range(end - 2, max(stop, end - _NEAR), -1)
        determined = counts | lexicon.words("definite") - {"that", "this"} | GENITIVES
        start = next((j for j in near if lowers[j] in determined or lowers[j].isdigit()), None)
        if start is not None and lowers[start] in GENITIVES:
            start = self._owner_start(start)
        elif start is not None and start - 1 > stop and lowers[start - 1] in lexicon.words("definite") - {"that"}:
            start -= 1  # "the three firms"
        counted = stop > 0 and (lowers[stop - 1] in lexicon.words("quantity") or lowers[stop - 1] in lexicon.nouns())
        inner = start is None and counted and lowers[stop] == "of"  # "a group of clerks"
        if inner or (start is not None and lowers[start - 1] == "of"):
            return None
        return self.read(self._bare(end - 1) if start is None else start, end)

    def _governing(self, end: int) -> Phrase | None:
        """Read the description before *end* that governs what ends there: "the findings of a UN panel, which"."""
        lowers, counts = self.lowers, lexicon.words("indefinite")
        starts = (j for j in self._back(end) if lowers[j] in ARTICLES | OWNERS or lowers[j] in counts)
        read = [self.read(j, end) for j in starts]
        read = [p for p in read if lexicon.words("auxiliary").isdisjoint(lowers[p.start : end])]
        outer = (p for p in read if lowers[p.start - 1] not in lexicon.words("preposition"))
        bodily = BODIES | {Kind.GROUP, Kind.DOCUMENT}
        governed = (p for p in read if p.kind is Kind.PERSON or (p.kind in bodily and p.head == lowers[end - 1]))
        return next(outer, None) or next(governed, None)

    def _back(self, end: int) -> range:
        """Return the tokens before *end* among which a description may begin, the nearest first."""
        return range(end - 1, max(end - _REACH, -1), -1)

    def _owner_start(self, mark: int) -> int | None:
        """Return where the owner before the mark of a genitive begins: "Mr. Rubin's manager", "the mayor's aide"."""
        names, inside = self.register.names, self.register.inside(mark - _NEAR, mark)
        if inside and names[inside[-1]].end == mark:
            return names[inside[-1]].start
        return next((j for j in range(mark - 1, max(mark - _NEAR, -1), -1) if self.lowers[j] in ARTICLES), None)

    def modified(self, end: int) -> Phrase | None:
        """Read the people described up to *end* over where or what they are from: "two reporters from the weekly Lantern"."""
        lowers, prepositions, auxiliaries = self.lowers, lexicon.words("preposition"), lexicon.words("auxiliary")
        for k in range(end - 2, max(end - _REACH, 0) - 1, -1):
            behind = lowers[k + 1]
            if behind in auxiliaries or (behind in MARKS - {"-"} and not self.named.inner(k + 1)):
                return None
            if behind in prepositions and not self.named.inner(k + 1) and heads.noun(lowers[k]).kind in PERSONAL:
                phrase = self.ending(k + 1)
                if phrase is not None and lowers[phrase.start - 1] == "of":  # "the son of a miner from Karvo"
                    phrase = self.ending(phrase.start - 1) or phrase
                return None if phrase is None else self.read(self._joined(phrase.start), end)
        return None

    def _joined(self, start: int) -> int:
        """Return where the plural begins to which "and" joins another at *start*: "shopkeepers and traders"."""
        noun = heads.noun(self.lowers[start - 2]) if start > 1 and self.lowers[start - 1] == "and" else None
        joined = noun is not None and noun.plural and noun.kind is Kind.GROUP
        before = self.ending(start - 1) if joined else None
        return start if before is None else before.start

    def share(self, end: int) -> Phrase | None:
        """Read the share of those asked that ends before *end*: "23 percent", "four in 10"."""
        starts = range(max(end - _SHARE, 0), end - 1)
        start = next((k for k in starts if shares.end(self.lowers, k, end) == end), None)
        return None if start is None else self.read(start, end)

    def opening(self, start: int) -> Phrase | None:
        """Read the description with an article that begins at *start*: to its noun, and over what the noun is of."""
        word = self.lowers[start]
        if word not in ARTICLES and word not in OWNERS and word not in lexicon.words("indefinite"):
            return None
        stop = min(start + _NEAR, len(self.lowers) - 1)
        nouns = lexicon.nouns()
        told = (k for k in range(start + 1, stop) if self.lowers[k].rsplit("-", 1)[-1] in nouns)  # "great-niece"
        at = next(filter(self._closes, told), None)
        if at is None:
            return None
        if self.lowers[at + 1 : at + 2] != ("of",):
            return self.read(start, at + 1)
        if heads.noun(self.lowers[at]).kind is Kind.PERSON:
            field = self.words[at + 2 : at + 3] and self.words[at + 2].islower() and self.lowers[at + 2] not in ARTICLES
            return self.read(start, at + 3 if field else at + 1)  # "his chief of staff"
        reach = range(at + 2, min(at + _NEAR, len(self.lowers)))
        many = (k for k in reach if self.lowers[k].endswith("s") and len(self.lowers[k]) > 3)  # not "was"
        return self.read(start, next(many, at) + 1)

    def text_at(self, at: int) -> Phrase | None:
        """Read the document whose noun stands at *at*, from its article or number: "a petition", "90 internal messages"."""
        begins = lexicon.words("definite") | lexicon.words("indefinite")
        near = range(at - 1, max(at - _NEAR, -1), -1)
        start = next((j for j in near if self.lowers[j] in begins or self.lowers[j][0].isdigit()), None)
        between = self.lowers[start:at] if start is not None else ()
        if start is None or not lexicon.words("preposition").isdisjoint(between) or not MARKS.isdisjoint(between):
            return None
        return self.read(start, at + 1)

    def _closes(self, at: int) -> bool:
        """Tell whether a noun is no mere part of what follows: not "country" of "The country's drug regulator"."""
        return self.lowers[at + 1] not in lexicon.nouns() and self.lowers[at + 1] not in GENITIVES

    def _bare(self, at: int) -> int:
        """Return where a plural without an article begins: with what is capital or hyphenated before it."""
        if " ".join(self.lowers[at - 1 : at + 1]) in lexicon.nouns():  # "super PACs"
            at -= 1
        while at and (self.words[at - 1][0].isupper() or "-" in self.words[at - 1]) and not self._opening(at - 1):
            at -= 1
        return at

    def _opening(self, at: int) -> bool:
        return self.lowers[at] in lexicon.pronouns() or self.lowers[at] in lexicon.openers() or self.words[at] in MARKS

    def text(self, phrase: Phrase) -> str:
        """Return the head phrase as it is written, without the capital of a sentence's first article."""
        words = [w for w in self.words[phrase.start : phrase.stop] if w != '"']
        while words and words[-1] in MARKS:
            words.pop()
        if words and words[0].lower() in lexicon.words("definite") | lexicon.words("indefinite"):
            words[0] = words[0].lower()
        return joined(words)
