"""What the tests share: the same examples on every machine, a browser for each worker, and Eksempelvik built once."""

import fcntl
import gc
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

import browser as browsers
from eksempelvik_site import CONTENT, build

settings.register_profile("hefte", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("hefte"), max_examples=20)
settings.load_profile("hefte")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A file of which every test is left out is not read: half of a quick run would be spent on gathering them."""
    asked = config.option.markexpr
    if collection_path.suffix != ".py" or not re.fullmatch(r"not \w+( and not \w+)*", asked):
        return None
    marks = "|".join(re.findall(r"not (\w+)", asked))
    whole = re.search(rf"^pytestmark = .*\bmark\.({marks})\b", collection_path.read_text("utf-8"), re.MULTILINE)
    return True if whole else None


def pytest_collection() -> None:
    """Nothing that is gathered is thrown away: looking for what may be takes a sixth of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Rings of values are looked for seldom, and not among what was gathered."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What commands keep between runs lies among the tests' own files, one for all workers, and goes with them."""
    base = tmp_path_factory.getbasetemp()
    os.environ["XDG_CACHE_HOME"] = str((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache")


@pytest.fixture
def still_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is 22 November 2026, also for a command that nobody tells which day it is."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")


@pytest.fixture(scope="session")
def started() -> Iterator[Browser]:
    """One browser for each worker."""
    with sync_playwright() as playwright:
        found = browsers.start(playwright)
        yield found
        found.close()


@pytest.fixture(scope="module")
def chromium(started: Browser) -> Iterator[Browser]:
    """The browser, which forgets after each file what was opened there."""
    yield started
    for context in started.contexts:
        context.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eksempelvik as it is built on a Sunday, on disk, one for all workers; whoever damages it copies it first."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "eksempelvik"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").is_dir():
            build(CONTENT, folder / "site")
    return folder / "site"
