"""When things happen: the rules of `når` worked out to days; the finder and the first page build on it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule

from hefte.model import Entry, Event, Happening
from hefte.model.choices import Follows, Status
from hefte.model.parts import Occasion
from hefte.model.settings import SchoolYear
from hefte.model.times import WEEK, ClockSpan, DaySpan, Every, Weekday, single_days
from hefte.public_holidays import public_holidays

_DAYS_AHEAD = 548
_A_DAY = 24 * 60
_ONE_EVENING = timedelta(hours=12)
_WEEKLY = Every("week")
_PARITIES = {"even": 0, "odd": 1}
_FREQUENCIES = {"day": DAILY, "week": WEEKLY, "month": MONTHLY, "year": YEARLY}


class Slot(NamedTuple):
    """Days with the same hours, in minutes after midnight: None is not known, an end past 1440 is on the next day."""

    start: int | None
    end: int | None
    days: tuple[date, ...]


class Timetable(NamedTuple):
    """What is known of when something happens; not `complete` where a row of it could not be worked out."""

    slots: tuple[Slot, ...] = ()
    always: bool = False
    complete: bool = True

    @property
    def days(self) -> tuple[date, ...]:
        """Every day on which it happens, once."""
        return tuple(sorted({day for slot in self.slots for day in slot.days}))


UNKNOWN = Timetable(complete=False)


def window(today: date) -> DaySpan:
    """The days that are shipped: from the night before today, which may not be over, and 18 months on."""
    return DaySpan(today - timedelta(days=1), today + timedelta(days=_DAYS_AHEAD))


def school_holidays(years: Iterable[SchoolYear]) -> frozenset[date]:
    """Every day without school, public holidays too; none at all means that nobody has given the school's calendar."""
    stated = frozenset(day for year in years for span in year.days_off for day in days_in(span))
    return stated | frozenset(public_holidays(DaySpan(min(stated), max(stated)))) if stated else stated


def timetable(
    rows: Sequence[Occasion], within: DaySpan, holidays: frozenset[date] = frozenset(), opening: Sequence[Occasion] = ()
) -> Timetable:
    """Work out the rows of a schedule; `opening` serves the rows that follow the venue's opening hours."""
    expanded = tuple(followed(rows, opening))
    slots = tuple(slot_of(row, within, holidays) for row in expanded if row and not row.always)
    return Timetable(
        tuple(slot for slot in slots if slot and slot.days),
        always=any(row is not None and bool(row.always) for row in expanded),
        complete=bool(expanded) and None not in expanded and None not in slots,
    )


def event_timetable(event: Event, within: DaySpan, holidays: frozenset[date] = frozenset()) -> Timetable:
    """Work out an event as it was planned, from `start` or from `når`."""
    if event.start is not None:
        return Timetable(tuple(_from_start_to_end(event.start, event.end, within)))
    return timetable(event.when or (), within, holidays)


def followed(rows: Sequence[Occasion], opening: Sequence[Occasion]) -> Iterator[Occasion | None]:
    """The rows, with the venue's in the place of one that follows them; None where those are not known."""
    for row in rows:
        if row.follows is not Follows.OPENING_HOURS or row.days or row.always:
            yield row
        else:
            yield from opening or (None,)


def ruled_days(row: Occasion, within: DaySpan) -> tuple[date, ...] | None:
    """The days of a row's rule alone, whatever is left out or comes beside it; None where it is not settled."""
    return _ruled(row.days, row.every, row.first, row.last, within)


def is_days_alone(row: Occasion) -> bool:
    """Whether a row has no rule, only days by their dates, as many a calendar gives them."""
    return bool(row.extra_days) and not (row.days or row.every or row.always or row.follows)


def limits_of(row: Occasion) -> tuple[date | None, date | None]:
    """The first and the last day that a row states, extra days too; None where nobody has said one."""
    if is_days_alone(row):
        stated = (*row.extra_days, *filter(None, (row.first, row.last)))
        return min(stated), max(stated)
    first = min((row.first, *row.extra_days)) if row.first else None
    return first, max((row.last, *row.extra_days)) if row.last else None


def is_past(row: Occasion, today: date) -> bool:
    """Whether a row has a last day, and neither that nor an extra day is still to come."""
    _, last = limits_of(row)
    return last is not None and last < today


def slot_of(row: Occasion, within: DaySpan, holidays: frozenset[date] = frozenset()) -> Slot | None:
    """The days and hours of one row; None where nobody can say which days they are."""
    days = ruled_days(row, within)
    if days is None and row.extra_days and not row.days and row.every is None:
        days = ()
    if days is None:
        return None
    if row.follows is Follows.SCHOOL_YEAR:
        if not holidays:
            return None
        known = max(holidays)
        days = tuple(day for day in days if day not in holidays and day <= known)
    if row.except_days or row.extra_days:
        days = _corrected(row, days, within)
    return Slot(*minutes_of(row.hours), days)


def _corrected(row: Occasion, days: tuple[date, ...], within: DaySpan) -> tuple[date, ...]:
    off = {day for span in row.except_days for day in days_in(span)}
    extra = {day for day in row.extra_days if within.first <= day <= within.last}
    return tuple(sorted(({*days} - off) | extra))


def _ruled(
    days: tuple[Weekday, ...], every: Every | None, first: date | None, last: date | None, within: DaySpan
) -> tuple[date, ...] | None:
    """The days of a rule within the window and its own limits; None where its days or its beginning are not stated."""
    rule = every or _WEEKLY
    weekdays = tuple(map(WEEK.index, single_days((rule.day,) if rule.day else days)))
    if not _is_settled(rule, weekdays, first):
        return None
    begin, end = max(first or within.first, within.first), min(last or within.last, within.last)
    found = _repeated(rule, weekdays, _beginning(rule, first, within), within.last)
    return found[bisect_left(found, begin) : bisect_right(found, end)]


def _beginning(rule: Every, first: date | None, within: DaySpan) -> date:
    """A day before the window from which the rule gives the same days as from its own first: most rules share it."""
    if first is not None and rule.unit in {"month", "year"} and rule.nth is None:
        return first
    monday = _monday(within.first)
    if rule.nth is not None:
        return within.first.replace(day=1)
    if first is None or rule.unit != "week" or rule.parity:
        return monday
    weeks = (monday - _monday(first)).days // 7
    return monday - timedelta(weeks=weeks % rule.interval)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _is_settled(rule: Every, weekdays: tuple[int, ...], first: date | None) -> bool:
    """Whether a rule says which days it means: «annenhver uke» does so only with its beginning."""
    if rule.unit == "day":
        return True
    if rule.nth is not None or (rule.unit == "week" and (rule.interval == 1 or rule.parity)):
        return bool(weekdays)
    if rule.unit == "week":
        return bool(weekdays) and first is not None
    return not weekdays and first is not None


@lru_cache(maxsize=1024)
def _repeated(rule: Every, weekdays: tuple[int, ...], begin: date, end: date) -> tuple[date, ...]:
    interval = 1 if rule.parity else rule.interval
    nth = {"bysetpos": rule.nth} if rule.nth is not None else {}
    moments = rrule(
        _FREQUENCIES[rule.unit],
        dtstart=datetime.combine(begin, time()),
        until=datetime.combine(end, time()),
        interval=interval,
        byweekday=weekdays or None,
        **nth,
    )
    days = (moment.date() for moment in moments)
    return tuple(day for day in days if rule.parity is None or day.isocalendar().week % 2 == _PARITIES[rule.parity])


def minutes_of(hours: ClockSpan | None) -> tuple[int | None, int | None]:
    """Start and end in minutes after midnight; an end on the next day is past 1440, and None is not known."""
    if hours is None:
        return None, None
    start = hours.start.hour * 60 + hours.start.minute
    if hours.end is None:
        return start, None
    end = hours.end.hour * 60 + hours.end.minute
    return start, end if end > start else end + _A_DAY


def clock_of(start: int, end: int | None) -> ClockSpan:
    """Minutes after midnight as hours of the day; what ends past midnight ends on the next."""
    first, last = (None if at is None else time(at // 60 % 24, at % 60) for at in (start, end))
    return ClockSpan(first or time(), last)


def runs_of(days: Iterable[date]) -> tuple[DaySpan, ...]:
    """The days as spans without a gap, in order."""
    runs: list[DaySpan] = []
    for day in sorted(days):
        if runs and day - runs[-1].last <= timedelta(days=1):
            runs[-1] = DaySpan(runs[-1].first, day)
        else:
            runs.append(DaySpan(day, day))
    return tuple(runs)


def _from_start_to_end(start: datetime, end: datetime | None, within: DaySpan) -> Iterator[Slot]:
    """One slot where it is over in an evening; of several days only the first has a known hour."""
    begins = None if start.time() == time() else start.hour * 60 + start.minute
    if end is None or end - start <= _ONE_EVENING or end.date() == start.date():
        over = None if begins is None or end is None else begins + round((end - start).total_seconds() / 60)
        yield from _within(Slot(begins, over, (start.date(),)), within)
        return
    yield from _within(Slot(begins, None, (start.date(),)), within)
    later = DaySpan(start.date() + timedelta(days=1), end.date())
    yield from _within(Slot(None, None, tuple(days_in(later))), within)


def _within(slot: Slot, within: DaySpan) -> Iterator[Slot]:
    days = tuple(day for day in slot.days if within.first <= day <= within.last)
    if days:
        yield slot._replace(days=days)


def days_in(span: DaySpan) -> Iterator[date]:
    """Each day of a span, both ends included."""
    for number in range((span.last - span.first).days + 1):
        yield span.first + timedelta(days=number)


def month_from(first: date) -> DaySpan:
    """From a day to the end of its month."""
    return DaySpan(first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1))


def is_cancelled(entry: Entry) -> bool:
    """Whether all of it is called off, not only some of its days."""
    return isinstance(entry, Happening) and entry.cancelled is not None and entry.cancelled.is_whole


def is_stopped(entry: Entry) -> bool:
    """Closed, paused or called off: it may be found, with its notice, but is put forward to nobody."""
    return bool(entry.notice) or entry.status is Status.PAUSED or is_cancelled(entry)
