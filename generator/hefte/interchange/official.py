"""The facts of one thing on an official map, read into ours; what has no place among ours becomes a note."""

import math
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from hefte.check.plausible import RANGES, Range
from hefte.interchange.features import Feature, plain
from hefte.interchange.sosi import Codes
from hefte.model import Stretch
from hefte.model.kinds import Choice
from hefte.problem import Problem, Rule
from hefte.spelling import nearest

C = TypeVar("C", bound=Choice)

YES_NO = {"ja": True, "nei": False, "true": True, "false": False}


class Condition(NamedTuple):
    """A fact that means something only where another has one of some values; `unless` turns that round."""

    fact: str
    given: str
    values: tuple[str, ...]
    unless: bool = False

    def holds(self, feature: Feature) -> bool:
        """Whether the fact may be read."""
        return (feature.fact(self.given).casefold() in tuple(map(str.casefold, self.values))) is not self.unless


class Facts:
    """What is read of a feature: `ours` by our keys, `notes` of what has no key, `problems` of what is wrong."""

    def __init__(self, feature: Feature, conditions: tuple[Condition, ...]) -> None:
        self.feature = feature
        self.ours: dict[str, str] = {}
        self.notes: list[str] = []
        self.problems: list[Problem] = []
        self._denied = {plain(one.fact) for one in conditions if feature.fact(one.fact) and not one.holds(feature)}
        self.problems += self._conditional(conditions)

    def _conditional(self, conditions: tuple[Condition, ...]) -> Iterator[Problem]:
        for one in conditions:
            if plain(one.fact) in self._denied:
                given = self.feature.fact(one.given) or "…"
                values = {"name": one.fact, "given": one.given, "value": given, "needed": _needed(one)}
                yield Problem(self.feature.where, Rule.CONDITIONAL_FACT, values)

    def text(self, name: str) -> str:
        """The words of a fact; empty where the file is silent or its condition is not met."""
        return "" if plain(name) in self._denied else self.feature.fact(name)

    def code(self, codes: Codes[C], key: str = "") -> C | None:
        """Read a code; one that is unknown to the standard is told, one without ours is noted."""
        written = self.text(codes.name)
        ours = codes.ours(written)
        if ours is not None and key:
            self.ours[key] = ours.value
        elif written in codes.unmapped or written.startswith("other:"):
            self.note(codes.name)
        elif written and ours is None and written not in codes.unknown:
            values = {"name": codes.name, "value": written, "nearest": nearest(written, codes.official)}
            self.problems.append(Problem(self.feature.where, Rule.UNKNOWN_CODE, values))
        return ours

    def measure(self, name: str, key: str, unit: str = "", record: type = Stretch) -> None:
        """Read a number that can be true, into our key with its unit."""
        written = self.text(name)
        if not written:
            return
        allowed = RANGES[record].get(key, Range(0, 100_000))
        number = _number(written)
        if number is None or not allowed.low <= number <= allowed.high:
            values = {"name": name, "value": written, "low": f"{allowed.low:g}", "high": f"{allowed.high:g}"}
            self.problems.append(Problem(self.feature.where, Rule.NOT_A_MEASURE, values))
        else:
            self.ours[key] = f"{number:g}{unit}"

    def yes_no(self, name: str) -> bool | None:
        """Read «Ja» or «Nei»; None for anything else."""
        written = self.text(name)
        found = YES_NO.get(written.casefold())
        if written and found is None:
            self.note(name)
        return found

    def note(self, *names: str) -> None:
        """Keep facts that have no key among ours, by their official names."""
        self.notes += [f"{name} {self.text(name)}" for name in names if self.text(name)]


def _needed(condition: Condition) -> str:
    values = " / ".join(condition.values)
    return f"≠ {values}" if condition.unless else values


def _number(written: str) -> float | None:
    try:
        number = float(written.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
