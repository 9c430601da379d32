"""What is overdue says so to readers, and is left out of booklets once it is too old; the website keeps it."""

from datetime import date
from pathlib import Path

import pytest

from booklet_samples import document, press, words
from hefte.booklet.chapters import parts_of
from hefte.booklet.entries import item_of
from hefte.booklet.matter import colophon
from hefte.booklet.press import Press
from hefte.doors.booklets import make_proofs
from hefte.doors.build import look_through
from hefte.language import LANGUAGES
from hefte.model import Activity, Booklet
from hefte.selection import booklet_entries, left_out
from hefte.telling.freshness import last_checked
from hefte.website.entry_view import Neighbours, view
from hefte.website.shelf import ShelfView, shelf
from hefte.website.told import told
from website_samples import site_of

TODAY = date(2026, 11, 22)
OLD = document(Activity, "gammel", kontrollert={"dato": "2024-11-21", "av": "turlaget"})
ALMOST = document(Activity, "nesten", kontrollert="2024-11-22")
FAR_NEXT = document(Activity, "sjelden", kontrollert={"dato": "2023-01-01", "neste": "2028-01-01"})
NEVER = document(Activity, "aldri")
FRESH = document(Activity, "ny", kontrollert="2026-11-01")
EVERY = (OLD, ALMOST, FAR_NEXT, NEVER, FRESH)


def printing(months: str | None = "24") -> Press:
    return press(*EVERY, settings={"skjul_etter_måneder": months} if months else {})


def printed(made: Press) -> set[str]:
    return {entry.id for entry in booklet_entries(made.booklet, made.catalogue, "nb")}


def test_what_is_overdue_and_older_than_the_limit_is_left_out_and_nothing_else() -> None:
    made = printing()

    assert printed(made) == {"nesten", "sjelden", "aldri", "ny"}
    assert left_out(made.booklet, made.catalogue, "nb") == (OLD,)


@pytest.mark.parametrize("months", [None, "0"])
def test_without_a_limit_everything_is_printed(months: str | None) -> None:
    made = printing(months)

    assert printed(made) == {entry.id for entry in EVERY}
    assert left_out(made.booklet, made.catalogue, "nb") == ()


def test_what_a_booklet_never_wanted_is_not_told_as_left_out() -> None:
    unwanted = document(Activity, "uten", kontrollert="2020-01-01", hefte={"med": "nei"})
    made = press(unwanted, settings={"skjul_etter_måneder": "24"})

    assert left_out(made.booklet, made.catalogue, "nb") == ()


def test_no_part_of_a_booklet_names_what_is_left_out() -> None:
    parts = parts_of(printing())

    assert "Gammel" not in repr(parts)
    assert "Nesten" in repr(parts)


def test_the_colophon_tells_how_many_are_left_out_and_where_they_are() -> None:
    told_there = (
        "Én oppføring er utelatt fordi ingen har kontrollert den siden 22.\xa0november 2024. Den står på nettstedet."
    )

    assert told_there in repr(colophon((), printing())).replace("\\xa0", "\xa0")
    assert "utelatt" not in repr(colophon((), printing(None)))


def test_the_page_of_the_booklets_tells_it_too() -> None:
    booklet = document(Booklet, "heftet", tittel="Heftet", utvalg={"type": "aktiviteter"})
    site = site_of(booklet, *EVERY, skjul_etter_måneder="24")

    (row,) = shelf(site)["booklets"]  # type: ignore[misc]  # what a template is given is any object

    assert isinstance(row, ShelfView)
    assert row.left_out.startswith("Én oppføring er utelatt")


def test_in_print_what_is_overdue_warns_and_what_is_fresh_does_not() -> None:
    made = printing(None)

    old, fresh = (item_of(entry, made).checked for entry in (OLD, FRESH))
    told = "Sist kontrollert 21. november 2024 av turlaget. Skulle vært kontrollert igjen 21. november 2025"
    assert (old.text.replace("\xa0", " "), old.late) == (f"{told} – ring før dere drar", True)
    assert (fresh.text, fresh.late) == ("Kontrollert 1.\xa0november 2026", False)


def test_the_website_keeps_what_booklets_leave_out_and_marks_it() -> None:
    site = site_of(*EVERY, skjul_etter_måneder="24")

    shown = view(site, OLD, Neighbours((), ()))
    assert OLD in site.catalogue.shown
    assert "ring før dere drar" in str(shown["checked"])
    assert shown["overdue"] is True
    assert "ring før dere drar" in str(told(site, OLD)["checked"])
    assert "sure" not in told(site, OLD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_warning_is_said_in_every_language(language: str) -> None:
    spoken = words(language)

    assert last_checked(OLD, spoken, TODAY) != last_checked(OLD, spoken, date(2025, 1, 1))
    assert last_checked(NEVER, spoken, TODAY) == spoken.say("fact.not_checked")


def test_whoever_builds_learns_what_is_left_out_by_name(tmp_path: Path) -> None:
    base = "ingress: Kom.\nkategorier: [diverse]\nkommune: '3107'\n"
    for name, text in {
        "oppsett.yaml": "navn: Ut\ntjeneste: T\nkommune: '3107'\nskjul_etter_måneder: 24\n",
        "aktiviteter/gammel.yaml": f"tittel: Gammel dans\n{base}kontrollert: 2024-01-01\n",
        "aktiviteter/kor.yaml": f"tittel: Gammelt kor\n{base}kontrollert: 2024-01-01\n",
        "aktiviteter/ny.yaml": f"tittel: Ny\n{base}kontrollert: 2026-11-01\n",
        "hefter/heftet.yaml": "tittel: Heftet\nutvalg: {type: [aktiviteter]}\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    remarks: list[tuple[str, object]] = []
    work = look_through(tmp_path, TODAY)._replace(remark=lambda name, **values: remarks.append((name, values["names"])))

    for _ in make_proofs(work, tmp_path):
        pass

    assert remarks == [("left-out", "Gammel dans og Gammelt kor")]
