"""Scenes: where somebody takes the floor, as the story tells before it reports a word of theirs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from credtag.attribution.syntax import grammar
from credtag.labels import Channel, Kind
from credtag.records import Attribution, Document, Occasion, Source, Sources, Span, hull

_OWN = r"(?:an?|the|his|her|their|its|another) (?:[\w'-]+ ){0,4}?"
_SCENES = tuple(
    (channel, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for channel, pattern in (
        (
            Channel.PRESS_CONFERENCE,
            rf"(?:held|holds|called|convened|gave|hosted) {_OWN}(?:news|press|media) (?:conference|briefing)"
            r"|(?:spoke|speaks|talked) (?:\w+ )?(?:to|with) (?:the )?(?:[\w-]+ )?(?:reporters|journalists|press)|took questions from"
            r"|(?:was|were|gave|seemed|looked|sounded|appeared) (?:[\w-]+ ){1,4}?(?:at|during) (?:his|her|their|the|an?) (?:[\w-]+ ){0,2}?"
            r"(?:news|press|media) (?:conference|briefing)",
        ),
        (
            Channel.INTERVIEW,
            r"(?:we|I) (?:spoke|talked) (?:by (?:tele)?phone )?(?:to|with)|(?:spoke|talked) (?:by (?:tele)?phone )?(?:to|with) us",
        ),
        (
            Channel.TESTIMONY,
            r"took the (?:witness )?stand|on the stand was|(?:testified|gave evidence|appeared) (?:\w+ ){0,2}?(?:to|before|at) "
            rf"{_OWN}(?:committee|subcommittee|court|panel|inquiry|inquest|hearing|trial|grand jury|tribunal|parliament|congress|senate)",
        ),
        (
            Channel.SPEECH,
            rf"(?:delivered|gave|gives) {_OWN}(?:speech|address|eulogy|sermon|keynote|lecture)|(?:spoke|speaks) (?:of [\w ]+ )?(?:in|during) (?:his|her|their) (?:speech|remarks|address)|took (?:to )?the (?:stage|podium|microphone|lectern|steps)"
            r"|addressed (?:an?|the|his|her|their|hundreds|thousands|supporters|delegates)|spoke (?:\w+ )?(?:on|from) the (?:\w+ )?steps"
            rf"|(?:held|holds|holding|hosted|hosting|headlined|headlining) {_OWN}(?:rally|town[ -]hall|fundraiser)"
            rf"|(?:spoke|speaks|appeared|rallied|campaigned) (?:\w+ ){{0,2}}?(?:at|to|before|during) {_OWN}"
            r"(?:rally|crowd|vigil|ceremony|conference|summit|forum|convention|event|fundraiser|town hall|delegates|audience)",
        ),
    )
)
_SIGNS = grammar.words(  # one of which every scene has
    "held holds holding hosting headlined headlining called convened gave gives hosted spoke speaks talked took stand testified appeared delivered addressed rallied"
    " campaigned conference briefing"
)
_ANOTHER = re.compile(  # begins another clause
    r"\b(?:as|while|when|before|after(?! (?:him|her|them|it|me|us)\b)|but|where|that|because)\b"
)
_BEFORE = (
    "was",
    "spoke to",
    "spoke with",
    "talked to",
    "talked with",
    "phone to",
    "phone with",
)  # whom the source follows
_COMMENTS = re.compile(
    r"(?:(?:His|Her|The|These|Those)|S?[Hh]e made (?:the|these|those|his|her)) (?:\w+ )?(?:comments?|remarks?|words)\b"
)
_LOOKING_BACK = re.compile(r"\b(?:comments?|remarks?|words)\b|\bw(?:as|ere) speaking\b")
_HELD = re.compile(r"\b(?:interview|conversation)(?: (?!by\b)[\w.'-]+){0,5} \Z")  # behind which stands who gave it
_GAVE = re.compile(r"\b(?:s?he|they) (?:gave|did|had|held|conducted|recorded|taped)\b")
_PRONOUN = re.compile(r"S?[Hh]e\b")
_QUESTIONS = re.compile(
    r"\b(?:questions? (?:for|to)|asked|pressed|confronted|challenged)\b"
)  # whom the one behind answers
_NEAR = 20  # characters before the words that tell of an interview at the head of a sentence
_BACK = 2  # sentences before an utterance in which its scene is set
_BEHIND = 40  # characters behind the words of a scene in which who takes the floor is named: "First on the stand was"


def of(document: Document, attribution: Attribution, source: Source, behind: int = -1) -> Channel:
    """Return how a source speaks by the scene that the sentences right before set for it, *behind* a paragraph.

    Example:
        >>> from credtag import document, source
        >>> from credtag.records import Span
        >>> article = document.read("Ana Sorin took the stand. She said the pier was old.")
        >>> said = Attribution((Span(35, 51),), cue=(Span(30, 34),), source=(Span(26, 29),))
        >>> of(article, said, source.resolve(article, [said]).entries[1]).value
        'testimony'
    """
    anchor = hull((*attribution.cue, *attribution.source)).start
    number = document.sentence_at(anchor)
    paragraph = document.paragraph_at(anchor)
    if number is None or paragraph is None:
        return Channel.UNSTATED
    for sentence in reversed(document.sentences[max(number - _BACK, 0) : number]):
        if (document.paragraph_at(sentence.start) or 0) <= max(paragraph - 2, behind):
            break
        if _SIGNS.isdisjoint(document.lowers[slice(*document.token_range(sentence))]):
            continue
        for channel, pattern in _SCENES:
            found = pattern.search(document.normal, sentence.start, sentence.end)
            if found is not None:
                return channel if _takes_the_floor(document, source, sentence, found) else Channel.UNSTATED
    return Channel.UNSTATED


def people(sources: Sources) -> list[tuple[Span, Source]]:
    """Return where people are named or described, in the order of the text."""
    found = ((mention, s) for s in sources.entries if s.kind is Kind.PERSON for mention in s.mentions)
    return sorted(found, key=lambda pair: pair[0])


def interviewed(
    document: Document, told: Occasion, named: Sequence[tuple[Span, Source]], speaker: Source | None = None
) -> Source | None:
    """Return whom the story tells to have given an interview: who is named right before the words that tell it, or behind.

    "Her comments came in" is about the last *speaker*, "she sat down with" about the only person of the sentence before.
    *named* is what :func:`people` gives.

    Example:
        >>> from credtag import document, source
        >>> from credtag.attribution.occasions import interviews
        >>> from credtag.records import Span
        >>> article = document.read("Ana Sorin sat down with Radio Lumen. She said the pier was old.")
        >>> said = Attribution((Span(46, 62),), cue=(Span(41, 45),), source=(Span(37, 40),))
        >>> (told,) = interviews.find(article)
        >>> interviewed(article, told, people(source.resolve(article, [said]))).name
        'Ana Sorin'
    """
    if told.span is None or told.interviewer is None:
        return None
    number = document.sentence_at(told.span.start)
    sentence = told.span if number is None else document.sentences[number]
    here = _within(named, sentence)
    first = told.interviewer.start <= told.span.start
    before = [(at, source) for at, source in here if at.start < told.span.start]
    if not before and not first:
        held = (
            s
            for at, s in here
            if at.end <= told.interviewer.start and _HELD.search(document.normal, told.span.start, at.start)
        )
        within = next(held, None)
        gave = _GAVE.search(document.normal, told.span.start, told.interviewer.start)
        if within is not None or gave is not None:
            return within or _only_one(document, named, number) or speaker
    if before and not first:
        at, source = before[-1]
        return source if _ANOTHER.search(document.normal, at.end, told.span.start) is None else None
    if _COMMENTS.match(document.normal, sentence.start, told.span.start):
        return speaker
    if number and _PRONOUN.match(document.normal, sentence.start, told.span.start):
        return _only_one(document, named, number)
    behind = [(at, source) for at, source in here if told.span.end <= at.start]
    fronted = first or told.span.start - sentence.start <= _NEAR
    if not fronted or not behind or behind[0][0].start - told.span.end > _BEHIND:
        return None
    if len(behind) > 1 and _QUESTIONS.search(document.normal, behind[0][0].end, behind[1][0].start):
        return behind[1][1]
    return behind[0][1]


def _only_one(document: Document, named: Sequence[tuple[Span, Source]], number: int | None) -> Source | None:
    """Return the only person of the sentence before."""
    found = _within(named, document.sentences[number - 1]) if number else ()
    known = {source.source_id: source for _, source in found}
    return next(iter(known.values())) if len(known) == 1 else None


def looks_back(document: Document, told: Occasion) -> bool:
    """Tell whether a sentence says of words before it where they were spoken: "her comments came in an interview"."""
    number = document.sentence_at(told.span.start) if told.span is not None else None
    if told.span is None or number is None:
        return False
    return _LOOKING_BACK.search(document.normal, document.sentences[number].start, told.span.end) is not None


def _within(named: Sequence[tuple[Span, Source]], sentence: Span) -> Sequence[tuple[Span, Source]]:
    """Return those of *named* who stand in a sentence."""
    first, last = (bisect_left(named, at, key=lambda pair: pair[0].start) for at in (sentence.start, sentence.end))
    return [pair for pair in named[first:last] if pair[0].end <= sentence.end]


def _takes_the_floor(document: Document, source: Source, sentence: Span, found: re.Match[str]) -> bool:
    """Tell whether a source is the subject of the words of a scene, not of another clause before them."""
    behind = found.group().endswith(_BEFORE)
    stop = min(found.end() + _BEHIND, sentence.end) if behind else found.start()
    starts = [mention.start for mention in source.mentions]
    i = bisect_left(starts, stop) - 1
    if i < 0 or starts[i] < (found.end() if behind else sentence.start):
        return False
    return behind or _ANOTHER.search(document.normal, source.mentions[i].end, stop) is None
