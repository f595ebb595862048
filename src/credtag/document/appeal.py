"""Messages that ask readers for money: where they begin, and where the article goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from credtag.document.address import addresses, bids, unquoted
from credtag.records import Span
from credtag.resources import table

_ADDRESSED = re.compile(
    r"\b(?:readers?|newsroom|journalis[mt]s?|our (?:stories|work|reporting|reporters|coverage))\b"
    r"|\b(?:you|your)\b.*\b(?:we|us|our)\b|\b(?:we|us|our)\b.*\b(?:you|your)\b",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURE = 60  # letters
_LONGEST = 1500  # letters of a paragraph of such a message
_AHEAD = 4  # paragraphs after a heading that must bear it out
_GAP = 2  # paragraphs in other people's voice that end a message
_LONGEST_RUN = 40  # paragraphs of a message
_ENOUGH = 2  # cues
_SENDER = re.compile(
    r"(?:an? )?(?:\w+ )?(?:message|note|letter|appeal) from ((?:the )?[^.,:!?]{2,40}?):?\Z", re.IGNORECASE
)
_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w&'.-]*(?: (?:(?:of|and|the|&|on|in) )?[A-Z0-9][\w&'.-]*){0,5}\Z")
_NO_OUTLET = re.compile(
    r"\b(?:editors?|publisher|team|staff|newsroom|founder|director|ceo|chief|sponsor)\b", re.IGNORECASE
)


@cache
def _whole() -> dict[str, re.Pattern[str]]:
    return {part: re.compile(rf"(?:{_alternatives(part)}) ?[:,.]*") for part in ("heading", "button", "closing")}


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    rows = (row["pattern"] for row in table("lexicon/appeals.tsv") if row["part"] == "cue")
    return tuple(re.compile(rf"\b(?:{pattern})") for pattern in rows)


@cache
def _any_cue() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives('cue')})")


def _alternatives(part: str) -> str:
    return "|".join(row["pattern"] for row in table("lexicon/appeals.tsv") if row["part"] == part)


def appeals(normal: str, blocks: Sequence[Span]) -> frozenset[int]:
    r"""Return the indices of the paragraphs *blocks* that belong to an appeal for money.

    Args:
        normal: The normal form of the text.
        blocks: Its paragraphs.

    Returns:
        Indices. An appeal begins at a heading that cues bear out, or at a paragraph with two cues that speaks to the
        reader; it goes on to the last paragraph with a cue or a button, and a single one without does not end it.

    Example:
        >>> text = "The port closed.\nDear readers,\nWe need your help. Please donate.\nDonate now"
        >>> sorted(appeals(text, [Span(0, 16), Span(17, 30), Span(31, 64), Span(65, 75)]))
        [1, 2, 3]
    """
    strengths = [_strength(normal, block) for block in blocks]
    found: set[int] = set()
    i = 0
    while i < len(blocks):
        if _begins(normal, blocks, strengths, i):
            end = _end(normal, blocks, strengths, i)
            found.update(range(_first(normal, blocks, i), end))
            i = end
        else:
            i += 1
    return frozenset(found)


def sender(normal: str, blocks: Sequence[Span], indices: frozenset[int]) -> Span | None:
    """Return the outlet that the heading of an appeal names, as in "A Message from The Harbour Post"."""
    for i in sorted(indices):
        block = blocks[i]
        if block.end - block.start > 120 or not (found := _SENDER.match(normal[block.start : block.end])):
            continue
        if _NAME.match(found[1]) and not _NO_OUTLET.search(found[1]):
            return Span(block.start + found.start(1), block.start + found.end(1))
    return None


def _strength(normal: str, block: Span) -> int:
    """Return the number of different cues in a paragraph that speaks to the reader outside quotation marks."""
    words = _words(normal, block)
    own = unquoted(words)
    if not ((addresses(own) or bids(own)) and _any_cue().search(words.lower())):
        return 0
    lower = own.lower()
    return sum(1 for cue in _cues() if cue.search(lower))


def _is(normal: str, block: Span, part: str) -> bool:
    words = normal[block.start : min(block.end, block.start + 120)].lower()
    return _whole()[part].fullmatch(words) is not None


def _begins(normal: str, blocks: Sequence[Span], strengths: Sequence[int], i: int) -> bool:
    if strengths[i] >= _ENOUGH:
        return True
    if not _is(normal, blocks[i], "heading"):
        return False
    ahead = range(i + 1, min(len(blocks), i + 1 + _AHEAD))
    signs = (strengths[k] + any(_is(normal, blocks[k], part) for part in ("button", "closing")) for k in ahead)
    return sum(signs) >= _ENOUGH


def _first(normal: str, blocks: Sequence[Span], begun: int) -> int:
    """Return the index of the paragraph with which the page begins to speak of itself to its reader."""
    first = begun
    while first > max(0, begun - _GAP) and _ADDRESSED.search(words := unquoted(_words(normal, blocks[first - 1]))):
        if not addresses(words):
            break
        first -= 1
    return first


def _end(normal: str, blocks: Sequence[Span], strengths: Sequence[int], first: int) -> int:
    """Return the index behind the last paragraph with a cue; one that only says "we" may stand between, or be the article's."""
    end, others = first + 1, 0
    for i in range(first + 1, min(len(blocks), first + _LONGEST_RUN)):
        if others and _is(normal, blocks[i], "heading"):
            break  # the next message
        if strengths[i] or any(_is(normal, blocks[i], part) for part in _whole()):
            end, others = i + 1, 0
            if _is(normal, blocks[i], "closing") and end < len(blocks) and _signs(normal, blocks[end]):
                end += 1
            continue
        others += not addresses(unquoted(_words(normal, blocks[i])))
        if others >= _GAP or i - end >= _AHEAD:
            break
    return end


def _signs(normal: str, block: Span) -> bool:
    """Tell whether a line can be a signature: a name, perhaps with a post."""
    return block.end - block.start <= _SIGNATURE and normal[block.end - 1] not in ".!?:"


def _words(normal: str, block: Span) -> str:
    return normal[block.start : min(block.end, block.start + _LONGEST)]
