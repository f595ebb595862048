"""Draw anew the boundaries between source, cue and content where a construction that the network seldom saw tells them."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve

from credtag.attribution import citing, cues, grammar, speakers
from credtag.attribution.circumstances import words_of
from credtag.attribution.citing import names_a_source
from credtag.attribution.outlets import outlet
from credtag.attribution.raw import Raw
from credtag.records import Document, Span
from credtag.resources import table

_APPEARING = re.compile(r"(?:appear|seem)(?:s|ed)?(?P<shown> to \w+)?", re.IGNORECASE)
_SHOWING = re.compile(
    r"to (?:show|depict|confirm|indicate|suggest|capture|contradict|support|corroborate|reveal|prove)\b(?= )"
)
_PROOFLESS = r"without (?:[\w-]+ ){0,3}(?:evidence|proof)"
_LEADING = re.compile(rf"{_PROOFLESS},? ?")
_TRAILING = re.compile(rf",? (?:{_PROOFLESS}|(?:citing|quoting) (?P<cited>[^,;:\"]{{2,80}}))$")
_TAIL = 120  # characters of a content's end looked at
_SUBJECT = 300  # characters that a subject may take
_HEAD = 6  # tokens among which a subject's head noun stands
_SINCE = re.compile(r" (?:ever )?(?:since|after|because|following) ")
_PLEA = re.compile(r"(?:\w+ ){0,3}plead(?:ed|s)? not guilty(?: to)?(?= )")
_GERUND = re.compile(r"\w+ing")
_INQUIRY = re.compile(
    r"\b(?:investigat|look|examin|prob|stud|review|assess)\w+ (?:into )?(?P<noun>(?:claims?|allegations?|reports?|complaints?"
    r"|rumou?rs?|accusations?|suspicions?)\b)"
)
_HEARERS = 14  # tokens that may name who is told
_CIRCUMSTANCES = frozenset(
    ("in", "on", "at", "during", "via", "through", "before", "after", "from", "with", "of", "late", "early")
)
_REASON = re.compile(r"(?:because|as|since|due to)\b")
_SHORT = 40  # characters behind a cue
_CITED = re.compile(r",? (?:(?:which|who|that) (?:cited|quoted|cites|quotes)|citing|quoting) ")
_AS_SAYING = re.compile(rf"[^,;:\"]{{2,120}}?{citing.AS_SAYING} (?:that )?(?=.)")
_TO_WHOM = re.compile(r" to (?P<whom>(?:the |The )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})$")
_CONFIDING = frozenset(("confirmed", "described", "explained", "revealed", "admitted", "disclosed", "denied"))
_TOLD_OF = re.compile(r"(?:\w+ed|known|seen|run|thought|held) (?:by|as|of|for|in|with|to)\b")
_SETTING = re.compile(
    r" (?:in an? (?:[\w-]+ )?(?:e-?mail|statement|letter|tweet|interview|speech|ruling|decision|court filing|note|memo)"
    r"|during (?:an? )?(?:[\w-]+ )?(?:campaign stop|speech|interview|debate|town hall|news conference|press conference|hearing)"
    r"|on (?:Twitter|Facebook|Instagram|Telegram|social media))\b"
)
_NEWS = re.compile(
    r"(?:the|this|that|its|their|his|her) (?:[\w-]+ )?(?:information|news|reports?|claims?|figures?|story|account|details?|tip)(?= to )",
    re.IGNORECASE,
)
_OF_IT_ALL = re.compile(
    r", an? (?:[\w-]+ )?(?:decision|report|claim|charge|move|statement|accusation|allegation|step|assertion|prediction|conclusion|ruling"
    r"|warning|proposal|plan|threat|argument|finding|forecast|suggestion|promise|pledge|demand|denial) (?:that|which) (?=[\w']+ )"
)
_OF_WHICH = re.compile(r"(?:an? )?[\w-]+ of (?:which|whom) [^,;:\"\n]{2,160}, ")
_GOES_ON = re.compile(r", (?:is|are|was|were|has|have|had|will|would) ")
_ORDERED = re.compile(
    r"(?:was|were|been|being|is|are) (?:told|asked|ordered|urged|warned|advised|instructed|reminded|invited|encouraged)$"
)
_FIRST = re.compile(r"[^,\"]{2,80}(?=, )")  # the words before the first comma
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


def _relative(document: Document, raw: Raw) -> Raw:
    """Leave out of content what is told of the hearer: "told Kompas, a paper | that has closed, | that …"."""
    first, *later = raw.content
    at = document.token_at(first.start)
    kinds, lowers = grammar.read(document).kinds, document.lowers
    told = lowers[at : at + 1] == ("that",) and at + 1 < len(lowers) and bool(kinds[at + 1] & grammar.AUXILIARY)
    behind = document.token_at(later[0].start) if later else len(lowers)
    again = lowers[behind : behind + 1] == ("that",)
    return evolve(raw, content=tuple(later)) if told and again else raw


def _hearer(document: Document, raw: Raw) -> Raw:
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


def _restricted(document: Document, raw: Raw) -> Raw:
    """Give content the noun that its first words tell of: "warned | the North to stop tests | that would make it worse"."""
    first, cue = raw.content[0], raw.cue[-1]
    if cue.end >= first.start or _THAT.match(document.normal, first.start, first.end) is None:
        return raw
    gap = _TO_DO.fullmatch(document.normal, cue.end, first.start)
    return raw if gap is None else evolve(raw, content=(Span(cue.end + 1, first.end), *raw.content[1:]))


def _told(document: Document, raw: Raw) -> Raw:
    """Leave out of content which outlet it was told: "confirmed the plan | to Radio Lumen"."""
    last = raw.content[-1]
    found = _TO_WHOM.search(document.normal, max(last.start + 1, last.end - _TAIL), last.end)
    behind = raw.cue[-1].end < last.start and document.quotation_at(last.end - 1) is None
    if found is None or not behind or document.slice(raw.cue[-1]).lower() not in _CONFIDING:
        return raw
    if outlet(found["whom"]) is None:
        return raw
    return evolve(raw, content=(*raw.content[:-1], Span(last.start, found.start())))


def _cited(document: Document, raw: Raw) -> Raw:
    """Leave out of content whom the source cites: "According to Kompas, which cited | two clerks, | the pier is shut"."""
    content, *later = raw.content
    anchor = max((span.end for span in (*raw.source, *raw.cue)), default=0)
    if anchor > content.start or _CITED.fullmatch(document.normal, anchor, content.start) is None:
        return raw
    cited = _FIRST.match(document.normal, content.start, content.end)
    if cited is None or not names_a_source(cited.group()) or cited.end() + 2 >= content.end:
        return raw
    return evolve(raw, content=(Span(cited.end() + 2, content.end), *later))


def _as_saying(document: Document, raw: Raw) -> Raw:
    """Leave out of content who is quoted: "Kompas cited | two clerks as saying that | the pier is shut"."""
    content, *later = raw.content
    if content.start != raw.cue[-1].end + 1 or not citing.cites(document, raw.cue[-1]):
        return raw
    said = _AS_SAYING.match(document.normal, content.start, content.end)
    return raw if said is None else evolve(raw, content=(Span(said.end(), content.end), *later))


def _since(document: Document, raw: Raw) -> Raw:
    """Leave out of content what came of the report: "She is under fire | since Kompas reported that | she had left"."""
    first, *later = raw.content
    if not later or not raw.source or not first.end < raw.source[0].start < later[0].start:
        return raw
    between = _SINCE.fullmatch(document.normal, first.end, raw.source[0].start)
    return raw if between is None else evolve(raw, content=tuple(later))


def _described(document: Document, raw: Raw) -> Raw:
    """Leave out of content what is told of a source behind its cue: "C, said Kompas, | accused by the opposition of"."""
    if not raw.source or len(raw.content) < 2 or raw.source[-1].start < raw.cue[-1].end:
        return raw
    behind = raw.source[-1].end
    kept = tuple(p for p in raw.content if p.start - behind != 2 or not _TOLD_OF.match(document.normal, p.start))
    return evolve(raw, content=kept) if kept else raw


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


def _judged(document: Document, raw: Raw) -> Raw:
    """Leave out of content what is told of all of it: "ruled that the pier must close, | a decision that stunned Belmar"."""
    last = raw.content[-1]
    if raw.cue[-1].end >= last.start:
        return raw
    found = _OF_IT_ALL.search(document.normal, last.start + 1, last.end)
    if found is None or document.quotation_at(found.start()) is not None:
        return raw
    return evolve(raw, content=(*raw.content[:-1], Span(last.start, found.start())))


def _excerpts(document: Document, raw: Raw) -> Raw:
    """Leave out of content what is told of a document: "According to a memo, | parts of which were burnt, | the pier is shut"."""
    first = raw.content[0]
    found = _OF_WHICH.match(document.normal, first.start, first.end)
    if found is None or found.end() >= first.end or not raw.source or raw.source[-1].end > first.start:
        return raw
    return evolve(raw, content=(Span(found.end(), first.end), *raw.content[1:]))


def _main(document: Document, raw: Raw) -> Raw:
    """End what a relative clause reports with that clause: "The firm, which said that it had paid, | is bankrupt"."""
    last = raw.content[-1]
    if not raw.source or document.slice(raw.source[0]).lower() not in ("who", "which") or raw.cue[-1].end > last.start:
        return raw
    found = _GOES_ON.search(document.normal, last.start + 1, last.end)
    if found is None or document.quotation_at(found.start()) is not None:
        return raw
    return evolve(raw, content=(*raw.content[:-1], Span(last.start, found.start())))


def _ordered(document: Document, raw: Raw) -> Raw:
    """Leave out of content who was told: "The tenants | were told | to leave"."""
    first, *later = raw.content
    cue = raw.cue[-1]
    told = later and first.end + 1 == raw.cue[0].start and _ORDERED.search(document.normal, cue.start, cue.end)
    return evolve(raw, content=tuple(later)) if told and not raw.source else raw


def _inquiry(document: Document, raw: Raw) -> Raw:
    """Leave it open whose claims are looked into: "Police are investigating | claims that …" are not the police's."""
    cue = raw.cue[-1]
    found = _INQUIRY.search(document.normal, cue.start, cue.end)
    return raw if found is None else evolve(raw, cue=(Span(found.start("noun"), cue.end),), source=())


@cache
def _withholding() -> tuple[str, ...]:
    return tuple(row["phrase"] for row in table("lexicon/vague.tsv") if row["naming"] == "withheld")


def _withheld(document: Document, raw: Raw) -> Raw:
    """Leave out of content why a speaker stays unnamed: "she said on condition of anonymity | because …"."""
    cue = raw.cue[-1]
    words = document.normal[cue.start : cue.end + _SHORT].lower()
    if not any(phrase in words for phrase in _withholding()):
        return raw
    content = tuple(piece for piece in raw.content if _REASON.match(document.normal, piece.start) is None)
    return evolve(raw, content=content or raw.content)


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


def _traced(document: Document, raw: Raw) -> Raw:
    """Leave out of content whom a report is traced to: "Kompas attributed the news | to a doctor"."""
    content, *later = raw.content
    if later or not citing.attributes(document, raw.cue[-1]):
        return raw
    found = _NEWS.match(document.normal, content.start, content.end)
    return raw if found is None else evolve(raw, content=(Span(content.start, found.end()),))


def _setting(document: Document, raw: Raw) -> Raw:
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


def _insertions(document: Document, raw: Raw) -> Raw:
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


_STEPS = (
    speakers.surname,
    speakers.genitive,
    speakers.gapped,
    speakers.speaker,
    speakers.inverted,
    _adjunct,
    _relative,
    _hearer,
    _restricted,
    _told,
    _cited,
    _as_saying,
    speakers.last_name,
    speakers.issued,
    _sentence,
    _next,
    _judged,
    _excerpts,
    _main,
    _ordered,
    _since,
    _described,
    speakers.doing,
    speakers.charge,
    _inquiry,
    _withheld,
    _plea,
    _gerund,
    _appearance,
    _setting,
    _traced,
    _insertions,
)
