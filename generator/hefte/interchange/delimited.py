"""Tables as text (CSV): how the letters are coded and what stands between the cells is found out, and told."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from hefte.interchange.table import MOST_CHARACTERS, MOST_ROWS, Line, Sheet

DELIMITERS = (";", ",", "\t", "|")
_LOOKED_AT = 30
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Delimited(NamedTuple):
    """A table of text, the sign between its cells, and how its letters are coded."""

    sheet: Sheet
    delimiter: str
    coding: str


def read_delimited(data: bytes) -> Delimited:
    """Read a table; raise ValueError where it is no text."""
    text, coding = decoded(data)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        # Excel's own way to say what stands between the cells; the line stays, so that line numbers are true.
        delimiter, text = first.strip()[4], f"\n{rest}"
    else:
        delimiter = _delimiter(text)
    return Delimited(Sheet("", tuple(_lines(text, delimiter))), delimiter, coding)


def decoded(data: bytes) -> tuple[str, str]:
    """The text and its coding: UTF-8 or UTF-16 where it is that, else that of Windows in Western Europe."""
    for mark, coding in _UTF16.items():
        if data.startswith(mark):
            return data[2:].decode(coding, errors="replace"), "UTF-16"
    for coding, zeros in (("utf-16-le", data[1:200:2]), ("utf-16-be", data[:200:2])):
        if len(zeros) > 3 and zeros.count(0) * 4 > len(zeros) * 3:
            return data.decode(coding, errors="replace"), "UTF-16"
    if b"\0" in data[:4096]:
        raise ValueError(data[:8])
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "Windows-1252"


def _delimiter(text: str) -> str:
    """The sign that parts most lines into equally many cells, and into several."""
    return max(DELIMITERS, key=lambda sign: (_evenness(text, sign), -DELIMITERS.index(sign)))


def _evenness(text: str, delimiter: str) -> int:
    counted: Counter[int] = Counter()
    for line, _ in zip(_lines(text, delimiter), range(_LOOKED_AT), strict=False):
        counted[len(line.cells)] += 1
    return max((width * times for width, times in counted.items() if width > 1), default=0)


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    """The lines that hold something, each with its number in the file; one row more than may be, so that it is told."""
    reader = csv.reader(StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    begun = 1
    for number, cells in enumerate(_cells_of(reader)):
        if number > 2 * MOST_ROWS:
            return
        if any(cell.strip() for cell in cells):
            yield Line(begun, tuple(cell.strip() for cell in cells))
        begun = reader.line_num + 1


def _cells_of(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """Rows until the file ends; what no program could have written as a table ends it."""
    csv.field_size_limit(max(MOST_CHARACTERS * 10, 131_072))
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue
