"""The occasion of an utterance: where, how and to whom it was made, and through whom it came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from credtag.attribution.occasions import citing
from credtag.attribution.occasions.circumstances import rows, words_of
from credtag.attribution.occasions.citing import HEAD_ENDS, names_a_source
from credtag.attribution.occasions.clause import Clause, Hit, clause_around, sentence_clause
from credtag.labels import Channel
from credtag.records import Attribution, Document, Occasion, Span, hull

_EMPLOYED = re.compile(  # on what somebody works, not where the words were spoken: "Sorin, a host on Radio Lumen"
    r"\b(?:(?:(?<!\bby a )(?<!\bby the )(?:co-)?(?:hosts?|anchors?|presenters?)|hosting|stars?|starred|starring|judges?|contestants?|panell?ists?|regulars?"
    r"|works?|worked|commentators?|analysts?|pundits?|contributors?|characters?|performs?|sings?|sang|competed|fixtures?)(?: \w+)?"
    r"|(?:plays?|played|playing|portray(?:s|ed|ing)|imitat(?:es|ed|ing)|impersonat(?:es|ed|ing)) [^,;:\x00]{1,40}) \Z"
)
_BEFORE = 60  # characters before a place in which that may stand
_LONGEST = 80  # characters of a noun phrase that names who is cited


def find(document: Document, attribution: Attribution, around: Attribution | None = None) -> Occasion:
    """Find the occasion of an utterance in the words around its cue and source.

    Args:
        document: The article.
        attribution: A source, a cue and a content found in it.
        around: The attribution whose content holds this one, if any: what lies outside that content is its occasion.

    Returns:
        The channel, the outlet spoken to, the outlets that passed the words on, and whom the source cites.

    Example:
        >>> from credtag import document
        >>> text = "The dam is safe, Ana Sorin told Radio Lumen in an interview."
        >>> article = document.read(text)
        >>> said = Attribution((Span(0, 15),), cue=(Span(27, 31),), source=(Span(17, 26),))
        >>> occasion = find(article, said)
        >>> occasion.channel, article.slice(occasion.interviewer)
        (<Channel.INTERVIEW: 'interview'>, 'Radio Lumen')
    """
    anchors = (*attribution.cue, *attribution.source)
    if not anchors:
        return Occasion()
    clause = clause_around(document, attribution, hull(anchors), () if around is None else around.content)
    channels = list(_channels(document, attribution, clause))
    stop = clause.start + len(clause.text)
    beside = list(clause.hits("near", clause.start, stop))
    scenes, others = (
        [h for h in hits if clause.belongs(h.span)] for hits in (clause.hits("scene", clause.start, stop), beside)
    )
    scenes = [h for h in scenes if h.slot is None or h.slot.start > h.span.start]  # no "Radio Lumen asked her"
    others = [h for h in others if not _in_cue(h, attribution) and not _is_employed(clause, h)]
    near = [*scenes, *others]  # a scene may be told in the cue itself: "opened up to Radio Lumen about"
    uttered = () if _learns(document, attribution) else near
    spoken = [h for h in (*channels, *uttered) if h.row.sense in ("channel", "interviewer", "described")]
    passed = [h.span for h in near if h.row.sense == "relay"]
    if passed:  # "in remarks aired | on Radio Lumen": nobody asked
        spoken = [h for h in spoken if h.slot is None or not any(span.covers(h.span) for span in passed)]
    best = _best(spoken, attribution)
    elsewhere = (h.span for h in (*channels, *near) if h.row.sense == "elsewhere" and clause.is_close(h.span))
    return Occasion(
        channel=best.row.channel if best else Channel.UNSTATED,
        span=best.span if best else next(elsewhere, None),
        interviewer=next((h.slot for s in ("interviewer", "described") for h in spoken if h.row.sense == s), None),
        relays=_slots(near, "relay", attribution),
        upstream=_slots(near, "upstream", attribution) or _cited(document, attribution),
        reported=None if attribution.source else next((h.span for h in beside if h.row.sense == "reported"), None),
    )


def scene(document: Document, sentence: Span) -> Occasion | None:
    """Find the interview that a sentence of the story tells of.

    Example:
        >>> from credtag import document
        >>> article = document.read("Ana Sorin sat down with Radio Lumen on Monday.")
        >>> article.slice(scene(article, article.sentences[0]).interviewer)
        'Radio Lumen'
    """
    hit = next(sentence_clause(document, sentence).hits("scene", sentence.start, sentence.end), None)
    return None if hit is None else Occasion(hit.row.channel, hit.span, hit.slot)


@cache
def scene_words() -> frozenset[str]:
    """Return the words of which one occurs in every sentence that tells of an interview."""
    return frozenset(word for row in rows("scene") for word in row.triggers)


def _channels(document: Document, attribution: Attribution, clause: Clause) -> Iterator[Hit]:
    """Yield what the cue, its addressee and the head of the source say of the channel."""
    for cue in attribution.cue:
        yield from clause.hits("cue", cue.start, cue.end)
        told = _told(document, cue)
        behind = (cue.end if told is None else told) + 1
        if behind < clause.start + len(clause.text):
            yield from clause.opening("hearer" if told is None else "addressee", behind)
    for piece in attribution.content:  # "confirmed the plan | to Radio Lumen"
        if clause.hull.end < piece.end + 1 < clause.start + len(clause.text):
            yield from clause.opening("hearer", piece.end + 1)
    if attribution.source:
        source = hull(attribution.source)
        head = HEAD_ENDS.split(document.normal[source.start : source.end], maxsplit=1)[0]
        yield from clause.hits("head", source.start, source.start + len(head))


def _told(document: Document, cue: Span) -> int | None:
    """Return the end of the word of telling in a cue, which may hold the addressee too: "told us"."""
    first, last = document.token_range(cue)
    telling = (i for i in reversed(range(first, last)) if document.lowers[i] in words_of("telling"))
    return next((document.tokens.ends[i] for i in telling), None)


def _best(hits: Sequence[Hit], attribution: Attribution) -> Hit | None:
    """Return the hit that names the channel: "told the paper in a statement" is a statement, "polls see" is a poll.

    What is said of the source, or of the paper it wrote, comes first: "in an email | that was passed to the paper" is a leak.
    Where somebody was "at the march, she told Radio Lumen" is no speech.
    """
    told = any(
        h.row.channel is Channel.INTERVIEW and h.span.start == cue.end + 1 for h in hits for cue in attribution.cue
    )
    asked = any(h.row.channel is Channel.INTERVIEW for h in hits)
    outranked = [Channel.INTERVIEW, Channel.OBSERVATION]
    outranked += [Channel.SPEECH] * told + [Channel.DOCUMENT] * asked
    plain = [h for h in hits if h.row.channel not in outranked]
    papers = [*attribution.source, *(Span(h.span.start + 1, h.span.end) for h in plain[:1])]
    leaked = (
        h
        for h in plain
        if h.row.channel is Channel.LEAK and any(h.span.overlaps(p) and h.span.start >= p.start for p in papers)
    )
    return next(leaked, None) or next(iter(plain), None) or next(iter(hits), None)


def _learns(document: Document, attribution: Attribution) -> bool:
    """Tell whether a cue utters nothing: "the party learned during the debate that C"."""
    cues = (document.lowers[slice(*document.token_range(cue))] for cue in attribution.cue)
    return any(not words_of("learning").isdisjoint(words) for words in cues)


def _in_cue(hit: Hit, attribution: Attribution) -> bool:
    """Tell whether a hit is but the cue itself; "quoted by Radio Lumen as saying" tells of more than the cue."""
    if hit.row.sense == "upstream" or not any(hit.span.overlaps(cue) for cue in attribution.cue):
        return False
    own = hit.slot is None or any(hit.slot.overlaps(piece) for piece in (*attribution.source, *attribution.cue))
    return own or hit.row.sense != "relay"


def _is_employed(clause: Clause, hit: Hit) -> bool:
    """Tell whether a hit only says on what somebody works: "Sorin, who is also a host on Radio Lumen"."""
    end = hit.span.start - clause.start
    return clause.text.startswith("on ", end) and _EMPLOYED.search(clause.text, max(end - _BEFORE, 0), end) is not None


def _slots(hits: Sequence[Hit], sense: str, attribution: Attribution) -> tuple[Span, ...]:
    found: list[Span] = []
    for hit in hits:
        taken = any(hit.slot == piece for piece in attribution.source)
        if hit.row.sense == sense and hit.slot is not None and not taken and hit.slot not in found:
            found.append(hit.slot)
    return tuple(found)


def _cited(document: Document, attribution: Attribution) -> tuple[Span, ...]:
    """Return the source that is all that is cited: "It cited two officers"."""
    content, *later = attribution.content
    cue = attribution.cue[-1] if attribution.cue else None
    if later or cue is None or content.start != cue.end + 1 or content.end - content.start > _LONGEST:
        return ()
    if not citing.cites(document, cue):
        return ()
    return (content,) if names_a_source(document.normal[content.start : content.end]) else ()
