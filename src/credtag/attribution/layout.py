"""Attributions that the layout of a page shows: a quotation with a signature, a passage quoted at length, a turn, an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from credtag.attribution import turns
from credtag.attribution.raw import Raw
from credtag.records import Document, Span

ANSWER, TURN, PASSAGE = "answer", "turn", "passage"
SCORE = 0.95  # as measured on PolNeAR's signed quotations, of which there are few
_NAME = r"[A-Z][^\W\d_.]*[.]??(?:[ '-](?:[A-Z][^\W\d_.]*[.]??|de|del|van|von|bin|al)){0,4}?"
_SIGNED = re.compile(
    rf'(?P<content>"[^\n]+")\s{{0,3}}(?P<cue>-{{1,2}})\s{{0,3}}(?P<source>{_NAME}(?:, [^"\n]{{1,80}}?)?)(?<![A-Z])[.]?\s*'
)
_WRITING = (
    "writes|wrote|reports|reported|reads|explains|explained|recalls|recalled|recounts|recounted|continues|continued"
)
_ANNOUNCING = re.compile(
    rf'(?:[^:;"\n]{{0,80}}, )?(?P<source>[^,.:;"\n]{{2,60}}?) (?P<cue>{_WRITING})(?: [^.:;"\n]{{0,60}})?:'
)
_LONGEST = 12  # paragraphs of a passage
_INTERVIEW = re.compile(r"\b(?:interview|Q&A|in conversation with)", re.IGNORECASE)
_ROLES = ("content", "cue", "source")


def find(document: Document, answers: Sequence[Span] = ()) -> list[Raw]:
    """Return signed quotations, passages quoted at length, turns of a transcript and *answers* of an interview, in no order.

    Args:
        document: The article, read.
        answers: Paragraphs that answer, without a label, the questions of an interview.
    """
    found = [*_signed(document), *_passages(document), *_turns(document)]
    labelled = {raw.content for raw in found}
    return [*found, *(Raw((each,), pattern=ANSWER, score=SCORE) for each in answers if (each,) not in labelled)]


def _signed(document: Document) -> Iterator[Raw]:
    for block in document.paragraphs:
        match = _SIGNED.fullmatch(document.normal, block.start, block.end)
        if match:
            content, cue, source = (Span(*match.span(role)) for role in _ROLES)
            yield Raw((content,), (cue,), (source,), "signed", SCORE)


def _passages(document: Document) -> Iterator[Raw]:
    """Yield the passages in quotation marks, with quotations inside, that a line before them announces: "Ana Sorin writes:"."""
    for n, (line, first) in enumerate(pairwise(document.paragraphs)):
        if document.normal[line.end - 1] != ":" or document.normal[first.start] != '"':
            continue
        number = document.sentence_at(line.end - 1)
        sentence = line if number is None else document.sentences[number]
        announced = _ANNOUNCING.fullmatch(document.normal, max(sentence.start, line.start), line.end)
        if announced and (end := _passage_end(document, n + 1)) is not None:
            cue, source = (Span(*announced.span(role)) for role in ("cue", "source"))
            yield Raw((Span(first.start, end),), (cue,), (source,), PASSAGE, SCORE)


def _passage_end(document: Document, first: int) -> int | None:
    """Return where a passage ends that begins with the paragraph *first*, or None where it is a plain quotation.

    Its paragraphs begin with a mark; the last, which ends with one, is the first behind which none does.
    """
    if not _holds_others(document, document.paragraphs[first]):
        return None
    last = None
    for n in range(first, min(first + _LONGEST, len(document.paragraphs))):
        block = document.paragraphs[n]
        if document.normal[block.start] != '"':
            break
        last = block.end if document.normal[block.end - 1] == '"' else None
    return last


def _holds_others(document: Document, block: Span) -> bool:
    """Tell whether a quotation opens inside the one with which a paragraph begins."""
    inside = document.normal.find('"', block.start + 1, block.end)
    return (
        inside > 0 and document.normal[inside - 1].isspace() and not document.normal[inside + 1 : inside + 2].isspace()
    )


def _turns(document: Document) -> Iterator[Raw]:
    told = turns.find(document)
    announced = told and _INTERVIEW.search(document.normal, 0, told[0].label.start)
    for turn in told:
        cue, source = ((), ()) if turn.mark is None else ((turn.mark,), (turn.label,))
        asked = turn.asks is False or (turn.asks is None and announced)
        yield Raw((turn.content,), cue, source, ANSWER if asked else TURN, SCORE)
