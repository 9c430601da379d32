"""What a walk's page shows beyond other pages: four quick facts, reach per profile, map, profile, sights."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from hefte import norwegian
from hefte.assessment.other_way import tell_other_way
from hefte.assessment.reach import Reach
from hefte.assessment.telling import badge, tell_reach
from hefte.drawing.reach import draw_reach
from hefte.language import Words
from hefte.model import Walk
from hefte.model.walk import Judgement, Sight
from hefte.model.walk_choices import Profile
from hefte.telling.along import tell_at
from hefte.telling.amenities import ToldAmenity, tell_amenities
from hefte.telling.bare_ground import tell_bare_ground
from hefte.telling.facts import said
from hefte.telling.sources import is_unsure
from hefte.telling.walk import (
    along_the_way,
    is_sketch,
    pace_key,
    reaches_of,
    slow_minutes,
    tell_steepest,
    tell_surfaces,
)
from hefte.website.maps import drawings, scale
from hefte.website.profile import places
from hefte.website.site import Site
from hefte.website.stretches import STATUS, stretch_rows

QuickFact = tuple[str, str, str, bool, bool]


class ReachRow(NamedTuple):
    """One profile's bar: its name, official class, chip, sentence, the way back and the other way, and drawing."""

    profile: str
    icon: str
    verdict: str
    status: str
    badge: str
    answer: str
    reason: str
    other_way: str
    bar: Markup


def walk_view(site: Site, walk: Walk) -> Mapping[str, object]:
    """What only a walk's page shows."""
    track = site.track_of(walk)
    found = reaches_of(walk, site.rules)
    reach = found[Profile.MANUAL_WHEELCHAIR]
    return {
        "quick": quick_facts(walk, site.words),
        "reach": tuple(_reach_row(one, walk, site.words) for one in found.values()),
        "rules": site.words.say("walk_page.rules", version=site.rules.version) if walk.stretches else "",
        "bare_ground": tell_bare_ground(walk, site.words),
        "measured": bool(walk.stretches),
        "unsure": is_unsure(walk, "strekninger"),
        "stretches": stretch_rows(reach, site.words) if walk.stretches else (),
        "amenities": amenity_view(walk, site),
        "sights": tuple(_sight(site, sight) for sight in along_the_way(walk)),
        "judgements": tuple(_judgement(site, one) for one in walk.judgements),
        "drawing": drawings(site, walk, track, reach, sketch=is_sketch(walk)) if track else None,
        "scale": scale(reach, site) if walk.stretches else "",
        "places": places(site, walk),
        "gpx": f"{walk.id}.gpx" if track else "",
    }


class AmenityRow(NamedTuple):
    """What stands along the way as a row: what it is, its look, and what is told of it."""

    told: ToldAmenity
    status: str


def amenity_view(walk: Walk, site: Site) -> Mapping[str, object]:
    """The rows of «Kan rullestolen brukes der?», and the sentence on what nobody has measured."""
    found = tell_amenities(walk, site.catalogue, site.rules, site.words)
    rows = tuple(AmenityRow(one, STATUS[one.ground]) for one in found.rows)
    return {"rows": rows, "unmeasured": found.unmeasured, "rules": site.words.say("amenity.note")}


def quick_facts(walk: Walk, words: Words) -> tuple[QuickFact, ...]:
    """The four facts at the top: (icon, label, answer, known, unsure)."""
    slow = slow_minutes(walk)
    measured = any(stretch.surface for stretch in walk.stretches)
    answers = (
        ("route", "length", _length(walk, words), "lengde"),
        ("clock", "slow_minutes", norwegian.duration(slow, words.language) if slow else "", pace_key(walk)),
        _slope_fact(walk, words),
        ("road", "surfaces", tell_surfaces(walk, words), "strekninger" if measured else "underlag"),
    )
    return tuple(_quick(walk, *row, words=words) for row in answers)


def _length(walk: Walk, words: Words) -> str:
    if not walk.length:
        return ""
    far = norwegian.distance(walk.length, words.language)
    return f"{far} {words.say(f'walk_page.course.{walk.course.value}')}" if walk.course else far


def _slope_fact(walk: Walk, words: Words) -> tuple[str, str, str, str]:
    """The steepest slope where it is measured, else the climb where it is stated."""
    told = tell_steepest(walk, words)
    if not told and walk.climb_m is not None:
        return ("trending-up", "climb_m", norwegian.metres(walk.climb_m, words.language), "høydemeter")
    return ("trending-up", "slope_degrees", told, "strekninger")


def _quick(walk: Walk, icon: str, name: str, answer: str, alias: str, *, words: Words) -> QuickFact:
    label = words.say(f"field.{name}")
    return (icon, label, answer or words.say("tell.dont_know"), bool(answer), is_unsure(walk, alias))


_ICONS = {
    Profile.MANUAL_WHEELCHAIR: "wheelchair",
    Profile.POWERED_WHEELCHAIR: "wheelchair",
    Profile.VISUAL_IMPAIRMENT: "eye",
}


def _reach_row(reach: Reach, walk: Walk, words: Words) -> ReachRow:
    told, found = tell_reach(reach, walk.sights, words), badge(reach, words)
    return ReachRow(
        profile=words.say(f"choice.Profile.{reach.profile.value}"),
        icon=_ICONS[reach.profile],
        verdict=words.say(f"choice.Verdict.{reach.verdict.value}"),
        status=found.status.value if found.status else "vet-ikke",
        badge=found.words,
        answer=told.answer,
        reason=told.reason,
        other_way=tell_other_way(reach, walk, words),
        bar=Markup(draw_reach(reach, words, id=f"rekkevidde-{reach.profile.value}")),  # noqa: S704  # our own drawing
    )


def _sight(site: Site, sight: Sight) -> tuple[str, Markup, str, Markup]:
    kind = _kind(sight, site.words)
    return kind, site.say(sight.name), tell_at(sight, site.words), site.say(sight.text)


def _kind(sight: Sight, words: Words) -> str:
    """What a sight is, unless its name says so: «Benk ved naustene» is a bench in any language."""
    if sight.type is None:
        return ""
    kind = words.say(f"choice.Experience.{sight.type.value}")
    name = said(sight.name, words).lower()
    return "" if kind.lower() in name or sight.type.value in name else kind


def _judgement(site: Site, one: Judgement) -> tuple[str, str, Markup, str]:
    words = site.words
    on = norwegian.day(one.day, site.language) if one.day else ""
    return (
        words.say(f"choice.Profile.{one.profile.value}"),
        words.say(f"choice.Verdict.{one.verdict.value}"),
        site.say(one.reason),
        ", ".join(filter(None, (said(one.by, words), on))),
    )
