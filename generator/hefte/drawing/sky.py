"""Sky, sun, clouds, birds and the hills behind everything."""

from collections.abc import Iterator

from hefte.drawing.chance import Seed
from hefte.drawing.colours import GLITTER, NIGHT_SKY, mix
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import Point, box, disc, element, fill, group, land, line, numbers


def sky(frame: Frame) -> str:
    """The whole canvas in the colours of the hour; an open sky fades into the page above."""
    top, low = NIGHT_SKY if frame.night else frame.palette.sky
    paint = frame.gradient("a", top, low, fade=0 if frame.open_sky else 1)
    whole = paint + box(0, 0, frame.width, frame.horizon + 12, frame.paint("a"))
    return whole + stars(frame) if frame.night else whole


def sun(frame: Frame, across: float, height: float, radius: float = 22) -> str:
    """The sun (by night the moon) with its halo; height is above the horizon."""
    x, y, light = frame.across(across), frame.horizon - height * (0.72 if frame.tall else 1), frame.palette.sun
    if frame.night:
        radius *= 0.72
        y -= radius * 0.9
    halo = element(
        "g", disc(x, y, radius * 1.75, light) + disc(x, y, radius * 1.32, light), opacity=0.1 if frame.night else 0.3
    )
    return halo + disc(x, y, radius, light)


def stars(frame: Frame) -> str:
    """A calm scatter, thinner towards the horizon."""
    count = int(frame.width * frame.horizon / 1800)
    places = (
        (frame.seed.number(("star", n), 0, frame.width), frame.horizon * frame.seed.share(("h", n)) * 0.8)
        for n in range(count)
    )
    path = "".join(f"M{numbers(x, y)}h0" for x, y in places)
    return line(path, "#f1f4d2", 1.1, 0.8)


def clouds(frame: Frame, count: int, low: float = 0.18, high: float = 0.5) -> str:
    """Long flat clouds with round ends."""
    seed = frame.seed.under("clouds")
    if frame.tall:
        count, low, high = 2, 0.46, 0.62
    drawn = "".join(_cloud(frame, seed.under(n), (n + 0.5) / count, low, high) for n in range(count))
    return element("g", drawn, opacity=0.14 if frame.night else 0.62)


_CLOUD = "M0 0q4-17 20-17 10-17 27-14 14 0 20 15 25-3 33 16z"


def _cloud(frame: Frame, seed: Seed, across: float, low: float, high: float) -> str:
    x, y = frame.across(across) + seed.number("x", -50, 20), frame.horizon * seed.number("y", low, high)
    return group(fill(_CLOUD, GLITTER), x, y, seed.number("wide", 0.3, 0.54) * frame.near)


def birds(frame: Frame, across: float, height: float, count: int = 3) -> str:
    """Gulls, a small flock."""
    seed, path = frame.seed.under("birds"), ""
    for n in range(count):
        x = frame.across(across) + n * 13 + seed.number(("x", n), -4, 4)
        y = frame.horizon - height + seed.number(("y", n), -9, 9)
        path += f"M{numbers(x - 4.5, y - 1.6)}q2.8-1.6 4.5 1.6q1.7-3.2 4.5-1.6"
    return line(path, mix(frame.palette.hills[2], "#1f2a2e", 0.3), 1.2)


def ridge(frame: Frame, name: str, base: float, rise: float, step: float = 62) -> list[Point]:
    """Soft hilltops above a base, from edge to edge."""
    seed = frame.seed.under("ridge", name)
    count = max(3, round(frame.width / step))
    span = (frame.width + 40) / count
    return [
        (n * span - 20, base - rise * (0.25 + 0.75 * seed.share(n)) * (1 if n % 2 else 0.55)) for n in range(count + 1)
    ]


def hills(frame: Frame, rise: float = 1) -> Iterator[str]:
    """Two rows of hills, paler the farther away."""
    far, middle, _ = frame.palette.hills
    floor = frame.horizon + 6
    yield fill(land(ridge(frame, "far", frame.horizon - 6, 52 * rise, 105), floor), far)
    yield fill(land(ridge(frame, "middle", frame.horizon - 2, 30 * rise, 74), floor), middle)


def above(frame: Frame, suns: tuple[float, ...], height: float, radius: float, rise: float = 1) -> Iterator[str]:
    """Sky, sun at one of the places across, clouds and hills: how most pictures begin."""
    yield sky(frame)
    yield sun(frame, frame.seed.choice("sun", suns), height * frame.near, radius * frame.near)
    yield clouds(frame, 3)
    yield from hills(frame, rise)
