"""The occasion of an utterance: where, how and to whom it was made, and through whom it came.

The words are looked for in the clause of the cue and its source, outside the content. What they mean is data
(``lexicon/occasions.tsv``); a row is tried only where one of its trigger words occurs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from credtag.attribution import citing
from credtag.document import outlet_names
from credtag.document.latest import latest
from credtag.labels import Channel
from credtag.records import Attribution, Document, Occasion, Span, hull
from credtag.resources import table

PLACES = ("cue", "addressee", "hearer", "scene", "near", "head")  # where a row of the lexicon applies
_REACH = 400  # characters of a clause looked at on either side of the cue
_MASK = "\x00"
_WORD = r"(?:(?:[A-Z]\.)+|[A-Z0-9][\w&-]*(?:[.']\w+)*(?<!'s))"
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! (?:Times|Telegraph|Post|Mail|Herald))"
_NAME = rf"(?-i:(?:(?:[Tt]he|[Aa]n?) )?(?!{_DAYS})(?:{_WORD})(?:'s)?(?: (?:(?:of|the|de|del|della|la|le|al|for|and|&|i|in) )?(?!{_DAYS}){_WORD}(?:'s)?){{0,6}})"
_KIND = (
    r"network(?<!social\snetwork)|newspaper|magazine|broadcaster|television|TV|radio|news agency|agency|news channel|channel|website|podcast|station|daily"
    "|weekly|fortnightly|monthly|quarterly|tabloid|broadsheet|newsroom|outlet|(?:television|TV|radio) (?:channel|station)|portal|newswire|wire service|news service|newsletter|bulletin|blog|journal"
    "|(?:news|tech|technology|science|sports?|gossip|celebrity|political|politics|satirical|fact-checking|investigative|financial|business|gaming|travel) site|(?:radio|television|TV|breakfast|morning|evening|news|talk) (?:programme|program|show)"
)
_PHRASE = (  # a full stop inside belongs to an abbreviation: "Gov. Ruth Kal"
    r"(?:[^\x00,;:\"().]|\.(?=\s?\w))+?"
    r"(?=(?<!\x20) (?:that|as (?:saying|reporting|evidence)|who|which|said|reported)\b|[,;:\"()\x00]|\.(?!\s?\w)|$)"
)
_ISSUE = r"(?:(?:the|its|a|an|this|last|[\w']+'s) (?:[\w'-]+ ){0,3}?(?:issue|edition|number|episode|instal?lment|pages) of )?"
_SLOTS = {
    "{outlet}": rf"{_ISSUE}(?P<outlet>(?:(?-i:[A-Z][\w.]*'s (?:state )?)|(?:(?-i:[A-Z][\w.]*'s) )?(?:[a-z][\w-]* ){{0,3}}(?:(?-i:[A-Z][a-z]+)(?:-[a-z]+)? (?:[a-z-]+ )?)?(?:{_KIND}),? |[a-z]{{2,20}}-(?:run|owned|controlled|funded|backed|financed|linked|aligned) )?{_NAME}(?: (?:{_KIND})\b)?)",
    "{show}": rf"(?P<show>{_NAME})",
    "{phrase}": _PHRASE,
}
_OUTLET_ENDS = rf"(?:[A-Z0-9]\S*|{_KIND})"  # the last word of an outlet
_STATION = 3  # letters of the shortest name of a station
_LONGEST = 80  # characters of a noun phrase that names who is cited
_ELSEWHEN = re.compile(
    r"\b(?:after|before|when|while|because|once|until) [^,]*$"
)  # "held a press conference after | she said"
_THERE = re.compile(  # "an interview, in which | she said"
    r"[^,;:\x00]{0,30},? (?:(?:in|on|during) which|where) (?:[\w'-]+ ){0,3}"
)
_BREAK = re.compile(r"[,;:\x00]| --? ")
_SPACE = re.compile(r"\[[^]]*\]|( \??)")
_HEAD_ENDS = re.compile(
    r"[,;:(\x00]|(?<!\b[Aa])(?<!\b[Aa]n)(?<!\b[Tt]he) (?:of|by|from|on|in|at|to|for|with|about|into|that|which|who|whose|seen|obtained|published|released|issued|posted"
    r"|conducted|commissioned|sent|written|reviewed|leaked|this|last|filed|signed|dated|shared|describing|detailing|carried|after|before|during|since|under|over)\b"
)
_BEFORE_A_TITLE = "|".join(
    rf"(?<=\b{words}{comma} \")"
    for words in (
        *("show", "podcast", "programme", "program", "host of", "hosts of", "told", "tells", "said on"),
        *("appeared on", "appearing on", "appearance on", "speaking on", "interview with", "interview on"),
    )
    for comma in ("", ",")
)
_INTRODUCTIONS = (
    re.compile(rf"\b(?:{_KIND}) (?P<name>{_WORD}(?: (?!{_DAYS}){_WORD}){{0,3}})(?!\w)"),
    re.compile(  # "The Long Pier, a podcast about the sea"
        rf"(?P<name>{_WORD}(?: (?:(?:of|the|and|&) )?{_WORD}){{0,3}})[\"']?, (?:an?|the) (?:[a-z][\w'-]* |[A-Z][\w.'-]* ){{0,4}}?"
        rf"(?:{_KIND})(?=[,.;:)]| (?:about|for|that|which|based|run|published|owned|aimed|devoted|dedicated|covering|on|in|of)\b)"
    ),
    re.compile(
        r"(?P<name>[A-Z](?<=\b[A-Z])[A-Z0-9]+) (?:television|TV|radio|news agency|newspaper|broadcaster)\b"
    ),  # "K1 television"
    re.compile(r"(?P<name>[A-Z](?<=\b[A-Z])[A-Z0-9]{1,4}-(?:TV|FM|AM))\b"),
    re.compile(  # "an interview with Coastal Today with Rita Marsh"
        rf"\b(?:interview (?:with|on)|appear(?:ed|ing|ance)? on|guest on|hosts? of|told) (?:the )?(?P<name>{_WORD}(?: {_WORD}){{1,3}})"
        rf",? (?:with|hosted by|host|hosts|presenter|anchor) (?={_WORD} [A-Z])"
    ),
    re.compile(  # 'the podcast "Deep Water"'
        rf"\"(?:{_BEFORE_A_TITLE})(?P<name>[A-Z][^\".!?]{{2,40}}?),?\"(?! as\b)"
    ),
)
_ISSUED = re.compile(  # "the October issue of Marquee"
    rf" (?:issue|edition|number) of (?:(?:{_KIND}) )?(?P<name>{_WORD}(?: {_WORD}){{0,3}})(?!\w)"
)
_CAPITAL = re.compile(
    r" (?!(?:Anchor|Chief|Columnist|Correspondent|Editor|Host|Presenter|Reporter)\b)(?:of |and |for )?(?:the )?[A-Z][a-z]"
)
_TOLD = re.compile(
    rf"\b(?:told|tells|spoke to|speaking to|interview with) the (?P<name>{_WORD}(?: {_WORD}){{1,3}})(?! [a-z]+s\b)"
)
_RECALLED = re.compile(
    r"\b(?:told|tells|telling|spoke to|interview with) the (?:newspaper|paper|station|channel|broadcaster|magazine|outlet|network|site|website)\b(?! [A-Z])"
)
_BACK = 1000  # characters before "told the newspaper" in which its name may stand
_NAME_ENDS = re.compile(r"'s\b|\s|$")
_NAME_STARTS = re.compile(rf" of (?:the )?|'s |\b(?:{_KIND}),? ")


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of one class of lexicon/occasions_words.tsv: telling, learning, reporting, reason, event, aired, counted or finding."""
    return frozenset(
        word for row in table("lexicon/occasions_words.tsv") if row["class"] == name for word in row["words"].split()
    )


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words_of('reporting')))}|according to)\b")


@frozen
class Row:
    """One pattern of the lexicon, ready to search."""

    sense: str
    channel: Channel
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    verb: re.Pattern[str] | None  # of a pattern that begins with an outlet: what is behind it, quicker to find

    def search(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Find where the pattern matches between *start* and *end*."""
        if self.verb is not None and self.verb.search(text, start, end) is None:
            return iter(())
        return self.pattern.finditer(text, start, end)


@cache
def rows(place: str) -> tuple[Row, ...]:
    """Return the patterns that apply at *place*: cue, addressee, hearer, near or head."""
    found = []
    for row in table("lexicon/occasions.tsv"):
        if row["place"] == place:
            pattern = _filled(row["pattern"])
            before, _, verb = row["pattern"].partition("{outlet} ")
            boundary = r"\b" if row["pattern"][0].isalpha() or row["pattern"].startswith("(?i:") else ""
            found.append(
                Row(
                    row["sense"],
                    Channel(row["channel"]),
                    frozenset(row["triggers"].split()),
                    re.compile(boundary + pattern),
                    re.compile(_filled(f"{_OUTLET_ENDS} {verb}")) if verb and before in ("", "(?:,) ") else None,
                )
            )
    return tuple(found)


@frozen
class _Index:
    """The rows of one place by their triggers, so that only those are tried that can fire."""

    rows: tuple[Row, ...]
    free: tuple[int, ...]  # without triggers
    triggered: dict[str, tuple[int, ...]]

    def among(self, words: frozenset[str]) -> Iterator[Row]:
        """Yield the rows that can fire among *words*, in their order."""
        signs = self.triggered.keys() & words
        numbers = sorted({*self.free, *(n for word in signs for n in self.triggered[word])}) if signs else self.free
        return map(self.rows.__getitem__, numbers)


@cache
def _index(place: str) -> _Index:
    every = rows(place)
    triggered: dict[str, list[int]] = {}
    for n, row in enumerate(every):
        for word in row.triggers:
            triggered.setdefault(word, []).append(n)
    free = tuple(n for n, row in enumerate(every) if not row.triggers)
    return _Index(every, free, {word: tuple(numbers) for word, numbers in triggered.items()})


def _filled(pattern: str) -> str:
    """Fill in the slots of a pattern."""
    for slot, meaning in _SLOTS.items():
        pattern = pattern.replace(slot, meaning)
    return _SPACE.sub(_run_of_spaces, pattern)


def _run_of_spaces(found: re.Match[str]) -> str:
    """Let a space of a pattern stand for a run of them, which is never tried in parts; leave classes of characters alone."""
    return {None: found.group(), " ": " ++", " ?": " *+"}[found[1]]


class Hit(NamedTuple):
    """A row that fired, with the words that made it and the noun phrase in its slot."""

    row: Row
    span: Span
    slot: Span | None


@frozen
class _Clause:
    """The clause around a cue, its content masked; offsets of ``text`` plus ``start`` are the document's."""

    start: int
    text: str
    hull: Span
    words: frozenset[str]
    outlets: frozenset[str]  # that the article itself introduces, the publisher among them

    def hits(self, place: str, lo: int, hi: int) -> Iterator[Hit]:
        """Yield the rows of *place* that fire between *lo* and *hi*."""
        for row in _index(place).among(self.words):
            for match in row.search(self.text, lo - self.start, hi - self.start):
                if (hit := self._hit(row, match)) is not None:
                    yield hit
                    break

    def opening(self, place: str, lo: int) -> Iterator[Hit]:
        """Yield the rows of *place* that fire exactly at *lo*."""
        for row in _index(place).among(self.words):
            match = row.pattern.match(self.text, lo - self.start)
            if match is not None and (hit := self._hit(row, match)) is not None:
                yield hit

    def _hit(self, row: Row, match: re.Match[str]) -> Hit | None:
        span = Span(self.start + match.start(), self.start + match.end())
        slots = match.groupdict()
        if "name" in slots:
            name = match.span("name")
            return (
                Hit(row, span, Span(self.start + name[0], self.start + name[1]))
                if names_a_source(slots["name"])
                else None
            )
        if "described" in slots:
            start, end = match.span("described")
            return Hit(row, span, Span(self.start + start, self.start + end))
        slot = "outlet" if "outlet" in slots else "show" if "show" in slots else None
        if slot is None:
            return Hit(row, span, None)
        found = outlet(match[slot], self.outlets)
        if found is None or (slot == "show" and not _is_on_air(match[slot][found[0] : found[1]], self.outlets)):
            return None
        at = self.start + match.start(slot)
        return Hit(row, span, Span(at + found[0], at + found[1]))

    def belongs(self, span: Span) -> bool:
        """Tell whether no other reporting word stands between *span* and the cue, so that it is this cue's occasion."""
        start, end = span.start - self.start, span.end - self.start
        first, last = self.hull.start - self.start, self.hull.end - self.start
        search = _reports().search
        if end > first:
            return search(self.text, last, start) is None
        if _THERE.fullmatch(self.text, end, first):
            return True
        if _ELSEWHEN.search(self.text, end, first):
            return False
        return search(self.text, 0, start) is None and search(self.text, end, first) is None

    def is_close(self, span: Span) -> bool:
        """Tell whether no mark stands between a cue and *span* behind it: "said Sorin, who lost on the trail"."""
        between = self.text[self.hull.end - self.start : max(span.start - self.start, 0)]
        return _BREAK.search(between) is None


def find(document: Document, attribution: Attribution, around: Attribution | None = None) -> Occasion:
    """Find the occasion of an utterance in the words around its cue and source.

    Args:
        document: The article.
        attribution: A source, a cue and a content found in it.
        around: The attribution whose content holds this one, if any: what lies outside that content is its occasion.

    Returns:
        The channel, the outlet spoken to, the outlets that passed the words on, and whom the source cites.

    Example:
        >>> from credtag import document
        >>> text = "The dam is safe, Ana Sorin told Radio Lumen in an interview."
        >>> article = document.read(text)
        >>> said = Attribution((Span(0, 15),), cue=(Span(27, 31),), source=(Span(17, 26),))
        >>> occasion = find(article, said)
        >>> occasion.channel, article.slice(occasion.interviewer)
        (<Channel.INTERVIEW: 'interview'>, 'Radio Lumen')
    """
    anchors = (*attribution.cue, *attribution.source)
    if not anchors:
        return Occasion()
    clause = _clause(document, attribution, hull(anchors), () if around is None else around.content)
    channels = list(_channels(document, attribution, clause))
    stop = clause.start + len(clause.text)
    beside = list(clause.hits("near", clause.start, stop))
    scenes, others = (
        [h for h in hits if clause.belongs(h.span)] for hits in (clause.hits("scene", clause.start, stop), beside)
    )
    scenes = [h for h in scenes if h.slot is None or h.slot.start > h.span.start]  # no "Radio Lumen asked her"
    others = [h for h in others if not _in_cue(h, attribution)]
    near = [*scenes, *others]  # a scene may be told in the cue itself: "opened up to Radio Lumen about"
    uttered = () if _learns(document, attribution) else near
    spoken = [h for h in (*channels, *uttered) if h.row.sense in ("channel", "interviewer", "described")]
    best = _best(spoken, attribution)
    elsewhere = (h.span for h in (*channels, *near) if h.row.sense == "elsewhere" and clause.is_close(h.span))
    return Occasion(
        channel=best.row.channel if best else Channel.UNSTATED,
        span=best.span if best else next(elsewhere, None),
        interviewer=next((h.slot for s in ("interviewer", "described") for h in spoken if h.row.sense == s), None),
        relays=_slots(near, "relay", attribution),
        upstream=_slots(near, "upstream", attribution) or _cited(document, attribution),
        reported=None if attribution.source else next((h.span for h in beside if h.row.sense == "reported"), None),
    )


def scene(document: Document, sentence: Span) -> Occasion | None:
    """Find the interview that a sentence of the story tells of.

    Example:
        >>> from credtag import document
        >>> article = document.read("Ana Sorin sat down with Radio Lumen on Monday.")
        >>> article.slice(scene(article, article.sentences[0]).interviewer)
        'Radio Lumen'
    """
    words = frozenset(document.lowers[slice(*document.token_range(sentence))])
    text = document.normal[sentence.start : sentence.end]
    clause = _Clause(sentence.start, text, sentence, words, _introduced(document))
    hit = next(clause.hits("scene", sentence.start, sentence.end), None)
    return None if hit is None else Occasion(hit.row.channel, hit.span, hit.slot)


@cache
def scene_words() -> frozenset[str]:
    """Return the words of which one occurs in every sentence that tells of an interview."""
    return frozenset(word for row in rows("scene") for word in row.triggers)


def _clause(document: Document, attribution: Attribution, anchors: Span, within: Sequence[Span]) -> _Clause:
    first, last = document.sentence_at(anchors.start), document.sentence_at(anchors.end - 1)
    start = document.sentences[first].start if first is not None else anchors.start
    end = document.sentences[last].end if last is not None else anchors.end
    start, end = max(start, anchors.start - _REACH), min(end, anchors.end + _REACH)
    end = max(end, anchors.end)
    holder = next((piece for piece in within if piece.covers(anchors)), None)
    if holder is not None:
        start, end = max(start, holder.start), min(end, holder.end)
    text = document.normal[start:end]
    for piece in attribution.content:
        lo, hi = max(piece.start, start) - start, min(piece.end, end) - start
        if lo < hi:
            text = text[:lo] + _MASK * (hi - lo) + text[hi:]
    i, j = document.token_range(Span(start, end))
    return _Clause(start, text, anchors, frozenset(document.lowers[i:j]), _introduced(document))


def _channels(document: Document, attribution: Attribution, clause: _Clause) -> Iterator[Hit]:
    """Yield what the cue, its addressee and the head of the source say of the channel."""
    for cue in attribution.cue:
        yield from clause.hits("cue", cue.start, cue.end)
        told = _told(document, cue)
        behind = (cue.end if told is None else told) + 1
        if behind < clause.start + len(clause.text):
            yield from clause.opening("hearer" if told is None else "addressee", behind)
    for piece in attribution.content:  # "confirmed the plan | to Radio Lumen"
        if clause.hull.end < piece.end + 1 < clause.start + len(clause.text):
            yield from clause.opening("hearer", piece.end + 1)
    if attribution.source:
        source = hull(attribution.source)
        head = _HEAD_ENDS.split(document.normal[source.start : source.end], maxsplit=1)[0]
        yield from clause.hits("head", source.start, source.start + len(head))


def _told(document: Document, cue: Span) -> int | None:
    """Return the end of the word of telling in a cue, which may hold the addressee too: "told us"."""
    first, last = document.token_range(cue)
    telling = (i for i in reversed(range(first, last)) if document.lowers[i] in words_of("telling"))
    return next((document.tokens.ends[i] for i in telling), None)


def _best(hits: Sequence[Hit], attribution: Attribution) -> Hit | None:
    """Return the hit that names the channel: "told the paper in a statement" is a statement, "polls see" is a poll.

    What is said of the source, or of the paper it wrote, comes first: "in an email | that was passed to the paper" is a leak.
    Where somebody was "at the march, she told Radio Lumen" is no speech.
    """
    told = any(
        h.row.channel is Channel.INTERVIEW and h.span.start == cue.end + 1 for h in hits for cue in attribution.cue
    )
    asked = any(h.row.channel is Channel.INTERVIEW for h in hits)
    outranked = [Channel.INTERVIEW, Channel.OBSERVATION]
    outranked += [Channel.SPEECH] * told + [Channel.DOCUMENT] * asked
    plain = [h for h in hits if h.row.channel not in outranked]
    papers = [*attribution.source, *(Span(h.span.start + 1, h.span.end) for h in plain[:1])]
    leaked = (
        h
        for h in plain
        if h.row.channel is Channel.LEAK and any(h.span.overlaps(p) and h.span.start >= p.start for p in papers)
    )
    return next(leaked, None) or next(iter(plain), None) or next(iter(hits), None)


def _learns(document: Document, attribution: Attribution) -> bool:
    """Tell whether a cue utters nothing: "the party learned during the debate that C"."""
    cues = (document.lowers[slice(*document.token_range(cue))] for cue in attribution.cue)
    return any(not words_of("learning").isdisjoint(words) for words in cues)


def _in_cue(hit: Hit, attribution: Attribution) -> bool:
    """Tell whether a hit is but the cue itself; "quoted by Radio Lumen as saying" tells of more than the cue."""
    if hit.row.sense == "upstream" or not any(hit.span.overlaps(cue) for cue in attribution.cue):
        return False
    own = hit.slot is None or any(hit.slot.overlaps(piece) for piece in (*attribution.source, *attribution.cue))
    return own or hit.row.sense != "relay"


def _slots(hits: Sequence[Hit], sense: str, attribution: Attribution) -> tuple[Span, ...]:
    found: list[Span] = []
    for hit in hits:
        taken = any(hit.slot == piece for piece in attribution.source)
        if hit.row.sense == sense and hit.slot is not None and not taken and hit.slot not in found:
            found.append(hit.slot)
    return tuple(found)


def _cited(document: Document, attribution: Attribution) -> tuple[Span, ...]:
    """Return the source that is all that is cited: "It cited two officers"."""
    content, *later = attribution.content
    cue = attribution.cue[-1] if attribution.cue else None
    if later or cue is None or content.start != cue.end + 1 or content.end - content.start > _LONGEST:
        return ()
    if not citing.cites(document, cue):
        return ()
    return (content,) if names_a_source(document.normal[content.start : content.end]) else ()


# --------------------------------------------------------------------------- names


def _looks_like_an_outlet(name: str) -> bool:
    """Tell whether a name of several words is built like an outlet's: "Radio Lumen", "The Harbour Post"."""
    words = outlet_names.bare(name).split()
    if name[:2] in ("a ", "A ") or name[:3] in ("an ", "An "):
        return False  # "a Swedish magazine" is described
    if len(words) < 2:
        return name[:4] in ("The ", "the ") and _looks_like_a_paper(*words)
    if "'s" in words[0]:
        return False
    if "of" in words and not outlet_names.words("tail").isdisjoint(words[words.index("of") + 1 :]):
        return False  # "Ana Sorin of Belmar News": the outlet begins later
    return (
        words[-1] in outlet_names.words("tail")
        or words[0] in outlet_names.words("lead")
        or words[-1] in outlet_names.words("after")
        or words[-1] in outlet_names.words("programme")
    )


def _looks_like_a_paper(word: str) -> bool:
    """Tell whether one word behind "the" is a newspaper's name: "the Courier", "the Star-Ledger"."""
    _, hyphen, last = word.rpartition("-")
    return last in outlet_names.words("paper") or (bool(hyphen) and last in outlet_names.words("tail"))


@latest
def _introduced(document: Document) -> frozenset[str]:
    """Return the outlets that an article introduces, and its publisher.

    "The state broadcaster RTK" introduces RTK; behind "the Marlow Chronicle", "the Chronicle" is an outlet too.
    """
    names = {match["name"] for pattern in _INTRODUCTIONS for match in pattern.finditer(document.normal)}
    names |= {m["name"] for m in _ISSUED.finditer(document.normal) if _printed(document, m.start())}
    tails = outlet_names.words("tail")
    ended = [pair for pair in pairwise(document.words) if pair[1] in tails or pair[1] == "News"]
    short = (word for before, word in ended if word in tails and before[:1].isupper() and before not in ("The", "A"))
    stems = (before for before, word in ended if word == "News" and f"{before} News" in outlet_names.known())
    recalled = _recalled(document)
    publisher = document.publisher or ""
    last = publisher.rpartition(" ")[2]
    own = (publisher, last if last in tails else "")
    found = {outlet_names.bare(name) for name in (*names, *short, *stems, *recalled, *own) if name}
    whole = outlet_names.known() | {publisher}
    return frozenset(name for name in found if name in own or not _begins_with(name, whole))


def _printed(document: Document, end: int) -> bool:
    """Tell whether the word that ends at *end* says which issue of a magazine it is: "October", "latest"."""
    start = document.normal.rfind(" ", 0, end) + 1
    return outlet_names.printed(document.normal[start:end])


def _begins_with(name: str, outlets: Set[str]) -> bool:
    """Tell whether a name is that of an outlet and more: "Radio Lumen Tonight" is Radio Lumen's."""
    words = name.split()
    return any(" ".join(words[:n]) in outlets for n in range(1, len(words)))


def _recalled(document: Document) -> Iterator[str]:
    """Yield who must be an outlet by what it is called later: "told the Belmar Lantern that C … told the newspaper"."""
    for again in _RECALLED.finditer(document.normal):
        told = list(_TOLD.finditer(document.normal, max(again.start() - _BACK, 0), again.start()))
        if told and told[-1]["name"].rpartition(" ")[2] not in _bodies():
            yield told[-1]["name"]


@cache
def _bodies() -> frozenset[str]:
    """Return the last words of the names of bodies that are no outlets: "the Belmar Council"."""
    return frozenset(row["name"] for row in table("lexicon/organisations.tsv") if row["part"] == "head")


def _is_on_air(name: str, outlets: frozenset[str]) -> bool:
    bare = outlet_names.bare(name)
    return bare in outlet_names.known() or bare in outlets or not words_of("aired").isdisjoint(bare.split())


def outlet(words: str, outlets: frozenset[str] = frozenset()) -> tuple[int, int] | None:
    """Return the place of the outlet's name in the noun phrase *words*, or None when it names none.

    Args:
        words: The noun phrase.
        outlets: Names that the article introduces as those of outlets.

    Example:
        >>> outlet("Ana Sorin of Radio Lumen")
        (13, 24)
    """
    described, comma, _ = words.partition(",")
    if comma:  # "a newspaper, the Belmar Times"; "Marquee magazine, Ana Sorin"
        starts = [m.end() for m in _NAME_STARTS.finditer(words)]
        return _named_in(words, starts, outlets) or _named_in(described, [0], outlets)
    return _named_in(words, [0, *(m.end() for m in _NAME_STARTS.finditer(words))], outlets)


def _named_in(words: str, starts: Sequence[int], outlets: frozenset[str]) -> tuple[int, int] | None:
    ends = [m.start() for m in _NAME_ENDS.finditer(words)]
    for fits in (
        lambda name: outlet_names.bare(name) in outlet_names.known() or outlet_names.bare(name) in outlets,
        _looks_like_an_outlet,
    ):
        for start in starts:
            for end in reversed(ends):
                if end > start and fits(words[start:end]) and not _goes_on(words, start, end):
                    owner = words.find("'s ", start, end)  # "Radio Lumen's Breakfast Hour"
                    return start, owner if owner > start and fits(words[start:owner]) else end
    return None


def _goes_on(words: str, start: int, end: int) -> bool:
    """Tell whether one word that may be an outlet only begins a longer name: "the National Association".

    A station goes on with its programme, a paper with its town: "CBS This Morning", "the Star-Ledger of Milltown".
    """
    name = outlet_names.bare(words[start:end])
    if " " in name or _CAPITAL.match(words, end) is None:
        return False
    if words.startswith(" of ", end) and _looks_like_a_paper(name):
        return False
    station = name.isupper() and len(name) >= _STATION
    return not station or words.rpartition(" ")[2] in _bodies()


@cache
def _sources() -> frozenset[str]:
    nouns = {row["noun"].lower() for row in table("lexicon/role_nouns.tsv")}
    return frozenset(
        nouns | {noun + "s" for noun in nouns} | {"sources", "source", "people", "data", "figures", "records"}
    )


def names_a_source(phrase: str) -> bool:
    """Tell whether what is cited is a source and no reason: "citing officials", not "citing privacy rules".

    Example:
        >>> names_a_source("a senior official"), names_a_source("privacy rules"), names_a_source("the release of a clerk")
        (True, False, False)
    """
    end = _HEAD_ENDS.search(phrase)
    head = phrase[: end.start() if end else None].split()
    if not head or head[-1].lower() in words_of("reason"):
        return False
    if end and end.group() == " of" and head[-1].lower() in words_of("event"):
        return False
    several = len(head) > 1 and head[0].lower() in words_of("counted") and head[-1].endswith("s")
    nouns = [word.lower() for word in head if word.lower() not in words_of("postmodifier")]
    named = any(word in _sources() for word in nouns if word.endswith(("s", "people")) or word is nouns[-1])
    return several or named or head[-1][0].isupper()
