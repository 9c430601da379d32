"""The shape of content: whether a field is a list, a group or words in several languages, and its shorter ways."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from hefte.model import DOCUMENT_TYPES, Settings
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Choice, Record

_TEXTS = ("line", "markdown")
_ALIKE = {"date": "date", "yes_no": "code", "choice": "code", "picture_file": "picture", "track_file": "track"}
_YES_NO = ("ja", "nei")


class Slot(NamedTuple):
    """A field as it is written.

    `kind` is `said` for words that may stand in several languages, `code` for one of `codes`, `group` for the fields
    of `record`, `place` for an id or such a group, `date`, `picture`, `track`, or `text`. `many` says that it is a
    list, `one` that a single value may stand for it. `short` is the key that a bare value stands for, and `words`
    are those with a meaning of their own: the word, and the key and value of the row that says the same.
    """

    key: str
    kind: str
    many: bool
    one: bool
    short: str
    words: tuple[tuple[str, str, str], ...]
    codes: tuple[str, ...]
    record: str


Shape = Mapping[str, tuple[Slot, ...]]
"""The slots of each record, by the name of its class, in the order in which they are written."""


@cache
def shape() -> Shape:
    """The shape of everything that can stand in a file."""
    found: dict[str, tuple[Slot, ...]] = {}
    roots: tuple[type[Record], ...] = (*DOCUMENT_TYPES, Settings)
    for root in roots:
        _collect(root, found)
    return found


def _collect(record: type[Record], found: dict[str, tuple[Slot, ...]]) -> None:
    if record.__name__ in found:
        return
    rows = fields_of(record)
    found[record.__name__] = tuple(_slot(row) for row in rows)
    for row in rows:
        if row.made_of and issubclass(row.made_of, Record):
            _collect(row.made_of, found)


def _slot(row: FieldRow) -> Slot:
    short = next((short.key for short in row.shorts if short.key), "")
    return Slot(
        key=row.alias,
        kind=_kind(row),
        many=row.many,
        one=any(short.one for short in row.shorts),
        short=short,
        words=tuple(_word(row, word, short) for word in _words(row)),
        codes=_codes(row),
        record=row.made_of.__name__ if row.made_of and issubclass(row.made_of, Record) else "",
    )


def _kind(row: FieldRow) -> str:
    if row.made_of and issubclass(row.made_of, Record):
        return "place" if row.refers else "group"
    return "said" if row.kind in _TEXTS else _ALIKE.get(row.kind, "text")


def _codes(row: FieldRow) -> tuple[str, ...]:
    if row.kind == "yes_no":
        return _YES_NO
    choice = row.made_of
    return tuple(code.value for code in choice) if choice and issubclass(choice, Choice) else ()


def _words(row: FieldRow) -> tuple[str, ...]:
    return tuple(word for short in row.shorts for word in short.words)


def _word(row: FieldRow, word: str, key: str) -> tuple[str, str, str]:
    """What a word stands for as a row; that there is none of it, the form says by a row too."""
    for short in row.shorts:
        read = cast("Callable[[object], Sequence[Mapping[str, str]]]", short.func)
        for meant in read(word) if word in short.words else ():
            return (word, *next(iter(meant.items())))
    return word, key, word
