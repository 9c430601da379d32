"""What a walk's page shows beyond other pages: reach per profile, map, profile, stretch by stretch."""

from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.assessment.reach import Part, Reach
from hefte.assessment.telling import badge, tell_missing, tell_reach, tell_reasons
from hefte.drawing.reach import draw_reach
from hefte.language import Words
from hefte.model import Walk
from hefte.model.choices import YesNoPartly
from hefte.model.walk import Stretch
from hefte.model.walk_choices import Profile, TrackSource
from hefte.telling.facts import said
from hefte.telling.sources import is_unsure
from hefte.telling.values import tell_slope
from hefte.website.card import reach_of, slow_minutes
from hefte.website.site import Site

QuickFact = tuple[str, str, str, bool, bool]


class ReachRow(NamedTuple):
    """One profile's bar: its name, official class, chip, sentence and drawing."""

    profile: str
    icon: str
    verdict: str
    status: str
    badge: str
    answer: str
    reason: str
    bar: Markup


class StretchRow(NamedTuple):
    """One row of «Meter for meter»: where, the plain word, the official one, the ground, the reasons."""

    ground: str
    metres: str
    status: str
    word: str
    official: str
    lead: str
    facts: str
    reasons: str


def quick_facts(site: Site, walk: Walk) -> tuple[QuickFact, ...]:
    """The four facts at the top: (icon, label, answer, known, unsure)."""
    words = site.words
    slow = slow_minutes(walk)
    far = norwegian.distance(walk.length, words.language) if walk.length else ""
    course = words.say(f"walk_page.course.{walk.course.value}") if walk.course else ""
    steepest = max((part.slope_degrees for part in walk.stretches if part.slope_degrees is not None), default=None)
    answers = (
        ("route", "length", f"{far} {course}".strip() if far else "", "lengde"),
        ("clock", "slow_minutes", norwegian.duration(slow, words.language) if slow else "", "lengde"),
        _slope_fact(walk, steepest, words),
        ("road", "surfaces", tell_surfaces(walk, words), "underlag"),
    )
    return tuple(_quick(walk, *row, words=words) for row in answers)


def _slope_fact(walk: Walk, steepest: float | None, words: Words) -> tuple[str, str, str, str]:
    """The steepest slope where it is measured, else the climb where it is stated."""
    if steepest is None and walk.climb_m is not None:
        return ("trending-up", "climb_m", norwegian.metres(walk.climb_m, words.language), "høydemeter")
    told = tell_slope(round(steepest, 1), words.language) if steepest is not None else ""
    return ("trending-up", "slope_degrees", told, "strekninger")


def _quick(walk: Walk, icon: str, name: str, answer: str, alias: str, *, words: Words) -> QuickFact:
    label = words.say(f"field.{name}")
    return (icon, label, answer or words.say("tell.dont_know"), bool(answer), is_unsure(walk, alias))


def tell_surfaces(walk: Walk, words: Words) -> str:
    """The surfaces of the stretches in their order, else those stated for the walk as a whole."""
    found = [stretch.surface for stretch in walk.stretches if stretch.surface] or list(walk.surfaces)
    names = [words.say(f"choice.Surface.{surface.value}").lower() for surface in dict.fromkeys(found)]
    told = ", ".join(names)
    return told[:1].upper() + told[1:]


_ICONS = {
    Profile.MANUAL_WHEELCHAIR: "wheelchair",
    Profile.POWERED_WHEELCHAIR: "wheelchair",
    Profile.VISUAL_IMPAIRMENT: "eye",
}


def reach_rows(site: Site, walk: Walk) -> tuple[ReachRow, ...]:
    """A bar with its sentence for every profile."""
    return tuple(_reach_row(profile, reach, walk, site.words) for profile, reach in reach_of(site, walk).items())


def _reach_row(profile: Profile, reach: Reach, walk: Walk, words: Words) -> ReachRow:
    told, found = tell_reach(reach, walk.sights, words), badge(reach, words)
    return ReachRow(
        profile=words.say(f"choice.Profile.{profile.value}"),
        icon=_ICONS[profile],
        verdict=words.say(f"choice.Verdict.{reach.verdict.value}"),
        status=found.status.value if found.status else "vet-ikke",
        badge=found.words,
        answer=told.answer,
        reason=told.reason,
        bar=Markup(draw_reach(reach, words, id=f"rekkevidde-{profile.value}")),  # noqa: S704  # our own drawing, of numbers and our own words
    )


_STATUS = {"lett": "ja", "tyngre": "delvis", "stopper": "nei", "forbi": "ja", "vet-ikke": "vet-ikke"}


def stretch_rows(site: Site, walk: Walk) -> tuple[StretchRow, ...]:
    """The stretches as a manual wheelchair meets them."""
    reach = reach_of(site, walk)[Profile.MANUAL_WHEELCHAIR]
    if not walk.stretches:
        return ()
    return tuple(_stretch_row(part, site.words) for part in reach.parts)


def _stretch_row(part: Part, words: Words) -> StretchRow:
    ground = part.ground.value
    lead, facts = _ground(part.stretch, words) if part.stretch else (words.say("walk_page.not_measured"), "")
    missing = part.assessment.missing if part.assessment else ()
    asked = (
        words.say("walk_page.measure_next", missing=tell_missing(missing, words)) if missing and part.stretch else ""
    )
    return StretchRow(
        ground="lett" if ground == "forbi" else ground,
        metres=f"{norwegian.number(part.from_m, 0, words.language)}–{norwegian.metres(part.to_m, words.language)}",
        status=_STATUS[ground],
        word=words.say(f"walk_page.ground.{ground}"),
        official=words.say(f"choice.Verdict.{part.verdict.value}"),
        lead=lead,
        facts=facts,
        reasons=" ".join(filter(None, (_sentence(tell_reasons(part, words)), asked))),
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _ground(stretch: Stretch, words: Words) -> tuple[str, str]:
    """A stretch as (surface, the rest): «Asfalt», «300 cm bred · høyst 2,5 %»."""
    surface = (
        words.say(f"choice.Surface.{stretch.surface.value}")
        if stretch.surface
        else words.say("walk_page.surface_unknown")
    )
    firm = (
        words.say(f"choice.Firmness.{stretch.firmness.value}").lower()
        if stretch.firmness and stretch.firmness.value == "løst"
        else ""
    )
    even = (
        words.say(f"choice.Evenness.{stretch.evenness.value}").lower()
        if stretch.evenness and stretch.evenness.value == "ujevnt"
        else ""
    )
    facts = (
        firm,
        even,
        words.say("walk_page.wide", width=norwegian.number(stretch.width_cm, 0, words.language))
        if stretch.width_cm
        else "",
        words.say("walk_page.at_most", slope=tell_slope(stretch.slope_degrees, words.language))
        if stretch.slope_degrees is not None
        else "",
        words.say("walk_page.bench_gap", distance=norwegian.metres(stretch.bench_gap_m, words.language))
        if stretch.bench_gap_m
        else "",
        *(_obstacle(stretch, words)),
        said(stretch.note, words).rstrip("."),
    )
    return surface, " · ".join(fact for fact in facts if fact)


def _obstacle(stretch: Stretch, words: Words) -> list[str]:
    told = []
    for one in stretch.obstacles or ():
        name = words.say(f"choice.ObstacleType.{one.type.value}").lower()
        size = (
            words.say("walk_page.of_cm", size=norwegian.number(one.size_cm, 1, words.language)) if one.size_cm else ""
        )
        passes = (
            words.say(f"walk_page.passable.{one.passable.value}")
            if one.passable and one.passable is not YesNoPartly.YES
            else ""
        )
        told.append(" ".join(part for part in (name, size, passes) if part))
    return told


def is_sketch(walk: Walk) -> bool:
    """Whether the track was drawn by hand: shown as a sketch, never used for slopes."""
    return walk.track_source is not TrackSource.MEASURED
