"""Choose whom an elegant variation means: "the trader", "the 43-year-old", of somebody whom the text has called something else."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.description import complements
from credtag.source.discourse import Discourse
from credtag.source.noun_phrases.phrase import Form, Phrase
from credtag.source.pronoun import salience
from credtag.source.pronoun.salience import Place
from credtag.source.register.entity import Entity, fits

_MOST = 40  # people of an article among whom its main person is looked for
_OPENING = 3  # tokens from the start of a sentence to the name of its subject
_SUBORDINATING = frozenset(
    (
        "after",
        "before",
        "that",
        "because",
        "while",
        "as",
        "when",
        "since",
        "until",
        "whether",
        "if",
        "although",
        "though",
        "where",
        "but",
        "whereas",
    )
)
_PAST = frozenset(("former", "retired", "ex", "onetime", "one-time", "trained", "qualified"))
_SEATS = frozenset(("mp", "mep", "msp", "senator", "lawmaker", "legislator", "deputy", "councillor", "representative"))
_SEATED = frozenset(("for", "from"))
_LEARNED = frozenset(
    ("doctor", "physician", "medic", "professor", "academic", "scholar", "researcher", "scientist", "expert")
)
_FIRSTS = frozenset(("lady", "gentleman", "minister", "daughter", "family"))
_OF = frozenset(("'s", "'"))
_NOUN = 2  # tokens of "the policeman"
_FRESH = 2  # sentences from the words of a speaker to a description
_MAIN = 4  # mentions of an article's main person


def meant(discourse: Discourse, phrase: Phrase, outer: Entity | None) -> Entity | None:
    """Return who just spoke, else the one person near, else the main one, whose known roles do not speak against a description.

    *outer* reports the words in which the description stands, and is not who it means.
    """
    if (unnamed := _unnamed(discourse, phrase)) not in (None, outer):
        return unnamed
    if not _varies(discourse, phrase):
        return None
    apart = {outer, *_subjects(discourse, phrase), *_asking(discourse, phrase), *discourse.people_told(phrase.end)}
    beside = (_speaker(discourse, phrase), _told_of(discourse, phrase), _named_beside(discourse, phrase, apart))
    if (found := next((e for e in beside if e is not None and e not in apart), None)) is not None:
        found.kind = Kind.PERSON
        return found
    near = salience.weigh(discourse, Place(phrase.start, phrase.gender))
    near = {e: s for e, s in near.items() if e.naming is Naming.NAMED or e.head == phrase.head}
    near = {e: s for e, s in near.items() if e not in apart and not _of_press(discourse, e)}
    known = [e for e in near if e.gender == phrase.gender != "u" and len(e.at) >= _MAIN]
    if len(known) == 1 and "and" in discourse.register.lowers[phrase.start : phrase.stop]:
        return known[0]  # "the former first lady and senator"
    fitting = [e for e in near if _fitting(e, phrase)]
    return max(fitting, key=lambda e: near[e]) if fitting else _main_person(discourse, phrase)


def _speaker(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return who spoke last in the same paragraph, unless somebody else is the subject of a sentence since."""
    line = discourse.sentence(phrase.start)
    turn = next((t for t in discourse.past_turns(phrase.start, 0) if not discourse.quoted(t.token)), None)
    if turn is None or turn.token in discourse.questions or line - discourse.sentence(turn.token) > _FRESH:
        return None
    told, since = turn.entity, range(discourse.sentence(turn.token) + 1, line + 1)
    subjects = (_opening(discourse, k, phrase.start) for k in since)
    others = any(e is not told and fits(e.gender, phrase.gender) for e in subjects if e is not None)
    held = (
        lexicon.words("office") if phrase.head in lexicon.words("office") | lexicon.words("business") else frozenset()
    )
    personal = told.kind is Kind.PERSON and not told.plural and fits(told.gender, phrase.gender)
    known = told.naming is Naming.NAMED or anyone(phrase.head)
    return told if personal and known and not others and told.roles.isdisjoint(held) else None


def _unnamed(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return who spoke last without a name, where both nouns may be said of one: "An officer said so. The policeman added"."""
    if phrase.form is not Form.DEFINITE or phrase.stop - phrase.start != _NOUN or discourse.quoted(phrase.start):
        return None
    turn = next((t for t in discourse.past_turns(phrase.start, 1) if not discourse.quoted(t.token)), None)
    if turn is None or turn.token in discourse.questions or turn.entity.naming is Naming.NAMED:
        return None
    told = turn.entity
    one = told.kind is Kind.PERSON and not told.plural and fits(told.gender, phrase.gender)
    return told if one and akin(phrase.head, lexicon.singulars().get(told.head, told.head)) else None


def akin(one: str, other: str) -> bool:
    """Tell whether two nouns may be said of one person: a policeman is an officer, a source may be anyone."""
    told = {one, other}
    implied = one in lexicon.roles(other) or other in lexicon.roles(one)
    called = one in lexicon.words(f"called {other}") or other in lexicon.words(f"called {one}")
    return implied or called or not told.isdisjoint(lexicon.words("informant"))


def _told_of(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return the person with whose name the sentence before begins: "Ana Bello lost her son. The widow said"."""
    line = discourse.sentence(phrase.start) - 1
    if line < 0 or discourse.paragraph(discourse.begin(line)) != discourse.paragraph(phrase.start):
        return None
    person = _opening(discourse, line, phrase.start)
    return person if person is not None and _fitting(person, phrase) else None


def _named_beside(discourse: Discourse, phrase: Phrase, apart: Container[Entity | None]) -> Entity | None:
    """Return the one person whom the clause before names, where another begins: "She met Pavel Tresk after the trader fell"."""
    if discourse.register.lowers[phrase.start - 1] not in _SUBORDINATING:
        return None
    people = [e for e in discourse.people_before(phrase.start) if fits(e.gender, phrase.gender) and e not in apart]
    return people[0] if len(people) == 1 and _fitting(people[0], phrase) else None


def anyone(noun: str) -> bool:
    """Tell whether a noun says nothing of what someone does: a man, a witness and a 43-year-old may be anyone."""
    return noun in lexicon.words("human") or noun in lexicon.words("attribute") or noun.endswith("-year-old")


def _varies(discourse: Discourse, phrase: Phrase) -> bool:
    """Tell whether a description may mean someone whom the text calls something else, and brings up nobody new."""
    words = discourse.register.lowers[phrase.start : phrase.stop]
    told = phrase.head not in lexicon.titles() and discourse.register.lowers[phrase.stop : phrase.stop + 1] == ("who",)
    if discourse.quoted(phrase.start) or told:  # "the man who found it"
        return False
    if any(w.endswith("-year-old") for w in words) or ("and" in words and "former" in words):
        return True
    if phrase.form is not Form.DEFINITE:
        return phrase.head in lexicon.words("human")
    past = not _PAST.isdisjoint(words)  # "the retired judge"
    if phrase.head not in lexicon.nouns() or (phrase.head in lexicon.words("frame") and not past):
        return False
    plain = discourse.register.words[phrase.start + 1 : phrase.stop]
    if not any(w.islower() or f"{w}s" in lexicon.peoples() for w in plain):  # "the Courier"
        return False
    lead = {"former"} | ({"first"} if phrase.head in _FIRSTS else set())  # "the former first lady"
    if not (lexicon.words("contrast") - lead).isdisjoint(plain):  # "the previous owner"
        return False
    names = (discourse.register.of[i] for i in discourse.register.inside(phrase.start, phrase.stop))
    if any(e is not None and e.kind is Kind.PERSON for e in names):  # "the Sorin supporter"
        return False
    if complements.linked(words):
        seat = phrase.head in _SEATS and not _SEATED.isdisjoint(words)  # "the MP for Belmar North"
        return seat or phrase.head in lexicon.words("human") or (phrase.head in lexicon.words("office") and past)
    free = anyone(phrase.head) or phrase.head in lexicon.words("business")  # "the hotel magnate"
    served = bool(complements.of(discourse, phrase).nouns) and not free  # "the parish clerk"
    return not (served or _compound(words, phrase.head))


def _compound(words: Sequence[str], noun: str) -> bool:
    """Tell whether a noun for a person stands before an office: "the prosecutor general"."""
    return noun in lexicon.words("office") and any(
        other == noun and word in lexicon.singulars().values() for word, other in pairwise(words)
    )


def _fitting(person: Entity, phrase: Phrase) -> bool:
    """Tell whether what the text calls a person leaves room for a description: nobody is a mayor for being named once."""
    if not fits(person.gender, phrase.gender):
        return False
    if anyone(phrase.head) or phrase.head in lexicon.words("frame"):  # "the retired nurse" may be anyone
        return True
    if phrase.head in lexicon.words("business"):
        return person.roles.isdisjoint(lexicon.words("office"))
    loose = lexicon.words("business") | _LEARNED
    doings = (role for role in person.roles if not anyone(role) and role not in loose)
    return next(doings, None) is None and (len(person.at) > 1 or phrase.head not in lexicon.words("office"))


def _asking(discourse: Discourse, phrase: Phrase) -> Iterator[Entity]:
    """Yield those whose last words were a question, which another answers."""
    last: dict[Entity, int] = {}
    for turn in discourse.past_turns(phrase.start):
        last.setdefault(turn.entity, turn.token)
    yield from (e for e, at in last.items() if at in discourse.questions)


def _subjects(discourse: Discourse, phrase: Phrase) -> set[Entity]:
    """Return the subjects of the clause that goes on with one, who would be "he": Sorin of "Sorin replied after the mayor said"."""
    if discourse.register.lowers[phrase.start - 1] not in _SUBORDINATING:
        return set()
    line = discourse.sentence(phrase.start)
    turns = (t for t in discourse.past_turns(phrase.start, 0) if t.token >= discourse.begin(line))
    said = {t.entity for t in turns if not discourse.quoted(t.token)}
    return said | ({first} if (first := _opening(discourse, line, phrase.start)) is not None else set())


def _opening(discourse: Discourse, line: int, before: int) -> Entity | None:
    """Return the person with whose name a sentence begins, up to the token *before*."""
    register, start = discourse.register, discourse.begin(line)
    names = register.inside(start, min(start + _OPENING, before)) if not discourse.quoted(start) else ()
    if names and not lexicon.words("preposition").isdisjoint(register.lowers[start : register.names[names[0]].start]):
        return None  # "Asked by Ana Sorin"
    people = (e for i in names if (e := register.of[i]) is not None and not register.names[i].place)
    unsure = (e for e in people if e.kind is Kind.PERSON or (e.kind is Kind.UNKNOWN and len(e.words) > 1))
    return next((e for e in unsure if e.kind is Kind.PERSON or register.likely_kind(e) is Kind.PERSON), None)


def _of_press(discourse: Discourse, person: Entity) -> bool:
    """Tell whether someone reports or asks for an outlet: "The Lumen Post's Ana Sorin"."""
    if person.roles and person.roles <= lexicon.words("press"):
        return True
    register = discourse.register
    for at in person.at[:_MAIN]:
        last = register.inside(0, at).stop - 1
        before = register.of[last] if last >= 0 else None
        if before is not None and before.kind is Kind.OUTLET:
            return all(word in _OF for word in register.lowers[register.names[last].end : at])
    return False


def _main_person(discourse: Discourse, phrase: Phrase) -> Entity | None:
    if anyone(phrase.head):
        return None
    people = [e for e in discourse.register.people[:_MOST] if not e.roles and fits(e.gender, phrase.gender)]
    ranked = sorted(people, key=lambda e: -len(e.at))
    clear = len(ranked) == 1 or (len(ranked) > 1 and len(ranked[0].at) >= 2 * len(ranked[1].at))
    return ranked[0] if clear and len(ranked[0].at) >= _MAIN else None
