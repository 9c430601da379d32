"""The page of the booklets: what there is of each, for what, how many pages and how large."""

from booklet_samples import document
from hefte.model import Booklet
from hefte.website.shelf import ShelfView, shelf
from hefte.website.site import Printed
from website_samples import site_of


def shelved(**printed: Printed) -> ShelfView:
    """The only booklet on the shelf; the keys are what stands after its name, `pdf` for the one of the screen."""
    site = site_of(document(Booklet, "tur", tittel="Turheftet", utvalg={"type": "turer"}))
    paths = {f"hefter/tur{'' if name == 'pdf' else f'-{name}'}.pdf": found for name, found in printed.items()}
    rows = shelf(site._replace(printed=paths))["booklets"]
    assert isinstance(rows, tuple)
    (row,) = rows
    assert isinstance(row, ShelfView)
    return row


def test_an_edition_is_told_with_its_purpose_pages_and_size() -> None:
    row = shelved(pdf=Printed(80, 2_140_000), storskrift=Printed(128, 2_400_000))

    (edition,) = row.editions
    assert row.size == "80 sider · 2,1\xa0MB"
    assert (edition.href, edition.name) == ("hefter/tur-storskrift.pdf", "Storskrift")
    assert (edition.size, edition.purpose[:24]) == ("128 sider · 2,4\xa0MB", "Bokstaver på 18 punkt, é")


def test_sheets_to_fold_are_counted_as_paper() -> None:
    (edition,) = shelved(trykk=Printed(40, 1_000_000)).editions

    assert edition.size.startswith("20 ark")


def test_what_nobody_has_printed_is_not_promised() -> None:
    row = shelved()

    assert row.editions == ()
    assert row.size == ""


def test_the_first_page_is_shown_as_a_picture_with_its_words() -> None:
    site = site_of(document(Booklet, "tur", tittel="Turheftet", utvalg={"type": "turer"}))
    printed = {"hefter/tur.pdf": Printed(80, 2_140_000), "hefter/tur.webp": Printed(0, 20_000)}
    rows = shelf(site._replace(printed=printed))["booklets"]
    assert isinstance(rows, tuple)
    (row,) = rows

    assert isinstance(row, ShelfView)
    assert row.cover is not None
    assert (row.cover.href, row.cover.alt) == ("hefter/tur.webp", "Forsiden av Turheftet")


def test_a_booklet_that_nobody_has_printed_shows_its_drawn_cover() -> None:
    row = shelved()

    assert row.cover is None
    assert "<svg" in row.booklet.cover
