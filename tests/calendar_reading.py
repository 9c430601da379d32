"""Feeds as others read them: recurring-ical-events, dateutil and vobject, each by itself."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import recurring_ical_events
import vobject
from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar, Event

from hefte.model.times import DaySpan

OSLO = ZoneInfo("Europe/Oslo")


class Seen(NamedTuple):
    """A time as a phone shows it: the day, minutes after midnight where there is an hour, and whether it is off."""

    day: date
    start: int | None
    is_off: bool


def strictly(text: str) -> Calendar:
    """The calendar, which two libraries read and neither finds anything wrong with."""
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    calendar = Calendar.from_ical(text)
    assert not [part.errors for part in calendar.walk() if getattr(part, "errors", None)]
    other = vobject.readOne(text)
    other.validate(raiseException=True)
    assert len(list(other.contents.get("vevent", []))) == len(calendar.events)
    assert not calendar.get_missing_tzids()
    return calendar


def expanded(text: str, within: DaySpan) -> Counter[Seen]:
    """Every time within the days, as recurring-ical-events works it out."""
    calendar = Calendar.from_ical(text)
    found = recurring_ical_events.of(calendar).between(within.first, within.last + timedelta(days=1))
    return Counter(_seen(event) for event in found if within.first <= _day(event) <= within.last)


def _day(event: Event) -> date:
    start: date | datetime = event.DTSTART
    return start.date() if isinstance(start, datetime) else start


def _seen(event: Event) -> Seen:
    start = event.DTSTART
    minutes = start.hour * 60 + start.minute if isinstance(start, datetime) else None
    return Seen(_day(event), minutes, str(event.get("STATUS")) == "CANCELLED")


def by_dateutil(text: str) -> Counter[date]:
    """The days of every series and single event, overrides in the place of what they change; by dateutil alone."""
    events = Calendar.from_ical(text).events
    changed = {(str(one["UID"]), one["RECURRENCE-ID"].dt): one for one in events if "RECURRENCE-ID" in one}
    found: Counter[date] = Counter(_day(one) for one in changed.values())
    for event in events:
        if "RECURRENCE-ID" not in event:
            found.update(_day_of(at) for at in _starts(event) if (str(event["UID"]), at) not in changed)
    return found


def _starts(event: Event) -> list[date | datetime]:
    start = event.DTSTART
    if "RRULE" not in event:
        return [start]
    is_hour = isinstance(start, datetime)
    begin = start.replace(tzinfo=OSLO) if is_hour else datetime.combine(start, time())
    rules = rruleset()
    rules.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=begin))
    dates = [one.dt for listed in _lists(event.get("EXDATE")) for one in listed.dts]
    for off in dates:
        rules.exdate(off.replace(tzinfo=OSLO) if is_hour else datetime.combine(off, time()))
    return [moment if is_hour else moment.date() for moment in rules]


def _lists(found: object) -> list[object]:
    return [] if found is None else found if isinstance(found, list) else [found]


def _day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def utc(*numbers: int) -> datetime:
    """A moment of UTC."""
    return datetime(*numbers, tzinfo=UTC)
