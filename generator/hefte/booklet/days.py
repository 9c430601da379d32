"""What the print engine is given of days: a list of them, and a month in weeks."""

from typing import NamedTuple

from hefte.booklet.pieces import Block


class Slotted(NamedTuple):
    """One time of something: `is_off` where nobody is there, `word` where it is not as planned."""

    hours: str
    title: str
    where: str
    is_off: bool
    word: str
    colour: str


class AgendaDay(NamedTuple):
    """A day on which something is on."""

    title: str
    holiday: str
    items: tuple[Slotted, ...]


class Agenda(NamedTuple):
    """The content of a part of kind `agenda`."""

    days: tuple[AgendaDay, ...]
    note: tuple[Block, ...]


class MonthDay(NamedTuple):
    """A square of a month: the number of its day, the name of a holiday, and what is special."""

    number: str
    holiday: str
    items: tuple[Slotted, ...]


class MonthWeek(NamedTuple):
    """A row of a month, Monday first; None stands for days of other months."""

    number: str
    days: tuple[MonthDay | None, ...]


class Month(NamedTuple):
    """The content of a part of kind `month`: what is on every week by weekday, the weeks, and the same as a list.

    `rest` holds {count} for what there was no room for.
    """

    weekdays: tuple[str, ...]
    weekly: tuple[tuple[Slotted, ...], ...]
    weeks: tuple[MonthWeek, ...]
    agenda: Agenda
    every_week: str
    rest: str
    note: tuple[Block, ...]
    url: str | None = None
    qr: str | None = None
    address: str | None = None
