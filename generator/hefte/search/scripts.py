"""The index as scripts that also work from a file: one, or for many entries the words and blocks on demand."""

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from hefte.search.index import Line

ENTRIES_IN_ONE = 1_000
"""Up to here a language has one file; above, the lists of entries come in blocks."""

BLOCKS = 32


class Scripts(NamedTuple):
    """What is sent first, and the blocks that are asked for by their number; none where all is in the first."""

    first: str
    blocks: tuple[str, ...]


def scripts(lines: Sequence[Line], synonyms: Sequence[str], rows: int) -> Scripts:
    """The index of a language for so many rows."""
    words = ";".join(line.words for line in lines)
    head = {"rows": rows, "synonyms": ";".join(synonyms), "words": words}
    if rows <= ENTRIES_IN_ONE:
        entries = ";".join(line.entries for line in lines)
        return Scripts(call("hefteSearchData", {**head, "entries": entries}), ())
    cuts = tuple(_cuts(lines))
    parts = (lines[start:end] for start, end in zip(cuts, (*cuts[1:], len(lines)), strict=True))
    blocks = tuple(_block(number, part) for number, part in enumerate(parts))
    return Scripts(call("hefteSearchData", {**head, "cuts": list(cuts)}), blocks)


def _block(number: int, lines: Sequence[Line]) -> str:
    return call("hefteSearchBlock", {"number": number, "entries": ";".join(line.entries for line in lines)})


def _cuts(lines: Sequence[Line]) -> Iterator[int]:
    """Where each block begins, so that all are about as long; always as many, some of them empty."""
    sums = tuple(accumulate(len(line.entries) + 1 for line in lines))
    total, at = (sums[-1] if sums else 0), 0
    for number in range(BLOCKS):
        while at < len(sums) and number and sums[at] * BLOCKS <= total * number:
            at += 1
        yield at


def trimmed(row: list[object]) -> list[object]:
    """The row without what stands empty at its end."""
    while row and not row[-1]:
        row.pop()
    return row


def call(function: str, value: object) -> str:
    """A script that hands a value to a function of the page, if the page has it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    safe = text.replace("\u2028", " ").replace("\u2029", " ")
    return f"window.{function}&&{function}({safe});\n"
