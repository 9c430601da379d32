"""What one can do with an entry's page: what scripts and search engines are given, report a mistake, edit."""

import json
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from booklet_samples import document
from hefte.model import Activity, Entry, Event, Group, Organisation, Place, Walk
from hefte.website.entry_extras import report
from hefte.website.structured import structured
from hefte.website.times import times
from website_samples import page_of, site_of, text_of

BOWLING = {
    "når": [
        {"dag": "tirsdag", "kl": "16:00-17:30", "fra": "2026-08-18", "til": "2026-12-15", "unntatt": ["2026-12-08"]}
    ]
}


def rows_of(entry: Entry, **settings: object) -> list[Mapping[str, object]]:
    """What `times.js` is given of an entry's hours."""
    found = times(site_of(entry, **settings), entry)
    return list(json.loads(found.data)["rows"]) if found else []


def told_of(entry: Entry, *others: Entry, **settings: object) -> dict[str, object]:
    """The structured data of an entry's page."""
    page = html.fromstring(page_of(site_of(entry, *others, **settings), entry.page))
    return dict(json.loads(page.xpath("string(//script[@type='application/ld+json'])")))


def test_a_weekly_row_is_given_to_the_script_as_numbers_and_dates() -> None:
    entry = document(Activity, "bowling", **BOWLING)

    (row,) = rows_of(entry)

    assert row["days"] == [2]
    assert (row["from"], row["to"]) == ("16:00", "17:30")
    assert (row["first"], row["last"], row["not"]) == ("2026-08-18", "2026-12-15", [["2026-12-08", "2026-12-08"]])


@pytest.mark.parametrize(
    "row",
    [
        {"dag": "tirsdag"},
        {"alltid": "ja"},
        {"dag": "tirsdag", "kl": "16-18", "følger": "åpningstider"},
        {"dag": "tirsdag", "kl": "16-18", "hver": "2. uke"},
        {"dag": "tirsdag", "kl": "16-18", "hver": "måned"},
        {"dag": "tirsdag", "kl": "16-18", "følger": "skoleruta"},
    ],
    ids=["no hour", "always", "opening hours", "no first week", "no day of the month", "no school year"],
)
def test_what_cannot_be_worked_out_is_no_time(row: Mapping[str, object]) -> None:
    assert rows_of(document(Activity, "noe", når=[row])) == []


def test_hours_that_nobody_is_sure_of_are_no_time() -> None:
    unsure = [{"sikkerhet": "usikker", "gjelder": ["når"]}]

    assert rows_of(document(Activity, "noe", **BOWLING, kilde=unsure)) == []


def test_days_without_school_are_left_out_where_a_row_follows_the_school_year() -> None:
    row = {"dag": "tirsdag", "kl": "16-18", "følger": "skoleruta"}
    year = [{"fri": ["2026-12-21 – 2027-01-03"]}]

    (told,) = rows_of(document(Activity, "noe", når=[row]), skolerute=year)

    assert told["not"] == [["2026-12-21", "2027-01-03"]]


def test_a_cancelled_event_has_no_time_and_a_cancelled_day_is_named() -> None:
    whole = document(Event, "hel", start="2026-12-05 18:00", avlyst="ja")
    row = {"dag": "lørdag", "kl": "12-14", "fra": "2026-12-05", "til": "2026-12-12"}
    partly = document(Event, "delvis", når=[row], avlyst={"svar": "nei", "dager": ["2026-12-12"]})

    assert rows_of(whole) == []
    assert rows_of(partly)[0]["off"] == [["2026-12-12", "2026-12-12"]]


def test_an_approved_plan_stands_for_the_groups_rule_in_its_own_half_year_only() -> None:
    """A plan for the spring leaves every meeting of the autumn standing, and a draft changes nothing."""
    plan = {"periode": "2027-vår", "punkter": [{"dato": "2027-01-12", "kl": "17-20", "hva": "Bowling"}]}
    meets = [{"dag": "torsdag", "kl": "17-20"}]
    approved, draft = (
        document(Group, "gruppa", møtes=meets, plan={**plan, "status": status}) for status in ("godkjent", "utkast")
    )

    rule, planned = rows_of(approved)
    (alone,) = rows_of(draft)

    assert (rule["days"], rule["not"]) == ([4], [["2027-01-01", "2027-06-30"]])
    assert (planned["also"], planned["what"]) == (["2027-01-12"], "Bowling")
    assert (alone["days"], "not" in alone) == ([4], False)


def test_a_day_that_the_plan_names_without_an_hour_keeps_the_hour_of_the_rule() -> None:
    points = [{"dato": "2027-01-14", "hva": "Bowling"}, {"dato": "2027-01-21", "kl": "12-14", "hva": "Kafé"}]
    plan = {"periode": "2027-vår", "status": "godkjent", "punkter": points}
    group = document(Group, "gruppa", møtes=[{"dag": "torsdag", "kl": "17-20"}], plan=plan)

    rule, planned = rows_of(group)

    assert rule["not"] == [["2027-01-01", "2027-01-13"], ["2027-01-15", "2027-06-30"]]
    assert planned["also"] == ["2027-01-21"]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("høsten 2027", ["2027-07-01", "2027-12-31"]),
        ("2027", ["2027-01-01", "2027-12-31"]),
        ("vår", ["2027-09-09", "2027-09-16"]),
    ],
)
def test_the_days_of_a_plan_are_those_of_its_period_and_at_least_its_own(period: str, expected: list[str]) -> None:
    points = [{"dato": f"2027-09-{day}", "kl": "12-14", "hva": "Kafé"} for day in ("16", "09")]
    plan = {"periode": period, "status": "godkjent", "punkter": points}
    group = document(Group, "gruppa", møtes=[{"dag": "torsdag", "kl": "17-20"}], plan=plan)

    rule, *_ = rows_of(group)

    assert rule["not"] == [expected]


def test_only_what_is_known_and_sure_is_told_to_search_engines() -> None:
    walk = document(
        Walk,
        "turen",
        pris="gratis",
        egnet={"hc_toalett": "ja", "rullestol_inn": "nei", "rolig": "delvis"},
        start={"navn": "Torget", "lat": "59.2", "lon": "10.9"},
        kilde=[{"sikkerhet": "usikker", "gjelder": ["pris"]}],
    )

    told = told_of(walk)

    assert told["@type"] == "TouristAttraction"
    assert "isAccessibleForFree" not in told
    assert [(one["name"], one["value"]) for one in told["amenityFeature"]] == [  # type: ignore[attr-defined]  # a list
        ("Rullestol inn", False),
        ("HC-toalett", True),
    ]
    assert told["geo"] == {"@type": "GeoCoordinates", "latitude": 59.2, "longitude": 10.9}


def test_an_unsure_answer_is_no_amenity() -> None:
    unsure = [{"sikkerhet": "usikker", "gjelder": ["egnet", "start"]}]
    walk = document(Walk, "turen", egnet={"hc_toalett": "ja"}, start={"lat": "59.2", "lon": "10.9"}, kilde=unsure)

    assert told_of(walk).keys() == {"@context", "@type", "name", "description"}


def test_an_event_is_told_with_its_day_and_whether_it_is_cancelled() -> None:
    event = document(Event, "fest", start="2026-12-05 18:00", slutt="2026-12-05 20:00", avlyst="ja", pris="60")

    told = told_of(event, adresse="https://vik.no")

    assert (told["startDate"], told["endDate"]) == ("2026-12-05T18:00", "2026-12-05T20:00")
    assert told["eventStatus"] == "https://schema.org/EventCancelled"
    assert told["offers"] == {"@type": "Offer", "price": "60", "priceCurrency": "NOK"}
    assert told["url"] == "https://vik.no/arrangementer/fest.html"


@pytest.mark.parametrize(
    ("kind", "name", "fields"),
    [
        (Activity, "Service", {}),
        (Group, "Service", {}),
        (Organisation, "NGO", {"type": "lag"}),
        (Place, "SportsActivityLocation", {"byggfunksjon": "idrett"}),
        (Place, "TouristAttraction", {"severdighet": "ja"}),
    ],
)
def test_each_entry_has_a_type_of_schema_org(kind: type[Entry], name: str, fields: Mapping[str, object]) -> None:
    assert told_of(document(kind, "noe", **fields))["@type"] == name


def test_opening_hours_are_told_only_where_every_week_is_the_same() -> None:
    weekly, seldom = {"dag": "hverdager", "kl": "10-16"}, {"dag": "lørdag", "kl": "10-14", "hver": "2. uke"}
    place = document(Place, "huset", åpningstider=[weekly, seldom])

    (hours,) = told_of(place)["openingHoursSpecification"]  # type: ignore[misc]  # a list

    assert (len(hours["dayOfWeek"]), hours["opens"], hours["closes"]) == (5, "10:00", "16:00")


@pytest.mark.parametrize(("clock", "told"), [("00-24", ("00:00", "23:59")), ("18-24", ("18:00", "23:59"))])
def test_a_day_is_told_to_its_last_minute(clock: str, told: tuple[str, str]) -> None:
    place = document(Place, "huset", åpningstider=[{"dag": "hverdager", "kl": clock}])

    (hours,) = told_of(place)["openingHoursSpecification"]  # type: ignore[misc]  # a list

    assert (hours["opens"], hours["closes"]) == told


def test_structured_data_cannot_end_its_element() -> None:
    entry = document(Activity, "noe", tittel="</script><script>alert(1)</script>")

    assert "<" not in structured(site_of(entry), entry)


def test_a_mistake_is_reported_by_a_letter_that_names_the_page_and_nothing_of_the_reader() -> None:
    entry = document(Activity, "noe", tittel="Bad & badstue")
    site = site_of(entry, kontakt={"epost": "post@vik.no"}, adresse="https://vik.no")

    found = report(site, entry)

    assert found is not None
    letter = urlsplit(found.href)
    assert (letter.scheme, letter.path) == ("mailto", "post@vik.no")
    words = parse_qs(letter.query)
    assert words["subject"] == ["Feil på siden «Bad & badstue»"]
    assert words["body"][0].startswith("Side: https://vik.no/aktiviteter/noe.html\n")


def test_without_an_address_to_write_to_one_calls() -> None:
    entry = document(Activity, "noe")

    assert "Noe feil? Ring 69 00 00 00" in text_of(page_of(site_of(entry), entry.page))
    assert report(site_of(entry, kontakt=None), entry) is None


def test_the_way_to_the_editor_is_shown_only_where_there_is_one() -> None:
    entry = document(Activity, "noe")
    entry.put(entry.source._replace(path="aktiviteter/noe.yaml"))

    there, nowhere = (page_of(site_of(entry, **one), entry.page) for one in ({"rediger": "https://git.vik.no/x/"}, {}))

    assert 'href="https://git.vik.no/x/aktiviteter/noe.yaml"' in there
    assert "Rediger" not in nowhere


@pytest.mark.parametrize(("language", "page"), [("nb", "../admin/index.html"), ("nn", "../../admin/nn.html")])
def test_the_form_is_the_way_to_the_editor_where_there_is_one(language: str, page: str) -> None:
    entry = document(Activity, "noe")
    entry.put(entry.source._replace(path="aktiviteter/noe.yaml"))

    site = site_of(entry, language=language, skjema={"tjeneste": "gitlab", "depot": "vik/hefte"})

    made = page_of(site, f"{site.prefix}{entry.page}")

    assert f'href="{page}#/collections/aktiviteter/entries/noe"' in made


def test_plain_words_of_the_lead_are_on_the_page_and_have_their_switch() -> None:
    entry = document(Activity, "noe", ingress={"nb": "Vi bowler i en rolig gruppe.", "lettlest": "Vi bowler sammen."})

    page = html.fromstring(page_of(site_of(entry), entry.page))

    assert page.xpath("string(//p[@class='lead lettlest'])") == "Vi bowler sammen."
    assert page.xpath("//button[@data-plain-words]")


def test_the_list_of_groups_says_the_municipalitys_own_word_for_its_contacts() -> None:
    group = document(Group, "gruppa")
    word = {"entall": "fritidskontakt", "flertall": "fritidskontakter"}

    page = text_of(page_of(site_of(group, kontaktord=word), "grupper/index.html"))

    assert "sammen med fritidskontakter." in page
    assert "støttekontakt" not in page


def test_the_next_time_stands_on_the_page_without_a_script_with_the_day_it_was_worked_out() -> None:
    entry = document(Activity, "bowling", **{**BOWLING, "avlyst": {"dager": ["2026-11-24"]}})

    page = page_of(site_of(entry), "aktiviteter/bowling.html")

    told = text_of(page)
    assert "Neste gang Tirsdag 1. desember kl. 16–17.30 Regnet ut 22. november 2026." in told
    assert "kalender.html?bare=aktiviteter/bowling" in page


def test_after_the_last_time_it_says_so() -> None:
    entry = document(Activity, "bowling", når={"dag": "tirsdag", "kl": "16-17", "til": "2026-11-01"})

    assert "Ingen flere ganger er satt opp." in text_of(page_of(site_of(entry), "aktiviteter/bowling.html"))


def test_a_usual_time_on_a_public_holiday_is_not_sure_and_an_event_then_is() -> None:
    fridays = document(Activity, "bowling", når={"dag": "fredag", "kl": "16-17"})
    feast = document(Event, "fest", når={"dag": "fredag", "kl": "16-17"})

    usual, event = (json.loads(times(site_of(one), one).data) for one in (fridays, feast))  # type: ignore[union-attr]

    assert usual["unsure"]["2026-12-25"] == "Sjekk om det er åpent"
    assert "unsure" not in event


def test_a_moved_time_says_from_where_and_where_it_is_now() -> None:
    move = {"fra": "2026-12-01", "til": "2026-12-02", "sted": "Biblioteket"}
    entry = document(Activity, "bowling", **{**BOWLING, "flyttet": move})

    *_, here = rows_of(entry)

    assert here["also"] == ["2026-12-02"]
    assert str(here["changed"]).replace("\u00a0", " ") == "Flyttet fra tirsdag 1. desember. Biblioteket"
