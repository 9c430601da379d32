"""The pictures of the guides: real screens of Eksempelvik, as a browser shows them; `make guide-pictures` renews them.

Of each picture two things are kept: the picture, and an outline of what is on it, a line for every element with its own
words. A machine that draws letters otherwise has the same outline and nearly the same picture; a screen that has
changed has another outline, or another look. Numbers are left out of outlines: another entry in Eksempelvik is no
other screen.
"""

import re
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

import browser as browsers
from eksempelvik_site import CONTENT, build
from hefte.doors.package import templates
from serving import served
from settled import visit

LANGUAGES = ("nb", "nn")
PICTURES = templates() / "guides" / "bilder"
OUTLINES = Path(__file__).parent / "guide_pictures"
SHORTLIST = "turer/strandpromenaden aktiviteter/bowling-tirsdag steder/biblioteket"
PHONE, PAPER, DESKTOP = 390, 794, 1280
SHARP = {PHONE: 1.25, PAPER: 1.0, DESKTOP: 0.75}
"""Pixels of the picture for one of the screen: phones have two and three, but the pictures must be light."""

ROOM = 12
"""Pixels of the page around an element that is shown by itself."""

NOON = "2026-11-22T12:00:00+01:00"
CELL = 12
"""Pixels of the squares whose mean colours are compared."""

FAR, MOST_FAR = 40, 0.03
"""How far a mean may be from what it was (of 255), and how large a part of the squares may be farther."""


class Screen(NamedTuple):
    """A picture: the page, what is pressed there, and where on it the picture begins; `height` in the page's pixels.

    `kept` is what lies in the reader's shortlist; a `width` of PAPER is the page as it is printed.
    """

    name: str
    path: str
    of: str = "html"
    height: int = 640
    width: int = PHONE
    press: str = ""
    kept: str = ""


SCREENS = (
    Screen("hjem", "index.html", height=620),
    Screen("filter", "finn.html", press=".finder__bar button"),
    Screen("rekkevidde", "turer/strandpromenaden.html", of=".reach", height=270),
    Screen("profil", "profil.html", height=680),
    Screen("utvalg", "utvalg.html", height=600, kept=SHORTLIST),
    Screen("ganger", "grupper/torsdagsklubben.html", of=".coming", height=332),
    Screen("nederst", "aktiviteter/bowling-tirsdag.html", of=".entry__side", height=604),
    Screen("ark", "utvalg.html", width=PAPER, height=925, kept=SHORTLIST),
    Screen("grupper", "grupper-oversikt.html", width=DESKTOP, height=760),
    Screen("brev", "nyhetsbrev/2026-12.html", height=640),
)


class Shown(NamedTuple):
    """A screen as it is shown now: its picture, and its outline."""

    picture: Image.Image
    outline: str


def show(browser: Browser, site: Path, language: str) -> Iterator[tuple[Screen, Shown]]:
    """Every screen of a language, of a site on disk."""
    with served(site) as address:
        for screen in SCREENS:
            yield screen, shown(browser, address + ("" if language == LANGUAGES[0] else f"{language}/"), screen)


def shown(browser: Browser, root: str, screen: Screen, changed: str = "") -> Shown:
    """One screen; `changed` is a script that is run on the page first."""
    context = browser.new_context(
        viewport={"width": screen.width, "height": 1100},
        device_scale_factor=SHARP[screen.width],
        service_workers="block",
        reduced_motion="reduce",
        timezone_id="Europe/Oslo",
        bypass_csp=True,
    )
    context.add_init_script(f'localStorage.setItem("hefte.shortlist /", "{screen.kept}")')
    page = context.new_page()
    page.clock.set_fixed_time(NOON)
    visit(page, root + screen.path)
    if screen.width == PAPER:
        page.emulate_media(media="print")
        page.add_style_tag(content="html { padding: 24px; background: #fff }")
    if screen.of != "html":
        page.add_style_tag(content=".actions, .md-header { display: none }")
    if screen.press:
        page.locator(screen.press).first.click()
    page.evaluate(f"(() => {{ {changed} }})()")
    page.evaluate(_ALL_DRAWN)
    page.evaluate(_AT_REST)
    found = _shown(page, screen)
    context.close()
    return found


def _shown(page: Page, screen: Screen) -> Shown:
    box = page.locator(screen.of).first.bounding_box()
    assert box is not None, f"{screen.name}: nothing on {screen.path} is «{screen.of}»"
    room = ROOM if screen.of != "html" else 0
    left, top = max(0, box["x"] - room), max(0, box["y"] - room)
    width = min(box["width"] + 2 * room, screen.width - left)
    clip: FloatRect = {"x": left, "y": top, "width": width, "height": screen.height}
    outline = page.evaluate(_OUTLINE, clip)
    drawn = page.screenshot(clip=clip, full_page=True, animations="disabled")
    return Shown(Image.open(BytesIO(drawn)).convert("RGB"), _without_numbers(outline))


_ALL_DRAWN = """() => document.documentElement.classList.remove("steady") || Promise.all([
  ...["400 1em", "600 1em"].map(font => document.fonts.load(font + " 'Atkinson Hyperlegible Next'")),
  ...["600 1em", "700 1em"].map(font => document.fonts.load(font + " Fraunces")),
  ...[...document.images].filter(image => image.checkVisibility()).map(image => {
    image.loading = "eager";
    return image.decode().catch(() => {});
  }),
])"""
"""Wait for letters and pictures, also those that a browser would do without where they are late or out of view."""

_AT_REST = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Wait until the browser has laid out and drawn what was changed last."""

_OUTLINE = """clip => {
  const lines = [], top = document.querySelector("dialog[open], :popover-open") || document.body;
  for (const element of top.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    const middle = box.top + scrollY + box.height / 2;
    const within = middle > clip.y && middle < clip.y + clip.height;
    const beside = box.right <= clip.x || box.left >= clip.x + clip.width;
    if (!within || beside || !box.width || !box.height || !element.checkVisibility()) continue;
    if (element.closest("svg svg, svg *")) continue;
    const words = [...element.childNodes].filter(node => node.nodeType === 3);
    const own = words.map(node => node.data.trim()).join(" ").trim();
    if (own || /^(IMG|SVG|INPUT|SELECT|BUTTON|A)$/i.test(element.tagName)) {
      const name = element.tagName.toLowerCase() + (element.classList.length ? "." + element.classList[0] : "");
      lines.push(own ? name + ": " + own.replace(/\\s+/g, " ") : name);
    }
  }
  return lines.join("\\n");
}"""
"""A line for each element that is seen in the clip and has words of its own, or is a control or a picture."""


def _without_numbers(outline: str) -> str:
    return re.sub(r"\d+", "0", outline).replace("\u00ad", "").replace("\u2060", "") + "\n"


def outline_of(language: str, name: str) -> Path:
    """Where the outline of a picture is kept."""
    return OUTLINES / language / f"{name}.txt"


def picture_of(language: str, name: str) -> Path:
    """Where a picture of the guides lies."""
    return PICTURES / language / f"{name}.webp"


def apart(one: Image.Image, other: Image.Image) -> float:
    """How large a part of two pictures looks different: from 0 to 1, and 1 where their shapes differ by a tenth."""
    if abs(one.width / one.height - other.width / other.height) > 0.1 * one.width / one.height:
        return 1.0
    size = (max(1, one.width // CELL), max(1, one.height // CELL))
    means = (picture.convert("RGB").resize(size, Image.Resampling.BOX) for picture in (one, other))
    bands = ImageChops.difference(*means).split()
    far = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).histogram()
    return sum(far[FAR:]) / (size[0] * size[1])


def main() -> None:
    """Take every picture anew, and write down what is on it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(CONTENT, Path(folder) / "site")
        browser = browsers.start(playwright)
        for language in LANGUAGES:
            for screen, now in show(browser, Path(folder) / "site", language):
                _keep(language, screen.name, now)
        browser.close()
    print(f"{sum(path.stat().st_size for path in PICTURES.rglob('*.webp')) / 1000:.0f} kB")


def _keep(language: str, name: str, now: Shown) -> None:
    for path in (picture_of(language, name), outline_of(language, name)):
        path.parent.mkdir(parents=True, exist_ok=True)
    now.picture.save(picture_of(language, name), quality=50, method=6)
    outline_of(language, name).write_text(now.outline, encoding="utf-8")


if __name__ == "__main__":
    main()
