"""Mend the edges of what the network finds: quotations, insertions, verbs and names that it cuts in two."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from credtag.attribution.occasions import citing
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import cues, grammar
from credtag.document.segment import abbreviations
from credtag.labels import CueType
from credtag.records import Document, Span

RELATIVE = frozenset(("who", "which", "that", "whom"))
_ADJUNCT = grammar.PREPOSITION | grammar.SUBORDINATOR | grammar.ADVERB | grammar.MOMENT | grammar.TIME | grammar.MONTH
_COMMA = re.compile(r"[\"']?,[\"']? ")
_GOING_ON = re.compile(r", (?:and|but) ")  # with the story: '"It is late," she said, and the lights went out'
_DANGLING = re.compile(r"[ ,]+(?:and|but|or)$")  # joins what is no part of the content
_NOUN_CUE = re.compile(r"\w+(?: \w+)??(?P<gap> )(?:an? |the |any )?(?P<noun>[a-z]+)")
_AGENT = re.compile(r" (?:by|from|in) [^.;:\"]{2,60}? (?=that\b)")
_REPLY = re.compile(r"(?P<anaphor>that|this|it|them), (?P<verb>[a-z]+ing) (?:that )?")
_AS_SAYING = re.compile(rf",?{citing.AS_SAYING} ")
_REST = re.compile(r" [^,;:.!?\"\n]{1,60}")
_OPEN = grammar.words(
    "a an the every its our their your whose among into than if whether because"
)  # no phrase ends with these
_PERSONS = frozenset(("he", "she", "they"))
_THOUGHT = frozenset((CueType.BELIEF, CueType.KNOWLEDGE, CueType.EMOTION))
_ALSO = re.compile(r",? (?:and|but) ")
_BEFORE = 30  # characters before a source that may say that somebody is right
_RIGHT = re.compile(r"\b(?:right|wrong|correct|mistaken|lying|joking|honest|serious)[\"']? when $")
_NEAR = 8  # characters looked at beside an edge


def mended(document: Document, raws: Sequence[Raw]) -> list[Raw]:
    """Mend the edges of content and source.

    Content that reaches into a quotation gets the rest of it, unless another attribution has a share in that.
    """
    spans = [span for raw in raws for span in (*raw.content, *raw.cue, *raw.source)]
    edges = sorted({*(span.start for span in spans), *(span.end - 1 for span in spans)})
    return [_mended(document, _about(document, raw), edges) for raw in raws]


def _mended(document: Document, raw: Raw, edges: Sequence[int]) -> Raw:
    content = _joined(_whole(document, piece, edges) for piece in _lone(document, _unfronted(document, raw)))
    source = tuple(_unstopped(document, source) for source in raw.source)
    same = content == raw.content and source == raw.source
    return raw if same else evolve(raw, content=content, source=source)


def acts(document: Document, raw: Raw) -> Iterator[Raw]:
    """Take acts of speech apart that the network joins.

    A sentence in quotation marks that follows indirect speech is an act of its own, without a cue; so is what a second verb
    introduces: "said A, going on to say B", and a reply to what was said: "rejected that, insisting C".
    """
    first, *later = raw.content
    if raw.cue[0].start < first.start and _quotation(document, first.start) is None:
        later = [piece for piece in later if not _sentence(document, piece)]
    act = raw if len(raw.content) == 1 else evolve(raw, content=(first,))
    if raw.cue[-1].end < first.start and (reply := _reply(document, first)) is not None:
        anaphor, cue, first = reply
        yield evolve(raw, content=(anaphor,))
        act = evolve(raw, content=(first,), cue=(cue,))
    for piece in later:
        story = _GOING_ON.fullmatch(document.normal, raw.cue[-1].end, piece.start)
        if story and _quotation(document, first.start) and not _quotation(document, piece.start):
            continue
        if citing.cites(document, raw.cue[-1]) and _AS_SAYING.match(document.normal, act.content[-1].end, piece.start):
            act = evolve(raw, content=(piece,))  # "cited | Ana Sorin, a chemist, as saying that | the pier was shut"
            continue
        verb = _verb_before(document, act.content[-1].end, piece.start)
        if verb is None or verb.overlaps(raw.cue[0]):
            act = evolve(act, content=(*act.content, piece))
        else:
            yield act
            act = evolve(raw, content=(piece,), cue=(verb,))
    yield act


def _reply(document: Document, piece: Span) -> tuple[Span, Span, Span] | None:
    """Return the parts of a content with two acts: "rejected | that, | insisting | all was well"."""
    found = _REPLY.match(document.normal, piece.start, piece.end)
    if found is None or found.end() >= piece.end:
        return None
    verb = _verb_before(document, *found.span("verb"))
    return None if verb is None else (Span(*found.span("anaphor")), verb, Span(found.end(), piece.end))


def _about(document: Document, raw: Raw) -> Raw:
    """Give a claim back to the one who made it: "dismissed | a report by Radio Lumen that C", not "dismissed a report … C"."""
    cue, first = raw.cue[-1], raw.content[0]
    found = _NOUN_CUE.fullmatch(document.normal, cue.start, cue.end)
    if found is None or not raw.source or raw.source[0].start > cue.start or first.start < cue.end:
        return raw
    agent = _AGENT.match(document.normal, cue.end, first.start + len("that"))
    noun = any(form.part == "noun" for form in cues.forms().get(found["noun"], ()))
    if agent is None or not noun or agent.end() != first.start:
        return raw
    return evolve(
        raw,
        cue=(*raw.cue[:-1], Span(cue.start, found.start("gap"))),
        content=(Span(found.end("gap"), first.end), *raw.content[1:]),
    )


def shared(document: Document, raws: Sequence[Raw]) -> list[Raw]:
    """Give a participle without a source the subject of its sentence: "Calling it safe, Ana Sorin said …"."""
    subjects = {raw.source[0].start: raw.source for raw in raws if raw.source}
    result = []
    for raw in raws:
        if not raw.source and document.slice(raw.cue[0]).partition(" ")[0].endswith("ing"):
            gap = _COMMA.match(document.normal, raw.content[-1].end)
            if gap is not None and gap.end() in subjects:
                raw = evolve(raw, source=subjects[gap.end()])
        result.append(raw)
    return result


def inner(document: Document, raws: Sequence[Raw]) -> list[Raw]:
    """Give a speaker what only hangs on its content: "says she hopes so, | but she knows that C", "was right | when he said C"."""
    result: list[Raw] = []
    for raw in raws:
        if result and raw.source and _hangs(document, result[-1], raw):
            before = result[-1]
            whole = Span(before.content[-1].start, raw.content[-1].end)
            result[-1] = evolve(before, content=(*before.content[:-1], whole))
        else:
            result.append(raw)
    return result


def _hangs(document: Document, before: Raw, raw: Raw) -> bool:
    last, source = before.content[-1], raw.source[0]
    if not (
        before.cue
        and before.cue[-1].end < last.start < last.end < source.start < raw.cue[0].start < raw.content[0].start
    ):
        return False
    who = document.normal[source.start : source.end].lower()
    if who not in _PERSONS or document.slice(before.cue[-1]).endswith("ing"):
        return False
    if _RIGHT.search(document.normal[max(last.start, source.start - _BEFORE) : source.start]):
        return True
    opens = document.normal[last.start : last.end].lower().removeprefix("that ").startswith(f"{who} ")
    return (
        opens
        and _ALSO.fullmatch(document.normal, last.end, source.start) is not None
        and _thinks(document, raw.cue[-1])
    )


def _thinks(document: Document, cue: Span) -> bool:
    forms = cues.within(document.lowers, *document.token_range(cue))
    return any(entry.cue_type in _THOUGHT for form in forms for entry in form.cues)


def _verb_before(document: Document, floor: int, start: int) -> Span | None:
    """Return the cue, a single verb, that ends a gap between two pieces of content."""
    first, last = document.token_range(Span(floor, start)) if floor < start else (0, 0)
    verb = first < last and any(
        form.part == "verb" and len(form.words) == 1 for form in cues.match(document.lowers, last - 1, last)
    )
    return Span(document.tokens[last - 1].start, document.tokens[last - 1].end) if verb else None


def _sentence(document: Document, piece: Span) -> bool:
    """Tell whether a piece is a quotation that begins behind the end of a sentence."""
    quotation = _quotation(document, piece.start)
    before = document.normal[max(piece.start - _NEAR, 0) : piece.start].rstrip()
    return quotation is not None and quotation.start == piece.start and before.endswith((".", "!", "?", '"'))


def _joined(pieces_: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for piece in sorted(pieces_):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)


def _whole(document: Document, piece: Span, edges: Sequence[int]) -> Span:
    start, end = piece.start, piece.end
    quotation = _quotation(document, start)
    if quotation is not None and not _any(edges, quotation.start, start):
        start = quotation.start
    quotation = _quotation(document, end - 1)
    if quotation is not None and quotation.start >= start - 1 and not _any(edges, end, quotation.end):
        end = quotation.end
    end = max(end, piece.end)
    if dangling := _DANGLING.search(document.normal, max(start + 1, end - _NEAR), end):
        end = dangling.start()
    end = _finished(document, end, edges)
    if document.normal[end - 1] in ".;," and end - start > 1 and _quotation(document, end - 1) is None:
        end -= 1 + (document.normal[end - 2] == " ")
    return Span(start, end)


def _finished(document: Document, end: int, edges: Sequence[int]) -> int:
    """Return where content ends that breaks off behind an article or preposition: "found no evidence of | fraud"."""
    at = document.token_at(end - 1)
    number = document.sentence_at(end - 1)
    kinds = grammar.read(document).kinds[at : at + 2]
    if number is not None and document.normal[end - 1 : end + 1] == "--":
        stop = document.sentences[number].end
        return end if _any(edges, end, stop) else stop  # "the road was -|- and is -- shut"
    if number is None or len(kinds) < 2 or kinds[1] & (grammar.MOMENT | grammar.TIME | grammar.PREPOSITION):
        return end
    if not kinds[0] & grammar.COMPLEMENT and document.lowers[at] not in _OPEN:
        return end
    stop = document.sentences[number].end
    rest = _REST.match(document.normal, end, stop)
    return end if rest is None or _any(edges, end, rest.end()) else rest.end()


def _quotation(document: Document, offset: int) -> Span | None:
    number = document.quotation_at(offset)
    if number is None or not document.quotations[number].closed:
        return None
    return document.quotations[number].span


def _any(edges: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(edges, start) < bisect_left(edges, end)


def _unstopped(document: Document, source: Span) -> Span:
    """Leave out the full stop of a sentence that ends with its source."""
    number = document.sentence_at(source.start)
    if number is None or document.sentences[number].end != source.end or document.normal[source.end - 1] != ".":
        return source
    word = document.normal[source.start : source.end - 1].rpartition(" ")[2]
    return source if len(word) < 2 or word in abbreviations() else Span(source.start, source.end - 1)


def _lone(document: Document, content: Sequence[Span]) -> tuple[Span, ...]:
    """Return content without the relative pronouns that stand in it alone."""
    return tuple(piece for piece in content if document.slice(piece).lower() not in RELATIVE) or tuple(content)


def _unfronted(document: Document, raw: Raw) -> tuple[Span, ...]:
    """Return content without an adjunct that only opens the sentence: "On Monday, Ana Sorin said the port would close"."""
    first, *later = raw.content
    if not later or not raw.source or _quotation(document, first.end - 1) is not None:
        return raw.content
    before, behind = (
        document.normal[a:b] for a, b in ((first.end, raw.source[0].start), (raw.cue[0].end, later[0].start))
    )
    at = document.token_at(first.start)
    adjunct = any(kind & _ADJUNCT for kind in grammar.read(document).kinds[at : at + 1])
    return tuple(later) if before == ", " and behind == " " and adjunct else raw.content
