"""Dashes and bullets of Word's in front of the items of a list: YAML takes them for letters, people for hyphens."""

import re
from collections.abc import Iterator, Sequence

from hefte.problem import Problem, Rule, Where
from hefte.reading.fields import keys_of_one_value

_MARKS = "–—―‒‐‑−•·‣▪●◦"
_ANY = re.compile(rf"(?:^|\n) *(?:- +)*[{_MARKS}] ")
_ITEM = re.compile(rf" *(?:- +)*(?P<mark>[{_MARKS}]) +\S")
_IS_ITEM = re.compile(rf" *[{_MARKS}-] ")
_OPENS = re.compile(r" *(?:- +)*(?P<key>[^\s:#\"'{}\[\],&*!|>-][^:#\"'{}\[\],]*):\s*(?:#.*)?")
_FIELD = re.compile(r"\s*[a-zæøå_]+:(?:\s|$)")


def list_marks(text: str) -> Iterator[int]:
    """Where a mark stands as a hyphen should: below a field that waits for a list, never within a text."""
    if text.isascii() or not _ANY.search(text):
        return
    lines = text.split("\n")
    start = 0
    for number, line in enumerate(lines):
        match = _ITEM.match(line)
        if match and _is_item(lines, number):
            yield start + match.start("mark")
        start += len(line) + 1


def marks_told(path: str, text: str, found: Sequence[int]) -> Iterator[Problem]:
    """Each mark by its name, with the line as it is to be written."""
    for at in found:
        where = Where.of(path, text, at)
        line = text[at:].split("\n", 1)[0].strip()
        yield Problem(where, Rule.LONG_DASH, {"mark": text[at], "line": line, "instead": f"- {line[1:].lstrip()}"})


def with_hyphens(text: str, found: Sequence[int]) -> str:
    """The text as it was meant; every line and column stays where it is."""
    letters = list(text)
    for at in found:
        letters[at] = "-"
    return "".join(letters)


def _is_item(lines: Sequence[str], number: int) -> bool:
    """Whether all that the line stands within are fields and items of lists; a file may be a list itself."""
    width, above = _width(lines[number]), tuple(_around(lines, number))
    if not above:
        return width == 0 and bool(_FIELD.match(lines[number].lstrip(" -" + _MARKS)))
    field = _OPENS.fullmatch(lines[above[0]])
    if field is None or field["key"].strip() in keys_of_one_value():
        return False
    return all(_OPENS.fullmatch(lines[at]) or _is_list_of_fields(lines[at]) for at in above)


def _around(lines: Sequence[str], number: int) -> Iterator[int]:
    """The lines that a line stands within, the innermost first; items beside it are passed over."""
    width, is_first = _width(lines[number]), True
    for at in range(number - 1, -1, -1):
        line = lines[at]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        own = _width(line)
        if own < width or (is_first and own == width and not _IS_ITEM.match(line)):
            yield at
            width, is_first = own, False


def _is_list_of_fields(line: str) -> bool:
    """`- dag: tirsdag`, whose fields follow on their own lines; `- tekst: |` holds a text."""
    bare = line.lstrip(" -" + _MARKS)
    return bool(_IS_ITEM.match(line) and _FIELD.match(bare)) and not re.search(r":\s*[|>\"']", line)


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
