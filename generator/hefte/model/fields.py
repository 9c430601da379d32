"""What a record says of its own fields, read once per class: names, kinds, references."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from hefte.model.kinds import Choice, Kind, Need, Record, Refers, Short


class FieldRow(NamedTuple):
    """One field: English name, Norwegian key, kind of value, and what it is made of.

    `kind` is the name of a Kind, `choice` for codes, `record` for a record. `made_of` is the
    Choice or Record class where there is one; `many` says that it is a list. `written` is the JSON
    Schema of one value of the kind, and `shorts` are the shorter ways to write the field.
    """

    name: str
    alias: str
    kind: str
    unit: str
    made_of: type | None
    many: bool
    need: Need
    own: bool
    example: str
    refers: str | None
    written: Mapping[str, Any]
    shorts: tuple[Short, ...]


@cache
def fields_of(record: type[Record]) -> tuple[FieldRow, ...]:
    """The fields of a record class in the order of the model."""
    return tuple(_row(name, info) for name, info in record.model_fields.items())


def field_named(record: type[Record], alias: str) -> FieldRow | None:
    """The field that editors write with this key."""
    return next((row for row in fields_of(record) if row.alias == alias), None)


def values_of(record: Record) -> Iterator[tuple[FieldRow, Any]]:
    """The fields of a record that are known, with their values, in the order of the model."""
    rows, get = _rows_and_values(type(record))
    for row, value in zip(rows, get(record), strict=True):
        if value is not None and value != ():
            yield row, value


@cache
def _rows_and_values(record: type[Record]) -> tuple[tuple[FieldRow, ...], Callable[[Record], tuple[Any, ...]]]:
    """The fields of a record class, and what gets all their values at once; no class has only one."""
    rows = fields_of(record)
    return rows, attrgetter(*(row.name for row in rows))


def _row(name: str, info: FieldInfo) -> FieldRow:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    marks = tuple(_marks(info.annotation)) + tuple(info.metadata)
    kinds = [mark for mark in marks if isinstance(mark, Kind)]
    classes = [mark for mark in marks if isinstance(mark, type) and mark is not tuple]
    kind = _kind_name(kinds, classes)
    return FieldRow(
        name=name,
        alias=info.alias or name,
        kind=kind,
        unit=kinds[0].unit if kinds else "",
        made_of=classes[0] if classes else None,
        many=tuple in marks,
        need=Need(str(extra["need"])),
        own=bool(extra["own"]),
        example=str(extra["example"]),
        refers=next((mark.folder for mark in marks if isinstance(mark, Refers)), None),
        written=kinds[0].schema if kinds else {},
        shorts=tuple(mark for mark in marks if isinstance(mark, Short)),
    )


def _kind_name(kinds: list[Kind], classes: list[type]) -> str:
    if classes:
        return "choice" if issubclass(classes[0], Choice) else "record"
    return kinds[0].name if kinds else "word"


def _marks(annotation: Any) -> Iterator[Any]:
    """Walk an annotation down to its kinds, choices, records and references."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from annotation.__metadata__
        yield from _marks(annotation.__origin__)
    elif origin in (Union, UnionType, tuple):
        if origin is tuple and Ellipsis in get_args(annotation):
            yield tuple
        for part in get_args(annotation):
            yield from _marks(part)
    elif isinstance(annotation, type) and issubclass(annotation, Choice | Record):
        yield annotation
