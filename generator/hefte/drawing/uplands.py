"""Pictures from the hills and from winter: the long view, the frozen lake, the empty bench."""

from collections.abc import Iterator

from hefte.drawing import ground, landmarks, shore, sky, trees, water, wheels
from hefte.drawing.colours import SNOW, mix
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import fill, land, line, numbers, stretched

_FJORD = "M50 0C62 10 42 18 30 32S6 84-2 100H102C90 76 72 34 66 22S60 4 50 0Z"


def view(frame: Frame) -> Iterator[str]:
    """From a hill: ridge behind ridge in blue, a fjord far below, a bench to see it from."""
    seed, near = frame.seed, frame.near
    yield sky.sky(frame)
    yield sky.sun(frame, seed.choice("sun", (0.36, 0.66)), 46 * near, 22 * near)
    yield sky.clouds(frame, 3)
    yield from ridges(frame)
    yield fjord(frame)
    yield from slopes(frame)
    yield from shore.bank(frame)
    for n, share in enumerate((0.07, 0.93)):
        x, tall = frame.across(share), seed.number(("pine", n), 66, 92) * near
        rock = frame.down(0.6 if frame.tall else 0.86)
        yield ground.rock(x - 40 * near, rock, 80 * near, 22 * near, seed.under("rock", n))
        foot = frame.down(0.46 if frame.tall else 0.62)
        yield trees.pine(x, foot, tall, frame.palette.firs[2], seed.under("pine", n))
    yield sky.birds(frame, 0.5, 40)


def ridges(frame: Frame) -> Iterator[str]:
    """Three rows of hills, each a shade nearer."""
    far, middle, _ = frame.palette.hills
    rows = ((14, 46, mix(far, frame.palette.sky[1], 0.4)), (5, 36, far), (-7, 26, middle))
    for n, (lift, rise, colour) in enumerate(rows):
        ridge = sky.ridge(frame, f"row{n}", frame.horizon - lift, rise * frame.near, 74 + 16 * n)
        yield fill(land(ridge, frame.height), colour)


def fjord(frame: Frame) -> str:
    """A winding arm of water below, with an isle and a sail."""
    top, low, w = frame.horizon + 4, frame.ground + 8, frame.width
    wet = stretched(fill(_FJORD, frame.paint("w")), 0, top, w / 100, (low - top) / 100)
    isle = f"M{numbers(w * 0.4, top + 20)}q{numbers(w * 0.04, -7, w * 0.09, 0)}z"
    sail = water.sailing_boat(w * 0.57, top + 22, 0.34 * frame.near, frame.seed.under("sail"))
    return frame.gradient("w", *frame.palette.water) + wet + fill(isle, frame.palette.hills[2]) + sail


def slopes(frame: Frame) -> Iterator[str]:
    """Wooded hillsides to the left and right of the fjord."""
    g, w = frame.ground, frame.width
    colour = mix(frame.palette.hills[2], frame.palette.firs[0], 0.55)
    for name, edge in (
        ("left", [(-10, g - 34), (w * 0.14, g - 22), (w * 0.28, g - 4), (w * 0.38, g + 8)]),
        ("right", [(w * 0.66, g + 8), (w * 0.76, g - 4), (w * 0.88, g - 24), (w + 10, g - 32)]),
    ):
        yield fill(land(edge, frame.height), colour)
        yield trees.forest(frame, name, edge, 25 * frame.near, colour)


def winter(frame: Frame) -> Iterator[str]:
    """Snow on the firs, a frozen lake, a cabin with light in its windows and a kick sled."""
    seed, near = frame.seed, frame.near
    yield from sky.above(frame, (0.3, 0.72), 30, 20, 1.1)
    edge = [(-10.0, frame.horizon - 6), (frame.width / 2, frame.horizon - 1), (frame.width + 10, frame.horizon - 8)]
    yield trees.forest(frame, "far", edge, 26 * near, frame.palette.firs[0])
    yield water.water(frame)
    yield water.ice(frame, frame.horizon, frame.ground)
    yield from clearing(frame)
    yield from snowfield(frame)
    yield from shore.framing(frame, (1, 0.6), snow=True)
    if seed.yes("snowing", 0.6):
        yield snowfall(frame)


def clearing(frame: Frame) -> Iterator[str]:
    """The cabin on its snowy shore among firs."""
    y, near, firs = frame.horizon, frame.near, frame.palette.firs
    shore_line = [(frame.width * 0.5, y + 14), (frame.width * 0.72, y + 1), (frame.width + 20, y - 4)]
    yield fill(land(shore_line, y + 14), "#eef1f0")
    x = frame.across(frame.seed.number("cabin", 0.68, 0.8))
    for n, (away, tall) in enumerate(((-42, 42), (36, 54), (56, 40), (-60, 30))):
        yield trees.fir(x + away * near, y + 7, tall * near, firs[n % 2], snow=True)
    yield landmarks.cabin(x, y + 8, near, snow=True)


def snowfield(frame: Frame) -> Iterator[str]:
    """Drifts, a ploughed way, and people with a kick sled."""
    places = ground.way(frame)
    yield ground.meadow(frame, "drift", frame.ground, 6, 1)
    yield ground.meadow(frame, "drift2", frame.down(0.2), 5, 0)
    yield ground.path(frame, places)
    size = 41 if not frame.tall else 72
    share = frame.seed.number("sled", 0.36, 0.56) if not frame.tall else 0.3
    x, y = ground.on_way(places, share)
    yield wheels.company("kick sled", x, y + 2, size, frame.seed.under("sled"), cold=True)
    if frame.width > 480:
        yield shore.walkers(frame, places, (0.72,), cold=True)


def snowfall(frame: Frame) -> str:
    """Large quiet flakes."""
    seed = frame.seed.under("flakes")
    path = "".join(
        f"M{numbers(seed.number(('x', n), 0, frame.width), seed.number(('y', n), 0, frame.ground))}h0"
        for n in range(int(frame.width / 9))
    )
    return line(path, SNOW, 2, 0.8)


def lone_bench(frame: Frame) -> Iterator[str]:
    """For pages that find nothing: a signpost, an empty bench, a calm evening."""
    yield sky.sky(frame)
    yield sky.sun(frame, 0.5, 22 * frame.near, 30 * frame.near)
    yield from sky.hills(frame, 0.8)
    yield ground.meadow(frame, "back", frame.horizon + 2, 5, 1)
    yield ground.meadow(frame, "front", frame.ground - 8, 5, 0)
    yield ground.path(frame, ground.way(frame))
    yield trees.birch(frame.across(0.2), frame.ground + 6, 74, frame.palette.leaves[1], frame.seed)
    yield ground.bench(frame.across(0.38), frame.ground + 4, 1.3)
    yield ground.signpost(frame.across(0.66), frame.ground + 6, 1.25)
    yield ground.tufts(frame, frame.ground, 1.4)
    yield ground.flowers(frame, frame.down(0.7), ("#fbf7ec", "#f0c463"), 1.2)
    yield sky.birds(frame, 0.52, 60)
