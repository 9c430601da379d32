"""Which points of a line are needed to draw it (Douglas and Peucker, 1973); any plane, any unit."""

import math
from collections.abc import Sequence


def points_to_keep(points: Sequence[tuple[float, float]], within: float) -> tuple[int, ...]:
    """List the indexes of the points that draw the line within so much; the first and the last always do."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        away, index = _farthest(points, first, last)
        if away > within:
            kept.add(index)
            waiting += [(first, index), (index, last)]
    return tuple(sorted(kept))


def _farthest(points: Sequence[tuple[float, float]], first: int, last: int) -> tuple[float, int]:
    """Find the point farthest from the line between two others."""
    (x, y), (end_x, end_y) = points[first], points[last]
    right, up = end_x - x, end_y - y
    square = right * right + up * up
    farthest, found = -1.0, first
    for index in range(first + 1, last):
        dx, dy = points[index][0] - x, points[index][1] - y
        share = (dx * right + dy * up) / square if square else 0.0
        share = 0.0 if share < 0 else min(share, 1.0)
        dx, dy = dx - share * right, dy - share * up
        away = dx * dx + dy * dy
        if away > farthest:
            farthest, found = away, index
    return math.sqrt(max(farthest, 0.0)), found
