"""Measures that cannot be right: what lies outside was mistyped or is in another unit."""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.model import Document, Place, Stretch, Walk
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Record
from hefte.model.places import Entrance, Facility, Ramp
from hefte.model.walk import Amenity, Benches, WalkParking, WalkToilet
from hefte.norwegian import number
from hefte.problem import Problem, Rule

Location = tuple[str | int, ...]


class Range(NamedTuple):
    """The least and the most that a value may be, in the unit of its field."""

    low: float
    high: float


# Kartverket's rule set of 2021 for turvei, parkeringsområde, hc-parkering, toalett, sittegruppe and rampe.
RANGES: Mapping[type[Record], Mapping[str, Range]] = {
    Stretch: {
        "bredde_cm": Range(40, 5000),
        "stigning": Range(0, 30),
        "tverrfall": Range(0, 20),
        "plankeavstand_cm": Range(0, 50),
    },
    WalkParking: {
        "plasser": Range(1, 500),
        "hc_plasser": Range(0, 20),
        "hc_bredde_cm": Range(0, 1000),
        "hc_lengde_cm": Range(0, 1000),
        "avstand_m": Range(0, 1000),
    },
    WalkToilet: {
        "avstand_m": Range(0, 20_000),
        "bredde_inngang_cm": Range(50, 1200),
        "terskel_cm": Range(0, 50),
        "snusirkel_cm": Range(0, 1000),
        "horisontalt_felt_cm": Range(0, 10_000),
    },
    Amenity: {
        "bredde_inngang_cm": Range(50, 1200),
        "terskel_cm": Range(0, 50),
        "snusirkel_cm": Range(0, 1000),
        "plankeavstand_cm": Range(0, 50),
        "helning": Range(0, 20),
        "høyde_benk_cm": Range(20, 80),
        "høyde_bord_cm": Range(0, 150),
        "utstikk_bord_cm": Range(0, 100),
    },
    Benches: {"antall": Range(0, 1000), "maks_avstand_m": Range(0, 20_000)},
    Entrance: {"bredde_cm": Range(50, 1200), "terskel_cm": Range(0, 50)},
    Ramp: {"bredde_cm": Range(50, 1000), "stigning": Range(0, 20), "terskel_cm": Range(0, 50)},
    Facility: {"avstand_m": Range(0, 1000)},
}


def measures_are_plausible(catalogue: Catalogue) -> Iterator[Problem]:
    """A path 3 cm wide or a slope of 80° would decide who can go there."""
    for document in catalogue.documents:
        if isinstance(document, Walk | Place):
            yield from _inside(document, document, ())


@cache
def _measured(kind: type[Record]) -> tuple[FieldRow, ...]:
    """The fields of a record that hold measures, or records that may."""
    ranges = RANGES.get(kind, {})
    return tuple(
        row for row in fields_of(kind) if row.alias in ranges or (row.made_of and issubclass(row.made_of, Record))
    )


def _inside(document: Document, record: Record, location: Location) -> Iterator[Problem]:
    ranges = RANGES.get(type(record), {})
    for row in _measured(type(record)):
        place, value = (*location, row.alias), getattr(record, row.name)
        if isinstance(value, Record):
            yield from _inside(document, value, place)
        elif isinstance(value, tuple):
            for index, part in enumerate(part for part in value if isinstance(part, Record)):
                yield from _inside(document, part, (*place, index))
        elif row.alias in ranges and value is not None:
            yield from _outside(document, place, value, ranges[row.alias], row.unit)


def _outside(document: Document, location: Location, value: float, allowed: Range, unit: str) -> Iterator[Problem]:
    if not allowed.low <= round(value, 2) <= allowed.high:
        values = {
            "key": location[-1],
            "value": f"{number(value, 2)} {unit}".strip() + _in_percent(value, unit),
            "low": number(allowed.low, 2),
            "high": f"{number(allowed.high, 2)} {unit}".strip(),
        }
        yield Problem(document.where(*location), Rule.UNLIKELY_VALUE, values)


def _in_percent(value: float, unit: str) -> str:
    """A slope is told as it was most likely written, too: nobody knows 80 % again in 38,66°."""
    return f" ({math.tan(math.radians(value)) * 100:.0f} %)" if unit == "°" and value < 80 else ""
