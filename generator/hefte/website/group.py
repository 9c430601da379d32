"""What a group does, and its plan where it is approved; a draft is never seen."""

from collections.abc import Mapping

from markupsafe import Markup

from hefte.model import Group
from hefte.model.offers import Meeting
from hefte.plans import approved_plan
from hefte.telling.facts import said
from hefte.telling.values import tell_kroner
from hefte.telling.when import tell_hours, tell_weekday
from hefte.website.site import Site

PlanRow = tuple[str, str, Markup, str]


def group_view(site: Site, group: Group) -> Mapping[str, object]:
    """What only a group's page shows."""
    plan = approved_plan(group)
    return {
        "does": tuple(site.say(text) for text in group.does),
        "plan": tuple(_meeting(site, row) for row in plan.meetings) if plan else (),
        "period": plan.period if plan else "",
    }


def _meeting(site: Site, row: Meeting) -> PlanRow:
    """One meeting as (day, hours, what, the rest)."""
    hours = tell_hours(row.hours, site.words) if row.hours else ""
    price = tell_kroner(row.price, site.words) if row.price is not None else ""
    rest = ", ".join(filter(None, (said(row.place, site.words), price, said(row.bring, site.words))))
    return tell_weekday(row.day, site.language), hours, site.say(row.what), rest
