"""Paragraphs, sentences and tokens as spans of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from credtag.records import Span, Spans
from credtag.resources import table

_LINE = re.compile(r"\S[^\n]*")
_BROKEN_LINES = 4  # fewer broken lines than these prove no custom
_FULL_SHARE = 0.7
_RUNNING_SHARE = 0.5
_NARROWEST, _WIDEST = 40, 160  # letters of a line

_TOKEN = re.compile(
    r"""
    [^\W\d_](?:\.[^\W\d_])+\.?(?:-\w+)*(?!\w)              # U.S.  p.m.  U.S.-led
  | (?:https?://|www\.)[^\s"<>]*[\w/]
  | \w+(?:(?:-|[\u0300-\u036f\u00ad]+)\w+|'(?!(?:s|re|ll|ve|d|m)(?!\w))\w+|[.,:/](?<=\d.)\d+)*[\u0300-\u036f]*
  | (?<=[\w.])'(?:s|re|ll|ve|d|m)(?!\w)
  | [@\#]\w+
  | ``|(?<!')''(?='\w)|''(?!')|--+|\.\.+|\S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNED = re.compile(r"[a-z]{1,4}/[a-z]{1,4}\b[^\n]{0,70}\n")  # initials of the editors, on a line of their own
_LONG_DASH = re.compile("[—―]|(?<=[a-z]{2})–(?=[a-z]{2})")  # it parts words where a hyphen joins them

_STOP = re.compile(
    r"""
    (?<![.!?…])(?P<mark>[.!?…]++)(?P<closing>(?:["'`)\]]|\[\d+\])*+)
    \s++(?P<opening>(?:["'`(\[-]|\.\.++){0,4}+)(?P<next>\w*+)
  | (?<=[a-z][a-z])(?P<glued>[.!?]["')]?)(?=["'(]?(?P<word>[A-Z][a-z]*+)[\s,'])
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[\w.-]*\Z")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*\Z|[A-Z][\w-]*(?:\.[A-Z]\w?)+\Z")
_LONGEST = 24  # letters looked back at for an abbreviation


# --------------------------------------------------------------------------- paragraphs


def paragraphs(normal: str) -> tuple[Span, ...]:
    r"""Return the paragraphs: the lines that are not empty, joined where the text is wrapped.

    Args:
        normal: The normal form of the text.

    Returns:
        Spans without the white space around them.

    Example:
        >>> [(p.start, p.end) for p in paragraphs("The port closed.\n\nIt will open\nin May.")]
        [(0, 16), (18, 38)]
    """
    lines = [Span(m.start(), m.start() + len(m.group().rstrip())) for m in _LINE.finditer(normal)]
    if not lines:
        return ()
    width = _wrapped_at(normal, lines)
    found = [lines[0]]
    for line, following in pairwise(lines):
        if _adjacent(normal, line, following) and _runs_on(normal, line, following, width):
            found[-1] = Span(found[-1].start, following.end)
        else:
            found.append(following)
    return tuple(found)


def _adjacent(normal: str, line: Span, following: Span) -> bool:
    return normal.count("\n", line.end, following.start) == 1


def _wrapped_at(normal: str, lines: Sequence[Span]) -> int:
    """Return the width at which the text is wrapped, or 0: its lines end because the next word did not fit."""
    broken = [(a, b) for a, b in pairwise(lines) if _adjacent(normal, a, b) and normal[a.end - 1] not in ".!?\"':"]
    if len(broken) < _BROKEN_LINES:
        return 0
    running = sum(not normal[following.start].isupper() for _, following in broken)
    if running < _RUNNING_SHARE * len(broken) and not normal.isupper():
        return 0  # a list: prose goes on in the midst of its sentences
    width = max(line.end - line.start for line, _ in broken)
    full = sum(_full(normal, line, following, width) for line, following in broken)
    return width if _NARROWEST <= width <= _WIDEST and full >= _FULL_SHARE * len(broken) else 0


def _full(normal: str, line: Span, following: Span, width: int) -> bool:
    word = normal[following.start : min(following.end, following.start + width)].split(" ", 1)[0]
    return line.end - line.start + 1 + len(word) > width


def _runs_on(normal: str, line: Span, following: Span, width: int) -> bool:
    if width and _full(normal, line, following, width):
        return True
    return (
        normal[following.start].islower()
        and normal[line.end - 1] not in ".!?\"':"
        and not _SIGNED.match(normal, following.start)
    )


def cut(normal: str, blocks: Sequence[Span], starts: Sequence[int]) -> tuple[Span, ...]:
    """Return the paragraphs *blocks*, cut at those of *starts* that lie inside one.

    Args:
        normal: The normal form of the text.
        blocks: Its paragraphs.
        starts: Offsets in order, such as those at which zones begin.

    Returns:
        Spans without the white space around them.

    Example:
        >>> [(piece.start, piece.end) for piece in cut("MARN - It rained.", [Span(0, 17)], [0, 7])]
        [(0, 6), (7, 17)]
    """
    pieces: list[Span] = []
    for block in blocks:
        inside = starts[bisect_right(starts, block.start) : bisect_left(starts, block.end)]
        for start, end in pairwise((block.start, *inside, block.end)):
            words = normal[start:end]
            if kept := words.strip():
                first = start + words.index(kept[0])
                pieces.append(Span(first, first + len(kept)))
    return tuple(pieces)


# --------------------------------------------------------------------------- sentences


def sentences(normal: str, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences of each of *pieces*, paragraphs or parts of them.

    A sentence can end inside a quotation; it does not end between a quotation and the words that ascribe it.

    Args:
        normal: The normal form of the text.
        pieces: Stretches that no sentence leaves.

    Returns:
        Spans without the white space around them.

    Example:
        >>> text = '"Will it open?" Mayor Ana Sorin asked. It may. In the U.S. Senate it did.'
        >>> [text[s.start : s.end] for s in sentences(text, [Span(0, len(text))])]
        ['"Will it open?" Mayor Ana Sorin asked.', 'It may.', 'In the U.S. Senate it did.']
    """
    return tuple(sentence for piece in pieces for sentence in _sentences(normal, piece))


def _sentences(normal: str, piece: Span) -> Iterator[Span]:
    start = piece.start
    for stop in _STOP.finditer(normal, piece.start, piece.end):
        if stop["glued"]:
            if stop["word"].lower() in _openers():
                yield Span(start, stop.end())
                start = stop.end()
        elif stop.start("opening") < piece.end and _ends(normal, start, stop):
            yield Span(start, stop.end("closing"))
            start = stop.start("opening")
    yield Span(start, piece.end)


def _ends(normal: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether the sentence from *start* ends at *stop*."""
    mark, following = stop["mark"], stop["next"]
    if following[:1].islower():
        return False
    quoted = '"' in stop["closing"] or "'" in stop["closing"]
    if mark[-1] in "!?" and quoted and _ascription().match(normal, stop.start("opening")):
        return False
    found = _WORD.search(normal, max(start, stop.start() - _LONGEST), stop.start())
    word = found.group() if found else ""
    if mark != ".":
        return word + mark not in abbreviations() or following.lower() in _openers()
    if word.isdigit() and stop.start() - start == len(word) < 4:
        return False  # the number of a list
    kind = abbreviations().get(word)
    if kind == "title":
        return quoted
    if kind in ("number", "month") and following[:1].isdigit():
        return False
    if kind in ("name", "month") or _INITIALS.match(word):
        return following.lower() in _openers() or ('"' in stop["opening"] and len(word) > 1)
    return True


@cache
def abbreviations() -> dict[str, str]:
    """Return the abbreviations whose period ends no sentence, with their kind."""
    return {row["form"]: row["kind"] for row in table("lexicon/abbreviations.tsv")}


@cache
def _openers() -> frozenset[str]:
    return frozenset(row["word"] for row in table("lexicon/sentence_openers.tsv"))


@cache
def _ascription() -> re.Pattern[str]:
    """Words that ascribe a question or an exclamation before them: "Mayor Ana Sorin asked." and the like."""
    verbs = "|".join(row["verb"] for row in table("lexicon/ascribing_verbs.tsv"))
    pronouns = "He|She|They|It|We|I|You"
    after = r"\s*(?:[.,;:]|$)|\s+(?:in|on|at|during|as|of|when|after|before|while|to|with|last|this|later|\w+day)\b"
    return re.compile(rf"(?!(?:{pronouns})\b)[^.!?;:\"\n]{{1,60}}?\s(?:{verbs})(?:{after})")


# --------------------------------------------------------------------------- tokens


def tokens(text: str, normal: str) -> Spans:
    """Return the words and marks.

    Hyphens, the apostrophe of "didn't" and the points of "U.S." and "2.5" stay inside their words; "'s", "'re", "'ll",
    "'ve", "'d" and "'m" are tokens of their own; so is every mark, with "--", "..." and doubled quotation marks whole.

    Args:
        text: The text as the user gave it, whose long dashes part words.
        normal: Its normal form.

    Returns:
        Spans that do not overlap and leave out nothing but white space.

    Example:
        >>> text = "Ana's U.S.-led team didn't win 1,200 votes."
        >>> [text[t.start : t.end] for t in tokens(text, text)]
        ['Ana', "'s", 'U.S.-led', 'team', "didn't", 'win', '1,200', 'votes', '.']
    """
    if dashes := [found.start() for found in _LONG_DASH.finditer(text)]:
        edges = pairwise([-1, *dashes, len(normal)])
        normal = "—".join(normal[before + 1 : after] for before, after in edges)
    return Spans(map(re.Match.span, _TOKEN.finditer(normal)))
