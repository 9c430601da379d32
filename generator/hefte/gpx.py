"""GPX 1.0 and 1.1: bytes to a track, and a track to the copy that is published.

Expat reads the file as a stream: a bad point is known by its line, a document type is refused
before anybody looks into it, and nothing but positions, heights and names is ever kept.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple
from xml.parsers import expat

from hefte.problem import Problem, Rule, Where
from hefte.track import Point, Segment, Track, Waypoint, lay_out

LARGEST_BYTES = 10_000_000
MOST_POINTS = 50_000
_DEEPEST = 100
_POINTS = ("trkpt", "rtept", "wpt")
_TITLES = 3
"""How deep the name of a track, a route or the whole file stands; the name of its author stands deeper."""

_MOJIBAKE = ("Ã¦", "Ã¸", "Ã¥", "Ã†", "Ã˜", "Ã…")

Reading = tuple[Track | None, tuple[Problem, ...]]


class Recording(NamedTuple):
    """A track and what its file calls it; the author, the device and the times stay in the file."""

    track: Track
    name: str = ""


class _Stop(Exception):  # not an error: it ends expat's walk through the file
    def __init__(self, rule: Rule, **values: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values = values


class _Odd(NamedTuple):
    """The first point that broke a rule; how many did is known at the end."""

    where: Where
    point: int
    lat: str
    lon: str


def read_gpx(path: str, data: bytes) -> Reading:
    """Read a track, or a route where the file holds no track; waypoints come along.

    No track is returned where the file cannot be trusted: it is broken, too large, holds a
    document type or a position that is none. One outside Norway is returned with its problem.
    """
    recording, problems = read_recording(path, data)
    return (recording.track if recording else None), problems


def read_recording(path: str, data: bytes) -> tuple[Recording | None, tuple[Problem, ...]]:
    """Read a track as `read_gpx` does, with the name that its file gives it."""
    if len(data) > LARGEST_BYTES:
        return _refused(Where(path), Rule.TRACK_TOO_LARGE, size=len(data), limit=LARGEST_BYTES)
    if not data.strip():
        return _refused(Where(path), Rule.TRACK_EMPTY)
    parser = expat.ParserCreate()
    found = _Found(path, parser)
    try:
        parser.Parse(data, True)
    except _Stop as stop:
        return _refused(found.here(), stop.rule, **stop.values)
    except (expat.ExpatError, LookupError, ValueError):
        return _refused(found.here(), Rule.TRACK_BROKEN)
    return _understood(found)


def _refused(where: Where, rule: Rule, **values: object) -> tuple[None, tuple[Problem, ...]]:
    return None, (Problem(where, rule, values),)


def _understood(found: "_Found") -> tuple[Recording | None, tuple[Problem, ...]]:
    problems = (*found.position_problems(), *found.name_problems())
    if Rule.TRACK_BAD_POSITION in found.odd:
        return None, problems
    lines = [line for kind in _POINTS[:2] for line in found.lines[kind] if len(line) > 1]
    if found.root != "gpx" or not lines:
        return _refused(Where(found.path), Rule.TRACK_EMPTY)
    tracks = [line for line in found.lines["trkpt"] if len(line) > 1]
    waypoints = (Waypoint(name, lat, lon) for _, name, lat, lon in found.waypoints)
    return Recording(lay_out(_with_known_heights(tracks or lines), waypoints), found.name), problems


def _with_known_heights(lines: Iterable[list[Point]]) -> tuple[Segment, ...]:
    """Take the heights as unknown where all are 0: programs without heights write that."""
    segments = tuple(map(tuple, lines))
    if any(point.height for segment in segments for point in segment):
        return segments
    return tuple(tuple(point._replace(height=None) for point in segment) for segment in segments)


class _Found:
    """What expat has met on its way: lines of track and route points, and waypoints."""

    def __init__(self, path: str, parser: expat.XMLParserType) -> None:
        self.path, self.parser, self.root, self.name = path, parser, "", ""
        self.lines: dict[str, list[list[Point]]] = {"trkpt": [], "rtept": []}
        self.waypoints: list[tuple[Where, str, float, float]] = []
        self.odd: dict[Rule, list[_Odd]] = {}
        self._depth = self._passing = self._count = 0
        self._point: tuple[float, float] | None = None
        self._text: dict[str, str] = {}
        self._heard: list[str] | None = None
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def here(self) -> Where:
        """Tell the place that expat has come to."""
        return Where(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _doctype(self, *_: object) -> None:
        raise _Stop(Rule.TRACK_HAS_DOCTYPE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _Stop(Rule.TRACK_TOO_DEEP, limit=_DEEPEST)
        local = name.rpartition(":")[2]
        self.root = self.root or local
        if self._passing or local == "extensions":
            self._passing += 1
        elif local in _POINTS:
            self._begin_point(local, attributes.get("lat", ""), attributes.get("lon", ""))
        elif (local == "ele" and self._point) or (local == "name" and (self._point or self._depth <= _TITLES)):
            self._heard = []
        elif local in ("trkseg", "rte"):
            self.lines["trkpt" if local == "trkseg" else "rtept"].append([])

    def _begin_point(self, kind: str, lat: str, lon: str) -> None:
        self._count += 1
        if self._count > MOST_POINTS:
            raise _Stop(Rule.TRACK_TOO_MANY_POINTS, limit=MOST_POINTS)
        self._text = {}
        self._point = _position(lat, lon)
        rule = _oddity(self._point)
        if rule and kind != "wpt":
            self.odd.setdefault(rule, []).append(_Odd(self.here(), self._count, lat, lon))

    def _characters(self, text: str) -> None:
        if self._heard is not None:
            self._heard.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._passing:
            self._passing -= 1
            return
        local = name.rpartition(":")[2]
        if local in _POINTS and self._point:
            self._keep(local, *self._point)
            self._point = None
        elif self._heard is not None:
            self._text[local] = "".join(self._heard).strip()
            self._heard = None
            if not self._point:
                self.name = self.name or self._text.pop("name", "")

    def _keep(self, kind: str, lat: float, lon: float) -> None:
        if kind == "wpt":
            self.waypoints.append((self.here(), self._text.get("name", ""), lat, lon))
            return
        if not self.lines[kind]:
            self.lines[kind].append([])
        self.lines[kind][-1].append(Point(lat, lon, _height(self._text.get("ele", ""))))

    def position_problems(self) -> Iterator[Problem]:
        """Report the first point of each fault, with its number and how many there are."""
        for rule, points in self.odd.items():
            where, point, lat, lon = points[0]
            values = {"point": point, "lat": lat, "lon": lon, "count": len(points)}
            yield Problem(where, rule, values)

    def name_problems(self) -> Iterator[Problem]:
        """Warn of a name that is UTF-8 but was read as Latin-1, as the file itself declares."""
        for where, name, _, _ in self.waypoints:
            if any(sign in name for sign in _MOJIBAKE):
                yield Problem(where, Rule.TRACK_GARBLED_NAME, {"name": name})


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _position(lat: str, lon: str) -> tuple[float, float] | None:
    north, east = _number(lat), _number(lon)
    if north is None or east is None or not (-90 <= north <= 90 and -180 <= east <= 180):
        return None
    return north, east


def _height(text: str) -> float | None:
    """Take what no place in Norway can have as unknown."""
    height = _number(text)
    return height if height is not None and -450 <= height <= 9000 else None


def _oddity(position: tuple[float, float] | None) -> Rule | None:
    if position is None:
        return Rule.TRACK_BAD_POSITION
    if in_norway(*position):
        return None
    return Rule.TRACK_SWAPPED if in_norway(*reversed(position)) else Rule.TRACK_OUTSIDE_NORWAY


def in_norway(lat: float, lon: float) -> bool:
    """Allow the mainland, its coast and Svalbard, as the content model does."""
    return 57 <= lat <= 81 and 4 <= lon <= 34


def write_gpx(track: Track, title: str = "") -> str:
    """Write the copy that is published: positions and heights, and the walk's own title.

    Times, heart rates, devices and waypoints stay behind. Positions have five decimals (1 m).
    """
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    head += '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="Hefte">\n<trk>\n'
    head += f"<name>{escape(title, quote=False)}</name>\n" if title else ""
    return head + "".join(map(_segment_text, track.segments)) + "</trk>\n</gpx>\n"


def _segment_text(segment: Segment) -> str:
    return "<trkseg>\n" + "".join(map(_point_text, segment)) + "</trkseg>\n"


def _point_text(point: Point) -> str:
    height = "" if point.height is None else f"<ele>{point.height:.1f}</ele>"
    return f'<trkpt lat="{point.lat:.5f}" lon="{point.lon:.5f}">{height}</trkpt>\n'
