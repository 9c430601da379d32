"""How many days a date can be: 14/10/2026 is one, 04/05/2026 two, and a weekday may say that it is none."""

import re
from collections.abc import Iterator
from datetime import date

_NUMBERS = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})")
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_WEEKDAY = re.compile(r"(man|tirs?|ons|tors?|fre|lør|søn)dag", re.IGNORECASE)
_THIS_CENTURY = 20
"""Two digits that are less are as likely a day as a year."""


def has_one_reading(written: str, meant: date) -> bool:
    """Whether a date can be read in one way only: 14/10/2026 can, 04/05/2026 and 01/02/03 cannot."""
    return not is_another_weekday(written, meant) and set(readings(written) or (meant,)) == {meant}


def is_another_weekday(written: str, meant: date) -> bool:
    """Whether the weekday that stands beside a date is not that of the date."""
    named = _WEEKDAY.search(written)
    return bool(named) and not WEEKDAYS[meant.weekday()].startswith(str(named and named[1]).lower()[:3])


def readings(written: str) -> tuple[date, ...]:
    """Every day that three numbers can be, the most usual first; none where the month has its name."""
    match = _NUMBERS.search(written)
    return tuple(dict.fromkeys(_readings(match))) if match else ()


def _readings(match: re.Match[str]) -> Iterator[date]:
    """Every day that three numbers can be: day first with points, as Norwegian is written; else in any order."""
    first, point, second, third = match.groups()
    yield from _day(third, second, first)
    if point != ".":
        yield from _day(third, first, second)
    if point != "." or len(first) == len("2026") or int(third) < _THIS_CENTURY:
        yield from _day(first, second, third)


def _day(year: str, month: str, day: str) -> Iterator[date]:
    if len(year) not in (2, 4) or len(day) > 2:
        return
    try:
        yield date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return
