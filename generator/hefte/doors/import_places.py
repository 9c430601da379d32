"""Take a map file of anybody's in: show which property is which field, and read its points and lines."""

from hefte.doors.import_tables import chosen_columns, propose_mapping
from hefte.doors.package import outlines
from hefte.doors.sources import Came, Source
from hefte.interchange.heading_words import vocabulary
from hefte.interchange.headings import as_said
from hefte.interchange.land import Land
from hefte.interchange.map_entries import entries_of_map, layout_of
from hefte.interchange.maps import nothing_for, read_map, without_place
from hefte.interchange.shown import columns_shown


def read_places(came: Came) -> Source:
    """Read the features, and tell how their properties are read."""
    collection = read_map(came.path, came.data)
    bare = tuple(without_place(collection.features))
    collection = collection._replace(problems=(*collection.problems, *bare))
    features = tuple(feature for feature in collection.features if feature.lines)
    if not features:
        is_told = any(one.stops_the_build for one in collection.problems)
        none = () if is_told else (nothing_for(came.path, ("Point", "LineString"), collection),)
        return Source((), (*collection.problems, *none), came.site)
    say = came.console.words.say
    chosen = chosen_columns(came)
    land = Land(outlines())
    layout = layout_of(
        features, vocabulary(came.site.languages), land.at, (say("import.feature"), say("import.position"))
    )
    layout = as_said(layout, chosen.columns)
    site = came.site._replace(source=chosen.source or came.site.source)
    came.console.write(f"{say('import.map', file=came.path, number=len(features))}\n")
    for line in columns_shown(layout, came.console.words):
        came.console.write(line)
    came.console.write("")
    propose_mapping(layout, site.source, came)
    rows = entries_of_map(came.path, layout, features, site, came.options.type)
    return Source(rows.given, (*collection.problems, *rows.problems), site)
