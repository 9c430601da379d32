"""How much a page moves while it comes, in the worst order: by pieces, fonts and scripts after the first paint."""

import time
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Route

from serving import Quiet
from settled import resting

TALL = 2600
"""So high that what lies below the first view is seen too: on a slow line a reader has scrolled before all has come."""

NOW = "2026-11-28T15:30:00+01:00"
_PIECES, _PAUSE = 24, 0.025
"""More than a frame for each piece, so that a browser that may draws a page by halves."""

_WATCH = """
window.hefteMoved = [];
const where = rect => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(" ");
const named = node => node ? (node.nodeType === 1 ? node : node.parentElement).outerHTML.slice(0, 70) : "gone";
new PerformanceObserver(list => list.getEntries().forEach(one => window.hefteMoved.push(one.value.toFixed(5) + " " +
    one.sources.map(it => named(it.node) + ": " + where(it.previousRect) + " to " + where(it.currentRect)).join("; "))))
  .observe({type: "layout-shift", buffered: true});
"""
_PAINTED = """new Promise(done => new PerformanceObserver(list => list.getEntries().length && done(true))
    .observe({type: "paint", buffered: true}))"""
_DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"


class InPieces(Quiet):
    """A server on a poor line: a page comes by pieces, so that a browser may draw it by halves."""

    def do_GET(self) -> None:  # noqa: N802  # the name is of the library
        """Send a page by pieces, anything else at once."""
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html" or not path.is_file():
            super().do_GET()
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        size = len(content) // _PIECES + 1
        for at in range(0, len(content), size):
            self.wfile.write(content[at : at + size])
            time.sleep(_PAUSE)


def movements(context: BrowserContext, address: str) -> list[str]:
    """Every movement while the page is opened, and opened again, with what moved; fonts and scripts come in turn."""
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.add_init_script(_WATCH)
    held: list[Route] | None = None

    def hold(route: Route) -> None:
        if held is None or "/early." in route.request.url:
            route.continue_()
        else:
            held.append(route)

    page.route(lambda url: url.partition("?")[0].endswith((".js", ".woff2")), hold)
    rest, found = resting(page), []
    for turn in ("first", "again"):
        held = []
        page.goto(address, wait_until="commit") if turn == "first" else page.reload(wait_until="commit")
        page.evaluate(_PAINTED)
        waiting, held = sorted(held, key=lambda one: not one.request.url.endswith(".woff2")), None
        _let_go(page, waiting)
        rest()
        found += page.evaluate("window.hefteMoved")
    page.close()
    return found


def _let_go(page: Page, waiting: list[Route]) -> None:
    """One file after another, with time to draw between them."""
    for route in waiting:
        route.continue_()
        page.evaluate(_DRAWN)
    page.wait_for_load_state("load")
