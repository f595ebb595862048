"""Carry the occasion that holds for a source from one utterance to the next, until another is named."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import Factory, define, evolve, frozen

from credtag.chain import frame, passing
from credtag.chain.frame import ANOTHER_TIME
from credtag.chain.presupposed import is_owned
from credtag.chain.utterance import (
    ITSELF_TEXT,
    LIVE,
    NEAR,
    UNCARRIED,
    WRITTEN,
    Relays,
    Utterance,
    is_apart,
    is_one_of_many,
)
from credtag.labels import Channel
from credtag.records import Attribution, Document, Occasion, Source

_THEN = frozenset(("then", "at the time"))  # tell of the time told last
_PERFECT = frozenset(("has", "have"))  # tell of another time, but not of which
_PART = re.compile(
    r"(?:one|two|three|some|several|most|both|all|another|others|(?:the|an) ?other|(?:a|the) (?:second|third|first|last)) of "
)
_PAST = re.compile(r"\b(?:recent|earlier|previous|past|last (?:week|month|year|summer|fall|autumn|winter|spring))\b")


@frozen
class Standing:
    """The occasion that holds for a source until another is named."""

    channel: Channel
    interviewer: Source | None
    paragraph: int
    day: str | None = None
    relays: Relays = ()  # of a paper: who found it


@define
class Memory:
    """What is known of one source so far."""

    standing: Standing | None = None
    written: Standing | None = None
    aside: Standing | None = None  # another occasion, for the rest of its paragraph
    relays: Relays = ()
    relayed_in: int = 0  # the paragraph where its words were passed on last
    unplaced: list[int] = Factory(list)  # utterances from an interview whose interviewer is not named yet


def memory_of(memories: dict[str, Memory], source: Source, named: Mapping[str, str]) -> Memory:
    """Return the memory of a source; one of several begins with what they have told together, *named* being ids by name.

    Example:
        >>> from credtag.labels import Kind, Naming
        >>> both = Memory(Standing(Channel.INTERVIEW, None, 3))
        >>> one = Source("s2", "one of two engineers", Kind.PERSON, Naming.DESCRIBED)
        >>> memory_of({"s1": both}, one, {"two engineers": "s1"}).standing is both.standing
        True
    """
    if source.source_id not in memories:
        part = _PART.match(source.name or "")
        group = None if part is None else memories.get(named.get((source.name or "")[part.end() :], ""))
        memories[source.source_id] = Memory() if group is None else Memory(group.standing)
    return memories[source.source_id]


def carried(document: Document, utterance: Utterance, memory: Memory) -> Utterance:
    """Let an utterance take part in the standing occasion of its source and in the way it is passed on."""
    if not utterance.relays and memory.relays and passing.is_passed_on(document, utterance, memory.relayed_in):
        utterance = evolve(utterance, relays=tuple((source, None) for source, _ in memory.relays))
    if not utterance.relays and memory.written is not None and passing.reads_on(document, utterance):
        utterance = evolve(utterance, relays=memory.written.relays)
    before = memory.standing
    if _is_aside(document, utterance.attribution, memory):
        before = memory.aside
    own = utterance.occasion.channel
    if own is Channel.UNSTATED and frame.writes(document, utterance.attribution):
        before = memory.written
    if before is None:
        return _told(utterance)
    if own is Channel.INTERVIEW:
        if utterance.interviewer is None and before.channel is Channel.INTERVIEW:
            apart = is_apart(document, utterance)
            return utterance if apart else evolve(utterance, interviewer=before.interviewer)
        if utterance.interviewer is not None and utterance.interviewer is before.interviewer:
            return evolve(utterance, occasion=evolve(utterance.occasion, channel=before.channel))
        return utterance
    if own is not Channel.UNSTATED or not _goes_on(document, utterance.attribution, before):
        return _told(utterance)
    occasion = evolve(utterance.occasion, channel=before.channel)
    more = frame.writes(document, utterance.attribution) or frame.adds(document, utterance.attribution)
    relays = utterance.relays or (before.relays if more else ())
    return evolve(utterance, occasion=occasion, interviewer=before.interviewer, relays=relays)


def _told(utterance: Utterance) -> Utterance:
    """Take "told the newspaper" for an interview, whether the article names it or not."""
    if utterance.interviewer is None or utterance.occasion.channel is not Channel.UNSTATED:
        return utterance
    return evolve(utterance, occasion=evolve(utterance.occasion, channel=Channel.INTERVIEW))


def _goes_on(document: Document, attribution: Attribution, before: Standing) -> bool:
    """Tell whether an utterance without an occasion of its own belongs to the standing one."""
    if attribution.inside is not None or (attribution.cue_type in UNCARRIED and not frame.urges(document, attribution)):
        return False
    if attribution.cue and is_owned(document, attribution):
        return False
    if attribution.occasion.span is not None and not _same_outlet(document, attribution.occasion, before):
        return False
    vague = frozenset() if before.channel is Channel.INTERVIEW else _THEN
    if attribution.cue and not frame.trails(document, attribution):
        away = frame.another_time(document, attribution, before.day, vague)
        if away or frame.hangs(document, attribution):
            return False
    return before.channel is Channel.INTERVIEW or frame.paragraph(document, attribution) - before.paragraph <= NEAR


def _same_outlet(document: Document, occasion: Occasion, before: Standing) -> bool:
    """Tell whether "the newspaper" that is told more is the outlet that was told before; the police are none."""
    told = occasion.interviewer
    return told is not None and before.interviewer is not None and document.slice(told)[:4].lower() == "the "


def keep(document: Document, utterance: Utterance, memory: Memory) -> None:
    """Remember the occasion; one of another time than the one that stands holds for its paragraph only."""
    found, source, occasion = utterance.attribution, utterance.source, utterance.occasion
    if source is None or source.kind in ITSELF_TEXT or is_one_of_many(document, utterance):
        return
    if occasion.span is None and _is_aside(document, found, memory):
        return  # it takes part in what is only remembered for the paragraph
    standing = memory.standing
    away = standing is not None and (_is_away(document, utterance, standing) or _posts(utterance, standing))
    told = occasion.channel not in (Channel.UNSTATED, Channel.OBSERVATION)
    if not told and not away:
        return
    day = frame.day(document, found) or (standing.day if standing is not None and occasion.span is None else None)
    written = occasion.channel in WRITTEN or occasion.channel is Channel.LEAK
    relays = tuple((relay, None) for relay, _ in utterance.relays) if written else ()
    now = Standing(occasion.channel, utterance.interviewer, frame.paragraph(document, found), day, relays)
    if _is_past(document, occasion):
        memory.aside = now
        return
    if away and standing is not None and found.inside is None and now.paragraph > standing.paragraph:
        memory.aside = now
    if told and written:
        memory.written = now
    if told and not away:
        memory.standing, memory.aside = now, None


def _is_aside(document: Document, attribution: Attribution, memory: Memory) -> bool:
    return memory.aside is not None and memory.aside.paragraph == frame.paragraph(document, attribution)


def _is_away(document: Document, utterance: Utterance, before: Standing) -> bool:
    """Tell whether the words put an utterance on another occasion than the standing one, which goes on behind it."""
    found, occasion = utterance.attribution, utterance.occasion
    if not found.cue or found.cue_type in UNCARRIED or frame.hangs(document, found) or frame.trails(document, found):
        return False
    if occasion.channel is Channel.UNSTATED:
        return occasion.span is not None or frame.another_time(document, found, before.day, _PERFECT)
    same = before.channel is occasion.channel and before.interviewer is utterance.interviewer
    return not same and ANOTHER_TIME.search(frame.around(document, found)) is not None


def _posts(utterance: Utterance, before: Standing) -> bool:
    """Tell whether a post stands between the words of an interview, which goes on behind it."""
    return before.channel is Channel.INTERVIEW and utterance.occasion.channel is Channel.SOCIAL_POST


def _is_past(document: Document, occasion: Occasion) -> bool:
    """Tell whether somebody spoke on an occasion before that of the article: "at a recent news conference"."""
    if occasion.span is None or occasion.channel not in LIVE:
        return False
    return _PAST.search(document.slice(occasion.span)) is not None
