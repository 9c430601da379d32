"""What stands along a walk, how long it takes, and what is near its ends: what is said, and what is left unsaid."""

from collections.abc import Mapping

import pytest

from booklet_samples import document, press
from hefte.booklet.walks import trip_of
from hefte.language import Words
from hefte.model import Place, Walk
from hefte.telling.amenities import tell_amenities
from hefte.telling.entry import first_facts, other_facts
from hefte.telling.nearest import nearest
from hefte.telling.pace import rollator_minutes, walking_minutes
from hefte.telling.walk import along_the_way
from website_samples import catalogue_of, page_of, rules, site_of, text_of, words

UNSURE = {"nett": "https://eksempel.no", "sikkerhet": "usikker"}
SOUND_TOILET: Mapping[str, object] = {
    "hc": "ja",
    "avstand_m": "20",
    "bredde_inngang_cm": "90",
    "terskel_cm": "2",
    "horisontalt_felt_cm": "160",
    "snusirkel_cm": "150",
    "innredning": "ja",
    "rampe": "nei",
}
START = {"navn": "Torget", "lat": "59.2000", "lon": "10.9000"}


def nb() -> Words:
    return words("nb")


def walk(**fields: object) -> Walk:
    return document(Walk, "tur", **fields)


def told(**fields: object) -> list[str]:
    entry = walk(**fields)
    found = tell_amenities(entry, catalogue_of(entry), rules(), nb())
    rows = [f"{one.name} {one.where}: {one.word} ({one.official}). {one.reasons}".strip() for one in found.rows]
    return [row.replace("\xa0", " ") for row in (*rows, found.unmeasured) if row]


def fact(entry: Walk, name: str, *others: Place) -> tuple[str, ...]:
    found = (*first_facts(entry, catalogue_of(entry, *others), nb()), *other_facts(entry, nb()))
    return next(
        (tuple(part.replace("\xa0", " ") for part in (one.answer, *one.more)) for one in found if one.name == name), ()
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"toalett": SOUND_TOILET}, ["HC-toalett 20 m fra start: Ja (Tilgjengelig)."]),
        (
            {"toalett": {**SOUND_TOILET, "terskel_cm": "5"}},
            [
                (
                    "HC-toalett 20 m fra start: Nei (Ikke tilgjengelig). Terskelen er 5 cm (høyst 2,5 cm). "
                    "Elektrisk rullestol: delvis tilgjengelig."
                )
            ],
        ),
        (
            {"parkering": {"hc_plasser": "2", "hc_bredde_cm": "400", "avgift": "gratis"}},
            [
                (
                    "HC-parkering : Vet ikke (Ikke vurdert). HC-plassen er 400 cm bred (minst 450 cm). Ikke målt: "
                    "lengden på HC-plassen, om HC-plassen er skiltet og om HC-plassen er merket."
                )
            ],
        ),
        ({"parkering": {"hc_plasser": "0", "hc_bredde_cm": "400"}}, []),
        ({"toalett": "nei"}, []),
        (
            {"toalett": "ja", "opplevelser": [{"type": "gapahuk", "navn": "Gapahuken"}]},
            ["Ikke vurdert: HC-toalett og gapahuken. Ingen har målt der ennå."],
        ),
        ({"opplevelser": [{"type": "benk", "navn": "Benken", "mål": {"høyde_benk_cm": "47"}}]}, []),
        ({"opplevelser": [{"type": "badeplass", "navn": "Stranda", "mål": {"rampe": "nei"}}]}, []),
        (
            {
                "opplevelser": [
                    {
                        "type": "badeplass",
                        "navn": "Rampen",
                        "ved_m": "400",
                        "mål": {
                            "rampe": {"stigning": "8 %", "bredde_cm": "120", "terskel_cm": "0", "håndlist": "venstre"}
                        },
                    }
                ]
            },
            [
                (
                    "Rampen etter 400 m: Tyngre (Delvis tilgjengelig). Rampen stiger 8 % (grensen er 6,7 %) og "
                    "håndlist bare på venstre side."
                )
            ],
        ),
    ],
)
def test_what_stands_along_the_way_is_told_with_its_class_and_its_reason(
    fields: dict[str, object], expected: list[str]
) -> None:
    assert told(**fields) == expected


FALLS_SHORT = {"hc_plasser": "2", "hc_bredde_cm": "400", "avgift": "gratis"}
MARKED = {"hc_lengde_cm": "600", "hc_skiltet": "ja", "hc_merket": "ja"}


@pytest.mark.parametrize(
    ("fields", "mark", "detail"),
    [
        ({"parkering": FALLS_SHORT}, "Rullestol og HC-parkering: vet ikke", "HC-parkering: Vet ikke"),
        ({"parkering": FALLS_SHORT | MARKED}, "HC-parkering: delvis", "HC-parkering: Delvis"),
        ({"parkering": FALLS_SHORT | {"hc_bredde_cm": "460"}}, "HC-parkering", "HC-parkering: Ja"),
        ({"toalett": {**SOUND_TOILET, "terskel_cm": "5"}}, "HC-toalett: nei", "HC-toalett: Nei"),
        ({"toalett": {**SOUND_TOILET, "hc": "delvis"}}, "HC-toalett", "HC-toalett: Ja"),
    ],
)
def test_what_is_measured_overrules_the_tick_and_every_place_gives_the_same_answer(
    fields: dict[str, object], mark: str, detail: str
) -> None:
    entry = walk(egnet={"hc_parkering": "ja", "hc_toalett": "ja"}, lengde="1 km", **fields)
    printed = press(entry)

    trip = trip_of(entry, 1, printed)
    amenities = tell_amenities(entry, printed.catalogue, printed.rules, nb()).rows
    first = {fact.label: fact.value for fact in trip.item.facts}

    assert mark in [chip.text for chip in trip.item.chips]
    assert detail in [f"{one.name}: {one.word}" for one in amenities]
    assert "toalett" not in fields or first["HC-toalett"].startswith(detail.removeprefix("HC-toalett: "))


def test_a_toilet_that_only_the_venue_tells_of_is_marked_as_it_is_told() -> None:
    venue = document(Place, "badet", hc_toalett="delvis")
    entry = walk(sted="badet")

    trip = trip_of(entry, 1, press(entry, venue))

    assert "HC-toalett: delvis" in [chip.text for chip in trip.item.chips]
    assert "Delvis" in [fact.value for fact in trip.item.facts if fact.label == "HC-toalett"]


def test_what_a_source_is_unsure_of_is_as_good_as_unmeasured() -> None:
    found = told(toalett=SOUND_TOILET, kilde=[{**UNSURE, "gjelder": ["toalett"]}])

    assert found == ["Ikke vurdert: HC-toalett. Ingen har målt der ennå."]


def test_the_page_shows_the_rows_with_the_official_word_and_the_version_of_the_rules() -> None:
    entry = walk(
        lengde="1 km",
        toalett=SOUND_TOILET,
        strekninger=[{"fra_m": "0", "til_m": "1000", "tilstand": "ujevnt"}],
    )

    shown = text_of(page_of(site_of(entry), "turer/tur.html")).replace("\xa0", " ")

    assert "Kan rullestolen brukes der?" in shown
    assert "Ja (Tilgjengelig)" in shown
    assert "(regelsett 2026-11)" in shown


@pytest.mark.parametrize(
    ("length", "climb", "minutes"), [(5000, None, 60), (5000, 0, 60), (5000, 300, 90), (1900, 30, 25), (100, None, 5)]
)
def test_on_foot_is_five_km_an_hour_and_ten_minutes_for_every_hundred_metres_up(
    length: float, climb: float | None, minutes: int
) -> None:
    assert walking_minutes(length, climb) == minutes


def test_a_rollator_is_counted_as_a_kilometre_and_a_half_an_hour() -> None:
    assert (rollator_minutes(1500), rollator_minutes(750)) == (60, 30)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "25 min til fots og 57 min i rolig tempo"),
        ({"rullator": "ja"}, "25 min til fots, 57 min i rolig tempo og 1 t 15 min med rullator"),
        ({"rullator": "delvis"}, "25 min til fots og 57 min i rolig tempo"),
        (
            {
                "rullator": "ja",
                "strekninger": [{"fra_m": "0", "til_m": "1900", "hinder": [{"type": "trapp"}]}],
            },
            "25 min til fots og 57 min i rolig tempo",
        ),
    ],
)
def test_the_time_with_a_rollator_is_told_only_where_it_gets_all_the_way(
    fields: dict[str, object], expected: str
) -> None:
    assert fact(walk(lengde="1,9 km", **fields), "pace")[0] == expected


def test_the_rule_of_a_time_stands_beside_it_and_says_what_is_not_counted() -> None:
    rule = fact(walk(lengde="1,9 km"), "pace")[1]

    assert "5 km i timen" in rule
    assert "Stigningen er ikke kjent og ikke regnet med." in rule
    assert fact(walk(), "pace") == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"lengde": "15 km"}, "3 t til fots og 7 t 30 min i rolig tempo"),
        ({"lengde": "15,1 km"}, None),
        ({"lengde": "15,1 km", "rullator": "ja"}, None),
        ({"lengde": "15,1 km", "rullator": "ja", "varighet_rolig_min": "120"}, "2 t i rolig tempo"),
    ],
)
def test_of_what_is_too_long_to_walk_only_a_stated_time_is_told(
    fields: dict[str, object], expected: str | None
) -> None:
    found = fact(walk(**fields), "pace")

    assert found[:1] == ((expected,) if expected else ())
    assert not found or ("km i timen" in found[1]) == (fields["lengde"] == "15 km")


def test_the_grade_says_what_it_means_and_that_it_is_not_about_wheelchairs() -> None:
    assert fact(walk(gradering="grønn"), "grade") == (
        "Grønn – enkel",
        "Under 5 km og under 300 høydemeter (Merkehåndboka). Sier ikke noe om rullestol.",
    )


def test_water_and_shelter_are_told_with_their_place_and_silence_is_no_answer() -> None:
    sights = [
        {"type": "drikkevann", "navn": "Fontenen", "ved_m": "420"},
        {"type": "gapahuk", "navn": "Gapahuken", "ved_m": "900"},
    ]

    assert fact(walk(opplevelser=sights), "drinking_water") == ("Ja", "Fontenen, etter 420 m")
    assert fact(walk(opplevelser=sights), "shelter") == ("Ja", "Gapahuken, etter 900 m")
    at_start = [{"type": "drikkevann", "navn": "Fontenen", "ved_m": "0"}]
    assert fact(walk(opplevelser=at_start), "drinking_water") == ("Ja", "Fontenen, ved start")
    assert fact(walk(drikkevann="nei"), "drinking_water") == ("Nei",)
    assert fact(walk(), "drinking_water") == ()


def place(identity: str, north: float, **fields: object) -> Place:
    return document(Place, identity, sted={"navn": identity, "lat": f"{59.2 + north:.4f}", "lon": "10.9"}, **fields)


def test_the_nearest_accessible_toilet_is_named_where_the_walk_has_none() -> None:
    near, far = place("badet", 0.004, hc_toalett="ja"), place("kirka", 0.02, hc_toalett="ja")
    unsure = place("kiosken", 0.001, hc_toalett="ja", kilde=[UNSURE])
    without = place("kafeen", 0.0005, hc_toalett="nei")

    assert fact(walk(start=START), "accessible_toilet", near, far, unsure, without) == (
        "Vet ikke",
        "Nærmeste HC-toalett vi vet om: Badet, 446 m fra start i luftlinje.",
    )


def test_a_toilet_in_another_area_may_lie_across_water_and_the_way_there_is_to_be_checked() -> None:
    near, here = place("badet", 0.004, hc_toalett="ja", område="Byen"), {"start": START, "område": "Øya"}

    assert fact(walk(**here), "accessible_toilet", near)[1].endswith("446 m fra start i luftlinje; sjekk veien dit.")
    assert fact(walk(start=START), "accessible_toilet", near)[1].endswith("i luftlinje; sjekk veien dit.")
    assert fact(walk(**here | {"område": "Byen"}), "accessible_toilet", near)[1].endswith("fra start i luftlinje.")


def test_no_other_toilet_is_named_where_the_walk_has_one_or_where_it_begins_nobody_knows() -> None:
    near = place("badet", 0.004, hc_toalett="ja", hc_parkering="ja")

    assert fact(walk(start=START, toalett="ja"), "accessible_toilet", near) == ("Ja",)
    assert fact(walk(), "accessible_toilet", near) == ("Vet ikke",)
    assert fact(walk(start=START), "accessible_parking", near) == (
        "Vet ikke",
        "Nærmeste HC-parkering vi vet om: Badet, 446 m fra start i luftlinje.",
    )
    assert nearest(walk(start=START), "hc_toalett", catalogue_of(place("kirka", 0.2, hc_toalett="ja"))) is None


def test_a_place_that_counts_on_less_than_its_toilet_says_is_passed_over_and_a_note_is_told() -> None:
    partly = place("stranda", 0.0001, hc_toalett="ja", egnet={"hc_toalett": "delvis"})
    here = place("badet", 0.0, hc_toalett={"svar": "ja", "merknad": "Åpent om sommeren."})

    assert fact(walk(start=START), "accessible_toilet", partly, here)[1] == (
        "Nærmeste HC-toalett vi vet om: Badet (åpent om sommeren), der turen starter."
    )


def test_what_the_venue_has_is_told_of_a_walk_that_says_nothing_itself() -> None:
    beach = place("stranda", 0.0, hc_toalett="delvis", hc_parkering="ja")
    entry = walk(sted="stranda")

    assert fact(entry, "accessible_toilet", beach) == ("Delvis",)
    assert fact(entry, "accessible_parking", beach) == ()
    assert fact(walk(sted="stranda", egnet={"hc_toalett": "ja"}), "accessible_toilet", beach) == ("Ja",)


def test_what_is_near_the_far_end_is_shown_too() -> None:
    entry = walk(start=START, slutt={"navn": "Øra", "lat": "59.2300", "lon": "10.9000"}, rundtur="en_vei")
    others = [place(f"sted-{number}", 0.001 * number) for number in range(4)]
    at_the_end = place("museet", 0.031)

    shown = text_of(page_of(site_of(entry, *others, at_the_end), "turer/tur.html"))

    assert "Der turen ender Museet" in shown
    assert "Der turen ender" not in text_of(page_of(site_of(walk(start=START), *others), "turer/tur.html"))


def test_sights_stand_in_the_order_in_which_one_meets_them() -> None:
    entry = walk(opplevelser=[{"navn": "Sist", "ved_m": "900"}, {"navn": "Et sted"}, {"navn": "Først", "ved_m": "100"}])

    assert [sight.name.said("nb").text for sight in along_the_way(entry)] == ["Først", "Sist", "Et sted"]
