"""What the live site was made from: a key per file, and the size and time that prove nobody changed it since."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_FORM = 1


class Made(NamedTuple):
    """A published file: the key of what it was made from, its bytes, its time in nanoseconds."""

    key: str
    size: int
    time: int


Manifest = Mapping[str, Made]


def read_manifest(path: Path) -> Manifest:
    """An unreadable manifest costs one full build and is otherwise no problem."""
    try:
        form, rows = json.loads(path.read_bytes())
        return {name: Made(*row) for name, row in rows.items()} if form == _FORM else {}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write it whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    part.write_text(json.dumps([_FORM, manifest], ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    part.replace(path)


def made(path: str, key: str) -> Made:
    """The row for a file that lies on disk."""
    status = os.stat(path)  # noqa: PTH116  # once per page of the site: a Path would double the time
    return Made(key, status.st_size, status.st_mtime_ns)


def is_unchanged(path: str, row: Made) -> bool:
    """Whether the file on disk is still the one of the row."""
    try:
        return made(path, row.key) == row
    except OSError:
        return False
