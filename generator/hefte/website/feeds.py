"""The calendars that phones subscribe to: all, and one per entry, organisation, category and area."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from hefte.calendars.vevent import calendar
from hefte.catalogue import has_page, is_shown
from hefte.model import Happening, Organisation
from hefte.output import Output, fingerprint
from hefte.website.calendar_events import events_of, version_of
from hefte.website.digests import Digests, of_cards
from hefte.website.lists import Listings
from hefte.website.site import Site
from hefte.website.subscribe import EVERYTHING, FOLDER, feed_beside, schedule_stated, with_times

_LISTED = {"kategori", "omrade"}


class Feed(NamedTuple):
    """A calendar before it is written: its path from the language's root, its name, and whose times it has."""

    path: str
    name: str
    about: str
    entries: tuple[Happening, ...]


def feeds(site: Site, digests: Digests, every: Listings) -> Iterator[Output]:
    """Every calendar of the language; the events of an entry are worked out once for all of them."""
    told = cache(partial(events_of, site))
    for feed in _feeds(site, every):
        yield Output(site.prefix + feed.path, _key(site, feed, digests), partial(_written, site, feed, told))


def _written(site: Site, feed: Feed, told: Callable[[Happening], str]) -> str:
    return calendar(feed.name, feed.about, tuple(map(told, feed.entries)), site.address_of(feed.path))


def _key(site: Site, feed: Feed, digests: Digests) -> str:
    versions = (str(version_of(site, entry)) for entry in feed.entries)
    made_of = of_cards(site.catalogue, feed.entries, digests)
    return fingerprint(site.key, site.language, feed.path, feed.name, feed.about, *versions, *made_of)


def _feeds(site: Site, every: Listings) -> Iterator[Feed]:
    service = site.plain(site.catalogue.settings.name)
    about = site.words.say("calendar.about", service=service)
    yield Feed(EVERYTHING, service, about, with_times(site, site.catalogue.shown))
    yield from _of_entries(site)
    for organisation in site.catalogue.shown_of(Organisation):
        offered = with_times(site, site.catalogue.referrers(organisation))
        title, lead = site.plain(organisation.title), site.plain(organisation.lead)
        yield Feed(feed_beside(organisation.page), title, lead, offered)
    for listing in every:
        if listing.section in _LISTED:
            yield Feed(feed_beside(listing.path), listing.title, listing.lead, with_times(site, listing.entries))


def _of_entries(site: Site) -> Iterator[Feed]:
    """A feed of each entry, also by its former ids; of what has ended an empty one, which empties calendars."""
    today = site.catalogue.today
    for entry in site.catalogue.entries:
        if not isinstance(entry, Happening) or not has_page(entry, today):
            continue
        title = site.plain(entry.title)
        if not is_shown(entry, today):
            yield Feed(feed_beside(entry.page), title, site.words.say("gone.title"), ())
        elif schedule_stated(entry):
            for name in (entry.id, *entry.former_ids):
                yield Feed(f"{FOLDER}/{entry.folder}/{name}.ics", title, site.plain(entry.lead), (entry,))
