"""One typed table for all languages: a column per filter, the times, the positions and the dates of checking.

A column is text with as many characters a row as its widest number has digits in base 36; the number is the row's
place in a list of what occurs, so that thousands of equal answers cost one character each. `facets.js` reads it.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from hefte.assessment.rules import Rules
from hefte.catalogue import Catalogue, Position
from hefte.finder.facets import FACETS, Facet
from hefte.finder.look import Look, look
from hefte.model import Entry
from hefte.occurrences import Timetable, is_stopped, window
from hefte.programme import programme
from hefte.search.index import base36

T = TypeVar("T", bound=Hashable)

DEGREE = 10_000
"""Positions are told to a ten-thousandth of a degree, some ten metres, from 90° south and 180° west."""


class Column(NamedTuple):
    """What occurs, in the order in which it is met, and for each row which of them."""

    distinct: tuple[object, ...]
    rows: str


def table(catalogue: Catalogue, rules: Rules) -> Mapping[str, object]:
    """The table of the shown entries, in the order of the search, the cards and what is told of them."""
    seen = tuple(look(entry, catalogue, rules) for entry in catalogue.rows)
    return {
        "rows": len(seen),
        "first": window(catalogue.today).first.isoformat(),
        "facets": [_facet(facet, seen) for facet in FACETS],
        "times": _times(catalogue),
        "points": _points(catalogue),
        "checked": _column([_checked(entry, catalogue.today) for entry in catalogue.rows], list)._asdict(),
        "stopped": [row for row, entry in enumerate(catalogue.rows) if is_stopped(entry)],
    }


def _facet(facet: Facet, seen: Sequence[Look]) -> Mapping[str, object]:
    """A filter: its code, the codes of its choices, and what occurs as lists of their places."""
    found = [tuple(facet.read(one)) for one in seen]
    codes = [option.code for option in facet.options] or sorted({code for answer in found for code in answer})
    places = {code: place for place, code in enumerate(codes)}
    column = _column(found, lambda sets: [[places[code] for code in answer] for answer in sets])
    return {"code": facet.code, "options": codes, **column._asdict()}


def _column(values: Sequence[T], say: Callable[[Sequence[T]], Iterable[object]]) -> Column:
    places: dict[T, int] = {}
    numbers = [places.setdefault(value, len(places)) for value in values]
    distinct = tuple(places)
    width = len(base36(max(len(distinct) - 1, 0)))
    rows = "" if len(distinct) < 2 else "".join([base36(number).rjust(width, "0") for number in numbers])
    return Column(tuple(say(distinct)), rows)


def _checked(entry: Entry, today: date) -> int:
    """How many days ago somebody made sure; −1 is never."""
    return max((today - entry.checked.day).days, 0) if entry.checked else -1


def _points(catalogue: Catalogue) -> Mapping[str, object]:
    return _column([catalogue.position(entry) for entry in catalogue.rows], _told_points)._asdict()


def _told_points(found: Sequence[Position | None]) -> Iterator[object]:
    for point in found:
        yield [round((point[0] + 90) * DEGREE), round((point[1] + 180) * DEGREE)] if point else 0


def _times(catalogue: Catalogue) -> Mapping[str, object]:
    """Which days and hours occur, which of those make a timetable, and each row's timetable."""
    when = programme(catalogue).when
    found = [when(entry) for entry in catalogue.rows]
    days: dict[tuple[date, ...], int] = {}
    column = _column(found, lambda distinct: [_timetable(one, days) for one in distinct])
    first = window(catalogue.today).first
    return {"days": [runs(one, first) for one in days], **column._asdict()}


def _timetable(found: Timetable, days: dict[tuple[date, ...], int]) -> list[object]:
    """A timetable: 1 where it is always, 2 where some of it is not known, 3 both; then [days, start, end] a slot."""
    slots = [[days.setdefault(slot.days, len(days)), *_hours(slot.start, slot.end)] for slot in found.slots]
    return [(1 if found.always else 0) + (0 if found.complete else 2), *slots]


def _hours(start: int | None, end: int | None) -> Iterator[int]:
    if start is not None:
        yield start
        if end is not None:
            yield end


def runs(days: Sequence[date], first: date) -> str:
    """Days as steps from the one before, the first from the table's: «2 7*40 14» is 40 weeks on end, then two."""
    runs: list[list[int]] = []
    before = first
    for day in days:
        step = (day - before).days
        if runs and runs[-1][0] == step:
            runs[-1][1] += 1
        else:
            runs.append([step, 1])
        before = day
    return " ".join(f"{step}*{times}" if times > 1 else str(step) for step, times in runs)
