"""What is said of a walk as a whole: how long it takes, what one walks on, how far one gets."""

from collections.abc import Mapping
from functools import lru_cache

from hefte.assessment.reach import Reach, ground_length, reach_for, reaches
from hefte.assessment.rules import Rules
from hefte.language import Words
from hefte.model import Walk
from hefte.model.walk import Sight
from hefte.model.walk_choices import Profile, TrackSource
from hefte.telling.people import Known
from hefte.telling.sources import is_unsure

SLOW_METRES_AN_HOUR = 2000
"""The slow pace where nobody has said better: 2 km an hour."""

_REMEMBERED = 10_000
_IN_HAND = 100
"""The walks whose page and rows are being made."""


def sure_length(walk: Walk) -> float | None:
    """The length in metres where it may be counted on; a length that its source is unsure of is as good as unknown."""
    return None if is_unsure(walk, "lengde") else walk.length


def pace_key(walk: Walk) -> str:
    """The key in the file that the slow pace is worked out from."""
    return "lengde" if walk.slow_minutes is None else "varighet_rolig_min"


def slow_minutes(walk: Walk) -> int | None:
    """The time at a slow pace: stated, or by the length in whole minutes."""
    if walk.slow_minutes is not None or walk.length is None:
        return walk.slow_minutes
    return round(walk.length / SLOW_METRES_AN_HOUR * 60)


def tell_surfaces(walk: Walk, words: Words) -> str:
    """The surfaces of the stretches in their order, else those stated for the walk as a whole."""
    found = [stretch.surface for stretch in walk.stretches if stretch.surface] or list(walk.surfaces)
    told = ", ".join(words.say(f"choice.Surface.{surface.value}").lower() for surface in dict.fromkeys(found))
    return told[:1].upper() + told[1:]


@lru_cache(maxsize=_IN_HAND)
def reaches_of(walk: Walk, rules: Rules) -> Mapping[Profile, Reach]:
    """How far one gets on a walk, for every profile; a walk there and back is described one way."""
    return reaches(walk.stretches, ground_length(walk.stretches, walk.length, walk.course), rules)


@lru_cache(maxsize=_REMEMBERED)
def wheelchair_reach(walk: Walk, rules: Rules) -> Reach:
    """How far a manual wheelchair gets on a walk, which a list, a card and a page ask."""
    length_m = ground_length(walk.stretches, walk.length, walk.course)
    return reach_for(walk.stretches, length_m, rules, Profile.MANUAL_WHEELCHAIR)


def is_known_easy(walk: Walk, rules: Rules) -> bool:
    """Whether a manual wheelchair surely gets all the way, measured."""
    if not walk.stretches:
        return False
    return wheelchair_reach(walk, rules).is_whole and not is_unsure(walk, "strekninger")


def stated_wheelchair(walk: Walk) -> Known | None:
    """What somebody says of a wheelchair where nobody has measured: what is measured always wins."""
    stated = walk.suited.wheelchair_in if walk.suited else None
    return None if walk.stretches or stated is None else Known(stated, is_unsure(walk, "egnet"))


def along_the_way(walk: Walk) -> tuple[Sight, ...]:
    """The sights in the order in which one meets them; those of which nobody knows where come last."""
    return tuple(sorted(walk.sights, key=lambda sight: (sight.at_m is None, sight.at_m or 0.0)))


def is_sketch(walk: Walk) -> bool:
    """Whether the track was drawn by hand: shown as a sketch, never used for slopes."""
    return walk.track_source is not TrackSource.MEASURED
