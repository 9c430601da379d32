"""Checks that need more than one file or a day: what the cases in tests/cases cannot say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from hefte.catalogue import Catalogue
from hefte.check import CHECKS, check
from hefte.check.files import picture_name
from hefte.check.freshness import next_check
from hefte.check.prose import is_lookalike, scheme_of
from hefte.model import Entry
from hefte.municipalities import MUNICIPALITIES
from hefte.problem import Problem, Rule
from hefte.reading import read_content

TODAY = date(2026, 11, 22)
SETTINGS = "navn: Ut\ntjeneste: Tjenesten\nkommune: 3107\nkategorier: [{kode: natur, navn: Natur}]\n"
WALK = "tittel: Stranda\ningress: Kort om turen.\nkategorier: [natur]\nkommune: 3107\nkontrollert: 2026-10-14\n"


def _catalogue(files: Mapping[str, str], settings: str = SETTINGS) -> Catalogue:
    texts = {"oppsett.yaml": settings} | dict(files)
    reading = read_content((path, text.encode()) for path, text in texts.items())
    assert reading.problems == ()
    assert reading.settings is not None
    return Catalogue(reading.documents, reading.settings, TODAY)


def _of(rule: Rule, problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.rule is rule]


def test_a_published_id_that_is_gone_is_told() -> None:
    catalogue = _catalogue({"turer/stranda.yaml": WALK})

    problems = check(catalogue, published=frozenset({("turer", "gamle-stranda"), ("turer", "stranda")}))

    (problem,) = _of(Rule.VANISHED_ID, problems)
    assert problem.values["id"] == "gamle-stranda"


def test_a_published_id_lives_on_as_a_former_id() -> None:
    catalogue = _catalogue({"turer/stranda.yaml": WALK + "tidligere_id: [gamle-stranda]\n"})

    assert not _of(Rule.VANISHED_ID, check(catalogue, published=frozenset({("turer", "gamle-stranda")})))


def test_a_published_id_whose_file_is_broken_is_not_gone() -> None:
    catalogue = _catalogue({"turer/stranda.yaml": WALK})
    key = ("turer", "odelagt")

    assert not _of(Rule.VANISHED_ID, check(catalogue, frozenset({key}), frozenset({key})))


def test_no_picture_is_called_unused_while_a_file_that_may_use_it_is_unread() -> None:
    catalogue = replace(_catalogue({"turer/stranda.yaml": WALK}), pictures=frozenset({"a.jpg"}))

    assert _of(Rule.UNUSED_PICTURE, check(catalogue))
    assert not _of(Rule.UNUSED_PICTURE, check(catalogue, frozenset({("turer", "odelagt")})))


def test_a_picture_named_in_other_letters_is_missing_but_not_unused() -> None:
    walk = WALK + "bilder: [{fil: img_2043.jpg, alt: To benker ved vannet.}]\n"
    catalogue = replace(_catalogue({"turer/stranda.yaml": walk}), pictures=frozenset({"IMG_2043.jpg"}))

    problems = check(catalogue)

    assert _of(Rule.MISSING_PICTURE, problems)
    assert not _of(Rule.UNUSED_PICTURE, problems)


def test_the_number_of_a_new_folder_is_told_until_it_is_changed() -> None:
    catalogue = _catalogue({"turer/stranda.yaml": WALK.replace("3107", '"9900"')}, SETTINGS.replace("3107", '"9900"'))

    (problem,) = _of(Rule.INVENTED_MUNICIPALITY, check(catalogue))

    assert (problem.where.path, problem.stops_the_build) == ("oppsett.yaml", False)


def test_a_sample_s_number_is_told_in_a_real_municipality_with_the_number_to_write() -> None:
    catalogue = _catalogue({"turer/stranda.yaml": WALK.replace("3107", '"9900"')}, SETTINGS.replace("3107", "3103"))

    (problem,) = _of(Rule.INVENTED_MUNICIPALITY, check(catalogue))

    assert (problem.where.path, problem.values["choices"]) == ("turer/stranda.yaml", ("3103 Moss",))


def test_a_site_without_address_and_declaration_is_warned() -> None:
    rules = {problem.rule for problem in check(_catalogue({}))}

    assert {Rule.NO_SITE_ADDRESS, Rule.NO_ACCESSIBILITY_DECLARATION} <= rules


def test_a_language_without_words_is_told() -> None:
    problems = check(_catalogue({}, SETTINGS + "språk: [nb, fi]\n"))

    assert [problem.values["value"] for problem in _of(Rule.NOT_A_LANGUAGE, problems)] == ["fi"]


def test_a_category_under_one_that_is_not_there_is_told() -> None:
    settings = SETTINGS.replace("navn: Natur}", "navn: Natur, under: fritid}")

    assert _of(Rule.UNKNOWN_CATEGORY, check(_catalogue({}, settings)))


def test_the_kinds_that_soon_grow_old_are_due_sooner() -> None:
    catalogue = _catalogue({"turer/a.yaml": WALK, "grupper/b.yaml": WALK})

    due = {entry.folder: next_check(entry, entry.checked) for entry in catalogue.entries if entry.checked}

    assert due == {"turer": date(2027, 10, 14), "grupper": date(2027, 4, 14)}


def test_a_check_on_the_last_day_of_a_month_is_due_on_a_day_that_exists() -> None:
    text = WALK.replace("2026-10-14", "2026-08-31")

    (entry,) = (found for found in _catalogue({"grupper/b.yaml": text}).entries if found.checked)

    assert entry.checked is not None
    assert next_check(entry, entry.checked) == date(2027, 2, 28)


def test_nobody_is_asked_to_call_about_what_is_closed_down() -> None:
    text = WALK.replace("kontrollert: 2026-10-14\n", "status: nedlagt\n")

    rules = {problem.rule for problem in check(_catalogue({"turer/a.yaml": text}))}

    assert not rules & {Rule.NOT_CHECKED, Rule.ADVISED_FIELDS_MISSING}


def test_what_is_advised_is_told_once_for_each_entry() -> None:
    (problem,) = _of(Rule.ADVISED_FIELDS_MISSING, check(_catalogue({"turer/a.yaml": WALK})))

    keys = problem.values["keys"]
    assert isinstance(keys, tuple)
    assert "lengde" in keys
    assert "arrangør" not in keys


def test_an_inspection_is_not_made_tomorrow() -> None:
    text = WALK + "kontroller: [{dato: 2026-11-23}]\n"

    (problem,) = _of(Rule.CHECKED_IN_THE_FUTURE, check(_catalogue({"turer/a.yaml": text})))

    assert problem.where[1:] == (6, 21)


@pytest.mark.parametrize("address", ["kari@gmail.com", "ola@online.no"])
def test_a_private_mailbox_needs_consent(address: str) -> None:
    text = WALK + f"kontakt: {{rolle: Leder, epost: {address}}}\n"

    assert _of(Rule.PERSON_WITHOUT_CONSENT, check(_catalogue({"turer/a.yaml": text})))


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("https://eksempel.no", "https"),
        ("JaVaScRiPt&#58;x", "javascript"),
        ("java&Tab;script:x", "javascript"),
        ("%6aavascript:x", "javascript"),
        ("&amp;#106;avascript:x", "javascript"),
        ("turer/a.html", ""),
        ("#topp", ""),
    ],
)
def test_a_scheme_is_found_behind_what_hides_it(target: str, scheme: str) -> None:
    assert scheme_of(target) == scheme


@pytest.mark.parametrize(
    ("host", "is_other"),
    [("eksempel.no", False), ("blåbær.no", False), ("xn--blbr-roah.no", False), ("b\u0430nk.no", True)],
)
def test_norwegian_letters_are_not_lookalikes(host: str, is_other: bool) -> None:
    assert is_lookalike(host) is is_other


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("strand.jpg", "strand.jpg"),
        ("bilder/strand.jpg", "strand.jpg"),
        ("../bilder/strand.jpg", "strand.jpg"),
        ("bilder/2026/strand.jpg", "2026/strand.jpg"),
        ("../../etc/passwd", None),
        ("bilder/../../x.jpg", None),
        ("/etc/passwd", None),
        ("..\\x.jpg", None),
        ("https://x.no/y.jpg", None),
        ("//x.no/y.jpg", None),
    ],
)
def test_a_picture_lies_in_its_folder_or_nowhere(target: str, name: str | None) -> None:
    assert picture_name(target) == name


def test_open_brackets_are_refused_before_markdown_counts_them() -> None:
    text = "tittel: Om\ntekst: |\n  " + "[" * 600 + "\n"

    assert _of(Rule.TOO_MANY_BRACKETS, check(_catalogue({"sider/om.yaml": text})))


def test_an_empty_site_is_sound() -> None:
    assert not [problem for problem in check(_catalogue({})) if problem.stops_the_build]


def test_every_check_reads_as_a_sentence() -> None:
    nouns = [each.__name__ for each in CHECKS if each.__doc__ is None or "_" not in each.__name__]

    assert not nouns, f"{nouns} should say what is true of good content, and why in its docstring."


def test_the_municipalities_keep_their_zeros() -> None:
    assert len(MUNICIPALITIES) == 357
    assert (MUNICIPALITIES["0301"], MUNICIPALITIES["3107"]) == ("Oslo", "Fredrikstad")


def test_entries_of_all_types_are_checked() -> None:
    folders = ("aktiviteter", "organisasjoner", "arrangementer", "turer", "grupper", "steder")
    catalogue = _catalogue({f"{folder}/a.yaml": WALK for folder in folders})

    found = {problem.where.path for problem in _of(Rule.ADVISED_FIELDS_MISSING, check(catalogue))}

    assert all(isinstance(entry, Entry) for entry in catalogue.entries)
    assert found == {f"{folder}/a.yaml" for folder in folders}


def test_a_slope_out_of_range_is_told_in_percent_too() -> None:
    text = WALK + "strekninger: [{fra_m: 0, til_m: 100, stigning: 80 %}]\n"

    (problem,) = _of(Rule.UNLIKELY_VALUE, check(_catalogue({"turer/a.yaml": text})))

    assert problem.values["value"] == "38,66 ° (80 %)"


def test_a_width_in_another_unit_is_told_in_digits() -> None:
    walk = WALK + "strekninger: [{fra_m: 0, til_m: 80, bredde_cm: 200 m}]\n"

    (problem,) = _of(Rule.UNLIKELY_VALUE, check(_catalogue({"turer/a.yaml": walk})))

    assert str(problem.values["value"]).split() == ["20", "000", "cm"]
