"""Between a place (line and column) and a number of characters, for a text that is asked often."""

from bisect import bisect_right
from functools import lru_cache


def index_of(text: str, line: int, column: int = 1) -> int:
    """How many characters stand before a place; all where the text has no such line."""
    starts = _starts(text)
    return min(starts[line - 1] + column - 1, len(text)) if line <= len(starts) else len(text)


def place_of(text: str, index: int) -> tuple[int, int]:
    """The line and column of a character, both counted from 1."""
    starts = _starts(text)
    line = bisect_right(starts, index)
    return line, index - starts[line - 1] + 1


@lru_cache(maxsize=16)
def _starts(text: str) -> tuple[int, ...]:
    starts, at = [0], text.find("\n") + 1
    while at:
        starts.append(at)
        at = text.find("\n", at) + 1
    return tuple(starts)
