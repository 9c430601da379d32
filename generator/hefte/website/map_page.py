"""`kart.html`: everything on a map of our own, in a list beneath it, and what nobody has placed."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.assessment.reach import Ground
from hefte.drawing.map import line_sample
from hefte.model import ENTRY_TYPES, Entry
from hefte.telling.where import tell_municipality, where_in_short
from hefte.website import lists
from hefte.website.digests import all_but_prose
from hefte.website.frame_settings import tile_host
from hefte.website.map_data import Placed, top_categories, tops, tops_of, unplaced
from hefte.website.map_land import lands
from hefte.website.map_overview import overview, view_of
from hefte.website.site import Page, Site

PAGE = "kart.html"
IN_A_LIST = 400
"""More entries than this are listed on pages of their own, which a phone can carry."""

_ICONS = ("x", "route", "star", "calendar-event", "users", "map-pin", "building-community")


class Name(NamedTuple):
    """A line of a list: the title, its page, where it is, and what must be known first."""

    title: Markup
    href: str
    where: str
    closed: Markup


class Names(NamedTuple):
    """Entries under a heading; `id` is what the map leads to."""

    id: str
    title: str
    entries: tuple[Name, ...]


class Pick(NamedTuple):
    """A choice above the map: its place in the data, its code in the address, its words, icon and count."""

    at: int
    code: str
    label: str
    icon: str
    number: int


def page(site: Site, found: tuple[Placed, ...]) -> Page:
    """The page of the map."""
    words = site.words
    head = f'<link rel="stylesheet" href="{site.assets(PAGE)}assets/map.css">'
    key = (all_but_prose(site.catalogue),)
    return Page(
        PAGE, "kart", words.say("map.title"), words.say("map.lead"), "map.html", lambda: view(site, found), key, head
    )


def view(site: Site, found: tuple[Placed, ...]) -> Mapping[str, object]:
    """What the template shows."""
    catalogue = site.catalogue
    without = unplaced(catalogue)
    near = lands(catalogue, [one.position for one in found], site.outlines)
    box = view_of(found, near, catalogue.settings.municipalities)
    entries = tuple(one.entry for one in found)
    return {
        "kinds": tuple(_kinds(site, entries)),
        "categories": tuple(_categories(site, entries)),
        "count": len(found),
        "listed": tuple(_listed(site, entries)) if len(found) <= IN_A_LIST else (),
        "unplaced": tuple(_unplaced(site, without)) if len(without) <= IN_A_LIST else (),
        "unplaced_count": len(without),
        "still": overview(site, found, near, box),
        "is_drawn": bool(near),
        "view": ",".join(f"{degrees:.5f}" for degrees in box) if box else "",
        "words": json.dumps(_words(site), ensure_ascii=False),
        "tiles": catalogue.settings.tiles,
        "tile_host": tile_host(catalogue.settings.tiles).removeprefix("https://"),
    }


def _kinds(site: Site, entries: Sequence[Entry]) -> Iterator[Pick]:
    folders = [kind.folder for kind in ENTRY_TYPES]
    counts = Counter(entry.folder for entry in entries)
    for folder in (kind.folder for kind in lists.KINDS if counts[kind.folder]):
        label = site.words.say(f"type.{folder}.many")
        yield Pick(folders.index(folder), folder, label, "", counts[folder])


def _categories(site: Site, entries: Sequence[Entry]) -> Iterator[Pick]:
    within = tops(site.catalogue)
    counts = Counter(at for entry in entries for at in tops_of(entry, within))
    for at, category in enumerate(top_categories(site.catalogue)):
        if counts[at]:
            code, label = norwegian.slug(category.code), site.plain(category.name)
            yield Pick(at, code, label, category.icon or "sparkles", counts[at])


def _listed(site: Site, entries: Sequence[Entry]) -> Iterator[Names]:
    shown = set(entries)
    for cluster in lists.by_type(site, [entry for entry in site.catalogue.shown if entry in shown]):
        yield Names("", cluster.title, tuple(_named(site, cluster.entries)))


def _unplaced(site: Site, entries: Iterable[Entry]) -> Iterator[Names]:
    """By municipality, where the site has several; the map leads to them by number."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.municipalities[0], []).append(entry)
    titles = {number: tell_municipality(number, site.words) for number in found}
    for number in sorted(found, key=lambda number: norwegian.sort_key(titles[number])):
        title = titles[number] if len(found) > 1 and titles[number] != number else ""
        yield Names(f"uten-{number}", title, tuple(_named(site, found[number])))


def _named(site: Site, entries: Iterable[Entry]) -> Iterator[Name]:
    for entry in entries:
        where = where_in_short(site.catalogue, entry, site.words)
        yield Name(site.say(entry.title), entry.page, where, site.say(entry.notice))


def _words(site: Site) -> Mapping[str, object]:
    """What the script says and draws: `map.js.*` by the last part of the key, types by folder, icons by name."""
    says = {key.removeprefix("map.js."): text for key, text in site.words.table.items() if key.startswith("map.js.")}
    kinds = [site.words.say(f"type.{kind.folder}.one") for kind in ENTRY_TYPES]
    grounds = {
        ground.value: [site.words.say(f"assessment.ground.{ground.value}"), line_sample(ground)] for ground in Ground
    }
    icons = {name: site.icon(name) for name in _ICONS}
    chips = {"ja": "check", "delvis": "tilde", "nei": "x", "vet-ikke": "question-mark", "info": "info-circle"}
    return {
        **says,
        "folders": [kind.folder for kind in ENTRY_TYPES],
        "kinds": kinds,
        "grounds": grounds,
        "icons": icons | {status: site.icon(name) for status, name in chips.items()},
    }
