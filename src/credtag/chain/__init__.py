"""Chains: the sources of a claim in order, from the publisher to the origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from credtag.attribution.occasions.circumstances import words_of
from credtag.chain import medium
from credtag.chain.hearing import hear
from credtag.chain.presupposed import presupposed
from credtag.chain.utterance import Utterance, resolved
from credtag.document import outlet_names
from credtag.labels import Channel, Form, Kind, Naming, Role
from credtag.records import Attribution, Document, Link, Occasion, Source, Sources, Span, hull

__all__ = ["build"]

Chain = tuple[Link, ...]

_BEFORE_AIR, _AFTER_AIR = re.compile(r"\bon (?:the )?\Z", re.IGNORECASE), re.compile(r"'s (?:\"|[A-Z])")
_NEAR = 8  # characters looked at beside a name


def build(document: Document, attributions: Sequence[Attribution], sources: Sources) -> tuple[Chain, ...]:
    """Build the chain of each attribution, publisher first, origin last.

    An outlet spoken to is an interviewer; one that passes words on, and the source of the claim around an inner one, are
    relays. The occasion of a source holds for its later utterances until another is named.

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
    chains: list[Chain] = []
    utterances = hear(document, attributions, sources)
    media = medium.media(document, sources)
    aired = {u.interviewer.source_id for u in utterances if u.interviewer is not None and _on_air(document, u)}
    media |= dict.fromkeys(aired, Channel.BROADCAST)
    for utterance in utterances:
        chains.append(_chain(document, utterance, chains, attributions, sources))
    return tuple(tuple(_by_medium(link, media) for link in chain) for chain in chains)


def _on_air(document: Document, utterance: Utterance) -> bool:
    """Tell whether an interviewer is a programme, or spoken to on one: "on Radio Lumen", "told Lumen TV's 'First Light'"."""
    name = "" if utterance.interviewer is None else utterance.interviewer.name or ""
    if name.rpartition(" ")[2] in outlet_names.words("programme"):
        return True
    if (at := utterance.interviewed_at) is None:
        return False
    before = document.normal[max(at.start - _NEAR, 0) : at.start]
    return bool(_BEFORE_AIR.search(before) or _AFTER_AIR.match(document.normal, at.end))


def _by_medium(link: Link, media: Mapping[str, Channel]) -> Link:
    """Let a station broadcast and a channel post what they report or are told."""
    channel = media.get(link.source_id or "", link.channel)
    if channel is link.channel or link.role is Role.PUBLISHER:
        return link
    if link.role is Role.INTERVIEWER:
        return evolve(link, channel=channel) if channel is Channel.BROADCAST else link
    told = link.channel is Channel.REPORT or (link.channel is Channel.UNSTATED and channel is Channel.SOCIAL_POST)
    return evolve(link, channel=channel) if told else link


def _chain(
    document: Document,
    utterance: Utterance,
    chains: Sequence[Chain],
    attributions: Sequence[Attribution],
    sources: Sources,
) -> Chain:
    attribution, publisher = utterance.attribution, sources.publisher
    if attribution.form is Form.NARRATED or utterance.source is publisher:
        return (_publisher(document, publisher, utterance),)
    outer = _outer(document, attribution, chains, attributions)
    again = bool(outer) and utterance.source is not None and outer[-1].source_id == utterance.source.source_id
    if again and utterance.interviewer is None:
        return outer
    passed = {link.source_id for link in outer} - {None}
    *between, last = _own(utterance, sources)
    links = [*(link for link in between if link.source_id not in passed), last]
    first = outer or (_publisher(document, publisher, utterance),)
    before = [link for link in first if link.role is Role.PUBLISHER or link.source_id != last.source_id or not passed]
    before = [evolve(link, role=Role.RELAY) if link.role is Role.ORIGIN else link for link in before]
    return (*before, *_once(links, publisher))


def _outer(
    document: Document, attribution: Attribution, chains: Sequence[Chain], attributions: Sequence[Attribution]
) -> Chain:
    """Return the chain that an inner claim goes through; a presupposed one stands on its own."""
    i = attribution.inside
    if i is None or i >= len(chains):
        return ()
    if presupposed(document, attributions[i], attribution):
        return ()
    return chains[i] if len(chains[i]) > 1 else ()


def _publisher(document: Document, publisher: Source, utterance: Utterance) -> Link:
    """Return the first hop; the publisher as a source in its own article has observed or reports."""
    itself = utterance.source is publisher and utterance.attribution.form is not Form.NARRATED
    witnessed = itself and (
        utterance.occasion.channel is Channel.OBSERVATION or _has_found(document, utterance.attribution)
    )
    channel = Channel.OBSERVATION if witnessed else Channel.REPORT
    return _link(Role.PUBLISHER, publisher, channel, _phrase(utterance.attribution) if itself else None)


def _has_found(document: Document, attribution: Attribution) -> bool:
    """Tell whether a cue says that its source looked for itself: "we found", "The Harbour Post has identified"."""
    words = (word for cue in attribution.cue for word in document.lowers[slice(*document.token_range(cue))])
    return not words_of("finding").isdisjoint(words)


def _own(utterance: Utterance, sources: Sources) -> Iterator[Link]:
    """Yield the links behind the publisher that the attribution itself gives."""
    attribution, source, occasion = utterance.attribution, utterance.source, utterance.occasion
    for relay, at in utterance.relays:
        if relay is utterance.interviewer:
            continue  # "in an interview published by Radio Lumen"
        yield _link(Role.RELAY, relay, Channel.REPORT, at)
    if utterance.interviewer is not None:
        yield _link(Role.INTERVIEWER, utterance.interviewer, Channel.REPORT, utterance.interviewed_at)
    span = _phrase(attribution)
    if source is None and span is None:
        yield _nobody(_channel(None, occasion), occasion.reported)
        return
    cited = [
        (s, at) for at in occasion.upstream if (s := resolved(sources, at)) is not source and not _backs(source, s)
    ]
    role, channel = Role.RELAY if cited else Role.ORIGIN, _channel(source, occasion)
    yield evolve(_nobody(channel, span), role=role) if source is None else _link(role, source, channel, span)
    for n, (upstream, at) in enumerate(cited, 1):
        if upstream is not None:
            yield _link(Role.ORIGIN if n == len(cited) else Role.RELAY, upstream, _channel(upstream, Occasion()), at)
        elif n == len(cited):  # "citing sources"
            yield _nobody(Channel.UNSTATED, at)


def _backs(source: Source | None, cited: Source | None) -> bool:
    """Tell whether a person cites papers only for what they say themselves: "praised the plan, citing statistics"."""
    papers = cited is not None and cited.kind is Kind.DOCUMENT and cited.naming is not Naming.NAMED
    return papers and source is not None and source.kind is Kind.PERSON


def _phrase(attribution: Attribution) -> Span | None:
    return hull(attribution.source) if attribution.source else None


def _link(role: Role, source: Source, channel: Channel, span: Span | None) -> Link:
    return Link(role, source.source_id, source.name, source.kind, source.naming, channel, span is not None, span)


def _nobody(channel: Channel, span: Span | None) -> Link:
    """Return the link of an unspecified source: it has no name, and two of them are never the same."""
    return Link(Role.ORIGIN, None, None, Kind.UNKNOWN, Naming.UNSPECIFIED, channel, span is not None, span)


def _channel(source: Source | None, occasion: Occasion) -> Channel:
    """Return how the words came; an outlet speaks in its own voice, a document as what it is."""
    channel = Channel.UNSTATED if occasion.channel is Channel.OBSERVATION else occasion.channel
    if source is not None and source.kind is Kind.OUTLET and channel is Channel.DOCUMENT:
        return Channel.REPORT  # "in its report"
    if source is None or channel is not Channel.UNSTATED:
        return channel
    return {Kind.OUTLET: Channel.REPORT, Kind.DOCUMENT: Channel.DOCUMENT}.get(source.kind, Channel.UNSTATED)


def _once(links: Sequence[Link], publisher: Source) -> Iterator[Link]:
    """Yield each source once, the publisher never again; the last stays the origin."""
    last = links[-1]
    seen = {publisher.source_id, last.source_id}
    for link in links[:-1]:
        if link.source_id not in seen:
            seen.add(link.source_id)
            yield link
    yield last
