"""Boxes and ribbons as plain SVG text: what the pictures of an article and of a corpus are drawn with."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from os import PathLike
from pathlib import Path

from attrs import frozen

from credtag.display.markup import plain
from credtag.display.palette import DARK, DARK_HOSTS, LEVELS, LIGHT, LIGHT_HOSTS, Theme, level_words

WIDTH, GAP = 168, 64  # of a box and between two columns, in pixels
MARGIN = 16
_LINE, _BADGE = 16, 17
_LETTERS = 20  # that fit a line of a box
_LEGEND = 40
Point = tuple[float, float]


@frozen
class Svg:
    """A picture that a notebook shows and ``str()`` gives as SVG.

    Example:
        >>> import credtag
        >>> str(credtag.chart(credtag.tag("It rained, Ana Ruiz said.")))[:4]
        '<svg'
    """

    svg: str

    def _repr_html_(self) -> str:
        return f'<div style="overflow-x:auto">{self.svg}</div>'

    def __str__(self) -> str:
        return self.svg

    def save(self, path: str | PathLike[str]) -> None:
        """Write it to the file *path*, as UTF-8."""
        Path(path).write_text(self.svg, encoding="utf-8", newline="\n")


@frozen
class Box:
    """A source. Its outline says how openly it is named."""

    name: str
    about: str
    badges: tuple[str, ...] = ()
    outline: str = "named"

    @property
    def height(self) -> float:
        """The height that its words need."""
        return _LINE * (len(_wrapped(self.name)) + 1) + _BADGE * len(self.badges) + 14


@frozen
class Ribbon:
    """The claims that pass from one source to the next, as a bundle of strands, one a level."""

    points: tuple[Point, ...]
    levels: Mapping[str, int]
    title: str

    @property
    def claims(self) -> int:
        """The number of claims."""
        return sum(self.levels.values())


def svg(
    boxes: Iterable[tuple[Box, Point, float]],
    ribbons: Sequence[Ribbon],
    *,
    unit: float,
    size: tuple[float, float],
    title: str,
    description: str,
    headings: Sequence[tuple[float, str]] = (),
) -> Svg:
    """Draw boxes over ribbons.

    Args:
        boxes: Each box with its top left corner and its height.
        ribbons: The ribbons between them.
        unit: The width of one claim, in pixels.
        size: Width and height of the picture without its legend, in pixels.
        title: What the picture shows.
        description: The same as the picture, in words.
        headings: Words at the top, each with the left edge of the column that it stands over.
    """
    width, height = size[0], size[1] + _LEGEND
    strands = "\n".join(_bundle(ribbon, unit) for ribbon in ribbons)
    above = "".join(_text(x + WIDTH / 2, MARGIN + 2, "faint", words) for x, words in headings)
    used = [level for level in LEVELS if any(level in ribbon.levels for ribbon in ribbons)]
    placed = list(boxes)
    drawn = "\n".join(_box(*each) for each in placed)
    outlines = [o for o in _DASHES if any(box.outline == o for box, _, _ in placed)]
    return Svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="credtag-chart" role="img" width="{width:.0f}" '
        f'height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" font-family="system-ui,sans-serif" font-size="13" '
        'style="max-width:max(100%,45rem);height:auto">'
        f"<title>{_safe(title)}</title><desc>{_safe(description)}</desc><style>{_style()}</style>"
        f'<rect class="paper" width="100%" height="100%" fill="{LIGHT.paper}"/>\n'
        f'<g fill="none" stroke-opacity=".8">{strands}</g>\n{above}{drawn}\n{_legend(used, outlines, size[1])}</svg>'
    )


# --------------------------------------------------------------------------- parts


def _bundle(ribbon: Ribbon, unit: float) -> str:
    offset = -ribbon.claims * unit / 2
    paths = []
    for level in LEVELS:
        if count := ribbon.levels.get(level, 0):
            middle = offset + count * unit / 2
            offset += count * unit
            curve = _curve([(x, y + middle) for x, y in ribbon.points])
            paths.append(
                f'<path class="{level}" stroke="{LIGHT.levels[level].line}" stroke-width="{count * unit:.1f}" d="{curve}"/>'
            )
    return f"<g><title>{_safe(ribbon.title)}</title>{''.join(paths)}</g>"


def _curve(points: Sequence[Point]) -> str:
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        parts.append(f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}")
    return "".join(parts)


_DASHES = {"described": "7 3", "anonymous": "2 3", "unspecified": "1 5"}


def _box(box: Box, corner: Point, height: float) -> str:
    x, y = corner
    dash = f' stroke-dasharray="{_DASHES[box.outline]}"' if box.outline in _DASHES else ""
    middle = x + WIDTH / 2
    top = y + (height - box.height) / 2 + _LINE + 2
    lines = [_text(middle, top + _LINE * n, "ink", line, "bold") for n, line in enumerate(_wrapped(box.name))]
    top += _LINE * len(lines)
    lines.append(_text(middle, top, "faint", _cut(box.about, 29), size=11))
    for n, badge in enumerate(box.badges):
        lines.append(_badge(middle, top + 6 + _BADGE * n, badge))
    return (
        f"<g><title>{_safe(f'{box.name}: {box.about}')}</title>"
        f'<rect class="paper rim" x="{x:.1f}" y="{y:.1f}" width="{WIDTH}" height="{height:.1f}" rx="6" '
        f'fill="{LIGHT.paper}" stroke="{LIGHT.ink}" stroke-width="1.5"{dash}/>{"".join(lines)}</g>'
    )


def _text(x: float, y: float, ink: str, words: str, weight: str = "normal", size: int = 13) -> str:
    fill = {"ink": LIGHT.ink, "faint": LIGHT.faint}[ink]
    return (
        f'<text class="{ink}" x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-size="{size}" font-weight="{weight}" '
        f'fill="{fill}">{_safe(words)}</text>'
    )


def _badge(middle: float, y: float, words: str) -> str:
    colour = LIGHT.levels["caveated"].line
    return (
        f'<rect class="caveated" x="{middle - WIDTH / 2 + 6:.1f}" y="{y:.1f}" width="{WIDTH - 12}" height="14" rx="4" '
        f'fill="none" stroke="{colour}"/><text class="warning" x="{middle:.1f}" y="{y + 10.5:.1f}" text-anchor="middle" '
        f'font-size="10" fill="{colour}">{_safe(_cut(words, 28))}</text>'
    )


def _legend(levels: Sequence[str], outlines: Sequence[str], top: float) -> str:
    x, y = float(MARGIN), top + _LEGEND / 2
    parts = []
    for level in levels:
        words = level_words(level)
        parts.append(
            f'<path class="{level}" stroke="{LIGHT.levels[level].line}" stroke-width="6" d="M{x:.1f} {y:.1f}h18"/>'
            f'<text class="ink" x="{x + 23:.1f}" y="{y + 4:.1f}" font-size="11" fill="{LIGHT.ink}">{words}</text>'
        )
        x += 23 + 6.6 * len(words) + 14
    for outline in outlines:
        parts.append(
            f'<rect class="rim" x="{x:.1f}" y="{y - 6:.1f}" width="20" height="12" rx="3" fill="none" stroke="{LIGHT.ink}" '
            f'stroke-dasharray="{_DASHES[outline]}"/>'
            f'<text class="ink" x="{x + 25:.1f}" y="{y + 4:.1f}" font-size="11" fill="{LIGHT.ink}">{outline}</text>'
        )
        x += 25 + 6.6 * len(outline) + 14
    return f"<g>{''.join(parts)}</g>"


def _style() -> str:
    """Return the dark colours; the light ones are attributes, which any viewer of SVG understands."""
    dark, light = list(_rules(DARK)), list(_rules(LIGHT))
    hosted = [f"{host} {rule}" for host in DARK_HOSTS for rule in dark]
    hosted += [f"{host} {rule}" for host in LIGHT_HOSTS for rule in light]
    return f"@media screen and (prefers-color-scheme:dark){{{''.join(dark)}}}@media screen{{{''.join(hosted)}}}"


def _rules(theme: Theme) -> Iterator[str]:
    chart = ".credtag-chart"
    yield f"{chart} .paper{{fill:{theme.paper}}}"
    yield f"{chart} .rim{{stroke:{theme.ink}}}"
    yield f"{chart} .ink{{fill:{theme.ink}}}"
    yield f"{chart} .faint{{fill:{theme.faint}}}"
    yield f"{chart} .warning{{fill:{theme.levels['caveated'].line}}}"
    for level, colours in theme.levels.items():
        yield f"{chart} .{level}{{stroke:{colours.line}}}"


# --------------------------------------------------------------------------- words in a box


def _wrapped(name: str) -> list[str]:
    """Break a name into at most two lines that fit a box."""
    lines = [""]
    for word in _tidy(name).split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _letters(longer) > _LETTERS:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > 2:
        lines[1] = f"{lines[1]} {lines[2]}"
    return [_cut(line, _LETTERS) for line in lines[:2]]


def _safe(words: str) -> str:
    return plain(_tidy(words))


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _cut(words: str, most: int) -> str:
    if _letters(words) <= most:
        return words
    while _letters(words) > most - 1:
        words = words[: -max(1, int(_letters(words) - most) // 2)]
    return words.rstrip() + "…"


def _letters(words: str) -> float:
    """Return the width of *words* in letters of average width."""
    return sum(1.8 if unicodedata.east_asian_width(c) in "WF" else 1.25 if c.isupper() else 1 for c in words)
