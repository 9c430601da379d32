"""What a text editor is told about the content: it takes what the reader takes, and is made by the engine."""

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from hefte.doors.editor import categories_of, write_editor_help
from hefte.doors.package import words_of
from hefte.field_words import example, records_below
from hefte.guide import guide
from hefte.language import LANGUAGES
from hefte.model import DOCUMENT_TYPES, Settings
from hefte.model.fields import FieldRow, fields_of
from hefte.model.kinds import Choice, Need, Record
from hefte.reading import is_content, read_file
from hefte.reading.folders import unexpected_file
from hefte.schema import editor_extensions, editor_settings, headed, schema_line, schemas
from hefte.source import File

TOP = Path(__file__).parent.parent
CONTENT = (TOP / "content", TOP / "tests" / "eksempelvik")
ROOTS: tuple[type[Record], ...] = (*DOCUMENT_TYPES, Settings)
RECORDS = tuple(dict.fromkeys(record for root in ROOTS for record in (root, *records_below(root))))
FIELDS = tuple((record, row) for record in RECORDS for row in fields_of(record))


NB = words_of("nb")


@cache
def plain_schemas() -> tuple[File, ...]:
    """The schemas of a site without categories of its own."""
    return tuple(schemas(NB))


@cache
def by_folder() -> Mapping[str, Any]:
    """What editors are told of each kind of file, by its folder."""
    return {Path(file.path).stem: json.loads(file.content) for file in plain_schemas()}


class AsEditorsReadIt(yaml.CSafeLoader):
    """YAML 1.2's core schema, which text editors use: `0301` is a number, `no` and `2026-10-14` are words."""

    yaml_implicit_resolvers: Mapping[str, Any] = {}


AsEditorsReadIt.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
AsEditorsReadIt.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^-?[0-9]+$"), list("-0123456789"))
AsEditorsReadIt.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789"))
AsEditorsReadIt.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def refusals(name: str, data: object) -> tuple[str, ...]:
    return tuple(
        f"{error.json_path}: {error.message}" for error in Draft7Validator(by_folder()[name]).iter_errors(data)
    )


def in_field(name: str, record: str, key: str) -> Draft7Validator:
    """What one field takes."""
    definitions = by_folder()[name]["definitions"]
    return Draft7Validator({"definitions": definitions} | definitions[record]["properties"][key])


def as_editors_read(text: str) -> object:
    return yaml.load(text, Loader=AsEditorsReadIt)  # noqa: S506  # it makes words and numbers only


def as_text(text: str) -> object:
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # it makes words only


def refused(record: str, key: str, written: str, name: str = "turer") -> bool:
    """Whether an editor underlines a value of one field."""
    return not in_field(name, record, key).is_valid(as_editors_read(written))


@cache
def made() -> tuple[File, ...]:
    return (*schemas(NB, categories_of(TOP)), *guide(NB), editor_settings(), editor_extensions())


def test_every_schema_is_a_schema() -> None:
    for schema in by_folder().values():
        Draft7Validator.check_schema(schema)


@pytest.mark.slow
@pytest.mark.parametrize("read", [as_text, as_editors_read])
@pytest.mark.parametrize("folder", CONTENT, ids=["content", "eksempelvik"])
def test_every_content_file_is_accepted(folder: Path, read: Callable[[str], object]) -> None:
    paths = [path for path in sorted(folder.rglob("*.yaml")) if is_content(path.relative_to(folder).as_posix())]

    found = {
        path.name: refusals(
            "oppsett" if path.parent == folder else path.parent.name, read(path.read_text(encoding="utf-8"))
        )
        for path in paths
    }

    assert {name: said for name, said in found.items() if said} == {}


def test_every_example_is_accepted() -> None:
    wrong = {
        f"{record.__name__}.{row.alias}"
        for root in ROOTS
        for record in (root, *records_below(root))
        for row in fields_of(record)
        if not in_field(getattr(root, "folder", "oppsett"), record.__name__, row.alias).is_valid(example(row))
    }

    assert wrong == set()


@pytest.mark.parametrize(
    ("record", "key", "written"),
    [
        ("Stretch", "stigning", "1:20"),
        ("Stretch", "stigning", "5 %"),
        ("Stretch", "stigning", "2,9°"),
        ("Stretch", "stigning", "ukjent"),
        ("Stretch", "hinder", "ingen"),
        ("Stretch", "hinder", "trapp"),
        ("Stretch", "hinder", "[{type: bom, passerbar: true}, rot]"),
        ("Stretch", "møteplasser", "false"),
        ("Walk", "lengde", "1,2"),
        ("Walk", "lengde", "2 400 m"),
        ("Walk", "kommune", "0301"),
        ("Walk", "kommune", "[3107, hele_landet]"),
        ("Walk", "pris", "gratis"),
        ("Walk", "pris", "60"),
        ("Walk", "pris", "[{navn: Voksen, kr: 60}, {navn: Barn, kr: gratis}]"),
        ("Walk", "sted", "badet"),
        ("Walk", "sted", "{navn: Badet}"),
        ("Walk", "toalett", "ja"),
        ("Walk", "tilrettelagt", "ukjent"),
        ("Walk", "kontrollert", "14.10.2026"),
        ("Walk", "tittel", "{nb: Stranda, lettlest: Stranda}"),
        ("Contact", "tlf", "69-30-60-00"),
    ],
)
def test_what_the_reader_understands_is_accepted(record: str, key: str, written: str) -> None:
    assert not refused(record, key, written)


@pytest.mark.parametrize(
    ("record", "key", "written"),
    [
        ("Stretch", "stigning", "5"),
        ("Stretch", "dekke", "gruss"),
        ("Stretch", "hinder", "[{typ: bom}]"),
        ("Walk", "ingress", "{nb: Gå, no: Gå}"),
        ("Walk", "tittel", "ukjent" * 30),
        ("Walk", "kontrollert", "i fjor"),
        ("Walk", "sted", "{gate: Havnegata 12}"),
        ("Contact", "epost", "post at eksempel.no"),
    ],
)
def test_what_the_reader_would_refuse_is_underlined(record: str, key: str, written: str) -> None:
    assert refused(record, key, written)


def test_an_unknown_key_and_a_missing_one_are_underlined() -> None:
    data = {"tittel": "Stranda", "ingress": "Gå.", "kategorier": "tur", "kommuner": "3107"}

    assert refusals("turer", data) != ()
    assert refusals("turer", {**data, "kommune": "3107"} | {"kommuner": None}) != ()


def test_a_list_of_entries_needs_ids() -> None:
    entry = {"tittel": "Stranda", "ingress": "Gå.", "kategorier": "tur", "kommune": "3107"}

    assert refusals("turer", entry) == ()
    assert refusals("turer", [entry | {"id": "stranda"}]) == ()
    assert refusals("turer", [entry]) != ()


def test_the_committed_schemas_and_the_guide_are_those_the_engine_makes() -> None:
    changed = [file.path for file in made() if (TOP / file.path).read_text(encoding="utf-8") != file.content]

    assert not changed, f"{changed} are old. Run `hefte schema` and commit what it writes."


def test_every_schema_that_the_editor_is_told_of_exists() -> None:
    told = json.loads(editor_settings().content)["yaml.schemas"]

    assert {path.removeprefix("./") for path in told} == {file.path for file in plain_schemas()}


def test_the_schema_line_of_each_folder_leads_to_its_schema() -> None:
    folders = ("", *(kind.folder for kind in DOCUMENT_TYPES))
    led = {
        posixpath.normpath(posixpath.join("content", folder, schema_line(folder).split("=")[1].strip()))
        for folder in folders
    }

    assert led == {file.path for file in plain_schemas()}


def test_a_schema_line_changes_nothing_of_what_is_read() -> None:
    text = "tittel: Stranda\ningress: Gå.\nkategorier: tur\nkommune: 3107\n"

    bare, under = (
        read_file("turer/stranda.yaml", one.encode(), "nb") for one in (text, headed("turer/stranda.yaml", text))
    )

    assert under.problems == ()
    assert under.documents[0].title == bare.documents[0].title


def test_a_text_gets_one_schema_line_and_only_where_there_is_a_schema() -> None:
    assert headed("turer/a.yaml", headed("turer/a.yaml", "tittel: A\n")) == f"{schema_line('turer')}tittel: A\n"
    assert headed("spor/a.gpx", "<gpx/>") == "<gpx/>"


def test_a_text_in_the_editor_s_own_recommendations_stays(tmp_path: Path) -> None:
    theirs = tmp_path / ".vscode" / "extensions.json"
    theirs.parent.mkdir()
    theirs.write_text('{"recommendations": ["kommunen.utvidelse"]}', encoding="utf-8")

    write_editor_help(tmp_path, NB)

    assert json.loads(theirs.read_text("utf-8"))["recommendations"] == ["kommunen.utvidelse", "redhat.vscode-yaml"]


def test_the_categories_of_the_site_are_offered_and_another_is_not_refused() -> None:
    offered = schemas(NB, categories_of(TOP))
    walks = next(json.loads(file.content) for file in offered if file.path.endswith("turer.json"))
    field = walks["definitions"]["Walk"]["properties"]["kategorier"]
    validator = Draft7Validator(field)

    assert "Natur og friluftsliv" in json.dumps(field, ensure_ascii=False)
    assert all(validator.is_valid(written) for written in ("natur_og_friluftsliv", ["noe_annet"], "dans"))
    assert not validator.is_valid("To ord!")


def test_a_folder_that_begins_with_a_dot_is_no_content() -> None:
    paths = [file.path.removeprefix("content/") for file in made() if file.path.startswith("content/")]

    assert not any(is_content(path) or tuple(unexpected_file(path)) for path in paths)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_every_field_in_every_language(language: str) -> None:
    (file,) = guide(words_of(language))
    rows = re.findall(r"^\| `(\w+)` .*\|$", str(file.content), re.MULTILINE)

    assert set(rows) == {row.alias for _, row in FIELDS}


def test_each_heading_of_the_guide_is_its_own_and_every_link_finds_one() -> None:
    (file,) = guide(NB)
    headings = re.findall(r"^#{2,3} (.+)$", str(file.content), re.MULTILINE)
    links = set(re.findall(r"\]\(#(\w+)\)", str(file.content)))

    assert len({heading.lower() for heading in headings}) == len(headings)
    assert links <= set(headings)


def missing(language: str, section: str) -> list[str]:
    """The keys of a section that a language lacks; a class may have words of its own."""
    words = words_of(language)
    return sorted(
        {
            f"{section}.{row.name}"
            for record, row in FIELDS
            if not words.has(f"{section}.{row.name}") and not words.has(f"{section}.{record.__name__}.{row.name}")
        }
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["field", "hint"])
def test_every_field_has_words(language: str, section: str) -> None:
    lacks = missing(language, section)

    assert not lacks, f"{language} has no words for {lacks}. Did you add a field? Then say it in every language."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_code_and_need_has_words(language: str) -> None:
    asked = {f"form.{row.kind}" for _, row in FIELDS} | {f"need.{need}" for need in Need}
    asked |= {f"choice.{row.made_of.__name__}.{code}" for _, row in FIELDS if is_choice(row) for code in row.made_of}

    lacks = sorted(key for key in asked if not words_of(language).has(key))

    assert not lacks, (
        f"{language} has no words for {lacks}. Did you add a kind or a code? Then say it in every language."
    )


def is_choice(row: FieldRow) -> bool:
    return row.made_of is not None and issubclass(row.made_of, Choice)


def test_no_words_are_left_for_fields_that_are_gone() -> None:
    known = {row.name for _, row in FIELDS} | {f"{record.__name__}.{row.name}" for record, row in FIELDS}
    sections = ("field.", "hint.")

    left = [key for key in NB.table if key.startswith(sections) and key.partition(".")[2] not in known]

    assert not left, f"{left} are words for fields that are gone. Take them away in every language."
