"""Weigh whom "he" or "she" may mean, by signs whose weights are fitted to news in which people marked who was meant.

The signs are those of Lappin and Leass (1994) and, for the turns of quoted speech, of Muzny et al. (2017); the weights, in
data/salience.tsv, are those of a conditional logit over the candidates. training/salience.py fits them.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import define, field, frozen

from credtag.labels import Kind, Naming
from credtag.resources import table
from credtag.source.discourse import FARTHEST, Discourse, Turn
from credtag.source.register.entity import Entity, fits

_REACH = 3  # paragraphs back
_FAR = 4  # sentences, or others, from which on more make no difference
_TURNS = 8  # turns back that are looked at
_TOLD = 2  # sentences of the publisher's own from which on more make no difference
_ASKED = 3  # tokens from "asked" to who was asked


@frozen
class Place:
    """Where a pronoun, or a description that varies a name, stands.

    *outer* is the source in whose words it stands, *barred* who would say "I" there, *said* the tokens of what it says if
    that stands before: nobody named there says it.
    """

    token: int
    gender: str
    outer: Entity | None = None
    barred: Entity | None = None
    said: range = range(0)


@define
class _Named:
    """Who is named near a place: the last name of each, how many others were named in sentences since, and the only one."""

    last: dict[Entity, int] = field(factory=dict)
    rivals: dict[Entity, int] = field(factory=dict)
    spoke: int = -1  # the token of the last turn
    near: dict[int, set[Entity]] = field(factory=dict)  # by paragraphs back, outside quotation marks

    def only(self, entity: Entity) -> str | None:
        """Return where a person is the only one named: in the paragraph, or in the one before if none is named in it."""
        where = 0 if self.near.get(0) else 1
        return ("here", "before")[where] if self.near.get(where) == {entity} else None


def weigh(discourse: Discourse, place: Place) -> dict[Entity, float]:
    """Return the probability that each person near a place is meant there.

    Args:
        discourse: What has been said before.
        place: Where the pronoun stands.

    Returns:
        The candidates, with probabilities that add up to 1; nobody if there is no candidate.
    """
    weights = _weights()
    scores = {
        entity: sum(weights.get(sign, 0.0) * value for sign, value in signs)
        for entity, signs in candidates(discourse, place)
    }
    top = max(scores.values(), default=0.0)
    odds = {entity: math.exp(score - top) for entity, score in scores.items()}
    total = sum(odds.values())
    return {entity: each / total for entity, each in odds.items()}


def candidates(discourse: Discourse, place: Place) -> Iterator[tuple[Entity, Iterator[tuple[str, float]]]]:
    """Yield the people whom a place may mean, each with the signs for and against it."""
    named, turns = _named(discourse, place), _turns(discourse, place)
    outer = [place.outer] if place.outer is not None and place.outer.kind is Kind.PERSON else []
    for entity in dict.fromkeys((*named.last, *turns, *outer)):
        if fits(entity.gender, place.gender) and entity is not place.barred and not entity.plural:
            yield entity, _signs(discourse, place, entity, named, turns.get(entity))


def _named(discourse: Discourse, place: Place) -> _Named:
    turn = discourse.last_turn(place.token, _REACH)
    here, found = discourse.paragraph(place.token), _Named(spoke=-1 if turn is None else turn.token)
    for at, entity in discourse.register.person_trail.before(place.token):
        back = here - discourse.paragraph(at)
        if back > _REACH or place.token - at > FARTHEST:
            break
        if at in place.said:
            continue
        if back <= 1 and not discourse.quoted(at):
            found.near.setdefault(back, set()).add(entity)
        if entity not in found.last:
            line = discourse.sentence(at)
            later = (e for e, k in found.last.items() if discourse.sentence(k) > line)
            found.rivals[entity] = sum(fits(e.gender, place.gender) for e in later)
            found.last[entity] = at
    return found


def _turns(discourse: Discourse, place: Place) -> dict[Entity, tuple[int, Turn]]:
    """Return the last turn of each person near a place, and how many turns others have had since."""
    found: dict[Entity, tuple[int, Turn]] = {}
    for rank, turn in zip(range(_TURNS), discourse.past_turns(place.token, _REACH), strict=False):
        if turn.entity.kind is Kind.PERSON:
            found.setdefault(turn.entity, (rank, turn))
    return found


def _signs(
    discourse: Discourse, place: Place, entity: Entity, named: _Named, spoke: tuple[int, Turn] | None
) -> Iterator[tuple[str, float]]:
    if entity.gender == place.gender:
        yield "gender", 1.0
    if entity.naming is not Naming.NAMED:
        yield "described", 1.0
    if entity is place.outer:
        yield "outer", 1.0
    yield "mentions", math.log1p(bisect_left(entity.at, place.token))
    if entity in named.last:
        yield from _of_name(discourse, place, entity, named)
    if spoke is not None:
        yield from _of_turn(discourse, place, *spoke)


def _of_name(discourse: Discourse, place: Place, entity: Entity, named: _Named) -> Iterator[tuple[str, float]]:
    at = named.last[entity]
    yield f"sentences {min(discourse.sentence(place.token) - discourse.sentence(at), _FAR)}", 1.0
    yield f"paragraphs {discourse.paragraph(place.token) - discourse.paragraph(at)}", 1.0
    yield "rivals", float(min(named.rivals[entity], _FAR))
    if (where := named.only(entity)) is not None:
        yield f"only {where}", 1.0
    outside = not discourse.quoted(place.token)  # who is quoted speaks of those of whom others speak
    if discourse.owning(at) and not discourse.topical(at):
        yield "owner", 1.0
    elif outside and at > named.spoke >= 0 and discourse.sentence(at) == discourse.sentence(named.spoke):
        yield "told of", 1.0
    elif discourse.leads(at):
        yield "subject", 1.0
        if at > named.spoke >= 0:
            yield "subject since a turn", 1.0
    if outside and discourse.quoted(at):
        yield "quoted", 1.0
    if entity.at[0] == at:
        yield "introduced since a turn" if at > named.spoke >= 0 else "introduced", 1.0
    before = discourse.register.lowers[max(at - _ASKED, 0) : at]
    if "asked" in before:
        yield "asks" if "by" in before else "asked", 1.0


def _of_turn(discourse: Discourse, place: Place, rank: int, turn: Turn) -> Iterator[tuple[str, float]]:
    same = discourse.paragraph(turn.token) == discourse.paragraph(place.token)
    yield f"turn {min(rank, 2)} {'here' if same else 'before'}", 1.0
    if rank:
        return
    yield f"narrated {discourse.narrated(turn.token, place.token, _TOLD)}", 1.0
    if turn.token in discourse.questions:
        yield "asks", 1.0


@cache
def _weights() -> Mapping[str, float]:
    return {row["sign"]: float(row["weight"]) for row in table("salience.tsv")}
