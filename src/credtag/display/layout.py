"""Places in columns and the routes between them: where each box stands and where each ribbon runs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from attrs import define, frozen

from credtag.display.drawing import WIDTH, Box, Ribbon

SPACE = 14.0  # between two places of a column
_LANE = 12.0  # kept free around a ribbon that passes a column


@define(eq=False)
class Place:
    """A box, or a lane kept free for a ribbon that passes a column. Columns count away from the publisher."""

    column: int
    box: Box | None = None
    claims: int = 0
    height: float = 0.0
    top: float = 0.0

    @property
    def middle(self) -> float:
        """The height of its centre in the picture."""
        return self.top + self.height / 2


@frozen(eq=False)
class Route:
    """The claims that pass from one source to the next, through the lanes between them."""

    places: tuple[Place, ...]
    levels: Counter[str]
    title: str

    @property
    def claims(self) -> int:
        """The number of claims."""
        return self.levels.total()


def route(start: Place, end: Place, levels: Counter[str], title: str) -> Route:
    """Return the route from *start* to *end*, with a new lane in each column between."""
    lanes = [Place(column, None, levels.total()) for column in range(start.column + 1, end.column)]
    return Route((start, *lanes, end), levels, title)


def size(routes: Sequence[Route], unit: float) -> None:
    """Give each place the height that its words and its ribbons need."""
    flows: Counter[tuple[int, bool]] = Counter()
    for each in routes:
        flows[id(each.places[0]), True] += each.claims
        flows[id(each.places[-1]), False] += each.claims
    for place in {id(p): p for each in routes for p in each.places}.values():
        if place.box is None:
            place.height = place.claims * unit + _LANE
        else:
            widest = max(flows[id(place), True], flows[id(place), False])
            place.height = max(place.box.height, widest * unit + 8)


def height(places: Iterable[Place]) -> float:
    """Return the height of the tallest column."""
    columns: dict[int, float] = defaultdict(float)
    for place in places:
        columns[place.column] += place.height + SPACE
    return max(columns.values(), default=SPACE) - SPACE


def stack(places: Sequence[Place], routes: Sequence[Route], top: float, tall: float) -> None:
    """Set each column's places below one another, centred between *top* and *top + tall*.

    The first column goes by the number of claims; each later one by the places that lead to it, so that few ribbons cross.
    """
    before: dict[int, list[Place]] = defaultdict(list)
    for each in routes:
        for one, other in pairwise(each.places):
            before[id(other)].append(one)
    inside = {id(place) for place in places}
    columns: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        columns[abs(place.column)].append(place)
    for _, column in sorted(columns.items()):
        pull = {}
        for place in column:
            middles = [p.middle for p in before[id(place)] if id(p) in inside]
            pull[id(place)] = sum(middles) / len(middles) if middles else 0.0
        column.sort(key=lambda place: (pull[id(place)], -place.claims))
        y = top + (tall - height(column)) / 2
        for place in column:
            place.top = y
            y += place.height + SPACE


def ribbons(routes: Sequence[Route], unit: float, left: Callable[[Place], float]) -> list[Ribbon]:
    """Return the ribbons of *routes*, side by side where several leave or reach the same edge of a box.

    Args:
        routes: The routes, their places already set.
        unit: The width of one claim, in pixels.
        left: Gives the left edge of a place.
    """
    at: dict[tuple[int, bool], list[tuple[float, int]]] = defaultdict(list)
    for number, each in enumerate(routes):
        first, second, *_ = each.places
        rightwards = second.column > first.column
        at[id(first), rightwards].append((second.middle, number))
        at[id(each.places[-1]), not rightwards].append((each.places[-2].middle, number))
    slots: dict[tuple[int, int], float] = {}
    for (name, _), arriving in at.items():
        offset = -sum(routes[number].claims for _, number in arriving) * unit / 2
        for _, number in sorted(arriving):
            slots[name, number] = offset + routes[number].claims * unit / 2
            offset += routes[number].claims * unit
    drawn = []
    for number, each in enumerate(routes):
        points: list[tuple[float, float]] = []
        sign = 1 if each.places[1].column > each.places[0].column else -1
        for place in each.places:
            x, y = left(place), place.middle + slots.get((id(place), number), 0.0)
            near, far = (x, x + WIDTH) if sign > 0 else (x + WIDTH, x)
            points += [(near, y)] if place is not each.places[0] else []
            points += [(far, y)] if place is not each.places[-1] else []
        drawn.append(Ribbon(tuple(points), each.levels, each.title))
    return drawn
