"""From problems to a report, for a person or for a machine."""

from collections.abc import Iterable, Iterator

from hefte.language import Words
from hefte.problem import Problem
from hefte.report.formats import Fixable, as_github, as_gitlab, as_json, as_junit, as_sarif, told
from hefte.report.sentence import sentence
from hefte.report.text import TextOf, as_text

MACHINES = {
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
    "json": as_json,
}
FORMATS = ("text", *MACHINES)
"""The names that `hefte check --format` takes."""


def report(
    problems: Iterable[Problem],
    form: str,
    words: Words,
    text_of: TextOf,
    root: str = "",
    *,
    whole: bool = True,
    fixable: Fixable = frozenset(),
) -> Iterator[str]:
    """Tell the problems, in the order given, as lines in one of FORMATS.

    `text_of` gives the text of a file in the content folder, or None; `root` goes before paths.
    Without `whole`, people see the notices counted by rule; machines always see all. `fixable` are those that
    a machine can mend.
    """
    rows = told(problems, words, root, fixable)
    if form == "text":
        yield from as_text(rows, words, text_of, whole=whole)
    else:
        yield from MACHINES[form](rows)


__all__ = ["FORMATS", "MACHINES", "Fixable", "TextOf", "report", "sentence"]
