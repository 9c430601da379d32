"""What is said of a walk as a whole: how long it takes, what one walks on, how far one gets."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from hefte.assessment.reach import Reach, ground_length, reach_for, reaches
from hefte.assessment.rules import Rules
from hefte.language import Words
from hefte.model import Walk
from hefte.model.walk import Sight
from hefte.model.walk_choices import Profile, TrackSource
from hefte.norwegian import distance
from hefte.telling.people import Known
from hefte.telling.sources import is_unsure
from hefte.telling.values import tell_slope

SLOW_METRES_AN_HOUR = 2000
"""The slow pace where nobody has said better: 2 km an hour."""

_LONGEST_ON_FOOT_M = 15_000
"""Of what is longer no time is worked out: whoever goes that far has a bicycle or skis."""

_REMEMBERED = 10_000
_IN_HAND = 100
"""The walks whose page and rows are being made."""


def sure_length(walk: Walk) -> float | None:
    """The length in metres where it may be counted on; a length that its source is unsure of is as good as unknown."""
    return None if is_unsure(walk, "lengde") else walk.length


def pace_key(walk: Walk) -> str:
    """The key in the file that the slow pace is worked out from."""
    return "lengde" if walk.slow_minutes is None else "varighet_rolig_min"


def is_on_foot(walk: Walk) -> bool:
    """Whether its length is known and one to walk."""
    return walk.length is not None and walk.length <= _LONGEST_ON_FOOT_M


def slow_minutes(walk: Walk) -> int | None:
    """The time at a slow pace: stated, or by the length in whole minutes where it is one to walk."""
    if walk.slow_minutes is not None or walk.length is None or not is_on_foot(walk):
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


class Steepest(NamedTuple):
    """The steepest slope that anybody has measured (degrees), on how many of the walk's metres of ground."""

    degrees: float
    measured_m: float
    length_m: float

    @property
    def is_whole(self) -> bool:
        """Every metre has a slope, so that this is the steepest of the walk as a whole."""
        return self.measured_m >= self.length_m


def steepest_of(walk: Walk) -> Steepest | None:
    """The steepest that is measured; None where no stretch has a slope."""
    sloped = [part for part in walk.stretches if part.slope_degrees is not None]
    if not sloped:
        return None
    length_m = ground_length(walk.stretches, walk.length, walk.course)
    measured_m = end = 0.0
    for part in sorted(sloped, key=lambda part: part.from_m):
        measured_m += max(0.0, min(part.to_m, length_m) - max(part.from_m, end))
        end = max(end, part.to_m)
    return Steepest(max(abs(part.slope_degrees or 0.0) for part in sloped), measured_m, length_m)


def tell_steepest(walk: Walk, words: Words) -> str:
    """«5,6 %» where all the ground has a slope, else «Minst 5,6 % (målt på 300 m av 2 km)»; «» where none has."""
    found = steepest_of(walk)
    if found is None:
        return ""
    told = tell_slope(found.degrees, words.language)
    if found.is_whole:
        return told
    measured, length = (distance(metres, words.language) for metres in (found.measured_m, found.length_m))
    return words.say("tell.slope_at_least", slope=told, measured=measured, length=length)


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
