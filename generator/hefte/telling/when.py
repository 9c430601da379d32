"""Tell `når` and opening hours in plain words: «Annenhver tirsdag kl. 18–19.30»."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import cache

from hefte import norwegian
from hefte.language import Words
from hefte.model import Entry
from hefte.model.choices import Follows
from hefte.model.offers import Event
from hefte.model.parts import Occasion
from hefte.model.times import WEEK, ClockSpan, DaySpan, Every, Weekday
from hefte.occurrences import clock_of
from hefte.public_holidays import days_to_ask

MIDNIGHT = time(0, 0)
"""The start of a day whose hour nobody has stated."""


def tell_when(rows: Sequence[Occasion], words: Words) -> tuple[str, ...]:
    """One sentence without a full stop for each row of a schedule."""
    return tuple(capital(tell_occasion(row, words)) for row in rows)


def tell_with_limits(rows: Sequence[Occasion], words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A schedule as its days and hours, one line a row, and apart from them its dates and remarks."""
    days = tuple(capital(_days_and_hours(row, words)) for row in rows)
    limits = tuple(capital(", ".join(part for part in _dates(row, words) if part)) for row in rows)
    notes = tuple(_note(row, words) for row in rows)
    return tuple(filter(None, days)), tuple(filter(None, (*limits, *notes)))


def one_after_another(parts: Iterable[str], between: str) -> str:
    """Join what is told of one thing: what begins with a capital follows a full stop, all else `between`."""
    told = ""
    for part in filter(None, parts):
        sentence = part[:1].isupper() or told.endswith(".")
        told = f"{told.removesuffix('.')}{'. ' if sentence else between}{part}" if told else part
    return told


def capital(text: str) -> str:
    """The text with its first letter large, the rest as it was."""
    return text[:1].upper() + text[1:]


def tell_occasion(row: Occasion, words: Words) -> str:
    """Tell one row: days, hours, how often, between which dates, and when not."""
    told = (_days_and_hours(row, words), *_dates(row, words), _note(row, words))
    return ", ".join(part for part in told if part)


def _days_and_hours(row: Occasion, words: Words) -> str:
    if row.always:
        return words.say("tell.always")
    parts = [_days(row, words), tell_hours(row.hours, words) if row.hours else ""]
    if row.follows is Follows.OPENING_HOURS:
        parts.append(words.say("tell.in_opening_hours"))
    told = " ".join(part for part in parts if part)
    school = words.say("tell.follows_school") if row.follows is Follows.SCHOOL_YEAR else ""
    return ", ".join(part for part in (told, school) if part)


def _note(row: Occasion, words: Words) -> str:
    return row.note.said(words.language).text.rstrip(".") if row.note else ""


def _days(row: Occasion, words: Words) -> str:
    names = [words.say(f"choice.Weekday.{day.value}") for day in row.days]
    listed = norwegian.joined(names, words.say("tell.and"))
    if row.every is None:
        return _run_of_days(row.days, words) or listed
    if row.every.unit == "year" and row.first and not listed:
        listed = norwegian.day(row.first, words.language, year=False)
    return _repeated(row.every, listed, words)


def _run_of_days(days: Sequence[Weekday], words: Words) -> str:
    """Say «tirsdag–fredag» for three or more days on end."""
    at = [WEEK.index(day) for day in days if day in WEEK]
    if len(at) < 3 or len(at) < len(days) or at != list(range(at[0], at[0] + len(at))):
        return ""
    first, last = (words.say(f"choice.Weekday.{WEEK[index].value}") for index in (at[0], at[-1]))
    return f"{first}–{last}"


def _repeated(every: Every, listed: str, words: Words) -> str:
    day = words.say(f"choice.Weekday.{every.day.value}") if every.day else listed
    if every.nth is not None:
        return words.say(f"tell.nth.{'last' if every.nth < 0 else every.nth}", day=day)
    if every.parity:
        return words.say(f"tell.{every.parity}_weeks", day=day).strip()
    if every.unit == "week" and every.interval > 1:
        return words.say(f"tell.every_{every.interval}_weeks", day=day).strip()
    return words.say(f"tell.every_{every.unit}", day=day).strip()


def tell_hours(span: ClockSpan, words: Words) -> str:
    """Tell «kl. 16–17.30»; from midnight to midnight is the whole day."""
    if span.start == span.end == MIDNIGHT:
        return words.say("tell.all_day")
    return norwegian.clock_span(span.start, span.end, words.language)


def tell_listed_hours(start: int | None, end: int | None, words: Words) -> str:
    """Minutes after midnight as a row of a list has them: «16–17.30»; empty where nobody has said an hour."""
    told = tell_hours(clock_of(start, end), words) if start is not None else ""
    return told.removeprefix("kl.").strip("\xa0 ")


def tell_holiday(on: date, words: Words) -> str:
    """«Første juledag», «Julaften»; empty on a day on which nobody has to ask first."""
    code = days_to_ask(DaySpan(on, on)).get(on)
    return capital(words.say(f"holiday.{code}")) if code else ""


def _dates(row: Occasion, words: Words) -> tuple[str, ...]:
    return (
        tell_between(row.first, row.last, words),
        words.say("tell.not_on", days=_day_list(row.except_days, words)) if row.except_days else "",
        words.say("tell.also_on", days=_plain_days(row.extra_days, words)) if row.extra_days else "",
    )


def tell_between(first: date | None, last: date | None, words: Words, *, year: bool = True) -> str:
    """Tell «fra 26. januar til 2. februar 2027», «til 11. august 2023», or nothing where neither day is stated."""
    if first and last:
        start = norwegian.day(first, words.language, year=year and first.year != last.year)
        return words.say("tell.from_to", first=start, last=norwegian.day(last, words.language, year=year))
    days = (("first", first), ("last", last))
    said = {name: norwegian.day(on, words.language, year=year) for name, on in days if on}
    return words.say(f"tell.only_{next(iter(said))}", **said) if said else ""


def _day_list(spans: Sequence[DaySpan], words: Words) -> str:
    return norwegian.joined([tell_days(span, words.language) for span in spans], words.say("tell.and"))


def _plain_days(days: Sequence[date], words: Words) -> str:
    said = [norwegian.day(day, words.language) for day in days]
    return norwegian.joined(said, words.say("tell.and"))


def tell_days(span: DaySpan, language: str) -> str:
    """Tell one day, or «5. oktober – 9. oktober 2026»."""
    last = norwegian.day(span.last, language)
    same_year = span.first.year == span.last.year
    return last if span.first == span.last else f"{norwegian.day(span.first, language, year=not same_year)} – {last}"


def tell_months(first: date | None, last: date | None, words: Words, *, year: bool = True) -> str:
    """Tell «april–oktober 2027», «november 2026 – mars 2027», «fra januar», or nothing where neither is stated."""
    both = [on for on in (first, last) if on]
    said = [norwegian.month(on, words.language) + (f" {on.year}" if year else "") for on in both]
    if first is None or last is None:
        return words.say("tell.only_first" if first else "tell.only_last", first=said[0], last=said[0]) if said else ""
    if said[0] == said[1]:
        return said[0]
    if first.year == last.year or not year:
        return f"{norwegian.month(first, words.language)}–{said[1]}"
    return " – ".join(said)


def tell_weekday(on: date, language: str, *, year: bool = False) -> str:
    """Tell «lørdag 5. desember», with the year where it is asked for."""
    return f"{norwegian.weekday(on, language)} {norwegian.day(on, language, year=year)}"


def tell_period(written: str, words: Words) -> str:
    """«2027-vår» as «vår 2027»; what is written otherwise stands as it is."""
    year, _, half = written.partition("-")
    return f"{words.say(f'booklet.half.{half}')} {year}" if words.has(f"booklet.half.{half}") else written


def tell_moment(start: datetime, end: datetime | None, words: Words) -> str:
    """Tell «Lørdag 5. desember 2026 kl. 18–20»; a start at midnight is a day without an hour."""
    on = tell_weekday(start, words.language, year=True)
    if end is not None and end.date() != start.date():
        ends = tell_weekday(end, words.language, year=True)
        return capital(f"{_with_hour(on, start, words)} – {_with_hour(ends, end, words)}")
    if start.time() == MIDNIGHT:
        return capital(on)
    span = norwegian.clock_span(start.time(), end.time() if end else None, words.language)
    return capital(f"{on} {span}")


def _with_hour(day: str, at: datetime, words: Words) -> str:
    """A day with its hour; midnight is an hour that nobody has stated."""
    return day if at.time() == MIDNIGHT else f"{day} {norwegian.clock_span(at.time(), None, words.language)}"


def tell_event(event: Event, words: Words) -> tuple[str, ...]:
    """When an event is, from `start` or from `når`."""
    if event.start is not None:
        return (tell_moment(event.current_start or event.start, event.current_end, words),)
    return tell_when(event.when or (), words)


_SCHEDULES = {"when": "når", "meets": "møtes", "opening_hours": "åpningstider"}
"""The fields that hold one, the first that is known counts; with their keys in the file."""


def schedule_of(entry: Entry) -> tuple[Occasion, ...]:
    """The rows that say when an activity or a group meets, or a place is open."""
    for name in _schedules(type(entry)):
        rows: tuple[Occasion, ...] | None = getattr(entry, name)
        if rows:
            return rows
    return ()


@cache
def _schedules(kind: type[Entry]) -> tuple[str, ...]:
    return tuple(name for name in _SCHEDULES if name in kind.model_fields)


def stated_as(entry: Entry) -> str:
    """The key in the file that says when it is."""
    if isinstance(entry, Event):
        return "start" if entry.start is not None else "når"
    return next((_SCHEDULES[name] for name in _schedules(type(entry)) if getattr(entry, name)), "når")


def stated_rows(entry: Entry) -> tuple[Occasion, ...]:
    """The rows that tell when something is; of an event with a `start` there are none."""
    return () if isinstance(entry, Event) and entry.start is not None else schedule_of(entry)


def when_told(entry: Entry, words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """When something is, as its days and hours and, apart from them, its dates and remarks."""
    if isinstance(entry, Event) and entry.start is not None:
        return tell_event(entry, words), ()
    return tell_with_limits(stated_rows(entry), words)
