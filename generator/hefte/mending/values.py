"""Fixes of what a field holds: what the message offers, where there is no other answer."""

import re
from collections.abc import Iterator
from datetime import date

from hefte.mending.certain import only_near
from hefte.mending.sheet import Change, Sheet
from hefte.problem import Problem
from hefte.reading.days import has_one_reading

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FREE = re.compile(r"gratis[.!]?", re.IGNORECASE)


def offered(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """What the message says to write instead."""
    instead = str(problem.values.get("instead") or "")
    span = sheet.scalar(problem.where) if instead else None
    if span and '"' not in span.text.strip('"'):
        yield span.replaced(instead)


def offered_date(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """A date, or a date and the time, that can be read in one way only."""
    match = _DATE.match(str(problem.values.get("instead") or ""))
    span = sheet.scalar(problem.where)
    if match and span and has_one_reading(span.text, date.fromisoformat(match[0])):
        yield from offered(problem, sheet)


def offered_price(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """A price with its words; nothing that was said of who pays is left out, and no price below nothing is turned."""
    instead = str(problem.values.get("instead") or "")
    span = sheet.scalar(problem.where)
    written = span.text.strip("\"'") if span else ""
    if not written.startswith("-") and (instead != "gratis" or _FREE.fullmatch(written)):
        yield from offered(problem, sheet)


def code(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """The code for what was said in another way, or the only one that is a slip of the finger away."""
    if problem.values.get("instead"):
        yield from offered(problem, sheet)
        return
    choices = problem.values.get("choices") or problem.values.get("known") or ()
    yield from _near(problem, sheet, str(problem.values.get("value", "")), _words(choices))


def reference(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """The only id that is a slip of the finger away."""
    yield from _near(problem, sheet, str(problem.values["id"]), _words(problem.values.get("nearest")))


def _near(problem: Problem, sheet: Sheet, written: str, known: tuple[str, ...]) -> Iterator[Change]:
    span = sheet.scalar(problem.where)
    near = only_near(written, known)
    if span and near and span.text.strip("\"'") == written:
        yield span.replaced(near)


def _words(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple | list) else ()
