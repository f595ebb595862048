"""Choose whom a pronoun means: one candidate, or none and the reason.

People are weighed by fitted weights (salience.py), bodies and groups ranked by recency, the last speaker and subject
position, within number: the cues of Hobbs (1978) and Lappin and Leass (1994).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.discourse import NEAR, Discourse
from credtag.source.noun_phrases import heads
from credtag.source.noun_phrases.edges import BREAKS, before_time
from credtag.source.pronoun import salience
from credtag.source.pronoun.salience import Place
from credtag.source.proper_names.names import Name
from credtag.source.register.entities import Register
from credtag.source.register.entity import BODIES, Entity

_LIKELY = 0.5  # the probability up to which nobody is meant for sure
_NEW_SUBJECT = 2.5  # and that of the sentence before, when someone else spoke further back
_OWN_SUBJECT = 1.5  # what the subject of its own sentence is worth to "it"
_PEOPLE = 0.25  # what several people are worth to "they" beside a body
_EXAMPLES = 12  # tokens of the examples of a group
_SENTENCES = 2  # that "it" and "they" reach back
_APPOSITION = 16  # tokens from a name over its apposition to "who"
_PLACING = frozenset(("of", "from", "at"))

Choice = tuple[Entity | None, str | None]


def person(discourse: Discourse, place: Place) -> Choice:
    """Choose whom "he" or "she" means at a place: the likeliest person, unless two are as likely."""
    ranked = sorted(salience.weigh(discourse, place).items(), key=lambda item: -item[1])
    if not ranked:
        return None, "pronoun-no-antecedent"
    return (None, "pronoun-ambiguous") if ranked[0][1] <= _LIKELY else (ranked[0][0], None)


def group(discourse: Discourse, token: int, outer: Entity | None) -> Choice:
    """Choose the group or body that "they" at *token* means."""
    line = discourse.sentence(token)
    scores: dict[Entity, float] = {}
    reach = 0 if discourse.quoted(token) else NEAR  # who is quoted speaks of whom they named, not of the last speakers
    for turn in discourse.past_turns(token, reach):
        many = turn.entity.plural or turn.entity in discourse.manned  # "the authors" of a study
        if many or turn.entity.kind in BODIES | {Kind.GROUP}:
            people = _PEOPLE if many or turn.entity.kind is Kind.GROUP else 0.0
            scores.setdefault(turn.entity, 2.0 + people - 0.5 * (line - discourse.sentence(turn.token)))
    for at, entity in _bodies(discourse, token):
        if (entity.plural or entity.kind is Kind.GROUP) and not _adjectival(discourse, at):
            scores[entity] = max(scores.get(entity, -9.0), 1.0 - (line - discourse.sentence(at)))
    if (
        reach
        and (cited := next(discourse.cited.before(token), None))
        and line - discourse.sentence(cited[0]) <= _SENTENCES
    ):
        scores.setdefault(cited[1], 2.2 - 0.5 * (line - discourse.sentence(cited[0])))
    if outer is not None and (outer.plural or outer.kind in BODIES | {Kind.GROUP}):
        scores[outer] = scores.get(outer, 0.0) + 2.0
    return _best(scores)


def thing(discourse: Discourse, token: int, outer: Entity | None) -> Choice:
    """Choose the body or document that "it" at *token* means."""
    line = discourse.sentence(token)
    scores: dict[Entity, float] = {}
    turn = discourse.last_turn(token, 1)
    text = turn is not None and turn.token in discourse.texts  # "the letter said"
    if turn is not None and (text or turn.entity.kind in BODIES | {Kind.DOCUMENT}):
        scores[turn.entity] = 2.0
    elif not discourse.quoted(token):
        told = (t.entity for t in discourse.past_turns(token, 0) if t.entity.kind in BODIES)
        scores |= {entity: 1.0 for entity in (next(told, None),) if entity is not None}
    said = line if turn is None else discourse.sentence(turn.token)
    subjects: set[int] = set()
    for at, entity in _bodies(discourse, token):
        if entity.kind in BODIES or opens(discourse, at, entity):
            sentence = discourse.sentence(at)
            owned = (
                discourse.register.lowers[at + 1 : at + 6].count("'s")
                and discourse.register.lowers[discourse.end_of(at)] == "'s"
            )
            owned = owned or _modifies(discourse, at)
            score = (0.0 if sentence in subjects else 0.8) - (1.0 if owned else 0.0) - (line - sentence)
            if (
                sentence == line and not owned and _first(discourse, at)
            ):  # the subject of the sentence, whoever spoke before
                score += _OWN_SUBJECT
            if said < sentence < line and not owned and _first(discourse, at):  # what the news has come to since
                score += _NEW_SUBJECT
            subjects.add(sentence)
            scores[entity] = max(scores.get(entity, -9.0), score)
    if outer is not None and outer.kind in BODIES:
        scores[outer] = scores.get(outer, 0.0) + 2.0
    return _best(scores)


def _modifies(discourse: Discourse, at: int) -> bool:
    """Tell whether a name only says of what body someone is: "the Novita spokesman"."""
    end = discourse.end_of(at)
    noun = lexicon.nouns().get(discourse.register.lowers[end]) if end < len(discourse.register.lowers) else None
    return noun is not None and noun.kind in (Kind.PERSON, Kind.GROUP)


def _adjectival(discourse: Discourse, at: int) -> bool:
    """Tell whether the name of a people only says of what sort something is: "Karvese competition", not "the Karvese"."""
    end = discourse.end_of(at)
    alike = discourse.register.lowers[end - 1].endswith(("ese", "ish", "ch", "an"))
    return alike and discourse.register.lowers[at - 1] != "the"


def _first(discourse: Discourse, at: int) -> bool:
    """Tell whether the name at *at* begins its sentence, with an article or without."""
    start = discourse.document.token_at(discourse.document.sentences[discourse.sentence(at)].start)
    return at - (discourse.register.lowers[at - 1 : at] == ("the",)) <= start


def opens(discourse: Discourse, at: int, entity: Entity) -> bool:
    """Tell whether a name that nothing tells apart opens its sentence: "Tavrix closed her account; it"."""
    start = discourse.document.sentences[discourse.sentence(at)].start
    return (
        discourse.register.span(at, at + 1).start == start
        and entity.kind is Kind.UNKNOWN
        and entity.name not in lexicon.places()
        and not discourse.owning(at)
    )


def _bodies(discourse: Discourse, token: int) -> Iterator[tuple[int, Entity]]:
    """Yield the bodies named in this sentence and the two before, in order."""
    found = []
    for at, entity in discourse.register.body_trail.before(token):
        if discourse.sentence(token) - discourse.sentence(at) > _SENTENCES:
            break
        found.append((at, entity))
    return reversed(found)


def relative(discourse: Discourse, token: int, word: str) -> Entity | None:
    """Choose the name before "who" or "which": right before, or before an apposition or the place of someone."""
    register = discourse.register
    k = token
    while k > 0 and register.lowers[k - 1] in (",", ")", "(", "--", "-"):
        k -= 1
    k = before_time(register.words, register.lowers, k) if k else 0
    told = heads.noun(register.lowers[k - 1]) if k else None
    many = told is not None and told.plural  # "Ana Sorin and Pavel Tresk, two of the women who"
    human = told is not None and told.kind in (Kind.PERSON, Kind.GROUP)  # "Ana Sorin with a clerk who"
    for i in reversed(register.inside(max(k - _APPOSITION, 0), k)):
        entity, name = register.of[i], register.names[i]
        if entity is None or discourse.sentence(name.start) != discourse.sentence(token):
            continue
        personal = entity.kind in (Kind.PERSON, Kind.GROUP) or (entity.kind is Kind.UNKNOWN and _unsure(register, name))
        if name.end == k and (personal or word not in ("who", "whose")):
            return entity
        if word != "who" or entity.kind is not Kind.PERSON or many:
            continue
        behind = register.lowers[name.end]
        if behind in (",", "(", "--") or (behind in _PLACING and not human and _runs(register.lowers, name.end, k)):
            return entity  # "Ana Sorin, the mayor of Belmar, who …", "Ana Sorin of Belmar, who …"
    return None


def _unsure(register: Register, name: Name) -> bool:
    """Tell whether a name that nothing tells apart may be a person's before "who": not "clerks from Clean Rivers who"."""
    before, noun = register.lowers[max(name.start - 2, 0) : name.start][::-1], Kind.UNKNOWN
    if name.place or before[:1] == ("the",):
        return False
    if before[:1] and before[0] in lexicon.words("preposition"):
        noun = heads.noun(before[1]).kind if before[1:] else noun
        return len(name.words) > 1 and noun not in (Kind.PERSON, Kind.GROUP)
    return True


def _runs(lowers: Sequence[str], start: int, end: int) -> bool:
    """Tell whether words are one phrase, without a mark or a clause in between."""
    return not any(w in BREAKS or w in lexicon.words("auxiliary") for w in lowers[start:end])


def before_examples(lowers: Sequence[str], token: int) -> int | None:
    """Return where a group ends of which only examples stand before the pronoun: "lawmakers, like Ana Sorin, who"."""
    if lowers[token - 1 : token] != (",",):
        return None
    comma = next((k for k in range(token - 2, max(token - _EXAMPLES, 0), -1) if lowers[k] == ","), None)
    return comma if comma is not None and lowers[comma + 1] in ("like", "including", "such") else None


def _best(scores: Mapping[Entity, float]) -> Choice:
    """Return the one best candidate, the first of those that are as good."""
    if not scores:
        return None, "pronoun-no-antecedent"
    return max(scores, key=lambda e: scores[e]), None
