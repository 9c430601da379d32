"""Which field each column of somebody's table is: by its heading, else by what stands in it; and how sure that is."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz import fuzz, process

from hefte.interchange.heading_words import COMMENT, KIND, OMIT, ROW_ID, may_be_private, plain_heading
from hefte.interchange.kinds_of_rows import kind_named
from hefte.interchange.table import Line, Sheet

LOOKED_THROUGH = 10
"""The headings stand in one of so many rows that hold something."""

NEAR_ENOUGH = 88
_SAMPLE = 40


class Sure(StrEnum):
    """How sure it is that a column is a field."""

    SAID = "said"
    SURE = "sure"
    LIKELY = "likely"
    NONE = "none"
    PRIVATE = "private"


class Column(NamedTuple):
    """A column: its place counted from 0, its heading, the field it is, how sure that is, and its first value."""

    at: int
    heading: str
    target: str
    sure: Sure
    first: str


class Layout(NamedTuple):
    """How a sheet is read: the number of the row with its headings, its columns, and the rows below."""

    sheet: Sheet
    heading_row: int
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @property
    def score(self) -> float:
        """How much of it is understood; a title counts most, for a row without one is no entry."""
        weights = {Sure.SAID: 2.0, Sure.SURE: 2.0, Sure.LIKELY: 1.0, Sure.NONE: 0.0, Sure.PRIVATE: 0.0}
        named = sum(weights[column.sure] for column in self.columns)
        return (named + 3 * any(column.target == "tittel" for column in self.columns)) if self.lines else 0.0


def layouts(sheets: Iterable[Sheet], vocabulary: Mapping[str, str]) -> tuple[Layout, ...]:
    """The best layout of each sheet that has headings, the one that is understood best first."""
    found = (max(_readings(sheet, vocabulary), key=lambda one: one.score, default=None) for sheet in sheets)
    return tuple(sorted((one for one in found if one and one.score >= 3), key=lambda one: -one.score))


def _readings(sheet: Sheet, vocabulary: Mapping[str, str]) -> Iterator[Layout]:
    for at, line in enumerate(sheet.lines[:LOOKED_THROUGH]):
        below = sheet.lines[at + 1 :]
        # The first of two rows that are understood alike holds the headings: the other is what stands below them.
        yield Layout(sheet, line.number, columns_of(line, below, vocabulary), below)


def columns_of(line: Line, below: Sequence[Line], vocabulary: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns below a row of headings; one without a heading and without a value is none."""
    return tuple(_columns(line, below, vocabulary))


def _columns(line: Line, below: Sequence[Line], vocabulary: Mapping[str, str]) -> Iterator[Column]:
    width = max((len(one.cells) for one in (line, *below[:_SAMPLE])), default=0)
    told: set[str] = set()
    for index in range(width):
        heading = " ".join(line.cell(index).split())
        values = [one.cell(index) for one in below if one.cell(index)]
        if heading or values:
            target, sure = meant(heading, values, vocabulary)
            unique = _unique(heading or "?", told)
            yield Column(index, unique, target, sure, values[0] if values else "")


def _unique(heading: str, told: set[str]) -> str:
    """Two columns never have the same name, so that each can be named in a file."""
    name, number = heading[:80], 1
    while name in told:
        number += 1
        name = f"{heading[:80]} ({number})"
    told.add(name)
    return name


def meant(heading: str, values: Sequence[str], vocabulary: Mapping[str, str]) -> tuple[str, Sure]:
    """The field that a heading means, set right by what stands below it; what may be about people is left out."""
    if may_be_private(heading):
        return OMIT, Sure.PRIVATE
    for word in (plain_heading(heading), plain_heading(re.sub(r"\(.*?\)", "", heading))):
        if word in vocabulary:
            return _set_right(vocabulary[word], Sure.SURE, values)
    word = plain_heading(heading)
    near = (
        process.extractOne(word, vocabulary.keys(), scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
        if len(word) > 4
        else None
    )
    if near:
        return _set_right(vocabulary[near[0]], Sure.LIKELY, values)
    return next(((target, Sure.LIKELY) for target, looks in _LOOKS if _mostly(values, looks)), (COMMENT, Sure.NONE))


def _set_right(target: str, sure: Sure, values: Sequence[str]) -> tuple[str, Sure]:
    """`Fra` over days is a day and not an hour; `Type` that names no type of ours is a category."""
    if target in _DAYS_OF and _mostly(values, _is_day):
        return _DAYS_OF[target], Sure.LIKELY
    if target == KIND and not _mostly(values, lambda text: bool(kind_named(text))):
        return "kategorier", Sure.LIKELY
    if target == "start" and _mostly(values, lambda text: not re.search(r"\d", text)):
        return "når", Sure.LIKELY
    if target == ROW_ID and len(set(values)) < len(values):
        return COMMENT, Sure.LIKELY
    return target, sure


_DAYS_OF = {"når.fra_kl": "når.fra", "når.til_kl": "når.til"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}")


def _is_day(text: str) -> bool:
    return bool(_DAY.match(text)) or (text.isdecimal() and 36_526 <= int(text) <= 73_050)


def _mostly(values: Sequence[str], looks: Callable[[str], bool]) -> bool:
    """Whether two of three values look like it; of none nothing is known."""
    sample = values[:_SAMPLE]
    return bool(sample) and sum(map(looks, sample)) * 3 >= len(sample) * 2


_LOOKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("kontakt.epost", lambda text: bool(re.fullmatch(r"(?:mailto:)?[^@\s]+@[^@\s]+\.\w{2,}", text))),
    ("kontakt.nett", lambda text: bool(re.match(r"(?:https?://|www\.)\S+$", text))),
    ("kontakt.tlf", lambda text: bool(re.fullmatch(r"(?:\+47|0047)?\s*[2-9]\d(?:\s?\d){6}", text))),
)
"""What can be told without a heading."""


def as_said(layout: Layout, said: Mapping[str, str]) -> Layout:
    """The layout with the columns that somebody has named herself; a heading that is not there says nothing."""
    columns = (
        column._replace(target=said[column.heading], sure=Sure.SAID)
        if said.get(column.heading, column.target) != column.target
        else column
        for column in layout.columns
    )
    return layout._replace(columns=tuple(columns))
