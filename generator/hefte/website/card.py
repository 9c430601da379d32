"""The card of an entry: its title as the link, at most three lines of facts, at most three chips."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.assessment.reach import Reach, ground_length, reaches
from hefte.assessment.telling import badge, tell_reach
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Activity, Entry, Event, Group, Organisation, Place, Walk
from hefte.model.choices import Places
from hefte.model.walk_choices import Profile
from hefte.telling.facts import said
from hefte.telling.people import yes_no_facts
from hefte.telling.price import is_free, price_for_two
from hefte.telling.sources import is_unsure
from hefte.telling.when import when_told
from hefte.telling.where import tell_spot
from hefte.website.scene import picture_of
from hefte.website.site import Site

Line = tuple[str, str, str]
Chip = tuple[str, str] | tuple[str, str, str]


class Card(NamedTuple):
    """What a card shows; `href` and `picture` are from the language's root and the site's root."""

    title: Markup
    href: str
    lead: Markup
    lines: tuple[Line, ...]
    chips: tuple[Chip, ...]
    icon: str
    colour: str
    picture: str
    cancelled: bool
    kind: str


def card(site: Site, entry: Entry) -> Card:
    """The card of an entry in the site's language."""
    top = site.catalogue.categories.get(entry.categories[0]) if entry.categories else None
    walk = isinstance(entry, Walk)
    return Card(
        title=site.say(entry.short_title or entry.title),
        href=entry.page,
        lead=site.say(entry.lead) if walk or isinstance(entry, Organisation | Place) else Markup(),
        lines=tuple(_lines(site, entry))[:3],
        chips=tuple(_chips(site, entry))[:3],
        icon="" if walk else (top.icon if top and top.icon else "sparkles"),
        colour=(top.colour if top else None) or "gran",
        picture=picture_of(entry) if walk else "",
        cancelled=is_cancelled(entry),
        kind=site.words.say(f"type.{entry.folder}.one"),
    )


def is_cancelled(entry: Entry) -> bool:
    """Whether an event as a whole does not happen."""
    return (
        isinstance(entry, Event) and entry.cancelled is not None and entry.cancelled.answer and not entry.cancelled.days
    )


def _lines(site: Site, entry: Entry) -> Iterator[Line]:
    words = site.words
    if isinstance(entry, Walk):
        yield from _walk_line(entry, words)
    if told := when_told(entry, words)[0]:
        yield ("clock", told[0], "")
    if where := where_in_short(site.catalogue, entry, words):
        yield ("map-pin", "", where)
    if entry.price and not is_free(entry):
        yield ("ticket", *_price(entry, site.catalogue.today, words))


def _price(entry: Entry, today: date, words: Words) -> tuple[str, str]:
    """The price for two with its condition: «60 kr for to», « med ledsagerbevis»."""
    two = price_for_two(entry, today)
    if not two.known:
        return words.say("card.price_unknown"), ""
    cheapest = two.without_card if two.with_card is None else two.with_card
    condition = "" if two.with_card is None else words.say("card.with_card" if two.card else "card.if_card")
    return words.say("card.for_two", kroner=norwegian.kroner(cheapest or 0.0, words.language)), condition


def _walk_line(walk: Walk, words: Words) -> Iterator[Line]:
    far = norwegian.distance(walk.length, words.language) if walk.length else words.say("card.length_unknown")
    course = words.say(f"choice.Course.{walk.course.value}").lower() if walk.course else ""
    slow = slow_minutes(walk)
    pace = words.say("card.slow", minutes=norwegian.duration(slow, words.language)) if slow else ""
    yield ("route", far, "".join(f" · {part}" for part in (course, pace) if part))


def slow_minutes(walk: Walk) -> int | None:
    """The time at a slow pace: stated, or 2 km an hour rounded to whole minutes."""
    if walk.slow_minutes is not None or walk.length is None:
        return walk.slow_minutes
    return round(walk.length / 2000 * 60)


def where_in_short(catalogue: Catalogue, entry: Entry, words: Words) -> str:
    """Where it is in a few words: the venue, else the spot, else the area."""
    venue = catalogue.venue(entry)
    spot = catalogue.spot(entry)
    name = said(venue.title, words) if venue else (tell_spot(spot)[0] if spot else "")
    area = catalogue.area_of(entry) or ""
    return ", ".join(dict.fromkeys(part for part in (name, area) if part))


def _chips(site: Site, entry: Entry) -> Iterator[Chip]:
    words = site.words
    if is_cancelled(entry):
        yield ("nei", words.say("card.cancelled"))
    if is_free(entry) and not is_unsure(entry, "pris") and not isinstance(entry, Walk | Group):
        yield ("ja", words.say("tell.free"), "gift")
    if isinstance(entry, Walk):
        yield wheelchair_chip(site, entry)
    if isinstance(entry, Activity) and entry.places_left is Places.NO:
        yield ("nei", words.say("choice.Places.nei"))
    if isinstance(entry, Group) and entry.has_room is not None:
        yield ("ja" if entry.has_room else "nei", words.say("card.room" if entry.has_room else "card.no_room"))
    if not isinstance(entry, Organisation):
        yield from _answer_chips(site, entry)


def _answer_chips(site: Site, entry: Entry) -> Iterator[Chip]:
    if isinstance(entry, Walk):
        if entry.toilet and entry.toilet.accessible:
            yield status_chip(site.words.say("field.accessible_toilet"), entry.toilet.accessible.value, site.words)
        return
    for name, label, status, _ in yes_no_facts(entry, site.catalogue, site.words):
        if name in {"wheelchair_in", "accessible_toilet"} and not is_unsure(entry, "egnet"):
            yield status_chip(label, status, site.words)


def status_chip(label: str, status: str, words: Words) -> Chip:
    """A chip for a yes/no fact; a bare name may only mean yes."""
    if status == "ja":
        return ("ja", label)
    word = (
        words.say("tell.dont_know_small") if status == "vet_ikke" else words.say(f"choice.YesNoPartly.{status}").lower()
    )
    return (status.replace("_", "-"), f"{label}: {word}")


def wheelchair_chip(site: Site, walk: Walk) -> Chip:
    """How far a manual wheelchair gets, in a chip."""
    reach = reach_of(site, walk)[Profile.MANUAL_WHEELCHAIR]
    found = badge(reach, site.words)
    status = found.status.value if found.status else "vet-ikke"
    told = (
        tell_reach(reach, walk.sights, site.words).answer.split(",")[0].rstrip(".")
        if status == "delvis"
        else found.words
    )
    return (status, site.words.say("card.wheelchair", answer=told[:1].lower() + told[1:]))


def reach_of(site: Site, walk: Walk) -> Mapping[Profile, Reach]:
    """How far one gets on a walk, for every profile."""
    length = ground_length(walk.stretches, walk.length, walk.course)
    return reaches(walk.stretches, length, site.rules)
