"""Chains: the sources of a claim in order, from the publisher to the origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from credtag.records import (
    Attribution,
    Channel,
    CueType,
    Document,
    Form,
    Kind,
    Link,
    Naming,
    Occasion,
    Role,
    Source,
    Sources,
    Span,
    Stance,
    hull,
)

Chain = tuple[Link, ...]

_ANOTHER_TIME = re.compile(
    r"\b(?:then|at the time|earlier|previously|before|once|formerly|years?|months?|ago|last (?:week|month|year|summer|fall"
    r"|autumn|winter|spring)|in (?:19|20)\d\d|since|in (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)|repeatedly|often|always|has|have|had|long)\b"
)
_PRESUPPOSING = frozenset((Stance.ASKS, Stance.WANTS, Stance.UNCOMMITTED))
_NO_CARRY = frozenset((CueType.INTENTION, CueType.BELIEF, CueType.EMOTION, CueType.PERCEPTION))
_NEAR = 2  # paragraphs over which an occasion other than an interview is carried


@frozen
class _Utterance:
    """What one attribution says of its occasion, once earlier and later sentences have been heard."""

    attribution: Attribution
    source: Source | None
    occasion: Occasion
    interviewer: Source | None = None
    interviewed_at: Span | None = None
    relays: tuple[tuple[Source, Span | None], ...] = ()


@frozen
class _Standing:
    """The occasion that holds for a source until another is named."""

    channel: Channel
    interviewer: Source | None
    paragraph: int


def build(document: Document, attributions: Sequence[Attribution], sources: Sources) -> tuple[Chain, ...]:
    """Build the chain of each attribution, publisher first, origin last.

    Args:
        document: The article.
        attributions: Its attributions, narrated ones included; an inner one comes after the one that holds it.
        sources: What their noun phrases were resolved to.

    Returns:
        One chain for each attribution, in their order.

    The order follows Store writer → origin (MPQA, Wiebe, Wilson and Cardie 2005).

    Example:
        >>> from credtag import document, source
        >>> article = document.read("The dam is safe, Ana Sorin said.", publisher="The Harbour Post")
        >>> said = Attribution((Span(0, 15),), cue=(Span(27, 31),), source=(Span(17, 26),))
        >>> (links,) = build(article, [said], source.resolve(article, [said]))
        >>> [(link.role.value, link.name) for link in links]
        [('publisher', 'The Harbour Post'), ('origin', 'Ana Sorin')]
    """
    utterances = _heard(document, attributions, sources)
    chains: list[Chain] = []
    for utterance in utterances:
        chains.append(_chain(utterance, chains, attributions, sources))
    return tuple(chains)


# --------------------------------------------------------------------------- occasions, carried


def _heard(document: Document, attributions: Sequence[Attribution], sources: Sources) -> list[_Utterance]:
    """Give each attribution its source and its occasion, carried forward, and backward to an unnamed interview."""
    utterances: list[_Utterance | None] = [None] * len(attributions)
    standing: dict[str, _Standing] = {}
    relays: dict[str, tuple[tuple[Source, Span | None], ...]] = {}
    open_interviews: dict[str, list[int]] = {}
    for i in sorted(range(len(attributions)), key=lambda i: _place(attributions[i])):
        utterance = _read(attributions[i], sources)
        if utterance.source is not None and attributions[i].form is not Form.NARRATED:
            key = utterance.source.source_id
            utterance = _carried(document, utterance, standing.get(key))
            utterance = _passed_on(document, utterance, relays.get(key, ()))
            if utterance.relays:
                relays[key] = utterance.relays
            _keep(document, utterance, standing)
            if utterance.occasion.channel is Channel.INTERVIEW and attributions[i].inside is None:
                if utterance.interviewer is None:
                    open_interviews.setdefault(key, []).append(i)
                elif utterance.interviewer is not sources.publisher:
                    for earlier in open_interviews.pop(key, ()):
                        before = utterances[earlier]
                        if before is not None:
                            utterances[earlier] = evolve(before, interviewer=utterance.interviewer)
        utterances[i] = utterance
    return [u for u in utterances if u is not None]


def _place(attribution: Attribution) -> int:
    return min(s.start for s in (*attribution.content, *attribution.cue, *attribution.source))


def _read(attribution: Attribution, sources: Sources) -> _Utterance:
    spot = hull(attribution.source) if attribution.source else attribution.span
    source = _resolved(sources, spot)
    occasion = attribution.occasion
    relays = tuple((s, span) for span in occasion.relays if (s := _resolved(sources, span)) is not None)
    interviewer = _resolved(sources, occasion.interviewer) if occasion.interviewer else None
    if interviewer is not None and interviewer.naming is not Naming.NAMED:
        interviewer = None
    return _Utterance(attribution, source, occasion, interviewer, occasion.interviewer, relays)


def _resolved(sources: Sources, span: Span) -> Source | None:
    found = sources.of(span)
    return None if found is None else sources.get(found.source_id)


def _carried(document: Document, utterance: _Utterance, before: _Standing | None) -> _Utterance:
    """Let an utterance take part in the standing occasion of its source."""
    if before is None:
        return utterance
    own = utterance.occasion.channel
    if own is Channel.INTERVIEW:
        if utterance.interviewer is not None and utterance.interviewer is before.interviewer:
            return evolve(utterance, occasion=evolve(utterance.occasion, channel=before.channel))
        if utterance.interviewer is None and before.channel is Channel.INTERVIEW:
            return evolve(utterance, interviewer=before.interviewer)
        return utterance
    if own is not Channel.UNSTATED or not _goes_on(document, utterance.attribution, before):
        return utterance
    occasion = evolve(utterance.occasion, channel=before.channel)
    return evolve(utterance, occasion=occasion, interviewer=before.interviewer)


def _goes_on(document: Document, attribution: Attribution, before: _Standing) -> bool:
    if attribution.cue_type in _NO_CARRY or attribution.inside is not None:
        return False
    if attribution.cue and _ANOTHER_TIME.search(_frame(document, attribution)):
        return False
    if before.channel is Channel.INTERVIEW:
        return True
    return _paragraph(document, attribution) - before.paragraph <= _NEAR


def _frame(document: Document, attribution: Attribution) -> str:
    """Return the words between and just around source and cue."""
    anchors = hull((*attribution.cue, *attribution.source))
    start = document.sentence_at(anchors.start)
    lo = max(document.sentences[start].start if start is not None else anchors.start, anchors.start - 60)
    words = [document.normal[lo : anchors.start], document.normal[anchors.end : anchors.end + 25]]
    pieces = attribution.content
    if any(piece.overlaps(Span(lo, anchors.start)) for piece in pieces if lo < anchors.start):
        words[0] = ""
    if any(piece.overlaps(Span(anchors.end, anchors.end + 25)) for piece in pieces):
        words[1] = ""
    return " ".join((*words, *(document.normal[s.start : s.end] for s in attribution.cue)))


def _paragraph(document: Document, attribution: Attribution) -> int:
    anchors = (*attribution.cue, *attribution.source) or attribution.content
    return document.paragraph_at(hull(anchors).start) or 0


def _keep(document: Document, utterance: _Utterance, standing: dict[str, _Standing]) -> None:
    """Remember the occasion, unless the words put it at another time than the one that stands."""
    source, channel = utterance.source, utterance.occasion.channel
    if (
        source is None
        or channel in (Channel.UNSTATED, Channel.OBSERVATION)
        or source.kind in (Kind.DOCUMENT, Kind.OUTLET)
    ):
        return
    before = standing.get(source.source_id)
    if before is not None and utterance.attribution.cue and utterance.occasion.span is not None:
        if before.channel is not channel or before.interviewer is not utterance.interviewer:
            if _ANOTHER_TIME.search(_frame(document, utterance.attribution)):
                return
    place = _paragraph(document, utterance.attribution)
    standing[source.source_id] = _Standing(channel, utterance.interviewer, place)


def _passed_on(document: Document, utterance: _Utterance, before: tuple[tuple[Source, Span | None], ...]) -> _Utterance:
    """Carry a relay on: for a document always, for a speaker over "also said"."""
    if utterance.relays or not before or utterance.source is None:
        return utterance
    again = utterance.source.kind is Kind.DOCUMENT or (
        utterance.attribution.form is Form.INDIRECT
        and re.search(r"\balso\b", _frame(document, utterance.attribution)) is not None
        if utterance.attribution.cue
        else False
    )
    return evolve(utterance, relays=tuple((s, None) for s, _ in before)) if again else utterance


# --------------------------------------------------------------------------- links


def _chain(
    utterance: _Utterance, chains: Sequence[Chain], attributions: Sequence[Attribution], sources: Sources
) -> Chain:
    attribution, publisher = utterance.attribution, sources.publisher
    if attribution.form is Form.NARRATED or utterance.source is publisher:
        return (_publisher(publisher, utterance),)
    outer = _outer(attribution, chains, attributions)
    first = outer or (_publisher(publisher, utterance),)
    if outer and utterance.source is not None and outer[-1].source_id == utterance.source.source_id:
        return outer
    links = list(_own(utterance, sources))
    taken = {link.source_id for link in links if link.source_id is not None}
    before = [link for link in first if link.role is Role.PUBLISHER or link.source_id not in taken]
    before = [evolve(link, role=Role.RELAY) if link.role is Role.ORIGIN else link for link in before]
    return (*before, *_once(links, publisher))


def _outer(attribution: Attribution, chains: Sequence[Chain], attributions: Sequence[Attribution]) -> Chain:
    """Return the chain that an inner claim goes through; a presupposed one stands on its own."""
    i = attribution.inside
    if i is None or i >= len(chains):
        return ()
    if attributions[i].stance in _PRESUPPOSING and attributions[i].form is Form.INDIRECT:
        return ()
    return chains[i] if len(chains[i]) > 1 else ()


def _publisher(publisher: Source, utterance: _Utterance) -> Link:
    witnessed = utterance.source is publisher and utterance.occasion.channel is Channel.OBSERVATION
    channel = Channel.OBSERVATION if witnessed else Channel.REPORT
    span = (
        hull(utterance.attribution.source) if utterance.source is publisher and utterance.attribution.source else None
    )
    return Link(
        Role.PUBLISHER,
        publisher.source_id,
        publisher.name,
        publisher.kind,
        publisher.naming,
        channel,
        span is not None,
        span,
    )


def _own(utterance: _Utterance, sources: Sources) -> Iterator[Link]:
    """Yield the links behind the publisher that the attribution itself gives."""
    attribution, source, occasion = utterance.attribution, utterance.source, utterance.occasion
    for relay, span in utterance.relays:
        yield _link(Role.RELAY, relay, Channel.REPORT, span)
    if utterance.interviewer is not None:
        yield _link(Role.INTERVIEWER, utterance.interviewer, Channel.REPORT, utterance.interviewed_at)
    span = hull(attribution.source) if attribution.source else None
    if source is None:
        yield Link(
            Role.ORIGIN,
            None,
            None,
            naming=Naming.UNSPECIFIED,
            channel=_channel(None, occasion),
            stated=span is not None,
            span=span or occasion.reported,
        )
        return
    cited = [(s, span) for span in occasion.upstream if (s := _resolved(sources, span)) is not None and s is not source]
    yield _link(Role.RELAY if cited else Role.ORIGIN, source, _channel(source, occasion), span)
    for n, (upstream, at) in enumerate(cited, 1):
        yield _link(Role.ORIGIN if n == len(cited) else Role.RELAY, upstream, _channel(upstream, Occasion()), at)


def _link(role: Role, source: Source, channel: Channel, span: Span | None) -> Link:
    return Link(role, source.source_id, source.name, source.kind, source.naming, channel, span is not None, span)


def _channel(source: Source | None, occasion: Occasion) -> Channel:
    """Return how the words came; an outlet speaks in its own voice, a document as what it is."""
    channel = Channel.UNSTATED if occasion.channel is Channel.OBSERVATION else occasion.channel
    if source is None or channel is not Channel.UNSTATED:
        return channel
    return {Kind.OUTLET: Channel.REPORT, Kind.DOCUMENT: Channel.DOCUMENT}.get(source.kind, Channel.UNSTATED)


def _once(links: Sequence[Link], publisher: Source) -> Iterator[Link]:
    """Yield each source once, the publisher never again; the last stays the origin."""
    last = links[-1]
    seen = {publisher.source_id, last.source_id if last.source_id is not None else ""}
    for link in links[:-1]:
        if link.source_id not in seen:
            seen.add(link.source_id or "")
            yield link
    yield last
