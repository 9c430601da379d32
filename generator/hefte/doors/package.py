"""Where the files that are not Python lie: beside the engine in a wheel, at the top of a working copy."""

from pathlib import Path

_ENGINE = Path(__file__).resolve().parent.parent
_WORKING_COPY = _ENGINE.parent.parent


def templates() -> Path:
    """The folder with look and words: `website/`, `booklet/`, `language/`, `icons/`, `rules/`."""
    return _first(_ENGINE / "templates", _WORKING_COPY / "templates")


def demo() -> Path:
    """The invented municipality that `hefte init --demo` unpacks."""
    return _first(_ENGINE / "eksempelvik", _WORKING_COPY / "tests" / "eksempelvik")


def _first(installed: Path, working_copy: Path) -> Path:
    return installed if installed.is_dir() else working_copy
