"""Tell through whom words are passed on: who found a paper, who reports a source, whom an outlet cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from credtag.attribution.occasions import citing
from credtag.chain import frame
from credtag.chain.utterance import NEAR, WRITTEN, Relays, Utterance, resolved
from credtag.labels import Channel, Form, Kind
from credtag.records import Attribution, Document, Source, Sources, hull

_ONE_PAPER = re.compile(
    r"in (?:one|another|a (?:second|third|later|separate)) (?:[\w-]+ )?(?:e-?mail|memo|message|note|letter|chat)\b",
    re.IGNORECASE,
)
_SAME_PAPER = re.compile(
    r"in (?:the|that|this|the same) (?:[\w-]+ )?(?:letter|e-?mail|memo|memorandum|note|message|statement|recording|report)\b",
    re.IGNORECASE,
)
_BARE_SOURCE = re.compile(r"(?:(?:the|an?|one|another|several|multiple|unnamed|anonymous) )*sources?", re.IGNORECASE)


def passed_on(heard: Sequence[Utterance], utterance: Utterance, sources: Sources) -> Iterator[tuple[Source, Relays]]:
    """Yield whose words an utterance passes on, and through whom: those of its source, and of whom an outlet cites."""
    source, inside = utterance.source, utterance.attribution.inside
    if source is None:
        return
    outer = None if inside is None else heard[inside]
    through = utterance.relays
    if (
        outer is not None
        and outer.source is not None
        and outer.source is not source
        and outer.source.kind is Kind.OUTLET
    ):
        through = (*outer.relays, (outer.source, None), *through)
    if through:
        yield source, through
    if source.kind is Kind.OUTLET:
        cited = (resolved(sources, at) for at in utterance.occasion.upstream)
        yield from ((behind, (*through, (source, None))) for behind in cited if behind is not None)


def is_found(utterance: Utterance) -> bool:
    """Tell whether words stand in a paper that somebody found: "in an email seen by Radio Lumen"."""
    channel = utterance.occasion.channel
    paper = utterance.source is not None and utterance.source.kind is Kind.DOCUMENT
    return bool(utterance.relays) and (paper or channel in WRITTEN or channel is Channel.LEAK)


def in_paper(document: Document, utterance: Utterance, paper: Utterance | None) -> Utterance:
    """Let words in a paper that was just found come through who found it, whoever wrote them: "In the message, a clerk wrote"."""
    if paper is None or utterance.relays or not (reads_on(document, utterance) or one_of_them(document, utterance)):
        return utterance
    if frame.paragraph(document, utterance.attribution) - frame.paragraph(document, paper.attribution) > NEAR:
        return utterance
    return evolve(utterance, relays=tuple((source, None) for source, _ in paper.relays))


def reads_on(document: Document, utterance: Utterance) -> bool:
    """Tell whether words stand in the paper that was found before: "in the letter"."""
    span = utterance.occasion.span
    return span is not None and _SAME_PAPER.match(document.normal, span.start) is not None


def one_of_them(document: Document, utterance: Utterance) -> bool:
    """Tell whether words stand in one of the papers that leaked before: "in one email"."""
    span = utterance.occasion.span
    return (
        utterance.occasion.channel in WRITTEN
        and span is not None
        and _ONE_PAPER.match(document.normal, span.start) is not None
    )


def traced(document: Document, heard: Sequence[Utterance]) -> list[Utterance]:
    """Trace what an outlet reports to whom its next sentence cites: "Kompas said C. It attributed the news to a doctor"."""
    result = list(heard)
    before: int | None = None  # the utterance before, no inner one
    for i, utterance in enumerate(heard):
        found, upstream = utterance.attribution, utterance.occasion.upstream
        cited = upstream == found.content
        if upstream and (cited or _attributes(document, found)):
            if cited:  # a source is no claim of its own
                result[i] = evolve(utterance, occasion=evolve(utterance.occasion, upstream=()))
            if before is not None and _goes_back(document, heard[before], utterance):
                result[before] = evolve(heard[before], occasion=evolve(heard[before].occasion, upstream=upstream))
        before = i if found.inside is None else before
    return result


def credit_sources(document: Document, heard: list[Utterance], order: Sequence[int], publisher: Source) -> None:
    """Let bare sources right behind what an outlet reports be the outlet's: "Radio Lumen reports that C. D, sources said"."""
    outlet: Source | None = None
    last = 0
    for i in order:
        found, source = heard[i].attribution, heard[i].source
        if found.inside is not None or found.form is Form.NARRATED:
            continue
        here = frame.paragraph(document, found)
        if outlet is not None and here <= last + 1 and _is_bare_source(document, heard[i]):
            heard[i] = evolve(heard[i], relays=((outlet, None),))
        else:
            outlet = source if source is not None and source.kind is Kind.OUTLET and source is not publisher else None
        last = here


def _is_bare_source(document: Document, utterance: Utterance) -> bool:
    found = utterance.attribution
    if not found.source or utterance.relays or utterance.interviewer is not None:
        return False
    span = hull(found.source)
    return _BARE_SOURCE.fullmatch(document.normal, span.start, span.end) is not None


def _attributes(document: Document, attribution: Attribution) -> bool:
    return any(citing.attributes(document, cue) for cue in attribution.cue)


def _goes_back(document: Document, first: Utterance, second: Utterance) -> bool:
    """Tell whether an outlet speaks in two sentences, one right behind the other."""
    source, cue = second.source, first.attribution.cue
    if (
        source is None
        or source.kind is not Kind.OUTLET
        or first.source is not source
        or not cue
        or first.occasion.upstream
    ):
        return False
    before, here = (document.sentence_at(found.cue[0].start) for found in (first.attribution, second.attribution))
    return before is not None and here == before + 1


def is_passed_on(document: Document, utterance: Utterance, paragraph: int) -> bool:
    """Tell whether a relay is carried on: for a document always, for a speaker over "also said", "added" right behind."""
    if utterance.source is not None and utterance.source.kind is Kind.DOCUMENT:
        return True
    found = utterance.attribution
    near = frame.paragraph(document, found) - paragraph <= 1
    return near and found.form is not Form.DIRECT and frame.adds(document, found)
