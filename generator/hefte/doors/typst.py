"""The print engine: a volume of a booklet becomes a PDF through the `typst` wheel.

The PDF is tagged (PDF/UA-1) and for the archive (PDF/A-2a); the compiler refuses what is not.
No font of the machine is used, and nothing depends on the clock: the same volume gives the same
bytes.
"""

import json
from datetime import UTC, date, datetime, time
from functools import cache

import typst

from hefte.booklet.letters import plain
from hefte.booklet.newsletter import EDITION
from hefte.booklet.volume import Volume
from hefte.doors.package import templates
from hefte.doors.trouble import EngineError

STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]


_SHEETS = {"free": "free-sheet.typ", "month": "month-sheet.typ"}
"""The sheets for the wall, by the kind of their one part."""

_BOUND, _SINGLE = "volume.typ", "sheets.typ"
_SINGLES = frozenset(("cards", "pocket-cards", "posters", "plans"))
"""The editions of which every sheet is used for itself."""

_LETTER = "newsletter.typ"


class PrintError(EngineError):
    """The templates or the data cannot be set; the text is the compiler's own, with its place."""


COVER_WIDTH = 1000
"""Pixels; what a library on a tablet shows, in a few hundred kilobytes."""

_INCHES = {"A3": 297 / 25.4, "A4": 210 / 25.4, "A5": 148 / 25.4, "lomme": 105 / 25.4}


@cache
def _fonts() -> typst.Fonts:
    fonts = templates() / "booklet" / "fonts"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])


@cache
def _compiler(template: str) -> typst.Compiler:
    folder = templates() / "booklet"
    return typst.Compiler(folder / template, root=folder, font_paths=_fonts())


def count_pages(volume: Volume) -> int:
    """Set a volume and only count its pages; raise PrintError where the compiler stops."""
    folder = templates() / "booklet"
    try:
        compiler = typst.Compiler(folder / "volume.typ", root=folder, font_paths=_fonts(), sys_inputs=_inputs(volume))
        return int(compiler.query("<pages>", field="value", one=True))
    except typst.TypstError as error:
        raise PrintError(f"{volume.id}: {error.diagnostic}") from error


def _template(volume: Volume) -> str:
    if volume.is_sheet:
        return _SHEETS[volume.parts[0].kind]
    if volume.edition == EDITION:
        return _LETTER
    return _SINGLE if volume.edition in _SINGLES else _BOUND


def print_pdf(volume: Volume, today: date) -> bytes:
    """Set a volume; raise PrintError where the compiler stops or warns, as a missing font is only warned of."""
    at = datetime.combine(today, time(12), tzinfo=UTC)
    try:
        made, warnings = _compiler(_template(volume)).compile_with_warnings(
            format="pdf", sys_inputs=_inputs(volume), pdf_standards=STANDARDS, timestamp=at
        )
    except typst.TypstError as error:
        raise PrintError(f"{volume.id}: {error.diagnostic}") from error
    return _whole(volume, made, warnings)


def draw_cover(volume: Volume, width: int = COVER_WIDTH) -> bytes:
    """The cover of a volume as PNG, `width` pixels wide; raise PrintError where the compiler stops or warns."""
    return _drawn("front-alone.typ", volume._replace(parts=(), vignettes=()), width)


def draw_first_page(volume: Volume, width: int) -> bytes:
    """What lies uppermost as PNG: the cover, or a sheet for the wall itself; raise PrintError as `draw_cover`."""
    return _drawn(_template(volume), volume, width) if volume.is_sheet else draw_cover(volume, width)


def _drawn(template: str, volume: Volume, width: int) -> bytes:
    try:
        made, warnings = _compiler(template).compile_with_warnings(
            format="png", ppi=width / _INCHES[volume.paper], sys_inputs=_inputs(volume)
        )
    except typst.TypstError as error:
        raise PrintError(f"{volume.id}: {error.diagnostic}") from error
    return _whole(volume, made, warnings)


def _inputs(volume: Volume) -> dict[str, str]:
    return {"volume": json.dumps(plain(volume), ensure_ascii=False, separators=(",", ":"))}


def _whole(volume: Volume, made: object, warnings: "list[typst.TypstWarning]") -> bytes:
    if warnings:
        raise PrintError(f"{volume.id}: " + "\n".join(warning.diagnostic for warning in warnings))
    if not isinstance(made, bytes):
        raise PrintError(f"{volume.id}: nothing was printed")
    return made
