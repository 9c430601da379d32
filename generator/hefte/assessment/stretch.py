"""The class of one stretch for one profile, with the reasons and with what nobody has measured.

Any known value in class «ikke» makes the stretch «ikke»; else a fact that is needed and missing
makes it «ikke vurdert»; else the worst class of a fact is the class of the stretch. So knowing
more never contradicts a class that was given.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pydantic import BaseModel

from hefte.assessment.rules import RANKED, Code, InTheWay, Limits, Measure, Rules, Test
from hefte.model.kinds import Choice
from hefte.model.walk import Obstacle, Stretch
from hefte.model.walk_choices import Profile, Verdict

Facts = Mapping[str, object]
"""What is known of a stretch, by the keys that editors write; codes are text, angles degrees."""


class Reason(NamedTuple):
    """A fact that is not of the best class; `limit` is the one it just missed, None for codes.

    `value` is a number (degrees, centimetres), a code, or the type of an obstacle.
    """

    fact: str
    value: float | str
    limit: float | None
    verdict: Verdict


class Assessment(NamedTuple):
    """A class with its reasons (the worst first), what to measure, and the rules' edition."""

    profile: Profile
    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    version: str

    @property
    def decisive(self) -> tuple[Reason, ...]:
        """The reasons that gave the class."""
        return tuple(reason for reason in self.reasons if reason.verdict is self.verdict)


_Findings = tuple[Reason | str, ...]
"""Reasons and the keys of missing facts; nothing where there is nothing to remark."""


def assess_stretch(stretch: Stretch, rules: Rules, profile: Profile) -> Assessment:
    """Class a stretch for a profile; the limits and their sources stand in the rules."""
    return assess_facts(facts_of(stretch), rules, profile)


def assess_facts(facts: Facts, rules: Rules, profile: Profile) -> Assessment:
    """Class what is known of a stretch; a profile without rules is «ikke vurdert»."""
    tests = rules.tests.get(profile, ())
    if tests:
        return assess(facts, tests, profile, rules.version)
    missing = tuple(fact for fact in rules.shown.get(profile, ()) if facts.get(fact) is None)
    return Assessment(profile, Verdict.NOT_ASSESSED, (), missing, rules.version)


def assess(facts: Facts, tests: Iterable[Test], profile: Profile, version: str) -> Assessment:
    """Class what is known of anything that there are rules for."""
    reasons: list[Reason] = []
    missing: list[str] = []
    for test in tests:
        for found in _EXAMINERS[type(test)](test, facts):
            if isinstance(found, str):
                missing.append(found)
            else:
                reasons.append(found)
    if len(reasons) > 1:
        reasons.sort(key=_badness)
    verdict = _worst(reasons, undecided=bool(missing))
    return Assessment(profile, verdict, tuple(reasons), tuple(dict.fromkeys(missing)), version)


def _badness(reason: Reason) -> int:
    return -RANKED.index(reason.verdict)


def _worst(reasons: Sequence[Reason], *, undecided: bool) -> Verdict:
    """The class by its reasons, of which the worst is the first."""
    worst = reasons[0].verdict if reasons else Verdict.ACCESSIBLE
    return Verdict.NOT_ASSESSED if undecided and worst is not Verdict.NOT else worst


@lru_cache
def _keys(record: type[BaseModel]) -> Mapping[str, str]:
    return {name: field.alias or name for name, field in record.model_fields.items()}


def facts_of(stretch: Stretch) -> Facts:
    """List what is known of a stretch by the keys that editors write; codes, yes and no are plain text."""
    return facts_in(stretch)


def facts_in(record: BaseModel) -> Facts:
    """List what is known in any record by the keys that editors write."""
    keys = _keys(type(record))
    return {keys[name]: _as_code(value) for name, value in vars(record).items() if value is not None}


def _as_code(value: object) -> object:
    """Yes and no as they are written, and a code as plain text: a choice is not found in a set of texts."""
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, bool):
        return "ja" if value else "nei"
    return value


def _code(test: Code, facts: Facts) -> _Findings:
    value = facts.get(test.fact)
    if value is None:
        return _missing(test, facts)
    verdict = test.classes.get(str(value), test.otherwise)
    return () if verdict is Verdict.ACCESSIBLE else _reason(test.fact, str(value), None, verdict)


def _measure(test: Measure, facts: Facts) -> _Findings:
    written = facts.get(test.fact)
    if written is None:
        return _missing(test, facts)
    value = _rounded(written)
    return () if test.sign * value <= test.sign * test.best else _passed(test, value, facts)


def _missing(test: Measure | Code, facts: Facts) -> _Findings:
    """Ask for a fact that is needed only for some codes of another, or first for that other."""
    if test.only_when is None:
        return (test.fact,)
    other, codes = test.only_when
    if other not in facts:
        return (other,)
    return (test.fact,) if facts[other] in codes else ()


def _rounded(value: object) -> float:
    """Compare to a tenth, so that 1:15 is the 3.8° it is said to be; a fall is a climb from the other side."""
    return round(abs(value), 1)  # type: ignore[arg-type]  # a rule for numbers names a field of numbers


def _passed(test: Measure, value: float, facts: Facts) -> _Findings:
    verdict, limit = _class(test.sign, test.limits, value)
    if test.passing is None or verdict is Verdict.ACCESSIBLE:
        return _reason(test.fact, value, limit, verdict)
    with_places, other_limit = _class(test.sign, test.passing.limits, value)
    known = facts.get(test.passing.fact)
    if known is None and with_places is not verdict:
        return (test.passing.fact,)
    if known in test.passing.codes and RANKED.index(with_places) <= RANKED.index(verdict):
        return _reason(test.fact, value, other_limit, with_places)
    return _reason(test.fact, value, limit, verdict)


def _class(sign: int, limits: Limits, value: float) -> tuple[Verdict, float | None]:
    """Find the class of a value and the limit that it just missed."""
    missed = None
    for verdict, limit in limits.items():
        if sign * value <= sign * limit:
            return verdict, missed
        missed = limit
    return Verdict.NOT, missed


def _obstacles(test: InTheWay, facts: Facts) -> _Findings:
    obstacles = facts.get(test.fact)
    if not isinstance(obstacles, tuple):
        return (test.fact,)
    if not obstacles:
        return ()
    return tuple(finding for obstacle in obstacles for finding in _obstacle(test, obstacle))


def _obstacle(test: InTheWay, obstacle: Obstacle) -> _Findings:
    by_type = test.types.get(obstacle.type)
    if by_type is None and obstacle.passable is None:
        return (f"{test.fact}.passerbar",)
    verdict = by_type or test.passable[str(obstacle.passable)]
    return _reason(test.fact, str(obstacle.type), None, verdict)


def _reason(fact: str, value: float | str, limit: float | None, verdict: Verdict) -> _Findings:
    return () if verdict is Verdict.ACCESSIBLE else (Reason(fact, value, limit, verdict),)


_EXAMINERS: Mapping[type[Test], Callable[..., _Findings]] = {
    Measure: _measure,
    Code: _code,
    InTheWay: _obstacles,
}
