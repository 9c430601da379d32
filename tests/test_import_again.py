"""`hefte import tabell` and its kin a second time: nothing is made twice, and nothing that an editor did is undone."""

import json
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from hefte.doors.command_line import main
from hefte.doors.trouble import Exit

SETTINGS = "navn: Ut i Vik\ntjeneste: Tjenesten\nkommune: '3107'\nspråk: [nb, nn, en]\n"
HEADINGS = "Navn;Tid;Pris;Telefon;Arrangør"
BOWLING = "Bowling for alle;Tirsdag 18-19.30;60;69 30 60 00;Torp IF"
CHOIR = "Koret;Onsdag 18-20;gratis;;"
TODAY = ("--today", "2026-11-22")


@pytest.fixture(autouse=True)
def municipality(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings and nothing else, to stand in."""
    (tmp_path / "content/aktiviteter").mkdir(parents=True)
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(*rows: str) -> None:
    Path("tilbud 2026.csv").write_text("\n".join((HEADINGS, *rows, "")), encoding="utf-8")


def take(*options: str) -> int:
    return main(["import", "tabell", "tilbud 2026.csv", *TODAY, *options])


def files() -> Mapping[str, str]:
    """Everything in content, and when it was written."""
    found = sorted(path for path in Path("content").rglob("*") if path.is_file())
    return {str(path): f"{path.stat().st_mtime_ns} {path.read_text(encoding='utf-8')}" for path in found}


def entry(name: str) -> Path:
    return Path(f"content/aktiviteter/{name}.yaml")


def edit(name: str, before: str, after: str) -> None:
    text = entry(name).read_text(encoding="utf-8")
    assert before in text
    entry(name).write_text(text.replace(before, after), encoding="utf-8")


def test_nothing_is_written_before_somebody_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    table(BOWLING)
    before = files()

    code = take()

    said = capsys.readouterr().out
    assert code == Exit.FINE
    assert files() == before
    assert "aktiviteter/bowling-for-alle.yaml" in said
    assert "A Navn" in said
    assert "--write" in said


def test_the_second_time_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    table(BOWLING, CHOIR)
    take("--write")
    before = files()
    capsys.readouterr()

    code = take("--write")

    assert code == Exit.FINE
    assert files() == before
    assert "som sist" in capsys.readouterr().out
    assert sorted(path.name for path in Path("content/aktiviteter").iterdir()) == [
        "bowling-for-alle.yaml",
        "koret.yaml",
    ]
    assert [path.name for path in Path("content/organisasjoner").iterdir()] == ["torp-if.yaml"]


def test_an_entry_that_is_renamed_and_rewritten_is_known_again() -> None:
    table(BOWLING)
    take("--write")
    edit("bowling-for-alle", "tittel: Bowling for alle", "tittel: Kjegler i hallen")
    entry("bowling-for-alle").rename(entry("kjegler"))
    before = files()

    take("--write")

    assert [path.name for path in Path("content/aktiviteter").iterdir()] == ["kjegler.yaml"]
    assert {path: text for path, text in files().items() if ".hefte" not in path} == {
        path: text for path, text in before.items() if ".hefte" not in path
    }


def test_only_what_the_source_has_changed_is_written() -> None:
    table(BOWLING)
    take("--write")
    edit("bowling-for-alle", "pris: 60", "pris: 60  # ringte i dag")

    table(BOWLING.replace("Tirsdag 18-19.30", "Onsdag 17-18").replace("69 30 60 00", "69 30 60 01"))
    take("--write")

    text = entry("bowling-for-alle").read_text(encoding="utf-8")
    assert '- {dag: onsdag, kl: "17:00-18:00"}' in text
    assert "tlf: 69 30 60 01" in text
    assert "pris: 60  # ringte i dag" in text


def test_a_file_of_windows_keeps_its_lines_and_gets_no_line_but_the_one_that_changed() -> None:
    table(BOWLING, CHOIR)
    take("--write")
    own = entry("bowling-for-alle").read_text(encoding="utf-8").partition("\n")[2]
    entry("bowling-for-alle").write_bytes(own.replace("\n", "\r\n").encode())

    table(BOWLING.replace(";60;", ";80;"), CHOIR)
    take("--write")

    before, after = own.split("\n"), entry("bowling-for-alle").read_bytes().decode().split("\r\n")
    assert [line for line in after if line not in before] == ["pris: 80"]
    assert len(after) == len(before)


def test_what_an_editor_has_changed_is_told_and_stays(capsys: pytest.CaptureFixture[str]) -> None:
    table(BOWLING)
    take("--write")
    edit("bowling-for-alle", "pris: 60", "pris: 75")
    table(BOWLING.replace(";60;", ";80;"))
    capsys.readouterr()

    take("--write")
    first = capsys.readouterr().out
    take("--write")

    assert "pris: 75 → 80" in first
    assert "--replace" in first
    assert "75 → 80" not in capsys.readouterr().out
    assert "pris: 75" in entry("bowling-for-alle").read_text(encoding="utf-8")


def test_what_an_editor_has_changed_is_replaced_when_somebody_says_so() -> None:
    table(BOWLING)
    take("--write")
    edit("bowling-for-alle", "pris: 60", "pris: 75")
    table(BOWLING.replace(";60;", ";80;"))

    take("--write", "--replace")

    assert "pris: 80" in entry("bowling-for-alle").read_text(encoding="utf-8")


def test_what_an_editor_has_deleted_comes_back_only_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    table(BOWLING, CHOIR)
    take("--write")
    entry("koret").unlink()
    capsys.readouterr()

    take("--write")
    is_gone = not entry("koret").exists()
    take("--write", "--again")

    assert is_gone
    assert "--again" in capsys.readouterr().out
    assert entry("koret").exists()


def test_what_is_no_longer_in_the_source_is_told_and_stays(capsys: pytest.CaptureFixture[str]) -> None:
    table(BOWLING, CHOIR)
    take("--write")
    table(BOWLING)

    take("--write")

    assert "aktiviteter/koret" in capsys.readouterr().err
    assert entry("koret").exists()


def test_what_is_there_already_is_compared_and_not_made_twice(capsys: pytest.CaptureFixture[str]) -> None:
    entry("bowling").write_text(
        "tittel: Bowling, for alle!\ningress: Spill.\nkategorier: [idrett]\nkommune: 3107\npris: 50\n", encoding="utf-8"
    )
    before = files()
    table(BOWLING)

    take("--write")

    said = capsys.readouterr().out
    assert {path for path in files() if "aktiviteter" in path} == {path for path in before if "aktiviteter" in path}
    assert "aktiviteter/bowling.yaml" in said
    assert "pris: 50 → 60" in said


def test_a_lost_memory_makes_nothing_twice() -> None:
    table(BOWLING)
    take("--write")
    before = entry("bowling-for-alle").read_text(encoding="utf-8")
    Path("content/.hefte/importert.json").unlink()

    take("--write")

    assert [path.name for path in Path("content/aktiviteter").iterdir()] == ["bowling-for-alle.yaml"]
    assert entry("bowling-for-alle").read_text(encoding="utf-8") == before


def test_a_broken_memory_is_told() -> None:
    table(BOWLING)
    Path("content/.hefte").mkdir()
    Path("content/.hefte/importert.json").write_text("[1]", encoding="utf-8")

    assert take() == Exit.CONTENT


def test_the_columns_that_somebody_has_corrected_are_used() -> None:
    table(BOWLING)
    take("--mapping", "kolonner.yaml")
    chosen = Path("kolonner.yaml").read_text(encoding="utf-8")
    Path("kolonner.yaml").write_text(chosen.replace("Arrangør: arrangør", "Arrangør: notat"), encoding="utf-8")

    take("--mapping", "kolonner.yaml", "--write")

    assert "notat: Torp IF" in entry("bowling-for-alle").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "word"),
    [(("--sheet", "Ark7"), "Ark7"), (("--type", "kurs"), "kurs"), (("--mapping", "feil.yaml"), "feil.yaml")],
)
def test_a_wrong_use_is_said(options: tuple[str, ...], word: str, capsys: pytest.CaptureFixture[str]) -> None:
    table(BOWLING)
    Path("feil.yaml").write_text("- 1\n", encoding="utf-8")

    code = take(*options)

    assert code == Exit.WRONG_USE
    assert word in capsys.readouterr().err


def test_a_persons_name_is_warned_of_and_hidden_until_it_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tilbud 2026.csv").write_text("Navn;Kontaktperson\nKoret;Kari Nordmann\n", encoding="utf-8")

    take("--write")

    assert "[person-without-consent]" in capsys.readouterr().out
    assert "vis_fra: 2099-01-01" in entry("koret").read_text(encoding="utf-8")


def hidden_sheet() -> None:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "Tilbud"
    second = book.create_sheet("Brukere")
    second.sheet_state = "hidden"
    for sheet, row in ((first, ["Koret", "gratis"]), (second, ["Hemmelig", 50])):
        sheet.append(["Navn", "Pris", "Telefon", "Tid"][: 2 if sheet is first else 4])
        sheet.append([*row, "69 30 60 00", "Onsdag 18"][: 2 if sheet is first else 4])
    book.save("tilbud.xlsx")


def test_a_hidden_sheet_is_taken_only_when_it_is_named_and_that_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    hidden_sheet()

    main(["import", "tabell", "tilbud.xlsx", *TODAY])
    unnamed = capsys.readouterr()
    wrong = main(["import", "tabell", "tilbud.xlsx", *TODAY, "--sheet", "Ark7"])
    refused = capsys.readouterr()
    main(["import", "tabell", "tilbud.xlsx", *TODAY, "--sheet", "Brukere"])
    named = capsys.readouterr()

    assert "koret" in unnamed.out
    assert wrong == Exit.WRONG_USE
    assert "Brukere" not in unnamed.out + unnamed.err + refused.out + refused.err
    assert "hemmelig" in named.out
    assert "skjult" in named.err


def test_a_private_column_is_told_without_its_values_and_eleven_digits_are_masked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "Navn;Saksbehandler;Kommentar\nKoret;Kari Nordmann;Nr 150784 12345\n"
    Path("tilbud 2026.csv").write_text(text, encoding="utf-8")

    take()

    said = capsys.readouterr().out
    assert "utelates (kan være om personer)" in said
    assert "Kari" not in said
    assert "150784 *****" in said
    assert "12345" not in said


def commented(price: str, remark: str) -> None:
    text = f"Navn;Pris;Kommentar\nKoret;{price};{remark}\n"
    Path("tilbud 2026.csv").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("mode", [(), ("--write",)])
def test_a_changed_comment_and_a_changed_unreadable_cell_are_told(
    mode: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    commented("etter avtale", "Ny leder i mars")
    take("--write")
    commented("etter inntekt", "Nedlagt fra mai")
    before = entry("koret").read_text(encoding="utf-8")
    capsys.readouterr()

    take(*mode)

    said = capsys.readouterr().out
    assert "«Kommentar»: «Ny leder i mars» → «Nedlagt fra mai», se selv" in said
    assert "«Pris»: «etter avtale» → «etter inntekt», se selv" in said
    assert "Alt er som sist" not in said
    assert entry("koret").read_text(encoding="utf-8") == before


def test_a_field_that_the_source_no_longer_tells_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    commented("50", "")
    take("--write")
    commented("", "")
    capsys.readouterr()

    take("--write")
    first = capsys.readouterr().out
    take("--write")

    assert "«pris»: «50» → «–», se selv" in first
    assert "Alt er som sist" not in first
    assert "Alt er som sist" in capsys.readouterr().out


def test_a_memory_from_before_remarks_were_remembered_tells_of_none(capsys: pytest.CaptureFixture[str]) -> None:
    commented("50", "Ny leder")
    take("--write")
    memory = Path("content/.hefte/importert.json")
    rows = json.loads(memory.read_text(encoding="utf-8"))
    for row in rows.values():
        row["felt"] = {path: sign for path, sign in row["felt"].items() if path[0] not in "#!"}
    memory.write_text(json.dumps(rows), encoding="utf-8")
    capsys.readouterr()

    take()

    assert "Alt er som sist" in capsys.readouterr().out


def two_sheets(*, first: tuple[str, ...], second: tuple[str, ...]) -> None:
    book = openpyxl.Workbook()
    for sheet, titles in ((book.worksheets[0], first), (book.create_sheet("Andre"), second)):
        sheet.append(["Id", "Navn", "Pris"])
        for number, title in enumerate(titles, 1):
            sheet.append([number, title, 50])
    book.worksheets[0].title = "Første"
    book.save("tilbud.xlsx")


def take_sheet(name: str, *options: str) -> int:
    return main(["import", "tabell", "tilbud.xlsx", *TODAY, "--sheet", name, *options])


def test_rows_of_another_sheet_are_neither_gone_nor_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    two_sheets(first=("Koret", "Turn"), second=("Sjakk",))
    take_sheet("Første", "--write")
    take_sheet("Andre", "--write")
    both = capsys.readouterr()
    two_sheets(first=("Koret",), second=("Sjakk",))
    take_sheet("Første")

    assert "ikke med nå" not in both.err
    assert "aktiviteter/turn" in capsys.readouterr().err
    assert sorted(path.stem for path in Path("content/aktiviteter").iterdir()) == ["koret", "sjakk", "turn"]


def test_an_old_memory_without_the_sheet_still_knows_its_rows(capsys: pytest.CaptureFixture[str]) -> None:
    two_sheets(first=("Koret",), second=("Sjakk",))
    take_sheet("Første", "--write")
    for path in (Path("content/.hefte/importert.json"), entry("koret")):
        path.write_text(path.read_text(encoding="utf-8").replace("tilbud/forste/", "tilbud/"), encoding="utf-8")
    capsys.readouterr()

    take_sheet("Første", "--write")
    first = capsys.readouterr()
    take_sheet("Andre", "--write")

    assert "Alt er som sist" in first.out
    assert "ikke med nå" not in first.err
    assert '"tilbud/forste/1"' in Path("content/.hefte/importert.json").read_text(encoding="utf-8")
    assert sorted(path.stem for path in Path("content/aktiviteter").iterdir()) == ["koret", "sjakk"]
