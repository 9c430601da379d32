"""The map of a walk: muted land, the route in the colours of its classes, pins, scale and north.

Nothing is drawn that was not given: without areas the land is blank paper with a grid.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from hefte.assessment.reach import Ground
from hefte.drawing.paint import BROKEN, drawing, written
from hefte.drawing.pins import placed, spots
from hefte.drawing.route import PIN, Icon, Pin, Way, along, disc, scale_of
from hefte.drawing.shapes import Point, element, number, numbers
from hefte.drawing.sheet import Area, Name, Sheet, draw_land, draw_north, draw_scale, fit
from hefte.language import Words
from hefte.near import metres_between
from hefte.norwegian import distance, metres
from hefte.norwegian import number as say_number
from hefte.track import Segment, Track, piece, point_at, simplify

_GOES_ROUND_M = 60.0

Mark = tuple[Pin, Point, Point]
"""A pin, the spot on the way that it belongs to, and where its disc stands."""


def draw_map(
    track: Track,
    ways: Sequence[Way],
    pins: Sequence[Pin],
    words: Words,
    icon: Icon,
    *,
    title: str,
    width: float = 390,
    id: str = "kart",  # noqa: A002  # it is the id of the drawing
    areas: Iterable[Area] = (),
    names: Iterable[Name] = (),
    size: float = 15,
) -> str:
    """Draw a route with its parts (as `ways_of` gives them) and pins; the description says all that is shown.

    `width` is in pixels (390 and 760 are drawn for), `size` that of the letters.
    """
    ways = along(ways, track.length_m)
    sheet = fit(track, width)
    names = tuple(names)
    marks = tuple(placed(spots(pins, track, scale_of(ways, track.length_m), sheet), sheet.at(*track.start[:2]), sheet))
    content = draw_land(sheet, areas, names, size) + _way_and_marks(track, ways, marks, sheet, words, icon)
    content += draw_scale(sheet, _taken(track, names, marks, sheet), words, size) + draw_north(sheet, words)
    says = describe_map(track, ways, pins, words)
    return drawing(id, sheet.width, sheet.height, words, words.say("drawing.map", title=title), says, content)


def _way_and_marks(
    track: Track, ways: Sequence[Way], marks: Sequence[Mark], sheet: Sheet, words: Words, icon: Icon
) -> str:
    line = simplify(track, 0.8 / sheet.pixels_a_metre)
    return (
        _route(line, ways, scale_of(ways, track.length_m), sheet)
        + _direction(track, sheet)
        + "".join(_stem(spot, at) for _, spot, at in marks)
        + _start(sheet.at(*track.start[:2]), words)
        + "".join(disc(pin, *at, icon) for pin, _, at in marks)
    )


def _taken(track: Track, names: Sequence[Name], marks: Sequence[Mark], sheet: Sheet) -> list[Point]:
    """Where something stands already, so that the scale bar can keep away from it, from marks before all."""
    shown = (*(point[:2] for point in track.points), *(name.position for name in names))
    discs = [sheet.at(*track.start[:2]), *(at for _, _, at in marks)]
    return [sheet.at(*position) for position in shown] + discs * len(shown)


def _route(track: Track, ways: Sequence[Way], scale: float, sheet: Sheet) -> str:
    halo = element("path", d=_path(track.segments, sheet), class_="d-halo", stroke_width=12, stroke_linecap="round")
    pieces = ((way.ground, piece(track, way.from_m * scale, way.to_m * scale)) for way in ways)
    return halo + "".join(_LOOKS[ground](_path(segments, sheet)) for ground, segments in pieces)


def _path(segments: Iterable[Segment], sheet: Sheet) -> str:
    lines = ([numbers(*sheet.at(point.lat, point.lon)) for point in segment] for segment in segments)
    return "".join("M" + "L".join(spot for spot, _ in _changes(line)) for line in lines)


def _changes(line: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Leave out a spot that falls on the same tenth of a pixel as the one before."""
    yield line[0], line[0]
    yield from ((after, before) for before, after in pairwise(line) if after != before)


def _easy(path: str) -> str:
    return element("path", d=path, class_="d-lett", stroke_width=6, stroke_linecap="round")


def _heavier(path: str) -> str:
    ticks = element("path", d=path, class_="d-ticks", stroke_width=6, stroke_dasharray="1.3 11")
    return element("path", d=path, class_="d-tyngre", stroke_width=6) + ticks


def _stops(path: str) -> str:
    return element("path", d=path, class_="d-stopper", stroke_width=6, stroke_dasharray=BROKEN)


def _beyond(path: str) -> str:
    inside = element("path", d=path, class_="d-inside", stroke_width=2.4)
    return element("path", d=path, class_="d-forbi", stroke_width=6) + inside


def _unknown(path: str) -> str:
    return element("path", d=path, class_="d-vet-ikke", stroke_width=4, stroke_dasharray="9 6")


_LOOKS: dict[Ground, Callable[[str], str]] = {
    Ground.EASY: _easy,
    Ground.HEAVIER: _heavier,
    Ground.STOPS: _stops,
    Ground.BEYOND: _beyond,
    Ground.UNKNOWN: _unknown,
}


def line_sample(ground: Ground) -> str:
    """A line of 30 × 12 for the legend of map and chart."""
    return f'<svg viewBox="0 0 30 12" aria-hidden="true">{_LOOKS[ground]("M3 6H27")}</svg>'


def _direction(track: Track, sheet: Sheet) -> str:
    """An arrowhead a little way from the start: the reach is counted that way round."""
    away = 34 / sheet.pixels_a_metre
    if track.length_m < 3 * away:
        return ""
    tail, tip = (sheet.at(*point_at(track, at)[:2]) for at in (away - 6 / sheet.pixels_a_metre, away))
    turn = math.degrees(math.atan2(tip[1] - tail[1], tip[0] - tail[0]))
    spot = f"translate({numbers(*tip)}) rotate({number(turn)})"
    return element("path", d="M9 0L-6 -8L-2 0L-6 8Z", class_="d-dark", transform=spot)


def _stem(spot: Point, at: Point) -> str:
    if spot == at:
        return ""
    line = element("path", d=f"M{numbers(*spot)}L{numbers(*at)}", class_="d-stem")
    return line + element("circle", cx=spot[0], cy=spot[1], r=3, class_="d-dark")


def _start(spot: Point, words: Words) -> str:
    letter = words.say("drawing.start_letter")
    return element("circle", cx=spot[0], cy=spot[1], r=PIN + 1, class_="d-start") + written(
        letter, spot[0], spot[1] + 5, "d-letter", 15, "middle"
    )


def describe_map(track: Track, ways: Sequence[Way], pins: Sequence[Pin], words: Words) -> str:
    """Say what the map shows: the length, where it ends, the parts and what lies along it."""
    language = words.language
    parts = [_say_way(way, words) for way in ways]
    along = [_say_pin(pin, track, words) for pin in pins]
    says = words.say(
        "drawing.map_says",
        distance=distance(ways[-1].to_m if ways else track.length_m, language),
        ways=" ".join([_say_end(track, words), *parts]),
        pins=" ".join(along),
    )
    return says.strip()


def _say_way(way: Way, words: Words) -> str:
    ground = words.say(f"assessment.ground.{way.ground}")
    start, end = say_number(way.from_m, 0, words.language), metres(way.to_m, words.language)
    return words.say("drawing.way", ground=ground, from_m=start, to_m=end)


def _say_end(track: Track, words: Words) -> str:
    start, end = track.start, track.points[-1]
    away = metres_between(start[:2], end[:2])
    if away <= _GOES_ROUND_M:
        return words.say("drawing.round")
    east = (end.lon - start.lon) * math.cos(math.radians(start.lat))
    turn = math.degrees(math.atan2(east, end.lat - start.lat)) % 360
    direction = words.say(f"drawing.direction.{round(turn / 45) % 8}")
    return words.say("drawing.one_way", distance=distance(away, words.language), direction=direction)


def _say_pin(pin: Pin, track: Track, words: Words) -> str:
    if pin.position is None:
        return words.say("drawing.pin_at", name=pin.name, distance=distance(pin.at_m or 0.0, words.language))
    away = metres_between(track.start[:2], pin.position)
    return words.say("drawing.pin_beside", name=pin.name, distance=distance(away, words.language))
