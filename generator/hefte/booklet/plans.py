"""The half-year plan of a group as a sheet for the fridge; a plan that is not approved is never printed."""

from collections.abc import Iterator
from math import ceil

from hefte.booklet.entries import alone, item_of
from hefte.booklet.pictures import offer_picture
from hefte.booklet.press import Press
from hefte.booklet.volume import Gathering, Plans, PlanSheet
from hefte.model import Entry, Group
from hefte.model.offers import Meeting, Plan
from hefte.norwegian import day
from hefte.plans import approved_plan
from hefte.selection import booklet_entries
from hefte.telling.values import tell_kroner
from hefte.telling.when import capital, tell_hours, tell_period, tell_weekday

MOST_ROWS = 8
"""Meetings that have room on one sheet in letters that are read from the kitchen table."""


def has_plan(entry: Entry) -> bool:
    """Whether there is an approved plan to print."""
    return isinstance(entry, Group) and approved_plan(entry) is not None


def plan_sheets(press: Press) -> Plans:
    """A sheet for each group of the booklet that has an approved plan."""
    entries = booklet_entries(press.booklet, press.catalogue, press.language)
    groups = (entry for entry in entries if isinstance(entry, Group))
    planned = ((group, plan) for group in groups if (plan := approved_plan(group)))
    return Plans(tuple(sheet for group, plan in planned for sheet in _sheets_of(group, plan, press)))


def _sheets_of(group: Group, plan: Plan, press: Press) -> Iterator[PlanSheet]:
    """One sheet, or as many as a long half-year needs, filled alike."""
    approved = press.say("plan_approved", day=day(plan.approved, press.language)) if plan.approved else ""
    rows = tuple(_row(meeting, press) for meeting in sorted(plan.meetings, key=lambda meeting: meeting.day))
    period = press.say("plan_period", period=tell_period(plan.period, press.words))
    item, picture = alone(item_of(group, press), group, press), offer_picture(len(group.id), group.id)
    each = ceil(len(rows) / ceil(len(rows) / MOST_ROWS))
    for at in range(0, len(rows), each):
        yield PlanSheet(item, period, rows[at : at + each], approved, picture)


def _row(meeting: Meeting, press: Press) -> Gathering:
    """One meeting in words; what is not told is left out."""
    price = tell_kroner(meeting.price, press.words) if meeting.price is not None else ""
    bring = press.said(meeting.bring)
    told = (press.said(meeting.place), price, f"{press.words.say('field.bring')}: {bring}" if bring else "")
    return Gathering(
        capital(tell_weekday(meeting.day, press.language)),
        tell_hours(meeting.hours, press.words) if meeting.hours else "",
        press.said(meeting.what) or "",
        " · ".join(filter(None, told)),
    )
