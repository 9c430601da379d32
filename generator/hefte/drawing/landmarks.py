"""What a walk is named after: lighthouse, bridge, bathing huts, rampart, barn, cabin."""

from collections.abc import Iterator

from hefte.drawing import ground, houses, trees, water, wheels
from hefte.drawing.colours import PANE, ROOFS, SNOW, STONE, mix, shade, tint
from hefte.drawing.frame import Frame
from hefte.drawing.houses import House
from hefte.drawing.shapes import Point, box, disc, fill, group, land, line, number, numbers, polygon, rectangle


def lighthouse(x: float, base: float, size: float) -> str:
    """A white tower with a red band, 70 units high at size 1."""
    tower = fill("M-8 0L-5.2-48H5.2L8 0Z", "#fbf7ec") + fill("M-8 0L-5.2-48H-1L-2 0Z", shade("#f6f0e2", 0.1))
    bands = fill("M-7.3-12L-6.4-27H6.4L7.3-12Z", "#b5432b") + fill("M-7.3-12L-6.4-27H-1.4L-1.7-12Z", "#98361f")
    lantern = box(-4.4, -58, 8.8, 9, PANE) + line("M-4.4-58V-49M0-58V-49M4.4-58V-49", "#3a4446", 1)
    top = fill("M-6-58Q0-69 6-58Z", "#b5432b") + line("M0-64V-69M-7-49H7", "#3a4446", 1.4)
    doors = fill("M-2 0V-7Q0-9.5 2-7V0ZM-1.4-34h2.8v4h-2.8z", "#5b4136")
    return group(tower + bands + doors + lantern + top, x, base, size)


def skerry_with_lighthouse(frame: Frame, across: float) -> Iterator[str]:
    """A skerry out at sea with tower, keeper's house and their mirrors."""
    x, base, size = frame.across(across), frame.horizon + 10, 0.86 * frame.near if frame.tall else 1.0
    seed = frame.seed.under("skerry")
    yield water.mirrored(x - 6 * size, base + 3, 12 * size, 58 * size, "#fbf7ec")
    yield ground.rock(x - 74 * size, base + 4, 70 * size, 11 * size, seed.under("left"))
    yield ground.rock(x + 14 * size, base + 4, 66 * size, 14 * size, seed.under("right"))
    yield ground.rock(x - 34 * size, base + 4, 76 * size, 20 * size, seed.under("middle"))
    yield lighthouse(x, base - 12 * size, size)
    house = House("long", x + 14 * size, base - 8 * size, 26 * size, 12 * size, "#b5432b", ROOFS[0], 0.8 * size, seed)
    yield houses.draw_house(house)
    yield fill(f"M{numbers(x - 40 * size, base + 3)}q{numbers(45 * size, -7, 90 * size, 0)}z", "#8f9b6a")
    yield line(f"M{numbers(x - 80 * size, base + 5)}H{number(x + 84 * size)}", "#fdf6e3", 1, 0.5)


def river_bridge(frame: Frame) -> Iterator[str]:
    """An arched stone bridge from bank to bank, its arches mirrored to circles."""
    near = frame.near
    foot, middle, span = frame.horizon + 9 * near, frame.across(0.5), 50 * near
    deck, width = frame.horizon - 15 * near, span * 2.06
    rise = f"Q{numbers(middle, deck - 12 * near, middle + width, deck + 4 * near)}"
    body = f"M{numbers(middle - width, foot)}V{number(deck + 4 * near)}{rise}V{number(foot)}z"
    crown = f"M{numbers(middle - width, deck + 4 * near)}{rise}"
    stone = mix(STONE, "#e9c9a0", 0.35)
    yield fill(body, stone)
    yield line(_openings(middle, span, foot, 1), shade(stone, 0.2), 2.2 * near)
    yield fill(_openings(middle, span, foot, 1), mix(frame.palette.water[0], frame.palette.hills[1], 0.35))
    yield box(middle - width, foot, width * 2, 15 * near, stone, 0.4)
    yield fill(_openings(middle, span, foot, 0), frame.palette.water[0], 0.9)
    yield line(crown, tint(stone, 0.45), 4 * near) + line(crown, shade(stone, 0.3), 0.7 * near)
    yield from _bridge_ends(frame, middle, width, deck, foot)


def _openings(middle: float, span: float, foot: float, up: int) -> str:
    """Four half arches, over the water or mirrored in it."""
    radii = [(n, span * (0.43 if abs(n) < 1 else 0.37)) for n in (-1.5, -0.5, 0.5, 1.5)]
    return "".join(
        f"M{numbers(middle + n * span - r, foot)}a{numbers(r, r * (0.8 if up else 0.6))} 0 0 {up} {numbers(2 * r, 0)}z"
        for n, r in radii
    )


def _bridge_ends(frame: Frame, middle: float, width: float, deck: float, foot: float) -> Iterator[str]:
    near, leaves = frame.near, frame.palette.leaves
    for side in (-1, 1):
        inner, outer = middle + side * (width - 14 * near), middle + side * (frame.width / 2 + 30)
        crest = deck + 5 * near
        slope = numbers(inner, crest, inner + side * 30 * near, crest)
        shape = f"M{numbers(inner - side * 16 * near, foot + 2)}Q{slope}H{number(outer)}V{number(foot + 2)}Z"
        yield fill(shape, frame.palette.meadow[1])
        for n in range(2):
            x = inner + side * (30 + 30 * n) * near
            leaf = leaves[(n + side) % len(leaves)]
            yield trees.leafy(x, crest + (3 + 6 * n) * near, (38 + 7 * n) * near, leaf, frame.seed.under(side, n))


def bathing_place(frame: Frame) -> Iterator[str]:
    """Sand with bathing huts, and a jetty with a rail that one can roll out on."""
    near, seed, w = frame.near, frame.seed.under("bathing"), frame.width
    top = frame.ground - 6 * near
    rise = ((0.0, 16), (0.3, 6), (0.62, -8), (1.05, -26))
    sand: list[Point] = [(w * share - 10, top + high * near) for share, high in rise]
    yield fill(land([(x, y - 3) for x, y in sand], frame.height + 2), "#fdf6e3")
    yield fill(land(sand, frame.height + 2), "#f0dcb4")
    walls, size = seed.order("walls", ("#b5432b", "#e4b65c", "#8aa6b2", "#f5efe2", "#90a78f")), 17 * near
    for n in range(4):
        x, base = w * 0.99 - (4 - n) * 23 * near, top - 10 * near - n * 1.2
        yield houses.draw_house(House("wharf", x, base, size, size, walls[n], ROOFS[n % 3], 0.8 * near, seed.under(n)))
    yield from bathing_jetty(frame, w * 0.44)
    yield ground.meadow(frame, "dune", frame.down(0.62), 4, 0)
    yield ground.path(frame, tuple((x, y + (0 if frame.tall else 8), wide) for x, y, wide in ground.way(frame)))
    kinds = wheels.companions(("rollator", "dog", "arm in arm"), frame.wheels)
    kind, tall = seed.choice("kind", kinds), 70 if frame.tall else 40
    yield wheels.company(kind, frame.across(0.66), frame.down(0.84), tall, seed.under("in"))
    yield ground.tufts(frame, frame.down(0.66), 1.4)


def bathing_jetty(frame: Frame, length: float) -> Iterator[str]:
    """The jetty with its rail and two people on their way out."""
    near, seed = frame.near, frame.seed.under("jetty")
    deck = frame.ground - 2 * near
    posts = "".join(f"M{number(x)} {number(deck - 11 * near)}v{number(11 * near)}" for x in range(12, int(length), 24))
    rail = f"M6 {number(deck - 11 * near)}H{number(length - 8)}M6 {number(deck - 6 * near)}H{number(length - 8)}"
    yield water.jetty(-6, deck, length, 12 * near)
    kind = seed.choice("kind", wheels.companions(("side by side", "pushed"), frame.wheels))
    yield wheels.company(kind, length * 0.5, deck - 1, 38 * near, seed.under("out"))
    yield line(posts + rail, "#f6f0e2", 1.3)


BARRACKS = ("#e4b65c", "#eccb8f", "#d9a24a")


def rampart(frame: Frame) -> Iterator[str]:
    """Grass-grown walls in zigzag over a moat, with ochre barracks, trees, flag and a cannon."""
    near, seed = frame.near, frame.seed.under("rampart")
    base, top = frame.horizon + 8 * near, frame.horizon - 16 * near
    for n, wall in enumerate(BARRACKS):
        x, wide = frame.across(0.3 + 0.2 * n), seed.number(n, 44, 62) * near
        yield houses.draw_house(House("long", x, top + 4, wide, 14 * near, wall, "#9c4a2f", near, seed.under(n)))
    yield ground.flag(frame.across(0.24), top, 52 * near, 0.95 * near)
    yield from trees.avenue(frame, "rampart", top + 3, 34, 24, 38)
    yield from _bastions(frame, top, base)
    yield cannon(frame.across(seed.number("cannon", 0.62, 0.7)), top - 0.5, near)


def _bastions(frame: Frame, top: float, base: float) -> Iterator[str]:
    """Pointed bastions: faces towards the light and away from it, a wall at their foot, a moat."""
    dark, lit = frame.palette.meadow[2], frame.palette.meadow[0]
    w, near = frame.width, frame.near
    points = max(4, round(w / (74 * near))) * 2
    corners = [w * (n / points) * 1.06 - 0.03 * w for n in range(points + 1)]
    upper = [(x, top + (4 * near if n % 2 else 0)) for n, x in enumerate(corners)]
    lower = [(x, base + (9 * near if n % 2 else 0)) for n, x in enumerate(corners)]
    stone = 6.5 * near
    yield fill(polygon((*upper, *((x, y + 24 * near) for x, y in reversed(lower)))), dark, 0.2)
    for n in range(points):
        left, right = lower[n], lower[n + 1]
        yield fill(polygon((upper[n], upper[n + 1], right, left)), lit if n % 2 else frame.palette.meadow[1])
        foot = polygon(((left[0], left[1] - stone), (right[0], right[1] - stone), right, left))
        yield fill(foot, tint(STONE, 0.2) if n % 2 else shade(STONE, 0.1))
    yield line("M" + "L".join(numbers(*point) for point in upper), tint(lit, 0.3), 1.6 * near)
    yield line("M" + "L".join(numbers(x, y + 1) for x, y in lower), "#fdf6e3", 1, 0.5)


def cannon(x: float, base: float, size: float) -> str:
    """An old gun, harmless now."""
    return group(
        line("M-6-6L11-9.5", "#34403f", 4)
        + disc(-3, -4, 4, "#5b4136")
        + disc(-3, -4, 1.5, "#8a6a52")
        + line("M-4-4L-14-1", "#5b4136", 2.2),
        x,
        base,
        size,
    )


def barn(x: float, base: float, size: float) -> str:
    """A red barn with a bridge to the hayloft; 64 units wide."""
    body = box(-32, -24, 64, 24, "#a83c26") + box(-32, -5, 64, 5, "#b9ad9c")
    boards = line("".join(f"M{at} -24v19" for at in range(-28, 32, 6)), "#94321f", 0.6)
    roof = fill("M-36-22.5L-28-42H28L36-22.5Z", "#5d5350") + line("M-28-42H28", "#7d736e", 1.2)
    doors = fill("M-8-5v-15h16v15z", "#f6f0e2") + line("M-8-5L8-20M-8-20L8-5M0-20V-5", "#a83c26", 1.2)
    windows = fill("M-25-18h6v6h-6zM19-18h6v6h-6z", PANE)
    ramp = fill("M8 0L36 0L58 4H-6Z", "#8f9b6a", 0)
    return group(body + boards + roof + doors + windows + ramp, x, base, size)


def storehouse(x: float, base: float, size: float) -> str:
    """A «stabbur» on posts."""
    return group(
        line("M-8-5V0M8-5V0M0-5V0", "#b9ad9c", 3)
        + box(-9, -15, 18, 10, "#6d4632")
        + box(-12, -27, 24, 12, "#7d5238")
        + line("M-12-23H12M-12-19H12M-9-11H9", "#5b3a2a", 0.7)
        + fill("M-16-25L0-39L16-25Z", "#6f7a4e")
        + box(-2.5, -12, 5, 7, "#4a2f22"),
        x,
        base,
        size,
    )


def cabin(x: float, base: float, size: float, snow: bool = False) -> str:
    """A small log cabin with lit windows and smoke from the chimney."""
    roof = SNOW if snow else "#4b5a44"
    smoke = line("M11-38Q15-45 10-51T14-63", "#fdf6e3", 3, 0.55)
    return group(
        smoke
        + box(9, -37, 5, 10, "#8b7d70")
        + box(-20, -17, 40, 17, "#6d4632")
        + line("M-20-13H20M-20-8.5H20M-20-4H20", "#57372a", 0.8)
        + fill("M-25-15.5L-17-32H17L25-15.5Z", "#4a2f26")
        + fill("M-25-17.5L-17-34H17L25-17.5L22-16Q0-19-22-16Z", roof)
        + fill(rectangle(-15, -12.5, 7, 7) + rectangle(9, -12.5, 7, 7), PANE)
        + box(-3, -12, 6.5, 12, "#a83c26"),
        x,
        base,
        size,
    )
