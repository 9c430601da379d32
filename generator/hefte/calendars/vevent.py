"""One VEVENT as its lines, and a whole calendar file around them (RFC 5545, RFC 7986); same input, same bytes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hefte.calendars.zone import VTIMEZONE, ZONE, utc_of

Moment = date | datetime
"""A day without an hour, or a local moment without a zone."""

_LONGEST = 74
_REFRESH = "PT12H"
_A_DAY = 24 * 60


class Version(NamedTuple):
    """When an entry was last changed, in UTC, and a number that grows with every change."""

    moment: datetime
    sequence: int


class Words(NamedTuple):
    """What is said of an event: its title, lines of text, where, and the names of its categories."""

    title: str
    text: str = ""
    where: str = ""
    position: tuple[float, float] | None = None
    link: str = ""
    categories: tuple[str, ...] = ()

    def at(self, where: str) -> "Words":
        """The same somewhere else, of which no position is known; where nothing else is said, the same."""
        return self._replace(where=where, position=None) if where else self


class Times(NamedTuple):
    """When: an end is exclusive and may be unknown; `rule` is RRULE without its end, `last` its last start.

    `instead_of` is the planned start that this takes the place of. A day is `is_whole_day` where that is its hours,
    and not only because nobody has said an hour.
    """

    start: Moment
    end: Moment | None = None
    rule: str = ""
    last: Moment | None = None
    off: tuple[Moment, ...] = ()
    instead_of: Moment | None = None
    is_whole_day: bool = False


def vevent(uid: str, times: Times, words: Words, version: Version, *, cancelled: bool = False) -> str:
    """A VEVENT as text, each line ended by CR and LF."""
    lines = (
        "BEGIN:VEVENT",
        f"UID:{uid}",
        *_times(times),
        *_version(version),
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        *_words(words),
        *(() if isinstance(times.start, datetime) else ("TRANSP:TRANSPARENT",)),
        "END:VEVENT",
    )
    return written(lines)


def _times(times: Times) -> Iterator[str]:
    if times.instead_of is not None:
        yield _when("RECURRENCE-ID", times.instead_of)
    yield _when("DTSTART", times.start)
    if times.end is not None:
        yield _when("DTEND", times.end)
    if times.rule and times.last is not None:
        yield f"RRULE:{times.rule};UNTIL={_until(times.last)}"
    for moment in times.off:
        yield _when("EXDATE", moment)


def _when(name: str, moment: Moment) -> str:
    if isinstance(moment, datetime):
        return f"{name};TZID={ZONE}:{moment:%Y%m%dT%H%M%S}"
    return f"{name};VALUE=DATE:{moment:%Y%m%d}"


def _until(moment: Moment) -> str:
    return stamp(utc_of(moment)) if isinstance(moment, datetime) else f"{moment:%Y%m%d}"


def stamp(moment: datetime) -> str:
    """A moment of UTC as RFC 5545 writes it."""
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _version(version: Version) -> Iterator[str]:
    yield f"DTSTAMP:{stamp(version.moment)}"
    yield f"LAST-MODIFIED:{stamp(version.moment)}"
    yield f"SEQUENCE:{version.sequence}"


def _words(words: Words) -> Iterator[str]:
    yield f"SUMMARY:{_text(words.title)}"
    if words.text:
        yield f"DESCRIPTION:{_text(words.text)}"
    if words.where:
        yield f"LOCATION:{_text(words.where)}"
    if words.position:
        yield "GEO:{:.5f};{:.5f}".format(*words.position)
    if words.categories:
        yield f"CATEGORIES:{','.join(map(_text, words.categories))}"
    if words.link:
        yield f"URL:{words.link}"


def _text(text: str) -> str:
    from icalendar import vText  # noqa: PLC0415  # it takes a while, and what has not changed is not written again

    return vText(text).to_ical().decode()


def written(lines: Iterable[str]) -> str:
    """Lines of at most 75 bytes, each ended by CR and LF."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    if len(line) <= _LONGEST and (line.isascii() or len(line.encode()) <= _LONGEST):
        return line
    from icalendar.parser import Contentline  # noqa: PLC0415  # as above

    folded: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # so the library has it
    return folded.decode()


def calendar(name: str, about: str, events: Sequence[str], source: str = "") -> str:
    """A whole feed; one without events is one too, and empties the calendar of whoever follows it."""
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hefte//Hefte//NO",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        *((f"X-WR-CALDESC:{_text(about)}", f"DESCRIPTION:{_text(about)}") if about else ()),
        f"X-WR-TIMEZONE:{ZONE}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}",
        f"X-PUBLISHED-TTL:{_REFRESH}",
        *((f"SOURCE;VALUE=URI:{source}",) if source else ()),
        *VTIMEZONE,
    )
    return "".join((written(head), *events, "END:VCALENDAR\r\n"))


def times_of(day: date, start: int | None, end: int | None) -> Times:
    """The hours of a day in minutes after midnight; a day without an hour, or all of it, is a day."""
    if start is None or (start, end) == (0, _A_DAY):
        return Times(day, day + timedelta(days=1), is_whole_day=start is not None)
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # local time, as all of content is
    over = None if end is None else midnight + timedelta(minutes=end)
    return Times(midnight + timedelta(minutes=start), over)
