"""The print engine: a volume of a booklet becomes a PDF through the `typst` wheel.

The PDF is tagged (PDF/UA-1) and for the archive (PDF/A-2a); the compiler refuses what is not.
No font of the machine is used, and nothing depends on the clock: the same volume gives the same
bytes.
"""

import json
from datetime import UTC, date, datetime, time
from functools import cache

import typst

from hefte.booklet.volume import Volume, plain
from hefte.doors.package import templates
from hefte.doors.trouble import EngineError

STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]


class PrintError(EngineError):
    """The templates or the data cannot be set; the text is the compiler's own, with its place."""


@cache
def _compiler() -> typst.Compiler:
    folder = templates() / "booklet"
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder / "fonts"])
    return typst.Compiler(folder / "volume.typ", root=folder, font_paths=fonts)


def print_pdf(volume: Volume, today: date) -> bytes:
    """Set a volume; raise PrintError where the compiler stops or warns, as a missing font is only warned of."""
    data = json.dumps(plain(volume), ensure_ascii=False, separators=(",", ":"))
    at = datetime.combine(today, time(12), tzinfo=UTC)
    try:
        made, warnings = _compiler().compile_with_warnings(
            format="pdf", sys_inputs={"volume": data}, pdf_standards=STANDARDS, timestamp=at
        )
    except typst.TypstError as error:
        raise PrintError(f"{volume.id}: {error.diagnostic}") from error
    if warnings:
        raise PrintError(f"{volume.id}: " + "\n".join(warning.diagnostic for warning in warnings))
    if not isinstance(made, bytes):
        raise PrintError(f"{volume.id}: nothing was printed")
    return made
