"""Finished pictures: one kind of landscape, one seed, one size, by day or by night."""

from enum import StrEnum
from hashlib import blake2b

from hefte.drawing import colours, inland, shore, town, uplands
from hefte.drawing.chance import Seed
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import element, number


class Kind(StrEnum):
    """What a picture shows."""

    HARBOUR = "harbour"
    COAST = "coast"
    BEACH = "beach"
    RIVER = "river"
    TARN = "tarn"
    WOOD = "wood"
    FARM = "farm"
    VIEW = "view"
    WINTER = "winter"
    PARK = "park"
    CITY = "city"
    RAMPART = "rampart"
    SQUARE = "square"
    EMPTY = "empty"


SCENES = {
    Kind.HARBOUR: shore.harbour,
    Kind.COAST: shore.coast,
    Kind.BEACH: shore.beach,
    Kind.RIVER: shore.river,
    Kind.TARN: inland.tarn,
    Kind.WOOD: inland.wood,
    Kind.FARM: inland.farm,
    Kind.VIEW: uplands.view,
    Kind.WINTER: uplands.winter,
    Kind.PARK: town.park,
    Kind.CITY: town.city,
    Kind.RAMPART: town.rampart,
    Kind.SQUARE: town.square,
    Kind.EMPTY: uplands.lone_bench,
}
HOURS = {
    Kind.WINTER: (colours.WINTER,),
    Kind.PARK: (colours.GOLD, colours.GOLD, colours.FRESH),
    Kind.BEACH: (colours.DAY, colours.MORNING, colours.FRESH),
    Kind.EMPTY: (colours.MORNING,),
}
# A flag has its pole on the left.
_ONE_WAY = (Kind.FARM, Kind.RAMPART)
HERO, CARD = 200, 150
ANY_HOUR = (colours.MORNING, colours.DAY, colours.ROSE, colours.FRESH, colours.GOLD)


def scene(
    kind: Kind,
    seed: str,
    width: int,
    height: int,
    *,
    night: bool = False,
    open_sky: bool = False,
    light: str = "",
    wheels: bool = True,
) -> str:
    """A complete SVG of the given pixels; with an open sky it fades into the page above it.

    The light is a key of `colours.LIGHTS`; without one the seed decides. Without wheels nobody in the
    picture uses a wheelchair or a rollator, so that it promises no more than is known of a walk.
    """
    frame = canvas(kind, seed, width, height, night, light)._replace(open_sky=open_sky, wheels=wheels)
    return sheet(frame, landscape(kind, frame), width, height)


def landscape(kind: Kind, frame: Frame) -> str:
    """What the picture shows, without the sheet it is drawn on."""
    drawn = "".join(SCENES[kind](frame))
    if kind not in _ONE_WAY and frame.seed.yes("mirrored"):
        drawn = element("g", drawn, transform=f"matrix(-1 0 0 1 {number(frame.width)} 0)")
    return colours.at_night(drawn) if frame.night else drawn


def sheet(frame: Frame, content: str, width: int, height: int) -> str:
    """The root element: hollow shapes and round strokes unless a shape says otherwise."""
    return element(
        "svg",
        content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(frame.width)} {number(frame.height)}",
        width=width,
        height=height,
        preserveAspectRatio="xMidYMax slice",
        fill="none",
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def canvas(kind: Kind, seed: str, width: int, height: int, night: bool, light: str) -> Frame:
    """The canvas of a picture; its key keeps gradients apart when several stand on one page."""
    own = Seed(f"{kind}/{seed}")
    name = f"{kind}/{seed}/{width}/{height}/{night}/{light}"
    key = "s" + blake2b(name.encode(), digest_size=3).hexdigest()
    hour = colours.LIGHTS[light] if light else own.choice("hour", HOURS.get(kind, ANY_HOUR))
    if height > width * 1.15:
        tall = 300 * height / width
        return Frame(300, tall, tall * 0.58, tall * 0.72, own, hour, key, night)
    lying = HERO if width >= 1000 else CARD
    horizon, shore_line = own.number("horizon", 0.5, 0.58), own.number("shore", 0.76, 0.81)
    size = (lying * width / height, lying, lying * horizon, lying * shore_line)
    return Frame(*size, own, hour, key, night)
