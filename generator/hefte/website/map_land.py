"""The land under the map: simplified outlines of the municipalities that a site's own places lie in and near.

Source: Kartverket's administrative units (CC BY 4.0), cut so coarsely that they are no use close by. A site whose own
municipality is invented has no land: its places lie nowhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.municipalities import MUNICIPALITIES
from hefte.outline import Position, decoded

ABROAD = "0000"
"""The land east of the border, as one outline."""

_AROUND = 0.25
_AT_LEAST = 0.12


class Box(NamedTuple):
    """A piece of the earth in degrees."""

    south: float
    west: float
    north: float
    east: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have anything in common."""
        return (
            self.south <= other.north
            and other.south <= self.north
            and self.west <= other.east
            and other.west <= self.east
        )

    def widened(self) -> "Box":
        """The same with its surroundings, as far as a reader looks about."""
        up = max((self.north - self.south) * _AROUND, _AT_LEAST)
        side = max((self.east - self.west) * _AROUND, 2 * _AT_LEAST)
        return Box(self.south - up, self.west - side, self.north + up, self.east + side)


class Land(NamedTuple):
    """One municipality: its number, its extent, and its rings as encoded lines."""

    number: str
    box: Box
    rings: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called; the land abroad has no name here."""
        return MUNICIPALITIES.get(self.number, "")


def box_of(positions: Iterable[Position]) -> Box | None:
    """The smallest box around positions; None around none."""
    found = tuple(positions)
    if not found:
        return None
    lats, lons = zip(*found, strict=True)
    return Box(min(lats), min(lons), max(lats), max(lons))


def lands(catalogue: Catalogue, positions: Sequence[Position], lines: Iterable[str]) -> tuple[Land, ...]:
    """The land that the map of a catalogue needs; none where its municipalities are invented."""
    known = {number for number in catalogue.settings.municipalities if number in MUNICIPALITIES}
    if not known:
        return ()
    every = tuple(_land(line) for line in lines)
    own = known | {number for entry in catalogue.shown for number in entry.municipalities[:1]}
    boxes = [land.box for land in every if land.number in own] + [*filter(None, (box_of(positions),))]
    around = _around(boxes)
    return tuple(land for land in every if around and land.box.meets(around))


def _around(boxes: Sequence[Box]) -> Box | None:
    corners = [(box.south, box.west) for box in boxes] + [(box.north, box.east) for box in boxes]
    found = box_of(corners)
    return found.widened() if found else None


def _land(line: str) -> Land:
    number, extent, *rings = line.split(" ")
    return Land(number, Box(*map(float, extent.split(","))), tuple(rings))


def rings_of(land: Land) -> Iterator[tuple[Position, ...]]:
    """The rings as positions, the largest first."""
    yield from map(decoded, land.rings)


def middle(land: Land) -> Position:
    """A spot well inside the largest ring, for its name: halfway across where it is widest, of nine heights."""
    ring = decoded(land.rings[0])
    box = box_of(ring) or land.box
    heights = (box.south + (box.north - box.south) * step / 10 for step in range(1, 10))
    spans = [(east - west, (lat, (west + east) / 2)) for lat in heights for west, east in _spans(ring, lat)]
    return max(spans)[1]


def _spans(ring: Sequence[Position], lat: float) -> Iterator[tuple[float, float]]:
    """Where a line from west to east is inside a ring."""
    crossed = sorted(
        here[1] + (lat - here[0]) / (there[0] - here[0]) * (there[1] - here[1])
        for here, there in zip(ring, (*ring[1:], ring[0]), strict=True)
        if (here[0] > lat) != (there[0] > lat)
    )
    yield from zip(crossed[::2], crossed[1::2], strict=False)
