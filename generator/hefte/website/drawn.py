"""Cards as they stand in a page: each is drawn once, then only the ways to its pages are filled in."""

from collections.abc import Callable, Hashable
from functools import lru_cache

from markupsafe import Markup, escape

from hefte.model import Entry
from hefte.website.card import card
from hefte.website.site import DrawnCard, Site

_UP, _ASSETS, _LEAD = "\x00", "\x01", "\x02"
"""Stand for the way to the language's root, the way to the site's, and the line under the title."""

_KEPT = 2000
_LEAD_LINE = f'<p class="card__lead">{_LEAD}</p>'


class Cards:
    """The cards of one language, kept as they were first drawn for as long as the site keeps them."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def draw(self, entry: Entry, up: str, assets: str, away: str = "", level: int = 3) -> Markup:
        """The card of an entry for a page from which `up` and `assets` lead to the two roots."""
        html, lead = self._kept(entry)
        drawn = html.decode()
        line = escape(away) if away else lead
        placed = drawn.replace(_LEAD, line) if line else drawn.replace(_LEAD_LINE, "")
        placed = placed.replace(_UP, up).replace(_ASSETS, assets)
        return Markup(placed if level == 3 else _at_level(placed, level))  # noqa: S704  # escaped in _new

    def _kept(self, entry: Entry) -> DrawnCard:
        if self._site.drawn is None:
            return self._new(entry)
        key = (entry.folder, entry.id)
        if key not in self._site.drawn:
            self._site.drawn[key] = self._new(entry)
        return self._site.drawn[key]

    def _new(self, entry: Entry) -> DrawnCard:
        show = self._site.templates.get_template("show.html").module
        seen = card(self._site, entry)
        drawn = show.show_card(seen, _UP, _ASSETS, _LEAD)  # type: ignore[attr-defined]  # a macro
        return DrawnCard(drawn.encode(), seen.lead)


def _at_level(drawn: str, level: int) -> str:
    """The same card with a heading of another level."""
    return drawn.replace('<h3 class="card__title">', f'<h{level} class="card__title">').replace("</h3>", f"</h{level}>")


def furnish(site: Site) -> Site:
    """Give a site's templates the site itself, its cards, and the parts that the same words make the same."""
    parts = {name: _once(site, *macro) for name, macro in _PARTS.items()}
    site.templates.globals.update(site=site, draw_card=Cards(site).draw, **parts)
    return site


_PARTS = {
    "draw_fact": ("show.html", "show_fact"),
    "draw_contact": ("show.html", "show_contact"),
    "draw_chips": ("macros.html", "chips"),
    "draw_time": ("show.html", "show_time"),
    "draw_checked": ("macros.html", "checked_line"),
    "draw_back": ("macros.html", "back"),
}
"""Macros that are asked for the same again and again: «Gratis» stands on thousands of pages."""


def _once(site: Site, template: str, macro: str) -> Callable[..., Markup]:
    @lru_cache(maxsize=_KEPT)
    def draw(*values: Hashable, **options: Hashable) -> Markup:
        made: Markup = getattr(site.templates.get_template(template).module, macro)(*values, **options)
        return made

    return draw
