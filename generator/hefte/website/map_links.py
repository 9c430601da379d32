"""Ways out of an entry's page to where it is: our own map, the phone's map, and the next bus there.

Entur's form is from developer.entur.org/pages-deep-links: without a start the traveller's own position is used.
"""

from typing import NamedTuple
from urllib.parse import quote, urlencode

from hefte.model import Entry
from hefte.website.site import Site

_OPEN_MAP = "https://www.openstreetmap.org/?mlat={0:.5f}&mlon={1:.5f}#map=16/{0:.5f}/{1:.5f}"
_JOURNEY = "https://entur.no/travel-result?"
_ANDROID = "geo:{0:.5f},{1:.5f}?q={0:.5f},{1:.5f}({2})"
_APPLE = "https://maps.apple.com/?"


class WayOut(NamedTuple):
    """A link with its icon; `android` and `apple` are what a script puts in its place on such a device."""

    label: str
    icon: str
    href: str
    android: str = ""
    apple: str = ""


def map_page(site: Site, entry: Entry) -> str:
    """The entry on our own map, from the language's root; empty where nobody has stated where it is."""
    return f"kart.html#{entry.folder}/{entry.id}" if site.catalogue.position(entry) else ""


def phone_map(site: Site, entry: Entry) -> WayOut | None:
    """The place in the phone's own map; on other machines and without a script in OpenStreetMap."""
    position = site.catalogue.position(entry)
    if position is None:
        return None
    name = site.plain(entry.title)
    return WayOut(
        site.words.say("map.phone_map"),
        "map-pin",
        _OPEN_MAP.format(*position),
        _ANDROID.format(*position, quote(name, safe="")),
        _APPLE + urlencode({"ll": "{:.5f},{:.5f}".format(*position), "q": name}, quote_via=quote),
    )


def journey(site: Site, entry: Entry) -> WayOut | None:
    """The journey there by public transport, from where the traveller is."""
    position = site.catalogue.position(entry)
    if position is None:
        return None
    place = {"stopLat": f"{position[0]:.5f}", "stopLon": f"{position[1]:.5f}"}
    return WayOut(site.words.say("map.journey"), "bus", _JOURNEY + urlencode(place))


def ways_out(site: Site, entry: Entry) -> tuple[WayOut, ...]:
    """The links of an entry in the order of need; none where its position is not known."""
    own = map_page(site, entry)
    here = WayOut(site.words.say("map.see"), "map-2", f"{site.up(entry.page)}{own}") if own else None
    return tuple(way for way in (journey(site, entry), phone_map(site, entry), here) if way)
