"""Firs, birches, pines and broad-leaved trees, 100 high where they are drawn; and rows of them far away."""

from collections.abc import Iterator
from itertools import pairwise

from hefte.drawing.chance import Seed
from hefte.drawing.colours import BARK, SNOW, shade, tint
from hefte.drawing.frame import Frame
from hefte.drawing.shapes import Point, fill, group, line, number, numbers, ovals, stretched

_FIR_LEFT = "M0-100Q-4-75-10-64Q-7-63-4-68Q-7-51-18-38Q-12-38-8-43Q-11-21-26-9H0Z"
_FIR_RIGHT = "M0-100Q4-75 10-64Q7-63 4-68Q7-51 18-38Q12-38 8-43Q11-21 26-9H0Z"
_FIR_SNOW = (
    "M3.5-77Q6.5-70 10-65M-3-78Q-5-71-7-69M6-51Q11-44 17-39M-5-52Q-9-45-13-42M9-23Q16-15 25-10M-8-24Q-13-16-18-14"
)
_FORK = "M0 0V-62M0-40L13-55M0-33L-12-47"


def fir(x: float, base: float, height: float, colour: str, snow: bool = False) -> str:
    """A spruce with drooping branches, lit from the right; the trunk stands on base."""
    drawn = line("M0-12V0", BARK, 6) + fill(_FIR_LEFT, colour) + fill(_FIR_RIGHT, tint(colour, 0.11))
    return group(drawn + (line(_FIR_SNOW, SNOW, 4.5) if snow else ""), x, base, height / 100)


def forest(frame: Frame, name: str, edge: list[Point], height: float, colour: str) -> str:
    """A far wood as one shape: spires along an edge of (x, y) points, filled some way down."""
    seed, path, n = frame.seed.under("forest", name), "", 0
    x, end = edge[0][0], edge[-1][0]
    while x < end:
        tall = height * seed.number(n, 0.55, 1)
        path += f"M{numbers(x, _height_at(edge, x) + 2)}{_spire(tall * 0.26, tall * 0.5)}"
        x += tall * 0.26 * seed.number((n, "gap"), 0.9, 1.9)
        n += 1
    return fill(path, colour)


def far_wood(frame: Frame, name: str, y: float, height: float) -> str:
    """A far wood from edge to edge at one height."""
    return forest(frame, name, [(-10, y), (frame.width + 10, y)], height, frame.palette.firs[0])


def avenue(frame: Frame, name: str, base: float, apart: float, low: float, high: float) -> Iterator[str]:
    """Broad-leaved trees in a row from edge to edge."""
    seed, count = frame.seed.under(name), int(frame.width / apart)
    for n in range(count):
        x = frame.across((n + 0.5) / count) + seed.number(("x", n), -apart / 4, apart / 4)
        leaf, tall = seed.choice(("leaf", n), frame.palette.leaves), seed.number(("tall", n), low, high)
        yield leafy(x, base, tall * frame.near, leaf, seed.under(n))


def _spire(half: float, rise: float) -> str:
    right, step, top = number(half), number(-half * 0.34), number(half * 0.5)
    up, down = number(-rise), number(rise)
    return f"l{right} {up}h{step}l{top} {up} {top} {down}h{step}l{right} {down}v7h{number(-half * 2.3)}z"


def _height_at(edge: list[Point], x: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(edge):
        if x <= x1:
            share = (x - x0) / (x1 - x0)
            return y0 + (y1 - y0) * share * share * (3 - 2 * share)
    return edge[-1][1]


def leafy(x: float, base: float, height: float, colour: str, seed: Seed) -> str:
    """A broad-leaved tree: trunk with two branches, a full crown with light from the right."""
    crown = ovals(((0, -62, 31, 38), (-17, -52, 22, 22), (17, -54, 23, 23)), colour)
    light = ovals(((8, -72, 19, 22),), tint(colour, 0.16))
    drawn = crown + light + line(_FORK, shade(BARK, 0.1), 3.8)
    return stretched(drawn, x, base, height * seed.number("wide", 0.0088, 0.0116), height / 100)


def poplar(x: float, base: float, height: float, colour: str) -> str:
    """A slim park tree."""
    crown = ovals(((0, -58, 19, 42),), colour) + ovals(((6, -62, 10, 30),), tint(colour, 0.16))
    return group(crown + line("M0 0V-50", BARK, 3.5), x, base, height / 100)


def birch(x: float, base: float, height: float, colour: str, seed: Seed) -> str:
    """White trunk with dark marks under an airy crown."""
    crown = ovals(((3, -66, 20, 34),), colour) + ovals(((-9, -52, 15, 19),), shade(colour, 0.06))
    trunk = line("M0 0Q1-40 4-85", "#f2eee2", 4.2) + line("M-1-8H1M-1-17H1M0-24H2M0-36H2", "#4b4440", 1.6)
    lit = ovals(((13, -62, 15, 24),), tint(colour, 0.18))
    return group(crown + lit + trunk, x, base, height / 100, seed.yes("turned"))


def pine(x: float, base: float, height: float, colour: str, seed: Seed) -> str:
    """A coastal pine: rust-red leaning trunk, flat clouds of needles."""
    needles = ((32, -56, 20, 8.5), (0, -70, 24, 8.5), (24, -82, 26, 8.5), (12, -95, 17, 8.5))
    lit = tuple((across + 3, up - 2.5, wide * 0.75, 5) for across, up, wide, _ in needles)
    trunk = line("M0 0Q-5-50 12-80M1-50L18-64", "#9a5a3c", 4.5)
    drawn = trunk + ovals(needles, colour) + ovals(lit, tint(colour, 0.12))
    return group(drawn, x, base, height / 100, seed.yes("turned"))
