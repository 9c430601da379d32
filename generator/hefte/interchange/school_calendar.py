"""A school's calendar as rows of `skolerute`: the days off by their names, school year by school year."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from hefte.edits import Value, flow
from hefte.interchange.calendar_file import CalendarEvent, CalendarFile
from hefte.interchange.calendar_times import day_of, local
from hefte.occurrences import runs_of
from hefte.problem import Problem, Rule, Where

_OFF = re.compile(
    r"ferie|skolefri|skulefri|fridag|elevfri|\bfri\b|planleggingsdag|planleggjingsdag|helligdag|heilagdag|"
    r"påske|skjærtorsdag|langfredag|\bjul\b|juledag|nyttår|pinse|himmelfart|grunnlovsdag|"
    r"\b17\. ?mai\b|\b1\. ?mai\b|inneklemt",
    re.IGNORECASE,
)
_ON = re.compile(
    r"skolestart|skulestart|slutt|(første|fyrste|siste) (skole|skule)dag|skoledag etter|møte", re.IGNORECASE
)
_A_DAY = timedelta(days=1)
_BEGINS = 8
"""A school year begins in August."""
_LONGEST = 100
"""No holiday is longer than so many days."""


class SchoolCalendar(NamedTuple):
    """The lines of `skolerute`, none where no day off was found; and what may be days off or not."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def school_calendar(path: str, file: CalendarFile) -> SchoolCalendar:
    """Sort the days of a calendar file by their names; what is neither is asked about."""
    off: dict[int, set[date]] = defaultdict(set)
    problems = list(file.problems)
    for event in file.events:
        days, title = _days(event), " ".join(event.text("SUMMARY").split())[:60]
        if not days or _ON.search(title):
            continue
        if _OFF.search(title):
            for day in days:
                off[day.year - (day.month < _BEGINS)].add(day)
        else:
            told = {"title": title, "days": _told(days[0], days[-1])}
            problems.append(Problem(Where(path, event.line), Rule.SCHOOL_DAY_UNKNOWN, told))
    return SchoolCalendar(tuple(_lines(off)), tuple(problems))


def _days(event: CalendarEvent) -> list[date]:
    """The days of an event that takes whole days."""
    first, last = event.moment("DTSTART"), event.moment("DTEND")
    if first is None:
        return []
    begin = day_of(local(first))
    number = (day_of(local(last)) - begin).days if last is not None else (event.length or _A_DAY).days
    return [begin + at * _A_DAY for at in range(min(max(number, 1), _LONGEST))]


def _lines(off: dict[int, set[date]]) -> Iterator[str]:
    if off:
        yield "skolerute:"
    for year, days in sorted(off.items()):
        spans: list[Value] = [_told(*span) for span in runs_of(days)]
        yield f"  - navn: {year}–{(year + 1) % 100:02}"
        yield f"    fri: {flow(spans)}"


def _told(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first} – {last}"
