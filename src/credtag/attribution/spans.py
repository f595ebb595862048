"""Find sources, cues and contents with the trained network, and mend what it does at quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import evolve

from credtag.attribution import decode, layout, model, pieces, silence
from credtag.attribution.certainty import score
from credtag.attribution.raw import Raw
from credtag.records import Document, Span, hull

_RELATIVE = frozenset(("who", "which", "that", "whom"))
ABREAST = 32  # readings that are decoded side by side


def extract(document: Document, parts: Sequence[Span] | None = None) -> list[list[Raw]]:
    """Find the attributions of a document, or of each of the given parts.

    The network reads parts side by side, each as a paragraph, but links nothing across them.

    Args:
        document: The article, read.
        parts: Contents to search; without them, the whole article.

    Returns:
        For each part (one for the whole) its attributions in the order of their contents.

    Raises:
        DataFileError: If a file of the network is missing or damaged.

    Example:
        >>> from credtag import document
        >>> article = document.read("Ana Sorin said the port would reopen.")
        >>> [[raw]] = extract(article)
        >>> article.slice(raw.source[0]), article.slice(raw.cue[0]), article.slice(raw.content[0])
        ('Ana Sorin', 'said', 'the port would reopen')
    """
    network = model.network()
    least = network.least if parts is None else network.least_inside
    found: list[list[Raw]] = [[] for _ in parts or (None,)]
    silent = [words for _, words in silence.find(document)]
    for number, raw in _found(network, document, parts):
        if (raw.score or 0.0) >= least and not _describes(document, raw) and not _covered(raw.cue, silent):
            found[number].append(raw)
    if parts is None:
        laid_out = layout.find(document)
        mended = _mended(document, found[0], None)
        found = [[*laid_out, *_apart(mended, laid_out)]]
    else:
        found = [_mended(document, raws, part) for raws, part in zip(found, parts, strict=True)]
    return [sorted(raws, key=lambda raw: raw.content[0]) for raws in found]


def _found(network: model.Network, document: Document, parts: Sequence[Span] | None) -> Iterator[tuple[int, Raw]]:
    """Yield what the network finds, each with the number of its part."""
    blocks, owners = _paragraphs(document, parts)
    words = pieces.read(document.text, blocks)
    owner = [owners[i] for i in decode.paragraphs_of(words, 0, len(words))]
    readings = (part for reading in network.read(words) for part in _parted(reading, owner))
    while batch := list(islice(readings, ABREAST)):
        tags = decode.tagged([reading.tags for reading in batch], network.steps)
        for reading, best in zip(batch, tags, strict=True):
            paragraph = decode.paragraphs_of(words, reading.first, len(best))
            stretches = decode.stretches(best)
            for relation in network.linker.relations(
                stretches, reading.tags, reading.query, reading.key, reading.none, paragraph
            ):
                yield owner[reading.first], _raw(words, reading.first, relation, score(relation.signs, network.weights))


def _parted(reading: model.Reading, owner: Sequence[int]) -> Iterator[model.Reading]:
    """Cut a reading where one part ends and the next begins."""
    first, end = reading.first, reading.first + len(reading.tags)
    while first < end:
        last = bisect_right(owner, owner[first], first, end)
        yield reading.between(first, last)
        first = last


def _paragraphs(document: Document, parts: Sequence[Span] | None) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the paragraphs to read, and the number of the part that each belongs to."""
    blocks = document.paragraphs
    if parts is None:
        return [(b.start, b.end) for b in blocks], [0] * len(blocks)
    starts = [b.start for b in blocks]
    found = []
    owners = []
    for number, part in enumerate(parts):
        for block in blocks[max(bisect_right(starts, part.start) - 1, 0) : bisect_left(starts, part.end)]:
            clipped = max(block.start, part.start), min(block.end, part.end)
            if clipped[0] < clipped[1]:
                found.append(clipped)
                owners.append(number)
    return found, owners


def _raw(words: pieces.Words, at: int, relation: decode.Relation, sure: float) -> Raw:
    def span(stretch: decode.Stretch) -> Span:
        first, last = at + stretch.first, at + stretch.last
        while last - 1 > first and words.forms[last - 1] == pieces.BREAK:
            last -= 1
        return Span(words.starts[first], words.ends[last - 1])

    source = () if relation.source is None else (span(relation.source),)
    content = tuple(span(s) for s in relation.content)
    cue = span(relation.cue)
    if relation.cue.last - relation.cue.first > 1 and words.forms[at + relation.cue.last - 1] == ",":
        cue = Span(cue.start, words.ends[at + relation.cue.last - 2])
    return Raw(content, (cue,), source, "network", sure, relation.signs)


def _covered(cue: Sequence[Span], silent: Sequence[Span]) -> bool:
    """Tell whether a cue, such as "declined to comment", only says that someone kept silent."""
    return any(words.overlaps(span) for words in silent for span in cue)


def _describes(document: Document, raw: Raw) -> bool:
    """Tell whether a relative clause without a source, ", which is believed to have links to", only describes someone."""
    return not raw.source and document.slice(raw.content[0]).lower() in _RELATIVE


def _apart(raws: Sequence[Raw], laid_out: Sequence[Raw]) -> Iterator[Raw]:
    """Take out of *raws* the content that layout gives to another source, and what is left without."""
    taken = sorted(hull((*raw.content, *raw.cue, *raw.source)) for raw in laid_out)
    ends = [span.end for span in taken]

    def free(span: Span) -> bool:
        i = bisect_right(ends, span.start)
        return i == len(taken) or not taken[i].overlaps(span)

    for raw in raws:
        content = tuple(s for s in raw.content if free(s))
        if content and all(free(s) for s in (*raw.cue, *raw.source)):
            yield evolve(raw, content=content)


# --------------------------------------------------------------------------- quotation marks


def _mended(document: Document, raws: Sequence[Raw], part: Span | None) -> list[Raw]:
    """Give content that reaches into a quotation the rest of it, unless another attribution has a share in that."""
    spans = [span for raw in raws for span in (*raw.content, *raw.cue, *raw.source)]
    edges = sorted({*(span.start for span in spans), *(span.end - 1 for span in spans)})
    return [evolve(raw, content=_joined(_whole(document, piece, edges, part) for piece in raw.content)) for raw in raws]


def _joined(pieces_: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for piece in sorted(pieces_):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)


def _whole(document: Document, piece: Span, edges: Sequence[int], part: Span | None) -> Span:
    start, end = piece.start, piece.end
    quotation = _quotation(document, start, part)
    if quotation is not None and not _any(edges, quotation.start, start):
        start = quotation.start
    quotation = _quotation(document, end - 1, part)
    if quotation is not None and quotation.start >= start - 1 and not _any(edges, end, quotation.end):
        end = quotation.end
    end = max(end, piece.end)
    if document.normal[end - 1] in ".;," and end - start > 1 and _quotation(document, end - 1, None) is None:
        end -= 1 + (document.normal[end - 2] == " ")
    return Span(start, end)


def _quotation(document: Document, offset: int, part: Span | None) -> Span | None:
    number = document.quotation_at(offset)
    if number is None or not document.quotations[number].closed:
        return None
    span = document.quotations[number].span
    return span if part is None or part.covers(span) else None


def _any(edges: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(edges, start) < bisect_left(edges, end)
