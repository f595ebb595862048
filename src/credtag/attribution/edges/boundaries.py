"""Draw anew the boundaries between source, cue and content where a construction that the network seldom saw tells them."""

from __future__ import annotations

import re

from attrs import evolve

from credtag.attribution.edges import backing, comments, hearers, speakers
from credtag.attribution.raw import Raw
from credtag.attribution.syntax import cues, grammar
from credtag.records import Document, Span

_APPEARING = re.compile(r"(?:appear|seem)(?:s|ed)?(?P<shown> to \w+)?", re.IGNORECASE)
_SHOWING = re.compile(
    r"to (?:show|depict|confirm|indicate|suggest|capture|contradict|support|corroborate|reveal|prove)\b(?= )"
)
_SUBJECT = 300  # characters that a subject may take
_HEAD = 6  # tokens among which a subject's head noun stands
_PLEA = re.compile(r"(?:\w+ ){0,3}plead(?:ed|s)? not guilty(?: to)?(?= )")
_GERUND = re.compile(r"\w+ing")
_INQUIRY = re.compile(
    r"\b(?:investigat|look|examin|prob|stud|review|assess)\w+ (?:into )?(?P<noun>(?:claims?|allegations?|reports?|complaints?"
    r"|rumou?rs?|accusations?|suspicions?)\b)"
)
_CIRCUMSTANCES = frozenset(
    ("in", "on", "at", "during", "via", "through", "before", "after", "from", "with", "of", "late", "early")
)
_THAT = re.compile(r"(?:that|which) (?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did)\b")
_TO_DO = re.compile(r" (?:[\w'-]+ ){1,4}to (?:[\w'-]+ ){1,5}")


def drawn(document: Document, raw: Raw) -> Raw:
    """Return the attribution with its boundaries drawn anew.

    Example:
        >>> from credtag.document import read
        >>> article = read("Karim Said said the road was shut.")
        >>> raw = Raw((Span(16, 33),), (Span(6, 15),), (Span(0, 5),))
        >>> [article.slice(s) for s in (*drawn(article, raw).source, *drawn(article, raw).cue)]
        ['Karim Said', 'said']
    """
    for step in _STEPS:
        raw = step(document, raw)
    return raw


def plain(document: Document, raw: Raw) -> bool:
    """Tell whether a sentence has the plain form "C, X said" or "C, said X": the network's doubt counts for nothing then."""
    content, cue = raw.content[0], raw.cue[0]
    number = document.sentence_at(content.start)
    if len(raw.content) > 1 or not raw.source or number is None or document.sentences[number].start != content.start:
        return False
    first, second = sorted((raw.source[0], cue))
    if not content.end <= first.start < first.end <= second.start:
        return False
    before, between = document.normal[content.end - 1 : first.start], document.normal[first.end : second.start]
    return "," in before and not before[1:].strip(' ,"') and not between.strip(" ,") and speakers.says(document, cue)


def _adjunct(document: Document, raw: Raw) -> Raw:
    """Leave out of a cue how and when it was said: "wrote | in an email", "said | on Monday"."""
    cue = raw.cue[-1]
    first, last = document.token_range(cue)
    kinds, lowers = grammar.read(document).kinds, document.lowers
    for i in range(first, last - 1):
        forms = [form for form in cues.match(lowers, i, last) if form.part == "verb"]
        if not forms or len(forms[0].words) > 1 or not forms[0].takes & {"invert", "post"}:
            continue
        if lowers[i + 1] in _CIRCUMSTANCES or kinds[i + 1] & (grammar.MOMENT | grammar.TIME):
            return evolve(raw, cue=(*raw.cue[:-1], Span(cue.start, document.tokens.ends[i])))
    return raw


def _restricted(document: Document, raw: Raw) -> Raw:
    """Give content the noun that its first words tell of: "warned | the North to stop tests | that would make it worse"."""
    first, cue = raw.content[0], raw.cue[-1]
    if cue.end >= first.start or _THAT.match(document.normal, first.start, first.end) is None:
        return raw
    gap = _TO_DO.fullmatch(document.normal, cue.end, first.start)
    return raw if gap is None else evolve(raw, content=(Span(cue.end + 1, first.end), *raw.content[1:]))


def _sentence(document: Document, raw: Raw) -> Raw:
    """Leave out of "C, X said" the sentences before and behind it that no quotation holds."""
    number = document.sentence_at(raw.cue[0].start)
    start, end = (
        (0, len(document.normal))
        if number is None
        else (document.sentences[number].start, document.sentences[number].end)
    )
    if not any(start <= piece.end - 1 < raw.cue[0].start for piece in raw.content):
        return raw
    quoted = [document.quotation_at(piece.start) is not None for piece in raw.content]
    content = tuple(
        piece if held else Span(max(piece.start, start), piece.end)
        for piece, held in zip(raw.content, quoted, strict=True)
        if held or (piece.end > start and piece.start < end)
    )
    return evolve(raw, content=content) if content != raw.content else raw


def _next(document: Document, raw: Raw) -> Raw:
    """Leave out of "X said C" the next sentence that no quotation holds: "said C. | The port, she added, was old"."""
    first, cue = raw.content[0], raw.cue[-1]
    number = document.sentence_at(first.start)
    if number is None or not document.sentences[number].start <= cue.start < first.start:
        return raw
    end = document.sentences[number].end
    if first.end <= end or document.normal[end - 1] == ":" or document.quotation_at(end) is not None:
        return raw
    return evolve(raw, content=(Span(first.start, end), *raw.content[1:]))


def _inquiry(document: Document, raw: Raw) -> Raw:
    """Leave it open whose claims are looked into: "Police are investigating | claims that …" are not the police's."""
    cue = raw.cue[-1]
    found = _INQUIRY.search(document.normal, cue.start, cue.end)
    return raw if found is None else evolve(raw, cue=(Span(found.start("noun"), cue.end),), source=())


def _plea(document: Document, raw: Raw) -> Raw:
    """Give a cue the plea: "pleaded | not guilty to | two charges"."""
    content, cue = raw.content[0], raw.cue[-1]
    found = _PLEA.match(document.normal, cue.start, content.end)
    if found is None or content.start != cue.end + 1 or found.end() >= content.end:
        return raw
    content = Span(found.end() + 1, content.end)
    return evolve(raw, cue=(*raw.cue[:-1], Span(cue.start, found.end())), content=(content, *raw.content[1:]))


def _gerund(document: Document, raw: Raw) -> Raw:
    """Give content the verb it begins with: "denied | seeking the post"."""
    first, last = document.token_range(raw.cue[-1])
    content = raw.content[0]
    behind = document.tokens.starts[last] if last < len(document.tokens) else -1
    if last - first < 2 or behind != content.start or not _GERUND.fullmatch(document.lowers[last - 1]):
        return raw
    if not any(
        form.part == "verb" and form.shapes & {"past", "third"}
        for form in cues.match(document.lowers, last - 2, last - 1)
    ):
        return raw
    cue = Span(raw.cue[-1].start, document.tokens.ends[last - 2])
    content = Span(document.tokens.starts[last - 1], content.end)
    return evolve(raw, cue=(*raw.cue[:-1], cue), content=(content, *raw.content[1:]))


def _appearance(document: Document, raw: Raw) -> Raw:
    """Take what "appears to show" something for the source: "The video | appears to show | smoke over the port"."""
    cue, content = raw.cue[0], raw.content[-1]
    appearing = _APPEARING.fullmatch(document.normal, cue.start, cue.end)
    if raw.source or appearing is None or content.start != cue.end + 1:
        return raw
    if appearing["shown"] is not None:
        shown = _SHOWING.match(document.normal, appearing.start("shown") + 1)
    else:
        shown = _SHOWING.match(document.normal, content.start, content.end)
    subject = _subject(document, raw) if shown is not None else None
    if shown is None or subject is None:
        return raw
    start = max(shown.end() + 1, content.start)
    if start >= content.end:
        return raw
    return evolve(raw, source=(subject,), cue=(Span(cue.start, shown.end()),), content=(Span(start, content.end),))


def _subject(document: Document, raw: Raw) -> Span | None:
    """Return what stands before the cue, when it is a document: "The video, posted on Monday,"."""
    cue = raw.cue[0]
    number = document.sentence_at(cue.start)
    begin = document.sentences[number].start if number is not None else cue.start
    start = raw.content[0].start if raw.content[0].end < cue.start else begin
    if not start + 1 < cue.start <= start + _SUBJECT:
        return None
    first, last = document.token_range(Span(start, cue.start - 1))
    kinds = grammar.read(document).kinds[first : min(last, first + _HEAD)]
    return Span(start, cue.start - 1) if any(kind & grammar.DOCUMENT for kind in kinds) else None


_STEPS = (
    speakers.surname,
    speakers.genitive,
    speakers.gapped,
    speakers.speaker,
    speakers.inverted,
    _adjunct,
    hearers.relative,
    hearers.hearer,
    _restricted,
    hearers.told,
    backing.cited,
    backing.as_saying,
    speakers.last_name,
    speakers.issued,
    _sentence,
    _next,
    comments.judged,
    comments.excerpts,
    comments.main,
    hearers.ordered,
    comments.since,
    comments.described,
    speakers.doing,
    speakers.charge,
    _inquiry,
    comments.withheld,
    _plea,
    _gerund,
    _appearance,
    comments.setting,
    backing.traced,
    backing.insertions,
)
