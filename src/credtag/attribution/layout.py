"""Attributions that the layout of a page shows: a quotation with a signature, a turn of a transcript, an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credtag.attribution import turns
from credtag.attribution.raw import Raw
from credtag.records import Document, Span

ANSWER, TURN = "answer", "turn"
SCORE = 0.95  # as measured on PolNeAR's signed quotations, of which there are few
_NAME = r"[A-Z][^\W\d_.]*[.]??(?:[ '-](?:[A-Z][^\W\d_.]*[.]??|de|del|van|von|bin|al)){0,4}?"
_SIGNED = re.compile(
    rf'(?P<content>"[^\n]+")\s{{0,3}}(?P<cue>-{{1,2}})\s{{0,3}}(?P<source>{_NAME}(?:, [^"\n]{{1,80}}?)?)(?<![A-Z])[.]?\s*'
)
_INTERVIEW = re.compile(r"\b(?:interview|Q&A|in conversation with)", re.IGNORECASE)
_ROLES = ("content", "cue", "source")


def find(document: Document, answers: Sequence[Span] = ()) -> list[Raw]:
    """Return the signed quotations, the turns of a transcript and the *answers* of an interview, in no order.

    Args:
        document: The article, read.
        answers: Paragraphs that answer, without a label, the questions of an interview.
    """
    found = [*_signed(document), *_turns(document)]
    labelled = {raw.content for raw in found}
    return [*found, *(Raw((each,), pattern=ANSWER, score=SCORE) for each in answers if (each,) not in labelled)]


def _signed(document: Document) -> Iterator[Raw]:
    for block in document.paragraphs:
        match = _SIGNED.fullmatch(document.normal, block.start, block.end)
        if match:
            content, cue, source = (Span(*match.span(role)) for role in _ROLES)
            yield Raw((content,), (cue,), (source,), "signed", SCORE)


def _turns(document: Document) -> Iterator[Raw]:
    told = turns.find(document)
    announced = told and _INTERVIEW.search(document.normal, 0, told[0].label.start)
    for turn in told:
        cue, source = ((), ()) if turn.mark is None else ((turn.mark,), (turn.label,))
        asked = turn.asks is False or (turn.asks is None and announced)
        yield Raw((turn.content,), cue, source, ANSWER if asked else TURN, SCORE)
