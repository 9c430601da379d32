"""Names that have changed: the check says what they are called now, and `hefte migrate` writes that, and only that."""

from io import StringIO
from pathlib import Path

import pytest

from hefte.content_format.changes import FIRST, Change, newest, read_changes
from hefte.content_format.migrating import migrated
from hefte.doors.console import Console
from hefte.doors.content import open_content
from hefte.doors.migrating import migrate_content
from hefte.doors.options import Options
from hefte.doors.package import format_changes, templates, words_of
from hefte.doors.todays_format import in_today_s_format
from hefte.doors.trouble import Exit
from hefte.language import LANGUAGES
from hefte.model import Activity, Walk
from hefte.model.fields import field_named
from hefte.problem import Problem, Rule, Severity, Where
from hefte.reading import read_content
from hefte.reading.fields import record_at

CHANGES = read_changes("""
- version: 2
  in: turer
  at: strekninger
  key: overflate
  becomes: dekke
  told: {nb: Overflate heter dekke., nn: Overflate heiter dekke., en: Overflate is dekke.}
- version: 2
  in: "*"
  key: telefon
  becomes: [kontakt, tlf]
  told: {nb: Telefon står i kontakt., nn: Telefon står i kontakt., en: Telefon stands in kontakt.}
- version: 3
  in: turer
  at: [strekninger]
  key: dekke
  codes: {gruss: grus, tregulv: tre}
  told: {nb: Gruss heter grus., nn: Gruss heiter grus., en: Gruss is grus.}
- version: 3
  in: oppsett.yaml
  key: kalles
  becomes: navn
  told: {nb: Kalles heter navn., nn: Kalles heiter navn., en: Kalles is navn.}
""")
"""What might have happened; nothing of it has."""

HEAD = "tittel: Runden  # vår fineste\ningress: Gå.\nkategorier: [tur]\nkommune: 3107\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("strekninger:\n  - {fra_m: 0, overflate: grus}\n", "strekninger:\n  - {fra_m: 0, dekke: grus}\n"),
        (
            "strekninger:\n  - fra_m: 0\n    overflate: gruss  # nylig lagt\n  - overflate: tregulv\n",
            "strekninger:\n  - fra_m: 0\n    dekke: grus  # nylig lagt\n  - dekke: tre\n",
        ),
        ("telefon: 69 00 00 00  # hverdager\n", "kontakt: {tlf: 69 00 00 00}  # hverdager\n"),
        ("kontakt: {rolle: Vakta}\ntelefon: 69 00 00 00\n", "kontakt: {rolle: Vakta, tlf: 69 00 00 00}\n"),
        ("telefon: '69'\nkontakt:\n  rolle: Vakta\nlengde: 2\n", "kontakt:\n  rolle: Vakta\n  tlf: '69'\nlengde: 2\n"),
        ("telefon: 69, 70\n", 'kontakt: {tlf: "69, 70"}\n'),
        ("lengde: 2 km\n", "lengde: 2 km\n"),
    ],
)
def test_an_old_name_is_written_anew_and_every_other_character_stays(before: str, after: str) -> None:
    done = migrated("turer/runden.yaml", HEAD + before, CHANGES)

    assert done.text == HEAD + after
    assert done.left == ()


def test_each_entry_of_a_list_is_written_anew() -> None:
    text = "- id: a\n  telefon: 1\n- {id: b, telefon: 2}\n- {telefon: 3, id: c}\n"

    done = migrated("steder/alle.yaml", text, CHANGES)

    assert done.text == "- id: a\n  kontakt: {tlf: 1}\n- {id: b, kontakt: {tlf: 2}}\n- {kontakt: {tlf: 3}, id: c}\n"


@pytest.mark.parametrize(
    "text",
    [
        "strekninger:\n  - {dekke: grus, overflate: asfalt}\n",
        "kontakt: {tlf: 1}\ntelefon: 2\n",
        "kontakt: Vakta\ntelefon: 2\n",
        "telefon:\n  - 1\n  - 2\n",
    ],
    ids=["the new name is there", "so is its place", "the group is none", "the value has lines"],
)
def test_what_has_no_one_place_is_left_to_its_editor(text: str) -> None:
    done = migrated("turer/runden.yaml", text, CHANGES)

    assert done.text == text
    assert [one.change.key for one in done.left] in (["overflate"], ["telefon"])


def test_a_key_of_another_folder_or_another_group_is_not_the_one_that_is_meant() -> None:
    text = "overflate: grus\nstrekninger:\n  - {dekke: gruss}\n"

    assert migrated("steder/plassen.yaml", text, CHANGES).text == text
    assert migrated("turer/runden.yaml", text, CHANGES[:2]).text == text


def test_a_text_that_is_no_yaml_stays_as_it_is() -> None:
    assert migrated("turer/runden.yaml", "telefon: [\n", CHANGES).text == "telefon: [\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder of the first format: two walks, one of them from Windows."""
    (tmp_path / "turer").mkdir()
    (tmp_path / "oppsett.yaml").write_text("kalles: Ut\ntjeneste: Vi\nkommune: 3107\n", encoding="utf-8")
    (tmp_path / "turer/a.yaml").write_text(f"{HEAD}telefon: 69 00 00 00\n", encoding="utf-8")
    rows = f"\ufeff{HEAD}strekninger:\n  - {{fra_m: 0, til_m: 9, dekke: gruss}}\n"
    (tmp_path / "turer/b.yaml").write_bytes(rows.replace("\n", "\r\n").encode())
    return tmp_path


def told(content: Path, changes: tuple[Change, ...] = CHANGES) -> tuple[Problem, ...]:
    opened = open_content(content)
    reading = read_content({path: opened.read(path) for path in opened.texts})
    return in_today_s_format(reading, opened, changes)


def test_the_check_says_what_an_old_name_is_called_now(content: Path) -> None:
    found = {(problem.where, problem.rule, problem.values.get("new")) for problem in told(content)}

    assert found == {
        (Where("oppsett.yaml", 1, 1), Rule.OLD_NAME, "navn"),
        (Where("turer/a.yaml", 5, 1), Rule.OLD_NAME, "kontakt.tlf"),
        (Where("turer/b.yaml", 6, 33), Rule.OLD_NAME, "grus"),
    }


def test_without_the_change_the_same_is_only_unknown(content: Path) -> None:
    rules = {problem.rule for problem in told(content, ())}

    assert rules == {Rule.UNKNOWN_KEY, Rule.NOT_A_CHOICE, Rule.MISSING_FIELD}


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_an_upgrade_one_line_says_what_has_changed_and_which_command_helps(content: Path, language: str) -> None:
    (content / "oppsett.yaml").write_text(
        "navn: Ut\ntjeneste: Vi\nkommune: 3107\ninnholdsformat: 2\n", encoding="utf-8"
    )

    (one,) = (problem for problem in told(content) if problem.rule is Rule.OLD_FORMAT)
    said = words_of(language).say(f"problem.{one.rule}", **one.values)

    assert one.where == Where("oppsett.yaml", 4, 17)
    assert one.severity is Severity.WARNING
    assert "gruss → grus, tregulv → tre, kalles → navn" in said
    assert "overflate" not in said
    assert "hefte migrate" in said
    assert "\n" not in said


def test_content_of_a_newer_hefte_is_not_published_by_an_older_one(content: Path) -> None:
    (content / "oppsett.yaml").write_text(
        "navn: Ut\ntjeneste: Vi\nkommune: 3107\ninnholdsformat: 9\n", encoding="utf-8"
    )

    (one,) = (problem for problem in told(content) if problem.rule is Rule.NEWER_FORMAT)

    assert one.stops_the_build


def run(content: Path, changes: tuple[Change, ...] = CHANGES, *, write: bool = False) -> tuple[Exit, str]:
    out = StringIO()
    code = migrate_content(Options(content=content, write=write), Console(words_of("nb"), out, out), changes)
    return code, out.getvalue()


def test_the_changes_are_shown_and_nothing_is_written_before_somebody_says_so(content: Path) -> None:
    before = {path: path.read_bytes() for path in content.rglob("*.yaml")}

    code, said = run(content)

    assert code is Exit.FINE
    assert "Format 2: Telefon står i kontakt." in said
    assert "-telefon: 69 00 00 00\n+kontakt: {tlf: 69 00 00 00}" in said
    assert "+innholdsformat: 3" in said
    assert "hefte migrate --write" in said
    assert {path: path.read_bytes() for path in content.rglob("*.yaml")} == before


def test_what_is_written_is_read_without_a_complaint_and_keeps_its_line_ends(content: Path) -> None:
    code, said = run(content, write=True)

    assert code is Exit.FINE
    assert said.count("er skrevet") == 3
    assert told(content) == ()
    assert (content / "oppsett.yaml").read_text("utf-8") == "navn: Ut\ntjeneste: Vi\nkommune: 3107\ninnholdsformat: 3\n"
    b = (content / "turer/b.yaml").read_bytes()
    assert b.startswith(b"\xef\xbb\xbf")
    assert b.count(b"\r\n") == b.count(b"\n") == 6


def test_the_second_time_there_is_nothing_to_do(content: Path) -> None:
    run(content, write=True)

    assert run(content, write=True) == (Exit.FINE, "Innholdet har det nyeste formatet (3). Ingenting å skrive om.\n")


def test_content_of_a_newer_hefte_is_told_so_and_left(content: Path) -> None:
    settings = content / "oppsett.yaml"
    settings.write_text(f"innholdsformat: 99\n{settings.read_text('utf-8')}", encoding="utf-8")
    before = settings.read_bytes()

    code, said = run(content, write=True)

    assert code is Exit.CONTENT
    assert "oppsett.yaml:1:17: feil: Innholdet har format 99, men denne utgaven" in said
    assert "pip install -U hefte" in said
    assert "nyeste" not in said
    assert settings.read_bytes() == before


def test_what_is_left_to_the_editor_is_told_with_its_line(content: Path) -> None:
    with (content / "turer/a.yaml").open("a", encoding="utf-8") as file:
        file.write("kontakt: {tlf: 70 00 00 00}\n")

    code, said = run(content, write=True)

    assert code is Exit.CONTENT
    assert "turer/a.yaml:5: «telefon» heter nå «kontakt.tlf»" in said


@pytest.mark.parametrize(
    "row",
    [
        "{version: 2, in: turer, key: a}",
        "{version: 1, in: turer, key: a, becomes: b}",
        "{version: 2, in: turar, key: a, becomes: b}",
        "{version: 2, in: turer, key: a, becomes: b, codes: {c: d}}",
        "{version: 2, in: turer, key: a, becomes: [b, c, d]}",
        "{version: 2, in: turer, key: a, becomes: b, beccomes: c}",
    ],
)
def test_a_row_that_cannot_be_meant_is_a_mistake_of_ours(row: str) -> None:
    words = "told: {nb: a, nn: a, en: a}"

    with pytest.raises(ValueError, match="tur"):
        read_changes(f"[{row[:-1]}, {words}}}]")


def test_a_change_is_told_in_every_language() -> None:
    with pytest.raises(ValueError, match="tur"):
        read_changes("[{version: 2, in: turer, key: a, becomes: b, told: {nb: a}}]")


def test_every_new_name_in_the_table_is_a_name_of_the_model() -> None:
    """And so is every code, and no old name is still one: the check would never tell of it."""
    kinds = {kind.folder: kind for kind in (Walk, Activity)}
    wrong = [
        change
        for change in format_changes()
        for folder in change.folders
        if folder in kinds and not field_named(record_at(kinds[folder], change.at), (*change.becomes, change.key)[0])
    ]

    assert not wrong, f"templates/format-changes.yaml names {wrong}, which the model does not."


def test_the_changelog_has_the_section_of_every_format() -> None:
    changelog = (templates().parent / "CHANGELOG.md").read_text("utf-8")

    assert "### Content format" in changelog
    assert all(f"Format {version}:" in changelog for version in range(FIRST, newest(format_changes()) + 1))
