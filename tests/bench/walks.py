"""How long tracks take: `make bench-walks` reads, measures and simplifies made-up ones; CPU seconds.

50,000 points are the most that a file may have, promised below a second; 1,036 tracks with 165,000 points are
promised within ten. Each point has a height and a time, as a watch writes them.
"""

import math
import random
import time
from collections.abc import Callable, Iterator

from hefte.gpx import read_gpx, write_gpx
from hefte.track import Track, climb, levels, simplify, steepest

MOST = 50_000
TRACKS, POINTS = 1_036, 165_000
WITHIN_M = 3.0


def made_up(points: int, seed: int) -> bytes:
    """A GPX file of a path that winds and rolls, as a watch writes it."""
    chance = random.Random(seed)
    lat, lon, height, way = 59.2, 10.9, 20.0, chance.uniform(0, 2 * math.pi)
    rows = []
    for _ in range(points):
        way += chance.gauss(0, 0.2)
        lat, lon = lat + math.cos(way) * 6 / 111_400, lon + math.sin(way) * 6 / 57_000
        height = max(0.0, height + chance.gauss(0, 0.4))
        rows.append(f'<trkpt lat="{lat:.6f}" lon="{lon:.6f}"><ele>{height:.1f}</ele><time>2026-10-14T09:00:00Z</time>')
    return f'<gpx version="1.1"><trk><trkseg>{"</trkpt>".join(rows)}</trkpt></trkseg></trk></gpx>'.encode()


def timed(name: str, work: Callable[[], object]) -> Iterator[str]:
    """Do it, and tell the CPU seconds."""
    start = time.process_time()
    work()
    yield f"{name:<50} {time.process_time() - start:6.2f} s"


def read(data: bytes) -> Track:
    """The track of a file that holds one."""
    track, _ = read_gpx("spor/en.gpx", data)
    assert track is not None
    return track


def lines(most: int = MOST, tracks: int = TRACKS, points: int = POINTS) -> Iterator[str]:
    """The figures, a line each."""
    big = made_up(most, seed=1)
    each = points // tracks
    many = [made_up(each + (number < points % tracks), seed=number) for number in range(tracks)]
    track = read(big)
    yield from timed(f"{most} points: read", lambda: read(big))
    yield from timed(f"{most} points: climb", lambda: climb(track))
    yield from timed(f"{most} points: steepest", lambda: steepest(track))
    yield from timed(f"{most} points: profile", lambda: levels(track))
    yield from timed(f"{most} points: simplified", lambda: simplify(track, WITHIN_M))
    yield from timed(f"{most} points: published copy", lambda: write_gpx(track))
    yield from timed(
        f"{tracks} tracks, {points} points: read, simplified",
        lambda: [simplify(read(data), WITHIN_M) for data in many],
    )


if __name__ == "__main__":
    for line in lines():
        print(line)
