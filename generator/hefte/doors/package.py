"""Where the files that are not Python lie: beside the engine in a wheel, at the top of a working copy."""

import os
from functools import cache
from pathlib import Path

from hefte.assessment.rules import Rules, read_rules
from hefte.content_format.changes import Change, read_changes
from hefte.language import Words, read_words
from hefte.model import Category
from hefte.output import fingerprint
from hefte.reading.nodes import parse

_ENGINE = Path(__file__).resolve().parent.parent
_WORKING_COPY = _ENGINE.parent.parent


def templates() -> Path:
    """The folder with look and words: `website/`, `booklet/`, `language/`, `icons/`, `rules/`."""
    return _first(_ENGINE / "templates", _WORKING_COPY / "templates")


def demo() -> Path:
    """The invented municipality that `hefte init --demo` unpacks."""
    return _first(_ENGINE / "eksempelvik", _WORKING_COPY / "tests" / "eksempelvik")


def words_of(code: str) -> Words:
    """The words of one language, nb, nn or en; FileNotFoundError for another."""
    file = templates() / "language" / f"{code}.yaml"
    status = file.stat()
    return _words(code, file, status.st_size, status.st_mtime_ns)


@cache
def _words(code: str, file: Path, _size: int, _changed: int) -> Words:
    """The same file is read once: several makers ask, and the preview sees every change."""
    return read_words(code, file.read_text(encoding="utf-8"))


def rules_of_walks() -> Rules:
    """The rules by which walks are assessed."""
    return read_rules((templates() / "rules" / "turvei.yaml").read_text(encoding="utf-8"))


def default_categories() -> tuple[Category, ...]:
    """The categories of a site whose settings name none."""
    rows = parse("taxonomy.yaml", (templates() / "taxonomy.yaml").read_bytes()).data
    return tuple(Category.model_validate(row) for row in rows) if isinstance(rows, list) else ()


def format_changes() -> tuple[Change, ...]:
    """What has changed in the names that editors write."""
    return read_changes((templates() / "format-changes.yaml").read_text(encoding="utf-8"))


def outlines() -> tuple[str, ...]:
    """The outlines of Norway's municipalities, a line each."""
    return tuple((templates() / "geo" / "kommuner.txt").read_text(encoding="utf-8").splitlines())


def engine_key() -> str:
    """A key of the engine's own code and its templates; another after any change to one of their files."""
    return fingerprint(*_states(_ENGINE), *_states(templates()))


@cache
def code_key() -> str:
    """A key of the engine's own code as it was when it was first asked for, whatever the templates say."""
    return fingerprint(*_states(_ENGINE))


def _states(folder: Path) -> list[str]:
    found = []
    for place, _, names in os.walk(folder):
        if not place.endswith("__pycache__"):
            statuses = ((name, os.stat(f"{place}/{name}")) for name in names)  # noqa: PTH116  # hundreds of files
            found += [f"{place}/{name} {status.st_size} {status.st_mtime_ns}" for name, status in statuses]
    return sorted(found)


def _first(installed: Path, working_copy: Path) -> Path:
    return installed if installed.is_dir() else working_copy
