"""A stretch of a walk in print: where, how it is to roll on, what the ground is like and what is in the way."""

from collections.abc import Container, Iterator

from hefte import norwegian
from hefte.assessment.reach import Ground as GroundState
from hefte.assessment.reach import Part
from hefte.assessment.telling import tell_reasons, told_percents, without_limits
from hefte.booklet.press import Press
from hefte.booklet.volume import Ground
from hefte.model import Stretch
from hefte.model.choices import YesNoPartly
from hefte.model.walk import Obstacle
from hefte.telling.stretch import tell_stretch_slope
from hefte.telling.when import capital, one_after_another

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
    told = {str(one.type) for one in part.stretch.obstacles or () if _is_told(one)}
    reasons = [reason for reason in (part.assessment.reasons if part.assessment else ()) if reason.value not in told]
    facts = _BETWEEN.join(_measures(part, part.stretch, {reason.fact for reason in reasons}, press))
    bare = part._replace(assessment=part.assessment._replace(reasons=tuple(reasons))) if part.assessment else part
    because = _sentence(tell_reasons(bare, without_limits(press.words, press.rules)))
    obstacles = (_obstacle(one, press) for one in part.stretch.obstacles or () if _is_told(one))
    return one_after_another((capital(facts), because, *obstacles), ". ")


def _is_told(one: Obstacle) -> bool:
    """Whether more is said of an obstacle than that it is there: where it stands, or how to get around it."""
    return one.at_m is not None or one.note is not None


def _obstacle(one: Obstacle, press: Press) -> str:
    """«Kant 11 cm (ved 210 m). Noen kommer over.»."""
    say, language = press.words.say, press.language
    size = f"{norwegian.number(one.size_cm, 1, language)}{norwegian.NBSP}cm" if one.size_cm else ""
    where = "" if one.at_m is None else say("walk_page.at_start")
    if one.at_m:
        where = press.say("obstacle_at", distance=norwegian.distance(one.at_m, language))
    named = " ".join(filter(None, (say(f"choice.ObstacleType.{one.type.value}"), size, f"({where})" if where else "")))
    passes = one.passable if one.passable is not YesNoPartly.YES else None
    past = press.say(f"obstacle.{passes.value}") if passes else ""
    note = press.said(one.note) or ""
    return " ".join(filter(None, (f"{named}.", past, f"{note.rstrip('.')}." if note else "")))


def _sentence(told: str) -> str:
    return f"{capital(told)}." if told else ""


def _measures(part: Part, stretch: Stretch, reasons: Container[str], press: Press) -> Iterator[str]:
    """What is known of the ground; a measure that is a reason stands there alone."""
    language = press.language
    if stretch.surface:
        yield press.words.say(f"choice.Surface.{stretch.surface.value}")
    if stretch.width_cm and "bredde_cm" not in reasons:
        yield press.say("narrowest", cm=norwegian.number(stretch.width_cm, 0, language))
    if stretch.passing_places is not None:
        yield press.words.say(f"walk_page.passing_places.{'ja' if stretch.passing_places else 'nei'}")
    if stretch.slope_degrees is not None and "stigning" not in reasons:
        yield press.say("steepest", slope=tell_stretch_slope(stretch, language, told_percents(part)))
    if stretch.bench_gap_m:
        yield press.say("bench_every", distance=norwegian.distance(stretch.bench_gap_m, language))
