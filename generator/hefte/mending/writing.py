"""Fixes of how YAML is written: quotes around a text, a space after a colon or a dash, a comma between fields."""

import re
from collections.abc import Iterator

from hefte.edits import Edit
from hefte.mending.sheet import Change, Sheet, Span
from hefte.problem import Problem

_OF_WORD = re.compile(r"[“”„](?P<text>[^“”„]*)[“”]")
_BULLET = re.compile(r"\*\s")
_MARKS_OF_YAML = frozenset("|>-?[]{}")
"""Who writes one of these first may have meant what YAML means by it."""

_GLUED_COLON = re.compile(r"(?P<key>[^\W\d][\w -]{0,40}):(?=[^\s/])")
_GLUED_DASH = re.compile(r"(?P<lead> *)-(?=[^\s-])")
_FIRST_FIELD = re.compile(r"(?P<first>[a-zæøå_]+: [^\[\]{},:]+?)\s+[a-zæøå_]+$")
_OWN_KEY = re.compile(r"\s*[a-zæøå_]+:\s+")
_INNER_BRACKETS = re.compile(r"\[[^\[\]{}]*\]|{[^\[\]{}]*}")
_ESCAPES_OF_YAML = re.compile(r"\\[0abt\tnvfre \"/\\N_LPxuU]")


def in_quotes(text: str) -> str:
    """A text between quotes, so that all readers take it as it stands; quotes of Word's around it become plain."""
    match = _OF_WORD.fullmatch(text)
    bare = match["text"] if match else text
    if '"' in bare or "\\" in bare:
        return "'" + bare.replace("'", "''") + "'"
    return f'"{bare}"'


def quotes(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """Quotes around the text that holds the character; between brackets only around the piece that it stands in."""
    value = sheet.value(problem.where.line)
    if value is None:
        return
    if value.text.startswith(("[", "{")):
        value = _piece(sheet, problem)
    if value and not value.text.startswith(("'", '"')):
        yield value.replaced(in_quotes(value.text))


def quotes_before_a_mark(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """As above, but not where somebody may have meant a list, or a text of several lines."""
    start = sheet.spot(*problem.where[1:])
    is_meant = sheet.text[start : start + 1] in _MARKS_OF_YAML or _BULLET.match(sheet.text, start)
    if not is_meant:
        yield from quotes(problem, sheet)


def quotes_around_brackets(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """A text with words between double braces, as another program fills them in."""
    value = sheet.value(problem.where.line)
    if value and value.text.startswith(("{{", "{%")) and value.text.endswith(("}}", "%}")):
        yield value.replaced(in_quotes(value.text))


def quotes_around_quotes(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """`"Kaffe" og kake`: everything that was written is kept, its quotes too."""
    value = sheet.value(problem.where.line)
    # An odd quote says that `#` stands within quotes, and not before a comment.
    if value and value.text[0] in "\"'" and "\\" not in value.text and value.text.count(value.text[0]) % 2 == 0:
        yield value.replaced(in_quotes(value.text))


def single_quotes(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    r"""`"C:\dokumenter"` in single quotes, where no backslash of the text could mean something."""
    value = sheet.value(problem.where.line)
    if value is None or not re.fullmatch(r'"[^"]*"', value.text):
        return
    inside = value.text[1:-1]
    if not _ESCAPES_OF_YAML.search(inside):
        yield value.replaced("'" + inside.replace("'", "''") + "'")


def whole_value(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """What a comma had cut, held together: a text or a number by quotes, codes by brackets."""
    written, instead = str(problem.values["value"]), str(problem.values["instead"])
    start = sheet.spot(*problem.where[1:])
    span = sheet.span(start, start + len(written))
    if span.text == written:
        yield span.replaced(instead if instead.startswith("[") else in_quotes(written))


def comma(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """The comma between two fields of a group: `{dag: mandag kl: 11:00}`."""
    line = sheet.line(problem.where.line)
    match = _FIRST_FIELD.search(line.text[: problem.where.column - 1])
    if match:
        at = line.start + match.end("first")
        yield (Edit(at, at, ","),)


def space_after_colon(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """`tittel:Kaffe` as the field that it is."""
    match = _GLUED_COLON.match(sheet.text, sheet.spot(*problem.where[1:]))
    if match is None:
        match = _GLUED_COLON.match(sheet.text, _after_dash(sheet.line(problem.where.line)))
    if match:
        yield (Edit(match.end(), match.end(), " "),)


def space_after_dash(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """`-en` as the point of a list that it is, with all that follow it at the same depth."""
    number, edits = problem.where.line, []
    line = sheet.line(number)
    lead = len(line.text) - len(line.text.lstrip(" "))
    while (match := _GLUED_DASH.match(line.text)) and len(match["lead"]) == lead:
        edits.append(Edit(line.start + match.end(), line.start + match.end(), " "))
        number += 1
        line = sheet.line(number)
    if edits:
        yield tuple(edits)


def indentation(problem: Problem, sheet: Sheet) -> Iterator[Change]:
    """A line as far in as one of the lines above; only one of them may make sense of it."""
    line = sheet.line(problem.where.line)
    own = len(line.text) - len(line.text.lstrip(" "))
    above = (sheet.line(number).text for number in range(1, problem.where.line))
    widths = {len(text) - len(text.lstrip(" ")) for text in above if text.strip() and not text.lstrip().startswith("#")}
    for width in sorted(widths - {own}):
        yield (Edit(line.start, line.start + own, " " * width),)


def _after_dash(line: Span) -> int:
    return line.start + len(line.text) - len(line.text.lstrip(" -"))


def _piece(sheet: Sheet, problem: Problem) -> Span | None:
    """What stands between two commas or brackets around a place; after the field's name, where it has one."""
    line = sheet.line(problem.where.line)
    at = problem.where.column - 1
    before, after = re.split(r"[\[{,]", line.text[:at])[-1], re.split(r"[\]},]", line.text[at:])[0]
    start, end = at - len(before), at + len(after.rstrip())
    key = _OWN_KEY.match(line.text, start, at) if _is_in_group(line.text[:at]) else None
    start = key.end() if key else start + len(before) - len(before.lstrip())
    return sheet.span(line.start + start, line.start + end) if start < end else None


def _is_in_group(before: str) -> bool:
    """Whether the bracket that is still open is that of a group, whose values have names."""
    while (less := _INNER_BRACKETS.sub("", before)) != before:
        before = less
    return before.rfind("{") > before.rfind("[")
