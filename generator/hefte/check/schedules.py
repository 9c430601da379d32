"""Schedules: rows that name two days, never begin or are over, and events of unlikely length."""

from collections.abc import Iterator
from datetime import date, timedelta

from hefte.catalogue import Catalogue, is_shown
from hefte.model import Entry, Event, Group, Happening
from hefte.model.parts import Occasion
from hefte.model.times import single_days
from hefte.plans import approved_plan
from hefte.problem import Problem, Rule

_SCHEDULES = (("når", "when"), ("åpningstider", "opening_hours"), ("møtes", "meets"))
_LONGEST = timedelta(days=60)


def schedules_of(entry: Entry) -> Iterator[tuple[str, tuple[Occasion, ...]]]:
    """The schedules of an entry as they are written, each with its key."""
    for key, name in _SCHEDULES:
        rows: tuple[Occasion, ...] | None = getattr(entry, name, None)
        if rows:
            yield key, rows


def rules_name_one_day(catalogue: Catalogue) -> Iterator[Problem]:
    """«1. tirsdag» counts, whatever `dag` says beside it."""
    for entry, key, number, row in _rows(catalogue):
        day = row.every.day if row.every else None
        if day and row.days and single_days(row.days) != (day,):
            values = {"days": ", ".join(row.days), "day": day.value}
            yield Problem(entry.where(key, number, "hver"), Rule.DAYS_DISAGREE, values)


def rules_begin(catalogue: Catalogue) -> Iterator[Problem]:
    """Every second week is no week before its first is named: it comes in no calendar."""
    for entry, key, number, row in _rows(catalogue):
        if row.first is None and _needs_a_beginning(row):
            yield Problem(entry.where(key, number, "hver"), Rule.REPEATED_FROM_NO_DAY)


def _needs_a_beginning(row: Occasion) -> bool:
    rule = row.every
    if rule is None or rule.parity or rule.nth is not None:
        return False
    return rule.interval > 1 if rule.unit == "week" else rule.unit in {"month", "year"} and not row.days


def events_have_a_day(catalogue: Catalogue) -> Iterator[Problem]:
    """An event without a day is in no calendar, and never goes away by itself."""
    for event in catalogue.documents:
        if isinstance(event, Event) and not (event.start or event.when or event.shown_until):
            yield Problem(event.where(), Rule.EVENT_WITHOUT_A_DAY)


def what_is_over_is_taken_down(catalogue: Catalogue) -> Iterator[Problem]:
    """Whoever finds an offer whose last day is over asks for what is not there; a place stands there still."""
    for entry in catalogue.documents:
        if not isinstance(entry, Happening) or entry.shown_until or not is_shown(entry, catalogue.today):
            continue
        rows = [(key, number, row) for key, rows in schedules_of(entry) for number, row in enumerate(rows)]
        if rows and all(_is_over(row, catalogue.today) for *_, row in rows) and not _is_planned(entry, catalogue.today):
            key, number, last = max(rows, key=lambda one: one[2].last or date.min)
            values = {"last": last.last.isoformat() if last.last else ""}
            yield Problem(entry.where(key, number, "til"), Rule.OVER_BUT_SHOWN, values)


def _is_over(row: Occasion, today: date) -> bool:
    return row.last is not None and max((row.last, *row.extra_days)) < today


def _is_planned(entry: Entry, today: date) -> bool:
    plan = approved_plan(entry) if isinstance(entry, Group) else None
    return plan is not None and any(meeting.day >= today for meeting in plan.meetings)


def events_are_told_once(catalogue: Catalogue) -> Iterator[Problem]:
    """Beside `start`, no row of `når` is shown; and what lasts for months is most often a wrong month or year."""
    for event in catalogue.documents:
        if not isinstance(event, Event) or event.start is None:
            continue
        if event.when:
            yield Problem(event.where("når"), Rule.START_AND_WHEN)
        if event.end and event.end - event.start > _LONGEST:
            values = {"days": (event.end - event.start).days}
            yield Problem(event.where("slutt"), Rule.UNLIKELY_EVENT_LENGTH, values)


def _rows(catalogue: Catalogue) -> Iterator[tuple[Entry, str, int, Occasion]]:
    for entry in catalogue.documents:
        if isinstance(entry, Entry):
            for key, rows in schedules_of(entry):
                for number, row in enumerate(rows):
                    yield entry, key, number, row
