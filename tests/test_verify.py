"""`hefte verify`: the date of a check goes into the file, and nothing else there changes."""

from datetime import date
from pathlib import Path

import pytest

from hefte.doors.command_line import main
from hefte.doors.trouble import Exit
from hefte.model.parts import Checked
from hefte.upkeep.stamp import next_after

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("still_day")]

SETTINGS = "navn: Ut i Fredrikstad\ntjeneste: Støttekontakttjenesten\nkommune: '3107'\nspråk: [nb, nn]\n"
ENTRY = "tittel: Kaffekroken  # på torget\ningress: Kom som du er.\nkategorier: [diverse]\nkommune: '3107'\n"
TODAY = "{dato: 2026-11-22, av: turlaget}"


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality with one activity that nobody has checked."""
    (tmp_path / "content/aktiviteter").mkdir(parents=True)
    (tmp_path / "content/steder").mkdir()
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "content/aktiviteter/kaffe.yaml").write_text(ENTRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def said(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    return captured.out + captured.err


def after_verifying(content: Path, tail: str, *more: str) -> str:
    """What follows the entry's other fields once it is stamped; the rest must stand as it was."""
    file = content / "aktiviteter/kaffe.yaml"
    file.write_bytes(f"{ENTRY}{tail}".encode())
    assert main(["verify", "kaffe", "--by", "turlaget", *more]) == Exit.FINE
    text = file.read_bytes().decode()
    assert text.startswith(ENTRY)
    return text.removeprefix(ENTRY)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"kontrollert: {TODAY}\n"),
        ("kontrollert: 2025-01-02\n", f"kontrollert: {TODAY}\n"),
        ("kontrollert: 2025-01-02  # ringte\npris: 20\n", f"kontrollert: {TODAY}  # ringte\npris: 20\n"),
        ("kontrollert: {dato: 2025-01-02, av: turlaget}\n", f"kontrollert: {TODAY}\n"),
        ("kontrollert: {av: kjøkkenet, dato: 2025-01-02}\n", "kontrollert: {av: turlaget, dato: 2026-11-22}\n"),
        ("kontrollert: {dato: 2025-01-02}\n", f"kontrollert: {TODAY}\n"),
        ("kontrollert:\n  dato: 2025-01-02\n", "kontrollert:\n  dato: 2026-11-22\n  av: turlaget\n"),
        (
            "kontrollert: {\n  dato: 2025-01-02,\n  av: laget}\n",
            "kontrollert: {\n  dato: 2026-11-22,\n  av: turlaget}\n",
        ),
        ("kilde:\n  - lest: 2026-01-01\n", f"kilde:\n  - lest: 2026-01-01\nkontrollert: {TODAY}\n"),
        ("beskrivelse: |\n  Mye.\n", f"kontrollert: {TODAY}\nbeskrivelse: |\n  Mye.\n"),
        ("kontrollert:\n", f"kontrollert: {TODAY}\n"),
    ],
)
def test_each_written_form_is_stamped_and_all_else_stays(content: Path, before: str, after: str) -> None:
    assert after_verifying(content, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{dato: 2026-05-22, neste: 2026-11-22}", "{dato: 2026-11-22, neste: 2027-05-22, av: turlaget}"),
        ("{dato: 2026-10-01, neste: 2027-03-01}", "{dato: 2026-11-22, neste: 2027-03-01, av: turlaget}"),
        ("{dato: 2026-05-22, neste: 2026-11-03}", TODAY),
        ("{neste: 2026-11-03, dato: 2026-05-22}", TODAY),
        ("\n  dato: 2026-05-22\n  neste: 2026-11-03  # etter jul", "\n  dato: 2026-11-22\n  av: turlaget"),
    ],
)
def test_a_rhythm_goes_on_and_a_single_day_that_is_reached_is_taken_out(content: Path, before: str, after: str) -> None:
    assert after_verifying(content, f"kontrollert: {before}\n") == f"kontrollert: {after}\n"


def test_a_rhythm_at_the_end_of_a_month_goes_on_in_months() -> None:
    done = Checked.model_validate({"dato": "2026-05-31", "neste": "2026-11-30"})

    assert next_after(done, date(2026, 12, 31)) == date(2027, 6, 30)


def test_the_day_and_the_next_may_be_told(content: Path) -> None:
    found = after_verifying(content, "", "--date", "2026-11-20", "--next", "2027-02-01")

    assert found == "kontrollert: {dato: 2026-11-20, av: turlaget, neste: 2027-02-01}\n"


def test_windows_line_ends_and_byte_order_mark_stay(content: Path) -> None:
    file = content / "aktiviteter/kaffe.yaml"
    before = ("\ufeff" + ENTRY.replace("\n", "\r\n")).encode()
    file.write_bytes(before)

    main(["verify", "kaffe", "--by", "turlaget"])

    assert file.read_bytes() == before + f"kontrollert: {TODAY}\r\n".encode()


def test_one_entry_of_a_list_is_stamped_and_its_neighbours_are_not(content: Path) -> None:
    file = content / "aktiviteter/kaffe.yaml"
    rows = [f"- id: {name}\n  " + ENTRY.replace("\n", "\n  ").rstrip() for name in ("te", "kaffe", "saft")]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")

    code = main(["verify", "kaffe", "saft", "--by", "turlaget"])

    stamp = f"\n  kontrollert: {TODAY}"
    assert code == Exit.FINE
    assert file.read_text("utf-8") == f"{rows[0]}\n{rows[1]}{stamp}\n{rows[2]}{stamp}\n"


def test_a_role_is_written_in_all_the_languages_in_which_another_entry_tells_it(content: Path) -> None:
    other = ENTRY + "kontrollert: {dato: 2026-01-01, av: {nb: turlaget, nn: turlaget vårt}}\n"
    (content / "aktiviteter/te.yaml").write_text(other, encoding="utf-8")

    assert after_verifying(content, "") == "kontrollert: {dato: 2026-11-22, av: {nb: turlaget, nn: turlaget vårt}}\n"


def test_what_changed_and_when_to_check_again_is_shown(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after_verifying(content, "kontrollert: 2025-01-02\n")

    lines = said(capsys).splitlines()
    assert lines[:2] == ["-kontrollert: 2025-01-02", f"+kontrollert: {TODAY}"]
    assert lines[2:] == [
        "«Kaffekroken» er kontrollert (content/aktiviteter/kaffe.yaml). Neste gang: 22.\xa0november 2027."
    ]


REFUSED = {
    "no entry": ((), "hefte due"),
    "no role": (("kaffe",), "--by"),
    "a name for a role": (("kaffe", "--by", "Kari Nordmann"), "Kari Nordmann"),
    "what a sheet writes": (("kaffe", "--by", "din rolle"), "Bytt ut «din rolle»"),
    "three dots": (("kaffe", "--by", "…"), "Bytt ut"),
    "a role of many lines": (("kaffe", "--by", "x" * 301), "300"),
    "a day to come": (("kaffe", "--by", "turlaget", "--date", "2026-11-23"), "2026-11-23"),
    "a next that is past": (("kaffe", "--by", "turlaget", "--next", "2026-11-22"), "2026-11-22"),
    "a day long ago": (("kaffe", "--by", "turlaget", "--date", "2024-11-21"), "etter --date"),
    "a next that is far": (("kaffe", "--by", "turlaget", "--next", "2029-11-23"), "etter --next"),
    "an id that is none": (("kaffi", "--by", "turlaget"), "Mente du «kaffe»?"),
    "a title": (("Kaffekrokn", "--by", "turlaget"), "Mente du «kaffe»?"),
    "one of several that is none": (("kaffe", "xyz", "--by", "turlaget"), "xyz"),
}


@pytest.mark.parametrize(("arguments", "told"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_use_writes_nothing(
    content: Path, arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["verify", *arguments])

    assert code == Exit.WRONG_USE
    assert told in said(capsys)
    assert (content / "aktiviteter/kaffe.yaml").read_text("utf-8") == ENTRY


def test_where_two_types_share_an_id_the_folder_says_which(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = content / "steder/kaffe.yaml"
    place.write_text(ENTRY, encoding="utf-8")

    code = main(["verify", "kaffe", "--by", "turlaget"])

    assert code == Exit.WRONG_USE
    assert "aktiviteter/kaffe · steder/kaffe" in said(capsys)
    assert main(["verify", "content/steder/kaffe.yaml", "--by", "turlaget"]) == Exit.FINE
    assert "kontrollert" in place.read_text("utf-8")
    assert (content / "aktiviteter/kaffe.yaml").read_text("utf-8") == ENTRY


def test_a_file_with_errors_is_to_be_mended_first(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = content / "aktiviteter/kaffe.yaml"
    file.write_text(f"{ENTRY}varighet_min: lenge\n", encoding="utf-8")

    code = main(["verify", "kaffe", "--by", "turlaget"])

    text = said(capsys)
    assert code == Exit.CONTENT
    assert "kaffe.yaml:5" in text
    assert "Rett dem først" in text


def test_a_form_that_cannot_be_changed_safely_is_left_to_its_editor(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = f"{ENTRY}kontrollert:\n  dato: 2026-01-01\n  av:\n    nb: laget  # Kari\n    nn: laget\n"
    file = content / "aktiviteter/kaffe.yaml"
    file.write_text(before, encoding="utf-8")

    code = main(["verify", "kaffe", "--by", "turlaget"])

    assert code == Exit.CONTENT
    assert "kontrollert: 2026-11-22" in said(capsys)
    assert file.read_text("utf-8") == before


def test_a_check_by_a_named_person_is_told_of(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "aktiviteter/kaffe.yaml").write_text(f"{ENTRY}kontrollert: {{dato: 2026-01-01, av: Kari Nordmann}}\n")

    main(["check"])

    assert "checked-by-a-name" in said(capsys)


def test_two_years_back_and_three_ahead_are_the_furthest(content: Path) -> None:
    found = after_verifying(content, "", "--date", "2024-11-22", "--next", "2029-11-22")

    assert found == "kontrollert: {dato: 2024-11-22, av: turlaget, neste: 2029-11-22}\n"


def test_whoever_stamps_what_is_closed_is_told(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after_verifying(content, "status: nedlagt\n")

    assert "står som «nedlagt» og vises ikke" in said(capsys)
