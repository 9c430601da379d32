"""What a list that promises something, as «Helt gratis», leaves out, and how it and a card tell how long hours hold."""

from collections.abc import Sequence
from datetime import date

from hefte import norwegian
from hefte.language import Words
from hefte.model import Entry
from hefte.model.choices import Season, Status
from hefte.model.parts import Occasion
from hefte.occurrences import is_cancelled, is_days_alone, is_past, limits_of
from hefte.telling.age import tell_years
from hefte.telling.freshness import later
from hefte.telling.values import begun_small, tell_choices
from hefte.telling.when import stated_rows, tell_between, tell_months

_FEW_DAYS = 2
"""So many days without a rule are told one by one."""


def is_promised(entry: Entry, today: date) -> bool:
    """Whether it may be put forward: not paused or called off, and not over as far as its rows say."""
    if entry.status is Status.PAUSED or is_cancelled(entry):
        return False
    rows = stated_rows(entry)
    return not rows or any(is_to_come(row, today) for row in rows)


def is_to_come(row: Occasion, today: date) -> bool:
    """Whether a row of a schedule still has days, as far as anybody has said."""
    return not is_past(row, today)


def rows_now(entry: Entry, today: date) -> Sequence[Occasion]:
    """The rows that hold: first what has begun, then what is to come; where all are over, the latest first."""
    rows = [row for row in stated_rows(entry) if is_to_come(row, today)]
    if rows:
        return sorted(rows, key=lambda row: (limits_of(row)[0] or today) > today)
    return sorted(stated_rows(entry), key=lambda row: limits_of(row)[1] or date.min, reverse=True)


def tell_time_of_year(entry: Entry, today: date, words: Words) -> str:
    """«april–oktober» by the dates of its hours, else «vår og sommer» by its season, or nothing."""
    rows = rows_now(entry, today)
    told = dict.fromkeys(tell_row_time_of_year(row, entry, today, words) for row in rows) or {
        _season(entry, words): None
    }
    return ", ".join(filter(None, told))


def tell_row_time_of_year(row: Occasion, entry: Entry, today: date, words: Words) -> str:
    """The same of one row: «til mai» of what goes on already, no year within one, and the end of what is over."""
    first, last = limits_of(row)
    if last is not None and last < today:
        return _tell_past(first, last, today, words)
    if told := _tell_single_days(row, today, words):
        return told
    begins = first if first and first > today else None
    year = not today <= (last or first or today) < later(today, 12)
    tell = tell_between if _are_days_needed(begins, last, today) else tell_months
    return tell(begins, last, words, year=year) or _season(entry, words)


def _tell_single_days(row: Occasion, today: date, words: Words) -> str:
    """«5. desember og 19. desember» of a row without a rule; nothing where there are more days than that."""
    days = [day for day in sorted(row.extra_days) if day >= today] if is_days_alone(row) else []
    told = [norwegian.day(day, words.language, year=day >= later(today, 12)) for day in days]
    return norwegian.joined(told, words.say("tell.and")) if len(told) <= _FEW_DAYS else ""


def _tell_past(first: date | None, last: date, today: date, words: Words) -> str:
    """«juni–august 2026» of the months of one year that are over, else «til 11. august 2023»."""
    is_a_season = first is not None and first.year == last.year and not _is_same_month(last, today)
    return tell_months(first, last, words) if is_a_season else tell_between(None, last, words)


def _are_days_needed(first: date | None, last: date | None, today: date) -> bool:
    """Whether months would say too little: it begins or ends in this one, or is over within one."""
    is_short = first is not None and last is not None and last < later(first, 1)
    return is_short or any(on is not None and _is_same_month(on, today) for on in (first, last))


def _is_same_month(day: date, other: date) -> bool:
    return (day.year, day.month) == (other.year, other.month)


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
