"""Tell which claim a remark such as "could not be verified" is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from credtag.attribution.syntax import grammar
from credtag.caveats import lexicon
from credtag.caveats.opposition import is_negative
from credtag.labels import Form, Stance
from credtag.records import Attribution, Document, Span, hull

_BACK = 3  # sentences that a remark may refer back over
_MANY = 60  # claims on either side that tell what a source speaks of
_FAR = 400  # tokens that "the memo" refers back over
_ADDED = 12  # characters before a remark that is added behind the cue of a claim
_THAT = "that "
_LATER = re.compile(r"[,;(]|--?|\b(?:but|though|although|which|and)\b")
_SOURCED = r"(?:,? (?:by|from|of|made|repeated|published|in|on) [^.;]{1,90}?)?"
_INNER = re.compile(r"[,;(]|--?|\b(?:which|who|whose|that|and)\b")


@frozen
class Claims:
    """The claims of an article in the order in which they are made, sentence by sentence."""

    document: Document
    attributions: Sequence[Attribution]
    order: tuple[int, ...]  # indices of the attributions by the place where they begin
    places: tuple[int, ...]
    ids: Sequence[str | None]  # the source of each attribution
    ends: Sequence[int]  # of each attribution

    @classmethod
    def of(cls, document: Document, attributions: Sequence[Attribution], ids: Sequence[str | None]) -> Claims:
        """List the claims of *attributions*."""
        spans = [_whole(found) for found in attributions]
        order = sorted(
            (i for i, found in enumerate(attributions) if found.form is not Form.NARRATED),
            key=lambda i: (spans[i].start, i),
        )
        places = tuple(spans[i].start for i in order)
        return cls(document, attributions, tuple(order), places, ids, [span.end for span in spans])

    def holding(self, words: Span) -> int | None:
        """Return the innermost claim in whose content *words* stand."""
        best = None
        for i in self._around(words):
            if any(piece.covers(words) for piece in self.attributions[i].content):
                best = i
        return best

    def here(self, words: Span, sentence: Span) -> int | None:
        """Return the claim of the same sentence that is nearest to a remark."""
        near = [i for i in self._around(words) if self._in(i, sentence) and not self._is_the_remark(i, words)]
        return min(near, key=lambda i: (self._gap(i, words), self.attributions[i].inside is not None), default=None)

    def about(self, words: Span, sentence: Span) -> int | None:
        """Return the claim that a remark is about: the nearest in its sentence, else the last one before it."""
        here = self.here(words, sentence)
        return self.last(sentence) if here is None else here

    def last(self, sentence: Span, besides: str | None = None) -> int | None:
        """Return the last claim, by another source than *besides*, in the few sentences before *sentence*."""
        return next((i for i in self.before(sentence) if besides is None or self.ids[i] != besides), None)

    def before(self, sentence: Span, back: int = _BACK) -> list[int]:
        """Return the claims of the few sentences before *sentence*, the last first, those inside others at the end."""
        first = self.document.sentence_at(sentence.start)
        if first is None:
            return []
        floor = self.document.sentences[max(0, first - back)].start
        found = self.order[bisect_left(self.places, floor) : bisect_left(self.places, sentence.start)][::-1]
        return sorted(found, key=lambda i: self.attributions[i].inside is not None)

    def preceding(self, words: Span, sentence: Span) -> list[int]:
        """Return the claims made before *words*, in their sentence and the few before it, the last first."""
        here = [i for i in self._around(words) if _whole(self.attributions[i]).start >= sentence.start]
        return [i for i in here[::-1] if _whole(self.attributions[i]).end <= words.start] + self.before(sentence)

    def is_near(self, i: int, sentence: Span, back: int = 1) -> bool:
        """Tell whether a claim is made in a sentence or in the one before it, or *back* before it."""
        first = self.document.sentence_at(sentence.start)
        return (
            first is not None
            and _whole(self.attributions[i]).start >= self.document.sentences[max(0, first - back)].start
        )

    def is_cued(self, i: int, word: Span) -> bool:
        """Tell whether *word* is the cue of a claim."""
        return any(cue.overlaps(word) for cue in self.attributions[i].cue)

    def text(self, i: int) -> str:
        """Return the words of a claim."""
        return " ".join(self.document.normal[piece.start : piece.end] for piece in self.attributions[i].content)

    def report(self, i: int) -> str:
        """Return the words of a claim with those that report it."""
        whole = _whole(self.attributions[i])
        return self.document.normal[whole.start : whole.end]

    def introduced(self, noun: str, sentence: Span) -> int | None:
        """Return the claim of the last sentence that spoke of a thing: "published a memo in which …"."""
        lowers = self.document.lowers
        last = self.document.token_at(sentence.start)
        for k in range(last - 1, max(-1, last - _FAR), -1):
            if lowers[k] == noun or lowers[k] == noun + "s":
                at = self.document.tokens.starts[k]
                n = self.document.sentence_at(at)
                spoken = sentence if n is None else self.document.sentences[n]
                if found := [i for i in self._around(spoken) if self._in(i, spoken)]:
                    return min(found, key=lambda i: self._way(i, at))
        return None

    def _way(self, i: int, at: int) -> int:
        """Return how far a claim stands behind the word that introduces it; what holds the word itself comes last."""
        start = self.attributions[i].content[0].start
        return start - at if start > at else len(self.document.normal)

    def nearby(self, offset: int) -> Sequence[int]:
        """Return the claims around a place, many enough to tell what their sources speak of."""
        k = bisect_right(self.places, offset)
        return self.order[max(0, k - _MANY) : k + _MANY]

    def earlier(self, words: Span) -> Sequence[int]:
        """Return the many claims made before *words*, the last first."""
        k = bisect_left(self.places, words.start)
        return [i for i in self.order[max(0, k - _MANY) : k][::-1] if self.ends[i] <= words.start]

    def told_in(self, sentence: Span) -> Sequence[int]:
        """Return the claims that are reported in a sentence, in their order."""
        return [i for i in self._around(sentence) if self._in(i, sentence)]

    def cue_start(self, i: int) -> int:
        """Return where a claim is reported."""
        return (self.attributions[i].cue or self.attributions[i].content)[0].start

    def opened(self, words: Span) -> int | None:
        """Return the claim whose cue stands first in *words*: "rebutted", not "accusation"."""
        found = {cue.start: i for i in self._around(words) for cue in self.attributions[i].cue if cue.overlaps(words)}
        return found[min(found)] if found else None

    def cued(self, words: Span) -> int | None:
        """Return the claim whose cue or source stands in or right after *words*: "falsely claimed", "unconfirmed reports"."""
        near = Span(words.start, words.end + 2)
        found = [
            i
            for i in self._around(words)
            if any(cue.overlaps(near) for cue in self.attributions[i].cue)
            or any(self._heads(words, near, source) for source in self.attributions[i].source)
        ]
        return min(found, key=lambda i: abs(self._told(i).end - words.end), default=None)

    def _told(self, i: int) -> Span:
        return hull(self.attributions[i].cue or self.attributions[i].source)

    def _heads(self, words: Span, near: Span, source: Span) -> bool:
        """Tell whether *words* open a source phrase: "unconfirmed reports", not "a man who spreads unconfirmed reports"."""
        return source.overlaps(near) and _INNER.search(self.document.normal, source.start, words.start) is None

    def spoken_by(self, i: int, words: Span) -> bool:
        """Tell whether the source of claim *i* says *words*: they open its content or are quoted; a tail is the publisher's."""
        if self.document.quotation_at(words.start) is not None:
            return True
        piece = next(p for p in self.attributions[i].content if p.covers(words))
        if self._is_added(i, piece, words):
            return False
        return _LATER.search(self.document.normal, piece.start, words.start + 1) is None

    def _is_added(self, i: int, piece: Span, words: Span) -> bool:
        """Tell whether *words* are the publisher's behind the cue of a claim: "…, she said, again without figures"."""
        found = self.attributions[i]
        told = hull((*found.cue, *found.source)) if found.cue else piece
        if told.end > piece.start or found.content[0].start >= told.start:
            return False
        return words.start - piece.start < _ADDED or ";" in self.document.normal[told.end : piece.start]

    def opens(self, words: Span) -> bool:
        """Tell whether *words* open what their speaker says, so that "That is false" answers somebody else."""
        i = self.holding(words)
        return i is not None and any(p.start <= words.start <= p.start + 2 for p in self.attributions[i].content)

    def named(self, words: Span, sentence: Span) -> int | None:
        """Return the claim that a remark goes on to name: "bear out the assertion by the charity that …"."""
        k = bisect_right(self.places, sentence.end)
        for i in self.order[max(0, k - 8) : k]:
            start = self.attributions[i].content[0].start
            start -= len(_THAT) * self.document.normal.endswith(_THAT, 0, start)
            led = words.end < start + len(_THAT) <= sentence.end and self.document.normal.startswith(_THAT, start)
            if led and _lead().fullmatch(self.document.normal, words.start, start):
                return i
        return None

    def in_source(self, i: int, words: Span) -> bool:
        """Tell whether *words* stand in the source phrase of claim *i*."""
        return any(span.covers(words) for span in self.attributions[i].source)

    def _around(self, words: Span) -> list[int]:
        k = bisect_right(self.places, words.end + 600)
        near = self.order[max(0, k - 24) : k]
        return [i for i in near if self.ends[i] >= words.start - 400]

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
        denied = found.stance is Stance.DENIES or any(is_negative(self.document.slice(cue)) for cue in found.cue)
        return denied and sum(p.end - p.start for p in found.content) < 12

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


@cache
def _lead() -> re.Pattern[str]:
    """Return the pattern of what leads from a remark to the claim that it names."""
    return re.compile(rf"[^.;]{{0,160}}?\b{lexicon.slot('told')}{_SOURCED},? ?")


def _whole(found: Attribution) -> Span:
    return hull((*found.content, *found.cue, *found.source))
