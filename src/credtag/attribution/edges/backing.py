"""Leave out of content on what a report rests: whom it cites, whom it is traced to, what proof it has."""

from __future__ import annotations

import re

from attrs import evolve

from credtag.attribution.occasions import citing
from credtag.attribution.occasions.citing import names_a_source
from credtag.attribution.raw import Raw
from credtag.records import Document, Span

_TAIL = 120  # characters of a content's end looked at
_PROOFLESS = r"without (?:[\w-]+ ){0,3}(?:evidence|proof)"
_LEADING = re.compile(rf"{_PROOFLESS},? ?")
_TRAILING = re.compile(rf",? (?:{_PROOFLESS}|(?:citing|quoting) (?P<cited>[^,;:\"]{{2,80}}))$")
_CITED = re.compile(r",? (?:(?:which|who|that) (?:cited|quoted|cites|quotes)|citing|quoting) ")
_AS_SAYING = re.compile(rf"[^,;:\"]{{2,120}}?{citing.AS_SAYING} (?:that )?(?=.)")
_NEWS = re.compile(
    r"(?:the|this|that|its|their|his|her) (?:[\w-]+ )?(?:information|news|reports?|claims?|figures?|story|account|details?|tip)(?= to )",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[^,\"]{2,80}(?=, )")  # the words before the first comma


def cited(document: Document, raw: Raw) -> Raw:
    """Leave out of content whom the source cites: "According to Kompas, which cited | two clerks, | the pier is shut"."""
    content, *later = raw.content
    anchor = max((span.end for span in (*raw.source, *raw.cue)), default=0)
    if anchor > content.start or _CITED.fullmatch(document.normal, anchor, content.start) is None:
        return raw
    cited = _FIRST.match(document.normal, content.start, content.end)
    if cited is None or not names_a_source(cited.group()) or cited.end() + 2 >= content.end:
        return raw
    return evolve(raw, content=(Span(cited.end() + 2, content.end), *later))


def as_saying(document: Document, raw: Raw) -> Raw:
    """Leave out of content who is quoted: "Kompas cited | two clerks as saying that | the pier is shut"."""
    content, *later = raw.content
    if content.start != raw.cue[-1].end + 1 or not citing.cites(document, raw.cue[-1]):
        return raw
    said = _AS_SAYING.match(document.normal, content.start, content.end)
    return raw if said is None else evolve(raw, content=(Span(said.end(), content.end), *later))


def traced(document: Document, raw: Raw) -> Raw:
    """Leave out of content whom a report is traced to: "Kompas attributed the news | to a doctor"."""
    content, *later = raw.content
    if later or not citing.attributes(document, raw.cue[-1]):
        return raw
    found = _NEWS.match(document.normal, content.start, content.end)
    return raw if found is None else evolve(raw, content=(Span(content.start, found.end()),))


def insertions(document: Document, raw: Raw) -> Raw:
    """Leave out of cue and content what the report inserts: "without evidence", "citing three officials"."""
    content, cue = list(raw.content), raw.cue[-1]
    if inserted := _TRAILING.search(document.normal, cue.start + 1, cue.end):
        raw = evolve(raw, cue=(*raw.cue[:-1], Span(cue.start, inserted.start())))
    if leading := _LEADING.match(document.normal, content[0].start, content[0].end):
        content[0] = Span(leading.end(), content[0].end) if leading.end() < content[0].end else content[0]
        content = content[leading.end() >= raw.content[0].end and len(content) > 1 :]
    last = content[-1]
    trailing = _TRAILING.search(document.normal, max(last.start + 1, last.end - _TAIL), last.end)
    if trailing is not None and (trailing["cited"] is None or names_a_source(trailing["cited"])):
        content[-1] = Span(last.start, trailing.start())
    elif len(content) > 1 and re.fullmatch(rf",? ?{_PROOFLESS}", document.slice(last).lower()):
        content = content[:-1]
    return evolve(raw, content=tuple(content)) if tuple(content) != raw.content else raw
