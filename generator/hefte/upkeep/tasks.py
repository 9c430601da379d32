"""The list as tasks for a calendar (VTODO, RFC 5545): a day for each, and an id that stays from week to week."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Todo

from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.upkeep.calls import Call, Caller
from hefte.upkeep.due import Due, State
from hefte.upkeep.sheet import caller_title, reached, stamp_hint
from hefte.upkeep.tasklist import edit_address
from hefte.upkeep.today import facts_today, first_missing, stands, why

_FRIDAY = 4
_URGENT, _LIKE_OTHERS, _SOON = 1, 5, 9
"""RFC 5545, 3.8.1.9: 1 is the highest priority and 9 the lowest."""


def tasks(calls: Iterable[Call], catalogue: Catalogue, words: Words, a_week: int) -> bytes:
    """One task per entry; what was never checked is due so many a week, on Fridays, the worst first."""
    calendar = Calendar()
    calendar.add("prodid", "-//Hefte//Hefte//NO")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words.say("due.calendar"))
    never = 0
    for call in calls:
        for due in call.dues:
            day = due.day or friday(catalogue.today, never // a_week)
            never += due.state is State.NEVER
            calendar.add_component(_task(due, day, call.caller, catalogue, words))
    return bytes(calendar.to_ical())


def friday(today: date, weeks: int) -> date:
    """The Friday of this week, or of the next where that is past, and so many weeks on."""
    return today + timedelta(days=(_FRIDAY - today.weekday()) % 7 + 7 * weeks)


def _task(due: Due, day: date, caller: Caller, catalogue: Catalogue, words: Words) -> Todo:
    entry, host = due.entry, urlsplit(catalogue.settings.address or "").hostname or "hefte"
    task = Todo()
    task.add("uid", f"kontroll-{entry.folder}-{entry.id}@{host}")
    task.add("dtstamp", datetime.combine(catalogue.today, time(), tzinfo=UTC))
    task.add("due", day)
    title = entry.title.said(words.language).text
    whom = caller_title(caller, words) if caller.is_there else ""
    task.add("summary", words.say("due.task", title=title) + (f" ({whom})" if whom and whom != title else ""))
    task.add("description", "\n".join(filter(None, _about(due, caller, catalogue, words))))
    task.add("priority", _priority(due))
    task.add("status", "NEEDS-ACTION")
    if address := edit_address(entry, catalogue):
        task.add("url", address)
    return task


def _priority(due: Due) -> int:
    if due.state is State.SOON:
        return _SOON
    return _URGENT if due.reasons else _LIKE_OTHERS


def _about(due: Due, caller: Caller, catalogue: Catalogue, words: Words) -> Iterator[str]:
    yield reached(caller, words) if caller.is_there else caller.link
    yield " ".join(filter(None, (stands(due, words), why(due, words))))
    yield from (f"{line.label}: {line.text}" for line in facts_today(due.entry, catalogue, words))
    yield first_missing(due.entry, catalogue, words)
    yield stamp_hint((due,), catalogue, words)
