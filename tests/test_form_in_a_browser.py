"""The form in the browser: what an editor writes there is saved in canonical text, and nobody else is asked."""

import io
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from eksempelvik_site import CONTENT
from form_editing import WAIT_MS, Editor, editing
from hefte.canonical.make import formatted
from hefte.canonical.ways import canonical
from hefte.canonical.writing import written
from hefte.doors.build import look_through
from hefte.doors.form import make_form
from hefte.model import DOCUMENT_TYPES
from hefte.reading.nodes import parse
from serving import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TODAY = date(2026, 11, 30)
FOLDER = "tests/eksempelvik"
OUR_CONTENT = CONTENT.parent.parent / "content"
RECORDS = {kind.folder: kind.__name__ for kind in DOCUMENT_TYPES} | {"oppsett.yaml": "Settings"}


def _files(content: Path) -> dict[str, str]:
    paths = (path for path in content.rglob("*.yaml") if ".hefte" not in path.parts)
    return {path.relative_to(content).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def _made(content: Path, site: Path) -> None:
    work = look_through(content, TODAY)
    for output in make_form(work, site):
        made = output.make()
        (site / output.path).parent.mkdir(parents=True, exist_ok=True)
        (site / output.path).write_bytes(made if isinstance(made, bytes) else made.encode())


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("form")
    _made(CONTENT, site)
    with served(site) as address:
        yield f"{address}admin/"


@pytest.fixture(scope="module")
def editor(chromium: Browser, base: str) -> Iterator[Editor]:
    with editing(chromium, base, FOLDER, _files(CONTENT), width=1280) as found:
        yield found


def test_an_activity_is_added_within_three_minutes_and_passes_the_check(editor: Editor, tmp_path: Path) -> None:
    editor.go("aktiviteter")

    editor.click(editor.page.locator("button.primary", has_text="Ny").first)
    editor.type("tittel", "Strikkekafé på Årøy")
    editor.type("ingress", "Strikk og prat rundt det store bordet. Garn og pinner ligger klart.")
    editor.choose("kategorier", "Kafé og prat")
    editor.add("når")
    editor.choose("når.0.dag", "Torsdag")
    editor.type("når.0.kl", "11-13")
    editor.add("pris")
    editor.type("pris.0.kr", "gratis")
    editor.choose("sted", "Biblioteket")
    editor.open_group("kontakt")
    editor.type("kontakt.tlf", "00 00 00 00")
    editor.save()

    saved = editor.file("aktiviteter/strikkekafe-pa-aroy.yaml")
    assert formatted("aktiviteter/strikkekafe-pa-aroy.yaml", saved, "nb").after == saved.decode()
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "aktiviteter" / "strikkekafe-pa-aroy.yaml").write_bytes(saved)
    problems = look_through(content, TODAY).problems
    ours = [problem for problem in problems if "strikkekafe" in problem.where.path and problem.stops_the_build]
    assert ours == []
    assert editor.seconds < 180, f"{editor.seconds:.0f} s: {editor.keys} keys, {editor.clicks} clicks"


@pytest.mark.parametrize(
    "path",
    [
        "turer/strandpromenaden.yaml",
        "grupper/torsdagsklubben.yaml",
        "sider/slik-bruker-du-heftet.yaml",
        "steder/eksempelvik-bad.yaml",
    ],
)
def test_an_entry_that_is_edited_differs_by_what_was_edited_alone(editor: Editor, path: str) -> None:
    before = parse(path, (CONTENT / path).read_bytes()).data
    assert isinstance(before, dict)
    folder, _, name = path.removesuffix(".yaml").partition("/")

    editor.go(f"{folder}/entries/{name}")
    box = editor.field("tittel").locator("input")
    expect(box).not_to_have_value("", timeout=WAIT_MS)
    title = f"{box.input_value()} igjen"
    box.fill(title)
    editor.save()

    told = before["tittel"]
    after = before | {"tittel": {**told, "nb": title} if isinstance(told, dict) else title}
    assert editor.file(path).decode() == written(canonical(RECORDS[folder], after, "nb"))


def test_a_picture_is_made_smaller_and_loses_where_it_was_taken(editor: Editor, tmp_path: Path) -> None:
    photo = tmp_path / "På stranda.jpg"
    image, exif = Image.new("RGB", (3200, 1600), "#16423c"), Image.Exif()
    exif[0x010F] = "Kamera"
    exif.get_ifd(0x8825)[1] = "N"
    image.save(photo, exif=exif)

    editor.go("aktiviteter/entries/badstukafeen")
    editor.add("bilder")
    editor.near("bilder.0.fil").locator("input[type=file]").first.set_input_files(photo)
    # «Gjør filen klar. Det kan ta litt tid.»
    expect(editor.field("bilder.0.fil").locator("img")).to_be_visible(timeout=WAIT_MS)
    editor.type("bilder.0.alt", "Grønn flate uten noe på.")
    editor.save()

    saved = editor.file("bilder/pa-stranda.webp")
    with Image.open(io.BytesIO(saved)) as kept:
        assert (kept.size, dict(kept.getexif())) == ((2400, 1200), {})
    assert b"pa-stranda.webp" in editor.file("aktiviteter/badstukafeen.yaml")


def test_a_file_that_cannot_be_read_is_told_and_is_never_written_over(chromium: Browser, base: str) -> None:
    torn = "tittel: [Strikkekafé\n"
    files = _files(CONTENT) | {"aktiviteter/strikkekafe-pa-ora.yaml": torn}
    with editing(chromium, base, FOLDER, files, width=1280) as editor:
        expect(editor.page.locator("aside.unread")).to_contain_text("aktiviteter/strikkekafe-pa-ora.yaml")
        editor.go("aktiviteter")
        editor.click(editor.page.locator("button.primary", has_text="Ny").first)
        editor.type("tittel", "Strikkekafé på Øra")
        editor.type("ingress", "Strikk og prat.")
        editor.choose("kategorier", "Kafé og prat")
        editor.save()

        assert editor.file("aktiviteter/strikkekafe-pa-ora.yaml").decode() == torn
        assert "Strikkekafé på Øra" in editor.file("aktiviteter/strikkekafe-pa-ora-1.yaml").decode()


def test_what_is_not_saved_is_asked_about_and_can_be_taken_up_again(chromium: Browser, base: str) -> None:
    with editing(chromium, base, FOLDER, {"oppsett.yaml": _files(CONTENT)["oppsett.yaml"]}, width=1280) as editor:
        asked: list[str] = []
        close = editor.page.get_by_role("button", name="Lukk uten å lagre")
        editor.go("aktiviteter")
        editor.click(editor.page.locator("button.primary", has_text="Ny").first)
        editor.type("tittel", "Strikkekafé på Årøy")

        editor.page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        editor.click(close)
        expect(editor.field("tittel").locator("input")).to_have_value("Strikkekafé på Årøy")
        editor.page.wait_for_timeout(1500)
        editor.page.once("dialog", lambda dialog: dialog.accept())
        editor.click(close)
        editor.click(editor.page.locator("button.primary", has_text="Ny").first)
        editor.click(editor.page.get_by_role("button", name="Gjenopprett"))

        assert "ikke lagret" in asked[0]
        expect(editor.field("tittel").locator("input")).to_have_value("Strikkekafé på Årøy", timeout=WAIT_MS)


def test_nobody_but_the_site_itself_is_asked(editor: Editor, base: str) -> None:
    hosts = {urlsplit(address).netloc for address in editor.asked if not address.startswith(("blob:", "data:"))}

    assert hosts == {urlsplit(base).netloc}


def test_the_form_speaks_norwegian_and_nothing_sticks_out_of_a_phone(chromium: Browser, base: str) -> None:
    with editing(chromium, base, FOLDER, _files(CONTENT), width=390, height=6000) as editor:
        editor.go("turer/entries/strandpromenaden")
        expect(editor.field("tittel").locator("input")).not_to_have_value("", timeout=WAIT_MS)
        fields = editor.page.evaluate("window.formConfig.collections.find(({ name }) => name === 'turer').fields")
        shown = [one["name"] for one in fields if one["widget"] != "hidden"]
        for name in shown:
            expect(editor.field(name)).to_be_visible(timeout=WAIT_MS)
        outside = editor.page.evaluate(
            "[...document.querySelectorAll('section.field')]"
            ".filter((one) => one.getBoundingClientRect().right > innerWidth)"
            ".map((one) => one.dataset.keyPath)"
        )
        is_wider = editor.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        said = editor.page.locator("body").inner_text()

    assert (outside, is_wider) == ([], False)
    assert "Lagre" in said
    assert not any(word in said for word in ("Save", "Add ", "Select", "None)"))


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The form of the folder that a new user starts from."""
    folder = tmp_path_factory.mktemp("ours")
    shutil.copytree(OUR_CONTENT, folder / "content")
    settings = folder / "content" / "oppsett.yaml"
    settings.write_text(settings.read_text("utf-8") + "skjema: lokal\n", encoding="utf-8")
    _made(folder / "content", folder / "site")
    with served(folder / "site") as address:
        yield f"{address}admin/"


@pytest.mark.parametrize(
    ("form", "content"), [("ours", OUR_CONTENT), ("base", CONTENT)], ids=["content", "eksempelvik"]
)
def test_every_file_comes_out_of_the_form_in_canonical_text(
    chromium: Browser, request: pytest.FixtureRequest, form: str, content: Path
) -> None:
    files = _files(content)
    page = chromium.new_page()

    page.goto(request.getfixturevalue(form))
    names = {path: path.partition("/")[0].removesuffix(".yaml") for path in files}
    out = page.evaluate(
        "([files, names]) => Object.fromEntries(Object.entries(files).map(([path, text]) => {"
        "const record = window.formShape.roots[names[path]];"
        "return [path, window.form.write(record, window.form.read(names[path], record, text.trim()))]; }))",
        [files, names],
    )
    page.close()

    data = {path: parse(path, text.encode()).data for path, text in files.items()}
    expected = {
        path: written(canonical(RECORDS[path.partition("/")[0]], one, "nb"))
        for path, one in data.items()
        if isinstance(one, dict)
    }
    assert out == expected
