"""Turrutebasen's foot routes as draft walks: a route by its number, its pieces laid end to end.

Source of names, codes and conditions: SOSI «Tur- og friluftsruter» 20171210 (`Fotrute` with `FotruteInfo`). Routes
for skis, cycles and boats are no walks and are left out. «Fremkommelig med rullestol» or «med barnevogn» is somebody's
word without a measure: it becomes a note to the editor, never a fact.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from hefte.edits import Value
from hefte.interchange import sosi
from hefte.interchange.drafts import Draft, Found, Row, unknown
from hefte.interchange.features import Feature, plain
from hefte.interchange.from_track import (
    STRETCH_FACTS,
    Setting,
    SettingAt,
    Wishes,
    head_rows,
    identity_of,
    line_rows,
    rest_rows,
    whole,
)
from hefte.interchange.joining import chains, laid
from hefte.interchange.official import Facts
from hefte.model.walk_choices import Firmness, TrackSource
from hefte.track import Segment, Track, lay_out

WAY = "Fotrute"
NOTED = ("underlagstype", "rutebredde", "trafikkbelastning", "skilting", "informasjon")
"""Official facts of a piece that have no key among ours: a width is an interval there, and ours is measured."""

NOTED_OF_ROUTE = (
    "vedlikeholdsansvarlig",
    "tilpasning",
    "rutetype",
    "rutebetydning",
    "spesialFotrutetype",
    "informasjon",
)
LEFT = ("opphav", "noyaktighet", "objid", "navnerom", "versjonId")
_BY_SATELLITE = range(91, 98)
"""Målemetode 91–97: measured with GNSS; every other line was taken from a map, a photo or a drawing."""

_MARKED = {"JA": "import.marked", "NEI": "import.not-marked", "SM": "import.marked-in-season"}


def read_routes(features: Sequence[Feature], setting_at: SettingAt, day: str, shortest_m: float) -> Found:
    """Make a draft of each route; `day` is today, as the source is dated."""
    ways = [feature for feature in features if feature.kind == WAY and feature.is_line]
    facts = [_piece(way) for way in ways]
    problems = tuple(problem for one in facts for problem in one.problems)
    drafts, short = [], 0
    for number, members in _routes(ways).items():
        pieces = _in_a_row([ways[index].lines for index in members])
        if pieces.track.length_m < shortest_m:
            short += 1
            continue
        setting = setting_at(pieces.track.start[:2], "")
        drafts.append(_draft(number, [facts[members[index]] for index in pieces.order], pieces, setting, day))
    return Found(tuple(drafts), problems, short)


def _info(way: Feature, number: str = "") -> Mapping[str, str]:
    """What is said of the route; a piece that several routes share is asked for one of them."""
    rows = way.groups or (way.facts,)
    return next((row for row in rows if number and _number(row) == number), rows[0])


def _number(info: Mapping[str, str]) -> str:
    return info.get("rutenummer", "").strip() or info.get("rutenavn", "").strip()


def _routes(ways: Sequence[Feature]) -> dict[str, list[int]]:
    """The pieces of each route by its number, or else its name; a piece without either is a route of its own."""
    found: dict[str, list[int]] = {}
    for index, way in enumerate(ways):
        for info in way.groups or (way.facts,):
            found.setdefault(_number(info) or way.fact("lokalId") or f"{index + 1}", []).append(index)
    return found


class _Pieces(NamedTuple):
    """The pieces of a route in the order walked, and where each begins and ends, in metres."""

    order: tuple[int, ...]
    track: Track
    ends: tuple[tuple[float, float], ...]


def _in_a_row(ways: Sequence[Sequence[Segment]]) -> _Pieces:
    """One chain after the other, the longest first."""
    rows = sorted(((laid(ways, chain), chain) for chain in chains(ways)), key=lambda row: -row[0].track.length_m)
    track = lay_out(segment for part, _ in rows for segment in part.track.segments)
    lengths = (end - start for part, _ in rows for start, end in part.ends)
    order = tuple(link.line for _, chain in rows for link in chain)
    return _Pieces(order, track, tuple(pairwise(accumulate(lengths, initial=0.0))))


def _piece(way: Feature) -> Facts:
    """The facts of one piece in our keys."""
    facts = Facts(way, ())
    facts.code(sosi.FOLLOWS, "veitype")
    facts.code(sosi.GROUND, "dekke")
    if facts.text(sosi.GROUND.name) == "1":
        facts.ours["fasthet"] = Firmness.FIRM.value
    facts.code(sosi.LIGHTING, "belysning")
    facts.note(*NOTED[1:])
    return facts


def _draft(number: str, facts: Sequence[Facts], row: _Pieces, setting: Setting, day: str) -> Draft:
    say = setting.words.say
    info = _info(facts[0].feature, number)
    title = info.get("rutenavn", "").strip() or say("import.way", number=number[:40])
    identity = identity_of(f"{title[:40]} {number}" if number != title else title)
    wishes = Wishes(source=TrackSource.MEASURED if _is_measured(facts) else TrackSource.DRAWN)
    known = (*_known(info, facts, setting), Row("turrutebasen", number))
    own = {known_row.key for known_row in known}
    line = (one for one in line_rows(identity, row.track, setting.words, wishes) if one.key not in own)
    stretches = [_stretch(one, ends) for one, ends in zip(facts, row.ends, strict=True)]
    rows = (
        *head_rows(title, row.track, setting),
        *line,
        *known,
        Row("strekninger", stretches, notes=tuple("; ".join(one.notes) for one in facts)),
        *rest_rows(tuple(own)),
        Row("kilde", [_source(day, own)]),
    )
    holes = len(row.track.segments) - 1
    torn = (say("import.torn", holes=holes),) if holes else ()
    return Draft(identity, rows, row.track, (say("import.head"), *_told(info), *torn))


def _told(info: Mapping[str, str]) -> Iterator[str]:
    told = "; ".join(f"{name} {info[plain(name)]}" for name in NOTED_OF_ROUTE if info.get(plain(name)))
    if told:
        yield f"Turrutebasen: {told}"


def _known(info: Mapping[str, str], facts: Sequence[Facts], setting: Setting) -> Iterator[Row]:
    """What the route itself says, where all of its pieces agree."""
    of_route = Facts(Feature(facts[0].feature.where, WAY, {**facts[0].feature.facts, **info}), ())
    grade, season = of_route.code(sosi.GRADE), of_route.code(sosi.ROUTE_SEASON)
    if grade:
        yield Row("gradering", grade.value)
    if season:
        yield Row("sesong", season.value)
    marked = {one.text("merking").upper() for one in facts}
    if len(marked) == 1 and (key := _MARKED.get(next(iter(marked)), "")):
        yield Row("merking", setting.words.say(key))


def _is_measured(facts: Sequence[Facts]) -> bool:
    methods = {one.text("målemetode") for one in facts}
    return all(method.isdecimal() and int(method) in _BY_SATELLITE for method in methods)


def _stretch(facts: Facts, ends: tuple[float, float]) -> Value:
    missing = [key for key in STRETCH_FACTS if key not in facts.ours]
    return {"fra_m": whole(ends[0]), "til_m": whole(ends[1]), **facts.ours, **unknown(missing)}


def _source(day: str, known: Iterable[str]) -> Value:
    keys: list[Value] = ["strekninger", "start", "lengde", "spor", *sorted(known)]
    return {
        "nett": "https://www.geonorge.no",
        "navn": "Kartverket, Turrutebasen",
        "lest": day,
        "sikkerhet": "trolig",
        "gjelder": keys,
    }
