"""Read what "and" joins: "Ana Sorin and her aides", "mediators Qatar and Egypt"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.noun_phrases import heads
from credtag.source.noun_phrases.edges import Edges
from credtag.source.noun_phrases.named import NamedPhrases
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.proper_names.names import Name
from credtag.source.register.entity import BODIES


class Coordination:
    """Reads the coordinations of one document; *read* reads each of their parts."""

    def __init__(self, edges: Edges, named: NamedPhrases, read: Callable[[int, int], Phrase]) -> None:
        self.edges, self.named, self.read = edges, named, read
        self.lowers = edges.lowers

    def pair(self, start: int, end: int, names: Sequence[Name]) -> Phrase | None:
        """Read "Ana Sorin and her aides", "the ministry and the council"."""
        noun, head = lexicon.nouns().get(self.lowers[start]), ""
        if noun is not None and noun.plural and any(n.start == start + 1 for n in names):  # "mediators Qatar and Egypt"
            head, start = self.lowers[start], start + 1
        inner = {k for n in names for k in range(n.start, n.end)}
        cut = next((k for k in range(start + 1, end - 1) if self.lowers[k] == "and" and k not in inner), None)
        if cut is None:
            return None
        described = not any(n.start == start for n in names)  # "the mayor, Ana Sorin, and her aides"
        whole = self.named.apposed(start, self.edges.stop(start, cut, names), cut, names) if described else None
        pieces = [*([(start, cut)] if whole else self._commas(start, cut)), (cut + 1, end)]
        if not all(self._stands(a, b, names) for a, b in pieces):
            return None
        read = [self.read(a, b) for a, b in pieces]
        parts = tuple(p for piece in read for p in (piece.parts or (piece,)) if p.form not in (Form.EMPTY, Form.VAGUE))
        if len(parts) > 2 and _named_behind(parts):
            head, parts = parts[0].head, parts[1:]
        if len(parts) < 2:
            return parts[0] if parts else None
        return Phrase(Form.PAIR, start, end, head, plural=True, parts=parts, stop=end)

    def _commas(self, start: int, end: int) -> list[tuple[int, int]]:
        cuts = [start - 1, *(k for k in range(start, end) if self.lowers[k] == ","), end]
        pieces = [(a + 1, b) for a, b in pairwise(cuts) if a + 1 < b]
        return [(a, b) for a, b in pieces if not (b - a == 1 and self.lowers[a].isdigit())]  # ages

    def _stands(self, start: int, end: int, names: Sequence[Name]) -> bool:
        """Tell whether a piece can stand for a source of its own."""
        lead = next((n for n in names if n.start in (start, start + 1)), None)
        definite = self.lowers[start] in lexicon.words("definite")
        placed = lead is not None and lead.kind in (Kind.PERSON, None) and len(lead.words) > 1 and not lead.place
        marks = {",", "(", *("of", "from", "at")} if placed else {",", "("}  # "Ana Sorin of Lumen and Pavel Tresk"
        leads = lead is not None and (lead.end >= end or self.lowers[lead.end] in marks)
        if lead is not None and (definite or (lead.start == start and leads)):
            return definite or leads or not self.named.prepositions(start, end)
        if end - start == 1 and lexicon.pronouns().get(self.lowers[start], ("",))[0] == "third":
            return True  # "she and her colleagues"
        if self.named.prepositions(start, end):
            return False
        if definite or self.lowers[start] in lexicon.words("indefinite") or self.lowers[start] == "other":
            return True
        if self.lowers[start][0].isdigit():
            return heads.noun(self.lowers[end - 1]).plural
        noun = lexicon.nouns().get(self.lowers[end - 1])
        last = next((n for n in names if n.end == end), None)
        return (noun is not None and noun.plural and end - start < 4) or (last is not None and last.kind is Kind.PERSON)


def _named_behind(parts: Sequence[Phrase]) -> bool:
    """Tell whether names only say who is meant before them: "two analysts, Ana Sorin and Pavel Tresk"."""
    many, *rest = parts
    kinds = {Kind.PERSON} if many.kind is Kind.GROUP else BODIES | {Kind.GROUP}
    named = all(part.form is Form.NAME and part.kind in kinds | {Kind.UNKNOWN} for part in rest)
    return named and many.form is not Form.NAME and many.plural
