"""Caveats of a source: what it is linked to, what it stands to gain, how far it was right before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from credtag.caveats import others
from credtag.caveats.bound import Bound
from credtag.caveats.lexicon import certainty, slot
from credtag.caveats.lexicon import words as words_of
from credtag.caveats.opposition import stems
from credtag.caveats.remarks import Remark
from credtag.caveats.scene import Scene
from credtag.labels import Category, Certainty, Kind, Naming
from credtag.records import Caveat, Source, Span
from credtag.source.register.entity import HUMAN

_ADVERSE = frozenset((Category.SECURITY_LINK, Category.TRACK_RECORD))
_CLAUSE = 160  # characters of a clause that are read for its certainty
_PERFECT = re.compile(r"(?:has|have) (?:(?:also|long|since|once|already|now|\w+ly) )*")  # "has previously received"


@cache
def _standing() -> re.Pattern[str]:
    """Return the pattern of a state, no event: "is an ally of", not "campaigned with"."""
    return re.compile(
        rf"(?:(?:own )?{slot('body')} )?"
        r"(?:is|are|has been|have been|holds|owns|receives|advises|stands|sits|runs|manages|operates|heads"
        r"|sells|profits|earns|works|represents|collects|benefits|gets|makes|may|might|could|would|will|hopes|part-owns|co-owns"
        r"|takes|leases|lends|rents|competes|depends|relies|inherits|owes|chairs|leads)\b"
    )


@cache
def _touched() -> re.Pattern[str]:
    """Return the pattern of a party to the matter: "the mine", "the planned mill", "it"."""
    return re.compile(
        rf"\b(?:(?:the|its|their|his|her|that|this|[\w-]+'s?) (?:[\w'-]+ ){{0,3}}?{slot('concern')}"
        r"|(?:planned|proposed|future|disputed) \w+|(?:it|them)\b|(?:on|at|of|in|near|by) its \w+|(?:there|him|her|one)$)"
    )


@frozen
class OfSource:
    """The remarks about sources, read in one article."""

    scene: Scene

    def caveats(self, remark: Remark) -> Iterator[Caveat]:
        """Yield the caveats, none or one, that *remark* gives."""
        if remark.row.shape in ("speaker", "teller"):
            yield from self._of_teller(remark)
        elif (bound := self._bound(remark)) is not None and self._holds(remark, bound):
            yield from self._put(remark, bound)

    def _bound(self, remark: Remark) -> Bound | None:
        """Return the source that a remark is about."""
        if remark.row.shape == "before":
            return self.scene.binder.ahead(remark.words, remark.sentence)
        if remark.row.shape == "object":
            return self.scene.binder.within(remark.words)
        if remark.row.shape == "possessor":
            return self.scene.binder.possessor(remark.words, remark.sentence)
        bound = self.scene.binder.about(remark.words, remark.sentence)
        if bound is None and remark.row.category is Category.INTEREST:
            return self.scene.binder.employed(remark.words, remark.sentence)
        if bound is None or remark.about is None or self._speaks_of(bound.source_id, remark.about, remark.words):
            return bound
        return None

    def _holds(self, remark: Remark, bound: Bound) -> bool:
        """Tell whether a remark says something of the source itself, not of an event or of somebody else."""
        row, words, document = remark.row, remark.words, self.scene.document
        if row.category is Category.STATE_CONTROL and row.shape == "link" and self._kind(bound) is Kind.GOVERNMENT:
            return False  # an arm of the ministry
        if row.manner == "attached" and bound.predicate and not self._stands(bound, words):
            return False
        if row.manner == "touching" and not self._touches(bound.source_id, remark):
            return False
        shared = row.category is Category.INTEREST and row.manner != "attached"  # "whose husband sits on the board"
        own = words_of("own") | (words_of("kin") if shared else frozenset())
        if others.accuses(document, bound, words) or others.of_another(document, bound, words, own):
            return False
        if row.category in _ADVERSE and others.does_else(document, bound, words):
            return False
        return bound.source_id != self.scene.sources.publisher.source_id or row.category is Category.DESIGNATION

    def _kind(self, bound: Bound) -> Kind | None:
        source = self.scene.sources.get(bound.source_id)
        return None if source is None else source.kind

    def _stands(self, bound: Bound, words: Span) -> bool:
        """Tell whether a predicate tells a state, or what has been done so far, not an event of the day."""
        normal = self.scene.document.normal
        done = _PERFECT.match(normal, bound.start)
        return _standing().match(normal, bound.start) is not None or (done is not None and done.end() >= words.start)

    def _touches(self, source_id: str, remark: Remark) -> bool:
        """Tell whether a stake lies in the matter: in a party to it, or in something that the source speaks of."""
        words, speaker = remark.words, self._speaker(remark)
        if speaker is not None and speaker.source_id == source_id:
            return False
        _, _, text = self.scene.document.normal[words.start : words.end].partition(" ")
        if _touched().search(text):
            return True
        claims = self.scene.claims
        said = " ".join(claims.text(i) for i in claims.nearby(words.start) if claims.ids[i] == source_id)
        return not stems(text).isdisjoint(stems(said))

    def _put(self, remark: Remark, bound: Bound) -> Iterator[Caveat]:
        """Yield the caveat with the certainty with which it is put, and by whom."""
        row, words, normal = remark.row, remark.words, self.scene.document.normal
        start = max(min(bound.start, words.start), words.start - _CLAUSE)
        clause = max(min(bound.clause, start), start - _CLAUSE)
        firmness, agent = certainty(normal[clause : words.start], normal[words.start : words.end])
        speaker = self._speaker(remark)
        if firmness is None and speaker is not None and speaker.source_id == bound.source_id:
            firmness = Certainty.DENIED  # "I have never had a penny from …"
        if firmness is None:
            return
        if speaker is not None and firmness is not Certainty.DENIED:
            firmness, agent = Certainty.ATTRIBUTED, agent or speaker.name
        span, by = Span(start, words.end), agent or self.scene.publisher
        yield Caveat(row.category, firmness, span, source_id=bound.source_id, asserted_by=by, caps=row.caps)

    def _speaker(self, remark: Remark) -> Source | None:
        """Return who says so, if not the publisher: who calls the source so, or in whose claim it stands."""
        caller = self.scene.claims.cued(remark.words) if remark.row.shape == "object" else None
        if caller is not None:
            return self.scene.source_of(caller)
        said = remark.row.shape != "before" or self.scene.document.quotation_at(remark.words.start) is not None
        return self.scene.speaker(remark.words) if said else None

    def _speaks_of(self, source_id: str, whom: str, words: Span) -> bool:
        """Tell whether a claim of a source is about *whom*, by the last name or the noun of that phrase."""
        name, claims = _last_name(whom), self.scene.claims
        said = (claims.text(i) for i in claims.nearby(words.start) if claims.ids[i] == source_id)
        return bool(name) and any(name in text for text in said)

    def _of_teller(self, remark: Remark) -> Iterator[Caveat]:
        """Yield what a sentence says of the source of its claim: that it is not named, that it was wrong."""
        row, words, claims = remark.row, remark.words, self.scene.claims
        withheld = row.shape == "speaker"
        i = claims.about(words, remark.sentence) if withheld else claims.here(words, remark.sentence)
        source = None if i is None else self.scene.source_of(i)
        before = self.scene.subject(words, remark.sentence) if withheld else None
        if before is not None and _can_be_unnamed(before):
            source = before  # "quoted a doctor whom it did not name"
        if source is None or source is self.scene.sources.publisher:
            return
        if _can_be_unnamed(source) if withheld else source.kind.value == row.manner:
            nameless = source.name is None  # whom a pronoun left open: only the claim can bear it
            owner, claim = (None, i) if nameless else (source.source_id, None)
            yield Caveat(row.category, Certainty.ASSERTED, words, owner, claim, self.scene.publisher, row.caps)


def _can_be_unnamed(source: Source) -> bool:
    return source.naming is not Naming.NAMED and source.kind in HUMAN


def _last_name(phrase: str) -> str:
    """Return the last name of a phrase, else its last word: "Marn" of "Mayor Ana Marn in Belmar"."""
    words = re.split(r" (?:in|at|of|from|on|with|during|before|after|and|who) ", phrase)[0].strip(" .,").split()
    names = [word for word in words if word[0].isupper()] or words
    return names[-1].removesuffix("'s") if names else ""
