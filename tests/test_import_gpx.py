"""`hefte import gpx`: a track becomes the draft of a walk, and what it does not tell stands as unknown."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from hefte.doors import commands
from hefte.doors.build import look_through
from hefte.doors.command_line import main
from hefte.doors.options import this_day
from hefte.doors.trouble import Exit
from hefte.edits import scalar
from hefte.gpx import read_gpx, write_gpx
from hefte.interchange.drafts import Draft, Row, text_of
from hefte.interchange.from_track import course_of
from hefte.model import Walk
from hefte.model.walk_choices import Course, TrackSource
from hefte.problem import Severity
from hefte.track import Point, lay_out

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("still_day")]

SETTINGS = "navn: Ut i Fredrikstad\ntjeneste: Støttekontakttjenesten\nkommune: '3107'\nspråk: [nb, nn, en]\n"
DEGREE = 1 / 111_400


def gpx(heights: bool = True, name: str = "Rundt Isegran", points: int = 81) -> str:
    """A hill of 20 m straight north, as a watch writes it, with two named spots, one of them far away."""
    rows = "".join(
        f'<trkpt lat="{59.2 + step * 10 * DEGREE:.6f}" lon="10.95">'
        + (f"<ele>{20 - abs(40 - step) / 2:.1f}</ele>" if heights else "")
        + "<time>2026-10-14T09:00:00Z</time><extensions><hr>88</hr></extensions></trkpt>\n"
        for step in range(points)
    )
    spots = f'<wpt lat="{59.2 + 400 * DEGREE:.6f}" lon="10.9501"><name>Utsikten: best</name></wpt>'
    spots += '<wpt lat="59.3" lon="10.95"><name>Langt borte</name></wpt>'
    return f'<gpx version="1.1" creator="Klokka">{spots}<trk><name>{name}</name><trkseg>\n{rows}</trkseg></trk></gpx>'


@pytest.fixture(autouse=True)
def municipality(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality without a walk, and a track on the desk."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "tur.gpx").write_text(gpx(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    return captured.out + captured.err


def the_walk(identity: str = "rundt-isegran") -> Walk:
    """The walk of the content folder, which has nothing that stops a build."""
    work = look_through(Path("content"), this_day())
    assert [problem for problem in work.problems if problem.stops_the_build] == []
    walk = work.catalogue.get("turer", identity) if work.catalogue else None
    assert isinstance(walk, Walk)
    return walk


def test_what_the_track_tells_is_known_and_nothing_else_is() -> None:
    code = main(["import", "gpx", "tur.gpx"])

    walk = the_walk()
    assert code == Exit.FINE
    assert (walk.title.nb, walk.municipalities, walk.shown_from) == ("Rundt Isegran", ("3107",), date(2099, 1, 1))
    assert walk.length == pytest.approx(800, abs=2)
    assert walk.start is not None
    assert walk.end is not None
    assert (walk.start.latitude, walk.start.longitude) == (59.2, 10.95)
    unknown = (walk.course, walk.track_source, walk.climb_m, walk.grade, walk.toilet, walk.parking, walk.checked)
    assert set(unknown) == {None}
    (stretch,) = walk.stretches
    assert (stretch.from_m, stretch.to_m) == (0, walk.length)
    assert {stretch.road, stretch.surface, stretch.width_cm, stretch.slope_degrees, stretch.obstacles} == {None}


def test_only_a_track_that_was_measured_on_the_spot_gives_a_climb() -> None:
    main(["import", "gpx", "tur.gpx", "--source", "målt"])

    walk = the_walk()
    assert walk.track_source is TrackSource.MEASURED
    assert walk.climb_m == pytest.approx(20, rel=0.1)


def test_a_track_without_heights_says_so_to_its_editor() -> None:
    Path("tur.gpx").write_text(gpx(heights=False), encoding="utf-8")

    main(["import", "gpx", "tur.gpx", "--source", "målt"])

    assert the_walk().climb_m is None
    assert "høydemeter: ukjent  # Sporet har ingen høyder." in Path("content/turer/rundt-isegran.yaml").read_text(
        "utf-8"
    )


def test_the_copy_holds_position_and_height_only() -> None:
    main(["import", "gpx", "tur.gpx"])

    copy = Path("content/spor/rundt-isegran.gpx").read_text("utf-8")
    assert set(re.findall(r"<([a-z]+)", copy)) == {"gpx", "trk", "name", "trkseg", "trkpt", "ele"}
    assert not any(word in copy for word in ("Klokka", "2026-", "hr>", "Utsikten"))


def test_named_spots_on_the_way_become_sights_on_request() -> None:
    main(["import", "gpx", "tur.gpx", "--out", "content/turer/uten.yaml"])
    main(["import", "gpx", "tur.gpx", "--sights", "--out", "content/turer/med.yaml"])

    assert the_walk("uten").sights == ()
    ((sight),) = the_walk("med").sights
    assert (sight.name.nb, sight.type) == ("Utsikten: best", None)
    assert sight.at_m == pytest.approx(400, abs=3)


def test_a_track_is_cut_so_that_it_leads_to_nobodys_home() -> None:
    main(["import", "gpx", "tur.gpx", "--trim", "150"])

    walk = the_walk()
    assert walk.length == pytest.approx(500, abs=2)
    assert walk.start is not None
    assert walk.start.latitude == pytest.approx(59.2 + 150 * DEGREE, abs=0.00003)
    assert main(["import", "gpx", "tur.gpx", "--trim", "400", "--replace"]) == Exit.WRONG_USE


def test_nothing_is_overwritten_unless_somebody_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "gpx", "tur.gpx"])
    Path("content/turer/rundt-isegran.yaml").write_text("mitt", encoding="utf-8")

    refused = main(["import", "gpx", "tur.gpx"])
    told = said(capsys)
    kept = Path("content/turer/rundt-isegran.yaml").read_text("utf-8")
    replaced = main(["import", "gpx", "tur.gpx", "--replace"])

    assert (refused, kept, replaced) == (Exit.WRONG_USE, "mitt", Exit.FINE)
    assert "finnes fra før" in told
    assert the_walk().title.nb == "Rundt Isegran"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_file_that_is_refused_is_told_with_its_line_in_the_editors_language(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("tur.gpx").write_text(gpx().replace('lat="59.200180"', 'lat="undefined"'), encoding="utf-8")

    code = main(["import", "gpx", "tur.gpx", "--language", language])

    told = said(capsys)
    word = {"nb": "feil: Punkt", "nn": "feil: Punkt", "en": "error: Point"}[language]
    assert code == Exit.CONTENT
    assert re.search(rf"^tur\.gpx:\d+:\d+: {word}", told, re.MULTILINE)
    assert re.search(r"^ +\d+ \| <trkpt lat=.undefined", told, re.MULTILINE)
    assert not Path("content/turer").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["import"], Exit.WRONG_USE),
        (["import", "gpx"], Exit.WRONG_USE),
        (["import", "gpx", "borte.gpx"], Exit.WRONG_USE),
        (["import", "gpz", "tur.gpx"], Exit.WRONG_USE),
        (["import", "gpx", "tur.gpx", "--source", "gjettet"], Exit.WRONG_USE),
        (["import", "gpx", "tur.gpx", "--trim", "langt"], Exit.WRONG_USE),
        (["import", "gpx", "tur.gpx", "--out", "tur.yaml"], Exit.WRONG_USE),
        (["import", "gpx", "tur.gpx", "--out", "content/turer/Min Tur.yaml"], Exit.WRONG_USE),
        (["import", "gpx", "tur.gpx", "--out", "content/turer/min-tur.txt"], Exit.WRONG_USE),
        (["import", "gpx", "tur.gpx", "--content", "borte"], Exit.WRONG_USE),
        (["import", "--title", "Her", "gpx", "--sights", "tur.gpx"], Exit.FINE),
    ],
)
def test_a_wrong_use_is_refused_and_nothing_written(arguments: list[str], code: Exit) -> None:
    assert main(arguments) == code
    assert Path("content/turer").exists() is (code is Exit.FINE)


def test_import_then_check_then_build_shows_the_walk_once_it_is_active(
    municipality: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "MAKERS", (commands._website,))
    file = municipality / "content/turer/rundt-isegran.yaml"
    main(["import", "gpx", "tur.gpx", "--source", "målt"])

    checked = main(["check"])
    hidden = main(["build"])
    is_hidden = not (municipality / "site/turer/rundt-isegran.html").exists()
    file.write_text(file.read_text("utf-8").replace("vis_fra: 2099-01-01", ""), "utf-8")
    shown = main(["build"])

    page = (municipality / "site/turer/rundt-isegran.html").read_text("utf-8")
    assert (checked, hidden, shown) == (Exit.FINE, Exit.FINE, Exit.FINE), said(capsys)
    assert is_hidden
    assert "Rundt Isegran" in page
    assert "Vet ikke" in page
    assert "ukjent" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert "<time" not in (municipality / "site/turer/rundt-isegran.gpx").read_text("utf-8")


def test_a_birth_number_in_a_name_comes_along_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    named = gpx(name="Til Ola, 15078412302").replace("Utsikten: best", "Hos 15078412302")
    Path("tur.gpx").write_text(named, encoding="utf-8")

    code = main(["import", "gpx", "tur.gpx", "--sights"])

    written = [path.read_text("utf-8") for path in Path("content").rglob("*.*") if path.is_file()]
    assert code == Exit.FINE
    assert the_walk("tur").sights == ()
    assert "15078412302" not in "".join((said(capsys), *written))


ROUND = [(0, 0), (0, 300), (300, 300), (300, 0), (0, 0)]
BACK = [(0, 0), (0, 300), (0, 600), (0, 300), (0, 0)]
ONE_WAY = [(0, 0), (0, 300), (0, 600)]


@pytest.mark.parametrize(("line", "course"), [(ROUND, Course.ROUND), (BACK, Course.RETURN), (ONE_WAY, None)])
def test_the_shape_of_a_walk_is_seen_where_its_line_tells_it(
    line: list[tuple[int, int]], course: Course | None
) -> None:
    track = lay_out([[Point(59 + north * DEGREE, 10.9 + east / 57_400, None) for east, north in line]])

    assert course_of(track) is course


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Rundt Isegran", "Rundt Isegran"),
        ("no", '"no"'),
        ("0301", '"0301"'),
        ("Kaffe: hver onsdag", '"Kaffe: hver onsdag"'),
        ("A, B", '"A, B"'),
        ("- strek", '"- strek"'),
        ("#1", '"#1"'),
        (' "x" \n y', '" \\"x\\" \\n y"'),
        ("3.8°", "3.8°"),
        ("", '""'),
    ],
)
def test_words_are_quoted_where_yaml_wants_it(words: str, written: str) -> None:
    assert scalar(words) == written


def test_a_comment_is_one_line_whatever_another_program_wrote() -> None:
    draft = Draft("a", (Row("strekninger", [{"fra_m": "0"}], notes=("x\ny: 1\u202e",)),))

    assert text_of(draft) == "strekninger:\n  # x y: 1\n  - {fra_m: 0}\n"


def _moved(data: bytes) -> bytes:
    """A real file, moved to Fredrikstad with all its oddities."""
    text = data.decode("utf-8", errors="surrogateescape")
    first = re.search(r'<(?:\w+:)?(?:trkpt|rtept)[^>]*?lat="([-\d.]+)"[^>]*?lon="([-\d.]+)"', text) or re.search(
        r'<(?:\w+:)?(?:trkpt|rtept)[^>]*?lon="(?P<lon>[-\d.]+)"[^>]*?lat="(?P<lat>[-\d.]+)"', text
    )
    if not first:
        return data
    lat, lon = (
        float(first["lat"] if "lat" in first.re.groupindex else first[1]),
        float(first["lon"] if "lon" in first.re.groupindex else first[2]),
    )

    def near(name: str, by: float) -> None:
        nonlocal text
        text = re.sub(rf'{name}="([-\d.]+)"', lambda found: f'{name}="{float(found[1]) + by:.7f}"', text)

    near("lat", 59.21 - lat)
    near("lon", 10.95 - lon)
    return text.encode("utf-8", errors="surrogateescape")


@pytest.mark.real
def test_every_real_file_is_imported_or_refused_with_file_line_and_reason(capsys: pytest.CaptureFixture[str]) -> None:
    folder = os.environ.get("HEFTE_REAL_DATA")
    if not folder:
        pytest.skip("HEFTE_REAL_DATA is not set: no real tracks to import.")
    outcomes, made = [], Path("made")
    for name in ("turer", "spor"):
        (made / name).mkdir(parents=True)
        (Path("content") / name).mkdir()

    for number, file in enumerate(sorted(Path(folder, "gpx-messy").rglob("*.gpx"))):
        target, copy = f"turer/tur-{number}.yaml", f"spor/tur-{number}.gpx"
        for data in (file.read_bytes(), _moved(file.read_bytes())):
            Path("tur.gpx").write_bytes(data)
            arguments = ["--sights", "--source", "målt", "--out", f"content/{target}", "--replace"]
            outcomes.append(main(["import", "gpx", "tur.gpx", *arguments]))
            told, is_made = said(capsys), Path("content", target).exists()
            assert is_made is (outcomes[-1] is Exit.FINE)
            assert is_made or re.search(r"^(tur\.gpx|content/\S+):\d+:\d+: feil: ", told, re.MULTILINE), told
            for path in (target, copy) if is_made else ():
                Path("content", path).rename(made / path)  # a folder that grows would be read again each time
    for name in ("turer", "spor"):
        (Path("content") / name).rmdir()
        (made / name).rename(Path("content") / name)

    work = look_through(Path("content"), this_day())
    assert not [problem for problem in work.problems if problem.severity is Severity.ERROR]
    assert outcomes.count(Exit.FINE) >= 35


def test_a_copy_reads_as_the_track_it_was_made_of() -> None:
    track, _ = read_gpx("tur.gpx", gpx().encode())
    assert track is not None

    again, problems = read_gpx("tur.gpx", write_gpx(track).encode())

    assert problems == ()
    assert again is not None
    assert again.length_m == pytest.approx(track.length_m, rel=0.002)


def test_a_draft_that_would_stop_the_build_is_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "gpx", "tur.gpx"])
    walk, track = Path("content/turer/rundt-isegran.yaml"), Path("content/spor/rundt-isegran.gpx")
    before = walk.read_bytes(), track.read_bytes()
    unseen = ["--title", "Rundt\u200bIsegran", "--trim", "50"]

    code = main(["import", "gpx", "tur.gpx", *unseen, "--out", str(walk), "--replace"])
    new = main(["import", "gpx", "tur.gpx", *unseen, "--out", "content/turer/ny.yaml"])

    told = said(capsys)
    assert (code, new) == (Exit.CONTENT, Exit.CONTENT)
    assert "[invisible-character]" in told
    assert (walk.read_bytes(), track.read_bytes()) == before
    assert not list(Path("content").rglob("ny.*"))


@pytest.mark.parametrize("points", [2, 12_000])
def test_a_track_too_short_or_too_long_for_a_walk_is_refused(points: int, capsys: pytest.CaptureFixture[str]) -> None:
    Path("tur.gpx").write_text(gpx(points=points), encoding="utf-8")

    code = main(["import", "gpx", "tur.gpx"])

    assert code == Exit.CONTENT
    assert "tur.gpx:1:1: feil:" in said(capsys)
    assert not Path("content/turer").exists()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("command", ["import", "export", "locate"])
def test_a_command_tells_at_length_and_by_examples_what_it_does(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main([command, "--help", "--language", language])

    assert code == Exit.FINE
    assert f"\n    hefte {command} " in said(capsys)
