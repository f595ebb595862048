"""Choose whom words for several mean who were named one by one: "both said", "the senators", "the couple"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from credtag.labels import Kind, Naming
from credtag.source import lexicon
from credtag.source.discourse import NEAR, Discourse
from credtag.source.noun_phrases.phrase import Phrase
from credtag.source.register.entities import Register
from credtag.source.register.entity import BODIES, Entity, fits

_PAIRS = frozenset(
    ("both", "neither", "both of them", "neither of them", "the two", "the pair", "the couple", "the duo")
)
_MANY = {"all three": 3, "the three": 3, "the trio": 3, "all four": 4, "the four": 4, "all five": 5}
_SENTENCES = 3  # back to the bodies that are named together
_MOST = 40  # people of an article among whom siblings are looked for
_KIN = frozenset(("brother", "sister"))


def whole(lowers: Sequence[str], phrase: Phrase) -> bool:
    """Tell whether a phrase means all of those just told of, or none of them: "both", "all three", "neither"."""
    return " ".join(lowers[phrase.start : phrase.end]) in lexicon.words("all of them")


def meant(discourse: Discourse, phrase: Phrase) -> Entity | None:
    """Return the group that spoke just before as a whole, or those named who are meant: "all three said", "both senators"."""
    lowers = discourse.register.lowers
    words = " ".join(lowers[phrase.start : phrase.end])
    if phrase.plural and phrase.kind in BODIES:
        return _bodies(discourse, phrase, words)
    role = lexicon.singulars().get(phrase.head, "") if phrase.plural else ""
    counted = words in (f"both {phrase.head}", f"the two {phrase.head}")
    field = _field(lowers[phrase.start : phrase.end]) if role in lexicon.titles() else None
    if words not in lexicon.words("whole") and not (role and (counted or field or words == f"the {phrase.head}")):
        return None
    count = 2 if counted or words in _PAIRS | lexicon.words("two sides") else _MANY.get(words, 0)
    spoke = list(dict.fromkeys(turn.entity for turn in discourse.past_turns(phrase.start, 1)))
    if (
        spoke
        and field is None
        and (spoke[0].plural or spoke[0].kind is Kind.GROUP)
        and (not role or spoke[0].head == phrase.head)
    ):
        return spoke[0]
    if role and not counted and discourse.heard(phrase.start, phrase.head) is not None:
        return None
    listed = _candidates(discourse, phrase.start, role, count, spoke)
    people = next((people for people in listed if field is None or all(_holds(e, field) for e in people)), None)
    return None if people is None else discourse.joined([e.name for e in people], Kind.GROUP)


def _field(words: Sequence[str]) -> str | None:
    """Return the one word between article and role: "committee" of "the committee chairmen"."""
    return words[1] if len(words) == 3 and words[0] == "the" and words[1].isalpha() and words[1] != "two" else None


def _holds(person: Entity, field: str) -> bool:
    """Tell whether a word says what a person serves: the committee's is a "Budget Committee Chairman"."""
    return field in f"{person.title or ''} {person.affiliation or ''}".lower().split()


def _bodies(discourse: Discourse, phrase: Phrase, words: str) -> Entity | None:
    """Return the two bodies of a kind that alone were named together just before: "Karvia and Lumen met. Both countries"."""
    told = words in (f"{which} {phrase.head}" for which in ("the", "both", "the two"))
    if not told or discourse.heard(phrase.start, phrase.head) is not None:
        return None
    register, sentences = discourse.register, discourse.document.sentences
    first = discourse.document.token_at(sentences[max(discourse.sentence(phrase.start) - _SENTENCES, 0)].start)
    inside = register.inside(first, phrase.start)
    pairs = [(register.of[i - 1], register.of[i]) for i in inside if i > inside.start and _joins(register, i)]
    if len(pairs) != 1 or not all(e is not None and _may_be(e, phrase) for e in pairs[0]):
        return None
    return discourse.joined([e.name for e in pairs[0] if e is not None], phrase.kind)


def _may_be(body: Entity, phrase: Phrase) -> bool:
    """Tell whether a body is of the kind described, or a firm of whose name nothing else is told: "Lumora" of "the companies"."""
    plain = body.kind in (Kind.PERSON, Kind.UNKNOWN) and len(body.words) == 1 and not body.roles and body.title is None
    return body.kind is phrase.kind or (plain and phrase.head in lexicon.words("companies"))


def _joins(register: Register, i: int) -> bool:
    """Tell whether only "and" stands between a name and the one before."""
    end, start = register.names[i - 1].end, register.names[i].start
    return register.lowers[end:start] in (("and",), ("and", "the"))


def _candidates(
    discourse: Discourse, token: int, role: str, count: int, spoke: Sequence[Entity]
) -> Iterator[Sequence[Entity]]:
    """Yield those who may be meant: named together just before, who spoke one after the other, named together, named near."""
    line = discourse.sentence(token)
    listed = [(at, people) for at, people in discourse.together(token) if _fit(people, role, count)]
    yield from (people for at, people in listed if line - discourse.sentence(at) <= 1)
    if role and count == 2:
        yield from _two([e for e in discourse.people_in(line - 1) if _bears(e, role)])
    speakers = [e for e in spoke if e.kind is Kind.PERSON and e.naming is Naming.NAMED and _bears(e, role)][:2]
    if count and len(speakers) == count:
        yield speakers[::-1]
    if count == 2 and not role:
        yield from _two(discourse.two_in(line - 1))
    yield from (people for _, people in listed)
    if role in _KIN:
        yield from _two(_siblings(discourse, role))
    if role in lexicon.titles():
        near = _bearers(discourse, token, role)
        if _fit(near, role, count or 2):
            yield near


def _two(people: Sequence[Entity]) -> Iterator[Sequence[Entity]]:
    if len(people) == 2:
        yield people


def _fit(people: Sequence[Entity], role: str, count: int) -> bool:
    """Tell whether people are as many as asked for, and all bear the role."""
    return len(people) > 1 and count in (0, len(people)) and all(_bears(e, role) for e in people)


def _bears(person: Entity, role: str) -> bool:
    """Tell whether a person is what is asked for: a senator by role, a man or sister by gender, anyone when nothing is."""
    if role in lexicon.words("human") | _KIN:
        return fits(person.gender, lexicon.nouns()[role].gender)
    return not role or role in person.roles


def _siblings(discourse: Discourse, role: str) -> Sequence[Entity]:
    """Return the two people of a gender who alone in the article share a surname."""
    bearers: defaultdict[str, list[Entity]] = defaultdict(list)
    for person in discourse.register.people[:_MOST]:
        if len(person.words) > 1 and _bears(person, role):
            bearers[person.words[-1]].append(person)
    found = [people for people in bearers.values() if len(people) > 1]
    return found[0] if len(found) == 1 else ()


def _bearers(discourse: Discourse, token: int, role: str) -> Sequence[Entity]:
    """Return the people of a role named within a few paragraphs, in the order of the text."""
    trail, here = discourse.register.role_trails.get(role), discourse.paragraph(token)
    near = [e for at, e in trail.before(token) if here - discourse.paragraph(at) <= NEAR] if trail is not None else []
    return list(dict.fromkeys(near))[::-1]
