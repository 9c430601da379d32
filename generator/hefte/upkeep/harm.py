"""What does harm when it is wrong: the reasons to check one entry before another, with their weights."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from hefte.model import Entry, Event, Place, Settings, Walk
from hefte.telling.freshness import is_left_out, limit_of_booklets
from hefte.telling.sources import is_unsure_throughout

SOON = timedelta(days=28)
"""What is due within so many days is worth doing now; an event within them is near."""


class Reason(StrEnum):
    """Why an entry that is wrong does more harm than another."""

    EVENT_SOON = "event-soon"
    ACCESS = "access"
    PHONE = "phone"
    LEFT_OUT = "left-out"
    UNSURE = "unsure"


WEIGHTS: Mapping[Reason, int] = MappingProxyType(
    {Reason.EVENT_SOON: 5, Reason.ACCESS: 3, Reason.PHONE: 2, Reason.LEFT_OUT: 2, Reason.UNSURE: 1}
)
"""Somebody travels to an event in vain, stands before a step with a wheelchair, calls a stranger, or is misled."""


def reasons_of(entry: Entry, settings: Settings, today: date) -> tuple[Reason, ...]:
    """Why this entry should be right, the heaviest reason first."""
    return tuple(_reasons(entry, settings, today))


def _reasons(entry: Entry, settings: Settings, today: date) -> Iterator[Reason]:
    if isinstance(entry, Event) and entry.current_start and entry.current_start.date() <= today + SOON:
        yield Reason.EVENT_SOON
    if _tells_access(entry):
        yield Reason.ACCESS
    if entry.contact and entry.contact.phone:
        yield Reason.PHONE
    if is_left_out(entry, limit_of_booklets(settings, today), today):
        yield Reason.LEFT_OUT
    if is_unsure_throughout(entry):
        yield Reason.UNSURE


def _tells_access(entry: Entry) -> bool:
    """Whether somebody may set out because of what is said about ground, doors and toilets."""
    of_its_type = (isinstance(entry, Walk) and entry.stretches) or (isinstance(entry, Place) and entry.entrance)
    return bool(of_its_type) or entry.suited is not None
