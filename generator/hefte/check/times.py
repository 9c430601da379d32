"""Times: an hour that is told exists on that day."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from hefte.catalogue import Catalogue
from hefte.check.schedules import schedules_of
from hefte.model import Entry, Event
from hefte.model.parts import Occasion
from hefte.model.times import DaySpan
from hefte.occurrences import minutes_of, school_holidays, slot_of, window
from hefte.problem import Problem, Rule

_CLOCK_CHANGES = (3, 10)
"""The months in whose last Sunday night clocks are changed."""
_ODD_HOUR = 2


def hours_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """In the night when clocks are changed, an hour is left out or comes twice."""
    for event in catalogue.documents:
        if isinstance(event, Event):
            for key, moment in (("start", event.start), ("slutt", event.end)):
                if moment is not None and _is_odd(moment):
                    yield Problem(event.where(key), Rule.CLOCK_CHANGES, {"value": f"{moment:%Y-%m-%d %H:%M}"})


def hours_of_rows_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """What is on every Sunday in the small hours meets the night when clocks are changed."""
    within = window(catalogue.today)
    holidays = school_holidays(catalogue.settings.school_years)
    for entry in catalogue.documents:
        for key, rows in schedules_of(entry) if isinstance(entry, Entry) else ():
            for number, row in enumerate(rows):
                if row.hours and (moment := _odd_moment(row, within, holidays)):
                    values = {"value": f"{moment:%Y-%m-%d %H:%M}"}
                    yield Problem(entry.where(key, number, "kl"), Rule.CLOCK_CHANGES, values)


def _odd_moment(row: Occasion, within: DaySpan, holidays: frozenset[date]) -> datetime | None:
    """The first time that a row begins, or ends, in such a night; to end as the hour begins is clear enough."""
    start, end = minutes_of(row.hours)
    minutes = [at for at in (start, end) if at is not None and (at == start or at % 60) and at // 60 % 24 == _ODD_HOUR]
    slot = slot_of(row, within, holidays) if minutes else None
    moments = (
        (datetime.combine(day, time()) + timedelta(minutes=at) for day in slot.days for at in minutes) if slot else ()
    )
    return next((moment for moment in moments if _is_odd(moment)), None)


def _is_odd(moment: datetime) -> bool:
    """Between 02 and 03 on the last Sunday of March or October, by directive 2000/84/EC."""
    is_last_sunday = moment.isoweekday() == 7 and (moment + timedelta(days=7)).month != moment.month
    return moment.month in _CLOCK_CHANGES and is_last_sunday and moment.hour == _ODD_HOUR
