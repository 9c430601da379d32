"""Commas between braces: YAML takes each for the end of a field, so `1,8 m` and «rampe, heis» become two."""

import re
from collections.abc import Iterable, Iterator

from hefte.problem import Problem, Rule, Where
from hefte.source import Source

# A value without quotes, and what follows it up to the next field: `2,5 %` in `{stigning: 2,5 %, dekke: grus}`.
_VALUE = re.compile(
    r"""(?<=:\s)(?P<value>[^\s,:{}\[\]"'#][^,:{}\[\]#]*(?:,[^,:{}\[\]#"']+)+?)(?=\s*(?:[}\]]|$|,[^,:{}\[\]]+:\s))"""
)
_NUMBER = re.compile(r"[+-]?\d+,\d.*")
_CODES = re.compile(r"[a-zæøå_]+(?:, ?[a-zæøå_]+)+")


def with_whole_values(source: Source, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, where all that a comma within a value has caused is told as that comma."""
    for problem in problems:
        cut = () if problem.values.get("nearest") else tuple(_cut(source, problem.where))
        yield from cut or (problem,)


def _cut(source: Source, where: Where) -> Iterator[Problem]:
    """Every value of the line that is cut, if the place is in one; a text only by what follows its comma."""
    lines = source.text.split("\n", where.line)
    line = lines[where.line - 1] if len(lines) >= where.line else ""
    values = tuple(_VALUE.finditer(line)) if "{" in line[: where.column] else ()
    if any(_is_within(found, where.column - 1) for found in values):
        for found in values:
            place = Where(source.path, where.line, found.start() + 1)
            yield Problem(place, Rule.COMMA_IN_VALUE, {"value": found[0], "instead": _whole(found[0])})


def _is_within(found: re.Match[str], column: int) -> bool:
    is_first_part = found.start() <= column < found.start() + found[0].index(",")
    return found.start() <= column < found.end() and (not is_first_part or bool(_NUMBER.fullmatch(found[0])))


def _whole(value: str) -> str:
    """A text or a number in quotes; codes in a list."""
    return f"[{value}]" if _CODES.fullmatch(value) else f'"{value}"'
