"""From the bytes of one file to plain data, with everything that is wrong in how it is written."""

import re
from itertools import islice
from typing import NamedTuple

from hefte.problem import Problem, Rule, Where
from hefte.reading.commas import with_whole_values
from hefte.reading.decode import decode
from hefte.reading.events import Data, Read, read_text
from hefte.reading.limits import PROBLEMS_OF_ONE_KIND
from hefte.reading.marks import list_marks, marks_told, with_hyphens
from hefte.reading.silent import may_lose, repeated_keys, silent_losses
from hefte.reading.syntax import explain_failure, quoted
from hefte.source import Source


class Parsed(NamedTuple):
    """Plain data (None where the file could not be read) and the problems of its writing.

    `is_whole` is false where a line had to be set aside to read the rest: what was read may
    be checked, but it is not what the editor meant.
    """

    source: Source
    data: Data
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True


_ONE_LINE = frozenset(
    (
        Rule.COLON_IN_TEXT,
        Rule.TEXT_AFTER_QUOTE,
        Rule.UNKNOWN_ESCAPE,
        Rule.SPECIAL_CHARACTER,
        Rule.STAR,
        Rule.ANCHOR,
        Rule.TAG,
    )
)
"""Mistakes that stay within their line, so that the rest of the file can be read without it."""

_VALUE = re.compile(r"(?P<lead>\s*(?:- +)*(?:[^\s:#\"'{}\[\],&*!-][^:#\"'{}\[\],]*:\s+)?)(?P<value>\S.*)")


def parse(path: str, content: bytes) -> Parsed:
    """Read one file; a mistake within a line does not hide the other lines."""
    decoded = decode(path, content)
    if decoded.text is None:
        return Parsed(Source(path, ""), None, decoded.problems, is_whole=False)
    marks = tuple(list_marks(decoded.text))
    source = Source(path, with_hyphens(decoded.text, marks) if marks else decoded.text)
    read = read_text(path, source.text)
    unseen = (*decoded.problems, *islice(marks_told(path, decoded.text, marks), PROBLEMS_OF_ONE_KIND))
    is_fine = not (read.failure or read.problems or unseen or read.has_repeated_keys)
    if is_fine and isinstance(read.data, dict | list) and not may_lose(source.text):
        return Parsed(source, read.data)
    return _with_problems(source, read, unseen)


def _with_problems(source: Source, read: Read, unseen: tuple[Problem, ...]) -> Parsed:
    parsed = _set_aside(source, read)
    lost = tuple(silent_losses(source.path, source.text)) if parsed.data is not None else ()
    found = (*unseen, *parsed.problems, *lost)
    if read.has_repeated_keys:
        repeated = with_whole_values(source, repeated_keys(source.path, source.text))
        found += tuple(islice(repeated, PROBLEMS_OF_ONE_KIND))
    if not any(problem.stops_the_build for problem in found):
        found += _without_fields(source, parsed.data)
    has_fields = isinstance(parsed.data, dict | list)
    problems = _first_of_each_line(unseen, found)
    return parsed._replace(problems=problems, is_whole=parsed.is_whole and has_fields)


def _set_aside(source: Source, read: Read) -> Parsed:
    """Read on past mistakes within a line, by giving that line a harmless value."""
    text, problems = source.text, []
    while problem := _failure(source, text, read):
        problems.append(problem)
        masked = _masked(text, problem)
        if masked == text or len(problems) >= PROBLEMS_OF_ONE_KIND:
            return Parsed(source, None, tuple(problems), is_whole=False)
        text = masked
        read = read_text(source.path, text)
    # Places are looked up in the text that could be read; its lines are those of the file.
    readable = source._replace(text=text)
    return Parsed(readable, read.data, tuple(problems), is_whole=not problems)


def _failure(source: Source, text: str, read: Read) -> Problem | None:
    if read.failure:
        return explain_failure(source.path, text, read.failure, read.last)
    if not read.problems:
        return None
    problem = read.problems[-1]
    line = text.split("\n", problem.where.line)[problem.where.line - 1]
    values: dict[str, object] = {"line": line[:240].strip()[:120]}
    if problem.rule in (*_ONE_LINE, Rule.KEY_NOT_TEXT):
        values["instead"] = quoted(line[:240])
    return problem._replace(values=values | dict(problem.values))


def _masked(text: str, problem: Problem) -> str:
    lines = text.split("\n")
    number = problem.where.line - 1
    match = _VALUE.fullmatch(lines[number]) if problem.rule in _ONE_LINE else None
    if match is None or len(match["value"]) < 2:
        return text
    lines[number] = f"{match['lead']}'{'…' * max(1, len(match['value']) - 2)}'"
    return "\n".join(lines)


def _without_fields(source: Source, data: Data) -> tuple[Problem, ...]:
    if data is None:
        return (Problem(Where(source.path), Rule.EMPTY_FILE),)
    if isinstance(data, str):
        return (Problem(Where(source.path), Rule.NOT_FIELDS, {"value": data[:60]}),)
    return ()


def _first_of_each_line(unseen: tuple[Problem, ...], found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """A tab breaks its line in other ways too; only the tab is told."""
    lines = {problem.where.line for problem in unseen}
    rest = (problem for problem in found if problem.where.line not in lines)
    return (*unseen, *rest)
