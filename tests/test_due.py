"""`hefte due`: what must be checked, worst first, by whom to call, in the forms that people work with."""

import csv
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import StringIO
from pathlib import Path
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from due_samples import BASE, FILES, SETTINGS, TODAY, catalogue
from hefte.catalogue import Catalogue
from hefte.doors.command_line import main
from hefte.doors.package import words_of
from hefte.doors.trouble import Exit
from hefte.language import LANGUAGES
from hefte.mail.inquiry import inquiry, language_of_letter, subject_line
from hefte.upkeep.calls import Call, calls_of, this_week
from hefte.upkeep.due import State, due_entries
from hefte.upkeep.harm import Reason
from hefte.upkeep.sheet import call_sheet, summary
from hefte.upkeep.table import cell, phone_cell, table
from hefte.upkeep.tasklist import plain, task_list
from hefte.upkeep.tasks import tasks
from test_history import git

NB = words_of("nb")


def calls(found: Catalogue, limit: int = 0) -> tuple[Call, ...]:
    return this_week(calls_of(due_entries(found), found), limit)


def tasks_of(found: Catalogue, a_week: int = 10) -> list[Component]:
    return Calendar.from_ical(tasks(calls(found), found, NB, a_week)).walk("VTODO")


def by_caller(found: Catalogue, limit: int = 0) -> list[tuple[str, list[str]]]:
    return [(call.caller.key[1], [due.entry.id for due in call.dues]) for call in calls(found, limit)]


def test_what_was_never_checked_comes_before_what_is_overdue_and_what_is_soon() -> None:
    found = [(due.entry.id, due.state) for due in due_entries(catalogue())]

    assert found == [("taket", State.NEVER), ("song", State.NEVER), ("kaffe", State.OVERDUE), ("runden", State.SOON)]


def test_what_is_not_published_is_not_due() -> None:
    hidden = {"aktiviteter/song.yaml": FILES["aktiviteter/song.yaml"] + "vis_fra: 2099-01-01\n"}
    closed = {"steder/taket.yaml": FILES["steder/taket.yaml"] + "status: nedlagt\n"}

    found = {due.entry.id for due in due_entries(catalogue({**hidden, **closed}))}

    assert found == {"kaffe", "runden"}


def test_what_is_shown_within_four_weeks_is_due_before_it_is_shown() -> None:
    coming = {"aktiviteter/song.yaml": FILES["aktiviteter/song.yaml"] + "vis_fra: 2026-12-10\n"}

    assert "song" in {due.entry.id for due in due_entries(catalogue(coming))}


def test_an_event_that_is_near_comes_first_and_says_why() -> None:
    event = f"tittel: Julekonsert\n{BASE}start: 2026-12-05 18:00\n"

    first = due_entries(catalogue({"arrangementer/jul.yaml": event}))[0]

    assert (first.entry.id, first.reasons) == ("jul", (Reason.EVENT_SOON,))


def test_each_half_year_too_late_weighs_like_a_small_reason() -> None:
    old = f"tittel: Gammel\n{BASE}kontrollert: 2023-01-01\n"
    access = f"tittel: Ny\n{BASE}kontrollert: 2025-11-01\negnet: {{rullestol_inn: ja}}\n"

    found = [due.entry.id for due in due_entries(catalogue({"steder/a.yaml": old, "steder/b.yaml": access}))]

    assert found.index("a") < found.index("b")


def test_one_call_settles_all_that_an_organisation_answers_for_also_by_its_number() -> None:
    assert by_caller(catalogue()) == [
        ("koret", ["song"]),
        ("laget", ["kaffe", "runden"]),
        ("steder/taket", ["taket"]),
    ]


def test_a_venue_is_called_about_what_goes_on_there() -> None:
    venue = {"steder/broa.yaml": FILES["steder/broa.yaml"] + "kontakt: {tlf: 69 33 33 33}\n"}
    there = {"aktiviteter/dans.yaml": f"tittel: Dans\n{BASE}sted: broa\n"}

    assert ("broa", ["dans"]) in by_caller(catalogue({**venue, **there}))


def test_the_week_holds_so_many_entries_and_the_worst_of_them() -> None:
    assert by_caller(catalogue(), 2) == [("koret", ["song"]), ("steder/taket", ["taket"])]


def test_the_sheet_reads_out_the_page_and_asks_for_what_is_missing() -> None:
    found = catalogue()

    text = call_sheet(calls(found), due_entries(found), found, NB)

    assert "4 innlegg må kontrolleres: 2 er aldri kontrollert, ett er over tiden og ett må kontrolleres" in " ".join(
        text.split()
    )
    assert "TURLAGET  (2)\n--------\ntlf. 69 11 11 11 · post@laget.no\n" in text
    assert "  [ ] Song for alle  (song)\n      Aldri kontrollert.\n" in text
    assert "Pris for to: 60 kr hvis de tar ledsagerbevis, ellers 120 kr" in text
    assert "Spør om: Når · Sted · Tilrettelagt · Rullestol inn · HC-toalett" in text
    assert "og 7 til" in text
    assert "Skulle vært kontrollert igjen 10. januar 2026." in text
    assert 'hefte verify kaffe runden --by "din rolle"' in text
    assert "INGEN Å RINGE" in text
    assert "Slå opp: https://eksempel.no/tak" in text


def test_the_municipality_s_own_number_is_nobody_to_call() -> None:
    found = catalogue()

    assert "69 00 00 00" not in call_sheet(calls(found), due_entries(found), found, NB)


def test_where_all_is_checked_the_sheet_says_so() -> None:
    assert summary((), (), NB) == "Alt er kontrollert. Ingenting skal kontrolleres de neste fire ukene."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_speaks_every_language(language: str) -> None:
    found, words = catalogue(), words_of(language)
    every = due_entries(found)

    for text in (call_sheet(calls(found), every, found, words), task_list(calls(found), every, found, words)):
        assert words.say("due.state.never") in text
    assert words.say("due.column.missing").encode() in table(calls(found), found, words)


def test_the_list_in_markdown_has_a_box_per_entry_and_a_link_to_its_file() -> None:
    settings = {"oppsett.yaml": f"{SETTINGS}rediger: https://git.eksempel.no/vik\n"}
    found = catalogue(settings)

    text = task_list(calls(found, 3), due_entries(found), found, NB)

    assert text.count("- [ ] ") == 3
    assert "- [ ] **[Kaffekroken](<https://git.eksempel.no/vik/aktiviteter/kaffe.yaml>)** (`kaffe`): " in text
    assert "[69 11 11 11](tel:69111111)" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("*fet* [lenke](x) <b>", "\\*fet\\* \\[lenke\\](x) \\<b\\>"),
        ("@alle #12", "&#64;alle \\#12"),
        ("a\n## b", "a \\#\\# b"),
    ],
)
def test_words_of_content_are_only_words_in_markdown(text: str, told: str) -> None:
    assert plain(text) == told


def test_the_table_is_read_by_norwegian_excel() -> None:
    found = catalogue()

    written = table(calls(found), found, NB)

    rows = list(csv.DictReader(StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert written.startswith(b"\xef\xbb\xbfHvem;Telefon;")
    assert [row["Id"] for row in rows] == ["song", "kaffe", "runden", "taket"]
    assert (rows[1]["Hvem"], rows[1]["Telefon"], rows[1]["Frist"]) == ("Turlaget", "69\xa011\xa011\xa011", "2026-01-10")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])  # the wide sign is meant
def test_a_cell_is_never_a_formula(sign: str) -> None:
    found = catalogue(
        {
            "steder/taket.yaml": f'tittel: "{sign}HYPERLINK(1)"\n{BASE}'
            if sign not in "\t\r"
            else FILES["steder/taket.yaml"]
        }
    )

    assert cell(f"{sign}HYPERLINK(1)").startswith("'")
    assert not any(
        value.startswith(sign)
        for row in csv.reader(StringIO(table(calls(found), found, NB).decode("utf-8-sig")), delimiter=";")
        for value in row
    )


@pytest.mark.parametrize(
    ("digits", "told"),
    [("69111111", "69\xa011\xa011\xa011"), ("+4769111111", "69\xa011\xa011\xa011"), ("+46812345", "00\xa046812345")],
)
def test_a_phone_number_keeps_its_zeros_and_is_no_sum(digits: str, told: str) -> None:
    assert phone_cell(digits) == told


def test_a_task_is_the_same_task_the_week_after() -> None:
    first, second = (catalogue(today=day) for day in (TODAY, date(2026, 11, 29)))

    ids = [[str(task["uid"]) for task in tasks_of(found)] for found in (first, second)]

    assert ids[0] == ids[1]
    assert "kontroll-aktiviteter-kaffe@vik.eksempel.no" in ids[0]


def test_a_task_has_its_own_day_or_one_of_the_fridays_to_come() -> None:
    found = {str(task["summary"]): task for task in tasks_of(catalogue(), a_week=1)}

    days = {name: task["due"].dt for name, task in found.items()}
    assert days == {
        "Kontroller: Song for alle (Koret)": date(2026, 11, 27),
        "Kontroller: Taket": date(2026, 12, 4),
        "Kontroller: Kaffekroken (Turlaget)": date(2026, 1, 10),
        "Kontroller: Runden (Turlaget)": date(2026, 12, 10),
    }
    kaffe = found["Kontroller: Kaffekroken (Turlaget)"]
    assert "tlf. 69 11 11 11" in kaffe["description"]
    assert kaffe["priority"] == 1


def letter_to(found: Catalogue, key: str) -> EmailMessage:
    call = next(call for call in calls(found) if call.caller.key[1] == key)
    words = words_of(language_of_letter(call, found))
    return cast(EmailMessage, message_from_bytes(inquiry(call, found, words), policy=default))


def test_a_letter_asks_three_questions_and_shows_what_stands_there() -> None:
    letter = letter_to(catalogue(), "laget")

    text = letter.get_content().replace("\r\n", "\n")
    assert (letter["To"], letter["Reply-To"]) == ("post@laget.no", "post@vik.eksempel.no")
    assert letter["Subject"] == "Stemmer dette fortsatt? Kaffekroken og ett til"
    assert letter["X-Unsent"] == "1"
    assert "\n1. Stemmer dette fortsatt?\n2. Hva er nytt?\n3. Hvem kan vi ringe?\n" in text
    assert "\nRUNDEN\n" in text
    assert "\nhttps://vik.eksempel.no/turer/runden.html\nKom som du er.\n" in text
    assert "\nKontrollert 10. januar 2025.\n" in text
    assert max(map(len, text.splitlines())) <= 78


def test_a_letter_is_in_the_form_of_norwegian_that_its_entries_are_written_in() -> None:
    told = FILES["aktiviteter/kaffe.yaml"].replace("ingress: Kom som du er.", "ingress: {nn: Kom som du er.}")
    walk = FILES["turer/runden.yaml"].replace("ingress: Kom som du er.", "ingress: {nn: Kom som du er.}")

    letter = letter_to(catalogue({"aktiviteter/kaffe.yaml": told, "turer/runden.yaml": walk}), "laget")

    assert letter["Subject"].startswith("Stemmer dette framleis?")
    assert "https://vik.eksempel.no/nn/turer/runden.html" in letter.get_content()


WORDS_OF_TITLES = st.sampled_from(
    ("Svømming", "på", "Ås", "for", "både", "store", "og", "små", "i", "«Kafé»", "–", "=?utf-8?q?=C3=A5?=", "x" * 90)
)


@given(st.lists(WORDS_OF_TITLES, min_size=1, max_size=40).map(" ".join))
@example("Stemmer dette fortsatt? Svømming på Ås for både store og små")
def test_a_subject_is_read_as_it_was_written_however_long_it_is(subject: str) -> None:
    line = subject_line(subject)

    letter = cast(EmailMessage, message_from_bytes(line + b"\r\nKom.\r\n", policy=default))

    assert letter["Subject"] == subject
    assert line.isascii()
    assert "x" * 90 in subject or max(map(len, line.splitlines())) <= 78


def test_a_letter_with_norwegian_letters_in_its_address_is_whole() -> None:
    changed = {
        "organisasjoner/laget.yaml": FILES["organisasjoner/laget.yaml"].replace("post@laget.no", "post@blåbær.no")
    }

    assert letter_to(catalogue(changed), "laget")["To"] == "post@blåbær.no"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The municipality on disk, to stand in."""
    for path, text in FILES.items():
        (tmp_path / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    return tmp_path


@pytest.mark.slow
@pytest.mark.usefixtures("content")
def test_the_command_shows_a_week_s_list_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["due", "--limit", "2"])

    text = capsys.readouterr().out
    assert code == Exit.FINE
    assert "Her er de 2 det haster mest med." in text
    assert "Kaffekroken" not in text


@pytest.mark.slow
def test_a_file_is_written_once_and_again_only_with_replace(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = [main(["due", "--format", "csv", *more]) for more in ((), (), ("--replace",))]

    assert codes == [Exit.FINE, Exit.WRONG_USE, Exit.FINE]
    assert (content / "kontroll/kontroll.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "--replace" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.usefixtures("content")
def test_a_limit_that_is_no_number_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "--limit", "mange"]) == Exit.WRONG_USE
    assert "«mange»" in capsys.readouterr().err


@pytest.mark.slow
def test_who_has_no_address_is_on_the_list_to_call(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = FILES["steder/taket.yaml"] + "kontakt: {epost: post@vik.eksempel.no}\n"
    (content / "content/steder/taket.yaml").write_text(own, encoding="utf-8")

    code = main(["due", "--format", "epost", "--out", "ut"])

    sheet = (content / "ut/ringeliste.txt").read_text("utf-8")
    assert code == Exit.FINE
    assert sorted(path.name for path in (content / "ut").iterdir()) == ["ringeliste.txt", "turlaget.eml"]
    assert "KORET" in sheet
    assert "Taket" in sheet
    assert "TURLAGET" not in sheet
    assert "Hefte sender ingenting" in capsys.readouterr().out


CLOSED = {"organisasjoner/laget.yaml": FILES["organisasjoner/laget.yaml"] + "status: nedlagt\n"}


def test_a_closed_organisation_is_never_called_written_to_or_named_by_its_number() -> None:
    found = catalogue(CLOSED)

    told = call_sheet(calls(found), due_entries(found), found, NB) + table(calls(found), found, NB).decode()

    assert [one for one in ("Turlaget", "post@laget.no") if one in told] == []
    assert ("69 11 11 11", ["kaffe"]) not in by_caller(found)
    assert {call.caller.email for call in calls(found)} == {""}


def test_files_that_cannot_be_read_are_told_of_beside_the_list(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "abcdefg":
        (content / f"content/steder/{name}.yaml").write_text("tittel: [\n", encoding="utf-8")

    code = main(["due"])

    captured = capsys.readouterr()
    assert code == Exit.FINE
    assert "[ ] Taket" in captured.out
    assert "7 filer kan ikke leses og er ikke med: content/steder/a.yaml" in captured.err
    assert "2 til. «hefte check»" in captured.err


@pytest.mark.parametrize("form", ["csv", "ics", "epost"])
def test_git_never_takes_along_what_is_written_for_the_week(content: Path, form: str) -> None:
    git(content, "init", "-q")

    main(["due", "--format", form])

    git(content, "add", "-A")
    assert any(path.name != ".gitignore" for path in (content / "kontroll").rglob("*.*"))
    index = (content / ".git/index").read_bytes()
    assert b"content/oppsett.yaml" in index
    assert b"kontroll/" not in index


def test_one_is_not_told_as_many_and_more_than_a_week_is_not_this_week() -> None:
    found = catalogue({f"steder/s{at}.yaml": f"tittel: Sted {at}\n{BASE}" for at in range(9)})
    first, whole = calls(found, 1), calls(found)

    assert "Her er innlegget det haster mest med." in call_sheet(first, due_entries(found), found, NB)
    assert call_sheet(first, due_entries(found), found, NB).startswith("Kontroller disse denne uken")
    assert task_list(whole, due_entries(found), found, NB).startswith("## Kontroller disse · 22.")
