"""Kartverket's «Tilgjengelighet» and Turrutebasen as draft walks, ours in the same names, and every code both ways."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hefte.doors.build import look_through
from hefte.doors.command_line import main
from hefte.doors.options import this_day
from hefte.doors.trouble import Exit
from hefte.interchange.features import Feature, Written
from hefte.interchange.geojson import read_geojson, write_geojson
from hefte.interchange.gml import read_gml, write_gml
from hefte.interchange.joining import chains, laid
from hefte.interchange.maps import read_map
from hefte.interchange.sosi import (
    ACCESSIBILITY_CODES,
    EVENNESS,
    FIRMNESS,
    FOLLOWS,
    GRADE,
    GROUND,
    GUIDE_LINE,
    LIGHTING,
    ROAD,
    ROUTE_CODES,
    ROUTE_SEASON,
    SEASON,
    STREET,
    SURFACE,
    VERDICT,
    Codes,
)
from hefte.interchange.utm import UnknownSystemError, degrees_of, place
from hefte.model import Walk
from hefte.model.kinds import Choice
from hefte.model.walk_choices import ObstacleType, Road, Surface
from hefte.problem import Problem, Rule
from hefte.track import Point

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("still_day")]

SETTINGS = "navn: Ut i Fredrikstad\ntjeneste: Støttekontakttjenesten\nkommune: '3107'\n"
EAST, NORTH = 611_000, 6_564_000
"""Somewhere in Fredrikstad, in metres of zone 32."""


def way(number: int, start: int, end: int, kind: str = "FriluftTurvei", **facts: str) -> str:
    """A way from so many metres east to so many, as Kartverket's service writes it."""
    rows = "".join(f"<app:{name}>{value}</app:{name}>" for name, value in facts.items())
    line = f"{EAST + start} {NORTH} 5 {EAST + end} {NORTH} 6"
    return (
        f'<wfs:member><app:{kind} gml:id="{kind}.{number}"><app:identifikasjon><app:Identifikasjon>'
        f"<app:lokalId>abc-{number}</app:lokalId></app:Identifikasjon></app:identifikasjon>"
        f"<app:opphav>olanor</app:opphav><app:kommune>3107</app:kommune>{rows}<app:geometri>"
        f'<gml:LineString srsName="urn:ogc:def:crs:EPSG::5972" srsDimension="3"><gml:posList>{line}</gml:posList>'
        f"</gml:LineString></app:geometri></app:{kind}></wfs:member>\n"
    )


def thing(kind: str, east: int, **facts: str) -> str:
    rows = "".join(f"<app:{name}>{value}</app:{name}>" for name, value in facts.items())
    point = f'<gml:Point srsName="EPSG:25832"><gml:pos>{EAST + east} {NORTH + 5}</gml:pos></gml:Point>'
    return f"<wfs:member><app:{kind}>{rows}<app:geometri>{point}</app:geometri></app:{kind}></wfs:member>\n"


def collection(*members: str) -> str:
    space = "https://skjema.geonorge.no/SOSI/produktspesifikasjon/Tilgjengelighet/1.3.1"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" '
        f'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="{space}">\n{"".join(members)}</wfs:FeatureCollection>'
    )


WHOLE = {
    "veitype": "Grusvei",
    "årstidsbruk": "Helårsbruk",
    "sperrebom": "Ja",
    "sperrebomTilgjengelig": "Nei",
    "belysning": "Delvis belyst",
    "dekkeMateriale": "Tre",
    "plankeavstand": "1.5",
    "dekkeTilstand": "Jevnt",
    "bredde": "180",
    "stigning": "3.8",
    "tverrfall": "1.2",
    "møteHvileplass": "Ja",
    "antallTilstrekkelig": "Ja",
    "friHøyde": "&gt;225 cm",
    "ledelinje": "Ingen",
    "tilgjengvurderingRulleMan": "Delvis tilgjengelig",
    "tilgjengvurderingRulleAuto": "Tilgjengelig",
    "tilgjengvurderingSyn": "Ikke vurdert",
    "dekkeFasthet": "Fast",
    "datafangstdato": "2025-06-01T10:00:00",
    "kommentar": "Bratt ved brua",
}
TWO_PIECES = collection(
    way(1, 0, 400, **WHOLE),
    way(2, 700, 400, **(WHOLE | {"tilgjengvurderingRulleMan": "Tilgjengelig", "bredde": "90"})),
    thing(
        "FriluftHCparkering",
        -60,
        avstandFasilitet="70",
        skiltet="Ja",
        merket="Ja",
        bredde="400",
        lengde="600",
        avgift="Nei",
    ),
    thing("FriluftToalett", 100, tilgjengvurderingRulleMan="Tilgjengelig"),
    thing("Sittegruppe", 390),
    thing("FriluftGapahuk", 9_000),
)


@pytest.fixture(autouse=True)
def municipality(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality without a walk, to stand in."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def taken_in(text: str, kind: str = "tilgjengelighet", name: str = "data.gml", *more: str) -> tuple[Walk, ...]:
    """The walks that become of a file; the content has nothing that stops a build."""
    Path(name).write_text(text, encoding="utf-8")
    main(["import", kind, name, *more])
    work = look_through(Path("content"), this_day())
    assert [problem for problem in work.problems if problem.stops_the_build] == []
    return work.catalogue.all(Walk) if work.catalogue else ()


def said(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_ways_that_touch_become_one_walk_with_a_stretch_each() -> None:
    (walk,) = taken_in(TWO_PIECES)

    first, second = walk.stretches
    assert (first.from_m, first.to_m, second.from_m, second.to_m) == (0, 400, 400, 700)
    assert (first.road, first.surface, first.firmness, first.evenness) == ("grusvei", "tre", "fast", "jevnt")
    assert (first.width_cm, second.width_cm, first.plank_gap_cm) == (180, 90, 1.5)
    assert (first.slope_degrees, first.cross_slope_degrees) == (3.8, 1.2)
    assert (first.passing_places, first.lighting, first.guide_line) == (True, "delvis", "ingen")
    assert [(one.type, one.passable) for one in first.obstacles or ()] == [(ObstacleType.BARRIER, "nei")]
    assert walk.season == ("helår",)
    assert walk.track_source is None


def test_what_stands_beside_a_way_comes_along() -> None:
    (walk,) = taken_in(TWO_PIECES)

    assert walk.parking is not None
    assert walk.toilet is not None
    measures = (walk.parking.accessible_width_cm, walk.parking.accessible_length_cm, walk.parking.distance)
    assert (measures, walk.parking.accessible_spaces) == ((400, 600, 70), None)
    assert (walk.toilet.accessible, walk.toilet.distance) == ("ja", None)
    assert [(sight.type, sight.at_m) for sight in walk.sights] == [("toalett", 100), ("sittegruppe", 390)]


def test_a_mappers_class_is_that_of_the_worst_piece_and_a_computed_one_is_nobodys() -> None:
    (walk,) = taken_in(TWO_PIECES)

    (judgement,) = walk.judgements
    assert (judgement.profile, judgement.verdict, judgement.by.nb if judgement.by else "") == (
        "manuell_rullestol",
        "delvis",
        "Kartverket",
    )


def test_what_has_no_field_stands_as_a_comment_and_the_mappers_name_nowhere() -> None:
    (walk,) = taken_in(TWO_PIECES)

    assert "# friHøyde >225 cm; kommentar Bratt ved brua" in walk.source.text
    assert "olanor" not in walk.source.text
    assert walk.sources[0].certainty == "sikker"
    assert "kartlagt 2025-06-01" in walk.source.text


@pytest.mark.parametrize("answers", [{"sperrebom": "Nei"}, {"sperrebom": "Ja", "sperrebomTilgjengelig": "Ja"}])
def test_that_one_obstacle_stops_nobody_is_no_answer_to_the_others(answers: dict[str, str]) -> None:
    (walk,) = taken_in(collection(way(1, 0, 400, veitype="Grusvei", **answers)))

    assert walk.stretches[0].obstacles is None


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"møteHvileplass": "Nei"}, False),
        ({"møteHvileplass": "Ja"}, None),
        ({"møteHvileplass": "Ja", "antallTilstrekkelig": "Nei"}, None),
        ({"møteHvileplass": "Ja", "antallTilstrekkelig": "Ja"}, True),
    ],
)
def test_passing_places_are_known_only_where_there_are_enough_or_none(
    facts: dict[str, str], answer: bool | None
) -> None:
    (walk,) = taken_in(collection(way(1, 0, 400, **facts)))

    assert walk.stretches[0].passing_places is answer


def test_a_road_in_town_has_its_own_words_and_its_stairs_and_kerbs() -> None:
    facts = {"gatetype": "Gangfelt", "belysning": "Ja", "nedsenk1": "2", "nedsenk2": "4.5", "lydsignal": "Nei"}
    stairs = "<app:Trapp><app:trapp>Ja</app:trapp></app:Trapp>"
    (walk,) = taken_in(collection(way(1, 0, 400, "TettstedVei", **facts, trapp=stairs)))

    (stretch,) = walk.stretches
    assert (stretch.road, stretch.lighting) == (None, "belyst")
    assert [(one.type, one.size_cm) for one in stretch.obstacles or ()] == [("trapp", None), ("kant", 4.5)]
    assert "# gatetype Gangfelt" in walk.source.text


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"dekkeMateriale": "Asfalt", "plankeavstand": "2"}, Rule.CONDITIONAL_FACT),
        ({"sperrebom": "Nei", "sperrebomTilgjengelig": "Ja"}, Rule.CONDITIONAL_FACT),
        ({"antallTilstrekkelig": "Ja"}, Rule.CONDITIONAL_FACT),
        ({"ledelinje": "Ingen", "ledelinjeKontrast": "God"}, Rule.CONDITIONAL_FACT),
        ({"nedsenk1": "2"}, Rule.CONDITIONAL_FACT),
        ({"dekkeMateriale": "Gruss"}, Rule.UNKNOWN_CODE),
        ({"tilgjengvurderingSyn": "Kanskje"}, Rule.UNKNOWN_CODE),
        ({"bredde": "1,8"}, Rule.NOT_A_MEASURE),
        ({"stigning": "nan"}, Rule.NOT_A_MEASURE),
        ({"stigning": "bratt"}, Rule.NOT_A_MEASURE),
    ],
)
def test_a_fact_that_cannot_be_right_is_told_with_its_line_and_stands_as_unknown(
    facts: dict[str, str], rule: Rule, capsys: pytest.CaptureFixture[str]
) -> None:
    (walk,) = taken_in(collection(way(7, 400, 900), way(1, 0, 400, **facts)), "tilgjengelighet", "data.gml")

    told = said(capsys)
    assert f"[{rule}]" in told
    assert "data.gml:4:13: advarsel:" in told
    stretch = walk.stretches[0]
    assert {stretch.plank_gap_cm, stretch.passing_places, stretch.width_cm, stretch.slope_degrees} == {None}


def test_a_wrong_code_is_met_with_the_one_that_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    taken_in(collection(way(1, 0, 400, dekkeMateriale="Gruss")))

    assert "Mente du «Grus»" in said(capsys)


def test_the_same_file_twice_makes_no_second_walk(capsys: pytest.CaptureFixture[str]) -> None:
    first = taken_in(TWO_PIECES)
    said(capsys)

    again = taken_in(TWO_PIECES)

    assert [walk.id for walk in first] == [walk.id for walk in again]
    assert "er ikke rørt" in said(capsys)


def test_a_way_too_short_for_a_walk_is_counted_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    none = taken_in(collection(way(1, 0, 200)))
    told = said(capsys)

    (walk,) = taken_in(collection(way(1, 0, 200)), "tilgjengelighet", "data.gml", "--shortest", "100")

    assert none == ()
    assert "1 veier er kortere enn 300 m" in told
    assert walk.length == pytest.approx(200, abs=1)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", Rule.IMPORT_IS_EMPTY),
        ("veitype;bredde", Rule.NOT_MAP_DATA),
        ("{", Rule.TRACK_BROKEN),
        ('{"type": "Feature"}', Rule.NOT_MAP_DATA),
        ('{"type": "FeatureCollection", "features": [{"geometry": {"type": "Ring"}}]}', Rule.NOT_MAP_DATA),
        ('{"type": "FeatureCollection", "features": [NaN]}', Rule.NOT_MAP_DATA),
        ('{"type": "FeatureCollection", "features": ' + "[" * 100_000, Rule.NOT_MAP_DATA),
        (
            (
                '{"type": "FeatureCollection", "crs": {"properties": {"name": "EPSG:31467"}}, "features": '
                '[{"geometry": {"type": "Point", "coordinates": [1, 2]}}]}'
            ),
            Rule.MAP_UNKNOWN_SYSTEM,
        ),
        ("<wfs:FeatureCollection>", Rule.TRACK_BROKEN),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', Rule.TRACK_HAS_DOCTYPE),
        ('<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', Rule.TRACK_HAS_DOCTYPE),
        ("<a>" * 100_000, Rule.TRACK_TOO_DEEP),
        (collection(way(1, 0, 400)).replace("5972", "31467"), Rule.MAP_UNKNOWN_SYSTEM),
        (collection(way(1, 0, 400)).replace("posList>", "posList>x "), Rule.TRACK_BROKEN),
        (collection(way(1, 0, 400)).replace(str(NORTH), "nan"), Rule.TRACK_BROKEN),
        (collection(way(1, 0, 400)).replace(str(NORTH), "1564000"), Rule.MAP_OUTSIDE_NORWAY),
        (collection(thing("Sittegruppe", 0)), Rule.MAP_HOLDS_NO_WALK),
        ("<html><body/></html>", Rule.MAP_HOLDS_NO_WALK),
    ],
    ids=lambda value: value.value if isinstance(value, Rule) else "",
)
def test_a_file_that_cannot_be_used_is_refused_with_its_reason(
    text: str, rule: Rule, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("data.gml").write_text(text, encoding="utf-8")

    code = main(["import", "tilgjengelighet", "data.gml"])

    assert code == Exit.CONTENT
    assert f"[{rule}]" in said(capsys)
    assert not Path("content/turer").exists()


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for begin in (b"", b"<", b"{"):
        found = read_map("data", begin + data)
        assert all(isinstance(problem, Problem) for problem in found.problems)


@given(st.integers(0, len(TWO_PIECES)), st.binary(max_size=3))
def test_no_damage_to_a_sound_file_breaks_the_reader(at: int, damage: bytes) -> None:
    data = TWO_PIECES.encode()

    read_map("data", data[:at] + damage + data[at + 2 :])


def test_geojson_says_the_same_whatever_its_names_look_like() -> None:
    lon, lat = 10.9, 59.2
    facts = {
        "objtype": "FriluftTurvei",
        "arstidsbruk": "Sommerbruk",
        "VEITYPE": "Grusvei",
        "bredde": 180.0,
        "stigning": 2,
    }
    line = {"type": "LineString", "coordinates": [[lon, lat], [lon + 0.01, lat]]}
    whole = {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": facts, "geometry": line}]}

    (walk,) = taken_in(json.dumps(whole), "tilgjengelighet", "data.geojson")

    (stretch,) = walk.stretches
    assert (stretch.road, stretch.width_cm, stretch.slope_degrees, walk.season) == ("grusvei", 180, 2, ("sommer",))


# Turrutebasen


def route(number: int, start: int, end: int, info: str, **facts: str) -> str:
    rows = "".join(f"<app:{name}>{value}</app:{name}>" for name, value in facts.items())
    line = f"{EAST + start} {NORTH} {EAST + end} {NORTH}"
    return (
        f'<gml:featureMember><app:Fotrute gml:id="f{number}">{rows}<app:senterlinje><gml:LineString '
        f'srsName="EPSG:25832"><gml:posList>{line}</gml:posList></gml:LineString></app:senterlinje>{info}'
        "</app:Fotrute></gml:featureMember>"
    )


def info(name: str, number: str, **facts: str) -> str:
    rows = "".join(f"<app:{key}>{value}</app:{key}>" for key, value in facts.items())
    return (
        f"<app:fotruteInfo><app:FotruteInfo><app:rutenavn>{name}</app:rutenavn><app:rutenummer>{number}"
        f"</app:rutenummer>{rows}</app:FotruteInfo></app:fotruteInfo>"
    )


KYST = info("Kyststien", "F-7", gradering="G", tilpasning="R B", vedlikeholdsansvarlig="Fredrikstad kommune")
ROUTES = collection(
    route(1, 0, 500, KYST, ruteFølger="GS", merking="JA", belysning="NEI", underlagstype="1", målemetode="96"),
    route(
        2,
        500,
        900,
        KYST + info("Festningsrunden", "F-8"),
        ruteFølger="TV",
        merking="JA",
        underlagstype="2",
        rutebredde="2",
        målemetode="96",
    ),
    '<gml:featureMember><app:Skiløype gml:id="s1"/></gml:featureMember>',
)


def test_a_route_is_put_together_by_its_number() -> None:
    walks = {walk.title.nb: walk for walk in taken_in(ROUTES, "turrutebasen")}

    assert set(walks) == {"Kyststien", "Festningsrunden"}
    kyst = walks["Kyststien"]
    first, second = kyst.stretches
    assert (kyst.route_register, kyst.grade, kyst.length) == ("F-7", "grønn", pytest.approx(900, abs=1))
    assert (kyst.track_source, kyst.pram, kyst.marking.nb if kyst.marking else "") == ("målt", None, "Ruta er merket.")
    assert (first.road, first.surface, first.firmness, first.lighting) == ("gang_og_sykkelvei", None, "fast", "ikke")
    assert (second.road, second.surface, second.width_cm) == (None, "grus", None)
    assert "# ruteFølger TV; rutebredde 2" in kyst.source.text


def test_the_file_of_several_walks_has_no_one_name() -> None:
    Path("data.gml").write_text(ROUTES, encoding="utf-8")

    assert main(["import", "turrutebasen", "data.gml", "--out", "content/turer/en.yaml"]) == Exit.WRONG_USE
    assert not Path("content/turer").exists()


@pytest.mark.parametrize(("stated", "number"), [("3105", "3105"), ("0106", "3107"), ("", "3107")])
def test_a_municipality_that_the_source_states_is_believed_if_there_is_one(stated: str, number: str) -> None:
    (walk,) = taken_in(collection(way(1, 0, 400)).replace(">3107<", f">{stated}<"))

    assert walk.municipalities == (number,)


def test_passable_by_wheelchair_is_told_to_the_editor_and_is_no_fact() -> None:
    walks = taken_in(ROUTES, "turrutebasen")

    text = "".join(walk.source.text for walk in walks)
    assert "# Turrutebasen: vedlikeholdsansvarlig Fredrikstad kommune; tilpasning R B" in text
    assert all(not walk.judgements and walk.suited is None for walk in walks)


def test_a_line_that_was_drawn_is_a_sketch() -> None:
    (first, _) = taken_in(ROUTES.replace(">96<", ">82<"), "turrutebasen")

    assert first.track_source == "tegnet"


# Codes

OFFICIAL: dict[str, tuple[Codes[Choice], str]] = {  # type: ignore[assignment]  # each is of its own list
    "veitype": (ROAD, "Asfaltert vei/Gangvei og sykkelvei/Grusvei/Sti/Traktorvei/Skiløype/Gangbane/Ukjent"),
    "gatetype": (
        STREET,
        "Fortau/Gangfelt/Gangvei/Sykkelvei/Gangvei og sykkelvei/Gågate/Sti/Gate/Torg/Gågate og torg/Annet",
    ),
    "dekkeMateriale": (SURFACE, "Asfalt/Betong/Brostein/Stein/Gress/Skogsbunn/Grus/Tre"),
    "dekkeFasthet": (FIRMNESS, "Fast/Tre/Løst"),
    "dekkeTilstand": (EVENNESS, "Jevnt/Ujevnt"),
    "belysning": (LIGHTING, "Belysning/Delvis belyst/Ikke belysning"),
    "ledelinje": (GUIDE_LINE, "Ingen/Taktil/Visuell/Taktil og visuell/Ukjent"),
    "årstidsbruk": (SEASON, "Helårsbruk/Sommerbruk/Vinterbruk/Ukjent"),
    "vurdering": (VERDICT, "Tilgjengelig/Delvis tilgjengelig/Ikke tilgjengelig/Ikke vurdert"),
    "gradering": (GRADE, "G/B/R/S/I"),
    "ruteFølger": (FOLLOWS, "US/ST/TR/LT/TV/GS/SV/SF/FO/BV/VV/IT/SB"),
    "underlagstype": (GROUND, "1/2/3/4"),
    "sesong": (ROUTE_SEASON, "S/V/H"),
}
"""The code lists as their application schemas have them."""


@pytest.mark.parametrize("name", OFFICIAL)
def test_every_official_code_has_ours_or_is_listed_as_having_none(name: str) -> None:
    codes, official = OFFICIAL[name]

    places = [*codes.pairs, *codes.also, *codes.unknown, *codes.unmapped]
    assert set(official.split("/")) <= set(places)
    assert len(places) == len(set(places))


@pytest.mark.parametrize("codes", [*ACCESSIBILITY_CODES, *ROUTE_CODES], ids=lambda codes: codes.name)
def test_every_code_of_ours_has_an_official_one_or_is_listed_as_having_none(codes: Codes[Choice]) -> None:
    ours = type(next(iter(codes.pairs.values())))

    assert {*codes.pairs.values(), *codes.only_ours} == set(ours)
    assert not {*codes.pairs.values()} & {*codes.only_ours}
    assert all(codes.ours(codes.theirs(code)) is code for code in codes.pairs.values())


def test_unknown_is_written_where_the_standard_has_a_word_for_it() -> None:
    assert (ROAD.theirs(None), SURFACE.theirs(None)) == ("Ukjent", "")
    assert (ROAD.theirs(Road.PATH), SURFACE.theirs(Surface.GRAVEL)) == ("Sti", "Grus")


# Export

MEASURED = """
tittel: Eksempelrunden
ingress: Flat tur på grus.
kategorier: [natur_og_friluftsliv]
kommune: "3107"
lengde: 800 m
spor: eksempel.gpx
spor_kilde: målt
sesong: sommer
strekninger:
  - fra_m: 0
    til_m: 300
    veitype: grusvei
    dekke: grus
    fasthet: fast
    tilstand: jevnt
    bredde_cm: 220
    stigning: 3.8°
    tverrfall: 1.2°
    belysning: belyst
    ledelinje: taktil
    møteplasser: nei
    hinder: [{type: bom, passerbar: ja}]
  - fra_m: 300
    til_m: 500
    veitype: gangbane
    dekke: tre
    plankeavstand_cm: 1.5
    fasthet: løst
    tilstand: ujevnt
    møteplasser: ja
  - {fra_m: 500, til_m: 800}
opplevelser: [{type: gapahuk, navn: Gapahuken, ved_m: 300}, {type: utsikt, navn: Utsikten, ved_m: 500}]
vurdering: [{profil: manuell_rullestol, klasse: delvis}]
"""
FACTS = [
    "from_m",
    "to_m",
    "road",
    "surface",
    "firmness",
    "evenness",
    "width_cm",
    "slope_degrees",
    "cross_slope_degrees",
    "plank_gap_cm",
    "passing_places",
    "lighting",
    "guide_line",
]


def measured_walk(text: str = MEASURED) -> None:
    for folder in ("turer", "spor"):
        Path("content", folder).mkdir(exist_ok=True)
    points = "".join(f'<trkpt lat="{59.2 + step * 10 / 111_400:.6f}" lon="10.95"/>' for step in range(81))
    Path("content/spor/eksempel.gpx").write_text(f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>", encoding="utf-8")
    Path("content/turer/eksempel.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["ut.geojson", "ut.gml"])
def test_what_is_given_out_comes_back_as_it_was(name: str) -> None:
    measured_walk()
    work = look_through(Path("content"), this_day())
    (before,) = work.catalogue.all(Walk) if work.catalogue else ()

    code = main(["export", "tilgjengelighet", "--out", name])
    for file in ("content/turer/eksempel.yaml", "content/spor/eksempel.gpx"):
        Path(file).unlink()
    (after,) = taken_in(Path(name).read_text("utf-8"), "tilgjengelighet", name)

    assert code == Exit.FINE
    assert (after.id, after.season, after.municipalities) == ("eksempel", before.season, before.municipalities)
    assert len(after.stretches) == 3
    for fact in FACTS:
        came, went = ([getattr(one, fact) for one in walk.stretches] for walk in (after, before))
        assert came == (pytest.approx(went, abs=1.01) if fact in ("from_m", "to_m") else went)
    assert [(one.profile, one.verdict) for one in after.judgements] == [("manuell_rullestol", "delvis")]
    assert [(one.type, one.name.nb) for one in after.sights] == [("gapahuk", "Gapahuken")]
    obstacles = [[(one.type, one.passable) for one in stretch.obstacles or ()] for stretch in after.stretches]
    assert obstacles == [[], [], []]
    assert "# sperrebom Ja; sperrebomTilgjengelig Ja" in after.source.text


def test_what_is_unknown_or_unsure_is_not_given_out() -> None:
    measured_walk()
    main(["export", "tilgjengelighet", "--out", "kjent.geojson"])
    measured_walk(MEASURED.replace("spor_kilde: målt", "spor_kilde: tegnet"))
    main(["export", "tilgjengelighet", "--out", "tegnet.geojson"])
    measured_walk(MEASURED + "kilde: [{navn: Noen, sikkerhet: usikker, gjelder: [strekninger]}]\n")
    main(["export", "tilgjengelighet", "--out", "usikker.geojson"])

    known, drawn, unsure = (json.loads(Path(f"{name}.geojson").read_text()) for name in ("kjent", "tegnet", "usikker"))

    last = known["features"][2]["properties"]
    assert (drawn["features"], unsure["features"]) == ([], [])
    assert known["features"][0]["properties"]["sperrebomTilgjengelig"] == "Ja"
    assert last["veitype"] == "Ukjent"
    assert not {"bredde", "stigning", "dekkeMateriale", "sperrebom"} & set(last)
    assert "tilgjengvurderingRulleAuto" not in last


def test_an_export_overwrites_nothing_and_needs_sound_content(capsys: pytest.CaptureFixture[str]) -> None:
    measured_walk()
    Path("ut.gml").write_text("mitt", encoding="utf-8")

    refused = main(["export", "tilgjengelighet", "--out", "ut.gml"])
    to_screen = main(["export", "tilgjengelighet"])
    told = said(capsys)
    Path("content/turer/brutt.yaml").write_text("tittel: [\n", encoding="utf-8")

    assert (refused, to_screen) == (Exit.WRONG_USE, Exit.FINE)
    assert Path("ut.gml").read_text("utf-8") == "mitt"
    assert '"objtype": "FriluftTurvei"' in told
    assert main(["export", "tilgjengelighet"]) == Exit.CONTENT
    assert main(["export"]) == Exit.WRONG_USE


def test_words_of_an_editor_cannot_become_markup() -> None:
    line = (Point(59.2, 10.9, None), Point(59.21, 10.9, None))
    written = Written("FriluftTurvei", {"kommentar": "</app:kommentar><!DOCTYPE x>"}, (line,))

    for text, read in ((write_gml([written]), read_gml), (write_geojson([written]), read_geojson)):
        found = read("ut", text.encode())
        assert found.features[0].fact("kommentar") == "</app:kommentar><!DOCTYPE x>"


# The ground


@pytest.mark.parametrize(
    ("east", "north", "zone", "lat", "lon"),
    [
        (606_000, 6_564_000, 32, 59.20181914, 10.85603472),
        (300_000, 6_650_000, 32, 59.93874335, 5.41979009),
        (276_000, 6_570_000, 33, 59.20973357, 11.07577139),
        (-20_000, 6_800_000, 33, 60.98959883, 5.36460583),
        (606_000, 7_900_000, 35, 71.17953783, 29.94499221),
    ],
)
def test_metres_of_a_map_become_degrees(east: float, north: float, zone: int, lat: float, lon: float) -> None:
    """The figures are PROJ's (EPSG:25832, 25833 and 25835 to 4258)."""
    assert degrees_of(east, north, zone) == pytest.approx((lat, lon), abs=2e-8)


def test_north_is_north_in_whatever_order_it_is_written() -> None:
    assert place(6_564_000, 606_000, 25832) == place(606_000, 6_564_000, 25832)
    assert place(59.2, 10.9, 4258) == place(10.9, 59.2, 4326) == (59.2, 10.9)
    with pytest.raises(UnknownSystemError):
        place(1, 2, 31467)


def test_lines_are_joined_up_to_a_fork_and_rings_close() -> None:
    def line(*spots: tuple[int, int]) -> tuple[tuple[Point, ...]]:
        return (tuple(Point(59 + y / 111_400, 10.9 + x / 57_400, None) for x, y in spots),)

    a, b, c = (0, 0), (100, 0), (200, 0)
    fork = chains([line(a, b), line(c, b), line(b, (100, 100))])
    ring = chains([line(a, b), line((100, 100), b), line((100, 100), a)])

    assert [[link.line for link in chain] for chain in fork] == [[0], [1], [2]]
    assert [[link.line for link in chain] for chain in ring] == [[0, 1, 2]]
    assert len(laid([line(a, b), line((100, 100), b), line((100, 100), a)], ring[0]).track.segments) == 1


def test_a_feature_without_a_place_is_no_way() -> None:
    found = read_map("data", collection("<wfs:member><app:FriluftTurvei/></wfs:member>").encode())

    assert [(one.kind, one.is_line, one.spot) for one in found.features] == [("FriluftTurvei", False, None)]
    assert isinstance(found.features[0], Feature)
