"""Kartverket's «Tilgjengelighet» as draft walks: ways laid end to end, each piece a stretch with its measures.

Source of names, codes and conditions: SOSI product specification Tilgjengelighet 1.3 (`FriluftTurvei`, `TettstedVei`
and the things beside them). Names of mappers, pictures and classes that a program computed are never taken over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from hefte.edits import Value
from hefte.interchange import sosi
from hefte.interchange.beside import SPACE, Things, beside_start, beside_the_way
from hefte.interchange.drafts import Draft, Found, Row, unknown
from hefte.interchange.features import Feature
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
from hefte.interchange.joining import Chain, Link, chains, laid
from hefte.interchange.official import Condition, Facts
from hefte.model.walk_choices import Verdict
from hefte.track import Track

WAYS = ("FriluftTurvei", "TettstedVei")
CONDITIONS = (
    Condition("plankeavstand", "dekkeMateriale", ("Tre",)),
    Condition("sperrebomTilgjengelig", "sperrebom", ("Ja",)),
    Condition("antallTilstrekkelig", "møteHvileplass", ("Ja",)),
    Condition("ledelinjeKontrast", "ledelinje", ("", "Ingen", "Ukjent"), unless=True),
    Condition("nedsenk1", "gatetype", ("Gangfelt",)),
    Condition("nedsenk2", "gatetype", ("Gangfelt",)),
    Condition("lyssignal", "gatetype", ("Gangfelt",)),
    Condition("lydsignal", "gatetype", ("Gangfelt",)),
)
NOTED = (
    "friHøyde",
    "ledelinjeKontrast",
    "spesialFotrutetype",
    "varmekabel",
    "lyssignal",
    "lydsignal",
    "byggingPågår",
    "forbedringsforslag",
    "kommentar",
)
"""Official facts of a way that have no key among ours."""

LEFT = (
    "opphav",
    "bildefil1",
    "bildefil2",
    "bildefil3",
    "objektNr",
    "kommReel",
    "segmentLengde",
    "tilgjengvurderingRulleAuto",
)
"""Official facts that are never taken over: who mapped it, pictures, numbers of the database, computed classes."""

_WORST_FIRST = (Verdict.NOT, Verdict.NOT_ASSESSED, Verdict.PARTLY, Verdict.ACCESSIBLE)


def read_accessibility(features: Sequence[Feature], setting_at: SettingAt, day: str, shortest_m: float) -> Found:
    """Make a draft of each way; `day` is today, as the source is dated."""
    things = Things(features)
    ways = [feature for feature in features if feature.kind in WAYS and feature.is_line]
    facts = [stretch_facts(way) for way in ways]
    problems = tuple(problem for one in facts for problem in one.problems)
    drafts, short = [], 0
    for identity, chain in _walks(ways):
        track, pieces = laid([way.lines for way in ways], chain)
        if not identity and track.length_m < shortest_m:
            short += 1
            continue
        way = _Way(identity, track, [facts[link.line] for link in chain], pieces)
        drafts.append(_draft(way, things, setting_at(track.start[:2], ways[chain[0].line].fact("kommune")), day))
    return Found(tuple(drafts), problems, short)


class _Way(NamedTuple):
    identity: str
    track: Track
    facts: list[Facts]
    ends: tuple[tuple[float, float], ...]


def _walks(ways: Sequence[Feature]) -> Iterator[tuple[str, Chain]]:
    """Our own walks by their ids, in the order of their numbers; every other way as far as it goes without a fork."""
    own: dict[str, list[tuple[int, int]]] = {}
    others = []
    for index, way in enumerate(ways):
        identity, _, number = way.fact("lokalId").rpartition(".")
        if way.fact("navnerom") == SPACE and identity and number.isdecimal():
            own.setdefault(identity, []).append((int(number), index))
        else:
            others.append(index)
    for identity, rows in own.items():
        yield identity, tuple(Link(index, turned=False) for _, index in sorted(rows))
    for chain in chains([ways[index].lines for index in others]):
        yield "", tuple(link._replace(line=others[link.line]) for link in chain)


def stretch_facts(way: Feature) -> Facts:
    """The measures of one piece in our keys."""
    facts = Facts(way, CONDITIONS)
    facts.code(sosi.STREET if way.kind == "TettstedVei" else sosi.ROAD, "veitype")
    facts.code(sosi.SURFACE, "dekke")
    facts.code(sosi.FIRMNESS, "fasthet")
    facts.code(sosi.EVENNESS, "tilstand")
    facts.measure("bredde", "bredde_cm")
    facts.measure("stigning", "stigning", "°")
    facts.measure("tverrfall", "tverrfall", "°")
    facts.measure("plankeavstand", "plankeavstand_cm")
    facts.code(sosi.LIGHTING, "belysning")
    facts.code(sosi.GUIDE_LINE, "ledelinje")
    for names in sosi.JUDGED.values():
        for name in names:
            facts.code(replace(sosi.VERDICT, name=name))
    _passing_places(facts)
    facts.note(*NOTED)
    return facts


def _passing_places(facts: Facts) -> None:
    """That there are some is no answer to whether there are enough."""
    there = facts.yes_no("møteHvileplass" if facts.text("møteHvileplass") else "møteplass")
    enough = facts.yes_no("antallTilstrekkelig")
    if there is False:
        facts.ours["møteplasser"] = "nei"
    elif there and enough:
        facts.ours["møteplasser"] = "ja"
    elif there:
        facts.note("møteHvileplass", "møteplass", "antallTilstrekkelig")


def obstacles(facts: Facts) -> list[Value]:
    """Barriers, stairs and kerbs that may stop somebody; «Nei» to one of them says nothing of the others.

    A barrier that one gets past is a note: as the only obstacle it would say that there is no other.
    """
    found: list[Value] = []
    if facts.yes_no("sperrebom"):
        passable = facts.yes_no("sperrebomTilgjengelig")
        if passable:
            facts.note("sperrebom", "sperrebomTilgjengelig")
        else:
            found.append({"type": "bom"} if passable is None else {"type": "bom", "passerbar": "nei"})
    if facts.yes_no("trapp"):
        found.append({"type": "trapp"})
    kerb = Facts(facts.feature, CONDITIONS)
    for name in ("nedsenk1", "nedsenk2"):
        kerb.measure(name, name)
    heights = [float(height) for height in kerb.ours.values() if float(height) > 0]
    if heights:
        found.append({"type": "kant", "cm": f"{max(heights):g}"})
    return found


def _stretch(facts: Facts, ends: tuple[float, float]) -> Value:
    known: dict[str, Value] = dict(facts.ours)
    if there := obstacles(facts):
        known["hinder"] = there
    missing = [key for key in STRETCH_FACTS if key not in known]
    return {"fra_m": whole(ends[0]), "til_m": whole(ends[1]), **known, **unknown(missing)}


def _draft(way: _Way, things: Things, setting: Setting, day: str) -> Draft:
    say = setting.words.say
    first = way.facts[0].feature
    number = first.fact("lokalId") or first.fact("objektNr") or first.fact("gmlid") or str(first.where.line)
    title = way.identity or say("import.way", number=number[:40])
    identity = way.identity or identity_of(f"turvei-{number[:40]}")
    stretches = [_stretch(facts, ends) for facts, ends in zip(way.facts, way.ends, strict=True)]
    told = tuple("; ".join(facts.notes) for facts in way.facts)
    known = (*_season(way), *beside_start(way.track, things))
    rows = (
        *head_rows(title, way.track, setting),
        *line_rows(identity, way.track, setting.words, Wishes()),
        Row("strekninger", stretches, notes=told),
        *known,
        *beside_the_way(way.track, things),
        *_judged(way, say("import.judged")),
        *rest_rows(tuple(row.key for row in known)),
        Row("kilde", [_source(way, day)]),
    )
    return Draft(identity, rows, way.track, (say("import.head"), say("import.head-official")))


def _source(way: _Way, day: str) -> Value:
    mapped = max(
        (facts.text("datafangstdato") or facts.text("førsteDatafangstdato") for facts in way.facts), default=""
    )
    name = f"Kartverket, Tilgjengelighet{f' (kartlagt {mapped[:10]})' if mapped else ''}"
    keys: list[Value] = ["strekninger", "start", "lengde", "spor"]
    link = "https://www.geonorge.no"
    return {"nett": link, "navn": name, "lest": day, "sikkerhet": "sikker", "gjelder": keys}


def _season(way: _Way) -> Iterator[Row]:
    """The season of a walk is that of all its pieces, or nobody's."""
    found = {facts.code(sosi.SEASON) for facts in way.facts}
    season = next(iter(found)) if len(found) == 1 else None
    if season:
        yield Row("sesong", season.value)


def _judged(way: _Way, reason: str) -> Iterator[Row]:
    """A mapper's own class for the worst piece: a walk is not better than that."""
    rows: list[Value] = []
    for profile, names in sosi.JUDGED.items():
        said = [next(filter(None, (facts.text(name) for name in names)), "") for facts in way.facts]
        verdicts = {sosi.VERDICT.ours(word) or Verdict.NOT_ASSESSED for word in said}
        worst = next(verdict for verdict in _WORST_FIRST if verdict in verdicts)
        if any(said) and worst is not Verdict.NOT_ASSESSED:
            rows.append({"profil": profile.value, "klasse": worst.value, "av": "Kartverket", "begrunnelse": reason})
    if rows:
        yield Row("vurdering", rows)
