"""The one way to write what was read: the order of the model, the shortest form, and nothing that is empty."""

import re
from collections.abc import Mapping
from datetime import date

from hefte.canonical.shape import Slot, shape
from hefte.model.kinds import UNKNOWN, YES
from hefte.model.texts import FORMS
from hefte.reading.events import Data

_EMPTY: tuple[object, ...] = (None, "", [], {})
_BLANK = " \t\r\n"
_DATE = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})\. ?(?P<m2>\d{1,2})\. ?(?P<y2>\d{4})")


def canonical(record: str, data: Mapping[str, Data], language: str) -> dict[str, Data]:
    """The data of a group of fields in the way that is written; `record` is the name of its class.

    Words without a language are in `language`. What the model does not know comes last, as it was.
    """
    slots = {slot.key: slot for slot in shape()[record]}
    known = {key: _field(slot, data[key], language) for key, slot in slots.items() if key in data}
    others = {key: value for key, value in data.items() if key not in slots}
    return {key: value for key, value in (known | others).items() if value not in _EMPTY}


def _field(slot: Slot, value: Data, language: str) -> Data:
    if not slot.many:
        return _one(slot, value, language)
    if isinstance(value, str) and any(value == word for word, _, _ in slot.words):
        return value
    if not isinstance(value, list):
        if not slot.one or value in _EMPTY:
            return value
        value = [value]
    return _short_list(slot, [row for row in (_one(slot, row, language) for row in value) if row not in _EMPTY])


def _short_list(slot: Slot, rows: list[Data]) -> Data:
    """A single row that can stand without its list, or as a word."""
    if len(rows) != 1 or not slot.short:
        return rows
    row = rows[0]
    for word, key, value in slot.words:
        if row in (word, {key: value}):
            return word
    return row if slot.one and isinstance(row, str) else rows


def _one(slot: Slot, value: Data, language: str) -> Data:
    if isinstance(value, str):
        return _scalar(slot, value.strip(_BLANK), language)
    if not isinstance(value, dict):
        return value
    if slot.kind == "said":
        return _said(value, language)
    return _group(slot, value, language) if slot.record else value


def _group(slot: Slot, value: dict[str, Data], language: str) -> Data:
    group = canonical(slot.record, value, language)
    bare = group.get(slot.short)
    is_short = len(group) == 1 and isinstance(bare, str) and bare != UNKNOWN
    return bare if is_short and not any(bare == word for word, _, _ in slot.words) else group


def _said(value: dict[str, Data], language: str) -> Data:
    """Words in several languages; those in the site's own alone stand without its name."""
    if not set(value) <= set(FORMS):
        return value
    words = {code: _stripped(value[code]) for code in FORMS if value.get(code) not in _EMPTY}
    return words[language] if set(words) == {language} else dict(words)


def _stripped(value: Data) -> Data:
    return value.strip(_BLANK) if isinstance(value, str) else value


def _scalar(slot: Slot, text: str, language: str) -> Data:
    if slot.short and slot.record and text != UNKNOWN:
        return text if any(text == word for word, _, _ in slot.words) else _bare(slot, text, language)
    if slot.kind == "date":
        return _date(text)
    return _code(slot, text) if slot.codes else text


def _bare(slot: Slot, text: str, language: str) -> Data:
    """What stands for a group of fields: as itself, or as the group where its key holds a list."""
    short = next(row for row in shape()[slot.record] if row.key == slot.short)
    value = _field(short, text, language)
    return {slot.short: value} if short.many else value


def _date(text: str) -> str:
    match = _DATE.fullmatch(text)
    if match is None:
        return text
    year, month, day = (int(match[part] or match[f"{part}2"]) for part in "ymd")
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text


def _code(slot: Slot, text: str) -> str:
    plain = text.lower().replace(" ", "_").replace("-", "_")
    if plain in YES and plain not in slot.codes:
        plain = "ja" if YES[plain] else "nei"
    return plain if plain in slot.codes else text
