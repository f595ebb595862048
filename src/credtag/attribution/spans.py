"""Find sources, cues and contents with the trained network."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import evolve

from credtag.attribution import rules, silence
from credtag.attribution.constructions import deeds, inserted, quoted
from credtag.attribution.edges import announced, boundaries, mending
from credtag.attribution.network import decode, model, pieces
from credtag.attribution.network.certainty import score
from credtag.attribution.occasions import citing
from credtag.attribution.occasions.citing import names_a_source
from credtag.attribution.quotations import meets
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import cues, grammar
from credtag.labels import ZoneKind
from credtag.records import Document, Span

_CITING = re.compile(r"(?P<participle>citing|quoting)|cite[ds]|quote[ds]")
_AS_SAYING = re.compile(citing.AS_SAYING)
_CALLED = re.compile(r"what (?:he|she|it|they) (?:called|described as|said (?:was|were)|termed) ")
_GIVING = re.compile(r"\b(?:offer|provid|giv|gave|present|produc)\w*$")
_NOTHING = re.compile(r"no (?:[\w-]+ )?(?:evidence|proof|details?|explanations?|reasons?|comment)\b")
_CITED = 120  # characters of a noun phrase that names who is cited
_PHRASE = 40  # characters of a phrase behind its first word
_UNLISTED = 0.65  # the probability below which a cue that no lexicon lists is not returned
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
    drawn = [boundaries.drawn(document, raw) for raw in _dated(document, _found(network, document))]
    sure = [_sure(document, raw, network.least) or boundaries.plain(document, raw) for raw in drawn]
    found = [raw for raw, kept in zip(drawn, sure, strict=True) if kept and _claims(document, raw, silent)]
    unsure = [raw for raw, kept in zip(drawn, sure, strict=True) if not kept and (raw.score or 0.0) >= network.least]
    acts = (act for raw in mending.mended(document, found) for act in mending.acts(document, raw))
    mended = [act for act in acts if not _cites(document, act)]
    shared = quoted.told(document, mending.shared(document, mended))
    shared = inserted.rejoined(document, announced.resumed(document, shared))
    claims = mending.inner(document, announced.find(document, shared))
    return [*claims, *_held(document, unsure, claims)]


def _held(document: Document, unsure: Sequence[Raw], claims: Sequence[Raw]) -> Iterator[Raw]:
    """Yield what is reported inside what is returned as no claim: "profiled | a clerk saying that the dam leaks"."""
    taken = sorted((span.start, span.end) for raw in claims for span in (*raw.content, *raw.cue))
    for part in (piece for raw in unsure for piece in raw.content):
        for raw in rules.extract(grammar.read(document), part):
            if raw.cue and not any(meets(taken, span.start, span.end) for span in (*raw.content, *raw.cue)):
                yield raw


def _sure(document: Document, raw: Raw, least: float) -> bool:
    """Tell whether the network is sure enough of an attribution: the more so where no lexicon lists its cue."""
    score = raw.score or 0.0
    if score < least or score >= _UNLISTED:
        return score >= least
    return any(any(cues.within(document.lowers, *document.token_range(cue))) for cue in raw.cue)


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
    """Leave datelines out of content and source; the network is used to reading them."""
    lines = [zone.span for zone in document.zones if zone.kind is ZoneKind.DATELINE]
    starts = [line.start for line in lines]

    def behind(piece: Span) -> Span | None:
        line = lines[i - 1] if (i := bisect_right(starts, piece.start)) else None
        if line is None or line.end <= piece.start:
            return piece
        return Span(line.end, piece.end) if line.end < piece.end else None

    for raw in raws:
        content, source = (
            tuple(piece for each in spans if (piece := behind(each)) is not None) for spans in (raw.content, raw.source)
        )
        if content:
            yield raw if (content, source) == (raw.content, raw.source) else evolve(raw, content=content, source=source)


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


def _claims(document: Document, raw: Raw, silent: Sequence[Span]) -> bool:
    """Tell whether an attribution says that somebody said something."""
    return not (
        _covered(raw.cue, silent)
        or _nameless(document, raw)
        or _unclaimed(document, raw)
        or _unproved(document, raw)
        or _describes(document, raw)
        or deeds.unsaid(document, raw)
    )


def _nameless(document: Document, raw: Raw) -> bool:
    """Tell whether a source only asks to stay unnamed: "asked that her name not be used"."""
    cue = raw.cue[-1]
    return document.normal[cue.start : cue.end + _PHRASE].lower().startswith(silence.nameless())


def _covered(cue: Sequence[Span], silent: Sequence[Span]) -> bool:
    """Tell whether a cue, such as "declined to comment", only says that someone kept silent."""
    return any(words.overlaps(span) for words in silent for span in cue)


def _unclaimed(document: Document, raw: Raw) -> bool:
    """Tell whether nobody said it: "no group has claimed | responsibility"."""
    nobody = bool(raw.source) and document.slice(raw.source[0]).lower().startswith(("no ", "nobody"))
    return nobody and document.slice(raw.content[0]).lower().startswith("responsibility")


def _unproved(document: Document, raw: Raw) -> bool:
    """Tell whether it only says that something was not given: "offered | no evidence for the figure"."""
    given = _GIVING.search(document.normal, raw.cue[-1].start, raw.cue[-1].end) is not None
    return given and _NOTHING.match(document.normal, raw.content[0].start) is not None


def _cites(document: Document, raw: Raw) -> bool:
    """Tell whether it only says whom a source cites: "citing | two clerks", "quoted | Ana Sorin | as saying that"."""
    cue = _CITING.fullmatch(document.slice(raw.cue[-1]).lower())
    if cue is not None and _AS_SAYING.match(document.normal, raw.content[0].end) is not None:
        return True
    relative = bool(raw.source) and document.slice(raw.source[0]).lower() in mending.RELATIVE
    if cue is None or len(raw.content) > 1 or not (relative or cue["participle"]):
        return False
    cited = document.normal[raw.content[0].start : raw.content[0].end]
    return '"' not in cited and len(cited) < _CITED and names_a_source(_CALLED.sub("", cited))


def _describes(document: Document, raw: Raw) -> bool:
    """Tell whether a relative clause without a source, ", which is believed to have links to", only describes someone."""
    if raw.source:
        return False
    at = document.token_at(raw.cue[0].start)
    before = document.lowers[max(at - 1, 0) : at]
    return document.slice(raw.content[0]).lower() in mending.RELATIVE or not mending.RELATIVE.isdisjoint(before)
