"""What the map knows of every entry: a spot, a type and categories at once, and the words block by block.

Entries are sorted along a curve that keeps neighbours together (Morton, 1966), so that a phone which looks at a small
piece of a large map asks for few blocks. All but the words is the same in every language.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.model import ENTRY_TYPES, Entry
from hefte.model.choices import Status
from hefte.model.settings import Category
from hefte.outline import Position, encoded
from hefte.output import Output, fingerprint
from hefte.search.scripts import call, trimmed
from hefte.telling.where import where_in_short
from hefte.track import simplify
from hefte.website.chips import chips_of
from hefte.website.digests import Digests, of_cards
from hefte.website.map_land import ABROAD, Land, lands, middle
from hefte.website.site import Site

ROWS_A_FILE = 250
FINE = 5
"""Decimals of a place: a metre."""

_LINE_M = 12.0
"""How far a thin line on the map of everything may lie from the walked one."""


class Placed(NamedTuple):
    """An entry whose position is known."""

    entry: Entry
    position: Position


def placed(catalogue: Catalogue) -> tuple[Placed, ...]:
    """The shown entries that have a position, neighbours together."""
    found = ((entry, catalogue.position(entry)) for entry in catalogue.shown)
    known = (Placed(entry, position) for entry, position in found if position is not None)
    return tuple(sorted(known, key=lambda one: (_along_the_curve(one.position), one.entry.folder, one.entry.id)))


def _along_the_curve(position: Position) -> int:
    """The bits of latitude and longitude in turn, to about 40 m: binary digits read by fours leave room for others."""
    up, right = (int((degrees + 180) / 360 * 0xFFFFF) for degrees in position)
    return 2 * int(f"{up:b}", 4) + int(f"{right:b}", 4)


def unplaced(catalogue: Catalogue) -> tuple[Entry, ...]:
    """The shown entries whose position nobody has stated."""
    return tuple(entry for entry in catalogue.shown if catalogue.position(entry) is None)


def top_categories(catalogue: Catalogue) -> tuple[Category, ...]:
    """The categories that are under no other, in the editors' order."""
    return tuple(category for category in catalogue.categories.values() if not category.parent)


def tops(catalogue: Catalogue) -> Mapping[str, frozenset[int]]:
    """Every category by its code, and which of the top ones it is or is under, by their numbers."""
    families = [catalogue.family(category.code) for category in top_categories(catalogue)]
    return {code: frozenset(at for at, codes in enumerate(families) if code in codes) for code in catalogue.categories}


def tops_of(entry: Entry, found: Mapping[str, frozenset[int]]) -> Iterable[int]:
    """The numbers of the top categories that an entry is within, in order."""
    return sorted(frozenset().union(*(found.get(code, ()) for code in entry.categories)))


def shared_data(site: Site) -> Iterator[Output]:
    """`assets/map-points.js` and `assets/map-land.js`, the same in every language."""
    catalogue = site.catalogue
    found, without = placed(catalogue), unplaced(catalogue)
    key = fingerprint(site.key, *(_point(catalogue, one) for one in found))
    yield Output("assets/map-points.js", key, lambda: call("hefteMapPoints", points(catalogue, found)))
    near = lands(catalogue, [one.position for one in found], site.outlines)
    key = fingerprint(site.key, *(entry.municipalities[0] for entry in without), *(one.number for one in near))
    yield Output("assets/map-land.js", key, lambda: call("hefteMapLand", land_data(without, near)))


def _point(catalogue: Catalogue, one: Placed) -> str:
    return f"{one.entry.page} {one.position} {one.entry.categories} {catalogue.area_of(one.entry)}"


def points(catalogue: Catalogue, found: tuple[Placed, ...]) -> Mapping[str, object]:
    """Spots as one encoded line; a letter per entry for its type; letters and a blank for its categories."""
    folders, within = [kind.folder for kind in ENTRY_TYPES], tops(catalogue)
    return {
        "spots": encoded((one.position for one in found), FINE),
        "types": _letters(folders.index(one.entry.folder) for one in found),
        "categories": " ".join(_letters(tops_of(one.entry, within)) for one in found),
        "ids": " ".join(one.entry.id for one in found),
        "block": ROWS_A_FILE,
        "areas": list(_areas(catalogue)),
    }


def _areas(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The name of every area where its entries are: by the one in the middle, the area with most of them first."""
    for entries in sorted(catalogue.areas.values(), key=len, reverse=True):
        spots = sorted(filter(None, (catalogue.position(entry) for entry in entries)))
        if spots:
            middle_east = sorted(spot[1] for spot in spots)[len(spots) // 2]
            yield catalogue.area_of(entries[0]) or "", encoded(((spots[len(spots) // 2][0], middle_east),))


def _letters(numbers: Iterable[int]) -> str:
    return "".join(chr(65 + number) for number in numbers)


def land_data(without: Iterable[Entry], near: tuple[Land, ...]) -> Mapping[str, object]:
    """Outlines with the name, where it is written, and how many entries are only known to be somewhere in it."""
    counts = Counter(entry.municipalities[0] for entry in without)
    return {
        "land": [
            [land.number, land.name, encoded((middle(land),)), counts[land.number], *land.rings]
            for land in near
            if land.number != ABROAD
        ],
        "abroad": [ring for land in near if land.number == ABROAD for ring in land.rings],
    }


def rows_data(site: Site, digests: Digests, found: tuple[Placed, ...]) -> Iterator[Output]:
    """`assets/map-nb-0.js` and on: what a card on the map says, 250 entries a file."""
    for number, start in enumerate(range(0, len(found), ROWS_A_FILE)):
        part = tuple(one.entry for one in found[start : start + ROWS_A_FILE])
        key = fingerprint(site.key, site.language, str(number), *of_cards(site.catalogue, part, digests))
        yield Output(f"assets/map-{site.language}-{number}.js", key, partial(_rows, site, number, part))


def _rows(site: Site, number: int, entries: tuple[Entry, ...]) -> str:
    return call("hefteMapRows", {"number": number, "rows": [row(site, entry) for entry in entries]})


def row(site: Site, entry: Entry) -> list[object]:
    """[title, where, chips as [status, words], what stands first, a walk's line]; empty ends are left out."""
    chips = [[status, words] for status, words, *_ in list(chips_of(site, entry))[:3]]
    where = where_in_short(site.catalogue, entry, site.words)
    return trimmed([site.plain(entry.title), where, chips, _notice(site, entry), _line(site, entry)])


def _notice(site: Site, entry: Entry) -> str:
    """What must be known before anything else: closed or changed, else paused."""
    if entry.notice:
        return site.plain(entry.notice)
    return site.words.say("entry_page.paused") if entry.status is Status.PAUSED else ""


def _line(site: Site, entry: Entry) -> str:
    """The way of a walk, thinned, its segments parted by blanks."""
    track = site.track_of(entry)
    segments = simplify(track, _LINE_M).segments if track else ()
    return " ".join(encoded((point[:2] for point in segment), FINE) for segment in segments)
