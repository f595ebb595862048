"""An entity while its mentions are being gathered, and the trails that mentions leave."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from attrs import Factory, define

from credtag.labels import Kind, Naming
from credtag.records import Span

_LOOK_BACK = 40  # mentions: far enough for an article, and bounded for a book

BODIES = frozenset((Kind.ORGANISATION, Kind.GOVERNMENT, Kind.OUTLET))  # what "it" and "the company" may mean
HUMAN = frozenset((Kind.PERSON, Kind.GROUP, Kind.UNKNOWN))  # what can withhold a name
SPEAKING = BODIES - {Kind.OUTLET} | {Kind.PERSON, Kind.GROUP}  # whose words go on without a cue


@define(eq=False)
class Entity:
    """Who or what a set of mentions stands for."""

    name: str | None
    kind: Kind = Kind.UNKNOWN
    naming: Naming = Naming.NAMED
    gender: str = "u"
    plural: bool = False
    words: tuple[str, ...] = ()
    title: str | None = None
    affiliation: str | None = None
    outlet_id: str | None = None
    roles: set[str] = Factory(set)
    group: Entity | None = None  # whom it is one of
    head: str = ""  # the head noun, in lower case
    mentions: dict[int, Span] = Factory(dict)  # by start
    at: list[int] = Factory(list)  # the tokens of its names, in order

    def last_before(self, token: int) -> int:
        """Return the token of the last name before *token*, or -1."""
        i = bisect_left(self.at, token)
        return self.at[i - 1] if i else -1


def fits(left: str, right: str) -> bool:
    """Tell whether two genders may be one person's."""
    return "u" in (left, right) or left == right


class Trail:
    """The mentions of one sort, in the order of the text."""

    def __init__(self, mentions: Iterable[tuple[int, Entity]] = ()) -> None:
        self._items = sorted(mentions, key=lambda m: m[0])
        self._tokens = [t for t, _ in self._items]

    def add(self, token: int, entity: Entity) -> None:
        """Add a mention; most come in order."""
        i = bisect_left(self._tokens, token)
        self._tokens.insert(i, token)
        self._items.insert(i, (token, entity))

    def before(self, token: int) -> Iterator[tuple[int, Entity]]:
        """Yield the mentions before *token*, the last first, as far back as an article reaches."""
        stop = bisect_left(self._tokens, token)
        for i in range(stop - 1, max(stop - _LOOK_BACK, 0) - 1, -1):
            yield self._items[i]

    def latest(self, token: int) -> list[Entity]:
        """Return the entities mentioned before *token*, the last mentioned first, each once."""
        return list(dict.fromkeys(e for _, e in self.before(token)))

    def entities(self) -> list[Entity]:
        """Return the first entities of the trail, each once."""
        return list(dict.fromkeys(e for _, e in self._items[:_LOOK_BACK]))
