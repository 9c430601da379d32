"""Renew `templates/geo/kommuner.txt`: the outlines of Norway's municipalities, small enough for a phone.

Source: Kommuner-S.geojson (robhop/fylker-og-kommuner), from Kartverket's administrative units, CC BY 4.0. Run as
`python tests/municipality_outlines.py …/norway-places/robhop-fylker-og-kommuner/Kommuner-S.geojson`.

A line is a number, the south, west, north and east of it, and its rings as `hefte.outline` writes them. Land beyond the
border (`0000`) is what lies east of the outer edge of the mainland from Svinesund to Grense Jakobselv; the coast of
Sweden south of that is a line through seven towns, for no more than to tell land from sea.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from hefte.outline import encoded

Ring = list[tuple[float, float]]

TARGET = Path(__file__).resolve().parent.parent / "templates" / "geo" / "kommuner.txt"
SMALLEST = 4
"""A ring of fewer points is no island that one would know."""

SOUTH, NORTH = (59.10, 11.27), (69.79, 30.82)
"""Svinesund and Grense Jakobselv: where the border meets the sea."""

FAR = [(71.0, 34.0), (55.0, 34.0), (55.0, 12.9)]
TOWNS = [(57.11, 12.24), (57.70, 11.75), (57.89, 11.58), (58.27, 11.43), (58.36, 11.23), (58.69, 11.25), (58.94, 11.17)]
"""Varberg, Torslanda, Marstrand, Lysekil, Smögen, Grebbestad and Strömstad, from the south."""


def rings_of(feature: dict[str, dict[str, object]]) -> list[Ring]:
    """The outer rings of a municipality as (latitude, longitude), the largest first, not closed."""
    geometry = feature["geometry"]
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [[(round(y, 4), round(x, 4)) for x, y in part[0][:-1]] for part in parts]  # type: ignore[attr-defined]
    return sorted((ring for ring in rings if len(ring) >= SMALLEST), key=len, reverse=True)


def mainland(rings: list[Ring]) -> Ring:
    """The longest outline of all land together: what lies on the edge of only one municipality."""
    edges = Counter(frozenset(edge) for ring in rings for edge in pairwise([*ring, ring[0]]))
    after = {
        here: there
        for ring in rings
        for here, there in pairwise([*ring, ring[0]])
        if edges[frozenset((here, there))] == 1
    }
    return max(_chains(after), key=len)


def _chains(after: dict[tuple[float, float], tuple[float, float]]) -> Iterator[Ring]:
    while after:
        chain = [next(iter(after))]
        while chain[-1] in after:
            chain.append(after.pop(chain[-1]))
        yield chain


def abroad(outline: Ring) -> Ring:
    """Sweden, Finland and Russia, as far as a map of Norway shows them."""
    start, end = (_nearest(outline, place) for place in (SOUTH, NORTH))
    ways = [_between(outline, start, end), _between(outline, end, start)[::-1]]
    border = max(ways, key=lambda way: sum(point[1] for point in way) / len(way))
    return [*border, *FAR, *TOWNS]


def _nearest(outline: Ring, place: tuple[float, float]) -> int:
    return min(range(len(outline)), key=lambda at: abs(outline[at][0] - place[0]) + abs(outline[at][1] - place[1]))


def _between(outline: Ring, start: int, end: int) -> Ring:
    return outline[start : end + 1] if start <= end else [*outline[start:], *outline[: end + 1]]


def bounds(rings: list[Ring]) -> str:
    """South, west, north and east of rings, to a hundredth of a degree outwards."""
    lats, lons = zip(*(point for ring in rings for point in ring), strict=True)
    low, high = (min(lats), min(lons)), (max(lats), max(lons))
    return ",".join(f"{value:.2f}" for value in (*(at - 0.005 for at in low), *(at + 0.005 for at in high)))


def main(source: str) -> None:
    """Write the file anew."""
    features = json.loads(Path(source).read_text("utf-8"))["features"]
    found = {feature["properties"]["kommunenummer"]: rings_of(feature) for feature in features}
    found["0000"] = [abroad(mainland([ring for rings in found.values() for ring in rings]))]
    lines = (" ".join((number, bounds(rings), *map(encoded, rings))) for number, rings in sorted(found.items()))
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
