"""Where pins stand on a map, so that none covers another."""

import math
from collections.abc import Iterable, Iterator

from hefte.drawing.route import PIN, Pin
from hefte.drawing.shapes import Point
from hefte.drawing.sheet import Sheet
from hefte.track import Track, point_at

_Spot = tuple[Pin, Point]
Placed = tuple[Pin, Point, Point]


def spots(pins: Iterable[Pin], track: Track, scale: float, sheet: Sheet) -> Iterator[_Spot]:
    """Find the place of each pin on the paper; one that has neither metres nor a position is left out."""
    for pin in pins:
        if pin.position:
            yield pin, _within(sheet.at(*pin.position), sheet)
        elif pin.at_m is not None:
            yield pin, sheet.at(*point_at(track, pin.at_m * scale)[:2])


def _within(spot: Point, sheet: Sheet) -> Point:
    """Hold what lies off the paper at its edge."""
    edge = PIN + 4
    return min(max(spot[0], edge), sheet.width - edge), min(max(spot[1], edge), sheet.height - edge)


def placed(spots: Iterable[_Spot], start: Point, sheet: Sheet) -> Iterator[Placed]:
    """Move a pin that would cover another a little aside; a stem shows where it belongs."""
    taken = [start, (sheet.width - 28, 28.0)]
    for pin, spot in spots:
        free = (at for at in _around(spot, sheet) if all(math.dist(at, other) > 2 * PIN + 3 for other in taken))
        at = next(free, spot)
        taken.append(at)
        yield pin, spot, at


def _around(spot: Point, sheet: Sheet) -> Iterator[Point]:
    yield spot
    for away in (PIN * 2.2, PIN * 3.3):
        for turn in range(0, 360, 30):
            x = spot[0] + away * math.cos(math.radians(turn - 90))
            y = spot[1] + away * math.sin(math.radians(turn - 90))
            if _within((x, y), sheet) == (x, y):
                yield x, y
