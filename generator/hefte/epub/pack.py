"""A book as one file: a ZIP whose first member says what it is, with no clock and no machine in it."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from hefte.source import File

_MIMETYPE = "application/epub+zip"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can tell."""

_UNIX, _READABLE = 3, 0o644 << 16
_SMALL_ALREADY = (".png", ".woff2")


def pack(files: Iterable[File]) -> bytes:
    """Pack the files in the order in which they come, after `mimetype` (OCF 3.3)."""
    packed = BytesIO()
    with ZipFile(packed, "w") as book:
        book.writestr(_member("mimetype", ZIP_STORED), _MIMETYPE)
        for path, content in files:
            way = ZIP_STORED if path.endswith(_SMALL_ALREADY) else ZIP_DEFLATED
            book.writestr(_member(path, way), content)
    return packed.getvalue()


def _member(path: str, way: int) -> ZipInfo:
    member = ZipInfo(path, _BEGINNING)
    member.compress_type, member.create_system, member.external_attr = way, _UNIX, _READABLE
    return member
