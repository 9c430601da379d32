"""«Min profil» once more, in plain Python and from the model itself: what the script on the device must agree with.

Every point of the way is asked on its own, so nothing here is shared with the rows or with the script.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from hefte.assessment.reach import ground_length
from hefte.model import Walk
from hefte.model.walk import Stretch
from hefte.telling.sources import is_unsure

FITS, PART, UNKNOWN, NOT = "ja", "delvis", "vet-ikke", "nei"
RANK = {FITS: 3, PART: 2, UNKNOWN: 1, NOT: 0}
_WORST = (NOT, UNKNOWN, FITS)

Limits = Mapping[str, int]


class Judged(NamedTuple):
    """The mark of a walk, and how many metres fit from the start."""

    mark: str
    reach: float


def judge(walk: Walk, limits: Limits) -> Judged:
    """What the limits say of a walk."""
    ground = ground_length(walk.stretches, walk.length, walk.course)
    points = tuple(_points(walk, limits, ground))
    whole = {name: answer for name in limits if (answer := _of_walk(walk, name, limits[name], ground))}
    reach = next((from_m for from_m, answers in points if set(answers) - {FITS}), ground)
    every = {answer for _, answers in points for answer in answers} | set(whole.values())
    if every <= {FITS}:
        return Judged(FITS, ground)
    if whole.get("lengde", FITS) != FITS:
        reach = min(reach, limits["lengde"] / 2)
    if any(answer != FITS for name, answer in whole.items() if name != "lengde"):
        reach = 0
    return Judged(PART if reach > 0 else NOT if NOT in every else UNKNOWN, reach)


def _points(walk: Walk, limits: Limits, ground: float) -> Iterator[tuple[float, list[str]]]:
    """Each piece of the way with the answers of all limits there; where stretches overlap, the worst counts."""
    names = [name for name in limits if name in _ASKED]
    ends = sorted({0.0, ground, *(end for one in walk.stretches for end in (one.from_m, one.to_m))})
    unsure = is_unsure(walk, "strekninger")
    for from_m, to_m in pairwise(ends) if ground else ((0.0, 0.0),):
        here = [one for one in walk.stretches if one.from_m <= from_m and one.to_m >= to_m] or [None]
        yield from_m, [_worst(_asked(one, name, limits, walk, unsure=unsure) for one in here) for name in names]


def _worst(answers: Iterator[str]) -> str:
    return min(answers, key=_WORST.index)


def _asked(stretch: Stretch | None, name: str, limits: Limits, walk: Walk, *, unsure: bool) -> str:
    if name == "benk":
        return _benches(None if unsure else stretch, limits[name], walk)
    return UNKNOWN if stretch is None or unsure else _ASKED[name](stretch, limits[name])


def _slope(value: float | None, limit: int) -> str:
    return UNKNOWN if value is None else FITS if round(abs(value), 1) <= round(limit / 100 + 1e-9, 1) else NOT


def _width(stretch: Stretch, limit: int) -> str:
    width, places = stretch.width_cm, stretch.passing_places
    if width is None:
        return UNKNOWN
    if width >= limit or (width >= 120 and places):
        return FITS
    return UNKNOWN if width >= 120 and places is None else NOT


def _firm(stretch: Stretch, _: int) -> str:
    return {None: UNKNOWN, "fast": FITS}.get(stretch.firmness, NOT)


def _even(stretch: Stretch, _: int) -> str:
    gap = stretch.plank_gap_cm
    if stretch.evenness == "ujevnt" or (gap is not None and gap > 1):
        return NOT
    if stretch.evenness is None or (gap is None and stretch.surface in {None, "tre"}):
        return UNKNOWN
    return FITS


def _road(stretch: Stretch, _: int) -> str:
    return UNKNOWN if stretch.road is None else NOT if stretch.road == "sti" else FITS


def _obstacles(stretch: Stretch, limit: int) -> str:
    if stretch.obstacles is None:
        return UNKNOWN
    if limit == 0:
        return NOT if stretch.obstacles else FITS
    if any(one.type == "trapp" or one.passable == "nei" for one in stretch.obstacles):
        return NOT
    return FITS if all(one.passable == "ja" for one in stretch.obstacles) else UNKNOWN


def _benches(stretch: Stretch | None, limit: int, walk: Walk) -> str:
    gap = stretch.bench_gap_m if stretch else None
    if gap is None and walk.benches and not is_unsure(walk, "benker"):
        gap = walk.benches.longest_gap_m
        gap = walk.length if gap is None and walk.benches.count == 0 else gap
    return UNKNOWN if gap is None else FITS if gap <= limit else NOT


_ASKED = {
    "stigning": lambda stretch, limit: _slope(stretch.slope_degrees, limit),
    "tverrfall": lambda stretch, limit: _slope(stretch.cross_slope_degrees, limit),
    "bredde": _width,
    "sti": _road,
    "fasthet": _firm,
    "tilstand": _even,
    "hinder": _obstacles,
    "benk": None,
}


def _of_walk(walk: Walk, name: str, limit: int, ground: float) -> str:
    """The answer of a limit for the whole walk; empty for limits of stretches."""
    if name == "lengde":
        if walk.length is None or is_unsure(walk, "lengde"):
            return NOT if walk.length is None and ground > limit else UNKNOWN
        return FITS if walk.length <= limit else NOT
    if name == "hc_toalett":
        return _yes(walk.toilet.accessible if walk.toilet else None, unsure=is_unsure(walk, "toalett"))
    if name == "hc_parkering":
        spaces = walk.parking.accessible_spaces if walk.parking else None
        return _yes(None if spaces is None else "ja" if spaces else "nei", unsure=is_unsure(walk, "parkering"))
    return ""


def _yes(answer: str | None, *, unsure: bool) -> str:
    return UNKNOWN if unsure or answer in {None, "delvis"} else FITS if answer == "ja" else NOT
