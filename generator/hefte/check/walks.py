"""Walks: measures that can be true, stretches that join, a grade that is not too kind."""

from collections.abc import Iterator, Mapping

from hefte.catalogue import Catalogue
from hefte.model import Stretch, Walk
from hefte.model.choices import YesNoPartly
from hefte.model.walk import Obstacle
from hefte.model.walk_choices import Grade, ObstacleType
from hefte.problem import Problem, Rule
from hefte.telling.pace import stops_wheels

LONGEST_WALK = 100_000.0
"""Metres; the longest day of a pilgrim is 30 km, and no booklet of short walks holds more."""

SHORTEST_WALK = 20.0
LENGTH_LEEWAY = 1.02
"""Stretches are measured by wheel and the walk by map: 2 % apart is no mistake."""

# Merkehåndboka 2019: below so many metres long, and below so many metres of climb.
GRADES: Mapping[Grade, tuple[float, float]] = {
    Grade.GREEN: (5_000.0, 300.0),
    Grade.BLUE: (10_000.0, 600.0),
    Grade.RED: (20_000.0, 1_000.0),
}


def lengths_are_likely(catalogue: Catalogue) -> Iterator[Problem]:
    """A walk of 0 m or 400 km is a slip of the unit."""
    for walk in _walks(catalogue):
        if walk.length is not None and not SHORTEST_WALK <= walk.length <= LONGEST_WALK:
            values = {"value": _kilometres(walk.length)}
            yield Problem(walk.where("lengde"), Rule.UNLIKELY_LENGTH, values)


def climbs_are_shorter_than_walks(catalogue: Catalogue) -> Iterator[Problem]:
    """Nobody climbs more metres than they walk."""
    for walk in _walks(catalogue):
        if walk.length is not None and walk.climb_m is not None and walk.climb_m > walk.length:
            values = {"climb": round(walk.climb_m), "length": round(walk.length)}
            yield Problem(walk.where("høydemeter"), Rule.CLIMB_OVER_LENGTH, values)


def stretches_join(catalogue: Catalogue) -> Iterator[Problem]:
    """A metre of the way belongs to one stretch, and the last ends where the walk does."""
    for walk in _walks(catalogue):
        for index, stretch in enumerate(walk.stretches):
            before = walk.stretches[index - 1] if index else None
            yield from _joins(walk, index, stretch, before)
        yield from _passes_the_end(walk)


def grades_are_not_too_kind(catalogue: Catalogue) -> Iterator[Problem]:
    """Merkehåndboka's limits are guidelines, so a walk beyond them is asked about."""
    for walk in _walks(catalogue):
        limits = GRADES.get(walk.grade) if walk.grade else None
        if walk.grade and limits and ((walk.length or 0) >= limits[0] or (walk.climb_m or 0) >= limits[1]):
            values = {
                "grade": walk.grade.value,
                "length": _kilometres(limits[0]),
                "climb": round(limits[1]),
            }
            yield Problem(walk.where("gradering"), Rule.HARDER_THAN_GRADED, values)


def wheels_get_past_what_is_told(catalogue: Catalogue) -> Iterator[Problem]:
    """Whoever pushes a pram or a rollator is not sent to a gate that lets no wheels by; a pram tips over a kerb."""
    for walk in _walks(catalogue):
        found = [(place, one) for place, one in _obstacles(walk) if stops_wheels(one)]
        for_prams = [(place, one) for place, one in found if one.type is not ObstacleType.EDGE]
        for key, answer, stopping in (("rullator", walk.rollator, found), ("barnevogn", walk.pram, for_prams)):
            if stopping and answer is YesNoPartly.YES:
                values = {"key": key, "line": walk.where("strekninger", *stopping[0][0]).line}
                yield Problem(walk.where(key), Rule.STOPS_WHAT_PASSES, values)


def _obstacles(walk: Walk) -> Iterator[tuple[tuple[int | str, ...], Obstacle]]:
    for number, stretch in enumerate(walk.stretches):
        for index, obstacle in enumerate(stretch.obstacles or ()):
            yield (number, "hinder", index), obstacle


def _joins(walk: Walk, index: int, stretch: Stretch, before: Stretch | None) -> Iterator[Problem]:
    place = ("strekninger", index)
    if stretch.to_m <= stretch.from_m:
        ends = {"value": f"{stretch.to_m:g} m", "start": f"{stretch.from_m:g} m"}
        yield Problem(walk.where(*place, "til_m"), Rule.ENDS_BEFORE_START, ends)
    start, end = stretch.from_m, before.to_m if before else 0.0
    values = {"from": round(start), "before": round(end), "number": index + 1}
    if start < end:
        yield Problem(walk.where(*place, "fra_m"), Rule.STRETCHES_OVERLAP, values)
    if start > end:
        yield Problem(walk.where(*place, "fra_m"), Rule.STRETCHES_HAVE_A_GAP, values)


def _passes_the_end(walk: Walk) -> Iterator[Problem]:
    last = len(walk.stretches) - 1
    if last < 0 or walk.length is None:
        return
    end = walk.stretches[last].to_m
    if end > walk.length * LENGTH_LEEWAY:
        values = {"to": round(end), "length": round(walk.length)}
        yield Problem(walk.where("strekninger", last, "til_m"), Rule.STRETCH_PASSES_THE_END, values)


def _kilometres(metres: float) -> str:
    return f"{metres / 1000:g} km".replace(".", ",")


def _walks(catalogue: Catalogue) -> Iterator[Walk]:
    return (document for document in catalogue.documents if isinstance(document, Walk))
