"""What stands at the start of a walk and along it, classed by the same standard as its stretches.

Kartverket's rule set of 2021 has limits for parking, toilets, seats with a table, shelters, fireplaces, fishing places
and ramps into the water. For everything else, a bench alone too, facts are shown and the class is «ikke vurdert».
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import BaseModel

from hefte.assessment.rules import Rules
from hefte.assessment.stretch import Assessment, Facts, assess, facts_in
from hefte.model import Walk
from hefte.model.choices import YesNoPartly
from hefte.model.places import Ramp
from hefte.model.walk import Sight, WalkParking
from hefte.model.walk_choices import Experience, Profile

PARKING, TOILET, BATHING_RAMP = "hc_parkering", "toalett", "baderampe"

_KINDS: Mapping[Experience, str] = {
    Experience.SEATING: "sittegruppe",
    Experience.SHELTER: "gapahuk",
    Experience.BONFIRE: "bålplass",
    Experience.FISHING: "fiskeplass",
    Experience.BATHING: BATHING_RAMP,
}
_SAY_NOTHING = {"avgift", "rampe"}
"""What is known of these alone is no measure of anything."""

_OF_A_RAMP = {"stigning": "rampe_stigning", "bredde_cm": "rampe_bredde_cm", "terskel_cm": "rampe_terskel_cm"}


class Assessed(NamedTuple):
    """One of them with its classes; `sight` is None for parking and toilet, which stand at the start.

    `measured` says whether anybody has measured anything of it.
    """

    kind: str
    sight: Sight | None
    classes: tuple[Assessment, ...]
    facts: Facts
    measured: bool


def amenities(walk: Walk, rules: Rules) -> tuple[Assessed, ...]:
    """Class what a walk has, in the order in which one meets it; what is known not to be there is not classed."""
    return tuple(_assessed(*known, rules) for known in (*_at_the_start(walk), *_along(walk)))


def amenities_at_the_start(walk: Walk, rules: Rules) -> tuple[Assessed, ...]:
    """The same of the car park and the toilet alone."""
    return tuple(_assessed(*known, rules) for known in _at_the_start(walk))


def _assessed(kind: str, sight: Sight | None, facts: Facts, rules: Rules) -> Assessed:
    return Assessed(kind, sight, tuple(_classes(kind, facts, rules)), facts, bool(facts.keys() - _SAY_NOTHING))


def _classes(kind: str, facts: Facts, rules: Rules) -> Iterator[Assessment]:
    for profile, tests in rules.amenities[kind].items():
        yield assess(facts, tests, profile, rules.version)


def _at_the_start(walk: Walk) -> Iterator[tuple[str, Sight | None, Facts]]:
    if walk.parking and walk.parking.accessible_spaces:
        yield PARKING, None, parking_facts(walk.parking)
    if walk.toilet and walk.toilet.accessible not in {None, YesNoPartly.NO}:
        yield TOILET, None, _of_the_toilet(facts_of_amenity(walk.toilet))


def _along(walk: Walk) -> Iterator[tuple[str, Sight | None, Facts]]:
    for sight in sorted(walk.sights, key=lambda sight: sight.at_m or 0.0):
        kind = _KINDS.get(sight.type) if sight.type else None
        facts = facts_of_amenity(sight.amenity) if sight.amenity else {}
        if kind and not (kind == BATHING_RAMP and facts.get("rampe", "nei") == "nei"):
            yield kind, sight, facts


def parking_facts(parking: WalkParking) -> Facts:
    """What is known of the accessible spaces; a fee is something to pay, or nothing."""
    known = {key: value for key, value in facts_in(parking).items() if key.startswith("hc_") and key != "hc_plasser"}
    return known if parking.fee is None else {**known, "avgift": "betales" if parking.fee else "gratis"}


def _of_the_toilet(facts: Facts) -> Facts:
    """Only what is measured inside; where it stands and when it is open is something else."""
    told = {"hc", "avstand_m", "sesong", "nøkkel", "åpent", "merknad"}
    return {key: value for key, value in facts.items() if key not in told}


def facts_of_amenity(record: BaseModel) -> Facts:
    """The facts of a record with those of its ramp, which begin with `rampe_`; a ramp with measures is there."""
    found = dict(facts_in(record))
    ramp = found.pop("rampe", None)
    return {**found, **_of_the_ramp(ramp)} if isinstance(ramp, Ramp) else found


def _of_the_ramp(ramp: Ramp) -> Facts:
    known = {_OF_A_RAMP.get(key, key): value for key, value in facts_in(ramp).items() if key != "svar"}
    if ramp.exists is False:
        return {"rampe": "nei"}
    return {"rampe": "ja", **known} if known or ramp.exists else {}


def class_for(found: Assessed, profile: Profile) -> Assessment | None:
    """The class for a profile; None where the source has no limits for it."""
    return next((one for one in found.classes if one.profile is profile), None)
