"""Every rule has words in every language, and the words fit the values."""

import re
import string

import pytest
import yaml

from hefte.doors.commands import COMMANDS
from hefte.doors.package import templates, words_of
from hefte.language import LANGUAGES
from hefte.mending.coding import RECODINGS
from hefte.mending.fixes import FIXES, FIXES_BETWEEN
from hefte.problem import SEVERITY, Problem, Rule, Severity, Where, in_order

WORDS = {code: words_of(code) for code in LANGUAGES}


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words(language: str) -> None:
    missing = [rule for rule in Rule for kind in ("problem", "explain") if not WORDS[language].has(f"{kind}.{rule}")]

    assert not missing, f"{language}.yaml has no words for {missing}. Did you add a rule? Say it in every language."


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_no_words_for_rules_that_are_gone(language: str) -> None:
    known = {f"explain.{rule}" for rule in Rule}

    gone = [key for key in WORDS[language].table if key.startswith("explain.") and key not in known]

    assert not gone, f"{language}.yaml explains {gone}, which no rule is called. Take it out."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_of_a_rule_name_the_same_values(language: str) -> None:
    named = {rule: [_fields(WORDS[code].table[f"problem.{rule}"]) for code in ("nb", language)] for rule in Rule}

    unlike = [rule for rule, (here, there) in named.items() if here != there]

    assert not unlike, f"nb.yaml and {language}.yaml fill other values into {unlike}."


@pytest.mark.parametrize(
    ("language", "marks"), [("nb", "Feil: Riktig:"), ("nn", "Feil: Rett:"), ("en", "Wrong: Right:")]
)
def test_an_explanation_shows_wrong_and_right(language: str, marks: str) -> None:
    said = {rule: WORDS[language].say(f"explain.{rule}") for rule in Rule}

    bare = [rule for rule, text in said.items() if not all(mark in text for mark in marks.split())]

    assert not bare, f"{language}.yaml explains {bare} without an example of each: {marks}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_promises_a_command_that_is_not_there(language: str) -> None:
    named = {match for text in WORDS[language].table.values() for match in re.findall(r"hefte (\w+)", text)}

    planned = {"fix", "format", "new", "due", "verify", "links"} - {command.name for command in COMMANDS}

    assert named & planned == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fix_says_what_it_did(language: str) -> None:
    said = (
        {fix.words for fix in (*FIXES.values(), *FIXES_BETWEEN.values())}
        | {str(rule) for rule in RECODINGS}
        | {"moved"}
    )

    silent = sorted(words for words in said if not WORDS[language].has(f"mending.{words}"))

    assert not silent, f"{language}.yaml has no words for mending.{silent}. Did you add a fix? Say what it does."


def test_a_rule_without_a_severity_stops_the_build() -> None:
    problem = Problem(Where("turer/a.yaml"), Rule.TAB)

    assert problem.stops_the_build
    assert SEVERITY[Rule.RAW_HTML] is Severity.WARNING


def test_problems_are_sorted_by_file_and_line_and_told_once() -> None:
    late = Problem(Where("b.yaml", 1), Rule.TAB)
    early = Problem(Where("a.yaml", 9), Rule.TAG)

    assert in_order((late, early, late)) == (early, late)


def test_the_language_files_are_flat_maps_of_text() -> None:
    for code in LANGUAGES:
        root = yaml.compose((templates() / "language" / f"{code}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
        assert {node.tag for pair in root.value for node in pair} == {"tag:yaml.org,2002:str"}
