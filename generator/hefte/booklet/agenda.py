"""The calendar in print: what is on day by day, and a month as a sheet for the wall.

What goes on every week of the month stands once, under its weekday; the days themselves have what is special.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from hefte import norwegian
from hefte.booklet.codes import code_of
from hefte.booklet.days import Agenda, AgendaDay, Month, MonthDay, MonthWeek, Slotted
from hefte.booklet.entries import contact_lines
from hefte.booklet.pieces import Block
from hefte.booklet.press import COLOURS, Press, address_in
from hefte.booklet.prose import paragraph
from hefte.closed_days import tell_closed
from hefte.instances import State
from hefte.model import Entry, Event
from hefte.model.times import WEEK, DaySpan
from hefte.occurrences import days_in, month_from
from hefte.programme import Series, programme
from hefte.public_holidays import days_to_ask
from hefte.selection import booklet_entries
from hefte.telling.changes import tell_state
from hefte.telling.values import tell_link
from hefte.telling.when import capital, tell_holiday, tell_listed_hours, tell_weekday
from hefte.telling.where import where_in_short

LAST_DAYS = 7
"""So few days before its end a month that nobody named gives way to the next."""

Shown = tuple[date, Series]
"""One time: its day, and the series that it is of."""


def month_of(press: Press) -> DaySpan:
    """The month that the booklet names, else the one that most of is still to come."""
    stated = press.booklet.month
    if stated is None:
        stated = (press.catalogue.today + timedelta(days=LAST_DAYS)).replace(day=1)
    return month_from(stated)


def agenda(_printed: Sequence[Entry], press: Press) -> Agenda:
    """Every day of the month on which something of the booklet's selection is on, with all of it."""
    span = month_of(press)
    return _agenda(_shown(span, press), span, press)


def month(_printed: Sequence[Entry], press: Press) -> Month:
    """The month in weeks from Monday to Sunday; days of other months are empty."""
    span = month_of(press)
    shown = tuple(_shown(span, press))
    planned = _planned(shown)
    weekly = tuple(one for one in shown if _is_weekly(*one, planned, span))
    special = [one for one in shown if not _is_weekly(*one, planned, span) or _closed(*one, press)]
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
        note=(paragraph(press.say("month_note")), *_of_holidays(span, press), *_whom_to_ask(press)),
        url=address,
        qr=code_of(address) if address else None,
        address=tell_link(address, press.words) if address else None,
    )


def month_title(press: Press) -> str:
    """«Desember 2026»."""
    first = month_of(press).first
    return capital(f"{norwegian.month(first, press.language)} {first.year}")


def _shown(span: DaySpan, press: Press) -> Iterator[Shown]:
    """What lists show of the booklet's selection, in the order of the day."""
    on = programme(press.catalogue, span)
    entries = booklet_entries(press.booklet, press.catalogue, press.language)
    found = ((day, one) for entry in entries for one in on.series(entry) if one.is_listed for day in one.days_in(span))
    yield from sorted(found, key=lambda shown: (shown[0], _place_in_day(shown[1], press)))


def _place_in_day(one: Series, press: Press) -> tuple[int, tuple[str, str]]:
    """By the hour, then by the alphabet."""
    return one.start or 0, norwegian.sort_key(_title(one.entry, press))


def _title(entry: Entry, press: Press) -> str:
    return (entry.short_title or entry.title).said(press.language).text


_Hour = tuple[str, str, int | None]
"""An entry by its folder and id, and the hour at which it begins."""


def _hour(one: Series) -> _Hour:
    return one.entry.folder, one.entry.id, one.start


def _planned(shown: Iterable[Shown]) -> Mapping[_Hour, Container[date]]:
    """The days on which each is planned at the same hour, called off or moved away or not."""
    found: dict[_Hour, set[date]] = {}
    for day, one in shown:
        if one.state is not State.MOVED_HERE:
            found.setdefault(_hour(one), set()).add(day)
    return found


def _is_weekly(day: date, one: Series, planned: Mapping[_Hour, Container[date]], span: DaySpan) -> bool:
    """Whether the same is planned at the same hour on every such weekday of the month."""
    if one.state is not State.PLANNED or one.meeting or isinstance(one.entry, Event):
        return False
    return all(other in planned[_hour(one)] for other in days_in(span) if other.weekday() == day.weekday())


def _once(weekly: Iterable[Shown], weekday: int, press: Press) -> Iterator[Slotted]:
    """What is on each such weekday, told once, by the hour."""
    once: dict[_Hour, Series] = {}
    for day, one in weekly:
        if day.weekday() == weekday:
            once.setdefault(_hour(one), one)
    for one in sorted(once.values(), key=lambda one: _place_in_day(one, press)):
        yield _slotted(one, press)


def _closed(day: date, one: Series, press: Press) -> str:
    return tell_closed(one, day, press.catalogue, press.words)


def _week(monday: date, special: Sequence[Shown], span: DaySpan, press: Press) -> MonthWeek:
    days = (monday + timedelta(days=number) for number in range(7))
    number = press.say("week", number=monday.isocalendar().week)
    return MonthWeek(number, tuple(_day(day, special, span, press) for day in days))


def _day(day: date, special: Sequence[Shown], span: DaySpan, press: Press) -> MonthDay | None:
    if not span.first <= day <= span.last:
        return None
    return MonthDay(str(day.day), tell_holiday(day, press.words), tuple(_in_a_square(day, special, press)))


def _in_a_square(day: date, special: Sequence[Shown], press: Press) -> Iterator[Slotted]:
    """What is special on a day; what is closed stands first in one row for each who says so, and not by the hour."""
    closed: dict[str, list[Slotted]] = {}
    others: list[Slotted] = []
    for on, one in special:
        if on == day:
            told = _closed(day, one, press)
            (closed.setdefault(told, []) if told else others).append(_slotted(one, press))
    for told, items in closed.items():
        names = norwegian.joined(list(dict.fromkeys(item.title for item in items)), press.words.say("tell.and"))
        yield items[0]._replace(hours="", title=names, where="", word=told)
    yield from others


def _agenda(shown: Iterable[Shown], span: DaySpan, press: Press) -> Agenda:
    days = []
    for day, on_day in groupby(shown, key=lambda one: one[0]):
        title = capital(tell_weekday(day, press.language))
        items = tuple(_slotted(one, press, _closed(day, one, press)) for _, one in on_day)
        days.append(AgendaDay(title, tell_holiday(day, press.words), items))
    return Agenda(tuple(days), tuple(_of_holidays(span, press)))


def _of_holidays(span: DaySpan, press: Press) -> Iterator[Block]:
    """Nobody has said that what goes by a rule goes on a public holiday, or on Christmas Eve, too."""
    if days_to_ask(span):
        yield paragraph(press.say("holiday_note"))


def _whom_to_ask(press: Press) -> Iterator[Block]:
    """«Spør oss: 69 00 00 00», for whoever stands before a sheet without places and prices."""
    contact = press.catalogue.settings.contact
    told = ", ".join(line.value for line in contact_lines(contact, press)) if contact else ""
    if told:
        yield paragraph(f"{press.say('use.ask')}: {told}")


def _slotted(one: Series, press: Press, closed: str = "") -> Slotted:
    """A time as it is told; `closed` is what its organiser or its venue says of that very day."""
    entry = one.entry
    return Slotted(
        hours=tell_listed_hours(one.start, one.end, press.words),
        title=": ".join(filter(None, (_title(entry, press), press.said(one.meeting.what) if one.meeting else ""))),
        where=press.said(one.place) or where_in_short(press.catalogue, entry, press.words),
        is_off=not one.is_on,
        word=" · ".join(
            filter(None, (tell_state(one.state, one.other, press.words), closed, press.said(entry.notice)))
        ),
        colour=COLOURS[press.colour_of(entry.categories[0])],
    )
