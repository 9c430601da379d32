"""Every rule has an example: a case in tests/cases, or where no file of content can show it, a test named here."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from docx import Document

from hefte.check.spelt import misspelt, words_to_look_up
from hefte.doors.command_line import main
from hefte.doors.trouble import Exit
from hefte.gpx import write_gpx
from hefte.interchange.calendar_file import read_calendar
from hefte.interchange.features import LARGEST_BYTES, MOST_FEATURES
from hefte.interchange.geojson import read_geojson
from hefte.interchange.school_calendar import school_calendar
from hefte.model import Activity
from hefte.problem import Problem, Rule, Where
from hefte.reading.values import problems_of
from hefte.source import Source
from hefte.track import Point, lay_out
from test_cases import CASES, expected_in
from test_plain_language import catalogue_of

HERE = Path(__file__)
LIMITS, MACHINE, PRINT, NAMES, NET, TABLES, MAPS, CALENDARS = (
    "a file so large would lie in the repository for ever",
    "it takes a disk or an earlier edition, not a file",
    "the press must be asked",
    "a name must have changed, which its test makes up",
    "the net must be asked",
    "what the tables, documents and catalogues of others get wrong, when they are taken in",
    "what the map data of others gets wrong, when it is taken in",
    "what the calendars of others get wrong, when they are taken in",
)
ELSEWHERE: Mapping[Rule, tuple[str, str]] = MappingProxyType(
    {
        Rule.FILE_TOO_LARGE: (LIMITS, "test_reading_bytes.py"),
        Rule.TOO_MANY_VALUES: (LIMITS, "test_reading_bytes.py"),
        Rule.PICTURE_TOO_LARGE: (LIMITS, "test_photo.py"),
        Rule.TRACK_TOO_LARGE: (LIMITS, "test_gpx.py"),
        Rule.TRACK_TOO_MANY_POINTS: (LIMITS, "test_gpx.py"),
        Rule.WRONG_VALUE: ("what no reader of ours refuses by a rule of its own, and today none does", HERE.name),
        Rule.SYMBOLIC_LINK: (MACHINE, "test_content.py"),
        Rule.MISSING_SETTINGS: (MACHINE, "test_reading_bytes.py"),
        Rule.VANISHED_ID: (MACHINE, "test_checks.py"),
        Rule.BOOKLET_TOO_LONG: (PRINT, "test_booklet_fit.py"),
        Rule.BOOKLET_TOO_SHORT: (PRINT, "test_booklet_fit.py"),
        Rule.OLD_NAME: (NAMES, "test_content_format.py"),
        Rule.OLD_FORMAT: (NAMES, "test_content_format.py"),
        Rule.NEWER_FORMAT: (NAMES, "test_content_format.py"),
        Rule.CELL_NOT_UNDERSTOOD: (TABLES, "test_import_tables.py"),
        Rule.CELL_TELLS_A_BIRTH_NUMBER: (TABLES, "test_import_tables.py"),
        Rule.IMPORT_BROKEN: (TABLES, "test_import_tables.py"),
        Rule.IMPORT_IS_ANOTHER_KIND: (TABLES, "test_import_tables.py"),
        Rule.IMPORT_LOCKED: (TABLES, "test_import_tables.py"),
        Rule.IMPORT_OLD_WORD: (TABLES, "test_import_tables.py"),
        Rule.IMPORT_TOO_LARGE: (TABLES, "test_import_tables.py"),
        Rule.IMPORT_UNPACKS_TOO_LARGE: (TABLES, "test_import_tables.py"),
        Rule.ROW_WITHOUT_TITLE: (TABLES, "test_import_tables.py"),
        Rule.ORGANISER_IS_A_PERSON: (TABLES, "test_import_tables.py"),
        Rule.ORGANISER_MAY_BE_TWO: (TABLES, "test_import_tables.py"),
        Rule.ROW_IS_A_TOTAL: (TABLES, "test_import_tables.py"),
        Rule.IMPORT_IS_EMPTY: (TABLES, "test_import_tables.py"),
        Rule.IMPORT_IS_PDF: (TABLES, "test_import_tables.py"),
        Rule.DOCUMENT_TEXT_LEFT_OUT: (TABLES, "test_import_word.py"),
        Rule.MAP_WITHOUT_GEOMETRY: (MAPS, "test_import_geojson.py"),
        Rule.MAP_POSITION_SWAPPED: (MAPS, "test_import_geojson.py"),
        Rule.TABLE_TOO_LONG: (TABLES, "test_import_tables.py"),
        Rule.TABLE_TOO_WIDE: (TABLES, "test_import_tables.py"),
        Rule.TABLE_WITHOUT_HEADINGS: (TABLES, "test_import_tables.py"),
        Rule.DOCUMENT_HAS_BOXES: (TABLES, "test_import_word.py"),
        Rule.HSDS_HOLDS_NOTHING: (TABLES, "test_import_hsds.py"),
        Rule.HSDS_WITHOUT_PARENT: (TABLES, "test_import_hsds.py"),
        Rule.LINK_FAILED_LAST_TIME: (NET, "test_links.py"),
        Rule.LINK_GONE: (NET, "test_links.py"),
        Rule.LINK_IS_ANOTHER_PAGE: (NET, "test_links.py"),
        Rule.LINK_LEADS_TO_START: (NET, "test_links.py"),
        Rule.LINK_MOVED: (NET, "test_links.py"),
        Rule.LINK_NOT_TRIED: (NET, "test_links.py"),
        Rule.LINK_SAYS_NOT_FOUND: (NET, "test_links.py"),
        Rule.LINK_SILENT: (NET, "test_links.py"),
        Rule.LINK_SILENT_LONG: (NET, "test_links.py"),
        Rule.LINK_UNSAFE: (NET, "test_links.py"),
        Rule.LINK_UNTRUSTED: (NET, "test_links.py"),
        Rule.CELL_TOO_LONG: (TABLES, HERE.name),
        Rule.DOCUMENT_WITHOUT_ENTRIES: (TABLES, HERE.name),
        Rule.MISSPELT: ("a dictionary must be asked", HERE.name),
        Rule.TRACK_UNLIKELY_LENGTH: (MAPS, HERE.name),
        Rule.NOT_MAP_DATA: (MAPS, "test_import_maps.py"),
        Rule.MAP_TOO_LARGE: (MAPS, HERE.name),
        Rule.MAP_TOO_MANY_FEATURES: (MAPS, HERE.name),
        Rule.MAP_UNKNOWN_SYSTEM: (MAPS, "test_import_maps.py"),
        Rule.MAP_OUTSIDE_NORWAY: (MAPS, "test_import_maps.py"),
        Rule.MAP_HOLDS_NO_WALK: (MAPS, "test_import_maps.py"),
        Rule.UNKNOWN_CODE: (MAPS, "test_import_maps.py"),
        Rule.CONDITIONAL_FACT: (MAPS, "test_import_maps.py"),
        Rule.NOT_A_MEASURE: (MAPS, "test_import_maps.py"),
        Rule.CALENDAR_TOO_LARGE: (CALENDARS, "test_import_calendar.py"),
        Rule.NOT_A_CALENDAR: (CALENDARS, "test_import_calendar.py"),
        Rule.CALENDAR_HOLDS_NO_EVENT: (CALENDARS, "test_import_calendar.py"),
        Rule.CALENDAR_TOO_MANY_EVENTS: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_UNCLOSED: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_BROKEN: (CALENDARS, HERE.name),
        Rule.EVENT_WITHOUT_UID: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_WITHOUT_START: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_WITHOUT_TITLE: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_ENDS_BEFORE_START: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_IS_PRIVATE: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_TELLS_A_BIRTH_NUMBER: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_TOO_OFTEN: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_RULE_UNKNOWN: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_NEVER: (CALENDARS, "test_import_calendar.py"),
        Rule.EVENT_WRITTEN_OUT: (CALENDARS, "test_import_calendar.py"),
        Rule.SCHOOL_DAY_UNKNOWN: (CALENDARS, HERE.name),
    }
)
"""Rules that no case can show: why, and which test shows them."""


def test_every_rule_has_an_example_file_or_a_reason() -> None:
    shown = {row.rule for case in CASES.iterdir() for row in expected_in(case)}

    missing = sorted(set(Rule) - shown - ELSEWHERE.keys())
    both = sorted(shown & {rule.value for rule in ELSEWHERE})

    assert not missing, f"No case in tests/cases shows {missing}. Copy one, change a line, and say `# expect:` there."
    assert not both, f"{both} have a case: take them out of ELSEWHERE."


def test_every_reason_names_a_test_that_shows_the_rule() -> None:
    told = {file: HERE.with_name(file).read_text("utf-8") for _, file in ELSEWHERE.values()}
    told[HERE.name] = told[HERE.name].partition("def test_what_no_rule_knows")[2]

    silent = [rule for rule, (_, file) in ELSEWHERE.items() if f"Rule.{rule.name}" not in told[file]]

    assert not silent, f"{silent}: the file that is named does not speak of them."


def test_what_no_rule_knows_is_still_told_with_its_place() -> None:
    source = Source("aktiviteter/a.yaml", "tittel: Kaffe\nenergi: rolig\n")
    unheard = {"type": "unheard_of", "loc": ("energi",), "input": "rolig", "msg": ""}

    (problem,) = problems_of(source, (), Activity, [unheard])

    assert (problem.rule, problem.where) == (Rule.WRONG_VALUE, Where(source.path, 2, 9))


@pytest.fixture
def municipality(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality without an entry."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/oppsett.yaml").write_text("navn: Ut\ntjeneste: Tjenesten\nkommune: '3107'\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_track_that_is_no_walk_is_refused(municipality: Path, capsys: pytest.CaptureFixture[str]) -> None:
    metre = lay_out(((Point(58.8, 10.5, None), Point(58.80001, 10.5, None)),))
    (municipality / "a.gpx").write_text(write_gpx(metre), "utf-8")

    code = main(["import", "gpx", "a.gpx"])

    assert code == Exit.CONTENT
    assert Rule.TRACK_UNLIKELY_LENGTH in capsys.readouterr().out


def test_a_cell_that_nobody_reads_to_its_end_is_told_of(municipality: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (municipality / "a.csv").write_text(f"Tittel;Beskrivelse\nKaffe;{'lang ' * 5000}\n", "utf-8")

    main(["import", "tabell", "a.csv"])

    assert Rule.CELL_TOO_LONG in capsys.readouterr().out


def test_a_document_without_entries_says_so(municipality: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Document().save(str(municipality / "a.docx"))

    code = main(["import", "word", "a.docx"])

    assert code == Exit.CONTENT
    assert Rule.DOCUMENT_WITHOUT_ENTRIES in capsys.readouterr().out


def test_a_word_that_no_dictionary_has_is_told_of() -> None:
    words = words_to_look_up(catalogue_of("beskrivelse: roligg\n"), frozenset())

    (problem,) = misspelt(words, {"nb_NO": {"roligg": ("rolig",)}})

    assert problem.rule is Rule.MISSPELT


def test_map_data_has_its_limits() -> None:
    features = [{"type": "Feature", "geometry": None, "properties": {}}] * (MOST_FEATURES + 1)
    many = json.dumps({"type": "FeatureCollection", "features": features}).encode()

    problems = [read_geojson("a.json", data).problems for data in (b" " * (LARGEST_BYTES + 1), many)]

    assert [one.rule for (one,) in problems] == [Rule.MAP_TOO_LARGE, Rule.MAP_TOO_MANY_FEATURES]


def test_an_event_that_is_no_event_leaves_the_others() -> None:
    broken = "BEGIN:VEVENT\nUID:a\nBEGIN:VALARM\nEND:VEVENT"
    sound = "BEGIN:VEVENT\nUID:b\nSUMMARY:Kor\nDTSTART;VALUE=DATE:20261201\nEND:VEVENT"

    found = read_calendar("a.ics", f"BEGIN:VCALENDAR\n{broken}\n{sound}\nEND:VCALENDAR\n".encode())

    assert [problem.rule for problem in found.problems] == [Rule.EVENT_BROKEN]
    assert len(found.events) == 1


def test_a_day_of_school_that_is_neither_on_nor_off_is_asked_about() -> None:
    day = "BEGIN:VEVENT\nUID:b\nSUMMARY:Fotografering\nDTSTART;VALUE=DATE:20261201\nEND:VEVENT"
    file = read_calendar("a.ics", f"BEGIN:VCALENDAR\n{day}\nEND:VCALENDAR\n".encode())

    (problem,) = school_calendar("a.ics", file).problems

    assert isinstance(problem, Problem)
    assert problem.rule is Rule.SCHOOL_DAY_UNKNOWN
