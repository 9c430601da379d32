"""Each time something is on, by itself: as planned, called off, or moved and to where.

An instance is what RFC 5545 calls a recurrence instance; lists, calendars and feeds are made of them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hefte.model import Event, Group, Happening
from hefte.model.offers import Meeting, Moved
from hefte.model.times import DaySpan
from hefte.occurrences import Slot, Timetable, minutes_of
from hefte.plans import approved_plan


class State(StrEnum):
    """What has become of a planned time; whoever meant to come must see it."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"

    @property
    def is_on(self) -> bool:
        """Whether anybody is there."""
        return self in {State.PLANNED, State.MOVED_HERE}


class Instance(NamedTuple):
    """One time on one day: hours in minutes after midnight, as in a `Slot`; `change` says why and whereto.

    `other` is the day it is moved to, or was moved from, where its state says that it is moved; `meeting` is what
    the group's approved plan says of the day.
    """

    day: date
    start: int | None
    end: int | None
    state: State = State.PLANNED
    other: date | None = None
    change: Moved | None = None
    meeting: Meeting | None = None

    @property
    def is_on(self) -> bool:
        """Whether anybody is there on this day."""
        return self.state.is_on


def instances(planned: Timetable, entry: Happening, within: DaySpan) -> Iterator[Instance]:
    """Every instance of a plan within the days asked for, by day and hour, with what has become of it."""
    found = (one for slot in planned.slots for day in slot.days for one in _become(day, slot, entry))
    yield from sorted(
        (one for one in found if within.first <= one.day <= within.last), key=lambda one: (one.day, one.start or 0)
    )


def changed(planned: Timetable, entry: Happening, within: DaySpan) -> Timetable:
    """The timetable without what is called off, and with what is moved where it is now."""
    if not entry.moved and (entry.cancelled is None or not entry.cancelled.is_partly):
        return planned
    days: dict[tuple[int | None, int | None], list[date]] = {}
    for one in instances(planned, entry, within):
        if one.is_on:
            days.setdefault((one.start, one.end), []).append(one.day)
    return planned._replace(slots=tuple(Slot(*hours, tuple(on)) for hours, on in days.items()))


def moves_of_no_day(planned: Timetable, entry: Happening) -> Iterator[int]:
    """The numbers of the rows of `flyttet` whose day is none of the plan's; nothing where the plan is not known."""
    if planned.complete and not planned.always:
        days = set(planned.days)
        yield from (number for number, move in enumerate(entry.moved) if move.day not in days)


def _become(day: date, slot: Slot, entry: Happening) -> Iterator[Instance]:
    move = _move_of(day, entry)
    if _is_off(day, entry):
        yield Instance(day, slot.start, slot.end, State.CANCELLED)
    elif move is None:
        yield Instance(day, slot.start, slot.end, meeting=_meeting(day, entry))
    else:
        to = day + ((move.to or move.day) - move.day)
        if to != day:
            yield Instance(day, slot.start, slot.end, State.MOVED_AWAY, to, move)
        hours = minutes_of(move.hours) if move.hours and move.day == day else (slot.start, slot.end)
        yield Instance(to, *hours, State.MOVED_HERE, day, move)


def _meeting(day: date, entry: Happening) -> Meeting | None:
    plan = approved_plan(entry) if isinstance(entry, Group) else None
    return next((one for one in plan.meetings if one.day == day), None) if plan else None


def _move_of(day: date, entry: Happening) -> Moved | None:
    """The row that moves a day; of an event over several days one row moves them all."""
    if isinstance(entry, Event) and entry.start is not None:
        return entry.move
    return next((row for row in entry.moved if row.day == day), None)


def _is_off(day: date, entry: Happening) -> bool:
    cancelled = entry.cancelled
    return cancelled is not None and (cancelled.is_whole or _is_in(day, cancelled.days))


def _is_in(day: date, spans: Iterable[DaySpan]) -> bool:
    return any(span.first <= day <= span.last for span in spans)
