"""Leave out of content what the article itself tells of claim, source or document: "a decision that stunned Belmar"."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve

from credtag.attribution.raw import Raw
from credtag.attribution.syntax import grammar
from credtag.records import Document, Span
from credtag.resources import table

_TAIL = 120  # characters of a content's end looked at
_SHORT = 40  # characters behind a cue
_SINCE = re.compile(r" (?:ever )?(?:since|after|because|following) ")
_REASON = re.compile(r"(?:because|as|since|due to)\b")
_TOLD_OF = re.compile(r"(?:\w+ed|known|seen|run|thought|held) (?:by|as|of|for|in|with|to)\b")
_SETTING = re.compile(
    r" (?:in an? (?:[\w-]+ )?(?:e-?mail|statement|letter|tweet|interview|speech|ruling|decision|court filing|note|memo)"
    r"|during (?:an? )?(?:[\w-]+ )?(?:campaign stop|speech|interview|debate|town hall|news conference|press conference|hearing)"
    r"|on (?:Twitter|Facebook|Instagram|Telegram|social media))\b"
)
_OF_IT_ALL = re.compile(
    r", an? (?:[\w-]+ )?(?:decision|report|claim|charge|move|statement|accusation|allegation|step|assertion|prediction|conclusion|ruling"
    r"|warning|proposal|plan|threat|argument|finding|forecast|suggestion|promise|pledge|demand|denial) (?:that|which) (?=[\w']+ )"
)
_OF_WHICH = re.compile(r"(?:an? )?[\w-]+ of (?:which|whom) [^,;:\"\n]{2,160}, ")
_GOES_ON = re.compile(r", (?:is|are|was|were|has|have|had|will|would) ")


def since(document: Document, raw: Raw) -> Raw:
    """Leave out of content what came of the report: "She is under fire | since Kompas reported that | she had left"."""
    first, *later = raw.content
    if not later or not raw.source or not first.end < raw.source[0].start < later[0].start:
        return raw
    between = _SINCE.fullmatch(document.normal, first.end, raw.source[0].start)
    return raw if between is None else evolve(raw, content=tuple(later))


def described(document: Document, raw: Raw) -> Raw:
    """Leave out of content what is told of a source behind its cue: "C, said Kompas, | accused by the opposition of"."""
    if not raw.source or len(raw.content) < 2 or raw.source[-1].start < raw.cue[-1].end:
        return raw
    behind = raw.source[-1].end
    kept = tuple(p for p in raw.content if p.start - behind != 2 or not _TOLD_OF.match(document.normal, p.start))
    return evolve(raw, content=kept) if kept else raw


def judged(document: Document, raw: Raw) -> Raw:
    """Leave out of content what is told of all of it: "ruled that the pier must close, | a decision that stunned Belmar"."""
    last = raw.content[-1]
    if raw.cue[-1].end >= last.start:
        return raw
    found = _OF_IT_ALL.search(document.normal, last.start + 1, last.end)
    if found is None or document.quotation_at(found.start()) is not None:
        return raw
    return evolve(raw, content=(*raw.content[:-1], Span(last.start, found.start())))


def excerpts(document: Document, raw: Raw) -> Raw:
    """Leave out of content what is told of a document: "According to a memo, | parts of which were burnt, | the pier is shut"."""
    first = raw.content[0]
    found = _OF_WHICH.match(document.normal, first.start, first.end)
    if found is None or found.end() >= first.end or not raw.source or raw.source[-1].end > first.start:
        return raw
    return evolve(raw, content=(Span(found.end(), first.end), *raw.content[1:]))


def main(document: Document, raw: Raw) -> Raw:
    """End what a relative clause reports with that clause: "The firm, which said that it had paid, | is bankrupt"."""
    last = raw.content[-1]
    if not raw.source or document.slice(raw.source[0]).lower() not in ("who", "which") or raw.cue[-1].end > last.start:
        return raw
    found = _GOES_ON.search(document.normal, last.start + 1, last.end)
    if found is None or document.quotation_at(found.start()) is not None:
        return raw
    return evolve(raw, content=(*raw.content[:-1], Span(last.start, found.start())))


@cache
def _withholding() -> tuple[str, ...]:
    return tuple(row["phrase"] for row in table("lexicon/vague.tsv") if row["naming"] == "withheld")


def withheld(document: Document, raw: Raw) -> Raw:
    """Leave out of content why a speaker stays unnamed: "she said on condition of anonymity | because …"."""
    cue = raw.cue[-1]
    words = document.normal[cue.start : cue.end + _SHORT].lower()
    if not any(phrase in words for phrase in _withholding()):
        return raw
    content = tuple(piece for piece in raw.content if _REASON.match(document.normal, piece.start) is None)
    return evolve(raw, content=content or raw.content)


def setting(document: Document, raw: Raw) -> Raw:
    """Leave out of a mere object how it was spoken of: "criticized the plan | during a campaign stop in Belmar"."""
    last = raw.content[-1]
    behind = raw.cue[-1].end + 1 == last.start
    found = (
        _SETTING.search(document.normal, max(last.start + 1, last.end - _TAIL), last.end + _SHORT) if behind else None
    )
    if found is None or found.start() >= last.end or '"' in document.normal[found.start() : last.end]:
        return raw
    first, stop = document.token_range(Span(last.start, found.start()))
    kinds, lowers = grammar.read(document).kinds[first:stop], document.lowers[first:stop]
    verbal = any(kind & (grammar.AUXILIARY | grammar.PAST | grammar.IRREGULAR) for kind in kinds)
    if verbal or "to" in lowers or lowers[-1].endswith("ed") or (lowers[0] == "that" and stop - first > 2):
        return raw
    return evolve(raw, content=(*raw.content[:-1], Span(last.start, found.start())))
