"""What is wrong, and where: a place, a rule and values; the words live in `templates/language/`."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from hefte.rule import Rule
from hefte.severity import SEVERITY, Severity


class Where(NamedTuple):
    """A place in a file; line and column count characters from 1."""

    path: str
    line: int = 1
    column: int = 1


_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Problem(NamedTuple):
    """A broken rule at a place; `also` names related places, such as the first of two equal keys."""

    where: Where
    rule: Rule
    values: Mapping[str, object] = _NO_VALUES
    also: tuple[Where, ...] = ()

    @property
    def severity(self) -> Severity:
        """How serious the rule is."""
        return SEVERITY.get(self.rule, Severity.ERROR)

    @property
    def stops_the_build(self) -> bool:
        """Nothing is published while one of these stands."""
        return self.severity is Severity.ERROR


_SAID_BY: Mapping[Rule, tuple[Rule, ...]] = MappingProxyType(
    {
        Rule.DUPLICATE_ID: (Rule.SAME_FILE_NAME,),
        Rule.BAD_FILE_NAME: (Rule.SAME_FILE_NAME, Rule.DUPLICATE_ID),
        Rule.ID_IS_NOT_FILE_NAME: (Rule.SAME_FILE_NAME, Rule.DUPLICATE_ID, Rule.BAD_FILE_NAME),
        Rule.DUPLICATE_TITLE: (Rule.SAME_FILE_NAME, Rule.DUPLICATE_ID),
    }
)
"""Whoever gives the file another name, as the rules on the right ask, has mended the one on the left too."""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line and column, so that every report agrees; nothing is said twice."""
    once = {(problem.where, problem.rule, str(problem.values)): problem for problem in problems}
    broken = {(problem.where.path, problem.rule) for problem in once.values()}
    found = (once[known] for known in sorted(once))
    return tuple(
        problem
        for problem in found
        if not any((problem.where.path, rule) in broken for rule in _SAID_BY.get(problem.rule, ()))
    )


__all__ = ["SEVERITY", "Problem", "Rule", "Severity", "Where", "in_order"]
