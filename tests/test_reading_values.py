"""Text stays text until its field reads it, and what people write is understood."""

from datetime import date, time

import pytest

from hefte.model import Activity, Document, Page, Walk
from hefte.reading import read_file

BASE = "tittel: Eksempel\ningress: Kort om dette.\nkategorier: [natur]\nkommune: 3107\n"


def _read(path: str, text: str, language: str = "nb") -> Document:
    reading = read_file(path, text.encode(), language)
    assert reading.problems == ()
    (document,) = reading.documents
    return document


def _activity(text: str) -> Activity:
    document = _read("aktiviteter/a.yaml", BASE + text)
    assert isinstance(document, Activity)
    return document


def test_no_is_a_word() -> None:
    activity = _activity("notat: no\nområde: on\n")

    assert (activity.memo, activity.area) == ("no", "on")


def test_an_equals_sign_is_text() -> None:
    assert _activity("notat: =\n").memo == "="


def test_a_time_of_day_is_not_a_number_of_seconds() -> None:
    activity = _activity("når: {dag: mandag, kl: 12:30}\n")

    assert activity.when is not None
    assert activity.when[0].hours is not None
    assert activity.when[0].hours.start == time(12, 30)


def test_zeros_in_front_are_kept() -> None:
    activity = _activity("sted: {navn: Torget, postnr: 0150}\n")

    assert getattr(activity.place, "postal_code", None) == "0150"


def test_ja_and_nei_are_understood_in_all_their_forms() -> None:
    said = [_activity(f"prøvetime: {word}\n").trial for word in ("ja", "Ja", "true", "nei", "no", "false")]

    assert said == [True, True, True, False, False, False]


def test_what_a_form_leaves_empty_is_absent() -> None:
    activity = _activity("pris: null\nbilder: []\nmelding: ''\nområde: ~\narrangør:\n")

    assert (activity.price, activity.pictures, activity.notice, activity.area) == (None, (), None, None)


def test_both_ways_of_writing_a_date_are_read() -> None:
    for written in ("2026-10-14", "14.10.2026"):
        activity = _activity(f"kontrollert: {written}\n")
        assert activity.checked is not None
        assert activity.checked.day == date(2026, 10, 14)


def test_the_file_name_is_the_id() -> None:
    assert _read("turer/strandpromenaden.yml", BASE).id == "strandpromenaden"


def test_a_list_of_entries_has_an_id_in_each() -> None:
    row = "".join(f"  {line}\n" for line in BASE.strip().split("\n"))

    reading = read_file("turer/alle.yaml", f"- id: en\n{row}- id: to\n{row}".encode())

    assert [document.id for document in reading.documents] == ["en", "to"]
    assert reading.documents[1].where("tittel").line == 7


def test_text_is_in_the_language_of_the_site() -> None:
    walk = _read("turer/a.yaml", BASE, "nn")

    assert isinstance(walk, Walk)
    assert walk.title.said("nb").language == "nn"


def test_a_page_may_be_long() -> None:
    page = _read("sider/om.yaml", "tittel: Om\ntekst: |\n" + "  Litt mer tekst her.\n" * 1000)

    assert isinstance(page, Page)


def test_a_value_knows_its_line_and_column() -> None:
    walk = _read("turer/a.yaml", f"{BASE}strekninger:\n  - {{fra_m: 0, til_m: 800}}\n")

    assert walk.where("strekninger", 0, "til_m")[1:] == (6, 23)
    assert walk.where()[1:] == (1, 1)
    assert walk.where("finnes_ikke")[1:] == (1, 1)


@pytest.mark.parametrize(
    ("written", "amount"),
    [("1.000", 1000), ("1.250,50", 1250.5), ("12.50", 12.5), ("kr. 40,-", 40), ("40 NOK", 40), ("2 400 kr", 2400)],
)
def test_a_price_is_read_as_people_write_it(written: str, amount: float) -> None:
    activity = _activity(f'pris: "{written}"\n')

    assert activity.price is not None
    assert activity.price[0].amount == amount


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("når: daglig", "alle_dager"),
        ("når: {dag: mandag-fredag}", "hverdager"),
        ("når: {dag: mandag og onsdag}", "[mandag, onsdag]"),
        ("når: mandager kl 11", "{dag: mandag, kl: 11}"),
        ("når: {dag: tirsdager}", "tirsdag"),
    ],
)
def test_days_said_in_another_way_are_answered_with_how_to_write_them(written: str, instead: str) -> None:
    reading = read_file("aktiviteter/a.yaml", f"{BASE}{written}\n".encode())

    (problem,) = reading.problems
    assert problem.values["instead"] == instead
