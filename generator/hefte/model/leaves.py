"""The values of a record, those of the records within it too, each with its place in the file."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from hefte.model.fields import FieldRow, values_of
from hefte.model.kinds import Record

Location = tuple[str | int, ...]


class Leaf(NamedTuple):
    """A value that is no record: its field, the keys and indexes that lead to it, and the value."""

    row: FieldRow
    location: Location
    value: Any


def leaves(record: Record, location: Location = ()) -> Iterator[Leaf]:
    """Every known value that may be published, in the order of the model; what is for colleagues is left out."""
    for row, value in values_of(record):
        if row.own:
            continue
        place = (*location, row.alias)
        if isinstance(value, Record):
            yield from leaves(value, place)
        elif isinstance(value, tuple) and isinstance(value[0], Record):
            for index, part in enumerate(value):
                yield from leaves(part, (*place, index))
        else:
            yield Leaf(row, place, value)
