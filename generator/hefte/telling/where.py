"""Where it is: the venue, the spot or the start of a walk, in full and in short; and the municipality."""

from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Event, Group, Organisation, Walk
from hefte.model.parts import Spot
from hefte.municipalities import MUNICIPALITIES
from hefte.telling.facts import Fact, known, said, unknown


def tell_spot(spot: Spot) -> tuple[str, str]:
    """A place as (name, address)."""
    town = " ".join(filter(None, (spot.postal_code, spot.town)))
    address = ", ".join(filter(None, (spot.address, town)))
    return (spot.name or address, address if spot.name else "")


def tell_municipality(number: str, words: Words) -> str:
    """The name of a municipality; an invented number has none and is told as it stands."""
    return words.say("list.whole_country") if number == "hele_landet" else MUNICIPALITIES.get(number, number)


def municipalities_of(entry: Entry, words: Words) -> tuple[str, ...]:
    """The names of an entry's municipalities, without the numbers that have none."""
    named = (number for number in entry.municipalities if number in MUNICIPALITIES or number == "hele_landet")
    return tuple(tell_municipality(number, words) for number in named)


def where_in_short(catalogue: Catalogue, entry: Entry, words: Words) -> str:
    """Where it is in a few words: the venue, else the spot, else the area."""
    area = catalogue.area_of(entry) or ""
    return ", ".join(dict.fromkeys(part for part in (_site_of(entry, catalogue, words).name, area) if part))


def place(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """Where it is, with the address beneath; what people come to says so when nobody has told us."""
    site = _site_of(entry, catalogue, words)
    if not site.name:
        return None if isinstance(entry, Walk | Organisation | Group) else unknown("place", words)
    return known(entry, site.field, site.alias, words, site.name, site.address if site.address != site.name else "")


class _Site(NamedTuple):
    """The field that says where it is, with its key; and what it says."""

    field: str
    alias: str
    name: str
    address: str


def _site_of(entry: Entry, catalogue: Catalogue, words: Words) -> _Site:
    field, alias = _stated(entry)
    if isinstance(entry, Event) and entry.elsewhere:
        return _Site(field, alias, said(entry.elsewhere, words), "")
    venue, spot = catalogue.venue(entry), catalogue.spot(entry)
    name, address = tell_spot(spot) if spot else ("", "")
    if venue is None:
        return _Site(field, alias, name, address)
    title = said(venue.title, words)
    # «Ungdomshuset Verket, Verket» says it twice.
    inside = title.casefold()
    return _Site(field, alias, title, ", ".join(part for part in (name, address) if part.casefold() not in inside))


def _stated(entry: Entry) -> tuple[str, str]:
    if entry.place is not None:
        return "place", "sted"
    if isinstance(entry, Walk):
        return "start", "start"
    if isinstance(entry, Group):
        return "base", "base"
    return ("visiting_address", "besøksadresse") if isinstance(entry, Organisation) else ("place", "sted")
