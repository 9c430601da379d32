"""All entries on a given day: found by id, sorted by title, with references both ways."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from itertools import accumulate, pairwise
from typing import TypeVar, cast

from hefte.model import ENTRY_TYPES, Booklet, Document, Entry, Event, Group, Page, Settings, Walk
from hefte.model.fields import fields_of
from hefte.model.parts import Spot
from hefte.model.places import Organisation, Place
from hefte.model.settings import Category
from hefte.norwegian import slug, sort_key
from hefte.occurrences import is_past
from hefte.picture import Fault, Look
from hefte.source import Source
from hefte.track import Track

_NEVER = datetime(9999, 1, 1)  # noqa: DTZ001  # local time, as all of content is

ROWS_FOR_ALL = 5_000
"""Up to here a phone fetches what it needs of every entry; above, of the areas that its reader looks at."""

D = TypeVar("D", bound=Document)
Kin = Mapping[tuple[str, str, str], tuple[Entry, ...]]
Position = tuple[float, float]


def in_order(documents: Iterable[D], language: str = "nb") -> tuple[D, ...]:
    """Sort by title in the Norwegian alphabet, events by date first, so that every output agrees on the order."""
    return tuple(sorted(documents, key=lambda one: (_date(one), sort_key(_title(one, language)), one.id)))


def _date(document: Document) -> datetime:
    start = document.start if isinstance(document, Event) else None
    return start or _NEVER


def _title(document: Document, language: str) -> str:
    title = getattr(document, "title", None)
    return title.said(language).text if title else document.id


def reference_fields(document: Document) -> Iterator[tuple[str, str, str]]:
    """The references of a document as (key in the file, folder, id)."""
    for key, folder, name in _references(type(document)):
        value = getattr(document, name)
        if isinstance(value, str):
            yield key, folder, value


@cache
def _references(kind: type[Document]) -> tuple[tuple[str, str, str], ...]:
    return tuple((row.alias, row.refers, row.name) for row in fields_of(kind) if row.refers)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything that was read without errors, as it stands on the day `today`.

    `documents` holds entries, booklets and pages; `pictures` and `tracks` name the files that
    exist, `looks` is what the pictures' headers tell, and a track that cannot be read is None;
    `taxonomy` is the default list of categories, used where the settings have none, and `icons`
    the names of the icons there are.
    """

    documents: tuple[Document, ...]
    settings: Settings
    today: date
    taxonomy: tuple[Category, ...] = ()
    pictures: frozenset[str] = frozenset()
    looks: Mapping[str, Look | Fault] = field(default_factory=dict)
    tracks: Mapping[str, Track | None] = field(default_factory=dict)
    icons: frozenset[str] = frozenset()

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The text of every file once, also of those that hold several entries."""
        found = (each.source for each in (self.settings, *self.documents))
        return tuple({source.path: source for source in found}.values())

    @cached_property
    def _by_id(self) -> Mapping[tuple[str, str], Document]:
        return {(document.folder, document.id): document for document in self.documents}

    def get(self, folder: str, identity: str) -> Document | None:
        """The document with this id, or None."""
        return self._by_id.get((folder, identity))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, shown or not, by type and title."""
        return tuple(entry for kind in ENTRY_TYPES for entry in self.all(kind))

    @cached_property
    def _of_type(self) -> Mapping[type[Document], tuple[Document, ...]]:
        found: dict[type[Document], list[Document]] = defaultdict(list)
        for document in self.documents:
            found[type(document)].append(document)
        return {kind: in_order(documents) for kind, documents in found.items()}

    def all(self, kind: type[D]) -> tuple[D, ...]:
        """All documents of a type in the order of the alphabet, shown or not."""
        return cast("tuple[D, ...]", self._of_type.get(kind, ()))

    @cached_property
    def shown(self) -> tuple[Entry, ...]:
        """The entries that are published today, by type and title."""
        return tuple(entry for entry in self.entries if is_shown(entry, self.today))

    def shown_of(self, kind: type[D]) -> tuple[D, ...]:
        """The entries of one type that are published today."""
        return tuple(one for one in self.all(kind) if isinstance(one, Entry) and is_shown(one, self.today))

    @cached_property
    def booklets(self) -> tuple[Booklet, ...]:
        """The booklets, by title."""
        return self.all(Booklet)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages of prose, by title."""
        return self.all(Page)

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        """The site's taxonomy by code: its own, or the default."""
        return {category.code: category for category in self.settings.categories or self.taxonomy}

    def main_category(self, entry: Entry) -> Category | None:
        """The first category of an entry, whose icon and colour it has."""
        return self.categories.get(entry.categories[0]) if entry.categories else None

    def family(self, code: str) -> frozenset[str]:
        """A category and all categories under it, however deep."""
        found = {code}
        for _ in self.categories:
            found |= {one.code for one in self.categories.values() if one.parent in found}
        return frozenset(found)

    @cached_property
    def _referrers(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.shown:
            for _, folder, identity in reference_fields(entry):
                found[folder, identity].append(entry)
        return {target: tuple(dict.fromkeys(entries)) for target, entries in found.items()}

    def referrers(self, document: Document) -> tuple[Entry, ...]:
        """The shown entries that refer to this one, by type and title."""
        return self._referrers.get((document.folder, document.id), ())

    def organiser(self, entry: Entry) -> Organisation | None:
        """The organisation behind an entry, where it has an entry of its own; one that is closed arranges nothing."""
        found = self.get("organisasjoner", entry.organiser) if entry.organiser else None
        return found if isinstance(found, Organisation) and not found.is_closed else None

    def parent(self, entry: Entry) -> Organisation | None:
        """What an organisation is a part of, where that has an entry of its own."""
        above = entry.part_of if isinstance(entry, Organisation) else None
        found = self.get("organisasjoner", above) if above else None
        return found if isinstance(found, Organisation) else None

    @cached_property
    def venue(self) -> Callable[[Entry], Place | None]:
        """The place that an entry refers to; asked for a dozen times on the way to a page."""

        @cache
        def venue(entry: Entry) -> Place | None:
            where = _where(entry)
            found = self.get("steder", where) if isinstance(where, str) else None
            return found if isinstance(found, Place) else None

        return venue

    def spot(self, entry: Entry) -> Spot | None:
        """Where an entry is: its own place, its venue's, the start of a walk, or where an organisation receives."""
        venue, where = self.venue(entry), _where(entry)
        own = where if isinstance(where, Spot) else None
        start = entry.start if isinstance(entry, Walk) else None
        inherited = venue.place if venue and isinstance(venue.place, Spot) else None
        reception = entry.visiting_address if isinstance(entry, Organisation) else None
        return own or start or inherited or reception

    def position(self, entry: Entry) -> Position | None:
        """Latitude and longitude in degrees, where they are known; not of a place that an event is moved to."""
        if isinstance(entry, Event) and entry.elsewhere:
            return None
        spot = self.spot(entry)
        if spot is None or spot.latitude is None or spot.longitude is None:
            return None
        return spot.latitude, spot.longitude

    def area_of(self, entry: Entry) -> str | None:
        """The neighbourhood of an entry, its own or its venue's."""
        venue = self.venue(entry)
        return entry.area or (venue.area if venue else None)

    @cached_property
    def _kindred(self) -> Kin:
        found: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
        for entry in self.shown:
            found[_kind_of(entry)].append(entry)
        return {kind: tuple(entries) for kind, entries in found.items()}

    @cached_property
    def _kin_by_likeness(self) -> tuple[tuple[Mapping[Entry, int], Kin], ...]:
        """The kindred in three orders, of the alphabet, of areas and of lengths, with the place of each in its row."""
        by_area = {kind: tuple(sorted(row, key=self._area_key)) for kind, row in self._kindred.items()}
        by_length = {kind: tuple(sorted(row, key=_length)) for kind, row in self._kindred.items()}
        orders = (self._kindred, by_area, by_length)
        return tuple(({one: at for row in rows.values() for at, one in enumerate(row)}, rows) for rows in orders)

    def _area_key(self, entry: Entry) -> str:
        return slug(self.area_of(entry) or "")

    def near_kin(self, entry: Entry, aside: int) -> tuple[Entry, ...]:
        """Those of its kindred that stand nearest by alphabet, area or length: so many at most on each side."""
        found: dict[Entry, None] = {}
        for places, rows in self._kin_by_likeness:
            row, at = rows.get(_kind_of(entry), ()), places.get(entry, 0)
            found |= dict.fromkeys((*row[at + 1 : at + 1 + aside], *row[max(0, at - aside) : at]))
        return tuple(found)

    def kindred(self, entry: Entry) -> tuple[Entry, ...]:
        """The shown entries of the same type, first category and first municipality, itself included."""
        return self._kindred.get(_kind_of(entry), ())

    @cached_property
    def areas(self) -> Mapping[str, tuple[Entry, ...]]:
        """The shown entries by the slug of their area."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.shown:
            if area := self.area_of(entry):
                found[slug(area)].append(entry)
        return {name: tuple(entries) for name, entries in found.items()}

    @cached_property
    def _regions(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.shown:
            area = self.area_of(entry)
            found[slug(area) if area else entry.municipalities[0]].append(entry)
        return {name: tuple(found[name]) for name in sorted(found)}

    @cached_property
    def rows(self) -> tuple[Entry, ...]:
        """The shown entries in the order of the files that a phone fetches: of a large catalogue area by area."""
        if len(self.shown) <= ROWS_FOR_ALL:
            return self.shown
        return tuple(entry for entries in self._regions.values() for entry in entries)

    @cached_property
    def row_areas(self) -> Mapping[str, tuple[int, int]]:
        """An area's first row, and the row after its last; nothing where every phone fetches all rows."""
        if len(self.shown) <= ROWS_FOR_ALL:
            return {}
        ends = tuple(accumulate(len(entries) for entries in self._regions.values()))
        return dict(zip(self._regions, pairwise((0, *ends)), strict=True))


def _where(entry: Entry) -> str | Spot | None:
    """The place of an entry as it is written; a group without one is where it is at home."""
    return entry.base if isinstance(entry, Group) and entry.place is None else entry.place


def _length(entry: Entry) -> float:
    return (entry.length or 0.0) if isinstance(entry, Walk) else 0.0


def _kind_of(entry: Entry) -> tuple[str, str, str]:
    return entry.folder, entry.categories[0], entry.municipalities[0]


def is_shown(entry: Entry, today: date) -> bool:
    """Whether an entry is published today: not closed down, inside its dates, not over."""
    if entry.is_closed:
        return False
    if (entry.shown_from and today < entry.shown_from) or (entry.shown_until and today > entry.shown_until):
        return False
    return not (isinstance(entry, Event) and is_over(entry, today))


def has_page(entry: Entry, today: date) -> bool:
    """Whether an address of the entry exists today: shown, or ended and said to be so; not what is still to come."""
    return is_shown(entry, today) or not (entry.shown_from and entry.shown_from > today)


def is_over(event: Event, today: date) -> bool:
    """Whether the last moment of an event lies before today."""
    end = event.current_end or event.current_start
    if end is not None:
        return end.date() < today
    return bool(event.when) and all(is_past(row, today) for row in event.when or ())
