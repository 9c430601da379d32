"""SOSI's codes and ours, both ways.

Kartverket/SOSI «Tilgjengelighet» 1.3 (attributes and codes of its application schema), and SOSI «Tur- og
friluftsruter» 20171210. Each official code has ours, means that nobody knows, or is listed as having none: then
it stands in a draft as a comment for its editor, and is never turned into what it only resembles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from hefte.model.choices import Season
from hefte.model.kinds import Choice
from hefte.model.walk_choices import (
    Evenness,
    Experience,
    Firmness,
    Grade,
    GuideLine,
    Lighting,
    Profile,
    Road,
    Surface,
    Verdict,
)

C = TypeVar("C", bound=Choice)


@dataclass(frozen=True)
class Codes(Generic[C]):
    """The codes of one attribute: `pairs` official → ours, `also` official → ours on the way in only.

    `unknown` means that nobody knows, `unmapped` are official codes without ours, `only_ours` ours without theirs.
    """

    name: str
    pairs: Mapping[str, C]
    also: Mapping[str, C]
    unknown: tuple[str, ...] = ()
    unmapped: tuple[str, ...] = ()
    only_ours: tuple[C, ...] = ()

    @property
    def official(self) -> tuple[str, ...]:
        """Every code that may stand in a file."""
        return (*self.pairs, *self.also, *self.unknown, *self.unmapped)

    def ours(self, official: str) -> C | None:
        """Our code; None where there is none or nobody knows."""
        return self.pairs.get(official) or self.also.get(official)

    def theirs(self, ours: C | None) -> str:
        """The official code; the one that says «unknown» for None, and empty where there is none."""
        found = next((official for official, code in self.pairs.items() if code is ours), "")
        return found or next(iter(self.unknown), "")


def _codes(
    name: str,
    pairs: Iterable[tuple[str, C]],
    also: Iterable[tuple[str, C]] = (),
    unknown: tuple[str, ...] = (),
    unmapped: tuple[str, ...] = (),
    only_ours: tuple[C, ...] = (),
) -> Codes[C]:
    return Codes(name, dict(pairs), dict(also), unknown, unmapped, only_ours)


ROAD = _codes(
    "veitype",
    [
        ("Asfaltert vei", Road.PAVED_ROAD),
        ("Gangbane", Road.FOOTWAY),
        ("Gangvei og sykkelvei", Road.FOOT_AND_CYCLE),
        ("Grusvei", Road.GRAVEL_ROAD),
        ("Traktorvei", Road.TRACTOR_ROAD),
        ("Sti", Road.PATH),
        ("Skiløype", Road.SKI_TRAIL),
    ],
    unknown=("Ukjent",),
)
STREET = _codes(
    "gatetype",
    [("Gangvei", Road.FOOTWAY), ("Gangvei og sykkelvei", Road.FOOT_AND_CYCLE), ("Sti", Road.PATH)],
    also=[("Fortau", Road.FOOTWAY)],  # set apart by a kerb: the definition of «Gangbane» has it
    unmapped=("Gangfelt", "Sykkelvei", "Gågate", "Gate", "Torg", "Gågate og torg", "Annet"),
    only_ours=(Road.PAVED_ROAD, Road.GRAVEL_ROAD, Road.TRACTOR_ROAD, Road.SKI_TRAIL),
)
"""Kartverket's roads in towns (`TettstedVei`); ours are always written as `FriluftTurvei`."""

SURFACE = _codes(
    "dekkeMateriale",
    [
        ("Asfalt", Surface.ASPHALT),
        ("Betong", Surface.CONCRETE),
        ("Brostein", Surface.COBBLESTONE),
        ("Stein", Surface.PAVING),
        ("Grus", Surface.GRAVEL),
        ("Gress", Surface.GRASS),
        ("Skogsbunn", Surface.FOREST_FLOOR),
        ("Tre", Surface.BOARDWALK),
    ],
)
FIRMNESS = _codes(
    "dekkeFasthet",
    [("Fast", Firmness.FIRM), ("Løst", Firmness.LOOSE)],
    also=[("Tre", Firmness.FIRM)],  # «Fast» takes in planks, by its own definition
)
EVENNESS = _codes("dekkeTilstand", [("Jevnt", Evenness.EVEN), ("Ujevnt", Evenness.UNEVEN)])
LIGHTING = _codes(
    "belysning",
    [("Belysning", Lighting.LIT), ("Delvis belyst", Lighting.PARTLY), ("Ikke belysning", Lighting.UNLIT)],
    also=[("Ja", Lighting.LIT), ("Nei", Lighting.UNLIT), ("JA", Lighting.LIT), ("NEI", Lighting.UNLIT)],
)
GUIDE_LINE = _codes(
    "ledelinje",
    [
        ("Ingen", GuideLine.NONE),
        ("Taktil", GuideLine.TACTILE),
        ("Visuell", GuideLine.VISUAL),
        ("Taktil og visuell", GuideLine.BOTH),
    ],
    unknown=("Ukjent",),
)
SEASON = _codes(
    "årstidsbruk",
    [("Helårsbruk", Season.ALL_YEAR), ("Sommerbruk", Season.SUMMER), ("Vinterbruk", Season.WINTER)],
    unknown=("Ukjent",),
    only_ours=(Season.SPRING, Season.AUTUMN),
)
VERDICT = _codes(
    "tilgjengvurdering",
    [
        ("Tilgjengelig", Verdict.ACCESSIBLE),
        ("Delvis tilgjengelig", Verdict.PARTLY),
        ("Ikke tilgjengelig", Verdict.NOT),
        ("Ikke vurdert", Verdict.NOT_ASSESSED),
    ],
)
JUDGED: Mapping[Profile, tuple[str, ...]] = {
    Profile.MANUAL_WHEELCHAIR: ("tilgjengvurderingRulleMan",),
    Profile.POWERED_WHEELCHAIR: ("tilgjengvurderingElRullestol", "tilgjengvurderingElRull"),
    Profile.VISUAL_IMPAIRMENT: ("tilgjengvurderingSyn",),
}
"""What a person has judged on the spot, by its names; `tilgjengvurderingRulleAuto` is computed, as ours is."""

THINGS: Mapping[str, Experience] = {
    "Sittegruppe": Experience.SEATING,
    "FriluftGapahuk": Experience.SHELTER,
    "FriluftGrillBålplass": Experience.BONFIRE,
    "FriluftBaderampe": Experience.BATHING,
    "FriluftFiskeplassBrygge": Experience.FISHING,
    "FriluftToalett": Experience.TOILET,
}
"""Things in one spot that become sights of a walk; a bathing place is written back only where it has a ramp: never."""

GRADE = _codes(
    "gradering",
    [("G", Grade.GREEN), ("B", Grade.BLUE), ("R", Grade.RED), ("S", Grade.BLACK)],
    unknown=("I",),
)
FOLLOWS = _codes(
    "ruteFølger",
    [("ST", Road.PATH), ("TR", Road.TRACTOR_ROAD), ("GS", Road.FOOT_AND_CYCLE), ("FO", Road.FOOTWAY)],
    also=[("US", Road.PATH)],
    unmapped=("LT", "TV", "SV", "SF", "BV", "VV", "IT", "SB"),
    only_ours=(Road.PAVED_ROAD, Road.GRAVEL_ROAD, Road.SKI_TRAIL),
)
"""A prepared way (TV, LT) may be of anything, a forest road (SB) of gravel or not: nobody has said."""

GROUND = _codes(
    "underlagstype",
    [("2", Surface.GRAVEL)],
    unmapped=("1", "3", "4"),
    only_ours=tuple(code for code in Surface if code is not Surface.GRAVEL),
)
"""1 is asphalt or concrete: firm, and which of them nobody has said."""

ROUTE_SEASON = _codes(
    "sesong",
    [("H", Season.ALL_YEAR), ("S", Season.SUMMER), ("V", Season.WINTER)],
    only_ours=(Season.SPRING, Season.AUTUMN),
)

ACCESSIBILITY_CODES: tuple[Codes[Choice], ...] = (
    ROAD,
    STREET,
    SURFACE,
    FIRMNESS,
    EVENNESS,
    LIGHTING,
    GUIDE_LINE,
    SEASON,
    VERDICT,
)  # type: ignore[assignment]  # each is of its own list
ROUTE_CODES: tuple[Codes[Choice], ...] = (GRADE, FOLLOWS, GROUND, ROUTE_SEASON)  # type: ignore[assignment]  # likewise
