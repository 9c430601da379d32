"""The rules of `templates/rules/turvei.yaml` as values: what is measured, and where the limits go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from hefte.model.walk_choices import Profile, Verdict

RANKED = (Verdict.ACCESSIBLE, Verdict.PARTLY, Verdict.NOT)
"""The known classes, the best first."""

Limits = Mapping[Verdict, float]
Codes = Mapping[str, Verdict]


class Passing(NamedTuple):
    """Other limits that hold where another fact has one of these codes, such as passing places."""

    fact: str
    codes: frozenset[str]
    limits: Limits


Condition = tuple[str, frozenset[str]]
"""Another fact, and the codes of it for which a fact is needed at all."""


class Measure(NamedTuple):
    """A number against limits: at most (`sign` 1) or at least (`sign` -1) to be of a class, the `best` first."""

    fact: str
    sign: int
    limits: Limits
    passing: Passing | None
    only_when: Condition | None
    best: float


class Code(NamedTuple):
    """A code with its class; `otherwise` is the class of codes that are not named."""

    fact: str
    classes: Codes
    otherwise: Verdict
    only_when: Condition | None


class InTheWay(NamedTuple):
    """Obstacles: some types decide by themselves, the others by whether one gets past."""

    fact: str
    types: Codes
    passable: Codes


Test = Measure | Code | InTheWay
Tests = Mapping[Profile, tuple[Test, ...]]
Range = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Rules:
    """One edition of the rules; a profile without tests has no class, only facts to show.

    `amenities` are the tests of what stands along the way, by its kind: a profile that is not there has no class.
    """

    version: str
    tests: Tests
    shown: Mapping[Profile, tuple[str, ...]]
    ranges: Mapping[str, Mapping[str, Range]]
    amenities: Mapping[str, Tests]


def read_rules(text: str) -> Rules:
    """Read an edition of the rules; a mistake in it is ours, and raises KeyError or ValueError."""
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    amenities = {kind: _tests(profiles) for kind, profiles in data["anlegg"].items()}
    shown = {Profile(name): tuple(facts) for name, facts in data["vises"].items()}
    ranges = {
        thing: MappingProxyType({key: (float(low), float(high)) for key, (low, high) in rows.items()})
        for thing, rows in data["gyldige_verdier"].items()
    }
    told = MappingProxyType(shown), MappingProxyType(ranges), MappingProxyType(amenities)
    return Rules(data["versjon"], _tests(data["profiler"]), *told)


def _tests(profiles: Mapping[str, Iterable[Mapping[str, Any]]]) -> Tests:
    return MappingProxyType({Profile(name): tuple(map(_test, rows)) for name, rows in profiles.items()})


def _test(row: Mapping[str, Any]) -> Test:
    fact = row["faktum"]
    if "typer" in row:
        return InTheWay(fact, _codes(row["typer"]), _codes(row["passerbar"]))
    if "er" in row:
        return Code(fact, _codes(row["er"]), Verdict(row["ellers"]), _condition(row.get("bare_når")))
    sign, limits = _limits(row)
    best = next(iter(limits.values()))
    return Measure(fact, sign, limits, _passing(row.get("med")), _condition(row.get("bare_når")), best)


def _limits(row: Mapping[str, Any]) -> tuple[int, Limits]:
    sign, written = (1, row["høyst"]) if "høyst" in row else (-1, row["minst"])
    limits = {verdict: float(written[verdict]) for verdict in RANKED if verdict in written}
    values = [sign * limit for limit in limits.values()]
    if not values or values != sorted(values) or Verdict.NOT in limits:
        raise ValueError(f"{row['faktum']}: the limits must go from the best class to the worst.")
    return sign, MappingProxyType(limits)


def _passing(row: Mapping[str, Any] | None) -> Passing | None:
    return Passing(row["faktum"], frozenset(row["er"]), _limits(row)[1]) if row else None


def _condition(row: Mapping[str, list[str]] | None) -> Condition | None:
    return next(((fact, frozenset(codes)) for fact, codes in row.items()), None) if row else None


def _codes(written: Mapping[str, list[str]]) -> Codes:
    return MappingProxyType({code: Verdict(verdict) for verdict, codes in written.items() for code in codes})
