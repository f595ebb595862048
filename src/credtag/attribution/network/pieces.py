"""Turn text into what the attribution model reads: words, their shapes, word pieces, windows of whole paragraphs.

Training imports this module, so the features cannot drift. The pieces are those of BERT's uncased vocabulary
(WordPiece, longest match first); capitals and "inside quotation marks" enter as a shape beside each piece.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from attrs import field, frozen

CLASS, SEPARATOR, UNKNOWN, BREAK = "[CLS]", "[SEP]", "[UNK]", "[unused1]"
SHAPES = 8  # four cases, outside and inside quotation marks
LONGEST = 60  # characters of a word worth taking apart

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_PLAIN = str.maketrans({"«": "“", "»": "”", "‟": "“", "’": "'", "‘": "'", "`": "'", "–": "—", "―": "—"})
_QUOTED = 4


@frozen
class Words:
    """The words of a text in order, a break between paragraphs counting as one.

    ``forms`` is what the vocabulary looks up: quotation marks carry their direction, a break is ``[unused1]``.
    """

    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    forms: Sequence[str] = field()
    shapes: Sequence[int] = field(repr=False)

    def __len__(self) -> int:
        return len(self.starts)


@frozen
class Window:
    """A run of words [first, last) as the network sees it; ``heads`` holds the place of each word's first piece."""

    first: int
    last: int
    pieces: tuple[int, ...] = field(repr=False)
    shapes: tuple[int, ...] = field(repr=False)
    heads: tuple[int, ...] = field(repr=False)


@frozen(eq=False)
class Vocabulary:
    """The word pieces that the network knows, by number."""

    numbers: dict[str, int] = field(repr=False)

    @classmethod
    def read(cls, file: Path) -> Vocabulary:
        """Read a vocabulary with one piece a line."""
        return cls({piece: i for i, piece in enumerate(file.read_text(encoding="utf-8").split("\n")) if piece})

    def pieces(self, form: str) -> tuple[int, ...]:
        """Take a word apart, longest match first."""
        return _pieces(self, form)


@lru_cache(maxsize=100_000)
def _pieces(vocabulary: Vocabulary, form: str) -> tuple[int, ...]:
    numbers = vocabulary.numbers
    if form == BREAK:
        return (numbers[BREAK],)
    word = _folded(form)
    unknown = (numbers[UNKNOWN],)
    if not word or len(word) > LONGEST:
        return unknown
    found: list[int] = []
    start = 0
    while start < len(word):
        for end in range(len(word), start, -1):
            number = numbers.get(("##" if start else "") + word[start:end])
            if number is not None:
                found.append(number)
                start = end
                break
        else:
            return unknown
    return tuple(found)


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def read(text: str, paragraphs: Iterable[tuple[int, int]]) -> Words:
    """Split the given paragraphs of *text* into words."""
    starts: list[int] = []
    ends: list[int] = []
    forms: list[str] = []
    shapes: list[int] = []
    for begin, end in paragraphs:
        if starts:
            starts.append(begin)
            ends.append(begin)
            forms.append(BREAK)
            shapes.append(0)
        quoted = 0
        for match in _WORD.finditer(text, begin, end):
            word = match[0]
            at, stop = match.span()
            starts.append(at)
            ends.append(stop)
            if word.isalpha():
                forms.append(word)
                shapes.append(_case(word) + quoted)
                continue
            word = word.translate(_PLAIN)
            if word == '"':
                word = _directed(text, at, begin, end, quoted)
            if word == "“":
                quoted = _QUOTED
            forms.append(word)
            shapes.append(quoted)
            if word == "”":
                quoted = 0
    return Words(starts, ends, forms, shapes)


@lru_cache(maxsize=50_000)
def _case(word: str) -> int:
    if word.islower():
        return 1
    return 3 if len(word) > 1 and word.isupper() else 2


def _directed(text: str, at: int, begin: int, end: int, quoted: int) -> str:
    """Give a straight mark its direction from the spaces around it, else from what is open."""
    spaced_left = at == begin or text[at - 1].isspace() or text[at - 1] in "([—–-'"
    spaced_right = at + 1 >= end or text[at + 1].isspace() or text[at + 1] in ".,;:!?)]"
    if spaced_left != spaced_right:
        return "“" if spaced_left else "”"
    return "”" if quoted else "“"


def ranges(
    forms: Sequence[str], lengths: Sequence[int], limit: int, *, first: int | None = None, overlap: int = 0
) -> list[tuple[int, int]]:
    """Pack whole paragraphs into word ranges of at most *limit* pieces; a longer one is cut after a sentence.

    *first* limits the first range instead, so that training sees paragraphs in ever new company. *overlap* is the room
    to leave in the later parts of a long paragraph.
    """
    packed: list[tuple[int, int]] = []
    room = limit if first is None else first
    begin = used = 0
    for start, size in _units(forms, lengths, limit, overlap):
        cut = start > 0 and forms[start - 1] != BREAK
        if used and (cut or used + size > room):
            packed.append((begin, start))
            begin, used, room = start, 0, limit
        used += size + (overlap if cut else 0)
    if used:
        packed.append((begin, len(forms)))
    return packed


def _units(forms: Sequence[str], lengths: Sequence[int], limit: int, overlap: int) -> Iterator[tuple[int, int]]:
    """Yield the first word and the pieces of each paragraph, or of each part of one that is too long."""
    start = size = 0
    room = limit
    sentence, sized = 0, 0  # the last sentence end within the unit, and the pieces up to it
    for i, length in enumerate(lengths):
        if size + length > room:
            cut, cut_size = (sentence, sized) if sentence > start else (i, size)
            yield start, cut_size
            start, size, room = cut, size - cut_size, limit - overlap
        size += length
        form = forms[i]
        if form == BREAK:
            yield start, size
            start, size, room = i + 1, 0, limit
        elif form in _STOPS or (form == "”" and i and forms[i - 1] in _STOPS):
            sentence, sized = i + 1, size
    if size:
        yield start, size


_STOPS = frozenset(".!?")


def window(words: Words, pieces: Sequence[tuple[int, ...]], first: int, last: int, vocabulary: Vocabulary) -> Window:
    """Lay out the words [first, last) between a class and a separator piece."""
    numbers = vocabulary.numbers
    ids = [numbers[CLASS]]
    shapes = [0]
    heads: list[int] = []
    for i in range(first, last):
        heads.append(len(ids))
        ids += pieces[i]
        shapes += [words.shapes[i]] * len(pieces[i])
    return Window(first, last, (*ids, numbers[SEPARATOR]), (*shapes, 0), tuple(heads))
