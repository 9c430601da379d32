"""How quickly walks are assessed and neighbours found: 10,000 walks of three stretches, 10,000 places; CPU seconds.

Every walk is another one, so that nothing that is remembered of one serves the next. The smallest of three runs counts:
the machine may have other things to do. The nearest three within 50 km are compared with geopy's own figure.
"""

from collections.abc import Callable, Sequence
from itertools import islice
from random import Random
from time import process_time

from geopy.distance import geodesic

from hefte.assessment.amenities import amenities
from hefte.assessment.reach import ground_length, reaches
from hefte.assessment.rules import Rules, read_rules
from hefte.doors.package import templates
from hefte.model import Walk
from hefte.near import neighbourhood

WALKS, PLACES, NEAREST, SAMPLE = 10_000, 10_000, 3, 200
LIMITS = {"assess": 2.0, "near": 1.0}


def walks(number: int = WALKS) -> tuple[Walk, ...]:
    """Walks of three stretches, as those of Eksempelvik have, a toilet and a shelter, in every kind of state."""
    chance = Random(5)  # the same walks every time
    return tuple(_walk(f"tur-{at}", chance) for at in range(number))


def _walk(identity: str, chance: Random) -> Walk:
    ends = sorted(chance.sample(range(50, 5000), 3))
    rows = [_stretch(start, end, chance) for start, end in zip((0, *ends), ends, strict=False)]
    written = {
        "id": identity,
        "tittel": "Tur",
        "ingress": "Kom.",
        "kategorier": "natur_og_friluftsliv",
        "kommune": "3107",
        "lengde": f"{ends[-1]} m",
        "strekninger": rows,
        "toalett": {"hc": "ja", "bredde_inngang_cm": str(chance.randint(60, 120)), "terskel_cm": "2"},
        "opplevelser": [{"type": "gapahuk", "navn": "Gapahuken", "mål": {"fasthet": "fast"}}],
    }
    return Walk.model_validate(written)


def _stretch(start: int, end: int, chance: Random) -> dict[str, object]:
    facts = {
        "veitype": chance.choice(("gangbane", "grusvei", "sti")),
        "dekke": chance.choice(("asfalt", "grus", "tre")),
        "fasthet": chance.choice(("fast", "fast", "løst")),
        "tilstand": chance.choice(("jevnt", "jevnt", "ujevnt")),
        "bredde_cm": str(chance.randint(80, 300)),
        "stigning": f"{chance.uniform(0, 8):.1f}°",
        "tverrfall": f"{chance.uniform(0, 5):.1f}°",
        "hinder": "ingen",
    }
    known = {key: value for key, value in facts.items() if chance.random() < 0.9}
    return {"fra_m": str(start), "til_m": str(end), **known}


def assess(found: Sequence[Walk], rules: Rules) -> int:
    """Class every stretch of every walk for every profile, and what stands along it; tell how many reach the end."""
    whole = 0
    for walk in found:
        amenities(walk, rules)
        all_of_them = reaches(walk.stretches, ground_length(walk.stretches, walk.length, walk.course), rules)
        whole += sum(reach.is_whole for reach in all_of_them.values())
    return whole


def places(number: int = PLACES) -> dict[str, tuple[float, float]]:
    """Places strewn over an area of 60 by 60 km."""
    chance = Random(7)
    return {f"sted-{at}": (chance.uniform(59.0, 59.54), chance.uniform(10.0, 11.05)) for at in range(number)}


def neighbours(found: dict[str, tuple[float, float]]) -> float:
    """Find the nearest of every place, the tree included; the worst share by which a sample differs from geopy."""
    around = neighbourhood(found)
    near = {name: around.nearest(here, NEAREST + 1) for name, here in found.items()}
    errors = (
        abs(other.metres - geodesic(found[name], found[other.id]).meters) / other.metres
        for name, row in islice(near.items(), SAMPLE)
        for other in row
        if other.metres > 1
    )
    return max(errors)


def least(work: Callable[[], object], runs: int = 3) -> float:
    """The fewest CPU seconds of so many runs."""
    taken = []
    for _ in range(runs):
        begun = process_time()
        work()
        taken.append(process_time() - begun)
    return min(taken)


def main() -> None:
    """Print the figures beside what they must not pass."""
    rules = read_rules((templates() / "rules" / "turvei.yaml").read_text(encoding="utf-8"))
    some, spread = walks(), places()
    print(f"{WALKS:,} walks assessed: {least(lambda: assess(some, rules)):.2f} CPU s (at most {LIMITS['assess']})")
    print(f"{PLACES:,} entries' neighbours: {least(lambda: neighbours(spread)):.2f} CPU s (at most {LIMITS['near']})")
    print(f"largest difference from geopy: {100 * neighbours(spread):.4f} %")


if __name__ == "__main__":
    main()
