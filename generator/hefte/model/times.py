"""Dates and times as people write them, and the words of `når`."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Annotated, NamedTuple

from pydantic import PlainValidator

from hefte.model.kinds import Choice, as_text, refuse, remembering, text_kind
from hefte.problem import Rule

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
_NORWEGIAN = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(?P<h>\d{1,2})(?:[.:](?P<m>\d{2}))?")
_SPAN = re.compile(r"\s*(?:[-–—]|til)\s*")
_DAY_SPAN = re.compile(r"\s*(?:–|—|\.\.|/|\s-\s|\stil\s)\s*")
_ORDINAL = re.compile(r"(?P<nth>[1-5])\.\s*(?P<day>[a-zæøå]+)")


class ClockSpan(NamedTuple):
    """A start and, where it is known, an end, local time."""

    start: time
    end: time | None


class DaySpan(NamedTuple):
    """First and last day, both included."""

    first: date
    last: date


@remembering
def day(value: object) -> date:
    """Read `2026-10-14` or `14.10.2026`."""
    text = as_text(value, Rule.NOT_A_DATE)
    match = _ISO.fullmatch(text) or _NORWEGIAN.fullmatch(text)
    if not match:
        refuse(Rule.NOT_A_DATE, value=text)
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        refuse(Rule.NO_SUCH_DATE, value=text)


def clock(value: object) -> time:
    """Read `17:30`, `17.30`, `kl. 17.30` or `17`; `24:00` is midnight at the day's end."""
    text = as_text(value, Rule.NOT_A_TIME).lower()
    match = _CLOCK.fullmatch(text)
    if not match:
        refuse(Rule.NOT_A_TIME, value=text)
    hour, minute = int(match["h"]), int(match["m"] or 0)
    if (hour, minute) == (24, 0):
        return time(0, 0)
    if hour > 23 or minute > 59:
        refuse(Rule.NOT_A_TIME, value=text)
    return time(hour, minute)


@remembering
def clock_span(value: object) -> ClockSpan:
    """Read `18:00-19:30`, or `18` alone where the end is not known."""
    text = as_text(value, Rule.NOT_A_TIME)
    start, *rest = _SPAN.split(text, maxsplit=1)
    return ClockSpan(clock(start), clock(rest[0]) if rest else None)


def moment(value: object) -> datetime:
    """Read a date and a time of day, local time in Europe/Oslo; a date alone is midnight."""
    text = as_text(value, Rule.NOT_A_MOMENT)
    match = re.fullmatch(r"(?P<day>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})[T ]*(?P<clock>.*)", text)
    if not match:
        refuse(Rule.NOT_A_MOMENT, value=text)
    at = clock(match["clock"]) if match["clock"] else time(0, 0)
    return datetime.combine(day(match["day"]), at)


@remembering
def day_span(value: object) -> DaySpan:
    """Read one date, or two with a dash, `til` or `/` between them."""
    text = as_text(value, Rule.NOT_A_DATE)
    first, *rest = _DAY_SPAN.split(text, maxsplit=1)
    if not all(_ISO.fullmatch(part) or _NORWEGIAN.fullmatch(part) for part in (first, *rest)):
        refuse(Rule.NOT_A_DATE, value=text)
    start = day(first)
    end = day(rest[0]) if rest else start
    if end < start:
        refuse(Rule.ENDS_BEFORE_START, value=text)
    return DaySpan(start, end)


@remembering
def month(value: object) -> date:
    """Read `2026-12`, or a date in the month, as its first day."""
    text = as_text(value, Rule.NOT_A_MONTH)
    match = re.fullmatch(r"(?P<y>\d{4})-(?P<m>\d{1,2})(-\d{1,2})?", text)
    if not match or not 1 <= int(match["m"]) <= 12:
        refuse(Rule.NOT_A_MONTH, value=text)
    return date(int(match["y"]), int(match["m"]), 1)


class Weekday(Choice):
    """The days as editors write them, with three words for several days at once."""

    MONDAY = "mandag"
    TUESDAY = "tirsdag"
    WEDNESDAY = "onsdag"
    THURSDAY = "torsdag"
    FRIDAY = "fredag"
    SATURDAY = "lørdag"
    SUNDAY = "søndag"
    WORKDAYS = "hverdager"
    WEEKEND = "helg"
    EVERY_DAY = "alle_dager"


WEEK = tuple(Weekday)[:7]
"""The seven days, Monday first."""

_SEVERAL = {Weekday.WORKDAYS: WEEK[:5], Weekday.WEEKEND: WEEK[5:], Weekday.EVERY_DAY: WEEK}


def single_days(days: Iterable[Weekday]) -> tuple[Weekday, ...]:
    """The days of the week that words for one or several of them mean together, each once, Monday first."""
    named = {one for day in days for one in _SEVERAL.get(day, (day,))}
    return tuple(day for day in WEEK if day in named)


class Every(NamedTuple):
    """How often: every `interval` weeks, or the `nth` day of the month (-1 is the last).

    `parity` is "even" or "odd" for even and odd ISO weeks. `day` is the weekday named inside
    the rule («1. tirsdag»); None means the row's own `dag`.
    """

    unit: str
    interval: int = 1
    parity: str | None = None
    nth: int | None = None
    day: Weekday | None = None


_WORDS = {
    "uke": Every("week"),
    "hver uke": Every("week"),
    "dag": Every("day"),
    "2. uke": Every("week", 2),
    "annenhver uke": Every("week", 2),
    "3. uke": Every("week", 3),
    "4. uke": Every("week", 4),
    "partallsuker": Every("week", 2, parity="even"),
    "oddetallsuker": Every("week", 2, parity="odd"),
    "måned": Every("month"),
    "år": Every("year"),
}


@remembering
def every(value: object) -> Every:
    """Read `uke`, `2. uke`, `partallsuker`, `måned`, `1. tirsdag` or `siste fredag`."""
    text = as_text(value, Rule.NOT_A_REPETITION).lower()
    if text in _WORDS:
        return _WORDS[text]
    named = re.sub(r"^(hver )?måned\s*\((.*)\)$", r"\2", text)
    named = re.sub(r"^(hver |den )", "", named).replace(" i måneden", "")
    nth, weekday = _nth_day(named)
    if weekday is None:
        refuse(Rule.NOT_A_REPETITION, value=text)
    return Every("month", nth=nth, day=weekday)


def _nth_day(text: str) -> tuple[int, Weekday | None]:
    match = _ORDINAL.fullmatch(text)
    nth, name = (int(match["nth"]), match["day"]) if match else (-1, text.removeprefix("siste "))
    if not match and not text.startswith("siste "):
        return 0, None
    return nth, next((weekday for weekday in WEEK if weekday.value == name), None)


_DATE = r"^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?[0-9]{4})$"
Day = Annotated[date, PlainValidator(day), text_kind("date", _DATE)]
Month = Annotated[date, PlainValidator(month), text_kind("month", r"^[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?$")]
Hours = Annotated[ClockSpan, PlainValidator(clock_span), text_kind("hours")]
Moment = Annotated[datetime, PlainValidator(moment), text_kind("moment")]
Days = Annotated[DaySpan, PlainValidator(day_span), text_kind("days")]
Recurrence = Annotated[Every, PlainValidator(every), text_kind("recurrence")]
