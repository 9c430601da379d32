"""What the models say about a place in the data: the keys there, their examples, their codes."""

from collections.abc import Iterator
from functools import cache

from hefte.model import DOCUMENT_TYPES, Settings
from hefte.model.fields import FieldRow, field_named, fields_of
from hefte.model.kinds import Choice, Record

Location = tuple[str | int, ...]


def record_at(kind: type[Record], location: Location) -> type[Record]:
    """The record that a path of keys and indexes leads to; steps that are no key are passed over."""
    for step in location:
        row = field_named(kind, step) if isinstance(step, str) else None
        if row and row.made_of and issubclass(row.made_of, Record):
            kind = row.made_of
    return kind


def keys(kind: type[Record]) -> tuple[str, ...]:
    """The keys that an editor may write in a record, in the order they were declared."""
    return tuple(row.alias for row in fields_of(kind))


def line_to_add(kind: type[Record], location: Location) -> str:
    """The line that is missing, with the field's example, ready to paste."""
    key = str(location[-1])
    row = field_named(record_at(kind, location[:-1]), key)
    return f"{key}: {row.example if row else '…'}"


def codes_at(kind: type[Record], location: Location) -> tuple[str, ...]:
    """The codes that may stand at a place, where it takes codes."""
    for number in range(len(location) - 1, -1, -1):
        record = record_at(kind, location[:number])
        row = field_named(record, str(location[number]))
        if row and row.made_of and issubclass(row.made_of, Choice):
            return tuple(member.value for member in row.made_of)
    return ()


@cache
def keys_of_one_value() -> frozenset[str]:
    """The keys that hold one value wherever they stand, such as a text; never a list."""
    kinds: tuple[type[Record], ...] = (*DOCUMENT_TYPES, Settings)
    rows = tuple(row for kind in kinds for row in _rows_within(kind, (kind,)))
    return frozenset(row.alias for row in rows) - {row.alias for row in rows if row.many}


def _rows_within(record: type[Record], around: tuple[type[Record], ...]) -> Iterator[FieldRow]:
    for row in fields_of(record):
        yield row
        if row.made_of and issubclass(row.made_of, Record) and row.made_of not in around:
            yield from _rows_within(row.made_of, (*around, row.made_of))
