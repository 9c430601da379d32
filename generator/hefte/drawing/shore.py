"""Pictures by the water: harbour town, skerries with a lighthouse, beach, river with a bridge."""

from collections.abc import Iterator

from hefte.drawing import ground, houses, landmarks, sky, trees, water, wheels
from hefte.drawing.colours import shade
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import box, fill, land


def framing(frame: Frame, sides: tuple[float, float] = (1, 1), snow: bool = False) -> Iterator[str]:
    """Firs that hold the picture together at its two edges."""
    seed, near = frame.seed.under("framing"), frame.near
    reach = frame.down(0.62 if frame.tall else 0.9)
    for side, amount in enumerate(sides):
        for n in range(round(seed.number(("count", side), 2, 3.4) * amount)):
            away = (4 + n * 21 + seed.number((side, n), -5, 5)) * near
            x = away if side == 0 else frame.width - away
            tall = seed.number(("tall", side, n), 46, 78) * near * (1 - 0.17 * n)
            colour = frame.palette.firs[2 if n % 2 == 0 else 1]
            yield trees.fir(x, reach + seed.number(("y", side, n), -5, 7) * near, tall, colour, snow)


def walkers(frame: Frame, places: ground.Way, shares: tuple[float, ...], cold: bool = False) -> str:
    """Pairs of people on the path, smaller the farther away."""
    seed = frame.seed.under("walkers")
    every = seed.order("kinds", ("pushed", "rollator", "side by side", "arm in arm", "dog", "strolling"))
    kinds = wheels.companions(every, frame.wheels)
    drawn = ""
    for n, share in enumerate(shares):
        x, y = ground.on_way(places, share)
        size = 88 - 52 * share if frame.tall else 41
        drawn += wheels.company(kinds[n], x, y + 2, size, seed.under(n), cold)
    return drawn


def pairs(frame: Frame) -> tuple[float, ...]:
    """Where along the path people are: one pair on a card, two or three on a wide banner."""
    seed = frame.seed.under("pairs")
    if frame.tall:
        return (0.56, 0.2)
    if frame.width > 480:
        return (seed.number(1, 0.24, 0.4), seed.number(2, 0.58, 0.76))
    return (seed.number(1, 0.3, 0.66),)


def bank(frame: Frame) -> Iterator[str]:
    """The near shore: grass, path, bench, people, flowers."""
    places, near = ground.way(frame), frame.near
    top = frame.ground
    yield ground.meadow(frame, "bank", top, 6 * near, 0)
    if frame.tall:
        yield ground.meadow(frame, "rise", frame.down(0.32), 9, 1)
    yield ground.path(frame, places)
    taken = pairs(frame)
    share = max((0.16, 0.5, 0.85), key=lambda place: min(abs(place - other) for other in taken))
    if frame.tall:
        yield ground.bench(frame.across(0.72), frame.down(0.3), 1.1)
    elif frame.width > 300:
        yield ground.bench(frame.across(share), frame.down(0.24), 1)
    yield ground.tufts(frame, frame.down(0.8 if not frame.tall else 0.4), near)
    yield walkers(frame, places, taken)
    yield ground.flowers(frame, frame.down(0.84), ("#fbf7ec", "#f0c463", "#d97f5a"), 1.2)


def town(frame: Frame, size: float, start: float = 0.02, end: float = 0.98) -> Iterator[str]:
    """Houses along the far shore, mirrored, with trees between and the church among them."""
    base, seed = frame.horizon + 1, frame.seed.under("town")
    left, right = frame.across(start), frame.across(end)
    tower = left + (right - left) * seed.number("tower", 0.3, 0.62)
    row = houses.street(seed.under("left"), left, tower - 12 * size, base, size)
    row += houses.street(seed.under("right"), tower + 46 * size, right, base, size)
    yield trees.forest(frame, "town", [(left - 20, base - 6), (right + 20, base - 6)], 24 * size, frame.palette.firs[0])
    yield houses.hillside(seed.under("hillside"), left, right, base, size)
    for n in range(int((right - left) / 44)):
        x = left + (right - left) * seed.share(("tree", n))
        leaf = seed.choice(("leaf", n), frame.palette.leaves)
        yield trees.leafy(x, base, size * seed.number(("size", n), 22, 32), leaf, seed.under(n))
    yield quay(frame)
    yield houses.church(tower, base, size)
    yield from (houses.draw_house(house) for house in row)
    yield "".join(houses.mirror_house(house) for house in row)
    yield water.mirrored(tower - 8 * size, base + 3, 16 * size, 64 * size, "#fbf7ec")


def quay(frame: Frame) -> str:
    """Grass under the houses and the edge of the quay against the water."""
    y, wide = frame.horizon, frame.width + 20
    grass = box(-10, y - 5, wide, 7, shade(frame.palette.meadow[2], 0.06))
    return (
        grass + box(-10, y + 1.6, wide, 2.4, "#a99b88") + box(-10, y + 4, wide, 1, shade(frame.palette.water[0], 0.25))
    )


def boats(frame: Frame, amount: int) -> Iterator[str]:
    """Boats spread over the water, larger the nearer."""
    seed = frame.seed.under("boats")
    kinds = (water.sailing_boat, water.sailing_boat, water.wooden_boat, water.rowing_boat)
    places = seed.order("x", tuple((n + 0.5) / amount for n in range(amount)))
    depth = frame.ground - frame.horizon
    for n, across in enumerate(places):
        down = (n + 0.6) / amount
        y = frame.horizon + depth * (0.16 + 0.56 * down)
        x = frame.across(across) + seed.number(("x", n), -14, 14)
        kind = kinds[0] if n == amount - 1 else seed.choice(n, kinds)
        yield kind(x, y, (0.5 + 0.42 * down) * (1.35 if frame.tall else 1), seed.under(n))


def harbour(frame: Frame) -> Iterator[str]:
    """A small wooden town across a calm bay."""
    seed = frame.seed
    across = seed.choice("sun", (0.2, 0.76, 0.68))
    yield sky.sky(frame)
    yield sky.sun(frame, across, 34 * frame.near, 23 * frame.near)
    yield sky.clouds(frame, 2 + int(frame.width / 300))
    yield from sky.hills(frame)
    yield water.water(frame)
    yield water.glitter(frame, across, 20 * frame.near, frame.ground)
    yield from town(frame, 1.0 if not frame.tall else 1.15)
    yield water.streaks(frame, frame.horizon + 6, frame.ground)
    if seed.yes("jetty", 0.5) and not frame.tall:
        yield water.jetty(-4, frame.horizon + 20, frame.width * 0.2)
    yield from boats(frame, max(2, int(frame.width / 190)) + frame.tall)
    yield from bank(frame)
    yield from framing(frame, seed.choice("sides", ((1, 0.6), (0.6, 1), (1, 1))))
    yield sky.birds(frame, 0.42, 52)


def coast(frame: Frame) -> Iterator[str]:
    """Skerries, open sea and a lighthouse."""
    seed, near = frame.seed, frame.near
    across = seed.choice("sun", (0.24, 0.3))
    yield sky.sky(frame)
    yield sky.sun(frame, across, 16 * near, 24 * near)
    yield sky.clouds(frame, 3)
    yield fill(land(sky.ridge(frame, "isles", frame.horizon - 1, 12, 84), frame.horizon + 4), frame.palette.hills[0])
    yield water.water(frame)
    yield water.glitter(frame, across, 22 * near, frame.ground)
    yield water.streaks(frame, frame.horizon + 4, frame.ground, 1.2)
    yield from landmarks.skerry_with_lighthouse(frame, seed.number("lighthouse", 0.6, 0.74))
    yield from boats(frame, 2 if frame.width < 480 else 3)
    yield from rocky_shore(frame)
    yield sky.birds(frame, 0.45, 50, 4)


def rocky_shore(frame: Frame) -> Iterator[str]:
    """A path over grass between smooth rocks and pines."""
    seed, near = frame.seed.under("rocks"), frame.near
    for n in range(int(frame.width / 70) + 1):
        x = frame.across(n / (frame.width / 70)) + seed.number(n, -40, 10)
        yield ground.rock(
            x,
            frame.ground + 12 * near,
            seed.number(("w", n), 60, 110),
            seed.number(("h", n), 14, 24) * near,
            seed.under(n),
        )
    yield from bank(frame)
    for n, share in enumerate((0.04, 0.95)):
        x, tall = frame.across(share), seed.number(("pine", n), 62, 84) * near
        yield trees.pine(x, frame.down(0.5 if frame.tall else 0.78), tall, frame.palette.firs[1], seed.under("pine", n))
        yield ground.rock(
            x - 22, frame.down(0.66 if frame.tall else 1.02), 54 * near, 13 * near, seed.under("stone", n)
        )


def beach(frame: Frame) -> Iterator[str]:
    """A sandy bay with bathing huts and a jetty one can roll out on."""
    seed, near = frame.seed, frame.near
    yield sky.sky(frame)
    yield sky.sun(frame, seed.choice("sun", (0.25, 0.72)), 40 * near, 20 * near)
    yield sky.clouds(frame, 3)
    yield from sky.hills(frame, 0.7)
    yield trees.forest(
        frame, "shore", [(-10, frame.horizon - 1), (frame.width + 10, frame.horizon - 1)], 16, frame.palette.firs[0]
    )
    yield water.water(frame)
    yield water.streaks(frame, frame.horizon + 4, frame.ground, 1.2)
    yield from boats(frame, 2)
    yield from landmarks.bathing_place(frame)
    yield trees.pine(frame.across(0.05), frame.down(0.72), 74 * near, frame.palette.firs[1], seed.under("pine"))
    yield sky.birds(frame, 0.55, 44)


def river(frame: Frame) -> Iterator[str]:
    """A stone bridge whose arches close to circles in the river."""
    seed, near = frame.seed, frame.near
    yield from sky.above(frame, (0.2, 0.8), 38, 20)
    yield trees.far_wood(frame, "bank", frame.horizon - 3, 24 * near)
    grass = land(sky.ridge(frame, "bank", frame.horizon + 1, 7, 90), frame.horizon + 8)
    yield fill(grass, frame.palette.meadow[1])
    yield water.water(frame, frame.horizon + 3)
    yield from landmarks.river_bridge(frame)
    yield water.streaks(frame, frame.horizon + 12, frame.ground)
    moored = frame.across(seed.choice("boat", (0.2, 0.82)))
    yield water.rowing_boat(moored, frame.ground - 16 * near, 0.9 * near, seed.under("boat"))
    yield from bank(frame)
    foot = frame.down(0.5 if frame.tall else 0.85)
    for n, share in enumerate((0.03, 0.97, 0.11)):
        leaf, tall = frame.palette.leaves[n % len(frame.palette.leaves)], seed.number(("birch", n), 66, 92)
        yield trees.birch(frame.across(share), foot, tall * near, leaf, seed.under(n))
