"""What a group's approved plan changes: its half-year goes by the plan, every other day by `møtes`."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from hefte.model import Group
from hefte.model.choices import PlanStatus
from hefte.model.offers import Plan
from hefte.model.parts import Occasion
from hefte.model.times import DaySpan

_YEAR = re.compile(r"\b\d{4}\b")
_HALVES = {"vår": ((1, 1), (6, 30)), "haust": ((7, 1), (12, 31)), "høst": ((7, 1), (12, 31))}


def approved_plan(group: Group) -> Plan | None:
    """The plan that may be shown, and counts: approved, and with a day in it."""
    plan = group.plan
    return plan if plan and plan.status is PlanStatus.APPROVED and plan.meetings else None


def meets_by_rule(group: Group) -> tuple[Occasion, ...]:
    """The rows of `møtes` without the days that the plan speaks for."""
    plan = approved_plan(group)
    rows = group.meets or ()
    return tuple(_without(rows, tuple(_spoken_for(plan)))) if plan else rows


def meets(group: Group) -> tuple[Occasion, ...]:
    """Every meeting that is known, by the rule and by the plan, as rows of a schedule."""
    plan = approved_plan(group)
    planned = (row for row in plan.meetings if row.hours) if plan else ()
    days = (Occasion.model_construct(hours=row.hours, extra_days=(row.day,)) for row in planned)
    return (*meets_by_rule(group), *days)


def _without(rows: tuple[Occasion, ...], spans: tuple[DaySpan, ...]) -> Iterator[Occasion]:
    for row in rows:
        extra = tuple(day for day in row.extra_days if not any(span.first <= day <= span.last for span in spans))
        if extra or not row.extra_days or row.days or row.every:
            yield row.model_copy(update={"extra_days": extra, "except_days": (*row.except_days, *spans)})


def _spoken_for(plan: Plan) -> Iterator[DaySpan]:
    """The plan's days; on one that it names without an hour, the rule's own hour still holds."""
    span = _days_of(plan)
    first = span.first
    for day in sorted(row.day for row in plan.meetings if row.hours is None):
        if first < day:
            yield DaySpan(first, day - timedelta(days=1))
        first = max(first, day + timedelta(days=1))
    if first <= span.last:
        yield DaySpan(first, span.last)


def _days_of(plan: Plan) -> DaySpan:
    """The half-year or the year that `periode` names, and at least from the plan's first meeting to its last."""
    days = sorted(row.day for row in plan.meetings)
    year = _YEAR.search(plan.period)
    if year is None:
        return DaySpan(days[0], days[-1])
    first, last = next((ends for name, ends in _HALVES.items() if name in plan.period.lower()), ((1, 1), (12, 31)))
    return DaySpan(min(days[0], date(int(year[0]), *first)), max(days[-1], date(int(year[0]), *last)))
