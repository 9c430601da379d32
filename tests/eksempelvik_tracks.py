"""Draws the tracks of Eksempelvik: `python tests/eksempelvik_tracks.py` writes tests/eksempelvik/spor.

The place is invented: every point lies in the open sea of Skagerrak, so that nobody takes a walk
here for a real one. Length, start, end and the steepest part of each stretch come from the walk's
own file; only the shape on the map and the heights between the stretches are chosen below. Same
walks in, same bytes out.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import yaml

from hefte.model import Walk
from hefte.model.walk_choices import Course, TrackSource
from hefte.near import metres_between

HERE = Path(__file__).parent / "eksempelvik"
METRES_NORTH, METRES_EAST = 111_412.0, 57_680.0
"""Metres in one degree at 58.88° north."""
STEP_M = 12.0

Spot = tuple[float, float]
Level = tuple[float, float]


class Shape(NamedTuple):
    """A line to be bent to the right length, and the heights at the ends of the stretches.

    A round trip lists its turns in any unit, seen from the start (east, north). A line with two
    ends lists how far it swings out from the straight line, left being positive.
    """

    turns: tuple[Spot, ...] = ()
    swings: tuple[float, ...] = ()
    heights: tuple[float, ...] = ()


SHAPES = {
    "strandpromenaden": Shape(
        ((27, 34), (86, 64), (150, 98), (192, 96), (222, 62), (190, 14), (162, -2), (130, -8), (66, -19), (20, -14)),
        heights=(2, 5, 32, 17, 2),
    ),
    "rundt-mosetjern": Shape(
        ((-20, -30), (-60, -38), (-98, -70), (-92, -118), (-52, -140), (-4, -128), (34, -100), (30, -60), (14, -22)),
        heights=(62, 70, 76, 62),
    ),
    "badestien": Shape(swings=(0.4, 1.0, 0.6, -0.3), heights=(5, 2, 1)),
    "lysloypa-mosetjern": Shape(
        ((-30, 18), (-84, 22), (-120, -12), (-170, -30), (-168, -84), (-120, -96), (-88, -60), (-50, -66), (-14, -34)),
        heights=(62, 80, 104, 62),
    ),
    "elvestien": Shape(swings=(0.5, 1.0, -0.4, -0.9, 0.5, 0.8, -0.2), heights=(3, 5, 4, 4, 3, 6)),
    "brygga-rundt": Shape(
        ((30, 16), (64, 12), (88, 30), (112, 22), (106, 2), (70, -14), (36, -18), (12, -10)), heights=(2, 2, 2, 2)
    ),
    "solbergparken-rundt": Shape(
        ((-22, 30), (-64, 48), (-104, 30), (-120, -12), (-92, -46), (-44, -40), (-16, -18)), heights=(24, 28, 20, 24)
    ),
    "fyrstien": Shape(swings=(0.6, 1.0, 0.5, -0.5, 0.3), heights=(2, 12, 20, 24)),
    "mollestien": Shape(
        ((10, -26), (36, -52), (40, -96), (66, -120), (94, -98), (86, -58), (62, -34), (40, -2), (16, 12)),
        heights=(8, 14, 22, 13, 8),
    ),
    "fjellroturen": Shape(swings=(0.5, -0.5, 0.7, -0.9, 0.8, -1.0, 0.7), heights=(48, 132, 226)),
    "skoglyrunden": Shape(
        ((-40, 16), (-92, 4), (-130, -44), (-118, -100), (-66, -132), (-10, -116), (36, -92), (44, -40), (26, -8)),
        heights=(54, 86, 82, 54),
    ),
    "jernbanestien": Shape(swings=(0.7, 1.0, 0.4, -0.5, -0.7, 0.1), heights=(40, 28, 27, 18, 10, 6)),
    "gamlebyrunden": Shape(
        ((-26, 12), (-60, 8), (-84, 36), (-70, 74), (-30, 96), (8, 90), (34, 70), (28, 40), (36, 16), (16, -8)),
        heights=(4, 10, 25, 4),
    ),
    "fuglestien": Shape(swings=(0.4, 1.0, 0.3, -0.4), heights=(2, 1, 1.5, 2)),
    "holmenrunden": Shape(
        ((34, -12), (70, 10), (112, 50), (150, 100), (128, 128), (84, 112), (52, 126), (18, 92), (24, 54), (-8, 26))
    ),
    "utvika-svaberg": Shape(swings=(0.5, 1.0, -0.6, 0.7)),
    "kulturstien-ora": Shape(((20, -28), (64, -36), (96, -78), (84, -122), (38, -130), (-4, -98), (-26, -48))),
}


def read_walk(name: str) -> Walk:
    """Read a walk of the demo municipality without the house's own reader."""
    text = (HERE / "turer" / f"{name}.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CBaseLoader) | {"id": name}  # noqa: S506  # reads texts only
    return Walk.model_validate(data, context={"language": "nb"})


def way_m(walk: Walk) -> float:
    """The metres of the line: of a walk out and back, only the way out."""
    assert walk.length is not None
    return walk.length / (2 if walk.course is Course.RETURN else 1)


def gpx(name: str) -> str:
    """Draw one walk as GPX 1.1; a drawn track has no heights."""
    walk, shape = read_walk(name), SHAPES[name]
    line = _line(walk, shape)
    marks = tuple(accumulate((metres_between(a, b) for a, b in pairwise(line)), initial=0.0))
    levels = _levels(walk, shape) if walk.track_source is TrackSource.MEASURED else ()
    points = [_point("trkpt", spot, levels, at_m) for spot, at_m in zip(line, marks, strict=True)]
    named = [_named(sight, line, marks) for sight in _sights(walk)]
    title = escape(walk.title.said("nb").text)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<gpx version="1.1" creator="tests/eksempelvik_tracks.py" xmlns="http://www.topografix.com/GPX/1/1">',
            f"  <metadata><name>{title}</name><desc>Eksempelvik er diktet opp.</desc></metadata>",
            *named,
            f"  <trk><name>{title}</name><trkseg>",
            *points,
            "  </trkseg></trk>",
            "</gpx>",
            "",
        )
    )


def _sights(walk: Walk) -> Iterator[tuple[str, float]]:
    for sight in walk.sights:
        if sight.at_m is not None:
            yield sight.name.said("nb").text, sight.at_m


def _named(sight: tuple[str, float], line: Sequence[Spot], marks: Sequence[float]) -> str:
    name, at_m = sight
    index = min(range(len(marks)), key=lambda number: abs(marks[number] - at_m))
    lat, lon = line[index]
    return f'  <wpt lat="{lat:.6f}" lon="{lon:.6f}"><name>{escape(name)}</name></wpt>'


def _point(tag: str, spot: Spot, levels: Sequence[Level], at_m: float) -> str:
    position = f'    <{tag} lat="{spot[0]:.6f}" lon="{spot[1]:.6f}"'
    return f"{position}><ele>{_height(levels, at_m):.2f}</ele></{tag}>" if levels else f"{position}/>"


def _line(walk: Walk, shape: Shape) -> list[Spot]:
    """Bend the shape until its length is the walk's."""
    start = _start(walk)
    wanted = way_m(walk)
    small, large = 0.0, 60.0
    for _ in range(40):
        size = (small + large) / 2
        line = _placed(start, _even(_bent(walk, shape, start, size)))
        small, large = (size, large) if _length(line) < wanted else (small, size)
    return line


def _start(walk: Walk) -> Spot:
    spot = walk.start
    if spot is None or spot.latitude is None or spot.longitude is None:
        raise ValueError(f"{walk.id}: give the start a lat and a lon")
    return spot.latitude, spot.longitude


def _bent(walk: Walk, shape: Shape, start: Spot, size: float) -> list[Spot]:
    if shape.turns:
        around = [(0.0, 0.0), *((east * size, north * size) for east, north in shape.turns)]
        return _spline([around[-1], *around, around[0], around[1]])
    end = walk.end
    if end is None or end.latitude is None or end.longitude is None:
        return _swung((330.0, 210.0), shape.swings, size * 20)
    east, north = (end.longitude - start[1]) * METRES_EAST, (end.latitude - start[0]) * METRES_NORTH
    return _swung((east, north), shape.swings, size * 20)


def _swung(end: Spot, swings: Sequence[float], size: float) -> list[Spot]:
    """Swing out from the straight line to `end`, as far as `size` metres."""
    east, north = end
    across = math.hypot(east, north)
    knots = [(0.0, 0.0)]
    for number, swing in enumerate(swings, start=1):
        share, aside = number / (len(swings) + 1), swing * size / across
        knots.append((east * share - north * aside, north * share + east * aside))
    knots.append(end)
    return _spline([knots[0], *knots, knots[-1]])


def _spline(knots: Sequence[Spot]) -> list[Spot]:
    """Join the inner knots smoothly (Catmull and Rom, 1974); the first and last only give direction."""
    joined = [knots[1]]
    for number in range(1, len(knots) - 2):
        around = knots[number - 1 : number + 3]
        joined += [_between(around, step / 40) for step in range(1, 41)]
    return joined


def _between(around: Sequence[Spot], share: float) -> Spot:
    def along(axis: int) -> float:
        before, here, there, after = (knot[axis] for knot in around)
        pull = 2 * before - 5 * here + 4 * there - after
        turn = 3 * (here - there) + after - before
        return here + 0.5 * share * (there - before + share * (pull + share * turn))

    return along(0), along(1)


def _even(line: Sequence[Spot]) -> list[Spot]:
    """Set the points evenly, about `STEP_M` apart, both ends kept."""
    marks = tuple(accumulate((math.dist(a, b) for a, b in pairwise(line)), initial=0.0))
    count = max(8, round(marks[-1] / STEP_M))
    return [_at(line, marks, marks[-1] * number / count) for number in range(count + 1)]


def _at(line: Sequence[Spot], marks: Sequence[float], at_m: float) -> Spot:
    after = next((index for index, mark in enumerate(marks) if mark >= at_m and index), len(marks) - 1)
    share = (at_m - marks[after - 1]) / ((marks[after] - marks[after - 1]) or 1.0)
    (x, y), (end_x, end_y) = line[after - 1], line[after]
    return x + share * (end_x - x), y + share * (end_y - y)


def _placed(start: Spot, line: Sequence[Spot]) -> list[Spot]:
    return [(start[0] + north / METRES_NORTH, start[1] + east / METRES_EAST) for east, north in line]


def _length(line: Sequence[Spot]) -> float:
    return sum(metres_between(here, there) for here, there in pairwise(line))


def _levels(walk: Walk, shape: Shape) -> list[Level]:
    """Heights along the way: every stretch gets one part as steep as its file says."""
    levels = [(0.0, shape.heights[0])]
    for stretch, (low, high) in zip(walk.stretches, pairwise(shape.heights), strict=True):
        slope = 0.995 * math.tan(math.radians(stretch.slope_degrees or 2.0))  # never above what was measured
        levels += _steep_part(stretch.from_m, stretch.to_m, low, high, slope)
    return levels


def _steep_part(start: float, end: float, low: float, high: float, slope: float) -> Iterator[Level]:
    length, rise = end - start, high - low
    way = 1 if rise >= 0 else -1
    part = min(max(90.0, 0.3 * length), 0.6 * length)
    while part > 20 and abs(rise - way * slope * part) > 0.92 * slope * (length - part):
        part -= 5
    rest = (rise - way * slope * part) / (length - part)
    assert abs(rest) < slope, f"{start:.0f}–{end:.0f} m rises {rise} m, more than its slope allows"
    before = (length - part) * 0.5
    yield start + before, low + rest * before
    yield start + before + part, low + rest * before + way * slope * part
    yield end, high


def _height(levels: Sequence[Level], at_m: float) -> float:
    after = next((index for index, level in enumerate(levels) if level[0] >= at_m and index), len(levels) - 1)
    (mark, low), (end, high) = levels[after - 1], levels[after]
    return low + (high - low) * min(1.0, (at_m - mark) / ((end - mark) or 1.0))


def write_all() -> None:
    """Write every track beside the walks."""
    folder = HERE / "spor"
    folder.mkdir(exist_ok=True)
    for name in SHAPES:
        (folder / f"{name}.gpx").write_text(gpx(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_all()
