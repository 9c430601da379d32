"""What goes on as events for a phone's calendar, in the site's language: series, single days, and what is changed."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from hefte.calendars.series import Series, feed_span, series_of, turned_on
from hefte.calendars.vevent import Times, Version, Words, times_of, vevent
from hefte.instances import Instance, State, instances
from hefte.model import Event, Group, Happening, Settings
from hefte.model.choices import Follows, Status
from hefte.model.times import DaySpan
from hefte.occurrences import Slot, Timetable, event_timetable, is_cancelled, school_holidays, slot_of
from hefte.plans import approved_plan, meets_by_rule
from hefte.programme import rows_of, rows_planned
from hefte.telling.sources import is_unsure
from hefte.telling.when import MIDNIGHT, stated_as, tell_weekday
from hefte.telling.where import place
from hefte.website.site import Site

_ONE_DAY = timedelta(days=1)
_ALWAYS = DaySpan(date.min, date.max)
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE counts the minutes from here: a number that fits in 31 bits until the year 6103."""


class _Told(NamedTuple):
    """An entry as it is told: the end of its UIDs, its words, its version, and whether all of it is called off."""

    site: Site
    entry: Happening
    uid: str
    words: Words
    version: Version
    is_off: bool


class _Row(NamedTuple):
    """A row of the schedule worked out, with its number and its words: a group's plan says what is done, and where."""

    number: str
    slot: Slot
    series: tuple[Series, ...]
    words: Words


def uid_of(site: Site, entry: Happening) -> str:
    """The end of every UID of an entry, the same in every language and in every file."""
    return f"{entry.folder}-{entry.id}@{urlsplit(site.address).netloc or 'hefte'}"


def states_times(site: Site, entry: Happening) -> bool:
    """Whether an entry has times that a calendar can show, if not today then when more is known."""
    if entry.status is Status.PAUSED or (entry.sources and is_unsure(entry, stated_as(entry))):
        return False
    if isinstance(entry, Event) and entry.start is not None:
        return True
    return any(not row.always for _, row in rows_planned(site.catalogue, entry))


def events_of(site: Site, entry: Happening) -> str:
    """Every VEVENT of an entry, as text; nothing where no day is known, or nobody is sure of it."""
    if not states_times(site, entry):
        return ""
    told = _Told(site, entry, uid_of(site, entry), _words(site, entry), version_of(site, entry), is_cancelled(entry))
    if isinstance(entry, Event) and entry.start is not None:
        return "".join(_from_start(told, entry, entry.start))
    return "".join(event for row in _rows(told) for event in _of_row(told, row))


def version_of(site: Site, entry: Happening) -> Version:
    """When what the feed says of an entry was last changed: its file, its venue's, or the days that feeds tell of.

    Without a history it is the day on which the entry was last checked, and the number is 0.
    """
    catalogue = site.catalogue
    venue = catalogue.venue(entry)
    paths = (entry.path, venue.path if venue else "", Settings.file if _follows_school(entry) else "")
    known = [site.changed[path] for path in paths if path in site.changed]
    if entry.path not in site.changed:
        day = entry.checked.day if entry.checked else _EPOCH.date()
        return Version(datetime(day.year, day.month, day.day, tzinfo=UTC), 0)
    if not (isinstance(entry, Event) and entry.start is not None):
        turned = turned_on(feed_span(catalogue.today))
        known.append(datetime(turned.year, turned.month, turned.day, tzinfo=UTC))
    moment = max((*known, _EPOCH))
    return Version(moment, int((moment - _EPOCH).total_seconds()) // 60)


def _follows_school(entry: Happening) -> bool:
    return any(row.follows is Follows.SCHOOL_YEAR for row in rows_of(entry))


def _words(site: Site, entry: Happening) -> Words:
    where = place(entry, site.catalogue, site.words)
    is_known = where is not None and where.known and not where.unsure
    link = site.address_of(entry.page)
    named = (site.catalogue.categories.get(code) for code in entry.categories)
    return Words(
        site.plain(entry.title),
        _lines(site.plain(entry.notice), site.plain(entry.lead), link),
        ", ".join((where.answer, *where.more)) if where and is_known else "",
        site.catalogue.position(entry) if is_known else None,
        link,
        tuple(site.plain(category.name) for category in named if category),
    )


def _lines(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))


def _rows(told: _Told) -> Iterator[_Row]:
    catalogue = told.site.catalogue
    within = _days_told(told.entry, feed_span(catalogue.today))
    holidays = school_holidays(catalogue.settings.school_years)
    by_plan = dict(_by_plan(told))
    for number, row in rows_planned(catalogue, told.entry):
        slot = None if row.always else slot_of(row, within, holidays)
        if slot is not None and slot.days:
            words = by_plan.get(number, told.words)
            yield _Row(number, slot, tuple(series_of(row, slot, within)), words)


def _days_told(entry: Happening, span: DaySpan) -> DaySpan:
    """The days of the feed, and those from which something is moved into them."""
    days = [move.day for move in entry.moved if span.first <= (move.to or move.day) <= span.last]
    return DaySpan(min((span.first, *days)), max((span.last, *days)))


def _by_plan(told: _Told) -> Iterator[tuple[str, Words]]:
    """What a group does on the days of its plan, by the number of the row that the plan's line has become."""
    site, group = told.site, told.entry
    plan = approved_plan(group) if isinstance(group, Group) else None
    if plan is None or not isinstance(group, Group):
        return
    before = len(meets_by_rule(group))
    for number, meeting in enumerate((one for one in plan.meetings if one.hours), before):
        title = f"{told.words.title}: {site.plain(meeting.what)}"
        yield str(number), told.words._replace(title=title).at(site.plain(meeting.place))


def _of_row(told: _Told, row: _Row) -> Iterator[str]:
    changes = _changes(told, row.slot)
    for series in row.series:
        first = series.days[0]
        if series.rule:
            uid = f"serie-{row.number}-{series.mark}{told.uid}"
            yield from _series(told, row, series, uid, changes)
        else:
            yield _single(told, f"{first}-{row.number}-{told.uid}", row.slot, first, row.words, changes)


def _series(told: _Told, row: _Row, series: Series, uid: str, changes: Mapping[date, Instance]) -> Iterator[str]:
    slot, first, last = row.slot, series.days[0], series.days[-1]
    if first == last:
        yield _single(told, uid, slot, first, row.words, changes)
        return
    off = tuple(times_of(day, slot.start, slot.end).start for day in series.off)
    times = times_of(first, slot.start, slot.end)._replace(
        rule=series.rule, last=times_of(last, slot.start, slot.end).start, off=off
    )
    yield _vevent(told, uid, times, row.words)
    for day in series.days if changes else ():
        if day in changes:
            planned = times_of(day, slot.start, slot.end).start
            yield _changed(told, uid, changes[day], row.words, planned)


def _single(told: _Told, uid: str, slot: Slot, day: date, words: Words, changes: Mapping[date, Instance]) -> str:
    if day in changes:
        return _changed(told, uid, changes[day], words)
    return _vevent(told, uid, times_of(day, slot.start, slot.end), words)


def _vevent(told: _Told, uid: str, times: Times, words: Words) -> str:
    """As it was planned; where all of it is called off, that is what it says."""
    said = _called_off(told, words) if told.is_off else words
    return vevent(uid, times, _with_hour(told, said, times), told.version, cancelled=told.is_off)


def _changed(told: _Told, uid: str, one: Instance, words: Words, planned: date | None = None) -> str:
    times = times_of(one.day, one.start, one.end)._replace(instead_of=planned)
    is_off = one.state is State.CANCELLED
    said = _called_off(told, words) if is_off else _moved(told, one, words)
    return vevent(uid, times, _with_hour(told, said, times), told.version, cancelled=is_off)


def _called_off(told: _Told, words: Words) -> Words:
    site, cancelled = told.site, told.entry.cancelled
    reason = site.plain(cancelled.reason) if cancelled else ""
    return words._replace(title=site.words.say("calendar.off", title=words.title), text=_lines(reason, words.text))


def _moved(told: _Told, one: Instance, words: Words) -> Words:
    site, change = told.site, one.change
    is_elsewhen = one.other is not None and one.other != one.day
    moved_from = tell_weekday(one.other, site.language) if one.other and is_elsewhen else ""
    line = site.words.say("calendar.moved_from", day=moved_from) if moved_from else ""
    reason = site.plain(change.reason) if change else ""
    where = site.plain(change.place) if change else ""
    title = site.words.say("calendar.moved" if is_elsewhen else "calendar.changed", title=words.title)
    return words._replace(title=title, text=_lines(" ".join(filter(None, (line, reason))), words.text)).at(where)


def _with_hour(told: _Told, words: Words, times: Times) -> Words:
    """A day without an hour says that nobody has told us the hour."""
    if isinstance(times.start, datetime) or times.is_whole_day:
        return words
    return words._replace(text=_lines(told.site.words.say("calendar.no_hour"), words.text))


def _changes(told: _Told, slot: Slot) -> Mapping[date, Instance]:
    """What has become of the slot's days, by the day on which it was planned; nothing where all of it is off."""
    entry = told.entry
    if told.is_off or not (entry.moved or (entry.cancelled and entry.cancelled.days)):
        return {}
    found = instances(Timetable((slot,)), entry, _ALWAYS)
    return {one.other or one.day: one for one in found if one.state in {State.CANCELLED, State.MOVED_HERE}}


def _from_start(told: _Told, event: Event, start: datetime) -> Iterator[str]:
    """An event of its own: one VEVENT for all its days, unless some of them are changed."""
    end = event.end or start
    slots = event_timetable(event, DaySpan(start.date(), end.date())).slots
    days = [(day, slot) for slot in slots for day in slot.days]
    changes = {day: one for slot in slots for day, one in _changes(told, slot).items()}
    if len(days) > 1 and not changes:
        has_hour = start.time() != MIDNIGHT
        times = Times(start, end) if has_hour else Times(start.date(), end.date() + _ONE_DAY)
        yield _vevent(told, told.uid, times, told.words)
        return
    for day, slot in days:
        uid = told.uid if day == start.date() else f"{day}-{told.uid}"
        yield _single(told, uid, slot, day, told.words, changes)
