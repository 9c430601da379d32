"""How far it is between places, and which places are near; ellipsoid WGS 84, metres."""

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rtree.index import Index

_RADIUS = 6378137.0
_ECCENTRICITY = 0.00669437999014
_LOCAL = 0.4
_REMEMBERED = 4096

_SPARE = 3
"""So many spots more than asked for are measured: the index counts on a sphere, and the figure is the ellipsoid's."""

Position = tuple[float, float]


class Near(NamedTuple):
    """A neighbour and the metres to it as the crow flies."""

    metres: float
    id: str


def metres_between(here: Position, there: Position) -> float:
    """Measure the geodesic between two positions (latitude, longitude in degrees).

    Geopy's figure is taken for long distances. Within 0.4° a plane with the ellipsoid's own
    curvature gives the same to 1 in 10,000, a hundred times faster.
    """
    north, east = there[0] - here[0], there[1] - here[1]
    if abs(north) > _LOCAL or abs(east) > _LOCAL or abs(here[0]) > 85:
        return _geodesic(here, there)
    latitude = math.radians((here[0] + there[0]) / 2)
    bend = 1 - _ECCENTRICITY * math.sin(latitude) ** 2
    parallel = _RADIUS / math.sqrt(bend)
    meridian = parallel * (1 - _ECCENTRICITY) / bend
    up, right = math.radians(north) * meridian, math.radians(east) * parallel * math.cos(latitude)
    return math.hypot(up, right)


def _geodesic(here: Position, there: Position) -> float:
    # Geopy loads every geocoder it knows, a quarter of a second that a small rebuild need not pay.
    from geopy.distance import geodesic

    return float(geodesic(here, there).meters)


class Neighbourhood:
    """Places in an R-tree of points on the globe, so that few are measured for an answer."""

    def __init__(self, spots: Mapping[Position, tuple[str, ...]]) -> None:
        """Take places by their position; each spot has the ids that stand there, in order."""
        self._spots = tuple(spots.items())
        self._index = _index_of(tuple(spots))

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019  # there is one a run; many offers stand at one door
    def nearest(self, here: Position, most: int, within_m: float = 50_000.0) -> tuple[Near, ...]:
        """List at most so many places, the nearest first and then by id; one right here has 0 m."""
        found: list[Near] = []
        for number in self._index.nearest(_box(here), most + _SPARE):
            there, ids = self._spots[number]
            metres = metres_between(here, there)
            found += (Near(metres, name) for name in ids[:most] if metres <= within_m)
        return tuple(sorted(found)[:most])


def neighbourhood(places: Mapping[str, Position]) -> Neighbourhood:
    """Sort places (latitude, longitude) by position; those at the same spot are kept together."""
    ids: dict[Position, tuple[str, ...]] = {}
    for name, position in sorted(places.items()):
        ids[position] = (*ids.get(position, ()), name)
    return Neighbourhood(ids)


def _index_of(positions: tuple[Position, ...]) -> "Index":
    from rtree.index import Index, Property  # only who asks what is near waits for the library

    form = Property(dimension=3)
    if not positions:
        return Index(properties=form)
    return Index(((number, _box(position), None) for number, position in enumerate(positions)), properties=form)


def _box(position: Position) -> tuple[float, float, float, float, float, float]:
    """A point on the globe in metres from its centre, as a box without an extent: who is nearest there is nearest."""
    latitude, longitude = math.radians(position[0]), math.radians(position[1])
    out = _RADIUS * math.cos(latitude)
    point = (out * math.cos(longitude), out * math.sin(longitude), _RADIUS * math.sin(latitude))
    return (*point, *point)
