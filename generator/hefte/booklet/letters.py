"""Text in letters that can be printed, and words that can be divided."""

import re
import unicodedata
from collections.abc import Mapping

from hefte.typeface import OTHERS, is_letter

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
    return OTHERS.sub(_instead, unicodedata.normalize("NFC", text))


def _instead(found: re.Match[str]) -> str:
    return "?" if is_letter(found[0]) else ""


def plain(value: object) -> object:
    """The same data in lists and dictionaries, ready to become JSON, in letters that can be printed."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        return dict(zip(fields, map(plain, value), strict=True)) if fields else [plain(one) for one in value]
    return {key: plain(one) for key, one in value.items()} if isinstance(value, Mapping) else value
