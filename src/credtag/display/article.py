"""The article with its claims shaded by level, sources and cues marked, caveats underlined."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from attrs import frozen

from credtag import shown
from credtag.display import notes
from credtag.display.markup import plain, running
from credtag.display.palette import LEVELS, level_class, level_words
from credtag.labels import Level, ZoneKind
from credtag.records import Span, TaggedDocument

_FURNITURE = frozenset((ZoneKind.CREDIT, ZoneKind.APPEAL, ZoneKind.FURNITURE))
_FOOT = (
    '<p class="foot">A level says how a claim is sourced, not whether it is true. '
    "Point at a numbered claim, or press Tab, for its chain and the reasons.</p>"
)
_ROOM = 130  # words whose lines are as high as a note
_LONG = 900  # words of body after which the rest is folded in a notebook


@frozen
class Layer:
    """A stretch of text with the element around it. The lower rank lies outside where two begin together."""

    span: Span
    rank: int
    opening: str  # the tag without its closing bracket
    closing: str
    note: str = ""
    name: str = ""  # the id of the element around its first piece


def reading(tagged: TaggedDocument) -> str:
    """Return legend, marked article and a word on how to read them, as flow content."""
    if tagged.error is not None:
        return f"<p>This article could not be tagged: {running(tagged.error)}</p>"
    return f'<div class="read">{legend(tagged)}\n{article(tagged)}\n{_FOOT}</div>'


def article(tagged: TaggedDocument, *, fold_after: int = _LONG) -> str:
    """Return the marked article as flow content.

    Args:
        tagged: The article.
        fold_after: The number of words after which the rest of the article is folded.
    """
    first: list[_Paragraph] = []
    rest: list[_Paragraph] = []
    words = 0
    for paragraph in _paragraphs(tagged):
        (rest if words > fold_after else first).append(paragraph)
        words += 0 if paragraph.folded else paragraph.words
    blocks = _blocks(first)
    if rest:
        summary = f"The rest of the article ({len(rest)} more paragraphs)"
        blocks += f"\n<details><summary>{summary}</summary>{_blocks(rest)}</details>"
    # A notebook cuts off what hangs out of its cell: keep room for a note where there is little text.
    return blocks if words > 2 * _ROOM else f'<div class="room">{blocks}</div>'


def legend(tagged: TaggedDocument) -> str:
    """Return the legend: the levels that occur, with their number of claims, and the marks."""
    counts = Counter(level_class(claim.grade.level) for claim in shown.claims(tagged))
    chips = [
        f'<li><span class="chip {level}" title="{plain(notes.meaning(None if level == LEVELS[-1] else Level(level)))}">'
        f"{level_words(level)}</span> {counts[level]}</li>"
        for level in LEVELS
        if counts[level]
    ]
    marks = (
        '<li><span class="source">source</span> <span class="cue">cue</span> <span class="caveat">caveat</span></li>'
    )
    return f'<ul class="legend" aria-label="Levels, worst first, with their claims">{"".join(chips)}{marks}</ul>'


def claim_anchor(tagged: TaggedDocument, number: int) -> str:
    """Return the id of the element around a claim, by its number in the article."""
    return f"{_prefix(tagged)}-c{number}"


# --------------------------------------------------------------------------- paragraphs


@frozen
class _Paragraph:
    """A paragraph as HTML; its notes open upwards where little text follows."""

    zone: ZoneKind
    inside: str
    words: int

    @property
    def folded(self) -> bool:
        return self.zone in _FURNITURE

    def html(self, *more: str) -> str:
        style = {ZoneKind.HEADLINE: ["headline"], ZoneKind.BODY: []}.get(self.zone, ["aside"])
        names = " ".join([*style, *more])
        return f'<p class="{names}">{self.inside}</p>' if names else f"<p>{self.inside}</p>"


def _blocks(paragraphs: Sequence[_Paragraph]) -> str:
    blocks = []
    above, below = 0, sum(p.words for p in paragraphs if not p.folded)
    for folded, group in groupby(paragraphs, key=lambda p: p.folded):
        members = list(group)
        if folded:
            blocks.append(_folded(members))
            continue
        for paragraph in members:
            below -= paragraph.words
            blocks.append(paragraph.html(*(["up"] if above >= _ROOM > below else [])))
            above += paragraph.words
    return "\n".join(blocks)


def _paragraphs(tagged: TaggedDocument) -> Iterator[_Paragraph]:
    document = tagged.document
    waiting = sorted(_layers(tagged), key=lambda layer: layer.span)[::-1]
    opened: set[str] = set()
    active: list[Layer] = []
    for span in document.paragraphs:
        while waiting and waiting[-1].span.start < span.end:
            active.append(waiting.pop())
        active = [layer for layer in active if layer.span.end > span.start]
        zone = document.zone_at(span.start)
        # A dateline runs into the first paragraph: what follows it decides.
        zone = document.zone_at(span.end - 1) if zone is ZoneKind.DATELINE else zone
        inside = "".join(_woven(document.text, span, active, opened))
        yield _Paragraph(zone, inside, len(document.slice(span).split()))


def _folded(paragraphs: Sequence[_Paragraph]) -> str:
    kinds = ", ".join(sorted({str(p.zone) for p in paragraphs}))
    summary = f"Not part of the article: {kinds} ({sum(p.words for p in paragraphs)} words)"
    return f"<details><summary>{summary}</summary>{''.join(p.html() for p in paragraphs)}</details>"


# --------------------------------------------------------------------------- layers


def _layers(tagged: TaggedDocument) -> Iterator[Layer]:
    for number, claim in enumerate(shown.claims(tagged), 1):
        level = level_class(claim.grade.level)
        opening = f'<mark class="{level}" data-n="{number}" data-level="{level_words(level)}"'
        note = notes.of_claim(tagged, claim, number)
        for span in claim.attribution.content:
            # A claim of a longer stretch lies outside one of a shorter.
            rank = -2 * (span.end - span.start)
            yield Layer(span, rank, opening, "</mark>", note, claim_anchor(tagged, number))
        for span in claim.attribution.source:
            yield Layer(span, 2, '<span class="source"', "</span>")
        for span in claim.attribution.cue:
            yield Layer(span, 3, '<span class="cue"', "</span>")
    prefix = _prefix(tagged)
    for number, caveat in enumerate(tagged.caveats, 1):
        opening = f'<span class="caveat {caveat.certainty}" data-tag="{plain(notes.tag(caveat))}"'
        yield Layer(caveat.span, 1, opening, "</span>", notes.of_caveat(tagged, caveat), f"{prefix}-w{number}")
    for zone in tagged.document.zones:
        if zone.kind is ZoneKind.DATELINE:
            yield Layer(zone.span, -len(tagged.document.text) * 2, '<span class="aside"', "</span>")


def _prefix(tagged: TaggedDocument) -> str:
    """Return an id prefix of this article: two displays in one notebook must not share ids."""
    return _hashed(f"{tagged.document.doc_id}\0{tagged.document.text}")


@lru_cache(maxsize=8)
def _hashed(name: str) -> str:
    key = name.encode("utf-8", "replace")
    return "c" + hashlib.blake2s(key, digest_size=4).hexdigest()


def _woven(text: str, within: Span, layers: Sequence[Layer], opened: set[str]) -> Iterator[str]:
    """Write *within* with the elements of *layers* around its words, each cut only where it crosses another."""
    starts: dict[int, list[Layer]] = {}
    ends: set[int] = set()
    for layer in layers:
        starts.setdefault(max(layer.span.start, within.start), []).append(layer)
        ends.add(min(layer.span.end, within.end))
    stack: list[tuple[Layer, bool]] = []
    here = within.start
    for there in sorted({*starts, *ends, within.end}):
        yield running(text[here:there])
        here = there
        beginning = starts.get(here, []) if here < within.end else []
        while any(min(layer.span.end, within.end) <= here for layer, _ in stack):
            layer, first = stack.pop()
            yield _closing(layer, first)
            if min(layer.span.end, within.end) > here:
                beginning = [*beginning, layer]
        for layer in sorted(beginning, key=lambda each: each.rank):
            first = layer.name not in opened
            opened.add(layer.name)
            stack.append((layer, first))
            yield _opening(layer, first)


def _opening(layer: Layer, first: bool) -> str:
    """Open an element; the first piece of a claim is the one that the keyboard reaches."""
    reached = f' id="{layer.name}" tabindex="0" aria-describedby="{layer.name}-note"' if layer.note and first else ""
    return f"{layer.opening}{reached}>"


def _closing(layer: Layer, first: bool) -> str:
    if not layer.note:
        return layer.closing
    name = f' id="{layer.name}-note"' if first else ""
    return f'<span class="note" role="tooltip"{name}>{layer.note}</span>{layer.closing}'
