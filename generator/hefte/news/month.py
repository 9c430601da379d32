"""What is on in the month of a letter, day by day; what goes on week after week is no news, and is left out."""

from collections.abc import Container, Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby, islice
from typing import NamedTuple

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.instances import State
from hefte.model import Event
from hefte.model.times import DaySpan
from hefte.news.letter import Cluster
from hefte.news.lines import Desk, time_of, title_of
from hefte.programme import Series, programme
from hefte.telling.newsworthy import is_newsworthy
from hefte.telling.when import capital, tell_holiday, tell_weekday

A_WEEK = timedelta(days=7)

Shown = tuple[date, Series]
"""One time: its day, and the series that it is of."""


class Days(NamedTuple):
    """The days of a letter, and how many times there was no room for."""

    clusters: tuple[Cluster, ...]
    out: int


def series_of(catalogue: Catalogue, ahead: DaySpan) -> tuple[Series, ...]:
    """What is on in some days to come, and a week beside them, in the order of the catalogue."""
    first = max(ahead.first - A_WEEK, catalogue.today - timedelta(days=1))
    on = programme(catalogue, DaySpan(first, ahead.last + A_WEEK))
    return tuple(one for entry in catalogue.shown for one in on.series(entry) if one.days)


def near(series: Iterable[Series], ahead: DaySpan) -> Iterator[Series]:
    """What is on in some days to come, and a week beside them, out of what is known of more days."""
    span = DaySpan(ahead.first - A_WEEK, ahead.last + A_WEEK)
    for one in series:
        days = one.days_in(span)
        if days:
            yield one._replace(days=days)


def days_of(ahead: DaySpan, desk: Desk, most: int) -> Days:
    """Each day on which something special is on, with what is called off or moved away from it."""
    special = [one for one in _special(desk.series(ahead), desk) if ahead.first <= one[0] <= ahead.last]
    told = islice(_in_order(special, desk, most), most)
    days = groupby(told, key=lambda shown: shown[0])
    clusters = tuple(_cluster(day, together, desk) for day, together in days)
    return Days(clusters, max(0, len(special) - most))


def _cluster(day: date, together: Iterable[Shown], desk: Desk) -> Cluster:
    items = tuple(time_of(day, series, desk) for _, series in together)
    return Cluster(capital(tell_weekday(day, desk.language)), items, tell_holiday(day, desk.words))


def _in_order(special: list[Shown], desk: Desk, most: int) -> list[Shown]:
    """By day and hour, then by the alphabet; what there is no room for in any case is not asked for its name."""
    by_hour = sorted(special, key=_hour)
    last = _hour(by_hour[most - 1]) if len(by_hour) > most else None
    near = (one for one in by_hour if last is None or _hour(one) <= last)
    return sorted(near, key=lambda shown: (*_hour(shown), norwegian.sort_key(title_of(shown[1].entry, desk).text)))


def _hour(shown: Shown) -> tuple[date, int]:
    return shown[0], shown[1].start or 0


def _special(series: Iterable[Series], desk: Desk) -> Iterator[Shown]:
    for entry, together in groupby(series, key=lambda one: one.entry):
        if is_newsworthy(entry, desk.catalogue.today):
            yield from _of_entry(tuple(together), is_event=isinstance(entry, Event))


def _of_entry(series: tuple[Series, ...], *, is_event: bool) -> Iterator[Shown]:
    planned = {(day, one.start) for one in series if one.state is not State.MOVED_HERE for day in one.days}
    for one in series:
        for day in one.days:
            if is_event or (one.start is not None and not _is_weekly(day, one, planned)):
                yield day, one


def _is_weekly(day: date, one: Series, planned: Container[tuple[date, int | None]]) -> bool:
    """Whether the same is planned a week before or after; what is moved here stands for itself."""
    near = ((day + week, one.start) for week in (-A_WEEK, A_WEEK))
    return one.state is not State.MOVED_HERE and any(at in planned for at in near)
