"""What kind of word each token is, and the periods of a text: sentences that leave quotations whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from attrs import field, frozen

from credtag.attribution.syntax import cues
from credtag.document.latest import latest
from credtag.records import Document, Span
from credtag.resources import table


def words(text: str) -> frozenset[str]:
    """Return the words of *text* as a set."""
    return frozenset(text.split())


_NAMES = (
    "determiner possessive nominative reflexive be have do modal negation adverb preposition complement subordinator "
    "relative interrogative coordinator time moment month ordering channel document press irregular capital number mark quote past"
)
_BITS = {name: 1 << n for n, name in enumerate(_NAMES.split(" "))}

DETERMINER, POSSESSIVE, NOMINATIVE, REFLEXIVE = (
    _BITS[n] for n in ("determiner", "possessive", "nominative", "reflexive")
)
BE, HAVE, DO, MODAL = (_BITS[n] for n in ("be", "have", "do", "modal"))
NEGATION, ADVERB, PREPOSITION, COMPLEMENT = (_BITS[n] for n in ("negation", "adverb", "preposition", "complement"))
SUBORDINATOR, RELATIVE, INTERROGATIVE, COORDINATOR = (
    _BITS[n] for n in ("subordinator", "relative", "interrogative", "coordinator")
)
TIME, MOMENT, MONTH, ORDERING, CHANNEL, DOCUMENT, PRESS = (
    _BITS[n] for n in ("time", "moment", "month", "ordering", "channel", "document", "press")
)
IRREGULAR, CAPITAL, NUMBER, MARK, QUOTE, PAST = (
    _BITS[n] for n in ("irregular", "capital", "number", "mark", "quote", "past")
)
AUXILIARY = BE | HAVE | DO | MODAL

_LONGEST = 150  # tokens of a period: what runs on without a stop is cut, so that no rule looks far
_QUOTE_MARKS = frozenset(('"', "''", "``"))
_NAME_DAYS = words("Today Tomorrow Tonight Yesterday")  # with a capital a part of names: "Lumen Today"
_LY_NOUNS = words("family ally italy july assembly supply reply rally ugly friendly fly jelly bully belly")


@cache
def _classes() -> dict[str, int]:
    """Return the classes of each function word as bits."""
    classes: dict[str, int] = {}
    for row in table("lexicon/function_words.tsv"):
        for word in row["words"].split():
            classes[word] = classes.get(word, 0) | _BITS[row["class"]]
    return classes


def is_press(lower: str) -> bool:
    """Tell whether a word in lower case means somebody who reports: "reporter"."""
    return bool(_classes().get(lower, 0) & PRESS)


def _spelling(word: str, lower: str) -> int:
    first = word[0]
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return QUOTE if word in _QUOTE_MARKS else 0 if len(word) > 1 and word[1].isalpha() else MARK
    if first.isupper():
        return CAPITAL
    if lower.endswith("ly") and len(lower) > 4 and lower not in _LY_NOUNS:
        return ADVERB
    return PAST if lower.endswith("ed") and len(lower) > 4 else 0


@lru_cache(maxsize=50_000)
def _kind(word: str) -> int:
    lower = word.lower()
    return _spelling(word, lower) | (0 if word in _NAME_DAYS else _classes().get(lower, 0))


@frozen
class Period:
    """A sentence with its quotations whole: a half-open range of tokens."""

    start: int
    stop: int
    paragraph: int


@frozen
class Reading:
    """A document with the classes of its tokens and the places of its cues and quotations."""

    document: Document
    kinds: list[int] = field(repr=False)
    hits: list[int] = field(repr=False)  # tokens that can begin a cue
    blocks: list[tuple[int, int]] = field(repr=False)  # token ranges of the parts of quotations, marks included

    def asserts(self, span: Span) -> bool:
        """Tell whether the words of *span* begin with a finite verb, and so assert something of what stands before."""
        first, last = self.document.token_range(span)
        first += first < last and bool(self.kinds[first] & RELATIVE)
        return first < last and bool(self.kinds[first] & (AUXILIARY | IRREGULAR))

    def tokens_of(self, spans: Iterable[Span]) -> Iterator[int]:
        """Yield the tokens of several spans, in their order."""
        for span in spans:
            yield from range(*self.document.token_range(span))


@latest
def read(document: Document) -> Reading:
    """Classify the tokens of *document*; the last one is kept, since several stages ask for it."""
    forms = cues.forms()
    known = {word: _kind(word) for word in set(document.words)}
    kinds = [known[word] for word in document.words]
    hits = [i for i, lower in enumerate(document.lowers) if lower in forms]
    ranges = dict.fromkeys(document.token_range(part) for quotation in document.quotations for part in quotation.parts)
    return Reading(document, kinds, hits, sorted(r for r in ranges if r[0] < r[1]))


@frozen(slots=False)
class Scope:
    """The part of a reading in which to look: all of it, or the inside of a claim's content.

    Quotations in the scope are opaque: they are blocks that scanning steps over.
    """

    reading: Reading
    first: int
    last: int
    jump: dict[int, int] = field(repr=False)  # first token of a block -> the token after it
    back: dict[int, int] = field(repr=False)  # the token after a block -> its first token
    periods: list[Period] = field(repr=False)
    lowers: tuple[str, ...] = field(repr=False)
    kinds: list[int] = field(repr=False)
    subject: tuple[int, int] | None = None  # of the first verb, where it stands before the scope

    def text(self, i: int) -> str:
        """Return token *i* in lower case, or nothing outside the scope."""
        return self.lowers[i] if self.first <= i < self.last else ""

    def is_a(self, i: int, kinds: int) -> bool:
        """Tell whether token *i* lies in the scope and is of one of *kinds*."""
        return self.first <= i < self.last and bool(self.kinds[i] & kinds)

    def span(self, start: int, stop: int) -> Span:
        """Return the characters of the tokens from *start* to *stop*."""
        tokens = self.reading.document.tokens
        return Span(tokens.starts[start], tokens.ends[stop - 1])

    def hits(self, start: int, stop: int) -> Iterator[int]:
        """Yield the tokens that may begin a cue and lie outside quotations."""
        hits = self.reading.hits
        i = bisect_left(hits, start)
        beyond = start
        while i < len(hits) and hits[i] < stop:
            while beyond <= hits[i]:
                past = self.jump.get(beyond)
                if past is not None and past > hits[i]:
                    break
                beyond = past or beyond + 1
            if beyond > hits[i]:
                yield hits[i]
                i += 1
            else:
                beyond = self.jump[beyond]
                i = bisect_left(hits, beyond)


def scope(reading: Reading, within: Span | None, subject: Span | None = None) -> Scope:
    """Return the scope of *within*, or of the whole document; *subject* stands before it."""
    document = reading.document
    first, last = (0, len(document.tokens)) if within is None else document.token_range(within)
    jump: dict[int, int] = {}
    back: dict[int, int] = {}
    beyond = first
    # By index here and below: a slice would copy the rest of the text for the inside of each content.
    for n in range(bisect_left(reading.blocks, (first, 0)), len(reading.blocks)):
        start, stop = reading.blocks[n]
        if start >= last:
            break
        if start < beyond or stop > last or (within is not None and (start, stop) == (first, last)):
            continue
        jump[start], back[stop], beyond = stop, start, stop
    periods = list(_periods(reading, first, last, jump))
    whose = None if subject is None else document.token_range(subject)
    return Scope(reading, first, last, jump, back, periods, document.lowers, reading.kinds, whose)


@latest
def _sentences(document: Document) -> list[tuple[int, int, int]]:
    """Return the token range and the paragraph of each sentence."""
    return [(*document.token_range(s), document.paragraph_at(s.start) or 0) for s in document.sentences]


def _periods(reading: Reading, first: int, last: int, jump: dict[int, int]) -> Iterator[Period]:
    """Join the sentences that a quotation holds together."""
    document = reading.document
    if first >= last:
        return
    inside = bytearray(last - first + 1)
    for start, stop in jump.items():
        inside[start - first + 1 : stop - first] = b"\x01" * (stop - start - 1)
    begin: int | None = None
    paragraph = -1
    at = (
        document.sentence_at(document.tokens.starts[first])
        or bisect_right(document._sentence_starts, document.tokens.starts[first]) - 1
    )
    sentences = _sentences(document)
    for n in range(max(at, 0), len(sentences)):
        start, stop, here = sentences[n]
        start, stop = max(start, first), min(stop, last)
        if start >= last:
            break
        if start >= stop:
            continue
        if begin is not None and here != paragraph:
            yield Period(begin, start, paragraph)
            begin = None
        if begin is None:
            begin, paragraph = start, here
        for cut in range(begin + _LONGEST, stop, _LONGEST):
            if not inside[cut - first]:
                yield Period(begin, cut, paragraph)
                begin = cut
        if stop < last and inside[stop - first]:
            continue
        if _goes_on(reading, stop, last):
            continue
        yield Period(begin, stop, paragraph)
        begin = None
    if begin is not None:
        yield Period(begin, last, paragraph)


def _goes_on(reading: Reading, stop: int, last: int) -> bool:
    """Tell whether the sentence that ends in a question or shout is followed by its "he asked"."""
    lowers, kinds = reading.document.lowers, reading.kinds
    if stop >= last or not kinds[stop - 1] & QUOTE or lowers[stop - 2] not in ("?", "!", "..."):
        return False
    for i in range(stop, min(stop + 8, last)):
        if kinds[i] & (QUOTE | MARK):
            return False
        if lowers[i] in cues.forms() and any("quote" in f.takes for f in cues.match(lowers, i, last)):
            return True
    return False
