"""One walk on the map: its way in the colours of its classes, its start, and what lies along it."""

from collections.abc import Iterator, Mapping
from functools import partial

from hefte import norwegian
from hefte.drawing.route import along, scale_of, ways_of
from hefte.drawing.sights import pins_of
from hefte.model import Walk
from hefte.outline import Position, encoded
from hefte.output import Output, fingerprint
from hefte.search.scripts import call
from hefte.telling.facts import said
from hefte.telling.walk import is_sketch, wheelchair_reach
from hefte.track import Track, piece, point_at, simplify
from hefte.website.digests import Digests
from hefte.website.map_data import FINE
from hefte.website.site import Site

_LINE_M = 2.0

Pin = tuple[str, str, str]
"""The inside of its icon, its name, and its encoded spot."""


def walks_data(site: Site, digests: Digests) -> Iterator[Output]:
    """`assets/map-walk-nb-<id>.js` for every walk whose track is known."""
    for walk in site.catalogue.shown_of(Walk):
        track = site.track_of(walk)
        if track is not None:
            key = fingerprint(site.key, site.language, digests[walk.folder, walk.id])
            yield Output(f"assets/map-walk-{site.language}-{walk.id}.js", key, partial(_file, site, walk, track))


def _file(site: Site, walk: Walk, track: Track) -> str:
    return call("hefteMapWalk", walk_data(site, walk, track))


def walk_data(site: Site, walk: Walk, track: Track) -> Mapping[str, object]:
    """The ways as [class, encoded line], the start, the pins, and what is said of the walk in few words."""
    ways = along(ways_of(wheelchair_reach(walk, site.rules)), track.length_m)
    scale, line = scale_of(ways, track.length_m), simplify(track, _LINE_M)
    pieces = ((way.ground.value, piece(line, way.from_m * scale, way.to_m * scale)) for way in ways)
    return {
        "id": walk.id,
        "sketch": int(is_sketch(walk)),
        "start": encoded((track.start[:2],), FINE),
        "ways": [[ground, encoded((point[:2] for point in part), FINE)] for ground, parts in pieces for part in parts],
        "pins": list(_pins(site, walk, track, scale)),
        "told": list(_told(site, walk)),
    }


def _pins(site: Site, walk: Walk, track: Track, scale: float) -> Iterator[Pin]:
    """What the editors tell of along the way, then what only the track names."""
    named = set()
    for pin in pins_of(walk, site.language):
        spot: Position = point_at(track, (pin.at_m or 0.0) * scale)[:2]
        named.add(pin.name.lower())
        yield site.icon(pin.icon), pin.name, encoded((spot,), FINE)
    for waypoint in track.waypoints:
        if waypoint.name and not any(waypoint.name.lower() in name or name in waypoint.name.lower() for name in named):
            yield site.icon("map-pin"), waypoint.name, encoded(((waypoint.lat, waypoint.lon),), FINE)


def _told(site: Site, walk: Walk) -> Iterator[str]:
    """Parking, toilet and benches, whose spots nobody has stated: how far they are from the start."""
    words, parking, toilet, benches = site.words, walk.parking, walk.toilet, walk.benches
    if parking and parking.distance is not None:
        far = norwegian.distance(parking.distance, site.language)
        yield words.say("map.from_start", what=words.say("field.parking"), distance=far)
    if toilet and toilet.distance is not None:
        far = norwegian.distance(toilet.distance, site.language)
        yield words.say("map.from_start", what=words.say("field.toilet"), distance=far)
    if benches and benches.count is not None:
        yield words.say("map.benches", count=benches.count)
    if benches and benches.note:
        yield said(benches.note, words)
