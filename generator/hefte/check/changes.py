"""What is called off or moved: on a day that was planned, once, and to a day that makes sense."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.instances import moves_of_no_day
from hefte.model import Happening
from hefte.model.choices import Follows, Status
from hefte.model.offers import Moved
from hefte.model.times import DaySpan
from hefte.occurrences import UNKNOWN, Slot, Timetable, minutes_of, school_holidays
from hefte.problem import Problem, Rule, Where
from hefte.programme import programme, rows_planned

_FAR = timedelta(days=180)
_LONG = timedelta(days=731)


class _Changed(NamedTuple):
    """An entry with what was planned on all the days that its changes name, and today."""

    entry: Happening
    planned: Timetable
    today: date

    @property
    def is_known(self) -> bool:
        """Whether it can be told which days were not planned."""
        return self.planned.complete and not self.planned.always

    @property
    def off(self) -> tuple[DaySpan, ...]:
        return self.entry.cancelled.days if self.entry.cancelled else ()

    def where(self, number: int, key: str) -> Where:
        return self.entry.where("flyttet", number, key)


def what_is_called_off_was_planned(catalogue: Catalogue) -> Iterator[Problem]:
    """A wrong day in `avlyst` leaves the right one standing: somebody comes to a closed door."""
    for each in _changed(catalogue):
        days = each.planned.days
        new_days = {move.to: move for move in each.entry.moved if move.to and move.to != move.day}
        for number, span in enumerate(each.off):
            where = each.entry.where("avlyst", "dager", number)
            new = [day for day in sorted(new_days) if _is_in(day, (span,))]
            for day in new:
                values = {"day": day.isoformat(), "first": new_days[day].day.isoformat()}
                yield Problem(where, Rule.CANCELLED_NEW_DAY, values)
            if not new and each.is_known and not any(_is_in(day, (span,)) for day in days):
                yield Problem(where, Rule.CANCELLED_NO_DAY, {"day": _told(span)})


def what_is_moved_was_planned(catalogue: Catalogue) -> Iterator[Problem]:
    """A move from a day on which nothing was planned would be shown to nobody; a move may itself be moved on."""
    for each in _changed(catalogue):
        of_no_day = frozenset(moves_of_no_day(each.planned, each.entry))
        sources = {move.to: move for move in reversed(each.entry.moved) if move.to and move.to != move.day}
        for number, move in enumerate(each.entry.moved):
            where, source = each.where(number, "fra"), sources.get(move.day)
            values = {"day": move.day.isoformat()}
            if source:
                again = values | {"first": source.day.isoformat(), "to": (move.to or move.day).isoformat()}
                yield Problem(where, Rule.MOVED_AGAIN if number in of_no_day else Rule.MOVED_AWAY_AND_HERE, again)
            elif number in of_no_day:
                yield Problem(where, Rule.MOVED_FROM_NO_DAY, values)


def days_are_changed_once(catalogue: Catalogue) -> Iterator[Problem]:
    """Of two rows for a day only the first counts, and what is called off is not moved."""
    for each in _changed(catalogue):
        seen: dict[date, int] = {}
        for number, move in enumerate(each.entry.moved):
            where, values = each.where(number, "fra"), {"day": move.day.isoformat()}
            if move.day in seen:
                yield Problem(where, Rule.MOVED_TWICE, values, (each.where(seen[move.day], "fra"),))
            elif _is_in(move.day, each.off):
                yield Problem(where, Rule.CANCELLED_AND_MOVED, values)
            seen.setdefault(move.day, number)


def moves_lead_somewhere_likely(catalogue: Catalogue) -> Iterator[Problem]:
    """A new day that is over, half a year off or taken by the same is most often a slip of the pen."""
    for each in _changed(catalogue):
        for number, move in enumerate(each.entry.moved):
            if move.to and move.to != move.day and (rule := _unlikely(each, move, move.to)):
                values: dict[str, object] = {"day": move.day.isoformat(), "to": move.to.isoformat()}
                far: dict[str, object] = {"days": abs((move.to - move.day).days)} if rule is Rule.MOVED_FAR else {}
                yield Problem(each.where(number, "til"), rule, values | far)


def _unlikely(each: _Changed, move: Moved, to: date) -> Rule | None:
    if to < each.today <= move.day:
        return Rule.MOVED_TO_THE_PAST
    if abs(to - move.day) > _FAR:
        return Rule.MOVED_FAR
    stays = not _is_in(to, each.off) and all(row.day != to for row in each.entry.moved)
    there = [slot for slot in each.planned.slots if to in slot.days] if stays else []
    here = [slot for slot in each.planned.slots if move.day in slot.days]
    hours = [Slot(*minutes_of(move.hours), ())] if move.hours else here
    return Rule.MOVED_ONTO_ITSELF if any(_meet(one, other) for one in hours for other in there) else None


def _meet(one: Slot, other: Slot) -> bool:
    """Whether two times of a day have a minute in common, as far as their hours are known."""
    if one.start is None or other.start is None:
        return one.start == other.start
    first, second = sorted(((one.start, one.end), (other.start, other.end)), key=lambda hours: hours[0] or 0)
    return first[0] == second[0] or (first[1] is not None and (second[0] or 0) < first[1])


def _changed(catalogue: Catalogue) -> Iterator[_Changed]:
    for entry in catalogue.documents:
        if isinstance(entry, Happening) and (days := tuple(_named(entry))):
            within = DaySpan(min(days), max(days))
            known = _is_known(catalogue, entry, within.last)
            planned = programme(catalogue, within).planned(entry) if known else UNKNOWN
            yield _Changed(entry, planned, catalogue.today)


def _named(entry: Happening) -> Iterator[date]:
    """The days between which the plan must be known; a slip of centuries is not worked out."""
    for span in entry.cancelled.days if entry.cancelled else ():
        yield from (span.first, span.first + min(span.last - span.first, _LONG))
    for move in entry.moved:
        yield move.day
        if move.to and abs(move.to - move.day) <= _FAR:
            yield move.to


def _is_known(catalogue: Catalogue, entry: Happening, last: date) -> bool:
    """A pause has no plan to hold the changes against, and no day is known after the school's calendar."""
    holidays = school_holidays(catalogue.settings.school_years)
    is_by_school = any(row.follows is Follows.SCHOOL_YEAR for _, row in rows_planned(catalogue, entry))
    return entry.status is not Status.PAUSED and not (is_by_school and holidays and last > max(holidays))


def _is_in(day: date, spans: tuple[DaySpan, ...]) -> bool:
    return any(span.first <= day <= span.last for span in spans)


def _told(span: DaySpan) -> str:
    first, last = span.first.isoformat(), span.last.isoformat()
    return first if first == last else f"{first} – {last}"
