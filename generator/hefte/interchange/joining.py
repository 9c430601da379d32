"""Lines that touch, laid end to end: a map holds a way in pieces, and cut where two ways meet."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from hefte.near import metres_between
from hefte.track import Segment, Track, lay_out

TOUCH_M = 2.0


class Link(NamedTuple):
    """A line by its number, and whether it is walked from its end to its start."""

    line: int
    turned: bool


Chain = tuple[Link, ...]


class Laid(NamedTuple):
    """A chain as one track, and where each of its ways begins and ends on it, in metres."""

    track: Track
    ends: tuple[tuple[float, float], ...]


def chains(ways: Sequence[Sequence[Segment]]) -> tuple[Chain, ...]:
    """Join ways whose ends lie within two metres, never past a fork; by the first of them.

    A way is one line or several in order. A chain is walked in the direction of most of its ways.
    """
    ends = _Ends()
    edges = {number: (ends.node(lines[0][0][:2]), ends.node(lines[-1][-1][:2])) for number, lines in enumerate(ways)}
    at: dict[int, list[int]] = defaultdict(list)
    for number, (first, last) in edges.items():
        at[first].append(number)
        at[last].append(number)
    found = [_forward(chain) for chain in _chains(edges, at)]
    return tuple(sorted(found, key=lambda chain: min(link.line for link in chain)))


def laid(ways: Sequence[Sequence[Segment]], chain: Chain) -> Laid:
    """Lay a chain out: lines that touch become one, and a hole between two stays a hole."""
    turned = [_turned(ways[link.line]) if link.turned else ways[link.line] for link in chain]
    lengths = [lay_out(lines).length_m for lines in turned]
    ends = tuple(pairwise(accumulate(lengths, initial=0.0)))
    return Laid(lay_out(_joined([line for lines in turned for line in lines if len(line) > 1])), ends)


def _turned(lines: Sequence[Segment]) -> Sequence[Segment]:
    return [line[::-1] for line in reversed(lines)]


def _joined(lines: Sequence[Segment]) -> Iterator[Segment]:
    whole: Segment = ()
    for line in lines:
        if whole and metres_between(whole[-1][:2], line[0][:2]) > TOUCH_M:
            yield whole
            whole = line
        else:
            whole = (*whole, *(line[1:] if whole else line))
    if whole:
        yield whole


def _chains(edges: dict[int, tuple[int, int]], at: dict[int, list[int]]) -> Iterator[Chain]:
    """First from where ways end or fork, then the rings."""
    left = dict.fromkeys(edges)
    ends = [node for node in at if len(at[node]) != 2]
    for node in (*ends, *at):
        for number in at[node]:
            if number in left:
                yield tuple(_followed(number, node, edges, at, left))


def _followed(
    number: int, node: int, edges: dict[int, tuple[int, int]], at: dict[int, list[int]], left: dict[int, None]
) -> Iterator[Link]:
    """Walk on from a node until the way ends, forks or comes back."""
    while number in left:
        del left[number]
        first, last = edges[number]
        turned = first != node
        yield Link(number, turned)
        node = first if turned else last
        if len(at[node]) != 2:
            return
        number = next((other for other in at[node] if other in left), number)


def _forward(chain: Chain) -> Chain:
    turned = sum(link.turned for link in chain)
    if 2 * turned > len(chain) or (2 * turned == len(chain) and chain[0].turned):
        return tuple(Link(link.line, not link.turned) for link in reversed(chain))
    return chain


class _Ends:
    """The spots where lines end; two within reach of each other are one."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[int, tuple[float, float]]]] = defaultdict(list)
        self._count = 0

    def node(self, spot: tuple[float, float]) -> int:
        """The number of the spot, an old one or a new."""
        north = math.floor(spot[0] * 111_320 / TOUCH_M)
        east = math.floor(spot[1] * 111_320 * math.cos(math.radians(spot[0])) / TOUCH_M)
        for row in (north - 1, north, north + 1):
            for column in (east - 1, east, east + 1):
                for number, known in self._cells[row, column]:
                    if metres_between(spot, known) <= TOUCH_M:
                        return number
        self._count += 1
        self._cells[north, east].append((self._count, spot))
        return self._count
