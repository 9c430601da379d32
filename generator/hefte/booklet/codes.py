"""QR codes as SVG: the address of an entry's page, dark on light, level M."""

import segno

QUIET = 3
"""Modules of light around a code; the page around it is white, too."""

_MASK = 3
"""Any of the eight masks is valid; to try them all takes four times as long as all the rest."""


def code_of(address: str) -> str:
    """Draw the QR code of an address; one path of rows, in units of a module."""
    code = segno.make(address, error="m", micro=False, mask=_MASK)
    width = code.symbol_size(border=QUIET)[0]
    rows = (f"M{x} {y}h{run}v1h-{run}z" for x, y, run in _runs(code.matrix))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{width}v{width}h-{width}z"/><path fill="#000" d="{"".join(rows)}"/></svg>'
    )


def _runs(matrix: tuple[bytearray, ...]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for y, row in enumerate(matrix, QUIET):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                found.append((x + QUIET, y, end - x))
            x = max(end, x + 1)
    return found
