"""Each way of not being YAML is told where the mistake was made, and what to write instead."""

import pytest

from hefte.problem import Problem, Rule
from hefte.reading.nodes import parse
from hefte.reading.syntax import quoted


def _first(text: str) -> Problem:
    return parse("turer/a.yaml", text.encode()).problems[0]


@pytest.mark.parametrize(
    ("text", "line", "column", "rule"),
    [
        ("a: 1\ntittel: Kaffe: hver onsdag\n", 2, 14, Rule.COLON_IN_TEXT),
        ("a: [b: c: d]\n", 1, 9, Rule.COLON_IN_TEXT),
        ("tittel: 'Kaffe\npris: 50\n", 1, 9, Rule.UNCLOSED_QUOTE),
        ('tittel: "Kaffe\n---\npris: 50\n', 1, 9, Rule.UNCLOSED_QUOTE),
        ("a: 'it's'\n", 1, 8, Rule.TEXT_AFTER_QUOTE),
        ("a: [x, y\nb: 2\n", 1, 4, Rule.UNCLOSED_BRACKET),
        ("a: {x: 1, y\nb: 2\n", 1, 4, Rule.UNCLOSED_BRACKET),
        ("a: [x]]\n", 1, 7, Rule.UNCLOSED_BRACKET),
        ("a: ]\n", 1, 4, Rule.SPECIAL_CHARACTER),
        ("a: , x\n", 1, 4, Rule.SPECIAL_CHARACTER),
        ("a: > 5 år\n", 1, 4, Rule.SPECIAL_CHARACTER),
        ("a: |x\n", 1, 4, Rule.SPECIAL_CHARACTER),
        ("a: - b\n", 1, 4, Rule.SPECIAL_CHARACTER),
        ("a: ? b\n", 1, 4, Rule.SPECIAL_CHARACTER),
        ("%x\n", 1, 1, Rule.SPECIAL_CHARACTER),
        ("a: & b\n", 1, 4, Rule.ANCHOR),
        ("a: * b\n", 1, 4, Rule.STAR),
        ("- *a\n", 1, 3, Rule.STAR),
        ("a: ! x\n", 1, 4, Rule.TAG),
        ("a: !<> x\n", 1, 4, Rule.TAG),
        ("a: !x!y z\n", 1, 4, Rule.TAG),
        ('a: "C:\\dok"\n', 1, 7, Rule.UNKNOWN_ESCAPE),
        ('a: "\\xzz"\n', 1, 7, Rule.UNKNOWN_ESCAPE),
        ("a: b\nc\nd: e\n", 2, 1, Rule.LINE_WITHOUT_COLON),
        ("Hei du\nmer: tekst\n", 1, 1, Rule.LINE_WITHOUT_COLON),
        ("pris: 50\ntittel:Kaffe\nsted: x\n", 2, 1, Rule.NO_SPACE_AFTER_COLON),
        ("tittel:Kaffe\npris: 50\n", 1, 1, Rule.NO_SPACE_AFTER_COLON),
        ("a: 1\n  b: 2\n", 2, 3, Rule.WRONG_INDENTATION),
        (" a: 1\nb: 2\n", 2, 1, Rule.WRONG_INDENTATION),
        ("a:\n  - x\n - y\n", 3, 2, Rule.WRONG_INDENTATION),
        ("- a\nb: 1\n", 2, 1, Rule.WRONG_INDENTATION),
        ("b: 1\n- a\n", 2, 1, Rule.WRONG_INDENTATION),
        (": x\n", 1, 1, Rule.KEY_NOT_TEXT),
        ("a: {{ navn }}\n", 1, 5, Rule.KEY_NOT_TEXT),
        ("? [a]\n: b\n", 1, 3, Rule.KEY_NOT_TEXT),
        ("%YAML 1.3\n---\na: 1\n", 1, 1, Rule.NOT_YAML),
    ],
)
def test_a_failure_is_told_where_it_was_made(text: str, line: int, column: int, rule: Rule) -> None:
    problem = _first(text)

    assert (problem.where.line, problem.where.column, problem.rule) == (line, column, rule)


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("tittel: Kaffe: hver onsdag", 'tittel: "Kaffe: hver onsdag"'),
        ('  tittel: Han sa: "hei"', "tittel: 'Han sa: \"hei\"'"),
        ('tittel: It\'s: "x"', 'tittel: "It\'s: ”x”"'),
        ("- *a", '- "*a"'),
        ("- navn: @b", '- navn: "@b"'),
        ("@c", '"@c"'),
    ],
)
def test_a_line_is_put_in_quotes_ready_to_paste(line: str, better: str) -> None:
    assert quoted(line) == better


def test_wrong_indentation_names_both_lines() -> None:
    problem = _first("kontakt:\n  rolle: Leder\n tlf: 69 00 00 00\n")

    assert problem.values["before"] == 2
    assert [(where.line, where.column) for where in problem.also] == [(2, 3)]


def test_a_merge_conflict_shows_both_versions() -> None:
    problem = _first("a: 1\n<<<<<<< HEAD\npris: 50\n=======\npris: 60\n>>>>>>> ny\n")

    assert (problem.values["ours"], problem.values["theirs"]) == ("pris: 50", "pris: 60")


def test_a_duplicate_key_names_both_lines() -> None:
    problem = _first("a: 1\nb: 2\na: 3\n")

    assert (problem.where.line, problem.values["first"]) == (3, 1)


def test_prose_may_look_like_anything_inside_a_block() -> None:
    parsed = parse("turer/a.yaml", b"beskrivelse: |\n  Merk:husk\n  -en\n  Kaffe #1\n  a: b: c\n")

    assert parsed.problems == ()


def test_what_was_set_aside_is_not_taken_for_what_was_meant() -> None:
    parsed = parse("turer/a.yaml", b"tittel: a: b\n")

    assert not parsed.is_whole
