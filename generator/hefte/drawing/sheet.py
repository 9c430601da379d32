"""The paper under a map: how positions fall on it, its land, its scale and its north."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hefte.drawing.paint import written
from hefte.drawing.shapes import Point, element, number, polygon
from hefte.language import Words
from hefte.norwegian import distance
from hefte.track import Track

_MARGIN = 46.0
_DEGREE_M = 111_320
_SCALES = (20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)


class Area(NamedTuple):
    """A known area, such as `water`, `wood` or `town`, as a ring of (latitude, longitude)."""

    kind: str
    ring: tuple[tuple[float, float], ...]


class Name(NamedTuple):
    """The name of a water, written on it."""

    text: str
    position: tuple[float, float]


class Sheet(NamedTuple):
    """The paper: its size in pixels, and what lies at its corner; y grows downwards."""

    width: float
    height: float
    west: float
    north: float
    pixels_a_metre: float
    across: float

    def at(self, lat: float, lon: float) -> Point:
        """Where a position lies on the paper."""
        x = (lon - self.west) * _DEGREE_M * self.across * self.pixels_a_metre
        return x, (self.north - lat) * _DEGREE_M * self.pixels_a_metre


def fit(track: Track, width: float) -> Sheet:
    """Fit the route on paper that is as high as the route needs, within what a screen can show."""
    lats = [point.lat for point in track.points]
    lons = [point.lon for point in track.points]
    across = math.cos(math.radians((min(lats) + max(lats)) / 2))
    high = max((max(lats) - min(lats)) * _DEGREE_M, 60.0)
    wide = max((max(lons) - min(lons)) * _DEGREE_M * across, 60.0)
    low, most = (0.64, 0.95) if width < 500 else (0.42, 0.62)
    height = min(max(high / wide * (width - 2 * _MARGIN) + 2 * _MARGIN, width * low), width * most)
    scale = min((width - 2 * _MARGIN) / wide, (height - 2 * _MARGIN) / high)
    west = (min(lons) + max(lons)) / 2 - width / 2 / scale / _DEGREE_M / across
    north = (min(lats) + max(lats)) / 2 + height / 2 / scale / _DEGREE_M
    return Sheet(width, round(height), west, north, scale, across)


def draw_land(sheet: Sheet, areas: Iterable[Area], names: Iterable[Name], size: float) -> str:
    """Land, the grid, and the areas and names that are known."""
    land = element("rect", width=sheet.width, height=sheet.height, class_="d-land")
    shapes = "".join(_area(area, sheet) for area in areas)
    labels = "".join(_label(name, sheet, size + 1) for name in names)
    return land + _grid(sheet) + shapes + labels


def _label(name: Name, sheet: Sheet, size: float) -> str:
    """Keep a name on the paper; a letter is about half as wide as high."""
    half = len(name.text) * size * 0.28
    x, y = sheet.at(*name.position)
    x = min(max(x, half + 6), sheet.width - half - 6)
    return written(name.text, x, min(max(y, size + 4), sheet.height - 6), "d-water-name", size, "middle")


def _grid(sheet: Sheet) -> str:
    """Squares as wide as the scale bar, so that a blank map has a measure."""
    step = _scale_m(sheet) * sheet.pixels_a_metre
    down = "".join(f"M{number(x)} 0V{number(sheet.height)}" for x in _every(step, sheet.width))
    over = "".join(f"M0 {number(y)}H{number(sheet.width)}" for y in _every(step, sheet.height))
    return element("path", d=down + over, class_="d-grid")


def _every(step: float, end: float) -> Iterator[float]:
    yield from (step * count for count in range(1, math.ceil(end / step)))


def _area(area: Area, sheet: Sheet) -> str:
    ring = _clipped([sheet.at(*position) for position in area.ring], sheet)
    return element("path", d=polygon(ring), class_=f"d-{area.kind}") if ring else ""


def _clipped(ring: list[Point], sheet: Sheet) -> list[Point]:
    """Cut a ring at the four edges of the paper (Sutherland and Hodgman, 1974)."""
    edges = ((0, 0.0, 1), (0, sheet.width, -1), (1, 0.0, 1), (1, sheet.height, -1))
    for axis, limit, side in edges:
        ring = list(_cut(ring, axis, limit, side))
    return ring


def _cut(ring: Sequence[Point], axis: int, limit: float, side: int) -> Iterator[Point]:
    for before, point in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        inside, was_inside = ((p[axis] - limit) * side >= 0 for p in (point, before))
        if inside != was_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            yield before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])
        if inside:
            yield point


def _scale_m(sheet: Sheet) -> int:
    """A round distance that fills between 50 and 125 pixels, a little less on a narrow map."""
    least = min(50.0, sheet.width * 0.18)
    return next((step for step in _SCALES if step * sheet.pixels_a_metre >= least), _SCALES[-1])


def draw_scale(sheet: Sheet, taken: Sequence[Point], words: Words, size: float) -> str:
    """A bar as long as a square of the grid, in the corner where it covers least of what is taken."""
    step = _scale_m(sheet)
    long = step * sheet.pixels_a_metre
    wide, high = max(long, size * 3.4) + 20, size + 21
    x, y = _free_corner(sheet, wide, high, taken)
    plate = element("rect", x=x, y=y, width=wide, height=high, rx=6, class_="d-plate")
    bar = element(
        "path", d=f"M{number(x + (wide - long) / 2)} {number(y + size + 7)}v6h{number(long)}v-6", class_="d-stem"
    )
    return plate + bar + written(distance(step, words.language), x + wide / 2, y + size, "d-text", size - 1, "middle")


def _free_corner(sheet: Sheet, wide: float, high: float, taken: Sequence[Point]) -> Point:
    left, right, top, bottom = 8.0, sheet.width - wide - 8, 8.0, sheet.height - high - 8
    corners = ((left, bottom), (right, bottom), (left, top))
    return min(corners, key=lambda corner: sum(_covers(corner, wide, high, spot) for spot in taken))


def _covers(corner: Point, wide: float, high: float, spot: Point) -> bool:
    return -16 < spot[0] - corner[0] < wide + 16 and -16 < spot[1] - corner[1] < high + 16


def draw_north(sheet: Sheet, words: Words) -> str:
    """An arrow in the upper right corner; north is always up."""
    x = sheet.width - 28
    plate = element("circle", cx=x, cy=28, r=18, class_="d-plate")
    arrow = element("path", d=f"M{number(x)} 14l5.5 13l-5.5 -3l-5.5 3z", class_="d-dark")
    return plate + arrow + written(words.say("drawing.north"), x, 41, "d-strong", 12, "middle")
