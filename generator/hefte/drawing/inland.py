"""Pictures inland: tarn, wood, farm, hill with a view, winter."""

from collections.abc import Iterator

from hefte.drawing import ground, houses, landmarks, shore, sky, trees, water, wheels
from hefte.drawing.colours import SNOW, mix, shade
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import Point, fill, land, line, number, numbers, polygon


def tarn(frame: Frame) -> Iterator[str]:
    """A quiet lake in the fir woods, with a bench."""
    seed, near = frame.seed, frame.near
    yield sky.sky(frame)
    yield sky.sun(frame, seed.choice("sun", (0.26, 0.74)), 44 * near, 19 * near)
    yield sky.clouds(frame, 3)
    yield from sky.hills(frame, 0.9)
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


def headlands(frame: Frame) -> Iterator[str]:
    """Land reaching into the lake from one side or both, with a few firs on it."""
    seed, top = frame.seed.under("headlands"), frame.horizon + 1
    reach = frame.width * seed.number("reach", 0.2, 0.42)
    for side in seed.choice("sides", ((0,), (1,), (0, 1))):
        start, tip = (-10.0, reach) if side == 0 else (frame.width + 10, frame.width - reach)
        shape = f"M{numbers(start, top)}C{numbers(tip, top - 1, tip, top + 5, tip * 0.8 + start * 0.2, top + 9)}S{numbers(start, top + 12, start, frame.ground)}Z"
        yield fill(shape, frame.palette.meadow[2])
        for n in range(4):
            x = start + (tip - start) * (0.2 + 0.19 * n)
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
    seed, near = frame.seed, frame.near
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
    yield sky.sky(frame)
    yield sky.sun(frame, seed.choice("sun", (0.2, 0.82)), 44 * near, 20 * near)
    yield sky.clouds(frame, 4)
    yield from sky.hills(frame, 0.8)
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
        yield ground.fence(frame, frame.ground + 2, frame.across(0.55), frame.width + 4)


def fields(frame: Frame) -> Iterator[str]:
    """Strips of corn, grass and rape running towards a point on the horizon."""
    seed = frame.seed.under("fields")
    eye = (frame.across(seed.number("eye", 0.35, 0.65)), frame.horizon - 40)
    colours = ("#c9b85a", "#8fae5c", "#dcc272", "#7c9a55", "#b3b85e", "#e6d08a", "#90a653")
    yield fill(
        land(
            [(-10, frame.horizon - 3), (frame.across(0.5), frame.horizon - 7), (frame.width + 10, frame.horizon - 2)],
            frame.height,
        ),
        frame.palette.meadow[1],
    )
    floor, step, n = frame.ground + 12, frame.width / 4.2, 0
    x = -frame.width * 0.75
    while x < frame.width * 1.75:
        wide = step * seed.number(n, 0.6, 1.3)
        yield fill(
            polygon(
                (
                    _towards(eye, x, floor, frame.horizon),
                    _towards(eye, x + wide, floor, frame.horizon),
                    (x + wide, floor),
                    (x, floor),
                )
            ),
            colours[n % len(colours)],
        )
        furrow = "".join(
            f"M{numbers(*_towards(eye, x + wide * share, floor, frame.horizon))}L{numbers(x + wide * share, floor)}"
            for share in (0.25, 0.5, 0.75)
        )
        yield line(furrow, shade(colours[n % len(colours)], 0.08), 0.7)
        x, n = x + wide, n + 1


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


def view(frame: Frame) -> Iterator[str]:
    """From a hill: ridge behind ridge in blue, a fjord far below, a bench to see it from."""
    seed, near = frame.seed, frame.near
    yield sky.sky(frame)
    yield sky.sun(frame, seed.choice("sun", (0.36, 0.66)), 46 * near, 22 * near)
    yield sky.clouds(frame, 3)
    far, middle, close = frame.palette.hills
    for n, (lift, rise, colour) in enumerate(
        ((14, 44, mix(far, frame.palette.sky[1], 0.35)), (4, 36, far), (-8, 30, middle))
    ):
        yield fill(land(sky.ridge(frame, f"row{n}", frame.horizon - lift, rise * near, 96), frame.height), colour)
    yield fjord(frame)
    yield trees.forest(
        frame,
        "slope",
        [
            (-10, frame.ground - 22 * near),
            (frame.across(0.34), frame.ground - 2),
            (frame.across(0.7), frame.ground + 2),
            (frame.width + 10, frame.ground - 24 * near),
        ],
        26 * near,
        mix(close, frame.palette.firs[0], 0.6),
    )
    yield from shore.bank(frame)
    for n, share in enumerate((0.07, 0.93)):
        yield ground.rock(
            frame.across(share) - 40 * near,
            frame.down(0.6 if frame.tall else 0.86),
            80 * near,
            22 * near,
            seed.under("rock", n),
        )
        yield trees.pine(
            frame.across(share),
            frame.down(0.46 if frame.tall else 0.62),
            seed.number(("pine", n), 66, 92) * near,
            frame.palette.firs[2],
            seed.under("pine", n),
        )
    yield sky.birds(frame, 0.5, 40)


def fjord(frame: Frame) -> str:
    """A winding arm of water between the ridges below, with isles and a sail."""
    top, low = frame.horizon + 1, frame.ground + 8
    w = frame.width
    wet = f"M{numbers(w * 0.5, top)}C{numbers(w * 0.62, top + 5, w * 0.42, top + 9, w * 0.3, top + 16)}S{numbers(w * 0.06, low - 8, -10, low)}H{number(w + 10)}C{numbers(w * 0.86, low - 12, w * 0.72, top + 14, w * 0.66, top + 9)}S{numbers(w * 0.6, top + 2, w * 0.5, top)}Z"
    isle = f"M{numbers(w * 0.46, top + 20)}q{numbers(w * 0.04, -6, w * 0.09, 0)}z"
    return (
        frame.gradient("w", *frame.palette.water)
        + fill(wet, frame.paint("w"))
        + fill(isle, frame.palette.hills[2])
        + water.sailing_boat(w * 0.6, top + 24, 0.3 * frame.near, frame.seed.under("sail"))
    )


def winter(frame: Frame) -> Iterator[str]:
    """Snow on the firs, a frozen lake, a cabin with light in its windows and a kick sled."""
    seed, near = frame.seed, frame.near
    yield sky.sky(frame)
    yield sky.sun(frame, seed.choice("sun", (0.3, 0.72)), 30 * near, 20 * near)
    yield sky.clouds(frame, 2)
    yield from sky.hills(frame, 1.1)
    yield trees.forest(
        frame,
        "far",
        [(-10, frame.horizon - 6), (frame.across(0.5), frame.horizon - 1), (frame.width + 10, frame.horizon - 8)],
        26 * near,
        frame.palette.firs[0],
    )
    yield water.water(frame, frame.horizon)
    yield water.ice(frame, frame.horizon, frame.ground)
    yield fill(
        land(
            [
                (frame.across(0.5), frame.horizon + 14),
                (frame.across(0.72), frame.horizon + 1),
                (frame.width + 20, frame.horizon - 4),
            ],
            frame.horizon + 14,
        ),
        "#eef1f0",
    )
    cabin = frame.across(seed.number("cabin", 0.68, 0.8))
    for n, (away, tall) in enumerate(((-42, 42), (36, 54), (56, 40), (-60, 30))):
        colour = frame.palette.firs[n % 2]
        yield trees.fir(cabin + away * near, frame.horizon + 7, tall * near, colour, snow=True)
    yield landmarks.cabin(cabin, frame.horizon + 8, near, snow=True)
    yield from snowfield(frame)
    yield from shore.framing(frame, (1, 0.6), snow=True)
    if seed.yes("snowing", 0.6):
        yield snowfall(frame)


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
