"""Problems as people and machines read them."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hefte.doors.package import words_of
from hefte.problem import Problem, Rule, Where
from hefte.report import FORMATS, Fixable, report

LANGUAGES = Path(__file__).parent.parent / "templates" / "language"
WORDS = {code: words_of(code) for code in ("nb", "nn", "en")}
TEXT = "tittel: Stranda\ndekke: gruss\n"
CHOICE = Problem(
    Where("turer/a.yaml", 2, 8),
    Rule.NOT_A_CHOICE,
    {"key": "dekke", "value": "gruss", "nearest": ("grus", "gress"), "choices": ("grus", "gress", "tre")},
)
HTML = Problem(Where("turer/a.yaml", 1, 9), Rule.RAW_HTML, {"value": "<b"})


def _text(_path: str) -> str | None:
    return TEXT


def _no_text(_path: str) -> str | None:
    return None


def _long_text(_path: str) -> str | None:
    return "x" * 399 + "!" + "y" * 400


def _lines(form: str, *problems: Problem, language: str = "nb") -> list[str]:
    return list(report(problems, form, WORDS[language], _text, "content"))


def test_the_text_shows_the_line_with_a_caret() -> None:
    head, line, caret, *_ = _lines("text", CHOICE)

    assert head.startswith("content/turer/a.yaml:2:8: feil: ")
    assert head.endswith(
        "«gruss» kan ikke stå i «dekke». Mente du «grus» eller «gress»? Velg mellom: grus, gress, tre. [not-a-choice]"
    )
    assert line == "    2 | dekke: gruss"
    assert caret == "      |        ^"


def test_what_we_have_counted_is_no_birth_number_and_what_is_written_may_be() -> None:
    wide = Problem(Where("turer.xlsx"), Rule.TABLE_TOO_WIDE, {"number": 17179869184, "limit": 1_000_000})
    written = Problem(Where("turer/a.yaml", 1, 9), Rule.NOT_A_CHOICE, {"key": "dekke", "value": "17117986918"})

    assert any("over 17179869184 celler" in line for line in _lines("text", wide))
    assert not any("17117986918" in line for line in _lines("text", written))


def test_the_text_ends_with_how_many_there_are() -> None:
    assert _lines("text", HTML, CHOICE)[-1].startswith("1 feil, 1 advarsel. ")


@pytest.mark.parametrize(("language", "words"), [("nn", "Meinte du"), ("en", "Did you mean")])
def test_the_text_is_in_the_editors_language(language: str, words: str) -> None:
    assert words in _lines("text", CHOICE, language=language)[0]


def test_what_could_steer_a_terminal_is_made_visible() -> None:
    problem = Problem(Where("turer/a.yaml", 1, 1), Rule.NOT_A_DATE, {"value": "\x1b[31mrød\u202e"})

    assert "«␣[31mrød␣»" in _lines("text", problem)[0]


def test_a_long_line_is_cut_around_the_caret() -> None:
    problem = Problem(Where("turer/a.yaml", 1, 400), Rule.TAG, {"value": "!x"})

    _, line, caret, *_ = report((problem,), "text", WORDS["nb"], _long_text)

    assert line[caret.index("^")] == "!"
    assert len(line) < 120


def test_a_problem_without_a_text_is_told_all_the_same() -> None:
    lines = list(report((CHOICE,), "text", WORDS["nb"], _no_text))

    assert lines[0].startswith("turer/a.yaml:2:8: feil")


def test_github_gets_one_annotation_each() -> None:
    problem = Problem(Where("turer/a,b:c.yaml", 3, 4), Rule.NOT_A_DATE, {"value": "50 %"})

    (line,) = _lines("github", problem)

    assert line.startswith("::error file=content/turer/a%2Cb%3Ac.yaml,line=3,col=4,title=not-a-date::«50 %25» er")


def test_gitlab_gets_fingerprints_that_differ() -> None:
    later = CHOICE._replace(where=Where("turer/a.yaml", 7, 8))

    rows = json.loads("".join(_lines("gitlab", CHOICE, later, HTML)))

    assert [row["severity"] for row in rows] == ["major", "major", "minor"]
    assert len({row["fingerprint"] for row in rows}) == 3


def test_sarif_names_rule_level_and_place() -> None:
    (run,) = json.loads("".join(_lines("sarif", CHOICE, HTML)))["runs"]

    first, second = run["results"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "not-a-choice"
    assert (first["level"], second["level"]) == ("error", "warning")
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 8}


def test_junit_counts_errors_as_failures() -> None:
    suites = ET.fromstring("\n".join(_lines("junit", CHOICE, HTML)))  # noqa: S314

    assert (suites.get("tests"), suites.get("failures")) == ("2", "1")
    assert suites.find(".//failure").get("type") == "not-a-choice"


def test_json_holds_values_and_words() -> None:
    found = json.loads("".join(_lines("json", CHOICE)))

    (row,) = found["problems"]
    assert found["totals"] == {"error": 1, "warning": 0, "notice": 0}
    assert (row["path"], row["line"], row["column"]) == ("content/turer/a.yaml", 2, 8)
    assert row["values"]["nearest"] == ["grus", "gress"]


@pytest.mark.parametrize("form", FORMATS)
def test_no_problems_make_a_sound_report(form: str) -> None:
    text = "\n".join(report((), form, WORDS["nb"], _no_text))

    assert _is_sound(form, text)


def _is_sound(form: str, text: str) -> bool:
    if form in {"gitlab", "sarif", "json"}:
        return json.loads(text) is not None
    if form == "junit":
        return ET.fromstring(text).get("failures") == "0"  # noqa: S314
    return text == ""


def test_notices_are_told_by_rule_unless_all_are_asked_for() -> None:
    notices = [Problem(Where(f"turer/{name}.yaml"), Rule.NOT_CHECKED) for name in "abcde"]

    short = list(report((HTML, *notices), "text", WORDS["nb"], _text, "content", whole=False))

    told = [line for line in short if "[not-checked]" in line]
    assert told == ["5 merknader [not-checked]: content/turer/a.yaml, content/turer/b.yaml, content/turer/c.yaml …"]
    assert any("hefte check --alt" in line for line in short)
    assert sum("[not-checked]" in line for line in _lines("text", *notices)) == 5


def test_a_machine_is_told_every_notice() -> None:
    notices = [Problem(Where(f"turer/{name}.yaml"), Rule.NOT_CHECKED) for name in "abcde"]

    lines = list(report(notices, "github", WORDS["nb"], _text, whole=False))

    assert len(lines) == 5


@pytest.mark.parametrize("rule", [Rule.UTF16, Rule.NOT_A_TEXT_FILE])
def test_nothing_is_shown_of_a_file_that_is_no_text(rule: Rule) -> None:
    text = "\n".join(_lines("text", Problem(Where("turer/a.yaml"), rule, {"kind": "xlsx"})))

    assert "turer/a.yaml:1:1" in text
    assert " | " not in text


def test_a_report_says_what_a_machine_can_mend() -> None:
    def told(form: str, fixable: Fixable = frozenset({(CHOICE.where, CHOICE.rule)})) -> str:
        return "\n".join(report((CHOICE, HTML), form, WORDS["nb"], _text, fixable=fixable))

    problems = json.loads(told("json"))["problems"]
    results = json.loads(told("sarif"))["runs"][0]["results"]
    assert told("text").endswith("\n1 av 1 feil kan rettes av hefte fix.")
    assert "hefte fix" not in told("text", frozenset())
    assert [problem["fixable"] for problem in problems] == [True, False]
    assert [result["properties"]["fixable"] for result in results] == [True, False]
