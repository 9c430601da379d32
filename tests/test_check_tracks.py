"""A walk is asked about where its track says otherwise."""

from typing import Any

import pytest

from hefte.check.tracks import track_fits_walk
from hefte.model.walk import Walk
from hefte.problem import Rule
from hefte.track import Point, Track, lay_out

SOUND: dict[str, Any] = {
    "id": "en-tur",
    "tittel": "En tur",
    "ingress": "En tur.",
    "kategorier": ["natur_og_friluftsliv"],
    "kommune": "3107",
    "lengde": "1 km",
    "start": {"lat": "59.2", "lon": "10.9"},
    "spor_kilde": "målt",
    "strekninger": [{"fra_m": "0", "til_m": "1000", "stigning": "1:20"}],
}


def track(slope: float = 0.04) -> Track:
    return lay_out([[Point(59.2 + step / 11_139, 10.9, step * 10 * slope) for step in range(101)]])


def rules(**changes: object) -> list[Rule]:
    slope = changes.pop("slope", 0.04)
    assert isinstance(slope, float)
    walk = Walk.model_validate(SOUND | changes)
    return [problem.rule for problem in track_fits_walk(walk, track(slope))]


def test_a_walk_that_fits_its_track_has_no_problem() -> None:
    assert rules() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"lengde": "1,19 km"}, []),
        ({"lengde": "1,25 km"}, [Rule.TRACK_LENGTH_DIFFERS]),
        ({"lengde": "2 km"}, [Rule.TRACK_LENGTH_DIFFERS]),
        ({"lengde": "2 km", "rundtur": "tur_retur"}, []),
        ({"start": {"lat": "59.21", "lon": "10.9"}}, [Rule.TRACK_STARTS_ELSEWHERE]),
        ({"slope": 0.12}, [Rule.TRACK_IS_STEEPER]),
        ({"slope": 0.12, "spor_kilde": "tegnet"}, []),
        ({"høydemeter": "40"}, []),
        ({"høydemeter": "60"}, []),
        ({"høydemeter": "62"}, [Rule.TRACK_CLIMB_DIFFERS]),
        ({"høydemeter": "0"}, [Rule.TRACK_CLIMB_DIFFERS]),
        ({"høydemeter": "0", "spor_kilde": "tegnet"}, []),
        ({"høydemeter": "300", "gradering": "grønn"}, [Rule.TRACK_CLIMB_DIFFERS]),
        ({"gradering": "grønn"}, []),
    ],
)
def test_a_clear_difference_is_asked_about(changes: dict[str, object], expected: list[Rule]) -> None:
    assert rules(**changes) == expected


def test_what_is_not_stated_is_not_compared() -> None:
    silent = {"lengde": "ukjent", "start": "ukjent", "strekninger": [{"fra_m": "0", "til_m": "1000"}]}

    assert rules(**silent) == []


@pytest.mark.parametrize(
    ("metres", "slope", "expected"),
    [
        (4_900, 0.0, []),
        (5_100, 0.0, [Rule.HARDER_THAN_GRADED]),
        (3_500, 0.09, [Rule.HARDER_THAN_GRADED]),
    ],
)
def test_a_grade_that_the_track_denies_is_asked_about(metres: int, slope: float, expected: list[Rule]) -> None:
    line = lay_out([[Point(59.2 + step / 11_139, 10.9, step * 10 * slope) for step in range(metres // 10 + 1)]])
    walk = Walk.model_validate(SOUND | {"lengde": "ukjent", "strekninger": [], "gradering": "grønn"})

    assert [problem.rule for problem in track_fits_walk(walk, line)] == expected


def test_a_walk_there_and_back_may_climb_what_its_track_goes_down() -> None:
    heights = [30 - abs(30 - step) for step in range(61)]
    hill = lay_out([[Point(59.2 + step / 11_139, 10.9, height) for step, height in enumerate(heights)]])
    walk = Walk.model_validate(
        SOUND | {"lengde": "ukjent", "strekninger": [], "høydemeter": "60", "rundtur": "tur_retur"}
    )

    assert list(track_fits_walk(walk, hill)) == []
