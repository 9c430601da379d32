"""Take a table in: find its sheet and its headings, show which column is which field, and read its rows."""

from hefte.doors.sources import Came, Source
from hefte.doors.taking_in import read_from
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.interchange.heading_words import vocabulary
from hefte.interchange.headings import Layout, as_said, layouts
from hefte.interchange.mapping_file import Chosen, UnknownFieldError, mapping_text, read_mapping
from hefte.interchange.numbering import of_sheet
from hefte.interchange.shown import columns_shown
from hefte.interchange.spreadsheet import Workbook, read_workbook
from hefte.interchange.table_rows import rows_of
from hefte.problem import Problem, Rule, Where


def read_table(came: Came) -> Source:
    """Read the table, and tell how it is read."""
    book = read_workbook(came.path, came.data)
    if not book.sheets:
        return Source((), book.problems, came.site)
    chosen = chosen_columns(came)
    named = chosen.sheet or came.options.sheet
    offered = tuple(sheet for sheet in book.sheets if not sheet.is_hidden or sheet.name == named)
    book = book._replace(sheets=offered)
    found = layouts(offered, vocabulary(came.site.languages))
    layout = _wanted(found, book, named)
    if layout is None:
        names = ", ".join(sheet.name for sheet in book.sheets if sheet.name)
        return Source(
            (), (*book.problems, Problem(Where(came.path), Rule.TABLE_WITHOUT_HEADINGS, {"sheets": names})), came.site
        )
    layout = as_said(layout, chosen.columns)
    site = came.site._replace(source=chosen.source or came.site.source)
    _tell(layout, book, len(found), came)
    propose_mapping(layout, site.source, came)
    rows = rows_of(came.path, layout, site, came.options.type)
    given = tuple(of_sheet(rows.given, site.source, layout.sheet.name))
    return Source(given, (*book.problems, *rows.problems), site, layout.sheet.name, len(offered) == 1)


def _wanted(found: tuple[Layout, ...], book: Workbook, name: str) -> Layout | None:
    """The sheet that was asked for, or the one whose headings are understood best."""
    if not name:
        return found[0] if found else None
    names = [sheet.name for sheet in book.sheets]
    if name not in names:
        raise Trouble("import-no-such-sheet", code=Exit.WRONG_USE, value=name, choices=", ".join(names))
    return next((layout for layout in found if layout.sheet.name == name), None)


def chosen_columns(came: Came) -> Chosen:
    """What the file of columns says, where there is one."""
    file = came.options.mapping
    if file is None or not file.is_file():
        return Chosen()
    try:
        return read_mapping(read_from(file).decode("utf-8-sig", errors="replace"))
    except UnknownFieldError as error:
        heading, value, near = error.args
        raise Trouble(
            "import-unknown-field", code=Exit.WRONG_USE, path=str(file), heading=heading, value=value, near=near
        ) from None
    except ValueError:
        raise Trouble("import-bad-mapping", code=Exit.WRONG_USE, path=str(file)) from None


def propose_mapping(layout: Layout, source: str, came: Came) -> None:
    """Write the file of columns that was asked for and is not there."""
    file = came.options.mapping
    if file is not None and not file.exists():
        with machine_trouble(file):
            file.write_text(mapping_text(layout, source, came.site.words), encoding="utf-8", newline="\n")
        came.console.say("import-mapping-written", path=file)


def _tell(layout: Layout, book: Workbook, fitting: int, came: Came) -> None:
    say = came.console.words.say
    named = say("import.sheet", sheet=layout.sheet.name) if layout.sheet.name else book.form
    told = {"file": came.path, "sheet": named, "row": layout.heading_row, "rows": len(layout.lines)}
    came.console.write(say("import.table", **told))
    if layout.sheet.is_hidden:
        came.console.remark("import-hidden-sheet", sheet=layout.sheet.name)
    if fitting > 1:
        came.console.remark("import-other-sheets", number=fitting - 1)
    came.console.write("")
    for line in columns_shown(layout, came.console.words):
        came.console.write(line)
    came.console.write("")
