"""What goes by its own rule on days when whoever arranges it, or the house it is in, has said that it is closed."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from hefte.catalogue import Catalogue
from hefte.instances import State
from hefte.language import Words
from hefte.model import Entry, Event
from hefte.model.times import DaySpan
from hefte.occurrences import days_in, timetable
from hefte.programme import Series
from hefte.telling.facts import said
from hefte.telling.when import schedule_of


def closed_days(one: Series, catalogue: Catalogue, within: DaySpan) -> Mapping[date, Entry]:
    """The days of a series on which its organiser, else its venue, states in its hours that it is closed.

    Nothing of an event, of a meeting of a plan or of what is moved: those days somebody has chosen.
    """
    if isinstance(one.entry, Event) or one.meeting or one.state is not State.PLANNED:
        return {}
    owners = (catalogue.venue(one.entry), catalogue.organiser(one.entry))
    shut = {day: owner for owner in owners if owner for day in _shut(owner, within)}
    return {day: shut[day] for day in one.days_in(within) if day in shut} if shut else {}


def tell_closed(one: Series, day: date, catalogue: Catalogue, words: Words) -> str:
    """What is said on a day of a series by whoever has closed then, or nothing."""
    owner = closed_days(one, catalogue, DaySpan(day, day)).get(day)
    return tell_shut(owner, words) if owner else ""


def tell_shut(owner: Entry, words: Words) -> str:
    """«Eksempelvik frivilligsentral har stengt»."""
    return words.say("calendar.closed", name=said(owner.short_title or owner.title, words))


def _shut(owner: Entry, within: DaySpan) -> frozenset[date]:
    """The days that its opening hours leave out by name, and that none of their rows opens again."""
    off = frozenset(day for day in _left_out(owner) if within.first <= day <= within.last)
    return off - set(timetable(schedule_of(owner), within).days) if off else off


@lru_cache(maxsize=4096)
def _left_out(owner: Entry) -> frozenset[date]:
    """The days that any row of its hours leaves out; asked for every row of every month."""
    return frozenset(day for row in schedule_of(owner) for span in row.except_days for day in days_in(span))
