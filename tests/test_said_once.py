"""One mistake is one message: what follows from it by itself is not told as well."""

from datetime import date
from pathlib import Path

from hefte.doors.build import look_through
from hefte.problem import Rule
from hefte.showing import visible

TODAY = date(2026, 11, 22)
SETTINGS = (
    "navn: Ut\ntjeneste: Tjenesten\nkommune: 3107\nadresse: https://x.no\ntilgjengelighetserklæring: https://x.no\n"
)
WALK = "tittel: Stranda\ningress: Kort.\nkategorier: [diverse]\nkommune: 3107\nkontrollert: 2026-11-01\n"
SWAPPED = '<gpx><trk><trkseg><trkpt lat="10.9" lon="59.2"/><trkpt lat="10.91" lon="59.3"/></trkseg></trk></gpx>'


def _rules(folder: Path, files: dict[str, str]) -> list[tuple[str, Rule]]:
    for name, text in {"oppsett.yaml": SETTINGS, **files}.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = look_through(folder, TODAY).problems
    return [(one.where.path, one.rule) for one in problems if one.rule is not Rule.ADVISED_FIELDS_MISSING]


def test_a_swapped_track_is_not_also_far_away_and_too_long(tmp_path: Path) -> None:
    walk = WALK + "lengde: 1,2 km\nstart: {lat: 59.2, lon: 10.9}\nspor: a.gpx\n"

    assert _rules(tmp_path, {"turer/a.yaml": walk, "spor/a.gpx": SWAPPED}) == [("spor/a.gpx", Rule.TRACK_SWAPPED)]


def test_a_copy_with_a_bad_name_is_told_of_once(tmp_path: Path) -> None:
    files = {
        "turer/stranda.yaml": WALK,
        "turer/Stranda (kopi).yaml": WALK.replace("Stranda", "Kopi"),
        "turer/Stranda.yml": WALK,
    }

    assert _rules(tmp_path, files) == [
        ("turer/Stranda (kopi).yaml", Rule.BAD_FILE_NAME),
        ("turer/Stranda.yml", Rule.BAD_FILE_NAME),
        ("turer/stranda.yaml", Rule.DUPLICATE_ID),
    ]


def test_an_id_inside_a_badly_named_file_is_not_told_of_as_well(tmp_path: Path) -> None:
    assert _rules(tmp_path, {"turer/Min tur.yaml": f"id: Min tur\n{WALK}"}) == [
        ("turer/Min tur.yaml", Rule.BAD_FILE_NAME)
    ]


def test_a_number_is_kept_together_with_its_unit_in_a_message() -> None:
    assert visible("6\u00a0683,6\u00a0km") == "6 683,6 km"
    assert visible("et\u00a0navn\u200b") == "et␣navn␣"
