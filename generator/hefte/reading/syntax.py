"""Why a text is not YAML, said as a caseworker would put it: libyaml's errors become rules."""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml
from yaml.events import Event, ScalarEvent

from hefte.problem import Problem, Rule, Where
from hefte.reading.events import end_of, start_of


class _Place(NamedTuple):
    """Line and column from 0, as libyaml counts."""

    line: int
    column: int


class _Failure(NamedTuple):
    """libyaml's error beside the lines it speaks of; `start` is where the broken thing began."""

    path: str
    lines: tuple[str, ...]
    at: _Place
    start: _Place
    last: Event | None

    def problem(self, rule: Rule, place: _Place, **values: object) -> Problem:
        """Say which rule is broken at a place; every message may show the line itself."""
        where = Where(self.path, place.line + 1, place.column + 1)
        return Problem(where, rule, {"line": self.text(place).strip()[:120]} | values)

    def text(self, place: _Place) -> str:
        """The line of a place; empty past the end of the file."""
        return self.lines[place.line] if place.line < len(self.lines) else ""

    def character(self, place: _Place) -> str:
        """What stands at a place."""
        return self.text(place)[place.column : place.column + 1]


_FIELD = re.compile(r"(?P<lead>[\s-]*)(?P<key>[^\s:#\"'{}\[\],&*!][^:#\"'{}\[\],]*?)\s*:(?:\s+(?P<value>.*))?$")
_GLUED = re.compile(r"\s*(?:- +)?(?P<key>[^\W\d][\w -]{0,40}):(?P<value>[^\s/].*)$")
_TWO_FIELDS = re.compile(r"(?P<first>[a-zæøå_]+: [^\[\]{},:]+) (?P<key>[a-zæøå_]+)$")
_OF_WORD = re.compile(r"[“”„](.*)[“”](?=$)")
"""The quotes that Word makes, around a whole text: they were meant to be plain ones."""
_WITHOUT_SPACE_AFTER_DASH = re.compile(r"\s*-[^\s-]")


def explain_failure(path: str, text: str, error: yaml.MarkedYAMLError, last: Event | None) -> Problem:
    """Put libyaml's error into a rule with the place where the mistake was made."""
    at = _mark(error.problem_mark) or _Place(0, 0)
    failure = _Failure(path, tuple(text.split("\n")), at, _mark(error.context_mark) or at, last)
    said = f"{error.context or ''}: {error.problem or ''}"
    for words, explain in _REASONS:
        if words in said:
            return explain(failure)
    return failure.problem(Rule.NOT_YAML, at)


def quoted(line: str) -> str:
    """Write a line's value in quotes, ready to paste: `tittel: "Kaffe: hver onsdag"`."""
    match = _FIELD.match(line)
    if match and match["value"]:
        start = line[: match.start("value")].strip()
        return f"{start} {_in_quotes(match['value'])}"
    bare = line.strip()
    return f"- {_in_quotes(bare[2:])}" if bare.startswith("- ") else _in_quotes(bare)


def _in_quotes(value: str) -> str:
    bare = _OF_WORD.sub(r"\1", re.sub(r"\s+#\s.*", "", value).strip())
    return f"'{bare}'" if '"' in bare and "'" not in bare else '"' + bare.replace('"', "”") + '"'


def _mark(mark: yaml.Mark | None) -> _Place | None:
    return _Place(mark.line, mark.column) if mark else None


def _second_colon(failure: _Failure) -> Problem:
    line = failure.text(failure.at)
    if _WITHOUT_SPACE_AFTER_DASH.match(line):
        return _dash(failure, _start(failure))
    if _FIELD.match(line[: failure.at.column]):
        return failure.problem(Rule.COLON_IN_TEXT, failure.at, instead=quoted(line))
    before = _line_before(failure)
    if _GLUED.match(failure.text(before)):
        return _glued(failure, before)
    if _FIELD.match(failure.text(before)):
        return _indentation(failure)
    if failure.text(before).strip():
        return _no_colon(failure, before)
    return failure.problem(Rule.NOT_YAML, failure.at)


def _line_before(failure: _Failure) -> _Place:
    number = failure.at.line - 1
    while number > 0 and not failure.lines[number].strip():
        number -= 1
    line = failure.lines[number] if number >= 0 else ""
    return _Place(max(number, 0), len(line) - len(line.lstrip()))


def _glued(failure: _Failure, place: _Place) -> Problem:
    match = _GLUED.match(failure.text(place))
    instead = f"{match['key']}: {match['value']}" if match else ""
    return failure.problem(Rule.NO_SPACE_AFTER_COLON, place, instead=instead)


def _dash(failure: _Failure, place: _Place) -> Problem:
    item = failure.text(place).strip()
    return failure.problem(Rule.NO_SPACE_AFTER_DASH, place, instead=f"- {item[1:]}")


def _no_colon(failure: _Failure, place: _Place) -> Problem:
    if _WITHOUT_SPACE_AFTER_DASH.match(failure.text(place)):
        return _dash(failure, place)
    return failure.problem(Rule.LINE_WITHOUT_COLON, place)


def _line_that_is_no_field(failure: _Failure) -> Problem:
    if _GLUED.match(failure.text(failure.start)):
        return _glued(failure, failure.start)
    return _no_colon(failure, failure.start)


def _not_a_key(failure: _Failure) -> Problem:
    quote = _quote_before(failure)
    if quote and quote.line < failure.at.line:
        return failure.problem(Rule.UNCLOSED_QUOTE, quote)
    if quote:
        line = failure.text(failure.at)
        return failure.problem(Rule.TEXT_AFTER_QUOTE, failure.at, instead=quoted(_unquoted(line)))
    character = failure.character(failure.at)
    if character and character in "]}":
        return failure.problem(Rule.UNCLOSED_BRACKET, failure.at, character=character)
    if character == ":":
        return failure.problem(Rule.KEY_NOT_TEXT, failure.at)
    return _indentation(failure)


def _quote_before(failure: _Failure) -> _Place | None:
    """Where the quoted text began that ends right before the failure, if there is one."""
    last, at = failure.last, failure.at
    if not isinstance(last, ScalarEvent) or last.style not in ("'", '"'):
        return None
    end = _mark(end_of(last))
    is_same_line = end is not None and end.line == at.line
    return _mark(start_of(last)) if is_same_line else None


def _unquoted(line: str) -> str:
    """A line whose value has lost its quotes; an apostrophe within a word stays one."""
    match = _FIELD.match(line)
    at = match.start("value") if match and match["value"] else len(line) - len(line.lstrip(" -"))
    value = re.sub(r"(?<=\w)'+(?=\w)", "’", line[at:])
    return line[:at] + re.sub(r"[\"']", "", value)


def _indentation(failure: _Failure) -> Problem:
    before = _line_before(failure)
    if _GLUED.match(failure.text(before)):
        return _glued(failure, before)
    if _WITHOUT_SPACE_AFTER_DASH.match(failure.text(before)):
        return _dash(failure, before)
    problem = failure.problem(Rule.WRONG_INDENTATION, _start(failure), before=before.line + 1)
    return problem._replace(also=(Where(failure.path, before.line + 1, before.column + 1),))


def _start(failure: _Failure) -> _Place:
    line = failure.text(failure.at)
    return _Place(failure.at.line, len(line) - len(line.lstrip()))


def _unclosed_quote(failure: _Failure) -> Problem:
    return failure.problem(Rule.UNCLOSED_QUOTE, failure.start)


def _unclosed_bracket(failure: _Failure) -> Problem:
    if failure.start.line == failure.at.line and failure.character(failure.at) == ":":
        return _colon_in_bracket(failure)
    character = failure.character(failure.start)
    return failure.problem(Rule.UNCLOSED_BRACKET, failure.start, character=character)


def _colon_in_bracket(failure: _Failure) -> Problem:
    """Two fields in a row lack the comma between them; anything else is a text with a colon."""
    line, at = failure.text(failure.at), failure.at.column
    if two := _TWO_FIELDS.search(line[:at]):
        rest = re.split(r"[\]},]", line[at:])[0]
        instead = f"{{{two['first'].rstrip()}, {two['key']}{rest.rstrip()}}}"
        return failure.problem(Rule.MISSING_COMMA, failure.at, instead=instead)
    return failure.problem(Rule.COLON_IN_TEXT, failure.at, instead=_piece(failure))


def _piece(failure: _Failure) -> str:
    """The part between two commas of a bracket, in quotes."""
    line, at = failure.text(failure.at), failure.at.column
    before, after = re.split(r"[\[{,]", line[:at])[-1], re.split(r"[\]},]", line[at:])[0]
    return _in_quotes(before + after)


def _special(failure: _Failure) -> Problem:
    return _special_at(failure, failure.at)


def _special_start(failure: _Failure) -> Problem:
    return _special_at(failure, failure.start)


def _special_at(failure: _Failure, place: _Place) -> Problem:
    instead = quoted(failure.text(place))
    character = failure.character(place)
    return failure.problem(Rule.SPECIAL_CHARACTER, place, character=character, instead=instead)


def _star(failure: _Failure) -> Problem:
    value = failure.text(failure.start)[failure.start.column :].strip()
    instead = quoted(failure.text(failure.start))
    return failure.problem(Rule.STAR, failure.start, value=value, instead=instead)


def _anchor(failure: _Failure) -> Problem:
    value = failure.text(failure.start)[failure.start.column :].strip()
    instead = quoted(failure.text(failure.start))
    return failure.problem(Rule.ANCHOR, failure.start, value=value, instead=instead)


def _tag(failure: _Failure) -> Problem:
    value = failure.text(failure.start)[failure.start.column :].split(" ")[0]
    instead = quoted(failure.text(failure.start))
    return failure.problem(Rule.TAG, failure.start, value=value, instead=instead)


def _escape(failure: _Failure) -> Problem:
    line = failure.text(failure.at)
    column = max(failure.at.column, 0)
    instead = line.strip().replace('"', "'")
    return failure.problem(Rule.UNKNOWN_ESCAPE, failure.at, value=line[column : column + 2], instead=instead)


_REASONS: tuple[tuple[str, Callable[[_Failure], Problem]], ...] = (
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _line_that_is_no_field),
    ("found unexpected end of stream", _unclosed_quote),
    ("found unexpected document indicator", _unclosed_quote),
    ("unknown escape", _escape),
    ("did not find expected hexdecimal number", _escape),
    ("scanning an alias", _star),
    ("scanning an anchor", _anchor),
    ("scanning a tag", _tag),
    ("parsing a tag", _tag),
    ("undefined tag handle", _tag),
    ("scanning a block scalar", _special_start),
    ("parsing a flow", _unclosed_bracket),
    ("did not find expected key", _not_a_key),
    ("did not find expected '-' indicator", _indentation),
    ("expected <document start>", _indentation),
    ("cannot start any token", _special),
    ("expected node content", _special),
    ("entries are not allowed", _special),
    ("keys are not allowed", _special),
    ("scanning a directive", _special_start),
)
"""What libyaml says, and who puts it into words; the first that fits is taken."""
