"""Catalogues of services (Open Referral HSDS 1.1 to 3.0) as tables, whether they are written as JSON or as tables.

A record keeps its place, so that whatever is wrong in it is told there.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from typing import NamedTuple
from zipfile import ZipFile

from hefte.interchange.delimited import decoded
from hefte.interchange.packed import LARGEST_BYTES, ZIP, unpacked
from hefte.interchange.table import MOST_ROWS
from hefte.problem import Problem, Rule, Where

DEEPEST = 12

_ONE = {
    "organizations": "organization", "services": "service", "locations": "location", "phones": "phone",
    "addresses": "address", "schedules": "schedule", "cost_options": "cost_option", "contacts": "contact",
    "accessibility": "accessibility", "service_at_location": "service_at_location",
}  # fmt: skip
_TABLES = {
    **{name: name for name in _ONE}, **{one: name for name, one in _ONE.items()},
    "service_at_locations": "service_at_location", "services_at_location": "service_at_location",
    "physical_addresses": "addresses", "regular_schedules": "schedules",
    "accessibility_for_disabilities": "accessibility",
}  # fmt: skip
"""What tables are called, in the editions of the standard, and in records within records."""

_SIGNS = (
    ("service_at_location", {"service_id", "location_id", "description"}),
    ("schedules", {"opens_at", "closes_at"}),
    ("phones", {"number"}),
    ("addresses", {"address_1"}),
    ("cost_options", {"amount"}),
    ("contacts", {"name", "department"}),
    ("locations", {"latitude"}),
    ("locations", {"location_type"}),
    ("organizations", {"legal_status"}),
    ("organizations", {"tax_status"}),
    ("organizations", {"year_incorporated"}),
    ("services", {"application_process"}),
    ("services", {"organization_id", "status", "name"}),
    ("services", {"fees", "name"}),
    ("services", {"fees_description"}),
    ("service_at_location", {"service", "location"}),
    ("accessibility", {"location_id", "description"}),
)
"""By which of its columns a table without a name is known; the first that fits."""


class Record(NamedTuple):
    """A record of a catalogue: where it stands, how people find it, and its fields that hold something."""

    where: Where
    place: str
    fields: Mapping[str, str]

    def get(self, *names: str) -> str:
        """The first of the fields that holds something."""
        return next((self.fields[name] for name in names if self.fields.get(name)), "")


class Catalogue(NamedTuple):
    """The records of a catalogue by their tables, and what is wrong with the file."""

    tables: Mapping[str, tuple[Record, ...]]
    problems: tuple[Problem, ...] = ()

    def of(self, table: str) -> tuple[Record, ...]:
        """The records of a table."""
        return self.tables.get(table, ())


def read_catalogue(path: str, files: Mapping[str, bytes]) -> Catalogue:
    """Read a file, or the tables of a folder, each by its name."""
    size = sum(map(len, files.values()))
    if size > LARGEST_BYTES:
        return Catalogue({}, (Problem(Where(path), Rule.IMPORT_TOO_LARGE, {"size": size, "limit": LARGEST_BYTES}),))
    found: dict[str, list[Record]] = {}
    problems: list[Problem] = []
    parts = dict(_unpacked(files, problems))
    for name, content in parts.items():
        if not name.endswith("datapackage.json"):
            _read(name, content, found, problems)
    if not any(found.values()) and not problems:
        problems.append(Problem(Where(path), Rule.HSDS_HOLDS_NOTHING, {"found": ", ".join([*parts][:8])}))
    return Catalogue({table: tuple(records) for table, records in found.items()}, tuple(problems))


def _unpacked(files: Mapping[str, bytes], problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """The files, those within a zip too."""
    for name, data in sorted(files.items()):
        if not data.startswith(ZIP):
            yield name, data
            continue
        packed = unpacked(name, data)
        if isinstance(packed, Problem):
            problems.append(packed)
            continue
        with ZipFile(BytesIO(packed.data)) as pack:
            yield from ((part, pack.read(part)) for part in packed.names if part.endswith((".csv", ".json")))


def _read(name: str, data: bytes, found: dict[str, list[Record]], problems: list[Problem]) -> None:
    try:
        text, _ = decoded(data)
    except ValueError:
        problems.append(Problem(Where(name), Rule.IMPORT_BROKEN))
        return
    if text.lstrip()[:1] not in ("{", "["):
        _keep(_rows(name, text), found)
        return
    try:
        whole = json.loads(text)
        _keep(_records(name, whole, _kind_of(whole), {}, 0), found)
    except json.JSONDecodeError as error:
        problems.append(Problem(Where(name, error.lineno, error.colno), Rule.IMPORT_BROKEN))
    except (ValueError, RecursionError):
        problems.append(Problem(Where(name), Rule.IMPORT_BROKEN))


def _keep(records: Iterable[tuple[str, Record]], found: dict[str, list[Record]]) -> None:
    for table, record in records:
        found.setdefault(table, []).append(record)


def _rows(name: str, text: str) -> Iterator[tuple[str, Record]]:
    """The rows of a table of text; none of a table that holds nothing we take."""
    file = PurePosixPath(name).name
    stem = file.removesuffix(".csv").rpartition("__")[2]
    reader = csv.DictReader(StringIO(text.replace("\0", ""), newline=""))
    try:
        table = _TABLES.get(stem) or _kind(set(reader.fieldnames or ()))
        for row, _ in zip(reader, range(MOST_ROWS), strict=False):
            fields = {
                key.strip(): value.strip()
                for key, value in row.items()
                if key and isinstance(value, str) and value.strip()
            }
            if table and fields:
                where = Where(name, reader.line_num)
                yield table, Record(where, f"{file}:{reader.line_num}", fields)
    except csv.Error:
        return


def _kind(columns: set[str]) -> str:
    return next((table for table, signs in _SIGNS if signs <= columns), "")


def _kind_of(value: object) -> str:
    return _kind(set(value)) if isinstance(value, dict) else ""


def _records(
    name: str, value: object, table: str, above: Mapping[str, str], depth: int
) -> Iterator[tuple[str, Record]]:
    """The records of a list, or a record and those within it."""
    if depth > DEEPEST:
        raise ValueError(depth)
    if isinstance(value, list):
        for one in value[:MOST_ROWS]:
            yield from _records(name, one, table or _kind_of(one), above, depth + 1)
    elif isinstance(value, dict):
        yield from _record(name, value, table, above, depth)


def _record(
    name: str, value: Mapping[str, object], table: str, above: Mapping[str, str], depth: int
) -> Iterator[tuple[str, Record]]:
    """A record and those within it, each of a list with the id of the one that it stands in."""
    scalars = {key: str(part).strip() for key, part in value.items() if isinstance(part, str | int | float)}
    own = {key: text for key, text in scalars.items() if text}
    if table:
        place = f"{name}: {own.get('name') or own.get('id', table)}"
        yield table, Record(Where(name), place, {**above, **dict(_named_within(value)), **own})
    below = {f"{_ONE[table]}_id": own["id"]} if table in _ONE and "id" in own else {}
    for key, part in value.items():
        if isinstance(part, dict | list) and (key in _TABLES or key == "contents"):
            yield from _records(name, part, _TABLES.get(key, ""), below if isinstance(part, list) else {}, depth + 1)


def _named_within(value: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The ids of the one organisation, service or location that stands within a record."""
    for key in ("organization", "service", "location"):
        part = value.get(key)
        if isinstance(part, dict) and isinstance(part.get("id"), str | int):
            yield f"{key}_id", str(part["id"])
