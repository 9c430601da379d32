"""«Min profil» before it comes to the device: the table of limits, and the facts of every walk in a compact row."""

import gzip
import json
import re

import pytest

from booklet_samples import MEASURED, document, words
from hefte.assessment.limits import OwnLimits, hundredths, read_limits
from hefte.doors.package import templates
from hefte.language import LANGUAGES
from hefte.model import Place, Walk
from hefte.website.profile_facts import walk_row
from hefte.website.site import Site
from test_eksempelvik import demo
from website_samples import catalogue_of, made, outputs_of, page_of, rules, site_of, text_of

STRETCH = {"fra_m": "0", "til_m": "800"} | MEASURED


def own() -> OwnLimits:
    """The table as it is in the templates."""
    return read_limits((templates() / "rules/profil.yaml").read_text(encoding="utf-8"), rules())


def row(**fields: object) -> list[str]:
    """The cells of one walk's row."""
    walk = document(Walk, "a", **fields)
    return walk_row(walk, catalogue_of(walk), own(), rules()).split("|")


def site(*documents: Walk, language: str = "nb") -> Site:
    """A site with «Min profil»."""
    return site_of(*documents, language=language)._replace(own=own())


def test_a_measured_stretch_is_a_row_of_whole_numbers() -> None:
    cells = row(lengde="800 m", strekninger=[STRETCH | {"benk_maks_avstand_m": "90"}])

    assert cells == ["a", "800", "800", "", "", "", "", "0,800,229,114,220,0,0,0,0,90"]


def test_absent_is_empty_and_never_a_number() -> None:
    cells = row(strekninger=[{"fra_m": "0", "til_m": "100"}])

    assert cells[1:] == ["", "100", "", "", "", "", "0,100"]


def test_what_no_stretch_describes_is_a_stretch_without_facts() -> None:
    cells = row(lengde="1 km", strekninger=[STRETCH | {"fra_m": "200", "til_m": "700"}])

    assert [part.split(",")[:3] for part in cells[7].split(";")] == [
        ["0", "200"],
        ["200", "700", "229"],
        ["700", "1000"],
    ]


@pytest.mark.parametrize(
    ("key", "value", "at"),
    [("lengde", "1 km", 1), ("toalett", {"hc": "ja"}, 3), ("parkering", {"hc_plasser": "2"}, 4), ("benker", "4", 5)],
)
def test_what_a_source_is_unsure_of_is_marked_and_has_no_value(key: str, value: object, at: int) -> None:
    cells = row(**{key: value}, kilde=[{"navn": "x", "sikkerhet": "usikker", "gjelder": [key]}])

    assert cells[at] == "u"


def test_a_car_park_whose_measures_fall_short_is_no_sure_yes() -> None:
    short = {"hc_plasser": "2", "hc_bredde_cm": "400"}
    marked = {"hc_lengde_cm": "600", "hc_skiltet": "ja", "hc_merket": "ja", "avgift": "gratis"}
    codes = own().codes["svar"]

    answers = [row(egnet={"hc_parkering": "ja"}, parkering=parking)[4] for parking in (short, short | marked)]

    assert answers == ["", str(codes["delvis"])]


def test_unsure_measurements_do_not_leave_the_house() -> None:
    cells = row(strekninger=[STRETCH], kilde=[{"navn": "x", "sikkerhet": "usikker", "gjelder": ["strekninger"]}])

    assert cells[6:] == ["u", ""]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, ["", "nei"]),
        ({"kilde": [{"navn": "x", "sikkerhet": "usikker", "gjelder": ["egnet"]}]}, [""]),
        ({"strekninger": [{"fra_m": "0", "til_m": "100"}]}, ["0,100"]),
    ],
    ids=["sure", "unsure", "measured"],
)
def test_a_sure_no_to_wheelchairs_is_told_where_nobody_has_measured(more: dict[str, object], told: list[str]) -> None:
    assert row(egnet={"rullestol_inn": "nei"}, **more)[7:] == told


@pytest.mark.parametrize(
    ("obstacles", "code"),
    [
        ("ingen", "0"),
        ([{"type": "bom", "passerbar": "ja"}], "2"),
        ([{"type": "bom", "passerbar": "delvis"}], "3"),
        ([{"type": "bom"}], "3"),
        ([{"type": "bom", "passerbar": "nei"}, {"type": "kant", "passerbar": "ja"}], "4"),
        ([{"type": "trapp", "passerbar": "ja"}], "5"),
    ],
)
def test_the_worst_obstacle_counts(obstacles: object, code: str) -> None:
    cells = row(strekninger=[STRETCH | {"hinder": obstacles}])

    assert cells[7].split(",")[8] == code


def test_planks_are_even_only_with_a_measured_gap() -> None:
    planks = STRETCH | {"dekke": "tre"}
    seen = [
        row(strekninger=[planks | more])[7].split(",")[7]
        for more in ({}, {"plankeavstand_cm": "1"}, {"plankeavstand_cm": "1,2"})
    ]

    assert seen == ["", "0", "2"]


@pytest.mark.parametrize(
    ("season", "code"), [(None, "0"), ("hele året", "0"), ({"nb": "Hele året", "en": "all year"}, "0"), ("sommer", "1")]
)
def test_a_toilet_that_is_closed_in_winter_is_no_sure_yes(season: object, code: str) -> None:
    toilet = {"hc": "ja"} if season is None else {"hc": "ja", "sesong": season}

    assert row(toalett=toilet)[3] == code


def test_the_venue_and_the_walk_must_agree_on_a_toilet() -> None:
    place = document(Place, "p", hc_toalett="nei")
    walk = document(Walk, "a", sted="p", toalett={"hc": "ja"})

    assert walk_row(walk, catalogue_of(walk, place), own(), rules()).split("|")[3] == "2"


@pytest.mark.parametrize("angle", [0.0, 1.15, 2.05, 2.86, 3.8, 3.849, 3.85, 3.95, 4.764, -5.1428, 9.999])
def test_hundredths_round_to_the_tenth_that_the_official_rules_compare(angle: float) -> None:
    assert int(hundredths(angle) / 10 + 0.5) / 10 == round(abs(angle), 1)


def test_an_official_suggestion_is_what_the_rules_say_and_the_others_are_called_our_own() -> None:
    manual, powered, *others = own().suggestions

    assert dict(manual.limits) == {
        "stigning": 381, "tverrfall": 286, "bredde": 180, "sti": 0, "fasthet": 0, "tilstand": 0, "hinder": 2,
    }  # fmt: skip
    assert powered.limits["stigning"] == 1000
    assert [one.official for one in (manual, powered, *others)] == [True, True, False, False]


def test_a_walk_takes_less_than_sixty_bytes_over_the_wire() -> None:
    walks = [one for one in demo().documents if isinstance(one, Walk)]

    text = made(outputs_of(site(*walks))["assets/walks.js"])

    assert len(gzip.compress(text.encode(), 9)) / len(walks) < 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words(language: str) -> None:
    said = words(language).table
    keys = [f"profile.say.{state}.{limit.name}" for limit in own().limits for state in ("nei", "vet-ikke")]
    keys += [
        f"profile.choice.{one.name}.{value}" for one in own().limits if one.unit == "kode" for value in one.choices
    ]

    assert [key for key in keys if key not in said] == []


def test_a_slope_is_told_in_the_three_ways_in_which_people_say_it() -> None:
    page = text_of(page_of(site(document(Walk, "a")), "profil.html"))

    assert "Høyst 1:15 · 6,7 % · 3,8°" in page
    assert "Høyst 1:5,7 · 17,6 % · 10°" in page


def test_a_walk_knows_the_names_of_where_its_stretches_end() -> None:
    named, plain = STRETCH | {"navn": "til utsikten"}, STRETCH | {"fra_m": "800", "til_m": "1200"}
    walk = document(Walk, "a", strekninger=[named, plain], opplevelser=[{"navn": "kafeen", "ved_m": "1210"}])

    page = page_of(site(walk), "turer/a.html")

    places = re.search(r'data-places="([^"]*)"', page)
    assert places
    assert json.loads(places[1].replace("&#34;", '"')) == {"800": "til utsikten", "1200": "til kafeen"}


def test_the_facts_hold_no_words_and_are_written_once_for_all_languages() -> None:
    walk = document(Walk, "a")

    assert "assets/walks.js" in outputs_of(site(walk))
    assert "assets/walks.js" not in outputs_of(site(walk, language="en"))
    assert "assets/profile-en.js" in outputs_of(site(walk, language="en"))


def test_without_walks_there_is_no_profile() -> None:
    assert not [path for path in outputs_of(site()) if "profil" in path or "walks" in path]
