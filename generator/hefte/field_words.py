"""The words for a field in the guide and in a text editor: what it is for, how it is written, how much it is missed."""

from collections.abc import Iterator

import yaml

from hefte.language import Words
from hefte.model.fields import FieldRow, field_named, fields_of
from hefte.model.kinds import Choice, Need, Record


def hint(record: type[Record], row: FieldRow, words: Words) -> str:
    """What a field is for; a class may have a hint of its own."""
    own = f"hint.{record.__name__}.{row.name}"
    return words.say(own if words.has(own) else f"hint.{row.name}")


def form(row: FieldRow, words: Words) -> str:
    """How one value of a kind is written, such as «1:20, 5 % eller 2,9°»."""
    return words.say("form.reference" if row.refers else f"form.{row.kind}")


def codes(row: FieldRow, words: Words) -> tuple[tuple[str, str], ...]:
    """Each code that may be written, with its label."""
    choice = row.made_of
    if choice is None or not issubclass(choice, Choice):
        return ()
    return tuple((code.value, words.say(f"choice.{choice.__name__}.{code.value}")) for code in choice)


def need_of(row: FieldRow) -> Need:
    """How much a field is missed; an id is told by the name of the file."""
    return Need.OPTIONAL if row.name == "id" else row.need


def example(row: FieldRow) -> object:
    """The example as data in which every scalar is text, as it is read."""
    return yaml.load(row.example, Loader=yaml.CBaseLoader)  # noqa: S506  # BaseLoader makes only text


def record_of(row: FieldRow) -> type[Record] | None:
    """The record that a field holds, if it holds one."""
    return row.made_of if row.made_of and issubclass(row.made_of, Record) else None


def bare(row: FieldRow) -> Iterator[FieldRow]:
    """The field of the record that a bare value may stand for; as much missed as the record itself."""
    record = record_of(row)
    for short in row.shorts:
        found = field_named(record, short.key) if record and short.key else None
        if found:
            yield found._replace(need=row.need)


def records_below(record: type[Record], known: tuple[type[Record], ...] = ()) -> tuple[type[Record], ...]:
    """Every record that fields of a record lead to, in the order in which they are met."""
    for row in fields_of(record):
        below = record_of(row)
        if below and below not in known:
            known = records_below(below, (*known, below))
    return known
