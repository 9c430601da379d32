"""In which municipality a spot lies, by outlines whose corners may be two kilometres apart."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from hefte.outline import Position, decoded

ROUGH_M = 2_000.0
"""How far from a border nobody can tell on which side of it a spot lies."""


class Land:
    """The outlines of Norway's municipalities, from the lines of `templates/geo/kommuner.txt`; read when asked for."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._rows = {row[0]: (tuple(map(float, row[1].split(","))), row[2:]) for row in map(str.split, lines)}

    def has(self, number: str) -> bool:
        """Whether the municipality is on the map; an invented one is not."""
        return number in self._rows

    def at(self, spot: Position) -> str:
        """The number of the municipality around a spot; empty where there is none."""
        around = (
            number
            for number, ((south, west, north, east), _) in self._rows.items()
            if number != "0000" and south <= spot[0] <= north and west <= spot[1] <= east
        )
        return next((number for number in around if self._is_inside(number, spot)), "")

    def metres_outside(self, spot: Position, number: str) -> float:
        """How far a spot lies outside of a municipality that is on the map; 0 within it."""
        if self._is_inside(number, spot):
            return 0.0
        return min(_metres_to_line(spot, *pair) for ring in self._rings(number) for pair in pairwise((*ring, ring[0])))

    def _rings(self, number: str) -> Iterator[tuple[Position, ...]]:
        yield from map(decoded, self._rows[number][1])

    def _is_inside(self, number: str, spot: Position) -> bool:
        """Inside an odd number of rings: a lake's or an enclave's ring lies within another."""
        return sum(_crossings(ring, spot) for ring in self._rings(number)) % 2 == 1


def _crossings(ring: Sequence[Position], spot: Position) -> int:
    """How often a ray to the east crosses the ring."""
    return sum(
        (here[0] > spot[0]) != (there[0] > spot[0])
        and spot[1] < here[1] + (spot[0] - here[0]) / (there[0] - here[0]) * (there[1] - here[1])
        for here, there in pairwise((*ring, ring[0]))
    )


def _metres_to_line(spot: Position, here: Position, there: Position) -> float:
    across = 111_320 * math.cos(math.radians(spot[0]))
    x, y = (here[1] - spot[1]) * across, (here[0] - spot[0]) * 111_320
    right, up = (there[1] - here[1]) * across, (there[0] - here[0]) * 111_320
    square = right * right + up * up
    share = min(1.0, max(0.0, -(x * right + y * up) / square)) if square else 0.0
    return math.hypot(x + share * right, y + share * up)
