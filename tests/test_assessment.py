"""The classes of stretches: every threshold, and that the rules are total, monotone and never contradict."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet_samples import MEASURED
from hefte.assessment.rules import RANKED, read_rules
from hefte.assessment.stretch import Assessment, Facts, Reason, assess_facts, assess_stretch
from hefte.model.walk import Obstacle, Stretch
from hefte.model.walk_choices import Profile, Verdict

pytestmark = pytest.mark.slow

RULES_TEXT = (Path(__file__).parents[1] / "templates/rules/turvei.yaml").read_text(encoding="utf-8")
RULES = read_rules(RULES_TEXT)
MANUAL, POWERED, SIGHT = Profile.MANUAL_WHEELCHAIR, Profile.POWERED_WHEELCHAIR, Profile.VISUAL_IMPAIRMENT
ACCESSIBLE, PARTLY, NOT, NOT_ASSESSED = Verdict
SOUND: dict[str, Any] = {"fra_m": "0", "til_m": "800", **MEASURED}


def assess(profile: Profile = MANUAL, **changes: object) -> Assessment:
    written = {key: value for key, value in (SOUND | changes).items() if value is not None}
    return assess_stretch(Stretch.model_validate(written), RULES, profile)


@pytest.mark.parametrize("profile", [MANUAL, POWERED])
def test_a_sound_stretch_is_accessible_without_reasons(profile: Profile) -> None:
    assert assess(profile) == Assessment(profile, ACCESSIBLE, (), (), "2026-11")


@pytest.mark.parametrize(
    ("profile", "key", "value", "verdict"),
    [
        (MANUAL, "stigning", "1:15", ACCESSIBLE),
        (MANUAL, "stigning", "3,8°", ACCESSIBLE),
        (MANUAL, "stigning", "3,84°", ACCESSIBLE),
        (MANUAL, "stigning", "3,9°", PARTLY),
        (MANUAL, "stigning", "1:12", PARTLY),
        (MANUAL, "stigning", "4,9°", PARTLY),
        (MANUAL, "stigning", "5,0°", NOT),
        (MANUAL, "tverrfall", "2,9°", ACCESSIBLE),
        (MANUAL, "tverrfall", "5 %", ACCESSIBLE),
        (MANUAL, "tverrfall", "3,0°", PARTLY),
        (MANUAL, "tverrfall", "4,9°", PARTLY),
        (MANUAL, "tverrfall", "5,0°", NOT),
        (MANUAL, "fasthet", "løst", NOT),
        (MANUAL, "tilstand", "ujevnt", NOT),
        (MANUAL, "veitype", "sti", NOT),
        (MANUAL, "veitype", "traktorvei", ACCESSIBLE),
        (POWERED, "stigning", "10,0°", ACCESSIBLE),
        (POWERED, "stigning", "10,1°", NOT),
        (POWERED, "tverrfall", "2,9°", ACCESSIBLE),
        (POWERED, "tverrfall", "3,0°", PARTLY),
        (POWERED, "tverrfall", "5,0°", NOT),
        (POWERED, "fasthet", "løst", NOT),
        (POWERED, "tilstand", "ujevnt", NOT),
        (POWERED, "veitype", "sti", ACCESSIBLE),
    ],
)
def test_the_limit_belongs_to_the_better_class(profile: Profile, key: str, value: str, verdict: Verdict) -> None:
    assert assess(profile, **{key: value}).verdict is verdict


@pytest.mark.parametrize(
    ("profile", "width", "places", "verdict"),
    [
        (MANUAL, "180", None, ACCESSIBLE),
        (MANUAL, "179", None, NOT_ASSESSED),
        (MANUAL, "179", "nei", PARTLY),
        (MANUAL, "179", "ja", ACCESSIBLE),
        (MANUAL, "140", "nei", PARTLY),
        (MANUAL, "139", "nei", NOT),
        (MANUAL, "139", "ja", ACCESSIBLE),
        (MANUAL, "139", None, NOT_ASSESSED),
        (MANUAL, "120", "ja", ACCESSIBLE),
        (MANUAL, "119", "ja", NOT),
        (MANUAL, "119", None, NOT),
        (POWERED, "130", "nei", PARTLY),
        (POWERED, "129", "nei", NOT),
        (POWERED, "120", "ja", ACCESSIBLE),
        (POWERED, "119", "ja", NOT),
    ],
)
def test_passing_places_decide_where_it_is_narrow(
    profile: Profile, width: str, places: str | None, verdict: Verdict
) -> None:
    assert assess(profile, bredde_cm=width, møteplasser=places).verdict is verdict


@pytest.mark.parametrize(
    ("surface", "gap", "verdict", "missing"),
    [
        ("tre", "1", ACCESSIBLE, ()),
        ("tre", "1,1", NOT, ()),
        ("tre", None, NOT_ASSESSED, ("plankeavstand_cm",)),
        ("asfalt", None, ACCESSIBLE, ()),
        (None, None, NOT_ASSESSED, ("dekke",)),
    ],
)
def test_the_gap_between_planks_is_needed_on_planks_only(
    surface: str | None, gap: str | None, verdict: Verdict, missing: tuple[str, ...]
) -> None:
    found = assess(dekke=surface, plankeavstand_cm=gap)

    assert (found.verdict, found.missing) == (verdict, missing)


@pytest.mark.parametrize(
    ("obstacle", "verdict"),
    [
        ({"type": "trapp"}, NOT),
        ({"type": "trapp", "passerbar": "ja"}, NOT),
        ({"type": "bom", "passerbar": "ja"}, ACCESSIBLE),
        ({"type": "bom", "passerbar": "delvis"}, PARTLY),
        ({"type": "bom", "passerbar": "nei"}, NOT),
        ({"type": "bom"}, NOT_ASSESSED),
    ],
)
def test_an_obstacle_counts_by_whether_one_gets_past(obstacle: dict[str, str], verdict: Verdict) -> None:
    assert assess(hinder=[obstacle]).verdict is verdict


@pytest.mark.parametrize("key", ["stigning", "tverrfall", "bredde_cm", "fasthet", "tilstand", "hinder", "veitype"])
def test_what_nobody_has_measured_is_listed_and_leaves_the_stretch_unassessed(key: str) -> None:
    found = assess(**{key: None})

    assert (found.verdict, found.missing) == (NOT_ASSESSED, (key,))


def test_one_known_stop_is_enough_though_the_rest_is_unknown() -> None:
    found = assess(tilstand="ujevnt", stigning="4,2°", tverrfall=None)

    assert found.verdict is NOT
    assert found.reasons == (Reason("tilstand", "ujevnt", None, NOT), Reason("stigning", 4.2, 3.8, PARTLY))
    assert found.decisive == found.reasons[:1]
    assert found.missing == ("tverrfall",)


def test_nothing_is_known_of_sight_but_facts_that_nobody_has_measured_are_listed() -> None:
    found = assess(SIGHT, belysning="belyst")

    assert found.verdict is NOT_ASSESSED
    assert found.missing == ("ledelinje", "frihøyde")


def test_limits_in_the_wrong_order_are_refused() -> None:
    turned = RULES_TEXT.replace("{tilgjengelig: 3.8, delvis: 4.9}", "{tilgjengelig: 4.9, delvis: 3.8}")

    with pytest.raises(ValueError, match="stigning"):
        read_rules(turned)


OBSTACLE = st.fixed_dictionaries(
    {"type": st.sampled_from(["trapp", "bom", "kant", "rot"])},
    optional={"passerbar": st.sampled_from(["ja", "delvis", "nei"])},
).map(Obstacle.model_validate)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "veitype": st.sampled_from(["sti", "grusvei", "gangbane"]),
    "dekke": st.sampled_from(["tre", "asfalt", "grus"]),
    "fasthet": st.sampled_from(["løst", "fast"]),
    "tilstand": st.sampled_from(["ujevnt", "jevnt"]),
    "bredde_cm": st.floats(40, 300),
    "møteplasser": st.sampled_from(["nei", "ja"]),
    "stigning": st.floats(0, 30),
    "tverrfall": st.floats(0, 20),
    "plankeavstand_cm": st.floats(0, 5),
    "hinder": st.lists(OBSTACLE, max_size=2).map(tuple),
}
EVERYTHING = st.fixed_dictionaries(VALUES)
SOMETHING = st.fixed_dictionaries({}, optional=VALUES)
PROFILES = st.sampled_from(Profile)


@given(SOMETHING, PROFILES)
def test_every_stretch_has_exactly_one_class_and_what_is_missing_explains_an_open_one(
    facts: Facts, profile: Profile
) -> None:
    found = assess_facts(facts, RULES, profile)

    assert found.verdict in Verdict
    if profile is not SIGHT and found.verdict is NOT_ASSESSED:
        assert found.missing
    if found.verdict in (PARTLY, NOT):
        assert found.decisive


@given(EVERYTHING, st.sets(st.sampled_from(sorted(VALUES))), PROFILES)
def test_knowing_more_never_contradicts_a_class_that_was_given(
    facts: dict[str, object], hidden: set[str], profile: Profile
) -> None:
    less = {key: value for key, value in facts.items() if key not in hidden}

    before, after = (assess_facts(known, RULES, profile).verdict for known in (less, facts))

    assert before in (NOT_ASSESSED, after)


BETTER: dict[str, st.SearchStrategy[tuple[Any, Any]]] = {
    "veitype": st.just(("sti", "grusvei")),
    "fasthet": st.just(("løst", "fast")),
    "tilstand": st.just(("ujevnt", "jevnt")),
    "møteplasser": st.just(("nei", "ja")),
    "bredde_cm": st.tuples(st.floats(40, 300), st.floats(40, 300)).map(lambda pair: tuple(sorted(pair))),
    "stigning": st.tuples(st.floats(0, 30), st.floats(0, 30)).map(lambda pair: tuple(sorted(pair, reverse=True))),
    "tverrfall": st.tuples(st.floats(0, 20), st.floats(0, 20)).map(lambda pair: tuple(sorted(pair, reverse=True))),
    "plankeavstand_cm": st.tuples(st.floats(0, 5), st.floats(0, 5)).map(lambda pair: tuple(sorted(pair, reverse=True))),
}
IMPROVED = st.sampled_from(sorted(BETTER)).flatmap(lambda key: st.tuples(st.just(key), BETTER[key]))


@given(EVERYTHING, IMPROVED, st.sampled_from([MANUAL, POWERED]))
def test_a_better_measurement_never_gives_a_worse_class(
    facts: dict[str, object], improved: tuple[str, tuple[object, object]], profile: Profile
) -> None:
    key, (worse, better) = improved
    facts = facts | {"hinder": ()}

    was = assess_facts(facts | {key: worse}, RULES, profile).verdict
    becomes = assess_facts(facts | {key: better}, RULES, profile).verdict

    assert RANKED.index(becomes) <= RANKED.index(was)
