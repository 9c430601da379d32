"""Workbooks (.xlsx, .xls, .ods) through calamine, as rows of text: numbers without `.0`, dates as ISO has them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import NamedTuple

from python_calamine import CalamineSheet, SheetVisibleEnum, load_workbook

from hefte.interchange.delimited import read_delimited
from hefte.interchange.packed import (
    EXCEL,
    LARGEST_BYTES,
    OLE,
    OPEN_SHEET,
    WORD,
    ZIP,
    empty_or_pdf,
    locked_or_old,
    unpacked,
)
from hefte.interchange.table import MOST_COLUMNS, MOST_ROWS, Line, Sheet
from hefte.problem import Problem, Rule, Where

MOST_SHEETS = 30

Value = str | float | bool | date | datetime | time | timedelta


class Workbook(NamedTuple):
    """What a file holds: its sheets with something in them, how it is written, and what is wrong with it."""

    sheets: tuple[Sheet, ...] = ()
    form: str = ""
    problems: tuple[Problem, ...] = ()


def read_workbook(path: str, data: bytes) -> Workbook:
    """Read a table of any kind by what it holds, whatever its name ends in; `path` names it in the problems."""
    if len(data) > LARGEST_BYTES:
        return _refused(path, Rule.IMPORT_TOO_LARGE, size=len(data), limit=LARGEST_BYTES)
    if nothing := empty_or_pdf(path, data):
        return Workbook(problems=(nothing,))
    if data.startswith(OLE):
        refused = locked_or_old(path, data)
        return Workbook(problems=(refused,)) if refused else _with_calamine(path, data)
    if data.startswith(ZIP):
        return _of_pack(path, data)
    return _of_text(path, data)


def _of_pack(path: str, data: bytes) -> Workbook:
    packed = unpacked(path, data)
    if isinstance(packed, Problem):
        return Workbook(problems=(packed,))
    if packed.kind not in (EXCEL, OPEN_SHEET):
        instead = packed.kind if packed.kind in (WORD, "hsds") else "tabell"
        return _refused(path, Rule.IMPORT_IS_ANOTHER_KIND, kind=instead)
    return _with_calamine(path, packed.data)


def _of_text(path: str, data: bytes) -> Workbook:
    try:
        found = read_delimited(data)
    except ValueError:
        return _refused(path, Rule.IMPORT_BROKEN)
    named = {"\t": "tab"}.get(found.delimiter, found.delimiter)
    return _whole(path, (found.sheet,), f"CSV, {found.coding}, «{named}»")


def _with_calamine(path: str, data: bytes) -> Workbook:
    """Let calamine read; a panic of its Rust is no Exception, and a broken file is no reason to die of one."""
    try:
        book = load_workbook(BytesIO(data))
        known = book.sheets_metadata[:MOST_SHEETS]
        sheets = tuple(
            Sheet(one.name, tuple(_lines(book.get_sheet_by_name(one.name))), one.visible != SheetVisibleEnum.Visible)
            for one in known
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001
        return _refused(path, Rule.IMPORT_BROKEN)
    return _whole(path, sheets, "")


def _lines(sheet: CalamineSheet) -> Iterator[Line]:
    """The rows that hold something; what is merged downwards holds for each of its rows."""
    rows: list[list[Value]] = sheet.to_python(skip_empty_area=False, nrows=2 * MOST_ROWS)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            row[left] = rows[top][left]
    for number, row in enumerate(rows, 1):
        cells = tuple(text_of(value) for value in row[:MOST_COLUMNS])
        if any(cells):
            yield Line(number, cells)


def text_of(value: Value) -> str:
    """A cell as an editor would write it: `69306000`, `2026-10-14`, `18:30`, `ja`."""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(round(value, 8))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, timedelta):
        return f"{value // timedelta(hours=1):02}:{value // timedelta(minutes=1) % 60:02}"
    return value.strftime("%H:%M") if isinstance(value, time) else str(value).strip()


def _whole(path: str, sheets: Sequence[Sheet], form: str) -> Workbook:
    """The sheets that hold something, each no longer than may be."""
    full = [sheet for sheet in sheets if sheet.lines]
    if not full:
        return _refused(path, Rule.TABLE_WITHOUT_HEADINGS, sheets="")
    problems = (
        Problem(
            Where(path, sheet.lines[MOST_ROWS].number), Rule.TABLE_TOO_LONG, {"limit": MOST_ROWS, "sheet": sheet.name}
        )
        for sheet in full
        if len(sheet.lines) > MOST_ROWS
    )
    return Workbook(tuple(sheet._replace(lines=sheet.lines[:MOST_ROWS]) for sheet in full), form, tuple(problems))


def _refused(path: str, rule: Rule, **values: object) -> Workbook:
    return Workbook(problems=(Problem(Where(path), rule, values),))
