"""Distances and neighbours agree with geopy and with measuring everything."""

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from hefte.near import metres_between, neighbourhood

pytestmark = pytest.mark.slow

NORTH = st.floats(57.5, 80.5)
EAST = st.floats(5, 32)
POSITIONS = st.tuples(NORTH, EAST)
TOWN = st.tuples(st.floats(59.10, 59.30), st.floats(10.80, 11.10))


@given(POSITIONS, st.floats(-0.45, 0.45), st.floats(-0.45, 0.45))
def test_the_fast_distance_is_the_geodesic_to_one_in_ten_thousand(
    here: tuple[float, float], north: float, east: float
) -> None:
    there = (here[0] + north, here[1] + east)

    exact = geodesic(here, there).meters

    assert abs(metres_between(here, there) - exact) <= exact / 10_000 + 0.001


@given(st.dictionaries(st.text(max_size=3), TOWN, max_size=40), TOWN, st.integers(1, 8))
def test_the_nearest_are_those_that_measuring_all_would_find(
    places: dict[str, tuple[float, float]], here: tuple[float, float], most: int
) -> None:
    every = sorted((metres_between(here, there), name) for name, there in places.items())

    nearest = neighbourhood(places).nearest(here, most)

    assert [(near.metres, near.id) for near in nearest] == every[:most]


def test_what_is_farther_than_asked_for_is_left_out() -> None:
    places = {"near": (59.2, 10.9), "far": (59.4, 10.9)}

    nearest = neighbourhood(places).nearest((59.2, 10.9), 5, within_m=1000)

    assert [near.id for near in nearest] == ["near"]


def test_places_at_one_spot_come_in_the_order_of_their_ids() -> None:
    spot = (59.2, 10.9)
    places = dict.fromkeys(("c", "a", "b", "d"), spot)

    nearest = neighbourhood(places).nearest(spot, 3)

    assert [near.id for near in nearest] == ["a", "b", "c"]


def test_nobody_has_neighbours_where_there_are_no_places() -> None:
    assert neighbourhood({}).nearest((59.2, 10.9), 3) == ()
