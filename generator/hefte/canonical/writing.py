"""Data as YAML, byte for byte as the `yaml` package of npm writes it for the form: every text within double quotes."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from hefte.positions import Location
from hefte.reading.events import Data

_STEP = "  "
_LONG = 40
"""Texts shorter than this keep their line breaks as `\\n`: `doubleQuotedMinMultiLineLength` of the package."""

_PLAIN_KEY = re.compile(r"[A-Za-zÆØÅæøå_][\wÆØÅæøå-]*")
_PIECE = re.compile(r"\\u[0-9a-f]{4}|\\.|[^\\]")
_BREAK = r"\n"
_CONTROL = {r"\u0000": r"\0", r"\u0007": r"\a", r"\u000b": r"\v", r"\u001b": r"\e"}


class Line(NamedTuple):
    """A line of a file, or a text over several; `starts` are the places of the fields and rows that begin on it."""

    text: str
    starts: tuple[Location, ...] = ()


def written(data: Data) -> str:
    """The text of a file."""
    return "".join(f"{line.text}\n" for line in lines_of(data))


def lines_of(data: Data, indent: str = "", at: Location = ()) -> Iterator[Line]:
    """The lines of a group, a list or a value that stands by itself; `at` is its place in the file."""
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from _labelled(f"{indent}{_key(key)}:", value, indent, (*at, key))
    elif isinstance(data, list) and data:
        for index, row in enumerate(data):
            yield from _row(row, indent, (*at, index))
    else:
        yield Line(f"{indent}{_flat(data, indent)}")


def _labelled(label: str, value: Data, indent: str, at: Location) -> Iterator[Line]:
    if isinstance(value, dict | list) and value:
        yield Line(label, (at,))
        yield from lines_of(value, indent + _STEP, at)
    else:
        yield Line(f"{label} {_flat(value, indent + _STEP)}", (at,))


def _row(row: Data, indent: str, at: Location) -> Iterator[Line]:
    first, *rest = lines_of(row, indent + _STEP, at)
    yield Line(f"{indent}- {first.text[len(indent) + len(_STEP) :]}", (at, *first.starts))
    yield from rest


def _flat(value: Data, indent: str) -> str:
    if isinstance(value, str):
        return quoted(value, indent)
    return "null" if value is None else "[]" if value == [] else "{}"


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else quoted(key, "", implicit=True)


def quoted(text: str, indent: str, *, implicit: bool = False) -> str:
    """A text within double quotes; a long one has its line breaks as empty lines."""
    said = json.dumps(text, ensure_ascii=False)
    if "\\" not in said:
        return said
    pieces = _PIECE.findall(said[1:-1])
    breaks = not implicit and len(said) >= _LONG
    return f'"{"".join(_pieces(pieces, indent if breaks else None))}"'


def _pieces(pieces: list[str], indent: str | None) -> Iterator[str]:
    """Each piece as it is written; where breaks are lines, `indent` is what the next line begins with."""
    last = len(pieces) - 1
    in_break = False
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at < last else ""
        if piece == _BREAK and indent is not None and at < last:
            yield "\n" if in_break else "\n\n"
            in_break = following == _BREAK and at + 1 < last
            if not in_break:
                yield indent + ("\\" if following == " " else "")
        else:
            yield "\\ " if piece == " " and following == _BREAK else _escaped(piece)


def _escaped(piece: str) -> str:
    """A control character in YAML's own way."""
    if not piece.startswith(r"\u00"):
        return piece
    return _CONTROL.get(piece, rf"\x{piece[4:]}")
