"""Pictures that stand beside a link when somebody shares a page: drawn scenes as PNG of 1200 by 630, a few per site."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

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


_ALONE = """import sys, typst
drawn = sys.stdin.buffer.read().decode()
sys.stdout.buffer.write(typst.compile(sys.argv[1].encode(), format="png", ppi=72.0, sys_inputs={"picture": drawn}))"""
"""A process of its own gives back the 30 MB that the compiler keeps."""


def _png(kind: Kind) -> bytes:
    drawn = scene(kind, "deling", WIDTH, HEIGHT, wheels=False).encode()
    command = (sys.executable, "-c", _ALONE, _SHEET)
    done = subprocess.run(command, input=drawn, capture_output=True, check=False)
    if done.returncode or not done.stdout:
        raise EngineError(done.stderr.decode(errors="replace") or kind)
    return done.stdout
