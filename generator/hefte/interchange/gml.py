"""GML 3.2, in and out: what Kartverket's services deliver, read as a stream and without a document type."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape

from hefte.interchange.features import LARGEST_BYTES, MOST_FEATURES, Collection, Feature, Written, plain
from hefte.interchange.utm import UnknownSystemError, has_height, place
from hefte.problem import Problem, Rule, Where
from hefte.track import Point

_DEEPEST = 60
_MEMBERS = ("featureMember", "featureMembers", "member")
_SYSTEM = re.compile(r"(\d{2,5})\D*$")
_NUMBERS = ("pos", "posList")
APP = "http://skjema.geonorge.no/SOSI/produktspesifikasjon/TilgjengelighetFriluft/1.3"
_GML = "http://www.opengis.net/gml/3.2"


class _Stop(Exception):  # not an error: it ends expat's walk through the file
    def __init__(self, rule: Rule, **values: object) -> None:
        super().__init__(rule)
        self.rule, self.values = rule, values


class _System(NamedTuple):
    """The coordinate system that holds from some element on, and how many numbers a position has if it is said."""

    number: int = 4258
    dimension: int = 0


def read_gml(path: str, data: bytes) -> Collection:
    """Read the features of a collection; none where the file cannot be trusted: broken, too large, with a DTD."""
    if len(data) > LARGEST_BYTES:
        return _refused(Where(path), Rule.MAP_TOO_LARGE, size=len(data), limit=LARGEST_BYTES)
    parser = expat.ParserCreate()
    found = _Found(path, parser)
    try:
        parser.Parse(data, True)
    except _Stop as stop:
        return _refused(found.here(), stop.rule, **stop.values)
    except UnknownSystemError as unknown:
        return _refused(found.here(), Rule.MAP_UNKNOWN_SYSTEM, value=f"EPSG:{unknown.args[0]}")
    except (expat.ExpatError, LookupError, ValueError):
        return _refused(found.here(), Rule.TRACK_BROKEN)
    return Collection(tuple(found.features))


def _refused(where: Where, rule: Rule, **values: object) -> Collection:
    return Collection((), (Problem(where, rule, values),))


class _Found:
    """The features that expat has met, and the one that it is in."""

    def __init__(self, path: str, parser: expat.XMLParserType) -> None:
        self.path, self.parser = path, parser
        self.features: list[Feature] = []
        self._names: list[str] = []
        self._systems = [_System()]
        self._start_of: int | None = None
        self._where = Where(path)
        self._facts: dict[str, str] = {}
        self._groups: list[dict[str, str]] = []
        self._lines: list[tuple[Point, ...]] = []
        self._text: list[str] = []
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append

    def here(self) -> Where:
        """Tell the place that expat has come to."""
        return Where(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _doctype(self, *_: object) -> None:
        raise _Stop(Rule.TRACK_HAS_DOCTYPE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if len(self._names) >= _DEEPEST:
            raise _Stop(Rule.TRACK_TOO_DEEP, limit=_DEEPEST)
        if self._start_of is None and self._names and self._names[-1] in _MEMBERS:
            self._begin(attributes)
        elif self._start_of is not None and _may_be_several(local):
            self._groups.append({})
        self._names.append(local)
        self._systems.append(_system(attributes, self._systems[-1]))
        self._text.clear()

    def _begin(self, attributes: dict[str, str]) -> None:
        if len(self.features) >= MOST_FEATURES:
            raise _Stop(Rule.MAP_TOO_MANY_FEATURES, limit=MOST_FEATURES)
        self._start_of, self._where = len(self._names), self.here()
        identity = next((value for key, value in attributes.items() if key.endswith("id")), "")
        self._facts, self._groups, self._lines = {"gmlid": identity}, [], []

    def _end(self, _: str) -> None:
        local, text = self._names.pop(), "".join(self._text).strip()
        system = self._systems.pop()
        self._text.clear()
        if local == "Envelope":
            self._systems = [system] * len(self._systems)
        if self._start_of is None:
            return
        if local in _NUMBERS:
            self._lines.append(tuple(_points(text, system)))
        elif text:
            self._keep(local, text)
        if len(self._names) == self._start_of:
            self.features.append(
                Feature(self._where, local, self._facts, tuple(filter(None, self._groups)), tuple(self._lines))
            )
            self._start_of = None

    def _keep(self, local: str, text: str) -> None:
        """Keep the first of a fact, and all of one that stands in what may be several."""
        name = plain(local)
        if self._groups and any(map(_may_be_several, self._names[self._start_of :])):
            known = self._groups[-1].get(name)
            self._groups[-1][name] = f"{known} {text}" if known else text
        else:
            self._facts.setdefault(name, text)


def _may_be_several(name: str) -> bool:
    return name.casefold().endswith("info")


def _system(attributes: dict[str, str], outer: _System) -> _System:
    named, counted = attributes.get("srsName", ""), attributes.get("srsDimension", "")
    number = _SYSTEM.search(named)
    dimension = int(counted) if counted in ("2", "3") else outer.dimension
    return _System(int(number[1]), dimension) if number else _System(outer.number, dimension)


def _points(text: str, system: _System) -> Iterator[Point]:
    numbers = [float(part) for part in text.split()]
    width = system.dimension or (3 if has_height(system.number) else 2)
    if not numbers or len(numbers) % width:
        raise ValueError(text)
    for at in range(0, len(numbers), width):
        north, east = place(numbers[at], numbers[at + 1], system.number)
        height = numbers[at + 2] if width == 3 and -450 <= numbers[at + 2] <= 9000 else None
        yield Point(north, east, height)


def write_gml(features: Iterable[Written], space: str = APP) -> str:
    """Write a collection in degrees (EPSG:4258: latitude, longitude), without heights."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    head += f'<gml:FeatureCollection xmlns:gml="{_GML}" xmlns:app="{space}" gml:id="hefte">\n'
    return head + "".join(_member(number, one) for number, one in enumerate(features, 1)) + "</gml:FeatureCollection>\n"


def _member(number: int, feature: Written) -> str:
    facts = "".join(_element(name, value) for name, value in feature.facts.items())
    kind, geometry = feature.kind, _geometry(f"f{number}.g", feature.lines)
    inner = f"<app:geometri>{geometry}</app:geometri>\n{facts}"
    return f'<gml:featureMember>\n<app:{kind} gml:id="f{number}">\n{inner}</app:{kind}>\n</gml:featureMember>\n'


def _element(name: str, value: object) -> str:
    if isinstance(value, str):
        return f"<app:{name}>{escape(value)}</app:{name}>\n"
    rows = "".join(_element(key, part) for key, part in dict(value).items())  # type: ignore[call-overload]  # a group
    kind = name[:1].upper() + name[1:]
    return f"<app:{name}><app:{kind}>\n{rows}</app:{kind}></app:{name}>\n"


def _geometry(identity: str, lines: tuple[tuple[Point, ...], ...]) -> str:
    system = 'srsName="urn:ogc:def:crs:EPSG::4258" srsDimension="2"'
    if len(lines) == 1 and len(lines[0]) == 1:
        return f'<gml:Point gml:id="{identity}" {system}><gml:pos>{_numbers(lines[0])}</gml:pos></gml:Point>'
    curves = [
        f'<gml:LineString gml:id="{identity}.{number}" {system}>'
        f"<gml:posList>{_numbers(line)}</gml:posList></gml:LineString>"
        for number, line in enumerate(lines, 1)
    ]
    if len(curves) == 1:
        return curves[0]
    members = "".join(f"<gml:curveMember>{curve}</gml:curveMember>" for curve in curves)
    return f'<gml:MultiCurve gml:id="{identity}" {system}>{members}</gml:MultiCurve>'


def _numbers(line: tuple[Point, ...]) -> str:
    return " ".join(f"{point.lat:.6f} {point.lon:.6f}" for point in line)
