"""What may be opened of other programs' files: not what is locked, too large, or unpacks to more than a machine holds.

A spreadsheet or a document of today is a zip. Its parts are unpacked once, each no longer than the list of contents
says, and packed anew without pressing: whoever reads them afterwards never meets more than was counted here.
"""

import re
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from hefte.problem import Problem, Rule, Where

LARGEST_BYTES = 20_000_000
LARGEST_UNPACKED = 80_000_000
MOST_PARTS = 5_000
MOST_CELLS = 3_000_000
"""A sheet is laid out whole, from its first cell to its last: 200 columns times 15,000 rows."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
EXCEL, OPEN_SHEET, WORD, HSDS = "excel", "opendocument", "word", "hsds"

_TEXTS = (".xml", ".rels", ".csv", ".json", ".txt", "mimetype")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_KINDS = (
    ("xl/workbook.xml", EXCEL),
    ("word/document.xml", WORD),
    ("content.xml", OPEN_SHEET),
    ("datapackage.json", HSDS),
    ("services.csv", HSDS),
    ("organizations.csv", HSDS),
)
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*(?<!/)>')
_REPEATED = re.compile(rb"<table:table-(row|cell)\b([^>]*?)(/?)>")
_TIMES = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]+)"')
_FAR = 2_000
"""So many times a cell that holds something may be repeated."""


class Packed(NamedTuple):
    """A zip that can be trusted: what kind of file it is, its bytes without pressing, and the names of its parts."""

    kind: str
    data: bytes
    names: tuple[str, ...] = ()


def empty_or_pdf(path: str, data: bytes) -> Problem | None:
    """Why a file holds nothing that can be read as rows or headings: it is empty, or a PDF."""
    if not data.strip():
        return Problem(Where(path), Rule.IMPORT_IS_EMPTY)
    return Problem(Where(path), Rule.IMPORT_IS_PDF) if data[:1024].lstrip().startswith(b"%PDF-") else None


def locked_or_old(path: str, data: bytes) -> Problem | None:
    """Why a file in the form of Office 97 is not read: it is locked with a password, or an old document of Word."""
    if _LOCKED in data:
        return Problem(Where(path), Rule.IMPORT_LOCKED)
    return Problem(Where(path), Rule.IMPORT_OLD_WORD) if _OLD_WORD in data else None


def unpacked(path: str, data: bytes) -> Packed | Problem:
    """The parts that hold text, or why the file is not read; macros and pictures are there, but empty."""
    where = Where(path)
    try:
        with ZipFile(BytesIO(data)) as pack:
            parts = pack.infolist()
            if any(part.flag_bits & 1 for part in parts):
                return Problem(where, Rule.IMPORT_LOCKED)
            texts = [part for part in parts if _is_text(part)]
            if len(parts) > MOST_PARTS or sum(part.file_size for part in texts) > LARGEST_UNPACKED:
                return Problem(where, Rule.IMPORT_UNPACKS_TOO_LARGE, {"limit": LARGEST_UNPACKED // 1_000_000})
            found = [(part.filename, pack.read(part) if _is_text(part) else b"") for part in parts]
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError):
        return Problem(where, Rule.IMPORT_BROKEN)
    return _trusted(where, found)


def _is_text(part: ZipInfo) -> bool:
    return part.filename.lower().endswith(_TEXTS)


def _trusted(where: Where, found: list[tuple[str, bytes]]) -> Packed | Problem:
    names = {name for name, _ in found}
    kind = next((kind for name, kind in _KINDS if any(one.endswith(name) for one in names)), "")
    if any(b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content for _, content in found):
        return Problem(where, Rule.IMPORT_BROKEN)
    if kind == OPEN_SHEET and any(b"manifest:encryption-data" in content for _, content in found):
        return Problem(where, Rule.IMPORT_LOCKED)
    cells = max((_cells(name, content) for name, content in found), default=0)
    if cells > MOST_CELLS:
        return Problem(where, Rule.TABLE_TOO_WIDE, {"number": cells, "limit": MOST_CELLS})
    return Packed(kind, _packed_anew(found), tuple(sorted(names)))


def _cells(name: str, content: bytes) -> int:
    """How many cells a sheet would be laid out in."""
    if name.startswith("xl/worksheets/"):
        places = {(column, row) for column, row in _CELL.findall(content)}
        return _span(_number(column) for column, _ in places) * _span(int(row) for _, row in places)
    if name == "content.xml":
        return MOST_CELLS + 1 if any(_is_far(found) for found in _REPEATED.finditer(content)) else 0
    return 0


def _span(numbers: Iterable[int]) -> int:
    known = set(numbers)
    return max(known) - min(known) + 1 if known else 0


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _is_far(found: re.Match[bytes]) -> bool:
    """Whether something that holds a value is repeated thousands of times; empty cells at the end often are."""
    times = _TIMES.search(found[2])
    holds = b"office:value-type" in found[2] if found[1] == b"cell" else _row_holds(found)
    return bool(times and int(times[1][:12]) > _FAR and holds)


def _row_holds(found: re.Match[bytes]) -> bool:
    end = found.string.find(b"</table:table-row>", found.end())
    return not found[3] and b"office:value-type" in found.string[found.end() : end]


def _packed_anew(found: Iterable[tuple[str, bytes]]) -> bytes:
    into = BytesIO()
    with ZipFile(into, "w", ZIP_STORED) as pack:
        for name, content in found:
            pack.writestr(ZipInfo(name), content)
    return into.getvalue()
