"""The calendar: the page that a script fills, and for whoever runs none a page for each month with all that is on."""

from calendar import Calendar
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.closed_days import tell_closed
from hefte.instances import State
from hefte.model import ENTRY_TYPES, Entry, Event, Happening
from hefte.model.times import DaySpan
from hefte.occurrences import clock_of, days_in, month_from, window
from hefte.programme import Series
from hefte.telling.when import MIDNIGHT, capital, tell_holiday, tell_weekday
from hefte.telling.where import where_in_short
from hefte.website.calendar import calendar_of, has_calendar, kind_of, note
from hefte.website.digests import all_but_prose, of_times
from hefte.website.finder import Group, groups_of, number_with
from hefte.website.site import Page, Site
from hefte.website.subscribe import EVERYTHING, subscription

ROWS_IN_ALL = 24_000
"""So many rows are written out in a language, and always two months; the script has all 18."""

_PAGE = "kalender.html"
_HAPPENINGS = frozenset(kind.folder for kind in ENTRY_TYPES if issubclass(kind, Happening))
_CHIPS = (
    ("pris", "gratis", "gift", "finder.pris.gratis"),
    ("rullestol", "ja", "wheelchair", "finder.rullestol"),
    ("tid", "kveld", "moon", "finder.tid.kveld"),
    ("tid", "ettermiddag", "sun", "finder.tid.ettermiddag"),
    ("tid", "formiddag", "sunset", "finder.tid.formiddag"),
    ("hc-toalett", "ja", "disabled", "field.accessible_toilet"),
    ("drop-in", "ja", "user-check", "finder.drop-in"),
)
"""The quick choices of the page, each as the finder has it: filter, choice, icon, key of its words."""


class Chip(NamedTuple):
    """A choice above the days."""

    code: str
    choice: str
    icon: str
    label: str


class Row(NamedTuple):
    """A time as a month's page tells it; `state` is empty where it is as planned."""

    start: str
    end: str
    title: Markup
    href: str
    where: str
    state: str
    note: str
    cancelled: bool
    unsure: bool


Told = dict[Hashable, Row]


class DayView(NamedTuple):
    """A day of a month: its number, its name, the holiday it is, and what is on."""

    number: int
    label: str
    holiday: str
    rows: tuple[Row, ...]

    @property
    def is_on(self) -> int:
        """How many things are not called off."""
        return sum(not row.cancelled for row in self.rows)


class Month(NamedTuple):
    """A month with a page of its own: its place, its name, how much is on, and the days of it that are ahead.

    `rows` are the numbers of the entries that are on.
    """

    path: str
    label: str
    number: int
    days: DaySpan
    rows: tuple[int, ...]


def pages(site: Site) -> Iterator[Page]:
    """`kalender.html`, and `kalender/2026-12.html` and on as far as there is room."""
    if not has_calendar(site):
        return
    made_of = (all_but_prose(site.catalogue),)
    found = tuple(months(site))
    title, lead = site.words.say("calendar_page.title"), site.words.say("calendar_page.lead")
    head = f'<link rel="stylesheet" href="{site.assets("")}assets/calendar.css">'
    early = f'<link rel="preload" as="script" href="{site.assets("")}assets/table.js">'
    yield Page(_PAGE, "kalender", title, lead, "calendar.html", lambda: _view(site, found), made_of, head + early)
    told: Told = {}
    key = of_times(site.catalogue)
    for number in range(len(found)):
        yield _page(site, found, number, told, key)


def _page(site: Site, every: Sequence[Month], number: int, told: Told, key: Callable[[Entry], str]) -> Page:
    """The page of a month: it changes with what is on that month, and with there being a month after it."""
    month, is_last = every[number], number + 1 == len(every)
    entries = (site.catalogue.rows[row] for row in month.rows)
    return Page(
        path=month.path,
        section="maned",
        title=f"{site.words.say('calendar_page.title')}: {month.label}",
        description=site.words.say("calendar_page.month_lead", month=month.label),
        template="month.html",
        view=lambda: _month(site, every, number, told),
        made_of=(str(is_last), *map(key, entries)),
        head=f'<link rel="stylesheet" href="{site.assets(month.path)}assets/calendar.css">',
    )


def _month(site: Site, every: Sequence[Month], number: int, told: Told) -> Mapping[str, object]:
    days = tuple(days_of(site, every[number].days, told))
    return {
        "month": every[number],
        "before": every[number - 1] if number else None,
        "after": every[number + 1] if number + 1 < len(every) else None,
        "weekdays": tuple(norwegian.weekday_name(at, site.language) for at in range(7)),
        "weeks": tuple(_weeks(every[number].days, {day.number: day for day in days})),
        "days": days,
        "built": norwegian.day(site.catalogue.today, site.language),
    }


def _weeks(span: DaySpan, days: Mapping[int, DayView]) -> Iterator[tuple[tuple[int, DayView | None], ...]]:
    """The weeks of the whole month from Monday, as (number, day): 0 is no day of it, and no day has nothing ahead."""
    for week in Calendar().monthdayscalendar(span.first.year, span.first.month):
        yield tuple((number, days.get(number)) for number in week)


def _view(site: Site, found: Sequence[Month]) -> Mapping[str, object]:
    chips = (Chip(code, choice, icon, site.words.say(label)) for code, choice, icon, label in _CHIPS)
    groups = {group.code: group for group in groups_of(site)}
    return {
        "months": found,
        "chips": tuple(one for one in chips if one.code == "tid" or number_with(site, one.code, one.choice)),
        "selects": tuple(_choices(groups[code]) for code in ("slag", "kategori", "omrade") if code in groups),
        "feed": subscription(site, _PAGE, EVERYTHING),
        "last": norwegian.day(window(site.catalogue.today).last, site.language),
    }


def _choices(group: Group) -> Group:
    """A filter without what has no times, and without «vet ikke»."""
    known = (choice for choice in group.choices if choice.number and choice.code != "vet-ikke")
    return group._replace(choices=tuple(one for one in known if group.code != "slag" or one.code in _HAPPENINGS))


def months(site: Site) -> Iterator[Month]:
    """The months that are written out; what is over on the day of the build is not."""
    today, last = site.catalogue.today, window(site.catalogue.today).last
    total, first = 0, today
    while first <= last:
        month_ends = month_from(first).last
        days = DaySpan(first, min(month_ends, last))
        found = [(row, one) for row, one in calendar_of(site) for _ in one.days_in(days)]
        total += len(found)
        if total > ROWS_IN_ALL and first > today + timedelta(days=31):
            return
        label = capital(f"{norwegian.month(first, site.language)} {first.year}")
        rows = tuple(sorted({row for row, _ in found}))
        yield Month(f"kalender/{first:%Y-%m}.html", label, sum(one.is_on for _, one in found), days, rows)
        first = month_ends + timedelta(days=1)


def days_of(site: Site, span: DaySpan, told: Told | None = None) -> Iterator[DayView]:
    """Every day of a span with what is on, by the hour; what nobody has said an hour of stands last.

    `told` keeps the rows from one month to the next.
    """
    told = {} if told is None else told
    found: dict[date, list[tuple[int, int, Series]]] = {day: [] for day in days_in(span)}
    for row, one in calendar_of(site):
        for day in one.days_in(span):
            found[day].append((24 * 60 if one.start is None else one.start, row, one))
    for day, on_day in found.items():
        name = tell_holiday(day, site.words)
        rows = tuple(_row(site, one, day, bool(name), told) for *_, one in sorted(on_day, key=lambda row: row[:2]))
        yield DayView(day.day, capital(tell_weekday(day, site.language)), name, rows)


def _row(site: Site, one: Series, day: date, is_holiday: bool, told: Told) -> Row:
    """A series is told once for all its ordinary days, once for its holidays, and once for days that are closed."""
    closed = tell_closed(one, day, site.catalogue, site.words)
    key = (one.entry.folder, one.entry.id, one.start, one.end, one.state, one.days[0], one.other, is_holiday, closed)
    if key not in told:
        told[key] = _told(site, one, closed, is_holiday=is_holiday)
    return told[key]


def _told(site: Site, one: Series, closed: str, *, is_holiday: bool) -> Row:
    entry = one.entry
    (start, end), kind = _hours(site, one), kind_of(one)
    return Row(
        start,
        end,
        site.say(entry.short_title or entry.title),
        f"../{entry.page}",
        site.plain(one.place) or where_in_short(site.catalogue, entry, site.words),
        site.words.say(f"calendar_page.state.{kind}") if kind else "",
        " ".join(filter(None, (note(site, one), closed, site.plain(entry.notice)))),
        cancelled=not one.is_on,
        unsure=is_holiday and one.state is State.PLANNED and not isinstance(entry, Event),
    )


def _hours(site: Site, one: Series) -> tuple[str, str]:
    """The hour as a timetable has it, and «til 12»; from midnight to midnight is the whole day."""
    if one.start is None:
        return "", site.words.say("finder.nar.vet-ikke")
    span = clock_of(one.start, one.end)
    if span.start == span.end == MIDNIGHT:
        return "", site.words.say("tell.all_day")
    dot = ":" if site.language == "en" else "."
    until = site.words.say("home.until", time=norwegian.clock(span.end, site.language)) if span.end else ""
    return f"{span.start:%H}{dot}{span.start:%M}", until
