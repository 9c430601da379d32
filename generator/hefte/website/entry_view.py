"""What an entry's page shows: facts first, then prose, neighbours, sources, and what to do next."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.catalogue import Catalogue, has_page
from hefte.language import Words
from hefte.model import Entry, Group, Organisation, Place, Walk
from hefte.model.choices import Discount
from hefte.model.texts import Text
from hefte.model.walk_choices import Course
from hefte.telling.changes import changes, has_untold_pause
from hefte.telling.facts import Fact
from hefte.telling.freshness import is_overdue, last_checked
from hefte.telling.notices import notices
from hefte.telling.price import price_for_two
from hefte.telling.where import municipalities_of
from hefte.website.chips import Chip, answer_chip
from hefte.website.contact import contact_view, source_view
from hefte.website.entry_extras import extras
from hefte.website.fact_icons import icon_of
from hefte.website.facts import counted, facts
from hefte.website.group import asked_first, group_view
from hefte.website.map_links import map_page, phone_map, ways_out
from hefte.website.once import once
from hefte.website.photos import photos_of
from hefte.website.prose import marked, to_html
from hefte.website.site import Site
from hefte.website.walk import walk_view

PRACTICAL = ("transport", "parking", "accessible_parking", "accessible_toilet")
"""What stands beside a walk, under «Slik kommer du deg dit»."""

_SAME_PLACE_M = 10.0
"""Nearer than this is the same door."""


class Owner(NamedTuple):
    """An organisation that is named on a page: as what, its title, its own page."""

    label: str
    title: Markup
    page: str


class Neighbours(NamedTuple):
    """The other entries on a page: those nearby with their metres, also of the far end, and those of the same kind."""

    near: tuple[tuple[Entry, float], ...]
    alike: tuple[Entry, ...]
    at_the_end: tuple[tuple[Entry, float], ...] = ()


def view(site: Site, entry: Entry, beside: Neighbours) -> Mapping[str, object]:
    """What the template shows; every value is words, a link or markup of ours."""
    return {
        "entry": entry,
        "kicker": kicker(site, entry),
        "back_": site.words.say(f"type.{entry.folder}.many"),
        **_facts(site, entry),
        **_prose(site, entry.body),
        **_of_its_type(site, entry),
        **_others(site, entry, beside),
        "photos": tuple(photos_of(site, entry)),
        "contact": contact_view(site, entry),
        "checked": last_checked(entry, site.words, site.catalogue.today),
        "overdue": is_overdue(entry, site.catalogue.today),
        "sources": tuple(source_view(site, entry, source) for source in entry.sources),
        "ways_out": ways_out(site, entry),
        "phone_map": phone_map(site, entry),
        "map_page": map_page(site, entry),
        **extras(site, entry),
    }


def _facts(site: Site, entry: Entry) -> Mapping[str, object]:
    first, others = facts(site, entry)
    asked = asked_first((*first, *others), site.words) if isinstance(entry, Group) else ()
    names = {fact.name for fact in asked}
    first = (*(fact for fact in first if fact.name not in names), *asked)
    others = tuple(fact for fact in others if fact.name not in names)
    aside = tuple(fact for fact in first if isinstance(entry, Walk) and fact.name in PRACTICAL)
    return {
        "facts": tuple(_row(site, entry, fact) for fact in first if fact not in aside),
        "practical": tuple(_row(site, entry, fact) for fact in aside),
        "others": tuple((fact, icon_of(fact.name)) for fact in others),
        "answers": answers(site, entry),
    }


def _row(site: Site, entry: Entry, fact: Fact) -> tuple[object, ...]:
    """A fact with its icon, the page that its answer leads to, and the table under it."""
    icon = icon_of(fact.name)
    if fact.name in {"place", "base"}:
        page = page_of(site, site.catalogue.venue(entry))
        return fact, icon, f"{site.up(entry.page)}{page}" if page else ""
    return (fact, icon, "", sums(site, entry)) if fact.name == "price" else (fact, icon)


@once
def answers(site: Site, entry: Entry) -> tuple[Chip, ...]:
    """What one can count on, as chips."""
    return tuple(answer_chip(answer) for answer in counted(site, entry))


def _prose(site: Site, body: Text | None) -> Mapping[str, object]:
    said = marked(body.said(site.language), site.language) if body else ""
    plain = to_html(body.lettlest) if body and body.lettlest else ""
    return {"prose": Markup(said), "plain_prose": Markup(plain)}  # noqa: S704  # cleaned by nh3


def _of_its_type(site: Site, entry: Entry) -> Mapping[str, object]:
    return {
        "walk": walk_view(site, entry) if isinstance(entry, Walk) else None,
        "group": group_view(site, entry) if isinstance(entry, Group) else None,
        "changes": changes(entry, site.words, site.catalogue.today),
        "more_notices": tuple(notices(entry, site.catalogue, site.words)),
        "paused": has_untold_pause(entry, site.words),
    }


def _others(site: Site, entry: Entry, beside: Neighbours) -> Mapping[str, object]:
    return {
        "owners": tuple(owners(site, entry)),
        "offers": offers(site.catalogue, entry),
        "near": tuple((one, _away(site, metres)) for one, metres in beside.near),
        "near_end": tuple((one, _away(site, metres)) for one, metres in beside.at_the_end),
        "near_end_": site.words.say(f"entry_page.near_{_far_end(entry)}"),
        "alike": beside.alike,
    }


def _far_end(entry: Entry) -> str:
    return "turn" if isinstance(entry, Walk) and entry.course is Course.RETURN else "end"


def offers(catalogue: Catalogue, entry: Entry) -> tuple[Entry, ...]:
    """What an organisation offers, or what happens at a place."""
    return catalogue.referrers(entry) if isinstance(entry, Organisation | Place) else ()


def owners(site: Site, entry: Entry) -> Iterator[Owner]:
    """Who stands behind an entry, and what an organisation is a part of."""
    catalogue = site.catalogue
    for name, found in (("organiser", catalogue.organiser(entry)), ("part_of", catalogue.parent(entry))):
        if found:
            yield Owner(site.words.say(f"field.{name}"), site.say(found.title), page_of(site, found))


def page_of(site: Site, entry: Entry | None) -> str:
    """The page of another entry from the language's root; empty where there is none today."""
    return entry.page if entry is not None and has_page(entry, site.catalogue.today) else ""


def _away(site: Site, metres: float) -> str:
    if metres < _SAME_PLACE_M:
        return site.words.say("entry_page.same_place")
    return site.words.say("entry_page.away", distance=norwegian.distance(metres, site.language))


@once
def kicker(site: Site, entry: Entry) -> str:
    """The line above the title: what it is and where, «Tur · Kråkerøy»."""
    kind = site.words.say(f"type.{entry.folder}.one")
    area = site.catalogue.area_of(entry) or ", ".join(municipalities_of(entry, site.words))
    return " · ".join(part for part in (kind, area) if part)


@once
def sums(site: Site, entry: Entry) -> tuple[tuple[str, str], ...]:
    """The table under «Pris for to»: (who, how much); empty where there is nothing to add up."""
    two = price_for_two(entry, site.catalogue.today)
    if not two.known or two.free or two.card in {None, Discount.NO}:
        return ()
    rows = [("with_card", two.with_card)]
    rows += [("without_card", two.without_card)] if two.without_card is not None else []
    return tuple((site.words.say(f"entry_page.sum.{name}"), _sum(amount, site.words)) for name, amount in rows)


def _sum(amount: float | None, words: Words) -> str:
    return words.say("tell.dont_know") if amount is None else norwegian.kroner(amount, words.language)
