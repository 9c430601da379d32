"""Our walks in the names and codes of Kartverket's «Tilgjengelighet» 1.3: a way per stretch, a thing per sight.

Only what is known and sure is written; where the standard has a code for «unknown», that stands instead. What has no
name there is left out: obstacles other than barriers, benches, parking and toilets (whose spots we do not know), and
the classes that we compute, for `tilgjengvurderingRulleAuto` is Kartverket's own test.
"""

from collections.abc import Iterable, Iterator, Mapping

from hefte.interchange import sosi
from hefte.interchange.beside import SPACE
from hefte.interchange.features import Written
from hefte.model import Stretch, Walk
from hefte.model.choices import YesNoPartly
from hefte.model.walk_choices import Experience, ObstacleType, Profile, Surface, TrackSource, Verdict
from hefte.telling.sources import is_unsure
from hefte.track import Track, piece, point_at

HEADROOM_CM = 225.0
_THINGS: Mapping[Experience, str] = {kind: name for name, kind in sosi.THINGS.items() if kind is not Experience.BATHING}


def ways_of(walk: Walk, track: Track, owner: str) -> Iterator[Written]:
    """The stretches of a walk and the things along it; none where its track is a sketch or its stretches unsure."""
    if not track.segments or walk.track_source is TrackSource.DRAWN or is_unsure(walk, "strekninger"):
        return
    common = _common(walk, owner)
    number = 0
    for stretch in walk.stretches:
        lines = piece(track, stretch.from_m, stretch.to_m)
        if lines:
            number += 1
            identity = {"identifikasjon": {"lokalId": f"{walk.id}.{number}", "navnerom": SPACE}}
            yield Written("FriluftTurvei", {**identity, **common, **_way(walk, stretch)}, lines)
    yield from _things(walk, track, common, number)


def _common(walk: Walk, owner: str) -> Mapping[str, str]:
    checked = max((row.day for row in walk.inspections), default=walk.checked.day if walk.checked else None)
    day = {"førsteDatafangstdato": f"{checked.isoformat()}T00:00:00"} if checked else {}
    return {"opphav": owner, "kommune": walk.municipalities[0], **day}


def _way(walk: Walk, stretch: Stretch) -> dict[str, str]:
    season = walk.season[0] if len(walk.season) == 1 else None
    facts = {
        "veitype": sosi.ROAD.theirs(stretch.road),
        "årstidsbruk": sosi.SEASON.theirs(season) or "Ukjent",
        **_barrier(stretch),
        "belysning": sosi.LIGHTING.theirs(stretch.lighting),
        "dekkeMateriale": sosi.SURFACE.theirs(stretch.surface),
        "plankeavstand": _number(stretch.plank_gap_cm) if stretch.surface is Surface.BOARDWALK else "",
        "dekkeTilstand": sosi.EVENNESS.theirs(stretch.evenness),
        "bredde": _number(stretch.width_cm),
        "stigning": _number(stretch.slope_degrees),
        "tverrfall": _number(stretch.cross_slope_degrees),
        **_passing(stretch),
        "friHøyde": _headroom(stretch.headroom_cm),
        "ledelinje": sosi.GUIDE_LINE.theirs(stretch.guide_line),
        **_judged(walk),
        "segmentLengde": _number(stretch.to_m - stretch.from_m),
        "dekkeFasthet": sosi.FIRMNESS.theirs(stretch.firmness),
    }
    return {name: value for name, value in facts.items() if value}


def _barrier(stretch: Stretch) -> dict[str, str]:
    """Whether there is a barrier; `hinder: ingen` says that there is none."""
    if stretch.obstacles is None:
        return {}
    barriers = [one for one in stretch.obstacles if one.type is ObstacleType.BARRIER]
    if not barriers:
        return {"sperrebom": "Nei"}
    passable = {one.passable for one in barriers}
    if None in passable:
        return {"sperrebom": "Ja"}
    return {"sperrebom": "Ja", "sperrebomTilgjengelig": "Ja" if passable == {YesNoPartly.YES} else "Nei"}


def _passing(stretch: Stretch) -> dict[str, str]:
    if stretch.passing_places is None:
        return {}
    return (
        {"møteHvileplass": "Ja", "antallTilstrekkelig": "Ja"} if stretch.passing_places else {"møteHvileplass": "Nei"}
    )


def _headroom(centimetres: float | None) -> str:
    if centimetres is None or centimetres == HEADROOM_CM:
        return ""
    return ">225 cm" if centimetres > HEADROOM_CM else "<225 cm"


def _judged(walk: Walk) -> dict[str, str]:
    """What a person has judged, by the first name that the standard has for each profile."""
    said: dict[Profile, Verdict] = {row.profile: row.verdict for row in walk.judgements}
    return {names[0]: sosi.VERDICT.theirs(said.get(who, Verdict.NOT_ASSESSED)) for who, names in sosi.JUDGED.items()}


def _number(value: float | None) -> str:
    return "" if value is None else f"{round(value, 1):g}"


def _things(walk: Walk, track: Track, common: Mapping[str, str], number: int) -> Iterator[Written]:
    for sight in walk.sights:
        kind = _THINGS.get(sight.type) if sight.type else None
        if kind and sight.at_m is not None:
            number += 1
            facts: dict[str, str | Mapping[str, str]] = {
                "identifikasjon": {"lokalId": f"{walk.id}.{number}", "navnerom": SPACE},
                **common,
                "kommentar": sight.name.said("nb").text,
                "tilgjengvurderingRulleMan": sosi.VERDICT.theirs(Verdict.NOT_ASSESSED),
            }
            yield Written(kind, facts, ((point_at(track, sight.at_m),),))


def written_of(walks: Iterable[tuple[Walk, Track]], owner: str) -> tuple[Written, ...]:
    """The features of all walks that have a measured track and stretches."""
    return tuple(feature for walk, track in walks for feature in ways_of(walk, track, owner))
