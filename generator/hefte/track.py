"""A walked line on the ground: how long, how high, how steep.

Heights that a file does not hold stay unknown; nothing here is guessed from neighbours far away.
Climb and slope filter the receiver's noise as OsmAnd does (docs «Elevation», «Uphill and downhill»): heights
are taken every 5 m and averaged over 30 m of the way, and a rise or fall counts only when the height has turned
by 3 m (hysteresis). The thresholds below suit short, gentle walks.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from hefte.near import metres_between
from hefte.thinning import points_to_keep

SMOOTHED_OVER_M = 30.0
TURN_M = 3.0
LARGEST_HOLE_M = 100.0
_STEP_M = 5.0
_MOST_STEPS = 20_000
_SCALE = 111_320.0


class Point(NamedTuple):
    """A position in degrees, metres above the sea if known, and metres walked from the start."""

    lat: float
    lon: float
    height: float | None
    at_m: float = 0.0


class Waypoint(NamedTuple):
    """A named spot beside or on the line."""

    name: str
    lat: float
    lon: float


Segment = tuple[Point, ...]


class Track(NamedTuple):
    """Segments in the order walked; the way from one segment to the next is not part of it."""

    segments: tuple[Segment, ...]
    waypoints: tuple[Waypoint, ...] = ()

    @property
    def length_m(self) -> float:
        """The metres inside the segments."""
        return self.segments[-1][-1].at_m if self.segments else 0.0

    @property
    def start(self) -> Point:
        """The first point."""
        return self.segments[0][0]

    @property
    def points(self) -> Segment:
        """Every point, the segments joined."""
        return tuple(point for segment in self.segments for point in segment)


class Nearest(NamedTuple):
    """How far a spot lies from the line, and how many metres from the start its nearest point is."""

    away_m: float
    at_m: float


class Climb(NamedTuple):
    """Metres up and metres down along the whole line."""

    up_m: float
    down_m: float


class Steepest(NamedTuple):
    """Where the line is steepest, and how steep: degrees, never negative."""

    from_m: float
    to_m: float
    degrees: float


class Level(NamedTuple):
    """Metres walked and metres above the sea."""

    at_m: float
    height: float


def lay_out(segments: Iterable[Sequence[Point]], waypoints: Iterable[Waypoint] = ()) -> Track:
    """Make a track of points by measuring the way; segments of fewer than two points are dropped."""
    laid: list[Segment] = []
    walked = 0.0
    for segment in segments:
        if len(segment) > 1:
            laid.append(_measured(segment, walked))
            walked = laid[-1][-1].at_m
    return Track(tuple(laid), tuple(waypoints))


def without_heights(track: Track) -> Track:
    """A track that was drawn by hand, made fit to be shown: its heights are nobody's measurement."""
    flat = (tuple(point._replace(height=None) for point in segment) for segment in track.segments)
    return track._replace(segments=tuple(flat))


def _measured(segment: Sequence[Point], walked: float) -> Segment:
    steps = (metres_between(here[:2], there[:2]) for here, there in pairwise(segment))
    return tuple(
        Point(point.lat, point.lon, point.height, at_m)
        for point, at_m in zip(segment, accumulate(steps, initial=walked), strict=True)
    )


def point_at(track: Track, metres: float) -> Point:
    """Find the spot so many metres from the start; before the start or after the end, the end itself."""
    points = track.points
    index = bisect_left(points, metres, key=lambda point: point.at_m)
    if index == 0 or index == len(points):
        return points[min(index, len(points) - 1)]
    return _between(points[index - 1], points[index], metres)


def _between(before: Point, after: Point, metres: float) -> Point:
    share = (metres - before.at_m) / ((after.at_m - before.at_m) or 1.0)
    height = None
    if before.height is not None and after.height is not None:
        height = before.height + share * (after.height - before.height)
    lat = before.lat + share * (after.lat - before.lat)
    lon = before.lon + share * (after.lon - before.lon)
    return Point(lat, lon, height, metres)


def nearest_on(track: Track, lat: float, lon: float) -> Nearest:
    """Find the spot on the line that is nearest; the track has at least one segment."""
    pairs = (pair for segment in track.segments for pair in pairwise(segment))
    return min(_foot(before, after, lat, lon) for before, after in pairs)


def _foot(before: Point, after: Point, lat: float, lon: float) -> Nearest:
    """The foot of the perpendicular on one piece of line, on a plane: right to 1 in 1,000 within 10 km."""
    across = math.cos(math.radians(lat)) * _SCALE
    right, up = (after.lon - before.lon) * across, (after.lat - before.lat) * _SCALE
    east, north = (lon - before.lon) * across, (lat - before.lat) * _SCALE
    square = right * right + up * up
    share = min(1.0, max(0.0, (east * right + north * up) / square)) if square else 0.0
    away = math.hypot(east - share * right, north - share * up)
    return Nearest(away, before.at_m + share * (after.at_m - before.at_m))


def piece(track: Track, from_m: float, to_m: float) -> tuple[Segment, ...]:
    """Cut out the line between two distances from the start; a gap between segments stays a gap."""
    cut = (_cut(segment, from_m, to_m) for segment in track.segments)
    return tuple(segment for segment in cut if len(segment) > 1)


def _cut(segment: Segment, from_m: float, to_m: float) -> Segment:
    start, end = max(from_m, segment[0].at_m), min(to_m, segment[-1].at_m)
    if start >= end:
        return ()
    alone = Track((segment,))
    inside = tuple(point for point in segment if start < point.at_m < end)
    return (point_at(alone, start), *inside, point_at(alone, end))


def climb(track: Track) -> Climb | None:
    """Add up the rises and falls of at least 3 m in the smoothed heights; None where height is unknown.

    A rise smaller than that cannot be told from the noise of a receiver.
    """
    runs = _smoothed_runs(track)
    if runs is None:
        return None
    swings = tuple(swing for run in runs for swing in _swings([level.height for level in run]))
    up = sum(swing for swing in swings if swing > 0)
    return Climb(up, up - sum(swings))


def _swings(heights: Sequence[float]) -> Iterator[float]:
    """Yield the height won or lost between real turns; a turn is real after `TURN_M` the other way."""
    low = high = base = top = heights[0]
    way = 0
    for height in heights:
        if way == 0:
            low, high = min(low, height), max(high, height)
            way = (height == high) - (height == low) if high - low >= TURN_M else 0
            base, top = (low if way > 0 else high), height
        elif (height - top) * way > 0:
            top = height
        elif (top - height) * way >= TURN_M:
            yield top - base
            base, top, way = top, height, -way
    if way:
        yield top - base


WINDOWS_M = (10.0, 25.0, 50.0)
"""Over how many metres the steepest stretch is told: a kerb ramp, a short hill, a hill that tires."""


def steepest(track: Track, window_m: float = 25.0) -> Steepest | None:
    """Find the steepest stretch of so many metres in the smoothed heights; None where height is unknown.

    A window shorter than the smoothing is smoothed over its own length only, or a short ramp would be levelled
    out; it shows the receiver more than the ground.
    """
    return max(chain(*slopes_of(track, window_m)), key=lambda slope: (slope.degrees, -slope.from_m), default=None)


def slopes_of(track: Track, window_m: float = 25.0) -> tuple[tuple[Steepest, ...], ...]:
    """Every stretch of so many metres with its slope, for each line of known heights."""
    return tuple(tuple(_slopes(run, window_m)) for run in _smoothed_runs(track, min(SMOOTHED_OVER_M, window_m)) or ())


def _slopes(run: Sequence[Level], window_m: float) -> Iterator[Steepest]:
    if run[-1].at_m - run[0].at_m < window_m:
        return
    end = 0
    for start in run:
        while run[end].at_m < start.at_m + window_m - 1e-6:
            end += 1
            if end == len(run):
                return
        across = run[end].at_m - start.at_m
        degrees = math.degrees(math.atan2(abs(run[end].height - start.height), across))
        yield Steepest(start.at_m, run[end].at_m, degrees)


def levels(track: Track, within_m: float = 0.5) -> tuple[Level, ...] | None:
    """Draw up the smoothed heights along the way, in as few points as keep within so many metres."""
    runs = _smoothed_runs(track)
    if runs is None:
        return None
    flat = tuple(level for run in runs for level in run)
    kept = points_to_keep(flat, within_m)
    return tuple(flat[index] for index in kept)


def _smoothed_runs(track: Track, over_m: float = SMOOTHED_OVER_M) -> tuple[tuple[Level, ...], ...] | None:
    runs = []
    for segment in track.segments:
        known = tuple(Level(p.at_m, p.height) for p in segment if p.height is not None)
        if not known or _largest_hole(segment, known) > LARGEST_HOLE_M:
            return None
        runs.append(tuple(_smoothed(known, over_m)))
    return tuple(runs) or None


def _largest_hole(segment: Segment, known: Sequence[Level]) -> float:
    if len(known) == len(segment):
        return 0.0
    marks = (segment[0].at_m, *(level.at_m for level in known), segment[-1].at_m)
    return max(after - before for before, after in pairwise(marks))


def _smoothed(known: Sequence[Level], over_m: float) -> Iterator[Level]:
    """Average evenly spaced heights over so many metres, less towards the ends."""
    even = tuple(_evenly(known))
    sums = tuple(accumulate((level.height for level in even), initial=0.0))
    reach = round(over_m / 2 / _STEP_M)
    for index, level in enumerate(even):
        side = min(reach, index, len(even) - 1 - index)
        total = sums[index + side + 1] - sums[index - side]
        yield Level(level.at_m, total / (2 * side + 1))


def _evenly(known: Sequence[Level]) -> Iterator[Level]:
    """Take heights about every `_STEP_M`, both ends included."""
    start, end = known[0].at_m, known[-1].at_m
    count = max(1, min(round((end - start) / _STEP_M), _MOST_STEPS))
    after = 1
    for number in range(count + 1):
        at_m = start + (end - start) * number / count
        while after < len(known) - 1 and known[after].at_m < at_m:
            after += 1
        before, behind = known[max(after - 1, 0)], known[min(after, len(known) - 1)]
        across = (behind.at_m - before.at_m) or 1.0
        share = min(1.0, max(0.0, (at_m - before.at_m) / across))
        yield Level(at_m, before.height + share * (behind.height - before.height))


def simplify(track: Track, within_m: float) -> Track:
    """Keep the points that draw the line within so many metres (Douglas and Peucker, 1973).

    Each point keeps its own distance from the start, so the length stays what was measured.
    """
    across = math.cos(math.radians(track.start.lat)) if track.segments else 1.0
    return Track(tuple(_thinned(segment, across, within_m) for segment in track.segments), track.waypoints)


def _thinned(segment: Segment, across: float, within_m: float) -> Segment:
    flat = [(point.lon * _SCALE * across, point.lat * _SCALE) for point in segment]
    return tuple(segment[index] for index in points_to_keep(flat, within_m))
