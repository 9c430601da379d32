"""What is left of an entry without its mistaken fields: checked, so that one run tells all, but never shown."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import ValidationError

from hefte.model import Document
from hefte.model.fields import fields_of
from hefte.model.kinds import Need
from hefte.problem import Problem, Severity, Where
from hefte.reading.events import Data

D = TypeVar("D", bound=Document)

_FIRST = (1, 1)


def remains_of(kind: type[D], data: dict[str, Data], language: str) -> D | None:
    """Read an entry without the fields that cannot be read; None where nothing sensible is left."""
    stand_ins = {row.alias: row.example.strip("[]\"'") for row in fields_of(kind) if row.need is Need.REQUIRED}
    stand_ins |= {"tittel": str(data.get("id", "")) or "…"}
    for _ in range(2):
        try:
            return kind.model_validate(data, context={"language": language})
        except ValidationError as error:
            mistaken = {str(found["loc"][0]) for found in error.errors(include_url=False) if found["loc"]}
            kept = {key: value for key, value in data.items() if key not in mistaken}
            data = kept | {key: stand_ins[key] for key in mistaken if key in stand_ins}
    return None


def without_echoes(
    problems: Iterable[Problem], told: Iterable[Problem], remains: Iterable[Document]
) -> Iterator[Problem]:
    """Leave out what a check says only because a field was taken out, and lines already told about."""
    paths = {document.path for document in remains}
    lines = {problem.where[:2] for problem in told}
    for problem in problems:
        if problem.where.path not in paths or not _is_echo(problem, lines):
            yield problem


def _is_echo(problem: Problem, lines: set[tuple[str, int]]) -> bool:
    where: Where = problem.where
    return problem.severity is Severity.NOTICE or where[1:] == _FIRST or where[:2] in lines
