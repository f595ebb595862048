"""Draw anew the boundaries around who is told: "told | the crowd that", "confirmed the plan | to Radio Lumen"."""

from __future__ import annotations

import re

from attrs import evolve

from credtag.attribution.occasions.circumstances import words_of
from credtag.attribution.occasions.outlets import outlet
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import grammar
from credtag.records import Document, Span

_TAIL = 120  # characters of a content's end looked at
_HEARERS = 14  # tokens that may name who is told
_TO_WHOM = re.compile(r" to (?P<whom>(?:the |The )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})$")
_CONFIDING = frozenset(("confirmed", "described", "explained", "revealed", "admitted", "disclosed", "denied"))
_ORDERED = re.compile(
    r"(?:was|were|been|being|is|are) (?:told|asked|ordered|urged|warned|advised|instructed|reminded|invited|encouraged)$"
)


def relative(document: Document, raw: Raw) -> Raw:
    """Leave out of content what is told of the hearer: "told Kompas, a paper | that has closed, | that …"."""
    first, *later = raw.content
    at = document.token_at(first.start)
    kinds, lowers = grammar.read(document).kinds, document.lowers
    told = lowers[at : at + 1] == ("that",) and at + 1 < len(lowers) and bool(kinds[at + 1] & grammar.AUXILIARY)
    behind = document.token_at(later[0].start) if later else len(lowers)
    again = lowers[behind : behind + 1] == ("that",)
    return evolve(raw, content=tuple(later)) if told and again else raw


def hearer(document: Document, raw: Raw) -> Raw:
    """Leave out of content who is told: "told | the crowd that …"."""
    content, cue = raw.content[0], raw.cue[-1]
    first, last = document.token_range(content)
    if content.start != cue.end + 1 or document.normal[cue.start : cue.end].lower().rpartition(" ")[2] not in words_of(
        "telling"
    ):
        return raw
    lowers, kinds = document.lowers[first : min(last, first + _HEARERS)], grammar.read(document).kinds
    at = lowers.index("that") if "that" in lowers[1:] and lowers[0] != "that" else 0
    if not at or any(kinds[i] & (grammar.AUXILIARY | grammar.MARK) for i in range(first, first + at)):
        return raw
    return evolve(raw, content=(Span(document.tokens.starts[first + at], content.end), *raw.content[1:]))


def told(document: Document, raw: Raw) -> Raw:
    """Leave out of content which outlet it was told: "confirmed the plan | to Radio Lumen"."""
    last = raw.content[-1]
    found = _TO_WHOM.search(document.normal, max(last.start + 1, last.end - _TAIL), last.end)
    behind = raw.cue[-1].end < last.start and document.quotation_at(last.end - 1) is None
    if found is None or not behind or document.slice(raw.cue[-1]).lower() not in _CONFIDING:
        return raw
    if outlet(found["whom"]) is None:
        return raw
    return evolve(raw, content=(*raw.content[:-1], Span(last.start, found.start())))


def ordered(document: Document, raw: Raw) -> Raw:
    """Leave out of content who was told: "The tenants | were told | to leave"."""
    first, *later = raw.content
    cue = raw.cue[-1]
    told = later and first.end + 1 == raw.cue[0].start and _ORDERED.search(document.normal, cue.start, cue.end)
    return evolve(raw, content=tuple(later)) if told and not raw.source else raw
