"""The reach bar of a book: the pieces of a walk to scale, in thousandths of its length."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from hefte.booklet.volume import Segment

WHOLE = 1000


class Piece(NamedTuple):
    """A piece of the bar: its class, where it begins and how wide it is, of WHOLE."""

    state: str
    start: int
    width: int


def pieces_of(segments: Iterable[Segment]) -> tuple[Piece, ...]:
    """Neighbours of one class as one piece; nothing where nobody has measured anything."""
    joined = [
        (state, sum(one.length for one in alike)) for state, alike in groupby(segments, key=lambda one: one.state)
    ]
    whole = sum(length for _, length in joined)
    if not whole or all(state == "unknown" for state, _ in joined):
        return ()
    ends = [round(WHOLE * sum(length for _, length in joined[: at + 1]) / whole) for at in range(len(joined))]
    return tuple(
        Piece(state, start, end - start)
        for (state, _), start, end in zip(joined, (0, *ends), ends, strict=False)
        if end > start
    )
