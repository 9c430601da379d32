"""Pictures inland: tarn, wood and farm."""

from collections.abc import Iterator

from hefte.drawing import ground, houses, landmarks, shore, sky, trees, water
from hefte.drawing.colours import mix, shade
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import Point, fill, land, line, number, numbers, polygon, stretched


def tarn(frame: Frame) -> Iterator[str]:
    """A quiet lake in the fir woods, with a bench."""
    near = frame.near
    yield from sky.above(frame, (0.26, 0.74), 44, 19, 0.9)
    base = frame.horizon - 2
    edge: list[Point] = [
        (-20, base - 18),
        (frame.across(0.25), base - 8),
        (frame.across(0.6), base - 4),
        (frame.across(0.85), base - 10),
        (frame.width + 20, base - 20),
    ]
    yield trees.forest(frame, "far", edge, 34 * near, frame.palette.firs[0])
    yield trees.forest(frame, "mid", [(x, y + 7) for x, y in edge], 32 * near, frame.palette.firs[1])
    yield fill(land([(-20, base - 3), (frame.width + 20, base - 3)], base + 4), shade(frame.palette.meadow[2], 0.12))
    yield from lake(frame)
    yield from headlands(frame)
    yield from shore.bank(frame)
    yield from shore.framing(frame, (1.2, 1.2))


_HEADLAND = "M0 0C100-3 100 14 80 24S0 32 0 100Z"


def headlands(frame: Frame) -> Iterator[str]:
    """Land reaching into the lake from one side or both, with a few firs on it."""
    seed, top = frame.seed.under("headlands"), frame.horizon + 1
    reach, deep = frame.width * seed.number("reach", 0.2, 0.42), frame.ground - top
    for side in seed.choice("sides", ((0,), (1,), (0, 1))):
        start, inwards = (-10.0, 1) if side == 0 else (frame.width + 10, -1)
        grass = fill(_HEADLAND, frame.palette.meadow[2])
        yield stretched(grass, start, top, inwards * reach / 100, deep / 100)
        for n in range(4):
            x = start + inwards * reach * (0.2 + 0.19 * n)
            tall = seed.number((side, n), 30, 52) * frame.near
            yield trees.fir(x, top + 5 + seed.number((n, "y"), 0, 4), tall, frame.palette.firs[n % 2])


def lake(frame: Frame) -> Iterator[str]:
    """The tarn with the wood upside down in it, water lilies and reeds."""
    seed = frame.seed.under("lake")
    yield water.water(frame)
    yield line(f"M-5 {number(frame.horizon + 2)}H{number(frame.width + 5)}", "#fdf6e3", 1, 0.45)
    upside: list[Point] = [(-20, frame.horizon), (frame.width + 20, frame.horizon)]
    path = trees.forest(frame, "mirror", upside, 30 * frame.near, frame.palette.firs[1])
    yield f'<g transform="matrix(1 0 0 -1 0 {number(frame.horizon * 2 + 4)})" opacity=".18">{path}</g>'
    yield water.streaks(frame, frame.horizon + 5, frame.ground)
    x, y = frame.across(seed.number("lily", 0.2, 0.7)), frame.ground - 8 * frame.near
    pads = "".join(f"M{numbers(x + seed.number(n, -26, 26), y + seed.number((n, 'y'), -5, 3))}h4" for n in range(7))
    yield line(pads, "#6f9a6a", 2.2) + line(f"M{numbers(x + 3, y - 2)}h0M{numbers(x - 11, y - 1)}h0", "#fbf7ec", 2.4)
    if seed.yes("boat"):
        yield water.rowing_boat(
            frame.across(seed.choice("x", (0.3, 0.64))), frame.horizon + 12 * frame.near, 0.7 * frame.near, seed
        )
    yield reeds(frame, frame.across(seed.choice("reeds", (0.12, 0.86))), frame.ground + 4)


def reeds(frame: Frame, x: float, base: float) -> str:
    """A clump of reeds at the water's edge."""
    seed, stems = frame.seed.under("reeds"), ""
    for n in range(12):
        at = x + n * 3.2
        stems += f"M{numbers(at, base + 2)}q{numbers(0.4, -8, seed.number(n, -2, 3), -seed.number((n, 'h'), 10, 19))}"
    return line(stems, shade(frame.palette.meadow[2], 0.1), 1.1)


def wood(frame: Frame) -> Iterator[str]:
    """A lit path between tall pines and birches, light between the trunks."""
    near = frame.near
    yield sky.sky(frame)
    yield sky.sun(frame, 0.5, 26 * near, 26 * near)
    for tone, (name, size, up) in enumerate((("a", 62, -2), ("b", 54, 6))):
        colour = mix(frame.palette.hills[1], frame.palette.firs[0], 0.35 + 0.5 * tone)
        edge = [
            (-10, frame.horizon + up - 4),
            (frame.across(0.5), frame.horizon + up + 4),
            (frame.width + 10, frame.horizon + up - 6),
        ]
        yield trees.forest(frame, name, edge, size * near, colour)
    yield ground.meadow(frame, "floor", frame.horizon + 8, 3, 2)
    yield ground.meadow(frame, "floor2", frame.ground - 12 * near, 6, 1)
    yield from middle_trees(frame)
    yield from shore.bank(frame)
    yield from shore.framing(frame, (1, 1))


def middle_trees(frame: Frame) -> Iterator[str]:
    """Firs and birches scattered half-way in."""
    seed, near = frame.seed.under("middle"), frame.near
    count = int(frame.width / 34)
    for n in range(count):
        x = frame.across((n + 0.5) / count) + seed.number(n, -12, 12)
        y = frame.ground - (14 - 10 * seed.share(("y", n))) * near
        tall = seed.number(("tall", n), 46, 74) * near
        if seed.yes(("birch", n), 0.3):
            yield trees.birch(x, y, tall * 0.9, seed.choice(("leaf", n), frame.palette.leaves), seed.under(n))
        elif seed.yes(("pine", n), 0.3):
            yield trees.pine(x, y, tall, frame.palette.firs[1], seed.under(n))
        else:
            yield trees.fir(x, y, tall, frame.palette.firs[n % 2])


def farm(frame: Frame) -> Iterator[str]:
    """Fields in stripes, a red barn, a white house and a storehouse among birches."""
    seed, near = frame.seed, frame.near
    yield from sky.above(frame, (0.2, 0.82), 44, 20, 0.8)
    yield trees.forest(
        frame,
        "edge",
        [(-10, frame.horizon - 4), (frame.across(0.5), frame.horizon - 9), (frame.width + 10, frame.horizon - 2)],
        17 * near,
        frame.palette.firs[0],
    )
    yield from fields(frame)
    yield from farmstead(
        frame,
        seed.choice("farm", (frame.across(0.3), frame.width - 150 * near, frame.across(0.5) - 60 * near)),
        frame.horizon + 4,
        near,
    )
    yield from haymaking(frame)
    yield from shore.bank(frame)
    if not frame.tall:
        yield ground.fence(frame.ground + 2, frame.across(0.55), frame.width + 4)


CROPS = ("#c9b85a", "#8fae5c", "#dcc272", "#7c9a55", "#b3b85e", "#e6d08a", "#90a653")


def fields(frame: Frame) -> Iterator[str]:
    """Strips of corn, grass and rape running towards a point on the horizon."""
    seed, w = frame.seed.under("fields"), frame.width
    ridge = [(-10, frame.horizon - 3), (w / 2, frame.horizon - 7), (w + 10, frame.horizon - 2)]
    yield fill(land(ridge, frame.height), frame.palette.meadow[1])
    eye, x, n = (w * seed.number("eye", 0.35, 0.65), frame.horizon - 40), -0.75 * w, 0
    while x < w * 1.75:
        wide = w / 4.2 * seed.number(n, 0.6, 1.3)
        yield _strip(frame, eye, x, x + wide, CROPS[n % len(CROPS)])
        x, n = x + wide, n + 1


def _strip(frame: Frame, eye: Point, left: float, right: float, colour: str) -> str:
    floor, far = frame.ground + 12, frame.horizon
    corners = (_towards(eye, left, floor, far), _towards(eye, right, floor, far), (right, floor), (left, floor))
    rows = (left + (right - left) * share for share in (0.25, 0.5, 0.75))
    furrows = "".join(f"M{numbers(*_towards(eye, x, floor, far))}L{numbers(x, floor)}" for x in rows)
    return fill(polygon(corners), colour) + line(furrows, shade(colour, 0.08), 0.7)


def _towards(eye: Point, x: float, floor: float, y: float) -> Point:
    share = (y - eye[1]) / (floor - eye[1])
    return eye[0] + (x - eye[0]) * share, y


def farmstead(frame: Frame, x: float, base: float, size: float) -> Iterator[str]:
    """The yard with its tree."""
    seed, leaves = frame.seed.under("yard"), frame.palette.leaves
    yield trees.leafy(x - 8 * size, base - 2, 44 * size, leaves[1], seed.under(1))
    yield trees.leafy(x + 112 * size, base - 1, 36 * size, leaves[0], seed.under(2))
    yield landmarks.barn(x + 70 * size, base, 0.86 * size)
    yield houses.draw_house(
        houses.House("long", x - 4 * size, base, 36 * size, 19 * size, "#f5efe2", "#70361f", size, seed)
    )
    yield landmarks.storehouse(x - 24 * size, base + 1, 0.8 * size)
    yield trees.birch(x + 38 * size, base + 4, 40 * size, leaves[-1], seed.under(3))
    yield ground.flag(x - 44 * size, base + 2, 44 * size, 0.7 * size)


def haymaking(frame: Frame) -> Iterator[str]:
    """Round bales, larger the nearer."""
    seed = frame.seed.under("hay")
    for n in range(4):
        y = frame.horizon + 16 + n * (frame.ground - frame.horizon - 14) / 4.2
        yield ground.hay(frame.across(seed.number(n, 0.06, 0.94)), y, (3 + n * 1.1) * frame.near)
