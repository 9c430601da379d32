"""Where the calendars lie that phones subscribe to, and how a page offers them."""

from collections.abc import Iterable
from typing import NamedTuple

from hefte.model import Entry, Event, Happening, Organisation
from hefte.programme import rows_of
from hefte.website.calendar_events import states_times
from hefte.website.once import once
from hefte.website.site import Site

FOLDER = "kalender"
EVERYTHING = "kalender.ics"


class Subscription(NamedTuple):
    """How to follow a calendar: an address that phones take for one, empty where the site has none; and its file."""

    webcal: str
    file: str

    @property
    def shown(self) -> str:
        """The address as a person may read and copy it."""
        return self.webcal.removeprefix("webcal://") or self.file


def feed_beside(page: str) -> str:
    """The path of the calendar of a page or list, from the language's root."""
    return f"{FOLDER}/{page.removesuffix('.html')}.ics"


def schedule_stated(entry: Happening) -> bool:
    """Whether anything is said of when it is; then it has a file of its own, if only to empty a calendar."""
    return bool(rows_of(entry)) or (isinstance(entry, Event) and entry.start is not None)


def with_times(site: Site, entries: Iterable[Entry]) -> tuple[Happening, ...]:
    """Those of the entries that a calendar can show."""
    return tuple(entry for entry in entries if isinstance(entry, Happening) and states_times(site, entry))


def subscription(site: Site, page: str, path: str = "") -> Subscription:
    """The calendar of a page or list, or another one that the page offers, by its path from the language's root."""
    path = path or feed_beside(page)
    address = site.address_of(path)
    return Subscription(f"webcal:{address.partition(':')[2]}" if address else "", site.up(page) + path)


@once
def own_calendar(site: Site, entry: Entry) -> Subscription | None:
    """The calendar of an entry, or of what an organisation offers; None where nothing of it can be shown in one."""
    own = site.catalogue.referrers(entry) if isinstance(entry, Organisation) else (entry,)
    return subscription(site, entry.page) if with_times(site, own) else None
