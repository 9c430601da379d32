"""Every rule and every limit of the classes, against a table that was worked out by hand."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from class_tables import SOUND, STRETCH, Case, cases
from hefte.assessment.rules import Rules, read_rules
from hefte.assessment.stretch import Facts, assess
from hefte.doors.package import templates
from hefte.model.walk_choices import Profile, Verdict

TEXT = (templates() / "rules" / "turvei.yaml").read_text(encoding="utf-8")
RULES: Rules = read_rules(TEXT)
CLASSES = {"T": Verdict.ACCESSIBLE, "D": Verdict.PARTLY, "I": Verdict.NOT, "?": Verdict.NOT_ASSESSED}
PROFILES = {Profile.MANUAL_WHEELCHAIR: "manual", Profile.POWERED_WHEELCHAIR: "powered"}
CASES = cases()


def verdict(thing: str, facts: Facts, profile: Profile) -> Verdict | None:
    """The class of something; None where the rules have no limits for the profile."""
    things = {STRETCH: RULES.tests, **RULES.amenities}
    tests = things[thing].get(profile)
    return assess(facts, tests, profile, RULES.version).verdict if tests else None


def _named(case: Case) -> str:
    return f"{case.thing}-" + "-".join(f"{key}={value}" for key, value in case.changed.items())


def test_each_class_is_the_one_worked_out_by_hand() -> None:
    wrong = [
        f"{_named(case)}, {profile}: {found}"
        for case in CASES
        for profile, column in PROFILES.items()
        if (found := verdict(case.thing, case.facts, profile)) is not CLASSES.get(getattr(case, column))
    ]

    assert wrong == []


@pytest.mark.parametrize("thing", SOUND)
def test_what_is_sound_is_accessible(thing: str) -> None:
    for profile in PROFILES:
        assert verdict(thing, SOUND[thing], profile) in {Verdict.ACCESSIBLE, None}


@cache
def written() -> dict[str, Any]:
    """The rule file as plain YAML."""
    data: dict[str, Any] = yaml.load(TEXT, Loader=yaml.CSafeLoader)
    return data


def _limits() -> Iterator[tuple[str, str, float]]:
    """Every limit in the rule file, as (thing, fact, number), but those that no measure can miss."""
    data = written()
    things = {STRETCH: data["profiler"], **data["anlegg"]}
    for thing, profiles in things.items():
        for row in (row for rows in profiles.values() for row in rows):
            for limits in (row.get("høyst"), row.get("minst"), row.get("med", {}).get("minst")):
                yield from ((thing, row["faktum"], float(limit)) for limit in (limits or {}).values())


CANNOT_BE_MISSED = {0.0, 1000.0}


@pytest.mark.parametrize(("thing", "fact", "limit"), sorted(set(_limits())))
def test_every_limit_has_a_case_exactly_at_it_and_just_on_each_side(thing: str, fact: str, limit: float) -> None:
    if limit in CANNOT_BE_MISSED:
        return
    measured = {case.changed[fact] for case in CASES if case.thing == thing and case.changed.get(fact) is not None}

    away = {round(float(str(value)) - limit, 1) for value in measured}

    assert 0.0 in away, "Add a line to tests/class_tables.py, worked out from the source."
    assert away & {0.1, 1.0}, "Add a line just above the limit."
    assert away & {-0.1, -1.0}, "Add a line just below the limit."


def _rows() -> Iterator[tuple[str, str]]:
    data = written()
    things = {STRETCH: data["profiler"], **data["anlegg"]}
    for thing, profiles in things.items():
        yield from ((thing, row["faktum"]) for rows in profiles.values() for row in rows)


@pytest.mark.parametrize(("thing", "fact"), sorted(set(_rows())))
def test_every_rule_has_a_case(thing: str, fact: str) -> None:
    assert any(case.thing == thing and fact in case.changed for case in CASES)


def test_every_rule_names_its_source() -> None:
    data = written()
    things = {STRETCH: data["profiler"], **data["anlegg"]}

    stray = [
        (thing, row["faktum"])
        for thing, profiles in things.items()
        for rows in profiles.values()
        for row in rows
        if row.get("kilde") not in data["kilder"]
    ]

    assert stray == []
