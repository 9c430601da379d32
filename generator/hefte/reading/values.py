"""From pydantic's errors to problems: the place, the rule, and what to write instead."""

import re
from collections.abc import Iterator, Mapping

from pydantic_core import ErrorDetails

from hefte.edits import scalar
from hefte.model.kinds import Record
from hefte.positions import locate
from hefte.problem import Problem, Rule
from hefte.reading.elsewhere import group_meant
from hefte.reading.fields import codes_at, keys, line_to_add, record_at
from hefte.reading.meant import answer_meant, code_meant, is_unsure, value_meant, values_meant, weekday_of
from hefte.reading.missing import what_to_add
from hefte.reading.strange import shown, unknown_key
from hefte.source import Source
from hefte.spelling import days_meant, nearest, row_begun

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

_OF_WORD = re.compile(r"(?=“.*”|”.*”|„.*[“”]|‘.*’|’.*’|‚.*[‘’]|«.*»|».*«).(?P<text>[^“”„‘‚«»]*).")


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
        if rule is Rule.NOT_A_PRICE:
            found.pop("value", "")  # without its kroner, and in small letters
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
    where = locate(source, (*at, *location), key=rule in (Rule.MISSING_FIELD, Rule.UNKNOWN_KEY))
    if rule is Rule.MISSING_FIELD:
        return Problem(where, rule, {"key": location[-1], **what_to_add(source, at, kind, location)})
    if rule is Rule.UNKNOWN_KEY:
        return Problem(where, rule, unknown_key(source, (*at, *location), record_at(kind, location[:-1]), written))
    if bare := _OF_WORD.fullmatch(str(written)):
        return Problem(where, Rule.CURLY_QUOTES, {"value": shown(written), "instead": scalar(bare["text"].strip())})
    values = {"key": _key(location), "value": shown(written)} | found
    if rule is Rule.NOT_A_CHOICE:
        values = _not_a_choice(source, at, kind, location, written)
    if rule is Rule.NOT_A_GROUP and (meant := group_meant(record_at(kind, location), shown(written))):
        return Problem(where, rule, values | {"instead": meant})
    if rule in (Rule.NOT_A_GROUP, Rule.NOT_A_LIST):
        values |= _example(kind, location)
    return Problem(where, rule, values | _instead(rule, values, written))


def _not_a_choice(
    source: Source, at: Location, kind: type[Record], location: Location, written: object
) -> dict[str, object]:
    values = _like_code(codes_at(kind, location), _key(location), written)
    return _beside_the_day(values | _implied(source, at, kind, location, written))


def _implied(
    source: Source, at: Location, kind: type[Record], location: Location, written: object
) -> dict[str, object]:
    """The editor wrote `påmelding: Ring oss`, so it is `påmelding` that is told of, not the `svar` within it."""
    outer = location[:-1]
    here = locate(source, (*at, *location))
    if not outer or here != locate(source, (*at, *outer)):
        return {}
    while len(outer) > 1 and here == locate(source, (*at, *outer[:-1])):
        outer = outer[:-1]
    values: dict[str, object] = {"key": _key(outer)}
    has_words = location[-1] == "svar" and "hvordan" in keys(record_at(kind, outer))
    meant = answer_meant(shown(written)) if has_words else ""
    if meant or values["key"] in _OF_DAYS or is_unsure(shown(written)):
        return values | ({"instead": meant} if meant else {})
    example = _example(kind, outer)
    # Only how it is written is shown: `hinder: ingen` for somebody who wrote of a gate would be a proposal.
    return values | (example if "{" in str(example.get("example")) else {})


_OF_DAYS = ("dag", "når", "åpningstider", "møtes")


def _like_code(codes: tuple[str, ...], key: str, written: object) -> dict[str, object]:
    values: dict[str, object] = {"key": key, "value": shown(written), "choices": codes}
    if key in _OF_DAYS and (meant := days_meant(str(written))):
        return values | {"instead": meant}
    if key in _OF_DAYS and (begun := row_begun(str(written))):
        return values | {"example": begun}
    if is_unsure(str(written)):
        return values | {"unsure": True}
    if meant := code_meant(key, str(written), codes):
        return values | {"instead": meant}
    return values | {"nearest": nearest(str(written), codes)}


def _beside_the_day(values: dict[str, object]) -> dict[str, object]:
    """A row cannot stand in the field of its day: the hours have a field beside it."""
    meant = str(values.get("instead", ""))
    if values["key"] != "dag" or "{" not in meant:
        return values
    return {name: value for name, value in values.items() if name != "instead"} | {"example": meant}


def _key(location: Location) -> str:
    named = [step for step in location if isinstance(step, str) and not step.startswith("@")]
    return named[-1] if named else ""


def _instead(rule: Rule, values: Mapping[str, object], written: object) -> dict[str, object]:
    """What the editor most likely meant; it counts more than what the model offers. Of several none is chosen."""
    if several := values_meant(rule, shown(written)):
        return {"either": several}
    if weekday := weekday_of(rule, shown(written)):
        return weekday
    meant = value_meant(rule, shown(written)) or value_meant(rule, str(values.get("value", "")))
    # The model offers the number without its underscores, which may be no number either.
    return {"instead": meant} if meant or rule is Rule.NOT_A_NUMBER else {}


def _example(kind: type[Record], location: Location) -> dict[str, object]:
    """The line as it is written, with the field's own example."""
    named = max((at for at, step in enumerate(location) if isinstance(step, str)), default=-1)
    line = line_to_add(kind, location[: named + 1]) if named >= 0 else ""
    return {} if line.endswith("…") else {"example": line}
