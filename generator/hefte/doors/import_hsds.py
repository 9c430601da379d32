"""Take a catalogue of services (HSDS) in: a file, a zip, or the tables of a folder."""

from pathlib import Path

from hefte.doors.sources import Came, Source
from hefte.doors.taking_in import read_from
from hefte.interchange.hsds_entries import entries_of_catalogue, once
from hefte.interchange.hsds_tables import read_catalogue

_MOST_FILES = 60


def read_hsds(came: Came) -> Source:
    """Read the catalogue, and tell what it holds."""
    catalogue = read_catalogue(came.path, _files(came))
    rows = entries_of_catalogue(catalogue, came.site, came.options.type)
    if rows.given:
        numbers = {name: len(tuple(once(catalogue.of(name)))) for name in ("services", "organizations", "locations")}
        came.console.write(f"{came.console.words.say('import.hsds', file=came.path, **numbers)}\n")
    return Source(rows.given, rows.problems, came.site)


def _files(came: Came) -> dict[str, bytes]:
    if not came.file.is_dir():
        return {came.file.name: came.data}
    found = sorted(file for file in came.file.iterdir() if file.suffix.lower() in (".csv", ".json"))
    return {Path(file).name: read_from(file) for file in found[:_MOST_FILES]}
