"""Prices and dates: what one field says must not be denied by another."""

from collections.abc import Iterator
from datetime import date, datetime, time

from hefte.catalogue import Catalogue
from hefte.model import Activity, Entry, Event, Group, Organisation, Place
from hefte.model.parts import Occasion, PriceRow
from hefte.model.times import ClockSpan
from hefte.problem import Problem, Rule

Location = tuple[str | int, ...]
Moment = date | datetime
_Span = tuple[Location, Moment | None, Moment | None]
"""Where the end is written, the start and the end."""


def free_means_free(catalogue: Catalogue) -> Iterator[Problem]:
    """`gratis` beside a price is fine only where a row says for whom or when."""
    for entry in _entries(catalogue):
        rows = entry.price or ()
        if not any(_is_free_for_all(row) for row in rows):
            continue
        for index, row in enumerate(rows):
            if row.amount > 0:
                yield Problem(entry.where("pris", index), Rule.FREE_BUT_PRICED, {"amount": row.amount})
                break


def time_runs_forward(catalogue: Catalogue) -> Iterator[Problem]:
    """What ends does so after it began."""
    for entry in _entries(catalogue):
        for location, start, end in _spans(entry):
            if start is not None and end is not None and end < start:
                values = {"value": _written(end), "start": _written(start)}
                yield Problem(entry.where(*location), Rule.ENDS_BEFORE_START, values)


def hours_run_forward(catalogue: Catalogue) -> Iterator[Problem]:
    """Two times the wrong way round send somebody to a closed door; a late evening may pass midnight."""
    for entry in _entries(catalogue):
        for location, hours in _hours(entry):
            if hours.end is not None and not _may_follow(hours.start, hours.end):
                values = {"start": f"{hours.start:%H:%M}", "end": f"{hours.end:%H:%M}"}
                yield Problem(entry.where(*location), Rule.HOURS_RUN_BACKWARD, values)


def _may_follow(start: time, end: time) -> bool:
    is_midnight = end == time(0, 0)  # also `24:00`, and `0-24` is the whole day
    is_late = start >= time(18, 0) and end <= time(6, 0)
    return end > start or is_midnight or is_late


def _hours(entry: Entry) -> Iterator[tuple[Location, ClockSpan]]:
    for key, rows in _schedules(entry):
        for index, row in enumerate(rows or ()):
            if row.hours:
                yield (key, index, "kl"), row.hours


def _is_free_for_all(row: PriceRow) -> bool:
    has_limit = row.name or row.covers or row.companion or row.condition or row.first or row.last
    return row.amount == 0 and not has_limit


def _spans(entry: Entry) -> Iterator[_Span]:
    yield ("vis_til",), entry.shown_from, entry.shown_until
    if isinstance(entry, Event):
        yield ("slutt",), entry.start, entry.end
    if entry.checked:
        yield ("kontrollert", "neste"), entry.checked.day, entry.checked.next
    for index, price in enumerate(entry.price or ()):
        yield ("pris", index, "til"), price.first, price.last
    for key, rows in _schedules(entry):
        for index, row in enumerate(rows or ()):
            yield (key, index, "til"), row.first, row.last


def _schedules(entry: Entry) -> tuple[tuple[str, tuple[Occasion, ...] | None], ...]:
    match entry:
        case Activity():
            return ("når", entry.when), ("åpningstider", entry.opening_hours)
        case Event():
            return (("når", entry.when),)
        case Group():
            return (("møtes", entry.meets),)
        case Organisation() | Place():
            return (("åpningstider", entry.opening_hours),)
    return ()


def _written(moment: Moment) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else moment.isoformat()


def _entries(catalogue: Catalogue) -> Iterator[Entry]:
    return (document for document in catalogue.documents if isinstance(document, Entry))
