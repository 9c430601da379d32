"""What is on in the coming fortnight, in a file so small that the first page can show it: hours, and how many choices.

The reader's device knows the hour; `soon.js` picks today and tomorrow, and counts as the finder would.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import NamedTuple, cast
from zlib import crc32

from hefte.model import Entry, Event
from hefte.model.times import DaySpan
from hefte.occurrences import window
from hefte.output import Output
from hefte.search.index import base36
from hefte.search.scripts import call, trimmed
from hefte.telling.where import where_in_short
from hefte.website.calendar import calendar_of
from hefte.website.card import card
from hefte.website.finder import table_of
from hefte.website.site import Site

DAYS = 14
"""So many days are shipped; whoever looks later sees the plain list of events."""

IN_AN_HOUR = 2
"""Of what begins within the same hour of a day so many are shipped, other ones each day: the finder has them all."""

_A_DAY = 24 * 60


class Going(NamedTuple):
    """Something on a day: its hours in minutes after midnight, and whether it is called off."""

    entry: Entry
    start: int | None
    end: int | None
    cancelled: bool

    @property
    def hour(self) -> int:
        """The hour in which it begins; what nobody has said an hour of stands last."""
        return 24 if self.start is None else self.start // 60


def soon_data(site: Site, key: str) -> Iterator[Output]:
    """`assets/soon-nb.js`: the days to come, for the first page."""
    if site.catalogue.shown:
        yield Output(f"assets/soon-{site.language}.js", key, partial(_script, site))


def _script(site: Site) -> str:
    return call("hefteSoon", soon(site))


def soon(site: Site) -> Mapping[str, object]:
    """The first day, the counts of each, and what is on: [row, start, end, cancelled] a day, each row told once."""
    today = site.catalogue.today
    rows: dict[tuple[str, str], int] = {}
    entries: list[Entry] = []
    days = []
    for on_day in going(site, today):
        for one in on_day:
            if rows.setdefault((one.entry.folder, one.entry.id), len(rows)) == len(entries):
                entries.append(one.entry)
        days.append([_told(one, rows[one.entry.folder, one.entry.id]) for one in on_day])
    return {"first": today.isoformat(), **counts(site), "days": days, "rows": [_row(site, one) for one in entries]}


def _told(one: Going, row: int) -> list[object]:
    said: list[object] = [row, one.start, one.end, 1 if one.cancelled else None]
    while said[-1] is None:
        said.pop()
    return said


def _row(site: Site, entry: Entry) -> list[object]:
    """[page, title, where and price, chips, what stands first, language of the title]; empty ends are left out."""
    seen = card(site, entry)
    title = (entry.short_title or entry.title).said(site.language)
    prices = (bold + plain for icon, bold, plain in seen.lines if icon == "ticket")
    where = " · ".join(filter(None, (where_in_short(site.catalogue, entry, site.words), *prices)))
    chips = [chip for chip in seen.chips if chip != ("nei", site.words.say("card.cancelled"))]
    language = title.language if title.language != site.language else ""
    return trimmed([seen.href, title.text, where, chips, site.plain(entry.notice), language])


def going(site: Site, today: date) -> Iterator[tuple[Going, ...]]:
    """What is on, day by day, and what is called off or moved away: whoever meant to go must see it."""
    found: dict[date, list[Going]] = {today + timedelta(days=ahead): [] for ahead in range(DAYS)}
    span = DaySpan(today, today + timedelta(days=DAYS - 1))
    for _, one in calendar_of(site):
        for day in one.days_in(span):
            found[day].append(Going(one.entry, one.start, one.end, cancelled=not one.is_on))
    for day, on_day in found.items():
        yield tuple(_chosen(on_day, day))


def _chosen(on_day: Iterable[Going], day: date) -> Iterator[Going]:
    """A few of each hour, events first; by the hour, then in the order of the catalogue."""
    for _, within in groupby(sorted(on_day, key=lambda one: one.hour), key=lambda one: one.hour):
        few = sorted(within, key=lambda one: (not isinstance(one.entry, Event), _drawn(one, day)))[:IN_AN_HOUR]
        yield from sorted(few, key=lambda one: (one.start or 0, one.entry.folder, one.entry.id))


def _drawn(one: Going, day: date) -> int:
    """A number that is another each day, so that nobody always comes last."""
    return crc32(f"{day.isoformat()} {one.entry.folder}/{one.entry.id}".encode())


def counts(site: Site) -> Mapping[str, object]:
    """How many there are `always`, on each day, and in each weekend, as pairs of (over at this minute, number)."""
    sums = tuple(_timetables(cast("Mapping[str, object]", table_of(site)["times"]), len(site.catalogue.shown)))
    before = (site.catalogue.today - window(site.catalogue.today).first).days
    saturday = (5 - site.catalogue.today.weekday()) % 7
    return {
        "always": sum(number for number, always, _ in sums if always),
        "on": [_on(sums, before + ahead) for ahead in range(DAYS)],
        "weekends": [_weekend(sums, before + ahead) for ahead in range(saturday, DAYS + 6, 7)],
    }


def most(site: Site) -> int:
    """The largest of the counts, so that the page can keep the room for it."""
    found = counts(site)
    pairs = (*cast("list[list[tuple[int, int]]]", found["on"]), *cast("list[list[tuple[int, int]]]", found["weekends"]))
    return cast("int", found["always"]) + max(sum(number for _, number in row) for row in pairs)


Sum = tuple[int, bool, Mapping[int, int]]
"""How many entries have a timetable, whether it is always, and when each of its days is over, by the day's number."""


def _timetables(times: Mapping[str, object], size: int) -> Iterator[Sum]:
    """The timetables of the finder's table, counted."""
    days = tuple(frozenset(_days(text)) for text in cast("Sequence[str]", times["days"]))
    distinct = cast("Sequence[Sequence[object]]", times["distinct"])
    numbers = _numbers(cast("str", times["rows"]), len(distinct), size)
    for number, (flags, *slots) in enumerate(distinct):
        yield numbers[number], bool(cast("int", flags) & 1), _over(cast("Sequence[Sequence[int]]", slots), days)


def _numbers(rows: str, distinct: int, size: int) -> Mapping[int, int]:
    """How many rows have each timetable; without text all have the first."""
    width = len(base36(max(distinct - 1, 0)))
    return Counter(int(rows[at : at + width], 36) for at in range(0, len(rows), width)) or {0: size}


def _days(text: str) -> Iterator[int]:
    """«2 7*40»: the numbers of the days, counted from the table's first."""
    at = 0
    for run in text.split():
        step, _, times = run.partition("*")
        for _ in range(int(times or 1)):
            at += int(step)
            yield at


def _over(slots: Sequence[Sequence[int]], days: Sequence[frozenset[int]]) -> Mapping[int, int]:
    """The minute from which each day is over: without an end once it has begun, without hours never."""
    found: dict[int, int] = {}
    for which, *hours in slots:
        over = _A_DAY if not hours else min(hours[1] if len(hours) > 1 else hours[0] + 1, _A_DAY)
        for day in days[which]:
            found[day] = max(over, found.get(day, 0))
    return found


def _on(sums: Sequence[Sum], day: int) -> list[tuple[int, int]]:
    found: Counter[int] = Counter()
    for number, always, over in sums:
        if not always and day in over:
            found[over[day]] += number
    return sorted(found.items())


def _weekend(sums: Sequence[Sum], saturday: int) -> list[tuple[int, int]]:
    """What is on its Sunday too is not over before Sunday."""
    found: Counter[int] = Counter()
    for number, always, over in sums:
        if not always and (saturday in over or saturday + 1 in over):
            found[_A_DAY if saturday + 1 in over else over[saturday]] += number
    return sorted(found.items())
