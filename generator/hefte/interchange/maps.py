"""A map file of either kind: GML or GeoJSON by how it begins, and only what lies in Norway."""

from collections.abc import Iterable, Iterator

from hefte.gpx import in_norway
from hefte.interchange.features import Collection, Feature
from hefte.interchange.geojson import read_geojson
from hefte.interchange.gml import read_gml
from hefte.interchange.packed import empty_or_pdf
from hefte.problem import Problem, Rule, Where


def read_map(path: str, data: bytes) -> Collection:
    """Read the features that have a place in Norway; the first that has another is told, with how many there are."""
    if nothing := empty_or_pdf(path, data):
        return Collection((), (nothing,))
    begin = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begin == b"{":
        found = read_geojson(path, data)
    elif begin == b"<":
        found = read_gml(path, data)
    else:
        return Collection((), (Problem(Where(path), Rule.NOT_MAP_DATA),))
    here = tuple(feature for feature in found.features if _is_here(feature))
    away = tuple(feature for feature in found.features if not _is_here(feature))
    turned = tuple(feature for feature in here if feature.is_turned)
    told = (*_told(turned, Rule.MAP_POSITION_SWAPPED), *_told(away, Rule.MAP_OUTSIDE_NORWAY))
    return Collection(here, (*found.problems, *told))


def without_place(features: Iterable[Feature]) -> Iterator[Problem]:
    """Tell of features that have properties and no geometry: the first, and how many there are."""
    bare = tuple(feature for feature in features if not feature.lines)
    if bare:
        value = next((text for text in bare[0].facts.values() if text), "?")
        yield Problem(bare[0].where, Rule.MAP_WITHOUT_GEOMETRY, {"count": len(bare), "value": value[:60]})


def nothing_for(path: str, wanted: Iterable[str], collection: Collection) -> Problem:
    """Say that a file has none of the wanted kinds, and which it has."""
    kinds = sorted({feature.kind for feature in collection.features if feature.kind})[:8]
    return Problem(Where(path), Rule.MAP_HOLDS_NO_WALK, {"wanted": ", ".join(wanted), "found": ", ".join(kinds) or "–"})


def _is_here(feature: Feature) -> bool:
    return all(in_norway(point.lat, point.lon) for line in feature.lines for point in line)


def _told(away: tuple[Feature, ...], rule: Rule) -> Iterator[Problem]:
    if away and (spot := away[0].spot):
        values = {"lat": f"{spot.lat:.4f}", "lon": f"{spot.lon:.4f}", "count": len(away)}
        yield Problem(away[0].where, rule, values)
