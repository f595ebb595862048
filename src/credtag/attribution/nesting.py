"""Attributions inside the contents of others, at any depth."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from credtag.attribution import layout
from credtag.attribution.constructions import inserted
from credtag.attribution.extraction import Extract
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import cues
from credtag.labels import CueType, Stance
from credtag.records import Document, Span, hull

_FIRST_PERSON = frozenset(("i", "we"))
_THIRD_PERSON = frozenset(("he", "she", "they", "it"))
_RELATIVE = frozenset(("who", "which"))
_OBJECT = "object"  # the construction of "criticized the plan"
_REPORTING = frozenset(
    ("as", "clause", "gerund", "infinitive", "quote", "that")
)  # what a verb also takes that reports its object
_AIMS = frozenset(("for", "against"))  # of "asked for the plan", "warned against the plan"
_SUPPOSING = frozenset(("do", "does", "did", "don't", "would", "can", "if", "whenever", "unless", "whether", "time"))
_EARLIER = frozenset(("had", "have", "has", "'d", "'ve", "did", "didn't", "was", "were"))
_ANYTHING = frozenset(("any", "anybody", "anyone", "anything", "much"))
_NEGATIONS = ("not", "n't", "n\u2019t", "never")
_DEEPEST = 12
_NEAR = 6  # characters before "she" in "that she felt"
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


_Level = list[tuple[_Node, Raw]]  # contents to search, and inside which attribution


def nest(document: Document, extract: Extract, answers: Sequence[Span] = ()) -> list[Nested]:
    """Extract the outermost attributions, then, level by level, those inside contents; return outer before inner.

    What is found in a turn of a transcript, in one of the *answers* of an interview or in a signed quotation is inside it.
    """
    found = extract(document, None)[0]
    laid_out = layout.find(document, answers)
    roots, level = _held(document, found, laid_out) if laid_out else _plain(found)
    for _ in range(_DEEPEST):
        if not level:
            break
        places = [(node, raw, part) for node, raw in level for part in _interiors(document, raw)]
        inner = extract(document, [part for *_, part in places])
        found_in = [(node, raw, raws) for (node, raw, _), raws in zip(places, inner, strict=True)]
        found_in += [(node, raw, list(inserted.within(document, raw))) for node, raw in level]
        level = []
        for node, held, raws in found_in:
            for raw in raws:
                toned = held is not node.raw  # by "she felt", whose content is still her own
                if raw.content == held.content or (toned and _first_person(document, raw)):
                    continue
                if _same_act(document, raw, held) or _unclaimed(document, raw):
                    level.append((node, raw))
                else:
                    node.children.append(_Node(raw))
                    level.append((node.children[-1], raw))
    return list(_numbered(roots))


def _numbered(roots: Sequence[_Node]) -> Iterator[Nested]:
    waiting: list[tuple[_Node, int | None]] = [(node, None) for node in reversed(roots)]
    at = 0
    while waiting:
        node, inside = waiting.pop()
        yield Nested(node.raw, inside)
        waiting.extend((child, at) for child in reversed(node.children))
        at += 1


def _plain(found: Sequence[Raw]) -> tuple[list[_Node], _Level]:
    roots = [_Node(raw) for raw in found]
    return roots, [(node, node.raw) for node in roots]


def _held(document: Document, found: Sequence[Raw], laid_out: Sequence[Raw]) -> tuple[list[_Node], _Level]:
    """Put what was found in the contents that layout shows inside them; what reaches out of one loses what is in it.

    A content in which nothing was found is searched afresh: to the rules quotations are closed blocks, and the network takes
    some turns for one content.
    """
    nodes = sorted((_Node(raw) for raw in laid_out), key=lambda node: node.raw.content[0])
    ends = [hull(node.raw.content).end for node in nodes]
    whole = [hull((*node.raw.content, *node.raw.cue, *node.raw.source)) for node in nodes]
    level: _Level = []
    searched: set[int] = set()

    def taken(span: Span) -> bool:
        i = bisect_right(ends, span.start)
        return any(whole[k].overlaps(span) for k in range(i - 1, i + 1) if 0 <= k < len(nodes))

    free = []
    for raw in found:
        reach = hull((*raw.content, *raw.cue, *raw.source))
        i = bisect_right(ends, reach.start)
        if i < len(nodes) and nodes[i].raw.content[0].covers(reach):
            if raw.content == nodes[i].raw.content:
                continue
            searched.add(i)
            own = _same_act(document, raw, nodes[i].raw) or _begins(raw, nodes[i].raw)
            child = nodes[i] if own else _Node(raw)
            if child is not nodes[i]:
                nodes[i].children.append(child)
            level.append((child, raw))
            continue
        content = tuple(piece for piece in raw.content if not taken(piece))
        if content and not any(taken(span) for span in (*raw.cue, *raw.source)):
            free.append(_Node(evolve(raw, content=content)))
    roots = sorted([*free, *nodes], key=lambda node: node.raw.content[0])
    afresh = [node for i, node in enumerate(nodes) if i not in searched]
    return roots, [*((node, node.raw) for node in (*free, *afresh)), *level]


def _begins(raw: Raw, passage: Raw) -> bool:
    """Tell whether the beginning of a passage was taken for the words of somebody in it."""
    return passage.pattern == layout.PASSAGE and raw.content[0].start == passage.content[0].start


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


def _first_person(document: Document, raw: Raw) -> bool:
    return bool(raw.source) and document.slice(raw.source[0]).lower() in _FIRST_PERSON


def _same_act(document: Document, inner: Raw, outer: Raw) -> bool:
    """Tell whether the inner cue, a verb, only tones down the outer act: "I think", "said she felt"."""
    if not inner.cue or not inner.source:
        return not inner.cue
    word = document.slice(inner.source[0]).lower()
    if not _thinks(document, inner.cue[-1], knows=word in _FIRST_PERSON):
        return False
    if word in _FIRST_PERSON or outer.pattern in (layout.ANSWER, layout.TURN):
        return word in _FIRST_PERSON
    if word not in _THIRD_PERSON or inner.source[0].start > outer.content[0].start + _NEAR:
        return False
    earlier = "had" in document.lowers[slice(*document.token_range(inner.cue[0]))]
    quoted = document.quotation_at(inner.source[0].start) is not None  # a speaker quoted would say "I"
    return not earlier and not quoted


def _unclaimed(document: Document, raw: Raw) -> bool:
    """Tell whether an act inside a content is no claim of its own, unlike what may be reported in it.

    What its speaker says or wants now is the content itself ("I swear that"), and whom somebody supports, attacks or talks
    about is no claim, unlike what they demand, ask for or deny.
    """
    if not raw.cue or not raw.source:
        return False
    forms = tuple(_verbs(document, raw.cue[-1]))
    now = _first_person(document, raw) and not any("past" in form.shapes for form in forms)
    target = raw.pattern == _OBJECT and (_nothing(document, raw) or not any(map(_reports, forms)))
    return now or target or _idle(document, raw)


def _nothing(document: Document, raw: Raw) -> bool:
    """Tell whether an act is told of that was none: "has not proposed anything"."""
    words = document.lowers[slice(*document.token_range(raw.cue[0]))]
    first = document.lowers[document.token_at(raw.content[0].start)]
    return first in _ANYTHING and any(word.endswith(_NEGATIONS) for word in words)


def _reports(form: cues.Form) -> bool:
    denies = any(cue.stance is Stance.DENIES and cue.cue_type is CueType.STATEMENT for cue in form.cues)
    return denies or form.words[-1] in _AIMS or not _REPORTING.isdisjoint(form.takes)


def _idle(document: Document, raw: Raw) -> bool:
    """Tell whether nobody in particular speaks inside a content: "a clerk who says that", "do you think that"."""
    first, last = document.token_range(raw.source[0])
    word, before = document.lowers[first], document.lowers[first - 1] if first else ""
    if last - first > 1:
        return False
    if word == "you":
        return before in _SUPPOSING or document.slice(raw.cue[-1]).lower() == "know"
    return word in _RELATIVE and before != "," and _now(document, raw.cue[0])


def _now(document: Document, cue: Span) -> bool:
    """Tell whether a verb stands in the present: "want", "is asking"."""
    words = document.lowers[slice(*document.token_range(cue))]
    past = any("past" in form.shapes and "base" not in form.shapes for form in _verbs(document, cue))
    return not past and _EARLIER.isdisjoint(words)


def _verbs(document: Document, cue: Span) -> Iterator[cues.Form]:
    forms = cues.within(document.lowers, *document.token_range(cue))
    return (form for form in forms if form.part == "verb")


def _thinks(document: Document, cue: Span, *, knows: bool) -> bool:
    """Tell whether a cue is a verb of belief or, in the present, "I know"."""
    first, last = document.token_range(cue)
    knows = knows and "to" not in document.lowers[first:last]  # "we want to know"
    return any(
        entry.cue_type is CueType.BELIEF or (knows and entry.cue_type is CueType.KNOWLEDGE and "base" in form.shapes)
        for form in _verbs(document, cue)
        for entry in form.cues
    )
