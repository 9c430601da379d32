"""Schedules of HSDS as rows of `når`: a rule of iCalendar in fields of its own, or a day of the week with its hours."""

from collections.abc import Mapping
from datetime import date

from icalendar.prop import vRecur

from hefte.edits import Value
from hefte.interchange.calendar_times import counted, in_words
from hefte.interchange.hsds_tables import Record
from hefte.interchange.told_times import clock_told, day_told

_DAYS = {
    "MO": "mandag",
    "TU": "tirsdag",
    "WE": "onsdag",
    "TH": "torsdag",
    "FR": "fredag",
    "SA": "lørdag",
    "SU": "søndag",
}
_PARTS = {
    "interval": "INTERVAL",
    "byday": "BYDAY",
    "bymonthday": "BYMONTHDAY",
    "byyearday": "BYYEARDAY",
    "byweekno": "BYWEEKNO",
}


def row_told(schedule: Record, today: date) -> dict[str, Value] | None:
    """The row of a schedule; None for a rule that we have no words for."""
    days = _days(schedule, today)
    if days is None:
        return None
    opens, closes = (clock_told(schedule.get(name)[:5]) for name in ("opens_at", "closes_at"))
    hours: dict[str, Value] = {"kl": f"{opens}-{closes}" if closes else opens} if opens else {}
    return {**days, **_bounds(schedule), **hours}


def _days(schedule: Record, today: date) -> Mapping[str, Value] | None:
    if weekday := schedule.get("weekday"):
        day = _DAYS.get(weekday[:2].upper())
        return {"dag": day} if day else None
    start = _day(schedule.get("dtstart", "valid_from")) or today
    rule = ";".join(
        (
            f"FREQ={schedule.get('freq') or 'WEEKLY'}",
            *(f"{name}={schedule.get(key)}" for key, name in _PARTS.items() if schedule.get(key)),
        )
    )
    try:
        # Its last day and its number of times stand in fields of their own, and are told from there.
        read = vRecur.from_ical(rule)
        found = in_words(read, start, counted(read, start, max(start, today)), max(start, today))
    except (ValueError, TypeError, KeyError, OverflowError, AttributeError, IndexError):
        return None
    return {key: value for key, value in found.items() if key not in ("fra", "til")} if found else None


def _bounds(schedule: Record) -> dict[str, Value]:
    first, last = day_told(schedule.get("valid_from")[:10]), day_told((schedule.get("until", "valid_to"))[:10])
    return {**({"fra": first} if first else {}), **({"til": last} if last and last > first else {})}


def _day(text: str) -> date | None:
    told = day_told(text[:10])
    return date.fromisoformat(told) if told else None
