"""`hefte new`: a few questions become a file that is read without a mistake; nothing is overwritten or made up."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from hefte.asking.answers import codes, contact, schedule, spot, venue
from hefte.asking.draft import proposed_id
from hefte.asking.questions import KINDS, kind_named, questions_of
from hefte.doors.build import look_through
from hefte.doors.command_line import main
from hefte.doors.package import words_of
from hefte.doors.trouble import Exit
from hefte.language import LANGUAGES
from hefte.model import Activity, Event, Walk
from hefte.problem import Severity
from test_cases import SETTINGS, TODAY

CHOICES = {"natur": "Natur", "fysisk_aktivitet": "Fysisk aktivitet"}
PLACES = {"biblioteket": "Biblioteket"}
ANSWERS = (
    "Kaffekos: hver uke",
    "",
    "Drikk kaffe og prat.",
    "1",
    "onsdager kl 11-13",
    "Biblioteket",
    "Verten, 69 00 00 00",
)
FILE = "content/aktiviteter/kaffekos-hver-uke.yaml"

Asked = Callable[..., Exit]


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Calls `hefte new` in a municipality with one place, and answers line by line."""
    (tmp_path / "content/steder").mkdir(parents=True)
    (tmp_path / "content/oppsett.yaml").write_text(SETTINGS, "utf-8")
    place = "tittel: Biblioteket\ningress: Lån bøker.\nkategorier: natur\nkommune: 3107\n"
    (tmp_path / "content/steder/biblioteket.yaml").write_text(place, "utf-8")
    monkeypatch.chdir(tmp_path)

    def ask(kind: str, *answers: str, options: tuple[str, ...] = ()) -> Exit:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        return Exit(main(["new", kind, *options]))

    return ask


def test_answers_become_an_entry_without_a_mistake(asked: Asked) -> None:
    code = asked("aktivitet", *ANSWERS)

    work = look_through(Path("content"), TODAY)
    assert code == Exit.FINE
    assert Path(FILE).read_text("utf-8").partition("\n\n")[0].splitlines()[1:] == [
        'tittel: "Kaffekos: hver uke"',
        "ingress: Drikk kaffe og prat.",
        "kategorier: [natur]",
        'kommune: "3107"',
        "sted: biblioteket",
        "kontakt: {rolle: Verten, tlf: 69 00 00 00}",
        "når: {dag: onsdag, kl: 11-13}",
    ]
    assert not [one for one in work.problems if one.severity is Severity.ERROR]


def test_what_nobody_knows_yet_stands_as_comments_without_a_value(asked: Asked) -> None:
    asked("aktivitet", *ANSWERS)

    comments = Path(FILE).read_text("utf-8").partition("\n\n")[2].splitlines()
    bare = [line.removeprefix("# ") for line in comments[1:]]
    keys = yaml.safe_load("\n".join(bare))
    assert "kontrollert" in keys
    assert "når" not in keys
    assert set(keys.values()) == {None}


@pytest.mark.parametrize("kind", [*KINDS, *(kind.folder for kind in KINDS.values())])
def test_every_type_can_be_begun_with_what_it_must_have(kind: str, asked: Asked) -> None:
    code = asked(kind, "Noe nytt", "", "Kom og se.", "natur")

    (file,) = Path("content").glob("*/noe-nytt.yaml")
    errors = [one for one in look_through(Path("content"), TODAY).problems if one.stops_the_build]
    assert code == Exit.FINE
    assert file.parent.name == getattr(kind_named(kind), "folder", "")
    assert errors == []


def test_an_answer_that_cannot_be_is_asked_again(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    code = asked(
        "arrangement", "", "Julegrøt", "", "Spis.", "fysisk aktivtet", "2", "lørdag klokka seks", "5.12.2026 18:00"
    )

    said = capsys.readouterr().out
    text = Path("content/arrangementer/julegrot.yaml").read_text("utf-8")
    assert code == Exit.FINE
    assert "Dette må alle innlegg ha." in said
    assert "Kategorien «fysisk aktivtet» finnes ikke. Mente du «Fysisk aktivitet»?" in said
    assert "«lørdag klokka seks» er ikke dato og klokkeslett." in said
    assert "kategorier: [fysisk_aktivitet]\n" in text
    assert "start: 5.12.2026 18:00\n" in text or 'start: "5.12.2026 18:00"\n' in text


def test_nothing_that_stands_is_overwritten(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    asked("aktivitet", *ANSWERS)
    before = Path(FILE).read_bytes()

    code = asked("aktivitet", ANSWERS[0], "Kaffekos, hver uke!", "kaffekos-hver-uke", "", *ANSWERS[2:])

    said = capsys.readouterr().out
    assert code == Exit.FINE
    assert "Det finnes allerede «Kaffekos: hver uke» (aktiviteter/kaffekos-hver-uke.yaml)." in said
    assert "«kaffekos-hver-uke» er i bruk." in said
    assert Path(FILE).read_bytes() == before
    assert Path("content/aktiviteter/kaffekos-hver-uke-2.yaml").is_file()


def test_who_insists_may_give_two_entries_one_title(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    asked("arrangement", "Julegrøt", "", "Spis.", "1")

    code = asked("arrangement", "Julegrøt", "", "", "Spis igjen.", "1")

    assert code == Exit.FINE
    assert capsys.readouterr().out.count("Skal det være slik, trykk Enter.") == 1
    assert Path("content/arrangementer/julegrot-2.yaml").is_file()


@pytest.mark.parametrize("name", ["con", "Kaffe Kos", "../ute", "index", "-a", "a" * 90])
def test_a_file_gets_a_name_that_every_machine_allows(
    name: str, asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    asked("aktivitet", "Kaffe", name, "kaffe", "Drikk.", "1")

    assert " ! Filnavnet «" in capsys.readouterr().out
    assert [path.name for path in Path("content/aktiviteter").iterdir()] == ["kaffe.yaml"]


@pytest.mark.parametrize("answers", [(), ("Kaffe",), ("Kaffe", "", "")])
def test_nothing_is_written_before_all_that_must_be_known_is(
    answers: tuple[str, ...], asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    code = asked("aktivitet", *answers)

    assert code == Exit.WRONG_USE
    assert "Ingenting er skrevet." in capsys.readouterr().err
    assert not Path("content/aktiviteter").exists()


def test_a_title_on_the_command_line_is_not_asked_for(asked: Asked) -> None:
    code = asked("tur", "", "Gå.", "natur", options=("--title", "Runden"))

    assert code == Exit.FINE
    assert Path("content/turer/runden.yaml").read_text("utf-8").splitlines()[1] == "tittel: Runden"


def test_a_birth_number_is_never_written(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    asked("aktivitet", "Kaffe", "", "Ring 15078412302.", "Drikk.", "1")

    captured = capsys.readouterr()
    assert "150784*****" in captured.out
    assert "15078412302" not in Path("content/aktiviteter/kaffe.yaml").read_text("utf-8")


def test_what_cannot_be_seen_is_left_out(asked: Asked) -> None:
    asked("aktivitet", "Kaffe\x1b[31m\tnå", "", "Drikk\u202e.", "1")

    assert Path("content/aktiviteter/kaffe-31m-na.yaml").read_text("utf-8").splitlines()[1] == 'tittel: "Kaffe [31m nå"'


def test_a_type_that_is_not_there_names_those_that_are(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("kaffe") == Exit.WRONG_USE
    assert main(["new"]) == Exit.WRONG_USE
    assert capsys.readouterr().err.count("tur, aktivitet, organisasjon, arrangement, gruppe") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_type_asks_more_than_eight_questions(language: str, asked: Asked) -> None:
    catalogue = look_through(Path("content"), TODAY).catalogue
    assert catalogue is not None

    numbers = {name: len(questions_of(kind, catalogue, words_of(language))) for name, kind in KINDS.items()}

    assert max(numbers.values()) <= 8
    assert asked


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        ("tirsdag 18:00-19:30", "{dag: tirsdag, kl: 18:00-19:30}"),
        ("onsdager kl. 11-13", "{dag: onsdag, kl: 11-13}"),
        ("man-fre 10-16, lør 11-14", "[{dag: hverdager, kl: 10-16}, {dag: lørdag, kl: 11-14}]"),
        ("annenhver torsdag kl 17-20 fra 7.1.2027", "{dag: torsdag, hver: 2. uke, kl: 17-20, fra: 2027-01-07}"),
        ("annenhver tirsdag", "{dag: tirsdag, hver: 2. uke}"),
        ("annenhver tirsdag kl. 18", "{dag: tirsdag, hver: 2. uke, kl: 18}"),
        ("onsdag", "onsdag"),
        ("Alltid", "alltid"),
        ("en gang i blant", "en gang i blant"),
    ],
)
def test_days_and_hours_are_understood_as_they_are_said(answer: str, written: str) -> None:
    assert schedule(answer, {}) == written


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        ("69 00 00 00", "{tlf: 69 00 00 00}"),
        ("Lederen, 69 00 00 00, post@eksempel.no", '{rolle: Lederen, tlf: 69 00 00 00, epost: "post@eksempel.no"}'),
        ("www.eksempel.no", "{nett: www.eksempel.no}"),
    ],
)
def test_a_contact_is_known_by_its_look(answer: str, written: str) -> None:
    assert contact(answer, {}) == written


def test_what_a_field_has_no_room_for_is_told_and_asked_for_again(
    asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    several = "Kulturhuset, Frivilligheten, 69 00 00 00, 69 00 00 01"

    asked("aktivitet", *ANSWERS[:5], "1,2", "Biblioteket", several, "Frivilligheten, 69 00 00 00")

    said = capsys.readouterr().out
    assert "feltet har plass til én av hvert slag: «2»." in said
    assert "feltet har plass til én av hvert slag: «Frivilligheten» og «69 00 00 01»." in said
    assert "kontakt: {rolle: Frivilligheten, tlf: 69 00 00 00}\n" in Path(FILE).read_text("utf-8")


def test_a_measure_that_cannot_be_is_asked_for_again(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    asked("tur", "Runden", "", "Gå.", "natur", "12000", "1,2 km")

    assert "12" in capsys.readouterr().out.split(" ! ")[1]
    assert 'lengde: "1,2 km"\n' in Path("content/turer/runden.yaml").read_text("utf-8")


def test_what_does_not_come_every_week_is_asked_for_its_first_day(
    asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    asked("aktivitet", *ANSWERS[:4], "annenhver torsdag kl 17-20", "annenhver torsdag kl 17-20 fra 7.1.2027")

    assert "Fra hvilken dag? Skriv den til slutt: «annenhver torsdag kl 17-20 fra 7.1.2027»." in capsys.readouterr().out
    assert "fra: 2027-01-07}\n" in Path(FILE).read_text("utf-8")


def test_an_event_with_an_end_has_two_fields(asked: Asked) -> None:
    code = asked("arrangement", "Julegrøt", "", "Spis.", "1", "3.12.2026 18:00-21:00")

    text = Path("content/arrangementer/julegrot.yaml").read_text("utf-8")
    assert code == Exit.FINE
    assert re.findall(r"^(start|slutt): \"?([^\"\n]+)", text, re.MULTILINE) == [
        ("start", "3.12.2026 18:00"),
        ("slutt", "3.12.2026 21:00"),
    ]


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        ("Biblioteket", "biblioteket"),
        ("1", "biblioteket"),
        ("1,2", "biblioteket"),
        ("Torget", "{navn: Torget}"),
        ("Storgata 1", "{adresse: Storgata 1}"),
        ("Huset, Storgata 1 B, 0150 Oslo", '{navn: Huset, adresse: Storgata 1 B, postnr: "0150", poststed: Oslo}'),
    ],
)
def test_a_place_is_its_entry_or_its_address(answer: str, written: str) -> None:
    assert venue(answer, PLACES) == written


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        ("1", "[natur]"),
        ("2, 1", "[fysisk_aktivitet, natur]"),
        ("natur og Fysisk aktivitet", "[natur, fysisk_aktivitet]"),
        ("1 2", "[natur, fysisk_aktivitet]"),
        ("noe annet", "[noe annet]"),
    ],
)
def test_choices_are_made_by_number_or_by_name(answer: str, written: str) -> None:
    assert codes(answer, CHOICES) == written


def test_a_title_proposes_a_name_for_its_file() -> None:
    assert proposed_id("Blåbær og ærlig øl! (gratis)") == "blabaer-og-aerlig-ol-gratis"
    assert proposed_id("Con") == "con-1"
    assert proposed_id("😀") == "uten-navn"
    assert len(proposed_id("lang " * 40)) <= 60


def test_a_type_is_known_by_its_name_or_its_folder() -> None:
    assert (kind_named("Tur"), kind_named("aktiviteter"), kind_named("arrangement")) == (Walk, Activity, Event)


def test_the_street_stands_first_where_the_place_has_no_name() -> None:
    assert spot("Storgata 1, 1601 Eksempelvik", {}) == ("{adresse: Storgata 1, postnr: 1601, poststed: Eksempelvik}")
