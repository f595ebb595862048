"""Tell which claim a remark such as "could not be verified" is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from credtag.attribution import grammar
from credtag.labels import Form, Stance
from credtag.records import Attribution, Document, Span, hull

_BACK = 3  # sentences that a remark may refer back over
_LATER = re.compile(r"[,;(]|--?|\b(?:but|though|although|which|who|whose|that|and)\b")


@frozen
class Claims:
    """The claims of an article in the order in which they are made, sentence by sentence."""

    document: Document
    attributions: Sequence[Attribution]
    order: tuple[int, ...]  # indices of the attributions by the place where they begin
    places: tuple[int, ...]

    @classmethod
    def of(cls, document: Document, attributions: Sequence[Attribution]) -> Claims:
        """List the claims of *attributions*."""
        order = sorted(
            (i for i, found in enumerate(attributions) if found.form is not Form.NARRATED),
            key=lambda i: (_whole(attributions[i]).start, i),
        )
        return cls(document, attributions, tuple(order), tuple(_whole(attributions[i]).start for i in order))

    def holding(self, words: Span) -> int | None:
        """Return the innermost claim in whose content *words* stand."""
        best = None
        for i in self._around(words):
            if any(piece.covers(words) for piece in self.attributions[i].content):
                best = i
        return best

    def about(self, words: Span, sentence: Span) -> int | None:
        """Return the claim that a remark is about: the nearest in its sentence, else the last one before it."""
        here = [i for i in self._around(words) if self._in(i, sentence) and not self._is_the_remark(i, words)]
        if here:
            return min(here, key=lambda i: (self._gap(i, words), self.attributions[i].inside is not None))
        return self.last(sentence)

    def last(self, sentence: Span, besides: str | None = None, ids: Sequence[str | None] = ()) -> int | None:
        """Return the last claim, by another source than *besides*, that begins in the few sentences before *sentence*."""
        first = self.document.sentence_at(sentence.start)
        floor = self.document.sentences[max(0, first - _BACK)].start if first is not None else 0
        k = bisect_left(self.places, sentence.start) - 1
        chosen: int | None = None
        while k >= 0 and self.places[k] >= floor:
            i = self.order[k]
            if besides is None or ids[i] != besides:
                if self.attributions[i].inside is None:
                    return i
                chosen = i if chosen is None else chosen
            k -= 1
        return chosen

    def cued(self, words: Span) -> int | None:
        """Return the claim whose cue or source stands in or right after *words*: "falsely claimed", "unconfirmed reports"."""
        near = Span(words.start, words.end + 2)
        for i in self._around(words):
            found = self.attributions[i]
            if any(cue.overlaps(near) for cue in found.cue) or any(self._heads(words, near, s) for s in found.source):
                return i
        return None

    def _heads(self, words: Span, near: Span, source: Span) -> bool:
        """Tell whether *words* open a source phrase: "unconfirmed reports", not "a man who spreads unconfirmed reports"."""
        return source.overlaps(near) and _LATER.search(self.document.normal, source.start, words.start) is None

    def spoken_by(self, i: int, words: Span) -> bool:
        """Tell whether the source of claim *i* says *words*: they open its content or are quoted; a tail is the publisher's."""
        if self.document.quotation_at(words.start) is not None:
            return True
        piece = next(p for p in self.attributions[i].content if p.covers(words))
        return _LATER.search(self.document.normal, piece.start, words.start) is None

    def _around(self, words: Span) -> list[int]:
        k = bisect_right(self.places, words.end + 600)
        near = self.order[max(0, k - 24) : k]
        return [i for i in near if _whole(self.attributions[i]).end >= words.start - 400]

    def _in(self, i: int, sentence: Span) -> bool:
        found = self.attributions[i]
        return any(span.overlaps(sentence) for span in (*found.cue, *found.source)) or (
            not found.cue and found.span.overlaps(sentence)
        )

    def _is_the_remark(self, i: int, words: Span) -> bool:
        """Tell whether attribution *i* is nothing but the remark itself: "it was not verified"."""
        found = self.attributions[i]
        if any(cue.overlaps(words) and self._bare(cue.start, words.start) for cue in found.cue):
            return True
        return sum(p.end - p.start for p in found.content) < 12 and found.stance is Stance.DENIES

    def _bare(self, start: int, stop: int) -> bool:
        """Tell whether only auxiliaries stand there: before "not verified" in "was not verified", not in "claimed without"."""
        if stop <= start:
            return True
        kinds = grammar.read(self.document).kinds
        tokens = self.document.token_range(Span(start, stop))
        return all(kinds[i] & (grammar.AUXILIARY | grammar.NEGATION) for i in range(*tokens))

    def _gap(self, i: int, words: Span) -> int:
        spans = self.attributions[i].cue or self.attributions[i].content
        return min(max(words.start - s.end, s.start - words.end, 0) for s in spans)


def _whole(found: Attribution) -> Span:
    return hull((*found.content, *found.cue, *found.source))
