"""What is left of an entry without its mistaken fields: checked, so that one run tells all, but never shown."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from pydantic import ValidationError

from hefte.model import Document
from hefte.model.fields import fields_of
from hefte.model.kinds import Need
from hefte.problem import Problem, Severity, Where
from hefte.reading.events import Data

D = TypeVar("D", bound=Document)

Location = tuple[int | str, ...]

_FIRST = (1, 1)

_OF_FIELDS_ALONE = ("utvalg", "kapitler")
"""Fields whose parts can be checked without each other; a contact without its consent would be told as a leak."""


def remains_of(kind: type[D], data: dict[str, Data], language: str) -> D | None:
    """Read an entry without the fields that cannot be read; None where nothing sensible is left."""
    stand_ins = {row.alias: row.example.strip("[]\"'") for row in fields_of(kind) if row.need is Need.REQUIRED}
    stand_ins |= {"tittel": str(data.get("id", "")) or "…"}
    for _ in range(3):
        try:
            return kind.model_validate(data, context={"language": language})
        except ValidationError as error:
            places = [found["loc"] for found in error.errors(include_url=False) if found["loc"]]
        data = _without(data, places, stand_ins)
    return None


def _without(data: dict[str, Data], places: Iterable[Location], stand_ins: dict[str, str]) -> dict[str, Data]:
    """Take out the fields of these places, and put what must be there in their stead."""
    for key, *inner in places:
        if key in _OF_FIELDS_ALONE and (less := _less(data.get(str(key)), inner)) is not None:
            data = data | {str(key): less}
        else:
            data = {name: value for name, value in data.items() if name != key}
            data |= {name: stand_ins[name] for name in (str(key),) if name in stand_ins}
    return data


def _less(value: Data, inner: Sequence[int | str]) -> Data | None:
    """The value without the field at a place within it; None where no such field stands there."""
    if not inner:
        return None
    step, *rest = inner
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        less = _less(value[step], rest)
        return None if less is None else [*value[:step], less, *value[step + 1 :]]
    if isinstance(value, dict) and step in value:
        less = _less(value[str(step)], rest)
        return {key: part for key, part in value.items() if key != step} if less is None else value | {str(step): less}
    return _less(value, rest)


def without_echoes(
    problems: Iterable[Problem], told: Iterable[Problem], remains: Iterable[Document]
) -> Iterator[Problem]:
    """Leave out what a check says only because a field was taken out, and lines already told about."""
    told = tuple(told)
    paths = {document.path for document in remains}
    lines = {problem.where[:2] for problem in told}
    places = {problem.where for problem in told if problem.stops_the_build}
    for problem in problems:
        if problem.where in places:
            continue
        if problem.where.path not in paths or not _is_echo(problem, lines):
            yield problem


def _is_echo(problem: Problem, lines: set[tuple[str, int]]) -> bool:
    where: Where = problem.where
    return problem.severity is Severity.NOTICE or where[1:] == _FIRST or where[:2] in lines
