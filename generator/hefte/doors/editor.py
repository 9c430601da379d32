"""Write what a text editor needs to help while somebody writes: schemas, the editor's settings, the field guide."""

import json
from pathlib import Path
from typing import Any

from hefte.doors.package import default_categories
from hefte.doors.trouble import machine_trouble
from hefte.guide import guide
from hefte.language import Words
from hefte.model import Category, Settings
from hefte.reading import read_settings
from hefte.schema import editor_extensions, editor_settings, schemas
from hefte.source import File


def write_editor_help(folder: Path, words: Words) -> tuple[str, ...]:
    """Write the files into a municipality's folder and give the paths of those that changed.

    Settings of the editor that are not ours stay; a settings file that cannot be understood is left alone.
    """
    with machine_trouble(folder):
        of_editor = (_with_others(folder, file) for file in (editor_settings(), editor_extensions()))
        files = (*schemas(words, categories_of(folder)), *guide(words), *of_editor)
        return tuple(file.path for file in files if _written(folder, file))


def categories_of(folder: Path) -> tuple[Category, ...]:
    """The categories of a municipality's content: its own, or the default where it has none or cannot be read."""
    file = folder / "content" / Settings.file
    settings, _ = read_settings(file.read_bytes() if file.is_file() else None)
    return (settings.categories if settings else ()) or default_categories()


def _with_others(folder: Path, ours: File) -> File:
    there = folder / ours.path
    if not there.is_file():
        return ours
    text = there.read_text(encoding="utf-8", errors="replace")
    try:
        merged = _merged(json.loads(text), json.loads(ours.content))
    except (ValueError, TypeError):
        return File(ours.path, text)
    return ours if merged == json.loads(ours.content) else File(ours.path, json.dumps(merged, indent=1) + "\n")


def _merged(theirs: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """Our values in place of theirs; what they recommend beside ours stays."""
    lists = {key: [*theirs[key], *value] for key, value in ours.items() if isinstance(value, list) and key in theirs}
    return theirs | ours | {key: list(dict.fromkeys(both)) for key, both in lists.items()}


def _written(folder: Path, file: File) -> bool:
    target = folder / file.path
    content = file.content.encode() if isinstance(file.content, str) else file.content
    if target.is_file() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return True
