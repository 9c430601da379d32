"""Open a page and wait until it is at rest: no longer than it takes, where "networkidle" waits half a second more."""

from playwright.sync_api import Page, Request

_AT_REST = """() => new Promise(done => requestIdleCallback(
    () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))), {timeout: 1000}))"""


def visit(page: Page, address: str) -> None:
    """All that the page asks for has come, what that led to is drawn, and nothing more was asked for meanwhile."""
    asked: list[Request] = []
    over: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.on("requestfinished", lambda request: over.append(request))
    page.on("requestfailed", lambda request: over.append(request))

    page.goto(address, wait_until="load")
    before = (-1, -1)
    while len(over) < len(asked) or before != (len(asked), len(over)):
        before = (len(asked), len(over))
        page.evaluate(_AT_REST)
