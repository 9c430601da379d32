"""The printed booklets: tagged, for the archive, every page whole, every code readable, the same bytes twice."""

import re
from collections import Counter
from functools import cache
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from booklet_samples import MEASURED, TODAY, demo_press, document, press
from hefte.booklet.make import booklet_file, volume_of
from hefte.booklet.volume import Chapter, FreePage, Item, Pointer, Trip, Volume
from hefte.doors import typst
from hefte.doors.typst import PrintError, print_pdf
from hefte.model import Activity, Walk
from published_booklets import booklets, published

pytestmark = pytest.mark.slow
BOOKLETS = ("turheftet", "aktivitetsheftet")
POINTS_A_MM = 72 / 25.4
HEAD, FOOT = 16 * POINTS_A_MM, 18 * POINTS_A_MM
LEAST_BELOW_A_HEADING = 24.0
LEAST_LINES = 6
TOLERANCE = 0.6
DPI = 144


class Box(NamedTuple):
    """A run of text with its place on the page in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@cache
def volume(booklet: str) -> Volume:
    return volume_of(demo_press(booklet))


def printed(booklet: str) -> bytes:
    return published(f"hefter/{booklet}.pdf")


def boxes(page: pypdfium2.PdfPage) -> list[Box]:
    text = page.get_textpage()
    found = (text.get_rect(at) for at in range(text.count_rects()))
    return [Box(text.get_text_bounded(*place), *place) for place in found]


def for_notes(pdf: pypdfium2.PdfDocument) -> range:
    """The pages, from 0, that are left for whoever holds the booklet to write on."""
    starts = {mark.get_title(): mark.get_dest().get_index() for mark in pdf.get_toc()}
    return range(starts.get("Notater", 0), starts["Om heftet"] if "Notater" in starts else 0)


def items(made: Volume) -> list[Item]:
    chapters = (part.content for part in made.parts if isinstance(part.content, Chapter))
    entries = (entry for chapter in chapters for section in chapter.sections for entry in section.entries)
    return [entry.item if isinstance(entry, Trip) else entry for entry in entries]


def codes(pdf: bytes) -> set[str]:
    document_ = pypdfium2.PdfDocument(pdf)
    pages = (page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document_)
    return {code.text for page in pages for code in zxingcpp.read_barcodes(page)}


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_every_booklet_is_tagged_for_reading_aloud_and_fit_for_the_archive(booklet: str) -> None:
    with pikepdf.open(BytesIO(printed(booklet))) as pdf:
        with pdf.open_metadata() as metadata:
            says = (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"])

        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "nb-NO"
        assert says == ("1", "2", "A")


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_all_text_lies_inside_its_page(booklet: str) -> None:
    for page in pypdfium2.PdfDocument(printed(booklet)):
        width, height = page.get_size()
        for box in boxes(page):
            assert box.left >= -TOLERANCE, box
            assert box.bottom >= -TOLERANCE, box
            assert box.right <= width + TOLERANCE, box
            assert box.top <= height + TOLERANCE, box


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_no_text_reaches_into_the_foot_where_the_page_number_stands(booklet: str) -> None:
    pages = list(pypdfium2.PdfDocument(printed(booklet)))

    for page in pages[1:]:
        in_foot = [box.text for box in boxes(page) if box.bottom < FOOT - TOLERANCE]
        assert all("Utgave" in text or text.strip().isdigit() for text in in_foot), in_foot


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_no_page_is_empty_and_each_after_the_cover_has_its_number(booklet: str) -> None:
    pdf = pypdfium2.PdfDocument(printed(booklet))
    pages = [page.get_textpage().get_text_bounded() for page in pdf]

    for number, text in enumerate(pages[1:], 2):
        assert len(text) > 80 or number - 1 in for_notes(pdf), f"page {number}: {text!r}"
        assert re.search(rf"\b{number}\b", text), f"page {number}: {text!r}"


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_no_page_is_begun_for_a_few_lines(booklet: str) -> None:
    pdf = pypdfium2.PdfDocument(printed(booklet))

    for number, page in enumerate(list(pdf)[1:], 2):
        body = [box for box in boxes(page) if box.bottom > FOOT and box.top < page.get_height() - HEAD]
        lines = {round(box.bottom / 6) for box in body}
        assert len(lines) >= LEAST_LINES or number - 1 in for_notes(pdf), f"page {number}: {[box.text for box in body]}"


def test_a_walk_with_map_and_stretches_stands_on_two_pages_where_all_of_it_has_room() -> None:
    pdf = pypdfium2.PdfDocument(printed("turheftet"))
    starts = {mark.get_title(): mark.get_dest().get_index() for mark in pdf.get_toc()}

    shown = pdf[starts["Brygga rundt"] + 1].get_textpage().get_text_bounded()

    assert starts["Badestien"] - starts["Brygga rundt"] == 2
    assert {"Meter for meter", "Hvor langt kommer vi?"} <= set(shown.splitlines())


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(booklet: str) -> None:
    pdf = pypdfium2.PdfDocument(printed(booklet))

    for bookmark in pdf.get_toc():
        target = bookmark.get_dest()
        assert target is not None
        page = pdf[target.get_index()]
        heading = target.get_view()[1][1]
        below = [box for box in boxes(page) if box.bottom > FOOT and box.top < heading - LEAST_BELOW_A_HEADING]
        assert below or target.get_index() in for_notes(pdf), (
            f"«{bookmark.get_title()}» on page {target.get_index() + 1}"
        )


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_the_bookmarks_name_every_chapter_and_every_entry(booklet: str) -> None:
    made = volume(booklet)
    bookmarks = {bookmark.get_title() for bookmark in pypdfium2.PdfDocument(printed(booklet)).get_toc()}

    assert {part.title for part in made.parts} <= bookmarks
    assert {item.title for item in items(made)} <= bookmarks


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_every_code_can_be_read_and_leads_to_its_entrys_page(booklet: str) -> None:
    assert codes(printed(booklet)) == {item.url for item in items(volume(booklet))}


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_under_every_entry_stands_when_it_was_checked_or_that_nobody_has(booklet: str) -> None:
    text = " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed(booklet)))
    found = len(re.findall(r"(?:K|Sist k)ontrollert \d|Ikke kontrollert(?!»)", re.sub(r"\s+", " ", text)))

    assert found == len(items(volume(booklet)))


@pytest.mark.parametrize("booklet", BOOKLETS)
def test_the_cover_and_the_colophon_say_that_the_content_is_a_sample(booklet: str) -> None:
    pages = list(pypdfium2.PdfDocument(printed(booklet)))

    for page in (pages[0], pages[-1]):
        assert "Eksempelinnhold." in page.get_textpage().get_text_bounded()


def test_only_the_typefaces_of_the_package_are_used() -> None:
    with pikepdf.open(BytesIO(printed("turheftet"))) as pdf:
        fonts = {
            str(font.BaseFont).split("+")[-1].split("-")[0]
            for page in pdf.pages
            for font in page.resources.get("/Font", {}).values()
        }

    assert fonts <= {"AtkinsonHyperlegibleNext", "Fraunces", "SourceSans3"}


def test_the_same_booklet_gives_the_same_bytes_also_from_a_fresh_compiler() -> None:
    first = printed("turheftet")
    typst._compiler.cache_clear()  # as another process would begin

    second = booklets()["hefter/turheftet.pdf"].make()

    assert first == second


@pytest.mark.parametrize("count", [1, 9, 30, 150])
def test_what_is_free_takes_exactly_one_page(count: int) -> None:
    made = volume_of(press(document(Activity, "noe", tittel="En aktivitet med navn", pris="gratis")))
    pointer = Pointer("En aktivitet med navn", "aktiviteter/noe", "Tirsdag kl. 18", "star", "#155339", "#e4f1e6")
    parts = tuple(
        part._replace(content=part.content._replace(items=(pointer,) * count))
        if isinstance(part.content, FreePage)
        else part
        for part in made.parts
    )

    pdf = pypdfium2.PdfDocument(print_pdf(made._replace(parts=parts), TODAY))

    pages = {bookmark.get_title(): bookmark.get_dest().get_index() for bookmark in pdf.get_toc()}
    assert pages["Register A–Å"] - pages["Helt gratis"] == 1
    assert ("til. Se gavemerket" in pdf[pages["Helt gratis"]].get_textpage().get_text_bounded()) == (count == 150)


def test_without_an_address_there_is_not_one_code_and_the_booklet_is_whole() -> None:
    made = press(
        document(Walk, "turen", lengde="1 km"), document(Activity, "noe"), utvalg={"type": ["turer", "aktiviteter"]}
    )

    pdf = print_pdf(volume_of(made), TODAY)

    assert codes(pdf) == set()


@pytest.mark.parametrize("count", [12, 13, 15])
def test_no_page_of_a_chapter_is_begun_for_one_entry_where_others_could_follow_it(count: int) -> None:
    entries = [
        document(Activity, f"nr-{at}", tittel=f"Nummer {at}", kategorier=["dans"]) for at in range(10, 10 + count)
    ]
    made = press(*entries, kapitler=[{"utvalg": {"type": ["aktiviteter"]}}], utvalg={"type": ["aktiviteter"]})

    pdf = pypdfium2.PdfDocument(print_pdf(volume_of(made), TODAY))

    on_page = Counter(
        bookmark.get_dest().get_index() for bookmark in pdf.get_toc() if bookmark.get_title().startswith("Nummer")
    )
    later = [on_page[page] for page in sorted(on_page)][1:]
    assert sum(on_page.values()) == count
    assert max(later) - min(later) <= 1


def test_long_words_many_facts_and_letters_of_other_scripts_do_not_break_a_page() -> None:
    title = "Menneskerettighetsorganisasjonssammenslutningen 🎉 北京"
    walk = document(Walk, "turen", tittel=title, beskrivelse="Et avsnitt med ord. " * 200, lengde="1 km")
    entry = document(Activity, "noe", tittel=title, ingress="x" * 150, melding="Stengt. " * 30)

    pdf = pypdfium2.PdfDocument(print_pdf(volume_of(press(walk, entry)), TODAY))

    for page in pdf:
        assert all(box.right <= page.get_width() + TOLERANCE for box in boxes(page))


@pytest.mark.parametrize(
    "form", [{"format": "A4"}, {"format": "lomme"}, {"skrift": "stor"}, {"format": "A4", "skrift": "stor"}]
)
def test_other_formats_and_large_print_are_whole_too(form: dict[str, str]) -> None:
    entries = [document(Activity, f"nr-{at}", pris="gratis") for at in range(12)]
    made = press(*entries, document(Walk, "turen", lengde="1 km", beskrivelse="Ord. " * 80), **form)

    pdf = pypdfium2.PdfDocument(print_pdf(volume_of(made), TODAY))

    for page in pdf:
        width, height = page.get_size()
        assert all(box.left >= -TOLERANCE and box.right <= width + TOLERANCE for box in boxes(page))
        assert all(box.bottom >= -TOLERANCE and box.top <= height + TOLERANCE for box in boxes(page))


def test_a_booklet_is_published_by_its_id_under_its_language() -> None:
    entry = document(Activity, "noe")
    paths = [booklet_file(press(entry, language=code), lambda _: b"").path for code in ("nb", "nn")]

    assert paths == ["hefter/heftet.pdf", "nn/hefter/heftet.pdf"]


def test_what_cannot_be_set_names_the_booklet() -> None:
    made = volume_of(press(document(Activity, "noe")))

    with pytest.raises(PrintError, match=r"^heftet: error"):
        print_pdf(made._replace(icons={}), TODAY)


def test_the_name_of_a_walk_stands_above_its_own_pages_only() -> None:
    stretches = [MEASURED | {"fra_m": at * 100, "til_m": at * 100 + 100} for at in range(40)]
    for at, stretch in enumerate(stretches):
        stretch["bredde_cm"] = str(180 + at)
    walk = document(Walk, "turen", tittel="Den lange turen", lengde="4 km", strekninger=stretches)

    pages = list(pypdfium2.PdfDocument(print_pdf(volume_of(press(walk)), TODAY)))
    heads = [page.get_textpage().get_text_bounded(bottom=page.get_height() - HEAD) for page in pages]

    titled = [number for number, head in enumerate(heads) if "Den lange turen" in head]
    register = next(number for number, head in enumerate(heads) if "Kommer dere fram?" in head)
    assert len(titled) > 1
    assert titled[-1] == register - 1
