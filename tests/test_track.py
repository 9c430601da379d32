"""Length, climb and slope of tracks whose truth is known."""

import math
import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from hefte.track import (
    WINDOWS_M,
    Point,
    Track,
    climb,
    lay_out,
    levels,
    nearest_on,
    piece,
    point_at,
    simplify,
    steepest,
    without_heights,
)

DEGREE = 1 / 111_400  # about one metre north at 59°


def straight(heights: Sequence[float | None], apart_m: float = 10.0) -> Track:
    points = [Point(59 + number * apart_m * DEGREE, 10.9, height) for number, height in enumerate(heights)]
    return lay_out([points])


def hill(top: float, metres: int = 1000) -> list[float]:
    return [top * math.sin(math.pi * at / metres) ** 2 for at in range(0, metres + 1, 10)]


def test_length_is_measured_inside_segments_only() -> None:
    one = [Point(59.0, 10.9, None), Point(59.001, 10.9, None)]
    other = [Point(59.5, 10.9, None), Point(59.501, 10.9, None)]

    track = lay_out([one, other])

    exact = sum(geodesic(line[0][:2], line[1][:2]).meters for line in (one, other))
    assert track.length_m == pytest.approx(exact, rel=1e-4)


def _vincenty(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Metres on WGS 84 by Vincenty (1975), inverse formula: not the method of geopy, nor that of `near.py`."""
    major, flat = 6_378_137.0, 1 / 298.257223563
    minor = major * (1 - flat)
    low, high = (math.atan((1 - flat) * math.tan(math.radians(lat))) for lat in (here[0], there[0]))
    wide = lon = math.radians(there[1] - here[1])
    for _ in range(100):
        across = math.cos(high) * math.sin(lon)
        along = math.cos(low) * math.sin(high) - math.sin(low) * math.cos(high) * math.cos(lon)
        sin_s, cos_s = (
            math.hypot(across, along),
            math.sin(low) * math.sin(high) + math.cos(low) * math.cos(high) * math.cos(lon),
        )
        if sin_s == 0:
            return 0.0
        arc = math.atan2(sin_s, cos_s)
        sin_a = math.cos(low) * math.cos(high) * math.sin(lon) / sin_s
        square = 1 - sin_a**2
        middle = cos_s - 2 * math.sin(low) * math.sin(high) / square if square else 0.0
        c = flat / 16 * square * (4 + flat * (4 - 3 * square))
        before, lon = (
            lon,
            wide + (1 - c) * flat * sin_a * (arc + c * sin_s * (middle + c * cos_s * (2 * middle**2 - 1))),
        )
        if abs(lon - before) < 1e-12:
            break
    u = square * (major**2 - minor**2) / minor**2
    a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    turn = b / 6 * middle * (4 * sin_s**2 - 3) * (4 * middle**2 - 3)
    return minor * a * (arc - b * sin_s * (middle + b / 4 * (cos_s * (2 * middle**2 - 1) - turn)))


@pytest.mark.parametrize("latitude", [57.9, 59.2, 65.0, 71.2])
@pytest.mark.parametrize("step", [0.00005, 0.001, 0.05])
def test_length_is_within_two_thousandths_of_an_independent_computation(latitude: float, step: float) -> None:
    chance = random.Random(11)
    line = [(latitude, 10.0)]
    for _ in range(60):
        line.append((line[-1][0] + chance.uniform(-step, step), line[-1][1] + chance.uniform(-step, step) * 2))

    track = lay_out([[Point(lat, lon, None) for lat, lon in line]])

    assert track.length_m == pytest.approx(sum(_vincenty(a, b) for a, b in pairwise(line)), rel=0.002)


def test_a_segment_of_one_point_is_no_segment() -> None:
    assert lay_out([[Point(59.0, 10.9, 3.0)]]) == Track(())


def test_a_track_without_heights_has_no_climb() -> None:
    track = straight([None] * 50)

    assert (climb(track), steepest(track), levels(track)) == (None, None, None)


def test_a_hole_of_more_than_a_hundred_metres_makes_the_climb_unknown() -> None:
    heights: list[float | None] = [5.0] * 50
    heights[10:25] = [None] * 15

    assert climb(straight(heights)) is None


def test_a_few_missing_heights_are_passed_over() -> None:
    heights: list[float | None] = list(hill(20))
    heights[10:15] = [None] * 5

    measured = climb(straight(heights))

    assert measured is not None
    assert measured.up_m == pytest.approx(20, rel=0.1)


@pytest.mark.parametrize("top", [5, 12, 40])
@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_climb_is_within_a_tenth_of_a_known_hill_in_spite_of_noise(top: float, noise: float) -> None:
    chance = random.Random(7)  # a test needs the same noise each time
    heights = [height + chance.gauss(0, noise) for height in hill(top)]

    measured = climb(straight(heights))

    assert measured is not None
    assert measured.up_m == pytest.approx(top, rel=0.1, abs=noise * 1.5)
    assert measured.down_m == pytest.approx(top, rel=0.1, abs=noise * 1.5)


def test_flat_ground_has_no_climb_however_the_receiver_trembles() -> None:
    chance = random.Random(7)  # a test needs the same noise each time
    heights = [20 + chance.gauss(0, 1) for _ in range(500)]

    assert climb(straight(heights)) == (0, 0)


def test_several_hills_are_added_up() -> None:
    measured = climb(straight([*hill(12), *hill(8), *hill(20)]))

    assert measured is not None
    assert measured.up_m == pytest.approx(40, rel=0.1)


def test_the_steepest_stretch_is_found_where_it_is() -> None:
    heights = [0.0] * 50 + [number * 1.0 for number in range(20)] + [19.0] * 50

    found = steepest(straight(heights), window_m=50)

    assert found is not None
    assert found.degrees == pytest.approx(math.degrees(math.atan(0.1)), abs=0.1)
    assert 480 < found.from_m < found.to_m < 700


def test_a_short_ramp_is_steepest_in_the_shortest_window() -> None:
    heights = [0.0] * 40 + [0.5 * step for step in range(1, 5)] + [2.0] * 40  # 10 m up at 1:5
    track = straight(heights, apart_m=2.5)

    degrees = [found.degrees for found in (steepest(track, window) for window in WINDOWS_M) if found]

    assert degrees == sorted(degrees, reverse=True)
    assert degrees[0] > 1.5 * degrees[-1]


def test_the_nearest_spot_is_found_between_two_points() -> None:
    track = straight([0.0] * 11)

    away, at = nearest_on(track, 59 + 45 * DEGREE, 10.9 + 20 / 57_400)

    assert away == pytest.approx(20, abs=0.2)
    assert at == pytest.approx(45, abs=0.2)


def test_a_track_shorter_than_the_window_has_no_steepest_stretch() -> None:
    assert steepest(straight([1.0, 2.0]), window_m=25) is None


@given(st.floats(-0.2, 0.2))
def test_an_even_slope_is_measured_exactly(slope: float) -> None:
    track = straight([number * 10 * slope for number in range(30)])

    found = steepest(track)

    assert found is not None
    assert found.degrees == pytest.approx(abs(math.degrees(math.atan(slope))), abs=0.02)


@given(st.lists(st.tuples(st.floats(0, 0.01), st.floats(0, 0.01)), min_size=2, max_size=30), st.floats(0.1, 200))
def test_a_simplified_track_stays_within_its_tolerance(offsets: list[tuple[float, float]], within_m: float) -> None:
    track = lay_out([[Point(59 + north, 10.9 + east, None) for north, east in offsets]])

    simple = simplify(track, within_m)

    assert all(_away(point, simple) <= within_m * 1.02 + 0.01 for point in track.points)
    assert simple.length_m == track.length_m


def _away(point: Point, track: Track) -> float:
    across = math.cos(math.radians(59.005))
    scale = 111_320.0
    x, y = point.lon * scale * across, point.lat * scale
    flat = [(p.lon * scale * across, p.lat * scale) for p in track.points]
    return min(_to_line(x, y, a, b) for a, b in pairwise(flat))


def _to_line(x: float, y: float, a: tuple[float, float], b: tuple[float, float]) -> float:
    right, up = b[0] - a[0], b[1] - a[1]
    square = right**2 + up**2
    share = max(0.0, min(1.0, ((x - a[0]) * right + (y - a[1]) * up) / square)) if square else 0.0
    return math.hypot(x - a[0] - share * right, y - a[1] - share * up)


def test_a_piece_begins_and_ends_where_it_is_cut() -> None:
    track = straight([0.0] * 11)

    ((first, *_, last),) = piece(track, 25, 55)

    assert (first.at_m, last.at_m) == (25, 55)


def test_a_piece_over_a_gap_is_in_two_parts() -> None:
    track = lay_out([straight([1.0] * 5).points, [Point(59.4, 10.9, 1.0), Point(59.401, 10.9, 1.0)]])

    assert len(piece(track, 20, 80)) == 2


def test_a_spot_past_the_end_is_the_end() -> None:
    track = straight([0.0, 5.0])

    assert point_at(track, 9999) == track.points[-1]
    assert point_at(track, -5) == track.start


def test_the_levels_keep_the_ends_and_the_top() -> None:
    drawn = levels(straight(hill(30)))

    assert drawn is not None
    assert drawn[0].at_m == 0
    assert max(level.height for level in drawn) == pytest.approx(30, abs=0.6)
    assert len(drawn) < 60


def test_a_track_drawn_by_hand_loses_its_heights_and_nothing_else() -> None:
    track = straight(hill(30))

    sketch = without_heights(track)

    assert levels(sketch) is None
    assert sketch.length_m == track.length_m
