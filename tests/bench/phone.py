"""`make bench-phone`: our finder beside stock Material search and Pagefind, the same entries on a slow phone.

The phone is that of `bench.finder`: 390 by 844, a processor slowed four times, 150 ms and 1.6 Mbit/s, packed files.
Chromium slows only a page: Material's and Pagefind's workers keep the speed of this machine. Pagefind indexes the
pages that MkDocs made and answers in its own form. Right answers come from the judged queries of tests/search, final
half: at least half of the right entries that have room among the first ten are there.
It needs Node; the peers are fetched from npm into a temporary folder unless --modules names one that has them.
"""

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

import browser as browsers
from bench import peers
from bench.finder import Packed, phone, site_of
from bench.judged import queries, score
from bench.search_quality import ask, fetch
from serving import served

WORDS = ("dansekveld", "strikkeklubb", "svømming", "bowling", "turgruppe")
PAGEFIND = """\
<!doctype html><html lang="no"><meta charset="utf-8"><title>Søk</title>
<meta name="viewport" content="width=device-width">
<link href="/pagefind/pagefind-ui.css" rel="stylesheet"><script src="/pagefind/pagefind-ui.js"></script>
<div id="search"></div><script>new PagefindUI({element: "#search", showImages: false})</script></html>
"""


class Engine(NamedTuple):
    """A search as a reader meets it: its page, what opens the field, the field, and a hit."""

    name: str
    page: str
    opener: str
    field: str
    hit: str


ENGINES = (
    Engine("Hefte", "finn.html", "", ".find input[name=q]", ".finder__cards a"),
    Engine("Material", "index.html", "label[for=__search]", ".md-search__input", ".md-search-result__item a"),
    Engine("Pagefind", "search.html", "", ".pagefind-ui__search-input", ".pagefind-ui__result-link"),
)


class Figures(NamedTuple):
    """Of one engine: ms from nothing to a hit, ms from a word to a hit on a settled page, KB of both, share right."""

    cold: float
    word: float
    kilobytes: float
    right: float


def open_field(page: Page, engine: Engine) -> None:
    """Bring the field of the search up as a reader does."""
    page.locator(engine.field).wait_for(state="attached")
    if engine.opener:
        page.locator(engine.opener).first.click()
        page.wait_for_function("field => document.activeElement === document.querySelector(field)", arg=engine.field)


def search_for(page: Page, engine: Engine, word: str) -> None:
    """Type a word, and wait for its first hit to be seen."""
    page.locator(engine.field).fill(word[:-1])
    page.locator(engine.field).press(word[-1])
    page.locator(engine.hit).first.wait_for()


def from_nothing(chromium: Browser, engine: Engine, address: str, word: str) -> tuple[float, float]:
    """Milliseconds from an empty phone to the first hit, and KB over the wire until then, without fonts."""
    page = phone(chromium)
    sizes: list[float] = []
    fonts: set[str] = set()
    channel = page.context.new_cdp_session(page)
    channel.send("Network.enable")
    channel.on(
        "Network.responseReceived", lambda event: fonts.add(event["requestId"]) if event["type"] == "Font" else None
    )
    channel.on(
        "Network.loadingFinished",
        lambda event: None if event["requestId"] in fonts else sizes.append(event["encodedDataLength"]),
    )
    page.goto(address + engine.page, wait_until="commit")
    open_field(page, engine)
    search_for(page, engine, word)
    taken = float(page.evaluate("performance.now()"))
    page.context.close()
    return taken, sum(sizes) / 1000


def from_word(chromium: Browser, engine: Engine, address: str, word: str) -> float:
    """Milliseconds from a word to its first hit on a page that has settled."""
    page = phone(chromium)
    page.goto(address + engine.page, wait_until="networkidle")
    open_field(page, engine)
    page.wait_for_timeout(3000)
    before = perf_counter()
    search_for(page, engine, word)
    taken = (perf_counter() - before) * 1000
    page.context.close()
    return taken


def sites(folder: Path, modules: Path, number: int) -> Mapping[str, Path]:
    """The same entries as a site of each maker; Pagefind's page stands in that of MkDocs."""
    ours = site_of(folder, number)
    peers.write_mkdocs(folder / "mkdocs", number)
    _run(sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs" / "mkdocs.yml"))
    theirs = folder / "mkdocs" / "site"
    _run(str(modules / ".bin" / "pagefind"), "--site", str(theirs), "--root-selector", "article", "--quiet")
    (theirs / "search.html").write_text(PAGEFIND, "utf-8")
    return {"Hefte": ours, "Material": theirs, "Pagefind": theirs}


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{(done.stdout + done.stderr)[-3000:]}")


def right_answers(folder: Path, modules: Path) -> Mapping[str, float]:
    """The share of the judged queries that each engine answers well."""
    asked = queries("final")
    answers = ask(asked, folder, modules)
    return {
        name: 100 * mean(score(*pair).half for pair in zip(asked, found, strict=True))
        for name, found in answers.items()
    }


def measured(
    chromium: Browser, built: Mapping[str, Path], right: Mapping[str, float], words: Sequence[str]
) -> Mapping[str, Figures]:
    """The figures of each engine, in turn for every word; of times the least, so that a busy machine tells alike."""
    with ExitStack() as stack:
        addresses = {name: stack.enter_context(served(site, Packed)) for name, site in built.items()}
        for engine in ENGINES:
            from_nothing(chromium, engine, addresses[engine.name], words[0])  # the server packs each file once
        rounds = [
            {
                one.name: (
                    *from_nothing(chromium, one, addresses[one.name], word),
                    from_word(chromium, one, addresses[one.name], word),
                )
                for one in ENGINES
            }
            for word in words
        ]
    return {one.name: _summed([found[one.name] for found in rounds], right[one.name]) for one in ENGINES}


def _summed(found: Sequence[tuple[float, float, float]], right: float) -> Figures:
    cold, sizes, words = zip(*found, strict=True)
    return Figures(min(cold), min(words), median(sizes), right)


def tell(rows: Mapping[str, Figures], number: int) -> None:
    """Print the table: the figures, and how many times ours the others take."""
    heads = ("from nothing, ms", "after a word, ms", "KB", "right, %")
    print(f"\n{f'{number} entries':12}{''.join(f'{head:>26}' for head in heads)}")
    ours = rows["Hefte"]
    for name, row in rows.items():
        times = (
            f"{value:.0f}" + (f" (×{value / own:.1f})" if own else "") for value, own in zip(row, ours, strict=True)
        )
        print(f"{name:12}{''.join(f'{one:>26}' for one in times)}", flush=True)


def main() -> None:
    """Build the sites, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=1_000)
    parser.add_argument("--modules", type=Path, help="a node_modules folder that has the peers")
    chosen = parser.parse_args()
    with TemporaryDirectory() as kept, sync_playwright() as playwright:
        folder = Path(kept)
        modules = (chosen.modules or fetch(folder)).resolve()
        built = sites(folder, modules, chosen.number)
        right = right_answers(folder, modules)
        chromium = playwright.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        rows = measured(chromium, built, right, WORDS)
        chromium.close()
    tell(rows, chosen.number)


if __name__ == "__main__":
    main()
