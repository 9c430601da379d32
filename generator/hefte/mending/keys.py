"""Fixes of fields that do not exist: a name with a slip in it, and a value that belongs within a group."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, SequenceNode

from hefte.edits import Edit, added
from hefte.mending.certain import only_near
from hefte.mending.sheet import Change, Sheet, Span
from hefte.positions import Location, compose
from hefte.problem import Problem, Where
from hefte.reading.fields import keys, record_at
from hefte.reading.meant import called
from hefte.spelling import plain

_HOLD_MORE = ("start", "sted", "når", "kontakt", "pris")
"""Fields that what was written may be only a part of: «dato» is `start` only where there is one."""

_ARE_A_PART = ("alder",)
"""Names for a part of a field that is written as a group."""

_GROUP = re.compile(r"(?P<outer>[a-zæøå_]+): {(?P<inner>[a-zæøå_]+): (?P<value>.*)}")


def name(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """The field that was meant, where only one is a slip of the finger away or is commonly called so."""
    if "…" in str(problem.values.get("instead")):  # what only its writer knows
        return
    if problem.values.get("instead") or problem.values.get("into"):
        yield from _within(problem, sheet)
        return
    group = group_around(sheet, problem.where)
    span = sheet.scalar(problem.where)
    if group is None or span is None:
        return
    written = str(problem.values["key"])
    known = keys(record_at(sheet.kind, tuple(step for step in group.location if isinstance(step, str))))
    meant = only_near(written, known) or _called(problem, known)
    if meant and meant != written and span.text.strip("\"'") == written:
        yield span.replaced(meant)


class Around(NamedTuple):
    """A group of fields, and the path of keys and indexes that leads to it."""

    location: Location
    node: MappingNode


def group_around(sheet: Sheet, where: Where) -> Around | None:
    """The group that has a key at a place."""
    return _groups_in(sheet.readable).get((where.line, where.column))


@lru_cache(maxsize=4)
def _groups_in(text: str) -> Mapping[tuple[int, int], Around]:
    root = compose(text)
    return dict(_keys_in(root, ())) if root else {}


def _keys_in(node: Node, at: Location) -> Iterator[tuple[tuple[int, int], Around]]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield (key.start_mark.line + 1, key.start_mark.column + 1), Around(at, node)
            yield from _keys_in(value, (*at, str(key.value)))
    elif isinstance(node, SequenceNode):
        for number, part in enumerate(node.value):
            yield from _keys_in(part, (*at, number))


def _called(problem: Problem, known: tuple[str, ...]) -> str:
    """What people commonly call a field by another name; not one that holds more than they wrote."""
    written = str(problem.values["key"])
    meant = "".join(called(written, known))
    return "" if meant in _HOLD_MORE or plain(written) in _ARE_A_PART else meant


def _within(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """The value in the group where it belongs: the group's line in its stead, or one more field of the group."""
    match = _GROUP.fullmatch(_whole_group(problem))
    line = sheet.line(problem.where.line)
    value = sheet.value(problem.where.line)
    group = group_around(sheet, problem.where)
    if match is None or value is None or group is None or group.node.flow_style:
        return
    start = line.start + problem.where.column - 1
    there = next((part for key, part in group.node.value if key.value == match["outer"]), None)
    if there is None and problem.values.get("instead"):
        yield sheet.span(start, value.end).replaced(str(problem.values["instead"]))
    elif isinstance(there, MappingNode) and sheet.readable == sheet.text:
        yield from _moved(sheet, there, line, value, match)


def _whole_group(problem: Problem) -> str:
    values = problem.values
    return str(values.get("instead") or f"{values['into']}: {{{values['inside']}}}")


def _moved(sheet: Sheet, group: MappingNode, line: Span, value: Span, match: re.Match[str]) -> Iterator[Change]:
    """Without its line; a line with a comment is left, for the comment is somebody's."""
    is_alone = not sheet.text[value.end : line.end].strip() and not line.text.lstrip().startswith("-")
    if is_alone and line.end < len(sheet.text):
        yield (Edit(line.start, line.end + 1, ""), *added(sheet.text, group, {match["inner"]: match["value"]}))
