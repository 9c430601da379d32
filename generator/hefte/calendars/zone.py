"""The clock of Norway in a calendar file: its zone as it must be told, and local hours as UTC."""

from datetime import UTC, datetime

from dateutil.tz import resolve_imaginary, tzstr

ZONE = "Europe/Oslo"
_OSLO = tzstr("CET-1CEST,M3.5.0,M10.5.0/3")

VTIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""Summer time by directive 2000/84/EC, as it has been since 1996."""


def utc_of(local: datetime) -> datetime:
    """A local moment without a zone as UTC; an hour that the clock leaves out is an hour later, as RFC 5545 has it."""
    exists: datetime = resolve_imaginary(local.replace(tzinfo=_OSLO))
    return exists.astimezone(UTC)


def local_of(moment: datetime) -> datetime:
    """A moment with a zone as local time in Norway, without a zone."""
    return moment.astimezone(_OSLO).replace(tzinfo=None, fold=0)
