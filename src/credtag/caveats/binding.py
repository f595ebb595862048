"""Tell whom a caveat is about: the name ahead of it, in it or before it, who is called so, whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from credtag.caveats.antecedents import WINDOW, Antecedents
from credtag.caveats.bound import Bound
from credtag.caveats.clauses import AFTER_NAME, EDGE, Clauses
from credtag.caveats.lexicon import kind_of
from credtag.caveats.mentions import Mentions
from credtag.labels import Kind
from credtag.records import Attribution, Document, Sources, Span

_COPULA = re.compile(
    r"(?:is|was|are|were|(?:has|have|had) been|an?(?= ))(?: (?!(?:on|in|at|with|of|for|to|by|from)\b)[\w-]+){0,4} ?|an? "
)
_BEING = re.compile(
    r"(?:[\w'-]+ ){0,6}?(?:is|was|are|were|been|heads?|headed|runs?|ran|leads?|led|directs?|chairs?|edits?|founded|writes|works?|worked"
    r"|advis(?:es?|ed)|calls?|called|describ(?:es?|ed)|label(?:s|led)?|consider(?:s|ed)?|regards?|dubbed|brand(?:s|ed)?)(?: [\w'-]+){0,6} ?\Z"
)
_ROLE = re.compile(r"(?:is|was|are|were) (?:[\w-]+ ){0,3}?(?P<role>[\w-]+) (?:at|of|for|with|from) the ")
_OBJECT = re.compile(r"\bthe (?P<noun>think tank|[a-z]\w+)")
_OWNER = re.compile(r"\b(?P<owner>[Ii]ts|[Hh]is|[Hh]er|him)\b")
_SUBJECT = re.compile(r"(?P<name>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*)*) (?=(?:is|was|has|had|advises|advised|owns|holds)\b)")
_RUNNING = re.compile(
    r"\b(?:runs|owns|heads|leads|chairs|directs|manages|founded|co-founded|represents|works (?:for|at)|is (?:the )?(?:\w+ ){1,2}(?:of|at))"
    r" (?P<firm>(?:(?!(?:which|that|who)\b)[\w.'-]+ ){0,4}?[\w.'-]+),? (?:(?:which|that|whose [\w-]+) (?:\w+ )?)?\Z"
)  # "runs Meridian, which"
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
_NEAR_NAME = re.compile(
    r"[\s\"'(]*(?:(?!(?:and|or|like|as|than|at|by|for|from|in|of|on|to|with|against|that|[\w-]+(?:ed|ing)|[a-z]+(?<!new)(?<!pres)s)\b)(?:[a-z][\w-]*|TV|Telegram|YouTube|[Tt]he|[\"'])\s+){0,4}[\"']?"
)


@frozen
class Binder:
    """What is needed to bind the caveats of one article."""

    document: Document
    mentions: Mentions
    antecedents: Antecedents
    clauses: Clauses

    @classmethod
    def of(cls, document: Document, attributions: Sequence[Attribution], sources: Sources) -> Binder:
        """Prepare the article for binding."""
        antecedents = Antecedents.of(document, attributions, sources)
        mentions = antecedents.mentions
        return cls(document, mentions, antecedents, Clauses(document, mentions, antecedents))

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
                apart = EDGE.search(self.document.normal, span.start, words.start)
                return (apart and self.clauses.behind(words, sentence)) or Bound(
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
        source_id = self.antecedents.meant(pronoun, noun, words.start) if pronoun or noun else None
        return None if source_id is None else Bound(source_id, words.start, words.start)

    def about(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a clause: to what its relative pronoun, its comma, its verb or its anaphor refers to."""
        led = self._led(words, sentence)
        if led is not None and led.start <= sentence.start:
            return led
        return self.clauses.behind(words, sentence) or led

    def _led(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a description to the name that stands in apposition to it: "A fired engineer, Ana Marn, said …"."""
        normal = self.document.normal
        fronted = _FRONTED.fullmatch(normal, sentence.start, words.end) is not None
        for i in self.mentions.beginning(words.end, min(sentence.end, words.end + AFTER_NAME)):
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
        found = _HEAD.search(self.document.normal, max(floor, offset - AFTER_NAME), offset)
        return offset if found is None else found.start()

    def employed(self, words: Span, sentence: Span) -> Bound | None:
        """Bind a clause about a firm to who was just told by it: "an analyst at Meridian. Meridian is the broker of …"."""
        normal = self.document.normal
        if (found := _RUNNING.search(normal, max(sentence.start, words.start - WINDOW), words.start)) is not None:
            running = Span(found.start(), found.end("firm"))
            return self.about(running, sentence)
        subject = _SUBJECT.match(normal, sentence.start, words.end)
        if subject is None or subject.end() < words.start:
            return None
        source_id = self.antecedents.told_by(subject["name"], sentence.start)
        return None if source_id is None else Bound(source_id, sentence.start, sentence.start)

    def possessor(self, words: Span, sentence: Span) -> Bound | None:
        """Bind what somebody else is to the source: "the builder is her largest client"."""
        if owner := _OWNER.search(self.document.normal, words.start, words.end):
            source_id = self.antecedents.meant(owner["owner"], None, sentence.start)
        else:
            i = self.mentions.ending(words.start, words.end)
            source_id = self.antecedents.host(sentence) if i is None else self.mentions.ids[i]
        return None if source_id is None else Bound(source_id, words.start, words.start)
