"""How the pages of a booklet lie on sheets that are printed on both sides, laid in each other, folded and stapled."""

from typing import NamedTuple

PAPER_MM = 0.1
"""How thick a sheet of 80 grams is."""


class Side(NamedTuple):
    """One side of a sheet, folded in the middle: its two pages from 1, None where it stays white.

    `creep` is how many millimetres both are moved towards the fold, because inner sheets stand out at the edge.
    """

    left: int | None
    right: int | None
    creep: float


def sides(pages: int) -> tuple[Side, ...]:
    """Front and back of every sheet, the outermost first; a number that is no multiple of four leaves white pages.

    What is lacking is white before the last page, so that the back cover stays at the back.
    """
    whole = -(-pages // 4) * 4
    real = [*range(1, pages), *(None,) * (whole - pages), pages] if pages else []
    return tuple(side for sheet in range(whole // 4) for side in _sheet(real, sheet))


def _sheet(real: list[int | None], sheet: int) -> tuple[Side, Side]:
    first, creep = 2 * sheet, round(sheet * PAPER_MM, 3)
    return (
        Side(real[-1 - first], real[first], creep),
        Side(real[first + 1], real[-2 - first], creep),
    )
