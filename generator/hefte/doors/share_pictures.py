"""Pictures that stand beside a link when somebody shares a page: drawn scenes as PNG of 1200 by 630, a few per site."""

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

import typst

from hefte.doors.trouble import EngineError
from hefte.drawing.motif import MOTIFS
from hefte.drawing.scenes import Kind, scene
from hefte.model.choices import Motif
from hefte.output import Output

WIDTH, HEIGHT = 1200, 630
_SCENES: Mapping[str, Kind] = MappingProxyType({"tur": Kind.WOOD, "aktivitet": Kind.SQUARE})
_SHEET = f"""#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: 0pt)
#image(bytes(sys.inputs.picture), format: "svg", width: 100%)"""


def share_pictures(motif: Motif, engine: str) -> Iterator[Output]:
    """The picture of walks, of what goes on, and of all else; `overrides/base.html` asks for these names.

    `engine` names the version that draws. The PNG is 1200 by 630 pixels.
    """
    for name, kind in {"hjem": MOTIFS[motif], **_SCENES}.items():
        yield Output(f"assets/deling/{name}.png", f"{engine} {kind} {WIDTH}x{HEIGHT}", partial(_png, kind))


def _png(kind: Kind) -> bytes:
    drawn = scene(kind, "deling", WIDTH, HEIGHT, wheels=False)
    try:
        made = typst.compile(_SHEET.encode(), format="png", ppi=72.0, sys_inputs={"picture": drawn})
    except typst.TypstError as error:
        raise EngineError(str(error.diagnostic)) from error
    if not isinstance(made, bytes):
        raise EngineError(kind)
    return made
