"""How far one gets from the start: metres to the first part that is not «tilgjengelig».

The parts of a walk lie end to end from 0 to its length. What no stretch describes is a part too,
unmeasured; where stretches overlap, the worst of them counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from hefte.assessment.rules import Rules
from hefte.assessment.stretch import Assessment, Facts, assess_facts, facts_of
from hefte.model.walk import Stretch
from hefte.model.walk_choices import Course, Profile, Verdict

ROUNDING_M = 50.0
"""A length in kilometres with one decimal may be this much off the last stretch's end."""

_WORST_FIRST = (Verdict.NOT, Verdict.NOT_ASSESSED, Verdict.PARTLY, Verdict.ACCESSIBLE)


class Ground(StrEnum):
    """The plain word for a part of the way; each has its own look in bars, maps and charts."""

    EASY = "lett"
    HEAVIER = "tyngre"
    STOPS = "stopper"
    BEYOND = "forbi"
    UNKNOWN = "vet-ikke"


class Part(NamedTuple):
    """A part of the way with its class for one profile; without a stretch nobody has measured it."""

    from_m: float
    to_m: float
    assessment: Assessment | None
    stretch: Stretch | None
    ground: Ground

    @property
    def verdict(self) -> Verdict:
        """The official class."""
        return self.assessment.verdict if self.assessment else Verdict.NOT_ASSESSED

    @property
    def metres(self) -> float:
        """How long it is."""
        return self.to_m - self.from_m


class Reach(NamedTuple):
    """The way for one profile; `easy_m` is the reach, `heavier_m` how far it goes with «delvis» too."""

    profile: Profile
    length_m: float
    parts: tuple[Part, ...]
    easy_m: float
    heavier_m: float

    @property
    def verdict(self) -> Verdict:
        """The official class of the walk as a whole: that of its worst part."""
        found = {part.verdict for part in self.parts}
        return next((verdict for verdict in _WORST_FIRST if verdict in found), Verdict.NOT_ASSESSED)

    @property
    def is_whole(self) -> bool:
        """The whole way is «tilgjengelig»."""
        return bool(self.parts) and self.easy_m == self.length_m

    @property
    def missing(self) -> tuple[str, ...]:
        """What to measure, in the order of the rules; empty where nothing at all is measured."""
        found = (fact for part in self.parts if part.assessment for fact in part.assessment.missing)
        return tuple(dict.fromkeys(found))

    @property
    def stop(self) -> Part | None:
        """The first part that is known to stop, even where nobody knows whether one gets so far."""
        return _first_stop(self.parts)

    @property
    def unknown_m(self) -> float:
        """Where the unmeasured part that ends the reach is over; where it begins if there is none."""
        beyond = (part for part in self.parts if part.from_m >= self.heavier_m)
        return next((part.from_m for part in beyond if part.verdict is not Verdict.NOT_ASSESSED), self.length_m)

    def at(self, metres: float) -> Part | None:
        """The part that begins there."""
        return next((part for part in self.parts if part.from_m == metres), None)


class _Piece(NamedTuple):
    """A bit of the way, and which stretches describe it, by their place in the list."""

    from_m: float
    to_m: float
    described_by: tuple[int, ...]


def ground_length(stretches: Sequence[Stretch], length_m: float | None, course: Course | None) -> float:
    """Tell how many metres of ground there are to describe.

    A walk there and back is described one way; a length in round kilometres yields to the
    stretches' own end; a length that is not known is the end of the last stretch.
    """
    end = max((stretch.to_m for stretch in stretches), default=0.0)
    if not length_m:
        return end
    if course is Course.RETURN and 0 < end <= length_m / 2 + ROUNDING_M:
        length_m = length_m / 2
    return end if end and length_m - end <= ROUNDING_M else length_m


def reaches(stretches: Sequence[Stretch], length_m: float, rules: Rules) -> Mapping[Profile, Reach]:
    """Tell for every profile how far one gets from the start; `length_m` as `ground_length` gives it."""
    known, pieces = tuple(map(facts_of, stretches)), _pieces(stretches, length_m)
    return {profile: _for_profile(stretches, known, pieces, rules, profile) for profile in rules.tests}


def reach_for(stretches: Sequence[Stretch], length_m: float, rules: Rules, profile: Profile) -> Reach:
    """What `reaches` tells of one profile, at its share of the cost."""
    return _for_profile(stretches, tuple(map(facts_of, stretches)), _pieces(stretches, length_m), rules, profile)


def _for_profile(
    stretches: Sequence[Stretch], known: Sequence[Facts], pieces: Sequence[_Piece], rules: Rules, profile: Profile
) -> Reach:
    found = tuple(assess_facts(facts, rules, profile) for facts in known)
    parts = _joined(_part(piece, stretches, found) for piece in pieces)
    return _reach(profile, pieces[-1].to_m if pieces else 0.0, parts)


def reversed_reach(reach: Reach) -> Reach:
    """Tell how far one gets from the other end, or the other way round."""
    length_m = reach.length_m
    parts = tuple(
        part._replace(from_m=length_m - part.to_m, to_m=length_m - part.from_m, ground=_ground(part.verdict))
        for part in reversed(reach.parts)
    )
    return _reach(reach.profile, length_m, parts)


def _reach(profile: Profile, length_m: float, parts: tuple[Part, ...]) -> Reach:
    easy_m = _until(parts, length_m, (Verdict.ACCESSIBLE,))
    heavier_m = _until(parts, length_m, (Verdict.ACCESSIBLE, Verdict.PARTLY))
    return Reach(profile, length_m, _beyond_the_stop(parts), easy_m, heavier_m)


def _until(parts: Sequence[Part], length_m: float, passable: Sequence[Verdict]) -> float:
    return next((part.from_m for part in parts if part.verdict not in passable), length_m)


def _beyond_the_stop(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Mark what is easy but lies behind a stop."""
    stop = _first_stop(parts)
    return tuple(
        part._replace(ground=Ground.BEYOND)
        if stop is not None and part.from_m > stop.from_m and part.ground is Ground.EASY
        else part
        for part in parts
    )


def _first_stop(parts: Sequence[Part]) -> Part | None:
    return next((part for part in parts if part.verdict is Verdict.NOT), None)


def _pieces(stretches: Sequence[Stretch], length_m: float) -> tuple[_Piece, ...]:
    """The way cut wherever a stretch begins or ends, which is the same for every profile."""
    ends = {end for stretch in stretches for end in (stretch.from_m, stretch.to_m) if 0 < end < length_m}
    return tuple(
        _Piece(from_m, to_m, tuple(at for at, one in enumerate(stretches) if one.from_m <= from_m and one.to_m >= to_m))
        for from_m, to_m in pairwise(sorted({0.0, length_m, *ends}))
    )


def _part(piece: _Piece, stretches: Sequence[Stretch], found: Sequence[Assessment]) -> Part:
    if not piece.described_by:
        return Part(piece.from_m, piece.to_m, None, None, Ground.UNKNOWN)
    at, *more = piece.described_by
    if more:
        at = min(piece.described_by, key=lambda at: _WORST_FIRST.index(found[at].verdict))
    return Part(piece.from_m, piece.to_m, found[at], stretches[at], _ground(found[at].verdict))


def _joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Pieces that the same stretch describes are one part."""
    joined: list[Part] = []
    for part in parts:
        if joined and joined[-1].stretch is part.stretch:
            joined.append(part._replace(from_m=joined.pop().from_m))
        else:
            joined.append(part)
    return tuple(joined)


_GROUNDS = {
    Verdict.ACCESSIBLE: Ground.EASY,
    Verdict.PARTLY: Ground.HEAVIER,
    Verdict.NOT: Ground.STOPS,
    Verdict.NOT_ASSESSED: Ground.UNKNOWN,
}


def _ground(verdict: Verdict) -> Ground:
    return _GROUNDS[verdict]
