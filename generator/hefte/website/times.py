"""When something goes on, as data that `times.js` works out the next times of, on the reader's own device."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.instances import Instance, State
from hefte.model import Entry, Event, Group, Happening
from hefte.model.choices import Follows, Status
from hefte.model.parts import Occasion
from hefte.model.times import WEEK, ClockSpan, DaySpan, Weekday, single_days
from hefte.occurrences import clock_of, is_cancelled, runs_of, school_holidays
from hefte.plans import approved_plan, meets_by_rule
from hefte.programme import Series, programme
from hefte.public_holidays import days_to_ask
from hefte.telling.sources import is_unsure
from hefte.telling.when import MIDNIGHT, capital, schedule_of, stated_as, tell_hours, tell_weekday
from hefte.telling.where import place
from hefte.website.calendar import programme_of
from hefte.website.calendar_events import uid_of
from hefte.website.data import json_in_html
from hefte.website.site import Site

Row = Mapping[str, object]


class Times(NamedTuple):
    """JSON for a single-quoted attribute, whether it tells of several days, and the next time as of the build's day.

    `next` is empty where no more times are set; `built` is the day of the build.
    """

    data: Markup
    repeats: bool
    next: str
    built: str


def times(site: Site, entry: Entry) -> Times | None:
    """The hours of an entry; None where no hour is known, or nobody is sure of it."""
    if not isinstance(entry, Happening) or entry.status is Status.PAUSED:
        return None
    rows = () if is_unsure(entry, stated_as(entry)) else tuple(_as_changed(site, entry))
    if not rows:
        return None
    ahead = _ahead(site, entry)
    data = json_in_html({**_about(site, entry), **_holidays(site, entry, ahead), "rows": rows})
    built = norwegian.day(site.catalogue.today, site.language)
    return Times(data, len(rows) > 1 or "days" in rows[0], _next(site, ahead), built)


def _ahead(site: Site, entry: Happening) -> tuple[Series, ...]:
    """Its times from the day of the build on, those that somebody is at."""
    return tuple(one for one in programme_of(site).series(entry) if one.is_on and one.days[-1] >= site.catalogue.today)


def _next(site: Site, ahead: Iterable[Series]) -> str:
    """The first of them in words: «onsdag 2. desember kl. 18–19.30»."""
    found = ((_first(one, site.catalogue.today), one) for one in ahead if one.start is not None)
    day, one = min(found, key=lambda pair: (pair[0], pair[1].start), default=(None, None))
    if day is None or one is None or one.start is None:
        return ""
    return f"{capital(tell_weekday(day, site.language))} {tell_hours(clock_of(one.start, one.end), site.words)}"


def _first(one: Series, today: date) -> date:
    return one.days[bisect_left(one.days, today)]


def _holidays(site: Site, entry: Happening, ahead: Iterable[Series]) -> Row:
    """The holidays and eves on which only a rule says that it is on, with what is told of each."""
    if isinstance(entry, Event):
        return {}
    days = {day for one in ahead if one.state is State.PLANNED for day in one.days}
    names = days_to_ask(programme_of(site).within) if days else {}
    found = {day.isoformat(): site.words.say("calendar_page.holiday_chip") for day in names if day in days}
    return {"unsure": found} if found else {}


def _about(site: Site, entry: Happening) -> Row:
    where = place(entry, site.catalogue, site.words)
    position = site.catalogue.position(entry)
    about = {
        "id": uid_of(site, entry),
        "title": site.plain(entry.title),
        "lead": site.plain(entry.lead),
        "where": ", ".join((where.answer, *where.more)) if where and where.known else "",
        "at": f"{position[0]:.5f};{position[1]:.5f}" if position else "",
        "link": site.address_of(entry.page),
    }
    return {name: value for name, value in about.items() if value}


def _as_changed(site: Site, entry: Happening) -> Iterator[Row]:
    """The rows with what is called off or moved away, each with its word, and a row for each new time."""
    if is_cancelled(entry):
        return
    off = [*_spans(entry.cancelled.days if entry.cancelled else ()), *_moved_away(site, entry)]
    replaced = {move.day.isoformat() for move in entry.moved if move.to in {None, move.day}}
    for row in _rows(site, entry):
        changed = {"off": off, "not": [*row.get("not", []), *([day, day] for day in sorted(replaced))]}
        changed["also"] = [day for day in row.get("also", []) if day not in replaced]
        yield {**row, **changed} if off or replaced else row
    yield from _moved_here(site, entry)


def _moved_away(site: Site, entry: Happening) -> Iterator[list[str]]:
    for move in entry.moved:
        if move.to is not None and move.to != move.day:
            told = site.words.say("entry_page.moved_to", day=tell_weekday(move.to, site.language))
            yield [move.day.isoformat(), move.day.isoformat(), told]


def _moved_here(site: Site, entry: Happening) -> Iterator[Row]:
    days = [day for move in entry.moved for day in (move.day, move.to or move.day)]
    shown = programme(site.catalogue, DaySpan(min(days), max(days))).instances(entry) if days else ()
    for one in shown:
        if one.change and one.state is State.MOVED_HERE and one.start is not None:
            where = {"where": site.plain(one.change.place)} if one.change.place else {}
            number = {} if isinstance(entry, Event) and entry.start is not None else {"n": "flyttet"}
            hours = _hours(site, clock_of(one.start, one.end))
            yield {**number, "also": [one.day.isoformat()], **hours, **where, "changed": _whence(site, one)}


def _whence(site: Site, one: Instance) -> str:
    """What has become of a time that is not where it was planned: from which day, and where it is now."""
    place = site.plain(one.change.place) if one.change else ""
    if one.other is None or one.other == one.day:
        return ". ".join(filter(None, (site.words.say("calendar_page.state.changed"), place)))
    told = site.words.say("calendar.moved_from", day=tell_weekday(one.other, site.language))
    return " ".join(filter(None, (told, place)))


def _rows(site: Site, entry: Happening) -> Iterator[dict[str, Any]]:
    if isinstance(entry, Event) and entry.start is not None:
        yield from _event(site, entry)
        return
    rows = meets_by_rule(entry) if isinstance(entry, Group) else schedule_of(entry)
    for number, row in enumerate(rows):
        yield from ({"n": number, **found} for found in _occasion(site, row))
    if isinstance(entry, Group):
        yield from ({"n": number, **found} for number, found in enumerate(_plan(site, entry), len(rows)))


def _plan(site: Site, group: Group) -> Iterator[dict[str, Any]]:
    plan = approved_plan(group)
    for meeting in plan.meetings if plan else ():
        if meeting.hours:
            about = {"what": site.plain(meeting.what), "where": site.plain(meeting.place)}
            said = {name: text for name, text in about.items() if text}
            yield {"also": [meeting.day.isoformat()], **_hours(site, meeting.hours), **said}


def _event(site: Site, event: Event) -> Iterator[dict[str, Any]]:
    if event.start is None or event.start.time() == MIDNIGHT:
        return
    end = event.end
    last = {"until": end.date().isoformat()} if end and end.date() != event.start.date() else {}
    span = ClockSpan(event.start.time(), end.time() if end else None)
    yield {"also": [event.start.date().isoformat()], **_hours(site, span), **last}


def _occasion(site: Site, row: Occasion) -> Iterator[dict[str, Any]]:
    """A row of `når` where its days can be worked out and its hour is known."""
    if row.hours is None or row.always or row.follows is Follows.OPENING_HOURS or _is_whole_day(row.hours):
        return
    found = {**_repetition(site.catalogue, row), "also": [day.isoformat() for day in row.extra_days]}
    if found.get("days") or found["also"]:
        yield {**{name: value for name, value in found.items() if value}, **_hours(site, row.hours)}


def _is_whole_day(span: ClockSpan) -> bool:
    return span.start == MIDNIGHT and span.end in {None, MIDNIGHT}


def _hours(site: Site, span: ClockSpan) -> Row:
    end = {"to": f"{span.end:%H:%M}"} if span.end else {}
    return {"from": f"{span.start:%H:%M}", **end, "told": tell_hours(span, site.words)}


def _repetition(catalogue: Catalogue, row: Occasion) -> Row:
    """How often, from when, till when and when not; nothing where that cannot be told from the row alone."""
    every = row.every
    school = row.follows is Follows.SCHOOL_YEAR
    off = runs_of(school_holidays(catalogue.settings.school_years)) if school else ()
    if (school and not off) or not _can_be_counted(row):
        return {}
    return {
        "days": _days(row),
        "weeks": every.interval if every and every.unit == "week" and not every.parity and every.interval > 1 else 0,
        "parity": (every.parity if every else None) or "",
        "nth": (every.nth if every else None) or 0,
        "first": _iso(row.first),
        "last": _iso(row.last),
        "not": _spans((*row.except_days, *off)),
    }


def _can_be_counted(row: Occasion) -> bool:
    every = row.every
    if every is None or every.parity or every.nth is not None or every.unit == "day":
        return True
    return every.unit == "week" and (every.interval == 1 or row.first is not None)


def _days(row: Occasion) -> list[int]:
    """The days of the week, Monday is 1."""
    days: Iterable[Weekday] = row.days
    if row.every and row.every.day:
        days = (row.every.day,)
    elif row.every and row.every.unit == "day" and not row.days:
        days = WEEK
    return [WEEK.index(day) + 1 for day in single_days(days)]


def _spans(spans: Sequence[DaySpan]) -> list[list[str]]:
    return [[span.first.isoformat(), span.last.isoformat()] for span in spans]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
