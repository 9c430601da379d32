"""A table as rows of text, wherever it comes from: sheets, the row that holds the headings, and the rows below it."""

from typing import NamedTuple

MOST_ROWS = 5_000
MOST_COLUMNS = 200
MOST_CHARACTERS = 5_000
"""In one cell."""


class Line(NamedTuple):
    """A row that holds something: its number in the file, counted from 1, and its cells as text without blanks."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """A cell; empty where the row ends before it."""
        return self.cells[index] if index < len(self.cells) else ""


class Sheet(NamedTuple):
    """A sheet of a workbook by its name; a table of text has one without a name."""

    name: str
    lines: tuple[Line, ...]
    is_hidden: bool = False


def letters_of(index: int) -> str:
    """The name of a column as spreadsheets write it, counted from 0: A, B, … Z, AA."""
    name = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def place_of(sheet: str, line: int, index: int) -> str:
    """A cell as people find it: `C7`, or `Ark1!C7` in a workbook."""
    return f"{sheet}!{letters_of(index)}{line}" if sheet else f"{letters_of(index)}{line}"
