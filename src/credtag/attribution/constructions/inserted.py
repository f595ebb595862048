"""Attributions inserted into what they attribute: "The driver, police said, told officers that C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from credtag.attribution import rules
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import cues, grammar, phrases, verbs
from credtag.records import Document, Span, hull

_LONGEST = 90  # characters of what stands before an insertion
_TELLING = frozenset(("addressee", "oinfinitive"))
_SAYS = re.compile(  # behind "The doctor told"
    r"(?: [^,.;:\"]{1,40})?(?P<comma>, )(?P<who>[^,.;:\"]{1,40}?) (?P<cue>said|says|say|recalled|recalls|testified|alleges|alleged), "
)


def rejoined(document: Document, raws: Sequence[Raw]) -> list[Raw]:
    """Give whom an insertion names the whole clause around it; what that clause reports in turn is inside it.

    Example:
        >>> from credtag import document
        >>> text = "The driver, police said, told officers that it was late."
        >>> article = document.read(text)
        >>> said = Raw((Span(0, 10),), (Span(19, 23),), (Span(12, 18),))
        >>> told = Raw((Span(39, 55),), (Span(25, 29),), (Span(12, 18),))
        >>> [[article.slice(piece) for piece in raw.content] for raw in rejoined(article, [said, told])]
        [['The driver', 'told officers that it was late']]
    """
    whole = [_whole(document, raw, raws) for raw in raws]
    taken = [raw.content[-1] for raw, before in zip(whole, raws, strict=True) if raw is not before]
    return [
        raw
        for raw, before in zip(whole, raws, strict=True)
        if raw is not before or not any(place.covers(raw.cue[0]) for place in taken)
    ]


def _whole(document: Document, raw: Raw, raws: Sequence[Raw]) -> Raw:
    """Return an attribution with the clause around it as its content, if it is an insertion that parts one."""
    if not raw.source or not raw.cue:
        return raw
    said = _SAYS.match(document.normal, raw.cue[-1].end)
    if said is not None and said.end() == raw.content[0].start and raw.source[0].start < raw.cue[0].start:
        told = Span(raw.source[0].start, said.start("comma"))  # "The doctor told her", she says, | that C
        if _telling(document, told) is not None:
            cue, source = Span(*said.span("cue")), Span(*said.span("who"))
            return evolve(raw, content=(told, *raw.content), cue=(cue,), source=(source,))
    before, behind = _around(document, hull((*raw.source, *raw.cue)))
    if before is None or behind is None:
        return raw
    first, last = raw.content[0], raw.content[-1]
    if first == before and len(raw.content) == 1:  # "The driver" | police said | told officers that C
        other = next((r for r in raws if r.cue and r.cue[0].start == behind and r.content[0].start > behind), None)
        added = other is not None and document.slice(other.cue[0]).partition(" ")[0].endswith("ing")  # ", adding that"
        return raw if other is None or added else evolve(raw, content=(before, Span(behind, other.content[-1].end)))
    if first.start == behind:  # "She told him", he said, | that C
        return raw if _telling(document, before) is None else evolve(raw, content=(before, *raw.content))
    rest = raw.content[1] if first == before else first
    if rest.start < behind or (rest.start == behind and rest is last) or not _tells(document, Span(behind, last.end)):
        return raw
    return evolve(raw, content=(before, Span(behind, last.end)))  # "The driver", Sorin said, told officers | that C


def _tells(document: Document, clause: Span) -> bool:
    """Tell whether a clause begins with what its subject does to somebody: "told officers that C"."""
    scope = grammar.scope(grammar.read(document), clause)
    verb = verbs.group(scope, scope.first, scope.first, scope.last)
    return verb is not None and not verb.takes.isdisjoint(_TELLING)


def _around(document: Document, inserted: Span) -> tuple[Span | None, int | None]:
    """Return what stands before an insertion in its sentence, between commas, and where the sentence goes on."""
    number = document.sentence_at(inserted.start)
    start = inserted.start if number is None else document.sentences[number].start
    text = document.normal
    parted = text[inserted.start - 2 : inserted.start] == ", " and text[inserted.end : inserted.end + 2] == ", "
    words = text[start : inserted.start - 2]
    if not parted or not words or len(words) > _LONGEST or '"' in words or "," in words:
        return None, None
    return Span(start, inserted.start - 2), inserted.end + 2


def _telling(document: Document, clause: Span) -> tuple[Span, Span] | None:
    """Return the source and the cue of a clause that ends with whom somebody told something: "She told him"."""
    scope = grammar.scope(grammar.read(document), clause)
    for head in scope.hits(scope.first, scope.last):
        verb = verbs.group(scope, head, scope.first, scope.last)
        if verb is None or verb.shape != "finite" or verb.takes.isdisjoint(_TELLING):
            continue
        source = phrases.left(scope, verb.lead, scope.first)
        if source is not None and phrases.right(scope, verb.stop, scope.last) == scope.last:
            return scope.span(*source), scope.span(verb.start, verb.stop)
    return None


def within(document: Document, raw: Raw) -> Iterator[Raw]:
    """Yield what a clause around an insertion reports in turn: "the driver | told | that C"."""
    if not raw.cue or len(raw.content) < 2:
        return
    before, behind = raw.content[0], raw.content[1]
    if not (before.end < raw.cue[0].start < behind.start) or document.normal[before.start : before.end].endswith('"'):
        return
    if (told := _telling(document, before)) is not None:
        yield Raw((behind,), (told[1],), (told[0],), "that")
    elif not any(cues.within(document.lowers, *document.token_range(before))):
        yield from (
            inner
            for inner in rules.extract(grammar.read(document), behind, before)
            if inner.source and inner.source[0] == before
        )
