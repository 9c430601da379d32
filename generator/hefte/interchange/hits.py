"""Addresses that lack a position, and which of a service's answers may be believed.

A wrong pin sends somebody in a wheelchair to the wrong door. So a hit is taken only where it is the same address, lies
in the entry's own municipality, and is the only one; everything else is shown to a person.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.interchange.land import ROUGH_M, Land
from hefte.model import Entry
from hefte.model.parts import Spot
from hefte.near import metres_between

ONE_PLACE_M = 100.0
"""Hits nearer to each other than this are one place with several doors."""

WHOLE_COUNTRY = "hele_landet"


class Query(NamedTuple):
    """What is asked for: a street address with what is known of the postal area, or a name."""

    address: str = ""
    postal_code: str = ""
    town: str = ""
    name: str = ""

    @property
    def text(self) -> str:
        """The address on one line, as people write it."""
        area = " ".join(filter(None, (self.postal_code, self.town)))
        return ", ".join(filter(None, (self.address or self.name, area)))


class Wanted(NamedTuple):
    """A spot without a position: the entry, the key that holds the spot, and what to ask."""

    entry: Entry
    key: str
    query: Query


class Hit(NamedTuple):
    """One answer; what the service does not tell is empty."""

    lat: float
    lon: float
    label: str
    address: str = ""
    postal_code: str = ""
    municipality: str = ""

    @property
    def spot(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return self.lat, self.lon


class Outcome(StrEnum):
    """What comes of a question; the end of the key of its words."""

    FOUND = "found"
    NOTHING = "nothing"
    AMBIGUOUS = "ambiguous"
    ANOTHER = "another"
    AWAY = "away"
    UNPLACED = "unplaced"


class Answer(NamedTuple):
    """The outcome, the hits that it is about with the best first, and how far outside it lies."""

    outcome: Outcome
    hits: tuple[Hit, ...] = ()
    away_m: float = 0.0


def spots_wanted(catalogue: Catalogue, *, names: bool = False) -> Iterator[Wanted]:
    """Every spot with an address and no position, entry by entry; with `names`, those with only a name, too."""
    for entry in sorted(catalogue.entries, key=lambda one: one.path):
        for name, field in type(entry).model_fields.items():
            spot = getattr(entry, name)
            if isinstance(spot, Spot) and (spot.latitude is None or spot.longitude is None):
                query = Query(spot.address or "", spot.postal_code or "", spot.town or "", spot.name or "")
                if query.address or (names and query.name):
                    yield Wanted(entry, str(field.alias), query)


def judge(query: Query, hits: Sequence[Hit], municipalities: Sequence[str], land: Land) -> Answer:
    """Decide what may be believed of the hits."""
    if not hits:
        return Answer(Outcome.NOTHING)
    same = tuple(hit for hit in hits if _is_same(hit, query))
    if not same:
        return Answer(Outcome.ANOTHER, tuple(hits))
    numbers = [number for number in municipalities if number != WHOLE_COUNTRY]
    if not numbers:
        return _of_one_place(same) if query.postal_code else Answer(Outcome.AMBIGUOUS, same)
    known = [number for number in numbers if land.has(number)]
    if not known:
        return Answer(Outcome.UNPLACED, same)
    away = sorted((_away(hit, known, land), number) for number, hit in enumerate(same))
    inside = tuple(same[number] for metres, number in away if metres == 0)
    return _of_one_place(inside) if inside else Answer(Outcome.AWAY, (same[away[0][1]],), away[0][0])


def _of_one_place(hits: tuple[Hit, ...]) -> Answer:
    apart = max((metres_between(one.spot, other.spot) for one, other in combinations(hits, 2)), default=0.0)
    return Answer(Outcome.FOUND if apart <= ONE_PLACE_M else Outcome.AMBIGUOUS, hits)


def _is_same(hit: Hit, query: Query) -> bool:
    """The same house in the same postal area, as far as both tell; of a name, a hit that bears it."""
    if hit.postal_code and query.postal_code and hit.postal_code != query.postal_code:
        return False
    if query.address:
        return _plain(hit.address) == _plain(query.address)
    return query.name.casefold() in hit.label.casefold()


def _plain(address: str) -> str:
    """`Storgata 1 B` and `storgata 1b` are one; so are «gate» and «gata», «vei» and «veg»."""
    text = re.sub(r"(\d)\s+([a-z])\b", r"\1\2", " ".join(address.casefold().replace(".", " ").split()))
    return re.sub(r"v(?:eien|egen|ei|eg)\b", "v", re.sub(r"gat[ae]n?\b", "gt", text))


def _away(hit: Hit, numbers: Sequence[str], land: Land) -> float:
    """Metres outside of the nearest of the municipalities.

    Near the border the register's own number is believed; without one, a spot by the sea that is in no other.
    """
    metres = min(land.metres_outside(hit.spot, number) for number in numbers)
    if hit.municipality:
        return 0.0 if hit.municipality in numbers and metres <= ROUGH_M else max(metres, 1.0)
    return 0.0 if metres <= ROUGH_M and not land.at(hit.spot) else metres
