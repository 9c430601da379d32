"""What is written instead: every proposal is one that the model takes, and no fact is guessed."""

import pytest

from hefte.doors.package import words_of
from hefte.problem import Problem, Rule
from hefte.reading import read_file
from hefte.reading.meant import answer_meant, code_meant, key_meant, value_meant
from hefte.report.sentence import sentence
from hefte.spelling import days_meant

BOKMAL = words_of("nb")
BASE = "tittel: Eksempel\ningress: Kort.\nkategorier: [diverse]\nkommune: 3107\n"


def problems(folder: str, line: str) -> tuple[Problem, ...]:
    """What is told of a file with one more line."""
    return read_file(f"{folder}/eksempel.yaml", f"{BASE}{line}\n".encode()).problems


@pytest.mark.parametrize(
    ("folder", "line", "instead"),
    [
        ("aktiviteter", "pris: 50 kr per gang", "[{kr: 50, gjelder: per gang}]"),
        ("aktiviteter", "pris: Gratis!", "gratis"),
        ("aktiviteter", "pris: Voksne 100 kr, barn 50 kr", "[{navn: Voksne, kr: 100}, {navn: barn, kr: 50}]"),
        ("aktiviteter", "tilrettelagt: Ja, vi har rampe", "{svar: ja, hvordan: vi har rampe}"),
        ("aktiviteter", "tilrettelagt: Nei. Trapp, to trinn", '{svar: nei, hvordan: "Trapp, to trinn"}'),
        ("aktiviteter", "påmelding: ja - ring først", "{svar: ja, hvordan: ring først}"),
        ("aktiviteter", "påmelding: 'Ja – ring: først'", '{svar: ja, hvordan: "ring: først"}'),
        ("aktiviteter", "når: Annenhver torsdag", "{dag: torsdag, hver: 2. uke}"),
        ("aktiviteter", "når: Hver tirsdag", "tirsdag"),
        ("aktiviteter", "når: torsdag 18.30", '{dag: torsdag, kl: "18:30"}'),
        (
            "aktiviteter",
            "når: mandag 10-12 og onsdag 13-15",
            "[{dag: mandag, kl: 10-12}, {dag: onsdag, kl: 13-15}]",
        ),
        ("aktiviteter", "når: mandag og onsdag 10-12", "{dag: [mandag, onsdag], kl: 10-12}"),
        ("aktiviteter", "når: {dag: mandag, kl: 1800-2000}", "18:00-20:00"),
        (
            "aktiviteter",
            "åpningstider: Man-fre 10-16, lør 11-14",
            "[{dag: hverdager, kl: 10-16}, {dag: lørdag, kl: 11-14}]",
        ),
        ("aktiviteter", "åpningstider: tors-lør 10-16", "{dag: [torsdag, fredag, lørdag], kl: 10-16}"),
        ("arrangementer", "start: Lørdag 12. desember 2026 kl. 18", "2026-12-12 18:00"),
        ("aktiviteter", "når: {dag: mandag, kl: fra 18 til 20.30}", "18-20.30"),
        ("aktiviteter", "målgruppe: {for: Alle}", "[barn, ungdom, voksne, eldre]"),
        ("aktiviteter", "målgruppe: eldre", "{for: [eldre]}"),
        ("aktiviteter", "målgruppe: Voksne og eldre", "{for: [voksne, eldre]}"),
        ("aktiviteter", "egnet: ja", ""),
        ("turer", "rundtur: ja", "rundtur"),
        ("turer", "benker: 3 stk", "3"),
        ("arrangementer", "start: {dato: x}", ""),
        ("turer", "lengde: ca 2 km", "2 km"),
        ("turer", "start: {lat: 59° 12' 6\", lon: 10.95}", "59.20167"),
    ],
)
def test_what_an_editor_meant_is_proposed_and_can_be_read(folder: str, line: str, instead: str) -> None:
    (problem, *_) = problems(folder, line)

    written = line.partition(": ")[2]
    assert problem.values.get("instead", "") == instead
    if instead and "{" not in written:
        assert problems(folder, f"{line.partition(':')[0]}: {instead}") == ()


@pytest.mark.parametrize("line", ["tilrettelagt: Kanskje", "tilrettelagt: Spør oss", "egnet: {heis: ja og nei}"])
def test_no_answer_is_guessed(line: str) -> None:
    (problem,) = problems("aktiviteter", line)

    assert "instead" not in problem.values


@pytest.mark.parametrize("line", ["egnet: {heis: vet ikke}", "ledsagerbevis: kanskje", "tilrettelagt: usikker"])
def test_who_does_not_know_is_told_to_leave_the_field_empty_and_that_can_be_read(line: str) -> None:
    (problem,) = problems("aktiviteter", line)

    said = sentence(problem, BOKMAL)
    assert said.endswith("Vet dere ikke, la feltet stå tomt.")
    assert "ukjent" not in said
    assert problems("aktiviteter", line.replace("vet ikke", "").replace("kanskje", "").replace("usikker", "")) == ()


@pytest.mark.parametrize(
    ("record", "written", "meant"),
    [("kontakt", "telefon", "tlf"), ("kontakt", "E-post", "epost"), ("arrangementer", "dato", "start")],
)
def test_a_key_is_known_by_what_people_call_it(record: str, written: str, meant: str) -> None:
    known = {"kontakt": ("rolle", "navn", "tlf", "epost", "nett"), "arrangementer": ("tittel", "start")}[record]

    assert key_meant(written, known)[0] == meant


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("telefon: 69306000", "kontakt: {tlf: 69306000}"),
        ("Telefon: 69 30 60 00", "kontakt: {tlf: 69 30 60 00}"),
        ("e-post: post@eksempel.no", "kontakt: {epost: post@eksempel.no}"),
        ("hjemmeside: https://eksempel.no", 'kontakt: {nett: "https://eksempel.no"}'),
        ("rullestol: ja", "egnet: {rullestol_inn: ja}"),
    ],
)
def test_a_value_that_belongs_within_another_field_is_shown_there_and_can_be_read(line: str, instead: str) -> None:
    (problem,) = problems("aktiviteter", line)

    assert (problem.rule, problem.values["instead"]) == (Rule.UNKNOWN_KEY, instead)
    assert problems("aktiviteter", instead) == ()


def test_the_price_for_two_is_worked_out_from_the_price() -> None:
    (problem,) = problems("aktiviteter", "pris_for_to: 100")

    assert problem.values["nearest"] == ("pris",)


def test_a_common_word_is_no_proposal_where_the_record_has_no_such_key() -> None:
    assert key_meant("telefon", ("dag", "kl")) == ()


def test_a_field_that_needs_more_than_a_word_shows_its_example() -> None:
    (problem,) = problems("aktiviteter", "kontakt: Kari på 69 30 60 00")

    assert problem.rule is Rule.NOT_A_GROUP
    assert str(problem.values["example"]).startswith("kontakt: {")


def test_a_field_with_an_answer_of_its_own_kind_shows_its_example() -> None:
    (problem,) = problems("steder", "hc_parkering: 2 plasser")

    assert problem.values["key"] == "hc_parkering"
    assert str(problem.values["example"]).startswith("hc_parkering: {")


def test_days_in_other_words_are_told_of_the_field_that_was_written() -> None:
    (problem,) = problems("aktiviteter", "når: hver onsdag i Parken")

    assert problem.values["key"] == "når"


def test_quotes_from_a_word_processor_are_not_doubled() -> None:
    (problem,) = problems("aktiviteter", "beskrivelse: “Kafé: for alle”")

    assert problem.values["instead"] == 'beskrivelse: "Kafé: for alle"'


def test_nobody_who_writes_of_a_gate_is_told_to_write_that_nothing_is_in_the_way() -> None:
    (problem,) = problems("turer", "strekninger: [{fra_m: 0, til_m: 80, hinder: en bom}]")

    assert problem.values["key"] == "hinder"
    assert "ingen" not in str(problem.values)


def test_the_key_that_is_told_of_is_one_that_was_written() -> None:
    (problem,) = problems("aktiviteter", "påmelding: Ring Kari")

    assert problem.values["key"] == "påmelding"
    assert str(problem.values["example"]).startswith("påmelding: ")


@pytest.mark.parametrize(
    ("rule", "written", "meant"),
    [
        (Rule.NOT_A_MUNICIPALITY, "Fredrikstad kommune", "3107"),
        (Rule.NOT_A_MUNICIPALITY, "Herøy", ""),
        (Rule.NOT_YES_OR_NO, "Ja!", "ja"),
        (Rule.NOT_YES_OR_NO, "2 plasser", ""),
        (Rule.NOT_A_DATE, "31. februar 2026", ""),
        (Rule.NOT_A_DATE, "2026/11/21", "2026-11-21"),
        (Rule.NOT_A_PRICE, "spør oss", ""),
        (Rule.NOT_A_TIME, "etter jobb", ""),
        (Rule.NOT_A_NUMBER, "mange", ""),
        (Rule.TAB, "x", ""),
    ],
)
def test_a_value_is_proposed_only_where_one_is_meant(rule: Rule, written: str, meant: str) -> None:
    assert value_meant(rule, written) == meant


def test_words_that_say_nothing_are_left_alone() -> None:
    assert days_meant("om natta") == ""
    assert days_meant("fre-man 10-12") == ""
    assert days_meant("helt stengt 10-12") == ""
    assert answer_meant("jaktlag") == ""
    assert code_meant("heis", "ja, men trang", ("ja", "delvis", "nei")) == ""


def said(folder: str, line: str) -> list[str]:
    """What is told of a file with some more lines, as an editor reads it."""
    return [sentence(problem, BOKMAL) for problem in problems(folder, line)]


def test_a_value_that_belongs_in_a_group_that_stands_there_is_sent_to_its_line() -> None:
    (told,) = said("aktiviteter", "kontakt: {epost: post@eksempel.no}\ntelefon: 69 00 00 01")

    assert told.endswith("Skriv det i «kontakt» på linje 5: tlf: 69 00 00 01")


def test_of_two_values_of_one_group_the_first_makes_it_and_the_other_joins_it() -> None:
    first, second = said("aktiviteter", "telefon: 69 00 00 01\nepost: post@eksempel.no")

    assert first.endswith("Skriv: kontakt: {tlf: 69 00 00 01}")
    assert second.endswith("Skriv det i «kontakt» på linje 5: epost: post@eksempel.no")


@pytest.mark.parametrize(
    "line", ["kontakt: {tlf: 69 00 00 00, mobil: 69 00 00 01}", "telefon: 69 00 00 01\nkontakt: {tlf: 69 00 00 00}"]
)
def test_a_field_that_stands_there_already_is_not_offered_again(line: str) -> None:
    (problem,) = problems("aktiviteter", line)

    assert problem.values["taken"] == "tlf"
    assert not problem.values.keys() & {"nearest", "instead", "into"}


def test_lines_without_spaces_are_each_told_by_themselves() -> None:
    text = "tittel:Eksempel\ningress:Kort.\nkategorier:natur\nkommune:3107\n"

    found = read_file("aktiviteter/eksempel.yaml", text.encode()).problems

    assert [problem.values["instead"] for problem in found] == [line.replace(":", ": ") for line in text.splitlines()]


@pytest.mark.parametrize(
    ("folder", "line", "either"),
    [
        ("aktiviteter", "pris: 1,500 kr", ("1500", "1,50")),
        ("aktiviteter", "kontrollert: 10-11-2026", ("2026-11-10 (10. november)", "2026-10-11 (11. oktober)")),
        ("arrangementer", "start: 4/3/2026 kl. 18", ("2026-03-04 18:00 (4. mars)", "2026-04-03 18:00 (3. april)")),
    ],
)
def test_of_several_meanings_none_is_chosen(folder: str, line: str, either: tuple[str, ...]) -> None:
    (problem,) = problems(folder, line)

    assert problem.values["either"] == either
    assert "instead" not in problem.values


def test_of_two_municipalities_of_one_name_each_is_told_with_its_county() -> None:
    text = BASE.replace("3107", "Våler").encode()

    (problem,) = read_file("aktiviteter/eksempel.yaml", text).problems

    assert sentence(problem, BOKMAL).endswith('Skriv enten "3114" (Østfold) eller "3419" (Innlandet).')


def test_a_weekday_that_does_not_fit_its_date_is_told_and_no_date_is_offered() -> None:
    (told,) = said("aktiviteter", "kontrollert: torsdag 4. desember 2026")

    assert told.endswith("2026-12-04 er en fredag. Rett dagen eller datoen.")


@pytest.mark.parametrize(
    ("line", "example"),
    [
        ("når: torsdag halv sju", "{dag: torsdag, kl: …}"),
        ("når: {dag: torsdag 18.30}", '{dag: torsdag, kl: "18:30"}'),
    ],
)
def test_a_time_is_never_dropped_from_what_is_shown(line: str, example: str) -> None:
    (problem,) = problems("aktiviteter", line)

    assert problem.values["example"] == example
    assert not problem.values.keys() & {"nearest", "instead"}


def test_a_field_that_stands_too_far_to_the_left_is_told_where_it_may_belong() -> None:
    (told,) = said("aktiviteter", "når:\n- dag: tirsdag\nkl: 18-20")

    assert told.endswith("Hører det til «når», skal linjen rykkes inn like langt som feltene der.")


def test_a_position_is_shown_its_place_without_numbers() -> None:
    (problem,) = problems("turer", "posisjon: 59.2, 10.9")

    assert problem.values["instead"] == "start: {lat: …, lon: …}"


def test_a_day_that_cannot_be_read_is_told_whole() -> None:
    (problem,) = problems("aktiviteter", "når: [{dag: tirsdag, unntatt: [24/12]}]")

    assert problem.values["value"] == "24/12"
