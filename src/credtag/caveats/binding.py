"""Tell whom a caveat is about: relative clause, apposition, premodifier, parenthesis, predicate, anaphor."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from credtag.caveats.lexicon import words as words_of
from credtag.caveats.mentions import Mentions
from credtag.labels import Kind
from credtag.records import Attribution, Document, Source, Sources, Span, hull
from credtag.resources import table

_WINDOW = 300  # characters of a sentence that are read to the left of a caveat
_BEFORE_THAT = 40  # characters before "that" which tell how sure its clause is: "over allegations that"
_FAR = 6000  # characters that "the study" reaches back to a study of that name
_EDGE = re.compile(
    r"[,;:()\"\n]|(?<= )-+(?= )|\b(?:which|who|whose|whom)\b"
    r"|\bthat\b(?= (?:is|was|has|are|were|have|had|the|[A-Z]\w*)\b)|\b(?:but|and|while|although|though|because)\b"
)
_RELATIVE = frozenset(("which", "who", "whose", "whom", "that"))
_APPOSED = re.compile(
    r"\s*(?:an?|the|one of|itself|himself|herself|long|once|widely|often|also|reportedly|allegedly|known|seen|believed|thought|said (?:by|to)|considered"
    r"|regarded|described|accused|designated|labell?ed|suspected|close|closely|run|owned|controlled|linked|notorious|formerly|part|[a-z][\w-]+ly"
    r"|state|pro-\w+|[\w-]+-[\w-]+|with|now|not|understood|rumou?red|suing|under|critic|rival|sanctioned|banned|outlawed|declared|\Z)",
)
_ADJECTIVES = re.compile(r"\s*(?:an?|the)(?: [a-z-]+){1,2},(?: [a-z-]+){0,3} ?")  # "a small, fiercely"
_COPULA = re.compile(r"(?:is|was|are|were)(?: (?!(?:on|in|at|with|of|for|to|by|from)\b)[\w-]+){0,4} ?")
_BEING = re.compile(
    r"(?:[\w'-]+ ){0,6}?(?:is|was|are|were|been|heads?|headed|runs?|ran|leads?|led|directs?|chairs?|edits?|founded|writes|works?|worked"
    r"|advis(?:es?|ed)|calls?|called|describ(?:es?|ed)|label(?:s|led)?|consider(?:s|ed)?|regards?|dubbed|brand(?:s|ed)?)(?: [\w'-]+){0,6} ?\Z"
)
_ROLE = re.compile(r"(?:is|was|are|were) (?:[\w-]+ ){0,3}?(?P<role>[\w-]+) (?:at|of|for|with|from) the ")
_ASIDE = re.compile(r"\s*(?:,[^,]{1,160},|-+ (?:(?! -+ )[^\n]){1,160} -+|\([^()]{1,80}\))(?= )")
_OF_IT = re.compile(r" (?:of|at|for|in|from|with|on) (?:[\w'-]+ ){0,3}[\w'-]+,? ?")
_APPOSITION = re.compile(r", (?:an?|the|one of) (?:[\w'-]+ ){1,6}")
_AFTER_NAME = 70  # characters of a name's own "of" phrase before a relative pronoun
_ANAPHOR = re.compile(r"\s*(?:(?:[Tt]he|This|That) (?P<noun>[a-z]\w+)|(?P<pronoun>It|He|She)(?:'s)?)(?!\w)")
_SUBJECT = re.compile(r"(?P<name>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*)*) (?=(?:is|was|has|had|advises|advised|owns|holds)\b)")
_GENDERS = {"He": "m", "She": "f"}
_LEADING = re.compile(r"(?: (?!(?:is|was|are|were|has|had|will|said)\b)[\w.'-]+){0,8}, ")
_LED = re.compile(r"[,.](?! (?:an?|the|who|which|whose|\d))")
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
        return cls(document, Mentions.of(sources), sources, tuple(holders), tuple(s.start for s, _ in holders))

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
            return found if _nouns().get(role["role"]) is Kind.PERSON else None
        return found if _COPULA.fullmatch(normal, found.start, words.start) else None

    def within(self, words: Span) -> Bound | None:
        """Bind what a source is called: to the name that stands among the words, "called Ana Marn a quack"."""
        i = self.mentions.ending(words.start, words.end)
        return None if i is None else Bound(self.mentions.ids[i], words.start, words.start)

    def about(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a clause: to what its relative pronoun, its comma, its verb or its anaphor refers to."""
        led = self._led(words, sentence)
        if led is not None and led.start <= sentence.start:
            return led
        return self._behind(words, sentence) or led

    def _led(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a description to the name that stands in apposition to it: "A fired engineer, Ana Marn, said …"."""
        normal = self.document.normal
        for i in self.mentions.beginning(words.end, min(sentence.end, words.end + _AFTER_NAME)):
            span = self.mentions.spans[i]
            if _LEADING.fullmatch(normal, words.end, span.start):
                begin = self._noun_phrase(words.start, sentence.start)
                return Bound(self.mentions.ids[i], begin, begin) if _LED.match(normal, span.end) else None
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
                    found = self._predicated(edge.end, words) or self._anaphor(edge.end, words, sentence)
                    return found and found._replace(clause=max(lo, edge.start - _BEFORE_THAT))
                return None if owner is None else Bound(owner, edge.end + 1, edge.start)
            if (found := self._predicated(edge.end, words)) is not None:
                return found
            if edge.word in (",", "(", "-", "--", "---") and (found := self._apposed(edge, words)) is not None:
                return found
            if edge.word == "" and (found := self._anaphor(edge.start, words, sentence)) is not None:
                return found
        held = self._held(words)
        if held is None or not edges:
            return None
        begin = _first_letter(self.document.normal, edges[-1].end)
        return Bound(held, begin, begin)

    def employed(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a sentence about a firm to who was just told by it: "an analyst at Meridian. Meridian is the broker of …"."""
        normal = self.document.normal
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
        return _ACCUSING.search(self.document.normal, bound.clause, words.start) is not None

    def of_another(self, bound: Bound, words: Span) -> bool:
        """Tell whether a clause is about somebody else: "whose son was convicted", "the lawyer of a man accused of …"."""
        normal = self.document.normal
        if possessed := _POSSESSED.match(normal, bound.clause, words.start):
            return words_of("own").isdisjoint(possessed["words"].lower().split())
        others = _RELATION.finditer(normal, max(bound.start - _AFTER_NAME, 0), words.start)
        return any(match["word"] in words_of("related") and bound.start <= match.end() for match in others)

    def does_else(self, bound: Bound, words: Span) -> bool:
        """Tell whether the source does something to what the caveat describes: "exposed a front for the secret police"."""
        tokens = _WORDS.findall(self.document.normal[bound.start : words.end])
        inner = len(_WORDS.findall(self.document.normal[max(bound.start, words.start) : words.end]))
        before = [token.lower() for token in tokens[: len(tokens) - inner]]
        if not before:
            return False
        first, second = before[0], before[1] if len(before) > 1 else ""
        does = first.endswith("s") and first not in words_of("linking") and second not in words_of("putting")
        done = (word for word in before if word.endswith("ed") or word in words_of("doing"))
        tells = first in words_of("telling") and second not in ("by", "to")
        return does or tells or any(word not in words_of("putting") for word in done)

    def _antecedent(self, edge: _Edge, words: Span) -> str | None:
        """Return the source before a relative pronoun; else the one in whose phrase the clause stands."""
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
        tail = self.document.normal[end : words.start].split()
        if tail[:1] == ["'s"]:
            return None
        plain = [t.strip(".,'\"").lower() for t in tail]
        if (
            len(plain) > 14
            or not words_of("telling").isdisjoint(plain)
            or _reported(plain)
            or (plain and plain[0] not in words_of("linking"))
        ):
            return None
        if not plain and not self.document.normal[words.start : words.end].split()[0].endswith(
            ("ed", "s", "ing", "ly", "had", "have", "were", "are")
        ):
            return None
        begin = _first_letter(self.document.normal, end)
        return Bound(self.mentions.ids[i], begin, begin, predicate=True)

    def _apposed(self, edge: _Edge, words: Span) -> Bound | None:
        """Bind to the name before a comma, bracket or dash: "Kompas, a channel with …"."""
        between = self.document.normal[edge.end : words.start]
        if not _APPOSED.match(between) or ("," in between and not _ADJECTIVES.fullmatch(between)):
            return None
        i = self.mentions.ending(edge.start - 3, edge.start)
        source_id = self.mentions.ids[i] if i is not None else self._held(words)
        begin = _first_letter(self.document.normal, edge.end)
        return None if source_id is None else Bound(source_id, begin, begin)

    def _anaphor(self, start: int, words: Span, sentence: Span) -> Bound | None:
        """Bind a sentence that begins with "It" or "The channel" to the source last named before it."""
        match = _ANAPHOR.match(self.document.normal, start, words.start)
        if match is None or not self._light(match.end(), words.start):
            return None
        begin = _first_letter(self.document.normal, match.end())
        for kinds in _referents(match["pronoun"], match["noun"]):
            near = sentence.start - 2 * _WINDOW
            for i in self.mentions.before(sentence.start, max(0, near if match["noun"] is None else near - _FAR)):
                source = self.sources.get(self.mentions.ids[i])
                known = self.mentions.spans[i].start >= near or _called(source, match["noun"])
                if source is not None and known and _looks_like(source) & kinds and _agrees(source, match["pronoun"]):
                    return Bound(source.source_id, begin, begin, predicate=True)
        return None

    def _light(self, start: int, end: int) -> bool:
        words = [w.strip(".,").lower() for w in self.document.normal[start:end].split()]
        return (
            len(words) <= 14
            and words_of("telling").isdisjoint(words)
            and (not words or words[0] in words_of("linking"))
        )

    def _held(self, words: Span) -> str | None:
        """Return the source of the attribution in whose source phrase *words* stand."""
        i = bisect_right(self.starts, words.start) - 1
        while i >= 0 and i >= bisect_right(self.starts, words.start) - 3:
            span, source_id = self.holders[i]
            if span.covers(words):
                return source_id
            i -= 1
        return None


@cache
def _nouns() -> Mapping[str, Kind]:
    return {row["noun"]: Kind(row["kind"]) for row in table("lexicon/role_nouns.tsv")}


@cache
def _first_names() -> Mapping[str, str]:
    return {row["name"]: row["gender"] for row in table("lexicon/first_names.tsv")}


def _referents(pronoun: str | None, noun: str | None) -> tuple[frozenset[Kind], ...]:
    """Return the kinds of source that an anaphor can mean, the likelier first."""
    if noun is None:
        return (frozenset((Kind.PERSON,)),) if pronoun in _GENDERS else (_BODIES,)
    kind = Kind.DOCUMENT if noun in words_of("study") else _nouns().get(noun)
    return () if kind is None else (frozenset((kind,)), frozenset((Kind.UNKNOWN,)) if kind in _BODIES else frozenset())


def _agrees(source: Source, pronoun: str | None) -> bool:
    """Tell whether a pronoun can mean a source by its first name: "She" is not Casimir."""
    wanted = _GENDERS.get(pronoun or "")
    first = (source.name or "").partition(" ")[0]
    return wanted is None or _first_names().get(first, wanted) in (wanted, "")


def _called(source: Source | None, noun: str | None) -> bool:
    """Tell whether a source far back is called by the noun: who paid for a study stands at the end of an article."""
    return source is not None and noun is not None and noun in (source.name or "").lower().split()


def _looks_like(source: Source) -> frozenset[Kind]:
    """Return the kinds that a source may be: a name of one word, taken for a person, can be a channel's."""
    single = source.name is not None and " " not in source.name and source.title is None
    return frozenset((source.kind, Kind.UNKNOWN) if single and source.kind is Kind.PERSON else (source.kind,))


def _reported(words: Sequence[str]) -> bool:
    """Tell whether a clause reports another: "is concerned that"; not "is dogged by charges that it"."""
    return any(that == "that" and before not in words_of("charging") for before, that in pairwise(("", *words)))


def _first_letter(normal: str, offset: int) -> int:
    """Return the first place from *offset* that is no space, quotation mark or comma."""
    while offset < len(normal) and normal[offset] in " ,('\"":
        offset += 1
    return offset
