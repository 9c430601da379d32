"""Whether there is only one thing that somebody can have meant."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from rapidfuzz.distance import OSA

from hefte.spelling import plain

_SHORT, _LONG = 3, 7
_NUMBERS = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})")
_WEEKDAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
_WEEKDAY = re.compile(r"(man|tirs?|ons|tors?|fre|lør|søn)dag", re.IGNORECASE)
_THIS_CENTURY = 20
"""Two digits that are less are as likely a day as a year."""


def only_near(written: str, known: Iterable[str]) -> str:
    """The one known word that a slip of the finger makes of what was written; empty where there is none, or two.

    One letter wrong in a word of three to six, two in a longer one, never the first; a letter too many or too few in a
    word of three; and no other known word within one more.
    """
    word = plain(written)
    apart = sorted((OSA.distance(word, plain(other)), other) for other in known)
    if not apart or not _is_a_slip(word, plain(apart[0][1]), apart[0][0]):
        return ""
    is_alone = len(apart) == 1 or apart[1][0] > apart[0][0] + 1
    return apart[0][1] if is_alone or apart[0][0] == 0 < apart[1][0] else ""


def _is_a_slip(word: str, other: str, apart: int) -> bool:
    if apart == 0:
        return True
    slips = 0 if len(word) < _SHORT else 1 if len(word) < _LONG else 2
    is_short_swap = len(word) == _SHORT == len(other)
    return apart <= slips and word[0] == other[0] and not is_short_swap


def has_one_reading(written: str, meant: date) -> bool:
    """Whether a date can be read in one way only: 14/10/2026 can, 04/05/2026 and 01/02/03 cannot."""
    named = _WEEKDAY.search(written)
    if named and _WEEKDAYS.index(named[1].lower()[:3]) != meant.weekday():
        return False
    match = _NUMBERS.search(written)
    return match is None or set(_readings(match)) == {meant}


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
