"""The rules of a calendar file worked out, and told in the words of `når` where those mean the same days.

A rule is counted by dateutil, as far as two years ahead. Nothing is told in words that gives other days than the rule.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from dateutil.rrule import rrulestr
from icalendar.prop import vRecur

from hefte.calendars.zone import local_of
from hefte.edits import Value
from hefte.interchange.calendar_file import Moment
from hefte.model.parts import Occasion
from hefte.model.times import WEEK, DaySpan
from hefte.occurrences import ruled_days

AHEAD = timedelta(days=730)
MOST_DATES = 500

_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), WEEK, strict=True))
_KNOWN = {"FREQ", "COUNT", "UNTIL", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"}
_KNOWN |= {"WKST"}
_MOST_WEEKS = 4
_LAST_YEAR = 9990
_CYCLE = 400
"""After so many years the calendar is the same again, weekdays too."""


class TooOftenError(ValueError):
    """A rule that repeats within a day; nobody goes to that."""


class Counted(NamedTuple):
    """The local starts of a rule from today on and two years ahead, and whether it ends before those are over.

    `has_any` is whether it ever gives a day.
    """

    starts: tuple[Moment, ...]
    ends: bool
    has_any: bool


def local(moment: Moment) -> Moment:
    """A moment as local time in Norway without a zone; what has no zone is meant so."""
    if not isinstance(moment, datetime):
        return moment
    at = local_of(moment) if moment.tzinfo is not None else moment
    return at.replace(second=0, microsecond=0)


def day_of(moment: Moment) -> date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def counted(rule: vRecur, start: Moment, today: date) -> Counted:
    """Work a rule out from its first day; raise TooOftenError or ValueError for one that cannot be followed."""
    zone = start.tzinfo if isinstance(start, datetime) else None
    wall = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time())
    _refuse_odd(rule, wall)
    end = datetime.combine(today + AHEAD, time.max)
    until = min(_until(rule, zone) or end, end)
    kept, ends = [], True
    for at in _walls(rule, wall, today):
        if at > until:
            ends = until < end
            break
        kept.append(at)
    starts = (local(at.replace(tzinfo=zone) if isinstance(start, datetime) else at.date()) for at in kept)
    return Counted(tuple(at for at in starts if day_of(at) >= today), ends, has_any=bool(kept) or not ends)


def _refuse_odd(rule: vRecur, wall: datetime) -> None:
    frequency = str(rule.get("FREQ", [""])[0]).upper()
    clock = {"BYHOUR": wall.hour, "BYMINUTE": wall.minute, "BYSECOND": wall.second}
    if frequency not in _FREQUENCIES or any(set(rule[name]) != {at} for name, at in clock.items() if name in rule):
        raise TooOftenError(frequency)
    if set(rule) - _KNOWN - clock.keys() or int(rule.get("INTERVAL", [1])[0]) < 1:
        raise ValueError(rule)


def _walls(rule: vRecur, wall: datetime, today: date) -> Iterator[datetime]:
    """The moments of a rule, found near the last year that there is: one that never comes is soon known to."""
    years = (_LAST_YEAR - today.year - AHEAD.days // 365) // _CYCLE * _CYCLE
    plain = vRecur({name: value for name, value in rule.items() if name in _KNOWN - {"UNTIL"}})
    begun = wall.replace(year=wall.year + years)
    for at in rrulestr(told_rule(plain), dtstart=begun):
        yield at.replace(year=at.year - years)


def told_rule(rule: vRecur) -> str:
    """A rule as its file has it."""
    text: bytes = rule.to_ical()  # type: ignore[no-untyped-call]  # so the library has it
    return text.decode()


def _until(rule: vRecur, zone: tzinfo | None) -> datetime | None:
    """The last moment of a rule by the clock on its own wall."""
    value = rule.get("UNTIL", [None])[0]
    if isinstance(value, datetime):
        return value.astimezone(zone).replace(tzinfo=None) if value.tzinfo and zone else value.replace(tzinfo=None)
    return datetime.combine(value, time.max) if isinstance(value, date) else None


def in_words(rule: vRecur, start: date, found: Counted, today: date) -> Mapping[str, Value] | None:
    """The rule in the words of `når`; None where no words of ours give the same days."""
    said = _said(rule, start)
    if said is None:
        return None
    days = tuple(day_of(at) for at in found.starts)
    ends = {"til": days[-1].isoformat()} if days and (found.ends or "COUNT" in rule) else {}
    row = {**said, "fra": start.isoformat(), **ends}
    ours = ruled_days(Occasion.model_validate(row), DaySpan(today, today + AHEAD))
    return row if ours == days else None


def _said(rule: vRecur, start: date) -> Mapping[str, Value] | None:
    """What the rule would be in our words, whether or not that is quite the same."""
    frequency, interval = str(rule["FREQ"][0]).upper(), int(rule.get("INTERVAL", [1])[0])
    weekdays = [str(one).upper() for one in rule.get("BYDAY", ())]
    if frequency == "WEEKLY" or (frequency == "DAILY" and weekdays and interval == 1):
        days = [_DAYS[one].value for one in weekdays if one in _DAYS] or [WEEK[start.weekday()].value]
        every = {} if interval == 1 else {"hver": f"{interval}. uke"}
        return {"dag": days[0] if len(days) == 1 else days, **every} if interval <= _MOST_WEEKS else None
    if interval != 1:
        return None
    if frequency == "MONTHLY" and weekdays:
        return _nth(rule, weekdays)
    return {"hver": {"DAILY": "dag", "MONTHLY": "måned", "YEARLY": "år"}[frequency]}


def _nth(rule: vRecur, weekdays: Sequence[str]) -> Mapping[str, Value] | None:
    """«1. tirsdag», as 1TU or as TU by its place in the month."""
    places = [str(place) for place in rule.get("BYSETPOS", ())]
    match = re.fullmatch(r"\+?(-1|[1-5])?([A-Z]{2})", weekdays[0]) if len(weekdays) == 1 else None
    number = (match[1] or (places[0] if len(places) == 1 else "")) if match else ""
    if match is None or match[2] not in _DAYS or number not in {"-1", "1", "2", "3", "4", "5"}:
        return None
    day = _DAYS[match[2]].value
    return {"hver": f"siste {day}" if number == "-1" else f"{number}. {day}"}
