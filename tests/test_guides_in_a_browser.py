"""The guides in a browser: every picture is still what the screen looks like, and nothing sticks out on a phone."""

from difflib import unified_diff
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from guide_pictures import LANGUAGES, MOST_FAR, SCREENS, Screen, Shown, apart, outline_of, picture_of, show, shown
from hefte.guides import FIELD_PAGES, FIELDS, WRITTEN, page_of
from serving import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOME = SCREENS[0]
RENEW = (
    "Is the screen as it should be? Then `make guide-pictures` takes the pictures anew; look at them, and commit them."
)


def differences(language: str, screen: Screen, now: Shown) -> list[str]:
    """What has changed since a picture was taken: lines of its outline, and how much of it looks different."""
    kept = outline_of(language, screen.name).read_text("utf-8")
    lines = list(unified_diff(kept.splitlines(), now.outline.splitlines(), "kept", "now", lineterm="", n=0))
    part = apart(Image.open(picture_of(language, screen.name)), now.picture)
    return [
        f"{language}/{screen.name}: {line}"
        for line in [*lines, *([f"{part:.1%} looks different"] if part > MOST_FAR else [])]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_of_the_guides_is_still_true(chromium: Browser, site: Path, language: str) -> None:
    def changes() -> list[str]:
        return [line for screen, now in show(chromium, site, language) for line in differences(language, screen, now)]

    # A busy machine may be slow to draw a screen: what has changed has changed at a second look too.
    changed = changes() and changes()

    assert not changed, "\n".join([RENEW, *changed])


@pytest.mark.parametrize(
    "change",
    [
        'document.querySelector("main button").remove()',
        'document.querySelector("h1").textContent = "Hva nå?"',
        'document.documentElement.dataset.theme = "dark"',
        'document.querySelector(".hero__scene").style.visibility = "hidden"',
        'document.querySelector("h1").style.paddingTop = "60px"',
    ],
    ids=["a button less", "another word", "other colours", "a picture less", "moved"],
)
def test_a_screen_that_has_changed_is_seen(chromium: Browser, site: Path, change: str) -> None:
    with served(site) as address:
        now = shown(chromium, address, HOME, change)

    assert differences(LANGUAGES[0], HOME, now)


@pytest.mark.parametrize(
    "change",
    [
        'document.body.style.textRendering = "geometricPrecision"',
        'document.body.style.fontWeight = "500"',
        'document.body.style.letterSpacing = "0.15px"',
    ],
    ids=["letters drawn otherwise", "letters a little bolder", "letters a little farther apart"],
)
def test_other_letters_are_no_other_screen(chromium: Browser, site: Path, change: str) -> None:
    with served(site) as address:
        now = shown(chromium, address, HOME, change)

    assert not differences(LANGUAGES[0], HOME, now)


def test_no_guide_sticks_out_on_a_phone(chromium: Browser, site: Path) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    wide = {}

    with served(site) as address:
        for identity in (*WRITTEN, FIELDS, *FIELD_PAGES):
            page.goto(address + page_of(identity), wait_until="load")
            wide[identity] = page.evaluate("document.documentElement.scrollWidth")

    assert {identity: width for identity, width in wide.items() if width > 390} == {}
    page.close()
