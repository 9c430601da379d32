"""A content file in canonical text: what is written is read again first, and kept only if it says the same."""

from typing import NamedTuple

from hefte.canonical.comments import comments_of, with_comments
from hefte.canonical.ways import canonical
from hefte.canonical.writing import lines_of
from hefte.model import DOCUMENT_TYPES, Settings
from hefte.model.entry import Placed
from hefte.problem import Problem
from hefte.reading import read_file, read_settings
from hefte.reading.events import Data
from hefte.reading.nodes import Parsed, parse

_RECORDS = {kind.folder: kind.__name__ for kind in DOCUMENT_TYPES}


class Formatted(NamedTuple):
    """A file before and after; None where it is left alone, for it cannot be read or would say something else."""

    before: str
    after: str | None


def formatted(path: str, content: bytes, language: str) -> Formatted:
    """The file at a path below content/; words without a language are in `language`."""
    parsed = parse(path, content)
    before = parsed.source.text
    if not parsed.is_whole or any(problem.stops_the_build for problem in parsed.problems):
        return Formatted(before, None)
    comments = comments_of(before)
    after = with_comments(lines_of(_canonical(path, parsed, language)), comments)
    kept = all(comment.text in after for comment in comments)
    is_same = kept and _meaning(path, content, language) == _meaning(path, after.encode(), language)
    return Formatted(before, after if is_same else None)


def _canonical(path: str, parsed: Parsed, language: str) -> Data:
    record = _record(path)
    if isinstance(parsed.data, list):
        return [canonical(record, row, language) if isinstance(row, dict) else row for row in parsed.data]
    return canonical(record, parsed.data, language) if isinstance(parsed.data, dict) else parsed.data


def _record(path: str) -> str:
    return Settings.__name__ if path == Settings.file else _RECORDS[path.partition("/")[0]]


def _meaning(path: str, content: bytes, language: str) -> tuple[list[object], list[str]]:
    """What a file says, and what is wrong with it, wherever that stands."""
    if path == Settings.file:
        settings, problems = read_settings(content)
        return _said((settings,) if settings else (), problems)
    reading = read_file(path, content, language)
    return _said(reading.documents, reading.problems)


def _said(documents: tuple[Placed, ...], problems: tuple[Problem, ...]) -> tuple[list[object], list[str]]:
    return [vars(document) for document in documents], sorted(str(problem.rule) for problem in problems)
