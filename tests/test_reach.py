"""How far one gets, and how it is said in three languages."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet_samples import MEASURED, document
from hefte.assessment.other_way import tell_other_way
from hefte.assessment.reach import Ground, Reach, ground_length, reach_for, reaches, reversed_reach
from hefte.assessment.rules import read_rules
from hefte.assessment.telling import badge, tell_reach, tell_reasons
from hefte.doors.package import words_of
from hefte.language import Words
from hefte.model.walk import Sight, Stretch, Walk
from hefte.model.walk_choices import Course, Profile, Verdict
from hefte.website.stretches import stretch_rows

TEMPLATES = Path(__file__).parents[1] / "templates"
RULES = read_rules((TEMPLATES / "rules/turvei.yaml").read_text(encoding="utf-8"))
EASY: dict[str, Any] = dict(MEASURED)
HEAVIER = EASY | {"stigning": "4,2°"}
STOPS = {"dekke": "brostein", "fasthet": "fast", "tilstand": "ujevnt", "stigning": "4°"}
UNKNOWN = {key: value for key, value in EASY.items() if key != "bredde_cm"}


STOPPED = re.compile("stopper|stoppar|stops", re.IGNORECASE)


def words(language: str = "nb") -> Words:
    return words_of(language)


def stretches(*rows: tuple[int, int, dict[str, Any]]) -> tuple[Stretch, ...]:
    return tuple(Stretch.model_validate({"fra_m": start, "til_m": end, **facts}) for start, end, facts in rows)


def reach(*rows: tuple[int, int, dict[str, Any]], length: float | None = None) -> Reach:
    ground = stretches(*rows)
    return reaches(ground, ground_length(ground, length, None), RULES)[Profile.MANUAL_WHEELCHAIR]


def told(found: Reach, language: str = "nb", sights: tuple[Sight, ...] = ()) -> str:
    said = tell_reach(found, sights, words(language))
    return f"{said.answer} {said.reason}".strip().replace("\xa0", " ")


def test_the_example_of_the_guide_reads_as_it_should() -> None:
    found = reach((0, 800, EASY), (800, 1200, STOPS), length=1200)

    assert told(found) == "De første 800 m. Så stopper det: ujevn brostein."
    assert found.verdict is Verdict.NOT


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nb", "De første 800 m. Deretter tyngre i 400 m: bakke på 7,3 % (grensen er 6,7 %). Så stopper det: "),
        ("nn", "Dei første 800 m. Deretter tyngre i 400 m: bakke på 7,3 % (grensa er 6,7 %). Så stoppar det: "),
        ("en", "The first 800 m. Then harder for 400 m: slope of 7.3 % (the limit is 6.7 %). Then it stops: "),
    ],
)
def test_a_partly_accessible_stretch_is_named_after_the_reach(language: str, sentence: str) -> None:
    found = reach((0, 800, EASY), (800, 1200, HEAVIER), (1200, 1420, STOPS))

    assert told(found, language).startswith(sentence)


def test_an_unmeasured_stretch_ends_the_reach_but_is_no_stop() -> None:
    found = reach((0, 800, EASY), (800, 1200, UNKNOWN), (1200, 1900, EASY))

    assert told(found) == "De første 800 m. Videre vet vi ikke: Ingen har målt bredden ennå."
    assert [part.ground for part in found.parts] == [Ground.EASY, Ground.UNKNOWN, Ground.EASY]


@pytest.mark.parametrize(
    ("rows", "sentence", "chip"),
    [
        (
            [(0, 900, UNKNOWN), (900, 1700, STOPS), (1700, 2400, {})],
            "Vet ikke de første 900 m. Der stopper det: ujevn brostein. Ingen har målt bredden ennå.",
            "Stopper senest etter 900 m",
        ),
        (
            [(0, 300, UNKNOWN), (300, 900, EASY), (900, 1700, STOPS)],
            "Vet ikke de første 300 m. Det stopper 900 m fra start: ujevn brostein. Ingen har målt bredden ennå.",
            "Stopper senest etter 900 m",
        ),
        (
            [(0, 300, EASY), (300, 900, UNKNOWN), (900, 1700, STOPS)],
            "De første 300 m. Videre vet vi ikke: Ingen har målt bredden ennå. Der stopper det: ujevn brostein.",
            "Et stykke",
        ),
        (
            [(0, 300, HEAVIER), (300, 900, UNKNOWN), (900, 1200, EASY), (1200, 1700, STOPS)],
            (
                "Tyngre fra start. Grunn: bakke på 7,3 % (grensen er 6,7 %). Videre vet vi ikke: "
                "Ingen har målt bredden ennå. Det stopper 1,2 km fra start: ujevn brostein."
            ),
            "Tyngre",
        ),
    ],
)
def test_what_nobody_knows_is_said_first_and_then_where_it_surely_stops(
    rows: list[tuple[int, int, dict[str, Any]]], sentence: str, chip: str
) -> None:
    found = reach(*rows)

    assert told(found) == sentence
    assert badge(found, words()).words.replace("\xa0", " ") == chip
    assert found.verdict is Verdict.NOT


def test_one_profile_alone_is_told_as_among_all() -> None:
    ground = stretches((0, 800, EASY), (500, 900, STOPS))

    assert {profile: reach_for(ground, 900, RULES, profile) for profile in RULES.tests} == reaches(ground, 900, RULES)


def test_a_gap_between_stretches_is_unmeasured() -> None:
    found = reach((0, 300, EASY), (500, 900, EASY))

    assert found.easy_m == 300
    assert told(found) == "De første 300 m. Videre vet vi ikke: Ingen har målt noe her ennå."


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nb", "Vet ikke. Ingen har målt de første 300 m ennå."),
        ("nn", "Veit ikkje. Ingen har målt dei første 300 m enno."),
        ("en", "We don't know. Nobody has measured the first 300 m yet."),
    ],
)
def test_an_unmeasured_beginning_is_not_told_as_a_walk_that_nobody_has_measured(language: str, sentence: str) -> None:
    assert told(reach((300, 900, EASY)), language) == sentence


@pytest.mark.parametrize("degrees", [3.84, 3.86, 3.87, 3.9, 4.2])
def test_a_slope_and_the_reason_beside_it_in_the_row_are_one_figure(degrees: float) -> None:
    (row,) = stretch_rows(reach((0, 800, EASY | {"stigning": f"{degrees}°", "tverrfall": "1.2°"})), words())

    beside = re.search(r"høyst ([\d,]+)", row.facts)
    because = re.search(r"akke på ([\d,]+)", row.reasons)
    assert beside
    assert bool(because) == (degrees > 3.85)
    assert because is None or because[1] == beside[1]


def test_where_stretches_overlap_the_worst_counts() -> None:
    found = reach((0, 800, EASY), (500, 900, STOPS))

    assert [(part.to_m, part.ground) for part in found.parts] == [(500, Ground.EASY), (900, Ground.STOPS)]


def test_easy_ground_behind_a_stop_is_marked() -> None:
    found = reach((0, 100, EASY), (100, 200, STOPS), (200, 500, EASY), (500, 600, HEAVIER))

    assert [part.ground for part in found.parts] == [Ground.EASY, Ground.STOPS, Ground.BEYOND, Ground.HEAVIER]


@pytest.mark.parametrize(
    ("rows", "sentence", "chip"),
    [
        ([(0, 900, EASY)], "Hele turen.", "Hele turen"),
        ([(0, 900, HEAVIER)], "Tyngre fra start. Grunn: bakke på 7,3 % (grensen er 6,7 %).", "Tyngre"),
        (
            [(0, 500, EASY), (500, 700, HEAVIER), (700, 900, EASY)],
            "De første 500 m. Deretter tyngre i 200 m, så lett helt fram. Grunn: bakke på 7,3 % (grensen er 6,7 %).",
            "Et stykke",
        ),
        (
            [(0, 200, HEAVIER), (200, 700, EASY), (700, 900, STOPS)],
            (
                "Tyngre fra start. Først tyngre i 200 m, så lett i 500 m. Grunn: bakke på 7,3 % (grensen er 6,7 %). "
                "Så stopper det: ujevn brostein."
            ),
            "Tyngre",
        ),
        (
            [(0, 100, EASY), *((at, at + 100, (HEAVIER, EASY)[at // 100 % 2 - 1]) for at in range(100, 900, 100))],
            "De første 100 m. Deretter skiftevis tyngre og lett helt fram. Grunn: bakke på 7,3 % (grensen er 6,7 %).",
            "Et stykke",
        ),
        ([(0, 900, STOPS)], "Stopper ved start. Grunn: ujevn brostein.", "Stopper ved start"),
        ([(0, 900, UNKNOWN)], "Vet ikke. Ingen har målt bredden ennå.", "Vet ikke"),
        ([], "Vet ikke. Ingen har målt denne turen ennå.", "Vet ikke"),
        (
            [(0, 500, EASY), (500, 900, HEAVIER)],
            "De første 500 m. Deretter tyngre helt fram: bakke på 7,3 % (grensen er 6,7 %).",
            "Et stykke",
        ),
        (
            [(0, 500, HEAVIER), (500, 900, STOPS)],
            "Tyngre fra start. Grunn: bakke på 7,3 % (grensen er 6,7 %). Så stopper det: ujevn brostein.",
            "Tyngre",
        ),
    ],
)
def test_every_kind_of_walk_has_its_sentence_and_its_chip(
    rows: list[tuple[int, int, dict[str, Any]]], sentence: str, chip: str
) -> None:
    found = reach(*rows)

    assert told(found) == sentence
    assert badge(found, words()).words == chip


def test_the_reach_is_named_after_a_sight_close_by() -> None:
    sight = Sight.model_validate({"navn": "utsikten", "ved_m": "810"})

    assert told(reach((0, 800, EASY), (800, 900, STOPS)), sights=(sight,)).startswith("De første 800 m, til utsikten.")


def test_the_reach_is_named_by_the_stretch_itself_first() -> None:
    found = reach((0, 800, EASY | {"navn": "til brua"}), (800, 900, STOPS))

    assert told(found).startswith("De første 800 m, til brua.")


def test_a_long_reach_is_rounded_down() -> None:
    assert told(reach((0, 1290, EASY), (1290, 1500, STOPS))).startswith("De første 1,2 km.")


def test_all_reasons_of_a_part_can_be_told() -> None:
    found = reach((0, 800, STOPS | {"hinder": [{"type": "bom", "passerbar": "nei"}], "fasthet": "løst"}))

    assert tell_reasons(found.parts[0], words()).replace("\u00a0", " ") == (
        "løs brostein, ujevn brostein, bom og bakke på 7 % (grensen er 6,7 %)"
    )


def test_surfaces_without_a_name_are_just_uneven() -> None:
    assert told(reach((0, 800, {"tilstand": "ujevnt"}))) == "Stopper ved start. Grunn: ujevnt dekke."


@pytest.mark.parametrize(
    ("length", "course", "expected"),
    [
        (None, None, 1000),
        (1000, None, 1000),
        (1040, None, 1000),
        (1900, None, 1900),
        (2000, Course.RETURN, 1000),
        (1000, Course.RETURN, 1000),
        (5000, Course.RETURN, 2500),
    ],
)
def test_the_ground_to_describe_is_one_way_and_unrounded(
    length: float | None, course: Course | None, expected: float
) -> None:
    assert ground_length(stretches((0, 1000, EASY)), length, course) == expected


def test_a_walk_that_nobody_has_described_is_its_whole_length_unknown() -> None:
    found = reach(length=1900)

    assert [(part.to_m, part.ground) for part in found.parts] == [(1900, Ground.UNKNOWN)]
    assert found.missing == ()


def test_from_the_other_end_the_reach_is_another() -> None:
    found = reversed_reach(reach((0, 100, EASY), (100, 200, STOPS), (200, 500, EASY)))

    assert found.easy_m == 300
    assert [part.ground for part in found.parts] == [Ground.EASY, Ground.STOPS, Ground.BEYOND]


ROWS = st.lists(
    st.tuples(st.integers(0, 900), st.integers(1, 400), st.sampled_from([EASY, HEAVIER, STOPS, UNKNOWN, {}])),
    max_size=5,
)


@given(ROWS, st.none() | st.floats(1, 2000), st.sampled_from(["nb", "nn", "en"]))
def test_parts_lie_end_to_end_and_there_is_always_something_to_say(
    rows: list[tuple[int, int, dict[str, Any]]], length: float | None, language: str
) -> None:
    ground = stretches(*((start, start + metres, facts) for start, metres, facts in rows))

    for found in reaches(ground, ground_length(ground, length, None), RULES).values():
        ends = [0.0, *(part.to_m for part in found.parts)]
        assert [part.from_m for part in found.parts] == ends[:-1]
        assert ends[-1] == (found.length_m if found.parts else 0.0)
        assert 0 <= found.easy_m <= found.heavier_m <= found.length_m
        assert told(found, language)
        assert all(part.verdict is Verdict.ACCESSIBLE for part in found.parts if part.to_m <= found.easy_m)
        assert (Verdict.NOT is found.verdict) == bool(STOPPED.search(told(found, language)))
        assert badge(found, words(language)).status is not None or found.verdict is Verdict.NOT_ASSESSED


def test_where_all_is_known_and_no_limits_exist_the_sentence_says_so() -> None:
    known = EASY | {"ledelinje": "ingen", "belysning": "belyst", "frihøyde": "220"}
    ground = stretches((0, 900, known))

    found = reaches(ground, 900, RULES)[Profile.VISUAL_IMPAIRMENT]

    assert told(found).startswith("Vet ikke. Kartverket har ingen grenser for nedsatt syn.")


@pytest.mark.parametrize(
    ("slope", "told_as"),
    [("8 %", "8 % (grensen er 6,7 %)"), ("3,851°", "6,8 % (grensen er 6,7 %)"), ("1:12", "8,3 % (")],
)
def test_a_slope_is_told_in_per_cent_and_never_as_its_own_limit(slope: str, told_as: str) -> None:
    found = reach((0, 800, EASY | {"stigning": slope}))

    assert f"bakke på {told_as}" in told(found)


WORSE = {
    "stigning": "6°",
    "tverrfall": "6°",
    "bredde_cm": "80",
    "fasthet": "løst",
    "tilstand": "ujevnt",
    "hinder": [{"type": "trapp"}],
    "veitype": "sti",
}
CLASSED = (Profile.MANUAL_WHEELCHAIR, Profile.POWERED_WHEELCHAIR)


def _all_reaches(rows: list[tuple[int, int, dict[str, Any]]]) -> dict[Profile, Reach]:
    ground = stretches(*((start, start + metres, facts) for start, metres, facts in rows))
    return dict(reaches(ground, 1500, RULES))


@given(ROWS.filter(bool), st.data())
def test_a_worse_or_unknown_stretch_never_lengthens_the_reach_of_either_end(
    rows: list[tuple[int, int, dict[str, Any]]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    key = data.draw(st.sampled_from(sorted(WORSE)))
    start, metres, facts = rows[at]
    kept = {name: value for name, value in facts.items() if name != key}
    changed = kept | data.draw(st.sampled_from([{}, {key: WORSE[key]}]))

    before, after = _all_reaches(rows), _all_reaches([*rows[:at], (start, metres, changed), *rows[at + 1 :]])

    for profile in CLASSED:
        for was, becomes in (
            (before[profile], after[profile]),
            (reversed_reach(before[profile]), reversed_reach(after[profile])),
        ):
            assert becomes.easy_m <= was.easy_m
            assert becomes.heavier_m <= was.heavier_m


@given(ROWS)
def test_nobody_gets_over_ground_that_nobody_has_measured(rows: list[tuple[int, int, dict[str, Any]]]) -> None:
    for found in _all_reaches(rows).values():
        for way in (found, reversed_reach(found)):
            assert all(part.assessment and not part.assessment.missing for part in way.parts if part.to_m <= way.easy_m)


@given(ROWS)
def test_from_the_other_end_and_back_again_is_the_same_way(rows: list[tuple[int, int, dict[str, Any]]]) -> None:
    for found in _all_reaches(rows).values():
        assert reversed_reach(reversed_reach(found)) == found


def walk(course: str, **fields: object) -> Walk:
    return document(Walk, "runden", rundtur=course, **fields)


@pytest.mark.parametrize(
    ("course", "fields", "expected"),
    [
        ("rundtur", {}, "Fram og tilbake: 200 m. Motsatt vei rundt: de første 300 m."),
        ("en_vei", {}, "Fram og tilbake: 200 m. Fra den andre enden: de første 300 m."),
        ("en_vei", {"slutt": "Torget"}, "Fram og tilbake: 200 m. Fra Torget: de første 300 m."),
        ("tur_retur", {}, "Fram og tilbake: 200 m."),
        (
            "rundtur",
            {"opplevelser": [{"navn": "kafeen", "ved_m": "200"}]},
            "Fram og tilbake: 200 m. Motsatt vei rundt: de første 300 m, til kafeen.",
        ),
    ],
)
def test_the_way_back_and_the_other_way_are_told(course: str, fields: dict[str, object], expected: str) -> None:
    found = reach((0, 100, EASY), (100, 200, STOPS), (200, 500, EASY))

    assert tell_other_way(found, walk(course, **fields), words()).replace("\xa0", " ") == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (STOPS, "Fram og tilbake: 200 m. Motsatt vei rundt: stopper ved start."),
        (HEAVIER, "Fram og tilbake: 200 m. Motsatt vei rundt: tyngre fra start."),
        (UNKNOWN, "Fram og tilbake: 200 m. Motsatt vei rundt: vet ikke."),
    ],
)
def test_what_meets_one_the_other_way_round_is_said(last: dict[str, Any], expected: str) -> None:
    found = reach((0, 100, EASY), (100, 200, STOPS), (200, 500, last))

    assert tell_other_way(found, walk("rundtur"), words()).replace("\xa0", " ") == expected


@pytest.mark.parametrize("facts", [EASY, UNKNOWN, {}])
def test_nothing_is_said_of_the_other_way_where_all_is_easy_or_unknown(facts: dict[str, Any]) -> None:
    assert tell_other_way(reach((0, 900, facts)), walk("rundtur"), words()) == ""
