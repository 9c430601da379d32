"""The reader's own limits, from `templates/rules/profil.yaml`: what may be limited, the choices, the suggestions."""

from collections.abc import Iterable, Iterator, Mapping
from math import floor
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from hefte.assessment.rules import Measure, Rules
from hefte.model.values import degrees
from hefte.model.walk_choices import Profile, Verdict

OF_STRETCHES, OF_WALKS = "strekning", "tur"
ANGLE, CODE = "grader", "kode"


class Limit(NamedTuple):
    """Something that may be limited: at most (`sign` 1) or at least (`sign` -1) the reader's own value.

    Choices are whole numbers: hundredths of a degree, centimetres, metres or codes. A value within `slack` beyond
    the limit is «vet ikke»; `instead` and `at_least` name facts of the walk, or are empty; `passing` is the fact that
    makes another value enough.
    """

    name: str
    group: str
    place: str
    fact: str
    sign: int
    unit: str
    choices: tuple[int, ...]
    slack: int
    instead: str
    at_least: str
    passing: tuple[str, int] | None


class Suggestion(NamedTuple):
    """Limits to begin from, by their names; `official` where they are those of a source."""

    name: str
    icon: str
    limits: Mapping[str, int]
    official: bool


class OwnLimits(NamedTuple):
    """All that the reader may limit, how codes become numbers, and the suggestions to begin from."""

    limits: tuple[Limit, ...]
    codes: Mapping[str, Mapping[str, int]]
    plank_gap_cm: float
    suggestions: tuple[Suggestion, ...]

    def of(self, place: str) -> tuple[Limit, ...]:
        """The limits of stretches, or those of whole walks, in their order."""
        return tuple(limit for limit in self.limits if limit.place == place)


def read_limits(text: str, rules: Rules) -> OwnLimits:
    """Read the table; a mistake in it is ours, and raises KeyError or ValueError."""
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    limits = tuple(map(_limit, data["grenser"]))
    codes = {fact: MappingProxyType(dict(rows)) for fact, rows in data["koder"].items()}
    suggestions = tuple(_suggestion(row, limits, rules) for row in data["forslag"])
    return OwnLimits(limits, MappingProxyType(codes), float(data["planker_høyst_cm"]), suggestions)


def hundredths(angle: float) -> int:
    """An angle in hundredths of a degree that rounds to the same tenth as the angle itself; a fall is a climb."""
    tenth = floor(round(abs(angle), 1) * 10 + 0.5)
    return min(max(round(abs(angle) * 100), 10 * tenth - 5), 10 * tenth + 4)


def _limit(row: Mapping[str, Any]) -> Limit:
    return Limit(
        row["navn"],
        row["gruppe"],
        row["sted"],
        row["faktum"],
        1 if row.get("høyst") else -1,
        row["enhet"],
        tuple(_value(choice, row["enhet"]) for choice in row["valg"]),
        row.get("vet_ikke", 0),
        row.get("ellers", ""),
        row.get("minst_så", ""),
        (row["med"]["faktum"], row["med"]["minst"]) if "med" in row else None,
    )


def _value(choice: str | int, unit: str) -> int:
    return hundredths(degrees(choice)) if unit == ANGLE else int(choice)


def _suggestion(row: Mapping[str, Any], limits: Iterable[Limit], rules: Rules) -> Suggestion:
    known = {limit.name: limit for limit in limits}
    if profile := row.get("regelsett"):
        found = dict(_of_rules(Profile(profile), tuple(known.values()), rules))
    else:
        found = {name: _value(value, known[name].unit) for name, value in row["grenser"].items()}
    stray = [name for name, value in found.items() if value not in known[name].choices]
    if stray:
        raise ValueError(f"{row['navn']}: {stray} must be among the choices.")
    return Suggestion(row["navn"], row["ikon"], MappingProxyType(found), bool(profile))


def _of_rules(profile: Profile, limits: tuple[Limit, ...], rules: Rules) -> Iterator[tuple[str, int]]:
    """The best class of a profile as limits of a reader, each the choice that is compared as the same."""
    tests = {test.fact: test for test in rules.tests[profile]}
    for limit in limits:
        test = tests.get(limit.fact)
        if isinstance(test, Measure):
            yield limit.name, _nearest(limit, test)
        elif test is not None:
            yield limit.name, max(limit.choices)


def _nearest(limit: Limit, test: Measure) -> int:
    written = test.limits[Verdict.ACCESSIBLE]
    wanted = hundredths(written) // 10 if limit.unit == ANGLE else written
    return next(one for one in limit.choices if wanted == (_tenths(one) if limit.unit == ANGLE else one))


def _tenths(angle: int) -> int:
    return floor(angle / 10 + 0.5)
