"""Tell questions from answers on a page that alternates between them: by labels, or else by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from credtag.attribution import turns
from credtag.attribution.turns import Turn
from credtag.document.latest import latest
from credtag.labels import ZoneKind
from credtag.records import Document
from credtag.source import lexicon

OWN_WORDS = frozenset(("i", "my", "me", "mine", "we", "our", "us"))
ADDRESS = frozenset(("you", "your", "yours", "yourself"))
_REQUEST = re.compile(
    r"(?:(?:so|and|but|now|okay|ok|then|well)[ ,]+)?(?:(?:please|could you|can you) )?(?:tell (?:us|me)|talk (?:about|to us)|describe|explain|walk us"
    r"|take us|let's talk|I(?:'d| would) like to ask|I(?: just)? want(?:ed)? to (?:ask|know)|I(?:'m| am) curious|we hear)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"(?:well|yes|yeah|yep|no|nope|nah|oh|sure|absolutely|exactly|right|of course|not (?:at all|really|necessarily)|I think"
    r"|I mean|thank you|thanks|good question|great question|definitely|both|hmm)\b",
    re.IGNORECASE,
)
_LONG, _LONGEST = 400, 800  # characters of a question
_ASIDE = re.compile(r"\[[^\]\n]*\]|\([^)\n]*\)")


@latest
def find(document: Document) -> Mapping[int, bool]:
    """Tell of each paragraph that has a voice whether it asks: labels tell, or else the words."""
    told = turns.find(document)
    return _labelled(document, told) if told else _alternating(document)


def _labelled(document: Document, told: Sequence[Turn]) -> dict[int, bool]:
    """Return the sides of the turns of a transcript.

    Where only questions have labels, what stands behind them answers; where only answers have, what stands before them asks.
    """
    sides = {turn.paragraph: turn.asks for turn in told if turn.asks is not None}
    if all(turn.asks for turn in told):
        behind = range(told[0].paragraph, len(document.paragraphs))
        return {n: False for n in behind if _speaks(document, n)} | sides
    if all(turn.asks is False for turn in told):
        return {
            turn.paragraph - 1: True for turn in told if turn.paragraph and _speaks(document, turn.paragraph - 1)
        } | sides
    return sides


def _alternating(document: Document) -> dict[int, bool]:
    """Tell questions from answers: the most likely sequence of sides, from the first question or what leads up to it."""
    candidates = [n for n in range(len(document.paragraphs)) if _speaks(document, n)]
    questions = [n for n in candidates if _ends_in_question(document, n)]
    if not questions:
        return {}
    first = candidates.index(questions[0])
    while first > 0 and candidates[first] - 1 == candidates[first - 1] and _has_voice(document, candidates[first - 1]):
        first -= 1
    spoken = candidates[first:]
    replies = [_REPLY.match(document.normal, document.paragraphs[n].start) is not None for n in spoken]
    sides = dict(zip(spoken, _likeliest([_asking(document, n) for n in spoken], replies), strict=True))
    answering = [n for n in spoken if not sides[n] and sides.get(n - 1, n == spoken[0])]
    asked = any(sides[n] and _addressed(document, n) for n in spoken)
    return sides if asked and any(_personal(document, n) for n in answering) else {}


def _likeliest(scores: Sequence[int], replies: Sequence[bool]) -> list[bool]:
    """Return the best sequence of sides (Viterbi 1967): a question seldom follows another, a reply seldom an answer."""
    asked, answered = scores[0], 0
    came: list[tuple[bool, bool]] = []
    for score, reply in zip(scores[1:], replies[1:], strict=True):
        going_on = answered - 2 * reply
        came.append((asked - 2 > answered, asked > going_on))
        asked, answered = max(asked - 2, answered) + score, max(asked, going_on)
    sides = [asked > answered]
    for to_question, to_answer in reversed(came):
        sides.append(to_question if sides[-1] else to_answer)
    return sides[::-1]


def _asking(document: Document, paragraph: int) -> int:
    """Score how much a paragraph looks like a question rather than an answer."""
    span = document.paragraphs[paragraph]
    words, length = document.normal[span.start : span.end], span.end - span.start
    return (
        -1
        + 4 * _ends_in_question(document, paragraph)
        + 2 * _addressed(document, paragraph)
        - 2 * _personal(document, paragraph)
        + 5 * (_REQUEST.match(words) is not None)
        - 3 * (_REPLY.match(words) is not None)
        - (length > _LONG)
        - 4 * (length > _LONGEST)
    )


def _speaks(document: Document, paragraph: int) -> bool:
    """Tell whether a paragraph may be a turn: no heading, no aside."""
    span = document.paragraphs[paragraph]
    zone = document.zone_at(span.start)
    if zone is ZoneKind.HEADLINE:
        return _ends_in_question(document, paragraph) or _addressed(document, paragraph)
    return zone is ZoneKind.BODY and _ASIDE.fullmatch(document.normal, span.start, span.end) is None


def _has_voice(document: Document, paragraph: int) -> bool:
    """Tell whether a paragraph before the first question is a turn: a reply, in the first person or to a second."""
    start = document.paragraphs[paragraph].start
    zone = document.zone_at(start)
    replies = _REPLY.match(document.normal, start) is not None
    spoken = replies or _addressed(document, paragraph) or _personal(document, paragraph)
    first, last = document.token_range(document.paragraphs[paragraph])
    announcing = lexicon.words("announcing") | lexicon.words("meeting")
    return zone is ZoneKind.BODY and spoken and announcing.isdisjoint(document.lowers[first:last])


def _ends_in_question(document: Document, paragraph: int) -> bool:
    span = document.paragraphs[paragraph]
    if document.quotation_at(span.start) is not None:
        return False
    return document.normal[max(span.start, span.end - 4) : span.end].rstrip().endswith("?")


def _personal(document: Document, paragraph: int) -> bool:
    return says(document, paragraph, OWN_WORDS)


def _addressed(document: Document, paragraph: int) -> bool:
    return says(document, paragraph, ADDRESS)


def says(document: Document, paragraph: int, words: frozenset[str]) -> bool:
    """Tell whether one of *words* stands in a paragraph outside quotation marks."""
    first, last = document.token_range(document.paragraphs[paragraph])
    return not words.isdisjoint(document.lowers[first:last]) and any(
        document.lowers[i] in words and document.quotation_at(document.tokens.starts[i]) is None
        for i in range(first, last)
    )
