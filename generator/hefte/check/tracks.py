"""A walk against its own track: length, start, climb, grade, and slopes that were stated too gently."""

from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.check.walks import GRADES
from hefte.model.walk import Walk
from hefte.model.walk_choices import Course, TrackSource
from hefte.near import metres_between
from hefte.norwegian import distance, metres, number
from hefte.problem import Problem, Rule
from hefte.track import Track, climb, piece, steepest

LENGTH_OFF = 0.2
"""The share by which a length may differ from its track: tracks wander, and lengths are rounded."""

CLIMB_OFF, CLIMB_OFF_M = 0.25, 20.0
"""Both must be passed: a receiver's climb is right to a tenth, and small climbs are rounded."""

START_OFF_M = 250.0
SLOPE_OFF_DEGREES = 2.0
"""A receiver's heights are no level: only a clear difference is worth a visit."""


def tracks_fit_walks(catalogue: Catalogue) -> Iterator[Problem]:
    """What the track says and what the file says must be about the same walk."""
    for walk in catalogue.all(Walk):
        track = catalogue.tracks.get(walk.track) if walk.track else None
        if track is not None:
            yield from track_fits_walk(walk, track)


def track_fits_walk(walk: Walk, track: Track) -> Iterator[Problem]:
    """Compare a walk with the track it names; a track drawn by hand says nothing of slopes."""
    yield from _length_fits(walk, track)
    yield from _start_fits(walk, track)
    if walk.track_source is not TrackSource.DRAWN:
        yield from _slopes_fit(walk, track)
        yield from _climb_fits(walk, track)
    yield from _grade_fits(walk, track)


def _length_fits(walk: Walk, track: Track) -> Iterator[Problem]:
    """A walk there and back may be tracked one way or both."""
    if not walk.length or not track.segments:
        return
    measured = [track.length_m, *([2 * track.length_m] if walk.course is Course.RETURN else [])]
    if all(abs(walk.length - metres) > LENGTH_OFF * metres for metres in measured):
        values = {"track": distance(track.length_m), "length": distance(walk.length)}
        yield Problem(walk.where("lengde"), Rule.TRACK_LENGTH_DIFFERS, values)


def _start_fits(walk: Walk, track: Track) -> Iterator[Problem]:
    start = walk.start
    if start is None or start.latitude is None or start.longitude is None or not track.segments:
        return
    away = metres_between((start.latitude, start.longitude), track.start[:2])
    if away > START_OFF_M:
        yield Problem(walk.where("start"), Rule.TRACK_STARTS_ELSEWHERE, {"distance": distance(away)})


def _slopes_fit(walk: Walk, track: Track) -> Iterator[Problem]:
    for index, stretch in enumerate(walk.stretches):
        if stretch.slope_degrees is None:
            continue
        found = steepest(Track(piece(track, stretch.from_m, stretch.to_m)))
        if found and found.degrees > stretch.slope_degrees + SLOPE_OFF_DEGREES:
            values = {"measured": number(found.degrees), "stated": number(stretch.slope_degrees)}
            yield Problem(walk.where("strekninger", index, "stigning"), Rule.TRACK_IS_STEEPER, values)


def _climb_fits(walk: Walk, track: Track) -> Iterator[Problem]:
    """A walk there and back that was tracked one way goes up what the track goes down, too."""
    found = climb(track) if walk.climb_m is not None else None
    if walk.climb_m is None or found is None:
        return
    both = [found.up_m, *([found.up_m + found.down_m] if walk.course is Course.RETURN else [])]
    off = min(abs(walk.climb_m - measured) - CLIMB_OFF * measured for measured in both)
    if off > 0 and min(abs(walk.climb_m - measured) for measured in both) > CLIMB_OFF_M:
        values = {"track": metres(found.up_m), "stated": metres(walk.climb_m)}
        yield Problem(walk.where("høydemeter"), Rule.TRACK_CLIMB_DIFFERS, values)


def _grade_fits(walk: Walk, track: Track) -> Iterator[Problem]:
    """What the file does not state, the track does: a grade may be too kind for either."""
    limits = GRADES.get(walk.grade) if walk.grade else None
    if walk.grade is None or limits is None or (walk.length is not None and walk.climb_m is not None):
        return
    found = climb(track) if walk.climb_m is None and walk.track_source is not TrackSource.DRAWN else None
    length = track.length_m if walk.length is None else 0.0
    if length >= limits[0] or (found and found.up_m >= limits[1]):
        values = {"grade": walk.grade.value, "length": distance(limits[0]), "climb": round(limits[1])}
        yield Problem(walk.where("gradering"), Rule.HARDER_THAN_GRADED, values)
