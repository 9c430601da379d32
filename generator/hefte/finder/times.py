"""When the reader can go: the timetable of an entry of any type, with its venue's hours and the school's holidays."""

from collections.abc import Callable

from hefte.catalogue import Catalogue
from hefte.model import Entry, Event, Group, Walk
from hefte.model.choices import Status
from hefte.occurrences import UNKNOWN, Timetable, event_timetable, school_holidays, timetable, window
from hefte.plans import meets
from hefte.telling.sources import is_unsure
from hefte.telling.when import schedule_of, stated_as

ANY_TIME = Timetable(always=True)


def timetables(catalogue: Catalogue) -> Callable[[Entry], Timetable]:
    """Tell for each entry when it happens, from yesterday on; a walk is there whenever somebody comes."""
    within = window(catalogue.today)
    holidays = school_holidays(catalogue.settings.school_years)

    def when(entry: Entry) -> Timetable:
        if entry.status is Status.PAUSED:
            return Timetable()
        if isinstance(entry, Walk):
            return ANY_TIME
        if entry.sources and is_unsure(entry, stated_as(entry)):
            return UNKNOWN
        if isinstance(entry, Event):
            return event_timetable(entry, within, holidays)
        venue = catalogue.venue(entry)
        opening = (venue.opening_hours or ()) if venue else ()
        rows = meets(entry) if isinstance(entry, Group) else schedule_of(entry)
        return timetable(rows, within, holidays, opening)

    return when
