"""The two ways to find spans: by rules over the cue lexicon, or by the trained network.

Each takes an article, or the contents in it to search for inner attributions, and gives plain triples of source, cue and
content. Everything behind them reads only those triples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from credtag.attribution import quotations, rules, seldom
from credtag.attribution.raw import Raw, trimmed
from credtag.attribution.syntax import grammar
from credtag.records import Document, Span

Extract = Callable[[Document, Sequence[Span] | None], list[list[Raw]]]

_SHORTEST = 6  # tokens of a quotation inside a content that is worth a search


def by_rules(document: Document, parts: Sequence[Span] | None = None) -> list[list[Raw]]:
    """Find attributions by rules over the cue lexicon: fast, without further packages, and precise.

    Args:
        document: The article, read.
        parts: Contents to search; without them, the whole article.

    Returns:
        For each part (one for the whole) its attributions in the order of their contents.

    Example:
        >>> from credtag import document
        >>> article = document.read("Ana Sorin said the port would reopen.")
        >>> [[raw]] = by_rules(article)
        >>> article.slice(raw.content[0])
        'the port would reopen'
    """
    reading = grammar.read(document)
    if parts is None:
        return [rules.extract(reading)]
    return [list(_inner(reading, part)) for part in parts]


def _inner(reading: grammar.Reading, part: Span) -> Iterator[Raw]:
    """Yield the attributions inside a content and its quotations, but for those that are contents themselves: they come next."""
    found = rules.extract(reading, part)
    yield from found
    contents, cues = [piece for raw in found for piece in raw.content], {raw.cue for raw in found}
    for quotation in _quotations(reading.document, part):
        if not any(piece.covers(quotation) for piece in contents):
            yield from (raw for raw in rules.extract(reading, quotation) if raw.cue not in cues)


def by_network(document: Document, parts: Sequence[Span] | None = None) -> list[list[Raw]]:
    """Find attributions with the trained network, and those inside their contents by rules.

    PolNeAR, which the network is fitted to, has no nesting: inside contents the rules are as good, and cost little.

    Args:
        document: The article, read.
        parts: Contents to search; without them, the whole article.

    Returns:
        For each part (one for the whole) its attributions in the order of their contents.

    Raises:
        DataFileError: A file of the network is missing or damaged.
    """
    from credtag.attribution import spans  # its imports take a while: only who tags pays for them

    if parts is not None:
        return by_rules(document, parts)
    reading = grammar.read(document)
    raws = spans.extract(document)
    raws += seldom.find(document, raws)
    raws += quotations.loose(grammar.scope(reading, None), raws)
    return [sorted((trimmed(document, raw) for raw in raws), key=lambda raw: raw.content[0])]


def _quotations(document: Document, part: Span) -> Iterator[Span]:
    """Yield the quotations inside a content without their marks: to the rules they are closed blocks."""
    i, last = document.token_range(part) if document.quotes_in(part) else (0, 0)
    while i < last:
        k = document.quotation_at(document.tokens.starts[i])
        quoted = None if k is None else _part(document, k, document.tokens.starts[i])
        if quoted is None or not part.covers(quoted):
            i += 1
            continue
        begin, end = document.token_range(quoted)
        if end - begin > _SHORTEST:
            yield Span(document.tokens.starts[begin + 1], document.tokens.ends[end - 2])
        i = max(end, i + 1)


def _part(document: Document, quotation: int, offset: int) -> Span | None:
    return next((p for p in document.quotations[quotation].parts if offset in p), None)
