"""Write a position and where it comes from into the text of a file; every other character stays as it was."""

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from hefte.edits import Edit, Value, added, applied, flow, scalar
from hefte.positions import Location, node_at

SHORT = {"besøksadresse": "adresse"}
"""The field that a bare value stands for; elsewhere it is the name."""


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
        return applied(text, [Edit(begin, end, f"{{{whole}}}")])
    if not isinstance(node, MappingNode) or not node.value:
        return None
    there = {str(name.value): value for name, value in node.value if isinstance(name, ScalarNode)}
    edits = [
        Edit(there[name].start_mark.index, there[name].end_mark.index, values.pop(name))
        for name in ("lat", "lon")
        if name in there
    ]
    if values:
        edits += added(text, node, values)
    return applied(text, edits)


def with_source(text: str, at: Location, source: Value) -> str | None:
    """The text with one more row of `kilde` in an entry; None where there is no telling how."""
    entry, there = node_at(text, at), node_at(text, (*at, "kilde"))
    if isinstance(there, SequenceNode) and there.value:
        begin = there.start_mark
        if text[begin.index] == "[":
            return applied(text, [Edit(begin.index + 1, begin.index + 1, f"{flow(source)}, ")])
        return applied(text, [Edit(begin.index, begin.index, f"- {flow(source)}\n{' ' * begin.column}")])
    if there is not None or not isinstance(entry, MappingNode) or not entry.value:
        return None
    if text[entry.start_mark.index] == "{":
        return applied(text, added(text, entry, {"kilde": flow([source])}))
    return applied(text, added(text, entry, {"kilde": f"\n{' ' * (entry.start_mark.column + 2)}- {flow(source)}"}))
