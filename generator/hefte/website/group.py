"""What a group does, and its plan where it is approved; a draft is never seen."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from hefte import norwegian
from hefte.language import Words
from hefte.model import Entry, Group
from hefte.model.choices import EditionKind
from hefte.model.offers import Meeting
from hefte.plans import approved_plan
from hefte.selection import booklet_entries
from hefte.telling.facts import Fact, said, unknown
from hefte.telling.values import tell_kroner
from hefte.telling.when import capital, tell_hours, tell_period, tell_weekday
from hefte.website.once import once
from hefte.website.shelf import edition_file
from hefte.website.site import Site

PlanRow = tuple[str, str, Markup, str]


def group_view(site: Site, group: Group) -> Mapping[str, object]:
    """What only a group's page shows."""
    plan = approved_plan(group)
    return {
        "does": tuple(site.say(text) for text in group.does),
        "plan": tuple(_meeting(site, row) for row in plan.meetings) if plan else (),
        "period": tell_period(plan.period, site.words) if plan else "",
        "approved": norwegian.day(plan.approved, site.language) if plan and plan.approved else "",
        "sheet": plan_sheet(site, group),
    }


@once
def plan_sheet(site: Site, entry: Entry) -> str:
    """The way from the language's root to the printed sheets with the group's plan; empty where there are none."""
    if not isinstance(entry, Group) or not approved_plan(entry):
        return ""
    found = (one for one in site.catalogue.booklets if entry in booklet_entries(one, site.catalogue, site.language))
    return next(filter(None, (edition_file(site, one, EditionKind.PLANS) for one in found)), "")


FIRST = ("has_room", "needs_decision", "sign_up")
"""What a reader of a group's page asks at once; silence is told as «vet ikke»."""


def asked_first(told: Iterable[Fact], words: Words) -> tuple[Fact, ...]:
    """The facts of `FIRST` in their order, out of all that are told."""
    found = {fact.name: fact for fact in told}
    return tuple(found.get(name) or unknown(name, words) for name in FIRST)


def _meeting(site: Site, row: Meeting) -> PlanRow:
    """One meeting as (day, hours, what, the rest)."""
    hours = tell_hours(row.hours, site.words) if row.hours else ""
    price = tell_kroner(row.price, site.words) if row.price is not None else ""
    rest = ", ".join(filter(None, (said(row.place, site.words), price, said(row.bring, site.words))))
    return capital(tell_weekday(row.day, site.language)), hours, site.say(row.what), rest
