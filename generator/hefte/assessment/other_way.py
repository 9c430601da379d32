"""How far one gets from the other end, and the other way round a loop; and how far it is there and back.

A slope is measured at its steepest whichever way it leans, so the same classes hold both ways.
"""

from collections.abc import Iterator, Sequence

from hefte.assessment.reach import Reach, reversed_reach
from hefte.assessment.telling import NEAR_M, tell_far
from hefte.language import Words
from hefte.model.walk import Sight, Walk
from hefte.model.walk_choices import Course, Verdict
from hefte.norwegian import distance

_SAID = {Verdict.PARTLY: "heavier", Verdict.NOT: "stops", Verdict.NOT_ASSESSED: "unknown"}
_ENDS = {Course.ROUND: "round", Course.ONE_WAY: "end"}


def tell_other_way(reach: Reach, walk: Walk, words: Words) -> str:
    """Say what the first sentence does not: «Fram og tilbake: 1,6 km. Motsatt vei: de første 480 m.».

    Nothing where one gets the whole way, or where nobody knows anything; a walk there and back has one end to begin at.
    """
    if reach.is_whole or all(part.verdict is Verdict.NOT_ASSESSED for part in reach.parts):
        return ""
    return " ".join((*_there_and_back(reach, words), *_from_the_other_end(reach, walk, words)))


def _there_and_back(reach: Reach, words: Words) -> Iterator[str]:
    """Twice the metres that are told, so that the sum is right to whoever doubles them."""
    if reach.easy_m > 0:
        told = reach.easy_m if reach.easy_m < 1000 else reach.easy_m - reach.easy_m % 100
        yield words.say("assessment.there_and_back", distance=distance(2 * told, words.language))


def _from_the_other_end(reach: Reach, walk: Walk, words: Words) -> Iterator[str]:
    end = _ENDS.get(walk.course) if walk.course else None
    if end is None:
        return
    start = words.say(f"assessment.other_way.{end}")
    if end == "end" and walk.end and walk.end.name:
        start = words.say("assessment.other_way.from", name=walk.end.name)
    yield words.say("assessment.other_way", start=start, reach=_said(reversed_reach(reach), walk.sights, words))


def _said(found: Reach, sights: Sequence[Sight], words: Words) -> str:
    if found.easy_m == 0:
        return words.say(f"assessment.other_way.{_SAID[found.parts[0].verdict]}")
    key = "assessment.other_way.the_first"
    far, place = tell_far(found.easy_m, words), _place(found, sights, words)
    return words.say(f"{key}_to" if place else key, distance=far, place=place)


def _place(found: Reach, sights: Sequence[Sight], words: Words) -> str:
    """A sight close by; the stretches' own names are said as one meets them from the start."""
    at = found.length_m - found.easy_m
    close = [sight for sight in sights if sight.at_m is not None and abs(sight.at_m - at) <= NEAR_M]
    return words.say("assessment.to_sight", sight=close[0].name.said(words.language).text) if close else ""
