"""Snippets: what a text editor writes at one keystroke, with a stop at each thing that only its writer knows.

No stop is filled with an example: what is passed over stays empty, and that is unknown.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from types import MappingProxyType
from typing import Any

from hefte.field_words import codes, hint, need_of, record_of
from hefte.language import Words
from hefte.model import Activity, Booklet, Event, Group, Newsletter, Organisation, Page, Place, Walk
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import UNKNOWN, Need, Record
from hefte.model.parts import Audience, Contact, Occasion, Origin, PriceRow, Spot
from hefte.telling.values import field_label

Snippet = Mapping[str, Any]

_ENTRY = ("title", "lead", "categories", "municipalities")

FILES: Mapping[type[Record], tuple[str, ...]] = MappingProxyType(
    {
        Activity: (*_ENTRY, "audience", "place", "when", "price", "contact", "sources"),
        Organisation: (*_ENTRY, "type", "contact", "sources"),
        Event: (*_ENTRY, "audience", "place", "start", "end", "price", "contact", "sources"),
        Walk: (*_ENTRY, "length", "course", "start", "stretches", "sources"),
        Group: (*_ENTRY, "audience", "meets", "place", "has_room", "contact"),
        Place: (*_ENTRY, "place", "opening_hours", "price", "contact", "sources"),
        Booklet: ("title", "lead", "selection"),
        Page: ("title", "lead", "body"),
        Newsletter: ("month", "greeting"),
    }
)
"""The fields of a new file, in the order in which they are asked for."""

GROUPS: Mapping[type[Record], tuple[str, ...]] = MappingProxyType(
    {
        Audience: ("ages", "people"),
        Contact: ("role", "phone", "email"),
        Occasion: ("days", "hours", "every"),
        Origin: ("link", "read", "certainty", "covers"),
        PriceRow: (),
        Spot: ("name", "address", "latitude", "longitude"),
    }
)
"""The fields of a group, where they are others than those that it must or should have; none where a word is enough."""

_QUOTED = ("municipality", "postal_code")
"""Digits that a text editor would take for a number, and so lose their first zero."""


def new_file(kind: type[Record], words: Words) -> tuple[Snippet, ...]:
    """A whole new entry, for an empty file of its folder."""
    name = getattr(kind, "folder", "")
    stops, rows = count(1), _chosen(kind, FILES.get(kind, ()))
    text = "\n".join(f"{row.alias}:{_below(row, stops, words)}" for row in rows)
    label = words.say(f"snippet.new.{name}") if rows else ""
    about = words.say("snippet.about-new")
    return ({"label": label, "description": about, "bodyText": f"{text}\n"},) if rows else ()


def of_group(record: type[Record], row: FieldRow, words: Words) -> tuple[Snippet, ...]:
    """A field's group on one line, behind its key or as one more row of its list; nothing for other fields."""
    below = _group_of(row)
    if below is None:
        return ()
    label = words.say("snippet.fill-in", field=field_label(record, row, words))
    return ({"label": label, "description": hint(record, row, words), "body": _group(below, count(1), words)},)


def _group_of(row: FieldRow) -> type[Record] | None:
    """The group that a field is filled in with; None where a word, a code or the id of an entry is enough."""
    below = record_of(row)
    return below if below and not row.refers and _asked(below) else None


def _asked(record: type[Record]) -> tuple[FieldRow, ...]:
    if record in GROUPS:
        return _chosen(record, GROUPS[record])
    return tuple(row for row in fields_of(record) if need_of(row) is not Need.OPTIONAL)


def _chosen(record: type[Record], names: Iterable[str]) -> tuple[FieldRow, ...]:
    by_name = {row.name: row for row in fields_of(record)}
    return tuple(by_name[name] for name in names)


def _below(row: FieldRow, stops: Iterator[int], words: Words) -> str:
    """A field's value with its stops; a list of groups has its first row on a line of its own."""
    below = _group_of(row)
    if below is None:
        return f" {_stop(row, stops, words)}"
    group = _group(below, stops, words)
    return f"\n  - {group}" if row.many else f" {group}"


def _group(record: type[Record], stops: Iterator[int], words: Words) -> str:
    return "{" + ", ".join(f"{row.alias}: {_within(row, stops, words)}" for row in _asked(record)) + "}"


def _within(row: FieldRow, stops: Iterator[int], words: Words) -> str:
    below = _group_of(row)
    return _group(below, stops, words) if below and not row.shorts else _stop(row, stops, words)


def _stop(row: FieldRow, stops: Iterator[int], words: Words) -> str:
    """A place for the cursor. Codes are a list to choose from that begins with «ukjent»; what must be said has none."""
    number = next(stops)
    written = ("ja", "nei") if row.kind == "yes_no" else tuple(code for code, _ in codes(row, words))
    if written and need_of(row) is not Need.REQUIRED:
        return f"${{{number}|{','.join((UNKNOWN, *written))}|}}"
    if row.kind in _QUOTED:
        return f'"${number}"'
    is_list = row.many and not any(short.one for short in row.shorts)
    return f"[${number}]" if is_list else f"${number}"
