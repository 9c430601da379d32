"""A map file of either kind: GML or GeoJSON by how it begins, and only what lies in Norway."""

from collections.abc import Iterable, Iterator

from hefte.gpx import in_norway
from hefte.interchange.features import Collection, Feature
from hefte.interchange.geojson import read_geojson
from hefte.interchange.gml import read_gml
from hefte.problem import Problem, Rule, Where


def read_map(path: str, data: bytes) -> Collection:
    """Read the features that have a place in Norway; the first that has another is told, with how many there are."""
    begin = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begin == b"{":
        found = read_geojson(path, data)
    elif begin == b"<":
        found = read_gml(path, data)
    else:
        return Collection((), (Problem(Where(path), Rule.NOT_MAP_DATA),))
    here = tuple(feature for feature in found.features if _is_here(feature))
    away = tuple(feature for feature in found.features if not _is_here(feature))
    return Collection(here, (*found.problems, *_told(away)))


def nothing_for(path: str, wanted: Iterable[str], collection: Collection) -> Problem:
    """Say that a file has none of the wanted kinds, and which it has."""
    kinds = sorted({feature.kind for feature in collection.features if feature.kind})[:8]
    return Problem(Where(path), Rule.MAP_HOLDS_NO_WALK, {"wanted": ", ".join(wanted), "found": ", ".join(kinds) or "–"})


def _is_here(feature: Feature) -> bool:
    return all(in_norway(point.lat, point.lon) for line in feature.lines for point in line)


def _told(away: tuple[Feature, ...]) -> Iterator[Problem]:
    if away and (spot := away[0].spot):
        values = {"lat": f"{spot.lat:.4f}", "lon": f"{spot.lon:.4f}", "count": len(away)}
        yield Problem(away[0].where, Rule.MAP_OUTSIDE_NORWAY, values)
