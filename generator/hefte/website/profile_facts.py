"""What «Min profil» needs of every walk, as one compact row without words: the worst of each fact, per stretch.

A row is `id|length|ground|toilet|parking|benches|unsure|stretches`, and `|nei` after it where nobody has measured the
walk and its source says no to wheelchairs; a stretch is `from,to` and its facts in the order
of `profil.yaml`, then its passing places; stretches are parted by `;`. Empty is unknown, `u` is what a source is not
sure of.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import ceil, floor

from hefte.assessment.limits import ANGLE, OF_STRETCHES, Limit, OwnLimits, hundredths
from hefte.assessment.reach import ground_length
from hefte.assessment.rules import Rules
from hefte.assessment.stretch import Facts, facts_of
from hefte.catalogue import Catalogue
from hefte.model import Walk
from hefte.model.choices import YesNoPartly
from hefte.model.walk import Obstacle, Stretch
from hefte.model.walk_choices import ObstacleType, Surface
from hefte.telling.people import Known, counted_on, known_in
from hefte.telling.settled import SPACES, TOILET, settled
from hefte.telling.sources import is_unsure
from hefte.telling.walk import stated_wheelchair

UNSURE = "u"


def walk_row(walk: Walk, catalogue: Catalogue, own: OwnLimits, rules: Rules) -> str:
    """The facts of one walk; what is unsure of its stretches is left out, since it may answer nothing."""
    ground = ground_length(walk.stretches, walk.length, walk.course)
    unsure = bool(walk.stretches) and is_unsure(walk, "strekninger")
    found, codes = settled(walk, catalogue, rules), own.codes["svar"]
    length = "" if walk.length is None else _plain(walk.length)
    cells = (
        walk.id,
        UNSURE if length and is_unsure(walk, "lengde") else length,
        _plain(ground),
        _settled(TOILET, _toilet(walk, catalogue, codes), found, codes),
        _settled(SPACES, _parking(walk, catalogue, codes), found, codes),
        _benches(walk),
        UNSURE if unsure else "",
        "" if unsure else ";".join(_stretches(walk, ground, own)),
        *_stated(walk),
    )
    return "|".join(cells)


def _stated(walk: Walk) -> Iterator[str]:
    """That the source says no to wheelchairs, as the chip does; what it is not sure of is left out."""
    stated = stated_wheelchair(walk)
    if stated and stated.value is YesNoPartly.NO and not stated.unsure:
        yield YesNoPartly.NO.value


def _plain(number: float, *, up: bool = True) -> str:
    """A measure as a whole number, rounded to the harder side; a tenth too much is not a metre too much."""
    return str(ceil(round(number, 1)) if up else floor(round(number, 1)))


def _stretches(walk: Walk, ground: float, own: OwnLimits) -> Iterator[str]:
    """The stretches and the gaps between them by where they begin; a walk without any has none."""
    limits, reached = own.of(OF_STRETCHES), 0.0
    for stretch in sorted(walk.stretches, key=lambda one: (one.from_m, one.to_m)):
        if stretch.from_m > reached:
            yield f"{_plain(reached)},{_plain(stretch.from_m)}"
        yield _stretch(stretch, limits, own)
        reached = max(reached, stretch.to_m)
    if walk.stretches and reached < ground:
        yield f"{_plain(reached)},{_plain(ground)}"


def _stretch(stretch: Stretch, limits: Iterable[Limit], own: OwnLimits) -> str:
    facts = facts_of(stretch)
    known = [_cell(limit, facts, own) for limit in limits]
    places = [_passing(limit.passing[0], facts, own) for limit in limits if limit.passing]
    return ",".join((_plain(stretch.from_m, up=False), _plain(stretch.to_m), *known, *places)).rstrip(",")


def _passing(fact: str, facts: Facts, own: OwnLimits) -> str:
    return str(own.codes["svar"][str(facts[fact])]) if fact in facts else ""


def _cell(limit: Limit, facts: Facts, own: OwnLimits) -> str:
    value = facts.get(limit.fact)
    if limit.fact == "tilstand":
        return _evenness(value, facts, own)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return str(max((_obstacle(one, own.codes["hinder"]) for one in value), default=0))
    if isinstance(value, int | float):
        return str(hundredths(value)) if limit.unit == ANGLE else _plain(value, up=limit.sign > 0)
    return str(own.codes[limit.fact].get(str(value), 0))


def _evenness(value: object, facts: Facts, own: OwnLimits) -> str:
    """How even the ground is; of planks that is known only with the gap between them."""
    codes, gap = own.codes["tilstand"], facts.get("plankeavstand_cm")
    uneven = max(codes.values())
    if isinstance(gap, int | float) and round(gap, 1) > own.plank_gap_cm:
        return str(uneven)
    code = None if value is None else codes[str(value)]
    if gap is None and code != uneven and facts.get("dekke") in {None, Surface.BOARDWALK}:
        return ""
    return "" if code is None else str(code)


def _obstacle(one: Obstacle, codes: Mapping[str, int]) -> int:
    if one.type is ObstacleType.STAIRS:
        return codes["trapp"]
    return codes[str(one.passable) if one.passable else "vet_ikke"]


def _toilet(walk: Walk, catalogue: Catalogue, codes: Mapping[str, int]) -> Iterator[tuple[int, bool]]:
    """What is said of a toilet for wheelchairs, by the walk and by whoever else is counted on: (code, unsure)."""
    toilet = walk.toilet
    if toilet and toilet.accessible:
        ticked = known_in(toilet.season, toilet.accessible, unsure=is_unsure(walk, "toalett"))
        yield from _counted(ticked, codes)
    yield from _counted(counted_on(walk, catalogue).get(TOILET), codes)


def _parking(walk: Walk, catalogue: Catalogue, codes: Mapping[str, int]) -> Iterator[tuple[int, bool]]:
    parking = walk.parking
    if parking and parking.accessible_spaces is not None:
        yield codes["ja" if parking.accessible_spaces else "nei"], is_unsure(walk, "parkering")
    yield from _counted(counted_on(walk, catalogue).get(SPACES), codes)


def _counted(known: Known | None, codes: Mapping[str, int]) -> Iterator[tuple[int, bool]]:
    if known:
        yield codes[known.value.value], known.unsure


def _settled(
    name: str, said: Iterable[tuple[int, bool]], found: Mapping[str, Known | None], codes: Mapping[str, int]
) -> str:
    """The answer of the walk's mark too: nothing where what is measured leaves nobody knowing."""
    if name in found and found[name] is None:
        return ""
    return _answer((*said, *_counted(found.get(name), codes)))


def _answer(said: Iterable[tuple[int, bool]]) -> str:
    """The worst that somebody is sure of; else that nobody is, or nothing."""
    stated = tuple(said)
    sure = [code for code, unsure in stated if not unsure]
    if sure:
        return str(max(sure))
    return UNSURE if stated else ""


def _benches(walk: Walk) -> str:
    """The longest way between two benches of the walk; without any bench it is the walk itself."""
    benches = walk.benches
    if benches is None or is_unsure(walk, "benker"):
        return UNSURE if benches else ""
    if benches.longest_gap_m is not None:
        return _plain(benches.longest_gap_m)
    return _plain(walk.length) if benches.count == 0 and walk.length else ""
