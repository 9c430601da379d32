"""Lists: per type, category, area and theme, Gratis, A–Å, in pages of a size that a phone can carry."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.language import Words
from hefte.model import ENTRY_TYPES, Activity, Entry, Event, Group, Happening, Organisation, Place, Walk
from hefte.model.settings import Category
from hefte.telling.themes import THEMES
from hefte.telling.where import tell_municipality, where_in_short
from hefte.website.digests import Digests, of_cards
from hefte.website.site import Page, Site
from hefte.website.subscribe import Subscription, subscription, with_times

CARDS_A_PAGE = 120

KINDS: tuple[type[Entry], ...] = (Walk, Activity, Event, Group, Place, Organisation)
"""The types in the order in which a page shows them: what one can do first, then where, then who."""

_CHOICES = {"gratis": "pris=gratis", "med-rullestol": "rullestol=ja"}
"""The themes that are filters of the finder too."""


class Cluster(NamedTuple):
    """Entries under one heading; the first group of a list may have none."""

    title: str
    entries: tuple[Entry, ...]


class Listing(NamedTuple):
    """A list before it is cut into pages: where it lies, what it is called, what it holds."""

    path: str
    section: str
    title: str
    lead: str
    groups: tuple[Cluster, ...]
    is_top: bool = False
    calendar: Subscription | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All its entries in order."""
        return tuple(entry for group in self.groups for entry in group.entries)

    @property
    def on_the_map(self) -> str:
        """The map of a type's or a top category's entries, from the language's root; empty for other lists."""
        return f"kart.html?{self.choice}" if self.choice.startswith("slag=") or self.is_top else ""

    @property
    def in_the_calendar(self) -> str:
        """What of it is on at stated times, in the calendar; empty for a list without any such."""
        is_on = self.choice and any(isinstance(entry, Happening) for entry in self.entries)
        return f"kalender.html?{self.choice}" if is_on else ""

    @property
    def choice(self) -> str:
        """What the finder would be asked for the same, as in its address; empty where it has no such filter."""
        name = self.path.removesuffix(".html").rpartition("/")[2]
        if name == "index":
            return f"slag={self.section}"
        return f"{self.section}={name}" if self.section in {"kategori", "omrade"} else _CHOICES.get(name, "")


Listings = tuple[Listing, ...]


def by_municipality(site: Site, entries: Iterable[Entry]) -> tuple[Cluster, ...]:
    """Cluster entries by their first municipality, the site's own first, then by the alphabet."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.municipalities[0], []).append(entry)
    own = site.catalogue.settings.municipalities
    names = {number: _named(number, site.words) for number in found}
    order = sorted(found, key=lambda number: (number not in own, norwegian.sort_key(names[number])))
    return tuple(Cluster(names[number] if len(order) > 1 else "", tuple(found[number])) for number in order)


def _named(number: str, words: Words) -> str:
    """The heading of a municipality; an invented number has no name, and then no heading."""
    told = tell_municipality(number, words)
    return "" if told == number else told


def listings(site: Site) -> Iterator[Listing]:
    """Every list of the site that has something in it; the lists of types are there even when empty."""
    words, shown = site.words, site.catalogue.shown
    for kind in ENTRY_TYPES:
        entries = site.catalogue.shown_of(kind)
        title, lead = (
            words.say(f"type.{kind.folder}.many"),
            words.say(f"list.lead.{kind.folder}", contacts=contacts(site)),
        )
        yield Listing(f"{kind.folder}/index.html", kind.folder, title, lead, by_municipality(site, entries))
    for name, belongs in THEMES.items():
        entries = tuple(entry for entry in shown if belongs(entry, site.catalogue, site.rules))
        if entries or name == "gratis":
            title, lead = words.say(f"list.title.{name}"), words.say(f"list.lead.{name}")
            yield Listing(f"{name}.html", "oversikt", title, lead, by_type(site, entries))
    yield from _by_category(site)
    for slug, entries in sorted(site.catalogue.areas.items()):
        area = site.catalogue.area_of(entries[0]) or slug
        lead = words.say("list.lead.area", area=area)
        yield _with_calendar(site, Listing(f"omrade/{slug}.html", "omrade", area, lead, by_type(site, entries)))


def contacts(site: Site) -> str:
    """What the municipality calls its support contacts, in the plural."""
    own = site.catalogue.settings.contact_word
    return own.plural.said(site.language).text if own else site.words.say("list.contacts")


def by_type(site: Site, entries: Sequence[Entry]) -> tuple[Cluster, ...]:
    """Cluster entries by their type."""
    clusters = (
        Cluster(
            site.words.say(f"type.{kind.folder}.many"), tuple(entry for entry in entries if isinstance(entry, kind))
        )
        for kind in KINDS
    )
    return tuple(cluster for cluster in clusters if cluster.entries)


def category_entries(site: Site, code: str) -> tuple[Entry, ...]:
    """The shown entries of a category and of the categories under it."""
    codes = site.catalogue.family(code)
    return tuple(entry for entry in site.catalogue.shown if not codes.isdisjoint(entry.categories))


def _by_category(site: Site) -> Iterator[Listing]:
    for category in site.catalogue.categories.values():
        entries = category_entries(site, category.code)
        title = site.plain(category.name)
        lead = site.words.say("list.lead.category", category=title)
        yield _with_calendar(
            site,
            Listing(
                category_page(category), "kategori", title, lead, by_type(site, entries), is_top=not category.parent
            ),
        )


def _with_calendar(site: Site, listing: Listing) -> Listing:
    """The list with the calendar of what is on; one without times has nothing to follow."""
    if not with_times(site, listing.entries):
        return listing
    return listing._replace(calendar=subscription(site, listing.path))


def category_page(category: Category) -> str:
    """The address of a category's list below the language's root."""
    return f"kategori/{norwegian.slug(category.code)}.html"


def pages(site: Site, digests: Digests, every: Listings) -> Iterator[Page]:
    """Every list, cut into pages, and the index A–Å."""
    for listing in every:
        yield from _cut(site, listing, digests)
    yield from _index(site)


def _cut(site: Site, listing: Listing, digests: Digests) -> Iterator[Page]:
    parts = tuple(_portions(listing.groups, CARDS_A_PAGE)) or ((),)
    for number, part in enumerate(parts):
        entries = tuple(entry for cluster in part for entry in cluster.entries)
        yield Page(
            path=numbered(listing.path, number),
            section=listing.section,
            title=listing.title if not number else f"{listing.title} ({number + 1})",
            description=listing.lead,
            template="list.html",
            view=_view(listing, part, number, len(parts)),
            made_of=(
                str(len(parts)),
                str(len(listing.entries)),
                str(listing.calendar),
                *of_cards(site.catalogue, entries, digests),
            ),
        )


def numbered(path: str, number: int) -> str:
    """The address of a list's page: the first as it is, then `…-2.html`."""
    return path if not number else f"{path.removesuffix('.html')}-{number + 1}.html"


def _portions(clusters: Iterable[Cluster], most: int) -> Iterator[tuple[Cluster, ...]]:
    """Cut clusters into portions of at most so many entries; a heading is repeated where it is cut."""
    portion: list[Cluster] = []
    room = most
    for cluster in clusters:
        rest = cluster.entries
        while rest:
            portion.append(Cluster(cluster.title, rest[:room]))
            rest, room = rest[room:], room - len(rest[:room])
            if not room:
                yield tuple(portion)
                portion, room = [], most
    if portion:
        yield tuple(portion)


def _view(listing: Listing, part: Sequence[Cluster], number: int, count: int) -> Callable[[], Mapping[str, object]]:
    def view() -> Mapping[str, object]:
        return {
            "listing": listing,
            "number": number,
            "pages": tuple(numbered(listing.path.rpartition("/")[2], at) for at in range(count)),
            "groups": tuple(part),
            "count": len(listing.entries),
        }

    return view


class Name(NamedTuple):
    """A line of the index: the title, its page, what it is, and what must be known first."""

    title: Markup
    href: str
    note: str
    closed: Markup


def _index(site: Site) -> Iterator[Page]:
    letters: dict[str, list[Name]] = {}
    titled = sorted(site.catalogue.shown, key=lambda entry: norwegian.sort_key(site.plain(entry.title)))
    for entry in titled:
        letters.setdefault(norwegian.initial(site.plain(entry.title)), []).append(_name(site, entry))
    everything = tuple((letter, tuple(names)) for letter, names in letters.items())
    words = site.words
    yield Page(
        path="a-a.html",
        section="oversikt",
        title=words.say("list.title.a-a"),
        description=words.say("list.lead.a-a"),
        template="index.html",
        view=lambda: {"letters": everything, "alphabet": "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ", "count": len(titled)},
        made_of=tuple("|".join(name) for _, names in everything for name in names),
    )


def _name(site: Site, entry: Entry) -> Name:
    kind = site.words.say(f"type.{entry.folder}.one").lower()
    where = where_in_short(site.catalogue, entry, site.words).rpartition(", ")[2]
    return Name(
        site.say(entry.title), entry.page, ", ".join(part for part in (kind, where) if part), site.say(entry.notice)
    )
