"""The pages of a booklet laid on sheets that are printed on both sides, folded and stapled.

Such sheets are for paper only: they are not tagged, for a sheet has no order in which it could be read.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, String

from hefte.booklet.folding import Side, sides
from hefte.doors.finishing import saved

POINTS = 72 / 25.4
_A4_WIDTH, _A4_HEIGHT = 210 * POINTS, 297 * POINTS
_NEAR = 1.5 * POINTS
"""Two A5 pages are 296 mm wide, and the paper is 297."""
_TICK = 5 * POINTS
_PENCIL = "0.5 w 0.4 G [2 2] 0 d"


class Sheet(NamedTuple):
    """The paper and one page in points, the lower edge of each copy on it, and over which edge it is turned."""

    width: float
    height: float
    page_width: float
    page_height: float
    copies: tuple[float, ...]
    turned: Name

    @property
    def fold(self) -> float:
        """In the middle of the paper, from its left edge."""
        return self.width / 2


def imposed(volume: bytes, language: str) -> bytes:
    """Sheets with two pages side by side; A6 pages make two booklets on one A4 sheet, to be cut apart."""
    with pikepdf.open(BytesIO(volume)) as source, pikepdf.new() as target:
        pages = [target.copy_foreign(page.as_form_xobject()) for page in source.pages]
        sheet = sheet_for(*_size(source))
        for side in sides(len(pages)):
            _add(target, side, pages, sheet)
        _describe(target, source, language, sheet)
        return saved(target)


def sheet_for(width: float, height: float) -> Sheet:
    """Twice the page's width, or A4 where it is as good as that; two copies, one above the other, on A4 upright."""
    if 2 * width <= _A4_WIDTH + 1 and 2 * height <= _A4_HEIGHT + 1:
        lower, upper = (_A4_HEIGHT / 2 - height) / 2, _A4_HEIGHT / 2 + (_A4_HEIGHT / 2 - height) / 2
        return Sheet(_A4_WIDTH, _A4_HEIGHT, width, height, (upper, lower), Name.DuplexFlipLongEdge)
    across = _A4_HEIGHT if abs(2 * width - _A4_HEIGHT) <= _NEAR else 2 * width
    return Sheet(across, height, width, height, (0.0,), Name.DuplexFlipShortEdge)


def _size(source: Pdf) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in source.pages[0].mediabox)
    return right - left, top - bottom


def _add(target: Pdf, side: Side, pages: Sequence[Object], sheet: Sheet) -> None:
    page = target.add_blank_page(page_size=(sheet.width, sheet.height))
    used = {f"/P{number}": pages[number - 1] for number in (side.left, side.right) if number}
    page.Resources = Dictionary(XObject=Dictionary(used))
    page.Contents = target.make_stream("\n".join(_drawn(side, sheet)).encode())


def _drawn(side: Side, sheet: Sheet) -> Iterator[str]:
    for bottom in sheet.copies:
        creep = side.creep * POINTS
        if side.left:
            yield _placed(side.left, sheet.fold - sheet.page_width, creep, bottom, sheet)
        if side.right:
            yield _placed(side.right, sheet.fold, -creep, bottom, sheet)
        yield _ticks(sheet.fold, bottom, sheet.page_height)
    if len(sheet.copies) > 1:
        middle = sheet.height / 2
        yield f"q {_PENCIL} 0 {middle:.3f} m {sheet.width:.3f} {middle:.3f} l S Q"


def _placed(number: int, left: float, creep: float, bottom: float, sheet: Sheet) -> str:
    """A page within its half of the sheet, moved by `creep` towards the fold and cut off there."""
    clip = f"{left:.3f} {bottom:.3f} {sheet.page_width:.3f} {sheet.page_height:.3f} re W n"
    return f"q {clip} 1 0 0 1 {left + creep:.3f} {bottom:.3f} cm /P{number} Do Q"


def _ticks(middle: float, bottom: float, height: float) -> str:
    """Where to fold: a short line at the upper and at the lower edge."""
    top = bottom + height
    ends = ((bottom, bottom + _TICK), (top - _TICK, top))
    lines = " ".join(f"{middle:.3f} {start:.3f} m {middle:.3f} {end:.3f} l S" for start, end in ends)
    return f"q {_PENCIL} {lines} Q"


def _describe(target: Pdf, source: Pdf, language: str, sheet: Sheet) -> None:
    """Its title and language, and how a printer is to take it: both sides, at its own size."""
    target.Root.Lang = String(language)
    target.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Duplex=sheet.turned, PrintScaling=Name("/None"), PickTrayByPDFSize=True
    )
    if title := source.docinfo.get("/Title"):
        target.docinfo["/Title"] = String(str(title))
