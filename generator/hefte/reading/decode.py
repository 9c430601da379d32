"""From bytes to text: what the file is, how it is coded, and what cannot be seen in it."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from hefte.problem import Problem, Rule, Where
from hefte.reading.limits import FILE_KILOBYTES, PROBLEMS_OF_ONE_KIND


class Decoded(NamedTuple):
    r"""Text that may be parsed (None where it cannot) and what was wrong with the bytes.

    Line ends are `\n`. A tab became a space and an invisible character is gone, so that the
    rest can be read; lines and columns are those of the file, except on a line with a problem.
    """

    text: str | None
    problems: tuple[Problem, ...] = ()


_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PACKED = {b"PK\x03\x04": "zip", b"\xd0\xcf\x11\xe0": "doc, xls", b"%PDF": "pdf", b"{\\rtf": "rtf"}
_IN_ZIP = {
    b"word/": "docx",
    b"xl/": "xlsx",
    b"ppt/": "pptx",
    b"opendocument.text": "odt",
    b"opendocument.spread": "ods",
}
"""What lies in a packed file of each program."""


_INVISIBLE = (
    r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069\u2028\u2029]"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]"
    r"|(?<![\u0900-\U0010ffff])[\u200c\u200d]"
)
_SUSPECT = re.compile(rf"(?P<broken>\ufffd|Ã[\u0080-\u00bf])|(?P<invisible>{_INVISIBLE})|(?P<tab>\t)")
# One set of characters is many times faster to look for than the alternatives above.
_RARE = re.compile(
    r"[\t\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffd-\uffffÃ"
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
# A hard space is good inside a text («2 400 m»), but YAML does not take it for a space.
_HARD_SPACE = re.compile(r"^ *(?:- +)?\xa0[ \xa0]*|^[ \xa0-]*[^\s:#\"'\xa0]+(?:\xa0+:|:\xa0)[ \xa0]*", re.MULTILINE)
_CONFLICT = re.compile(r"^<{7} .*\n(?P<ours>(?:.*\n)*?)={7}\n(?P<theirs>(?:.*\n)*?)>{7}(?: .*)?$", re.MULTILINE)
_MARKUP = re.compile(r"\s*<(?:[!?]|[a-zA-Z][\w:]*[\s>/])")


def decode(path: str, content: bytes) -> Decoded:
    """Read UTF-8 with or without BOM and any line end; refuse what is not text, and say why."""
    if refusal := _refusal(path, content):
        return Decoded(None, (refusal,))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Decoded(None, (_not_utf8(path, content, error.start),))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if conflict := _conflict(path, text):
        return Decoded(None, conflict)
    if "<" in text and _MARKUP.match(text):
        return Decoded(None, (Problem(Where(path), Rule.WEB_PAGE),))
    problems = tuple(_unseen(path, text)) if _RARE.search(text) else ()
    return Decoded(_visible(text) if problems else text, problems)


def place(path: str, text: str, index: int) -> Where:
    """Line and column of a character, both counted from 1."""
    return Where(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def _refusal(path: str, content: bytes) -> Problem | None:
    if len(content) > FILE_KILOBYTES * 1024:
        values = {"kilobytes": len(content) // 1024, "limit": FILE_KILOBYTES}
        return Problem(Where(path), Rule.FILE_TOO_LARGE, values)
    if content.startswith(_UTF16):
        return Problem(Where(path), Rule.UTF16)
    for start, kind in _PACKED.items():
        if content.startswith(start):
            inner = (name for part, name in _IN_ZIP.items() if kind == "zip" and part in content)
            return Problem(Where(path), Rule.NOT_A_TEXT_FILE, {"kind": next(inner, kind)})
    if b"\0" in content:
        return _holds_null(path, content)
    return None


def _holds_null(path: str, content: bytes) -> Problem:
    at = content.index(b"\0")
    if content.count(b"\0") * 3 > len(content):
        return Problem(Where(path), Rule.UTF16)
    where = place(path, content[:at].decode("utf-8", "replace"), at)
    return Problem(where, Rule.NOT_A_TEXT_FILE, {"kind": "U+0000"})


def _not_utf8(path: str, content: bytes, at: int) -> Problem:
    before = content[:at].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    letter = content[at : at + 1].decode("cp1252", "replace")
    return Problem(place(path, before, len(before)), Rule.NOT_UTF8, {"letter": letter})


def _conflict(path: str, text: str) -> tuple[Problem, ...]:
    if "<<<<<<<" not in text:
        return ()
    return tuple(
        Problem(
            place(path, text, match.start()),
            Rule.MERGE_CONFLICT,
            {"ours": match["ours"].rstrip(), "theirs": match["theirs"].rstrip()},
        )
        for match in _CONFLICT.finditer(text)
    )


def unseen(text: str, kind: str) -> Iterator[tuple[int, str]]:
    """Where everything of a kind stands that cannot be seen or should not be there: invisible, tab, broken, space."""
    if kind != "space":
        yield from ((match.start(), match[0]) for match in _SUSPECT.finditer(text) if match[kind])
        return
    for match in _HARD_SPACE.finditer(text):
        yield from ((match.start() + at, letter) for at, letter in enumerate(match[0]) if letter == "\xa0")


def _unseen(path: str, text: str) -> Iterator[Problem]:
    for kind in ("invisible", "tab", "broken"):
        for at, found in islice(unseen(text, kind), PROBLEMS_OF_ONE_KIND):
            yield _unseen_problem(place(path, text, at), kind, found)
    for match in islice(_HARD_SPACE.finditer(text), PROBLEMS_OF_ONE_KIND):
        at = text.index("\xa0", match.start())
        yield _unseen_problem(place(path, text, at), "invisible", "\xa0")


def _unseen_problem(where: Where, kind: str, found: str) -> Problem:
    if kind == "tab":
        return Problem(where, Rule.TAB)
    if kind == "broken":
        return Problem(where, Rule.BROKEN_LETTER, {"value": found, "instead": _mended(found)})
    values = {"code": f"U+{ord(found):04X}", "name": unicodedata.name(found, "").lower()}
    return Problem(where, Rule.INVISIBLE_CHARACTER, values)


def _mended(broken: str) -> str:
    return broken.encode("latin-1", "replace").decode("utf-8", "replace") if len(broken) > 1 else ""


def _visible(text: str) -> str:
    spaced = _HARD_SPACE.sub(lambda match: match[0].replace("\xa0", " "), text)
    return _SUSPECT.sub(_seen, spaced)


def _seen(match: re.Match[str]) -> str:
    return match[0] if match["broken"] else " " if match["tab"] else ""
