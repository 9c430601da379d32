"""What the tests in a browser share: a browser for each file of tests, and Eksempelvik built once for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import browser as browsers


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eksempelvik as it is built on a Sunday, on disk; whoever damages it copies it first."""
    from hefte.doors.command_line import main

    folder: Path = tmp_path_factory.mktemp("eksempelvik") / "site"
    content = str(Path(__file__).parent / "eksempelvik")
    assert main(["build", "--content", content, "--out", str(folder), "--no-booklets", "--today", "2026-11-22"]) == 0
    return folder
