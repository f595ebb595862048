"""Documents as sources: whose voice a text is, and whether its title, maker or date identify it."""

from __future__ import annotations

from credtag.document import outlet_names
from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.entities import Register
from credtag.source.entity import Entity
from credtag.source.names import Name
from credtag.source.phrases import Phrase

_ASKING = frozenset(("poll", "survey"))  # a poll is the source itself, whoever paid for it
_BETWEEN = frozenset(
    ["the", "a", "an", "state", "news", "agency", "newspaper", "channel", "daily", "magazine", "broadcaster", "outlet"]
)


def voice(register: Register, phrase: Phrase, owner: Entity | None) -> Entity | None:
    """Return the source that a text is the voice of: an outlet's report, a person's letter, a court's ruling, a titled study.

    *owner* is the entity of the genitive: "Radio Lumen's report".
    """
    written = phrase.head in lexicon.words("written")
    hosts = outlet_names.words("medium")
    acts = lexicon.words("written") | lexicon.words("ruling")
    if owner is not None:
        if owner.kind is Kind.OUTLET and not written:
            return owner
        if owner.naming is Naming.NAMED and phrase.head in acts:
            return owner
    for i in register.inside(phrase.start, phrase.end):
        entity, link = register.of[i], register.names[i].start - 1
        while link > phrase.start and (register.lowers[link] in _BETWEEN or register.words[link] in hosts):
            link -= 1
        word, before = register.lowers[link], register.lowers[link - 1]
        if entity is None or link <= phrase.start:
            continue
        outlet = (
            entity.kind is Kind.OUTLET
            and not (written or phrase.head in _ASKING)
            and before not in lexicon.words("finding")
        )
        if outlet and word in ("by", "in", "on", "from", "of"):
            return entity
        if word in ("by", "from", "of") and before in acts and entity.kind is not Kind.UNKNOWN:
            return entity
        titled = entity.kind is Kind.UNKNOWN and register.names[i].words[-1].lower() in lexicon.words("study")
        if word == "of" and (entity.kind is Kind.DOCUMENT or titled):
            entity.kind, entity.head = Kind.DOCUMENT, phrase.head
            return entity
    return None


def identified(register: Register, phrase: Phrase) -> bool:
    """Tell whether title, maker or date identify a document: "a 2014 study", "the Lumen Institute report"."""
    lowers, finding = register.lowers, lexicon.words("finding")
    found = next((k for k in range(phrase.start, phrase.stop) if lowers[k] in finding), phrase.stop)
    names = [register.names[i] for i in register.inside(phrase.start, found)]
    named = [name.start for name in names if not _of_people(register, name)]
    if phrase.plural:  # "Articles in Belmar Review" are many: only a name before the head tells which
        return any(k == phrase.start or lowers[k - 1] in ("other", "the", "of") for k in named)
    return bool(named) or any(len(w) == 4 and w.isdigit() for w in lowers[phrase.start : phrase.stop])


def _of_people(register: Register, name: Name) -> bool:
    """Tell whether a name only says what people: "a dossier by a former British spy"."""
    noun = lexicon.nouns().get(register.lowers[name.end]) if name.end < len(register.lowers) else None
    return noun is not None and noun.kind in (Kind.PERSON, Kind.GROUP)
