"""Walks: told stretch by stretch, because an average hides the steep one."""

from typing import Annotated, ClassVar

from hefte.model.choices import YesNoPartly
from hefte.model.entry import ADVISED, REQUIRED, Entry
from hefte.model.kinds import ONE_OR_MORE, Record, Short, key
from hefte.model.parts import Spot, under
from hefte.model.places import Ramp
from hefte.model.texts import Line, Link, TrackFile, Word, YesNo
from hefte.model.times import Day
from hefte.model.values import Centimetres, Count, Degrees, Kroner, Length, Metres, Minutes
from hefte.model.walk_choices import (
    Course,
    Coverage,
    Dog,
    Evenness,
    Experience,
    Firmness,
    Grade,
    GuideLine,
    Lighting,
    ObstacleType,
    Profile,
    Road,
    Surface,
    TrackSource,
    Verdict,
)


class Obstacle(Record):
    """Something in the way: its height or width in centimetres, and whether one gets past it."""

    type: ObstacleType = key("type", example="trapp", need=REQUIRED)
    size_cm: Centimetres | None = key("cm", example="4")
    passable: YesNoPartly | None = key("passerbar", example="nei")
    at_m: Metres | None = key("ved_m", example="1240")
    note: Line | None = key("merknad", example="Kant ved kafeen.")


def _none_is_known(value: object) -> object:
    if isinstance(value, str) and value.strip().lower() in {"ingen", "nei"}:
        return ()
    return value if isinstance(value, list | tuple) else [value]


def _typed(value: object) -> object:
    value = _none_is_known(value)
    return [{"type": row} if isinstance(row, str) else row for row in value]  # type: ignore[attr-defined]  # a list


Obstacles = Annotated[tuple[Obstacle, ...], Short(_typed, one=True, key="type", words=("ingen",))]
"""`ingen` is known to be none, and becomes (); an absent field is None."""


class Stretch(Record):
    """A part of a walk on which the ground is the same; narrowest, steepest, never the average."""

    from_m: Metres = key("fra_m", example="0", need=REQUIRED)
    to_m: Metres = key("til_m", example="800", need=REQUIRED)
    name: Line | None = key("navn", example="til utsikten")
    road: Road | None = key("veitype", example="grusvei", need=ADVISED)
    surface: Surface | None = key("dekke", example="grus", need=ADVISED)
    firmness: Firmness | None = key("fasthet", example="fast", need=ADVISED)
    evenness: Evenness | None = key("tilstand", example="jevnt", need=ADVISED)
    width_cm: Centimetres | None = key("bredde_cm", example="180", need=ADVISED)
    slope_degrees: Degrees | None = key("stigning", example="1:20", need=ADVISED)
    cross_slope_degrees: Degrees | None = key("tverrfall", example="2 %", need=ADVISED)
    plank_gap_cm: Centimetres | None = key("plankeavstand_cm", example="1")
    bench_gap_m: Metres | None = key("benk_maks_avstand_m", example="90")
    passing_places: YesNo | None = key("møteplasser", example="ja")
    lighting: Lighting | None = key("belysning", example="belyst")
    guide_line: GuideLine | None = key("ledelinje", example="ingen")
    headroom_cm: Centimetres | None = key("frihøyde", example="220")
    obstacles: Obstacles | None = key("hinder", example="ingen", need=ADVISED)
    note: Line | None = key("merknad", example="Bredden ved brua er ikke målt.")


class WalkParking(Record):
    """Where the car stands, and how far from the start."""

    name: Word | None = key("navn", example="Vågen parkering")
    spaces: Count | None = key("plasser", example="40")
    accessible_spaces: Count | None = key("hc_plasser", example="2")
    accessible_width_cm: Centimetres | None = key("hc_bredde_cm", example="400")
    accessible_length_cm: Centimetres | None = key("hc_lengde_cm", example="600")
    distance: Metres | None = key("avstand_m", example="40")
    signed: YesNo | None = key("hc_skiltet", example="ja")
    painted: YesNo | None = key("hc_merket", example="ja")
    fee: Kroner | None = key("avgift", example="gratis")
    pay_machine: YesNo | None = key("hc_automat", example="ja")
    note: Line | None = key("merknad", example="Fast dekke.")


class WalkToilet(Record):
    """The nearest toilet and whether a wheelchair gets in."""

    accessible: YesNoPartly | None = key("hc", example="ja")
    distance: Metres | None = key("avstand_m", example="150")
    door_width_cm: Centimetres | None = key("bredde_inngang_cm", example="90")
    threshold_cm: Centimetres | None = key("terskel_cm", example="2")
    level_cm: Centimetres | None = key("horisontalt_felt_cm", example="150")
    turning_cm: Centimetres | None = key("snusirkel_cm", example="150")
    fittings: YesNoPartly | None = key("innredning", example="ja")
    ramp: Annotated[Ramp, under("svar")] | None = key("rampe", example="nei")
    season: Line | None = key("sesong", example="sommer")
    key_needed: YesNo | None = key("nøkkel", example="nei")
    hours: Line | None = key("åpent", example="8–20")
    note: Line | None = key("merknad", example="Døra er 90 cm.")


class Benches(Record):
    """How many benches, and the longest way between two of them."""

    count: Count | None = key("antall", example="6")
    longest_gap_m: Metres | None = key("maks_avstand_m", example="420")
    note: Line | None = key("merknad", example="To har armlener.")


class Amenity(Record):
    """What is measured of a seat, a shelter, a fireplace, a jetty or a ramp into the water."""

    approach: YesNo | None = key("adkomst", example="ja")
    surface: Surface | None = key("dekke", example="tre")
    firmness: Firmness | None = key("fasthet", example="fast")
    evenness: Evenness | None = key("tilstand", example="jevnt")
    tilt_degrees: Degrees | None = key("helning", example="2 %")
    bench_height_cm: Centimetres | None = key("høyde_benk_cm", example="47")
    table_height_cm: Centimetres | None = key("høyde_bord_cm", example="70")
    table_overhang_cm: Centimetres | None = key("utstikk_bord_cm", example="50")
    door_width_cm: Centimetres | None = key("bredde_inngang_cm", example="120")
    threshold_cm: Centimetres | None = key("terskel_cm", example="0")
    turning_cm: Centimetres | None = key("snusirkel_cm", example="150")
    plank_gap_cm: Centimetres | None = key("plankeavstand_cm", example="1")
    kerb_cm: Centimetres | None = key("stoppkant_cm", example="10")
    ramp: Annotated[Ramp, under("svar")] | None = key("rampe", example="{svar: ja, stigning: 1:15}")


class Sight(Record):
    """Something to see or use along the way, and at how many metres from the start."""

    type: Experience | None = key("type", example="utsikt")
    name: Line = key("navn", example="Utsikten", need=REQUIRED)
    at_m: Metres | None = key("ved_m", example="800")
    text: Line | None = key("tekst", example="Se etter seilbåter.")
    amenity: Amenity | None = key("mål", example="{fasthet: fast, helning: 2 %}")


class Judgement(Record):
    """A person's own class for one profile, with date and reason; the computed one stands beside it."""

    profile: Profile = key("profil", example="manuell_rullestol", need=REQUIRED)
    verdict: Verdict = key("klasse", example="delvis", need=REQUIRED)
    day: Day | None = key("dato", example="2026-10-14")
    by: Line | None = key("av", example="Eksempelvik kommune")
    reason: Line | None = key("begrunnelse", example="Kommunen skriver at stien er lagt til rette.")


class Winter(Record):
    """What is done when snow and ice come."""

    ploughed: YesNoPartly | None = key("brøytet", example="ja")
    gritted: YesNoPartly | None = key("strødd", example="delvis")
    ski_trail: YesNoPartly | None = key("preparert", example="nei")
    note: Line | None = key("merknad", example="Brøytes sist.")


class Inspection(Record):
    """One check on the spot, kept as a line of history."""

    day: Day = key("dato", example="2026-10-14", need=REQUIRED)
    by: Line | None = key("av", example="fritidskontakttjenesten")
    note: Line | None = key("merknad", example="Målt med vater og målebånd.")


class Walk(Entry):
    """A short walk, told stretch by stretch: what the ground is like, and for how long."""

    folder: ClassVar[str] = "turer"

    length: Length | None = key("lengde", example="1,2 km", need=ADVISED)
    start: Annotated[Spot, under("navn")] | None = key(
        "start", example="{navn: Parkeringsplassen, lat: 59.2016, lon: 10.9487}", need=ADVISED
    )
    end: Annotated[Spot, under("navn")] | None = key("slutt", example="{navn: Torget}")
    course: Course | None = key("rundtur", example="rundtur")
    surfaces: Annotated[tuple[Surface, ...], ONE_OR_MORE] = key("underlag", example="[grus, asfalt]", default=())
    grade: Grade | None = key("gradering", example="grønn")
    slow_minutes: Minutes | None = key("varighet_rolig_min", example="57")
    climb_m: Metres | None = key("høydemeter", example="30")
    track: TrackFile | None = key("spor", example="strandpromenaden.gpx")
    track_source: TrackSource | None = key("spor_kilde", example="målt")
    stretches: tuple[Stretch, ...] = key("strekninger", example="[{fra_m: 0, til_m: 800, dekke: asfalt}]", default=())
    lighting: Lighting | None = key("belysning", example="delvis")
    parking: WalkParking | None = key("parkering", example="{hc_plasser: 2, avstand_m: 40}")
    toilet: Annotated[WalkToilet, under("hc")] | None = key("toalett", example="{hc: ja, avstand_m: 150}")
    benches: Annotated[Benches, under("antall")] | None = key("benker", example="{antall: 6}")
    sights: tuple[Sight, ...] = key("opplevelser", example="[{navn: Utsikten, ved_m: 800}]", default=())
    judgements: Annotated[tuple[Judgement, ...], ONE_OR_MORE] = key(
        "vurdering", example="[{profil: manuell_rullestol, klasse: delvis}]", default=()
    )
    winter: Winter | None = key("vinter", example="{brøytet: ja, strødd: nei}")
    coverage: Coverage | None = key("mobildekning", example="god")
    dog: Dog | None = key("hund", example="i_bånd")
    pram: YesNoPartly | None = key("barnevogn", example="ja")
    rollator: YesNoPartly | None = key("rullator", example="delvis")
    cycle: YesNoPartly | None = key("sykkel", example="ja")
    drinking_water: YesNoPartly | None = key("drikkevann", example="ja")
    shelter: YesNoPartly | None = key("ly", example="ja")
    marking: Line | None = key("merking", example="Blå skilt.")
    inspections: tuple[Inspection, ...] = key("kontroller", example="[{dato: 2026-10-14}]", default=())
    route_register: Word | None = key("turrutebasen", example="1234567")
    ut_no: Link | None = key("ut_no", example="https://ut.no/turforslag/1234")
