"""Wait until a page is at rest: no longer than it takes, where "networkidle" waits half a second more."""

from collections import Counter
from collections.abc import Callable

from playwright.sync_api import Page

AT_REST = """() => new Promise(done => requestIdleCallback(
    () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))), {timeout: 1000}))"""
"""Idle, and drawn what was changed last."""


def resting(page: Page) -> Callable[[], None]:
    """A way to wait, from now on, until all that the page asked for has come and what that led to is drawn."""
    seen: Counter[str] = Counter()
    page.on("request", lambda _: seen.update(("asked",)))
    page.on("requestfinished", lambda _: seen.update(("over",)))
    page.on("requestfailed", lambda _: seen.update(("over",)))

    def wait() -> None:
        before: Counter[str] | None = None
        while seen["over"] < seen["asked"] or before != seen:
            before = seen.copy()
            page.evaluate(AT_REST)

    return wait


def visit(page: Page, address: str, *, has_script: bool = True) -> None:
    """Open a page, and see it at rest; without a script it is as soon as it has loaded."""
    wait = resting(page)
    page.goto(address, wait_until="load")
    if has_script:
        wait()
