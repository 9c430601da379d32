"""Fixes of what cannot be seen: tabs, hard spaces, letters without width, letters that were saved wrong."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from hefte.edits import Edit
from hefte.mending.sheet import Change, Sheet
from hefte.problem import Problem
from hefte.reading.decode import unseen
from hefte.reading.marks import list_marks

_WIDTHS = (2, 4, 8)
"""How wide a tab may have looked; where it matters how wide, nobody can tell what was meant."""

_LETTERS = frozenset("æøåÆØÅéèêëàáâäöüóòôÄÖÜÉ")
_PARTS_LINES = frozenset("\u2028\u2029\x0b\x0c")
_OF_WINDOWS: Mapping[str, str] = MappingProxyType(
    {"\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", "\x96": "–", "\x97": "—", "\x80": "€", "\x95": "•"}
)
"""What Windows writes with bytes that mean nothing elsewhere, where somebody has read them as Latin-1."""

_NOBODY_KNOWS = "\x85"
"""An ellipsis of Windows, or the end of a line on a large machine."""


def tabs(_problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """All tabs of the file at once: one in front of a line has the same width as all others there."""
    found = tuple(at for at, _ in unseen(sheet.text, "tab"))
    changes = (tuple(Edit(at, at + 1, _spaces(sheet.text, at, width)) for at in found) for width in _WIDTHS)
    yield from dict.fromkeys(changes)


def _spaces(text: str, at: int, width: int) -> str:
    line = text.rfind("\n", 0, at) + 1
    if not text[line:at].strip(" \t\xa0"):
        return " " * width
    end = text.find("\n", at)
    is_last = not text[at : end if end >= 0 else len(text)].strip()
    return "" if is_last else " "


def hyphens(_problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """All dashes and bullets before the items of lists at once; each is as wide as a hyphen."""
    yield tuple(Edit(at, at + 1, "-") for at in list_marks(sheet.text))


def invisible(_problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """Hard spaces where YAML wants one become spaces; all else that has no width goes."""
    spaces = tuple(Edit(at, at + 1, " ") for at, _ in unseen(sheet.text, "space"))
    others = tuple(
        Edit(at, at + 1, _seen(sheet.text, at, letter))
        for at, letter in unseen(sheet.text, "invisible")
        if letter not in _NOBODY_KNOWS
    )
    yield spaces + others


def _seen(text: str, at: int, letter: str) -> str:
    parts = letter in _PARTS_LINES and not text[at - 1 : at].isspace() and not text[at + 1 : at + 2].isspace()
    return " " if parts else _OF_WINDOWS.get(letter, "")


def broken(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """A letter of two characters that only one letter can have become; what is lost for good is left."""
    instead = str(problem.values["instead"])
    if instead in _LETTERS:
        start = sheet.spot(*problem.where[1:])
        yield (Edit(start, start + len(str(problem.values["value"])), instead),)
