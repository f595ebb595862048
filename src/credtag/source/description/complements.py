"""Tell by whom people serve or where: "the mayor of Belmar" is not Ana Sorin, the mayor of Karvo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases.edges import MARKS
from credtag.source.noun_phrases.phrase import Phrase
from credtag.source.proper_names.names import Name, untitled
from credtag.source.register.entity import BODIES, Entity

_LINKS = frozenset(("of", "for", "at", "from"))
_BEFORE, _BEHIND = 6, 9  # tokens between a name and what its bearer is
_WITHIN = 6  # tokens of what someone is of
_MENTIONS = 4  # mentions of a person that may tell
_GRADES = frozenset(("Deputy", "Vice", "Acting", "Senior", "Chief", "Assistant", "Associate", "Former", "Lead", "Head"))
_STEM = 4  # letters that Karvia and Karvian share


@frozen
class Complement:
    """Of what someone is something: the first name in it, else its common nouns."""

    name: Name | None = None
    nouns: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self.name is not None or bool(self.nouns)


def agree(discourse: Discourse, phrase: Phrase, person: Entity) -> bool | None:
    """Tell whether a description and what the text says of a person are of the same: None if one of them is of nothing."""
    asked = of(discourse, phrase)
    told = list(filter(None, _told(discourse, phrase, person))) if asked else []
    if not told:  # any doctor is called so, and "the doctor at the clinic" is one of many
        title = lexicon.titles().get(phrase.head)
        return False if asked and title is not None and title.kind == "honorific" else None
    verdicts = [_same(discourse, asked, one) for one in told]
    return True if True in verdicts else None if None in verdicts else False


def of(discourse: Discourse, phrase: Phrase) -> Complement:
    """Return of what a description says that someone is something: Belmar of "the mayor of Belmar"."""
    return _within(discourse, phrase.start, phrase.stop, phrase.head)


def linked(words: Sequence[str]) -> bool:
    """Tell whether a description goes on with what someone is of: "the owner of the mill"."""
    return not _LINKS.isdisjoint(words)


def _within(discourse: Discourse, start: int, stop: int, noun: str) -> Complement:
    """Return of what a description is: Belmar of "the mayor of Belmar" and of "the Belmar mayor"."""
    lowers = discourse.register.lowers
    link = next((k for k in range(start, stop) if lowers[k] in _LINKS), None)
    head = next((k for k in range(start, stop) if lowers[k] == noun), start)
    return _before(discourse, start, head) if link is None else _behind(discourse, link, stop)


def _told(discourse: Discourse, phrase: Phrase, person: Entity) -> Iterator[Complement]:
    """Yield of what the text says that a person is what a description says."""
    lowers = discourse.register.lowers
    if not person.at and person.mentions:  # who is only described
        yield _within(discourse, *discourse.document.token_range(next(iter(person.mentions.values()))), person.head)
    for at in person.at[:_MENTIONS]:
        end = discourse.end_of(at)
        if (titled := _titled(discourse, phrase, at)) is not None:
            yield titled
        if end < len(lowers) and lowers[end] in _LINKS:  # "Captain Ana Sorin of the Lumen Rovers"
            yield _behind(discourse, end, end + _WITHIN)
        for k in range(*_around(discourse, at, end)):
            if phrase.head not in lexicon.roles(lowers[k]) or discourse.sentence(k) != discourse.sentence(at):
                continue
            linked = lowers[k + 1] in _LINKS
            yield _behind(discourse, k + 1, k + 1 + _WITHIN) if linked else _before(discourse, k - 1, k)


def _titled(discourse: Discourse, phrase: Phrase, at: int) -> Complement | None:
    """Return of what the words before a title say that its bearer is: "Karvian" of "Karvian Sen. Ana Sorin"."""
    name = discourse.register.names[discourse.register.inside(at, at + 1)[0]]
    held = name.before and any(phrase.head in lexicon.roles(w.lower().rstrip(".")) for w in name.title)
    return Complement(untitled(name.start, name.end, name.before)) if held else None


def _around(discourse: Discourse, at: int, end: int) -> tuple[int, int]:
    """Return the tokens around a name that may tell of its bearer: up to those who are named beside."""
    register = discourse.register
    first, last = max(at - _BEFORE, 0), min(end + _BEHIND, len(register.lowers) - 1)
    for i in register.inside(max(first - _BEFORE, 0), last):
        entity, name = register.of[i], register.names[i]
        if entity is not None and entity.kind is Kind.PERSON and name.start != at:
            first, last = (max(first, name.end), last) if name.start < at else (first, min(last, name.start))
    return first, last


def _before(discourse: Discourse, start: int, stop: int) -> Complement:
    """Return of what the words before a noun say that it is: "police" of "the police spokesman"."""
    names = [discourse.register.names[i] for i in discourse.register.inside(start, stop)]
    if names and names[0].end <= stop:
        return Complement(names[0])
    nouns, fields = lexicon.nouns(), lexicon.words("portfolio")
    words = discourse.register.lowers[start:stop]
    bodies = (w for w in words if w.capitalize() in fields - _GRADES or (w in nouns and nouns[w].kind in BODIES))
    return Complement(None, frozenset(bodies))


def _behind(discourse: Discourse, link: int, stop: int) -> Complement:
    """Return the name or the nouns behind "of"."""
    lowers, closed = discourse.register.lowers, lexicon.words("preposition") | lexicon.words("auxiliary") | MARKS
    end = next((k for k in range(link + 1, min(stop, len(lowers))) if lowers[k] in closed), min(stop, len(lowers)))
    inside = discourse.register.inside(link + 1, end)
    if inside:
        return Complement(discourse.register.names[inside[0]])
    known = lexicon.words("definite") | lexicon.words("indefinite") | lexicon.pronouns().keys()
    return Complement(None, frozenset(w for w in lowers[link + 1 : end] if w.isalpha() and w not in known))


def _same(discourse: Discourse, asked: Complement, told: Complement) -> bool | None:
    """Tell whether two complements mean the same; None where a noun may stand for a name."""
    if asked.name is not None and told.name is not None:
        alike = _alike(discourse, asked.name, told.name)
        sort = (asked.name.kind, asked.name.place) == (told.name.kind, told.name.place)
        return alike or (False if sort else None)
    if asked.name is None and told.name is None:
        return not asked.nouns.isdisjoint(told.nouns)
    nouns = lexicon.nouns()
    generic = any(w in nouns and nouns[w].kind in BODIES | {Kind.GROUP} for w in asked.nouns | told.nouns)
    return None if generic else False


def _alike(discourse: Discourse, one: Name, other: Name) -> bool:
    """Tell whether two names are of one: by the text, as Karvia and Karvian, or as UN and United Nations."""
    called = discourse.register.called(one.words)
    if called is not None and called is discourse.register.called(other.words):
        return True
    return one.words[0][:_STEM] == other.words[0][:_STEM] or not _letters(one).isdisjoint(_letters(other))


def _letters(name: Name) -> frozenset[str]:
    """Return the initials of a name, or its letters if it is an acronym."""
    first = name.words[0].replace(".", "")
    return frozenset((first,)) if first.isupper() else frozenset(("".join(w[0] for w in name.words),))
