"""What a caseworker sees in a text editor, as the real language server of VS Code's YAML extension tells it."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import language_server
from editor_client import Editor, Told, open_editor, sections
from eksempelvik_site import CONTENT as EKSEMPELVIK
from hefte.doors.command_line import main
from hefte.doors.package import words_of
from hefte.model import DOCUMENT_TYPES, Settings, Walk
from hefte.model.fields import fields_of
from hefte.reading import is_content
from hefte.schema import schema_line

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("language-server")]

TOP = Path(__file__).resolve().parent.parent
CONTENT = TOP / "content"
WALK = CONTENT / "turer" / "prove.yaml"
SAY = words_of("nb").say
SOUND = "tittel: Prøve\ningress: Gå.\nkategorier: tur\nkommune: 3107\n"
"""A walk with all that must be written, on four lines."""


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """One editor with this folder open, and its own settings."""
    assert language_server.is_ready(), "The language server is missing. Run `make language-server`."
    settings = json.loads((TOP / ".vscode/settings.json").read_text("utf-8"))
    with open_editor(TOP, sections(settings)) as opened:
        yield opened


def written(proposal: Mapping[str, Any]) -> str:
    return str(proposal["textEdit"]["newText"])


def test_an_empty_file_is_offered_its_fields_and_what_each_is_for(editor: Editor) -> None:
    offered = editor.proposals(WALK, "‸")

    assert {row.alias for row in fields_of(Walk)} <= {*offered}
    assert str(offered["lengde"]["documentation"]).startswith(SAY("hint.length"))


def test_a_field_is_offered_without_a_made_up_value(editor: Editor) -> None:
    offered = editor.proposals(WALK, "‸")

    assert {written(offered[key]) for key in ("tittel", "område", "spor")} == {"tittel: ", "område: ", "spor: "}


def test_only_the_fields_of_a_group_are_offered_within_it(editor: Editor) -> None:
    offered = editor.proposals(WALK, f"{SOUND}strekninger:\n  - {{fra_m: 0, d‸}}\n")

    assert "dekke" in offered
    assert "fra_m" not in offered
    assert "tittel" not in offered


@pytest.mark.parametrize(
    ("before", "code", "label"),
    [
        ("rundtur: ", "tur_retur", "choice.Course.tur_retur"),
        ("strekninger:\n  - {fra_m: 0, dekke: ", "skogsbunn", "choice.Surface.skogsbunn"),
        ("barnevogn: ", "ja", "choice.YesNoPartly.ja"),
        ("barnevogn: ", "nei", "choice.YesNoPartly.nei"),
    ],
)
def test_codes_are_offered_with_their_labels(editor: Editor, before: str, code: str, label: str) -> None:
    offered = editor.proposals(WALK, f"{SOUND}{before}‸" + ("}" if "{" in before else ""))

    assert offered[code]["documentation"] == SAY(label)


def test_the_categories_of_the_site_are_offered_with_their_names(editor: Editor) -> None:
    one = editor.proposals(WALK, "tittel: Prøve\nkategorier: ‸")
    more = editor.proposals(WALK, "tittel: Prøve\nkategorier: [dans, ‸]")

    assert one["natur_og_friluftsliv"]["documentation"] == "Natur og friluftsliv"
    assert "natur_og_friluftsliv" in more


@pytest.mark.parametrize(
    ("text", "label", "hint"),
    [
        ("len‸gde: 2 km", "field.length", "hint.length"),
        ("strekninger:\n  - {fra_m: 0, til_m: 8, dek‸ke: grus}", "field.surface", "hint.surface"),
        ("kont‸akt: {tlf: 69 00 00 00}", "field.contact", "hint.contact"),
    ],
)
def test_a_word_that_is_pointed_at_is_explained(editor: Editor, text: str, label: str, hint: str) -> None:
    told = editor.hover(WALK, f"{SOUND}{text}\n")

    assert SAY(label) in told
    assert re.sub(r"\W", "", SAY(hint)) in re.sub(r"\W", "", told)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (f"{SOUND}rundtur: ring\n", 5, SAY("guide.choose", codes="rundtur, tur_retur, en_vei")),
        (f"{SOUND}lengde: langt\n", 5, f"{SAY('guide.write', form=SAY('form.length'))} {SAY('guide.or-leave-out')}"),
        (f"{SOUND}lengde:\n  - 2\n", 6, f"{SAY('guide.write', form=SAY('form.length'))} {SAY('guide.or-leave-out')}"),
        (f"{SOUND}prs: gratis\n", 5, SAY("guide.no-such-field")),
        (f"{SOUND}kontakt: Kari\n", 5, SAY("guide.group")),
        (f"{SOUND}strekninger: flatt\n", 5, SAY("problem.not-a-list", key="strekninger")),
        (f"{SOUND}strekninger:\n  - {{fra_m: 0}}\n", 6, SAY("problem.missing-field", key="til_m")),
        (f"{SOUND}hinder: rot\n", 5, SAY("guide.no-such-field")),
        (f"{SOUND}melding: {'x' * 301}\n", 5, SAY("guide.at-most", limit=300)),
        (SOUND.replace("kommune: 3107", "kommune: Moss"), 4, SAY("guide.write", form=SAY("form.municipality"))),
        (SOUND.replace("ingress: Gå.\n", ""), 1, SAY("problem.missing-field", key="ingress")),
        (
            f"{SOUND}strekninger:\n  - {{fra_m: 0, til_m: 9,\n     fasthet: [bløtt]}}\n",
            7,
            SAY("guide.choose", codes="fast, løst"),
        ),
    ],
)
def test_a_mistake_is_underlined_on_its_line_in_our_words(editor: Editor, text: str, line: int, message: str) -> None:
    (told,) = editor.problems(WALK, text)

    assert told == Told(line, message)


BAD = ("{x: 1}", "[[{x: 1}]]", "'?!'", "-1.5")
ENGLISH = re.compile(r"Incorrect|Missing|Value|Propert|String|Array|Object|Expected|Matches|schema", re.IGNORECASE)


def test_whatever_is_written_in_a_field_the_words_are_norwegian(editor: Editor) -> None:
    texts = {
        CONTENT
        / f"ulike-{number}"
        / getattr(kind, "folder", "")
        / (kind.file if kind is Settings else "prove.yaml"): "".join(f"{row.alias}: {bad}\n" for row in fields_of(kind))
        for number, bad in enumerate(BAD)
        for kind in (*DOCUMENT_TYPES, Settings)
    }

    told = [one for found in editor.problems_of(texts).values() for one in found]

    assert len(told) > 1000
    assert not [one for one in told if ENGLISH.search(one.message)]


def filled(snippet: str, values: Mapping[str, str]) -> str:
    """A snippet after somebody has stopped at each place: the first code of each list, and values by their keys."""
    chosen = re.sub(r"\$\{\d+\|(\w+)[^|]*\|\}", r"\1", snippet)
    return re.sub(
        r"(\w+): (\[|\")?\$\d+", lambda found: f"{found[1]}: {found[2] or ''}{values.get(found[1], '')}", chosen
    )


VALUES = {
    "tittel": "Prøve", "ingress": "Gå en tur.", "kategorier": "diverse", "kommune": "9999", "lengde": "1,2 km",
    "navn": "Torget", "fra_m": "0", "til_m": "1200", "kl": "10-12", "dag": "fredag", "slutt": "2027-05-01 12:00",
    "nett": "https://eksempel.no", "lest": "2026-11-20", "tlf": "69 00 00 00", "tekst": "Hei.", "måned": "2026-12",
    "pris": "gratis", "utvalg": "{type: [turer]}", "alder": "18+", "hilsen": "Hei.",
    "hver": "uke", "rolle": "Lederen", "epost": "post@eksempel.no", "bredde_cm": "180", "stigning": "1:20",
    "tverrfall": "2 %", "hinder": "ingen", "gjelder": "pris", "adresse": "Torget 1", "lat": "58.9", "lon": "10.1",
}  # fmt: skip


def test_a_new_file_of_each_kind_passes_the_check_once_it_is_filled_in(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "oppsett.yaml").write_text('navn: Prøve\ntjeneste: Støttekontakt\nkommune: "9999"\n', "utf-8")
    values = {**VALUES, "start": "2027-05-01 10:00"}

    for kind in DOCUMENT_TYPES:
        label = SAY(f"snippet.new.{kind.folder}")
        snippet = written(editor.proposals(CONTENT / kind.folder / "prove.yaml", "‸")[label])
        (tmp_path / kind.folder).mkdir()
        name = f"{kind.folder}-prove.yaml"
        (tmp_path / kind.folder / name).write_text(filled(snippet, values), encoding="utf-8")

    assert main(["check", "--content", str(tmp_path), "--today", "2026-11-22"]) == 0


@pytest.mark.parametrize(("key", "folder"), [("når", "aktiviteter"), ("kontakt", "turer"), ("møtes", "grupper")])
def test_the_key_of_a_group_is_written_with_its_fields(editor: Editor, key: str, folder: str) -> None:
    path = CONTENT / folder / "prove.yaml"

    text = filled(written(editor.proposals(path, f"{SOUND}‸")[key]), VALUES)

    assert re.match(rf"{key}: {{\w+: .*}}$", text)
    assert editor.problems(path, f"{SOUND}{text}\n") == ()


@pytest.mark.parametrize(("key", "field"), [("strekninger", "field.stretches"), ("kilde", "field.sources")])
def test_a_row_of_a_list_is_written_whole_behind_its_dash(editor: Editor, key: str, field: str) -> None:
    dash = written(editor.proposals(WALK, f"{SOUND}‸")[key])
    row = editor.proposals(WALK, f"{SOUND}{dash}‸\n")[SAY("snippet.fill-in", field=SAY(field))]

    text = filled(f"{SOUND}{dash}{written(row)}\n", VALUES)

    assert f"{key}:\n  - {{" in text
    assert editor.problems(WALK, text) == ()


def test_a_schema_line_is_enough_for_an_editor_without_settings(editor: Editor) -> None:
    path = CONTENT / "ikke-kjent-mappe" / "prove.yaml"

    without = editor.proposals(path, "‸")
    offered = editor.proposals(path, schema_line("turer") + "‸")

    assert "strekninger" not in without
    assert "strekninger" in offered


def test_a_near_miss_is_offered_its_correction(editor: Editor) -> None:
    text = f"{SOUND}rundtur: rundtrr\n"
    editor.problems(WALK, text)
    line = {"start": {"line": 4, "character": 9}, "end": {"line": 4, "character": 16}}

    offered = editor.mendings(WALK, line)

    assert any("rundtur" in title for title in offered)


@pytest.mark.parametrize("folder", [CONTENT, EKSEMPELVIK], ids=["content", "eksempelvik"])
def test_nothing_is_underlined_in_what_is_written(editor: Editor, folder: Path) -> None:
    paths = [path for path in sorted(folder.rglob("*.yaml")) if is_content(path.relative_to(folder).as_posix())]

    told = editor.problems_of({path: path.read_text("utf-8") for path in paths})

    assert len(told) > 50
    assert {path.name: found for path, found in told.items() if found} == {}


def test_nothing_is_underlined_in_what_a_municipality_begins_with(editor: Editor, tmp_path: Path) -> None:
    assert main(["init", str(tmp_path / "ny"), "--today", "2026-11-22"]) == 0
    paths = [path for path in (tmp_path / "ny/content").rglob("*.yaml") if ".hefte" not in path.parts]

    told = editor.problems_of({path: path.read_text("utf-8") for path in paths})

    assert len(told) == 10
    assert {path.name: found for path, found in told.items() if found} == {}


def test_each_package_of_the_server_is_held_to_its_digest_wherever_it_comes_from() -> None:
    packages = json.loads((language_server.LOCKED / "package-lock.json").read_text("utf-8"))["packages"]

    loose = [name for name, row in packages.items() if name and not str(row.get("integrity", "")).startswith("sha512-")]

    assert not loose, f"{loose} have no digest. Run npm install in tests/editor/, where .npmrc is."
    assert not [name for name, row in packages.items() if "resolved" in row]
