"""Content cases that need no Python: a file in tests/cases says what is wrong with it.

`# expect: rule` stands on the line of the problem, with `:column` where the column matters and
several rules parted by commas. A case is one file, whose first line names the file it plays
(`# file: turer/eksempel.yaml`), or a folder that plays the whole of content/. Where a file cannot
hold the words (a photo, another coding), `expect.txt` beside the folders has a line for each
problem: `turer/a.yaml:1:1 utf-16`.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from hefte.catalogue import Catalogue
from hefte.check import check
from hefte.gpx import read_gpx
from hefte.photo import look
from hefte.problem import Problem, Rule, Severity, in_order
from hefte.reading import is_content, read_content
from hefte.reading.nodes import parse
from hefte.track import Track

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
EXPECT = "expect.txt"
_EXPECT = re.compile(r"# expect: (?P<rules>[a-z0-9:, -]+)")


class Expected(NamedTuple):
    """A rule that must be broken on a line; column 0 where the case leaves it open."""

    path: str
    line: int
    rule: str
    column: int


def _expected(path: str, text: str) -> Iterator[Expected]:
    if path == EXPECT:
        for line in text.splitlines():
            place, rule = line.split(" ")
            named, at, column = place.rsplit(":", 2)
            yield Expected(named, int(at), rule, int(column))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if match := _EXPECT.search(line):
            for named in match["rules"].split(","):
                rule, _, column = named.strip().partition(":")
                yield Expected(path, number, rule, int(column or 0))


@cache
def problems_of(case: Path) -> tuple[Problem, ...]:
    """All that is wrong with a case, found once."""
    return problems_in(case_files(case))


def expected_in(case: Path) -> tuple[Expected, ...]:
    """What a case says that is wrong with it."""
    texts = {path: content.decode("utf-8", "replace") for path, content in case_files(case).items()}
    return tuple(row for path, text in texts.items() for row in _expected(path, text))


def case_files(case: Path) -> dict[str, bytes]:
    """The files that a case plays, by their paths below content/."""
    if case.is_dir():
        found = (path for path in case.rglob("*") if path.is_file())
        return {path.relative_to(case).as_posix(): path.read_bytes() for path in found}
    content = case.read_bytes()
    first = content.split(b"\n", 1)[0].decode()
    return {first.removeprefix("# file: ").split(" ")[0]: content}


def problems_in(files: dict[str, bytes]) -> tuple[Problem, ...]:
    """All that is wrong with files of content, beside the settings that every case has."""
    texts = {"oppsett.yaml": SETTINGS.encode()} | {path: text for path, text in files.items() if path != EXPECT}
    reading = read_content(
        ((path, content) for path, content in texts.items() if is_content(path)),
        (path for path in texts if not is_content(path)),
    )
    if reading.settings is None:
        return reading.problems
    pictures = {path[7:]: content for path, content in files.items() if path.startswith("bilder/")}
    read = {path[5:]: read_gpx(path, content) for path, content in files.items() if path.startswith("spor/")}
    tracks = {
        name: None if any(one.stops_the_build for one in found) else track for name, (track, found) in read.items()
    }
    catalogue = Catalogue(
        reading.documents,
        reading.settings,
        TODAY,
        pictures=frozenset(pictures or {"strand.jpg"}),
        looks={name: look(content) for name, content in pictures.items() if content},
        tracks=tracks or {"strand.gpx": Track(())},
    )
    of_tracks = (problem for _, found in read.values() for problem in found)
    return in_order((*reading.problems, *of_tracks, *check(catalogue, reading.broken)))


def _matters(problem: Problem, expected: tuple[Expected, ...]) -> bool:
    """The base of the cases leaves out advised fields, and its one picture is not always used."""
    is_named = any(row.rule == problem.rule for row in expected)
    is_of_the_base = problem.severity is Severity.NOTICE or problem.rule is Rule.UNUSED_PICTURE
    return is_named or not is_of_the_base


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.stem)
def test_a_case_has_the_problems_that_it_names_and_no_others(case: Path) -> None:
    expected = expected_in(case)

    problems = tuple(problem for problem in problems_of(case) if _matters(problem, expected))

    is_open = {row[:3] for row in expected if row.column == 0}
    found = [Expected(place.path, place.line, rule.value, place.column) for place, rule, *_ in problems]
    assert sorted(row._replace(column=0) if row[:3] in is_open else row for row in found) == sorted(expected)


def _is_sound(offered: str) -> bool:
    """Whether an offer is YAML as a line, as a value or as an item, and names nothing twice."""
    for text in (offered, f"x: {offered}", f"- {offered}"):
        parsed = parse("sider/a.yaml", f"{text}\n".encode())
        if isinstance(parsed.data, dict | list) and not parsed.problems:
            return True
    return False


OF_FILES = {Rule.BROKEN_LETTER, Rule.BAD_FILE_NAME}
"""What these offer is a letter, or the name of a file."""


def test_what_a_case_is_offered_can_be_read() -> None:
    offered = [
        (case.stem, one.rule, one.values.get("instead")) for case in CASES.iterdir() for one in problems_of(case)
    ]

    asked = [one for one in offered if one[2] and one[1] not in OF_FILES]
    assert len(asked) > 40
    assert [one for one in asked if not _is_sound(str(one[2]))] == []


def test_an_offer_that_cannot_be_read_would_be_found() -> None:
    assert not any(map(_is_sound, ("{svar: ja, hvordan: - ring}", "{a: 1, a: 2}", "tittel: Kaffe: te", '"a" og b')))
