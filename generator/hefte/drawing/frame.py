"""The canvas of one picture: its size, where the horizon lies, its light and its seed."""

from typing import NamedTuple

from hefte.drawing.chance import Seed
from hefte.drawing.colours import Palette
from hefte.drawing.shapes import element


class Frame(NamedTuple):
    """A canvas in drawing units: 200 high when lying, 300 wide when standing."""

    width: float
    height: float
    horizon: float
    ground: float
    seed: Seed
    palette: Palette
    key: str
    night: bool = False
    open_sky: bool = False
    wheels: bool = True

    @property
    def tall(self) -> bool:
        """A booklet cover rather than a banner."""
        return self.height > self.width * 1.15

    @property
    def near(self) -> float:
        """How much larger things in the foreground are drawn than on a banner."""
        return 1.45 if self.tall else 1.0

    def across(self, share: float) -> float:
        """The x of a share of the width."""
        return self.width * share

    def down(self, share: float) -> float:
        """The y of a share of the ground, from where it begins to the lower edge."""
        return self.ground + (self.height - self.ground) * share

    def paint(self, name: str) -> str:
        """How a shape refers to a gradient of this picture."""
        return f"url(#{self.key}{name})"

    def gradient(self, name: str, top: str, bottom: str, fade: float = 1) -> str:
        """A gradient from top to bottom; the fade is the opacity at the top."""
        stops = element("stop", stop_color=top, stop_opacity=None if fade == 1 else fade)
        stops += element("stop", offset=1, stop_color=bottom)
        return element("linearGradient", stops, id=self.key + name, x2=0, y2=1)
