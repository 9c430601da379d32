"""The machines that read our problems: GitHub, GitLab, code scanners, test dashboards, programs."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from hefte.language import Words
from hefte.problem import Problem, Rule, Severity, Where
from hefte.report.sentence import sentence
from hefte.showing import masked


class Told(NamedTuple):
    """A problem with the reader's words, and the path of its file as the reader of the report knows it."""

    problem: Problem
    path: str
    words: Words
    is_fixable: bool = False

    @property
    def message(self) -> str:
        """What it says; asked for only where it is shown, for most notices are only counted."""
        return sentence(self.problem, self.words)


Fixable = frozenset[tuple[Where, Rule]]
"""Places where a rule is broken that a machine can mend."""


def told(problems: Iterable[Problem], words: Words, root: str, fixable: Fixable = frozenset()) -> tuple[Told, ...]:
    """Every problem with what it takes to tell it; `root` goes before each path, such as `content`."""
    prefix = f"{root.rstrip('/')}/" if root else ""
    return tuple(
        Told(problem, f"{prefix}{problem.where.path}", words, (problem.where, problem.rule) in fixable)
        for problem in problems
    )


def as_github(rows: tuple[Told, ...]) -> Iterator[str]:
    """Annotations on the lines of a pull request (GitHub Actions workflow commands)."""
    for row in rows:
        where, rule = row.problem.where, row.problem.rule
        place = f"file={_property(row.path)},line={where.line},col={where.column}"
        yield f"::{row.problem.severity} {place},title={rule}::{_data(row.message)}"


def as_gitlab(rows: tuple[Told, ...]) -> Iterator[str]:
    """A Code Quality report for a merge request (GitLab, Code Climate's format)."""
    levels = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}
    found = [
        {
            "description": row.message,
            "check_name": str(row.problem.rule),
            "fingerprint": fingerprint,
            "severity": levels[row.problem.severity],
            "location": {"path": row.path, "lines": {"begin": row.problem.where.line}},
        }
        for row, fingerprint in zip(rows, _fingerprints(rows), strict=True)
    ]
    yield _json(found)


def as_sarif(rows: tuple[Told, ...]) -> Iterator[str]:
    """Results for code scanning (SARIF 2.1.0)."""
    rules = sorted({str(row.problem.rule) for row in rows})
    results = [
        _sarif_result(row, rules.index(str(row.problem.rule)), fingerprint)
        for row, fingerprint in zip(rows, _fingerprints(rows), strict=True)
    ]
    driver = {"name": "hefte", "rules": [{"id": rule} for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    yield _json({"$schema": schema, "version": "2.1.0", "runs": [run]})


def as_junit(rows: tuple[Told, ...]) -> Iterator[str]:
    """Test results: each problem is a case, and an error is a case that failed."""
    failures = sum(row.problem.stops_the_build for row in rows)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="hefte" tests="{max(1, len(rows))}" failures="{failures}">'
    yield f'  <testsuite name="content" tests="{max(1, len(rows))}" failures="{failures}">'
    for row in rows:
        yield from _junit_case(row)
    if not rows:
        yield '    <testcase classname="content" name="content"/>'
    yield "  </testsuite>"
    yield "</testsuites>"


def as_json(rows: tuple[Told, ...]) -> Iterator[str]:
    """Everything for a program: places, codes, values and words."""
    found = [
        {
            "path": row.path,
            "line": row.problem.where.line,
            "column": row.problem.where.column,
            "rule": str(row.problem.rule),
            "severity": str(row.problem.severity),
            "message": row.message,
            "fixable": row.is_fixable,
            "values": {name: _told_safely(value) for name, value in row.problem.values.items()},
            "also": [where._asdict() for where in row.problem.also],
        }
        for row in rows
    ]
    totals = Counter(str(row.problem.severity) for row in rows)
    yield _json({"version": 1, "totals": {str(kind): totals[str(kind)] for kind in Severity}, "problems": found})


def _told_safely(value: object) -> object:
    return masked(value) if isinstance(value, str) else value


def _sarif_result(row: Told, index: int, fingerprint: str) -> Mapping[str, object]:
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
    where = row.problem.where
    region = {"startLine": where.line, "startColumn": where.column}
    place = {"artifactLocation": {"uri": row.path}, "region": region}
    return {
        "ruleId": str(row.problem.rule),
        "ruleIndex": index,
        "level": levels[row.problem.severity],
        "message": {"text": row.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"hefte/v1": fingerprint},
        "properties": {"fixable": row.is_fixable},
    }


def _junit_case(row: Told) -> Iterator[str]:
    where, rule = row.problem.where, row.problem.rule
    name = _attribute(f"{rule} {where.line}:{where.column}")
    yield f"    <testcase classname={_attribute(row.path)} name={name}>"
    text = escape(f"{row.path}:{where.line}:{where.column}: {row.message}", quote=False)
    if row.problem.stops_the_build:
        yield f'      <failure type="{rule}" message={_attribute(row.message)}>{text}</failure>'
    else:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _attribute(text: str) -> str:
    """An XML attribute's value within quotes; a line break in it stays one."""
    return f'"{escape(text)}"'.replace("\n", "&#10;")


def _fingerprints(rows: tuple[Told, ...]) -> tuple[str, ...]:
    """What stays the same when lines move, so that a known problem is not shown as new."""
    seen: Counter[str] = Counter()
    found = []
    for row in rows:
        name = f"{row.path}\n{row.problem.rule}\n{row.message}"
        seen[name] += 1
        found.append(hashlib.sha256(f"{name}\n{seen[name]}".encode()).hexdigest()[:40])
    return tuple(found)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
