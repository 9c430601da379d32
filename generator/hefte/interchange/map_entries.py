"""A map file of anybody's as entries: its points are places, its lines walks, and its properties columns of a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from hefte.edits import Value
from hefte.interchange.features import Feature
from hefte.interchange.from_track import Setting, Wishes, line_rows
from hefte.interchange.given import Given, Site
from hefte.interchange.heading_words import KIND
from hefte.interchange.headings import Column, Layout, Sure, columns_of
from hefte.interchange.table import Line, Sheet
from hefte.interchange.table_rows import Rows, rows_of
from hefte.model.kinds import UNKNOWN
from hefte.track import Track, lay_out

MunicipalityAt = Callable[[tuple[float, float]], str]
"""The number of the municipality around a spot; empty where there is none."""

_OF_POSITION = (KIND, "sted.lat", "sted.lon", "kommune")
_NOT_SAID = ("spor", "spor_kilde", "underlag", "gradering")


def layout_of(
    features: Sequence[Feature],
    vocabulary: Mapping[str, str],
    municipality_at: MunicipalityAt,
    names_of: tuple[str, str],
) -> Layout:
    """The features as a table: a column for each property, and those that tell where it is.

    `names_of` is what the table is called, and what the position is.
    """
    table, heading = names_of
    names = tuple(dict.fromkeys(name for feature in features for name in feature.facts))
    lines = tuple(
        Line(number, (*(feature.facts.get(name, "") for name in names), *_position(feature, municipality_at)))
        for number, feature in enumerate(features, 1)
    )
    joined = {word.replace("_", ""): target for word, target in vocabulary.items()}
    columns = columns_of(Line(0, names), [line._replace(cells=line.cells[: len(names)]) for line in lines], joined)
    first = lines[0].cells[len(names) :] if lines else ()
    own = (
        Column(len(names) + at, f"{heading} ({target})", target, Sure.SURE, value)
        for at, (target, value) in enumerate(zip(_OF_POSITION, first, strict=False))
    )
    return Layout(Sheet(table, lines), 1, (*columns, *own), lines)


def _position(feature: Feature, municipality_at: MunicipalityAt) -> tuple[str, ...]:
    spot = _middle(feature)
    if spot is None:
        return ("", "", "", "")
    number = municipality_at(spot)
    if feature.is_line:
        return ("turer", "", "", number)
    return ("steder", f"{spot[0]:.5f}", f"{spot[1]:.5f}", number)


def _middle(feature: Feature) -> tuple[float, float] | None:
    """A point, the start of a line, or the middle of the points around an area."""
    points = feature.lines[0] if feature.lines else ()
    if not points:
        return None
    if not feature.is_area:
        return points[0].lat, points[0].lon
    return sum(point.lat for point in points) / len(points), sum(point.lon for point in points) / len(points)


def entries_of_map(path: str, layout: Layout, features: Sequence[Feature], site: Site, folder: str = "") -> Rows:
    """The entries of a map, walks with what their lines tell; `folder` is the type of what is no line."""
    if folder:
        layout = layout._replace(lines=tuple(_of_kind(line, layout, folder) for line in layout.lines))
    found = rows_of(path, layout, site)
    lines = {number: feature for number, feature in enumerate(features, 1) if feature.is_line}
    given = (_walk(one, lines.get(one.where.line), site) if one.folder == "turer" else one for one in found.given)
    return found._replace(given=tuple(given))


def _of_kind(line: Line, layout: Layout, folder: str) -> Line:
    at = next(column.at for column in layout.columns if column.target == KIND and column.sure is Sure.SURE)
    kind = line.cell(at)
    return line._replace(cells=(*line.cells[:at], folder if kind == "steder" else kind, *line.cells[at + 1 :]))


def _walk(given: Given, feature: Feature | None, site: Site) -> Given:
    """Add what the line itself tells: how long it is, where it begins, whether it goes round."""
    track = lay_out(feature.lines) if feature else Track((), ())
    if not track.segments:
        return given
    return given._replace(
        fields={**dict(_told(track, site)), **given.fields},
        derived=given.derived | {"lengde", "start", "slutt", "rundtur", "høydemeter"} - given.fields.keys(),
        track=track,
    )


def _told(track: Track, site: Site) -> Iterator[tuple[str, Value]]:
    setting = Setting(site.municipality, "", site.words)
    for row in line_rows("tur", track, setting.words, Wishes()):
        if row.value != UNKNOWN and row.key not in _NOT_SAID:
            yield row.key, row.value
