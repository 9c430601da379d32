"""People in the content: numbers and names that nobody has said may be published."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from booklet_samples import document
from hefte.catalogue import Catalogue
from hefte.check import check
from hefte.check.people import names_a_person
from hefte.doors.package import words_of
from hefte.model import Organisation
from hefte.problem import Problem, Rule, Severity
from hefte.reading import read_content
from hefte.report import FORMATS, report
from website_samples import catalogue_of

SETTINGS = "navn: Ut\ntjeneste: Tjenesten\nkommune: 3107\nkategorier: [{kode: natur, navn: Natur}]\n"
WALK = "tittel: Stranda\ningress: Kort om turen.\nkategorier: [natur]\nkommune: 3107\nkontrollert: 2026-10-14\n"
RULES = (Rule.BIRTH_NUMBER, Rule.TEST_BIRTH_NUMBER, Rule.PERSON_IN_TEXT, Rule.ROLE_IS_A_NAME)


def _problems(line: str) -> list[Problem]:
    files = {"oppsett.yaml": SETTINGS, "turer/stranda.yaml": WALK + line}
    reading = read_content((path, text.encode()) for path, text in files.items())
    assert reading.settings is not None
    catalogue = Catalogue(reading.documents, reading.settings, date(2026, 11, 22))
    return [problem for problem in check(catalogue) if problem.rule in RULES]


def _numbers(day: str) -> Iterator[str]:
    """Numbers with right control digits, counted out here so that nobody's number stands in a file."""
    for tail in product("0123456789", repeat=5):
        number = day + "".join(tail)
        digits = tuple(map(int, number))
        first = sum(a * b for a, b in zip(digits, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), strict=False))
        second = sum(a * b for a, b in zip(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True))
        if first % 11 == second % 11 == 0:
            yield number


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("010190", Rule.BIRTH_NUMBER),
        ("410190", Rule.BIRTH_NUMBER),
        ("018190", Rule.TEST_BIRTH_NUMBER),
        ("016690", Rule.TEST_BIRTH_NUMBER),
        ("014190", Rule.TEST_BIRTH_NUMBER),
    ],
)
@pytest.mark.parametrize("gap", ["", " "])
def test_a_birth_number_is_found_by_its_control_digits(day: str, rule: Rule, gap: str) -> None:
    number = next(_numbers(day))

    (problem,) = _problems(f"beskrivelse: Kari har {number[:6]}{gap}{number[6:]} i boka.\n")

    assert problem.rule is rule
    assert problem.where[1:] == (6, 23)
    assert problem.stops_the_build is (rule is Rule.BIRTH_NUMBER)


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_repeats_a_birth_number(form: str) -> None:
    number = next(_numbers("010190"))
    line = f"beskrivelse: Kari har {number} i boka.\n"

    words = words_of("nb")
    told = "\n".join(report(_problems(line), form, words, lambda _: WALK + line))

    assert "010190*****" in told
    assert number[6:] not in told


@pytest.mark.parametrize("written", ["01019012345", "99999912345", "10.01019012345"])
def test_eleven_digits_of_another_kind_are_fine(written: str) -> None:
    assert not _problems(f"beskrivelse: Konto {written}.\n")


@pytest.mark.parametrize(
    "text", ["Ring Kari Nordmann, 90 00 00 00.", "Møt Kari Nordmann (tlf. 900 00 000).", "Kari Nordmann på 90000000"]
)
def test_a_name_with_a_number_in_a_text_is_warned(text: str) -> None:
    (problem,) = _problems(f"beskrivelse: {text}\n")

    assert problem.rule is Rule.PERSON_IN_TEXT
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("text", ["Ring Borg Frivilligsentral, 69 00 00 00.", "Ring turlederen, 90 00 00 00."])
def test_an_organisation_with_a_number_in_a_text_is_fine(text: str) -> None:
    assert not _problems(f"beskrivelse: {text}\n")


def test_a_role_that_is_a_name_is_warned() -> None:
    (problem,) = _problems("kontakt: {rolle: Kari Nordmann, tlf: 69 00 00 00}\n")

    assert problem.rule is Rule.ROLE_IS_A_NAME
    assert problem.where[1:] == (6, 18)


@pytest.mark.parametrize("role", ["Turlederen", "Vakta på Seniorsenteret", "Borgarsyssel Museum", "Blå Grotte"])
def test_a_role_that_is_a_role_or_an_organisation_is_fine(role: str) -> None:
    assert not _problems(f"kontakt: {{rolle: {role}, tlf: 69 00 00 00}}\n")


NO_ROLES = (
    "Kari Nordmann|kari nordmann|KARI NORDMANN|K. Nordmann|K. NORDMANN|Kari N.|Kari|kari|Hansen|Berg|Per|"
    "Enhetsleder Kari|Kari (enhetsleder)|tjenesten v/ Kari Nordmann|tjenesten v/Kari|Anne-Kari|Torgunn Brekke|"
    "post@laget.no|turlederen 90000000|tlf 90 00 00 00|…|...|ROLLE|ROLE|din rolle|«rolla di»|your role|-"
)
ROLES = (
    "turlederen|fritidskontakttjenesten|eier|daglig leder|Daglig leder|Kirkens Bymisjon|KIRKENS BYMISJON|frivillig|"
    "Røde Kors|RØDE KORS|per telefon av turlaget|Dagsenteret på Moen|Stein og sten, turlaget|avd. leder|the owner|"
    "St. Hanslaget|frivillig i Anna-hjemmet|lag 2026|Liv og røre|vaktmester|Frelsesarmeen"
)


@pytest.mark.parametrize("written", NO_ROLES.split("|"))
def test_what_names_or_reaches_somebody_or_was_never_filled_in_is_no_role(written: str) -> None:
    assert names_a_person(written, catalogue_of())


@pytest.mark.parametrize("written", ROLES.split("|"))
def test_a_role_in_any_letters_is_a_role(written: str) -> None:
    assert not names_a_person(written, catalogue_of())


def test_what_an_organisation_is_called_may_hold_a_name() -> None:
    named = document(Organisation, "karis", tittel="Kari og Ola")

    assert not names_a_person("Kari og Ola", catalogue_of(named))
