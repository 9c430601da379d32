"""Content cases that need no Python: a file in tests/cases says what is wrong with it.

`# expect: rule` stands on the line of the problem, with `:column` where the column matters and
several rules parted by commas. A case is one file, whose first line names the file it plays
(`# file: turer/eksempel.yaml`), or a folder that plays the whole of content/.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from hefte.catalogue import Catalogue
from hefte.check import check
from hefte.problem import Problem, Rule, Severity, in_order
from hefte.reading import is_content, read_content

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 22)
SETTINGS = """\
navn: Ut i Eksempelvik
tjeneste: Støttekontakttjenesten
kommune: 3107
adresse: https://aktiv.eksempel.no
tilgjengelighetserklæring: https://uustatus.no/nb/erklaringer/publisert/x
kategorier: [{kode: natur, navn: Natur}, {kode: fysisk_aktivitet, navn: Fysisk aktivitet}]
"""
_EXPECT = re.compile(r"# expect: (?P<rules>[a-z0-9:, -]+)")


class Expected(NamedTuple):
    """A rule that must be broken on a line; column 0 where the case leaves it open."""

    path: str
    line: int
    rule: str
    column: int


def _expected(path: str, text: str) -> Iterator[Expected]:
    for number, line in enumerate(text.split("\n"), 1):
        if match := _EXPECT.search(line):
            for named in match["rules"].split(","):
                rule, _, column = named.strip().partition(":")
                yield Expected(path, number, rule, int(column or 0))


def _files(case: Path) -> dict[str, bytes]:
    if case.is_dir():
        found = (path for path in case.rglob("*") if path.is_file())
        return {path.relative_to(case).as_posix(): path.read_bytes() for path in found}
    content = case.read_bytes()
    first = content.split(b"\n", 1)[0].decode()
    return {first.removeprefix("# file: ").split(" ")[0]: content}


def _problems(files: dict[str, bytes]) -> tuple[Problem, ...]:
    texts = {"oppsett.yaml": SETTINGS.encode()} | files
    reading = read_content(
        ((path, content) for path, content in texts.items() if is_content(path)),
        (path for path in texts if not is_content(path)),
    )
    if reading.settings is None:
        return reading.problems
    pictures = frozenset(path[7:] for path in files if path.startswith("bilder/")) or {"strand.jpg"}
    catalogue = Catalogue(
        reading.documents, reading.settings, TODAY, pictures=frozenset(pictures), tracks={"strand.gpx": ""}
    )
    return in_order((*reading.problems, *check(catalogue, reading.broken)))


def _matters(problem: Problem, expected: tuple[Expected, ...]) -> bool:
    """The base of the cases leaves out advised fields, and its one picture is not always used."""
    is_named = any(row.rule == problem.rule for row in expected)
    is_of_the_base = problem.severity is Severity.NOTICE or problem.rule is Rule.UNUSED_PICTURE
    return is_named or not is_of_the_base


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.stem)
def test_a_case_has_the_problems_that_it_names_and_no_others(case: Path) -> None:
    files = _files(case)
    texts = {path: content.decode("utf-8", "replace") for path, content in files.items()}
    expected = tuple(row for path, text in texts.items() for row in _expected(path, text))

    problems = tuple(problem for problem in _problems(files) if _matters(problem, expected))

    is_open = {row[:3] for row in expected if row.column == 0}
    found = [Expected(place.path, place.line, rule.value, place.column) for place, rule, *_ in problems]
    assert sorted(row._replace(column=0) if row[:3] in is_open else row for row in found) == sorted(expected)
