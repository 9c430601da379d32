"""Firs, birches, pines and broad-leaved trees, and rows of them far away."""

from hefte.drawing.chance import Seed
from hefte.drawing.colours import BARK, SNOW, shade, tint
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import Point, fill, line, number, numbers, oval, ovals

_TIERS = ((0.36, 0.4), (0.62, 0.7), (0.9, 1.0))


def fir(x: float, base: float, height: float, colour: str, snow: bool = False) -> str:
    """A spruce with drooping branches, lit from the right; the trunk stands on base."""
    foot, wide = base - height * 0.09, height * 0.29
    left = _side(x, foot, height, -wide)
    right = _side(x, foot, height, wide)
    top = f"M{numbers(x, base - height)}"
    trunk = line(f"M{numbers(x, foot - 2)}V{number(base)}", BARK, max(1.6, height * 0.055))
    drawn = trunk + fill(f"{top}{left}H{number(x)}Z", colour) + fill(f"{top}{right}H{number(x)}Z", tint(colour, 0.11))
    return drawn + (_snow(x, foot, height, wide) if snow else "")


def _side(x: float, foot: float, height: float, wide: float) -> str:
    rise, path = height * 0.91, ""
    for down, out in _TIERS:
        y = foot - rise * (1 - down / 0.9)
        tip = x + wide * out
        path += f"Q{numbers(x + wide * out * 0.42, y - rise * 0.13, tip, y)}"
        if out < 1:
            path += f"Q{numbers(x + wide * out * 0.7, y - rise * 0.005, x + wide * out * 0.42, y - rise * 0.05)}"
    return path


def _snow(x: float, foot: float, height: float, wide: float) -> str:
    rise, path = height * 0.91, ""
    for down, out in _TIERS:
        y, tip = foot - rise * (1 - down / 0.9), x + wide * out
        path += f"M{numbers(x + wide * out * 0.34, y - rise * 0.15)}Q{numbers(x + wide * out * 0.62, y - rise * 0.07, tip - wide * 0.06, y - rise * 0.015)}"
        path += f"M{numbers(x - wide * out * 0.3, y - rise * 0.16)}Q{numbers(x - wide * out * 0.5, y - rise * 0.08, x - wide * out * 0.7, y - rise * 0.055)}"
    return line(path, SNOW, max(1.2, height * 0.045))


def forest(frame: Frame, name: str, edge: list[Point], height: float, colour: str) -> str:
    """A far wood as one shape: spires along an edge of (x, y) points, filled down 8 units."""
    seed, path, n = frame.seed.under("forest", name), "", 0
    x, end = edge[0][0], edge[-1][0]
    while x < end:
        tall = height * seed.number(n, 0.55, 1)
        half, y = tall * 0.26, _height_at(edge, x) + 2
        path += f"M{numbers(x, y)}l{numbers(half, -tall * 0.5)}h{number(-half * 0.34)}l{numbers(half * 0.5, -tall * 0.5)} {numbers(half * 0.5, tall * 0.5)}h{number(-half * 0.34)}l{numbers(half, tall * 0.5)}v7h{number(-half * 2.3)}z"
        x += half * seed.number((n, "gap"), 0.9, 1.9)
        n += 1
    return fill(path, colour)


def _height_at(edge: list[Point], x: float) -> float:
    for (x0, y0), (x1, y1) in zip(edge, edge[1:], strict=False):
        if x <= x1:
            share = (x - x0) / (x1 - x0)
            soft = share * share * (3 - 2 * share)
            return y0 + (y1 - y0) * soft
    return edge[-1][1]


def leafy(x: float, base: float, height: float, colour: str, seed: Seed) -> str:
    """A broad-leaved tree: trunk with two branches, a full crown with light from the right."""
    wide = height * seed.number("wide", 0.27, 0.36)
    middle = base - height * 0.62
    fork = f"M{numbers(x, base)}V{number(middle)}M{numbers(x, base - height * 0.4)}l{numbers(wide * 0.42, -height * 0.15)}M{numbers(x, base - height * 0.33)}l{numbers(-wide * 0.38, -height * 0.14)}"
    places = ((x, middle, wide, height * 0.38), (x - wide * 0.55, middle + height * 0.1, wide * 0.72, height * 0.22))
    crown = ovals((*places, (x + wide * 0.55, middle + height * 0.08, wide * 0.75, height * 0.23)), colour)
    light = oval(x + wide * 0.26, middle - height * 0.1, wide * 0.62, height * 0.22, tint(colour, 0.16))
    return crown + light + line(fork, shade(BARK, 0.1), max(1.1, height * 0.035))


def poplar(x: float, base: float, height: float, colour: str) -> str:
    """A slim park tree."""
    wide = height * 0.19
    crown = oval(x, base - height * 0.58, wide, height * 0.42, colour)
    crown += oval(x + wide * 0.3, base - height * 0.62, wide * 0.55, height * 0.3, tint(colour, 0.16))
    return crown + line(f"M{numbers(x, base)}v{number(-height * 0.5)}", BARK, max(1, height * 0.035))


def birch(x: float, base: float, height: float, colour: str, seed: Seed) -> str:
    """White trunk with dark marks under an airy crown."""
    lean = seed.number("lean", -0.05, 0.05) * height
    trunk = f"M{numbers(x, base)}Q{numbers(x + lean * 0.2, base - height * 0.4, x + lean, base - height * 0.85)}"
    marks = "".join(
        f"M{numbers(x - height * 0.012 + lean * share * 0.6, base - height * share)}h{number(height * 0.022)}"
        for share in (0.08, 0.17, 0.24, 0.36)
    )
    top = base - height * 0.66
    crown = oval(x + lean, top, height * 0.2, height * 0.34, colour)
    crown += oval(x + lean - height * 0.12, top + height * 0.14, height * 0.15, height * 0.19, shade(colour, 0.06))
    crown += oval(x + lean + height * 0.1, top + height * 0.04, height * 0.15, height * 0.24, tint(colour, 0.18))
    return crown + line(trunk, "#f2eee2", max(1.3, height * 0.042)) + line(marks, "#4b4440", max(0.6, height * 0.016))


def pine(x: float, base: float, height: float, colour: str, seed: Seed) -> str:
    """A coastal pine: rust-red leaning trunk, flat clouds of needles."""
    lean = seed.number("lean", -0.14, 0.14) * height
    top = base - height
    trunk = f"M{numbers(x, base)}Q{numbers(x - lean * 0.4, base - height * 0.5, x + lean, top + height * 0.2)}M{numbers(x + lean * 0.1, base - height * 0.5)}l{numbers(height * 0.17, -height * 0.14)}"
    drawn = line(trunk, "#9a5a3c", height * 0.045)
    clouds = [
        (x + lean + side * height, base - height * up, wide * height, height * 0.085)
        for side, up, wide in ((0.2, 0.56, 0.2), (-0.12, 0.7, 0.24), (0.12, 0.82, 0.26), (0, 0.95, 0.17))
    ]
    lit = [(cx + height * 0.03, cy - height * 0.025, a * 0.75, b * 0.6) for cx, cy, a, b in clouds]
    return drawn + ovals(clouds, colour) + ovals(lit, tint(colour, 0.12))


def bush(x: float, base: float, size: float, colour: str) -> str:
    """A rounded shrub."""
    return fill(
        f"M{numbers(x - size, base)}q{numbers(-size * 0.2, -size * 0.8, size * 0.5, -size * 0.8)}q{numbers(size * 0.4, -size * 0.7, size * 0.9, -0.1 * size)}q{numbers(size * 0.8, 0, size * 0.6, size * 0.9)}z",
        colour,
    )
