"""Bind a clause to what stands before it: relative pronoun, subject, apposition, anaphor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from credtag.caveats.antecedents import WINDOW, Antecedents
from credtag.caveats.bound import Bound, first_letter
from credtag.caveats.lexicon import words as words_of
from credtag.caveats.mentions import Mentions
from credtag.records import Document, Span

_BEFORE_THAT = 40  # characters before "that" which tell how sure its clause is: "over allegations that"
AFTER_NAME = 70  # characters of a name's own "of" phrase before a relative pronoun
EDGE = re.compile(
    r"[,;:()\"\n]|(?<= )-+(?= )|\b(?:which|who|whose|whom)\b"
    r"|\bthat\b(?= (?:is|was|has|are|were|have|had|the|s?he|its?|his|her|[A-Z]\w*)\b)|\b(?:but|and|while|although|though|because)\b|\b(?:says?|said|insists?|since|after|as|when)\b(?= (?:s?he|it)\b)"
)
_ENDINGS = ("ed", "s", "ing", "ly")  # of words that begin a predicate
RELATIVE = frozenset(("which", "who", "whose", "whom", "that"))
_APPOSED = re.compile(
    r"\s*+(?:an?|the|one of|itself|himself|herself|long|once|widely|often|also|reportedly|allegedly|known|seen|believed|thought|said (?:by|to)|considered"
    r"|regarded|described|accused|designated|labell?ed|suspected|close|closely|run|owned|controlled|linked|notorious|formerly|part|[a-z][\w-]+ly"
    r"|state|pro-\w+|[\w-]+-[\w-]+|with|now|not|understood|rumou?red|suing|under|critic|rival|sanctioned|banned|outlawed|declared"
    r"|author|owner|founder|co-founder|holder|inventor|infamous|famous|perceived|twice|convicted|paid|dogged|criticised|criticized|caught"
    r"|found|fined|ordered|rated|ranked|dropped|struck|thrown|jailed|barred|stripped|censured|plagued|ridiculed|derided|mocked|best|never|\Z)",
)
_ADJECTIVES = re.compile(r"\s*(?:an?|the)(?: [a-z-]+){1,2},(?: [a-z-]+){0,3} ?")  # "a small, fiercely"
_ASIDE = re.compile(r"\s*+(?:,[^,]{1,160},|-+ (?:(?! -+ )[^\n]){1,160} -+|\([^()]{1,80}\))(?= )")
_OF_IT = re.compile(r" (?:of|at|for|in|from|with|on) (?:[\w'-]+ ){0,3}[\w'-]+,? ?")
_APPOSITION = re.compile(r", \d{1,3}, |, (?:an?|the|one of) (?:[\w'-]+ ){1,6}")
_PART = re.compile(
    r"\b(?:one|two|three|four|five|six|most|some|many|all|both|none|several|parts?) of $"
)  # "two of whose papers"
_AFTER_CUE = re.compile(
    r",? (?:said|says|claimed|claims|reported|reports|wrote|writes)"
)  # "Kompas said, a blog with …"
_OPENING = r"(?:(?:After|As|At|Before|During|For|In|On|Since) (?!that\b)(?:[\w'-]++ ){0,6}?[\w'-]++,? |(?:Then again|Last \w+|Earlier|Twice),? )?"
_CALLER = (
    r"(?!(?:It|He|She|They|The (?:site|channel|paper|account))\b)[A-Z][\w.'-]*(?: (?!the\b)[\w.'-]+){0,4}? (?:(?:have|has|had) (?:[\w-]+ ){0,3})?"
    r"(?:calls?|describes?|regards?|considers?|sees?|views?|accuses?|suspects?|believes?|thinks?|says?|described|called|suspected|accused) "
)
_ANAPHOR = re.compile(
    rf"\s*+{_OPENING}(?P<caller>{_CALLER})?(?:(?:[A-Z][a-z]+ )+of )?(?:(?:[Tt]he|[Tt]his|That) (?P<noun>think tank|[a-z]\w+)(?P<has>'s)?"
    r"|(?P<pronoun>[Ii]t|[Hh]e|[Ss]he)(?:'s)?|(?P<owner>[Ii]ts|[Hh]is|[Hh]er))(?!\w)"
)
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
WORDS = re.compile(r"[\w'-]+")


class _Edge(NamedTuple):
    start: int
    end: int
    word: str


@frozen
class Clauses:
    """Binds the clauses of one article."""

    document: Document
    mentions: Mentions
    antecedents: Antecedents

    def behind(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a clause to what stands before it."""
        lo = max(sentence.start, words.start - WINDOW)
        text = self.document.normal[lo : words.start]
        edges = [_Edge(lo + m.start(), lo + m.end(), m.group()) for m in EDGE.finditer(text)][-4:]
        if lo == sentence.start:
            edges.insert(0, _Edge(lo, lo, ""))
        for edge in reversed(edges):
            if edge.word in RELATIVE and edge.start > sentence.start:
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
        held = self.antecedents.held(words)
        if held is None or not edges:
            return None
        begin = first_letter(self.document.normal, edges[-1].end)
        return Bound(held, begin, begin)

    def _antecedent(self, edge: _Edge, words: Span) -> str | None:
        """Return the source before a relative pronoun; else the one in whose phrase the clause stands."""
        if part := _PART.search(self.document.normal, max(0, edge.start - _BEFORE_THAT), edge.start):
            edge = edge._replace(start=part.start())
        i = self.mentions.ending(edge.start - 4, edge.start)
        if i is not None:
            return self.mentions.ids[i]
        if (held := self.antecedents.held(words)) is not None:
            return held
        i = self.mentions.ending(edge.start - AFTER_NAME, edge.start)
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
        begin = first_letter(self.document.normal, end)
        caller = self.document.normal[start : self.mentions.spans[i].start].split()
        called = bool(caller) and caller[-1] in words_of("calling")  # "scholars call the paper a mouthpiece"
        clause = first_letter(self.document.normal, start) if called else begin
        return Bound(self.antecedents.owner(i) or self.mentions.ids[i], begin, clause, predicate=True)

    def _of_own(self, tail: list[str], words: Span) -> list[str] | None:
        """Return what follows a subject that stands for its owner: "Kompas's editor is …", "his papers were retracted"."""
        for n, word in enumerate(tail[:3]):
            if word in words_of("own"):
                return tail[n + 1 :]
        first = WORDS.match(self.document.normal, words.start)
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
        source_id = self.mentions.ids[i] if i is not None else self.antecedents.held(words) or self._quoted(edge)
        begin = first_letter(self.document.normal, edge.end)
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
        begin = first_letter(self.document.normal, match.end())
        nearer = edge.word not in ("", "but", "and", "that") or self._charged(edge)
        before = edge.start if nearer else sentence.start
        source_id = self.antecedents.meant(match["pronoun"] or match["owner"], match["noun"], before)
        clause = begin if match["caller"] is None else match.start("caller")
        return None if source_id is None else Bound(source_id, begin, clause, predicate=True)


def _light(tail: Sequence[str]) -> bool:
    """Tell whether few words, none of them reporting, stand between a subject and its caveat."""
    words = [w.strip(".,").lower() for w in tail]
    return len(words) <= 14 and words_of("telling").isdisjoint(words) and (not words or words[0] in words_of("linking"))


def _predicates(words: str) -> bool:
    """Tell whether a caveat begins as a predicate does: "owns shares in", "had lost", "twice convicted"."""
    first = words.split()[0]
    return first.endswith(_ENDINGS) or first in words_of("predicating")


def _reported(words: Sequence[str]) -> bool:
    """Tell whether a clause reports another: "is concerned that"; not "is dogged by charges that it"."""
    return any(that == "that" and before not in words_of("charging") for before, that in pairwise(("", *words)))
