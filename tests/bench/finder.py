"""How quickly the finder answers on a slow phone: the first hit, every further key and every tap, at 1,000 and 10,000.

Chromium as a phone of 390 by 844, its processor slowed four times, over a net of 150 ms and 1.6 Mbit/s (Lighthouse's
«slow 4G»), from a server that packs. What a key or a tap costs is how long its event keeps the main thread, first alone
and then until the page is laid out: the least of some pages, so that a busy machine tells the same, times four.
Run it with `PYTHONPATH=tests .venv/bin/python -m bench.finder [number …]`.
"""

import gzip
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

import browser as browsers
from bench.municipality import write
from serving import Quiet, served

SLOWER, ROUNDS = 4, 3
NET = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
WARM = (*"abdefghiklmnoprstuv", "kor", "tur", "dans")
BOXES = (
    "pris=gratis",
    "hc-toalett=ja",
    "hc-toalett=vet-ikke",
    "nar=i-helga",
    "energi=rolig",
    "pris=gratis",
    "energi=rolig",
)
WORDS = ("svømming", "dansekveld", "strikkeklubb", "kafe krakeroy", "bolwing", "rullestolvennlig")

PRESS = """text => { const field = document.querySelector('.find input[name=q]'); document.body.offsetHeight;
  const before = performance.now(); field.value = text; field.dispatchEvent(new Event('input'));
  const done = performance.now(); document.body.offsetHeight; return [done - before, performance.now() - before]; }"""
TAP = """([name, value]) => { const box = document.querySelector(`.find input[name='${name}'][value='${value}']`);
  document.body.offsetHeight; const before = performance.now(); box.click();
  const done = performance.now(); document.body.offsetHeight; return [done - before, performance.now() - before]; }"""
FIRST = """text => new Promise(done => {
  const field = document.querySelector('.find input[name=q]'), before = performance.now();
  const list = document.querySelector('.finder__cards');
  new MutationObserver((_, me) => { if (list.querySelector('a')) { me.disconnect();
    requestAnimationFrame(() => done(performance.now() - before)); } }).observe(list, {childList: true});
  field.value = text; field.dispatchEvent(new Event('input'));
})"""
COLD = """() => new Promise(done => {
  const list = document.querySelector('.finder__cards'), told = () => done(performance.now());
  if (list.querySelector('a')) told();
  new MutationObserver(() => { if (list.querySelector('a')) told(); }).observe(list, {childList: true});
})"""


class Packed(Quiet):
    """Files as a usual server sends them: packed once, kept by the browser while the page is open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802  # the name is of the library
        """Send a file packed."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError):
            self.wfile.write(body)


@cache
def packed(path: Path) -> bytes:
    """The bytes of a file as they go over the net."""
    return gzip.compress(path.read_bytes(), 6)


def site_of(folder: Path, number: int) -> Path:
    """A site with so many entries."""
    from hefte.doors.command_line import main

    content, out = folder / f"content-{number}", folder / f"site-{number}"
    write(content, number)
    main(["build", "--content", str(content), "--out", str(out), "--no-booklets", "--today", "2026-11-29"])
    return out


def phone(chromium: Browser) -> Page:
    """A page on a slow phone over a slow net."""
    page = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NET)
    return page


def cold(chromium: Browser, address: str) -> float:
    """From nothing to the first hit of an address that somebody shared, in milliseconds."""
    page = phone(chromium)
    page.goto(f"{address}?q=dansekveld", wait_until="commit")
    page.wait_for_selector(".finder__cards", state="attached")
    taken = float(page.evaluate(COLD))
    page.context.close()
    return taken


def first(chromium: Browser, address: str, word: str) -> float:
    """From the key that ends a word to its first hit, on a page that has settled, in milliseconds."""
    page = phone(chromium)
    page.goto(address, wait_until="networkidle")
    taken = float(page.evaluate(FIRST, word))
    page.context.close()
    return taken


Costs = list[tuple[str, str, float, float]]


def further(chromium: Browser, address: str) -> Costs:
    """What every key and tap costs on a page whose blocks of the index have come: kind, what, alone, laid out."""
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(address, wait_until="networkidle")
    taken: Costs = []
    for text in WARM:
        page.evaluate(PRESS, text)
        page.wait_for_timeout(150)
    for text in (word[:length] for word in WORDS for length in range(1, len(word) + 1)):
        taken.append(("key", text, *(cost * SLOWER for cost in page.evaluate(PRESS, text))))
        page.wait_for_timeout(80)
    page.evaluate(PRESS, "")
    page.click(".finder__open")
    for box in BOXES:
        taken.append(("tap", box, *(cost * SLOWER for cost in page.evaluate(TAP, box.split("=")))))
        page.wait_for_timeout(200)
    page.close()
    return taken


def least(rounds: Sequence[Costs]) -> Costs:
    """The least that each key and tap cost in several rounds."""
    return [
        (*same[0][:2], min(one[2] for one in same), min(one[3] for one in same)) for same in zip(*rounds, strict=True)
    ]


def tell(chromium: Browser, site: Path, address: str, number: int) -> None:
    """Print the figures of one site."""
    firsts = [first(chromium, address, word) for word in WORDS[:4]]
    taken = least([further(chromium, address) for _ in range(ROUNDS)])
    index = sum(len(packed(site / "assets" / name)) for name in ("search-nb.js", "table.js"))
    print(f"{number} entries: index and table {index // 1024} KB packed")
    print(f"  first hit after a word: {median(firsts):.0f} ms (at most {max(firsts):.0f})")
    print(f"  first hit of a shared link, from nothing: {cold(chromium, address):.0f} ms")
    for kind in ("key", "tap"):
        for place, what in ((2, "alone"), (3, "until laid out")):
            costs = sorted(((row[place], row[1]) for row in taken if row[0] == kind), reverse=True)
            usual = median(cost for cost, _ in costs)
            rare = costs[len(costs) // 20][0]
            most = f"at most {costs[0][0]:.1f} ({costs[0][1]})"
            print(f"  every further {kind}, {what}: {usual:.1f} ms, 95 % {rare:.1f}, {most}")


def main() -> None:
    """Measure the numbers of entries that are named, or 1,000 and 10,000."""
    numbers = [int(number) for number in sys.argv[1:]] or [1_000, 10_000]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        for number in numbers:
            site = site_of(Path(folder), number)
            with served(site, Packed) as root:
                tell(chromium, site, f"{root}finn.html", number)
        chromium.close()


if __name__ == "__main__":
    main()
