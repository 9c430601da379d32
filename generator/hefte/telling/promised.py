"""What a list that promises something, as «Helt gratis» and «Dette skjer fast», leaves out and says beside a title."""

from datetime import date

from hefte.language import Words
from hefte.model import Activity, Entry, Group
from hefte.model.choices import Season, Status
from hefte.model.parts import Occasion
from hefte.occurrences import is_cancelled
from hefte.telling.age import tell_years
from hefte.telling.freshness import later
from hefte.telling.values import begun_small, tell_choices
from hefte.telling.when import schedule_of, tell_months


def is_promised(entry: Entry, today: date) -> bool:
    """Whether it may be put forward: not paused, called off or over; a place opens again, and tells its months."""
    if entry.status is Status.PAUSED or is_cancelled(entry):
        return False
    rows = schedule_of(entry) if isinstance(entry, Activity | Group) else ()
    return not rows or any(is_to_come(row, today) for row in rows)


def is_to_come(row: Occasion, today: date) -> bool:
    """Whether a row of a schedule still has days, as far as anybody has said."""
    return row.last is None or row.last >= today or any(day >= today for day in row.extra_days)


def tell_time_of_year(entry: Entry, today: date, words: Words) -> str:
    """«april–oktober» by the dates of its hours, else «vår og sommer» by its season, or nothing."""
    rows = [row for row in schedule_of(entry) if is_to_come(row, today)] or list(schedule_of(entry))
    told = dict.fromkeys(tell_row_time_of_year(row, entry, today, words) for row in rows) or {
        _season(entry, words): None
    }
    return ", ".join(filter(None, told))


def tell_row_time_of_year(row: Occasion, entry: Entry, today: date, words: Words) -> str:
    """The same of one row: «til mai» of what goes on already, and no year of what is over within one."""
    is_over = row.last is not None and row.last < today
    first = row.first if row.first and (row.first > today or is_over) else None
    ends = row.last or row.first or today
    year = not today <= ends < later(today, 12)
    return tell_months(first, row.last, words, year=year) or _season(entry, words)


def _season(entry: Entry, words: Words) -> str:
    if not entry.season or Season.ALL_YEAR in entry.season:
        return ""
    return begun_small(tell_choices(entry.season, words))


def tell_age(entry: Entry, today: date, words: Words) -> str:
    """«fra 2023 – spør først», or nothing."""
    years = tell_years(entry, today, words)
    return words.say("fact.dated_short", years=years) if years else ""


def reservation(entry: Entry, today: date, words: Words) -> str:
    """Its age, else that nobody has checked it: what the few words of a card must not hide."""
    return tell_age(entry, today, words) or ("" if entry.checked else words.say("fact.not_checked"))
