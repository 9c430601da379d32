"""Write a position and where it comes from into the text of a file; every other character stays as it was."""

from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hefte.interchange.drafts import Value, flow, scalar
from hefte.positions import Location, node_at

SHORT = {"besøksadresse": "adresse"}
"""The field that a bare value stands for; elsewhere it is the name."""


class _Edit(NamedTuple):
    """Put the text in place of what stands between two characters."""

    start: int
    end: int
    text: str


def with_position(text: str, at: Location, key: str, lat: float, lon: float) -> str | None:
    """The text with `lat` and `lon` in the group under a key of an entry; None where there is no telling how.

    `at` leads to the entry: empty for a file of its own, an index in a list of entries.
    """
    node = node_at(text, (*at, key))
    values = {"lat": f"{lat:.5f}", "lon": f"{lon:.5f}"}
    if isinstance(node, ScalarNode):
        begin, end = node.start_mark.index, node.end_mark.index
        written = text[begin:end] if text[begin] in "\"'" else scalar(str(node.value))
        whole = ", ".join((f"{SHORT.get(key, 'navn')}: {written}", *(f"{name}: {it}" for name, it in values.items())))
        return _applied(text, [_Edit(begin, end, f"{{{whole}}}")])
    if not isinstance(node, MappingNode) or not node.value:
        return None
    there = {str(name.value): value for name, value in node.value if isinstance(name, ScalarNode)}
    edits = [
        _Edit(there[name].start_mark.index, there[name].end_mark.index, values.pop(name))
        for name in ("lat", "lon")
        if name in there
    ]
    if values:
        edits += _added(text, node, values)
    return _applied(text, edits)


def with_source(text: str, at: Location, source: Value) -> str | None:
    """The text with one more row of `kilde` in an entry; None where there is no telling how."""
    entry, there = node_at(text, at), node_at(text, (*at, "kilde"))
    if isinstance(there, SequenceNode) and there.value:
        begin = there.start_mark
        if text[begin.index] == "[":
            return _applied(text, [_Edit(begin.index + 1, begin.index + 1, f"{flow(source)}, ")])
        return _applied(text, [_Edit(begin.index, begin.index, f"- {flow(source)}\n{' ' * begin.column}")])
    if there is not None or not isinstance(entry, MappingNode) or not entry.value:
        return None
    if text[entry.start_mark.index] == "{":
        return _applied(text, _added(text, entry, {"kilde": flow([source])}))
    return _applied(text, _added(text, entry, {"kilde": f"\n{' ' * (entry.start_mark.column + 2)}- {flow(source)}"}))


def _added(text: str, node: MappingNode, values: dict[str, str]) -> list[_Edit]:
    """Write keys at the end of a group between braces, or on lines of their own after its last simple field."""
    rows = [f"{name}:{'' if value.startswith(chr(10)) else ' '}{value}" for name, value in values.items()]
    if text[node.start_mark.index] == "{":
        end = node.end_mark.index - 1
        before = text[:end].rstrip()
        comma = "" if before.endswith((",", "{")) else ", "
        return [_Edit(len(before), end, comma + ", ".join(rows))]
    indent = " " * node.start_mark.column
    after = _line_end(text, node)
    if after is None:
        first = node.value[0][0].start_mark.index
        return [_Edit(first, first, "".join(f"{row}\n{indent}" for row in rows))]
    return [_Edit(after, after, "".join(f"\n{indent}{row}" for row in rows))]


def _line_end(text: str, node: MappingNode) -> int | None:
    """Where the line of the last field ends, if that field stands whole on one line, its comment included."""
    value: Node = node.value[-1][1]
    begin, end = node.value[-1][0].start_mark, value.end_mark
    is_simple = begin.line == end.line and not (isinstance(value, ScalarNode) and value.style in ("|", ">"))
    if not is_simple:
        return None
    at = text.find("\n", end.index)
    return len(text) if at < 0 else at


def _applied(text: str, edits: list[_Edit]) -> str:
    return "".join(_pieces(text, sorted(edits)))


def _pieces(text: str, edits: list[_Edit]) -> Iterator[str]:
    at = 0
    for edit in edits:
        yield text[at : edit.start]
        yield edit.text
        at = edit.end
    yield text[at:]
