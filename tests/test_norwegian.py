"""Norwegian as people write it: the alphabet, numbers, money, phones, dates and times."""

from collections.abc import Sequence
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hefte import norwegian
from hefte.norwegian import sort_key

DAY = date(2026, 11, 21)


def said(text: str) -> str:
    """A text with plain blanks and without the marks that keep words together."""
    return text.replace("\u00a0", " ").replace("\u2060", "")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ærlig øl på Åsen", "aerlig-ol-pa-asen"),
        ("Café  «Blå» & co.", "cafe-bla-co"),
        ("  --  ", ""),
        ("Ššŋŧđð", "ssntdd"),
        ("Straße 2", "strasse-2"),
    ],
)
def test_a_slug_holds_only_small_letters_digits_and_hyphens(title: str, expected: str) -> None:
    assert norwegian.slug(title) == expected


@given(st.text())
def test_any_text_has_a_slug_a_sort_key_and_an_initial(text: str) -> None:
    slug = norwegian.slug(text)

    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert sort_key(text) == sort_key(text)
    assert norwegian.initial(text) in {*"ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ", "#"}


@pytest.mark.parametrize(
    "row",
    [
        ("Alna", "Bading", "Zumba", "Æresrunden", "Øya", "Åsen"),
        ("Åker", "Aasen", "Åsta"),
        ("Tur 2", "Tur 10", "Tur 100"),
        ("cafe", "Café b", "Cafe c"),
        ("Ærlig", "Äsch", "Öland", "Østfold"),
        ("10 på topp", "Anker"),
    ],
)
def test_titles_stand_in_the_order_of_the_norwegian_alphabet(row: Sequence[str]) -> None:
    backwards = row[::-1]

    assert sorted(backwards, key=sort_key) == list(row)


@pytest.mark.parametrize(
    ("title", "letter"),
    [("Aasen", "Å"), ("ærlig", "Æ"), ("Öland", "Ø"), ("étude", "E"), ("10 på topp", "#"), ("", "#")],
)
def test_a_title_stands_under_its_letter(title: str, letter: str) -> None:
    assert norwegian.initial(title) == letter


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (norwegian.number(1200.5), "1 200,5"),
        (norwegian.number(1200.5, language="en"), "1,200.5"),
        (norwegian.number(2.0), "2"),
        (norwegian.number(100, 0), "100"),
        (norwegian.distance(800), "800 m"),
        (norwegian.distance(999.4), "999 m"),
        (norwegian.distance(999.6), "1 km"),
        (norwegian.distance(1949), "1,9 km"),
        (norwegian.distance(12_300, "en"), "12.3 km"),
        (norwegian.metres(1420), "1 420 m"),
        (norwegian.kroner(60), "60 kr"),
        (norwegian.kroner(62.5), "62,50 kr"),
        (norwegian.kroner(99.999), "100 kr"),
        (norwegian.kroner(1200, "en"), "NOK 1,200"),
        (norwegian.kroner(62.5, "en"), "NOK 62.50"),
        (norwegian.phone("69306000"), "69 30 60 00"),
        (norwegian.phone("02345"), "02345"),
        (norwegian.phone("+4612345678"), "+4612345678"),
        (norwegian.duration(57), "57 min"),
        (norwegian.duration(120), "2 t"),
        (norwegian.duration(90), "1 t 30 min"),
        (norwegian.duration(90, "en"), "1 h 30 min"),
        (norwegian.duration(0), "0 min"),
        (norwegian.joined([], "og"), ""),
        (norwegian.joined(["a"], "og"), "a"),
        (norwegian.joined(["a", "b"], "og"), "a og b"),
        (norwegian.joined(["a", "b", "c"], "og"), "a, b og c"),
    ],
)
def test_numbers_money_and_rows_are_written_as_norwegians_write_them(written: str, expected: str) -> None:
    assert said(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (norwegian.clock(time(18, 30)), "18.30"),
        (norwegian.clock(time(9, 5)), "9.05"),
        (norwegian.clock(time(18, 0)), "18"),
        (norwegian.clock(time(18, 0), "en"), "18:00"),
        (norwegian.clock_span(time(16, 0), time(17, 30)), "kl. 16–17.30"),
        (norwegian.clock_span(time(16, 0), None, "nn"), "kl. 16"),
        (norwegian.clock_span(time(16, 0), time(17, 30), "en"), "16:00–17:30"),
        (norwegian.day(DAY), "21. november 2026"),
        (norwegian.day(DAY, "nn", year=False), "21. november"),
        (norwegian.day(DAY, "en"), "21 November 2026"),
        (norwegian.month(date(2026, 5, 1), "nn"), "mai"),
        (norwegian.weekday(DAY), "lørdag"),
        (norwegian.weekday(DAY, "nn"), "laurdag"),
        (norwegian.weekday(DAY, "en"), "Saturday"),
        (norwegian.weekday_name(0, "nn"), "måndag"),
    ],
)
def test_dates_and_times_are_told_in_words(written: str, expected: str) -> None:
    assert said(written) == expected


def test_a_number_and_its_unit_are_never_parted() -> None:
    for written in (norwegian.distance(800), norwegian.kroner(60), norwegian.duration(5), norwegian.metres(2000)):
        assert " " not in written


@pytest.mark.parametrize(
    "text",
    [
        "Vi går.",
        "1. gå\n2. snu",
        "1. gå\n1. snu",
        "1. gå\n\n2. snu\n\n3. hvil",
        "1. gå\n   rolig\n2. snu",
        "- gå\n- snu",
        "1.000 kroner",
        "    17. i en kodeblokk",
    ],
)
def test_what_is_a_list_stays_a_list(text: str) -> None:
    assert norwegian.keep_ordinals(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("17. mai går vi.", "17\\. mai går vi."),
        ("1. mai går vi.", "1\\. mai går vi."),
        ("12. oktober\n13. oktober", "12\\. oktober\n13\\. oktober"),
        ("1. mai\n17. mai", "1\\. mai\n17\\. mai"),
        ("1. gå\n2. snu\n\nSlutt.\n\n3. mai", "1. gå\n2. snu\n\nSlutt.\n\n3\\. mai"),
        ("- 12. oktober\n- 13. oktober", "- 12\\. oktober\n- 13\\. oktober"),
    ],
)
def test_a_date_at_the_start_of_a_line_is_no_list(text: str, kept: str) -> None:
    assert norwegian.keep_ordinals(text) == kept
