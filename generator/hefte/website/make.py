"""All of one language's website: pages, search, and the files that every page shares."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from hefte.drawing.motif import MOTIFS
from hefte.gpx import write_gpx
from hefte.model import Walk
from hefte.model.choices import Motif
from hefte.output import Output, fingerprint, ready
from hefte.source import File
from hefte.website import (
    entry_page,
    field_pages,
    gone,
    groups,
    guides,
    home,
    lists,
    map_data,
    map_page,
    map_walk,
    months,
    news_feed,
    newsletters,
    profile,
    shelf,
    shortlist,
    status,
)
from hefte.website.calendar import calendar_data
from hefte.website.card import picture_above
from hefte.website.digests import Digests, all_but_prose
from hefte.website.feeds import feeds
from hefte.website.hero import hero
from hefte.website.missing import missing
from hefte.website.offline_page import offline_data
from hefte.website.scene import scenes
from hefte.website.search import ROWS_A_FILE, rows_data, search_data
from hefte.website.site import Site, output
from hefte.website.soon import soon_data
from hefte.website.told import told_data, told_ids


def website(site: Site, digests: Digests) -> Iterator[Output]:
    """All of one language; what was worked out of the entries in hand is forgotten when their outputs are made."""
    for together in _in_order(site, digests):
        yield from together
        if site.memo is not None:
            site.memo.clear()


def _in_order(site: Site, digests: Digests) -> Iterator[Iterable[Output]]:
    """The index first, which wants most memory; then each entry, which draws its card; then what shows many cards.

    The calendar comes when the cards are forgotten: the largest of its pages takes their room.
    """
    yield search_data(site, digests)
    yield from _entries(site, digests)
    every = tuple(lists.listings(site))
    for page in chain(home.pages(site, digests, every), lists.pages(site, digests, every), profile.pages(site)):
        yield (output(site, page),)
    if site.drawn is not None:
        site.drawn.clear()
    yield _others(site, digests, every)
    yield feeds(site, digests, every)


def _others(site: Site, digests: Digests, every: lists.Listings) -> Iterator[Output]:
    key = fingerprint(site.key, site.language, all_but_prose(site.catalogue))
    yield from soon_data(site, key)
    yield from calendar_data(site, key)
    yield from profile.data(site, digests)
    of_site = chain.from_iterable(made.pages(site) for made in (shortlist, guides, field_pages, months))
    of_entries = chain.from_iterable(made.pages(site, digests) for made in (shelf, newsletters, gone, groups))
    yield from (output(site, page) for page in chain(of_site, of_entries))
    yield output(site, status.page(site, digests))
    yield from news_feed.feed(site, digests)
    found = map_data.placed(site.catalogue)
    yield output(site, map_page.page(site, found))
    yield from map_data.rows_data(site, digests, found)
    yield from map_walk.walks_data(site, digests)
    yield from offline_data(site, every)


def _entries(site: Site, digests: Digests) -> Iterator[Iterable[Output]]:
    """The pages of as many entries as a file of rows has, and the files of their rows: so their facts are at hand."""
    pages = (output(site, page) for page in entry_page.pages(site, digests))
    for told, rows in zip(told_data(site, digests), rows_data(site, digests), strict=True):
        yield chain(islice(pages, ROWS_A_FILE), (told, rows))


def shared(site: Site, engine: str) -> Iterator[Output]:
    """What all languages share: the frame's files, drawn scenes, tracks; `engine` names our own version."""
    yield from (ready(file) for file in site.frames.files)
    yield missing(site)
    yield told_ids(site.catalogue)
    yield from map_data.shared_data(site)
    yield from scenes(engine, {picture_above(site, walk) for walk in site.catalogue.shown_of(Walk)})
    yield from hero(MOTIFS[site.catalogue.settings.scene or Motif.HARBOUR], "hjem", engine)
    for walk in site.catalogue.shown_of(Walk):
        track = site.track_of(walk)
        if track is not None:
            yield ready(File(f"turer/{walk.id}.gpx", write_gpx(track, site.plain(walk.title))))
