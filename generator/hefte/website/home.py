"""The first page, the page of the search field, and the pages of prose."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.finder.answers import SEASONS
from hefte.language import Words
from hefte.model import Event, Walk
from hefte.model.choices import Season
from hefte.model.settings import Category
from hefte.occurrences import is_cancelled, is_stopped
from hefte.telling.when import MIDNIGHT, capital, tell_weekday
from hefte.telling.where import where_in_short
from hefte.website import lists
from hefte.website.card import card
from hefte.website.digests import Digests, all_but_prose, of_cards
from hefte.website.finder import filters, head
from hefte.website.joints import jointed
from hefte.website.prose import marked
from hefte.website.quick import quick_choices
from hefte.website.shelf import booklet_views
from hefte.website.site import Page, Site
from hefte.website.soon import most


class Choice(NamedTuple):
    """A list to begin with: a link with its count."""

    label: str
    href: str
    icon: str
    number: int


class Tile(NamedTuple):
    """A category on the first page."""

    label: str
    href: str
    icon: str
    colour: str
    number: int


_CHOICES = (
    ("turer/index.html", "route", "walks"),
    ("gratis.html", "gift", "gratis"),
    ("med-rullestol.html", "wheelchair", "med-rullestol"),
    ("for-eldre.html", "users", "for-eldre"),
    ("for-barn-og-unge.html", "mood-smile", "for-barn-og-unge"),
    ("arrangementer/index.html", "calendar-event", "events"),
)
"""The lists that the first page offers where no script runs, and the finder among its themes, in their order."""

_FAR_M = 5000
"""No walk that is longer is proposed to whoever has not asked for one."""


def pages(site: Site, digests: Digests, every: lists.Listings) -> Iterator[Page]:
    """The pages at the root of the language, and the prose; `every` list of the site is counted on them."""
    key = all_but_prose(site.catalogue)
    yield _first(site, every, (key, *of_cards(site.catalogue, _walks(site), digests)))
    yield _finder(site, every, (key,))
    yield from _prose(site, digests)


def _first(site: Site, every: lists.Listings, key: tuple[str, ...]) -> Page:
    settings = site.catalogue.settings
    title, lead = site.plain(settings.name), site.plain(settings.lead)
    return Page("index.html", "hjem", title, lead, "home.html", lambda: {"home": home(site, every)}, key)


def _finder(site: Site, every: lists.Listings, key: tuple[str, ...]) -> Page:
    title, lead = site.words.say("find.title"), site.words.say("find.lead")
    return Page("finn.html", "finn", title, lead, "find.html", lambda: find(site, every), key, head(site))


def _prose(site: Site, digests: Digests) -> Iterator[Page]:
    for page in site.catalogue.pages:
        said = page.body.said(site.language)
        view = {"page": page, "prose": Markup(marked(said, site.language, first=2))}  # noqa: S704  # cleaned by nh3
        made_of = (digests[page.folder, page.id],)
        title, lead = site.plain(page.title), site.plain(page.lead)
        yield Page(page.page, "sider", title, lead, "page.html", partial(dict, view), made_of)


def _counts(every: lists.Listings) -> Mapping[str, int]:
    counts = {listing.path.removesuffix(".html"): len(listing.entries) for listing in every}
    return counts | {"walks": counts["turer/index"], "events": counts["arrangementer/index"]}


def choices(site: Site, every: lists.Listings) -> tuple[Choice, ...]:
    """The lists to begin with that hold something."""
    counts = _counts(every)
    rows = (Choice(_choice_label(site, name), href, icon, counts.get(name, 0)) for href, icon, name in _CHOICES)
    return tuple(choice for choice in rows if choice.number)


def _choice_label(site: Site, name: str) -> str:
    short = {
        "walks": "type.turer.many",
        "events": "home.events",
        "for-barn-og-unge": "home.young",
    }
    return site.words.say(short.get(name, f"list.title.{name}"))


def tiles(site: Site, *, top_only: bool = True) -> tuple[Tile, ...]:
    """The categories with something in them."""
    categories = (one for one in site.catalogue.categories.values() if not (top_only and one.parent))
    return tuple(tile for tile in (_tile(site, one) for one in categories) if tile.number)


def _tile(site: Site, category: Category) -> Tile:
    count = len(lists.category_entries(site, category.code))
    return Tile(
        jointed(site.plain(category.name), site.words.say("home.joints")),
        lists.category_page(category),
        category.icon or "sparkles",
        category.colour or "gran",
        count,
    )


def home(site: Site, every: lists.Listings) -> Mapping[str, object]:
    """What the first page shows."""
    events = _coming(site)
    found = tiles(site)
    return {
        "choices": choices(site, every),
        "quick": quick_choices(site),
        "digits": len(str(most(site))),
        "categories": found,
        "category_count": len(found),
        "days": tuple(_days(site, events[:4])),
        "event_count": len(site.catalogue.shown_of(Event)),
        "walks": _walks(site),
        "walk_count": len(site.catalogue.shown_of(Walk)),
        "booklets": tuple(booklet_views(site)),
    }


def _coming(site: Site) -> tuple[Event, ...]:
    found = ((event.current_start, event) for event in site.catalogue.shown_of(Event))
    return tuple(event for _, event in sorted(((at, event) for at, event in found if at), key=lambda pair: pair[0]))


def _days(site: Site, events: Sequence[Event]) -> Iterator[Mapping[str, object]]:
    found: dict[str, list[Event]] = {}
    starts = {event.id: event.current_start for event in events if event.current_start}
    for event in events:
        found.setdefault(starts[event.id].date().isoformat(), []).append(event)
    for iso, on_day in found.items():
        first = starts[on_day[0].id]
        yield {
            "date": iso,
            "label": capital(tell_weekday(first, site.language)),
            "events": tuple(_row(site, event) for event in on_day),
        }


def _row(site: Site, event: Event) -> Mapping[str, object]:
    return {
        "start": _hour(event.current_start, site.language),
        "end": _until(event, site.words),
        "title": site.say(event.title),
        "href": event.page,
        "where": where_in_short(site.catalogue, event, site.words),
        "chips": card(site, event).chips,
        "cancelled": is_cancelled(event),
    }


def _hour(at: datetime | None, language: str) -> str:
    """The hour as a timetable has it; a start at midnight is a day without an hour."""
    if at is None or at.time() == MIDNIGHT:
        return ""
    return f"{at:%H:%M}" if language == "en" else f"{at:%H.%M}"


def _until(event: Event, words: Words) -> str:
    start, end = event.current_start, event.current_end
    if start is None or end is None or end.date() != start.date():
        return ""
    return words.say("home.until", time=norwegian.clock(end.time(), words.language))


def _walks(site: Site) -> tuple[Walk, ...]:
    """Two walks to try: those told best first, changed from month to month."""
    fit = (walk for walk in site.catalogue.shown_of(Walk) if _is_to_try(walk, site.catalogue.today))
    walks = sorted(fit, key=lambda walk: (walk.length is None, -_told(walk), walk.id))[:8]
    at = site.catalogue.today.month % len(walks) if walks else 0
    return (*walks[at:], *walks[:at])[:2]


def _is_to_try(walk: Walk, today: date) -> bool:
    """Whether anybody may be sent there today: short, open, and in season where somebody has stated one."""
    season = SEASONS[today.month % 12 // 3 - 1]
    in_season = not walk.season or not {Season.ALL_YEAR, season}.isdisjoint(walk.season)
    return in_season and (walk.length or 0) <= _FAR_M and not is_stopped(walk)


def _told(walk: Walk) -> int:
    return 3 * bool(walk.stretches) + 2 * bool(walk.track) + bool(walk.length) + bool(walk.body) + bool(walk.pictures)


def find(site: Site, every: lists.Listings) -> Mapping[str, object]:
    """What the page of the search field shows before anybody searches: every list, with its count."""
    rows = {listing.path: (listing.title, listing.path, len(listing.entries)) for listing in every if listing.entries}
    areas = tuple(rows[listing.path] for listing in every if listing.section == "omrade")
    return {
        "types": tuple(row for path, row in rows.items() if path.endswith("/index.html")),
        "themes": choices(site, every),
        "categories": tiles(site, top_only=False),
        "areas": areas,
        "total": len(site.catalogue.shown),
        **filters(site),
    }
