"""Every kind of page: nothing for axe to find, nothing beyond the edge; `make bench-pages` tries all views."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.pages import served
from every_page import PAGES, SCHEMES, VIEWS, seen

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(("number", "path"), list(enumerate(PAGES)), ids=PAGES)
def test_axe_finds_nothing_and_nothing_sticks_out(chromium: Browser, site: Path, number: int, path: str) -> None:
    view, scheme = VIEWS[number % len(VIEWS)], SCHEMES[number % len(SCHEMES)]

    with served(site) as address:
        wrong = list(seen(chromium, address + path, [view], [scheme]))

    assert wrong == []
