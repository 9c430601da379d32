"""Cards as they stand in a page: each is drawn once, then only the ways to its pages are filled in."""

from markupsafe import Markup, escape

from hefte.model import Entry
from hefte.website.card import card
from hefte.website.site import Site

_UP, _ASSETS, _AWAY = "\ue000", "\ue001", "\ue002"
"""Stand for the way to the language's root, the way to the site's, and the metres."""


class Cards:
    """The cards of one language, kept as they were first drawn."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._drawn: dict[tuple[str, str, int, bool], str] = {}

    def draw(self, entry: Entry, up: str, assets: str, away: str = "", level: int = 3) -> Markup:
        """The card of an entry for a page from which `up` and `assets` lead to the two roots."""
        key = (entry.folder, entry.id, level, bool(away))
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = self._new(entry, level, _AWAY if away else "")
        placed = drawn.replace(_UP, up).replace(_ASSETS, assets)
        return Markup(placed.replace(_AWAY, str(escape(away))) if away else placed)  # noqa: S704  # escaped in _new

    def _new(self, entry: Entry, level: int, away: str) -> str:
        show = self._site.templates.get_template("show.html").module
        return str(show.show_card(card(self._site, entry), _UP, _ASSETS, away, level))  # type: ignore[attr-defined]  # a macro


def furnish(site: Site) -> Site:
    """Give a site's templates the site itself and its cards."""
    site.templates.globals.update(site=site, draw_card=Cards(site).draw)
    return site
