"""A page per entry: facts first, then prose, neighbours, sources, and what to do next."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.model import Entry, Event, Group, Organisation, Place, Walk
from hefte.model.choices import PlanStatus
from hefte.model.offers import Plan
from hefte.model.parts import Origin
from hefte.model.walk import Judgement, Sight
from hefte.model.walk_choices import Profile
from hefte.municipalities import MUNICIPALITIES
from hefte.near import Near
from hefte.output import fingerprint
from hefte.telling.contact import contact_of
from hefte.telling.entry import first_facts, other_facts
from hefte.telling.facts import said
from hefte.telling.freshness import checked, is_overdue
from hefte.telling.people import yes_no_facts
from hefte.telling.price import price_for_two
from hefte.telling.values import tell_link
from hefte.telling.when import tell_days, tell_weekday
from hefte.website import maps, walk
from hefte.website.card import card, reach_of, status_chip
from hefte.website.prose import marked, to_html
from hefte.website.site import Page, Site

NEAR_M, NEAR_MOST, ALIKE_MOST = 5000.0, 3, 3

_MAP = "https://www.openstreetmap.org/?mlat={0:.5f}&mlon={1:.5f}#map=16/{0:.5f}/{1:.5f}"

ICONS: Mapping[str, str] = {
    "when": "calendar-event",
    "opening_hours": "clock",
    "place": "map-pin",
    "start": "map-pin",
    "price": "ticket",
    "audience": "users",
    "adapted": "wheelchair",
    "sign_up": "message-circle",
    "transport": "bus",
    "parking": "parking",
    "accessible_toilet": "toilet-paper",
    "gear": "backpack",
    "dog": "dog",
    "winter": "snowflake",
    "season": "sun",
    "coverage": "antenna-bars-5",
    "food": "coffee",
    "benches": "bench",
    "minutes": "hourglass",
    "course": "route",
    "grade": "sign-right",
    "marking": "sign-right",
    "lighting": "bulb",
    "energy": "bolt",
    "weather": "cloud",
    "indoors": "home",
    "pram": "baby-carriage",
    "rollator": "walk",
    "leisure_card": "cards",
    "level": "stairs",
    "people_count": "users-group",
    "places_left": "user-check",
    "trial": "help",
    "gear_loan": "backpack",
    "hours_per_month": "clock",
    "leaders": "users",
    "has_room": "user-check",
    "needs_decision": "certificate",
    "together_with": "heart-handshake",
    "fee": "coins",
    "started": "calendar",
    "base": "home",
    "free_hours": "gift",
    "entrance": "door",
    "door": "door",
    "function": "building",
    "type": "building-community",
    "number": "id-badge-2",
    "programme": "list-check",
    "climb_m": "trending-up",
    "ut_no": "external-link",
    "route_register": "map-2",
    "sign_language": "hand-stop",
}
"""The icon of a fact by its field; the rest share one."""

PRACTICAL = ("transport", "parking", "accessible_toilet")


class ContactView(NamedTuple):
    """Whom to call, as the page shows it."""

    role: Markup
    name: str
    phone: str
    phone_link: str
    email: str
    link: str
    link_text: str
    hours: Markup
    is_service: bool


class SourceView(NamedTuple):
    """A source with its certainty in words."""

    text: str
    link: str
    read: str
    certainty: str


def neighbours(site: Site, entry: Entry) -> tuple[Near, ...]:
    """The nearest other entries within 5 km, where the position is known."""
    here = site.catalogue.position(entry)
    if here is None:
        return ()
    own = f"{entry.folder}/{entry.id}"
    found = site.neighbourhood.nearest(here, NEAR_MOST + 1, NEAR_M)
    return tuple(near for near in found if near.id != own)[:NEAR_MOST]


def entry_named(catalogue: Catalogue, name: str) -> Entry | None:
    """The entry that `folder/id` names."""
    folder, _, identity = name.partition("/")
    found = catalogue.get(folder, identity)
    return found if isinstance(found, Entry) else None


def related(site: Site, entry: Entry) -> tuple[Entry, ...]:
    """Every other entry whose words stand on this entry's page."""
    catalogue = site.catalogue
    named = (entry_named(catalogue, near.id) for near in neighbours(site, entry))
    others = (
        catalogue.organiser(entry),
        catalogue.venue(entry),
        *catalogue.referrers(entry),
        *named,
        *alike(site, entry),
    )
    return tuple(other for other in others if other is not None)


def alike(site: Site, entry: Entry) -> tuple[Entry, ...]:
    """Entries of the same type and category in the same municipality: the next in the alphabet."""
    row = site.catalogue.kindred(entry)
    if len(row) < 2:
        return ()
    at = row.index(entry) + 1
    return tuple(dict.fromkeys((*row[at : at + ALIKE_MOST], *row[: max(0, at + ALIKE_MOST - len(row))])))[:ALIKE_MOST]


def pages(site: Site, digests: Mapping[tuple[str, str], str]) -> Iterator[Page]:
    """A page for every entry that is shown today."""
    for entry in site.catalogue.shown:
        yield entry_page(site, entry, digests)


def entry_page(site: Site, entry: Entry, digests: Mapping[tuple[str, str], str]) -> Page:
    """The page of one entry, remade when its own or a related entry's text changes."""
    others = related(site, entry)
    made_of = (digests[entry.folder, entry.id], *(digests[other.folder, other.id] for other in others))
    track = site.tracks.get(entry.track) if isinstance(entry, Walk) and entry.track else None
    return Page(
        path=entry.page,
        section=entry.folder,
        title=site.plain(entry.title),
        description=site.plain(entry.lead),
        template="entry.html",
        view=lambda: view(site, entry),
        made_of=(*made_of, fingerprint(repr(track)) if track else ""),
    )


def view(site: Site, entry: Entry) -> Mapping[str, object]:
    """What the template shows; every value is words, a link or markup of ours."""
    facts = first_facts(entry, site.catalogue, site.words)
    aside = tuple(fact for fact in facts if isinstance(entry, Walk) and fact.name in PRACTICAL)
    return {
        "entry": entry,
        "kicker": kicker(site, entry),
        "back_": (site.words.say(f"type.{entry.folder}.many"), "index.html"),
        "facts": tuple(fact for fact in facts if fact not in aside),
        "practical": aside,
        "others": other_facts(entry, site.words),
        "icons": ICONS,
        "answers": tuple(
            status_chip(label, status, site.words)
            for _, label, status, _ in yes_no_facts(entry, site.catalogue, site.words)
        ),
        "sums": sums(site, entry),
        "prose": Markup(marked(entry.body.said(site.language), site.language)) if entry.body else "",  # noqa: S704
        "plain_prose": Markup(to_html(entry.body.lettlest)) if entry.body and entry.body.lettlest else "",  # noqa: S704
        "walk": walk_view(site, entry) if isinstance(entry, Walk) else None,
        "group": group_view(site, entry) if isinstance(entry, Group) else None,
        "cancelled": isinstance(entry, Event) and entry.cancelled is not None and entry.cancelled.answer,
        "cancelled_days": cancelled_days(site, entry),
        "contact": contact_view(site, entry),
        "organiser": site.catalogue.organiser(entry),
        "venue": site.catalogue.venue(entry),
        "offers": tuple(card(site, one) for one in site.catalogue.referrers(entry))
        if isinstance(entry, Organisation | Place)
        else (),
        "near": tuple(_near_card(site, near) for near in neighbours(site, entry)),
        "alike": tuple(card(site, one) for one in alike(site, entry)),
        "checked": checked(entry, site.words),
        "overdue": is_overdue(entry, site.catalogue.today),
        "sources": tuple(source_view(site, source) for source in entry.sources),
        "map_link": map_link(site.catalogue, entry),
    }


def _near_card(site: Site, near: Near) -> tuple[object, str]:
    entry = entry_named(site.catalogue, near.id)
    away = site.words.say("entry_page.away", distance=norwegian.distance(near.metres, site.language))
    return (card(site, entry) if entry else None, away)


def kicker(site: Site, entry: Entry) -> str:
    """The line above the title: what it is and where, «Tur · Kråkerøy»."""
    kind = site.words.say(f"type.{entry.folder}.one")
    named = (MUNICIPALITIES.get(number, "") for number in entry.municipalities)
    area = site.catalogue.area_of(entry) or ", ".join(filter(None, named))
    return " · ".join(part for part in (kind, area) if part)


def sums(site: Site, entry: Entry) -> tuple[tuple[str, str], ...]:
    """The table under «Pris for to»: (who, how much); empty where there is nothing to add up."""
    two = price_for_two(entry, site.catalogue.today)
    if not two.known or two.free or two.card is None:
        return ()
    rows = (("with_card", two.with_card), ("without_card", two.without_card))
    words = site.words
    return tuple(
        (
            words.say(f"entry_page.sum.{name}"),
            norwegian.kroner(value, site.language) if value is not None else words.say("tell.dont_know"),
        )
        for name, value in rows
        if value is not None or name == "with_card"
    )


def contact_view(site: Site, entry: Entry) -> ContactView | None:
    """Whom to call: with a name only where consent is written down."""
    contact = contact_of(entry, site.catalogue)
    if contact is None:
        return None
    service = contact is site.catalogue.settings.contact
    role = site.say(contact.role) or (site.say(site.catalogue.settings.service) if service else Markup())
    return ContactView(
        role=role,
        name=(contact.name or "") if contact.consent else "",
        phone=norwegian.phone(contact.phone or ""),
        phone_link=contact.phone or "",
        email=contact.email or "",
        link=contact.link or "",
        link_text=tell_link(contact.link, site.words) if contact.link else "",
        hours=site.say(contact.hours),
        is_service=service,
    )


def source_view(site: Site, source: Origin) -> SourceView:
    """A source as a line of text."""
    text = said(source.title, site.words) or (tell_link(source.link, site.words) if source.link else "")
    read = norwegian.day(source.read, site.language) if source.read else ""
    certainty = site.words.say(f"choice.Certainty.{source.certainty.value}") if source.certainty else ""
    return SourceView(text, source.link or "", read, certainty)


def cancelled_days(site: Site, entry: Entry) -> tuple[str, ...]:
    """The days on which an event does not happen."""
    if not isinstance(entry, Event) or entry.cancelled is None:
        return ()
    return tuple(tell_days(days, site.language) for days in entry.cancelled.days)


def group_view(site: Site, group: Group) -> Mapping[str, object]:
    """What a group does, and its plan where it is approved; a draft is never seen."""
    plan = group.plan if group.plan and group.plan.status is PlanStatus.APPROVED else None
    return {
        "does": tuple(site.say(text) for text in group.does),
        "plan": _plan_rows(site, plan) if plan else (),
        "period": plan.period if plan else "",
    }


def _plan_rows(site: Site, plan: Plan) -> tuple[tuple[str, str, Markup, str], ...]:
    return tuple(
        (
            tell_weekday(row.day, site.language),
            norwegian.clock_span(row.hours.start, row.hours.end, site.language) if row.hours else "",
            site.say(row.what),
            ", ".join(part for part in (said(row.place, site.words), said(row.bring, site.words)) if part),
        )
        for row in plan.meetings
    )


def walk_view(site: Site, entry: Walk) -> Mapping[str, object]:
    """What only a walk's page shows."""
    track = site.tracks.get(entry.track) if entry.track else None
    reach = reach_of(site, entry)[Profile.MANUAL_WHEELCHAIR]
    return {
        "quick": walk.quick_facts(site, entry),
        "reach": walk.reach_rows(site, entry),
        "measured": bool(entry.stretches),
        "stretches": walk.stretch_rows(site, entry),
        "sights": tuple(_sight(site, sight) for sight in entry.sights),
        "judgements": tuple(_judgement(site, one) for one in entry.judgements),
        "drawing": maps.drawings(site, entry, track, reach, sketch=walk.is_sketch(entry)) if track else None,
        "scale": maps.scale(reach, site) if entry.stretches else "",
        "gpx": f"{entry.id}.gpx" if track else "",
    }


def _sight(site: Site, sight: Sight) -> tuple[str, Markup, str, Markup]:
    kind = site.words.say(f"choice.Experience.{sight.type.value}") if sight.type else ""
    at = (
        site.words.say("walk_page.at", distance=norwegian.distance(sight.at_m, site.language))
        if sight.at_m is not None
        else ""
    )
    return kind, site.say(sight.name), at, site.say(sight.text)


def _judgement(site: Site, one: Judgement) -> tuple[str, str, Markup, str]:
    words = site.words
    return (
        words.say(f"choice.Profile.{one.profile.value}"),
        words.say(f"choice.Verdict.{one.verdict.value}"),
        site.say(one.reason),
        ", ".join(
            part for part in (said(one.by, words), norwegian.day(one.day, site.language) if one.day else "") if part
        ),
    )


def map_link(catalogue: Catalogue, entry: Entry) -> str:
    """A link to the place on OpenStreetMap, opened only when somebody follows it."""
    position = catalogue.position(entry)
    return _MAP.format(*position) if position else ""
