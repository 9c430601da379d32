"""Change a file's text at a place: every other character, comments and quotes included, stays as it was."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hefte.positions import Location, node_at

Value = str | Mapping[str, "Value"] | Sequence["Value"]
"""What a field holds; a group or a list within a list stands between braces."""

_PLAIN = re.compile(r"[A-Za-zÆØÅæøå0-9(][\wæøåÆØÅ ,.()/%°+–-]*")
_WORDS = re.compile(r"(?:null|true|false|yes|no|on|off|~)", re.IGNORECASE)
_LEADING_ZERO = re.compile(r"0\d+")


class Edit(NamedTuple):
    """Put the text in place of what stands between two characters, counted from 0."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; raise ValueError where two of them want the same characters."""
    return "".join(_pieces(text, sorted(edits)))


def difference(path: str, before: str, after: str) -> str:
    """What would change in a file, as programmers and git show it (unified diff); empty where nothing would."""
    lines = unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=2)
    return "".join(f"{line}\n" for line in lines)


def with_value(text: str, at: Location, key: str, value: Value) -> str | None:
    """The text with a field of a group set to a value; None where there is no telling how.

    `at` leads to the group: empty for the file itself, an index in a list of entries, then keys. What the field held is
    replaced, if no comment stands within it; a field that was not there comes after the last of the group.
    """
    group, there = node_at(text, at), node_at(text, (*at, key))
    if isinstance(there, Node):
        start, end = there.start_mark.index, _value_end(text, there)
        gap = " " if text[start - 1 : start] == ":" else ""
        return None if end is None else applied(text, [Edit(start, end, gap + _in_place_of(text, there, value))])
    if not isinstance(group, MappingNode) or not group.value:
        return None
    return applied(text, added(text, group, {key: flow(value)}))


def without(text: str, node: MappingNode, key: str) -> tuple[Edit, ...]:
    """Take a key out of a group between braces, or its lines out of a block; nothing where it is not there."""
    names = [str(name.value) for name, _ in node.value]
    if key not in names:
        return ()
    number = names.index(key)
    name, value = node.value[number]
    if text[node.start_mark.index] != "{":
        begin = text.rfind("\n", 0, name.start_mark.index) + 1
        end = text.find("\n", value.end_mark.index)
        return (
            (Edit(begin, len(text) if end < 0 else end + 1, ""),)
            if not text[begin : name.start_mark.index].strip()
            else ()
        )
    if number:
        return (Edit(node.value[number - 1][1].end_mark.index, value.end_mark.index, ""),)
    following = node.value[1][0].start_mark.index if len(names) > 1 else value.end_mark.index
    return (Edit(name.start_mark.index, following, ""),)


def with_plain_ends(text: str, change: Callable[[str], str | None]) -> str | None:
    """Change a text as if its lines ended plainly; a byte order mark and Windows' line ends are put back."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    plain = text.removeprefix(mark)
    is_of_windows = "\r\n" in plain and plain.count("\r\n") == plain.count("\n")
    changed = change(plain.replace("\r\n", "\n") if is_of_windows else plain)
    if changed is None:
        return None
    return mark + (changed.replace("\n", "\r\n") if is_of_windows else changed)


def added(text: str, node: MappingNode, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Write keys at the end of a group between braces, or on lines of their own after its last field.

    Where that is a text in lines (`|`), they come before it.
    """
    rows = [f"{name}:{'' if value.startswith(chr(10)) else ' '}{value}" for name, value in values.items()]
    if text[node.start_mark.index] == "{":
        end = node.end_mark.index - 1
        before = text[:end].rstrip()
        comma = "" if before.endswith((",", "{")) else ", "
        return (Edit(len(before), end, comma + ", ".join(rows)),)
    indent = " " * node.start_mark.column
    after = _line_end(text, node)
    if after is None:
        last = node.value[-1][0].start_mark.index
        return (Edit(last, last, "".join(f"{row}\n{indent}" for row in rows)),)
    return (Edit(after, after, "".join(f"\n{indent}{row}" for row in rows)),)


def flow(value: Value) -> str:
    """A value on one line: words with quotes where YAML wants them, groups and lists between braces."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def scalar(text: str) -> str:
    """Words as they are where every reader takes them for words, else within double quotes."""
    is_plain = _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text) and not _LEADING_ZERO.fullmatch(text)
    if is_plain and text == text.strip() and "," not in text:
        return text
    return json.dumps(text, ensure_ascii=False)


def _value_end(text: str, node: Node) -> int | None:
    """Where a value ends, without the blank lines and the comments after it; None where a comment stands inside."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.start_mark.line == node.end_mark.line:
        return end
    if isinstance(node, ScalarNode):
        return start + len(text[start:end].rstrip())
    lines = text[start:end].split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].strip().startswith("#")):
        lines.pop()
    return None if any("#" in line for line in lines) else start + len("\n".join(lines).rstrip())


def _in_place_of(text: str, node: Node, value: Value) -> str:
    """A list that stood line by line does so again."""
    is_listed = isinstance(node, SequenceNode) and text[node.start_mark.index] == "-"
    if not is_listed or isinstance(value, str | Mapping):
        return flow(value)
    return f"\n{' ' * node.start_mark.column}".join(f"- {flow(part)}" for part in value)


def _line_end(text: str, node: MappingNode) -> int | None:
    """Where the last line of a group ends, its comment included; None where what stands last is a text of its own."""
    last: Node = node.value[-1][1]
    while isinstance(last, MappingNode | SequenceNode) and last.value and text[last.start_mark.index] not in "{[":
        last = last.value[-1] if isinstance(last, SequenceNode) else last.value[-1][1]
    if isinstance(last, ScalarNode) and last.style in ("|", ">"):
        return None
    at = text.find("\n", last.end_mark.index)
    return len(text) if at < 0 else at


def _pieces(text: str, edits: list[Edit]) -> Iterator[str]:
    at = 0
    for edit in edits:
        if edit.start < at:
            raise ValueError(edit)
        yield text[at : edit.start]
        yield edit.text
        at = edit.end
    yield text[at:]
