"""Tracks as programs write them: read, or refused with the place and the reason."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hefte.gpx import MOST_POINTS, read_gpx, read_recording, write_gpx
from hefte.problem import Rule, Where
from hefte.track import Track, climb

pytestmark = pytest.mark.slow

POINTS = """<trkpt lat="59.2016" lon="10.9487"><ele>3.5</ele><time>2026-10-14T09:00:00Z</time>
<extensions><gpxtpx:hr xmlns:gpxtpx="x">88</gpxtpx:hr></extensions></trkpt>
<trkpt lat="59.2026" lon="10.9487"><ele>4.5</ele></trkpt>"""
SOUND = f"""<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="A watch" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="59.2020" lon="10.9487"><name>Utsikten</name></wpt>
<trk><name>Home to work</name><trkseg>
{POINTS}
</trkseg></trk></gpx>
"""


def read(text: str) -> tuple[Track | None, list[Rule]]:
    track, problems = read_gpx("spor/en.gpx", text.encode())
    return track, [problem.rule for problem in problems]


def test_a_track_is_read_with_heights_and_waypoints() -> None:
    track, rules = read(SOUND)

    assert rules == []
    assert track is not None
    assert [point.height for point in track.points] == [3.5, 4.5]
    assert track.waypoints == (("Utsikten", 59.202, 10.9487),)
    assert track.length_m == pytest.approx(111.4, abs=0.2)


def test_a_track_has_the_name_of_its_file_and_never_that_of_its_author() -> None:
    author = "<metadata><author><name>Kari Eksempel</name></author></metadata><wpt"

    recording, _ = read_recording("spor/en.gpx", SOUND.replace("<wpt", author, 1).encode())

    assert recording is not None
    assert recording.name == "Home to work"


def test_the_old_version_and_foreign_prefixes_are_read_too() -> None:
    text = SOUND.replace("GPX/1/1", "GPX/1/0").replace("<gpx ", "<g:gpx xmlns:g='y' ").replace("</gpx>", "</g:gpx>")

    assert read(text)[0] is not None


def test_a_route_is_read_where_there_is_no_track() -> None:
    text = SOUND.replace("trkpt", "rtept").replace("<trk>", "").replace("</trk>", "").replace("trkseg", "rte")

    assert read(text)[0] is not None


def test_all_heights_zero_are_no_heights() -> None:
    track, _ = read(SOUND.replace("3.5", "0").replace("4.5", "0.0"))

    assert track is not None
    assert {point.height for point in track.points} == {None}


@pytest.mark.parametrize("height", ["", "nan", "1e999", "12 000", "60000"])
def test_a_height_that_is_none_is_unknown(height: str) -> None:
    track, rules = read(SOUND.replace("3.5", height))

    assert rules == []
    assert track is not None
    assert track.points[0].height is None


@pytest.mark.parametrize("latitude", ["200", "NaN", "1e999", "undefined", ""])
def test_a_bad_position_is_refused_with_its_line(latitude: str) -> None:
    track, (problem,) = read_gpx("spor/en.gpx", SOUND.replace('"59.2026"', f'"{latitude}"').encode())

    assert track is None
    assert problem.rule is Rule.TRACK_BAD_POSITION
    assert problem.where == Where("spor/en.gpx", 7, 1)
    assert (problem.values["lat"], problem.values["point"], problem.values["count"]) == (latitude, 3, 1)


def test_swapped_positions_are_called_so() -> None:
    text = SOUND.replace('lat="59.2016" lon="10.9487"', 'lat="10.9487" lon="59.2016"')

    assert read(text)[1] == [Rule.TRACK_SWAPPED]


def test_a_track_abroad_is_read_with_a_problem() -> None:
    track, rules = read(SOUND.replace("10.9487", "2.35").replace("59.20", "48.85"))

    assert track is not None
    assert rules == [Rule.TRACK_OUTSIDE_NORWAY]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", Rule.TRACK_EMPTY),
        ("  \n", Rule.TRACK_EMPTY),
        ("<html><body/></html>", Rule.TRACK_EMPTY),
        ("<kml><Placemark/></kml>", Rule.TRACK_EMPTY),
        (SOUND.replace("trkpt", "other"), Rule.TRACK_EMPTY),
        (SOUND.replace("</trkseg>", ""), Rule.TRACK_BROKEN),
        (SOUND.replace("UTF-8", "klingon"), Rule.TRACK_BROKEN),
        (SOUND.replace("UTF-8", "big5"), Rule.TRACK_BROKEN),
        ("<gpx>" + "<a>" * 100_000, Rule.TRACK_TOO_DEEP),
        ('<!DOCTYPE gpx [<!ENTITY a "b">]><gpx>&a;</gpx>', Rule.TRACK_HAS_DOCTYPE),
        ('<!DOCTYPE gpx SYSTEM "file:///etc/hostname"><gpx/>', Rule.TRACK_HAS_DOCTYPE),
        ("<gpx>" + '<trkpt lat="59" lon="10"/>' * (MOST_POINTS + 1) + "</gpx>", Rule.TRACK_TOO_MANY_POINTS),
        (SOUND + " " * 10_000_000, Rule.TRACK_TOO_LARGE),
    ],
    ids=lambda value: value.value if isinstance(value, Rule) else "",
)
def test_a_file_that_is_no_track_is_refused_with_its_reason(text: str, rule: Rule) -> None:
    assert read(text) == (None, [rule])


def test_a_file_is_read_as_it_declares_and_garbled_names_are_pointed_out() -> None:
    text = SOUND.replace("UTF-8", "ISO-8859-1").replace("Utsikten", "Bålplassen")

    assert read(text)[1] == [Rule.TRACK_GARBLED_NAME]


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    track, problems = read_gpx("spor/en.gpx", data)

    assert track is None
    assert len(problems) == 1


@given(st.integers(0, len(SOUND)), st.binary(max_size=3))
def test_no_damage_to_a_sound_file_breaks_the_reader(at: int, damage: bytes) -> None:
    data = SOUND.encode()

    read_gpx("spor/en.gpx", data[:at] + damage + data[at + 2 :])


def test_the_published_copy_holds_positions_heights_and_the_title_only() -> None:
    track, _ = read(SOUND)
    assert track is not None

    copy = write_gpx(track, "Rundt Isegran & hjem")

    assert read(copy)[0] == track._replace(waypoints=())
    assert not any(word in copy for word in ("time", "watch", "hr", "Home", "Utsikten"))
    assert "Rundt Isegran &amp; hjem" in copy


@pytest.mark.real
def test_every_real_file_is_read_or_refused_with_its_place() -> None:
    folder = os.environ.get("HEFTE_REAL_DATA")
    if not folder:
        pytest.skip("HEFTE_REAL_DATA is not set: no real tracks to read.")

    for file in sorted(Path(folder, "gpx-messy").rglob("*.gpx")):
        track, problems = read_gpx(file.name, file.read_bytes())
        assert track is not None or problems, file
        assert all(problem.where.path == file.name and problem.where.line >= 1 for problem in problems)


@pytest.mark.real
def test_the_climb_of_a_real_track_is_within_a_tenth_of_what_its_file_states() -> None:
    folder = os.environ.get("HEFTE_REAL_DATA")
    if not folder:
        pytest.skip("HEFTE_REAL_DATA is not set: no real tracks to read.")
    data = Path(folder, "gpx-messy/georust-gpx/gpsies_example.gpx").read_bytes()

    track, _ = read_gpx("gpsies_example.gpx", data)

    found = climb(track) if track else None
    assert track is not None
    assert found is not None
    assert track.length_m == pytest.approx(6_998.3, rel=0.002)  # totalAscentMeter, trackLengthMeter of the file
    assert found.up_m == pytest.approx(91, rel=0.1)
