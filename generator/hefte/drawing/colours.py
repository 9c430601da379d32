"""The colours of the pictures, kin to the tokens of the website: warm paper, fir, fjord, rust, ochre."""

import re
from typing import NamedTuple

INK = "#1f2a2e"
LIGHT = "#fff6e2"
OCHRE = "#e9b44c"
CREAM = "#f6f0e2"
SNOW = "#fbf9f4"
PANE = "#fdf0cb"
GLASS = "#86a3ab"
STONE = "#b9ad9c"
WOOD = "#8a5a3c"
BARK = "#54392d"
SUN = "#fbdf98"
PALE_SUN = "#fff4d3"
GLITTER = "#fdf6e3"

WALLS = ("#b5432b", "#e4b65c", "#f5efe2", "#96341f", "#eccb8f", "#c9583a", "#90a78f", "#8aa6b2")
ROOFS = ("#4b2b22", "#70361f", "#57382d", "#8a3d27", "#3f4544")
AUTUMN = ("#d9822b", "#c05a2c", "#e3a63c", "#b5432b", "#9aa04e")
SUMMER = ("#6f9a54", "#86aa5c", "#5b8a5a", "#98b266")
SPRING = ("#9dba68", "#84aa62", "#b3c677", "#7aa06a")


class Palette(NamedTuple):
    """The light of one hour: sky, hills from far to near, water from far to near, ground and trees."""

    sky: tuple[str, str]
    hills: tuple[str, str, str]
    water: tuple[str, str]
    meadow: tuple[str, str, str]
    path: str
    firs: tuple[str, str, str]
    sun: str
    leaves: tuple[str, ...]


MORNING = Palette(
    ("#fbf1dd", "#f6d5aa"),
    ("#c3c6ae", "#93ae9d", "#6f9682"),
    ("#b9cfc4", "#5794b0"),
    ("#92ab66", "#7c9a55", "#688a4b"),
    "#efe2c9",
    ("#5b8c7c", "#2c6257", "#174840"),
    SUN,
    SUMMER,
)
DAY = Palette(
    ("#cfe4ec", "#f4efdd"),
    ("#b9cbc4", "#8db3a5", "#6a9a83"),
    ("#aed2d6", "#478bab"),
    ("#9bb266", "#83a257", "#6b8f4b"),
    "#f0e4cc",
    ("#5a907f", "#2b6558", "#154a40"),
    SUN,
    SUMMER,
)
GOLD = Palette(
    ("#f9e8bd", "#efbf78"),
    ("#d3bf93", "#adad7d", "#86985f"),
    ("#bdcdbf", "#5593a8"),
    ("#adb05f", "#93a052", "#7b8e48"),
    "#f3e6c8",
    ("#6d8d6a", "#396650", "#1e4a3c"),
    PALE_SUN,
    AUTUMN,
)
ROSE = Palette(
    ("#f9e7d6", "#eeb597"),
    ("#bdb4ae", "#94a39e", "#6c8c84"),
    ("#bcc5c6", "#4f8cab"),
    ("#8fa467", "#769456", "#62854c"),
    "#f1dfcb",
    ("#5f877f", "#2f5f58", "#1a4541"),
    SUN,
    SUMMER,
)
FRESH = Palette(
    ("#dcebe2", "#fbf3da"),
    ("#c2d2b9", "#98b893", "#75a078"),
    ("#b9d9cb", "#4b96a5"),
    ("#a9bf6c", "#8fae5c", "#759a4e"),
    "#f2e7cf",
    ("#659a7c", "#2f6c55", "#18503f"),
    SUN,
    SPRING,
)
WINTER = Palette(
    ("#d9e6ee", "#f8e6d2"),
    ("#cbd6da", "#a7bec5", "#83a4aa"),
    ("#dfeaec", "#b5cfd8"),
    (SNOW, "#eef1f0", "#dfe8ea"),
    "#e2eaee",
    ("#7fa3a0", "#3f7069", "#1e4f49"),
    PALE_SUN,
    ("#b48a5e", "#a3795a", "#c29a68"),
)

LIGHTS = {
    "morning": MORNING,
    "day": DAY,
    "gold": GOLD,
    "rose": ROSE,
    "fresh": FRESH,
    "winter": WINTER,
}
NIGHT_SKY = ("#12332f", "#3a6d64")
_AT_NIGHT = {
    PANE: "#f7cd78",
    GLASS: "#f5c76f",
    SUN: "#efe3bd",
    PALE_SUN: "#efe3bd",
    GLITTER: "#b5cbc2",
    SNOW: "#aebfc0",
    "#f1f4d2": "#fff0b8",
}
_HEX = re.compile("#[0-9a-f]{6}")


def mix(one: str, two: str, share: float) -> str:
    """The colour a share of the way from one to two."""
    pairs = zip(_parts(one), _parts(two), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    value = int(colour[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def shade(colour: str, share: float = 0.18) -> str:
    """The same colour in shadow."""
    return mix(colour, INK, share)


def tint(colour: str, share: float = 0.22) -> str:
    """The same colour in the light."""
    return mix(colour, LIGHT, share)


def at_night(picture: str) -> str:
    """The picture after sunset: all colours sink into blue-green, but windows are lit."""
    return _HEX.sub(_sunk, picture)


def _sunk(found: re.Match[str]) -> str:
    colour = found[0]
    if colour in NIGHT_SKY:
        return colour
    if colour in _AT_NIGHT:
        return _AT_NIGHT[colour]
    red, green, blue = _parts(colour)
    dimmed = (int(red * 0.58), int(green * 0.64), int(blue * 0.66))
    return mix("#" + "".join(f"{part:02x}" for part in dimmed), "#0f3331", 0.16)
