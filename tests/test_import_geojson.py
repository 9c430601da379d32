"""`hefte import geojson`: points are places, lines are walks with their track, properties are columns."""

import json
from pathlib import Path

import pytest

from hefte.doors.command_line import main
from hefte.doors.trouble import Exit
from hefte.problem import Rule

SETTINGS = "navn: Ut i Vik\ntjeneste: Tjenesten\nkommune: '3107'\nspråk: [nb, nn, en]\n"
POINT = {"type": "Point", "coordinates": [10.9487, 59.2016]}
LINE = {"type": "LineString", "coordinates": [[10.90 + step / 500, 59.20] for step in range(6)]}
AREA = {"type": "Polygon", "coordinates": [[[10.9, 59.2], [10.92, 59.2], [10.92, 59.22], [10.9, 59.22], [10.9, 59.2]]]}


@pytest.fixture(autouse=True)
def municipality(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def take(*features: tuple[dict[str, object], dict[str, object]], options: tuple[str, ...] = ("--write",)) -> int:
    rows = [{"type": "Feature", "properties": facts, "geometry": geometry} for facts, geometry in features]
    Path("kart.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": rows}), encoding="utf-8")
    return main(["import", "geojson", "kart.geojson", "--today", "2026-11-22", *options])


def text(path: str) -> str:
    return Path("content", path).read_text(encoding="utf-8")


def test_a_point_is_a_place_with_its_position_and_its_properties() -> None:
    take(({"navn": "Badeplassen", "Målgruppe": "Barn og unge", "rullestol": True, "Etat": "Park"}, POINT))

    written = text("steder/badeplassen.yaml")
    assert 'lat: "59.20160"' in written or "lat: 59.20160" in written
    assert "målgruppe: {for: [barn, ungdom]}" in written
    assert "egnet: {rullestol_inn: ja}" in written
    assert "# etat: Park" in written


def test_a_line_is_a_walk_with_its_track_and_what_the_line_tells() -> None:
    take(({"name": "Rundt vannet"}, LINE))

    written = text("turer/rundt-vannet.yaml")
    assert "lengde: 571 m" in written
    assert "spor: rundt-vannet.gpx" in written
    assert "<trkpt" in text("spor/rundt-vannet.gpx")


def test_an_area_is_a_place_in_its_middle() -> None:
    take(({"navn": "Parken"}, AREA))

    assert "lat: 59.20800" in text("steder/parken.yaml")


def test_the_type_of_points_may_be_said_and_a_line_stays_a_walk() -> None:
    take(({"navn": "Klatring"}, POINT), ({"navn": "Løypa"}, LINE), options=("--write", "--type", "aktiviteter"))

    assert Path("content/aktiviteter/klatring.yaml").exists()
    assert Path("content/turer/loypa.yaml").exists()


def test_the_second_time_changes_nothing() -> None:
    features = (({"navn": "Badeplassen"}, POINT), ({"navn": "Løypa"}, LINE))
    take(*features)
    before = {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}

    code = take(*features)

    assert code == Exit.FINE
    assert {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()} == before


def test_a_feature_without_a_name_and_a_file_without_features_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    without_name = take(({"etat": "Park"}, POINT))
    empty = take()

    said = capsys.readouterr().out
    assert (without_name, empty) == (Exit.CONTENT, Exit.CONTENT)
    assert "[row-without-title]" in said
    assert "[map-holds-no-walk]" in said


def test_a_feature_without_geometry_and_a_swapped_position_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    swapped: dict[str, object] = {"type": "Point", "coordinates": [59.2016, 10.9487]}
    nowhere: dict[str, object] = {}

    take(({"navn": "Parken"}, POINT), ({"navn": "Badet"}, nowhere), ({"navn": "Toppen"}, swapped))

    said = capsys.readouterr().out
    assert f"[{Rule.MAP_WITHOUT_GEOMETRY}]" in said
    assert "«Badet»" in said
    assert f"[{Rule.MAP_POSITION_SWAPPED}]" in said
    assert "[map-outside-norway]" not in said
    assert sorted(path.name for path in Path("content/steder").iterdir()) == ["parken.yaml", "toppen.yaml"]
    assert "lat: 59.20160" in text("steder/toppen.yaml")
