"""What axe finds that hinders somebody; how letters stand out is asked once of each look, not of every card."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Page

from settled import AT_REST

Scheme = Literal["light", "dark"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
_ASK = """async rules => {
  const found = one => one.violations.flatMap(broken => broken.nodes.map(
    node => broken.id + " " + JSON.stringify(node.target) + " " + node.html.slice(0, 120)));
  const of = {runOnly: rules, resultTypes: ["violations"]};
  const all = await axe.run({...of, rules: {"color-contrast": {enabled: false}}});
  const looks = new Map(), kept = new Map(), bare = "rgba(0, 0, 0, 0)";
  const chain = element => {
    if (!element) return "";
    if (!kept.has(element)) {
      const style = getComputedStyle(element), drawn = [element.tagName, element.getAttribute("class")];
      for (const pseudo of [null, "::before", "::after"]) {
        const {backgroundColor, backgroundImage, opacity, filter, position, content, zIndex} =
            pseudo ? getComputedStyle(element, pseudo) : style;
        if (!pseudo || content !== "none") drawn.push(
            pseudo, backgroundColor, backgroundImage, opacity, filter, position, zIndex);
      }
      kept.set(element, chain(element.parentElement) + "/" + drawn.join(" "));
    }
    return kept.get(element);
  };
  const speaks = element => element.matches("input, select, textarea, button") ||
      [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  for (const element of document.body.querySelectorAll("*")) {
    if (!speaks(element) || !element.checkVisibility()) continue;
    const {color, fontSize, fontWeight, textShadow} = getComputedStyle(element);
    const look = [chain(element), color, fontSize, fontWeight, textShadow].join("|");
    if (!looks.has(look)) looks.set(look, element);
  }
  const letters = {runOnly: ["color-contrast"], resultTypes: ["violations"]};
  const faint = looks.size ? await axe.run({include: [...looks.values()]}, letters) : {violations: []};
  return [...found(all), ...found(faint)];
}"""


def hindrances(page: Page) -> list[str]:
    """Each thing that axe finds on a page, by rule and place; the page must let scripts of others in (bypass_csp)."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(f"() => {{ {_AXE} }}")
    found: list[str] = page.evaluate(_ASK, RULES)
    return found


def wrong(page: Page, views: Iterable[tuple[int, Scheme]]) -> Iterator[str]:
    """What hinders somebody, or sticks out at the side, where one page is looked at by widths and schemes in turn."""
    for width, scheme in views:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(AT_REST)
        yield from (f"{width} {scheme}: {found}" for found in hindrances(page))
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield f"{width} {scheme}: sticks out to {wide}"
