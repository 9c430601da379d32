"""Water: its light, its streaks, what stands mirrored in it, and the boats."""

from hefte.drawing.chance import Seed
from hefte.drawing.colours import GLITTER, SNOW, shade, tint
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import box, element, fill, group, line, number, numbers

HULLS = ("#9a3b22", "#f5efe2", "#2b5f7a", "#7a4a30", "#1f4f49", "#c9892e")
SAILS = (("#fbf8ef", "#eae5d6"), ("#f6d9a8", "#e9c58a"), ("#fbf8ef", "#d98a5c"))


def water(frame: Frame, top: float | None = None, floor: float | None = None) -> str:
    """A sheet of water from the horizon (or a given top) down to the floor."""
    start = frame.horizon if top is None else top
    far, near = frame.palette.water
    paint = frame.gradient("w", far, near)
    end = frame.height if floor is None else floor
    return paint + box(0, start, frame.width, end - start, frame.paint("w"))


def streaks(frame: Frame, top: float, bottom: float, amount: float = 1) -> str:
    """Light ripples, longer and fewer towards the viewer."""
    seed = frame.seed.under("streaks")
    count = int(frame.width * (bottom - top) / 520 * amount) + 3
    path = ""
    for n in range(count):
        depth = seed.share(("depth", n))
        x, y = seed.number(("x", n), -10, frame.width), top + 3 + (bottom - top - 3) * depth
        wide = 7 + 15 * depth * frame.near
        path += f"M{numbers(x, y)}q{numbers(wide / 2, -1.3, wide, 0)}"
    return line(path, GLITTER, 0.8 * frame.near, 0.5)


def glitter(frame: Frame, across: float, radius: float, bottom: float) -> str:
    """The sun's path over the water, right below it."""
    seed, x, path = frame.seed.under("glitter"), frame.across(across), ""
    y, step = frame.horizon + 3, 4.2
    while y < bottom:
        half = radius * seed.number(y, 0.25, 0.85) * (1 - 0.35 * (y - frame.horizon) / 100)
        path += f"M{numbers(x - half + seed.number((y, 'x'), -5, 5), y)}h{number(half * 2)}"
        y, step = y + step, step * 1.12
    return line(path, "#fbe2a0", 1.5 * frame.near, 0.55)


def mirrored(x: float, top: float, width: float, depth: float, colour: str) -> str:
    """What stands on the shore, softly upside down in the water, broken by two ripples."""
    return (
        box(x, top, width, depth * 0.42, colour, 0.22)
        + box(x + 1, top + depth * 0.42 + 1.2, width - 2, depth * 0.26, colour, 0.17)
        + box(x + 2.5, top + depth * 0.68 + 2.6, max(1, width - 5), depth * 0.2, colour, 0.11)
    )


def sailing_boat(x: float, y: float, size: float, seed: Seed) -> str:
    """Mainsail and jib over a wooden hull; size 1 is 50 units high, y is the waterline."""
    hull, (main, jib) = seed.choice("hull", HULLS[:1] + HULLS[2:]), seed.choice("sails", SAILS)
    mirror = element(
        "g", fill("M-16 2h33l-7 6h-19z", hull) + fill("M2 9h15l-9 9H2zM-1 9h-10l6 7h4z", main), opacity=0.28
    )
    parts = (
        mirror
        + line("M0-50V-4", "#4a3a33", 1.6)
        + fill("M1.6-48Q17-28 17.5-9Q9-6.5 1.6-7.5Z", main)
        + fill("M-1.6-44Q-9-26-14.5-10.5Q-8-7-1.6-8Z", jib)
        + line("M1.6-7.5Q9-6.5 17.5-9", "#6b4a38", 1.1)
        + fill("M-19-6.5Q0-1.5 20-6.5Q17 2.5 12 3.5H-11Q-17 2.5-19-6.5Z", hull)
        + line("M-19-6.5Q0-1.5 20-6.5", tint(hull, 0.55), 1.4)
        + line("M0-50l6 2-6 2", "#b5432b", 0.9)
    )
    return group(parts, x, y, size, flip=seed.yes("flip"))


def wooden_boat(x: float, y: float, size: float, seed: Seed) -> str:
    """A double-ended «snekke» with a small wheelhouse; 44 units long at size 1."""
    hull = seed.choice("hull", HULLS)
    parts = (
        element("g", fill("M-18 3h36l-5 5h-26z", hull), opacity=0.28)
        + fill("M-7-7V-15H7L9-7Z", "#f5efe2")
        + fill("M-9-17H8.5L9-14.5H-9Z", shade(hull, 0.1))
        + fill("M-4.5-13h4v4h-4zM1.5-13h4l.8 4h-4.8z", "#5d7f8c")
        + line("M-13-8V-22", "#54392d", 1.1)
        + fill("M-22-8Q0-3 23-9.5Q20 2 13 4H-12Q-20 2-22-8Z", hull)
        + line("M-22-8Q0-3 23-9.5", tint(hull, 0.6), 1.6)
        + line("M-18-3Q0 1 19.5-3.5", shade(hull, 0.3), 0.8)
    )
    return group(parts, x, y, size, flip=seed.yes("flip"))


def rowing_boat(x: float, y: float, size: float, seed: Seed) -> str:
    """An empty rowing boat, moored."""
    hull = seed.choice("hull", HULLS)
    parts = (
        element("g", fill("M-14 3h28l-5 4h-18z", hull), opacity=0.28)
        + fill("M-17-6Q0-2 18-7Q15 2 10 3.5H-9Q-15 2-17-6Z", hull)
        + line("M-17-6Q0-2 18-7", tint(hull, 0.6), 1.5)
        + line("M-4-7L-14 4M4-7L13-12", "#8a5a3c", 1.2)
    )
    return group(parts, x, y, size, flip=seed.yes("flip"))


def swan(x: float, y: float, size: float, flip: bool = False) -> str:
    """A white bird on the water, with its mirror."""
    parts = (
        element("g", fill("M-9 2h17l-4 3h-9z", SNOW), opacity=0.35)
        + fill("M-11-5Q-8 3 0 2.5Q8 2.5 8-3Q2-9-3-5Q-7-2.5-11-5Z", SNOW)
        + line("M6-2Q11-6 7.5-10Q5-14 9-15", SNOW, 2.4)
        + line("M9.5-15l3 .8", "#d9822b", 1.4)
    )
    return group(parts, x, y, size, flip)


def jetty(x: float, y: float, length: float, depth: float = 9) -> str:
    """A wooden pier lying over the water from x to the right."""
    posts = "".join(f"M{numbers(x + at, y)}v{number(depth)}" for at in range(6, int(length), 17))
    planks = "".join(f"M{numbers(x + at, y - 1.6)}v3.2" for at in range(5, int(length), 6))
    return (
        line(posts, "#54392d", 2)
        + box(x, y - 2, length, 4, "#a3714c")
        + line(planks, "#8a5a3c", 0.6)
        + box(x, y + 2, length, 1.2, "#6d4632")
    )


def ice(frame: Frame, top: float, bottom: float) -> str:
    """A frozen lake with wind-swept snow and skate tracks."""
    seed, drifts = frame.seed.under("ice"), ""
    for n in range(int(frame.width / 26)):
        x, y = seed.number(("x", n), 0, frame.width), seed.number(("y", n), top + 4, bottom)
        drifts += f"M{numbers(x, y)}h{number(seed.number(('w', n), 12, 40))}"
    return line(drifts, SNOW, 2.2, 0.75)
