"""What one build notes for the next, as JSON beside the site: safe to delete, and no harm where it is broken."""

import json
from collections.abc import Mapping
from contextlib import suppress
from itertools import chain, repeat
from pathlib import Path
from typing import Any

_MOST = 16
"""How many sites' notes are kept in one folder; the newest stay."""


def read_notes(file: Path) -> Mapping[str, Any]:
    """The notes of the last build; unreadable ones cost a little time and are otherwise no problem."""
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_notes(file: Path, notes: Mapping[str, Any]) -> None:
    """Write the notes whole or not at all, and forget those of sites that nobody builds any more."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    with part.open("w", encoding="utf-8") as written:  # note by note: together they may be larger than all else
        for between, (name, note) in zip(chain("{", repeat(",")), notes.items(), strict=False):
            written.write(f"{between}{json.dumps(name)}:{json.dumps(note, separators=(',', ':'))}")
        written.write("}" if notes else "{}")
    part.replace(file)
    newest_first = sorted(file.parent.glob("*.json"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for one in newest_first[_MOST:]:
        with suppress(OSError):
            one.unlink()
