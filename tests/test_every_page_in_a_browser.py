"""Every kind of page: nothing for axe to find, nothing sticks out, nothing moves; `make bench-pages` tries more."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from every_page import LIVELY, PAGES, SCHEMES, VIEWS, seen
from serving import served
from shifts import TALL, InPieces, movements

pytestmark = [pytest.mark.browser, pytest.mark.slow]


WIDE = (
    "index.html",
    "finn.html?q=dans&hc-toalett=nei&energi=rolig",
    "kart.html#turer/strandpromenaden",
    "turer/strandpromenaden.html",
    "aktiviteter/bowling-tirsdag.html",
)
"""Pages that are laid out otherwise where there is room beside the text."""


@pytest.mark.parametrize(("number", "path"), list(enumerate(PAGES)), ids=PAGES)
def test_axe_finds_nothing_and_nothing_sticks_out(chromium: Browser, site: Path, number: int, path: str) -> None:
    view, scheme = VIEWS[number % len(VIEWS)], SCHEMES[number % len(SCHEMES)]

    with served(site) as address:
        wrong = list(seen(chromium, address + path, [view], [scheme]))

    assert wrong == []


@pytest.mark.parametrize(("path", "width"), [*((path, 390) for path in LIVELY), *((path, 1280) for path in WIDE)])
def test_nothing_moves_while_a_page_comes(chromium: Browser, site: Path, path: str, width: int) -> None:
    scheme = SCHEMES[width % 4 // 2]
    context = chromium.new_context(
        viewport={"width": width, "height": TALL}, color_scheme=scheme, service_workers="block"
    )

    with served(site, InPieces) as address:
        moved = movements(context, address + path)

    assert moved == []
    context.close()
