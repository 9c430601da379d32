"""Maps, profiles and reach bars: to scale, told in words, and safe under a strict content policy."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from booklet_samples import MEASURED, demo_press, document
from hefte.assessment.reach import Ground, Reach, reaches
from hefte.assessment.rules import read_rules
from hefte.doors.package import words_of
from hefte.drawing.map import describe_map, draw_map, line_sample
from hefte.drawing.paint import PRINTED, in_print
from hefte.drawing.profile import draw_profile, height_at, tell_profile, thickness
from hefte.drawing.reach import bar_sample, draw_reach, scale_marks
from hefte.drawing.route import Pin, Way, scale_of, ways_of
from hefte.drawing.sheet import Area, Name
from hefte.language import Words
from hefte.model import Walk
from hefte.model.walk import Stretch
from hefte.model.walk_choices import Profile
from hefte.telling.walk import reaches_of, tell_steepest
from hefte.track import Level, Point, Track, lay_out, levels
from hefte.website.stretches import stretch_rows

TEMPLATES = Path(__file__).parents[1] / "templates"
RULES = read_rules((TEMPLATES / "rules/turvei.yaml").read_text(encoding="utf-8"))
EASY = {"veitype": "grusvei", "dekke": "grus", "fasthet": "fast", "tilstand": "jevnt", "bredde_cm": "220"}
EASY |= {"stigning": "2 %", "tverrfall": "2 %", "hinder": "ingen"}
ROWS: tuple[dict[str, Any], ...] = (
    EASY | {"fra_m": 0, "til_m": 800},
    EASY | {"fra_m": 800, "til_m": 1200, "stigning": "8 %"},
    EASY | {"fra_m": 1200, "til_m": 1420, "tilstand": "ujevnt", "stigning": "10 %"},
    EASY | {"fra_m": 1420, "til_m": 1700},
    {"fra_m": 1700, "til_m": 1900, "dekke": "grus"},
)
PINS = (
    Pin("bench", "Benk", 400),
    Pin("coffee", "Kafé", 405),
    Pin("toilet", "Toalett", 410),
    Pin("bus", "Holdeplassen", position=(59.2, 10.88), arrival=True),
)


def words(language: str = "nb") -> Words:
    return words_of(language)


def icon(name: str) -> str:
    return f'<path d="M4 4h16" data-name="{name}"/>'


def loop(metres: float = 1900, top: float | None = 30) -> Track:
    radius = metres / 2 / math.pi / 111_320
    points = []
    for turn in range(0, 361, 3):
        north, east = radius * math.sin(math.radians(turn)), radius * math.cos(math.radians(turn))
        height = None if top is None else top * math.sin(math.radians(turn / 2)) ** 2
        points.append(Point(59.2 + north, 10.9 + east / math.cos(math.radians(59.2)), height))
    return lay_out([points])


def reach(rows: Sequence[dict[str, Any]] = ROWS) -> Reach:
    stretches = [Stretch.model_validate({key: str(value) for key, value in row.items()}) for row in rows]
    return reaches(stretches, 1900, RULES)[Profile.MANUAL_WHEELCHAIR]


def map_of(track: Track | None = None, width: float = 390, **options: Any) -> str:  # noqa: ANN401  # passed on
    track = track or loop()
    ways = options.pop("ways", None) or ways_of(reach(), track)
    return draw_map(track, ways, options.pop("pins", PINS), words(), icon, title="Runden", width=width, **options)


def profile_of(track: Track | None = None, width: float = 390) -> str:
    track = track or loop()
    heights = levels(track)
    assert heights is not None
    return draw_profile(heights, ways_of(reach(), track), PINS, words(), icon, title="Runden", width=width)


def bar() -> str:
    return draw_reach(reach(), words(), id="bar-1")


WATER = Area("water", ((59.3, 10.0), (59.3, 12.0), (59.2005, 12.0), (59.2005, 10.0)))
EVERY: Mapping[str, Callable[[], str]] = {
    "map": lambda: map_of(areas=[WATER], names=[Name("Vågen", (59.2, 10.0))]),
    "wide map": lambda: map_of(width=760),
    "profile": profile_of,
    "wide profile": lambda: profile_of(width=760),
    "bar": bar,
    "printed bar": lambda: in_print(draw_reach(reach(), words(), id="b", width=300)),
    "printed map": lambda: in_print(map_of()),
}


@pytest.mark.parametrize("name", EVERY)
def test_a_drawing_is_sound_named_and_without_style_or_script(name: str) -> None:
    drawing = EVERY[name]()

    root = ET.fromstring(drawing)  # noqa: S314  # our own text

    ids = [part.get("id") for part in root.iter() if part.get("id")]
    assert len(ids) == len(set(ids))
    assert root.get("role") == "img"
    assert set((root.get("aria-labelledby") or "").split()) <= set(ids)
    assert not re.search(r"style=|<style|<script|href=| on\w+=|NaN|nan|inf", drawing)


def test_every_class_has_a_colour_on_the_page_and_in_print() -> None:
    sheet = (TEMPLATES / "website/css/drawing.css").read_text(encoding="utf-8")
    styled = set(re.findall(r"\.(d-[a-z-]+)", sheet))
    drawings = "".join(drawn() for drawn in EVERY.values()) + "".join(
        bar_sample(ground, "s") + line_sample(ground) for ground in Ground
    )
    used = set(re.findall(r'class="(d-[a-z-]+)"', drawings))

    assert styled == set(PRINTED)
    assert used <= set(PRINTED)


def test_print_holds_no_classes() -> None:
    assert "d-" not in re.sub(r' d="[^"]*"| id="[^"]*"| aria-labelledby="[^"]*"', "", EVERY["printed map"]())


def test_lines_stand_out_from_the_halo_three_to_one() -> None:
    for kind in ("d-lett", "d-tyngre", "d-stopper", "d-forbi", "d-vet-ikke"):
        (colour,) = re.findall(r'stroke="(#\w{6})"', PRINTED[kind])
        assert 1.05 / (_luminance(colour) + 0.05) >= 3, kind


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_same_walk_gives_the_same_bytes() -> None:
    assert map_of() == map_of()
    assert profile_of() == profile_of()


def test_the_map_says_what_it_shows() -> None:
    track = loop()

    says = describe_map(track, ways_of(reach(), track), PINS, words()).replace("\xa0", " ")

    assert says.startswith("Ruta er 1,9 km. Den ender der den starter. 0–800 m: Lett. 800–1 200 m: Tyngre.")
    assert "1 420–1 700 m: Lett, men forbi hindringen. 1 700–1 900 m: Vet ikke." in says
    assert "Benk etter 400 m. Kafé etter 405 m." in says
    assert re.search(r"Holdeplassen 1,\d km fra starten\.$", says)


def test_a_walk_that_goes_one_way_tells_the_direction() -> None:
    track = lay_out([[Point(59.2, 10.9, None), Point(59.21, 10.92, None)]])

    says = describe_map(track, ways_of(reach(()), track), (), words()).replace("\xa0", " ")

    assert "Den ender 1,6 km fra starten, mot nordøst." in says


def test_pins_never_cover_each_other() -> None:
    spots = re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="1[34]"', map_of())
    places = [(float(x), float(y)) for x, y in spots]

    assert len(places) == 5
    assert all(math.dist(a, b) > 26 for index, a in enumerate(places) for b in places[:index])


def test_a_walk_without_measured_stretches_is_drawn_as_unknown() -> None:
    track = loop()

    drawn = draw_map(track, ways_of(reach(()), track), (), words(), icon, title="Runden")

    assert "d-vet-ikke" in drawn
    assert not re.search(r'class="d-(lett|tyngre|stopper|forbi)"', drawn)


def test_water_is_cut_at_the_edge_of_the_paper() -> None:
    (path,) = re.findall(r'<path d="([^"]*)" class="d-water"/>', EVERY["map"]())
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]

    assert min(numbers) >= 0
    assert max(numbers[0::2]) <= 390


def test_land_that_lies_elsewhere_is_not_drawn() -> None:
    far = Area("wood", ((60.0, 11.0), (60.1, 11.0), (60.1, 11.1)))

    assert "d-wood" not in map_of(areas=[far])


def test_a_map_of_one_spot_is_still_a_map() -> None:
    track = lay_out([[Point(59.2, 10.9, None), Point(59.2, 10.9, None)]])

    assert "NaN" not in map_of(track, ways=(Way(0, 1, Ground.UNKNOWN),), pins=())


def test_a_track_a_little_longer_keeps_the_metres_of_the_words() -> None:
    track = loop(2100)

    ways = ways_of(reach(), track)

    assert [way.to_m for way in ways] == [800, 1200, 1420, 1700, 1900]
    assert scale_of(ways, track.length_m) == pytest.approx(2100 / 1900, rel=0.01)
    assert "1,9 km</text>" in profile_of(track).replace("\xa0", " ")


def test_a_track_much_shorter_shows_only_what_it_covers() -> None:
    track = loop(1000)

    ways = ways_of(reach(), track)

    assert [round(way.to_m) for way in ways] == [800, round(track.length_m)]


def test_a_track_there_and_back_shows_the_same_ground_twice() -> None:
    ways = ways_of(reach(), loop(3800))

    assert [way.ground for way in ways] == [way.ground for way in reversed(ways)]


def test_what_lies_past_the_described_length_is_unknown() -> None:
    ways = ways_of(reach(), loop(2700))

    assert (ways[-1].from_m, ways[-1].ground) == (1900, Ground.UNKNOWN)


def test_a_slope_that_nobody_stated_is_taken_from_a_measured_track() -> None:
    assert ways_of(reach())[-1].percent is None
    assert ways_of(reach(), loop(top=None))[-1].percent is None
    assert ways_of(reach(), loop())[-1].percent == pytest.approx(2, abs=1)


@pytest.mark.parametrize(("slope", "pixels"), [(None, 4), (0, 4), (4.9, 4), (5.0, 6), (8.0, 6), (8.1, 8), (30, 8)])
def test_steeper_is_thicker(slope: float | None, pixels: int) -> None:
    assert thickness(slope) == pixels


@pytest.mark.parametrize("drawn", ["map", "profile", "bar"])
def test_what_stops_is_broken_in_the_same_way_wherever_it_is_drawn_and_nothing_else_is(drawn: str) -> None:
    svg = {"map": map_of, "profile": profile_of, "bar": bar}[drawn]()
    lines = re.findall(r'<(?:path|line) [^>]*class="d-(?:lett|tyngre|stopper)"[^>]*>', svg)
    stops = [line for line in lines if "d-stopper" in line]

    assert stops
    assert all(('stroke-dasharray="6 3"' in line) is (line in stops) for line in lines)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nb", "Start 2 moh, høyest 32 moh. Bratteste bakke er 10 % et sted mellom 1,2 km og 1,4 km."),
        ("nn", "Start 2 moh, høgast 32 moh. Brattaste bakken er 10 % ein stad mellom 1,2 km og 1,4 km."),
        (
            "en",
            "Starts 2 m above the sea, highest 32 m. The steepest slope is 10 %, somewhere between 1.2 km and 1.4 km.",
        ),
    ],
)
def test_the_profile_is_told_in_a_sentence(language: str, sentence: str) -> None:
    heights = (Level(0, 2), Level(1000, 32), Level(1900, 5))

    ways = tuple(way._replace(percent=way.percent or 1.0) for way in ways_of(reach()))

    assert tell_profile(heights, ways, words(language)).replace("\xa0", " ") == sentence


@pytest.mark.parametrize(
    "heights",
    [
        (61, 70, 66, 80, 76, 62),
        (80, 62, 60, 61, 80, 80),
        (60, 80, 60, 80, 60, 80),
        (60, 66, 72, 78, 84, 90),
    ],
)
def test_a_slope_is_written_beside_the_line_and_never_across_it(heights: tuple[int, ...]) -> None:
    """The line may dip where the label stands, though its ends and its middle lie high."""
    line = tuple(Level(480.0 * at, height) for at, height in enumerate(heights))
    way = Way(900, 1700, Ground.STOPS, 6.0)

    drawn = draw_profile(line, (way,), (), words(), icon, title="Runden")

    x, y = (float(found) for found in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>6 %', drawn)[0])
    path = re.findall(r'<path d="M([^"]+)" class="d-hill"', drawn)[0].split("L")
    points = [tuple(map(float, re.findall(r"[\d.]+", point)[:2])) for point in path[: len(heights)]]
    for (x1, y1), (x2, y2) in pairwise(points):
        for step in range(101):
            at_x, at_y = x1 + (x2 - x1) * step / 100, y1 + (y2 - y1) * step / 100
            assert not (abs(at_x - x) < 11 and y - 12 < at_y < y + 2)


def test_flat_ground_and_unknown_slopes_are_told_as_such() -> None:
    flat = (Level(0, 2), Level(1900, 4))

    assert tell_profile(flat, (Way(0, 1900, Ground.UNKNOWN),), words()).replace("\xa0", " ") == (
        "Hele veien mellom 2 og 4 moh. Ingen har målt hvor bratt det er."
    )
    whole = Way(0, 1900, Ground.EASY, 6.0)
    assert tell_profile(flat, (whole,), words()).endswith("Bratteste bakke er 6 %.")
    assert "ved start" in tell_profile(flat, (whole._replace(steep_m=10.0),), words())
    partly = (Way(0, 300, Ground.EASY, 6.0), Way(300, 1900, Ground.UNKNOWN))
    assert (
        tell_profile(flat, partly, words())
        .replace("\xa0", " ")
        .endswith("Bratteste bakke vi vet om, er 6 % et sted mellom 0 m og 300 m. Ingen har målt hvor bratt resten er.")
    )


def test_heights_between_levels_lie_on_a_straight_line() -> None:
    heights = (Level(0, 0), Level(100, 10), Level(100, 20), Level(200, 30))

    assert [height_at(heights, at) for at in (-5, 50, 150, 500)] == [0, 5, 25, 30]


def test_the_bar_is_to_scale_and_marks_what_lies_past_the_stop() -> None:
    widths = [float(width) for width in re.findall(r'width="([\d.]+)%"', bar())]

    assert 'width="42.11%"' in bar()
    assert sum(widths) == pytest.approx(100 - 11.58 + 21.05, abs=0.1)  # the line has no width, the hatch two layers
    assert "d-fill-forbi" in bar()


def test_neighbours_of_one_class_are_one_bar() -> None:
    alike = reach([EASY | {"fra_m": 0, "til_m": 900}, EASY | {"fra_m": 900, "til_m": 1900, "dekke": "asfalt"}])

    assert draw_reach(alike, words(), id="b").count("<rect") == 1


def test_the_bar_says_what_it_shows() -> None:
    assert "Manuell rullestol: 0–800 m lett, 800–1 200 m tyngre, 1 200–1 420 m stopper" in bar().replace("\xa0", " ")


@pytest.mark.parametrize(
    ("length", "marks"), [(1900, [0, 500, 1000, 1500, 1900]), (820, [0, 250, 500, 820]), (150, [0, 50, 100, 150])]
)
def test_the_scale_has_round_marks_and_the_end(length: float, marks: list[float]) -> None:
    assert list(scale_marks(length)) == marks


def test_a_name_is_kept_on_the_paper() -> None:
    (x,) = re.findall(r'<text x="([\d.]+)"[^>]*class="d-water-name"', EVERY["map"]())

    assert 20 < float(x) < 100


def test_a_track_without_any_stretch_or_length_is_unknown_all_along() -> None:
    unknown = reaches((), 0.0, RULES)[Profile.MANUAL_WHEELCHAIR]

    (way,) = ways_of(unknown, loop(top=None))

    assert (way.ground, round(way.to_m, -1)) == (Ground.UNKNOWN, 1900)


def test_a_pin_without_a_place_is_left_out() -> None:
    assert 'data-name="bench"' not in map_of(pins=(Pin("bench", "Benk"),))


def test_a_way_back_is_drawn_though_only_the_way_out_is_described() -> None:
    drawn = draw_map(loop(3800, top=None), ways_of(reach()), (), words(), icon, title="Runden")

    assert drawn.count('class="d-stopper"') == 2


@pytest.mark.parametrize(("top", "heights"), [(4, [0, 10, 20, 30, 40]), (200, [0, 50, 100, 150, 200])])
def test_a_flat_walk_does_not_look_like_a_mountain(top: float, heights: list[int]) -> None:
    drawn = draw_profile((Level(0, 1), Level(500, top), Level(1000, 2)), (), (), words(), icon, title="Runden")

    told = re.findall(r'text-anchor="end"[^>]*>(\d+)</text>', drawn)

    assert [int(height) for height in told] == heights


@pytest.mark.parametrize(
    ("slope", "told"), [("2,5 %", "2,5 %"), ("6,25 %", "6,3 %"), ("1:13", "7,7 %"), ("1:12", "8,3 %")]
)
def test_the_steepest_slope_is_one_figure_that_is_never_rounded_down(slope: str, told: str) -> None:
    walk = document(Walk, "tur", lengde="300 m", strekninger=[MEASURED | {"fra_m": 0, "til_m": 300, "stigning": slope}])
    flat = (Level(0, 2), Level(300, 4))

    (row,) = stretch_rows(reaches_of(walk, RULES)[Profile.MANUAL_WHEELCHAIR], words())
    said = tell_profile(flat, ways_of(reaches_of(walk, RULES)[Profile.MANUAL_WHEELCHAIR]), words())

    assert f"bakke er {told}." in said.replace("\xa0", " ")
    assert tell_steepest(walk, words()).replace("\xa0", " ") == told
    assert f"høyst {told}" in row.facts.replace("\xa0", " ")


def test_a_slope_is_told_where_it_begins_in_the_track_else_between_the_ends_of_its_stretch() -> None:
    lysloypa = demo_press("turheftet").catalogue.get("turer", "lysloypa-mosetjern")
    assert isinstance(lysloypa, Walk)
    assert lysloypa.track
    track = demo_press("turheftet").tracks[lysloypa.track]
    found = reaches_of(lysloypa, RULES)[Profile.MANUAL_WHEELCHAIR]
    heights = levels(track)
    assert heights

    in_the_track, stated_alone = (tell_profile(heights, ways_of(found, one), words()) for one in (track, None))

    assert in_the_track.replace("\xa0", " ").endswith("Bratteste bakke er 11 % og kommer etter 1,1 km.")
    assert stated_alone.replace("\xa0", " ").endswith("Bratteste bakke er 11 % et sted mellom 600 m og 2,1 km.")
