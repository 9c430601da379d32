"""Content in new names: the same text with old keys and codes changed where they stand, and nothing else touched."""

from collections.abc import Iterable
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode

from hefte.content_format.changes import Change
from hefte.content_format.old_names import OldName, old_names
from hefte.edits import Edit, added, applied, scalar, without


class Migrated(NamedTuple):
    """A file's text in new names, and the old ones that only its editor can place."""

    text: str
    left: tuple[OldName, ...]


def migrated(path: str, text: str, changes: Iterable[Change]) -> Migrated:
    """Carry out each change after the other, for a later one may name what an earlier one has written."""
    changes = tuple(changes)
    for change in changes:
        text = _carried_out(path, text, change)
    return Migrated(text, tuple(old_names(path, text, changes)))


def _carried_out(path: str, text: str, change: Change) -> str:
    """The last name first: what stands before it keeps its place."""
    for number in reversed(range(len(tuple(old_names(path, text, (change,)))))):
        one = tuple(old_names(path, text, (change,)))[number]
        text = applied(text, _edits(text, one) or ())
    return text


def _edits(text: str, one: OldName) -> tuple[Edit, ...] | None:
    """How one old name is written anew; None where its new place is taken, or cannot be told."""
    if one.change.codes:
        return (_in_place(one.value, scalar(one.new)),)
    outer, *inner = one.change.becomes
    there = next((value for name, value in one.group.value if name.value == outer), None)
    if not inner:
        return None if there else (_in_place(one.name, outer),)
    value = _on_one_line(text, one.value)
    if value is None:
        return None
    if there is None:
        return (Edit(one.name.start_mark.index, one.value.end_mark.index, f"{outer}: {{{inner[0]}: {value}}}"),)
    return _moved_into(text, one, there, inner[0], value)


def _moved_into(text: str, one: OldName, there: Node, key: str, value: str) -> tuple[Edit, ...] | None:
    if not isinstance(there, MappingNode) or not there.value or any(name.value == key for name, _ in there.value):
        return None
    taken_out = without(text, one.group, one.name.value)
    return (*taken_out, *added(text, there, {key: value})) if taken_out else None


def _in_place(node: Node, text: str) -> Edit:
    return Edit(node.start_mark.index, node.end_mark.index, text)


def _on_one_line(text: str, node: Node) -> str | None:
    """A value as it may stand between braces; None for one of several lines."""
    if node.start_mark.line != node.end_mark.line:
        return None
    written = text[node.start_mark.index : node.end_mark.index]
    is_plain = isinstance(node, ScalarNode) and not node.style
    return scalar(node.value) if is_plain and set(written) & set(",[]{}") else written
