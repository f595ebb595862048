"""What one attribution says of its occasion, by itself: who asked, through whom it came, where it was said."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from credtag.document import outlet_names
from credtag.labels import Channel, CueType, Kind, Naming
from credtag.records import Attribution, Document, Occasion, Source, Sources, Span, hull

_WITH_ANOTHER = re.compile(
    r"(?: (?:on )?\w+day(?: \w+)?| last \w+| this \w+)?,? (?:with|by|to)"
    r" (?!(?:us|me|this|our|(?:the|that|its) (?:newspaper|paper|magazine|broadcaster|station|channel|network|website|outlet|agency))\b)"
)
_WITH_US = re.compile(
    r"(?:[^.;:\"]{0,40}? (?:with|to|by) )?(?:us|me|this (?:newspaper|paper|magazine|website|column|reporter))\b"
)
_OTHER = re.compile(r"\b(?:another|different|separate|other)\b")
_ONE_OF_MANY = re.compile(r"\bmost recently\b|\binterviews\Z")
WRITTEN = frozenset((Channel.WRITTEN_STATEMENT, Channel.SOCIAL_POST, Channel.CORRESPONDENCE, Channel.DOCUMENT))
UNCARRIED = frozenset((CueType.INTENTION, CueType.EMOTION, CueType.PERCEPTION))
ITSELF_TEXT = frozenset((Kind.DOCUMENT, Kind.OUTLET))
LIVE = frozenset((Channel.SPEECH, Channel.TESTIMONY, Channel.PRESS_CONFERENCE, Channel.BROADCAST))
_SPEAKER = frozenset(("me", "us"))
NEAR = 2  # paragraphs over which an occasion other than an interview is carried
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


def resolved(sources: Sources, span: Span) -> Source | None:
    """Return the source that the noun phrase at *span* stands for, if the text tells one."""
    found = sources.of(span)
    source = None if found is None else sources.get(found.source_id)
    return None if source is None or (source.name is None and source.naming is Naming.UNSPECIFIED) else source


def read(attribution: Attribution, sources: Sources) -> Utterance:
    """Read what an attribution says of its occasion: who asked, through whom it came."""
    spot = hull(attribution.source) if attribution.source else attribution.span
    occasion = attribution.occasion
    relays = tuple((s, span) for span in occasion.relays if (s := resolved(sources, span)) is not None)
    interviewer = resolved(sources, occasion.interviewer) if occasion.interviewer else None
    if interviewer is not None and not may_ask(interviewer, occasion.channel):
        interviewer = None
    if interviewer is not None and is_short_for(interviewer, sources.publisher):
        interviewer = sources.publisher
    source = resolved(sources, spot)
    if interviewer is not None and interviewer is source:  # "Radio Lumen sat down with her to discuss"
        return Utterance(
            attribution, source, Occasion(relays=occasion.relays, upstream=occasion.upstream), None, None, relays
        )
    return Utterance(attribution, source, occasion, interviewer, occasion.interviewer, relays)


def may_ask(told: Source, channel: Channel) -> bool:
    """Tell whether who is told something may be an interviewer: "told Radio Lumen", "a local paper", "the researchers"."""
    if channel is not Channel.UNSTATED:
        return told.naming is Naming.NAMED
    return told.kind is Kind.OUTLET or (told.kind is Kind.GROUP and told.naming is Naming.DESCRIBED)


def left_open(document: Document, utterance: Utterance) -> Utterance:
    """Leave it open where a speaker was told what the claim holds: "A clerk told me that C", Ana Sorin said."""
    span = utterance.occasion.span
    if utterance.attribution.inside is None or span is None or document.slice(span).lower() not in _SPEAKER:
        return utterance
    return evolve(utterance, occasion=evolve(utterance.occasion, channel=Channel.UNSTATED, span=None))


def is_short_for(source: Source, publisher: Source) -> bool:
    """Tell whether the name of an outlet is the publisher's in short: "told the Observer", in the Belmar Observer."""
    short, name = (outlet_names.bare(s.name or "") for s in (source, publisher))
    return bool(short) and source is not publisher and name.endswith(f" {short}")


def is_one_of_many(document: Document, utterance: Utterance) -> bool:
    """Tell whether the occasion is one among others: "in interviews", "most recently in"."""
    span = utterance.occasion.span
    return span is not None and _ONE_OF_MANY.search(document.normal, max(0, span.start - 15), span.end) is not None


def is_apart(document: Document, utterance: Utterance) -> bool:
    """Tell whether an interview is none of those that the text tells of elsewhere."""
    span = utterance.occasion.span
    with_us = span is not None and _WITH_US.match(document.normal, span.start) is not None
    other = span is not None and _OTHER.search(document.normal, span.start, span.end) is not None
    return with_us or other or is_one_of_many(document, utterance) or _with_another(document, utterance)


def _with_another(document: Document, utterance: Utterance) -> bool:
    """Tell whether an interview was given to somebody whom the chain does not name: "in an interview with a biographer"."""
    span = utterance.occasion.span
    return span is not None and _WITH_ANOTHER.match(document.normal, span.end) is not None
