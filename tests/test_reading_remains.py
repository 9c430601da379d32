"""One run tells all: what is right in a file with mistakes is checked with the rest."""

from datetime import date
from pathlib import Path

import pytest

from hefte.doors.build import look_through
from hefte.problem import Rule
from hefte.reading.folders import unexpected_file

SETTINGS = 'navn: Prøve\ntjeneste: Tjenesten\nkommune: "9999"\n'
BROKEN = """tittel: Prøve
ingress: En prøve.
kategorier: [dnas]
kommune: "9999"
prs: 50
sted: finnes-ikke
kontrollert: 2027-01-01
"""


def _told(folder: Path, text: str) -> set[tuple[Rule, int]]:
    (folder / "aktiviteter").mkdir(parents=True)
    (folder / "oppsett.yaml").write_text(SETTINGS, "utf-8")
    (folder / "aktiviteter" / "prove.yaml").write_text(text, "utf-8")
    work = look_through(folder, date(2026, 11, 22))
    return {(problem.rule, problem.where.line) for problem in work.problems if problem.where.path.startswith("akt")}


def test_a_wrong_key_does_not_hide_what_else_is_wrong(tmp_path: Path) -> None:
    told = _told(tmp_path, BROKEN)

    assert told == {
        (Rule.UNKNOWN_CATEGORY, 3),
        (Rule.UNKNOWN_KEY, 5),
        (Rule.UNKNOWN_PLACE, 6),
        (Rule.CHECKED_IN_THE_FUTURE, 7),
    }


def test_a_missing_field_is_told_once(tmp_path: Path) -> None:
    without_title = BROKEN.replace("tittel: Prøve\n", "").replace("prs: 50\n", "")

    told = _told(tmp_path, without_title)

    assert sorted(rule for rule, _ in told if rule is Rule.MISSING_FIELD) == [Rule.MISSING_FIELD]
    assert (Rule.UNKNOWN_PLACE, 4) in told


def test_what_is_left_of_an_entry_is_never_shown(tmp_path: Path) -> None:
    _told(tmp_path, BROKEN)

    work = look_through(tmp_path, date(2026, 11, 22))

    assert work.catalogue is not None
    assert work.catalogue.documents == ()
    assert not work.may_be_published


def test_a_bad_number_in_a_booklet_does_not_hide_a_reference_that_leads_nowhere(tmp_path: Path) -> None:
    _told(tmp_path, BROKEN)
    (tmp_path / "hefter").mkdir()
    (tmp_path / "hefter/turheftet.yaml").write_text(
        "tittel: Turheftet\nutvalg:\n  maks_km: ti\n  ta_med: [finnes-ikke]\n"
        "kapitler:\n  - {utvalg: {kommune: [x], ta_med: [ikke-den-heller]}}\n",
        "utf-8",
    )

    problems = look_through(tmp_path, date(2026, 11, 22)).problems

    told = {(problem.rule, problem.where.line) for problem in problems if problem.where.path.startswith("hefter")}
    assert {(Rule.NOT_A_LENGTH, 3), (Rule.UNKNOWN_REFERENCE, 4)} <= told
    assert (Rule.NOT_A_MUNICIPALITY, 6) in told


def test_a_contact_whose_consent_cannot_be_read_is_not_told_as_one_without(tmp_path: Path) -> None:
    contact = "kontakt:\n  navn: Kari Nordmann\n  samtykke: i fjor\n"

    told = _told(tmp_path, BROKEN + contact)

    assert Rule.PERSON_WITHOUT_CONSENT not in {rule for rule, _ in told}


def test_a_list_without_spaces_after_its_dashes_is_told_once(tmp_path: Path) -> None:
    told = _told(tmp_path, BROKEN.replace("sted: finnes-ikke", "sted:\n  -a\n  -b").replace("prs: 50\n", ""))

    assert {rule for rule, line in told if line == 6} == {Rule.NO_SPACE_AFTER_DASH}


@pytest.mark.parametrize("row", ["{navn: Barn, kr: 50}", "{kr: 50}"])
def test_a_group_without_a_space_after_its_dash_is_told_as_that(tmp_path: Path, row: str) -> None:
    told = _told(tmp_path, BROKEN.replace("prs: 50", f"pris:\n  -{row}"))

    assert {rule for rule, line in told if line == 6} == {Rule.NO_SPACE_AFTER_DASH}


def test_a_list_at_the_margin_without_spaces_after_its_dashes_is_told_as_that(tmp_path: Path) -> None:
    told = _told(tmp_path, BROKEN.replace("[dnas]", "\n-dans\n-natur"))

    assert told == {(Rule.NO_SPACE_AFTER_DASH, 4)}


def test_an_entry_with_txt_behind_its_name_is_told_with_the_name_it_should_have() -> None:
    (problem,) = unexpected_file("aktiviteter/kafe.yaml.txt")

    assert (problem.rule, problem.values["instead"], problem.stops_the_build) == (Rule.ENDS_IN_TXT, "kafe.yaml", True)


@pytest.mark.parametrize("name", ["~$kafe.docx", "Thumbs.db", "desktop.ini", ".DS_Store"])
def test_what_windows_and_word_leave_behind_is_not_told(name: str) -> None:
    assert tuple(unexpected_file(f"bilder/{name}")) == ()
