"""The clause around a cue and its source, outside the content, in which the circumstances of an utterance stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from attrs import frozen

from credtag.attribution.occasions.circumstances import Row, rows_among, words_of
from credtag.attribution.occasions.citing import names_a_source
from credtag.attribution.occasions.outlets import introduced, is_on_air, outlet
from credtag.records import Attribution, Document, Span

_REACH = 400  # characters of a clause looked at on either side of the cue
_MASK = "\x00"
_ELSEWHEN = re.compile(
    r"\b(?:after|before|when|while|because|once|until) [^,]*$"
)  # "held a press conference after | she said"
_THERE = re.compile(  # "an interview, in which | she said"
    r"[^,;:\x00]{0,30},? (?:(?:in|on|during) which|where) (?:[\w'-]+ ){0,3}"
)
_NEXT = re.compile(r", (?:while|whereas|and|but)\b")  # begins the next clause: "Radio Lumen reported, while"
_BREAK = re.compile(r"[,;:\x00]| --? ")


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words_of('reporting')))}|according to)\b")


class Hit(NamedTuple):
    """A row that fired, with the words that made it and the noun phrase in its slot."""

    row: Row
    span: Span
    slot: Span | None


@frozen
class Clause:
    """The clause around a cue, its content masked; offsets of ``text`` plus ``start`` are the document's."""

    start: int
    text: str
    hull: Span
    words: frozenset[str]
    outlets: frozenset[str]  # that the article itself introduces, the publisher among them

    def hits(self, place: str, lo: int, hi: int) -> Iterator[Hit]:
        """Yield the rows of *place* that fire between *lo* and *hi*."""
        for row in rows_among(place, self.words):
            for match in row.search(self.text, lo - self.start, hi - self.start):
                if (hit := self._hit(row, match)) is not None:
                    yield hit
                    break

    def opening(self, place: str, lo: int) -> Iterator[Hit]:
        """Yield the rows of *place* that fire exactly at *lo*."""
        for row in rows_among(place, self.words):
            match = row.pattern.match(self.text, lo - self.start)
            if match is not None and (hit := self._hit(row, match)) is not None:
                yield hit

    def _hit(self, row: Row, match: re.Match[str]) -> Hit | None:
        span = Span(self.start + match.start(), self.start + match.end())
        slots = match.groupdict()
        if "name" in slots:
            return Hit(row, span, self._slot(match, "name")) if names_a_source(slots["name"]) else None
        if "described" in slots:
            return Hit(row, span, self._slot(match, "described"))
        slot = "outlet" if "outlet" in slots else "show" if "show" in slots else None
        if slot is None:
            return Hit(row, span, None)
        found = outlet(match[slot], self.outlets)
        if found is None or (slot == "show" and not is_on_air(match[slot][found[0] : found[1]], self.outlets)):
            return None
        at = self.start + match.start(slot)
        return Hit(row, span, Span(at + found[0], at + found[1]))

    def _slot(self, match: re.Match[str], slot: str) -> Span:
        return Span(self.start + match.start(slot), self.start + match.end(slot))

    def belongs(self, span: Span) -> bool:
        """Tell whether no other reporting word stands between *span* and the cue, so that it is this cue's occasion."""
        start, end = span.start - self.start, span.end - self.start
        first, last = self.hull.start - self.start, self.hull.end - self.start
        search = _reports().search
        if end > first:
            return search(self.text, last, start) is None and _NEXT.search(self.text, last, start) is None
        if _THERE.fullmatch(self.text, end, first):
            return True
        if _ELSEWHEN.search(self.text, end, first):
            return False
        return search(self.text, 0, start) is None and search(self.text, end, first) is None

    def is_close(self, span: Span) -> bool:
        """Tell whether no mark stands between a cue and *span* behind it: "said Sorin, who lost on the trail"."""
        between = self.text[self.hull.end - self.start : max(span.start - self.start, 0)]
        return _BREAK.search(between) is None


def sentence_clause(document: Document, sentence: Span) -> Clause:
    """Return a whole sentence as the clause to look in."""
    words = frozenset(document.lowers[slice(*document.token_range(sentence))])
    text = document.normal[sentence.start : sentence.end]
    return Clause(sentence.start, text, sentence, words, introduced(document))


def clause_around(document: Document, attribution: Attribution, anchors: Span, within: Sequence[Span]) -> Clause:
    """Return the clause around *anchors*, cue and source, as far as it lies *within* these pieces of content."""
    first, last = document.sentence_at(anchors.start), document.sentence_at(anchors.end - 1)
    start = document.sentences[first].start if first is not None else anchors.start
    end = document.sentences[last].end if last is not None else anchors.end
    start, end = max(start, anchors.start - _REACH), min(end, anchors.end + _REACH)
    end = max(end, anchors.end)
    holder = next((piece for piece in within if piece.covers(anchors)), None)
    if holder is not None:
        start, end = max(start, holder.start), min(end, holder.end)
    text = document.normal[start:end]
    for piece in attribution.content:
        lo, hi = max(piece.start, start) - start, min(piece.end, end) - start
        if lo < hi:
            text = text[:lo] + _MASK * (hi - lo) + text[hi:]
    i, j = document.token_range(Span(start, end))
    return Clause(start, text, anchors, frozenset(document.lowers[i:j]), introduced(document))
