"""Tell whom a caveat is about: relative clause, apposition, premodifier, parenthesis, predicate, anaphor."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from credtag.caveats.lexicon import kind_of
from credtag.caveats.lexicon import words as words_of
from credtag.caveats.mentions import Mentions
from credtag.labels import Kind
from credtag.records import Attribution, Document, Source, Sources, Span, hull
from credtag.source.lexicon import first_names

_WINDOW = 300  # characters of a sentence that are read to the left of a caveat
_BEFORE_THAT = 40  # characters before "that" which tell how sure its clause is: "over allegations that"
_FAR = 6000  # characters that "the study" reaches back to a study of that name
_EDGE = re.compile(
    r"[,;:()\"\n]|(?<= )-+(?= )|\b(?:which|who|whose|whom)\b"
    r"|\bthat\b(?= (?:is|was|has|are|were|have|had|the|s?he|its?|his|her|[A-Z]\w*)\b)|\b(?:but|and|while|although|though|because)\b|\b(?:says?|said|insists?|since|after|as|when)\b(?= (?:s?he|it)\b)"
)
_ENDINGS = ("ed", "s", "ing", "ly")  # of words that begin a predicate
_RELATIVE = frozenset(("which", "who", "whose", "whom", "that"))
_APPOSED = re.compile(
    r"\s*+(?:an?|the|one of|itself|himself|herself|long|once|widely|often|also|reportedly|allegedly|known|seen|believed|thought|said (?:by|to)|considered"
    r"|regarded|described|accused|designated|labell?ed|suspected|close|closely|run|owned|controlled|linked|notorious|formerly|part|[a-z][\w-]+ly"
    r"|state|pro-\w+|[\w-]+-[\w-]+|with|now|not|understood|rumou?red|suing|under|critic|rival|sanctioned|banned|outlawed|declared"
    r"|author|owner|founder|co-founder|holder|inventor|infamous|famous|perceived|twice|convicted|paid|dogged|criticised|criticized|caught"
    r"|found|fined|ordered|rated|ranked|dropped|struck|thrown|jailed|barred|stripped|censured|plagued|ridiculed|derided|mocked|best|never|\Z)",
)
_ADJECTIVES = re.compile(r"\s*(?:an?|the)(?: [a-z-]+){1,2},(?: [a-z-]+){0,3} ?")  # "a small, fiercely"
_COPULA = re.compile(
    r"(?:is|was|are|were|(?:has|have|had) been|an?(?= ))(?: (?!(?:on|in|at|with|of|for|to|by|from)\b)[\w-]+){0,4} ?|an? "
)
_BEING = re.compile(
    r"(?:[\w'-]+ ){0,6}?(?:is|was|are|were|been|heads?|headed|runs?|ran|leads?|led|directs?|chairs?|edits?|founded|writes|works?|worked"
    r"|advis(?:es?|ed)|calls?|called|describ(?:es?|ed)|label(?:s|led)?|consider(?:s|ed)?|regards?|dubbed|brand(?:s|ed)?)(?: [\w'-]+){0,6} ?\Z"
)
_ROLE = re.compile(r"(?:is|was|are|were) (?:[\w-]+ ){0,3}?(?P<role>[\w-]+) (?:at|of|for|with|from) the ")
_ASIDE = re.compile(r"\s*+(?:,[^,]{1,160},|-+ (?:(?! -+ )[^\n]){1,160} -+|\([^()]{1,80}\))(?= )")
_OF_IT = re.compile(r" (?:of|at|for|in|from|with|on) (?:[\w'-]+ ){0,3}[\w'-]+,? ?")
_APPOSITION = re.compile(r", \d{1,3}, |, (?:an?|the|one of) (?:[\w'-]+ ){1,6}")
_PART = re.compile(
    r"\b(?:one|two|three|four|five|six|most|some|many|all|both|none|several|parts?) of $"
)  # "two of whose papers"
_AFTER_CUE = re.compile(
    r",? (?:said|says|claimed|claims|reported|reports|wrote|writes)"
)  # "Kompas said, a blog with …"
_AFTER_NAME = 70  # characters of a name's own "of" phrase before a relative pronoun
_OPENING = r"(?:(?:After|As|At|Before|During|For|In|On|Since) (?!that\b)(?:[\w'-]++ ){0,6}?[\w'-]++,? |(?:Then again|Last \w+|Earlier|Twice),? )?"
_CALLER = (
    r"(?!(?:It|He|She|They|The (?:site|channel|paper|account))\b)[A-Z][\w.'-]*(?: (?!the\b)[\w.'-]+){0,4}? (?:(?:have|has|had) (?:[\w-]+ ){0,3})?"
    r"(?:calls?|describes?|regards?|considers?|sees?|views?|accuses?|suspects?|believes?|thinks?|says?|described|called|suspected|accused) "
)
_ANAPHOR = re.compile(
    rf"\s*+{_OPENING}(?P<caller>{_CALLER})?(?:(?:[A-Z][a-z]+ )+of )?(?:(?:[Tt]he|[Tt]his|That) (?P<noun>think tank|[a-z]\w+)(?P<has>'s)?"
    r"|(?P<pronoun>[Ii]t|[Hh]e|[Ss]he)(?:'s)?|(?P<owner>[Ii]ts|[Hh]is|[Hh]er))(?!\w)"
)
_STAFF = re.compile(r"(?:[Tt]he (?P<noun>[a-z]\w+)'s|(?P<owner>[Ii]ts)) (?:[a-z-]+ )?(?P<staff>[a-z]+)")
_OBJECT = re.compile(r"\bthe (?P<noun>think tank|[a-z]\w+)")
_OWNER = re.compile(r"\b(?P<owner>[Ii]ts|[Hh]is|[Hh]er|him)\b")
_SUBJECT = re.compile(r"(?P<name>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*)*) (?=(?:is|was|has|had|advises|advised|owns|holds)\b)")
_RUNNING = re.compile(
    r"\b(?:runs|owns|heads|leads|chairs|directs|manages|founded|co-founded|represents|works (?:for|at)|is (?:the )?(?:\w+ ){1,2}(?:of|at))"
    r" (?P<firm>(?:(?!(?:which|that|who)\b)[\w.'-]+ ){0,4}?[\w.'-]+),? (?:(?:which|that|whose [\w-]+) (?:\w+ )?)?\Z"
)  # "runs Meridian, which"
_PROGRAMME = re.compile(
    r"\bon (?P<owner>his|her) (?:own |\w+ )?(?:programme|program|show|podcast|channel|station|website|blog|column)\b"
)
_GENDERS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_CLAUSES = frozenset(
    (
        "",
        ";",
        ":",
        *[
            "but",
            "and",
            "while",
            "although",
            "though",
            "because",
            "since",
            "after",
            "as",
            "when",
            "say",
            "says",
            "said",
            "insist",
            "insists",
        ],
    )
)  # after which a pronoun can be a subject
_LEADING = re.compile(r"(?: (?!(?:is|was|are|were|has|had|will|said)\b)[\w.'-]+){0,8}, ")
_INDEFINITE = re.compile(r"(?:An?|One|Another) ")
_LED = re.compile(r"[,.](?! (?:an?|the|who|which|whose|\d))")
_FRONTED = re.compile(
    r"(?:[A-Z][a-z]+(?:ed|ly|en|wn)|Having|Seeking|Hoping|Bidding|Vying|Angling|Competing|Lobbying|Pitching|Eager|Keen|Said|Seen|Long|Notorious|Run|Under|Once|Twice)\b[^,.;]*"
)  # "Widely seen as …"
_BEFORE_NAME = re.compile(
    r"(?: (?!(?:is|was|are|were|has|had|will|said)\b)[\w.'-]+){0,8}, (?:(?:the|an?) )?(?:[a-z][\w-]+ ){0,4}"
)
_HEAD = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne of the)(?: (?!the |an? )[\w.'-]+){0,5}(?: of (?:the|an?)(?: [\w.'-]+){0,4})? ?\Z"
)
_POSSESSED = re.compile(r"whose (?P<words>(?:[\w.'-]+ ){1,3})")
_RELATION = re.compile(r"\b(?P<word>[a-z]+) (?:of|for|to|on|representing|defending)\b")
_ACCUSING = re.compile(r"\baccus(?:e|es|ed|ing) (?!of\b|by\b)[^,;]{1,80}\Z")
_WORDS = re.compile(r"[\w'-]+")
_NEAR_NAME = re.compile(
    r"[\s\"'(]*(?:(?!(?:and|or|like|as|than|at|by|for|from|in|of|on|to|with|against|that|[\w-]+(?:ed|ing)|[a-z]+(?<!new)(?<!pres)s)\b)(?:[a-z][\w-]*|TV|Telegram|YouTube|[Tt]he|[\"'])\s+){0,4}[\"']?"
)
_WRITTEN = frozenset((Kind.DOCUMENT,))
_BODIES = frozenset((Kind.OUTLET, Kind.ORGANISATION, Kind.GOVERNMENT, Kind.GROUP, Kind.UNKNOWN))


class Bound(NamedTuple):
    """A caveat's source and where its clause begins."""

    source_id: str
    start: int
    clause: int  # where the words begin that tell its certainty: at the relative pronoun, if there is one
    predicate: bool = False  # the main statement of its sentence, no remark in passing


class _Edge(NamedTuple):
    start: int
    end: int
    word: str


@frozen
class Binder:
    """What is needed to bind the caveats of one article."""

    document: Document
    mentions: Mentions
    sources: Sources
    holders: tuple[tuple[Span, str], ...]  # the source phrases of attributions and their sources
    starts: tuple[int, ...]
    speaking: frozenset[Span]  # the source phrases of attributions that stand in no other

    @classmethod
    def of(cls, document: Document, attributions: Sequence[Attribution], sources: Sources) -> Binder:
        """Prepare the article for binding."""
        holders = sorted(
            {
                (span, source.source_id)
                for found in attributions
                if found.source
                and (resolution := sources.of(span := hull(found.source))) is not None
                and (source := sources.get(resolution.source_id)) is not None
                and source.name is not None
            }
        )
        speaking = frozenset(hull(found.source) for found in attributions if found.source and found.inside is None)
        starts = tuple(s.start for s, _ in holders)
        return cls(document, Mentions.of(sources), sources, tuple(holders), starts, speaking)

    # ------------------------------------------------------------------ shapes

    def ahead(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a premodifier: to the name behind it, else as an apposition or predicate."""
        for i in self.mentions.beginning(words.start, min(sentence.end, words.end + 60)):
            span = self.mentions.spans[i]
            inside = span.start < words.end
            if inside and span.end < words.end:
                continue  # "Marn ally Ana Sorin": the first name is part of the premodifier
            if inside or _NEAR_NAME.fullmatch(self.document.normal, words.end, span.start):
                return Bound(self.mentions.ids[i], words.start, words.start)
            break
        for i in self.mentions.before(words.start + 1, sentence.start):
            span = self.mentions.spans[i]
            if span.end >= words.end:
                apart = _EDGE.search(self.document.normal, span.start, words.start)
                return (apart and self._behind(words, sentence)) or Bound(
                    self.mentions.ids[i], words.start, words.start
                )
            break
        found = self._led(words, sentence) or self.about(words, sentence)
        normal = self.document.normal
        if found is None or (not found.predicate and found.clause == found.start):
            return found
        if not found.predicate:
            return found if _BEING.match(normal, found.start, words.start) else None
        if role := _ROLE.fullmatch(normal, found.start, words.start):
            return found if kind_of(role["role"]) is Kind.PERSON else None
        return found if _COPULA.fullmatch(normal, found.start, words.start) else None

    def within(self, words: Span) -> Bound | None:
        """Bind what a source is called: to the name that stands among the words, "called Ana Marn a quack"."""
        i = self.mentions.ending(words.start, words.end)
        if i is not None:
            return Bound(self.mentions.ids[i], words.start, words.start)
        called = _OBJECT.search(self.document.normal, words.start, words.end)
        owner = _OWNER.search(self.document.normal, words.start, words.end)
        pronoun, noun = owner and owner["owner"], called and called["noun"]
        source_id = self._meant(pronoun, noun, words.start) if pronoun or noun else None
        return None if source_id is None else Bound(source_id, words.start, words.start)

    def about(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a clause: to what its relative pronoun, its comma, its verb or its anaphor refers to."""
        led = self._led(words, sentence)
        if led is not None and led.start <= sentence.start:
            return led
        return self._behind(words, sentence) or led

    def _led(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a description to the name that stands in apposition to it: "A fired engineer, Ana Marn, said …"."""
        normal = self.document.normal
        fronted = _FRONTED.fullmatch(normal, sentence.start, words.end) is not None
        for i in self.mentions.beginning(words.end, min(sentence.end, words.end + _AFTER_NAME)):
            span = self.mentions.spans[i]
            if fronted and _BEFORE_NAME.fullmatch(normal, words.end, span.start):
                return Bound(self.mentions.ids[i], sentence.start, sentence.start)
            if _LEADING.fullmatch(normal, words.end, span.start):
                begin = self._noun_phrase(words.start, sentence.start)
                first = begin == sentence.start and _INDEFINITE.match(normal, begin) is not None
                led = first or _LED.match(normal, span.end) is not None
                return Bound(self.mentions.ids[i], begin, begin) if led else None
        return None

    def _noun_phrase(self, offset: int, floor: int) -> int:
        """Return where the noun phrase before *offset* begins: at its determiner, if that stands near."""
        found = _HEAD.search(self.document.normal, max(floor, offset - _AFTER_NAME), offset)
        return offset if found is None else found.start()

    def _behind(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a clause to what stands before it."""
        lo = max(sentence.start, words.start - _WINDOW)
        text = self.document.normal[lo : words.start]
        edges = [_Edge(lo + m.start(), lo + m.end(), m.group()) for m in _EDGE.finditer(text)][-4:]
        if lo == sentence.start:
            edges.insert(0, _Edge(lo, lo, ""))
        for edge in reversed(edges):
            if edge.word in _RELATIVE and edge.start > sentence.start:
                owner = self._antecedent(edge, words)
                if owner is None and edge.word == "that":  # "said that Kompas has …", "that the think tank has …"
                    found = self._predicated(edge.end, words) or self._anaphor(edge, words, sentence)
                    if found is None and self._charged(edge):
                        continue
                    return found and found._replace(clause=max(lo, edge.start - _BEFORE_THAT))
                return None if owner is None else Bound(owner, edge.end + 1, edge.start)
            if (found := self._predicated(edge.end, words)) is not None:
                return found
            if edge.word in (",", "(", "-", "--", "---") and (found := self._apposed(edge, words)) is not None:
                return found
            if edge.word in _CLAUSES and (found := self._anaphor(edge, words, sentence)) is not None:
                return found
        held = self._held(words)
        if held is None or not edges:
            return None
        begin = _first_letter(self.document.normal, edges[-1].end)
        return Bound(held, begin, begin)

    def employed(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a clause about a firm to who was just told by it: "an analyst at Meridian. Meridian is the broker of …"."""
        normal = self.document.normal
        if (found := _RUNNING.search(normal, sentence.start, words.start)) is not None:
            running = Span(found.start(), found.end("firm"))
            return self.about(running, sentence)
        subject = _SUBJECT.match(normal, sentence.start, words.end)
        if subject is None or subject.end() < words.start:
            return None
        at = re.compile(rf"\b(?:at|of|with|from|for) (?:the )?{re.escape(subject['name'])}\b")
        for span, source_id in reversed(self.holders[: bisect_left(self.starts, sentence.start)]):
            if span.start < sentence.start - 2 * _WINDOW:
                return None
            if at.search(normal, span.start, span.end):
                return Bound(source_id, sentence.start, sentence.start)
        return None

    def accuses(self, bound: Bound, words: Span) -> bool:
        """Tell whether the source says it of somebody else: "Marn accused the firm of ties to the police"."""
        return _ACCUSING.search(self.document.normal, bound.start, words.start) is not None

    def of_another(self, bound: Bound, words: Span, own: frozenset[str]) -> bool:
        """Tell whether a clause is about somebody else: "whose son was convicted", "the lawyer of a man accused of …".

        *own* are the nouns for what counts as the source itself: "whose editor was convicted".
        """
        normal = self.document.normal
        if possessed := _POSSESSED.match(normal, bound.clause, words.start):
            first = normal[words.start : words.end].split(maxsplit=1)[0]  # "whose war diaries turned out to be forged"
            return own.isdisjoint([*possessed["words"].lower().split(), first])
        others = _RELATION.finditer(normal, max(bound.start - _AFTER_NAME, 0), words.start)
        return any(match["word"] in words_of("related") and bound.start <= match.end() for match in others)

    def does_else(self, bound: Bound, words: Span) -> bool:
        """Tell whether the source does something to what the caveat describes: "exposed a front for the secret police"."""
        tokens = _WORDS.findall(self.document.normal[bound.start : words.end])
        inner = len(_WORDS.findall(self.document.normal[max(bound.start, words.start) : words.end]))
        before = [token.lower() for token in tokens[: len(tokens) - inner]]
        before = before[1:] if before and before[0] in words_of("own") else before
        for n, token in enumerate(before):
            if token in _RELATIVE:  # "that two exiled officers say is run by …"
                said = [k for k, word in enumerate(before) if k > n and word in words_of("calling")]
                before = before[:n] + before[said[0] :] if said else before
                break
        if not before:
            return False
        first, second = before[0], before[1] if len(before) > 1 else ""
        does = (
            first.endswith("s")
            and not first.endswith(("ous", "ss"))
            and first not in words_of("linking")
            and second not in words_of("putting")
        )
        done = (word for word in before if word.endswith("ed") or word in words_of("doing"))
        tells = first in words_of("telling") and second not in ("by", "to")
        return does or tells or any(word not in words_of("putting") for word in done)

    def _antecedent(self, edge: _Edge, words: Span) -> str | None:
        """Return the source before a relative pronoun; else the one in whose phrase the clause stands."""
        if part := _PART.search(self.document.normal, max(0, edge.start - _BEFORE_THAT), edge.start):
            edge = edge._replace(start=part.start())
        i = self.mentions.ending(edge.start - 4, edge.start)
        if i is not None:
            return self.mentions.ids[i]
        if (held := self._held(words)) is not None:
            return held
        i = self.mentions.ending(edge.start - _AFTER_NAME, edge.start)
        if i is None:
            return None
        between = self.document.normal[self.mentions.spans[i].end : edge.start]
        return self.mentions.ids[i] if _OF_IT.fullmatch(between) or _APPOSITION.fullmatch(between) else None

    def _predicated(self, start: int, words: Span) -> Bound | None:
        """Bind to a subject in the same clause: "Kompas is thought to have …"."""
        i = self.mentions.ending(start, words.start)
        if i is not None and self.document.normal.endswith(" by ", start, self.mentions.spans[i].start):
            i = self.mentions.ending(start, self.mentions.spans[i].start)  # "Kompas is accused by the opposition of …"
        if i is None or self.mentions.spans[i].start < start - 1:
            return None
        end = self.mentions.spans[i].end
        if aside := _ASIDE.match(self.document.normal, end, words.start):
            end = aside.end()
        tail = [t.strip('.,"').lower() for t in self.document.normal[end : words.start].split()]
        owns = tail[:1] in (["'s"], ["'"])
        plain = self._of_own(tail[1:], words) if owns else [t.strip("'") for t in tail]
        if (
            plain is None
            or len(plain) > 14
            or not words_of("telling").isdisjoint(plain)
            or _reported(plain)
            or (plain and plain[0] not in words_of("linking"))
        ):
            return None
        if not plain and not owns and not _predicates(self.document.normal[words.start : words.end]):
            return None
        begin = _first_letter(self.document.normal, end)
        caller = self.document.normal[start : self.mentions.spans[i].start].split()
        called = bool(caller) and caller[-1] in words_of("calling")  # "scholars call the paper a mouthpiece"
        clause = _first_letter(self.document.normal, start) if called else begin
        return Bound(self._owner(i) or self.mentions.ids[i], begin, clause, predicate=True)

    def _of_own(self, tail: list[str], words: Span) -> list[str] | None:
        """Return what follows a subject that stands for its owner: "Kompas's editor is …", "his papers were retracted"."""
        for n, word in enumerate(tail[:3]):
            if word in words_of("own"):
                return tail[n + 1 :]
        first = _WORDS.match(self.document.normal, words.start)
        counts = first is not None and first.group() in words_of("own") | words_of("possessed")
        return [] if counts and len(tail) <= 3 else None

    def _charged(self, edge: _Edge) -> bool:
        """Tell whether a clause tells what is held against a source: "rejects suggestions that"."""
        before = self.document.normal[max(0, edge.start - _BEFORE_THAT) : edge.start].split()
        return bool(before) and before[-1] in words_of("charging")

    def _apposed(self, edge: _Edge, words: Span) -> Bound | None:
        """Bind to the name before a comma, bracket or dash: "Kompas, a channel with …"."""
        between = self.document.normal[edge.end : words.start]
        if not _APPOSED.match(between) or ("," in between and not _ADJECTIVES.fullmatch(between)):
            return None
        i = self.mentions.ending(edge.start - 3, edge.start)
        source_id = self.mentions.ids[i] if i is not None else self._held(words) or self._quoted(edge)
        begin = _first_letter(self.document.normal, edge.end)
        return None if source_id is None else Bound(source_id, begin, begin)

    def _quoted(self, edge: _Edge) -> str | None:
        """Return the source before a cue and a comma: "Kompas said, a blog with …"."""
        i = self.mentions.ending(edge.start - _BEFORE_THAT, edge.start)
        spoke = i is not None and _AFTER_CUE.fullmatch(self.document.normal, self.mentions.spans[i].end, edge.start)
        return self.mentions.ids[i] if i is not None and spoke else None

    def _anaphor(self, edge: _Edge, words: Span, sentence: Span) -> Bound | None:
        """Bind a clause that begins with "It", "Its editor" or "The channel" to the source last named before it."""
        match = _ANAPHOR.match(self.document.normal, edge.end, words.start)
        if match is None:
            return None
        tail: list[str] | None
        tail = self.document.normal[match.end() : words.start].split()
        if match["caller"] and tail[:1] == ["of"]:
            tail = tail[1:]  # "villagers accuse the engineer of being …"
        if match["owner"] or match["has"]:
            tail = self._of_own(tail or [], words)
        if tail is None or not _light(tail):
            return None
        begin = _first_letter(self.document.normal, match.end())
        nearer = edge.word not in ("", "but", "and", "that") or self._charged(edge)
        before = edge.start if nearer else sentence.start
        source_id = self._meant(match["pronoun"] or match["owner"], match["noun"], before)
        clause = begin if match["caller"] is None else match.start("caller")
        return None if source_id is None else Bound(source_id, begin, clause, predicate=True)

    def _meant(self, pronoun: str | None, noun: str | None, before: int) -> str | None:
        """Return the source last named before a place that a pronoun or a noun can mean; who just spoke comes first."""
        near = before - 2 * _WINDOW
        found = [*self.mentions.before(before, max(0, near if noun is None else near - _FAR))]
        last = self.document.sentence_at(before - 2) if before > 1 else None
        if noun is None and last is not None:
            begin = self.document.sentences[last].start
            found.sort(
                key=lambda i: self.mentions.spans[i].start < begin or self.mentions.spans[i] not in self.speaking
            )
        for kinds in _referents(pronoun, noun):
            for i in found:
                source = self.sources.get(self.mentions.ids[i])
                known = self.mentions.spans[i].start >= near or _called(source, noun)
                if source is not None and known and _looks_like(source) & kinds and _agrees(source, pronoun):
                    return source.source_id
        return None

    def _owner(self, i: int) -> str | None:
        """Return the source that a mention stands for: "the newspaper's editor rejects …" speaks for the newspaper."""
        span = self.mentions.spans[i]
        found = _STAFF.fullmatch(self.document.normal, span.start, span.end)
        if found is None or found["staff"] not in words_of("own"):
            return self.mentions.ids[i]
        return self._meant(found["owner"], found["noun"], span.start)

    def possessor(self, words: Span, sentence: Span) -> Bound | None:
        """Bind what somebody else is to the source: "the builder is her largest client"."""
        if owner := _OWNER.search(self.document.normal, words.start, words.end):
            source_id = self._meant(owner["owner"], None, sentence.start)
        else:
            i = self.mentions.ending(words.start, words.end)
            source_id = self._host(sentence) if i is None else self.mentions.ids[i]
        return None if source_id is None else Bound(source_id, words.start, words.start)

    def _host(self, sentence: Span) -> str | None:
        """Return who just spoke on a programme of their own, which "the programme" then means."""
        lo = max(0, sentence.start - _WINDOW)
        own = _PROGRAMME.search(self.document.normal, lo, sentence.start)
        return None if own is None else self._meant(own["owner"], None, sentence.start)

    def _held(self, words: Span) -> str | None:
        """Return the source of the attribution in whose source phrase *words* stand."""
        i = bisect_right(self.starts, words.start) - 1
        while i >= 0 and i >= bisect_right(self.starts, words.start) - 3:
            span, source_id = self.holders[i]
            if span.covers(words):
                return source_id
            i -= 1
        return None


def _light(tail: Sequence[str]) -> bool:
    """Tell whether few words, none of them reporting, stand between a subject and its caveat."""
    words = [w.strip(".,").lower() for w in tail]
    return len(words) <= 14 and words_of("telling").isdisjoint(words) and (not words or words[0] in words_of("linking"))


def _predicates(words: str) -> bool:
    """Tell whether a caveat begins as a predicate does: "owns shares in", "had lost", "twice convicted"."""
    first = words.split()[0]
    return first.endswith(_ENDINGS) or first in words_of("predicating")


def _referents(pronoun: str | None, noun: str | None) -> tuple[frozenset[Kind], ...]:
    """Return the kinds of source that an anaphor can mean, the likelier first."""
    if noun is None:
        return (frozenset((Kind.PERSON,)),) if (pronoun or "").lower() in _GENDERS else (_BODIES, _WRITTEN)
    kind = Kind.OUTLET if noun in words_of("site") else kind_of(noun.replace(" ", "-"))
    found = [*((Kind.DOCUMENT,) if noun in words_of("study") else ()), *((kind,) if kind is not None else ())]
    if kind in _BODIES:
        found.append(Kind.UNKNOWN)
    if kind is Kind.OUTLET or noun == "agency":  # whose name may not tell that it is one
        found += (Kind.ORGANISATION, Kind.OUTLET)
    if noun in words_of("site"):
        found.append(Kind.DOCUMENT)  # "the website Kompas"
    return tuple(frozenset((one,)) for one in found)


def _agrees(source: Source, pronoun: str | None) -> bool:
    """Tell whether a pronoun can mean a source by its first name: "She" is not Casimir."""
    wanted = _GENDERS.get((pronoun or "").lower())
    first = (source.name or "").partition(" ")[0]
    return wanted is None or first_names().get(first, wanted) in (wanted, "u")


def _called(source: Source | None, noun: str | None) -> bool:
    """Tell whether a source far back is called by the noun: who paid for a study stands at the end of an article."""
    return source is not None and noun is not None and noun in (source.name or "").lower().split()


def _looks_like(source: Source) -> frozenset[Kind]:
    """Return the kinds that a source may be: a name taken for a person's can be a channel's, unless it begins as people's do."""
    if source.kind is not Kind.PERSON or source.name is None or source.title is not None:
        return frozenset((source.kind,))
    first, *others = source.name.split()
    return frozenset((source.kind, Kind.UNKNOWN) if not others or first not in first_names() else (source.kind,))


def _reported(words: Sequence[str]) -> bool:
    """Tell whether a clause reports another: "is concerned that"; not "is dogged by charges that it"."""
    return any(that == "that" and before not in words_of("charging") for before, that in pairwise(("", *words)))


def _first_letter(normal: str, offset: int) -> int:
    """Return the first place from *offset* that is no space, quotation mark or comma."""
    while offset < len(normal) and normal[offset] in " ,('\"":
        offset += 1
    return offset
