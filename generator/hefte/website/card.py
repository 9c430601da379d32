"""The card of an entry: its title as the link, at most three lines of facts, at most three chips."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.language import Words
from hefte.model import Entry, Event, Organisation, Place, Walk
from hefte.model.parts import Occasion
from hefte.occurrences import is_cancelled
from hefte.telling.price import bought_once, price_for_two, tell_price, tell_row
from hefte.telling.promised import is_to_come, rows_now, tell_age, tell_row_time_of_year, tell_time_of_year
from hefte.telling.sources import is_unsure
from hefte.telling.themes import is_surely_free
from hefte.telling.walk import is_known_easy, slow_minutes
from hefte.telling.when import capital, stated_as, stated_rows, tell_event, tell_with_limits, when_told
from hefte.telling.where import where_in_short
from hefte.website.chips import Chip, chips_of
from hefte.website.once import once
from hefte.website.photos import smallest_copy
from hefte.website.scene import picture_of
from hefte.website.site import Site

Line = tuple[str, str, str]


class Card(NamedTuple):
    """What a card shows; `closed` stands first; `href` is from the language's root, `picture` from the site's."""

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
    closed: Markup


def picture_above(site: Site, walk: Walk) -> str:
    """The picture above a walk, from the site's root."""
    return smallest_copy(site.catalogue, walk) or picture_of(walk, wheels=is_known_easy(walk, site.rules))


@once
def card(site: Site, entry: Entry) -> Card:
    """The card of an entry in the site's language."""
    top = site.catalogue.main_category(entry)
    walk = isinstance(entry, Walk)
    return Card(
        title=site.say(entry.short_title or entry.title),
        href=entry.page,
        lead=site.say(entry.lead) if walk or isinstance(entry, Organisation | Place) else Markup(),
        lines=tuple(_lines(site, entry))[:3],
        chips=tuple(chips_of(site, entry))[:3],
        icon="" if walk else (top.icon if top and top.icon else "sparkles"),
        colour=(top.colour if top else None) or "gran",
        picture=picture_above(site, entry) if isinstance(entry, Walk) else "",
        cancelled=is_cancelled(entry),
        kind=site.words.say(f"type.{entry.folder}.one"),
        closed=site.say(entry.notice),
    )


def _lines(site: Site, entry: Entry) -> Iterator[Line]:
    """The lines of a card; what its source is unsure of says so."""
    words = site.words
    unsure = f" ({words.say('tell.unsure')})"
    for alias, icon, bold, plain in _told(site, entry):
        yield icon, bold, plain + unsure if is_unsure(entry, alias) else plain


def _told(site: Site, entry: Entry) -> Iterator[tuple[str, str, str, str]]:
    """The lines as (key in the file, icon, bold, plain)."""
    words = site.words
    if isinstance(entry, Walk):
        yield ("lengde", "route", *_length(entry, words))
    if told := _when(entry, site.catalogue.today, words):
        yield (stated_as(entry), "clock", *told)
    if where := where_in_short(site.catalogue, entry, words):
        yield ("sted", "map-pin", "", where)
    if entry.price and not is_surely_free(entry):
        yield ("pris", "ticket", *_price(entry, site.catalogue.today, words))


def _when(entry: Entry, today: date, words: Words) -> tuple[str, str] | None:
    """The first days and hours that hold, and how long they do: «Lørdag kl. 11–15», « · juni–august 2026»."""
    if isinstance(entry, Event) and entry.start is not None:
        return tell_event(entry, words)[0], ""
    told = [(row, days) for row in rows_now(entry, today) for days in tell_with_limits((row,), words)[0]]
    if not told:
        return _without_hours(entry, today, words)
    row, days = told[0]
    beside = (tell_row_time_of_year(row, entry, today, words), _age(entry, row, today, words))
    more = words.say("card.more_hours") if len(told) > 1 else ""
    return days, "".join(f" · {part}" for part in beside if part) + more


def _age(entry: Entry, row: Occasion, today: date, words: Words) -> str:
    """«fra 2023 – spør først», unless what stands first or the last day says as much."""
    return tell_age(entry, today, words) if is_to_come(row, today) and not entry.notice else ""


def _without_hours(entry: Entry, today: date, words: Words) -> tuple[str, str] | None:
    """What an entry whose days and hours nobody has stated says of its time: an event's remarks, else its dates."""
    if isinstance(entry, Event):
        _, limits = when_told(entry, words)
        return words.say("tell.date_unknown"), "".join(f" · {limit}" for limit in limits)
    told = tell_time_of_year(entry, today, words) if stated_rows(entry) else ""
    return (capital(told), "") if told else None


def _price(entry: Entry, today: date, words: Words) -> tuple[str, str]:
    """The price for two with its condition: «60 kr for to», « med ledsagerbevis»; or «600 kr», « · Halvåret»."""
    if once := bought_once(entry, today):
        what, amount = tell_row(once, words)
        return amount, f" · {what}"
    two = price_for_two(entry, today)
    if two.free:
        return tell_price(entry, today, words), ""
    if not two.known:
        return words.say("card.price_unknown"), ""
    cheapest = two.without_card if two.with_card is None else two.with_card
    condition = "" if two.with_card is None else words.say("card.with_card" if two.card else "card.if_card")
    return words.say("card.for_two", kroner=norwegian.kroner(cheapest or 0.0, words.language)), condition


def _length(walk: Walk, words: Words) -> tuple[str, str]:
    far = norwegian.distance(walk.length, words.language) if walk.length else words.say("card.length_unknown")
    course = words.say(f"choice.Course.{walk.course.value}").lower() if walk.course else ""
    slow = slow_minutes(walk)
    pace = words.say("card.slow", minutes=norwegian.duration(slow, words.language)) if slow else ""
    return far, "".join(f" · {part}" for part in (course, pace) if part)
