"""The filters of the finder: what they are called, how many entries each choice has, and where one may measure from."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypedDict, cast

from hefte.catalogue import Position
from hefte.finder.facets import FACETS, Facet
from hefte.finder.table import table
from hefte.model import Place
from hefte.model.times import WEEK
from hefte.norwegian import slug, sort_key
from hefte.output import Output
from hefte.search.index import base36
from hefte.search.scripts import call
from hefte.telling.when import capital
from hefte.telling.where import tell_municipality
from hefte.website.site import Site

_PLACES_NAMED = 150
"""So many places may be chosen to measure from; a larger municipality offers its areas only."""

_LINES = ("clock", "map-pin", "ticket", "route")
_CHIPS = ("check", "tilde", "x", "question-mark", "info-circle", "gift", "alert-triangle", "sparkles")


class Choice(NamedTuple):
    """A choice of a filter: its code, what it is called, and how many entries it holds."""

    code: str
    label: str
    number: int


class Group(NamedTuple):
    """A filter on the page: its choices in a row of answers, or as pills; `open` ones stand first."""

    code: str
    label: str
    choices: tuple[Choice, ...]
    answers: bool
    open: bool


class Start(NamedTuple):
    """Somewhere to measure distances from: its code in the address, its name, and where it is."""

    code: str
    label: str
    position: str


class _Column(TypedDict):
    code: str
    options: Sequence[str]
    distinct: Sequence[Sequence[int]]
    rows: str


def table_of(site: Site) -> Mapping[str, object]:
    """The table of the filters, made once for all languages where the site brings it."""
    return site.table() or table(site.catalogue, site.rules)


def table_script(site: Site, key: str) -> Iterator[Output]:
    """`assets/table.js`, which all languages share."""
    if not site.prefix:
        yield Output("assets/table.js", key, lambda: call("hefteTable", table_of(site)))


def head(site: Site) -> str:
    """What the page loads before its body is read: its looks, and at once what its scripts will ask for."""
    assets = f"{site.assets('finn.html')}assets/"
    early = "".join(f'<link rel="preload" as="script" href="{assets}{name}.js">' for name in _early(site))
    return f'<link rel="stylesheet" href="{assets}finder.css">{early}'


def _early(site: Site) -> tuple[str, ...]:
    return (f"search-{site.language}", "table")


def filters(site: Site) -> Mapping[str, object]:
    """What the filters of the page show."""
    groups = tuple(groups_of(site))
    contact = site.catalogue.settings.contact
    categories = site.catalogue.categories.values()
    return {
        "open_groups": tuple(group for group in groups if group.open),
        "more_groups": tuple(group for group in groups if not group.open),
        "weekdays": tuple(_weekdays(site)),
        "starts": tuple(_starts(site)),
        "icons": sorted({*_LINES, *_CHIPS, *(one.icon for one in categories if one.icon)}),
        "pages": tuple((site.plain(page.title), page.page) for page in site.catalogue.pages),
        "phone": (contact.phone or "") if contact else "",
        "email": (contact.email or "") if contact else "",
    }


def number_with(site: Site, code: str, choice: str) -> int:
    """How many entries have a choice of a filter, as the finder counts it."""
    columns = cast("Sequence[_Column]", table_of(site)["facets"])
    size = len(site.catalogue.shown)
    return sum(_counts(column, size).get(choice, 0) for column in columns if column["code"] == code)


def groups_of(site: Site) -> Iterator[Group]:
    """The filters that can tell entries apart: with two choices that somebody has, of yes and no at least one known."""
    columns = cast("Sequence[_Column]", table_of(site)["facets"])
    size = len(site.catalogue.shown)
    for facet, column in zip(FACETS, columns, strict=True):
        counts = _counts(column, size)
        labels = {option.code: site.words.say(option.label) for option in facet.options} or _labels(site, facet.code)
        choices = tuple(Choice(code, labels.get(code, code), counts.get(code, 0)) for code in _order(facet, labels))
        used = tuple(choice for choice in choices if choice.number or _always(facet, choice.code))
        known = sum(1 for choice in choices if choice.number and not (facet.answers and choice.code == "vet-ikke"))
        if known >= (1 if facet.answers else 2):
            yield Group(facet.code, site.words.say(facet.label), used, facet.answers, facet.open)


def _order(facet: Facet, labels: Mapping[str, str]) -> Sequence[str]:
    return tuple(option.code for option in facet.options) or tuple(labels)


def _always(facet: Facet, code: str) -> bool:
    """Ja · Vet ikke · Nei are always three; «delvis» is there where somebody has said it."""
    return facet.answers and code != "delvis"


def _counts(column: _Column, size: int) -> Mapping[str, int]:
    """How many entries have each choice."""
    width = len(base36(max(len(column["distinct"]) - 1, 0)))
    rows = column["rows"]
    found = Counter(rows[at : at + width] for at in range(0, len(rows), width)) or Counter({"0" * width: size})
    counts: Counter[str] = Counter()
    for number, places in enumerate(column["distinct"]):
        many = found.get(base36(number).rjust(width, "0"), 0)
        counts.update({column["options"][place]: many for place in places})
    return counts


def _labels(site: Site, code: str) -> Mapping[str, str]:
    """What the choices that come from the content are called, in their order."""
    found = {"kategori": _categories, "omrade": _areas, "kommune": _municipalities}[code](site)
    return {**dict(found), "vet-ikke": site.words.say("finder.unknown")}


def _categories(site: Site) -> Iterator[tuple[str, str]]:
    for category in site.catalogue.categories.values():
        yield slug(category.code), site.plain(category.name)


def _areas(site: Site) -> Iterator[tuple[str, str]]:
    named = ((code, site.catalogue.area_of(entries[0]) or code) for code, entries in site.catalogue.areas.items())
    yield from sorted(named, key=lambda row: sort_key(row[1]))


def _municipalities(site: Site) -> Iterator[tuple[str, str]]:
    numbers = {number for entry in site.catalogue.shown for number in entry.municipalities}
    named = ((slug(number), tell_municipality(number, site.words)) for number in numbers)
    yield from sorted((row for row in named if row[0] != row[1]), key=lambda row: sort_key(row[1]))


def _weekdays(site: Site) -> Iterator[tuple[int, str]]:
    for number, day in enumerate(WEEK):
        yield number, capital(site.words.say(f"choice.Weekday.{day.value}"))


def _starts(site: Site) -> Iterator[tuple[str, tuple[Start, ...]]]:
    """Where distances may be measured from, as (key of the heading, places): the areas, and the places."""
    areas = (Start(f"omrade/{code}", name, _middle(site, code)) for code, name in _areas(site))
    found = tuple(start for start in areas if start.position)
    if found:
        yield "finder.areas", found
    places = tuple(start for place in site.catalogue.shown_of(Place) if (start := _place(site, place)))
    if places and len(places) <= _PLACES_NAMED:
        yield "finder.places", places


def _place(site: Site, place: Place) -> Start | None:
    position = site.catalogue.position(place)
    return Start(place.page.removesuffix(".html"), site.plain(place.title), _told(position)) if position else None


def _middle(site: Site, code: str) -> str:
    """The middle of the entries of an area."""
    found = [site.catalogue.position(entry) for entry in site.catalogue.areas[code]]
    known = sorted(position for position in found if position)
    return _told(known[len(known) // 2]) if known else ""


def _told(position: Position) -> str:
    return f"{position[0]:.4f},{position[1]:.4f}"
