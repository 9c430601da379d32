"""Wooden houses, wharves, the church and the blocks of the city."""

from typing import NamedTuple

from hefte.drawing.chance import Seed
from hefte.drawing.colours import CREAM, GLASS, PANE, ROOFS, WALLS, shade, tint
from hefte.drawing.shapes import box, disc, fill, group, line, number, numbers, polygon, rectangle
from hefte.drawing.water import mirrored


class House(NamedTuple):
    """One building: where it stands, its size in drawing units, its colours and its kind."""

    kind: str
    x: float
    base: float
    width: float
    height: float
    wall: str
    roof: str
    size: float
    seed: Seed


def street(seed: Seed, start: float, end: float, base: float, size: float = 1) -> tuple[House, ...]:
    """A row of houses from start to end, with gaps, no two neighbours of one colour."""
    houses: list[House] = []
    walls = seed.order("walls", WALLS)
    x = start
    while x < end - 18 * size:
        n = len(houses)
        own = seed.under(n)
        kind = own.choice("kind", ("long", "long", "gable", "wharf"))
        width = size * own.number("width", *_WIDTHS[kind])
        height = size * own.number("height", *_HEIGHTS[kind])
        wall = walls[n % len(walls)]
        houses.append(House(kind, x, base, width, height, wall, own.choice("roof", ROOFS), size, own))
        x += width + size * own.number("gap", 2, 9)
    return tuple(houses)


_LIGHT = (WALLS[2], WALLS[4])
_WIDTHS = {"long": (30, 42), "gable": (20, 26), "wharf": (17, 22)}
_HEIGHTS = {"long": (14, 18), "gable": (17, 23), "wharf": (21, 27)}


def hillside(seed: Seed, start: float, end: float, base: float, size: float) -> str:
    """A few gables of the row behind, half hidden."""
    drawn, count = "", max(2, int((end - start) / (52 * size)))
    for n in range(count):
        own = seed.under(n)
        x = start + (end - start) * (n + own.share("x")) / count
        wide, tall = size * own.number("w", 12, 17), size * own.number("h", 18, 30)
        top, middle, wall = base - tall, x + wide / 2, own.choice("wall", WALLS)
        front = polygon(((x, base), (x, top), (middle, top - wide * 0.5), (x + wide, top), (x + wide, base)))
        eaves = f"M{numbers(x - 1.5, top + 1)}L{numbers(middle, top - wide * 0.5)}L{numbers(x + wide + 1.5, top + 1)}"
        panes = rectangle(x + wide * 0.2, top + 2, 2.6, 3.6) + rectangle(x + wide * 0.6, top + 2, 2.6, 3.6)
        drawn += fill(front, tint(wall, 0.1)) + fill(panes, _pane(wall)) + line(eaves, own.choice("roof", ROOFS), 1.6)
    return drawn


def draw_house(house: House) -> str:
    """The house with roof, windows and trim."""
    return _DRAWN[house.kind](house)


def mirror_house(house: House) -> str:
    """The house upside down in the water that begins two units below it."""
    return mirrored(house.x, house.base + 4, house.width, house.height * 1.5, house.wall)


def _long(house: House) -> str:
    x, base, width, height, wall, roof, size, seed = house[1:]
    top, over, rise = base - height, 3 * size, 11 * size
    stack = x + width * seed.number("chimney", 0.25, 0.7)
    cover = ((x - over, top + 1), (x + over, top - rise), (x + width - over, top - rise), (x + width + over, top + 1))
    ends = "".join(f"M{numbers(at, top)}V{number(base)}" for at in (x + 0.5 * size, x + width - 0.5 * size))
    return (
        box(stack, top - rise - over, 3.4 * size, 6 * size, shade(roof, 0.2))
        + box(x, top, width, height, wall)
        + box(x, base - 1.6 * size, width, 1.6 * size, "#a39a8b")
        + box(x, top, width, 2.2 * size, shade(wall, 0.22))
        + fill(polygon(cover), roof)
        + line(f"M{numbers(x + over, top - rise)}h{number(width - 6 * size)}", tint(roof, 0.16), 0.9 * size)
        + line(ends, _trim(wall), 0.9 * size)
        + _row(house, top + height * 0.34, int((width - 5 * size) / (8 * size)))
    )


def _gable(house: House) -> str:
    x, base, width, height, wall, roof, size, _ = house[1:]
    top, middle = base - height, x + width / 2
    peak = top - width * 0.46
    front = polygon(((x, base), (x, top), (middle, peak), (x + width, top), (x + width, base)))
    lit = polygon(((middle, base), (middle, peak), (x + width, top), (x + width, base)))
    eaves = _eaves(house, peak)
    loft = rectangle(middle - 1.9 * size, top - 1 * size, 3.8 * size, 4.6 * size)
    return (
        fill(front, wall)
        + fill(lit, tint(wall, 0.1))
        + box(x, base - 1.6 * size, width, 1.6 * size, "#a39a8b")
        + line(eaves, _trim(wall), 2.6 * size)
        + line(eaves, roof, 1.9 * size)
        + fill(loft, _pane(wall))
        + _row(house, top + height * 0.28, int((width - 3 * size) / (7.4 * size)))
    )


def _wharf(house: House) -> str:
    x, base, width, height, wall, roof, size, _ = house[1:]
    top, middle = base - height, x + width / 2
    peak = top - width * 0.55
    front = polygon(((x, base), (x, top), (middle, peak), (x + width, top), (x + width, base)))
    boards = "".join(
        f"M{numbers(x + width * share, base)}V{number(top - width * 0.5 * (0.5 - abs(share - 0.5)))}"
        for share in (0.16, 0.33, 0.5, 0.67, 0.84)
    )
    eaves = _eaves(house, peak)
    hatch = rectangle(middle - 2.6 * size, top - 0.5 * size, 5.2 * size, 5.4 * size)
    door = rectangle(middle - 3.2 * size, base - 10 * size, 6.4 * size, 10 * size)
    panes = rectangle(x + 2.2 * size, top + height * 0.34, 3.2 * size, 4.4 * size)
    panes += rectangle(x + width - 5.4 * size, top + height * 0.34, 3.2 * size, 4.4 * size)
    return (
        fill(front, wall)
        + line(boards, shade(wall, 0.14), 0.5 * size)
        + line(eaves, roof, 2 * size)
        + fill(hatch + door, shade(wall, 0.4))
        + fill(panes, _pane(wall))
    )


def _eaves(house: House, peak: float) -> str:
    over, y = 2.2 * house.size, house.base - house.height + 2 * house.size
    left, right = (house.x - over, y), (house.x + house.width + over, y)
    return f"M{numbers(*left)}L{numbers(house.x + house.width / 2, peak)}L{numbers(*right)}"


def _row(house: House, y: float, count: int) -> str:
    """Windows with a white frame and a cross, spread evenly."""
    size, step = house.size, house.width / (count + 0.0001)
    places = [house.x + step * (n + 0.5) - 2.3 * size for n in range(count)]
    panes = "".join(rectangle(x, y, 4.6 * size, 6 * size) for x in places)
    cross = "".join(f"M{numbers(x + 2.3 * size, y)}v{number(6 * size)}" for x in places)
    return fill(panes, _pane(house.wall)) + line(cross, shade(house.wall, 0.1), 0.6 * size)


def _pane(wall: str) -> str:
    return GLASS if wall in _LIGHT else PANE


def _trim(wall: str) -> str:
    return shade(wall, 0.14) if wall in _LIGHT else CREAM


_DRAWN = {"long": _long, "gable": _gable, "wharf": _wharf}


_ARCH = "v-6a1.9 1.9 0 0 1 3.8 0v6z"


def church(x: float, base: float, size: float) -> str:
    """A white wooden church with a copper spire; 78 units high at size 1, x is the tower."""
    nave = box(6, -18, 34, 18, CREAM) + fill("M2-17L6-31H38L43-17Z", "#4b4a48")
    arches = fill(f"M12-5{_ARCH}M20.5-5{_ARCH}M29-5{_ARCH}", GLASS)
    tower = box(-8, -36, 16, 36, "#fbf7ec") + box(-8, -36, 5, 36, shade(CREAM, 0.08))
    spire = fill("M-10-35L0-70L10-35Z", "#3f6b60") + fill("M0-70L10-35H1.5Z", "#55826f")
    cross = line("M0-69V-77M-2.4-74.5H2.4", "#3f4544", 1.1)
    door = fill("M-3 0v-8a3 3 0 0 1 6 0v8z", "#6d4632")
    clock = disc(0, -27, 2.8, "#3f6b60") + line("M0-28.6V-27H1.3", PANE, 0.6)
    return group(nave + arches + tower + spire + cross + door + clock, x, base, size)


def block(x: float, base: float, width: float, floors: int, wall: str, roof: str, size: float, seed: Seed) -> str:
    """A city block of flats: rows of windows, some with balconies."""
    step, top = 9.0 * size, base - (floors * 9.0 + 4) * size
    columns = max(2, int((width - 4 * size) / (7.5 * size)))
    across = (width - 4 * size) / columns
    panes = balconies = ""
    for floor in range(floors):
        up = top + 4.5 * size + floor * step
        left, right = x + 2 * size + across / 2 - 1.9 * size, across
        panes += "".join(rectangle(left + right * column, up, 3.8 * size, 5 * size) for column in range(columns))
        places = [left + right * column - 1.2 * size for column in range(1, columns, 2) if seed.yes((floor, column))]
        balconies += "".join(rectangle(place, up + 3.6 * size, 6.2 * size, 2 * size) for place in places)
    mansard = polygon(
        ((x - 1, top), (x + 3 * size, top - 7 * size), (x + width - 3 * size, top - 7 * size), (x + width + 1, top))
    )
    return (
        ("" if seed.yes("flat", 0.4) else fill(mansard, roof))
        + box(x, top, width, base - top, wall)
        + box(x, top, width * 0.16, base - top, shade(wall, 0.09))
        + box(x - 0.8, top - 0.6, width + 1.6, 1.8 * size, tint(wall, 0.4))
        + fill(panes, PANE)
        + fill(balconies, shade(wall, 0.28))
    )
