"""When an event of somebody's calendar is, as fields of ours: `start` and `slutt`, or `når` with what is changed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hefte.edits import Value
from hefte.interchange.calendar_file import CalendarEvent, Moment
from hefte.interchange.calendar_times import MOST_DATES, Counted, counted, day_of, in_words, local
from hefte.interchange.drafts import Row
from hefte.occurrences import runs_of

_A_DAY, _A_MINUTE, _NOTHING = timedelta(days=1), timedelta(minutes=1), timedelta()


class NeverError(ValueError):
    """A rule that gives no day at all."""


class EndsBeforeStartError(ValueError):
    """An end that comes before its start."""


class When(NamedTuple):
    """The fields, or none where all of it is over; and how many days were written out, to which one."""

    rows: tuple[Row, ...] = ()
    written_out: int = 0
    last: date | None = None


class _Shape(NamedTuple):
    """The first local start of an event, how long it lasts where that is known, and on how many days it is."""

    start: Moment
    length: timedelta | None
    days: int

    def hours(self, start: Moment) -> str:
        """The hours of a time that begins then; none where it has no hour, or takes several days."""
        if self.days > 1 or not isinstance(start, datetime):
            return ""
        end = f"-{start + self.length:%H:%M}" if self.length else ""
        return f"{start:%H:%M}{end}"

    def covered(self, start: Moment) -> Iterator[date]:
        """The days of a time that begins then."""
        yield from (day_of(start) + number * _A_DAY for number in range(self.days))


class _Times(NamedTuple):
    """The starts from today on: those of the rule, those beside it, and what is left out of both."""

    by_rule: frozenset[Moment]
    beside: frozenset[Moment]
    off: frozenset[Moment]

    def kept(self, starts: Iterable[Moment]) -> frozenset[Moment]:
        """The starts that are not left out; a day without an hour leaves out all of it."""
        return frozenset(at for at in starts if at not in self.off and day_of(at) not in self.off)

    @property
    def days(self) -> frozenset[date]:
        """Every day on which it is planned."""
        return frozenset(map(day_of, self.kept(self.by_rule | self.beside)))


def when_of(event: CalendarEvent, changed: Sequence[CalendarEvent], today: date) -> When:
    """Tell when an event is, from today on; `changed` are the times of it that were changed.

    Raise TooOftenError, NeverError, EndsBeforeStartError, or ValueError for a rule that nobody can follow.
    """
    first = event.moment("DTSTART")
    if first is None:
        raise ValueError(event.line)
    shape = _shape(event, local(first))
    if not event.rules and not event.moments("RDATE"):
        return _once(shape, today)
    rules = [counted(rule, first, today) for rule in event.rules]
    if not event.moments("RDATE") and not any(rule.has_any for rule in rules):
        raise NeverError(event.line)
    by_rule = frozenset(at for rule in rules for at in rule.starts)
    added = (at for at in map(local, (first, *event.moments("RDATE"))) if day_of(at) >= today)
    times = _Times(by_rule, frozenset(added) - by_rule, frozenset(map(local, event.moments("EXDATE"))))
    return _repeated(event, shape, rules, times, _changes(event, shape, times, changed, today), today)


def _shape(event: CalendarEvent, start: Moment) -> _Shape:
    end = event.moment("DTEND")
    length = _between(start, local(end)) if end is not None else event.length
    if length is not None and length < _NOTHING:
        raise EndsBeforeStartError(event.line)
    if not isinstance(start, datetime):
        return _Shape(start, None, max(1, length.days if length else 1))
    is_long = length is not None and length >= _A_DAY
    last = start + length - _A_MINUTE if length and is_long else start
    return _Shape(start, length or None, (last.date() - start.date()).days + 1)


def _between(start: Moment, end: Moment) -> timedelta:
    if isinstance(start, datetime) and isinstance(end, datetime):
        return end - start
    return day_of(end) - day_of(start)


def _once(shape: _Shape, today: date) -> When:
    start, last = shape.start, tuple(shape.covered(shape.start))[-1]
    if not isinstance(start, datetime):
        ends = (Row("slutt", last.isoformat()),) if last > start else ()
        return When((Row("start", start.isoformat()), *ends)) if last >= today else When()
    end = start + shape.length if shape.length else start
    ends = (Row("slutt", f"{end:%Y-%m-%d %H:%M}"),) if end > start else ()
    return When((Row("start", f"{start:%Y-%m-%d %H:%M}"), *ends)) if end.date() >= today else When()


class _Changes(NamedTuple):
    """The days that are called off, the rows of `flyttet`, and times that were added in the place of none."""

    off: tuple[date, ...] = ()
    moved: tuple[Value, ...] = ()
    added: tuple[Moment, ...] = ()

    @property
    def rows(self) -> Iterator[Row]:
        """The fields that tell it."""
        if self.off:
            yield Row("avlyst", {"dager": [_told(first, last) for first, last in runs_of(self.off)]})
        if self.moved:
            yield Row("flyttet", self.moved)


def _repeated(
    event: CalendarEvent, shape: _Shape, rules: Sequence[Counted], times: _Times, changes: _Changes, today: date
) -> When:
    row = _by_rule(event, shape, rules, times, today)
    single = times.kept(times.beside if row else times.by_rule | times.beside)
    starts = sorted((*single, *changes.added), key=lambda at: (day_of(at), str(at)))[:MOST_DATES]
    rows = [*([row] if row else []), *_written_out(shape, starts)]
    if not rows:
        return When()
    last = day_of(starts[-1]) if starts and not row and rules else None
    return When((Row("når", rows), *changes.rows), len(starts) if last else 0, last)


def _by_rule(event: CalendarEvent, shape: _Shape, rules: Sequence[Counted], times: _Times, today: date) -> Value | None:
    """The rule as one row of `når`; None where it is no row, or nothing is left of it."""
    hours = {shape.hours(at) for at in times.by_rule}
    kept = times.kept(times.by_rule)
    if len(rules) != 1 or shape.days > 1 or len(hours) != 1 or not kept:
        return None
    said = in_words(event.rules[0], day_of(shape.start), rules[0], today)
    if said is None:
        return None
    left_out = [_told(first, last) for first, last in runs_of(map(day_of, times.by_rule - kept))]
    return _with_hours({**said, **({"unntatt": left_out} if left_out else {})}, hours.pop())


def _written_out(shape: _Shape, starts: Iterable[Moment]) -> Iterator[Value]:
    """Rows of days, one for each hour at which something begins."""
    found: dict[str, set[date]] = {}
    for start in starts:
        found.setdefault(shape.hours(start), set()).update(shape.covered(start))
    for hours, days in sorted(found.items()):
        yield _with_hours({"også": [day.isoformat() for day in sorted(days)]}, hours)


def _with_hours(row: dict[str, Value], hours: str) -> Value:
    return {**row, "kl": hours} if hours else row


def _told(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first} – {last}"


def _changes(
    event: CalendarEvent, shape: _Shape, times: _Times, changed: Sequence[CalendarEvent], today: date
) -> _Changes:
    off: list[date] = []
    moved: list[Value] = []
    added: list[Moment] = []
    for one in changed:
        planned, start = one.moment("RECURRENCE-ID"), one.moment("DTSTART")
        day = day_of(local(planned)) if planned is not None else None
        if day is None or start is None or max(day, day_of(local(start))) < today:
            continue
        if day not in times.days:
            added += [] if _is_off(one) else [local(start)]
        elif _is_off(one):
            off.append(day)
        else:
            moved += _moved(event, one, day, shape)
    return _Changes(tuple(off), tuple(moved), tuple(added))


def _is_off(event: CalendarEvent) -> bool:
    return event.text("STATUS").upper() == "CANCELLED"


def _moved(event: CalendarEvent, one: CalendarEvent, day: date, planned: _Shape) -> Iterator[Value]:
    """What is other than planned: the day, the hours, the place; nothing where only words are."""
    start = one.moment("DTSTART")
    shape = _shape(one, local(start)) if start is not None else planned
    row: dict[str, Value] = {}
    if day_of(shape.start) != day:
        row["til"] = day_of(shape.start).isoformat()
    hours, place = shape.hours(shape.start), one.text("LOCATION")
    if hours and hours != planned.hours(planned.start):
        row["kl"] = hours
    if place and place != event.text("LOCATION"):
        row["sted"] = " ".join(place.split())[:200]
    if row:
        yield {"fra": day.isoformat(), **row}
