"""Find the people whom a text names together: "Senators Lena Marn, of Karvo, and Pavel Dorn"."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.labels import Kind
from credtag.source import lexicon
from credtag.source.proper_names.names import Name
from credtag.source.register.entity import Entity

_APART = 12  # tokens between two names of one list
_BETWEEN = frozenset((",", "of", "from", "(", ")", "-", "--", ".", "the", "a", "an", "his", "her", "their", "its"))
_CALLED = 3  # tokens from a comma to what several are: ", both senators"


def ending(names: Sequence[Name], of: Sequence[Entity | None], lowers: Sequence[str], last: int) -> Sequence[int]:
    """Return the names of people in the list that a name ends, behind its "and"; none if it ends no list."""
    found, stop = [last], names[last].start - 1
    if stop < 1 or lowers[stop] != "and" or not _is_person(of[last]):
        return ()
    while (i := _one_before(names, of, lowers, found[0], stop)) is not None:
        found.insert(0, i)
        stop = names[i].start - 1
        if lowers[stop : stop + 1] != (",",):
            break
    return found if len(found) > 1 else ()


def _one_before(
    names: Sequence[Name], of: Sequence[Entity | None], lowers: Sequence[str], follower: int, stop: int
) -> int | None:
    """Return the person named before the token *stop*, where only words on who that is stand between."""
    nouns, end = lexicon.nouns(), stop
    for i in range(follower - 1, -1, -1):
        name = names[i]
        between = lowers[name.end : end]
        if stop - name.end > _APART or any(w not in _BETWEEN and w not in nouns and not w.isdigit() for w in between):
            return None
        if not name.place and _is_person(of[i]):
            return i
        end = name.start
    return None


def _is_person(entity: Entity | None) -> bool:
    unsure = entity is not None and entity.kind is Kind.UNKNOWN and len(entity.words) > 1
    return unsure or (entity is not None and entity.kind is Kind.PERSON)


def shared_role(names: Sequence[Name], lowers: Sequence[str], found: Sequence[int]) -> str | None:
    """Return what the people of a list all are: "Senators Lena Marn and Pavel Dorn", "Lena Marn and Pavel Dorn, both senators"."""
    singulars, before, behind = lexicon.singulars(), names[found[0]].start - 1, names[found[-1]].end
    if before >= 0 and lowers[before] in singulars:
        return singulars[lowers[before]]
    if lowers[behind : behind + 1] != (",",):
        return None
    return next((singulars[w] for w in lowers[behind + 1 : behind + 1 + _CALLED] if w in singulars), None)
