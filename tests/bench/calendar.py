"""How long times take: `make bench-calendar` works out 10,000 schedules and writes a feed of 1,000; CPU seconds.

Promised: 10,000 recurring entries over 18 months within 3 CPU seconds, a feed of 1,000 entries within 1.
Run it with `PYTHONPATH=tests .venv/bin/python -m bench.calendar [entries] [entries of the feed]`.
"""

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from hefte.calendars.vevent import calendar
from hefte.model import Activity
from hefte.programme import programme
from hefte.website.calendar_events import events_of
from hefte.website.site import Site
from website_samples import site_of

ENTRIES, IN_A_FEED = 10_000, 1_000
SCHOOL = [{"fri": ["2026-10-05 – 2026-10-09", "2026-12-21 – 2027-01-01", "2027-02-22 – 2027-02-26", "2027-06-19"]}]
DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
EVERY = ("uke", "uke", "uke", "2. uke", "partallsuker", "oddetallsuker", "1. tirsdag", "siste fredag", "dag")


def activity(number: int) -> Activity:
    """An activity with a schedule of its own, one in four by the school's year, one in ten changed."""
    chance = Random(number)
    row: dict[str, object] = {
        "dag": chance.sample(DAYS, chance.choice((1, 1, 1, 2))),
        "kl": f"{chance.randint(9, 20)}-{chance.randint(21, 23)}",
        "hver": chance.choice(EVERY),
        "fra": f"2026-0{chance.randint(1, 9)}-{chance.randint(10, 28)}",
        "unntatt": [f"2026-12-{chance.randint(10, 31)}"],
    }
    if chance.random() < 0.25:
        row["følger"] = "skoleruta"
    off = {"avlyst": {"dager": [f"2027-01-{chance.randint(10, 31)}"]}} if number % 10 == 0 else {}
    texts = {
        "tittel": f"Åpent kor {number}",
        "ingress": "Ta gjerne med en venn, en ledsager eller støttekontakten din.",
    }
    place = {"navn": "Hallen", "adresse": f"Havnegata {number}", "lat": 59.2, "lon": 10.9}
    common = {"id": f"kor-{number}", "kategorier": "idrett", "kommune": "9999", "sted": place}
    return Activity.model_validate({**common, **texts, **off, "når": [row]})


def feed(site: Site) -> str:
    """The calendar of all."""
    return calendar("Alt", "", [events_of(site, entry) for entry in site.catalogue.shown_of(Activity)])


def expanded(site: Site) -> int:
    """How many days the entries have in all, over 18 months."""
    shown = programme(site.catalogue)
    return sum(len(slot.days) for entry in site.catalogue.shown_of(Activity) for slot in shown.when(entry).slots)


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """The CPU seconds, and what came of it."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def lines(entries: int = ENTRIES, in_a_feed: int = IN_A_FEED) -> Iterator[str]:
    """The figures, a line each."""
    many, few = (
        site_of(*map(activity, range(number)), adresse="https://vik.no", skolerute=SCHOOL)
        for number in (entries, in_a_feed)
    )
    seconds, days = timed(partial(expanded, many))
    yield f"{entries} recurring entries over 18 months: {seconds:.2f} s ({days} days)"
    seconds, text = timed(partial(feed, few))
    yield f"a feed of {in_a_feed} entries: {seconds:.2f} s ({len(str(text).encode()) // 1000} kB)"


if __name__ == "__main__":
    for line in lines(*map(int, sys.argv[1:])):
        print(line)
