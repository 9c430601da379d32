"""Facts in words: what is known, what nobody knows, and what a source is unsure of."""

from collections.abc import Mapping
from datetime import date

import pytest

from booklet_samples import MEASURED, TODAY, document, words
from hefte.model import Activity, Entry, Event, Group, Organisation, Place, Walk
from hefte.model.choices import Certainty, YesNoPartly
from hefte.telling.contact import contact_of
from hefte.telling.entry import first_facts, other_facts
from hefte.telling.facts import Fact, said
from hefte.telling.freshness import checked, is_overdue, next_check
from hefte.telling.people import Known, counted_on, tell_audience, yes_no_facts
from hefte.telling.sources import certainty, is_unsure
from hefte.telling.stretch import tell_ground, tell_surface
from hefte.telling.themes import THEMES, is_surely_free
from hefte.telling.walk import is_sketch, reaches_of, slow_minutes, tell_steepest, tell_surfaces
from hefte.telling.where import municipalities_of, tell_municipality, where_in_short
from website_samples import catalogue_of, plain, rules

NOTE = "Ni trinn. Gå Tollbugata utenom"


def facts(*documents: Entry) -> Mapping[str, Fact]:
    """All facts of the first document, by the name of the field."""
    catalogue = catalogue_of(*documents)
    told = (*first_facts(documents[0], catalogue, words()), *other_facts(documents[0], words()))
    return {fact.name: fact for fact in told}


def line(fact: Fact) -> str:
    """A fact in one line."""
    return plain("; ".join((fact.answer, *fact.more)))


def unsure(*keys: str) -> list[dict[str, object]]:
    """The sources of an entry, unsure of these keys."""
    return [{"sikkerhet": "usikker", "gjelder": list(keys)}]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([], None),
        ([{"sikkerhet": "usikker"}], Certainty.UNSURE),
        ([{"sikkerhet": "usikker", "gjelder": ["pris"]}], Certainty.UNSURE),
        ([{"sikkerhet": "usikker", "gjelder": ["lengde"]}], None),
        ([{"sikkerhet": "usikker"}, {"sikkerhet": "sikker", "gjelder": ["pris"]}], Certainty.SURE),
        ([{"sikkerhet": "sikker"}, {"sikkerhet": "usikker", "gjelder": ["pris"]}], Certainty.UNSURE),
        (
            [{"sikkerhet": "usikker", "gjelder": ["pris"]}, {"sikkerhet": "trolig", "gjelder": ["pris"]}],
            Certainty.LIKELY,
        ),
        ([{"gjelder": ["pris"]}], None),
    ],
)
def test_a_key_is_as_sure_as_the_best_source_that_names_it(sources: object, expected: Certainty | None) -> None:
    entry = document(Activity, "noe", kilde=sources)

    assert certainty(entry, "pris") is expected
    assert is_unsure(entry, "pris") is (expected is Certainty.UNSURE)


def test_what_nobody_has_told_us_looks_unknown() -> None:
    found = facts(document(Activity, "noe"))

    assert {name for name, fact in found.items() if not fact.known} == {"when", "place", "price", "adapted"}
    assert {fact.answer for fact in found.values()} == {"Vet ikke"}


def test_what_is_known_not_is_told_as_no() -> None:
    found = facts(document(Activity, "noe", tilrettelagt="nei", påmelding="nei", prøvetime="nei"))

    assert found["adapted"].answer == "Nei"
    assert found["sign_up"].known
    assert found["trial"].answer == "Nei"


@pytest.mark.parametrize(
    ("kind", "fields", "name", "expected"),
    [
        (
            Activity,
            {"sted": {"navn": "Torget", "adresse": "Torget 1", "postnr": "1601", "poststed": "Vik"}},
            "place",
            "Torget; Torget 1, 1601 Vik",
        ),
        (Activity, {"sted": {"adresse": "Torget 1"}}, "place", "Torget 1"),
        (Walk, {"start": "Bua"}, "start", "Bua"),
        (Organisation, {"besøksadresse": "Torget 1"}, "visiting_address", "Torget 1"),
        (Group, {"base": {"navn": "Huset"}}, "base", "Huset"),
        (
            Activity,
            {"påmelding": {"svar": "ja", "hvordan": "Ring.", "frist": "2026-12-01"}},
            "sign_up",
            "Ja; Ring.; Frist: 1. desember 2026",
        ),
        (Activity, {"tilrettelagt": {"svar": "ja", "hvordan": "Rampe."}}, "adapted", "Ja; Rampe."),
        (
            Activity,
            {"målgruppe": {"for": ["ungdom", "voksne"], "alder": "13-25"}},
            "audience",
            "Ungdom og voksne, 13–25 år",
        ),
        (Activity, {"transport": "Buss 12."}, "transport", "Buss 12."),
        (
            Activity,
            {
                "transport": {
                    "holdeplass": {"navn": "Torget", "m": "180", "linjer": "12"},
                    "tekst": "Se ruta.",
                    "tt": "ja",
                    "henting": "nei",
                }
            },
            "transport",
            "Torget, 180 m unna; Linje 12; Se ruta.; Ingen henting; TT-kort: ja",
        ),
        (Activity, {"transport": {"tt": "ja"}}, "transport", "TT-kort: ja"),
        (
            Walk,
            {
                "parkering": {
                    "navn": "Bua",
                    "hc_plasser": "2",
                    "avstand_m": "40",
                    "hc_bredde_cm": "400",
                    "hc_lengde_cm": "600",
                    "avgift": "gratis",
                }
            },
            "parking",
            "Bua: 2 HC-plasser, 40 m fra start; HC-plassene er 400 cm brede og 600 cm lange.; Gratis parkering.",
        ),
        (
            Walk,
            {"parkering": {"plasser": "1", "avgift": "30", "merknad": "Grus."}},
            "parking",
            "1 plass; Parkering koster 30 kr.; Grus.",
        ),
        (Walk, {"parkering": {"navn": "Bua"}}, "parking", "Bua"),
        (
            Walk,
            {"parkering": {"navn": "Bua", "hc_plasser": "0", "avstand_m": "30"}},
            "parking",
            "Bua: ingen HC-plasser. Parkering 30 m fra start",
        ),
        (Place, {"åpningstider": [{"alltid": "ja"}]}, "opening_hours", "Alltid åpent"),
        (Activity, {"når": [{"alltid": "ja"}]}, "when", "Når dere vil"),
        (
            Walk,
            {"toalett": {"hc": "nei", "avstand_m": "150", "sesong": "sommer", "nøkkel": "ja"}},
            "accessible_toilet",
            "Nei. Toalett uten HC 150 m fra start; sommer; Dere trenger nøkkel.",
        ),
        (
            Walk,
            {"toalett": {"åpent": "8–20", "nøkkel": "nei"}},
            "accessible_toilet",
            "om rullestol kommer inn: vet ikke; åpent kl. 8–20; Nøkkel trengs ikke.",
        ),
        (Walk, {"toalett": {"hc": "ja", "åpent": "hverdager 8–20"}}, "accessible_toilet", "Ja; hverdager 8–20"),
        (Walk, {"toalett": {"hc": "ja", "åpent": "0-24"}}, "accessible_toilet", "Ja; åpent hele døgnet"),
        (Walk, {"toalett": {"hc": "ja", "åpent": "8"}}, "accessible_toilet", "Ja; 8"),
        (Walk, {"slutt": "Torget"}, "end", "Torget"),
        (Walk, {"kontroller": [{"dato": "2026-10-14", "av": "Kari"}]}, "inspections", "14. oktober 2026, av Kari"),
        (
            Place,
            {"inngang": {"bredde_cm": "100", "terskel_cm": "2", "dør": "automatisk", "rampe": "ja"}},
            "entrance",
            "100 cm bred, terskel 2 cm, automatisk dør, rampe",
        ),
        (Place, {"inngang": {"rampe": "nei", "merknad": "Ring på."}}, "entrance", "Ingen rampe. Ring på."),
        (Place, {"hc_toalett": {"svar": "ja", "antall": "2"}}, "accessible_toilet", "Ja, 2 stk."),
        (Walk, {"vinter": {"brøytet": "ja", "strødd": "delvis"}}, "winter", "Brøytet, delvis strødd"),
        (
            Activity,
            {"utstyr_lån": {"tekst": "Sportsstol", "nett": "https://bua.io/vik"}},
            "gear_loan",
            "Sportsstol. bua.io/vik",
        ),
        (Place, {"hc_toalett": {"svar": "ja", "avstand_m": "30"}}, "accessible_toilet", "30 m"),
        (Activity, {"antall": "6-10"}, "people_count", "6–10"),
        (Activity, {"antall": "6"}, "people_count", "6"),
        (Activity, {"varighet_min": "90"}, "minutes", "1 t 30 min"),
        (Activity, {"sesong": ["sommer", "vinter"]}, "season", "Sommer og vinter"),
        (Activity, {"ledsagerbevis": "ja"}, "companion_card", "Ja"),
        (
            Activity,
            {"når": "tirsdag", "åpningstider": {"dag": "lørdag", "kl": "10-14"}},
            "opening_hours",
            "lørdag kl. 10–14",
        ),
        (Group, {"timer_per_måned": "8"}, "hours_per_month", "8"),
        (
            Walk,
            {"benker": {"antall": "6", "maks_avstand_m": "420"}},
            "benches",
            "6 stk., lengst mellom to benker 420 m",
        ),
        (
            Walk,
            {"høydemeter": "30", "strekninger": [{"fra_m": "0", "til_m": "9", "stigning": "1:20"}]},
            "climb_m",
            "30 m",
        ),
        (Walk, {"ut_no": "https://www.ut.no/tur/1/"}, "ut_no", "ut.no/tur/1"),
        (Organisation, {"orgnr": "974760673"}, "number", "974760673"),
    ],
)
def test_a_fact_is_told_in_plain_words(kind: type[Entry], fields: dict[str, object], name: str, expected: str) -> None:
    told = line(facts(document(kind, "noe", **fields))[name])

    assert expected in told


def test_the_venue_tells_where_and_how_to_get_there() -> None:
    hall = document(Place, "hallen", tittel="Hallen", sted={"adresse": "Torget 1"}, transport="Buss 12.")

    found = facts(document(Activity, "noe", sted="hallen"), hall)

    assert line(found["place"]) == "Hallen; Torget 1"
    assert found["transport"].answer == "Buss 12."


def test_a_fact_of_an_unsure_source_is_marked_and_no_other() -> None:
    found = facts(
        document(Activity, "noe", pris="60", tilrettelagt="ja", prøvetime="ja", kilde=unsure("pris", "prøvetime"))
    )

    assert {name for name, fact in found.items() if fact.unsure} == {"price", "trial"}


def test_a_site_tells_a_price_with_several_rows_beneath_the_sum() -> None:
    found = facts(document(Activity, "noe", pris=[{"navn": "Barn", "kr": "30"}, {"navn": "Voksen", "kr": "60"}]))

    assert plain("".join(found["price"].more)) == "Barn 30 kr. Voksen 60 kr"


def test_what_is_for_colleagues_is_never_told() -> None:
    entry = document(Walk, "noe", notat="hemmelig", tidligere_id=["gammel-id"], hefte={"med": "ja"})

    told = " ".join(line(fact) for fact in facts(entry).values())

    assert "hemmelig" not in told
    assert "gammel-id" not in told


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (None, ""),
        ({"for": ["barn"]}, "Barn"),
        ({"for": ["barn", "eldre"]}, "Barn og eldre"),
        ({"alder": "18+"}, "Fra 18 år"),
        ({"alder": "til 12"}, "Til 12 år"),
        ({"alder": "13-25"}, "13–25 år"),
    ],
)
def test_whom_it_is_for_is_told_in_one_line(audience: object, expected: str) -> None:
    entry = document(Activity, "noe", **({"målgruppe": audience} if audience else {}))

    assert plain(tell_audience(entry.audience, words())) == expected


def test_what_one_can_count_on_is_told_even_where_nobody_knows() -> None:
    entry = document(Activity, "noe", egnet={"teleslynge": "nei", "rolig": "delvis"})

    found = {row.name: (row.status, row.word) for row in yes_no_facts(entry, catalogue_of(entry), words())}

    assert found == {
        "wheelchair_in": ("vet_ikke", "vet ikke"),
        "accessible_toilet": ("vet_ikke", "vet ikke"),
        "hearing_loop": ("nei", "Nei"),
        "calm": ("delvis", "Delvis"),
    }


@pytest.mark.parametrize("kind", [Walk, Organisation])
def test_walks_and_organisations_do_not_list_what_nobody_knows(kind: type[Entry]) -> None:
    entry = document(kind, "noe")

    assert yes_no_facts(entry, catalogue_of(entry), words()) == ()


def test_of_two_answers_the_weaker_counts_and_the_venue_answers_where_the_entry_is_silent() -> None:
    hall = document(
        Place,
        "hallen",
        egnet={"rullestol_inn": "nei", "rolig": "ja", "heis": "ja"},
        hc_toalett="ja",
        hc_parkering="delvis",
        teleslynge="nei",
    )
    entry = document(Activity, "noe", sted="hallen", egnet={"rullestol_inn": "ja"})

    found = {name: known.value.value for name, known in counted_on(entry, catalogue_of(entry, hall)).items()}

    assert found == {
        "wheelchair_in": "nei",
        "accessible_toilet": "ja",
        "accessible_parking": "delvis",
        "hearing_loop": "nei",
        "lift": "ja",
    }


def test_an_unsure_answer_is_told_as_unsure_also_when_it_is_the_venues() -> None:
    hall = document(Place, "hallen", hc_toalett="ja", kilde=unsure("hc_toalett"))
    entry = document(Activity, "noe", sted="hallen", egnet={"rullestol_inn": "ja"}, kilde=unsure("egnet"))
    catalogue = catalogue_of(entry, hall)

    told = {row.name: (row.status, row.word) for row in yes_no_facts(entry, catalogue, words())}

    assert counted_on(entry, catalogue)["wheelchair_in"] == Known(YesNoPartly.YES, unsure=True)
    assert told["wheelchair_in"] == told["accessible_toilet"] == ("usikker", "Ja (usikkert)")


def test_a_venues_toilet_that_is_open_part_of_the_year_says_so_on_what_goes_on_there() -> None:
    beach = document(Place, "stranda", hc_toalett={"svar": "ja", "sesong": "Mai til september"})
    swim = document(Activity, "bade", sted="stranda")
    catalogue = catalogue_of(swim, beach)

    told = {row.name: (row.status, row.word) for row in yes_no_facts(swim, catalogue, words())}

    assert counted_on(swim, catalogue)["accessible_toilet"].value is YesNoPartly.PARTLY
    assert told["accessible_toilet"] == ("delvis", "Ja, mai til september")


@pytest.mark.parametrize("status", ["nedlagt", "inaktiv"])
def test_nobody_is_sent_to_an_organisation_or_a_place_that_is_closed(status: str) -> None:
    closed = document(Organisation, "laget", kontakt={"tlf": "69 00 00 01"}, status=status)
    venue = document(Place, "huset", kontakt={"tlf": "69 00 00 02"}, status=status)
    bare = document(Activity, "kor", arrangør="laget", sted="huset")
    own = document(Activity, "dans", arrangør="laget", kontakt={"tlf": "69 00 00 03"})
    catalogue = catalogue_of(closed, venue, bare, own, kontakt={"tlf": "69 00 00 09"})

    phones = [found.phone for entry in (bare, own) if (found := contact_of(entry, catalogue))]

    assert phones == ["69000009", "69000003"]
    assert catalogue.organiser(bare) is None


def test_somebody_can_always_be_called() -> None:
    own, clubs, halls, services = ({"tlf": number} for number in ("69000001", "69000002", "69000003", "69000000"))
    club = document(Organisation, "klubben", kontakt=clubs)
    hall = document(Place, "hallen", kontakt=halls)
    rows = [
        document(Activity, "a", arrangør="klubben", sted="hallen", kontakt=own),
        document(Activity, "b", arrangør="klubben", sted="hallen"),
        document(Activity, "c", sted="hallen"),
        document(Activity, "d"),
    ]
    catalogue = catalogue_of(club, hall, *rows, kontakt=services)

    phones = [found.phone for entry in rows if (found := contact_of(entry, catalogue))]

    assert phones == ["69000001", "69000002", "69000003", "69000000"]
    assert contact_of(rows[3], catalogue_of(rows[3], kontakt="ukjent")) is None


@pytest.mark.parametrize(
    ("kind", "done", "due"),
    [
        (Activity, "2026-10-14", date(2027, 10, 14)),
        (Event, "2026-10-14", date(2027, 4, 14)),
        (Activity, "2025-11-30", date(2026, 11, 30)),
        (Activity, "2024-02-29", date(2025, 2, 28)),
        (Group, "2026-08-31", date(2027, 2, 28)),
        (Walk, {"dato": "2026-10-14", "neste": "2026-11-01"}, date(2026, 11, 1)),
    ],
)
def test_an_entry_is_due_after_half_a_year_or_a_year(kind: type[Entry], done: object, due: date) -> None:
    entry = document(kind, "noe", kontrollert=done)
    assert entry.checked

    assert next_check(entry, entry.checked) == due
    assert not is_overdue(entry, due)
    assert is_overdue(entry, date.fromordinal(due.toordinal() + 1))


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (None, "Ikke kontrollert"),
        ("2026-10-14", "Kontrollert 14. oktober 2026"),
        ({"dato": "2026-10-14", "av": "Kari"}, "Kontrollert 14. oktober 2026 av Kari"),
    ],
)
def test_who_checked_and_when_is_told(done: object, expected: str) -> None:
    entry = document(Activity, "noe", **({"kontrollert": done} if done else {}))

    assert plain(checked(entry, words())) == expected
    assert is_overdue(entry, TODAY) is False


def test_where_is_told_in_few_words() -> None:
    hall = document(Place, "hallen", tittel="Hallen", område="Sentrum")
    inside = document(Activity, "a", sted="hallen")
    catalogue = catalogue_of(hall, inside, document(Activity, "b", område="Nord"), document(Activity, "c"))

    told = [where_in_short(catalogue, entry, words()) for entry in catalogue.all(Activity)]

    assert told == ["Hallen, Sentrum", "Nord", ""]


def test_municipalities_are_named_and_the_whole_country_too() -> None:
    entry = document(Activity, "noe", kommune=["3107", "9999", "hele_landet"])

    assert municipalities_of(entry, words()) == ("Fredrikstad", "Hele landet")
    assert tell_municipality("9999", words()) == "9999"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({"lengde": "2 km"}, 60), ({"lengde": "2 km", "varighet_rolig_min": "45"}, 45), ({}, None)],
)
def test_a_slow_pace_is_stated_or_two_kilometres_an_hour(fields: dict[str, object], expected: int | None) -> None:
    assert slow_minutes(document(Walk, "tur", **fields)) == expected


def stretch(**fields: object) -> dict[str, object]:
    """A stretch that is easy in every way, with what is changed."""
    return {"fra_m": "0", "til_m": "800", **MEASURED, **fields}


def test_surfaces_are_told_in_the_order_of_the_stretches() -> None:
    walk = document(Walk, "tur", strekninger=[stretch(dekke="tre"), stretch(dekke="grus"), stretch(dekke="tre")])

    assert tell_surfaces(walk, words()) == "Treplanker, grus"
    assert tell_surfaces(document(Walk, "tur", underlag=["asfalt"]), words()) == "Asfalt"
    assert tell_surfaces(document(Walk, "tur"), words()) == ""


def test_a_track_is_a_sketch_until_it_is_measured() -> None:
    assert is_sketch(document(Walk, "tur"))
    assert is_sketch(document(Walk, "tur", spor_kilde="tegnet"))
    assert not is_sketch(document(Walk, "tur", spor_kilde="målt"))


def test_a_stretch_tells_what_is_hard_and_what_is_in_the_way() -> None:
    obstacles = [{"type": "kant", "cm": "4", "passerbar": "nei"}, {"type": "bom", "passerbar": "ja"}, "rot"]
    walk = document(
        Walk,
        "tur",
        strekninger=[
            stretch(fasthet="løst", tilstand="ujevnt", benk_maks_avstand_m="90", hinder=obstacles, merknad="Vått."),
            {"fra_m": "0", "til_m": "9"},
        ],
    )
    told, unmeasured = walk.stretches

    assert tell_surface(told, words()) == "Grus"
    assert plain(tell_ground(told, words())).split(" · ") == [
        "løst",
        "ujevnt",
        "220 cm bred",
        "høyst 4 %",
        "tverrfall høyst 2 %",
        "90 m mellom benkene",
        "kant på 4 cm som stopper hjul",
        "bom",
        "røtter",
        "Vått",
    ]
    assert tell_surface(unmeasured, words()) == "Underlag: vet ikke"
    assert tell_ground(unmeasured, words()) == ""


def test_a_stretch_tells_what_matters_to_those_who_see_little() -> None:
    row = {"fra_m": "0", "til_m": "9", "belysning": "ikke", "ledelinje": "taktil", "frihøyde": "210"}
    walk = document(Walk, "tur", strekninger=[row | {"møteplasser": "nei", "plankeavstand_cm": "0,5"}])

    assert plain(tell_ground(walk.stretches[0], words())).split(" · ") == [
        "ingen møteplasser",
        "0,5 cm mellom plankene",
        "ikke belyst",
        "ledelinje som kjennes med stokk",
        "210 cm fri høyde",
    ]


def test_a_walk_there_and_back_is_described_one_way() -> None:
    walk = document(Walk, "tur", lengde="1,6 km", rundtur="tur_retur", strekninger=[stretch()])

    assert all(reach.length_m == 800 for reach in reaches_of(walk, rules()).values())


def on_lists(entry: Entry, *others: Entry) -> set[str]:
    """The derived lists that an entry is on."""
    catalogue = catalogue_of(entry, *others)
    return {name for name, belongs in THEMES.items() if belongs(entry, catalogue, rules())}


HALL = document(Place, "hallen", egnet={"rullestol_inn": "ja"})


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (Activity, {}, set()),
        (Organisation, {}, set()),
        (Activity, {"pris": "gratis"}, {"gratis"}),
        (Organisation, {"pris": "gratis"}, set()),
        (Activity, {"pris": "60"}, set()),
        (Activity, {"egnet": {"rullestol_inn": "ja"}}, {"med-rullestol"}),
        (Activity, {"egnet": {"rullestol_inn": "delvis"}}, set()),
        (Activity, {"sted": "hallen"}, {"med-rullestol"}),
        (Activity, {"sted": "hallen", "egnet": {"rolig": "ja"}}, {"med-rullestol"}),
        (Activity, {"sted": "hallen", "egnet": {"rullestol_inn": "nei"}}, set()),
        (Walk, {"strekninger": [stretch()], "lengde": "800 m"}, {"med-rullestol"}),
        (Walk, {"strekninger": [stretch(stigning="1:5")], "lengde": "800 m"}, set()),
        (Walk, {"lengde": "800 m", "egnet": {"rullestol_inn": "ja"}}, set()),
        (Activity, {"tilrettelagt": "ja"}, {"tilrettelagt"}),
        (Activity, {"tilrettelagt": "eget_tilbud"}, {"tilrettelagt"}),
        (Activity, {"tilrettelagt": "kan_tilpasses"}, set()),
        (Activity, {"målgruppe": {"alder": "55+"}}, {"for-eldre"}),
        (Activity, {"målgruppe": {"alder": "54+"}}, set()),
        (Activity, {"målgruppe": {"for": "eldre"}}, {"for-eldre"}),
        (Activity, {"målgruppe": {"for": "familier"}}, {"for-barn-og-unge"}),
        (Activity, {"målgruppe": {"alder": "6-18"}}, {"for-barn-og-unge"}),
        (Activity, {"målgruppe": {"alder": "13-25"}}, set()),
        (Organisation, {"type": "interesseorganisasjon"}, {"interesseorganisasjoner"}),
        (Organisation, {"type": "lag"}, set()),
    ],
)
def test_a_list_holds_what_is_known_to_belong_there(
    kind: type[Entry], fields: dict[str, object], expected: set[str]
) -> None:
    assert on_lists(document(kind, "noe", **fields), HALL) == expected


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        (Activity, "pris", "gratis"),
        (Activity, "egnet", {"rullestol_inn": "ja"}),
        (Activity, "tilrettelagt", "ja"),
        (Activity, "målgruppe", {"for": ["eldre", "barn"], "alder": "6-12"}),
        (Walk, "strekninger", [stretch()]),
    ],
)
def test_what_a_source_is_unsure_of_never_puts_an_entry_on_a_list(kind: type[Entry], key: str, value: object) -> None:
    entry = document(kind, "noe", **{key: value}, kilde=unsure(key))

    assert on_lists(entry) == set()
    assert not is_surely_free(entry)


def test_an_unsure_venue_puts_nobody_on_a_list() -> None:
    hall = document(Place, "hallen", egnet={"rullestol_inn": "ja"}, kilde=unsure("egnet"))

    assert on_lists(document(Activity, "noe", sted="hallen"), hall) == set()


def test_no_text_is_said_as_nothing() -> None:
    assert said(None, words()) == ""


@pytest.mark.parametrize(
    ("til_m", "more", "told"),
    [
        ("2000", (), "4 %"),
        ("300", (), "4 %"),
        ("300", ({"fra_m": "300", "til_m": "2000", "dekke": "gress"},), "Minst 4 % (målt på 300 m av 2 km)"),
        ("300", ({"fra_m": "100", "til_m": "300", "stigning": "6 %"},), "Minst 6 % (målt på 300 m av 2 km)"),
    ],
)
def test_the_steepest_slope_is_at_least_so_much_where_some_of_the_ground_has_none(
    til_m: str, more: tuple[dict[str, str], ...], told: str
) -> None:
    length = "300 m" if told == "4 %" and til_m == "300" else "2 km"
    walk = document(Walk, "tur", lengde=length, strekninger=[stretch(til_m=til_m), *more])

    assert plain(tell_steepest(walk, words())) == told


def test_no_slope_is_told_where_no_stretch_has_one() -> None:
    walk = document(Walk, "tur", lengde="2 km", strekninger=[{"fra_m": "0", "til_m": "2000"}])

    assert tell_steepest(walk, words()) == ""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", [f"trapp som stopper hjul 620 m fra start ({NOTE})", "bom ved start"]),
        ("nn", [f"trapp som stoppar hjul 620 m frå start ({NOTE})", "bom ved start"]),
        (
            "en",
            [f"stairs blocking wheels 620 m from the start ({NOTE})", "barrier at the start"],
        ),
    ],
)
def test_an_obstacle_tells_where_it_is_and_how_to_get_around_it(language: str, told: list[str]) -> None:
    obstacles = [
        {"type": "trapp", "passerbar": "nei", "ved_m": "620", "merknad": f"{NOTE}."},
        {"type": "bom", "passerbar": "ja", "ved_m": "0"},
    ]
    row = document(Walk, "tur", strekninger=[{"fra_m": "0", "til_m": "800", "hinder": obstacles}]).stretches[0]

    assert plain(tell_ground(row, words(language))).split(" · ") == told
