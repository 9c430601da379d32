"""What only a browser can tell: the policy holds, nothing is fetched elsewhere, everyone can use the page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from everyone import hindrances
from frames import fill
from hefte.doors.mkdocs import make_frames
from hefte.doors.package import templates
from hefte.website.frame import SECTIONS
from test_mkdocs import BODY, SETTINGS, WORDS

SIZES = (320, 390, 1280)

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site on disk, to be opened as a file."""
    folder = tmp_path_factory.mktemp("site")
    frames = make_frames(SETTINGS, templates(), folder / "kept")
    for file in frames.files:
        content = file.content if isinstance(file.content, bytes) else file.content.encode()
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(content)
    for language, prefix in (("nb", ""), ("nn", "nn/"), ("en", "en/")):
        page = folder / prefix / SECTIONS["turer"].folder / "a.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        words = {**WORDS, "body": BODY, "file": "a.html"}
        page.write_text(fill(frames.of(language, "turer"), **words), encoding="utf-8")
    return folder


def _open(chromium: Browser, path: Path, width: int = 390, **options: object) -> Page:
    page = chromium.new_page(viewport={"width": width, "height": 844}, **options)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    return page


def test_the_policy_stops_nothing_of_ours_and_no_other_host_is_asked(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))

    page.goto((site / "turer" / "a.html").as_uri())
    page.evaluate("document.fonts.ready")

    assert said == []
    assert all(url.startswith("file:") for url in asked)
    assert page.evaluate("document.fonts.check('18px \"Atkinson Hyperlegible Next\"')")
    page.close()


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [
        ("", 320, "light"),
        ("", 390, "dark"),
        ("", 1280, "light"),
        ("nn", 1280, "dark"),
        ("en", 390, "light"),
    ],
)
def test_axe_finds_nothing(chromium: Browser, site: Path, language: str, width: int, scheme: str) -> None:
    path = site / language / "turer" / "a.html"
    page = _open(chromium, path, width, color_scheme=scheme, bypass_csp=True)

    assert hindrances(page) == []
    page.close()


@pytest.mark.parametrize("width", SIZES)
def test_nothing_sticks_out_at_the_side(chromium: Browser, site: Path, width: int) -> None:
    page = _open(chromium, site / "turer" / "a.html", width)

    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_the_menu_opens_and_closes_from_the_keyboard_without_a_script(chromium: Browser, site: Path) -> None:
    page = _open(chromium, site / "turer" / "a.html", java_script_enabled=False)

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    opened = page.get_by_role("link", name="Aktiviteter").is_visible()
    page.keyboard.press("Escape")

    assert opened
    assert not page.get_by_role("link", name="Aktiviteter").is_visible()
    page.close()


def test_the_chosen_theme_is_there_before_the_first_paint_of_the_next_page(chromium: Browser, site: Path) -> None:
    page = _open(chromium, site / "turer" / "a.html", width=1280, color_scheme="light")

    page.get_by_role("button", name="Mørk visning").click()
    page.goto((site / "nn" / "turer" / "a.html").as_uri())

    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 26, 24)"
    page.close()
