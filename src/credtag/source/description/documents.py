"""Documents as sources: whose voice a text is, and whether its title, maker or date identify it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from credtag.document import outlet_names
from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.noun_phrases import heads
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.proper_names.names import Name
from credtag.source.register.entities import Register
from credtag.source.register.entity import BODIES, Entity

ASKING = frozenset(("poll", "survey"))  # a poll is the source itself, whoever paid for it
_OUT = frozenset(("published", "released", "posted", "issued"))
_COUNTS = frozenset(("records", "statistics", "logs", "photographs", "photos", "images", "pictures", "footage"))
_COURT = 6  # tokens from "filed" to the court
_AUTHORS = 4  # tokens between a text and the name of its author
AUTHORS = frozenset((Kind.PERSON, Kind.ORGANISATION, Kind.GOVERNMENT))
_FAMILIES = ("filed", "advert")  # texts of one sort: a suit is a complaint, a spot an ad
_DELIVERED = frozenset(
    ("delivered", "gave", "wrote", "sent", "posted", "published", "signed", "made", "filed", "issued")
)
_SPELLS = (("year",), ("month",), ("week",), ("spring",), ("summer",), ("autumn",), ("fall",), ("winter",))


def voice(register: Register, phrase: Phrase, owner: Entity | None) -> Entity | None:
    """Return the source that a text is the voice of: an outlet's report, a person's letter, a court's ruling, a titled study.

    *owner* is the entity of the genitive: "Radio Lumen's report".
    """
    written = phrase.head in lexicon.words("written")
    hosts = outlet_names.words("medium")
    acts = lexicon.words("written").union(*(lexicon.words(f) for f in ("ruling", "telling", *_FAMILIES)))
    if owner is not None:
        if owner.kind is Kind.OUTLET and not written:
            return owner
        if owner.naming is Naming.NAMED and phrase.head in acts:
            return owner
    for i in register.inside(phrase.start, phrase.end):
        entity, link, end = register.of[i], register.names[i].start - 1, register.names[i].end
        entity = _camp(register, register.names[i]) or entity
        while link > phrase.start and (
            register.lowers[link] in lexicon.words("outlet-lead") or register.words[link] in hosts
        ):
            link -= 1
        printed = phrase.head in lexicon.words("printed") and phrase.head in register.lowers[end : end + 1]
        if printed and entity is not None and entity.kind is Kind.OUTLET:
            return entity  # "a Times article"
        own = entity is not None and entity.kind is Kind.PERSON and not phrase.plural and phrase.head in acts
        if own and register.lowers[end : end + 1] == (phrase.head,):  # "another Sorin email"
            return entity
        word, before = register.lowers[link], register.lowers[link - 1]
        owning = register.lowers[end : end + 1] in (("'s",), ("'",))
        if entity is None or owning or link <= phrase.start:  # "an ad from Sorin's campaign" is not Sorin's
            continue
        outlet = (
            entity.kind is Kind.OUTLET
            and not (written or phrase.head in ASKING)
            and before not in lexicon.words("finding")
        )
        journal = not lexicon.words("journal").isdisjoint(entity.words) or before == "journal"
        if outlet and word in ("by", "in", "on", "from", "of") and not (word == "in" and journal):
            return entity
        delivered = register.lowers[link] == phrase.head and register.lowers[end] in _DELIVERED
        if phrase.head in acts and delivered:  # "a speech Sorin gave in May"
            return entity
        made = before in acts or (word == "by" and before in lexicon.words("filing") and phrase.head in acts)
        posted = word == "by" and "posted" in register.lowers[max(link - _AUTHORS, phrase.start) : link]
        if posted and entity.kind in (Kind.PERSON, Kind.UNKNOWN):  # "a video posted on Telegram by Sorin"
            entity.kind = Kind.PERSON
            return entity
        if word in ("by", "from", "of") and made and entity.kind is not Kind.UNKNOWN:
            return entity
        titled = entity.kind is Kind.UNKNOWN and register.names[i].words[-1].lower() in lexicon.words("study")
        if word == "of" and (entity.kind is Kind.DOCUMENT or titled):
            entity.kind, entity.head = Kind.DOCUMENT, phrase.head
            return entity
    return None


def _camp(register: Register, name: Name) -> Entity | None:
    """Return the body that goes by the name of its head: "the Sorin campaign"."""
    head = register.lowers[name.end : name.end + 1]
    return register.called((*name.words, *head)) if head in (("campaign",), ("administration",)) else None


def kindred(noun: str) -> frozenset[str]:
    """Return the nouns by which a text may come back: "the clip" is the video told of before."""
    families = map(lexicon.words, ("study", "filmed", "statute", "essay", "memoir", "ruling"))
    return next((words for words in families if noun in words), frozenset())


def authors(register: Register) -> Mapping[str, Entity]:
    """Return the one author of the suit or the ad that a text tells of, by each noun for it.

    It is whoever owns it ("Sorin's lawsuit"), whose act it is ("a suit filed by Sorin", "Sorin sued"), or the body before it
    ("the Lumen PAC ad"). Where two come into question nobody is.
    """
    found: dict[str, Entity] = {}
    named = ((n, e) for n, e in zip(register.names, register.of, strict=True) if e is not None)
    able = [
        (n, e)
        for n, e in named
        if e.kind in AUTHORS or (e.kind is Kind.UNKNOWN and (len(e.words) > 1 or _sues(register, n)))
    ]
    for family in _FAMILIES:
        nouns = lexicon.words(family)
        makers = {e for n, e in able if _made(register, n, nouns)}
        if len(makers) == 1:
            found |= dict.fromkeys(nouns, makers.pop())
    return found


def _sues(register: Register, name: Name) -> bool:
    return register.lowers[name.end : name.end + 1] in (("sued",), ("sues",))


def _made(register: Register, name: Name, nouns: frozenset[str]) -> bool:
    """Tell whether the words around a name say that one of *nouns* is its bearer's."""
    lowers, acts = register.lowers, lexicon.words("filing")
    end = name.end + (lowers[name.end : name.end + 1] == (".",))  # "Novita Corp. sued"
    after, link = lowers[end : end + 1], name.start - 1
    link -= lowers[link : link + 1] in (("the",), ("a",))
    if lowers[link : link + 1] == ("of",):  # "the city of Marn sued"
        return False
    if after and (after[0] in ("'s", "'") or after[0] in acts):
        behind = lowers[end + 1 : end + _AUTHORS]
        told = next((w for w in behind if w in nouns or w in lexicon.words("preposition")), "")
        return told in nouns
    if after and (after[0] in nouns or after[0] in lexicon.words("suing")):
        return after[0] not in nouns or name.kind in BODIES
    passive = lowers[link : link + 1] == ("by",) and lowers[link - 1] in acts
    if after and after[0] in ("'s", "'"):
        return False
    if not passive and not (lowers[link : link + 1] in (("by",), ("from",)) and lowers[link - 1] in nouns):
        return False
    return not nouns.isdisjoint(lowers[max(link - _AUTHORS, 0) : link])


def identified(register: Register, phrase: Phrase) -> bool:
    """Tell whether title, maker or date identify a document: "a 2014 study", "the Lumen Institute report"."""
    lowers, finding = register.lowers, lexicon.words("finding")
    found = next((k for k in range(phrase.start, phrase.stop) if lowers[k] in finding), phrase.stop)
    names = [register.names[i] for i in register.inside(phrase.start, found) if not _hosts(register.names[i])]
    vague = phrase.form is Form.INDEFINITE
    named = [n.start for n in names if not _of_people(register, n) and not (vague and _placed(register, phrase, n))]
    if phrase.plural:  # "Articles in Belmar Review" are many: only a name before the head tells which, or who counted
        before = any(k == phrase.start or lowers[k - 1] in ("other", "the", "of", "for") for k in named)
        return before or _counted(register, phrase, names) or _given(register, phrase)
    made = _issued(register, phrase) or _given(register, phrase) or _official(register, phrase)
    return bool(named) or made or _dated(register, phrase)


def _counted(register: Register, phrase: Phrase, names: Sequence[Name]) -> bool:
    """Tell whether figures are from a body by name: "figures from the trade group Datum", not "from Sorin's aides"."""
    if phrase.head not in lexicon.words("study") | _COUNTS:
        return False
    lowers = register.lowers
    for name in names:
        links = [k for k in range(phrase.start + 1, name.start) if lowers[k] in ("from", "by")]
        owned = lowers[name.end : name.end + 1] in (("'s",), ("'",))
        if links and not owned and not name.place and not _of_people(register, name):
            return True
    return False


def _given(register: Register, phrase: Phrase) -> bool:
    """Tell whether a clause behind a document names who made or gave it: "logs that Datum shared with us"."""
    lowers = register.lowers
    names = (register.names[i] for i in register.inside(phrase.stop, phrase.end))
    return any(n.end < phrase.end and lowers[n.end] in lexicon.words("giving") for n in names)


def _official(register: Register, phrase: Phrase) -> bool:
    """Tell whether a public body or office made a document: "an inquiry by the state attorney general"."""
    lowers = register.lowers
    link = next((k for k in range(phrase.start + 1, phrase.end - 2) if lowers[k] == "by"), None)
    if link is None or lowers[link + 1] != "the":
        return False
    found = lexicon.words("finding") - lexicon.words("giving") - _OUT
    if lowers[link - 1] in found:  # "a log seen by the council"
        return False
    at = heads.head(lowers, link + 2, phrase.end)
    noun = heads.noun_at(lowers, at, link + 2) if at is not None else None
    public = noun is not None and noun.kind is Kind.GOVERNMENT
    return at is not None and (public or lowers[at] in lexicon.words("office"))


def _hosts(name: Name) -> bool:
    """Tell whether a name only says where a document was seen: "a video on Telegram"."""
    return len(name.words) == 1 and name.words[0] in outlet_names.words("medium")


def _dated(register: Register, phrase: Phrase) -> bool:
    """Tell whether a year before, or a day behind the noun tells which document: "a survey released on Monday"."""
    lowers, days = register.lowers, lexicon.words("calendar")
    year = any(len(w) == 4 and w.isdigit() for w in lowers[phrase.start : phrase.stop])
    dated = year or not days.isdisjoint(lowers[phrase.start : phrase.end + 1])
    return dated or _released(register, phrase) or _filed(register, phrase)


def _released(register: Register, phrase: Phrase) -> bool:
    """Tell whether it is said when a document came out: "an inquiry published last year"."""
    lowers = register.lowers
    behind = range(phrase.start + 1, min(phrase.stop + 2, len(lowers) - 2))
    return any(
        lowers[k] in _OUT and lowers[k + 1] in ("last", "this", "earlier") and lowers[k + 2 : k + 3] in _SPELLS
        for k in behind
    )


def _filed(register: Register, phrase: Phrase) -> bool:
    """Tell whether a document was filed with a court: "an affidavit filed in federal court"."""
    lowers = register.lowers
    at = next((k for k in range(phrase.start + 1, min(phrase.stop + 2, len(lowers))) if lowers[k] == "filed"), None)
    return at is not None and lowers[at + 1] in ("with", "in") and "court" in lowers[at + 2 : at + _COURT]


def _issued(register: Register, phrase: Phrase) -> bool:
    """Tell whether it is said who made or printed a document: "conducted by the pollster Datum", "published in The Lancet"."""
    lowers = register.lowers
    for i in register.inside(phrase.stop, phrase.end):
        link = register.names[i].start - 1
        while (
            link > phrase.stop
            and lowers[link] not in ("by", "in", "from")
            and lowers[link] not in lexicon.words("finding")
        ):
            link -= 1
        before = lowers[max(link - _AUTHORS, phrase.start) : link]
        found = lexicon.words("finding") - {"published"}
        if (lowers[link] == "by" and found.isdisjoint(before)) or (
            lowers[link] in ("in", "from") and not {"published", "commissioned"}.isdisjoint(before)
        ):
            return True
    return False


def _placed(register: Register, phrase: Phrase, name: Name) -> bool:
    """Tell whether a name before the noun only says from where: "a Kenyan textbook"."""
    before = name.end < phrase.stop and register.lowers[name.end] == phrase.head
    return before and (name.place or f"{name.text}s" in lexicon.peoples())


def _of_people(register: Register, name: Name) -> bool:
    """Tell whether a name only says what people: "a dossier by a former British spy"."""
    noun = lexicon.nouns().get(register.lowers[name.end]) if name.end < len(register.lowers) else None
    return noun is not None and noun.kind in (Kind.PERSON, Kind.GROUP)
