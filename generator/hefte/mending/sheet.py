"""What a fix looks at: the lines of a file, and the value that stands at a place."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from yaml.nodes import ScalarNode

from hefte.edits import Edit
from hefte.mending.lines import index_of
from hefte.model import DOCUMENT_TYPES, Settings
from hefte.model.kinds import Record
from hefte.positions import compose, scalars
from hefte.problem import Where

Change = tuple[Edit, ...]
"""Edits that belong together: all are made, or none."""

_KINDS: dict[str, type[Record]] = {kind.folder: kind for kind in DOCUMENT_TYPES}
# What stands before a value on its line, and the value without the comment behind it.
_VALUE = re.compile(
    r"(?P<lead>[ ]*(?:- +)*(?:[^\s:#\"'{}\[\],&*!-][^:#\"'{}\[\],]*:\s+)?)"
    r"(?P<value>[^\s#].*?)(?=(?P<comment>\s+#.*)?\s*$)"
)
_CUT = re.compile(r"\s+#\S")


class Span(NamedTuple):
    """A piece of the file's text."""

    start: int
    end: int
    text: str

    def replaced(self, text: str) -> Change:
        """Put a text in its stead."""
        return (Edit(self.start, self.end, text),)


class Sheet(NamedTuple):
    """The text of a file as it is read, and the same where lines that cannot be read have a harmless value.

    Lines and columns of both are the same, except on a line that was set aside.
    """

    path: str
    text: str
    readable: str

    @property
    def kind(self) -> type[Record]:
        """What the file holds."""
        return Settings if self.path == Settings.file else _KINDS[self.path.split("/", maxsplit=1)[0]]

    def spot(self, line: int, column: int = 1) -> int:
        """Where a place stands among all characters; the end of the text where it has no such line."""
        return index_of(self.text, line, column)

    def line(self, number: int) -> Span:
        """A line without its end."""
        start = self.spot(number)
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        return Span(start, end, self.text[start:end])

    def value(self, number: int) -> Span | None:
        """What stands on a line after the field's name or the dash, up to a comment.

        None where `#` without a space may be text as well as a comment, and where a text goes on in the next line:
        that is for people to tell.
        """
        line = self.line(number)
        match = _VALUE.match(line.text)
        if match is None or _CUT.match(match["comment"] or "") or self._goes_on(number):
            return None
        return self.span(line.start + match.start("value"), line.start + match.end("value"))

    def _goes_on(self, number: int) -> bool:
        """Whether the next line stands further in than the field, and so belongs to its text."""
        line, following = self.line(number).text, self.line(number + 1).text
        own = len(line) - len(line.lstrip(" -"))
        return bool(following.strip()) and len(following) - len(following.lstrip(" ")) > own

    def span(self, start: int, end: int) -> Span:
        """A piece of the text."""
        return Span(start, end, self.text[start:end])

    def scalar(self, where: Where) -> Span | None:
        """The words at a place, quotes included, where they stand on one line."""
        node = _scalars_in(self.readable).get((where.line, where.column))
        return self._span_of(node) if node else None

    def _span_of(self, node: ScalarNode) -> Span | None:
        begin, end = node.start_mark, node.end_mark
        if begin.line != end.line or node.style in ("|", ">") or begin.column == end.column:
            return None
        return self.span(*(self.spot(mark.line + 1, mark.column + 1) for mark in (begin, end)))


@lru_cache(maxsize=4)
def _scalars_in(text: str) -> Mapping[tuple[int, int], ScalarNode]:
    root = compose(text)
    return {(node.start_mark.line + 1, node.start_mark.column + 1): node for node in (scalars(root) if root else ())}
