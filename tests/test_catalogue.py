"""The catalogue: what is shown today, in which order, and who refers to whom."""

from datetime import timedelta

import pytest

from booklet_samples import TODAY, document
from hefte.catalogue import has_page, is_over, is_shown
from hefte.model import Activity, Booklet, Entry, Event, Group, Organisation, Page, Place, Walk
from website_samples import catalogue_of

YESTERDAY, TOMORROW = str(TODAY - timedelta(1)), str(TODAY + timedelta(1))


@pytest.mark.parametrize(
    ("fields", "shown", "page"),
    [
        ({}, True, True),
        ({"status": "pause"}, True, True),
        ({"status": "inaktiv"}, False, True),
        ({"status": "nedlagt"}, False, True),
        ({"vis_fra": TOMORROW}, False, False),
        ({"vis_fra": str(TODAY)}, True, True),
        ({"vis_til": YESTERDAY}, False, True),
        ({"vis_til": str(TODAY)}, True, True),
    ],
)
def test_an_entry_is_shown_inside_its_dates_until_it_is_closed_down(
    fields: dict[str, str], *, shown: bool, page: bool
) -> None:
    entry = document(Activity, "noe", **fields)

    assert (is_shown(entry, TODAY), has_page(entry, TODAY)) == (shown, page)


@pytest.mark.parametrize(
    ("fields", "over"),
    [
        ({"start": f"{YESTERDAY} 18:00"}, True),
        ({"start": f"{TODAY} 08:00"}, False),
        ({"start": f"{YESTERDAY} 18:00", "slutt": f"{TODAY} 12:00"}, False),
        ({"start": f"{YESTERDAY} 18:00", "slutt": f"{YESTERDAY} 20:00"}, True),
        ({}, False),
        ({"når": [{"dag": "søndag"}]}, False),
        ({"når": [{"dag": "søndag", "til": YESTERDAY}]}, True),
        ({"når": [{"dag": "søndag", "til": YESTERDAY, "også": [TOMORROW]}]}, False),
        ({"når": [{"dag": "søndag", "til": YESTERDAY}, {"dag": "mandag"}]}, False),
        ({"når": [{"også": [YESTERDAY]}]}, True),
        ({"når": [{"også": [YESTERDAY, TOMORROW]}]}, False),
    ],
)
def test_an_event_is_over_when_its_last_day_lies_before_today(fields: dict[str, object], *, over: bool) -> None:
    event = document(Event, "fest", **fields)

    assert is_over(event, TODAY) is over
    assert is_shown(event, TODAY) is not over


def test_entries_stand_by_type_and_title_and_events_by_date() -> None:
    catalogue = catalogue_of(
        document(Event, "sist", start="2027-01-02 10:00"),
        document(Event, "forst", tittel="Ålreit", start="2026-12-01 10:00"),
        document(Event, "uten"),
        document(Activity, "aal", tittel="Åletur"),
        document(Activity, "zumba", tittel="Zumba"),
        document(Page, "om", tittel="Om", tekst="Om oss."),
        document(Booklet, "hefte", tittel="Hefte", utvalg={"type": "turer"}),
    )

    assert [entry.id for entry in catalogue.entries] == ["zumba", "aal", "forst", "sist", "uten"]
    assert [page.id for page in catalogue.pages] == ["om"]
    assert [booklet.id for booklet in catalogue.booklets] == ["hefte"]
    assert [event.id for event in catalogue.shown_of(Event)] == ["forst", "sist", "uten"]


def test_references_are_followed_both_ways() -> None:
    club, hall = document(Organisation, "klubben"), document(Place, "hallen", område="Sentrum")
    activity = document(Activity, "ball", arrangør="klubben", sted="hallen")
    hidden = document(Activity, "skjult", arrangør="klubben", status="inaktiv")
    catalogue = catalogue_of(club, hall, activity, hidden)

    assert catalogue.organiser(activity) == club
    assert catalogue.venue(activity) == hall
    assert catalogue.area_of(activity) == "Sentrum"
    assert catalogue.referrers(club) == catalogue.referrers(hall) == (activity,)
    assert catalogue.get("steder", "hallen") == hall
    assert catalogue.get("steder", "borte") is None


def test_a_reference_to_nothing_or_to_another_type_finds_nobody() -> None:
    catalogue = catalogue_of(document(Activity, "ball", arrangør="borte", sted="borte"))
    entry = catalogue.entries[0]

    assert catalogue.organiser(entry) is None
    assert catalogue.venue(entry) is None
    assert catalogue.spot(entry) is None
    assert catalogue.position(entry) is None
    assert catalogue.area_of(entry) is None
    assert catalogue.referrers(entry) == ()


SPOT = {"navn": "Torget", "lat": "59.2", "lon": "10.9"}


@pytest.mark.parametrize(
    "entry",
    [
        document(Activity, "a", sted=SPOT),
        document(Activity, "b", sted="hallen"),
        document(Walk, "c", start=SPOT),
        document(Group, "d", base="hallen"),
        document(Group, "e", base=SPOT),
        document(Organisation, "f", besøksadresse=SPOT),
        document(Place, "g", sted=SPOT),
    ],
    ids=lambda entry: entry.folder,
)
def test_a_position_is_its_own_or_inherited(entry: Entry) -> None:
    catalogue = catalogue_of(entry, document(Place, "hallen", sted=SPOT))

    assert catalogue.position(entry) == (59.2, 10.9)


def test_a_spot_without_coordinates_has_no_position() -> None:
    catalogue = catalogue_of(document(Activity, "a", sted={"navn": "Torget"}))

    assert catalogue.position(catalogue.entries[0]) is None


def test_kindred_share_type_category_and_municipality() -> None:
    first, second = document(Activity, "a"), document(Activity, "b")
    elsewhere = document(Activity, "c", kommune="3107")
    catalogue = catalogue_of(first, second, elsewhere, document(Walk, "d"))

    assert catalogue.kindred(first) == (first, second)
    assert catalogue.kindred(document(Event, "fest")) == ()


def test_areas_are_gathered_by_their_slug() -> None:
    catalogue = catalogue_of(document(Activity, "a", område="Kråkerøy"), document(Walk, "b", område="kråkerøy"))

    assert {name: len(entries) for name, entries in catalogue.areas.items()} == {"krakeroy": 2}


def test_a_category_has_all_that_stands_under_it_however_deep() -> None:
    under = {"jazz": "musikk", "musikk": "kultur", "kultur": "ukjent"}
    catalogue = catalogue_of(kategorier=[{"kode": code, "navn": code, "under": top} for code, top in under.items()])

    assert catalogue.family("kultur") == {"kultur", "musikk", "jazz"}
    assert catalogue.family("jazz") == {"jazz"}


def test_a_site_without_categories_of_its_own_has_the_default_ones() -> None:
    assert "fysisk_aktivitet" in catalogue_of(kategorier=[]).categories
    assert list(catalogue_of().categories) == ["idrett"]


def test_an_order_never_depends_on_the_order_of_the_files() -> None:
    rows = [document(Activity, name, tittel="Samme navn") for name in ("b", "a", "c")]

    assert [entry.id for entry in catalogue_of(*rows).entries] == ["a", "b", "c"]
