"""Attributions: who is reported to say what, in the words of the text."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from credtag.attribution import layout
from credtag.attribution.edges.anchor import anchor
from credtag.attribution.extraction import Extract, by_network, by_rules
from credtag.attribution.labelling import describe
from credtag.attribution.narration import own_voice
from credtag.attribution.nesting import nest
from credtag.attribution.occasions import occasion
from credtag.attribution.syntax import grammar
from credtag.labels import Channel
from credtag.records import Attribution, Document, Occasion, Span

__all__ = ["Extract", "by_network", "by_rules", "find", "narrate"]

_INTERVIEW = Occasion(channel=Channel.INTERVIEW)


def find(document: Document, extract: Extract = by_network, answers: Sequence[Span] = ()) -> tuple[Attribution, ...]:
    """Find the attributions of an article: sources, cues and contents, with their labels.

    Args:
        document: The article, read.
        extract: The way to find spans: :func:`by_network` or :func:`by_rules`.
        answers: Paragraphs that answer the questions of an interview; each is a content without source and cue.

    Returns:
        The attributions in the order of their contents, outer before inner; ``inside`` is an index into them.

    Example:
        >>> from credtag import document
        >>> article = document.read("Radio Lumen said the council denied that the port would close.")
        >>> for found in find(article):
        ...     print(article.slice(found.source[0]), "|", article.slice(found.cue[0]), "|", found.inside)
        Radio Lumen | said | None
        the council | denied | 0
    """
    reading = grammar.read(document)
    found: list[Attribution] = []
    for nested in nest(document, extract, answers):
        described = describe.label(reading, nested.raw)
        cue = anchor(document, described.cue)
        anchored = described if cue == described.cue else evolve(described, cue=cue)
        around = None if nested.inside is None else found[nested.inside]
        spoken = _INTERVIEW if nested.raw.pattern == layout.ANSWER else occasion.find(document, anchored, around)
        found.append(evolve(described, inside=nested.inside, occasion=spoken))
    return tuple(found)


def narrate(
    document: Document, attributions: Sequence[Attribution], clauses: Sequence[Span]
) -> tuple[Attribution, ...]:
    """Find the claims that an article makes in its own voice.

    Args:
        document: The article, read.
        attributions: What :func:`find` returned for it.
        clauses: Words that describe a source; those with a finite verb ("is believed to have links to …") are a claim
            too, a mere epithet ("state-run") is none.

    Returns:
        Narrated attributions in the order of the text.

    Example:
        >>> from credtag import document
        >>> article = document.read("The port closed in May. It will reopen, Ana Sorin said.")
        >>> [article.slice(claim.span) for claim in narrate(article, find(article), ())]
        ['The port closed in May']
    """
    reading = grammar.read(document)
    # Not a set: two runs in order are sorted in linear time.
    spans = sorted(dict.fromkeys((*own_voice(reading, attributions), *filter(reading.asserts, clauses))))
    return tuple(describe.narrated(reading, span) for span in spans)
