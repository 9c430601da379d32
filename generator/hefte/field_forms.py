"""How every field may be written, in Markdown: its forms, its codes, and which record it leads to."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, reduce
from types import MappingProxyType

from hefte.field_words import bare, codes, form, record_of, records_below
from hefte.language import Words
from hefte.model import DOCUMENT_TYPES, Settings
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Record

ROOTS: tuple[type[Record], ...] = (*DOCUMENT_TYPES, Settings)
"""What has a file of its own."""

Link = Callable[[type[Record]], str]
"""The Markdown that leads to where the fields of a record are told."""


def name_of(root: type[Record]) -> str:
    """The folder of a type, or `oppsett`: also the end of the keys of its words."""
    return str(getattr(root, "folder", "oppsett"))


def forms(row: FieldRow, link: Link, words: Words) -> str:
    """Every way to write a field, the shortest first."""
    ways = (*_words(row), *_single(row, link, words))
    said = reduce(lambda first, second: words.say("guide.or", first=first, second=second), ways)
    if not row.many:
        return said
    one = any(short.one for short in row.shorts)
    return words.say("guide.one_or_list" if one else "guide.list_of", form=said)


def _words(row: FieldRow) -> tuple[str, ...]:
    return tuple(f"`{word}`" for short in row.shorts for word in short.words)


def _single(row: FieldRow, link: Link, words: Words) -> Iterator[str]:
    record = record_of(row)
    if row.refers:
        yield words.say("guide.id_in", folder=row.refers)
    yield from (forms(field, link, words) for field in bare(row))
    if record:
        yield link(record)
    elif row.kind == "choice":
        yield ", ".join(_code(code, label) for code, label in codes(row, words))
    elif not row.refers:
        yield form(row, words)


def _code(code: str, label: str) -> str:
    """A label that only repeats its code says nothing."""
    return f"`{code}`" if label.casefold() == code.casefold().replace("_", " ") else f"`{code}` ({label})"


@cache
def keys_of_records() -> Mapping[type[Record], tuple[str, ...]]:
    """The keys under which each record is written, in the order of the model."""
    found: dict[type[Record], dict[str, None]] = defaultdict(dict)
    for root in ROOTS:
        for record in (root, *records_below(root)):
            for row in fields_of(record):
                if below := record_of(row):
                    found[below][row.alias] = None
    return MappingProxyType({record: tuple(keys) for record, keys in found.items()})


@cache
def headings() -> Mapping[type[Record], str]:
    """Each record is named by the first key it is written under that names no other record."""
    taken: dict[str, type[Record]] = {}
    for record, keys in keys_of_records().items():
        free = next((key for key in keys if key not in taken), record.__name__)
        taken[free] = record
    return MappingProxyType({record: heading for heading, record in taken.items()})
