"""The calendar's data and its pages for months: each time once, what is off or moved in words, holidays by name."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from booklet_samples import TODAY, document
from hefte.instances import State
from hefte.model import Activity, Event, Group, Happening, Place, Walk
from hefte.occurrences import window
from hefte.programme import programme
from hefte.website import months as month_pages
from hefte.website.calendar import KINDS, changes_and_holidays
from hefte.website.months import days_of, months
from hefte.website.offline import Keep, keep_of
from website_samples import catalogue_of, outputs_of, page_of, plain, site_of, text_of

TUESDAYS = {"når": {"dag": "tirsdag", "kl": "18-20"}}
DAYS = st.dates(date(2026, 11, 22), date(2027, 2, 28)).map(date.isoformat)


def kor(**fields: object) -> Activity:
    return document(Activity, "kor", tittel="Koret", **{**TUESDAYS, **fields})


@given(
    st.lists(DAYS, max_size=3),
    st.lists(st.tuples(DAYS, DAYS, st.sampled_from(["", "19-21"])), max_size=3, unique_by=lambda m: m[0]),
)
def test_series_are_the_instances_put_together(off: list[str], moves: list[tuple[str, str, str]]) -> None:
    moved = [{"fra": day, "til": to, **({"kl": hours} if hours else {})} for day, to, hours in moves]
    entry = kor(**({"avlyst": {"dager": off}} if off else {}), flyttet=moved)
    shown = programme(catalogue_of(entry))

    found = [
        (day, one.start, one.end, one.state, one.other, one.change, one.meeting)
        for one in shown.series(entry)
        for day in one.days
    ]

    assert sorted(found, key=repr) == sorted(map(tuple, shown.instances(entry)), key=repr)


def test_what_is_called_off_is_told_with_its_reason_and_what_is_moved_from_where_and_whereto() -> None:
    move = {
        "fra": "2026-12-08",
        "til": "2026-12-10",
        "kl": "19-21",
        "sted": "Biblioteket",
        "grunn": "Hallen er leid ut.",
    }
    entry = kor(avlyst={"dager": ["2026-12-01"], "grunn": "Lederen er syk."}, flyttet=move)

    found = changes_and_holidays(site_of(entry))

    assert found["first"] == "2026-11-21"
    changes = [[KINDS[row[2]], *row] for row in found["changes"]]  # type: ignore[attr-defined]
    assert [plain("|".join(map(str, row))) for row in changes] == [
        "cancelled|0|10|0|1080|1200|Lederen er syk.",
        "moved_away|0|17|1|1080|1200|Ny dato: torsdag 10. desember kl. 19–21, Biblioteket. Hallen er leid ut.",
        "moved_here|0|19|2|1140|1260|Flyttet fra tirsdag 8. desember. Hallen er leid ut.|Biblioteket",
    ]


def test_another_hour_on_the_same_day_is_a_change_and_no_new_date() -> None:
    site = site_of(kor(flyttet={"fra": "2026-12-08", "kl": "19-21"}))

    (change,) = changes_and_holidays(site)["changes"]  # type: ignore[misc, attr-defined]

    assert (KINDS[change[2]], *change[3:]) == ("changed", 1140, 1260)
    assert "Endret" in text_of(page_of(site, "kalender/2026-12.html"))


def test_public_holidays_are_named_in_the_readers_language() -> None:
    for language, name in (("nb", "Første juledag"), ("en", "Christmas Day")):
        holidays = changes_and_holidays(site_of(kor(), language=language))["holidays"]
        assert [34, name] in holidays  # type: ignore[operator]


def test_the_eves_are_days_to_ask_first_though_no_public_holidays() -> None:
    site = site_of(kor(når={"dag": "torsdag", "kl": "18-20"}))
    december = next(month for month in months(site) if month.path.endswith("12.html"))

    named = {day.number: (day.holiday, [row.unsure for row in day.rows]) for day in days_of(site, december.days)}

    assert (named[24], named[31]) == (("Julaften", [True]), ("Nyttårsaften", [True]))
    assert [33, "Julaften"] in changes_and_holidays(site)["holidays"]  # type: ignore[operator]


def test_a_day_on_which_the_house_says_that_it_is_closed_says_so_in_the_calendar_and_on_the_months_page() -> None:
    house = document(Place, "huset", åpningstider={"dag": "hverdager", "kl": "10-15", "unntatt": ["2026-12-22"]})
    site = site_of(kor(når={"dag": "tirsdag", "kl": "18-20"}, sted="huset"), house)

    (change,) = changes_and_holidays(site)["changes"]  # type: ignore[misc, attr-defined]

    assert (KINDS[change[2]], change[3:]) == ("", [1080, 1200, "Huset har stengt"])
    assert text_of(page_of(site, "kalender/2026-12.html")).count("Huset har stengt") == 1


def test_every_time_of_the_coming_months_stands_on_a_page_once() -> None:
    entries: list[Happening] = [
        kor(avlyst={"dager": ["2026-12-01"]}, flyttet={"fra": "2026-12-08", "til": "2026-12-10"}),
        document(Event, "fest", tittel="Festen", start="2026-12-05 18:00"),
        document(Group, "gruppa", tittel="Gruppa", møtes={"dag": "mandag", "kl": "10-11", "til": "2027-02-01"}),
    ]
    site = site_of(*entries)
    shown = programme(site.catalogue)
    wanted = {(one.day, entry.id) for entry in entries for one in shown.instances(entry) if one.day >= TODAY}

    found = {
        (month.days.first.replace(day=day.number), row.href.rpartition("/")[2].removesuffix(".html"))
        for month in months(site)
        for day in days_of(site, month.days)
        for row in day.rows
    }

    assert found == wanted


def test_a_month_tells_hours_places_and_what_is_off_without_a_script() -> None:
    site = site_of(kor(avlyst={"dager": ["2026-12-01"], "grunn": "Lederen er syk."}))

    page = page_of(site, "kalender/2026-12.html")

    text = text_of(page)
    assert "Tirsdag 1. desember 18.00 til 20 Koret Lederen er syk. Avlyst" in text
    assert "Tirsdag 8. desember 18.00 til 20 Koret" in text
    assert "Onsdag 2. desember Ingenting står i kalenderen." in text
    assert "Regnet ut 22. november 2026." in text
    links = html.fromstring(page).xpath("//a[contains(@class, 'date')]/@aria-label")
    assert plain(links[0]) == "Tirsdag 1. desember, 0 ting"
    assert plain(links[1]) == "Tirsdag 8. desember, 1 ting"


def test_a_row_that_a_rule_puts_on_a_public_holiday_is_not_sure_and_an_event_is() -> None:
    site = site_of(
        kor(når={"dag": "fredag", "kl": "18-20"}), document(Event, "fest", tittel="Festen", start="2026-12-25 12:00")
    )
    december = next(month for month in months(site) if month.path.endswith("12.html"))

    day = next(one for one in days_of(site, december.days) if one.number == 25)

    assert day.holiday == "Første juledag"
    assert [(str(row.title), row.unsure) for row in day.rows] == [("Festen", False), ("Koret", True)]
    assert "Sjekk om det er åpent" in text_of(page_of(site, "kalender/2026-12.html"))


def test_a_large_catalogue_writes_out_fewer_months_and_never_less_than_two(monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(kor(når={"dag": "alle_dager", "kl": "10-12"}))
    assert len(list(months(site))) == 19

    monkeypatch.setattr(month_pages, "ROWS_IN_ALL", 80)
    assert [month.path for month in months(site)] == [f"kalender/2026-{number}.html" for number in (11, 12)] + [
        "kalender/2027-01.html"
    ]
    monkeypatch.setattr(month_pages, "ROWS_IN_ALL", 1)
    assert len(list(months(site))) == 2


def test_opening_hours_and_walks_are_no_programme() -> None:
    site = site_of(document(Walk, "tur"), document(Place, "bad", åpningstider={"dag": "mandag", "kl": "10-12"}))

    assert not [path for path in outputs_of(site) if re.search(r"kalender.*html|calendar.*js", path)]


def test_the_calendar_offers_only_what_somebody_answers_to() -> None:
    page = html.fromstring(page_of(site_of(kor(pris="gratis")), "kalender.html"))

    assert page.xpath("//button/@data-choice") == ["gratis", "kveld", "ettermiddag", "formiddag"]


def test_what_is_on_in_the_window_is_in_the_finders_table_and_what_is_off_beside_it() -> None:
    entry = kor(avlyst={"svar": "ja", "grunn": "Ingen leder."})
    site = site_of(entry)
    last = window(TODAY).last

    (change,) = changes_and_holidays(site)["changes"]  # type: ignore[misc, attr-defined]

    assert change[:3] == [0, f"3 7*{(last - date(2026, 11, 24)).days // 7}", KINDS.index(State.CANCELLED.value)]


def test_a_phone_keeps_the_calendar_and_its_data() -> None:
    languages = ("nb", "nn", "en")

    assert keep_of("kalender.html", languages) is keep_of("nn/kalender.html", languages) is Keep.PAGE
    assert keep_of("assets/calendar-nb.js", languages) is keep_of("assets/calendar.css", languages) is Keep.EDITION
    assert keep_of("kalender/2026-12.html", languages) is Keep.SEEN


def test_lists_with_something_on_lead_to_it_in_the_calendar() -> None:
    site = site_of(kor(kategorier=["idrett"], område="Sentrum"), document(Walk, "tur", område="Vika"))

    for path, choice in (("kategori/idrett.html", "kategori=idrett"), ("omrade/sentrum.html", "omrade=sentrum")):
        assert f"kalender.html?{choice}" in page_of(site, path)
    assert "kalender.html" not in page_of(site, "omrade/vika.html")


def test_days_that_are_over_on_the_day_of_the_build_are_not_written_out() -> None:
    site = site_of(kor(når={"dag": "alle_dager", "kl": "10-12"}))

    first = next(iter(months(site)))

    assert [day.number for day in days_of(site, first.days)] == list(range(22, 31))
    assert first.number == (date(2026, 12, 1) - TODAY) // timedelta(days=1)
