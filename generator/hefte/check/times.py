"""Times: an hour that is told exists on that day."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from hefte.catalogue import Catalogue
from hefte.model import Event
from hefte.problem import Problem, Rule

_CLOCK_CHANGES = (3, 10)
"""The months in whose last Sunday night clocks are changed."""


def hours_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """In the night when clocks are changed, an hour is left out or comes twice."""
    for event in catalogue.documents:
        if isinstance(event, Event):
            for key, moment in (("start", event.start), ("slutt", event.end)):
                if moment is not None and _is_odd(moment):
                    yield Problem(event.where(key), Rule.CLOCK_CHANGES, {"value": f"{moment:%Y-%m-%d %H:%M}"})


def _is_odd(moment: datetime) -> bool:
    """Between 02 and 03 on the last Sunday of March or October, by directive 2000/84/EC."""
    is_last_sunday = moment.isoweekday() == 7 and (moment + timedelta(days=7)).month != moment.month
    return moment.month in _CLOCK_CHANGES and is_last_sunday and moment.hour == 2
