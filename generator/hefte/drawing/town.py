"""Pictures in town: the square, the city park with its lake, the park in autumn, the old rampart."""

from collections.abc import Iterator

from hefte.drawing import ground, houses, landmarks, shore, sky, trees, water, wheels
from hefte.drawing.colours import ROOFS, shade, tint
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import box, fill, land, line, number, numbers

BLOCKS = ("#d9a066", "#c97b54", "#ecd3a4", "#b5664a", "#dfd8c6", "#a9b3a0", "#e2b98a")


def city(frame: Frame) -> Iterator[str]:
    """Blocks of flats round a park with a lake and swans."""
    seed, near, y = frame.seed, frame.near, frame.horizon
    yield from sky.above(frame, (0.24, 0.78), 52, 20, 1.1)
    yield from skyline(frame, y - 6 * near)
    grass = land([(-10, y - 8), (frame.width / 2, y - 10), (frame.width + 10, y - 8)], y + 6)
    yield fill(grass, frame.palette.meadow[1])
    yield from trees.avenue(frame, "avenue", y + 2, 22, 20, 36)
    yield water.water(frame, y + 3)
    yield water.mirrored(-10, y + 3, frame.width + 20, 26, frame.palette.meadow[2])
    yield water.streaks(frame, y + 10, frame.ground)
    for n in range(3):
        x = frame.across(seed.number(("swan", n), 0.12, 0.9))
        yield water.swan(x, y + (16 + 6 * n) * near, 0.62 * near, seed.yes(("flip", n)))
    yield from shore.bank(frame)
    for n, share in enumerate((0.03, 0.97)):
        tall, leaf = seed.number(("near", n), 66, 84) * near, frame.palette.leaves[n]
        yield trees.leafy(frame.across(share), frame.down(0.5), tall, leaf, seed.under("near", n))


def skyline(frame: Frame, base: float) -> Iterator[str]:
    """Blocks side by side, a church spire and a tower among them."""
    seed, x, n = frame.seed.under("skyline"), -8.0, 0
    walls, near = seed.order("walls", BLOCKS), frame.near
    tower = frame.width * seed.number("tower", 0.3, 0.6)
    while x < frame.width:
        if tower - 14 * near < x < tower + 22 * near:
            yield houses.church(x + 12 * near, base, (0.8 if frame.tall else 1.0) * near)
            x += 24 * near
        wide, floors = seed.number(n, 28, 46) * near, seed.whole(("floors", n), 3, 5)
        yield houses.block(x, base + 4, wide, floors, walls[n % len(walls)], ROOFS[n % len(ROOFS)], near, seed.under(n))
        x, n = x + wide + seed.number((n, "gap"), 0, 4), n + 1


def park(frame: Frame) -> Iterator[str]:
    """Tall trees in the colours of the season, lamps, leaves on the grass."""
    seed, near = frame.seed, frame.near
    yield from sky.above(frame, (0.28, 0.7), 50, 22)
    yield ground.meadow(frame, "back", frame.horizon, 5, 2)
    yield from grove(frame, frame.horizon + 6, 30, 34, 26)
    yield ground.meadow(frame, "middle", frame.horizon + 14 * near, 6, 1)
    yield from grove(frame, frame.horizon + 24 * near, 56, 58, 76)
    yield from shore.bank(frame)
    for share in (0.22, 0.78):
        yield ground.lamp(frame.across(share), frame.down(0.2), 34 * near)
    yield ground.flowers(frame, frame.down(0.1), frame.palette.leaves[:3], 1.3)
    yield trees.leafy(
        frame.across(seed.choice("big", (0.05, 0.95))),
        frame.down(0.5),
        104 * near,
        seed.choice("leaf", frame.palette.leaves),
        seed.under("big"),
    )


def grove(frame: Frame, base: float, low: float, high: float, apart: float) -> Iterator[str]:
    """Broad-leaved trees in a loose row."""
    seed, near = frame.seed.under("grove", apart), frame.near
    count = max(2, int(frame.width / (apart * near)))
    for n in range(count):
        x = frame.across((n + 0.5) / count) + seed.number(("x", n), -apart / 4, apart / 4)
        leaf = seed.choice(("leaf", n), frame.palette.leaves)
        tall = seed.number(("h", n), low, high) * near
        y = base + seed.number(("y", n), -3, 4)
        if seed.yes(("slim", n), 0.3):
            yield trees.poplar(x, y, tall * 1.1, leaf)
        else:
            yield trees.leafy(x, y, tall, leaf, seed.under(n))


def rampart(frame: Frame) -> Iterator[str]:
    """The old fortress town behind its walls and moat."""
    near = frame.near
    yield from sky.above(frame, (0.12, 0.84), 46, 20, 0.8)
    yield water.water(frame, frame.horizon)
    yield from landmarks.rampart(frame)
    yield water.streaks(frame, frame.horizon + 16 * near, frame.ground)
    yield water.swan(frame.across(frame.seed.number("swan", 0.3, 0.7)), frame.ground - 12 * near, 0.6 * near)
    yield from shore.bank(frame)
    yield trees.leafy(frame.across(0.02), frame.down(0.5), 84 * near, frame.palette.leaves[0], frame.seed.under("near"))


def square(frame: Frame) -> Iterator[str]:
    """Close to the houses: a paved square with trees and people meeting."""
    seed, near, w = frame.seed, frame.near, frame.width
    yield from sky.above(frame, (0.3, 0.7), 50, 18, 1.1)
    base = frame.down(0.22) - 6
    yield ground.meadow(frame, "behind", frame.horizon, 4, 2)
    yield trees.far_wood(frame, "behind", base - 32 * near, 26 * near)
    for house in houses.street(seed.under("row"), -12, w + 30, base, 1.75 * near):
        yield houses.draw_house(house)
    yield box(0, base, w, frame.height - base, shade(frame.palette.path, 0.1))
    paving = land([(-10, base + 9), (w / 2, base + 6), (w + 10, base + 9)], frame.height)
    yield fill(paving, tint(frame.palette.path, 0.1))
    yield cobbles(frame, base + 10)
    yield from trees.avenue(frame, "trees", base + 4, 74 * near, 36, 42)
    yield from meeting(frame)


def cobbles(frame: Frame, top: float) -> str:
    """A few paving stones hinted at."""
    seed, path = frame.seed.under("cobbles"), ""
    for n in range(int(frame.width / 9)):
        x, y = seed.number(("x", n), 0, frame.width), seed.number(("y", n), top, frame.height)
        path += f"M{numbers(x, y)}h{number(seed.number(n, 3, 7))}"
    return line(path, shade(frame.palette.path, 0.16), 0.9)


def meeting(frame: Frame) -> Iterator[str]:
    """Pairs spread over the square."""
    seed = frame.seed.under("meeting")
    every = seed.order("kinds", ("pushed", "rollator", "side by side", "arm in arm", "dog", "strolling"))
    kinds = wheels.companions(every, frame.wheels)
    if frame.tall:
        for n, (across, down) in enumerate(((0.2, 0.5), (0.74, 0.62), (0.36, 0.92))):
            yield wheels.company(kinds[n], frame.across(across), frame.down(down), 62 + 22 * down, seed.under(n))
        return
    count = 2 if frame.width < 480 else 4
    for n in range(count):
        x = frame.across((n + 0.5) / count) + seed.number(n, -14, 14)
        yield wheels.company(kinds[n], x, frame.height - (6 if n % 2 else 13), 44, seed.under(n))
