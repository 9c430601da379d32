"""Problems as lines for a terminal, a log or a program, with the text that they are about."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from hefte.language import Words
from hefte.problem import Problem


def tell(problems: Iterable[Problem], form: str, words: Words, content: Path) -> Iterator[str]:
    """Tell the problems in one of the forms of `hefte check --format`."""
    for problem in problems:
        where = problem.where
        yield f"{content}/{where.path}:{where.line}:{where.column}: {problem.severity} [{problem.rule}]"
