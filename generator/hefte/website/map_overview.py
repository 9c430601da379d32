"""The map before any script runs, and instead of one: land, walks and places as one still drawing."""

import math
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from hefte.drawing.paint import escaped
from hefte.drawing.shapes import Point, element, number, numbers, polygon
from hefte.model import Walk
from hefte.outline import Position
from hefte.track import simplify
from hefte.website.map_data import Placed
from hefte.website.map_land import ABROAD, Box, Land, box_of, middle, rings_of
from hefte.website.site import Site

WIDTH, HEIGHT = 560.0, 560.0
_MARGIN = 40.0
_SMALLEST = 0.01
_APART = 16.0


def view_of(found: tuple[Placed, ...], near: tuple[Land, ...], own: Iterable[str]) -> Box | None:
    """What the map shows first: all places, else the site's own municipalities."""
    spots = box_of(one.position for one in found)
    if spots is not None and len(found) > 1:
        return spots
    boxes = [land.box for land in near if land.number in own]
    corners = [(box.south, box.west) for box in boxes] + [(box.north, box.east) for box in boxes]
    return box_of(corners) or spots


class _Sheet:
    """A box of the earth on paper, north up, degrees of longitude as narrow as they are in its middle."""

    def __init__(self, box: Box) -> None:
        self.across = math.cos(math.radians((box.south + box.north) / 2))
        wide, high = max((box.east - box.west) * self.across, _SMALLEST), max(box.north - box.south, _SMALLEST)
        self.scale = min((WIDTH - 2 * _MARGIN) / wide, (HEIGHT - 2 * _MARGIN) / high)
        self.lat, self.lon = (box.south + box.north) / 2, (box.west + box.east) / 2
        up, side = HEIGHT / 2 / self.scale, WIDTH / 2 / self.scale / self.across
        self.box = Box(self.lat - up, self.lon - side, self.lat + up, self.lon + side)

    def at(self, position: Position) -> Point:
        """Where a position lies."""
        x = (position[1] - self.lon) * self.across * self.scale
        return WIDTH / 2 + x, HEIGHT / 2 - (position[0] - self.lat) * self.scale


def overview(site: Site, found: tuple[Placed, ...], near: tuple[Land, ...], box: Box | None) -> Markup:
    """The drawing, 560 square, for readers aloud one picture with a name; places that touch are one."""
    ground = element("rect", width=WIDTH, height=HEIGHT, class_="d-water" if near else "d-land")
    if box is None:
        return _drawing(site, ground, 0)
    sheet = _Sheet(box)
    seen = tuple(one for one in near if one.box.meets(sheet.box))
    land = "".join(element("path", d=_outline(one, sheet), class_=_kind(one)) for one in seen)
    names = "".join(_name(one, sheet) for one in seen if one.name) if not found else ""
    return _drawing(site, ground + land + names + _ways(site, found, sheet) + _dots(found, sheet), len(found))


def _drawing(site: Site, content: str, count: int) -> Markup:
    name = site.words.say("map.overview", count=count)
    size = f"{number(WIDTH)} {number(HEIGHT)}"
    return Markup(  # noqa: S704  # our own drawing
        f'<svg class="map__still" viewBox="0 0 {size}" preserveAspectRatio="xMidYMid meet" role="img"'
        f' aria-label="{name}">{content}</svg>'
    )


def _name(land: Land, sheet: _Sheet) -> str:
    x, y = sheet.at(middle(land))
    return element("text", escaped(land.name), x=x, y=y) if 0 < x < WIDTH and 0 < y < HEIGHT else ""


def _kind(land: Land) -> str:
    return "map-abroad" if land.number == ABROAD else "map-land"


def _outline(land: Land, sheet: _Sheet) -> str:
    return "".join(polygon([_whole(sheet.at(position)) for position in ring]) for ring in rings_of(land))


def _whole(point: Point) -> Point:
    """To a pixel: the outline is not as fine."""
    return round(point[0]), round(point[1])


def _ways(site: Site, found: tuple[Placed, ...], sheet: _Sheet) -> str:
    """The walks as thin lines."""
    named = (one.entry.track for one in found if isinstance(one.entry, Walk))
    tracks = (site.tracks[name] for name in named if name and name in site.tracks)
    metre = sheet.scale / 111_320
    lines = (segment for track in tracks for segment in simplify(track, 1.5 / metre).segments)
    path = "".join("M" + "L".join(numbers(*sheet.at(point[:2])) for point in segment) for segment in lines)
    return element("path", d=path, class_="map-way") if path else ""


def _dots(found: tuple[Placed, ...], sheet: _Sheet) -> str:
    """Strokes of no length with round ends, dark on a paler one."""
    path = "".join(f"M{numbers(x, y)}h0" for x, y in _apart(found, sheet))
    return element("path", d=path, class_="map-dot-edge") + element("path", d=path, class_="map-dot")


def _apart(found: tuple[Placed, ...], sheet: _Sheet) -> Iterator[Point]:
    """Places on a grid of 16 pixels, one a square."""
    squares: dict[tuple[int, int], Point] = {}
    for one in found:
        x, y = sheet.at(one.position)
        squares.setdefault((round(x / _APART), round(y / _APART)), _whole((x, y)))
    yield from squares.values()
