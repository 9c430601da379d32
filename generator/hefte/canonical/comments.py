"""Comments, which no reader of YAML hands on: where each stands, and where it stands when its file is written anew."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hefte.canonical.writing import Line
from hefte.positions import Location, compose, scalars

_BLOCK = ("|", ">")


class Comment(NamedTuple):
    """A comment and the field or row that it belongs to: `above`, `beside` or `below` it, or on `top` of the file."""

    text: str
    place: str
    at: Location = ()


class _Entry(NamedTuple):
    """A field or a row, where it begins; lines and columns count from 0."""

    line: int
    column: int
    at: Location


def comments_of(text: str) -> tuple[Comment, ...]:
    """Every comment of a file in its order."""
    root = compose(text)
    if root is None or "#" not in text:
        return ()
    entries = tuple(_entries(root, ()))
    return tuple(_placed(*found, entries) for found in _found(text, root))


def with_comments(lines: Iterable[Line], comments: Iterable[Comment]) -> str:
    """The text of a file with its comments; that of a field which is gone stands with what it was part of."""
    rows = tuple(lines)
    begins = {start: number for number, row in reversed([*enumerate(rows)]) for start in row.starts}
    placed: _Around = defaultdict(list)
    top: list[str] = []
    last: list[str] = []
    for comment in comments:
        begin = _nearest(begins, comment.at)
        if begin is not None:
            number = _end(rows, comment.at, begin) if comment.place == "below" else begin
            placed[number, comment.place].append((comment.text, begin))
        else:
            (top if comment.place == "top" else last).append(comment.text)
    body = (piece for number in range(len(rows)) for piece in _around(rows, number, placed))
    return "".join(f"{line}\n" for line in (*top, *body, *last))


_Around = dict[tuple[int, str], list[tuple[str, int]]]
"""Comments by the line that they stand at and on which side of it, each with the line whose indentation it has."""


def _around(rows: Sequence[Line], number: int, placed: _Around) -> Iterator[str]:
    """A line with what stands above, beside and below it."""
    yield from (_indent(rows[begin]) + text for text, begin in placed.get((number, "above"), ()))
    yield " ".join((rows[number].text, *(text for text, _ in placed.get((number, "beside"), ()))))
    yield from (_indent(rows[begin]) + text for text, begin in placed.get((number, "below"), ()))


def _indent(line: Line) -> str:
    return " " * (len(line.text) - len(line.text.lstrip(" ")))


def _nearest(begins: Mapping[Location, int], at: Location) -> int | None:
    while at:
        if at in begins:
            return begins[at]
        at = at[:-1]
    return None


def _end(rows: Sequence[Line], at: Location, number: int) -> int:
    """The last line of what begins at a line and holds the place."""
    held = next(start for start in rows[number].starts if at[: len(start)] == start)
    within = (n for n, row in enumerate(rows) if any(start[: len(held)] == held for start in row.starts))
    return max(within, default=number)


def _found(text: str, root: Node) -> Iterator[tuple[int, int, str, bool]]:
    """Line, column and words of each comment, and whether it has its line to itself."""
    words = _words(text, root)
    begin = 0
    for number, line in enumerate(text.split("\n")):
        for column, character in enumerate(line):
            if character == "#" and begin + column not in words and (column == 0 or line[column - 1] in " \t"):
                yield number, column, line[column:].rstrip(), not line[:column].strip()
                break
        begin += len(line) + 1


def _words(text: str, root: Node) -> frozenset[int]:
    """The places of all `#` that are part of a text."""
    spans = ((_begin(text, node), node.end_mark.index) for node in scalars(root))
    return frozenset(at for start, end in spans for at in range(start, end) if text[at] == "#")


def _begin(text: str, node: ScalarNode) -> int:
    """A comment may stand beside the sign of a text on lines of its own."""
    start: int = node.start_mark.index
    return text.find("\n", start) if node.style in _BLOCK else start


def _placed(line: int, column: int, text: str, is_alone: bool, entries: Sequence[_Entry]) -> Comment:
    before = [entry for entry in entries if entry.line < line]
    if not is_alone:
        here = [entry for entry in entries if entry.line == line]
        entry = here[0] if here else before[-1] if before else None
        return Comment(text, "beside", entry.at) if entry else Comment(text, "top")
    if not before:
        return Comment(text, "top")
    after = next((entry for entry in entries if entry.line > line), None)
    if after and column <= after.column:
        return Comment(text, "above", after.at)
    outer = [entry for entry in before if entry.column <= column]
    return Comment(text, "below", (outer or before)[-1].at)


def _entries(node: Node, at: Location) -> Iterator[_Entry]:
    """Fields and rows in the order in which they are written."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            place = (*at, str(key.value))
            yield _Entry(key.start_mark.line, key.start_mark.column, place)
            yield from _entries(value, place)
    elif isinstance(node, SequenceNode):
        for index, row in enumerate(node.value):
            column = row.start_mark.column if node.flow_style else node.start_mark.column
            yield _Entry(row.start_mark.line, column, (*at, index))
            yield from _entries(row, (*at, index))
