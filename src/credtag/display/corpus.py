"""The picture of a corpus: which outlets it leans on, and which origins stand behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from credtag.display.drawing import MARGIN, WIDTH, Box, Svg, svg
from credtag.display.layout import Place, Route, height, ribbons, route, size, stack
from credtag.display.palette import UNRATED, level_words
from credtag.frames import Frames

_MOST = 12  # boxes in a column, beside the one that holds all others
_COLUMNS = ("Published by", "Through", "Origin")
_PUBLISHER = "the publisher"
_GAP = 150  # between two columns, in pixels
_TALL = 300.0  # pixels that all claims may take together
Station = tuple[str, str]  # the name and the naming of a publisher, a relay or an origin
_DIRECTLY: Station = ("nobody in between", "unspecified")


def corpus_chart(frames: Frames) -> Svg:
    """Draw what the articles of a corpus lean on; see :func:`credtag.chart`."""
    chains = list(_chains(frames))
    own = Counter(frames.claims.loc[frames.claims["hops"] == 0, "publisher"].fillna(_PUBLISHER).tolist())
    columns = [_places(column, Counter(stations[column] for stations, _ in chains), own) for column in range(3)]
    levels: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    ends: dict[tuple[int, int], tuple[Place, Place]] = {}
    for stations, level in chains:
        row = [places[station] for places, station in zip(columns, stations, strict=True)]
        for pair in pairwise(row):
            levels[id(pair[0]), id(pair[1])][level] += 1
            ends[id(pair[0]), id(pair[1])] = pair
    routes = [route(*ends[key], found, _told(*ends[key], found)) for key, found in levels.items()]
    distinct = {id(place): place for places in columns for place in places.values()}
    return _drawn(list(distinct.values()), routes, len(chains), frames.claims["doc_id"].nunique())


def _chains(frames: Frames) -> Iterator[tuple[tuple[Station, Station, Station], str]]:
    """Yield publisher, nearest source in between and origin of every claim with a source, and its level."""
    levels = dict(zip(frames.claims["claim_id"].tolist(), frames.claims["confidence"].tolist(), strict=True))
    links = frames.links.sort_values(["claim_id", "hop"], kind="stable")
    stations: dict[str, list[Station]] = defaultdict(list)
    for claim, name, naming in zip(*(links[c].tolist() for c in ("claim_id", "name", "naming")), strict=True):
        missing = "not specified" if naming == "unspecified" else "not resolved"
        stations[claim].append((name if isinstance(name, str) else missing, naming))
    for claim, (first, *behind) in stations.items():
        if claim in levels and behind:
            publisher = first if first[0] != "not resolved" else (_PUBLISHER, "named")
            between = behind[0] if len(behind) > 1 else _DIRECTLY
            level = levels[claim]
            yield (publisher, between, behind[-1]), level if isinstance(level, str) else UNRATED


def _places(column: int, counts: Counter[Station], own: Counter[str]) -> dict[Station, Place]:
    """Return the place of each station: one of its own for those with most claims, a common one for all others."""
    ranked = counts.most_common()
    places = {}
    for station, claims in ranked[:_MOST]:
        about = _counted(claims) + (f", {own[station[0]]:,} own voice" if column == 0 and own[station[0]] else "")
        places[station] = Place(column, Box(station[0], about, outline=station[1]), claims)
    if rest := ranked[_MOST:]:
        claims = sum(count for _, count in rest)
        common = Place(column, Box(f"{len(rest):,} more", _counted(claims)), claims)
        places.update((station, common) for station, _ in rest)
    return places


def _counted(claims: int) -> str:
    return f"{claims:,} claim" + ("" if claims == 1 else "s")


def _told(start: Place, end: Place, counts: Counter[str]) -> str:
    levels = ", ".join(f"{count:,} {level_words(level)}" for level, count in counts.most_common())
    return f"{' → '.join(' '.join(p.box.name.split()) for p in (start, end) if p.box)}: {levels}"


def _drawn(places: list[Place], routes: list[Route], claims: int, articles: int) -> Svg:
    unit = min(6.0, _TALL / max(1, claims))
    size(routes, unit)
    tall = height(places) if places else 40.0
    stack(places, routes, 2 * MARGIN, tall)

    def left(place: Place) -> float:
        return MARGIN + place.column * (WIDTH + _GAP)

    boxes = [(p.box, (left(p), p.top), p.height) for p in places if p.box]
    what = f"{claims:,} claims with a source in {articles:,} articles"
    return svg(
        boxes,
        ribbons(routes, unit, left),
        unit=unit,
        size=(2 * MARGIN + 3 * WIDTH + 2 * _GAP, tall + 3 * MARGIN),
        title=f"What the corpus leans on: {what}",
        description=" ".join([f"{' → '.join(_COLUMNS)}, {what}.", *(f"{each.title}." for each in routes)]),
        headings=[(MARGIN + n * (WIDTH + _GAP), words) for n, words in enumerate(_COLUMNS)],
    )
