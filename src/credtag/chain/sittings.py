"""Let the interviews that the story tells of hold for the words before and behind them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from credtag.attribution.occasions import interviews
from credtag.chain import frame, scene
from credtag.chain.frame import ANOTHER_TIME, DAY
from credtag.chain.standing import Memory, Standing
from credtag.chain.utterance import LIVE, NEAR, UNCARRIED, Utterance, is_short_for, may_ask, resolved
from credtag.labels import Channel
from credtag.records import Document, Source, Sources

_RECENT = 40  # utterances before a sentence that says where they were made


@frozen
class Sitting:
    """An interview that the story tells of."""

    start: int
    source: Source
    interviewer: Source
    back: bool  # and says of words before that they were spoken there


def find(document: Document, heard: Sequence[Utterance], sources: Sources) -> Iterator[Sitting]:
    """Yield the interviews that the story tells of where no utterance does."""
    found = interviews.find(document)
    if not found:
        return
    taken = {utterance.occasion.interviewer for utterance in heard if utterance.source is not None}
    outer = (u for u in heard if u.source is not None and u.attribution.inside is None)
    speakers = sorted(((frame.start(u.attribution), u.source) for u in outer), key=lambda pair: pair[0])
    people = scene.people(sources)
    for told in found:
        if told.interviewer is None or told.interviewer in taken:
            continue
        start = told.interviewer.start
        k = bisect_left(speakers, start, key=lambda pair: pair[0])
        speaker = speakers[k - 1][1] if k else None
        asks, source = resolved(sources, told.interviewer), scene.interviewed(document, told, people, speaker)
        if asks is not None and source is not None and source is not asks and may_ask(asks, told.channel):
            asks = sources.publisher if is_short_for(asks, sources.publisher) else asks
            yield Sitting(start, source, asks, scene.looks_back(document, told))


def sit(document: Document, sitting: Sitting, memory: Memory) -> None:
    """Let an interview stand for who gives it, unless it is an earlier one than the one that stands."""
    number = document.sentence_at(sitting.start)
    words = "" if number is None else document.slice(document.sentences[number])
    if memory.standing is None or not ANOTHER_TIME.search(words):
        day = DAY.search(words)
        paragraph = document.paragraph_at(sitting.start) or 0
        memory.standing = Standing(Channel.INTERVIEW, sitting.interviewer, paragraph, day[0] if day else None)


def look_back(document: Document, heard: list[Utterance], order: Sequence[int], sitting: Sitting) -> None:
    """Let the words near before a sitting have been spoken there."""
    k = bisect_right(order, sitting.start, key=lambda i: frame.start(heard[i].attribution))
    floor = (document.paragraph_at(sitting.start) or 0) - NEAR
    for i in reversed(order[max(k - _RECENT, 0) : k]):
        if frame.paragraph(document, heard[i].attribution) < floor:
            return
        if heard[i].source is sitting.source:
            heard[i] = _joined(document, heard[i], Channel.INTERVIEW, sitting.interviewer)


def join(document: Document, heard: list[Utterance], order: Sequence[int]) -> None:
    """Let words be spoken where others of their sentence were: "she would not confirm it, but told Radio Lumen that C"."""
    outer = [i for i in order if heard[i].attribution.inside is None and heard[i].attribution.cue]
    for i, j in pairwise(outer):
        before, told = heard[i], heard[j]
        live = told.occasion.channel is Channel.INTERVIEW or told.occasion.channel in LIVE
        if not live or told.attribution.occasion.span is None or before.source is not told.source:
            continue
        first, second = (document.sentence_at(u.attribution.cue[0].start) for u in (before, told))
        if first == second:
            heard[i] = _joined(document, before, told.occasion.channel, told.interviewer)


def _joined(document: Document, utterance: Utterance, channel: Channel, interviewer: Source | None) -> Utterance:
    """Let words have been spoken on an occasion of their source, unless they tell another one."""
    found, occasion = utterance.attribution, utterance.occasion
    told = occasion.channel is not Channel.UNSTATED or occasion.span is not None or utterance.interviewer is not None
    if told or found.cue_type in UNCARRIED or found.inside is not None:
        return utterance
    if found.cue and ANOTHER_TIME.search(frame.around(document, found)):
        return utterance
    return evolve(utterance, occasion=evolve(occasion, channel=channel), interviewer=interviewer)
