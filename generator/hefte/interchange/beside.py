"""What an official map has beside a way: parking and toilet near the start, things to see and use along the line."""

from collections.abc import Iterator, Sequence

from hefte.interchange import sosi
from hefte.interchange.drafts import Row, Value
from hefte.interchange.features import Feature
from hefte.interchange.from_track import BESIDE_M, whole
from hefte.interchange.official import Condition, Facts
from hefte.model.kinds import UNKNOWN
from hefte.model.walk import WalkParking
from hefte.model.walk_choices import Experience, Verdict
from hefte.near import metres_between
from hefte.track import Track, nearest_on

SPACE = "hefte"
"""The `navnerom` of features that we wrote ourselves; their `lokalId` is the walk's id, a full stop and a number."""

THINGS = ("FriluftHCparkering", *sosi.THINGS)
"""The kinds of things that are looked for beside a way."""

NEAR_START_M = 300.0

PARKING_CONDITIONS = (
    Condition("bredde", "merket", ("Ja",)),
    Condition("lengde", "merket", ("Ja",)),
    Condition("automatHøyde", "avgift", ("Ja",)),
    Condition("tilgjengeligAutomat", "avgift", ("Ja",)),
)


def beside_start(track: Track, features: Sequence[Feature]) -> Iterator[Row]:
    """The nearest parking for disabled people and the nearest toilet, where they lie near the start."""
    yield from _parking(track, features)
    yield from _toilet(track, features)


def _near_start(track: Track, features: Sequence[Feature], kind: str) -> tuple[Feature, float] | None:
    start = track.start[:2]
    spots = [
        (metres_between(start, one.spot[:2]), number)
        for number, one in enumerate(features)
        if one.kind == kind and one.spot
    ]
    away, number = min(spots, default=(NEAR_START_M + 1, -1))
    return (features[number], away) if away <= NEAR_START_M else None


def _parking(track: Track, features: Sequence[Feature]) -> Iterator[Row]:
    found = _near_start(track, features, "FriluftHCparkering")
    if not found:
        return
    facts = Facts(found[0], PARKING_CONDITIONS)
    facts.measure("bredde", "hc_bredde_cm", record=WalkParking)
    facts.measure("lengde", "hc_lengde_cm", record=WalkParking)
    facts.measure("avstandFasilitet", "avstand_m", record=WalkParking)
    facts.note("skiltet", "merket", "avgift", "automatHøyde", "tilgjengeligAutomat")
    yield Row("parkering", {"hc_plasser": UNKNOWN, **facts.ours}, "; ".join(facts.notes))


def _toilet(track: Track, features: Sequence[Feature]) -> Iterator[Row]:
    found = _near_start(track, features, "FriluftToalett")
    answers = {Verdict.ACCESSIBLE: "ja", Verdict.PARTLY: "delvis", Verdict.NOT: "nei"}
    verdict = sosi.VERDICT.ours(found[0].fact("tilgjengvurderingRulleMan")) if found else None
    if found:
        answer = answers.get(verdict, UNKNOWN) if verdict else UNKNOWN
        yield Row("toalett", {"hc": answer, "avstand_m": UNKNOWN}, f"{whole(found[1])} m (luftlinje)")


def beside_the_way(track: Track, features: Sequence[Feature]) -> Iterator[Row]:
    """Things on or beside the line, in the order in which one comes to them."""
    found = []
    for one in features:
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
