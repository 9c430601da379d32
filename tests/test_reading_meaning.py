"""What an editor most likely meant, where a value cannot be read."""

import pytest

from hefte.positions import locate
from hefte.problem import Problem, Rule, Where
from hefte.reading import read_file
from hefte.source import Source
from hefte.spelling import nearest, plain

BASE = "tittel: Eksempel\ningress: Kort om dette.\nkategorier: [natur]\nkommune: 3107\n"


def _problem(line: str, path: str = "aktiviteter/a.yaml") -> Problem:
    (problem,) = read_file(path, (BASE + line).encode()).problems
    return problem


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14/10/2026", "2026-10-14"),
        ("14.10.26", "2026-10-14"),
        ("14-10-2026", "2026-10-14"),
        ("2026/10/14", "2026-10-14"),
        ("14. oktober 2026", "2026-10-14"),
        ("31/02/2026", ""),
        ("i fjor", ""),
    ],
)
def test_a_date_is_offered_in_the_form_that_is_understood(written: str, meant: str) -> None:
    problem = _problem(f"kontrollert: {written}\n")

    assert problem.values.get("instead", "") == meant


def test_a_number_of_a_program_is_offered_as_a_number() -> None:
    problem = _problem("timer_per_måned: 1_000\n", "grupper/a.yaml")

    assert (problem.rule, problem.values["instead"]) == (Rule.NOT_A_NUMBER, "1000")


def test_a_missing_line_is_ready_to_fill_in_and_its_example_is_called_one() -> None:
    problem = _problem("bilder: [{alt: To benker ved vannet.}]\n")

    assert problem.values["instead"] == "{alt: To benker ved vannet., fil: …}"
    assert problem.values["example"] == "fil: strandpromenaden.jpg"
    assert problem.where[1:] == (5, 10)


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("pris: {voksen: 50, barn: 20 kr}", "[{navn: Voksen, kr: 50}, {navn: Barn, kr: 20}]"),
        ("pris:\n  voksen: 50\n  under_12_år: gratis", "[{navn: Voksen, kr: 50}, {navn: Under 12 år, kr: gratis}]"),
        ("pris: {voksen: 50, barn: det halve}", "{voksen: 50, barn: det halve, kr: …}"),
        ("pris: {navn: Kaffe}", "{navn: Kaffe, kr: …}"),
        ("pris: {kr: , navn: Kaffe}", "{kr: …, navn: Kaffe}"),
    ],
)
def test_a_price_that_is_missing_is_never_invented(line: str, instead: str) -> None:
    missing = [
        problem
        for problem in read_file("aktiviteter/a.yaml", f"{BASE}{line}\n".encode()).problems
        if problem.rule is Rule.MISSING_FIELD
    ]

    assert [problem.values["instead"] for problem in missing] == [instead]


def test_what_is_missing_between_braces_is_shown_within_them_and_no_words_are_lent() -> None:
    problem = _problem("bilder:\n  - {fil: gps.jpg}\n")

    assert (problem.rule, problem.values["instead"]) == (Rule.MISSING_FIELD, "{fil: gps.jpg, alt: …}")
    assert "add" not in problem.values


def test_what_is_missing_in_a_group_on_lines_of_its_own_says_how_far_in_it_stands() -> None:
    problem = _problem("bilder:\n  - fil: gps.jpg\n")

    assert (problem.values["add"], problem.values["beside"]) == ("alt: …", "fil")


def test_no_title_of_another_entry_is_proposed() -> None:
    text = BASE.replace("tittel: Eksempel\n", "")

    (problem,) = read_file("aktiviteter/kafe.yaml", text.encode()).problems

    assert problem.values["add"] == "tittel: …"


def test_a_key_written_in_another_way_is_not_missing_as_well() -> None:
    text = BASE.replace("tittel:", "title:")

    (problem,) = read_file("aktiviteter/a.yaml", text.encode()).problems

    assert (problem.rule, problem.values["nearest"]) == (Rule.UNKNOWN_KEY, ("tittel",))


def test_an_unknown_key_in_a_small_group_lists_what_there_is() -> None:
    problem = _problem("målgruppe: {zzz: 1}\n")

    assert problem.values["choices"] == ("alder", "for")


def test_a_code_lists_what_there_is() -> None:
    problem = _problem("energi: hoy\n")

    assert (problem.rule, problem.values["nearest"]) == (Rule.NOT_A_CHOICE, ("høy",))
    assert problem.values["choices"] == ("rolig", "middels", "høy")


def test_a_value_where_a_group_is_meant_is_told() -> None:
    assert _problem("egnet: ja\n").rule is Rule.NOT_A_GROUP
    assert _problem("bilder: strand.jpg\n").rule is Rule.NOT_A_LIST


@pytest.mark.parametrize(
    ("written", "found"),
    [("prs", "pris"), ("arrangor", "arrangør"), ("Kort tittel", "kort_tittel"), ("pamelding", "påmelding")],
)
def test_the_nearest_word_is_found_whatever_the_keyboard(written: str, found: str) -> None:
    assert nearest(written, ("pris", "arrangør", "kort_tittel", "påmelding", "sted"))[0] == found


def test_nothing_is_proposed_where_nothing_is_near() -> None:
    assert nearest("xyzzy", ("pris", "sted")) == ()
    assert plain(" Fysisk-aktivitet ") == "fysisk_aktivitet"


def test_a_place_is_found_by_keys_and_indexes() -> None:
    source = Source("a.yaml", "en: 1\nto:\n  - x\n  - {y: z}\n")

    assert locate(source, ("to", 1, "y")) == Where("a.yaml", 4, 9)
    assert locate(source, ("to", 1, "y"), key=True) == Where("a.yaml", 4, 6)
    assert locate(source, ("to", 7, "y")) == Where("a.yaml", 3, 3)
    assert locate(source, ()) == Where("a.yaml")


def test_a_text_that_is_not_yaml_has_a_place_all_the_same() -> None:
    assert locate(Source("a.yaml", "a: [b"), ("a",)) == Where("a.yaml")
