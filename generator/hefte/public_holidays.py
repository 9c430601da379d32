"""The public holidays of Norway, and the eves: much is closed then, and nobody has said that this is not."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from dateutil.easter import easter

from hefte.model.times import DaySpan

_FIXED = MappingProxyType(
    {
        (1, 1): "forste-nyttarsdag",
        (5, 1): "arbeidernes-dag",
        (5, 17): "grunnlovsdag",
        (12, 25): "forste-juledag",
        (12, 26): "andre-juledag",
    }
)
"""By month and day."""

_AROUND_EASTER = MappingProxyType(
    {
        -3: "skjaertorsdag",
        -2: "langfredag",
        0: "forste-paskedag",
        1: "andre-paskedag",
        39: "kristi-himmelfartsdag",
        49: "forste-pinsedag",
        50: "andre-pinsedag",
    }
)
"""By days after Easter Day."""


_EVES = MappingProxyType({(12, 24): "julaften", (12, 31): "nyttarsaften"})
"""No public holidays, and no day off by law; but most has closed by noon."""


@lru_cache(maxsize=64)
def _of_year(year: int) -> Mapping[date, str]:
    """The holidays of a year with their codes, in order; worked out once, for every entry asks."""
    first = easter(year)
    moving = {first + timedelta(days): code for days, code in _AROUND_EASTER.items()}
    fixed = {date(year, month, day): code for (month, day), code in _FIXED.items()}
    return dict(sorted((moving | fixed).items()))


@lru_cache(maxsize=64)
def _with_eves(year: int) -> Mapping[date, str]:
    eves = {date(year, *on): code for on, code in _EVES.items()}
    return dict(sorted({**eves, **_of_year(year)}.items()))


def public_holidays(within: DaySpan) -> Mapping[date, str]:
    """Each public holiday of the span, both ends included, with its code: «forste-juledag».

    Two on one day, as 17 May and Whit Monday in 2027, are told as the one with a date of its own. The words of a
    code are `holiday.<code>`. Source: lov 1947-04-26-1 and lov 1995-02-24-12; a test compares with the library
    `holidays`, whose import costs more than a small rebuild has to give.
    """
    return dict(_named(within, _of_year))


def days_to_ask(within: DaySpan) -> Mapping[date, str]:
    """The days on which to ring first, with their codes in order: the public holidays, and the two eves."""
    return dict(_named(within, _with_eves))


def _named(within: DaySpan, of_year: Callable[[int], Mapping[date, str]]) -> Iterator[tuple[date, str]]:
    for year in range(within.first.year, within.last.year + 1):
        yield from ((day, code) for day, code in of_year(year).items() if within.first <= day <= within.last)
