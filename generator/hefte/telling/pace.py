"""About how long a walk takes, on foot, slowly and with a rollator, and by which rule that is worked out.

On foot: Naismith's rule of 1892 as it is used in Norway, 5 km an hour and 10 minutes for every 100 metres of climb.
Slowly: the time that is stated, else 2 km an hour. With a rollator: 1.5 km an hour, the service's own rule of thumb,
and only where somebody has said that a rollator gets all the way and nothing known stops it.
"""

from collections.abc import Iterator

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Entry, Walk
from hefte.model.choices import YesNoPartly
from hefte.model.walk import Obstacle
from hefte.model.walk_choices import ObstacleType
from hefte.telling.facts import Fact
from hefte.telling.sources import is_unsure
from hefte.telling.walk import is_on_foot, pace_key, slow_minutes

METRES_AN_HOUR, MINUTES_A_METRE_UP = 5000, 0.1
ROLLATOR_METRES_AN_HOUR = 1500
_ROUNDED_TO = 5


def walking_minutes(length_m: float, climb_m: float | None) -> int:
    """The minutes on foot by Naismith's rule; a climb that nobody knows is not counted."""
    return _rounded(length_m / METRES_AN_HOUR * 60 + (climb_m or 0.0) * MINUTES_A_METRE_UP)


def rollator_minutes(length_m: float) -> int:
    """The minutes with a rollator."""
    return _rounded(length_m / ROLLATOR_METRES_AN_HOUR * 60)


def _rounded(minutes: float) -> int:
    """To five minutes: an estimate to the minute says more than anybody knows."""
    return max(_ROUNDED_TO, _ROUNDED_TO * round(minutes / _ROUNDED_TO))


def pace(entry: Entry, catalogue: Catalogue, words: Words) -> Fact | None:  # noqa: ARG001
    """The times with their rules; none where nobody knows the length, or the way is too long to walk."""
    if not isinstance(entry, Walk) or not entry.length:
        return None
    times = tuple(_times(entry, entry.length, words))
    if not times:
        return None
    told = norwegian.joined(times, words.say("tell.and"))
    unsure = is_unsure(entry, "lengde") or is_unsure(entry, pace_key(entry))
    return Fact("pace", words.say("pace.label"), told, (" ".join(_rules(entry, words)),), unsure=unsure)


def _times(walk: Walk, length_m: float, words: Words) -> Iterator[str]:
    times = [
        ("walk", walking_minutes(length_m, _climb(walk)) if is_on_foot(walk) else None),
        ("slow", slow_minutes(walk)),
        ("rollator", rollator_minutes(length_m) if _takes_a_rollator(walk) else None),
    ]
    for name, minutes in times:
        if minutes:
            yield words.say(f"pace.{name}", time=norwegian.duration(minutes, words.language))


def _rules(walk: Walk, words: Words) -> Iterator[str]:
    if is_on_foot(walk):
        yield words.say("pace.rule.walk")
        if _climb(walk) is None:
            yield words.say("pace.rule.no_climb")
    if walk.slow_minutes is None:
        yield words.say("pace.rule.slow")
    if _takes_a_rollator(walk):
        yield words.say("pace.rule.rollator")
    yield words.say("pace.rule.breaks")


def _climb(walk: Walk) -> float | None:
    return None if is_unsure(walk, "høydemeter") else walk.climb_m


def _takes_a_rollator(walk: Walk) -> bool:
    said_yes = is_on_foot(walk) and walk.rollator is YesNoPartly.YES and not is_unsure(walk, "rullator")
    return said_yes and not any(stops_wheels(one) for stretch in walk.stretches for one in stretch.obstacles or ())


def stops_wheels(obstacle: Obstacle) -> bool:
    """Whether something in the way surely lets no pram and no rollator past."""
    return obstacle.type is ObstacleType.STAIRS or obstacle.passable is YesNoPartly.NO
