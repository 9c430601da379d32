"""`hefte fix`: what has one answer is mended where it stands, what has two is left, and nothing else changes."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hefte.doors.command_line import main
from hefte.doors.trouble import Exit
from hefte.mending import FIXABLE, mend
from hefte.mending.certain import only_near
from hefte.mending.written import written
from hefte.reading import is_content
from hefte.reading.days import has_one_reading
from test_cases import CASES, SETTINGS, case_files, problems_in

HOUSE = Path(__file__).parent.parent
PATH, WALK = "aktiviteter/eksempel.yaml", "turer/eksempel.yaml"
HEAD = "# Laget av Kari\ntittel: Eksempel  # kort\ningress: Kort om dette.\n"
TAIL = "kategorier: [natur]\nkommune: 3107\n"


def after(line: str, path: str = PATH) -> str:
    """What stands there after mending, for lines in the middle of a sound file; all else is as it was."""
    mended = mend(path, f"{HEAD}{line}\n{TAIL}".encode()).content.decode()
    assert mended.startswith(HEAD)
    assert mended.endswith(f"\n{TAIL}")
    return mended.removeprefix(HEAD).removesuffix(f"\n{TAIL}")


@pytest.mark.parametrize(
    ("before", "mended"),
    [
        ("notat: Kaffe: hver onsdag   # husk", 'notat: "Kaffe: hver onsdag"   # husk'),
        ('notat: Kaffe: "hver" dag', "notat: 'Kaffe: \"hver\" dag'"),
        ("notat: “Kaffe: hver onsdag”", 'notat: "Kaffe: hver onsdag"'),
        ('notat: "Kaffe" og kake', "notat: '\"Kaffe\" og kake'"),
        (r'notat: "C:\dok"', r"notat: 'C:\dok'"),
        ("notat: @navn", 'notat: "@navn"'),
        ("notat: *Stengt*", 'notat: "*Stengt*"'),
        ("notat: {{ navn }}", 'notat: "{{ navn }}"'),
        ("påmelding: {svar: ja, hvordan: Ring: 69 00 00 00}", 'påmelding: {svar: ja, hvordan: "Ring: 69 00 00 00"}'),
        ("temaord: [kake: a: b, te]", 'temaord: ["kake: a: b", te]'),
        ("notat:Kaffe", "notat: Kaffe"),
        ("kontakt:\n  tlf:69 00 00 00\n  rolle:Vakt", "kontakt:\n  tlf: 69 00 00 00\n  rolle: Vakt"),
        ("temaord:\n  -en\n  -to", "temaord:\n  - en\n  - to"),
        ("temaord:\n  – en\n  • to", "temaord:\n  - en\n  - to"),
        ("når:\n – dag: tirsdag\n   kl: 18-20", "når:\n - dag: tirsdag\n   kl: 18-20"),
        ("pris: “50”", "pris: 50"),
        ("kontakt: {tlf: «69 00 00 00», rolle: «Vakta»}", "kontakt: {tlf: 69 00 00 00, rolle: «Vakta»}"),
        ("målgruppe: {for: [‘eldre’, “barn”]}", "målgruppe: {for: [eldre, barn]}"),
        ("kontakt:\n\ttlf: 69 00 00 00", "kontakt:\n  tlf: 69 00 00 00"),
        ("notat:\tKaffe\t# kort", "notat: Kaffe # kort"),
        ("kontakt:\n\u00a0\u00a0tlf: 69 00 00 00", "kontakt:\n  tlf: 69 00 00 00"),
        ("notat: Kari\x92s kaf\u00ade\u200b", "notat: Kari’s kafe"),
        ("notat: BlÃ¥bÃ¦r", "notat: Blåbær"),
        ("kontakt:\n  rolle: Vakt\n tlf: 69 00 00 00", "kontakt:\n  rolle: Vakt\n  tlf: 69 00 00 00"),
        ("når: {dag: mandag kl: 11:00}", "når: {dag: mandag, kl: 11:00}"),
        ("målgruppe: {for: barn, ungdom, alder: 6-18}", "målgruppe: {for: [barn, ungdom], alder: 6-18}"),
        ("sted: {navn: Torget, lat: 59,2, lon: 10,9}", 'sted: {navn: Torget, lat: "59,2", lon: "10,9"}'),
        ("prs: 50 # for to", "pris: 50 # for to"),
        ("kontakt: {telefon: 69 00 00 00}", "kontakt: {tlf: 69 00 00 00}"),
        ("telefon: 69 00 00 00  # vakta", "kontakt: {tlf: 69 00 00 00}  # vakta"),
        (
            "telefon: 69 00 00 00\nepost: post@eksempel.no",
            "kontakt: {tlf: 69 00 00 00, epost: post@eksempel.no}",
        ),
        (
            "nettside: www.eksempel.no\nkontakt:\n  tlf: 69 00 00 00",
            "kontakt:\n  tlf: 69 00 00 00\n  nett: www.eksempel.no",
        ),
        ("energi: middles", "energi: middels"),
        ("målgruppe: eldre", "målgruppe: {for: [eldre]}"),
        ("når: {dag: mandager, kl: fra 11 til 13}", "når: {dag: mandag, kl: 11-13}"),
        ("påmelding: Ja, ring oss", "påmelding: {svar: ja, hvordan: ring oss}"),
        ("pris: 50 kr per time", "pris: [{kr: 50, gjelder: per time}]"),
        ("pris: 1_000", "pris: 1000"),
        ("prøvetime: Ja!", "prøvetime: ja"),
        ("kontrollert: 14/10/2026", "kontrollert: 2026-10-14"),
        ("kontrollert: onsdag 14. oktober 2026", "kontrollert: 2026-10-14"),
        ("- en", "- en"),
    ],
)
def test_what_has_one_answer_is_mended_where_it_stands(before: str, mended: str) -> None:
    assert after(before) == mended


@pytest.mark.parametrize(
    "line",
    [
        "kontrollert: 01/02/03",
        "notat: Vi møtes: kl 10\n  og går",
        "notat: Vi møtes\n  kl:10 hver dag",
        "kontakt: {epost: a@b.no}\ntlf: 69 00 00 00 # vakta",
        "kontrollert: 04/05/2026",
        "kontrollert: mandag 14.10.26",
        "kontrollert: 2026-02-30",
        "notat: Kaffe #1",
        "notat: Kaffe: bord #1",
        'notat: "a # b" c',
        "notat: | Kaffe",
        "notat: - Kaffe",
        "temaord:\n  * en\n  * to",
        "notat: &viktig Stengt",
        "notat: !viktig Stengt",
        r'notat: "C:\nytt\dok"',
        "pris: Gratis for barn, ellers 50",
        "pris: -50",
        "dato: 2026-12-01",
        "alder: 18+",
        "adresse: Storgata 1",
        "xyz: 1",
        "pris: 50\nprs: 60",
        "energi: m",
        "sted:\n  navn: Torget\n  transport:\n    buss: a\n\tbilder: b",
        "tittel: En gang til",
    ],
)
def test_what_has_two_answers_or_none_is_left(line: str) -> None:
    assert after(line) == line


def test_a_word_between_two_codes_is_left() -> None:
    line = "strekninger:\n  - {fra_m: 0, til_m: 80, dekke: gruss}"

    assert after(line, WALK) == line
    assert after(line.replace("gruss", "asfallt"), WALK) == line.replace("gruss", "asfalt")


def test_a_mistake_that_the_first_one_hid_is_mended_too() -> None:
    lines = "notat:Kaffe\nprøvetime:Ja!\nområde: A: B\ntemaord: [te: a: b, te: c: d]\nkontakt:\n\ttlf:69 00 00 00"

    assert after(lines) == (
        'notat: Kaffe\nprøvetime: ja\nområde: "A: B"\ntemaord: ["te: a: b", "te: c: d"]\nkontakt:\n  tlf: 69 00 00 00'
    )


@pytest.mark.parametrize(
    ("written_as", "comes_out"),
    [
        ("cp1252", "utf-8"),
        ("utf-16", "utf-8"),
        ("utf-16-le", "utf-8"),
        ("utf-16-be", "utf-8"),
    ],
)
def test_a_file_of_another_coding_becomes_utf_8(written_as: str, comes_out: str) -> None:
    text = f"{HEAD}område: Sjøsiden – «Ærlig» på norsk\n{TAIL}"

    mended = mend(PATH, text.encode(written_as))

    assert mended.content.decode(comes_out) == text


def test_half_a_file_in_utf_8_keeps_that_half() -> None:
    content = HEAD.encode() + "område: Sjø".encode() + "side på".encode("cp1252") + f"\n{TAIL}".encode()

    assert mend(PATH, content).content.decode() == f"{HEAD}område: Sjøside på\n{TAIL}"


@pytest.mark.parametrize("coding", ["cp865", "mac_roman"])
def test_letters_of_dos_and_old_macs_are_not_guessed(coding: str) -> None:
    content = f"{HEAD}område: Lære på øya\n{TAIL}".encode(coding)

    assert mend(PATH, content).content == content


@pytest.mark.parametrize("text", ["\ufeff{}", "{}"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_ends_of_lines_and_accents_stay_as_they_are(text: str, end: str, form: str) -> None:
    def as_written(lines: str) -> bytes:
        """The file as another machine has written it."""
        return unicodedata.normalize(form, text.replace("{}", lines)).replace("\n", end).encode()

    sick = f"{HEAD}område: Ås: på Sjøen\ntelefon: 69 00 00 00\nepost: på@ås.no\nkontrollert: 14/10/2026\n{TAIL}"
    sound = (
        f'{HEAD}område: "Ås: på Sjøen"\nkontakt: {{tlf: 69 00 00 00, epost: på@ås.no}}\nkontrollert: 2026-10-14\n{TAIL}'
    )

    mended = mend(PATH, as_written(sick)).content

    assert unicodedata.normalize("NFC", mended.decode()) == unicodedata.normalize("NFC", as_written(sound).decode())
    assert mended.startswith(as_written(HEAD))
    assert mended.endswith(as_written(TAIL).removeprefix("\ufeff".encode()))


@pytest.mark.parametrize("folder", ["content", "tests/eksempelvik"])
def test_no_sound_file_is_touched(folder: str) -> None:
    files = [file for file in (HOUSE / folder).rglob("*.y*ml") if ".hefte" not in file.parts]

    touched = [file.name for file in files if _mended(file, HOUSE / folder) != file.read_bytes()]

    assert len(files) > 20
    assert touched == []


def _mended(file: Path, folder: Path) -> bytes:
    return mend(file.relative_to(folder).as_posix(), file.read_bytes()).content


def test_no_case_gets_other_mistakes_by_mending() -> None:
    mended = {case: _mended_files(case_files(case)) for case in sorted(CASES.iterdir())}
    changed = {case: files for case, files in mended.items() if files != case_files(case)}

    new = {case.stem: _errors(files) - _errors(case_files(case)) for case, files in changed.items()}

    behind_others = {"missing-field", "colon-in-text", "unknown-category"}
    assert len(changed) > 30
    assert {case: rules for case, rules in new.items() if rules - behind_others} == {}
    assert [case.stem for case, files in changed.items() if _mended_files(files) != files] == []


def _mended_files(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {path: mend(path, content).content for path, content in files.items() if is_content(path)}


def _errors(files: dict[str, bytes]) -> set[str]:
    return {one.rule.value for one in problems_in(files) if one.stops_the_build}


LINES = st.sampled_from(
    """
    tittel: Kaffe|tittel:Kaffe|tittel: Kaffe: nå|tittel: "Kaffe|  tittel: Kaffe|prs: 50|pris: 50 kr|# Kari|kontakt:
    \ttlf: 1|  tlf: 69 00 00 00|  tlf:69| epost: a@b.no|telefon: 69 00 00 00|temaord:|  -en|  - to|- tre|notat: *a*
    notat: @a # b|notat: &a b|når: {dag: mandag kl: 11}|kontrollert: 14/10/2026|kontrollert: 2026-10-14|målgruppe: eldre
    ingress: BlÃ¥|\u00a0område: A|område:\u00a0B|område: "a" b|{|}|a|---|energi: middles
    dekke: [gruss, tre: to]|åå: æ\u200b
    """.replace("\n    ", "|")
    .strip("|\n ")
    .split("|")
)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(LINES, max_size=12),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([PATH, WALK, "oppsett.yaml"]),
)
def test_mending_twice_is_mending_once_and_what_is_not_told_of_stays(lines: list[str], end: str, path: str) -> None:
    content = end.join(lines).encode()

    once = mend(path, content)

    told = {one.problem.where.line for one in once.done}
    before, after = (text.decode().split(end) for text in (content, once.content))
    others = [line for number, line in enumerate(before, 1) if number not in told and not line.lstrip().startswith("-")]
    assert mend(path, once.content).content == once.content
    assert set(others) <= set(after)
    assert once.content.count(b"#") == content.count(b"#")


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_mending(content: bytes) -> None:
    once = mend(PATH, content).content

    assert mend(PATH, once).content == once


@settings(deadline=None)
@given(st.text(alphabet="aå\u030a\r\n\ufeff: ", max_size=40))
def test_each_character_is_found_again_where_it_was_written(text: str) -> None:
    paper = written(text.encode())

    assert paper is not None
    assert paper.edited(()) == text.encode()
    assert len(paper.places) == len(paper.text) + 1
    assert list(paper.places) == sorted(paper.places)


@pytest.mark.parametrize(
    ("word", "near"),
    [("asfallt", "asfalt"), ("gruss", ""), ("prs", ""), ("betong", "betong"), ("Skogs-bunn", "skogsbunn"), ("xx", "")],
)
def test_a_slip_of_the_finger_has_one_word_near(word: str, near: str) -> None:
    assert only_near(word, ("asfalt", "betong", "grus", "gress", "skogsbunn")) == near


@pytest.mark.parametrize(
    ("words", "meant", "is_certain"),
    [
        ("14/10/2026", "2026-10-14", True),
        ("14.10.26", "2026-10-14", True),
        ("5.4.2026", "2026-04-05", True),
        ("5/4/2026", "2026-04-05", False),
        ("01/02/03", "2003-02-01", False),
        ("01.02.03", "2003-02-01", False),
        ("onsdag 14/10/2026", "2026-10-14", True),
        ("tirsdag 14/10/2026", "2026-10-14", False),
        ("14. oktober 2026", "2026-10-14", True),
    ],
)
def test_a_date_has_one_reading_or_several(words: str, meant: str, is_certain: bool) -> None:
    assert has_one_reading(words, date.fromisoformat(meant)) == is_certain


SICK = f"{HEAD}prs: 50\nkategori: [fysisk_aktivtet]\nmålgruppe: noen\n{TAIL.partition('kommune')[1]}: 3107\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality with one entry that has three mistakes, of which two have one answer."""
    folder = tmp_path / "content"
    (folder / "aktiviteter").mkdir(parents=True)
    (folder / "oppsett.yaml").write_text(SETTINGS, "utf-8")
    (folder / PATH).write_text(SICK, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_what_would_change_is_shown_and_nothing_is_written(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["fix"])

    said = capsys.readouterr().out
    assert code == Exit.CONTENT
    assert (content / PATH).read_text("utf-8") == SICK
    assert "-prs: 50\n" in said
    assert "+pris: 50\n" in said
    assert f"content/{PATH}:4: Skrev «pris» i stedet for «prs»." in said
    assert f"content/{PATH}:5: Skrev «fysisk_aktivitet» i stedet for «fysisk_aktivtet»." in said
    assert "hefte fix --write" in said


def test_what_is_written_is_what_was_shown(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / PATH).write_text(SICK.replace("målgruppe: noen\n", ""), "utf-8")
    (content / PATH).chmod(0o640)

    code = main(["fix", f"content/{PATH}", "--write"])

    assert code == Exit.FINE
    assert (content / PATH).read_text("utf-8") == (f"{HEAD}pris: 50\nkategorier: [fysisk_aktivitet]\nkommune: 3107\n")
    assert (content / PATH).stat().st_mode & 0o777 == 0o640
    assert [file.name for file in (content / "aktiviteter").iterdir()] == ["eksempel.yaml"]
    assert main(["fix"]) == Exit.FINE
    assert "Ingenting å rette." in capsys.readouterr().out


@pytest.mark.parametrize("named", ["utenfor.yaml", "content/lenke.yaml", "content/aktiviteter/borte.yaml", "content"])
def test_no_file_outside_of_content_is_touched(content: Path, named: str) -> None:
    outside = content.parent / "utenfor.yaml"
    outside.write_text(SICK, "utf-8")
    (content / "lenke.yaml").symlink_to(outside)
    (content / "aktiviteter/snarvei.yaml").symlink_to(outside)

    assert main(["fix", named, "--write"]) == Exit.WRONG_USE
    main(["fix", "--write"])

    assert outside.read_text("utf-8") == SICK
    assert (content / "aktiviteter/snarvei.yaml").is_symlink()


def test_a_birth_number_is_not_repeated(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / PATH).write_text(f"{HEAD}notat: Ola: 15078412302\n{TAIL}", "utf-8")

    main(["fix"])

    assert "15078412302" not in capsys.readouterr().out


@pytest.mark.usefixtures("content")
def test_the_check_says_how_much_can_be_mended(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check"])
    text = capsys.readouterr().out
    main(["check", "--format", "json"])
    whole = capsys.readouterr().out

    assert text.endswith("2 av 3 feil kan rettes av hefte fix.\n")
    assert whole.count('"fixable": true') == 2


@pytest.mark.usefixtures("content")
def test_rules_that_can_be_mended_are_marked(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain"])

    marked = {line[2:].split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("* ")}
    assert marked - {"kan"} == {rule.value for rule in FIXABLE}
