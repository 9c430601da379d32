"""Rows of somebody's table as entries: each cell to its field, each cell without a field to a note, and none lost."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hefte.check.people import holds_birth_number, person_with_mobile
from hefte.edits import Value
from hefte.interchange.cells import NOTHING
from hefte.interchange.given import Given, Site, Told, not_understood
from hefte.interchange.heading_words import COMMENT, KIND, OMIT, ROW_ID
from hefte.interchange.headings import Column, Layout
from hefte.interchange.kinds_of_rows import kind_named
from hefte.interchange.organisers import is_organiser, organisation_given, organiser_told, with_known_place
from hefte.interchange.plain_words import one_line, plain_text
from hefte.interchange.reading_cells import JOINED, Found, read_cell
from hefte.interchange.row_fields import SCHEDULES, laid_together
from hefte.interchange.table import MOST_CHARACTERS, Line, place_of
from hefte.norwegian import slug
from hefte.problem import Problem, Rule, Where

DEFAULT_FOLDER = "aktiviteter"


class Rows(NamedTuple):
    """The entries of a table, and what is wrong with the rest."""

    given: tuple[Given, ...]
    problems: tuple[Problem, ...] = ()


class Cell(NamedTuple):
    """A cell that holds something, with its column and its place; `value` where it is a value of ours already."""

    column: Column
    text: str
    told: Told
    value: Value | None = None


class _Read(NamedTuple):
    """What is read of a row so far."""

    found: dict[str, Value]
    told: dict[str, Told]
    notes: dict[str, str]
    head: list[str]
    problems: list[Problem]


def rows_of(path: str, layout: Layout, site: Site, folder: str = "") -> Rows:
    """Read the rows below the headings; `folder` is the type of every row that does not say its own."""
    given: list[Given] = []
    problems: list[Problem] = []
    section = ""
    for line in layout.lines:
        cells = tuple(_cells(path, layout, line, problems))
        if len(cells) == 1 and slug(cells[0].text) in site.categories:
            section = site.categories[slug(cells[0].text)]
        elif cells and (total := _total(cells)):
            problems.append(total)
        elif cells:
            found = entry_of(cells, site, folder, section)
            problems += found.problems
            given += found.given
    return Rows(told_apart(given), tuple(problems))


_TOTAL = re.compile(
    r"(?:sum|totalt?|i alt|til ?sam(?:men|an)|samlet|samla)(?: (?:sum|antall?|tilbud|tilbod))?\W*", re.IGNORECASE
)


def _total(cells: tuple[Cell, ...]) -> Problem | None:
    """What is told of a row that adds up the others; a name that it has beside that word makes it an offer."""
    named = next((cell for cell in cells if cell.column.target == "tittel"), cells[0])
    if not _TOTAL.fullmatch(named.text):
        return None
    values = {"place": named.told.place, "value": one_line(named.text, 60)}
    return Problem(named.told.where, Rule.ROW_IS_A_TOTAL, values)


def _cells(path: str, layout: Layout, line: Line, problems: list[Problem]) -> Iterator[Cell]:
    """The cells that say something, without what nobody may know."""
    for column in layout.columns:
        text = line.cell(column.at)
        if column.target == OMIT or text.lower().strip() in NOTHING:
            continue
        place = place_of(layout.sheet.name, line.number, column.at)
        where = Where(path, line.number, column.at + 1)
        if holds_birth_number(text):
            problems.append(Problem(where, Rule.CELL_TELLS_A_BIRTH_NUMBER, {"place": place, "heading": column.heading}))
            continue
        if len(text) > MOST_CHARACTERS:
            sizes = {"place": place, "length": len(text), "limit": MOST_CHARACTERS}
            problems.append(Problem(where, Rule.CELL_TOO_LONG, sizes))
        text = text[:MOST_CHARACTERS]
        yield Cell(column, text, Told(where, place, column.heading, text))


def entry_of(cells: tuple[Cell, ...], site: Site, folder: str = "", section: str = "") -> Rows:
    """The entry that some cells tell of together, and the organisation that it names; none without a title."""
    first = cells[0].told
    if not any(cell.column.target == "tittel" and plain_text(cell.text) for cell in cells):
        told = {"place": first.place, "value": one_line(first.text, 60)}
        return Rows((), (Problem(first.where, Rule.ROW_WITHOUT_TITLE, told),))
    said = next((kind_named(cell.text) for cell in cells if cell.column.target == KIND), "")
    read = _Read({}, {}, {}, [], [])
    for cell in cells:
        if cell.column.target not in (KIND, ROW_ID):
            _take(cell, read, site, said or folder or DEFAULT_FOLDER)
    # A day of the calendar and no day of the week is something that happens once.
    is_event = "start" in read.found and not (said or folder)
    folder = "arrangementer" if is_event else said or folder or DEFAULT_FOLDER
    return _given(cells, read, site, folder, section)


def _take(cell: Cell, read: _Read, site: Site, folder: str) -> None:
    """Put what a cell says where it belongs; what cannot be read stands beside its field, as it was written."""
    target = cell.column.target
    outer = target.partition(".")[0]
    if target == COMMENT:
        read.head.append(_comment(cell))
        return
    if cell.value is None:
        found = read_cell(cell.text, target, folder, site, cell.column.heading)
    else:
        found = Found({target: cell.value})
    if found.values is None:
        if not found.has_no_field:
            read.problems.append(not_understood(cell.told, target))
            read.notes.setdefault(outer, _note(cell, site))
        read.head.append(_comment(cell))
        return
    if outer == "påmelding" and (person := person_with_mobile(cell.text)):
        read.problems.append(Problem(cell.told.where, Rule.PERSON_IN_TEXT, {"value": person}))
    if not (_put(found.values, cell, read) and found.is_whole):
        read.head.append(_comment(cell))


def _put(values: Mapping[str, Value], cell: Cell, read: _Read) -> bool:
    """Lay values to those of other cells; False where one of them had its place taken by another value."""
    is_free = True
    for path, value in values.items():
        there = read.found.get(path)
        if there is None or there == value:
            read.found[path] = value
        elif path in JOINED and isinstance(there, str) and isinstance(value, str):
            read.found[path] = f"{there}\n\n{value}"
        elif isinstance(there, list) and isinstance(value, list):
            read.found[path] = [*there, *(one for one in value if one not in there)]
        else:
            is_free = False
        read.told.setdefault(path.partition(".")[0], cell.told)
    return is_free


def _comment(cell: Cell) -> str:
    return f"{cell.column.heading}: {one_line(cell.text, 1000)}"


def _given(cells: tuple[Cell, ...], read: _Read, site: Site, folder: str, section: str) -> Rows:
    """The entry, and the organisation that it names where nobody knows that yet."""
    _look_at_organiser(cells, read, site)
    organiser = str(read.found.get("arrangør", ""))
    organisation = organisation_given(read.found, read.told, site)
    laid = laid_together(read.found, folder)
    fields = {**_needed(site, section), **with_known_place(laid.fields, site)}
    derived = frozenset((*(key for key in _needed(site, section) if key not in laid.fields), *laid.derived))
    named = {SCHEDULES.get(folder, "") if key == "når" else key: note for key, note in read.notes.items()}
    notes = {key: note for key, note in named.items() if key not in ("", "start", "slutt", *fields)}
    if "ingress" in derived:
        notes["ingress"] = site.words.say("import.note.line")
    left = [_comment(cell) for cell in cells if cell.column.target in laid.left]
    number = next((cell.text for cell in cells if cell.column.target == ROW_ID), "")
    given = Given(
        folder,
        f"{slug(site.source)}/{one_line(number, 80) or _name(str(fields['tittel']), organiser)}",
        cells[0].told.where,
        cells[0].told.place,
        fields,
        {SCHEDULES.get(folder, key) if key == "når" else key: told for key, told in read.told.items()},
        notes,
        tuple(dict.fromkeys((*read.head, *left))),
        derived,
    )
    return Rows((*organisation, given), tuple(read.problems))


def _look_at_organiser(cells: tuple[Cell, ...], read: _Read, site: Site) -> None:
    """A person is no organisation, and stands as a remark."""
    read.problems.extend(organiser_told(read.found, read.told, site))
    if "arrangør" in read.told and "arrangør" not in read.found:
        for cell in (cell for cell in cells if cell.column.target == "arrangør"):
            read.notes.setdefault("arrangør", _note(cell, site))
            read.head.append(_comment(cell))


def _note(cell: Cell, site: Site) -> str:
    return site.words.say("import.note.said", heading=cell.column.heading, value=one_line(cell.text))


def _needed(site: Site, section: str) -> Mapping[str, Value]:
    """What every entry has, where its row does not say."""
    return {"kategorier": [section or next(iter(site.categories.values()))], "kommune": site.municipality}


def _name(title: str, organiser: str) -> str:
    """A row without a number of its own is known by its title, and by who stands behind it."""
    return ".".join(filter(None, (slug(title)[:80], slug(organiser)[:40])))


def told_apart(given: Iterable[Given]) -> tuple[Given, ...]:
    """The entries of one source, each with a number of its own; an organisation that it tells of is not made twice."""
    whole = tuple(given)
    told = {slug(one.title) for one in whole if one.folder == "organisasjoner" and not is_organiser(one)}
    named = (one for one in whole if not (is_organiser(one) and slug(one.title) in told))
    return tuple(_with_own_numbers(_once(named)))


def _once(given: Iterable[Given]) -> Iterator[Given]:
    """An organisation that many rows name is one entry."""
    told: set[str] = set()
    for one in given:
        if not is_organiser(one) or one.uid not in told:
            yield one
        told.add(one.uid)


def _with_own_numbers(given: Iterable[Given]) -> Iterator[Given]:
    """Two rows of the same name are two entries, the second with a number behind."""
    counted: Counter[str] = Counter()
    for one in given:
        counted[one.uid] += 1
        yield one if counted[one.uid] == 1 else one._replace(uid=f"{one.uid}-{counted[one.uid]}")
