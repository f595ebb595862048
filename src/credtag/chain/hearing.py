"""The occasion of each utterance once its neighbours have been heard: said on the same occasion, passed on the same way."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import Factory, define, evolve, frozen

from credtag.attribution import citing, interviews
from credtag.chain import medium, scene
from credtag.document import outlet_names
from credtag.labels import Channel, CueType, Form, Kind, Naming
from credtag.records import Attribution, Document, Occasion, Source, Sources, Span, hull

_ANOTHER_TIME = re.compile(
    r"\b(?:then|at the time|earlier|previously|before|once|formerly|years?|months?|ago|(?-i:[Tt]his week)|last (?:week|month|year|summer|fall"
    r"|autumn|winter|spring)|subsequent|in (?:19|20)\d\d|since|in (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)|repeatedly|often|always|constantly|continually|consistently|frequently|regularly|routinely|has|have|had|long|recently)\b",
    re.IGNORECASE,
)
_THEN = frozenset(("then", "at the time"))  # tell of the time told last
_PERFECT = frozenset(("has", "have"))  # tell of another time, but not of which
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WITH_ANOTHER = re.compile(
    r"(?: (?:on )?\w+day(?: \w+)?| last \w+| this \w+)?,? (?:with|by|to)"
    r" (?!(?:us|me|this|our|(?:the|that|its) (?:newspaper|paper|magazine|broadcaster|station|channel|network|website|outlet|agency))\b)"
)
_WITH_US = re.compile(
    r"(?:[^.;:\"]{0,40}? (?:with|to|by) )?(?:us|me|this (?:newspaper|paper|magazine|website|column|reporter))\b"
)
_ONE_OF_MANY = re.compile(r"\bmost recently\b|\binterviews\Z")
_PAST = re.compile(r"\b(?:recent|earlier|previous|past|last (?:week|month|year|summer|fall|autumn|winter|spring))\b")
_DATING = re.compile(r"\b(?:after|before|until|ever since) (?:the )?\Z", re.IGNORECASE)
_ADVERB = 15  # characters before an utterance in which a conjunction may stand
_ONE_PAPER = re.compile(
    r"in (?:one|another|a (?:second|third|later|separate)) (?:[\w-]+ )?(?:e-?mail|memo|message|note|letter|chat)\b",
    re.IGNORECASE,
)
_SAME_PAPER = re.compile(
    r"in (?:the|that|this|the same) (?:[\w-]+ )?(?:letter|e-?mail|memo|memorandum|note|message|statement|recording|report)\b",
    re.IGNORECASE,
)
_URGING = re.compile(
    r"\b(?:urg|exhort|implor|appeal|demand|vow|promis|pledg|threaten|recommend)(?:es?|s|ed|ing|e?d)?\b|\bcall(?:s|ed|ing)? (?:on|for|upon)\b"
)
_WRITING = re.compile(r"\bw(?:rote|rites?|riting|ritten)\b")
_ADDRESSED = re.compile(r" to (?:the|an?|his|her|its|their|[A-Z]\w+)\b")
_PAUSE = re.compile(r"[,;:]| that ")
_MORE = re.compile(r"\b(?:also|add(?:ed|s|ing))\b")
_WRITTEN = frozenset((Channel.WRITTEN_STATEMENT, Channel.SOCIAL_POST, Channel.CORRESPONDENCE, Channel.DOCUMENT))
_UNCARRIED = frozenset((CueType.INTENTION, CueType.EMOTION, CueType.PERCEPTION))
_ITSELF_TEXT = frozenset((Kind.DOCUMENT, Kind.OUTLET))
_LIVE = frozenset((Channel.SPEECH, Channel.TESTIMONY, Channel.PRESS_CONFERENCE, Channel.BROADCAST))
_BARE_SOURCE = re.compile(r"(?:(?:the|an?|one|another|several|multiple|unnamed|anonymous) )*sources?", re.IGNORECASE)
_REPLY = re.compile(
    r"\b(?:replied|retorted|responded|answered|countered|shot back|fired back|interjected)\b|\btold (?:him|her|them)\b"
)
_ASKED = re.compile(
    r"[\"']?(?:When |As he was |As she was )?(?:asked|pressed|questioned|quizzed|challenged|pushed)\b", re.IGNORECASE
)
_ADDRESSEE = 5  # characters behind a cue in which a pronoun may name who is told
_SPEAKER = frozenset(("me", "us"))
_NEAR = 2  # paragraphs over which an occasion other than an interview is carried
_RECENT = 40  # utterances before a sentence that says where they were made

Relays = tuple[tuple[Source, Span | None], ...]


@frozen
class Utterance:
    """What one attribution says of its occasion, once earlier and later sentences have been heard."""

    attribution: Attribution
    source: Source | None
    occasion: Occasion
    interviewer: Source | None = None
    interviewed_at: Span | None = None
    relays: Relays = ()


@frozen
class _Standing:
    """The occasion that holds for a source until another is named."""

    channel: Channel
    interviewer: Source | None
    paragraph: int
    day: str | None = None
    relays: Relays = ()  # of a paper: who found it


@frozen
class _Sitting:
    """An interview that the story tells of."""

    start: int
    source: Source
    interviewer: Source
    back: bool  # and says of words before that they were spoken there


@define
class _Memory:
    """What is known of one source so far."""

    standing: _Standing | None = None
    written: _Standing | None = None
    aside: _Standing | None = None  # another occasion, for the rest of its paragraph
    relays: Relays = ()
    relayed_in: int = 0  # the paragraph where its words were passed on last
    unplaced: list[int] = Factory(list)  # utterances from an interview whose interviewer is not named yet


def hear(document: Document, attributions: Sequence[Attribution], sources: Sources) -> list[Utterance]:
    """Give each attribution its source and occasion; an interviewer is carried forward, and back to "in an interview"."""
    heard = [_quoted(document, _read(found, sources)) for found in attributions]
    memories: dict[str, _Memory] = {}
    sittings = list(_sittings(document, heard, sources))
    coming = deque(sittings)
    before: Utterance | None = None
    leaked = False
    paper: Utterance | None = None  # the last one that somebody found
    order = sorted(range(len(heard)), key=lambda i: _place(attributions[i]))
    for i in order:
        source = heard[i].source
        if source is None or attributions[i].form is Form.NARRATED:
            continue
        while coming and coming[0].start < _place(attributions[i]):
            sitting = coming.popleft()
            _sit(document, sitting, memories.setdefault(sitting.source.source_id, _Memory()))
        memory = memories.setdefault(source.source_id, _Memory())
        utterance = _replied(document, _by_nature(document, _in_paper(document, heard[i], paper), source), before)
        utterance = heard[i] = _set(document, _carried(document, utterance, memory), source)
        if leaked and _one_of_them(document, utterance):
            utterance = heard[i] = evolve(utterance, occasion=evolve(utterance.occasion, channel=Channel.LEAK))
        leaked = leaked or utterance.occasion.channel is Channel.LEAK
        before = utterance if utterance.attribution.inside is None else before
        for passed, relays in _passed_on(heard, utterance, sources):
            owner = memories.setdefault(passed.source_id, _Memory())
            owner.relays, owner.relayed_in = relays, _paragraph(document, attributions[i])
        _keep(document, utterance, memory)
        paper = utterance if _is_found(utterance) else paper
        if attributions[i].inside is None and utterance.occasion.channel is Channel.INTERVIEW:
            if utterance.interviewer is None:
                if not _apart(document, utterance):
                    memory.unplaced.append(i)
            elif utterance.interviewer is not sources.publisher:
                for earlier in memory.unplaced:
                    heard[earlier] = evolve(heard[earlier], interviewer=utterance.interviewer)
                memory.unplaced.clear()
    _join(document, heard, order)
    for sitting in sittings:
        if sitting.back:
            _look_back(document, heard, order, sitting)
    _credit_sources(document, heard, order, sources.publisher)
    return [_written(document, utterance) for utterance in _traced(document, heard)]


def _sittings(document: Document, heard: Sequence[Utterance], sources: Sources) -> Iterator[_Sitting]:
    """Yield the interviews that the story tells of where no utterance does."""
    found = interviews.find(document)
    if not found:
        return
    taken = {utterance.occasion.interviewer for utterance in heard}
    outer = (u for u in heard if u.source is not None and u.attribution.inside is None)
    speakers = sorted(((_place(u.attribution), u.source) for u in outer), key=lambda pair: pair[0])
    people = scene.people(sources)
    for told in found:
        if told.interviewer is None or told.interviewer in taken:
            continue
        start = told.interviewer.start
        k = bisect_left(speakers, start, key=lambda pair: pair[0])
        speaker = speakers[k - 1][1] if k else None
        asks, source = resolved(sources, told.interviewer), scene.interviewed(document, told, people, speaker)
        if asks is not None and source is not None and source is not asks and _asks(asks, told.channel):
            asks = sources.publisher if _calls(asks, sources.publisher) else asks
            yield _Sitting(start, source, asks, scene.looks_back(document, told))


def _sit(document: Document, sitting: _Sitting, memory: _Memory) -> None:
    """Let an interview stand for who gives it, unless it is an earlier one than the one that stands."""
    number = document.sentence_at(sitting.start)
    words = "" if number is None else document.slice(document.sentences[number])
    if memory.standing is None or not _ANOTHER_TIME.search(words):
        day = _DAY.search(words)
        paragraph = document.paragraph_at(sitting.start) or 0
        memory.standing = _Standing(Channel.INTERVIEW, sitting.interviewer, paragraph, day[0] if day else None)


def _look_back(document: Document, heard: list[Utterance], order: Sequence[int], sitting: _Sitting) -> None:
    """Let the words near before a sitting have been spoken there."""
    k = bisect_right(order, sitting.start, key=lambda i: _place(heard[i].attribution))
    floor = (document.paragraph_at(sitting.start) or 0) - _NEAR
    for i in reversed(order[max(k - _RECENT, 0) : k]):
        if _paragraph(document, heard[i].attribution) < floor:
            return
        if heard[i].source is sitting.source:
            heard[i] = _joined(document, heard[i], Channel.INTERVIEW, sitting.interviewer)


def _join(document: Document, heard: list[Utterance], order: Sequence[int]) -> None:
    """Let words be spoken where others of their sentence were: "she would not confirm it, but told Radio Lumen that C"."""
    outer = [i for i in order if heard[i].attribution.inside is None and heard[i].attribution.cue]
    for i, j in pairwise(outer):
        before, told = heard[i], heard[j]
        live = told.occasion.channel is Channel.INTERVIEW or told.occasion.channel in _LIVE
        if not live or told.attribution.occasion.span is None or before.source is not told.source:
            continue
        first, second = (document.sentence_at(u.attribution.cue[0].start) for u in (before, told))
        if first == second:
            heard[i] = _joined(document, before, told.occasion.channel, told.interviewer)


def _joined(document: Document, utterance: Utterance, channel: Channel, interviewer: Source | None) -> Utterance:
    """Let words have been spoken on an occasion of their source, unless they tell another one."""
    found, occasion = utterance.attribution, utterance.occasion
    told = occasion.channel is not Channel.UNSTATED or occasion.span is not None or utterance.interviewer is not None
    if told or found.cue_type in _UNCARRIED or found.inside is not None:
        return utterance
    if found.cue and _ANOTHER_TIME.search(_frame(document, found)):
        return utterance
    return evolve(utterance, occasion=evolve(occasion, channel=channel), interviewer=interviewer)


def resolved(sources: Sources, span: Span) -> Source | None:
    """Return the source that the noun phrase at *span* stands for, if the text tells one."""
    found = sources.of(span)
    source = None if found is None else sources.get(found.source_id)
    return None if source is None or (source.name is None and source.naming is Naming.UNSPECIFIED) else source


def _place(attribution: Attribution) -> int:
    return min(s.start for s in (*attribution.content, *attribution.cue, *attribution.source))


def _read(attribution: Attribution, sources: Sources) -> Utterance:
    spot = hull(attribution.source) if attribution.source else attribution.span
    occasion = attribution.occasion
    relays = tuple((s, span) for span in occasion.relays if (s := resolved(sources, span)) is not None)
    interviewer = resolved(sources, occasion.interviewer) if occasion.interviewer else None
    if interviewer is not None and not _asks(interviewer, occasion.channel):
        interviewer = None
    if interviewer is not None and _calls(interviewer, sources.publisher):
        interviewer = sources.publisher
    source = resolved(sources, spot)
    if interviewer is not None and interviewer is source:  # "Radio Lumen sat down with her to discuss"
        return Utterance(
            attribution, source, Occasion(relays=occasion.relays, upstream=occasion.upstream), None, None, relays
        )
    return Utterance(attribution, source, occasion, interviewer, occasion.interviewer, relays)


def _asks(told: Source, channel: Channel) -> bool:
    """Tell whether who is told something may be an interviewer: "told Radio Lumen", "a local paper", "the researchers"."""
    if channel is not Channel.UNSTATED:
        return told.naming is Naming.NAMED
    return told.kind is Kind.OUTLET or (told.kind is Kind.GROUP and told.naming is Naming.DESCRIBED)


def _quoted(document: Document, utterance: Utterance) -> Utterance:
    """Leave it open where a speaker was told what the claim holds: "A clerk told me that C", Ana Sorin said."""
    span = utterance.occasion.span
    if utterance.attribution.inside is None or span is None or document.slice(span).lower() not in _SPEAKER:
        return utterance
    return evolve(utterance, occasion=evolve(utterance.occasion, channel=Channel.UNSTATED, span=None))


def _calls(source: Source, publisher: Source) -> bool:
    """Tell whether the name of an outlet is the publisher's in short: "told the Observer", in the Belmar Observer."""
    short, name = (outlet_names.bare(s.name or "") for s in (source, publisher))
    return bool(short) and source is not publisher and name.endswith(f" {short}")


# --------------------------------------------------------------------------- carrying on


def _carried(document: Document, utterance: Utterance, memory: _Memory) -> Utterance:
    """Let an utterance take part in the standing occasion of its source and in the way it is passed on."""
    if not utterance.relays and memory.relays and _is_passed_on(document, utterance, memory.relayed_in):
        utterance = evolve(utterance, relays=tuple((source, None) for source, _ in memory.relays))
    if not utterance.relays and memory.written is not None and _reads_on(document, utterance):
        utterance = evolve(utterance, relays=memory.written.relays)
    before = memory.standing
    if _is_aside(document, utterance.attribution, memory):
        before = memory.aside
    own = utterance.occasion.channel
    if own is Channel.UNSTATED and _writes(document, utterance.attribution):
        before = memory.written
    if before is None:
        return _told(utterance)
    if own is Channel.INTERVIEW:
        if utterance.interviewer is None and before.channel is Channel.INTERVIEW:
            apart = _apart(document, utterance)
            return utterance if apart else evolve(utterance, interviewer=before.interviewer)
        if utterance.interviewer is not None and utterance.interviewer is before.interviewer:
            return evolve(utterance, occasion=evolve(utterance.occasion, channel=before.channel))
        return utterance
    if own is not Channel.UNSTATED or not _goes_on(document, utterance.attribution, before):
        return _told(utterance)
    occasion = evolve(utterance.occasion, channel=before.channel)
    more = _writes(document, utterance.attribution) or _adds(document, utterance.attribution)
    relays = utterance.relays or (before.relays if more else ())
    return evolve(utterance, occasion=occasion, interviewer=before.interviewer, relays=relays)


def _told(utterance: Utterance) -> Utterance:
    """Take "told the newspaper" for an interview, whether the article names it or not."""
    if utterance.interviewer is None or utterance.occasion.channel is not Channel.UNSTATED:
        return utterance
    return evolve(utterance, occasion=evolve(utterance.occasion, channel=Channel.INTERVIEW))


def _replied(document: Document, utterance: Utterance, before: Utterance | None) -> Utterance:
    """Let a reply be given where the words before it were spoken: "asked in the Commons … Holm told him that C"."""
    if before is None or before.occasion.channel not in _LIVE or utterance.occasion.channel is not Channel.UNSTATED:
        return utterance
    reply, cue = utterance.attribution, utterance.attribution.cue
    if (
        not cue
        or before.source is utterance.source
        or not _REPLY.search(document.normal, cue[0].start, cue[-1].end + _ADDRESSEE)
    ):
        return utterance
    if _paragraph(document, reply) != _paragraph(document, before.attribution):
        return utterance
    return evolve(utterance, occasion=evolve(reply.occasion, channel=before.occasion.channel))


def _passed_on(heard: Sequence[Utterance], utterance: Utterance, sources: Sources) -> Iterator[tuple[Source, Relays]]:
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


def _is_found(utterance: Utterance) -> bool:
    """Tell whether words stand in a paper that somebody found: "in an email seen by Radio Lumen"."""
    channel = utterance.occasion.channel
    paper = utterance.source is not None and utterance.source.kind is Kind.DOCUMENT
    return bool(utterance.relays) and (paper or channel in _WRITTEN or channel is Channel.LEAK)


def _in_paper(document: Document, utterance: Utterance, paper: Utterance | None) -> Utterance:
    """Let words in a paper that was just found come through who found it, whoever wrote them: "In the message, a clerk wrote"."""
    if paper is None or utterance.relays or not _reads_on(document, utterance):
        return utterance
    if _paragraph(document, utterance.attribution) - _paragraph(document, paper.attribution) > _NEAR:
        return utterance
    return evolve(utterance, relays=tuple((source, None) for source, _ in paper.relays))


def _reads_on(document: Document, utterance: Utterance) -> bool:
    """Tell whether words stand in the paper that was found before: "in the letter"."""
    span = utterance.occasion.span
    return span is not None and _SAME_PAPER.match(document.normal, span.start) is not None


def _one_of_them(document: Document, utterance: Utterance) -> bool:
    """Tell whether words stand in one of the papers that leaked before: "in one email"."""
    span = utterance.occasion.span
    return (
        utterance.occasion.channel in _WRITTEN
        and span is not None
        and _ONE_PAPER.match(document.normal, span.start) is not None
    )


def _set(document: Document, utterance: Utterance, source: Source) -> Utterance:
    """Let an utterance that tells no occasion have the scene set for its source."""
    found = utterance.attribution
    unset = utterance.occasion.channel is Channel.UNSTATED and utterance.interviewer is None and bool(found.cue)
    if not unset or found.inside is not None or found.cue_type in _UNCARRIED:
        return utterance
    channel = scene.of(document, found, source)
    if channel is Channel.UNSTATED or _ANOTHER_TIME.search(_frame(document, found)):
        return utterance
    return evolve(utterance, occasion=evolve(utterance.occasion, channel=channel))


def _traced(document: Document, heard: Sequence[Utterance]) -> list[Utterance]:
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


def _credit_sources(document: Document, heard: list[Utterance], order: Sequence[int], publisher: Source) -> None:
    """Let bare sources right behind what an outlet reports be the outlet's: "Radio Lumen reports that C. D, sources said"."""
    outlet: Source | None = None
    last = 0
    for i in order:
        found, source = heard[i].attribution, heard[i].source
        if found.inside is not None or found.form is Form.NARRATED:
            continue
        here = _paragraph(document, found)
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


def _written(document: Document, utterance: Utterance) -> Utterance:
    """Take what somebody "wrote", no text tells where, for a statement in writing; to somebody, for a letter."""
    source = utterance.source
    if utterance.occasion.channel is not Channel.UNSTATED or source is None or source.kind in _ITSELF_TEXT:
        return utterance
    if utterance.attribution.cue_type is not CueType.STATEMENT or not _writes(document, utterance.attribution):
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


def _goes_on(document: Document, attribution: Attribution, before: _Standing) -> bool:
    """Tell whether an utterance without an occasion of its own belongs to the standing one."""
    if attribution.inside is not None or (attribution.cue_type in _UNCARRIED and not _urges(document, attribution)):
        return False
    if (span := attribution.occasion.span) is not None and not _same_outlet(document, span, before):
        return False
    vague = frozenset() if before.channel is Channel.INTERVIEW else _THEN
    if attribution.cue and (_another_time(document, attribution, before, vague) or _hangs(document, attribution)):
        return False
    return before.channel is Channel.INTERVIEW or _paragraph(document, attribution) - before.paragraph <= _NEAR


def _hangs(document: Document, attribution: Attribution) -> bool:
    """Tell whether an utterance only dates what the sentence tells: "it turned sour after she called him a fraud"."""
    start = hull((*attribution.cue, *attribution.source)).start
    return _DATING.search(document.normal, max(start - _ADVERB, 0), start) is not None


def _trails(document: Document, attribution: Attribution) -> bool:
    """Tell whether an utterance is one beside another: "she said, repeating a line of last week"."""
    return document.normal[attribution.cue[0].start : attribution.cue[0].end].partition(" ")[0].endswith("ing")


def _urges(document: Document, attribution: Attribution) -> bool:
    """Tell whether an intention is uttered, and no mere wish: "urged", "called on", "promised"."""
    return any(_URGING.search(document.normal, cue.start, cue.end) for cue in attribution.cue)


def _same_outlet(document: Document, addressee: Span, before: _Standing) -> bool:
    """Tell whether "the newspaper" that is told more is the outlet that was told before."""
    return before.interviewer is not None and document.slice(addressee)[:4].lower() == "the "


def _keep(document: Document, utterance: Utterance, memory: _Memory) -> None:
    """Remember the occasion; one of another time than the one that stands holds for its paragraph only."""
    found, source, occasion = utterance.attribution, utterance.source, utterance.occasion
    if source is None or source.kind in _ITSELF_TEXT or _one_of_many(document, utterance):
        return
    if occasion.span is None and _is_aside(document, found, memory):
        return  # it takes part in what is only remembered for the paragraph
    standing = memory.standing
    away = standing is not None and (_is_away(document, utterance, standing) or _posts(utterance, standing))
    told = occasion.channel not in (Channel.UNSTATED, Channel.OBSERVATION)
    if not told and not away:
        return
    day = _day(document, found) or (standing.day if standing is not None and occasion.span is None else None)
    written = occasion.channel in _WRITTEN or occasion.channel is Channel.LEAK
    relays = tuple((relay, None) for relay, _ in utterance.relays) if written else ()
    now = _Standing(occasion.channel, utterance.interviewer, _paragraph(document, found), day, relays)
    if _is_past(document, occasion):
        memory.aside = now
        return
    if away and standing is not None and found.inside is None and now.paragraph > standing.paragraph:
        memory.aside = now
    if told and written:
        memory.written = now
    if told and not away:
        memory.standing, memory.aside = now, None


def _is_aside(document: Document, attribution: Attribution, memory: _Memory) -> bool:
    return memory.aside is not None and memory.aside.paragraph == _paragraph(document, attribution)


def _is_away(document: Document, utterance: Utterance, before: _Standing) -> bool:
    """Tell whether the words put an utterance on another occasion than the standing one, which goes on behind it."""
    found, occasion = utterance.attribution, utterance.occasion
    if not found.cue or found.cue_type in _UNCARRIED or _hangs(document, found) or _trails(document, found):
        return False
    if occasion.channel is Channel.UNSTATED:
        return occasion.span is not None or _another_time(document, found, before, _PERFECT)
    same = before.channel is occasion.channel and before.interviewer is utterance.interviewer
    return not same and _ANOTHER_TIME.search(_frame(document, found)) is not None


def _posts(utterance: Utterance, before: _Standing) -> bool:
    """Tell whether a post stands between the words of an interview, which goes on behind it."""
    return before.channel is Channel.INTERVIEW and utterance.occasion.channel is Channel.SOCIAL_POST


def _is_past(document: Document, occasion: Occasion) -> bool:
    """Tell whether somebody spoke on an occasion before that of the article: "at a recent news conference"."""
    if occasion.span is None or occasion.channel not in _LIVE:
        return False
    return _PAST.search(document.slice(occasion.span)) is not None


def _another_time(
    document: Document, attribution: Attribution, before: _Standing, vague: frozenset[str] = frozenset()
) -> bool:
    frame = _frame(document, attribution)
    if any(word.lower() not in vague for word in _ANOTHER_TIME.findall(frame)):
        return True
    day = _DAY.search(frame)
    return day is not None and before.day is not None and day[0] != before.day


def _day(document: Document, attribution: Attribution) -> str | None:
    found = _DAY.search(_frame(document, attribution)) if attribution.cue else None
    return None if found is None else found[0]


def _is_passed_on(document: Document, utterance: Utterance, paragraph: int) -> bool:
    """Tell whether a relay is carried on: for a document always, for a speaker over "also said", "added" right behind."""
    if utterance.source is not None and utterance.source.kind is Kind.DOCUMENT:
        return True
    found = utterance.attribution
    near = _paragraph(document, found) - paragraph <= 1
    return near and found.form is not Form.DIRECT and _adds(document, found)


# --------------------------------------------------------------------------- the words around a cue


def _frame(document: Document, attribution: Attribution) -> str:
    """Return the cue with the words just before and after source and cue, up to the content or the sentence's end."""
    anchors = hull((*attribution.cue, *attribution.source))
    first, last = document.sentence_at(anchors.start), document.sentence_at(anchors.end - 1)
    lo = max(document.sentences[first].start if first is not None else anchors.start, anchors.start - 60)
    hi = min(document.sentences[last].end if last is not None else anchors.end, anchors.end + 60)
    lo = max((lo, *(piece.end for piece in attribution.content if piece.start < anchors.start)))
    hi = min((hi, *(piece.start for piece in attribution.content if piece.end > anchors.end)))
    if first is not None and _ASKED.match(document.normal, document.sentences[first].start):
        lo = anchors.start  # "Asked whether they had met since, she replied"
    before, after = document.normal[lo : anchors.start], document.normal[anchors.end : hi]
    cues = [document.normal[s.start : s.end] for s in attribution.cue]
    return " ".join((before, *cues, _PAUSE.split(after, maxsplit=1)[0]))


def _adds(document: Document, attribution: Attribution) -> bool:
    return bool(attribution.cue) and _MORE.search(_frame(document, attribution)) is not None


def _writes(document: Document, attribution: Attribution) -> bool:
    return any(_WRITING.search(document.normal, cue.start, cue.end) for cue in attribution.cue)


def _one_of_many(document: Document, utterance: Utterance) -> bool:
    """Tell whether the occasion is one among others: "in interviews", "most recently in"."""
    span = utterance.occasion.span
    return span is not None and _ONE_OF_MANY.search(document.normal, max(0, span.start - 15), span.end) is not None


def _apart(document: Document, utterance: Utterance) -> bool:
    """Tell whether an interview is none of those that the text tells of elsewhere."""
    span = utterance.occasion.span
    with_us = span is not None and _WITH_US.match(document.normal, span.start) is not None
    return with_us or _one_of_many(document, utterance) or _with_another(document, utterance)


def _with_another(document: Document, utterance: Utterance) -> bool:
    """Tell whether an interview was given to somebody whom the chain does not name: "in an interview with a biographer"."""
    span = utterance.occasion.span
    return span is not None and _WITH_ANOTHER.match(document.normal, span.end) is not None


def _paragraph(document: Document, attribution: Attribution) -> int:
    anchors = (*attribution.cue, *attribution.source) or attribution.content
    return document.paragraph_at(hull(anchors).start) or 0
