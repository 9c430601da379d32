"""The calendar in print: what is on day by day, and a month as a sheet for the wall.

What goes on every week of the month stands once, under its weekday; the days themselves have what is special.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from hefte import norwegian
from hefte.booklet.codes import code_of
from hefte.booklet.days import Agenda, AgendaDay, Month, MonthDay, MonthWeek, Slotted
from hefte.booklet.pieces import Block
from hefte.booklet.press import COLOURS, Press, address_in
from hefte.booklet.prose import paragraph
from hefte.instances import Instance, State
from hefte.model import Entry, Event, Happening
from hefte.model.times import WEEK, DaySpan
from hefte.occurrences import clock_of
from hefte.programme import Programme, programme
from hefte.public_holidays import public_holidays
from hefte.selection import booklet_entries
from hefte.telling.values import tell_link
from hefte.telling.when import capital, tell_hours, tell_weekday
from hefte.telling.where import where_in_short

LAST_DAYS = 7
"""So few days before its end a month that nobody named gives way to the next."""

Shown = tuple[Entry, Instance]
"""One time of one entry."""


def month_of(press: Press) -> DaySpan:
    """The month that the booklet names, else the one that most of is still to come."""
    stated = press.booklet.month
    if stated is None:
        stated = (press.catalogue.today + timedelta(days=LAST_DAYS)).replace(day=1)
    return DaySpan(stated, (stated.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1))


def agenda(_printed: Sequence[Entry], press: Press) -> Agenda:
    """Every day of the month on which something of the booklet's selection is on, with all of it."""
    span = month_of(press)
    return _agenda(_shown(programme(press.catalogue, span), press), span, press)


def month(_printed: Sequence[Entry], press: Press) -> Month:
    """The month in weeks from Monday to Sunday; days of other months are empty."""
    span = month_of(press)
    shown = tuple(_shown(programme(press.catalogue, span), press))
    weekly = tuple(one for one in shown if _is_weekly(one, shown, span))
    special = [one for one in shown if one not in weekly]
    address = address_in("kalender.html", press)
    first = span.first - timedelta(days=span.first.weekday())
    weeks = range(0, (span.last - first).days + 1, 7)
    return Month(
        weekdays=tuple(capital(press.words.say(f"choice.Weekday.{day.value}")) for day in WEEK),
        weekly=tuple(tuple(_once(weekly, number, press)) for number in range(7)),
        weeks=tuple(_week(first + timedelta(days=at), special, span, press) for at in weeks),
        agenda=_agenda(shown, span, press),
        every_week=press.say("every_week"),
        rest=press.say("month_rest", count="{count}"),
        note=(paragraph(press.say("month_note")), *_of_holidays(span, press)),
        url=address,
        qr=code_of(address) if address else None,
        address=tell_link(address, press.words) if address else None,
    )


def month_title(press: Press) -> str:
    """«Desember 2026»."""
    first = month_of(press).first
    return capital(f"{norwegian.month(first, press.language)} {first.year}")


def _shown(on: Programme, press: Press) -> Iterator[Shown]:
    """What has an hour, and events without one, in the order of the day."""
    entries = booklet_entries(press.booklet, press.catalogue, press.language)
    found = ((entry, one) for entry in entries if isinstance(entry, Happening) for one in on.instances(entry))
    timed = (pair for pair in found if pair[1].start is not None or isinstance(pair[0], Event))
    yield from sorted(timed, key=lambda pair: (pair[1].day, _place_in_day(pair[0], pair[1], press)))


def _place_in_day(entry: Entry, one: Instance, press: Press) -> tuple[int, tuple[str, str]]:
    """By the hour, then by the alphabet."""
    return one.start or 0, norwegian.sort_key(_title(entry, press))


def _title(entry: Entry, press: Press) -> str:
    return (entry.short_title or entry.title).said(press.language).text


def _is_weekly(one: Shown, shown: Iterable[Shown], span: DaySpan) -> bool:
    """Whether the same is on at the same hour on every such weekday of the month, called off or moved away or not."""
    entry, instance = one
    if instance.state is not State.PLANNED or isinstance(entry, Event):
        return False
    same = {
        other.day
        for of, other in shown
        if of is entry and other.start == instance.start and other.state is not State.MOVED_HERE
    }
    ahead = range((span.last - span.first).days + 1)
    days = (span.first + timedelta(days=number) for number in ahead)
    return all(day in same for day in days if day.weekday() == instance.day.weekday())


def _once(weekly: Sequence[Shown], weekday: int, press: Press) -> Iterator[Slotted]:
    """What is on each such weekday, told once, by the hour."""
    once = {(entry, one.start): one for entry, one in reversed(weekly) if one.day.weekday() == weekday}
    told = sorted(
        ((entry, one) for (entry, _), one in once.items()), key=lambda pair: _place_in_day(pair[0], pair[1], press)
    )
    yield from (_slotted(entry, one, press) for entry, one in told)


def _week(monday: date, special: Sequence[Shown], span: DaySpan, press: Press) -> MonthWeek:
    days = (monday + timedelta(days=number) for number in range(7))
    number = press.say("week", number=monday.isocalendar().week)
    return MonthWeek(number, tuple(_day(day, special, span, press) for day in days))


def _day(day: date, special: Sequence[Shown], span: DaySpan, press: Press) -> MonthDay | None:
    if not span.first <= day <= span.last:
        return None
    items = tuple(_slotted(*pair, press) for pair in special if pair[1].day == day)
    return MonthDay(str(day.day), _holiday(day, press), items)


def _holiday(day: date, press: Press) -> str:
    code = public_holidays(DaySpan(day, day)).get(day)
    return capital(press.words.say(f"holiday.{code}")) if code else ""


def _agenda(shown: Iterable[Shown], span: DaySpan, press: Press) -> Agenda:
    days = []
    for day, on_day in groupby(shown, key=lambda pair: pair[1].day):
        title = capital(tell_weekday(day, press.language))
        days.append(AgendaDay(title, _holiday(day, press), tuple(_slotted(*pair, press) for pair in on_day)))
    return Agenda(tuple(days), tuple(_of_holidays(span, press)))


def _of_holidays(span: DaySpan, press: Press) -> Iterator[Block]:
    """Nobody has said that what goes by a rule goes on a public holiday too."""
    if public_holidays(span):
        yield paragraph(press.say("holiday_note"))


def _slotted(entry: Entry, one: Instance, press: Press) -> Slotted:
    hours = tell_hours(clock_of(one.start, one.end), press.words) if one.start is not None else ""
    moved = one.change.place if one.change and one.state is State.MOVED_HERE else None
    return Slotted(
        hours=hours.removeprefix("kl.").strip("\xa0 "),
        title=_title(entry, press),
        where=press.said(moved) or where_in_short(press.catalogue, entry, press.words),
        is_off=not one.is_on,
        word=_word(one, press),
        colour=COLOURS[press.colour_of(entry.categories[0])],
    )


def _word(one: Instance, press: Press) -> str:
    """What a time is that is not as planned."""
    if one.state is State.CANCELLED:
        return press.words.say("card.cancelled")
    if one.state is State.MOVED_AWAY and one.other:
        return press.words.say("entry_page.moved_to", day=norwegian.day(one.other, press.language, year=False))
    return press.words.say("card.moved") if one.state is State.MOVED_HERE else ""
