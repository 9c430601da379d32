"""Freshness: who made sure that an entry is right, when, and when it is to be done again."""

from calendar import monthrange
from datetime import date

from hefte import norwegian
from hefte.language import Words
from hefte.model import Entry, Event, Group, Settings
from hefte.model.parts import Checked
from hefte.telling.facts import said

MONTHS = 12
MONTHS_OF_EVENTS_AND_GROUPS = 6


def checked(entry: Entry, words: Words) -> str:
    """Who checked the entry and when, or that nobody has."""
    if entry.checked is None:
        return words.say("fact.not_checked")
    on = norwegian.day(entry.checked.day, words.language)
    by = said(entry.checked.by, words)
    return words.say("fact.checked_by", day=on, by=by) if by else words.say("fact.checked_on", day=on)


def last_checked(entry: Entry, words: Words, today: date) -> str:
    """The same for somebody who may be about to leave home: what is overdue says since when, and to call first.

    How long a check holds differs from entry to entry, so that the mark looks random without its date.
    """
    if entry.checked is None or not is_overdue(entry, today):
        return checked(entry, words)
    due = next_check(entry, entry.checked)
    values = {
        "day": norwegian.day(entry.checked.day, words.language),
        "due": norwegian.day(due, words.language, year=due.year != today.year),
    }
    by = said(entry.checked.by, words)
    return words.say("fact.overdue_by", by=by, **values) if by else words.say("fact.overdue_on", **values)


def is_overdue(entry: Entry, today: date) -> bool:
    """Whether the next check should have been done; an entry that nobody has checked is told as such."""
    return entry.checked is not None and next_check(entry, entry.checked) < today


def next_check(entry: Entry, done: Checked) -> date:
    """The day an entry is due: its own, or half a year for events and groups and a year for the rest."""
    return done.next or later(done.day, months_between_checks(type(entry)))


def months_between_checks(kind: type[Entry]) -> int:
    """How long a check holds where nobody has said when to check again."""
    return MONTHS_OF_EVENTS_AND_GROUPS if issubclass(kind, Event | Group) else MONTHS


def limit_of_booklets(settings: Settings, today: date) -> date | None:
    """The day from which on a check counts in booklets, by `skjul_etter_måneder`; None where every one does."""
    return later(today, -settings.overdue_months) if settings.overdue_months else None


def is_left_out(entry: Entry, limit: date | None, today: date) -> bool:
    """Whether an entry is overdue and was last checked so long ago that no booklet prints it any more."""
    return limit is not None and entry.checked is not None and entry.checked.day < limit and is_overdue(entry, today)


def later(day: date, months: int) -> date:
    """So many months on, or back; a day that the month does not have becomes its last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
