"""Files as editors really save them: encodings, line ends, spreadsheets, and attacks by size."""

import pytest

from hefte.problem import Problem, Rule, Where
from hefte.reading import read_content, read_file
from hefte.reading.limits import FILE_KILOBYTES
from hefte.reading.nodes import parse

SOUND = "tittel: Blåbærstien\ningress: Kort om dette.\nkategorier: [natur]\nkommune: 3107\n"


def _rules(content: bytes) -> list[tuple[int, int, Rule]]:
    problems = parse("turer/a.yaml", content).problems
    return [(problem.where.line, problem.where.column, problem.rule) for problem in problems]


def test_a_byte_order_mark_is_accepted() -> None:
    parsed = parse("turer/a.yaml", b"\xef\xbb\xbf" + SOUND.encode())

    assert not parsed.problems
    assert next(iter(parsed.data)) == "tittel"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_windows_and_old_macs_are_accepted(end: str) -> None:
    parsed = parse("turer/a.yaml", SOUND.replace("\n", end).encode())

    assert not parsed.problems
    assert parsed.data == parse("turer/a.yaml", SOUND.encode()).data


def test_letters_stored_in_two_parts_are_put_together() -> None:
    parsed = parse("turer/a.yaml", "omra\u030ade: Kra\u030ake".encode())

    assert parsed.data == {"område": "Kråke"}


def test_a_file_in_latin_1_names_the_line_and_the_letter() -> None:
    content = SOUND.encode("latin-1")

    (problem,) = parse("turer/a.yaml", content).problems

    assert problem == Problem(Where("turer/a.yaml", 1, 11), Rule.NOT_UTF8, {"letter": "å"})


def test_smart_quotes_of_windows_are_named() -> None:
    content = b"tittel: a\r\ningress: \x93Hei\x94\r\n"

    (problem,) = parse("turer/a.yaml", content).problems

    assert problem == Problem(Where("turer/a.yaml", 2, 10), Rule.NOT_UTF8, {"letter": "“"})


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_notepad_in_utf_16_is_recognised(encoding: str) -> None:
    assert _rules(SOUND.encode(encoding)) == [(1, 1, Rule.UTF16)]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"PK\x03\x04\0\0[Content_Types].xml\0xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04\0\0[Content_Types].xml\0word/document.xml", "docx"),
        (b"PK\x03\x04", "zip"),
        (b"\xd0\xcf\x11\xe0", "doc, xls"),
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1\\ansi tittel: Eksempel}", "rtf"),
    ],
)
def test_a_renamed_document_is_recognised(start: bytes, kind: str) -> None:
    (problem,) = parse("turer/a.yaml", start + b"more").problems

    assert problem == Problem(Where("turer/a.yaml"), Rule.NOT_A_TEXT_FILE, {"kind": kind})


def test_a_null_byte_names_its_place() -> None:
    assert _rules(b"tittel: A\ningress: B\0C\n") == [(2, 11, Rule.NOT_A_TEXT_FILE)]


def test_a_web_page_is_recognised() -> None:
    assert _rules(b"<!DOCTYPE html>\n<html><p>Hei</p></html>") == [(1, 1, Rule.WEB_PAGE)]


def test_an_empty_file_is_said_to_be_empty() -> None:
    assert _rules(b"") == [(1, 1, Rule.EMPTY_FILE)]


def test_a_file_that_is_too_large_is_not_parsed() -> None:
    assert _rules(b"a" * (FILE_KILOBYTES * 1024 + 1)) == [(1, 1, Rule.FILE_TOO_LARGE)]


def test_200_000_brackets_are_refused_at_the_thirteenth() -> None:
    assert _rules(b"[" * 200_000) == [(1, 13, Rule.TOO_DEEP)]


def test_2_000_nested_maps_are_refused() -> None:
    deep = "\n".join(" " * level + "a:" for level in range(500))

    assert _rules(deep.encode()) == [(13, 13, Rule.TOO_DEEP)]


def test_a_file_of_dashes_is_refused() -> None:
    assert _rules(b"- " * 100_000 + b"a") == [(1, 25, Rule.TOO_DEEP)]


def test_too_many_values_are_refused() -> None:
    assert _rules(b"a: [" + b"1," * 30_000 + b"1]")[0][2] is Rule.TOO_MANY_VALUES


def test_many_tabs_are_not_told_one_by_one() -> None:
    assert len(_rules(b"".join(b"a%d:\tb\n" % n for n in range(500)))) < 50


def test_a_file_with_several_mistakes_tells_them_all() -> None:
    content = b"tittel: @a\ningress: b: c\nkommune: *d\nprs: 5\n"

    problems = read_file("turer/a.yaml", content).problems

    rules = {problem.rule for problem in problems}
    assert {Rule.SPECIAL_CHARACTER, Rule.COLON_IN_TEXT, Rule.STAR, Rule.UNKNOWN_KEY} <= rules


def test_what_could_not_be_read_is_known_to_exist() -> None:
    reading = read_content({"turer/a.yaml": b"tittel: \xe5", "turer/b.yaml": SOUND.encode()}.items())

    assert reading.broken == {("turer", "a")}
    assert [document.id for document in reading.documents] == ["b"]


def test_a_site_without_settings_says_so() -> None:
    reading = read_content({"turer/b.yaml": SOUND.encode()}.items())

    assert [problem.rule for problem in reading.problems] == [Rule.MISSING_SETTINGS]


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("con.yml", "con-1.yml"),
        ("-rf.yml", "rf.yml"),
        ("a\nb.yml", "a-b.yml"),
        ("a b?#%.yml", "a-b.yml"),
        ("a" * 240 + ".yml", "a" * 80 + ".yml"),
        ("punkt..yml", "punkt.yml"),
        ("Åpen.yml", "apen.yml"),
    ],
)
def test_a_file_name_that_is_no_web_address_gets_a_better_one(name: str, instead: str) -> None:
    reading = read_content({f"turer/{name}": SOUND.encode()}.items())

    (problem,) = (found for found in reading.problems if found.rule is Rule.BAD_FILE_NAME)
    assert problem.values["instead"] == instead


def test_the_same_name_stored_in_two_ways_is_one_file_on_other_machines() -> None:
    files = {"turer/\u00c5pen.yml": SOUND.encode(), "turer/A\u030apen.yml": SOUND.encode()}

    reading = read_content(files.items())

    assert Rule.SAME_FILE_NAME in {problem.rule for problem in reading.problems}


def test_no_slip_of_a_finger_makes_the_reader_stumble() -> None:
    slips = ("\t", ": ", " #", "- ", "[", "]", "{", "}", "&a ", "*a", "!x ", '"', "'", "\n", "  ", "|\n", "---\n", "@")
    places = range(0, len(SOUND), 3)

    for slip in slips:
        for at in places:
            content = f"{SOUND[:at]}{slip}{SOUND[at:]}".encode()
            reading = read_file("turer/a.yaml", content)
            assert reading.documents or reading.problems, content
            assert all(problem.where.line <= content.count(b"\n") + 1 for problem in reading.problems), content
