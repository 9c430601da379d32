"""Lines on the ground as short texts, in and out: encoded polylines (Google, 2008), which scripts read as well."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

Position = tuple[float, float]

DECIMALS = 4
"""Four decimals of a degree are 11 m to the north; a walk is written with five."""


def encoded(line: Iterable[Position], decimals: int = DECIMALS) -> str:
    """Write (latitude, longitude) as the steps from one to the next; the first from 0, 0."""
    whole = [(0, 0), *((round(lat * 10**decimals), round(lon * 10**decimals)) for lat, lon in line)]
    steps = (there[axis] - here[axis] for here, there in pairwise(whole) for axis in (0, 1))
    return "".join("".join(_letters(step)) for step in steps)


def _letters(step: int) -> Iterator[str]:
    rest = ~(step << 1) if step < 0 else step << 1
    while rest >= 0x20:
        yield chr((0x20 | (rest & 0x1F)) + 63)
        rest >>= 5
    yield chr(rest + 63)


def decoded(text: str, decimals: int = DECIMALS) -> tuple[Position, ...]:
    """Read what `encoded` wrote."""
    steps = tuple(_steps(text))
    lat = lon = 0
    line = []
    for north, east in zip(steps[::2], steps[1::2], strict=True):
        lat, lon = lat + north, lon + east
        line.append((lat / 10**decimals, lon / 10**decimals))
    return tuple(line)


def _steps(text: str) -> Iterator[int]:
    value = shift = 0
    for letter in text:
        code = ord(letter) - 63
        value |= (code & 0x1F) << shift
        shift += 5
        if code < 0x20:
            yield ~(value >> 1) if value & 1 else value >> 1
            value = shift = 0
