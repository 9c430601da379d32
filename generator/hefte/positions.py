"""Where a value stands in its file, found only when somebody asks."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hefte.problem import Where
from hefte.source import Source

Location = tuple[str | int, ...]

_LETTER = re.compile(r"\S")


class _Composer(CParser):
    """Builds nodes with marks and gives them no types: every scalar stays text."""

    def descend_resolver(self, _parent: Node | None, _index: object) -> None:
        """Types are not looked for."""

    def ascend_resolver(self) -> None:
        """Types are not looked for."""

    def resolve(self, _kind: type[Node], _value: str | None, _implicit: object) -> str:
        """Call everything by one tag."""
        return "text"


def locate(source: Source, location: Location, *, key: bool = False) -> Where:
    """Find the value at a path of keys and indexes, or with `key` the key that names it.

    Steps that are not in the file are passed over, so the answer is the nearest place known.
    """
    if not location:
        return Where(source.path)
    return (Where(source.path), *_along(source, location, key=key))[-1]


def bounds_of(text: str, location: Location) -> tuple[int, int] | None:
    """From which character to which the value at a path stands; steps that are not in the file are passed over."""
    node = _node(text, location)
    return (node.start_mark.index, node.end_mark.index) if node else None


def locate_letter(source: Source, location: Location, value: str, at: int) -> Where:
    """Find a letter of the value at a path, counted from 0 in the value; the value where it is written otherwise.

    However a text is indented, folded and quoted: its letters stand in the file in the same order.
    """
    bounds = bounds_of(source.text, location)
    if bounds is None:
        return locate(source, location)
    begin = bounds[0] + _head(source.text[slice(*bounds)])
    before = len("".join(value[:at].split()))
    found = next(islice(_LETTER.finditer(source.text, begin, bounds[1]), before, None), None)
    if found is None or found[0] != value[at : at + 1]:
        return locate(source, location)
    return Where.of(source.path, source.text, found.start())


def _head(raw: str) -> int:
    """How many characters of a value's source stand before its text: a quote, or the line of `|`."""
    if raw.startswith(("|", ">")):
        return raw.find("\n") + 1
    return 1 if raw.startswith(('"', "'")) else 0


class Group(NamedTuple):
    """A group of fields: its text where it stands between braces on one line (else empty), and its keys and values.

    A value that is a group or a list itself is left empty.
    """

    braces: str
    fields: tuple[tuple[str, str], ...]


def group_at(source: Source, location: Location) -> Group | None:
    """The group of fields at a path; None where something else stands, or nothing."""
    node = _node(source.text, location)
    if not isinstance(node, MappingNode) or not node.value:
        return None
    text = source.text[node.start_mark.index : node.end_mark.index]
    fields = tuple((str(key.value), value.value if isinstance(value, ScalarNode) else "") for key, value in node.value)
    return Group(text if text.startswith("{") and "\n" not in text else "", fields)


def node_at(text: str, location: Location) -> Node | None:
    """The node at a path of keys and indexes; None where a step is not in the file. Marks count its characters."""
    node = compose(text)
    for step in location:
        node = _child(node, step)[1]
    return node


def compose(text: str) -> Node | None:
    """Build the nodes of a text that was read before; None where it is no longer YAML."""
    try:
        node: Node | None = _Composer(text).get_single_node()
    except (yaml.YAMLError, RecursionError):
        return None
    return node


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Every text in a file, keys included, with its place."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for part in node.value:
            yield from scalars(part)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from scalars(key)
            yield from scalars(value)


@lru_cache(maxsize=32)
def _remembered(text: str) -> Node | None:
    return compose(text)


def _along(source: Source, location: Location, *, key: bool) -> Iterator[Where]:
    node = _remembered(source.text)
    for number, step in enumerate(location, 1):
        named, below = _child(node, step)
        if below is None or named is None:
            continue
        node = below
        yield _place(source.path, named if key and number == len(location) else below)


def _node(text: str, location: Location) -> Node | None:
    node = _remembered(text)
    for step in location:
        node = _child(node, step)[1] or node
    return node


def _child(node: Node | None, step: str | int) -> tuple[Node | None, Node | None]:
    if isinstance(node, MappingNode):
        pairs = (pair for pair in node.value if _is_named(pair[0], step))
        return next(pairs, (None, None))
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None, None


def _is_named(node: Node, step: str | int) -> bool:
    return isinstance(node, ScalarNode) and node.value == step


def _place(path: str, node: Node) -> Where:
    return Where(path, node.start_mark.line + 1, node.start_mark.column + 1)
