"""A file's text as it is read, and where each of its characters stands in the file as somebody wrote it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hefte.edits import Edit, applied

_END = re.compile(r"\r\n|\r|\n")


class Written(NamedTuple):
    r"""A text that is read (no mark of bytes, `\n`, composed letters) beside the one that lies in the file.

    `places` has for each character of the read text, and for its end, where that stands in the file's own.
    """

    text: str
    own: str
    places: Sequence[int]

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The file with the read text changed at places; all that is not changed stays byte for byte."""
        end = _END.search(self.own)
        own = (
            Edit(self.places[edit.start], self.places[edit.end], edit.text.replace("\n", end[0] if end else "\n"))
            for edit in edits
        )
        return applied(self.own, own).encode("utf-8")


def written(content: bytes) -> Written | None:
    """Lay a file's text beside what is read of it; None where it is not UTF-8, or its letters cannot be followed."""
    try:
        own = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not own.startswith("\ufeff") and "\r" not in own and unicodedata.is_normalized("NFC", own):
        return Written(own, own, range(len(own) + 1))
    letters = tuple(_letters(own))
    text = "".join(letter for letter, _ in letters)
    places = [place for letter, place in letters for _ in letter]
    is_followed = unicodedata.is_normalized("NFC", text)
    return Written(text, own, (*places, len(own))) if is_followed else None


def _letters(own: str) -> Iterator[tuple[str, int]]:
    """Each letter as it is read, with where it begins; a letter and its accents are one."""
    at = 1 if own.startswith("\ufeff") else 0
    while at < len(own):
        after = _after(own, at)
        letter = own[at:after]
        yield "\n" if letter[0] == "\r" else unicodedata.normalize("NFC", letter), at
        at = after


def _after(own: str, at: int) -> int:
    if own.startswith("\r\n", at):
        return at + 2
    at += 1
    while at < len(own) and unicodedata.combining(own[at]):
        at += 1
    return at
