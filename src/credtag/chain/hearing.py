"""The occasion of each utterance once its neighbours have been heard: said on the same occasion, passed on the same way."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from attrs import evolve

from credtag.chain import frame, medium, passing, scene, sittings, standing
from credtag.chain.frame import ANOTHER_TIME
from credtag.chain.standing import Memory
from credtag.chain.utterance import ITSELF_TEXT, LIVE, UNCARRIED, Utterance, is_apart, left_open, read
from credtag.labels import Channel, CueType, Form
from credtag.records import Attribution, Document, Source, Sources, hull

_ADDRESSED = re.compile(r" to (?:the|an?|his|her|its|their|[A-Z]\w+)\b")
_REPLY = re.compile(
    r"\b(?:replied|retorted|responded|answered|countered|shot back|fired back|interjected)\b|\btold (?:him|her|them)\b"
)
_SAME_SHOW = re.compile(
    r"\b(?:on|in|during) the same (?:[\w-]+ )?(?:show|program(?:me)?|broadcast|podcast|network|channel|station|interview)\b"
)
_ADDRESSEE = 5  # characters behind a cue in which a pronoun may name who is told


def hear(document: Document, attributions: Sequence[Attribution], sources: Sources) -> list[Utterance]:
    """Give each attribution its source and occasion; an interviewer is carried forward, and back to "in an interview"."""
    heard = [left_open(document, read(found, sources)) for found in attributions]
    memories: dict[str, Memory] = {}
    named = {source.name: source.source_id for source in sources.entries if source.name}
    told = list(sittings.find(document, heard, sources))
    coming = deque(told)
    before: Utterance | None = None
    asks: Source | None = None  # the last interviewer
    leaked = False
    paper: Utterance | None = None  # the last one that somebody found
    order = sorted(range(len(heard)), key=lambda i: frame.start(attributions[i]))
    for i in order:
        source = heard[i].source
        if source is None or attributions[i].form is Form.NARRATED:
            continue
        while coming and coming[0].start < frame.start(attributions[i]):
            sitting = coming.popleft()
            sittings.sit(document, sitting, memories.setdefault(sitting.source.source_id, Memory()))
        memory = standing.memory_of(memories, source, named)
        utterance = _replied(
            document, _by_nature(document, passing.in_paper(document, heard[i], paper), source), before
        )
        if memory.standing is not None:
            utterance = _set(document, utterance, source, memory.standing.paragraph)
        utterance = _set(document, standing.carried(document, utterance, memory), source)
        utterance = heard[i] = _on_the_same_show(document, utterance, asks)
        asks = utterance.interviewer or asks
        if leaked and passing.one_of_them(document, utterance):
            utterance = heard[i] = evolve(utterance, occasion=evolve(utterance.occasion, channel=Channel.LEAK))
        leaked = leaked or utterance.occasion.channel is Channel.LEAK
        before = utterance if utterance.attribution.inside is None else before
        for passed, relays in passing.passed_on(heard, utterance, sources):
            owner = memories.setdefault(passed.source_id, Memory())
            owner.relays, owner.relayed_in = relays, frame.paragraph(document, attributions[i])
        standing.keep(document, utterance, memory)
        paper = utterance if passing.is_found(utterance) else paper
        if attributions[i].inside is None and utterance.occasion.channel is Channel.INTERVIEW:
            if utterance.interviewer is None:
                if not is_apart(document, utterance):
                    memory.unplaced.append(i)
            elif utterance.interviewer is not sources.publisher:
                for earlier in memory.unplaced:
                    heard[earlier] = evolve(heard[earlier], interviewer=utterance.interviewer)
                memory.unplaced.clear()
    sittings.join(document, heard, order)
    for sitting in told:
        if sitting.back:
            sittings.look_back(document, heard, order, sitting)
    passing.credit_sources(document, heard, order, sources.publisher)
    return [_written(document, utterance) for utterance in passing.traced(document, heard)]


def _replied(document: Document, utterance: Utterance, before: Utterance | None) -> Utterance:
    """Let a reply be given where the words before it were spoken: "asked in the Commons … Holm told him that C"."""
    if before is None or before.occasion.channel not in LIVE or utterance.occasion.channel is not Channel.UNSTATED:
        return utterance
    reply, cue = utterance.attribution, utterance.attribution.cue
    if (
        not cue
        or before.source is utterance.source
        or not _REPLY.search(document.normal, cue[0].start, cue[-1].end + _ADDRESSEE)
    ):
        return utterance
    if frame.paragraph(document, reply) != frame.paragraph(document, before.attribution):
        return utterance
    return evolve(utterance, occasion=evolve(reply.occasion, channel=before.occasion.channel))


def _on_the_same_show(document: Document, utterance: Utterance, asks: Source | None) -> Utterance:
    """Let somebody who speaks "later on the same show" have been asked by whoever asked last."""
    found = utterance.attribution
    told = utterance.interviewer is not None or utterance.occasion.channel not in (Channel.UNSTATED, Channel.INTERVIEW)
    if asks is None or asks is utterance.source or told or not found.cue or found.inside is not None:
        return utterance
    anchors = hull((*found.cue, *found.source))
    between = _SAME_SHOW.search(document.normal, anchors.start, anchors.end)
    if between is None and _SAME_SHOW.search(frame.around(document, found)) is None:
        return utterance
    return evolve(utterance, occasion=evolve(utterance.occasion, channel=Channel.INTERVIEW), interviewer=asks)


def _set(document: Document, utterance: Utterance, source: Source, behind: int = -1) -> Utterance:
    """Let an utterance that tells no occasion have the scene set for its source, *behind* a paragraph."""
    found = utterance.attribution
    unset = utterance.occasion.channel is Channel.UNSTATED and utterance.interviewer is None and bool(found.cue)
    if not unset or found.inside is not None or found.cue_type in UNCARRIED:
        return utterance
    channel = scene.of(document, found, source, behind)
    if channel is Channel.UNSTATED or ANOTHER_TIME.search(frame.around(document, found)):
        return utterance
    return evolve(utterance, occasion=evolve(utterance.occasion, channel=channel))


def _written(document: Document, utterance: Utterance) -> Utterance:
    """Take what somebody "wrote", no text tells where, for a statement in writing; to somebody, for a letter."""
    source = utterance.source
    if utterance.occasion.channel is not Channel.UNSTATED or source is None or source.kind in ITSELF_TEXT:
        return utterance
    if utterance.attribution.cue_type is not CueType.STATEMENT or not frame.writes(document, utterance.attribution):
        return utterance
    end = utterance.attribution.cue[-1].end
    channel = Channel.DOCUMENT if _ADDRESSED.match(document.normal, end) else Channel.WRITTEN_STATEMENT
    return evolve(utterance, occasion=evolve(utterance.occasion, channel=channel))


def _by_nature(document: Document, utterance: Utterance, source: Source) -> Utterance:
    """Give an utterance that tells no occasion the channel of its act: a ruling, an answer to a poll."""
    if utterance.occasion.channel is not Channel.UNSTATED:
        return utterance
    channel = medium.of_act(document, utterance.attribution, source)
    if channel is Channel.UNSTATED:
        return utterance
    return evolve(utterance, occasion=evolve(utterance.occasion, channel=channel))
