"""«Dette skjer fast»: what goes on again and again, by the day of the week and the hour."""

from collections.abc import Iterable, Iterator
from datetime import time

from hefte import norwegian
from hefte.booklet.press import Press, label_of
from hefte.booklet.volume import Group, Pointer, Register
from hefte.model import Activity, Entry
from hefte.model import Group as OfPeople
from hefte.model.choices import Follows
from hefte.model.parts import Occasion
from hefte.model.times import WEEK, Weekday, single_days
from hefte.telling.promised import is_promised, is_to_come, tell_age, tell_row_time_of_year
from hefte.telling.sources import is_unsure
from hefte.telling.themes import is_surely_free
from hefte.telling.when import capital, schedule_of, stated_as, tell_hours, tell_occasion

_UNTOLD = {
    "hours": None,
    "first": None,
    "last": None,
    "except_days": (),
    "extra_days": (),
    "note": None,
    "follows": None,
}
"""What a list of hours leaves to the entry's own page, to which it leads."""

_Row = tuple[time, tuple[str, str], Pointer]


def by_weekday(entries: Iterable[Entry], press: Press) -> Register:
    """Activities and groups under each day they have; what is over, paused or not sure of its hours is left out."""
    found: dict[Weekday, list[_Row]] = {day: [] for day in WEEK}
    for entry in entries:
        for day, row in _rows(entry, press):
            found[day].append(row)
    say = press.words.say
    return Register(
        tuple(
            Group(capital(say(f"choice.Weekday.{day.value}")), tuple(pointer for *_, pointer in sorted(rows)))
            for day, rows in found.items()
            if rows
        )
    )


def _rows(entry: Entry, press: Press) -> Iterator[tuple[Weekday, _Row]]:
    if not isinstance(entry, Activity | OfPeople) or not is_promised(entry, press.catalogue.today):
        return
    if is_unsure(entry, stated_as(entry)):
        return
    title = entry.title.said(press.language).text
    for row in schedule_of(entry):
        if not is_to_come(row, press.catalogue.today):
            continue
        for day in _days(row):
            told = " ".join(filter(None, (title, _in_brackets(entry, row, day, press))))
            hours = tell_hours(row.hours, press.words) if row.hours else None
            pointer = Pointer(told, label_of(entry), hours, free=is_surely_free(entry))
            start = row.hours.start if row.hours else time.min
            yield day, (start, norwegian.sort_key(title), pointer)


def _days(row: Occasion) -> Iterator[Weekday]:
    if row.always or row.follows is Follows.OPENING_HOURS:
        return
    stated = row.days or ((row.every.day,) if row.every and row.every.day else ())
    yield from single_days(stated)


def _in_brackets(entry: Entry, row: Occasion, day: Weekday, press: Press) -> str | None:
    """«(annenhver tirsdag, april–oktober)»: what is not every week of the year, and how old it is."""
    today, words = press.catalogue.today, press.words
    months = tell_row_time_of_year(row, entry, today, words)
    told = ", ".join(filter(None, (_how_often(row, day, press), months, tell_age(entry, today, words))))
    return f"({told})" if told else None


def _how_often(row: Occasion, day: Weekday, press: Press) -> str | None:
    """«første tirsdag i måneden», where it is not every week."""
    every = row.every
    if every is None or (every.unit == "week" and every.interval == 1 and not every.parity and every.nth is None):
        return None
    return tell_occasion(row.model_copy(update=dict(_UNTOLD) | {"days": (day,)}), press.words)
