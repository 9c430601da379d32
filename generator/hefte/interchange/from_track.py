"""From a track to the draft of a walk: what its line tells, and nothing of what only somebody on the spot knows."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from hefte.check.people import holds_birth_number
from hefte.edits import Value
from hefte.interchange.drafts import Draft, Row, unknown
from hefte.language import Words
from hefte.model.kinds import UNKNOWN
from hefte.model.texts import MAX_LINE, MAX_TITLE
from hefte.model.walk_choices import Course, TrackSource
from hefte.near import metres_between
from hefte.norwegian import distance, number, slug
from hefte.norwegian import metres as metres_told
from hefte.track import (
    WINDOWS_M,
    Track,
    climb,
    lay_out,
    nearest_on,
    piece,
    point_at,
    steepest,
)

SAME_SPOT_M = 40.0
"""Nearer than this, a walk ends where it began."""

BESIDE_M = 60.0
"""A named spot farther from the line is no sight of the walk."""

HIDDEN_UNTIL = "2099-01-01"
"""A draft has no page before its editor takes the day away; `status: inaktiv` would have one that says it is over."""

STRETCH_FACTS = ("veitype", "dekke", "fasthet", "tilstand", "bredde_cm", "stigning", "tverrfall", "hinder")
_TO_FIND_OUT = ("parkering", "toalett", "benker", "transport", "kontakt", "sesong", "kontrollert")


class Setting(NamedTuple):
    """What the site knows: its municipality and category for a walk, and the words of its language."""

    municipality: str
    category: str
    words: Words
    is_near_border: bool = False


SettingAt = Callable[[tuple[float, float], str], Setting]
"""What the site knows of a walk by its start, and by the municipality that its source states, if it does."""


class Wishes(NamedTuple):
    """What the editor says of a track: its title, its origin, whether its named spots are sights, what to cut off."""

    title: str = ""
    source: TrackSource | None = None
    sights: bool = False
    trim_m: float = 0.0


def trimmed(track: Track, metres: float) -> Track:
    """Cut so many metres off both ends: a track that begins at somebody's home shall not lead there."""
    if metres <= 0:
        return track
    return lay_out(piece(track, metres, track.length_m - metres), track.waypoints)


def draft_of(identity: str, title: str, track: Track, setting: Setting, wishes: Wishes) -> Draft:
    """Make the draft; the track has at least one segment."""
    rows = (*head_rows(title, track, setting), *line_rows(identity, track, setting.words, wishes))
    stretch: Value = {"fra_m": "0", "til_m": whole(track.length_m), **unknown(STRETCH_FACTS)}
    known = ("strekninger", [stretch])
    sights = tuple(sight_rows(track, setting.words)) if wishes.sights else ()
    return Draft(
        identity,
        (*rows, Row(*known, note=_steepest_told(track, setting.words, wishes)), *sights, *rest_rows()),
        track,
        (setting.words.say("import.head"),),
    )


def head_rows(title: str, track: Track, setting: Setting) -> Iterator[Row]:
    """What every draft of a walk begins with; it is not published until somebody says so."""
    say = setting.words.say
    yield Row("tittel", title[:MAX_TITLE], say("import.note.title"))
    length = distance(track.length_m, setting.words.language).replace("\u00a0", " ")
    yield Row("ingress", say("import.lead", length=length), say("import.note.lead"))
    yield Row("kategorier", [setting.category])
    border = say("import.note.border") if setting.is_near_border else ""
    yield Row("kommune", setting.municipality, border)
    yield Row("vis_fra", HIDDEN_UNTIL, say("import.note.hidden"))


def line_rows(identity: str, track: Track, words: Words, wishes: Wishes) -> Iterator[Row]:
    """What the line itself tells: length, ends, shape, climb."""
    yield Row("lengde", f"{whole(track.length_m)} m")
    yield Row("start", {"navn": UNKNOWN, **_position(track, 0.0)}, words.say("import.note.start"))
    course = course_of(track)
    if course is None:
        yield Row("slutt", {"navn": UNKNOWN, **_position(track, track.length_m)})
    note = "" if course else words.say("import.note.course")
    yield Row("rundtur", course.value if course else UNKNOWN, note)
    yield Row("underlag", UNKNOWN)
    yield Row("gradering", UNKNOWN)
    yield _climb_row(track, words, wishes)
    yield Row("spor", f"{identity}.gpx")
    source = wishes.source.value if wishes.source else UNKNOWN
    yield Row("spor_kilde", source, "" if wishes.source else words.say("import.note.source"))


def _climb_row(track: Track, words: Words, wishes: Wishes) -> Row:
    """The climb is a fact only of a track that was measured on the spot."""
    found = climb(track)
    if found is None:
        return Row("høydemeter", UNKNOWN, words.say("import.note.no-heights"))
    if found.up_m > track.length_m:
        return Row("høydemeter", UNKNOWN, words.say("import.note.no-heights"))
    if wishes.source is TrackSource.MEASURED:
        return Row("høydemeter", whole(found.up_m))
    told = metres_told(found.up_m, words.language).replace("\u00a0", " ")
    note = "" if wishes.source else words.say("import.note.climb", climb=told)
    return Row("høydemeter", UNKNOWN, note)


def course_of(track: Track) -> Course | None:
    """The shape, where the line tells it: round, or there and back; None for one way that may be walked back."""
    if metres_between(track.start[:2], track.points[-1][:2]) > SAME_SPOT_M or len(track.segments) > 1:
        return None
    half = track.length_m / 2
    back = [point_at(track, half + half * share / 10) for share in range(1, 10)]
    ahead = [point_at(track, half - half * share / 10) for share in range(1, 10)]
    returned = all(metres_between(here[:2], there[:2]) <= SAME_SPOT_M for here, there in zip(back, ahead, strict=True))
    return Course.RETURN if returned else Course.ROUND


def sight_rows(track: Track, words: Words) -> Iterator[Row]:
    """The named spots on or beside the line, in the order in which one comes to them."""
    named = [spot for spot in track.waypoints if spot.name and not holds_birth_number(spot.name)]
    spots = [(nearest_on(track, lat, lon), name) for name, lat, lon in named]
    found = sorted((spot.at_m, name) for spot, name in spots if spot.away_m <= BESIDE_M)
    if found:
        sights: list[Value] = [{"type": UNKNOWN, "navn": name[:MAX_LINE], "ved_m": whole(at_m)} for at_m, name in found]
        yield Row("opplevelser", sights, words.say("import.note.sights"))


def rest_rows(known: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """What somebody has to find out."""
    return tuple(Row(key, UNKNOWN) for key in _TO_FIND_OUT if key not in known)


def _steepest_told(track: Track, words: Words, wishes: Wishes) -> str:
    """Where to bring the level; a receiver's heights are no measurement of a slope."""
    if wishes.source is TrackSource.DRAWN:
        return ""
    found = [(window, steepest(track, window)) for window in WINDOWS_M]
    told = "; ".join(
        words.say(
            "import.steepest",
            window=f"{window:g}",
            degrees=number(one.degrees, 1, words.language),
            at=whole(one.from_m),
        )
        for window, one in found
        if one
    )
    return words.say("import.note.steepest", told=told) if told else ""


def _position(track: Track, at_m: float) -> dict[str, Value]:
    point = point_at(track, at_m)
    return {"lat": f"{point.lat:.5f}", "lon": f"{point.lon:.5f}"}


def whole(metres: float) -> str:
    """Metres without decimals, as an editor writes them."""
    return str(round(metres))


def identity_of(title: str, fallback: str = "tur") -> str:
    """The name of the file of a draft: at most 60 letters of its title."""
    return slug(title)[:60].strip("-") or fallback
