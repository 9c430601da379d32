"""What the calendar knows beside the finder's table: what is off, moved or closed, in words, and the holidays.

`calendar.js` works out what is on from the table's own days and hours, and shows the rows of the search.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from hefte.closed_days import closed_days, tell_shut
from hefte.finder.table import runs
from hefte.instances import State
from hefte.model import Happening
from hefte.model.times import DaySpan
from hefte.occurrences import clock_of, window
from hefte.output import Output
from hefte.programme import Programme, Series, calendar, programme
from hefte.public_holidays import days_to_ask
from hefte.search.scripts import call, trimmed
from hefte.telling.when import tell_holiday, tell_hours, tell_weekday
from hefte.website.site import Site

KINDS = ("cancelled", "moved_away", "moved_here", "changed", "")
"""What has become of a time, by its number in the file; the keys of its words are `calendar_page.state.<kind>`.

The last has none: it is as planned, with what the group's plan says of it, or that its house is closed.
"""


def has_calendar(site: Site) -> bool:
    """Whether anything is on at stated times at all."""
    return any(isinstance(entry, Happening) for entry in site.catalogue.shown)


def programme_of(site: Site) -> Programme:
    """What is on and when, the same for all languages where the site brings it."""
    return site.programme or programme(site.catalogue)


def calendar_of(site: Site) -> Sequence[tuple[int, Series]]:
    """What is on, worked out once for all languages where the site brings it."""
    return site.calendar() or calendar(site.catalogue)


def calendar_data(site: Site, key: str) -> Iterator[Output]:
    """`assets/calendar-nb.js`."""
    if has_calendar(site):
        yield Output(f"assets/calendar-{site.language}.js", key, partial(_script, site))


def _script(site: Site) -> str:
    return call("hefteCalendar", changes_and_holidays(site))


def changes_and_holidays(site: Site) -> Mapping[str, object]:
    """`first` day, `changes` as [row, days, kind, start, end, note, where], `holidays` as [days after the first, name].

    Days are runs as in the finder's table; a time that nobody has said is null, and empty ends are left out.
    """
    span = window(site.catalogue.today)
    found = tuple(calendar_of(site))
    changed = (_change(site, row, one) for row, one in found if one.state is not State.PLANNED or one.meeting)
    closed = (change for row, one in found for change in _closed(site, row, one, span))
    return {
        "first": span.first.isoformat(),
        "changes": [*changed, *closed],
        "holidays": [[(day - span.first).days, tell_holiday(day, site.words)] for day in days_to_ask(span)],
    }


def kind_of(one: Series) -> str:
    """One of `KINDS`, empty where it is as planned: another hour that day is a change, another day a new date."""
    if one.state is State.MOVED_HERE and one.other == one.days[0]:
        return "changed"
    return "" if one.state is State.PLANNED else one.state.value


def _change(site: Site, row: int, one: Series) -> list[object]:
    days = runs(one.days, window(site.catalogue.today).first)
    where = site.plain(one.place)
    return trimmed([row, days, KINDS.index(kind_of(one)), one.start, one.end, note(site, one), where])


def _closed(site: Site, row: int, one: Series, span: DaySpan) -> Iterator[list[object]]:
    """The days of a series on which whoever answers for it has closed: as planned, with that said."""
    by_word: dict[str, list[date]] = {}
    for day, owner in closed_days(one, site.catalogue, span).items():
        by_word.setdefault(tell_shut(owner, site.words), []).append(day)
    for told, days in by_word.items():
        yield trimmed([row, runs(days, span.first), KINDS.index(""), one.start, one.end, told])


def note(site: Site, one: Series) -> str:
    """What must be known of a time that is not as planned: whereto, where from, and why."""
    cancelled = one.entry.cancelled if one.state is State.CANCELLED else None
    reason = one.change.reason if one.change else cancelled.reason if cancelled else None
    told = "" if one.other is None or one.other == one.days[0] else _whither(site, one)
    what = site.plain(one.meeting.what) if one.meeting else ""
    return " ".join(filter(None, (told, site.plain(reason), what)))


def _whither(site: Site, one: Series) -> str:
    other = tell_weekday(one.other, site.language) if one.other else ""
    if one.state is State.MOVED_HERE:
        return site.words.say("calendar.moved_from", day=other)
    planned = clock_of(one.start, one.end) if one.start is not None else None
    hours = (one.change.hours if one.change else None) or planned
    told = tell_hours(hours, site.words) if hours else ""
    place = site.plain(one.change.place).rstrip(".") if one.change else ""
    when = ", ".join(filter(None, (" ".join(filter(None, (other, told))), place)))
    return site.words.say("calendar_page.moved_to", when=when)
