"""The calendars that phones subscribe to: all, and one per entry, organisation, category and area."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from hefte.calendars.series import feed_span
from hefte.calendars.vevent import calendar
from hefte.catalogue import has_page, is_shown
from hefte.model import Happening, Organisation
from hefte.output import Output, fingerprint
from hefte.website.calendar_events import events_of, version_of
from hefte.website.digests import Digests, of_cards
from hefte.website.lists import Listings
from hefte.website.site import Remembered, Site
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
    remembered = site.remembered or Remembered(dict, {})
    keys = cache(partial(_key, site, digests))
    for feed in _feeds(site, every):
        made_of = fingerprint(site.lasting, site.prefix, *feed[:3], *map(keys, feed.entries))
        yield Output(site.prefix + feed.path, made_of, partial(_written, site, feed, keys, remembered))


def _written(site: Site, feed: Feed, key: Callable[[Happening], str], remembered: Remembered) -> str:
    events = (remembered.text(key(entry), partial(events_of, site, entry)) for entry in feed.entries)
    return calendar(feed.name, feed.about, tuple(events), site.address_of(feed.path))


def _key(site: Site, digests: Digests, entry: Happening) -> str:
    """A key for the events of an entry: they are the same day after day, until the days change that feeds tell of."""
    span = feed_span(site.catalogue.today)
    made_of = of_cards(site.catalogue, (entry,), digests)
    return fingerprint(site.lasting, site.language, str(version_of(site, entry)), str(span), *made_of)


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
