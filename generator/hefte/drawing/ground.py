"""What lies underfoot and stands beside the path: meadow, path, benches, flowers, rocks, fences."""

from hefte.drawing.chance import Seed
from hefte.drawing.colours import BARK, CREAM, shade, tint
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import Point, box, disc, fill, group, land, line, number, numbers, ribbon, stretched

Way = tuple[tuple[float, float, float], ...]


def meadow(frame: Frame, name: str, top: float, swell: float = 7, tone: int = 0) -> str:
    """A soft bank of grass from top to the lower edge; tone 0 is the lightest."""
    seed = frame.seed.under("meadow", name)
    count = 4
    edge: list[Point] = [
        (frame.width * (n / count) * 1.06 - 8, top + seed.number(n, -swell, swell)) for n in range(count + 1)
    ]
    return fill(land(edge, frame.height + 2), frame.palette.meadow[tone])


def way(frame: Frame) -> Way:
    """The places a path runs through: across a banner, or up into a cover."""
    seed = frame.seed.under("way")
    if frame.tall:
        low, side = frame.height + 6, 1 if seed.yes("side") else -1
        shares = ((0.0, -0.30, 84.0), (0.3, -0.1, 58.0), (0.55, 0.06, 40.0), (0.8, 0.26, 25.0), (0.97, 0.66, 13.0))
        rise = low - frame.ground - 10
        return tuple((frame.width * (0.5 + side * x), low - rise * y, w) for y, x, w in shares)
    wave = seed.number("wave", -4, 4)
    middle = frame.down(0.62)
    steps = (-0.03, 0.2, 0.45, 0.7, 1.03)
    return tuple(
        (frame.width * x, middle + wave * (1 if n % 2 else -1) * 0.9, 11.0 + 2 * (n % 2)) for n, x in enumerate(steps)
    )


def path(frame: Frame, places: Way) -> str:
    """The path itself, with a darker verge below."""
    lying = not frame.tall
    shape = ribbon(places, lying)
    verge = ribbon([(x, y + 1.4, w) for x, y, w in places], lying)
    return fill(verge, shade(frame.palette.meadow[2], 0.08)) + fill(shape, frame.palette.path)


def on_way(places: Way, share: float) -> Point:
    """The point a share of the way along."""
    at = share * (len(places) - 1)
    n = min(int(at), len(places) - 2)
    (x0, y0, _), (x1, y1, _) = places[n], places[n + 1]
    return x0 + (x1 - x0) * (at - n), y0 + (y1 - y0) * (at - n)


def bench(x: float, y: float, size: float = 1, colour: str = "#a9542f") -> str:
    """A park bench with back and armrests, 30 units long at size 1, standing on y."""
    legs = line("M-11-6V0M11-6V0M-11-6V-14.5M11-6V-14.5M-14-9.5H-9M9-9.5H14", "#3a3230", 1.6)
    slats = line("M-14.5-14H14.5M-14.5-11H14.5M-14.5-6.5H14.5", colour, 1.9)
    return group(line("M-14 .4H15", "#1f2a2e", 1.6, 0.16) + legs + slats, x, y, size)


def flowers(frame: Frame, top: float, colours: tuple[str, ...], amount: float = 1) -> str:
    """Dots of meadow flowers and tufts of grass along the lower edge."""
    seed, drawn = frame.seed.under("flowers"), ""
    count = int(frame.width / 16 * amount)
    for n, colour in enumerate(colours):
        dots = ""
        for m in range(n, count, len(colours)):
            x, y = seed.number(("x", m), 0, frame.width), seed.number(("y", m), top, frame.height)
            dots += f"M{numbers(x, y)}h0"
        drawn += line(dots, colour, 2.1 * frame.near) if dots else ""
    return drawn


def tufts(frame: Frame, top: float, amount: float = 1) -> str:
    """Small blades of grass."""
    seed, blades = frame.seed.under("tufts"), ""
    for n in range(int(frame.width / 15 * amount)):
        x, y = seed.number(("x", n), 0, frame.width), seed.number(("y", n), top, frame.height)
        blades += f"M{numbers(x - 1.8, y - 2.6)}l1.2 2.6m1-3.6l-.4 3.6m2.6-2.4l-1.6 2.4"
    return line(blades, shade(frame.palette.meadow[2], 0.16), 0.8 * frame.near)


_ROCKS = (
    ("M0 0C6-70 29-100 42-100S90-55 100 0Z", "M0 0C6-70 29-100 42-100Q30-50 36 0Z"),
    ("M0 0C6-60 36-100 54-100S92-60 100 0Z", "M0 0C6-60 36-100 54-100Q38-50 46 0Z"),
)


def rock(x: float, base: float, width: float, height: float, seed: Seed, colour: str = "#c3b2a0") -> str:
    """A smooth skerry polished by ice, lit from the right."""
    body, dark = seed.choice("shape", _ROCKS)
    drawn = fill(body, tint(colour, 0.18)) + fill(dark, shade(colour, 0.12))
    crack = f"M{numbers(x + width * 0.62, base - height * 0.6)}q{numbers(width * 0.06, height * 0.2, 1, height * 0.3)}"
    return stretched(drawn, x, base, width / 100, height / 100) + line(crack, shade(colour, 0.25), 0.9)


def fence(top: float, start: float, end: float) -> str:
    """A rail fence («skigard» made simple) between two x."""
    posts = "".join(f"M{numbers(start + at, top + 4)}v-11" for at in range(0, int(end - start), 13))
    rails = f"M{numbers(start, top - 4.5)}H{number(end)}M{numbers(start, top - 0.5)}H{number(end)}"
    return line(rails, "#b9a58a", 1.2) + line(posts, "#9a8468", 1.7)


def lamp(x: float, base: float, height: float) -> str:
    """A street lamp of the old kind."""
    return (
        line(f"M{numbers(x, base)}v{number(-height)}", "#2f3d3f", 1.5)
        + fill(f"M{numbers(x - 2.6, base - height - 6)}h5.2l-1.2 6h-2.8z", "#fdf0cb")
        + line(f"M{numbers(x - 3.2, base - height - 6.4)}h6.4M{numbers(x, base - height - 6)}v-2", "#2f3d3f", 1.3)
    )


def signpost(x: float, base: float, size: float = 1) -> str:
    """A wooden post with two arrows."""
    arms = fill("M-1-40h20l5 4-5 4h-20z", "#a9542f") + fill("M1-29h-17l-5 3.5 5 3.5h17z", CREAM)
    return group(line("M0 0V-44", BARK, 3) + arms, x, base, size)


def hay(x: float, base: float, size: float) -> str:
    """A round bale."""
    bale = disc(0, -10, 10, "#dcb763") + line("M-5-10a5 5 0 1 1 6 4", "#b98f3f", 1.6)
    return group(bale, x, base, size / 10)


def flag(x: float, base: float, height: float, size: float = 1) -> str:
    """The Norwegian flag on a white pole."""
    cloth = (
        box(0, 0, 16, 11.6, "#b5362c")
        + fill("M4 0h3.6v4.3h8.4v3h-8.4v4.3h-3.6v-4.3h-4v-3h4z", "#fbf7ec")
        + fill("M5 0h1.6v5.1h9.4v1.4h-9.4v5.1h-1.6v-5.1h-5v-1.4h5z", "#24406b")
    )
    pole = line(f"M{numbers(x, base)}v{number(-height)}", "#f2eee2", 1.1) + disc(x, base - height, 1.1, "#d9a53a")
    return pole + group(cloth, x + 0.5, base - height + 1.5, size)
