"""Rows of a schedule as series that phones repeat by themselves: a rule, the days it leaves out, and days beside it.

Only what iOS, Google and Outlook take: no RDATE, no BYWEEKNO. Even and odd weeks are every second week, begun anew
after a year of 53 weeks.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hefte.model.parts import Occasion
from hefte.model.times import WEEK, DaySpan, Every, Weekday, single_days
from hefte.occurrences import Slot, ruled_days

_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_A_YEAR_OF_WEEKS = 53
_MONTHS_AHEAD, _LINGERS = 18, timedelta(days=31)


class Series(NamedTuple):
    """Days that one rule gives, and those between that it leaves out; without a rule each stands for itself.

    `mark` tells the series of one row apart.
    """

    days: tuple[date, ...]
    rule: str = ""
    off: tuple[date, ...] = ()
    mark: str = ""


def feed_span(today: date) -> DaySpan:
    """The days of a feed: three half-years, which change twice a year only, and never past the 18 months ahead.

    A half-year stays for a month after it is over, so that a calendar does not lose what was yesterday.
    """
    lately = today - _LINGERS
    first = date(lately.year, 1 if lately.month < 7 else 7, 1)
    months = first.month - 1 + _MONTHS_AHEAD
    return DaySpan(first, date(first.year + months // 12, months % 12 + 1, 1) - timedelta(days=1))


def turned_on(span: DaySpan) -> date:
    """The day on which feeds began to tell of these days."""
    return span.first + _LINGERS


def series_of(row: Occasion, slot: Slot, within: DaySpan) -> Iterator[Series]:
    """All days of a row's slot, those of its rule in series and every other by itself."""
    ruled = ruled_days(row, within) or ()
    on = set(slot.days)
    for piece in _pieces(ruled, row.every):
        kept = [day for day in piece if day in on]
        if kept:
            first, last = kept[0], kept[-1]
            off = (day for day in piece if first < day < last and day not in on)
            yield Series(tuple(kept), _rule(row), tuple(off), _mark(first, row.every))
    for day in sorted(on.difference(ruled)):
        yield Series((day,))


def _pieces(days: Sequence[date], every: Every | None) -> Iterable[Sequence[date]]:
    """The days cut where every second week no longer gives the even or the odd ones."""
    if every is None or every.parity is None:
        return (days,)
    pieces: dict[int, list[date]] = {}
    for day in days:
        pieces.setdefault(_since_a_long_year(day), []).append(day)
    return tuple(pieces.values())


def _since_a_long_year(day: date) -> int:
    """The first ISO year after the last one of 53 weeks that was over before the day's own."""
    year = day.isocalendar().year
    while date(year - 1, 12, 28).isocalendar().week < _A_YEAR_OF_WEEKS:
        year -= 1
    return year


def _mark(day: date, every: Every | None) -> str:
    return f"{_since_a_long_year(day)}-" if every and every.parity else ""


def _rule(row: Occasion) -> str:
    every = row.every or Every("week")
    days = _named((every.day,) if every.day else row.days)
    if every.nth is not None:
        return f"FREQ=MONTHLY;BYDAY={every.nth}{days}"
    if every.unit == "week" or days:
        interval = f"INTERVAL={every.interval};" if every.unit == "week" and every.interval > 1 else ""
        return f"FREQ=WEEKLY;{interval}WKST=MO;BYDAY={days}"
    return {"day": "FREQ=DAILY", "month": "FREQ=MONTHLY", "year": "FREQ=YEARLY"}[every.unit]


def _named(days: Iterable[Weekday]) -> str:
    return ",".join(_NAMES[WEEK.index(day)] for day in single_days(days))
