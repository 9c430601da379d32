"""What is on and when, entry by entry: its rules, its venue's hours, the school's holidays, and what is changed."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.instances import Instance, State, changed, instances
from hefte.model import Entry, Event, Group, Happening, Walk
from hefte.model.choices import Status
from hefte.model.offers import Meeting, Moved
from hefte.model.parts import Occasion
from hefte.model.texts import Text
from hefte.model.times import DaySpan
from hefte.occurrences import UNKNOWN, Timetable, event_timetable, followed, school_holidays, timetable, window
from hefte.plans import approved_plan, meets
from hefte.telling.sources import is_unsure
from hefte.telling.when import stated_as, stated_rows

ANY_TIME = Timetable(always=True)


class Series(NamedTuple):
    """The days of an entry that have the same hours, in minutes after midnight, and of which the same has become."""

    entry: Happening
    start: int | None
    end: int | None
    days: tuple[date, ...]
    state: State = State.PLANNED
    other: date | None = None
    change: Moved | None = None
    meeting: Meeting | None = None

    @property
    def is_on(self) -> bool:
        """Whether anybody is there on these days."""
        return self.state.is_on

    def days_in(self, span: DaySpan) -> tuple[date, ...]:
        """Those of its days that lie in a span, both ends included."""
        return self.days[bisect_left(self.days, span.first) : bisect_right(self.days, span.last)]

    @property
    def is_listed(self) -> bool:
        """Whether lists and calendars show it: all with an hour, and events; opening hours are no programme."""
        return self.start is not None or isinstance(self.entry, Event)

    @property
    def place(self) -> Text | None:
        """Where it is instead: where it is moved to, or where the group's plan has it."""
        if self.meeting:
            return self.meeting.place
        return self.change.place if self.change and self.state is State.MOVED_HERE else None


class Programme(NamedTuple):
    """Answers about the days of `within`: what was planned, and what is on after all."""

    within: DaySpan
    planned: Callable[[Entry], Timetable]

    def when(self, entry: Entry) -> Timetable:
        """The days and hours on which it is on, without what is called off and with what is moved at its new time."""
        planned = self.planned(entry)
        return changed(planned, entry, self.within) if isinstance(entry, Happening) else planned

    def instances(self, entry: Entry) -> Iterator[Instance]:
        """Each time by itself, what is called off and moved away too; none of what has no stated days."""
        if isinstance(entry, Happening):
            yield from instances(self.planned(entry), entry, self.within)

    def series(self, entry: Entry) -> Iterator[Series]:
        """The instances of an entry put together: a year of Tuesdays is one series, a day that is moved is two more."""
        if not isinstance(entry, Happening):
            return
        plan = approved_plan(entry) if isinstance(entry, Group) else None
        if entry.cancelled is None and not entry.moved and plan is None:
            yield from (Series(entry, slot.start, slot.end, slot.days) for slot in self.planned(entry).slots)
            return
        found = sorted(self.instances(entry), key=_alike)
        for _, together in groupby(found, key=_alike):
            first, *rest = together
            days = (first.day, *(one.day for one in rest))
            yield Series(entry, first.start, first.end, days, first.state, first.other, first.change, first.meeting)


def _alike(one: Instance) -> tuple[object, ...]:
    moved = (one.other or date.min, one.day) if one.change or one.meeting else ()
    return (one.state, one.start is None, one.start or 0, one.end is None, one.end or 0, moved)


def calendar(catalogue: Catalogue) -> tuple[tuple[int, Series], ...]:
    """What a calendar shows, by the row of its entry."""
    shown = programme(catalogue)
    return tuple(
        (row, one)
        for row, entry in enumerate(catalogue.rows)
        for one in shown.series(entry)
        if one.days and one.is_listed
    )


def programme(catalogue: Catalogue, within: DaySpan | None = None) -> Programme:
    """The programme of a catalogue, from yesterday on and 18 months ahead, or for other days.

    A walk is there whenever somebody comes; what is paused is never on, and of what nobody is sure nothing is known.
    """
    span = within or window(catalogue.today)
    holidays = school_holidays(catalogue.settings.school_years)

    def planned(entry: Entry) -> Timetable:
        days = _with_moves(entry, span)
        if entry.status is Status.PAUSED:
            return Timetable()
        if isinstance(entry, Walk):
            return ANY_TIME
        if entry.sources and is_unsure(entry, stated_as(entry)):
            return UNKNOWN
        if isinstance(entry, Event):
            return event_timetable(entry, days, holidays)
        return timetable(rows_of(entry), days, holidays, _opening_hours(catalogue, entry))

    return Programme(span, planned)


def rows_planned(catalogue: Catalogue, entry: Happening) -> Iterator[tuple[str, Occasion]]:
    """The rows of an entry's schedule with their numbers, one by one as `programme` works them out together.

    The venue's hours that a row follows are numbered below it, as in «0.1»; of what is paused, unsure or has a
    `start` there is no row.
    """
    if entry.status is Status.PAUSED or (entry.sources and is_unsure(entry, stated_as(entry))):
        return
    opening = _opening_hours(catalogue, entry)
    for number, row in enumerate(rows_of(entry)):
        for part, one in enumerate(followed((row,), opening)):
            if one is not None:
                yield f"{number}.{part}" if part else str(number), one


def rows_of(entry: Entry) -> tuple[Occasion, ...]:
    """The rows of an entry's schedule as they are known, a group's with its plan; none for an event with a `start`."""
    return meets(entry) if isinstance(entry, Group) else stated_rows(entry)


def _opening_hours(catalogue: Catalogue, entry: Entry) -> tuple[Occasion, ...]:
    venue = catalogue.venue(entry)
    return (venue.opening_hours or ()) if venue else ()


def _with_moves(entry: Entry, span: DaySpan) -> DaySpan:
    """The days to work out: what is moved into the span may have been planned outside it."""
    if not isinstance(entry, Happening) or not entry.moved:
        return span
    days = [move.day for move in entry.moved]
    return DaySpan(min(span.first, *days), max(span.last, *days))
