"""What a source does with a content: form, kind of cue, stance, factuality, polarity and hedges.

Works on any cue, from the rules or from a trained tagger, listed in the lexicon or not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from credtag.attribution.constructions import scores
from credtag.attribution.labelling import meaning
from credtag.attribution.labelling.factuality import factuality_of, main_clause, polarity_of
from credtag.attribution.raw import Raw
from credtag.attribution.syntax.grammar import Reading
from credtag.labels import CueType, Form, Polarity, Stance
from credtag.records import Attribution, Document, Span

_STATEMENT = re.compile(r"[.!](?:\s|$)")  # the end of a sentence that is no question
_TAG = re.compile(r", (?:no|right|yes|eh|isn't it|don't you think)\?$")  # asks for assent
_BIDDING = re.compile(
    r"[\"'` ]*(?:(?i:please)\b|Do(?:n't| not) (?!get me wrong|forget|worry)|Let's (?!be\b|face\b|say\b|see\b|just say\b)|Let (?!me\b|us be\b)"
    r"|Never (?:again )?(?:let|go|stop|trust|forget|give)\b"
    r"|(?:Get|Keep|Stop|Go|Come|Leave|Send|Bring|Stay|Wait|Help|Listen|Vote|Hands|Stand|Step|Join|Remember|Return|Release|Free|Save|Protect)"
    r"(?: (?:it|them|him|her|me|us|the|this|that|your|our|out|up|off|away|back|home|down|to|for|on|in|here))\b)"
)


def label(reading: Reading, raw: Raw) -> Attribution:
    """Label one raw attribution."""
    negated = meaning.negated(reading, raw)
    form = _form(reading.document, raw.content)
    clause = main_clause(reading, raw.content)
    cue_type, stance = meaning.of(reading, raw, clause, negated)
    asking = stance is Stance.STATES or (stance is Stance.UNCOMMITTED and cue_type is CueType.QUESTION)
    if (
        (form is Form.DIRECT or _quoted_singly(reading.document, raw.content))
        and asking
        and _only_asks(reading.document, raw.content)
    ):
        stance = Stance.ASKS
    elif (
        form is Form.DIRECT
        and cue_type is CueType.STATEMENT
        and stance is Stance.STATES
        and _bids(reading.document, raw)
    ):
        stance = Stance.WANTS
    factuality, hedges = factuality_of(reading, raw, clause, cue_type, stance)
    doubted = negated and cue_type is CueType.BELIEF and not meaning.doubts(reading, raw)
    return Attribution(
        content=raw.content,
        cue=raw.cue,
        source=raw.source,
        form=form,
        cue_type=cue_type,
        stance=stance,
        factuality=factuality,
        polarity=Polarity.NEGATIVE if doubted else polarity_of(reading, clause),
        hedges=hedges,
        score=scores.of(raw.pattern) if raw.score is None else raw.score,
    )


def _form(document: Document, content: Sequence[Span]) -> Form:
    """Tell by the quotation marks: around all of the content, in it, or nowhere."""
    if all(_quoted(document, piece) for piece in content):
        return Form.DIRECT
    marks = ('"', "''", "``")
    inside = any(mark in document.normal[piece.start : piece.end] for piece in content for mark in marks)
    return Form.MIXED if inside else Form.INDIRECT


def _quoted_singly(document: Document, content: Sequence[Span]) -> bool:
    """Tell whether single marks stand around all of a content, as inside another quotation."""
    words = document.normal[content[0].start : content[-1].end]
    return words.startswith("'") and words.endswith("'")


def _only_asks(document: Document, content: Sequence[Span]) -> bool:
    """Tell whether every sentence of a quotation is a question."""
    ends = [document.normal[piece.start : piece.end].rstrip("\"' ") for piece in content]
    return all(words.endswith("?") and not _STATEMENT.search(words) for words in ends) and not _TAG.search(ends[-1])


def _bids(document: Document, raw: Raw) -> bool:
    """Tell whether a quotation begins with a bidding: "Don't shoot", "Let's go"."""
    return _BIDDING.match(document.normal, raw.content[0].start) is not None


def _quoted(document: Document, piece: Span) -> bool:
    at = document.quotation_at(piece.start)
    return at is not None and any(
        part.start == piece.start and part.covers(piece) for part in document.quotations[at].parts
    )


def narrated(reading: Reading, span: Span) -> Attribution:
    """Label a claim in the publisher's own voice."""
    clause = main_clause(reading, (span,))
    factuality, hedges = factuality_of(reading, Raw((span,)), clause, CueType.NONE, Stance.STATES)
    return Attribution(
        content=(span,),
        form=Form.NARRATED,
        factuality=factuality,
        polarity=polarity_of(reading, clause),
        hedges=hedges,
    )
