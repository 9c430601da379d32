"""`status.html`, for editors: how much is fresh, now and over time, the ten to check this week, what nobody knows.

It stands in the site because an editor has a browser and not always a terminal; all that it tells, the pages tell one
by one. No menu, search, list of pages or phone has it, and search engines are asked to leave it alone.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.drawing.months import Month, draw_months, draw_share
from hefte.model import ENTRY_TYPES, Entry
from hefte.model.fields import field_named
from hefte.output import fingerprint
from hefte.telling.values import field_label
from hefte.upkeep.calls import Call, Caller, calls_of, this_week
from hefte.upkeep.due import Due, due_entries
from hefte.upkeep.past import standing_now
from hefte.upkeep.sheet import A_WEEK, caller_title, summary
from hefte.upkeep.standing import Point, Standing, most_unknown, standing_of
from hefte.upkeep.tasklist import edit_address
from hefte.upkeep.today import first_missing, stands, why
from hefte.website.digests import Digests
from hefte.website.site import Page, Site

STATUS = "status.html"
_MOST_UNKNOWN = 10
_SHORT = 3
"""Letters of a month's name under its bar."""


class Row(NamedTuple):
    """A line of a table: what it is, how it stands, and that as a bar."""

    name: Markup
    standing: Standing
    bar: Markup


class Task(NamedTuple):
    """An entry to check: its page where it has one, where it is edited, how it stands, and what to ask."""

    title: Markup
    href: str
    edit: str
    told: str
    ask: str
    link: str


class Group(NamedTuple):
    """One call: who is called, by which number, and the entries that it settles."""

    title: str
    phone: str
    phone_link: str
    hours: str
    email: str
    tasks: tuple[Task, ...]


def page(site: Site, digests: Digests) -> Page:
    """The page of one language."""
    title = site.words.say("status.title")
    head = '<meta name="robots" content="noindex">'
    head += f'<link rel="stylesheet" href="{site.assets(STATUS)}assets/status.css">'
    key = fingerprint(*sorted(digests.values()), repr(site.past))
    lead = site.words.say("status.lead", day=norwegian.day(site.catalogue.today, site.language))
    return Page(STATUS, "utvalg", title, lead, "status.html", lambda: _view(site), (key,), head)


def _view(site: Site) -> Mapping[str, object]:
    catalogue, words = site.catalogue, site.words
    every = due_entries(catalogue)
    calls = this_week(calls_of(every, catalogue), A_WEEK)
    months = (*site.past, Point(catalogue.today, standing_now(catalogue.shown, catalogue.today)))
    return {
        "day": norwegian.day(catalogue.today, site.language),
        "all": standing_of(catalogue.shown, catalogue.today),
        "summary": summary(calls, every, words),
        "months": tuple((_month_name(point, site), point.standing) for point in months),
        "chart": Markup(_chart(months, site)) if site.past else "",  # noqa: S704  # our own drawing
        "calls": tuple(_groups(calls, site)),
        "types": tuple(_of_types(site)),
        "categories": tuple(_of_categories(site)),
        "unknown": tuple(_unknown(site)),
    }


def _groups(calls: tuple[Call, ...], site: Site) -> Iterator[Group]:
    """Calls with what each settles; all that nobody can be called about stands under one heading."""
    for title, alike in groupby(calls, key=lambda call: caller_title(call.caller, site.words)):
        together = tuple(alike)
        caller = together[0].caller
        tasks = tuple(_task(due, call.caller, site) for call in together for due in call.dues)
        hours = caller.hours.said(site.language).text if caller.hours else ""
        yield Group(title, norwegian.phone(caller.phone), caller.phone, hours, caller.email, tasks)


def _task(due: Due, caller: Caller, site: Site) -> Task:
    told = " ".join(filter(None, (stands(due, site.words), why(due, site.words))))
    href = due.entry.page if due.entry in site.catalogue.shown else ""
    edit = edit_address(due.entry, site.catalogue) if site.catalogue.settings.edit_link else ""
    asked = first_missing(due.entry, site.catalogue, site.words)
    return Task(site.say(due.entry.title), href, edit, told, asked, "" if caller.is_there else caller.link)


def _month_name(point: Point, site: Site) -> str:
    if point.day == site.catalogue.today:
        return site.words.say("status.now")
    return f"{norwegian.month(point.day, site.language)} {point.day.year}"


def _chart(months: tuple[Point, ...], site: Site) -> str:
    bars = [
        Month(norwegian.month(point.day, site.language)[:_SHORT], tuple(point.standing), point.standing.percent)
        for point in months
    ]
    first, last = months[0].standing, months[-1].standing
    says = site.words.say(
        "status.chart_says", first=first.percent, since=_month_name(months[0], site), now=last.percent
    )
    return draw_months(bars, site.words, title=site.words.say("status.over_time"), says=says, id="ferskhet")


def _of_types(site: Site) -> Iterator[Row]:
    for kind in ENTRY_TYPES:
        yield from _row(site, Markup(site.words.say(f"type.{kind.folder}.many")), site.catalogue.shown_of(kind))  # noqa: S704  # our own words


def _of_categories(site: Site) -> Iterator[Row]:
    """The categories at the top, each with those under it; an entry counts in each of its own."""
    for category in site.catalogue.categories.values():
        if category.parent is None:
            family = site.catalogue.family(category.code)
            of_it = tuple(one for one in site.catalogue.shown if not family.isdisjoint(one.categories))
            yield from _row(site, site.say(category.name), of_it)


def _row(site: Site, name: Markup, entries: tuple[Entry, ...]) -> Iterator[Row]:
    if entries:
        standing = standing_of(entries, site.catalogue.today)
        yield Row(name, standing, Markup(draw_share(standing)))  # noqa: S704  # our own drawing


def _unknown(site: Site) -> Iterator[tuple[str, int, int, int]]:
    """Label, how many lack it, of how many, in per cent."""
    for row in most_unknown(site.catalogue, _MOST_UNKNOWN):
        field = field_named(row.kind, row.key)
        label = field_label(row.kind, field, site.words) if field else row.key
        yield label, row.missing, row.asked, round(100 * row.missing / row.asked)
