"""GeoJSON (RFC 7946, and the older kind with `crs`), in and out."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from hefte.interchange.features import LARGEST_BYTES, MOST_FEATURES, Collection, Feature, Written, plain
from hefte.interchange.utm import DEGREES, UnknownSystemError, place
from hefte.problem import Problem, Rule, Where
from hefte.track import Point

_KINDS = ("objtype", "objekttype", "featuretype")
_FEATURES = re.compile(r'"features"\s*:\s*\[')
_SPACE = re.compile(r"[\s,]*")
_DEPTHS = {"Point": 0, "LineString": 1, "MultiPoint": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}


def read_geojson(path: str, data: bytes) -> Collection:
    """Read the features of a collection; none where the file cannot be trusted: broken, too large, no collection."""
    if len(data) > LARGEST_BYTES:
        return _refused(Where(path), Rule.MAP_TOO_LARGE, size=len(data), limit=LARGEST_BYTES)
    try:
        text = data.decode("utf-8-sig")
        whole = json.loads(text, parse_constant=_no_number)
        return Collection(tuple(_features(path, text, _system(whole))))
    except json.JSONDecodeError as error:
        return _refused(Where(path, error.lineno, error.colno), Rule.TRACK_BROKEN)
    except UnknownSystemError as unknown:
        return _refused(Where(path), Rule.MAP_UNKNOWN_SYSTEM, value=f"EPSG:{unknown.args[0]}")
    except _TooManyError:
        return _refused(Where(path), Rule.MAP_TOO_MANY_FEATURES, limit=MOST_FEATURES)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return _refused(Where(path), Rule.NOT_MAP_DATA)


def _refused(where: Where, rule: Rule, **values: object) -> Collection:
    return Collection((), (Problem(where, rule, values),))


class _TooManyError(Exception):
    pass


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _system(whole: dict[str, Any]) -> int:
    """The number of the coordinate system: that of `crs`, or the degrees that the standard asks for."""
    if whole["type"] != "FeatureCollection" or not isinstance(whole["features"], list):
        raise ValueError(whole["type"])
    if len(whole["features"]) > MOST_FEATURES:
        raise _TooManyError
    named = str(((whole.get("crs") or {}).get("properties") or {}).get("name", "EPSG:4326"))
    number = re.search(r"(\d{2,5})\D*$", named)
    if not number:
        raise UnknownSystemError(named)
    return int(number[1])


def _features(path: str, text: str, system: int) -> Iterator[Feature]:
    """Read them one by one, so that each knows its line."""
    begin = _FEATURES.search(text)
    at, line, counted = (begin.end() if begin else len(text)), 1, 0
    decoder = json.JSONDecoder()
    while True:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        if text[at : at + 1] != "{":
            return
        line, counted = line + text.count("\n", counted, at), at
        value, end = decoder.raw_decode(text, at)
        yield _feature(Where(path, line, at - text.rfind("\n", 0, at)), value, system)
        at = end


def _feature(where: Where, value: dict[str, Any], system: int) -> Feature:
    facts, groups = _facts(value.get("properties") or {})
    kind = next((facts[name] for name in _KINDS if facts.get(name)), str(value.get("id", "")).partition(".")[0])
    geometry = value.get("geometry") or {}
    is_area = str(geometry.get("type", "")).endswith("Polygon")
    return Feature(where, kind, facts, groups, tuple(_lines(geometry, system)), is_area, _is_turned(geometry, system))


def _is_turned(geometry: dict[str, Any], system: int) -> bool:
    """Whether the latitude, in Norway the larger number, stands first in degrees, where the standard has it last."""
    numbers: Any = geometry.get("coordinates")
    while isinstance(numbers, list) and numbers and isinstance(numbers[0], list):
        numbers = numbers[0]
    return system in DEGREES and bool(numbers) and float(numbers[0]) > float(numbers[1])


def _facts(properties: dict[str, Any]) -> tuple[dict[str, str], tuple[dict[str, str], ...]]:
    """Facts within facts are lifted up, but not those of what may be several."""
    facts: dict[str, str] = {}
    groups: list[dict[str, str]] = []
    for name, value in properties.items():
        if name.casefold().endswith("info"):
            rows = value if isinstance(value, list) else [value]
            groups += [_facts(row)[0] for row in rows if isinstance(row, dict)]
        elif isinstance(value, dict):
            inner, more = _facts(value)
            facts, groups = inner | facts, [*groups, *more]
        elif value is not None and not isinstance(value, list):
            facts[plain(name)] = _text(value)
    return facts, tuple(filter(None, groups))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nei"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _lines(geometry: dict[str, Any], system: int) -> Iterator[tuple[Point, ...]]:
    if geometry.get("type") == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _lines(part, system)
    elif geometry:
        yield from _nested(geometry["coordinates"], _DEPTHS[geometry["type"]], system)


def _nested(coordinates: list[Any], depth: int, system: int) -> Iterator[tuple[Point, ...]]:
    if depth > 1:
        for part in coordinates:
            yield from _nested(part, depth - 1, system)
    else:
        yield tuple(_point(row, system) for row in (coordinates if depth else [coordinates]))


def _point(row: list[float], system: int) -> Point:
    north, east = place(float(row[0]), float(row[1]), system)
    height = float(row[2]) if len(row) > 2 and -450 <= float(row[2]) <= 9000 else None
    return Point(north, east, height)


def write_geojson(features: Iterable[Written]) -> str:
    """Write a collection in degrees (longitude, latitude), a feature a line, without heights."""
    rows = ",\n".join(json.dumps(_written(one), ensure_ascii=False) for one in features)
    return f'{{"type": "FeatureCollection", "features": [\n{rows}\n]}}\n'


def _written(feature: Written) -> dict[str, Any]:
    lines = [[[round(point.lon, 6), round(point.lat, 6)] for point in line] for line in feature.lines]
    if len(lines) == 1 and len(lines[0]) == 1:
        geometry: dict[str, Any] = {"type": "Point", "coordinates": lines[0][0]}
    elif len(lines) == 1:
        geometry = {"type": "LineString", "coordinates": lines[0]}
    else:
        geometry = {"type": "MultiLineString", "coordinates": lines}
    facts = {name: value if isinstance(value, str) else dict(value) for name, value in feature.facts.items()}
    return {"type": "Feature", "properties": {"objtype": feature.kind, **facts}, "geometry": geometry}
