"""The turns of a transcript: paragraphs that open with a label of whoever speaks, and those that go on with a turn.

Labels are names ("SORIN:", "Ana Sorin:"), initials ("AS:") and the marks of question and answer ("Q:", "A.", "Question:").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from credtag.attribution.syntax import cues
from credtag.document.latest import latest
from credtag.labels import ZoneKind
from credtag.records import Document, Span

_ASKING = frozenset(("q", "question", "interviewer"))
_ANSWERING = frozenset(("a", "answer", "interviewee"))
_PART = r"[^\W\d_]++(?:['-][^\W\d_]++)*+\.?+"
_CAPITALS = r"(?:[A-Z][A-Z.'-]++(?: [A-Z][A-Z.'-]*+){0,3}+)(?: \([^()\n]{1,40}\))?(?:, [A-Z][A-Z0-9 .,'()/&-]{1,60})?"
_NAME = rf"(?=[A-Z]){_PART}(?: (?:de|del|der|la|bin|al|van|von|[A-Z]\.|(?=[A-Z]){_PART})){{0,4}}"
_SIDE = r"Q|A|(?:Question|Answer|Interviewer|Interviewee)|(?:QUESTION|ANSWER|INTERVIEWER|INTERVIEWEE)"
# In a printed interview each turn may open quotation marks anew; the last one closes them.
_OPENING = r"\"?[*_]{0,3}(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?"
_LABELLED = tuple(
    re.compile(rf"{_OPENING}(?P<label>{label})(?P<mark>{mark})[*_]{{0,3}}(?:\s+(?P<content>\S[^\n]*))?")
    for label, mark in ((rf"(?:{_SIDE})(?: ?\d{{1,3}})?", r"[:.)]| -{1,2}(?=\s)"), (_CAPITALS, ":"), (_NAME, ":"))
)
_ASIDE = re.compile(r"\"?\[[^\]\n]*\]\"?|\"?\([^)\n]*\)\"?")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")


@frozen
class Turn:
    """What one paragraph of a transcript says, and the label that tells whose words they are.

    ``asks`` tells the sides apart where the labels do; ``mark`` is missing where a paragraph goes on with a turn.
    """

    paragraph: int
    content: Span
    label: Span
    mark: Span | None = None
    asks: bool | None = None


@latest
def find(document: Document) -> tuple[Turn, ...]:
    r"""Return the turns of a transcript, in the order of the text; none when too few paragraphs have labels.

    Args:
        document: The article, read.

    Returns:
        A turn for each paragraph that has a label, and for those between two that have one. Where only questions have labels,
        the answers are nobody's turn; where only answers have, the paragraph before each is none.

    Example:
        >>> from credtag import document
        >>> article = document.read("Q: Is it open?\n\nA: It is.\n\nWe opened it in May.\n\nQ: Is it safe?")
        >>> for turn in find(article):
        ...     print(article.slice(turn.label), turn.asks, article.slice(turn.content))
        Q True Is it open?
        A False It is.
        A False We opened it in May.
        Q True Is it safe?
    """
    labelled = [turn for i in range(len(document.paragraphs)) if (turn := _labelled(document, i)) is not None]
    sides = [turn for turn in labelled if turn.asks is not None]
    speakers = _speakers(document, [turn for turn in labelled if turn.asks is None])
    if {turn.asks for turn in sides} != {True, False} and len(sides) < 2 and not speakers:
        sides = []
    told = sorted((*sides, *speakers), key=lambda turn: turn.paragraph)
    if len(told) < 2:
        return ()
    if not speakers and len({turn.asks for turn in sides}) == 1:
        if sides[0].asks:
            return tuple(told)
        return tuple(_going_on(document, told, 1)) if any(_follows_question(document, turn) for turn in sides) else ()
    return tuple(_going_on(document, told, 0)) if _dense(told) else ()


def _follows_question(document: Document, turn: Turn) -> bool:
    return turn.paragraph > 0 and document.normal[document.paragraphs[turn.paragraph - 1].end - 1] == "?"


def _labelled(document: Document, paragraph: int) -> Turn | None:
    block = document.paragraphs[paragraph]
    for pattern in _LABELLED:
        match = pattern.fullmatch(document.normal, block.start, block.end)
        if match is None:
            continue
        if not any(map(str.isalpha, match["content"] or "a")):
            return None  # a number: "Sorin: 547."
        word = match["label"].rstrip(" 0123456789").lower()
        asks = True if word in _ASKING else False if word in _ANSWERING else None
        label, mark = Span(*match.span("label")), Span(*match.span("mark"))
        if match["content"]:
            return Turn(paragraph, _closed(document, block, Span(*match.span("content"))), label, mark, asks)
        following = paragraph + 1
        if match["mark"] == ":" and following < len(document.paragraphs):  # a label on a line of its own
            return Turn(following, document.paragraphs[following], label, mark, asks)
        return None
    return None


def _closed(document: Document, block: Span, content: Span) -> Span:
    """Leave out a mark that closes a turn whose label stands inside the quotation, as in a printed interview."""
    opened = document.normal[block.start] == '"' and document.normal[content.end - 1] == '"'
    return Span(content.start, content.end - 1) if opened and content.end - content.start > 1 else content


def _speakers(document: Document, turns: Sequence[Turn]) -> list[Turn]:
    """Return the turns whose labels are names, and what stands between them with a label of any kind.

    Names are labels with two words or in capitals whose last word comes again as one, and those that the text names beside.
    """
    if not turns:
        return []
    lasts = [_last(document, turn) for turn in turns]
    times, shown = Counter(lasts), Counter(map(str.lower, document.words))
    full = {last for turn, last in zip(turns, lasts, strict=True) if " " in _text(document, turn)}
    sure = []
    for turn, last in zip(turns, lasts, strict=True):
        label = _text(document, turn)
        beside = (last == label and last in full) or shown[last.lower()] > times[last]
        many = label.isupper() or (" " in label and label.split()[0].lower() not in cues.forms())
        if (times[last] > 1 and (many or beside)) or (label.isupper() and beside):
            sure.append(turn.paragraph)
    labels = {_text(document, turn) for turn in turns if sure and sure[0] <= turn.paragraph <= sure[-1]}
    found = [turn for turn in turns if _text(document, turn) in labels]
    return found if len({_last(document, turn) for turn in found}) > 1 else []


def _last(document: Document, turn: Turn) -> str:
    """Return the last word of the name on a label, as in "SORIN, MAYOR OF MARN", "Ana Sorin"."""
    return _text(document, turn).split(",")[0].split(" (")[0].rstrip(".").rsplit(" ", 1)[-1]


def _text(document: Document, turn: Turn) -> str:
    return document.normal[turn.label.start : turn.label.end]


def _dense(turns: Sequence[Turn]) -> bool:
    """Tell whether at least every third paragraph from the first turn to the last has a label."""
    return 3 * len(turns) >= turns[-1].paragraph - turns[0].paragraph + 1


def _going_on(document: Document, turns: Sequence[Turn], questions: int) -> Iterator[Turn]:
    """Yield the turns and, behind each, the paragraphs that go on with it; behind the last, those in the first person.

    So many paragraphs before each turn are *questions* without a label.
    """
    labels = {document.paragraph_at(turn.label.start) for turn in turns}
    ends = [*(turn.paragraph - questions for turn in turns[1:]), len(document.paragraphs)]
    for turn, end in zip(turns, ends, strict=True):
        yield turn
        for i in range(turn.paragraph + 1, end):
            block = document.paragraphs[i]
            if i in labels or not _goes_on(document, block):
                continue
            if turn is turns[-1] and not _OWN.search(document.normal, block.start, block.end):
                break
            yield evolve(turn, paragraph=i, content=block, mark=None)


def _goes_on(document: Document, block: Span) -> bool:
    words = document.normal[block.start : block.end]
    return (
        document.zone_at(block.start) is ZoneKind.BODY and not _ASIDE.fullmatch(words) and any(map(str.isalpha, words))
    )


def by_paragraph(document: Document) -> Mapping[int, Turn]:
    """Return the turns of a transcript by the index of their paragraph."""
    return {turn.paragraph: turn for turn in find(document)}
