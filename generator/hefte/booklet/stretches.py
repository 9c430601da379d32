"""A stretch of a walk in print: where, how it is to roll on, what the ground is like and what is in the way."""

from collections.abc import Iterator

from hefte import norwegian
from hefte.assessment.reach import Ground as GroundState
from hefte.assessment.reach import Part
from hefte.assessment.telling import tell_reasons, told_percents
from hefte.booklet.entries import joined
from hefte.booklet.press import Press
from hefte.booklet.volume import Ground
from hefte.model import Stretch
from hefte.telling.stretch import tell_obstacle, tell_stretch_slope
from hefte.telling.when import capital

STATES = {
    GroundState.EASY: "yes",
    GroundState.HEAVIER: "partly",
    GroundState.STOPS: "no",
    GroundState.BEYOND: "beyond",
    GroundState.UNKNOWN: "unknown",
}
_BETWEEN = f"{norwegian.NBSP}· "
"""A dot between two measures ends a line and never begins one."""


def ground_of(part: Part, press: Press) -> Ground:
    """One row: from where to where, the plain word, what the ground is like and what is in the way."""
    state = STATES[part.ground]
    return Ground(
        metres=f"{part.from_m:.0f}–{part.to_m:.0f}{norwegian.NBSP}m",
        state="yes" if state == "beyond" else state,
        verdict=press.words.say(
            f"assessment.ground.{GroundState.EASY.value if state == 'beyond' else part.ground.value}"
        ),
        ground=_told_ground(part, press),
    )


def _told_ground(part: Part, press: Press) -> str:
    if part.stretch is None:
        return press.words.say("assessment.nothing_measured")
    facts = _BETWEEN.join(_measures(part, part.stretch, press))
    reasons = tell_reasons(part, press.words)
    return joined(filter(None, (facts, *map(_sentence, (reasons, *_obstacles(part.stretch, press))))))


def _obstacles(stretch: Stretch, press: Press) -> Iterator[str]:
    """What is said of an obstacle beyond that it is there: where it stands, and how to get around it."""
    for one in stretch.obstacles or ():
        if one.at_m is not None or one.note:
            yield tell_obstacle(one, press.words)


def _sentence(told: str) -> str:
    return f"{capital(told)}." if told else ""


def _measures(part: Part, stretch: Stretch, press: Press) -> Iterator[str]:
    language = press.language
    if stretch.surface:
        yield press.words.say(f"choice.Surface.{stretch.surface.value}")
    if stretch.width_cm:
        yield press.say("narrowest", cm=norwegian.number(stretch.width_cm, 0, language))
    if stretch.slope_degrees is not None:
        yield press.say("steepest", slope=tell_stretch_slope(stretch, language, told_percents(part)))
    if stretch.bench_gap_m:
        yield press.say("bench_every", distance=norwegian.distance(stretch.bench_gap_m, language))
