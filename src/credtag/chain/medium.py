"""By what means a source speaks by its nature, where the text tells no occasion: courts rule, stations broadcast, channels post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from credtag.attribution.occasions.circumstances import words_of
from credtag.labels import Channel, CueType, Kind, Naming
from credtag.records import Attribution, Document, Source, Sources, hull
from credtag.source.noun_phrases import shares

_STATION = r"(?:broadcaster|(?:television|TV|radio)(?: news)? (?:channel|station|network|programme|program|show)|television|radio|station)"
_POSTING = r"(?:(?:Telegram|YouTube|WhatsApp|Viber|VK|TikTok|Facebook|Instagram|social[ -]media)(?: news)? (?:channel|page|account|group))"
_INTRODUCING = re.compile(
    r"\b(?:broadcaster|channel|television|radio|station|network|page|account|group|show|programme)\b"
)
_INTRODUCED = tuple(
    (
        channel,
        re.compile(rf"\b{noun},? (?:called |named |known as )?[\"']?\Z"),
        re.compile(rf"[\"']?, an? (?:[\w-]+ ){{0,4}}?{noun}\b"),
    )
    for channel, noun in ((Channel.SOCIAL_POST, _POSTING), (Channel.BROADCAST, _STATION))
)
_BEFORE, _BEHIND = 50, 60  # characters looked at beside a name
_MENTIONS = 5  # mentions among which an outlet is introduced

_COURT = re.compile(r"\b(?:[Cc]ourt|[Tt]ribunal)(?:$| (?:of|for|in)\b)")
_PANEL = re.compile(
    r"\b(?:arbitration|arbitrators?|appeals?|ethics|disciplinary) (?:panel|board|committee|commission)\b", re.IGNORECASE
)
_JUDGE = re.compile(r"\b(?:[Jj]udges?|[Jj]ustices?|[Mm]agistrates?)\b")
_RULING = re.compile(
    r"\b(?:rul(?:e[ds]?|ing)|found|finds?|h[eo]lds?|struck|strikes|upheld|upholds?|overturn|overrule|decision|conclu|wr[io]t)"
)
_ON_AIR = re.compile(
    r"(?:the|its|an?) (?:[\w-]+ )?(?:presenter|newsreader|newscaster|anchor|announcer|voice-?over|voice over|narrator)"
)
_REPORTER = re.compile(r"(?:an?|one|another) (?:reporter|journalist)|reporters|journalists")
_AUTHORS = re.compile(
    r"(?:the|its|their) (?:study's |paper's |report's )?(?:\w+ )?(?:scientists|researchers|authors|team)"
)
_FINDING = re.compile(r"\b(?:f[io]und|estimate|conclude|calculate|report|show)")
_DECIDING = frozenset((CueType.STATEMENT, CueType.CITATION, CueType.KNOWLEDGE, CueType.INTENTION))
_ASKED = frozenset((Kind.GROUP, Kind.UNKNOWN, Kind.DOCUMENT))  # those who answer, or the poll itself
_RESPONDENTS = re.compile(
    r"(?:\w+ ){0,3}?(?:majority of (?:[\w-]+ )?(?:voters|respondents|adults|those (?:polled|surveyed))\b|respondents$)"
)


def media(document: Document, sources: Sources) -> dict[str, Channel]:
    """Return the sources, by id, that are stations or post on a network, as their names tell or the article introduces them."""
    return {
        source.source_id: channel
        for source in sources.entries
        if source.name is not None and (channel := _medium(document, source)) is not None
    }


def _medium(document: Document, source: Source) -> Channel | None:
    for before, behind in _beside(document, source):
        for channel, introduction, apposition in _INTRODUCED:
            if introduction.search(before) or apposition.match(behind):
                return channel
    station = source.kind is Kind.OUTLET and not words_of("station").isdisjoint((source.name or "").split())
    return Channel.BROADCAST if station else None


def _beside(document: Document, source: Source) -> Iterator[tuple[str, str]]:
    """Yield the words on either side of a name where they may introduce what it is."""
    for mention in source.mentions[:_MENTIONS]:
        start = max(mention.start - _BEFORE, 0)
        words = document.normal[start : mention.end + _BEHIND]
        before, name, behind = words.partition(source.name or "")
        if name and _INTRODUCING.search(words):
            yield before, behind


def of_act(document: Document, attribution: Attribution, source: Source) -> Channel:
    """Return how a source gives what it decides or answers: a court in its ruling, a share of those asked in a poll."""
    if attribution.cue_type in _DECIDING:
        name = source.name or ""
        if source.kind is Kind.GOVERNMENT and _COURT.search(name):
            return Channel.DOCUMENT
        judges = _JUDGE.search(source.title or "") or _JUDGE.search(name) or _PANEL.search(name)
        if judges and any(_RULING.search(document.slice(cue).lower()) for cue in attribution.cue):
            return Channel.DOCUMENT
    if source.kind in _ASKED and _is_share(document, attribution):
        return Channel.POLL
    if not attribution.source or source.naming is Naming.NAMED:
        return Channel.UNSTATED
    span = hull(attribution.source)
    if _AUTHORS.fullmatch(document.normal[span.start : span.end].lower()) and any(
        _FINDING.search(document.normal, cue.start, cue.end) for cue in attribution.cue
    ):
        return Channel.DOCUMENT
    if _ON_AIR.fullmatch(document.normal[span.start : span.end].lower()):
        return Channel.BROADCAST
    if attribution.cue_type is CueType.QUESTION and _REPORTER.fullmatch(document.normal[span.start : span.end].lower()):
        return Channel.PRESS_CONFERENCE
    return Channel.UNSTATED


def _is_share(document: Document, attribution: Attribution) -> bool:
    """Tell whether a source phrase is a share of those asked: "54 percent of respondents", "four in ten"."""
    if not attribution.source:
        return False
    span = hull(attribution.source)
    asked = _RESPONDENTS.match(document.normal[span.start : span.end].lower()) is not None
    return asked or shares.end(document.lowers, *document.token_range(span)) is not None
