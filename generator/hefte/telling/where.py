"""Where it is: the venue, the spot or the start of a walk, in full and in short."""

from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Group, Organisation, Walk
from hefte.model.parts import Spot
from hefte.telling.facts import Fact, known, said, unknown


def tell_spot(spot: Spot) -> tuple[str, str]:
    """A place as (name, address)."""
    town = " ".join(filter(None, (spot.postal_code, spot.town)))
    address = ", ".join(filter(None, (spot.address, town)))
    return (spot.name or address, address if spot.name else "")


def where_in_short(catalogue: Catalogue, entry: Entry, words: Words) -> str:
    """Where it is in a few words: the venue, else the spot, else the area."""
    area = catalogue.area_of(entry) or ""
    return ", ".join(dict.fromkeys(part for part in (_named(catalogue, entry, words)[0], area) if part))


def place(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:
    """Where it is, with the address beneath; what people come to says so when nobody has told us."""
    name, address = _named(catalogue, entry, words)
    if not name:
        return None if isinstance(entry, Walk | Organisation | Group) else unknown("place", words)
    is_start = isinstance(entry, Walk) and entry.place is None
    field, alias = ("start", "start") if is_start else ("place", "sted")
    return known(entry, field, alias, words, name, address if address != name else "")


def _named(catalogue: Catalogue, entry: Entry, words: Words) -> tuple[str, str]:
    venue, spot = catalogue.venue(entry), catalogue.spot(entry)
    name, address = tell_spot(spot) if spot else ("", "")
    return (said(venue.title, words) if venue else name), address
