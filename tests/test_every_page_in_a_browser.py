"""Every kind of page: nothing for axe to find, nothing beyond the edge; `make bench-pages` tries all views."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import browser as browsers
from bench.pages import served
from every_page import PAGES, SCHEMES, VIEWS, seen

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eksempelvik as a site on disk."""
    from hefte.doors.command_line import main

    folder = tmp_path_factory.mktemp("every") / "site"
    content = str(Path(__file__).parent / "eksempelvik")
    assert main(["build", "--content", content, "--out", str(folder), "--no-booklets", "--today", "2026-11-22"]) == 0
    return folder


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.mark.parametrize(("number", "path"), list(enumerate(PAGES)), ids=PAGES)
def test_axe_finds_nothing_and_nothing_sticks_out(chromium: Browser, site: Path, number: int, path: str) -> None:
    view, scheme = VIEWS[number % len(VIEWS)], SCHEMES[number % len(SCHEMES)]

    with served(site) as address:
        wrong = list(seen(chromium, address + path, [view], [scheme]))

    assert wrong == []
