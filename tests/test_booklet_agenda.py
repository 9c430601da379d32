"""The calendar in print: every time of a month once, weekly ones above the squares, and one sheet whatever there is."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from booklet_samples import TODAY, demo_press, document, press
from hefte.booklet.agenda import agenda, month, month_of
from hefte.booklet.days import Month, MonthDay, Slotted
from hefte.booklet.make import volume_of
from hefte.booklet.press import Press
from hefte.doors.typst import print_pdf
from hefte.model import Activity, Booklet, Entry, Event, Organisation, Place
from hefte.model.parts import Contact
from hefte.model.times import DaySpan

ALL = {"type": ["aktiviteter", "arrangementer", "grupper"]}
TUESDAYS = {"dag": "tirsdag", "kl": "18-20"}


def of_december(*entries: Entry, **form: object) -> Press:
    return press(*entries, utvalg=ALL, **{"kapitler": [{"del": "måned"}], "sidetall": 1, "måned": "2026-12"} | form)


def squares(made: Month) -> dict[int, MonthDay]:
    return {int(day.number): day for week in made.weeks for day in week.days if day}


def titles(items: tuple[Slotted, ...]) -> list[tuple[str, str]]:
    return [(item.hours.replace("\u2060", ""), item.title) for item in items]


@pytest.mark.parametrize(
    ("today", "stated", "expected"),
    [
        ("2026-12-01", None, "2026-12-01"),
        ("2026-12-24", None, "2026-12-01"),
        ("2026-12-25", None, "2027-01-01"),
        ("2026-12-25", "2026-11", "2026-11-01"),
    ],
)
def test_the_month_is_the_one_named_or_that_most_is_left_of(today: str, stated: str | None, expected: str) -> None:
    made = press(utvalg=ALL, måned=stated) if stated else press(utvalg=ALL)
    catalogue = type(made.catalogue)((made.booklet,), made.catalogue.settings, date.fromisoformat(today))

    assert month_of(made._replace(catalogue=catalogue)).first == date.fromisoformat(expected)


def test_what_is_on_every_week_stands_once_and_the_squares_have_what_is_special() -> None:
    every = document(Activity, "kor", når=TUESDAYS, avlyst={"dager": ["2026-12-08"]})
    once = document(Activity, "bingo", når=TUESDAYS | {"til": "2026-12-10"})
    event = document(Event, "fest", start="2026-12-05 18:00")

    made = month((), of_december(every, once, event))

    assert [titles(day) for day in made.weekly] == [[], [("18–20", "Kor")], [], [], [], [], []]
    found = {number: titles(day.items) for number, day in squares(made).items() if day.items}
    assert found == {1: [("18–20", "Bingo")], 5: [("18", "Fest")], 8: [("18–20", "Bingo"), ("18–20", "Kor")]}
    assert [(item.title, item.is_off, item.word) for item in squares(made)[8].items][1] == ("Kor", True, "Avlyst")


def test_a_month_has_every_day_once_in_its_weeks_with_holidays_named() -> None:
    made = month((), of_december())

    assert [week.number for week in made.weeks] == ["Uke 49", "Uke 50", "Uke 51", "Uke 52", "Uke 53"]
    assert sorted(squares(made)) == list(range(1, 32))
    assert made.weeks[0].days[0] is None
    assert [squares(made)[day].holiday for day in (24, 25, 31)] == ["Julaften", "Første juledag", "Nyttårsaften"]
    assert len(made.note) == 2, "and it says to ask first on a public holiday"


def test_the_days_are_listed_with_all_that_is_on() -> None:
    moved = {"fra": "2026-12-08", "til": "2026-12-10", "kl": "12", "sted": "Biblioteket"}
    entry = document(Activity, "kor", når=TUESDAYS | {"til": "2026-12-10"}, flyttet=moved)

    made = agenda((), of_december(entry, kapitler=[{"del": "dager"}]))

    assert [day.title.replace("\xa0", " ") for day in made.days] == [
        "Tirsdag 1. desember",
        "Tirsdag 8. desember",
        "Torsdag 10. desember",
    ]
    assert [(item.word.replace("\xa0", " "), item.where) for day in made.days for item in day.items][1:] == [
        ("Flyttet til 10. desember", ""),
        ("Ny dato", "Biblioteket"),
    ]


def test_what_is_closed_says_so_on_its_day_and_the_sheet_says_whom_to_ask() -> None:
    shut = document(Activity, "kor", når=TUESDAYS, melding="Stengt til jul.")
    made = of_december(shut)
    settings = made.catalogue.settings.model_copy(update={"contact": Contact.model_validate({"tlf": "69 00 00 00"})})
    asked = made._replace(catalogue=type(made.catalogue)(made.catalogue.documents, settings, TODAY))

    found = month((), asked)

    assert [item.word for day in found.weekly for item in day] == ["Stengt til jul."]
    assert "69" in str(found.note[-1])


@pytest.mark.parametrize("role", ["arrangør", "sted"])
def test_a_day_on_which_the_organiser_or_the_house_says_that_it_is_closed_says_so_on_the_row(role: str) -> None:
    hours = {"dag": "hverdager", "kl": "10-15", "unntatt": ["2026-12-22 – 2026-12-24"]}
    owner = document(Organisation if role == "arrangør" else Place, "huset", åpningstider=hours)
    usual = document(Activity, "kor", når=TUESDAYS, **{role: "huset"})
    feast = document(Event, "fest", start="2026-12-22 18:00", **{role: "huset"})
    made = of_december(owner, usual, feast, kapitler=[{"del": "dager"}])

    days = agenda((), made).days
    month_ = month((), of_december(owner, usual, feast))

    kor = [item.word for day in days for item in day.items if item.title == "Kor"]
    assert kor == ["", "", "", "Huset har stengt", ""]
    assert [titles(day) for day in month_.weekly][1] == [("18–20", "Kor")]
    assert [(item.title, item.word) for item in squares(month_)[22].items] == [
        ("Kor", "Huset har stengt"),
        ("Fest", ""),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("number", [0, 1, 300])
def test_a_month_is_one_lying_sheet_however_much_is_on(paper: str, number: int) -> None:
    many = (
        document(Activity, f"nr-{at}", tittel=f"Et nokså langt navn på noe {at}", når=TUESDAYS | {"fra": "2026-12-08"})
        for at in range(number)
    )

    with pikepdf.open(BytesIO(print_pdf(volume_of(of_december(*many, format=paper)), TODAY))) as pdf:
        assert len(pdf.pages) == 1
        _, _, width, height = (float(edge) for edge in pdf.pages[0].mediabox)
        assert width > height


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("booklet", ["manedsplakaten", "dagfordag"])
def test_the_sample_municipality_prints_its_month(booklet: str, language: str) -> None:
    made = demo_press(booklet, language)
    assert isinstance(made.booklet, Booklet)
    assert month_of(made) == DaySpan(date(2026, 12, 1), date(2026, 12, 31))

    with pikepdf.open(BytesIO(print_pdf(volume_of(made), TODAY))) as pdf:
        assert (len(pdf.pages) == 1) is (booklet == "manedsplakaten")
