"""Somebody's calendar file cut into its events, each read by itself: what is broken in one hides no other."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from icalendar import Calendar, Event
from icalendar.prop import vDDDLists, vDDDTypes, vRecur

from hefte.problem import Problem, Rule, Where

LARGEST_BYTES = 5_000_000
MOST_EVENTS = 2_000

Moment = date | datetime

_LINE_END = re.compile(r"\r\n|\r|\n")
_TZID = re.compile(r"TZID=\"?([^\":;,]+)", re.IGNORECASE)
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, LookupError)
"""What the library raises on files that are none."""


class Line(NamedTuple):
    """A line with the folded ones after it, and its number in the file."""

    number: int
    text: str

    @property
    def says(self) -> str:
        """The line in large letters without blanks around it."""
        return self.text.strip().upper()


class CalendarEvent(NamedTuple):
    """An event and the line on which it begins; its values in the types of Python, what cannot be read is not there."""

    line: int
    event: Event

    def text(self, name: str) -> str:
        """A text; the first where there are several; without signs that nobody sees."""
        found = self.event.get(name)
        first = found[0] if isinstance(found, list) and found else found
        said = "" if first is None or isinstance(first, list) else str(first)
        return "".join(sign for sign in said.replace("\r", "") if sign.isprintable() or sign in "\n\t").strip()

    def moment(self, name: str) -> Moment | None:
        """A day or a moment, with a zone or without."""
        found = self.event.get(name)
        value = found.dt if isinstance(found, vDDDTypes) else None
        return value if isinstance(value, date) and 1900 <= value.year < 2300 else None

    @property
    def length(self) -> timedelta | None:
        """DURATION, where it stands."""
        found = self.event.get("DURATION")
        value = found.dt if isinstance(found, vDDDTypes) else None
        return value if isinstance(value, timedelta) else None

    def moments(self, name: str) -> tuple[Moment, ...]:
        """The days and moments of a list; of a period its beginning."""
        found = self.event.get(name)
        lists = found if isinstance(found, list) else [found]
        values = [one.dt for listed in lists if isinstance(listed, vDDDLists) for one in listed.dts]
        values += [one.dt for one in lists if isinstance(one, vDDDTypes)]
        firsts = (value[0] if isinstance(value, tuple) else value for value in values)
        return tuple(value for value in firsts if isinstance(value, date))

    @property
    def rules(self) -> tuple[vRecur, ...]:
        """The rules by which it comes back."""
        found = self.event.get("RRULE")
        return tuple(one for one in (found if isinstance(found, list) else [found]) if isinstance(one, vRecur) and one)

    @property
    def has_broken_rule(self) -> bool:
        """Whether a rule stands there that nobody can read."""
        found = self.event.get("RRULE")
        lists = found if isinstance(found, list) else [found]
        return any(one is not None and not isinstance(one, vRecur) for one in lists)


class CalendarFile(NamedTuple):
    """What a file holds: the name of the calendar, its events, and what is wrong with the rest."""

    name: str
    events: tuple[CalendarEvent, ...]
    problems: tuple[Problem, ...] = ()


def read_calendar(path: str, data: bytes) -> CalendarFile:
    """Read what can be read; `path` names the file in the problems."""
    if len(data) > LARGEST_BYTES:
        return _refused(path, Rule.CALENDAR_TOO_LARGE, size=len(data), limit=LARGEST_BYTES)
    lines = tuple(_lines(data.decode("utf-8-sig", errors="replace")))
    if not any(line.says in {"BEGIN:VCALENDAR", "BEGIN:VEVENT"} for line in lines):
        return _refused(path, Rule.NOT_A_CALENDAR)
    zones = {_zone_of(block): block for block, _ in _blocks(lines, "VTIMEZONE")}
    blocks = list(_blocks(lines, "VEVENT"))
    if not blocks:
        held = sorted({line.says.removeprefix("BEGIN:") for line in lines if line.says.startswith("BEGIN:V")})
        return _refused(path, Rule.CALENDAR_HOLDS_NO_EVENT, found=", ".join(held[:8]))
    if len(blocks) > MOST_EVENTS:
        return _refused(path, Rule.CALENDAR_TOO_MANY_EVENTS, number=len(blocks), limit=MOST_EVENTS)
    found = [_event(path, block, zones, is_whole) for block, is_whole in blocks]
    events = tuple(one for one in found if isinstance(one, CalendarEvent))
    return CalendarFile(_name(lines), events, tuple(one for one in found if isinstance(one, Problem)))


def _refused(path: str, rule: Rule, **values: object) -> CalendarFile:
    return CalendarFile("", (), (Problem(Where(path), rule, values),))


def _lines(text: str) -> Iterator[Line]:
    """The lines, those that begin with a blank joined to the one before."""
    joined: list[str] = []
    begun = 1
    for number, line in enumerate(_LINE_END.split(text.replace("\0", "")), 1):
        if line[:1] in {" ", "\t"} and joined:
            joined.append(line[1:])
            continue
        if joined:
            yield Line(begun, "".join(joined))
        joined, begun = [line], number
    if joined:
        yield Line(begun, "".join(joined))


def _blocks(lines: Iterable[Line], kind: str) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each component of a kind, and whether it has its end."""
    block: list[Line] = []
    for line in lines:
        is_begin = line.says == f"BEGIN:{kind}"
        if block and (is_begin or line.says == "END:VCALENDAR"):
            yield block, False
            block = []
        if block or is_begin:
            block.append(line)
        if block and line.says == f"END:{kind}":
            yield block, True
            block = []
    if block:
        yield block, False


def _event(path: str, block: list[Line], zones: Mapping[str, list[Line]], is_whole: bool) -> CalendarEvent | Problem:
    where = Where(path, block[0].number)
    if not is_whole:
        return Problem(where, Rule.EVENT_UNCLOSED)
    own = list(_without_parts(block))
    named = {zone for line in own for zone in _TZID.findall(line.text)}
    zone_lines = [line for name in sorted(named) for line in zones.get(name, ())]
    for lines in ((*zone_lines, *own), own):
        event = _parsed(lines)
        if event is not None:
            return CalendarEvent(block[0].number, event)
    return Problem(where, Rule.EVENT_BROKEN)


def _without_parts(block: list[Line]) -> Iterator[Line]:
    """An event without the alarms and other components within it."""
    depth = 0
    for line in block:
        depth += line.says.startswith("BEGIN:")
        if depth == 1:
            yield line
        depth -= line.says.startswith("END:")


def _parsed(lines: Iterable[Line]) -> Event | None:
    text = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *(line.text for line in lines), "END:VCALENDAR", ""))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a zone that is guessed by its name is as good as it gets
        try:
            events = Calendar.from_ical(text).events
        except _BROKEN:
            return None
    return events[0] if events else None


def _zone_of(block: Iterable[Line]) -> str:
    return next((line.text.partition(":")[2].strip() for line in block if line.says.startswith("TZID")), "")


def _name(lines: Iterable[Line]) -> str:
    """What the calendar calls itself."""
    names = (line.text.partition(":")[2] for line in lines if line.says.startswith(("X-WR-CALNAME", "NAME:", "NAME;")))
    return next((name.replace("\\,", ",").replace("\\;", ";").strip() for name in names if name.strip()), "")[:200]
