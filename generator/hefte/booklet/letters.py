"""The letters that the typefaces of the booklets have; the archive standard allows no empty boxes."""

import re
import unicodedata
from collections.abc import Mapping

RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x180),
    (0x218, 0x21B),
    (0x300, 0x308),
    (0x391, 0x3A1),
    (0x3A3, 0x3C9),
    (0x400, 0x45F),
    (0x1E9E, 0x1EF9),
    (0x2009, 0x200B),
    (0x2010, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x2074, 0x208E),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2150, 0x215E),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2264, 0x2265),
    (0x2713, 0x2713),
)
"""First and last code point of what both weights of Source Sans 3, our last resort, can show."""

_OTHERS = re.compile(f"[^\n\t{''.join(f'{re.escape(chr(first))}-{re.escape(chr(last))}' for first, last in RANGES)}]")
_LETTER = frozenset("LMN")
_LONGEST = 40
_ENDLESS = re.compile(r"[^\s/-]{40}(?=[^\s/-]{4})")
_TOGETHER = re.compile(r"(?<=\d\.\u00a0)(\w+) (?=20\d\d)")
"""«25. desember 2026»: a day is not divided at the end of a line."""

_NOT_WORDS = ("<", "http")
"""Drawings and addresses are left as they are."""


def printable(text: str) -> str:
    """The text in letters that can be printed: signs such as emoji fall away, foreign letters become «?».

    A word without end may be divided, so that it stays on its page.
    """
    if len(text) > _LONGEST and not text.startswith(_NOT_WORDS):
        text = _ENDLESS.sub("\\g<0>\u200b", text)
    if text.isascii():
        return text
    if not text.startswith(_NOT_WORDS):
        text = _TOGETHER.sub("\\1\u00a0", text)
    return _OTHERS.sub(_instead, unicodedata.normalize("NFC", text))


def _instead(found: re.Match[str]) -> str:
    return "?" if unicodedata.category(found[0])[0] in _LETTER and found[0] != "\ufe0f" else ""


def plain(value: object) -> object:
    """The same data in lists and dictionaries, ready to become JSON, in letters that can be printed."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        return dict(zip(fields, map(plain, value), strict=True)) if fields else [plain(one) for one in value]
    return {key: plain(one) for key, one in value.items()} if isinstance(value, Mapping) else value
