"""Length, climb and slope of tracks whose truth is known."""

import math
import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from hefte.track import Point, Track, climb, lay_out, levels, piece, point_at, simplify, steepest, without_heights

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
