"""QR codes as SVG: the address of an entry's page, dark on light, level M."""

import re

import segno

QUIET = 3
"""Modules of light around a code; the page around it is white, too."""

_MASK = 3
"""Any of the eight masks is valid; to try them all takes four times as long as all the rest."""


_DARK = re.compile(rb"\x01+")


def code_of(address: str) -> str:
    """Draw the QR code of an address; one path of rows, in units of a module."""
    code = segno.make(address, error="m", micro=False, mask=_MASK)
    width = code.symbol_size(border=QUIET)[0]
    rows = (
        f"M{start + QUIET} {y}h{end - start}v1h-{end - start}z"
        for y, row in enumerate(code.matrix, QUIET)
        for start, end in (run.span() for run in _DARK.finditer(row))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{width}v{width}h-{width}z"/><path fill="#000" d="{"".join(rows)}"/></svg>'
    )
