"""Read a noun phrase: its form, its head, the name it carries and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from credtag.records import Kind
from credtag.source import lexicon
from credtag.source.entities import Register
from credtag.source.names import Name, joined, read


class FormOf(StrEnum):
    """How a noun phrase refers."""

    NAME = "name"
    PRONOUN = "pronoun"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    BARE = "bare"
    VAGUE = "vague"
    PAIR = "pair"
    EMPTY = "empty"


@frozen
class Phrase:
    """A noun phrase at the tokens [start, end), taken apart."""

    form: FormOf
    start: int
    end: int
    head: str = ""  # the head noun, in lower case
    kind: Kind = Kind.UNKNOWN
    plural: bool = False
    gender: str = "u"
    name: Name | None = None
    owner: tuple[int, int] | None = None  # the tokens of "Ana Sorin's" or "his", without the mark
    stop: int = 0  # where the head phrase ends: before a relative clause or an apposition
    parts: tuple[Phrase, ...] = ()


_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "such", "same", "both", "all"))
_INDEFINITE = frozenset(("a", "an", "one", "another", "any", "some", "several", "many", "two", "three", "four", "five", "six", "seven", "few", "most", "no", "each", "every", "dozens", "hundreds", "thousands"))
_PREPOSITIONS = frozenset(
    "of in at for from with on by to near under over about against among between around behind inside outside within without into through during "
    "since after before across along beyond including like as than regarding concerning familiar close loyal opposed involved responsible able "
    "available present based".split()
)
_RELATIVES = frozenset(("who", "which", "whose", "whom", "that", "where", "when", "whoever"))
_BREAKS = frozenset((",", "(", "--", ";", ":", "[", "..."))
_MARKS = frozenset((",", ".", '"', "'", "``", "''", "(", ")", "--", "-", ":", ";", "?", "!", "[", "]", "..."))
_QUANTITIES = frozenset(
    "one two three four five six some many several most few all both each any none half majority number group dozens hundreds thousands scores couple lot "
    "handful member members percent % part minority either neither others crowd another those".split()
)
_PERSONAL = frozenset((Kind.PERSON, Kind.GROUP))
_ADVERBS = frozenset(("also", "then", "later", "even", "only", "just", "now", "both", "meanwhile", "however", "still", "and", "but", "while", "so", "because", "if", "as", "although", "when", "either", "neither", "yet", "or", "not"))


class Reader:
    """Reads noun phrases of one document."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.words, self.lowers = register.words, register.lowers

    def read(self, start: int, end: int) -> Phrase:
        """Read the noun phrase at the tokens [start, end)."""
        start, end = self._trimmed(start, end)
        if start >= end:
            return Phrase(FormOf.EMPTY, start, max(start, end))
        if end - start == 1 and self.lowers[start] in lexicon.pronouns() and (len(self.words[start]) == 1 or not self.words[start].isupper()):
            return self._pronoun(start)
        text = " ".join(self.lowers[start:end])
        stop = self._stop(start, end)
        short = " ".join(self.lowers[start:stop])
        told = stop + 1 < end and self.lowers[stop] in _RELATIVES and self.lowers[stop - 1] in ("sources", "source", "people")
        if short in lexicon.vague("unspecified") and not told and lexicon.naming_of(text) is not lexicon.Naming.ANONYMOUS:
            return Phrase(FormOf.VAGUE, start, end, self.lowers[stop - 1], plural=True, stop=stop)
        if (pair := self._pair(start, stop, end)) is not None:
            return pair
        names = self._names(start, end)
        if (found := self._named(start, stop, end, names)) is not None:
            return found
        return self._described(start, stop, end, names)

    def _pronoun(self, at: int) -> Phrase:
        role, gender = lexicon.pronouns()[self.lowers[at]]
        return Phrase(FormOf.PRONOUN, at, at + 1, self.lowers[at], plural=role == "plural", gender=gender, stop=at + 1)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and (self.words[start] in _MARKS or self.lowers[start] in _ADVERBS and end - start > 1):
            if self.lowers[start] == "both" and " and " in " ".join(self.lowers[start:end]):
                start += 1
                continue
            start += 1
        while start < end and (self.words[end - 1] in _MARKS or self.words[end - 1] == "'s" and end - start > 1):
            if self.words[end - 1] == "." and end - 2 >= start and self._names(start, end)[-1:] and self._names(start, end)[-1].end >= end:
                break
            end -= 1
        return start, end

    def _stop(self, start: int, end: int) -> int:
        """Return the end of the core: before an apposition or a relative clause."""
        k = start
        for name in self._names(start, end):
            while k < name.start:
                if self._breaks(k, start):
                    return k
                k += 1
            k = max(k, min(name.end, end))
        while k < end:
            if self._breaks(k, start):
                return k
            k += 1
        return end

    def _breaks(self, k: int, start: int) -> bool:
        word = self.lowers[k]
        return k > start and (word in _BREAKS or word in _RELATIVES or word == "-" and self._spaced(k))

    def _spaced(self, k: int) -> bool:
        tokens = self.register.document.tokens
        return tokens[k].start > tokens[k - 1].end

    def _names(self, start: int, end: int) -> list[Name]:
        """Return the names in [start, end), cut to it: part of a name is read anew."""
        found: list[Name] = []
        names = self.register.names
        inside = self.register.inside(start, end)
        if inside.start and names[inside.start - 1].end > start:
            found += read(self.words, start, min(names[inside.start - 1].end, end))
        for i in inside:
            name = names[i]
            found += [name] if name.end <= end else read(self.words, name.start, end)
        return [n for n in found if not _common(n)]

    # ------------------------------------------------------------------ coordination

    def _pair(self, start: int, stop: int, end: int) -> Phrase | None:
        lowers = self.lowers
        if "and" not in lowers[start:end]:
            return None
        names = self._names(start, end)
        inner = {k for n in names for k in range(n.start, n.end)}
        cut = next((k for k in range(start + 1, end - 1) if lowers[k] == "and" and k not in inner), None)
        if cut is None:
            return None
        left, right = (start, cut), (cut + 1, end)
        while lowers[left[1] - 1] == "," and left[1] - 1 > left[0]:
            left = (left[0], left[1] - 1)
        if not self._stands(*left, names) or not self._stands(*right, names):
            return None
        if "," in lowers[start:cut] and not self._listed(start, cut, names):
            return None
        pieces = [self.read(*piece) for piece in (*self._commas(*left), right)]
        parts = tuple(p for piece in pieces for p in (piece.parts or (piece,)) if p.form is not FormOf.EMPTY)
        if len(parts) < 2 or any(p.form in (FormOf.VAGUE,) for p in parts[1:]):
            return parts[0] if len(parts) == 1 else None
        return Phrase(FormOf.PAIR, start, end, plural=True, parts=parts, stop=end)

    def _stands(self, start: int, end: int, names: Sequence[Name]) -> bool:
        """Tell whether a piece can stand for a source of its own."""
        if start >= end:
            return False
        prepositions = any(self.lowers[k] in _PREPOSITIONS and not self._inner(k) for k in range(start, end))
        lead = next((n for n in names if n.start == start or n.start == start + 1 and self.lowers[start] in _DEFINITE), None)
        if lead is not None and (lead.end >= end or self.lowers[lead.end] in (",", "(") or self.lowers[start] in _DEFINITE):
            return not prepositions or self.lowers[start] in _DEFINITE
        if self.lowers[start] in _DEFINITE | _INDEFINITE:
            return not any(self.lowers[k] in _PREPOSITIONS for k in range(start, end))
        noun = lexicon.nouns().get(self.lowers[end - 1])
        if noun is not None and noun.plural and end - start <= 3 and not any(self.lowers[k] in _PREPOSITIONS for k in range(start, end)):
            return True
        last = next((n for n in names if n.end == end), None)
        return last is not None and last.kind is Kind.PERSON and not any(self.lowers[k] in _PREPOSITIONS for k in range(start, end))

    def _listed(self, start: int, cut: int, names: Sequence[Name]) -> bool:
        pieces = self._commas(start, cut)
        return all(self._stands(a, b, names) for a, b in pieces) and len(pieces) > 1 and self.lowers[cut - 1] != ")"

    def _commas(self, start: int, end: int) -> list[tuple[int, int]]:
        pieces, first = [], start
        for k in range(start, end):
            if self.lowers[k] == ",":
                pieces.append((first, k))
                first = k + 1
        return [(a, b) for a, b in (*pieces, (first, end)) if a < b]

    # ------------------------------------------------------------------ names

    def _named(self, start: int, stop: int, end: int, names: Sequence[Name]) -> Phrase | None:
        core = [n for n in names if n.start < stop]
        if core and core[-1].end >= stop and self._is_head(start, core[-1]):
            return self._of(core[-1], start, end, stop)
        if core and core[0].start <= start + (self.lowers[start] in ("the", "a", "an")):
            after = core[0].end
            if after < stop and self.lowers[after] in _PREPOSITIONS and core[0].kind is not Kind.GROUP and self.lowers[start] not in ("a", "an"):
                return self._of(core[0], start, end, after)
            if after < stop and (found := self._headed(start, stop, end, core[0])) is not None:
                return found
        return self._apposed(start, stop, end, names)

    def _of(self, name: Name, start: int, end: int, stop: int) -> Phrase:
        plural = name.kind is Kind.GROUP
        return Phrase(FormOf.NAME, start, end, name.words[-1].lower(), name.kind or Kind.UNKNOWN, plural, name.gender, name, stop=stop)

    def _is_head(self, start: int, name: Name) -> bool:
        """Tell whether the name at the end of the core is its head and no object of a preposition."""
        at = max((k for k in range(start, name.start) if self.lowers[k] in _PREPOSITIONS and not self._inner(k)), default=None)
        if self.lowers[start] in ("a", "an", "one") and at is None and name.start > start + 1 and name.kind not in (Kind.PERSON, Kind.OUTLET, None):
            return False
        if at is None:
            return True
        if name.kind not in (Kind.PERSON, None) or self.lowers[start] in ("a", "an", "one"):
            return False
        between = [k for k in range(at + 1, name.start) if self.lowers[k] not in ("the", "a", "an")]
        return any(self._inner(k) or self.lowers[k] in lexicon.nouns() for k in between) and len(name.words) > 1

    def _inner(self, k: int) -> bool:
        inside = self.register.inside(0, k + 1)
        return bool(inside) and self.register.names[inside[-1]].end > k

    def _headed(self, start: int, stop: int, end: int, name: Name) -> Phrase | None:
        """Read "the Lumen party", "the Belmar administration": a name that a noun of its kind follows."""
        head = self._head(name.end, stop)
        if head is None or self.words[name.end] in ("'s", "'") or name.end != head:
            return None
        noun = lexicon.nouns().get(self.lowers[head])
        if noun is None or noun.plural or noun.kind in (*_PERSONAL, Kind.DOCUMENT):
            return None
        generic = self.lowers[head] in ("party", "group", "company", "firm", "organization", "organisation", "network", "newspaper", "agency", "movement")
        if generic and name.kind in (Kind.ORGANISATION, Kind.OUTLET, None) and not name.place:
            kind = Kind.OUTLET if name.kind is Kind.OUTLET else noun.kind
            return Phrase(FormOf.NAME, start, end, self.lowers[head], kind, name=name, stop=head + 1)
        return Phrase(FormOf.DEFINITE, start, end, self.lowers[head], noun.kind, name=name, stop=head + 1)

    def _apposed(self, start: int, stop: int, end: int, names: Sequence[Name]) -> Phrase | None:
        """Read "the mayor, Ana Sorin": a description whose apposition is the name."""
        k = stop
        if k < end and self.lowers[k] == "(":
            k = next((j + 1 for j in range(k, end) if self.lowers[j] == ")"), end)
        if k >= end or self.lowers[k] not in (",", "--", "-"):
            return None
        k += 1
        name = next((n for n in names if n.start == k), None)
        if name is None or name.kind not in (Kind.PERSON, Kind.OUTLET, Kind.ORGANISATION, None) or name.place:
            return None
        if name.end < end and self.lowers[name.end] not in (",", ".", "(", "--", "-", "who"):
            return None
        head = self._head(start, stop)
        noun = lexicon.nouns().get(self.lowers[head]) if head is not None else None
        if noun is not None and noun.plural or noun is None and len(name.words) < 2:
            return None
        return self._of(name, start, end, name.end)

    # ------------------------------------------------------------------ descriptions

    def _described(self, start: int, stop: int, end: int, names: Sequence[Name]) -> Phrase:
        owner = self._owner(start, stop)
        begin = owner[1] + (self.words[owner[1]] in ("'s", "'")) if owner and owner[1] < stop else start
        head = self._head(begin, stop)
        if head is None:
            return Phrase(FormOf.BARE, start, end, self.lowers[stop - 1], stop=stop, owner=owner)
        if self.lowers[head] in _QUANTITIES and head + 2 < stop and self.lowers[head + 1] == "of":
            inner = self.read(head + 2, stop)
            if inner.form is not FormOf.EMPTY:
                single = self.lowers[head] in ("one", "another", "member", "part", "either", "neither")
                kind = Kind.PERSON if single and inner.kind is Kind.GROUP else inner.kind
                if self.lowers[head] in ("group", "crowd", "members") and kind is Kind.UNKNOWN or inner.form is FormOf.PRONOUN:
                    kind = Kind.GROUP
                return Phrase(FormOf.INDEFINITE, start, end, inner.head, kind, not single, stop=stop)
        kind, plural, gender = self._noun(head)
        first = self.lowers[start]
        if owner is not None or first in _DEFINITE:
            form = FormOf.DEFINITE
        elif first in _INDEFINITE or first[0].isdigit():
            form = FormOf.INDEFINITE
        else:
            form = FormOf.BARE
        return Phrase(form, start, end, self.lowers[head], kind, plural, gender, owner=owner, stop=stop)

    def _owner(self, start: int, stop: int) -> tuple[int, int] | None:
        if self.lowers[start] in ("his", "her", "its", "their") and stop - start > 1:
            return start, start + 1
        for k in range(start + 1, stop - 1):
            if self.words[k] == "'s" or self.words[k] == "'" and self.words[k - 1].endswith("s"):
                return start, k
            if self.lowers[k] in _PREPOSITIONS:
                return None
        return None

    def _head(self, start: int, stop: int) -> int | None:
        """Return the head noun: the last word before the first preposition, or the last known noun there."""
        nouns = lexicon.nouns()
        limit = known = start
        last = None
        for k in range(start, stop):
            word = self.lowers[k]
            if word in _PREPOSITIONS and k > start:
                break
            if k > start and last is not None and known == last and (word.endswith("ing") or word.endswith("ed") or word in _PARTICIPLES) and word not in nouns:
                break
            if word[0].isalnum():
                limit = k
                if word in nouns:
                    last = known = k
        if last is not None and (last == limit or not _nounlike(self.lowers[limit])):
            return last
        return limit if stop > start and self.words[limit][0].isalnum() else last

    def _noun(self, head: int) -> tuple[Kind, bool, str]:
        word = self.lowers[head]
        noun = lexicon.nouns().get(word) or lexicon.nouns().get(word.rsplit("-", 1)[-1])
        if noun is not None:
            return noun.kind, noun.plural, noun.gender
        if word.endswith(("ers", "ors", "ists", "ians", "ants", "ents", "men", "women", "ees", "crats", "ives")) and len(word) > 5:
            return Kind.GROUP, True, "u"
        if word.endswith(("woman", "lady", "girl")):
            return Kind.PERSON, False, "f"
        if word.endswith("man"):
            return Kind.PERSON, False, "m"
        if word.endswith(("er", "or", "ist", "ian", "ant", "ee", "crat")) and len(word) > 4:
            return Kind.PERSON, False, "u"
        return Kind.UNKNOWN, word.endswith("s") and not word.endswith("ss"), "u"

    def text(self, phrase: Phrase) -> str:
        """Return the head phrase as it is written, without the capital of a sentence's first article."""
        words = list(self.words[phrase.start : phrase.stop])
        while words and words[-1] in _MARKS:
            words.pop()
        if words and words[0] in ("The", "A", "An", "His", "Her", "Its", "Their", "One", "Some", "Several", "Two", "Three"):
            words[0] = words[0].lower()
        return joined(words)


def _common(name: Name) -> bool:
    """Tell whether a name is only a noun with a capital: "one Republican", "Millennials"."""
    noun = lexicon.nouns().get(name.words[0].lower()) if len(name.words) == 1 and not name.title else None
    return noun is not None and noun.kind in _PERSONAL and name.outlet is None


_PARTICIPLES = frozenset(("seen", "written", "given", "known", "held", "led", "made", "drawn", "put", "set", "found", "sent", "said", "hit", "left"))


def _nounlike(word: str) -> bool:
    return word.endswith(("s", "er", "or", "ist", "ian", "man", "ant", "ee")) and not word.endswith(("ss", "ous", "us"))
