"""What an official map has beside a way: parking and toilet near the start, things to see and use along the line."""

from collections.abc import Iterable, Iterator

from hefte.edits import Value
from hefte.interchange import sosi
from hefte.interchange.drafts import Row
from hefte.interchange.features import Feature
from hefte.interchange.from_track import BESIDE_M, whole
from hefte.interchange.official import Condition, Facts
from hefte.model.kinds import UNKNOWN
from hefte.model.walk import WalkParking
from hefte.model.walk_choices import Experience, Verdict
from hefte.near import neighbourhood
from hefte.track import Track, nearest_on

SPACE = "hefte"
"""The `navnerom` of features that we wrote ourselves; their `lokalId` is the walk's id, a full stop and a number."""

THINGS = ("FriluftHCparkering", *sosi.THINGS)
"""The kinds of things that are looked for beside a way."""

NEAR_START_M = 300.0
FARTHEST_M = 90_000.0
_ANSWERS = {Verdict.ACCESSIBLE: "ja", Verdict.PARTLY: "delvis", Verdict.NOT: "nei"}

PARKING_CONDITIONS = (
    Condition("bredde", "merket", ("Ja",)),
    Condition("lengde", "merket", ("Ja",)),
    Condition("automatHøyde", "avgift", ("Ja",)),
    Condition("tilgjengeligAutomat", "avgift", ("Ja",)),
)


class Things:
    """The things of a map that may lie beside a way, found by where they are."""

    def __init__(self, features: Iterable[Feature]) -> None:
        self._things = tuple(one for one in features if one.kind in THINGS and one.spot)
        self._index = neighbourhood({str(at): one.spot[:2] for at, one in enumerate(self._things) if one.spot})

    def near(self, spot: tuple[float, float], within_m: float) -> Iterator[tuple[float, Feature]]:
        """The metres to each thing so near, the nearest first."""
        for metres, number in self._index.nearest(spot, len(self._things), min(within_m, FARTHEST_M)):
            yield metres, self._things[int(number)]


def beside_start(track: Track, things: Things) -> Iterator[Row]:
    """The nearest parking for disabled people and the nearest toilet, where they lie near the start."""
    near = tuple(things.near(track.start[:2], NEAR_START_M))
    yield from _parking(next((one for _, one in near if one.kind == "FriluftHCparkering"), None))
    yield from _toilet(next((row for row in near if row[1].kind == "FriluftToalett"), None))


def _parking(found: Feature | None) -> Iterator[Row]:
    if found is None:
        return
    facts = Facts(found, PARKING_CONDITIONS)
    facts.measure("bredde", "hc_bredde_cm", record=WalkParking)
    facts.measure("lengde", "hc_lengde_cm", record=WalkParking)
    facts.measure("avstandFasilitet", "avstand_m", record=WalkParking)
    facts.note("skiltet", "merket", "avgift", "automatHøyde", "tilgjengeligAutomat")
    yield Row("parkering", {"hc_plasser": UNKNOWN, **facts.ours}, "; ".join(facts.notes))


def _toilet(found: tuple[float, Feature] | None) -> Iterator[Row]:
    """The answer of the map; how far it is to walk nobody has measured."""
    if found is None:
        return
    metres, toilet = found
    verdict = sosi.VERDICT.ours(toilet.fact("tilgjengvurderingRulleMan"))
    answer = _ANSWERS.get(verdict, UNKNOWN) if verdict else UNKNOWN
    yield Row("toalett", {"hc": answer, "avstand_m": UNKNOWN}, f"{whole(metres)} m (luftlinje)")


def beside_the_way(track: Track, things: Things) -> Iterator[Row]:
    """Things on or beside the line, in the order in which one comes to them."""
    found = []
    for _, one in things.near(track.start[:2], track.length_m + BESIDE_M):
        kind = sosi.THINGS.get(one.kind)
        if kind and one.spot:
            spot = nearest_on(track, *one.spot[:2])
            if spot.away_m <= BESIDE_M:
                found.append((spot.at_m, kind, one))
    sights: list[Value] = [_sight(at_m, kind, one) for at_m, kind, one in sorted(found, key=lambda row: row[:2])]
    if sights:
        yield Row("opplevelser", sights)


def _sight(at_m: float, kind: Experience, thing: Feature) -> Value:
    name = thing.fact("navn") or (thing.fact("kommentar") if thing.fact("navnerom") == SPACE else "")
    return {"type": kind.value, "navn": name[:200] or kind.value.capitalize(), "ved_m": whole(at_m)}
