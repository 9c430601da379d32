"""A walk against its own track: the length, the start, and slopes that were stated too gently."""

from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.model.walk import Walk
from hefte.model.walk_choices import Course, TrackSource
from hefte.near import metres_between
from hefte.norwegian import distance, number
from hefte.problem import Problem, Rule
from hefte.track import Track, piece, steepest

LENGTH_OFF = 0.2
"""The share by which a length may differ from its track: tracks wander, and lengths are rounded."""

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
