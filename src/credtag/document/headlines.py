"""The head of a page with its headline and byline, the subheadings below, and lists of headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from credtag.document.dates import WEEKDAY
from credtag.labels import ZoneKind
from credtag.records import Span

_HEADLINE_WORDS, _SENTENCE_HEADLINE_WORDS, _SUBHEADING_WORDS = 30, 17, 12
_NAVIGATION_WORDS = 2
_LIST = 3  # headlines that make a list
_TITLED = 0.75  # share of capitalised words in a title
_REPORTED = re.compile(rf"\b(?:said|told|announced|reported|yesterday|on {WEEKDAY})\b", re.IGNORECASE)
_SMALL = re.compile(
    r"(?:an?|and|as|at|but|by|for|from|in|into|is|nor|of|off|on|or|over|per|than|the|to|up|via|vs|with)\Z"
)
_NAME = r"[A-Z][\w.'-]*(?: (?:(?:de|da|la|van|von|der|den|bin|al) )?[A-Z][\w.'-]*){1,3}"
_NAMES = re.compile(rf"{_NAME}(?:(?:, | and | & ){_NAME}){{0,4}}")
_ROLE = re.compile(
    rf"(?:{_NAME},? )?(?:[A-Z]?[\w'&-]+ ){{0,4}}(?i:correspondent|reporter|editor|columnist|writer|journalist|producer)"
    rf"(?:(?:,| in| at| for) .{{2,40}})?"
)

_BIOGRAPHY = re.compile(
    rf"(?P<name>{_NAME})(?:, [^.!?\"]{{2,80}},)? (?:is|was|writes|covers|reports)\b[^!?\"]{{0,200}}"
    r"\b(?:author|columnist|contributor|correspondent|editor|fellow|journalist|producer|professor|reporter|writer)\b[^!?\"]{0,200}"
)

_Kinds = list[ZoneKind | None]


def mark(normal: str, blocks: Sequence[Span], kinds: _Kinds) -> None:
    """Set the headline with the lines below it, the byline, the author's biography, what leads to other pages, and the subheadings.

    Args:
        normal: The normal form of the text.
        blocks: Its paragraphs.
        kinds: The zone of each, None where it is still open; changed in place.
    """
    _mark_byline(normal, blocks, kinds)
    _mark_biography(normal, blocks, kinds)
    rest = [i for i, kind in enumerate(kinds) if kind is None]
    counts = {i: normal.count(" ", blocks[i].start, blocks[i].end) + 1 for i in rest}
    lines = {i: normal[blocks[i].start : blocks[i].end] for i in rest if counts[i] <= _HEADLINE_WORDS}
    head = list(takewhile(lambda i: i in lines and _is_open(lines[i]), rest))
    if len(head) == len(rest) and len(rest) >= _LIST:
        kinds[:] = [kind or ZoneKind.HEADLINE for kind in kinds]
        return
    _mark_head(normal, blocks, kinds, head[: len(rest) - 1], counts)
    body = rest[len(head) :]
    if (
        not head
        and len(rest) > 1
        and rest[0] in lines
        and _is_headline(lines[rest[0]], counts[rest[0]], max(counts[i] for i in rest[1:4]))
    ):
        kinds[rest[0]] = ZoneKind.HEADLINE
    if head and lines[head[-1]].endswith(";") and body and body[0] in lines:
        kinds[body[0]] = ZoneKind.HEADLINE
    candidates = {i for i in body if kinds[i] is None and i in lines and _is_subheading(lines[i], counts[i])}
    for i in candidates:
        runs = ((i - 2, i - 1), (i - 1, i + 1), (i + 1, i + 2))  # three short lines in a row are a list
        if i + 1 < len(blocks) and not any(candidates.issuperset(run) for run in runs):
            kinds[i] = ZoneKind.HEADLINE


# --------------------------------------------------------------------------- head


def _mark_head(normal: str, blocks: Sequence[Span], kinds: _Kinds, head: Sequence[int], counts: dict[int, int]) -> None:
    """Set the lines above the first sentence: those of a word or two lead to other pages, if there are longer ones."""
    longer = any(counts[i] > _NAVIGATION_WORDS for i in head)
    for i in head:
        if longer and counts[i] <= _NAVIGATION_WORDS:
            kinds[i] = ZoneKind.FURNITURE
        elif kinds[i - 1] is ZoneKind.CREDIT and i > head[0] and _is_agency(normal, blocks[i - 1]):
            kinds[i] = ZoneKind.CAPTION
        else:
            kinds[i] = ZoneKind.HEADLINE


def _is_agency(normal: str, block: Span) -> bool:
    """Tell whether a credit is but a name, as above a caption: "Getty Images"."""
    return normal[block.start : block.end].replace(" ", "").isalpha()


def _mark_byline(normal: str, blocks: Sequence[Span], kinds: _Kinds) -> None:
    """Set the line with a role and that with a bare name, if a date or another part of a byline stands beside it."""
    beside = (ZoneKind.DATELINE, ZoneKind.BYLINE)
    for pattern in (_ROLE, _NAMES):
        for i, block in enumerate(blocks):
            if kinds[i] is not None or block.end - block.start > 120:
                continue
            near = [kinds[j] for j in (i - 1, i + 1) if 0 <= j < len(kinds)]
            apart = pattern is _ROLE and i > 0 and _NAMES.fullmatch(normal, blocks[i - 1].start, blocks[i - 1].end)
            if (apart or any(kind in beside for kind in near)) and pattern.fullmatch(normal, block.start, block.end):
                kinds[i] = ZoneKind.BYLINE


def _mark_biography(normal: str, blocks: Sequence[Span], kinds: _Kinds) -> None:
    """Set the last paragraph where it tells who wrote the article: somebody of whom the article itself does not speak."""
    last = next((i for i in reversed(range(len(kinds))) if kinds[i] is None), 0)
    told = _BIOGRAPHY.fullmatch(normal, blocks[last].start, blocks[last].end) if last else None
    if told is None:
        return
    surname = told["name"].rpartition(" ")[2]
    open_ = (blocks[i] for i in range(last) if kinds[i] is None)
    if all(normal.find(surname, block.start, block.end) < 0 for block in open_):
        kinds[last] = ZoneKind.BYLINE


def _is_open(line: str) -> bool:
    """Tell whether a line ends as headlines do, without a stop."""
    return line.rstrip("\"'")[-1:] not in (".", "!") and line[-1] not in ":,"


# --------------------------------------------------------------------------- lines


def _is_headline(line: str, count: int, following: int) -> bool:
    """Tell whether the first line of an article, with *following* words in a paragraph after it, is its headline."""
    if line.rstrip("\"'")[-1:] not in (".", "!", "?"):
        return line[-1] not in ":,"
    if _titled(line):
        return True
    shorter = count <= _SENTENCE_HEADLINE_WORDS and following >= 1.3 * count
    return shorter and line[0] != '"' and not _REPORTED.search(line)


def _is_subheading(line: str, count: int) -> bool:
    """Tell whether a line inside the article is a heading of its own: short, and no sentence."""
    if count > _SUBHEADING_WORDS or line[0] == '"' or not (line[0].isupper() or line[0].isdigit() or line[0] == "'"):
        return False
    if line.isupper():
        return len(line) > 2
    end = line.rstrip("\"'")[-1:]
    if end in (".", "!", "?", ")", "]"):
        return _titled(line) and _lower_words(line) == 0
    return line[-1] not in '":,;-'


def _titled(line: str) -> bool:
    """Tell whether most words of a line begin with a capital, as in a title."""
    words = [word for word in line.split() if not _SMALL.match(word)]
    return len(words) >= 3 and _lower_words(line) <= (1 - _TITLED) * len(words)


def _lower_words(line: str) -> int:
    words = (word.strip("\"'(") for word in line.split())
    return sum(word[:1].islower() and not _SMALL.match(word) for word in words)
