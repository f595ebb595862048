"""Draw anew the boundaries of a source where a construction that the network seldom saw tells them."""

from __future__ import annotations

import re

from attrs import evolve

from credtag.attribution.occasions.circumstances import words_of
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import cues, grammar, phrases
from credtag.records import Document, Span

_HEAD = 6  # tokens among which a subject's head noun stands
_DOING = re.compile(r", (?!(?:including|acting|managing|governing|founding|leading|according)\b)[a-z]+ing [^\"]*$")
_CHARGE = re.compile(r" of \w+ing\b")
_SHORT = 40  # characters behind a cue
_BETWEEN = re.compile(
    r"[^,\"]?[,\"]{1,2} (?P<source>(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) |[A-Z])[^\"\n;:]{2,200}?),? "
)
_BEHIND = re.compile(
    r" (?P<name>(?:(?:[Tt]he|[Aa]n?) )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,4}(?: (?:channel|agency|newspaper|site|website|blog))?)"
)
_PERSON = r"[A-Z][\w'-]+ [A-Z][\w'-]+"
_TWO_NAMES = re.compile(
    rf"{_PERSON}, (?P<last>(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Lady|Judge|Sen|Rep|Gov)\.? [A-Z][\w'-]+|{_PERSON}))"
)
_ISSUED = re.compile(
    r"(?P<words> (?:carried out|conducted|commissioned|released|published|issued|compiled|obtained|seen|reviewed|written|filed|led"
    r"|dated|posted|sent|signed|leaked|prepared|produced) [^,;:\"\n]{2,100}),? "
)
_SAID = re.compile(r"(?P<name>[A-Z][a-z]+) (?=[a-z])")
_GENITIVE = re.compile(r"'s? (?=[a-z])")


def says(document: Document, cue: Span) -> bool:
    """Tell whether a cue begins with a plain verb of speech: "said", "wrote"."""
    return any(word in words_of("reporting") for word in document.normal[cue.start : cue.end].lower().split()[:1])


def speaker(document: Document, raw: Raw) -> Raw:
    """Give a source to "C, …, said" where the network leaves out what stands between."""
    content, cue = raw.content[0], raw.cue[0]
    if raw.source or len(raw.content) > 1 or content.end >= cue.start or not says(document, cue):
        return raw
    found = _BETWEEN.fullmatch(document.normal, content.end - 1, cue.start)
    return raw if found is None else evolve(raw, source=(Span(*found.span("source")),))


def inverted(document: Document, raw: Raw) -> Raw:
    """Give "C, said | X, a channel that …" its source, which the network takes for content or leaves out."""
    first, *later = raw.content
    cue = raw.cue[0]
    if raw.source or len(later) > 1 or not first.end < cue.start or not says(document, cue):
        return raw
    found = _BEHIND.match(document.normal, cue.end)
    if found is None or document.normal[first.end - 1 : cue.start].lstrip("\"'")[-2:] != ", ":
        return raw
    if not later:
        return evolve(raw, source=(Span(*found.span("name")),))
    return evolve(raw, content=(first,), source=(later[0],)) if later[0].start == found.start("name") else raw


def surname(document: Document, raw: Raw) -> Raw:
    """Give a source the surname that was taken for a verb: "Karim Said said"."""
    cue = raw.cue[0]
    found = _SAID.match(document.normal, cue.start, cue.end)
    if not raw.source or found is None or raw.source[-1].end + 1 != cue.start:
        return raw
    source = Span(raw.source[-1].start, found.end("name"))
    return evolve(raw, source=(*raw.source[:-1], source), cue=(Span(found.end(), cue.end), *raw.cue[1:]))


def genitive(document: Document, raw: Raw) -> Raw:
    """Give a source the mark of its genitive: "Ana Sorin's | claim", not "she's | heard claims"."""
    cue = raw.cue[0]
    found = _GENITIVE.match(document.normal, cue.start, cue.end)
    if not raw.source or found is None or raw.source[-1].end != cue.start or not _nominal(document, cue):
        return raw
    if grammar.read(document).kinds[document.token_at(raw.source[-1].start)] & grammar.NOMINATIVE:
        return raw
    source = Span(raw.source[-1].start, found.end() - 1)
    return evolve(raw, source=(*raw.source[:-1], source), cue=(Span(found.end(), cue.end), *raw.cue[1:]))


def _nominal(document: Document, cue: Span) -> bool:
    last = document.token_range(cue)[1]
    return any(form.part == "noun" for form in cues.match(document.lowers, last - 1, last))


def gapped(document: Document, raw: Raw) -> Raw:
    """Take the source out of what is said of a noun: "a country | the minister | said | had sent arms"."""
    first, *later = raw.content
    if raw.source or not later or first.end + 1 != raw.cue[0].start or raw.cue[-1].end + 1 != later[0].start:
        return raw
    scope = grammar.scope(grammar.read(document), first)
    phrase = phrases.left(scope, scope.last, scope.first)
    behind = document.token_at(later[0].start)
    if phrase is None or phrase[0] == scope.first or not grammar.read(document).kinds[behind] & grammar.AUXILIARY:
        return raw
    source = scope.span(*phrase)
    return evolve(raw, source=(source,), content=(Span(first.start, source.start - 1), *later))


def last_name(document: Document, raw: Raw) -> Raw:
    """Leave out of a source the name before it that belongs to what opens the sentence: "Asked by Vane, | Dr. Lum | said"."""
    if not raw.source or raw.source[-1].end + 1 != raw.cue[0].start:
        return raw
    source = raw.source[-1]
    found = _TWO_NAMES.fullmatch(document.normal, source.start, source.end)
    opened = document.normal[max(source.start - _SHORT, 0) : source.start].rstrip()[-1:]
    if found is None or not (opened == "," or document.normal[: source.start].endswith("by ")):
        return raw
    return evolve(raw, source=(*raw.source[:-1], Span(found.start("last"), source.end)))


def issued(document: Document, raw: Raw) -> Raw:
    """Give a document the words that say where it comes from: "A survey | carried out last week by Datum | found"."""
    if not raw.source or raw.source[-1].end >= raw.cue[0].start:
        return raw
    source = raw.source[-1]
    found = _ISSUED.fullmatch(document.normal, source.end, raw.cue[0].start)
    first, last = document.token_range(source)
    kinds = grammar.read(document).kinds[first : min(last, first + _HEAD)]
    if found is None or not any(kind & grammar.DOCUMENT for kind in kinds):
        return raw
    return evolve(raw, source=(*raw.source[:-1], Span(source.start, found.end("words"))))


def doing(document: Document, raw: Raw) -> Raw:
    """Leave out of a source what it was doing: "Ana Sorin, | opening the pier on Monday, | said"."""
    if not raw.source or raw.source[-1].end > raw.cue[0].start:
        return raw
    source = raw.source[-1]
    found = _DOING.search(document.normal, source.start + 1, source.end)
    return raw if found is None else evolve(raw, source=(*raw.source[:-1], Span(source.start, found.start())))


def charge(document: Document, raw: Raw) -> Raw:
    """Take the charge out of the phrase of those who make it: "was accused by two clerks | of stealing"."""
    if not raw.source or not document.slice(raw.cue[-1]).lower().endswith("accused by"):
        return raw
    source = raw.source[-1]
    found = _CHARGE.search(document.normal, source.start + 1, source.end)
    if found is None:
        return raw
    charge = Span(found.start() + 1, source.end)
    return evolve(raw, source=(*raw.source[:-1], Span(source.start, found.start())), content=(*raw.content, charge))
