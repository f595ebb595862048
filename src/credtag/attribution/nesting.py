"""Attributions inside the contents of others, at any depth."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from credtag.attribution import cues
from credtag.attribution.extraction import Extract
from credtag.attribution.raw import Raw
from credtag.labels import CueType
from credtag.records import Document, Span

_FIRST_PERSON = frozenset(("i", "we"))
_THIRD_PERSON = frozenset(("he", "she", "they", "it"))
_DEEPEST = 12
_SHORTEST = 4  # tokens that can hold a source, a cue and a content


@frozen
class Nested:
    """A raw attribution and the index of the one whose content holds it."""

    raw: Raw
    inside: int | None = field(default=None)


@frozen(eq=False)
class _Node:
    raw: Raw
    children: list[_Node] = field(factory=list)


def nest(document: Document, extract: Extract) -> list[Nested]:
    """Extract the outermost attributions, then, level by level, those inside contents; return outer before inner."""
    roots = [_Node(raw) for raw in extract(document, None)[0]]
    level = roots
    for _ in range(_DEEPEST):
        places = [(node, part) for node in level for part in _interiors(document, node.raw)]
        if not places:
            break
        level = []
        for (node, _part), raws in zip(places, extract(document, [part for _, part in places]), strict=True):
            inner = [
                _Node(raw) for raw in raws if not _same_act(document, raw, node.raw) and raw.content != node.raw.content
            ]
            node.children.extend(inner)
            level += inner
    found: list[Nested] = []
    waiting: list[tuple[_Node, int | None]] = [(node, None) for node in reversed(roots)]
    while waiting:
        node, inside = waiting.pop()
        at = len(found)
        found.append(Nested(node.raw, inside))
        waiting.extend((child, at) for child in reversed(node.children))
    return found


def _interiors(document: Document, raw: Raw) -> Iterator[Span]:
    """Yield the pieces of a content to search, a quotation without its marks: those in which some word may report."""
    known = cues.forms().keys()
    for piece in raw.content:
        first, last = document.token_range(piece)
        at = document.quotation_at(piece.start)
        if at is not None and any(p.start == piece.start and p.end == piece.end for p in document.quotations[at].parts):
            first, last = first + 1, last - 1
        if last - first >= _SHORTEST and not known.isdisjoint(document.lowers[first:last]):
            yield Span(document.tokens.starts[first], document.tokens.ends[last - 1])


def _same_act(document: Document, inner: Raw, outer: Raw) -> bool:
    """Tell whether the inner cue, a verb, only tones down the outer act: "I think", "said she felt"."""
    if not inner.cue or not inner.source:
        return not inner.cue
    if not any(
        entry.cue_type is CueType.BELIEF and entry.part == "verb"
        for i in range(*document.token_range(inner.cue[-1]))
        for form in cues.match(document.lowers, i, document.token_range(inner.cue[-1])[1])
        for entry in form.cues
    ):
        return False
    word = document.slice(inner.source[0]).lower()
    return word in _FIRST_PERSON or (word in _THIRD_PERSON and inner.source[0].start <= outer.content[0].start + 6)
