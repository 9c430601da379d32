"""From pydantic's errors to problems: the place, the rule, and what to write instead."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pydantic_core import ErrorDetails

from hefte.model.kinds import Record
from hefte.positions import locate
from hefte.problem import Problem, Rule
from hefte.reading.fields import codes_at, keys, line_to_add, record_at
from hefte.source import Source
from hefte.spelling import days_meant, nearest

Location = tuple[str | int, ...]

_RULES: Mapping[str, Rule] = {rule.value: rule for rule in Rule}
_OF_PYDANTIC: Mapping[str, Rule] = {
    "missing": Rule.MISSING_FIELD,
    "extra_forbidden": Rule.UNKNOWN_KEY,
    "enum": Rule.NOT_A_CHOICE,
    "literal_error": Rule.NOT_A_CHOICE,
    "model_type": Rule.NOT_A_GROUP,
    "model_attributes_type": Rule.NOT_A_GROUP,
    "dict_type": Rule.NOT_A_GROUP,
    "mapping_type": Rule.NOT_A_GROUP,
    "tuple_type": Rule.NOT_A_LIST,
    "list_type": Rule.NOT_A_LIST,
    "string_type": Rule.NOT_TEXT,
}

_MANY_KEYS = 16
"""More keys than this are not listed in a message: nobody reads them."""


def problems_of(source: Source, at: Location, kind: type[Record], errors: list[ErrorDetails]) -> Iterator[Problem]:
    """Put each error of a validation into a problem; `at` is the entry's place in its file."""
    found = tuple(_each(source, at, kind, errors))
    meant = {near for problem in found for near in _meant(problem)}
    for problem in found:
        if not (problem.rule is Rule.MISSING_FIELD and problem.values["key"] in meant):
            yield problem


def _meant(problem: Problem) -> tuple[str, ...]:
    """The key that an unknown key was probably meant to be: it is not missing as well."""
    near = problem.values.get("nearest", ())
    return near[:1] if problem.rule is Rule.UNKNOWN_KEY and isinstance(near, tuple) else ()


def _each(source: Source, at: Location, kind: type[Record], errors: list[ErrorDetails]) -> Iterator[Problem]:
    for error in errors:
        rule = _RULES.get(error["type"]) or _OF_PYDANTIC.get(error["type"], Rule.WRONG_VALUE)
        found = dict(error.get("ctx", {}))
        location = (*error["loc"], *found.pop("at", ()))
        yield _problem(source, at, kind, location, rule, found, error["input"])


def _problem(
    source: Source,
    at: Location,
    kind: type[Record],
    location: Location,
    rule: Rule,
    found: dict[str, object],
    written: object,
) -> Problem:
    if rule is Rule.MISSING_FIELD:
        add = line_to_add(kind, location)
        where = locate(source, (*at, *location), key=True)
        return Problem(where, rule, {"key": location[-1], "add": add})
    if rule is Rule.UNKNOWN_KEY:
        where = locate(source, (*at, *location), key=True)
        return Problem(where, rule, _like_key(record_at(kind, location[:-1]), location[-1]))
    where = locate(source, (*at, *location))
    values = {"key": _key(location), "value": _shown(written)} | found
    if rule is Rule.NOT_A_CHOICE:
        values = _like_code(codes_at(kind, location), _key(location), written)
    return Problem(where, rule, values | _instead(rule, values))


def _like_key(record: type[Record], written: str | int) -> dict[str, object]:
    known = keys(record)
    near = nearest(str(written), known)
    values: dict[str, object] = {"key": _shown(written), "nearest": near}
    return values if near or len(known) > _MANY_KEYS else values | {"choices": known}


_OF_DAYS = ("dag", "når", "åpningstider", "møtes")


def _like_code(codes: tuple[str, ...], key: str, written: object) -> dict[str, object]:
    values: dict[str, object] = {"key": key, "value": _shown(written), "choices": codes}
    if key in _OF_DAYS and (meant := days_meant(str(written))):
        return values | {"instead": meant}
    return values | {"nearest": nearest(str(written), codes)}


def _key(location: Location) -> str:
    named = [step for step in location if isinstance(step, str) and not step.startswith("@")]
    return named[-1] if named else ""


def _shown(written: object) -> str:
    return str(written)[:80] if isinstance(written, str | int | float) else "…"


_DAY = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_NAMED_DAY = re.compile(r"(\d{1,2})\.?\s*([a-zæøå]{3})[a-zæøå]*\.?\s*(\d{4})", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")


def _instead(rule: Rule, values: Mapping[str, object]) -> dict[str, object]:
    """What the editor most likely meant, written so that it will be understood."""
    written = str(values.get("value", ""))
    if rule in (Rule.NOT_A_DATE, Rule.NOT_A_MOMENT):
        meant = _meant_date(written)
        return {"instead": meant} if meant else {}
    if re.fullmatch(r"\d+(?:_\d+)+(?:[.,]\d+)?", written):
        return {"instead": written.replace("_", "")}
    # The model offers the number without its underscores, which may be no number either.
    return {"instead": ""} if rule is Rule.NOT_A_NUMBER else {}


def _meant_date(written: str) -> str:
    if match := _DAY.fullmatch(written):
        year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
        return _iso(int(year), int(match[2]), int(match[1]))
    if match := _YEAR_FIRST.fullmatch(written):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    match = _NAMED_DAY.fullmatch(written)
    if match and match[2].lower() in _MONTHS:
        return _iso(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1]))
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
