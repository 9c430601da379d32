"""What maps and charts of a walk have in common: coloured parts of the way, and pins."""

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from hefte.assessment.reach import Ground, Reach
from hefte.drawing.shapes import element, group
from hefte.norwegian import percent_of
from hefte.track import Steepest, Track, piece, slopes_of, steepest

Icon = Callable[[str], str]
"""Gives the inside of a 24 × 24 line icon by its name."""

PIN = 13.0
"""The radius of a pin."""

_AS_STEEP = 0.8
"""The share of a stated slope that a track must show before it tells where that slope is."""


class Way(NamedTuple):
    """A part of the way in the walk's own metres, its look, and its steepest slope in per cent if known.

    `steep_m` is where that slope begins, where the track shows it as steep.
    """

    from_m: float
    to_m: float
    ground: Ground
    percent: float | None = None
    steep_m: float | None = None


class Pin(NamedTuple):
    """Something beside the way: an icon's name, words, and the walk's own metres or a position.

    `arrival` is where one comes from (bus, parking); it is drawn blue, on the map only.
    """

    icon: str
    name: str
    at_m: float | None = None
    position: tuple[float, float] | None = None
    arrival: bool = False


def ways_of(reach: Reach, track: Track | None = None) -> tuple[Way, ...]:
    """Make the parts of a reach ready to be drawn, in the walk's own metres, along a whole track.

    A slope that no stretch states is taken from the track, where that is measured and has heights;
    one drawn by hand is given `without_heights`.
    """
    ways = tuple(_way(part.from_m, part.to_m, part.ground, part.stretch) for part in reach.parts)
    if track is None or not track.segments:
        return ways
    whole = along(ways, track.length_m)
    scale = scale_of(whole, track.length_m)
    known = tuple(way if way.percent is not None else _measured(way, track, scale) for way in whole)
    steep = steepest_way(known)
    return tuple(_placed(way, track, scale) if way is steep else way for way in known)


def scale_of(ways: Sequence[Way], track_m: float) -> float:
    """How many metres of the track one metre of the walk is: tapes, wheels and receivers differ."""
    return track_m / ways[-1].to_m if ways and ways[-1].to_m else 1.0


def _way(from_m: float, to_m: float, ground: Ground, stretch: object) -> Way:
    degrees = getattr(stretch, "slope_degrees", None)
    return Way(from_m, to_m, ground, None if degrees is None else percent_of(degrees))


def along(ways: Sequence[Way], track_m: float) -> tuple[Way, ...]:
    """Cover the whole track: one twice as long walks the same ground back, one a quarter off is the same."""
    if not ways or not track_m:
        return (Way(0.0, track_m, Ground.UNKNOWN),)
    length_m = ways[-1].to_m
    if 1.6 <= track_m / length_m <= 2.4:
        back = (way._replace(from_m=2 * length_m - way.to_m, to_m=2 * length_m - way.from_m) for way in reversed(ways))
        return (*ways, *back)
    if 0.8 <= track_m / length_m <= 1.25:
        return tuple(ways)
    inside = tuple(way._replace(to_m=min(way.to_m, track_m)) for way in ways if way.from_m < track_m)
    return inside if inside[-1].to_m == track_m else (*inside, Way(length_m, track_m, Ground.UNKNOWN))


def _measured(way: Way, track: Track, scale: float) -> Way:
    found = steepest(Track(piece(track, way.from_m * scale, way.to_m * scale)))
    return way if found is None else way._replace(percent=percent_of(found.degrees))


def _placed(way: Way, track: Track, scale: float) -> Way:
    """Where the slope begins; not where the track is far from as steep as what was measured on the ground."""
    runs = slopes_of(Track(piece(track, way.from_m * scale, way.to_m * scale)))
    spots = ((slope.degrees, run, at) for run in runs for at, slope in enumerate(run))
    steep, run, at = max(spots, key=lambda spot: spot[0], default=(0.0, (), 0))
    if not run or percent_of(steep) < _AS_STEEP * (way.percent or 0.0):
        return way
    return way._replace(steep_m=_begin(run[: at + 1]) / scale)


def _begin(before: Sequence[Steepest]) -> float:
    """The metres from which the ground up to the last spot is at least half as steep as it: there one sees it begin."""
    *_, first = takewhile(lambda slope: 2 * slope.degrees >= before[-1].degrees, reversed(before))
    return first.from_m


def steepest_way(ways: Iterable[Way]) -> Way | None:
    """The steepest part of known slope, the first of equals."""
    known = [way for way in ways if way.percent is not None]
    return max(known, key=lambda way: (way.percent, -way.from_m), default=None)


def disc(pin: Pin, x: float, y: float, icon: Icon) -> str:
    """A pin: white with a dark icon, or blue with a light one for an arrival."""
    kind = "d-arrival" if pin.arrival else "d-disc"
    inside = element("g", icon(pin.icon), class_="d-icon-light" if pin.arrival else "d-icon")
    size = PIN * 2 * 0.64 / 24
    return element("circle", cx=x, cy=y, r=PIN, class_=kind) + group(inside, x - 12 * size, y - 12 * size, size)
