"""What has changed in the names that editors write, version by version, from `templates/format-changes.yaml`."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import yaml

from hefte.language import LANGUAGES
from hefte.model import DOCUMENT_TYPES, Settings

FIRST = 1
"""The format of content that does not say which it has."""

_FOLDERS = (*(kind.folder for kind in DOCUMENT_TYPES), "")
_KEYS = {"version", "in", "at", "key", "becomes", "codes", "told"}


class Change(NamedTuple):
    """One key or some of its codes have other names from a version on.

    `folders` are those whose files have the key, with `""` for the settings; `at` are the keys that lead to its group.
    `becomes` is the new key, or a path from the same group: `("kontakt", "tlf")` for a key that has moved into a group.
    `codes` are old codes with their new names, where the key keeps its own. `told` says why, by language.
    """

    version: int
    folders: tuple[str, ...]
    at: tuple[str, ...]
    key: str
    becomes: tuple[str, ...]
    codes: Mapping[str, str]
    told: Mapping[str, str]


def read_changes(text: str) -> tuple[Change, ...]:
    """Read the table, the oldest version first; raise ValueError for a row that cannot be meant."""
    rows = yaml.load(text, Loader=yaml.CBaseLoader) or []  # noqa: S506  # BaseLoader makes only text
    return tuple(sorted((_change(row) for row in rows), key=lambda change: change.version))


def newest(changes: Iterable[Change]) -> int:
    """The format of content that uses no old name."""
    return max((change.version for change in changes), default=FIRST)


def _change(row: Mapping[str, object]) -> Change:
    folders = _FOLDERS[:-1] if row.get("in") == "*" else tuple(_folder(name) for name in _listed(row.get("in")))
    becomes, codes, told = _listed(row.get("becomes")), row.get("codes", {}), row.get("told", {})
    is_whole = isinstance(codes, Mapping) and isinstance(told, Mapping) and set(told) == set(LANGUAGES) and "key" in row
    if set(row) - _KEYS or not folders or not is_whole or bool(becomes) == bool(codes) or len(becomes) > 2:
        raise ValueError(row)
    version = int(str(row["version"]))
    if version <= FIRST:
        raise ValueError(row)
    return Change(version, folders, _listed(row.get("at")), str(row["key"]), becomes, dict(codes), dict(told))  # type: ignore[call-overload]  # both are mappings of text


def _folder(name: str) -> str:
    folder = "" if name == Settings.file else name
    if folder not in _FOLDERS:
        raise ValueError(name)
    return folder


def _listed(value: object) -> tuple[str, ...]:
    """One word, or a list of words."""
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
