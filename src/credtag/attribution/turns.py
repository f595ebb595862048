"""The turns of a transcript: paragraphs that open with a label of whoever speaks, and those that go on with a turn.

Labels are names ("SORIN:", "Ana Sorin:"), initials ("AS:") and the marks of question and answer ("Q:", "A.", "Question:").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from credtag.document.latest import latest
from credtag.labels import ZoneKind
from credtag.records import Document, Span

_ASKING = frozenset(("q", "question", "interviewer"))
_ANSWERING = frozenset(("a", "answer", "interviewee"))
_PART = r"[^\W\d_]++(?:['-][^\W\d_]++)*+\.?+"
_CAPITALS = r"(?:[A-Z][A-Z.'-]++(?: [A-Z][A-Z.'-]*+){0,3}+)(?:, [^:.?!\n]{1,60}| \([^()\n]{1,40}\))?"
_NAME = rf"(?=[A-Z]){_PART}(?: (?:de|del|der|la|bin|al|van|von|[A-Z]\.|(?=[A-Z]){_PART})){{0,4}}"
_SIDE = r"Q|A|(?:Question|Answer|Interviewer|Interviewee)|(?:QUESTION|ANSWER|INTERVIEWER|INTERVIEWEE)"
# In a printed interview each turn may open quotation marks anew; the last one closes them.
_OPENING = r"\"?(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?"
_LABELLED = tuple(
    re.compile(rf"{_OPENING}(?P<label>{label})(?P<mark>{mark})(?:\s+(?P<content>\S[^\n]*))?")
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
        A turn for each paragraph that has a label, and for those between two that have one. Behind questions where no answer
        has a label the answers are nobody's turn.

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
    if not any(turn.asks for turn in sides) or (len(sides) < 2 and not speakers):
        sides = []
    told = sorted((*sides, *speakers), key=lambda turn: turn.paragraph)
    if len(told) < 2:
        return ()
    if all(turn.asks for turn in told):
        return tuple(told)
    return tuple(_going_on(document, told)) if _dense(told) else ()


def _labelled(document: Document, paragraph: int) -> Turn | None:
    block = document.paragraphs[paragraph]
    for pattern in _LABELLED:
        match = pattern.fullmatch(document.normal, block.start, block.end)
        if match is None:
            continue
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
    """Return the turns whose labels are names: in capitals, or of two words, or named in the text beside, that come again."""
    times = Counter(_text(document, turn) for turn in turns)
    shown = Counter(document.words)

    def named(turn: Turn) -> bool:
        label = _text(document, turn)
        if label.isupper() or label.split(",")[0].isupper():
            return True
        last = label.rstrip(".").split()[-1]
        return times[label] > 1 and (" " in label or shown[last] > times[label])

    return [turn for turn in turns if named(turn)]


def _text(document: Document, turn: Turn) -> str:
    return document.normal[turn.label.start : turn.label.end]


def _dense(turns: Sequence[Turn]) -> bool:
    """Tell whether at least every third paragraph from the first turn to the last has a label."""
    return 3 * len(turns) >= turns[-1].paragraph - turns[0].paragraph + 1


def _going_on(document: Document, turns: Sequence[Turn]) -> Iterator[Turn]:
    """Yield the turns and, behind each, the paragraphs that go on with it; behind the last, those in the first person."""
    labels = {document.paragraph_at(turn.label.start) for turn in turns}
    answered = any(turn.asks is not True for turn in turns)
    for turn, following in zip(turns, [*(turn.paragraph for turn in turns[1:]), None], strict=True):
        yield turn
        for i in range(turn.paragraph + 1, len(document.paragraphs) if following is None else following):
            block = document.paragraphs[i]
            if i in labels or not _goes_on(document, block):
                continue
            if following is None and not _OWN.search(document.normal, block.start, block.end):
                break
            if answered:
                yield evolve(turn, paragraph=i, content=block, mark=None)


def _goes_on(document: Document, block: Span) -> bool:
    return document.zone_at(block.start) is ZoneKind.BODY and not _ASIDE.fullmatch(
        document.normal, block.start, block.end
    )


def by_paragraph(document: Document) -> Mapping[int, Turn]:
    """Return the turns of a transcript by the index of their paragraph."""
    return {turn.paragraph: turn for turn in find(document)}
