"""The picture of an article: its publisher in the middle, the sources behind it on either side.

Every source is one box, as many columns from the publisher as its longest chain has hops. A ribbon that passes a column
without a source keeps a lane free there, as in the layered drawings of Sugiyama, Tagawa and Toda (1981).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from credtag import shown
from credtag.display.drawing import GAP, MARGIN, WIDTH, Box, Svg, svg
from credtag.display.layout import SPACE, Place, Route, height, ribbons, route, size, stack
from credtag.display.notes import tag
from credtag.display.palette import level_class, level_words
from credtag.explain import name_of
from credtag.labels import Naming
from credtag.records import Claim, Link, TaggedDocument

_MOST = 40  # sources; a picture with more is no longer read
_WIDEST = 6.0  # pixels that a claim takes, where there are few
_EDGE = 150.0  # pixels that all claims may take together at the publisher's edge
Key = tuple[str, ...]
Chain = tuple[tuple[Key, ...], str]  # the sources behind the publisher, and the level


def article_chart(tagged: TaggedDocument) -> Svg:
    """Draw the sources of an article; see :func:`credtag.chart`."""
    claims = shown.claims(tagged)
    sourced = [claim for claim in claims if len(claim.chain) > 1]
    boxes = _boxes(tagged, sourced)
    kept = _kept(sourced)
    chains = [chain for claim in sourced if set((chain := _chain(claim))[0]) <= kept]
    unit = min(_WIDEST, _EDGE / max(1, len(chains)))
    publisher = (
        name_of(claims[0].chain[0]) if claims and claims[0].chain else tagged.document.publisher or "the publisher"
    )
    own = f"{len(claims) - len(sourced)} of {len(claims)} in its own voice"
    centre = Place(0, Box(publisher, own))
    routes = _routes(chains, boxes, centre)
    size(routes, unit)
    centre.height = max(centre.height, Box(publisher, own).height)
    origin, wide, tall = _set(centre, routes)
    places = {id(place): place for each in routes for place in each.places} | {id(centre): centre}

    def left(place: Place) -> float:
        return origin + place.column * (WIDTH + GAP)

    left_out = len(boxes) - len(kept)
    words = [f"{publisher}: {own}.", *(f"{each.title}." for each in routes)]
    words += [f"{left_out} sources with fewer claims are left out."] if left_out else []
    return svg(
        [(place.box, (left(place), place.top), place.height) for place in places.values() if place.box],
        ribbons(routes, unit, left),
        unit=unit,
        size=(wide, tall),
        title=f"Who stands behind {tagged.document.doc_id}",
        description=" ".join(words),
    )


# --------------------------------------------------------------------------- sources


def _key(link: Link) -> Key:
    # Sources that are not specified have no identity: one box stands for all of a kind.
    return (link.source_id,) if link.source_id else ("", str(link.naming), link.name or "")


def _chain(claim: Claim) -> Chain:
    return tuple(_key(link) for link in claim.chain[1:]), level_class(claim.grade.level)


def _kept(claims: Sequence[Claim]) -> set[Key]:
    counts = Counter(key for claim in claims for key in _chain(claim)[0])
    return {key for key, _ in counts.most_common(_MOST)}


def _boxes(tagged: TaggedDocument, claims: Sequence[Claim]) -> dict[Key, Box]:
    counts = Counter(key for claim in claims for key in set(_chain(claim)[0]))
    badges: dict[str, dict[str, None]] = defaultdict(dict)
    for caveat in tagged.caveats:
        badges[caveat.source_id or ""][tag(caveat)] = None
    boxes = {}
    for link in (link for claim in claims for link in claim.chain[1:]):
        if (key := _key(link)) not in boxes:
            count = f"{counts[key]} claim" + ("" if counts[key] == 1 else "s")
            about = count if link.naming is Naming.UNSPECIFIED else f"{link.kind}, {count}"
            name = link.name or ("not specified" if link.naming is Naming.UNSPECIFIED else "not resolved")
            of_source = tuple(badges[link.source_id])[:3] if link.source_id else ()
            boxes[key] = Box(name, about.replace("unknown", "source"), of_source, str(link.naming))
    return boxes


def _routes(chains: Sequence[Chain], boxes: dict[Key, Box], centre: Place) -> list[Route]:
    """Put every source in the column of its longest chain, and gather the claims between each two of them."""
    columns: Counter[Key] = Counter()
    for keys, _ in chains:
        for hop, key in enumerate(keys, 1):
            columns[key] = max(columns[key], hop)
    places: dict[tuple[Key, int], Place] = {}
    levels: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    ends: dict[tuple[int, int], tuple[Place, Place]] = {}
    for keys, level in chains:
        before = centre
        for key in keys:
            # Two sources that each pass on the other: the later one gets a second box further out.
            column = max(columns[key], before.column + 1)
            here = places.setdefault((key, column), Place(column, boxes[key]))
            here.claims += 1
            levels[id(before), id(here)][level] += 1
            ends[id(before), id(here)] = before, here
            before = here
    return [route(*ends[pair], counts, _told(*ends[pair], counts)) for pair, counts in levels.items()]


def _told(start: Place, end: Place, counts: Counter[str]) -> str:
    levels = ", ".join(f"{count} {level_words(level)}" for level, count in counts.most_common())
    names = [" ".join(place.box.name.split()) for place in (start, end) if place.box]
    return f"{' → '.join(names)}: {levels}"


# --------------------------------------------------------------------------- places


def _set(centre: Place, routes: Sequence[Route]) -> tuple[float, float, float]:
    """Set the places on both sides of the publisher; return its left edge and the size of the picture."""
    sides: dict[int, list[list[Place]]] = {1: [], -1: []}
    heights = {1: 0.0, -1: 0.0}
    depth = {1: 0, -1: 0}
    for group in _groups(centre, routes):
        columns = max(place.column for place in group)
        # Long chains to the right, so that the picture stays narrow; the others where there is room.
        side = 1 if columns > 1 or heights[1] <= heights[-1] else -1
        for place in group:
            place.column *= side
        sides[side].append(group)
        heights[side] += height(group) + SPACE
        depth[side] = max(depth[side], columns)
    tall = max(*heights.values(), centre.height) + 2 * MARGIN
    for side, groups in sides.items():
        top = (tall - heights[side] + SPACE) / 2
        for group in groups:
            stack(group, routes, top, height(group))
            top += height(group) + SPACE
    centre.top = (tall - centre.height) / 2
    origin = MARGIN + depth[-1] * (WIDTH + GAP)
    return origin, origin + WIDTH + depth[1] * (WIDTH + GAP) + MARGIN, tall


def _groups(centre: Place, routes: Sequence[Route]) -> list[list[Place]]:
    """Return the places that hang together once the publisher is taken away: long chains first, then many claims."""
    group: dict[int, list[Place]] = {}
    for each in routes:
        members = [place for place in each.places if place is not centre]
        joined = {id(g): g for place in members if (g := group.get(id(place)))}
        together = [place for g in joined.values() for place in g]
        together += [place for place in members if id(place) not in group]
        group.update((id(place), together) for place in together)
    distinct = {id(members): members for members in group.values()}
    return sorted(distinct.values(), key=lambda g: (-max(p.column for p in g), -sum(p.claims for p in g)))
