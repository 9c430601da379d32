"""The letters that the typefaces of the booklets have; the archive standard allows no empty boxes."""

import re
import unicodedata

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

OTHERS = re.compile(f"[^\n\t{''.join(f'{re.escape(chr(first))}-{re.escape(chr(last))}' for first, last in RANGES)}]")
"""A sign that none of our typefaces can show."""

_LETTER = frozenset("LMN")


def is_letter(sign: str) -> bool:
    """Whether a sign that cannot be shown is part of a word, and not an ornament that may fall away."""
    return unicodedata.category(sign)[0] in _LETTER and sign != "\ufe0f"


def letters_missing(text: str) -> tuple[str, ...]:
    """The letters of a text that none of our typefaces has, each once, in the order in which they stand."""
    if text.isascii():
        return ()
    found = OTHERS.findall(unicodedata.normalize("NFC", text))
    return tuple(dict.fromkeys(sign for sign in found if is_letter(sign)))
