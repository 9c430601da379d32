"""How far it is between places, and which places are near; ellipsoid WGS 84, metres."""

import math
from bisect import insort
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_RADIUS = 6378137.0
_ECCENTRICITY = 0.00669437999014
_LOCAL = 0.4
_METRES_A_DEGREE = 110_000.0
_LEAF = 6
_REMEMBERED = 4096

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


_Leaf = tuple[tuple[Position, tuple[str, ...]], ...]


class _Fork(NamedTuple):
    axis: int
    at: float
    below: "_Fork | _Leaf"
    above: "_Fork | _Leaf"


@dataclass(frozen=True, eq=False)
class Neighbourhood:
    """Places in a tree halved by north and east in turn, so that few are measured for an answer."""

    tree: _Fork | _Leaf

    @lru_cache(maxsize=_REMEMBERED)  # noqa: B019  # there is one a run; many offers stand at one door
    def nearest(self, here: Position, most: int, within_m: float = 50_000.0) -> tuple[Near, ...]:
        """List at most so many places, the nearest first and then by id; one right here has 0 m.

        `within_m` is at most 100 km: beyond that the meridians' narrowing is not allowed for.
        """
        north = math.cos(math.radians(min(abs(here[0]) + 1, 89.9)))
        found: list[Near] = []
        _search(self.tree, here, (_METRES_A_DEGREE, _METRES_A_DEGREE * north), most, within_m, found)
        return tuple(found)


def neighbourhood(places: Mapping[str, Position]) -> Neighbourhood:
    """Sort places (latitude, longitude) by position; those at the same spot are kept together."""
    ids: dict[Position, tuple[str, ...]] = {}
    for name, position in sorted(places.items()):
        ids[position] = (*ids.get(position, ()), name)
    return Neighbourhood(_tree(tuple(ids.items()), 0))


def _tree(places: _Leaf, axis: int) -> _Fork | _Leaf:
    if len(places) <= _LEAF:
        return places
    ordered = tuple(sorted(places, key=lambda place: (place[0][axis], place[0])))
    middle = len(ordered) // 2
    at = ordered[middle][0][axis]
    return _Fork(axis, at, _tree(ordered[:middle], 1 - axis), _tree(ordered[middle:], 1 - axis))


def _search(
    tree: _Fork | _Leaf,
    here: Position,
    scale: Position,
    most: int,
    within_m: float,
    found: list[Near],
) -> None:
    if not isinstance(tree, _Fork):
        _measure(tree, here, scale, most, within_m, found)
        return
    away = (here[tree.axis] - tree.at) * scale[tree.axis]
    first, second = (tree.below, tree.above) if away < 0 else (tree.above, tree.below)
    _search(first, here, scale, most, within_m, found)
    if abs(away) <= (found[-1].metres if len(found) >= most else within_m):
        _search(second, here, scale, most, within_m, found)


def _measure(leaf: _Leaf, here: Position, scale: Position, most: int, within_m: float, found: list[Near]) -> None:
    for there, ids in leaf:
        limit = found[-1].metres if len(found) >= most else within_m
        if abs(there[0] - here[0]) * scale[0] > limit or abs(there[1] - here[1]) * scale[1] > limit:
            continue
        metres = metres_between(here, there)
        if metres > limit:
            continue
        for name in ids[:most]:
            insort(found, Near(metres, name))
        del found[most:]
