"""The editions of a booklet: large print, sheets to fold, marks for the cutter, cards, posters, plans."""

import re
from functools import cache
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from booklet_samples import MEASURED, TODAY, demo_press, document, press
from hefte.booklet.editions import EDITIONS, editions_of
from hefte.booklet.folding import sides
from hefte.booklet.make import volume_of
from hefte.booklet.plans import plan_sheets
from hefte.booklet.press import Press
from hefte.booklet.volume import Chapter, Item, Trip, Volume
from hefte.doors.apart import apart
from hefte.doors.booklets import FINISHES, make_booklets, make_proofs
from hefte.doors.build import look_through
from hefte.doors.finishing import BLEED, packed
from hefte.doors.imposition import imposed
from hefte.doors.typst import print_pdf
from hefte.model import Activity, Group, Walk
from hefte.model.choices import EditionKind
from published_booklets import published

POINTS_A_MM = 72 / 25.4
A4 = (210 * POINTS_A_MM, 297 * POINTS_A_MM)
PLAN = {
    "periode": "2027-vår",
    "status": "godkjent",
    "godkjent": "2026-12-01",
    "punkter": [{"dato": "2027-01-12", "kl": "17-20", "hva": "Bowling", "oppmøte": "Foran kinoen", "kr": "60"}],
}
READ_ALOUD = [kind for kind in EditionKind if kind is not EditionKind.FOLDED]
OF_BOOKLET = dict.fromkeys((EditionKind.CARDS, EditionKind.POCKET_CARDS), "turheftet")


@cache
def volume(booklet: str, language: str = "nb") -> Volume:
    return volume_of(demo_press(booklet, language))


def edition(kind: EditionKind, booklet: str = "", language: str = "nb") -> bytes:
    """An edition of Eksempelvik as it is published."""
    folder = "" if language == "nb" else f"{language}/"
    return published(f"{folder}hefter/{booklet or OF_BOOKLET.get(kind, 'aktivitetsheftet')}{kind.suffix}.pdf")


def made(kind: EditionKind, whole: Volume, press_: Press) -> bytes:
    printed = print_pdf(EDITIONS[kind].made(whole, press_), TODAY)
    return FINISHES.get(kind, lambda pdf, _: packed(pdf))(printed, press_)


def texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def pictures(pdf: bytes) -> list[int]:
    """How many drawings stand on each page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [len(page.resources.get("/XObject", {})) for page in opened.pages]


def size_of(page: pikepdf.Page) -> tuple[float, float]:
    box = [float(edge) for edge in page.mediabox]
    return box[2] - box[0], box[3] - box[1]


def numbered(pages: int, width: float = 419.5276, height: float = 595.2756) -> bytes:
    """A booklet of pages that say only their number, 1 as «side 1.»."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=(width, height))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = pdf.make_stream(f"BT /F1 20 Tf 100 100 Td (side {number}.) Tj ET".encode())
        stream = BytesIO()
        pdf.save(stream)
        return stream.getvalue()


def on_sheets(pdf: bytes) -> list[tuple[int | None, int | None]]:
    """What stands left and right on each side of the sheets."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        half, text = page.get_width() / 2, page.get_textpage()
        numbers: list[int | None] = [None, None]
        for at in range(text.count_rects()):
            place = text.get_rect(at)
            said = re.search(r"side (\d+)\.", text.get_text_bounded(*place))
            numbers[int(place[0] > half)] = int(said[1]) if said else None
        found.append((numbers[0], numbers[1]))
    return found


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (4, [(4, 1), (2, 3)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (12, [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]),
        (5, [(5, 1), (2, None), (None, 3), (4, None)]),
    ],
)
def test_a_folded_booklet_reads_in_order(pages: int, expected: list[tuple[int | None, int | None]]) -> None:
    assert [(side.left, side.right) for side in sides(pages)] == expected
    assert on_sheets(imposed(numbered(pages), "nb")) == expected


def test_inner_sheets_are_moved_towards_the_fold() -> None:
    assert [side.creep for side in sides(12)] == [0, 0, 0.1, 0.1, 0.2, 0.2]


def test_an_empty_booklet_has_no_sheets() -> None:
    assert sides(0) == ()


def test_a5_pages_lie_side_by_side_on_a4_and_are_turned_over_the_short_edge() -> None:
    with pikepdf.open(BytesIO(imposed(numbered(8), "nb"))) as pdf:
        assert size_of(pdf.pages[0]) == pytest.approx((A4[1], A4[0]), abs=0.1)
        assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipShortEdge
        assert pdf.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")


def test_a_pocket_booklet_lies_twice_on_each_a4_sheet_and_is_turned_over_the_long_edge() -> None:
    pocket = numbered(8, 105 * POINTS_A_MM, 148 * POINTS_A_MM)

    sheets = imposed(pocket, "nb")

    with pikepdf.open(BytesIO(sheets)) as pdf:
        assert size_of(pdf.pages[0]) == pytest.approx(A4, abs=1)
        assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge
    assert all(text.count("side") == 4 for text in texts(sheets))


def test_a_draft_of_a_plan_is_never_printed() -> None:
    draft = document(Group, "klubben", plan=PLAN | {"status": "utkast"})

    made_ = press(draft)

    assert plan_sheets(made_).sheets == ()
    assert EditionKind.PLANS not in editions_of(made_)


def test_an_approved_plan_tells_day_hour_place_and_price() -> None:
    sheet = plan_sheets(press(document(Group, "klubben", plan=PLAN))).sheets[0]

    assert sheet.period == "Halvårsplan, vår 2027"
    assert said(sheet.approved) == "Planen ble godkjent 1. desember 2026."
    (row,) = sheet.rows
    assert tuple(map(said, row)) == ("Tirsdag 12. januar", "kl. 17–20", "Bowling", "Foran kinoen · 60 kr")


def said(text: str) -> str:
    """The words without what keeps a number with its unit."""
    return text.replace("\xa0", " ").replace("\u2060", "")


def test_a_long_half_year_is_divided_evenly() -> None:
    rows = [{"dato": f"2027-01-{day:02}", "hva": f"Dag {day}"} for day in range(1, 13)]

    sheets = plan_sheets(press(document(Group, "klubben", plan=PLAN | {"punkter": rows}))).sheets

    assert [len(sheet.rows) for sheet in sheets] == [6, 6]


def test_a_booklet_has_the_editions_that_its_editor_asks_for() -> None:
    asked = press(document(Activity, "boccia"), utgaver=["trykk", "turkort"])

    assert editions_of(asked) == (EditionKind.FOLDED,)


def test_without_a_word_a_booklet_has_every_edition_that_it_can_fill() -> None:
    found = editions_of(press(document(Activity, "boccia")))

    assert found == (EditionKind.LARGE, EditionKind.FOLDED, EditionKind.PRESS, EditionKind.POSTERS)


@pytest.mark.slow
@pytest.mark.parametrize("kind", READ_ALOUD)
def test_what_is_read_on_a_screen_is_tagged_and_fit_for_the_archive(kind: EditionKind) -> None:
    with pikepdf.open(BytesIO(edition(kind))) as pdf, pdf.open_metadata() as metadata:
        says = (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"])

        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert says == ("1", "2", "A")


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(EditionKind))
def test_an_edition_has_the_same_bytes_twice_also_from_another_process(kind: EditionKind) -> None:
    walk = document(Walk, "turen", lengde="1 km", strekninger=[{"fra_m": "0", "til_m": "1000", **MEASURED}])
    small = press(document(Group, "klubben", plan=PLAN), document(Activity, "boccia"), walk)
    assert kind in editions_of(small)

    one, other = (apart(lambda: made(kind, volume_of(small), small)) for _ in range(2))

    assert one == other


@pytest.mark.slow
@pytest.mark.parametrize("booklet", ["turheftet", "aktivitetsheftet"])
def test_large_print_has_nothing_under_sixteen_points_and_no_letter_under_fourteen(booklet: str) -> None:
    pdf = edition(EditionKind.LARGE, booklet)

    found = [size for page in pypdfium2.PdfDocument(pdf) for size in letter_sizes(page)]

    assert min(found) >= 14
    assert sorted(found)[len(found) // 2] == pytest.approx(18, abs=0.1)


@pytest.mark.slow
def test_no_letter_of_a_poster_is_smaller_than_twelve_points() -> None:
    pages = pypdfium2.PdfDocument(edition(EditionKind.POSTERS))

    assert min(size for page in pages for size in letter_sizes(page)) >= 12 - 0.01


def letter_sizes(page: pypdfium2.PdfPage) -> list[float]:
    """The size of every run of letters in points on the paper."""
    raw = pypdfium2.raw
    sizes = []
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=15):
        size = raw.c_float()
        raw.FPDFTextObj_GetFontSize(thing.raw, size)
        matrix = thing.get_matrix()
        sizes.append(size.value * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5)
    return sizes


@pytest.mark.slow
def test_large_print_is_a4_and_only_the_narrowest_paper_divides_words() -> None:
    with pikepdf.open(BytesIO(edition(EditionKind.LARGE))) as pdf:
        assert all(size_of(page) == pytest.approx(A4, abs=0.1) for page in pdf.pages)

    assert divided_words(edition(EditionKind.LARGE)) == 0
    assert divided_words(published("hefter/aktivitetsheftet.pdf")) == 0
    long = "Menneskerettighetsorganisasjonene samarbeider ofte med innvandrerorganisasjoner. " * 20
    wordy = volume_of(press(document(Activity, "noe", beskrivelse=long)))
    assert divided_words(print_pdf(wordy, TODAY)) == 0
    assert divided_words(print_pdf(wordy._replace(paper="lomme"), TODAY)) > 0


def divided_words(pdf: bytes) -> int:
    """How many words go on in the next line after a hyphen; pdfium gives such a hyphen as U+FFFE."""
    return sum(page.get_textpage().get_text_range().count("\ufffe") for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.slow
def test_links_of_large_print_lie_on_their_words() -> None:
    with pikepdf.open(BytesIO(edition(EditionKind.LARGE))) as pdf:
        notes = [note for page in pdf.pages for note in page.obj.get("/Annots", ())]
        rights = [float(note.Rect[2]) for note in notes]
        goals = [float(note.Dest[3]) for note in notes if isinstance(note.get("/Dest"), pikepdf.Array)]

    assert max(rights) == pytest.approx(A4[0] - 16 * 2**0.5 * POINTS_A_MM, abs=3)
    assert max(goals) > 595


@pytest.mark.slow
def test_the_printer_gets_three_millimetres_of_colour_and_marks_inside_the_sheet() -> None:
    with pikepdf.open(BytesIO(edition(EditionKind.PRESS))) as pdf:
        for page in pdf.pages:
            media, bleed, trim = (
                [float(edge) for edge in box] for box in (page.mediabox, page.obj.BleedBox, page.trimbox)
            )
            assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx(
                (148 * POINTS_A_MM, 210 * POINTS_A_MM), abs=0.1
            )
            assert [trim[0] - bleed[0], bleed[2] - trim[2]] == pytest.approx([BLEED, BLEED], abs=0.01)
            assert media[0] < bleed[0] < trim[0] < trim[2] < bleed[2] < media[2]
            assert media[1] < bleed[1] < trim[1] < trim[3] < bleed[3] < media[3]


@pytest.mark.slow
def test_marks_stand_at_the_cut_and_nothing_else_stands_outside_the_colour() -> None:
    cover = pypdfium2.PdfDocument(edition(EditionKind.PRESS))[0].render(scale=4).to_pil().convert("L")
    pixels = 4 * POINTS_A_MM
    slug, width = round(10 * pixels), cover.width

    across = [x for x in range(width) if cover.getpixel((x, round(3 * pixels))) < 128]

    assert across, "no mark above the page"
    assert min(across) == pytest.approx(slug, abs=3)
    assert max(across) == pytest.approx(width - slug, abs=3)
    assert len(across) < 10
    assert cover.getpixel((round(8.5 * pixels), cover.height // 2)) < 250, "no colour beyond the cut"


@pytest.mark.slow
def test_the_printer_gets_no_picture_for_which_there_is_no_room_on_the_screen() -> None:
    on_screen = pictures(published("hefter/turheftet.pdf"))
    for_printer = pictures(edition(EditionKind.PRESS, "turheftet"))

    assert for_printer[1 : len(on_screen) - 1] == on_screen[1:-1]


@pytest.mark.slow
@pytest.mark.parametrize("kind", [EditionKind.FOLDED, EditionKind.PRESS])
@pytest.mark.parametrize("booklet", ["turheftet", "aktivitetsheftet"])
def test_a_booklet_that_is_bound_has_a_multiple_of_four_pages_and_its_own_back(booklet: str, kind: EditionKind) -> None:
    if kind is EditionKind.PRESS:
        pages = texts(edition(kind, booklet))
    else:  # what lies on the sheets, before it lies there
        pages = texts(print_pdf(EDITIONS[kind].made(volume(booklet), demo_press(booklet)), TODAY))

    assert len(pages) % 4 == 0
    assert "Om heftet" in pages[-1]
    assert str(len(pages)) in pages[-1]
    assert all(len(page.strip()) > 20 for page in pages)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "a_sheet"), [(EditionKind.CARDS, 2), (EditionKind.POCKET_CARDS, 4)])
def test_every_walk_of_the_booklet_has_a_card_two_or_four_to_a_sheet(kind: EditionKind, a_sheet: int) -> None:
    trips = shown("turheftet")
    bookmarks = [bookmark.get_title() for bookmark in pypdfium2.PdfDocument(edition(kind)).get_toc()]

    pages = texts(edition(kind))

    assert bookmarks == [trip.title for trip in trips]
    assert len(pages) == ceil(len(trips) / a_sheet)


@pytest.mark.parametrize("kind", [EditionKind.CARDS, EditionKind.POCKET_CARDS])
def test_a_card_tells_what_is_in_the_way_and_labels_what_nobody_knows(kind: EditionKind) -> None:
    walk = document(
        Walk,
        "trappa",
        ingress="Gå opp 92 trappetrinn.",
        beskrivelse="Turen er en trapp.",
        melding="Sperringer på veien.",
    )
    alone = press(walk, settings={"eksempelinnhold": {"svar": "ja", "tekst": "Alt er diktet opp."}})

    page = " ".join(texts(made(kind, volume_of(alone), alone))[0].split())

    told = ("Sperringer på veien.", "92 trappetrinn", "Turen er en trapp.", "Eksempelinnhold. Alt er diktet opp.")
    assert all(text in page for text in told)
    assert page.count("et ikke") == len(re.findall(r"Lengde:? [Vv]et ikke|HC-toalett: vet ikke", page))


@pytest.mark.slow
def test_every_activity_event_and_group_that_goes_on_has_a_poster_of_one_page() -> None:
    offers = [item for item in shown("aktivitetsheftet") if item.label.startswith(("akt", "arr", "gru"))]
    wanted = [item.title for item in offers if item.title not in {"Torsdagsquiz", "Gamle filmer fra Vågen"}]

    pages = texts(edition(EditionKind.POSTERS))

    assert len(pages) == len(wanted)
    assert all(title.split()[0] in page for title, page in zip(wanted, pages, strict=True))


def test_posters_that_hang_together_have_different_pictures() -> None:
    press_ = demo_press("aktivitetsheftet")
    parts = EDITIONS[EditionKind.POSTERS].made(volume("aktivitetsheftet"), press_).parts

    pictures = [part.picture for part in parts[:6]]
    assert len(set(pictures)) == len(pictures) == 6


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"beskrivelse": "I 2022 var det fullt."}, 0),
        ({"beskrivelse": "I 2022 var det fullt.", "når": {"dag": "tirsdag"}}, 1),
        ({"beskrivelse": "I 2022 var det fullt.", "når": {"merknad": "sist 2022"}}, 0),
        ({"beskrivelse": "I 2022 var det fullt.", "kontrollert": {"dato": "2026-11-01"}}, 1),
        ({}, 1),
        ({"status": "pause"}, 0),
        ({"når": {"dag": "tirsdag", "til": "2026-05-01"}}, 0),
    ],
)
def test_what_is_old_and_has_no_sure_hours_is_paused_or_is_over_has_no_poster(
    fields: dict[str, Any], number: int
) -> None:
    made_ = press(document(Activity, "noe", **fields), document(Activity, "annet"), utvalg={"type": ["aktiviteter"]})

    sheets = EDITIONS[EditionKind.POSTERS].made(volume_of(made_), made_)

    labels = [item.label for part in sheets.parts for section in part.content.sections for item in section.entries]
    assert labels.count("aktiviteter/noe") == number


def test_a_poster_tells_every_no_before_any_yes_and_whom_to_contact_first() -> None:
    suited = {"rullestol_inn": "ja", "hc_toalett": "ja", "hc_parkering": "ja", "rolig": "nei", "lite_folk": "nei"}
    dogs = {"heis": "nei", "førerhund": "nei", "teleslynge": "ja"}
    entry = document(
        Activity,
        "noe",
        når={"dag": "tirsdag"},
        sted={"navn": "Salen"},
        sesong="sommer",
        pris="gratis",
        målgruppe={"for": "eldre"},
        tilrettelagt="ja",
        påmelding={"svar": "ja", "hvordan": "Ring først."},
        egnet=suited | dogs,
    )
    made_ = press(entry, utvalg={"type": ["aktiviteter"]})

    sheets = EDITIONS[EditionKind.POSTERS].made(volume_of(made_), made_)

    (item,) = (item for part in sheets.parts for section in part.content.sections for item in section.entries)
    assert [chip.state for chip in item.chips] == [*4 * ["no"], "yes"]
    assert item.facts[-1].value == "Ja. Ring først."


def shown(booklet: str) -> list[Item]:
    chapters = [part.content for part in volume(booklet).parts if isinstance(part.content, Chapter)]
    entries = [entry for chapter in chapters for section in chapter.sections for entry in section.entries]
    return [entry.item if isinstance(entry, Trip) else entry for entry in entries]


@pytest.mark.slow
@pytest.mark.parametrize("kind", [EditionKind.CARDS, EditionKind.POCKET_CARDS, EditionKind.POSTERS, EditionKind.PLANS])
def test_a_sheet_that_stands_alone_says_that_it_is_a_sample_and_whom_to_ask(kind: EditionKind) -> None:
    for page in texts(edition(kind)):
        assert "Eksempelinnhold" in page
        assert "eksempelvik.eksempel.no" in page.replace("\r\n", "")


@pytest.mark.slow
@pytest.mark.parametrize("kind", [EditionKind.POSTERS, EditionKind.PLANS])
def test_the_large_code_can_be_read(kind: EditionKind) -> None:
    page = pypdfium2.PdfDocument(edition(kind))[0].render(scale=2).to_pil()

    (code,) = zxingcpp.read_barcodes(page)

    assert code.text.startswith("https://eksempelvik.eksempel.no/")


@pytest.mark.slow
def test_without_an_address_there_is_no_code() -> None:
    made_ = press(document(Activity, "boccia"))

    poster = made(EditionKind.POSTERS, volume_of(made_), made_)

    assert zxingcpp.read_barcodes(pypdfium2.PdfDocument(poster)[0].render(scale=2).to_pil()) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", [EditionKind.CARDS, EditionKind.POSTERS, EditionKind.PLANS])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_letter_of_a_sheet_stands_on_another(kind: EditionKind, language: str) -> None:
    if (kind, language) == (EditionKind.CARDS, "nn"):  # published in Bokmål alone
        pdf = made(kind, volume("turheftet", "nn"), demo_press("turheftet", "nn"))
    else:
        pdf = edition(kind, language=language)
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        text = page.get_textpage()
        boxes = sorted((text.get_rect(at) for at in range(text.count_rects())), key=lambda box: -box[3])
        for at, (left, bottom, right, _) in enumerate(boxes):
            for other in boxes[at + 1 :]:
                apart = other[3] <= bottom + 4 or other[0] >= right - 1 or other[2] <= left + 1
                assert apart, (
                    f"page {number}: «{text.get_text_bounded(*boxes[at])}» and «{text.get_text_bounded(*other)}»"
                )


def test_whoever_writes_waits_only_for_what_is_read_on_the_screen(tmp_path: Path) -> None:
    work = look_through(Path(__file__).parent / "eksempelvik", TODAY)

    printed, proofs = ({output.path for output in make(work, tmp_path)} for make in (make_booklets, make_proofs))

    assert proofs == {path for path in printed if path.count("-") == 0}
    assert "hefter/turheftet-trykk.pdf" in printed
