"""The public holidays of Norway: much is closed then, and nobody has said that this is not."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from holidays import country_holidays

from hefte.model.times import DaySpan
from hefte.norwegian import slug


@lru_cache(maxsize=64)
def _of_year(year: int) -> Mapping[date, str]:
    """The holidays of a year with their codes, in order; worked out once, for every entry asks."""
    named = country_holidays("NO", years=[year], language="no", expand=False)
    return {day: slug(name.split(";")[-1]) for day, name in sorted(named.items())}


def public_holidays(within: DaySpan) -> Mapping[date, str]:
    """Each public holiday of the span, both ends included, with its code: «forste-juledag».

    Two on one day, as 17 May and Whit Monday in 2027, are told as the last of them. The words of a
    code are `holiday.<code>`. Source: the library's table of lov 1947-04-26-1 and lov 1995-02-24-12.
    """
    return dict(_named(within))


def _named(within: DaySpan) -> Iterator[tuple[date, str]]:
    for year in range(within.first.year, within.last.year + 1):
        yield from ((day, code) for day, code in _of_year(year).items() if within.first <= day <= within.last)
