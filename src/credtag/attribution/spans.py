"""Find sources, cues and contents with the trained network, and mend what it does at quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import evolve

from credtag.attribution import cues, decode, model, pieces, silence
from credtag.attribution.certainty import score
from credtag.attribution.raw import Raw
from credtag.document.segment import abbreviations
from credtag.labels import ZoneKind
from credtag.records import Document, Span

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_COMMA = re.compile(r"[\"']?,[\"']? ")
_DANGLING = re.compile(r"[ ,]+(?:and|but|or)$")  # joins what is no part of the content
_NEAR = 8  # characters looked at beside an edge
ABREAST = 32  # readings that are decoded side by side


def extract(document: Document) -> list[Raw]:
    """Find the attributions of a document.

    Args:
        document: The article, read.

    Returns:
        Its attributions in the order of their contents.

    Raises:
        DataFileError: If a file of the network is missing or damaged.

    Example:
        >>> from credtag import document
        >>> article = document.read("Ana Sorin said the port would reopen.")
        >>> [raw] = extract(article)
        >>> article.slice(raw.source[0]), article.slice(raw.cue[0]), article.slice(raw.content[0])
        ('Ana Sorin', 'said', 'the port would reopen')
    """
    network = model.network()
    silent = [words for _, words in silence.find(document)]
    found = [
        raw
        for raw in _dated(document, _found(network, document))
        if (raw.score or 0.0) >= network.least and not _describes(document, raw) and not _covered(raw.cue, silent)
    ]
    mended = _shared(document, [act for raw in _mended(document, found) for act in _acts(document, raw)])
    return sorted(mended, key=lambda raw: raw.content[0])


def _found(network: model.Network, document: Document) -> Iterator[Raw]:
    words = pieces.read(document.text, [(block.start, block.end) for block in document.paragraphs])
    readings = network.read(words)
    while batch := list(islice(readings, ABREAST)):
        tags = decode.tagged([reading.tags for reading in batch], network.steps)
        for reading, best in zip(batch, tags, strict=True):
            paragraph = decode.paragraphs_of(words, reading.first, len(best))
            stretches = decode.stretches(best)
            for relation in network.linker.relations(
                stretches, reading.tags, reading.query, reading.key, reading.none, paragraph
            ):
                yield _raw(words, reading.first, relation, score(relation.signs, network.weights))


def _dated(document: Document, raws: Iterable[Raw]) -> Iterator[Raw]:
    """Leave datelines out of content; the network is used to reading them."""
    lines = [zone.span for zone in document.zones if zone.kind is ZoneKind.DATELINE]
    starts = [line.start for line in lines]

    def behind(piece: Span) -> Span | None:
        line = lines[i - 1] if (i := bisect_right(starts, piece.start)) else None
        if line is None or line.end <= piece.start:
            return piece
        return Span(line.end, piece.end) if line.end < piece.end else None

    for raw in raws:
        if content := tuple(piece for each in raw.content if (piece := behind(each)) is not None):
            yield raw if content == raw.content else evolve(raw, content=content)


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
    if raw.source:
        return False
    at = document.token_at(raw.cue[0].start)
    before = document.lowers[max(at - 1, 0) : at]
    return document.slice(raw.content[0]).lower() in _RELATIVE or not _RELATIVE.isdisjoint(before)


def _unstopped(document: Document, source: Span) -> Span:
    """Leave out the full stop of a sentence that ends with its source."""
    number = document.sentence_at(source.start)
    if number is None or document.sentences[number].end != source.end or document.normal[source.end - 1] != ".":
        return source
    word = document.normal[source.start : source.end - 1].rpartition(" ")[2]
    return source if len(word) < 2 or word in abbreviations() else Span(source.start, source.end - 1)


def _lone(document: Document, content: Sequence[Span]) -> tuple[Span, ...]:
    """Return content without the relative pronouns that stand in it alone."""
    return tuple(piece for piece in content if document.slice(piece).lower() not in _RELATIVE) or tuple(content)


def _unfronted(document: Document, raw: Raw) -> tuple[Span, ...]:
    """Return content without an adjunct that only opens the sentence: "On Monday, Ana Sorin said the port would close"."""
    first, *later = raw.content
    if not later or not raw.source or _quotation(document, first.end - 1) is not None:
        return raw.content
    before, behind = (
        document.normal[a:b] for a, b in ((first.end, raw.source[0].start), (raw.cue[0].end, later[0].start))
    )
    return tuple(later) if before == ", " and behind == " " else raw.content


# --------------------------------------------------------------------------- quotation marks


def _mended(document: Document, raws: Sequence[Raw]) -> list[Raw]:
    """Mend the edges of content and source.

    Content that reaches into a quotation gets the rest of it, unless another attribution has a share in that.
    """
    spans = [span for raw in raws for span in (*raw.content, *raw.cue, *raw.source)]
    edges = sorted({*(span.start for span in spans), *(span.end - 1 for span in spans)})
    return [
        evolve(
            raw,
            content=_joined(_whole(document, piece, edges) for piece in _lone(document, _unfronted(document, raw))),
            source=tuple(_unstopped(document, source) for source in raw.source),
        )
        for raw in raws
    ]


def _acts(document: Document, raw: Raw) -> Iterator[Raw]:
    """Take acts of speech apart that the network joins.

    A sentence in quotation marks that follows indirect speech is an act of its own, without a cue; so is what a second verb
    introduces: "said A, going on to say B".
    """
    first, *later = raw.content
    if raw.cue[0].start < first.start and _quotation(document, first.start) is None:
        later = [piece for piece in later if not _sentence(document, piece)]
    act = evolve(raw, content=(first,))
    for piece in later:
        verb = _verb_before(document, act.content[-1].end, piece.start)
        if verb is None or verb.overlaps(raw.cue[0]):
            act = evolve(act, content=(*act.content, piece))
        else:
            yield act
            act = evolve(raw, content=(piece,), cue=(verb,))
    yield act


def _shared(document: Document, raws: Sequence[Raw]) -> list[Raw]:
    """Give a participle without a source the subject of its sentence: "Calling it safe, Ana Sorin said …"."""
    subjects = {raw.source[0].start: raw.source for raw in raws if raw.source}
    result = []
    for raw in raws:
        if not raw.source and document.slice(raw.cue[0]).split()[0].endswith("ing"):
            gap = _COMMA.match(document.normal, raw.content[-1].end)
            if gap is not None and gap.end() in subjects:
                raw = evolve(raw, source=subjects[gap.end()])
        result.append(raw)
    return result


def _verb_before(document: Document, floor: int, start: int) -> Span | None:
    """Return the cue, a single verb, that ends a gap between two pieces of content."""
    first, last = document.token_range(Span(floor, start)) if floor < start else (0, 0)
    verb = first < last and any(
        form.part == "verb" and len(form.words) == 1 for form in cues.match(document.lowers, last - 1, last)
    )
    return Span(document.tokens[last - 1].start, document.tokens[last - 1].end) if verb else None


def _sentence(document: Document, piece: Span) -> bool:
    """Tell whether a piece is a quotation that begins behind the end of a sentence."""
    quotation = _quotation(document, piece.start)
    before = document.normal[max(piece.start - _NEAR, 0) : piece.start].rstrip()
    return quotation is not None and quotation.start == piece.start and before.endswith((".", "!", "?", '"'))


def _joined(pieces_: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for piece in sorted(pieces_):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)


def _whole(document: Document, piece: Span, edges: Sequence[int]) -> Span:
    start, end = piece.start, piece.end
    quotation = _quotation(document, start)
    if quotation is not None and not _any(edges, quotation.start, start):
        start = quotation.start
    quotation = _quotation(document, end - 1)
    if quotation is not None and quotation.start >= start - 1 and not _any(edges, end, quotation.end):
        end = quotation.end
    end = max(end, piece.end)
    if dangling := _DANGLING.search(document.normal, max(start + 1, end - _NEAR), end):
        end = dangling.start()
    if document.normal[end - 1] in ".;," and end - start > 1 and _quotation(document, end - 1) is None:
        end -= 1 + (document.normal[end - 2] == " ")
    return Span(start, end)


def _quotation(document: Document, offset: int) -> Span | None:
    number = document.quotation_at(offset)
    if number is None or not document.quotations[number].closed:
        return None
    return document.quotations[number].span


def _any(edges: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(edges, start) < bisect_left(edges, end)
