"""A draft of an entry as the text of its file: what is known, «ukjent» for what is not, and notes to its editor."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hefte.edits import Value, flow
from hefte.model.kinds import UNKNOWN
from hefte.problem import Problem
from hefte.track import Track


class Row(NamedTuple):
    """One field: its key, its value, and what its editor should know; `notes` stand above the value's own rows."""

    key: str
    value: Value
    note: str = ""
    notes: tuple[str, ...] = ()


class Draft(NamedTuple):
    """A walk to be: the name of its file, its fields in order, its track, and what is said at the head of the file."""

    id: str
    rows: tuple[Row, ...]
    track: Track | None = None
    head: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title that the draft has."""
        return next((row.value for row in self.rows if row.key == "tittel" and isinstance(row.value, str)), self.id)


class Found(NamedTuple):
    """The drafts, what is wrong in the file, and how many ways were too short for a walk."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...] = ()
    too_short: int = 0


def unknown(keys: Iterable[str]) -> dict[str, Value]:
    """Say of so many keys that nobody knows."""
    return dict.fromkeys(keys, UNKNOWN)


def text_of(draft: Draft) -> str:
    """The whole file."""
    lines = [*(_comment(line) for line in draft.head), *(line for row in draft.rows for line in _lines(row))]
    return "".join(f"{line}\n" for line in lines)


def _lines(row: Row) -> Iterator[str]:
    note = f"  {_comment(row.note)}" if row.note else ""
    if _is_list(row.value) and row.value and not all(isinstance(part, str) for part in row.value):
        yield f"{row.key}:{note}"
        for number, part in enumerate(row.value):
            if number < len(row.notes) and row.notes[number]:
                yield f"  {_comment(row.notes[number])}"
            yield f"  - {flow(part)}"
    elif isinstance(row.value, str) and _reads_as_lines(row.value):
        yield f"{row.key}: |{note}"
        yield from (f"  {line}".rstrip() for line in row.value.split("\n"))
    else:
        yield f"{row.key}: {flow(row.value)}{note}"


def _reads_as_lines(text: str) -> bool:
    """Whether a text of several lines can stand as they are, which is how an editor would write it."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and all(line.isprintable() and line == line.strip() for line in lines)
        and bool(lines[0] and lines[-1])
    )


def _is_list(value: Value) -> bool:
    return not isinstance(value, str | Mapping)


def _comment(text: str) -> str:
    """A comment on one line, whatever another program put into the words."""
    return f"# {' '.join(''.join(letter if letter.isprintable() else ' ' for letter in text).split())}"
