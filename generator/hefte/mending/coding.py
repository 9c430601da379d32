"""From bytes that are not UTF-8 to text, where there is no doubt what they were."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from hefte.problem import Rule

_LIKELY = frozenset("æøåÆØÅäöüÄÖÜéèêëÉÈÊàáâÀÁÂóòôÓÒÔíìîúùûñçßðþšžŠŽ«»“”„‘’–—…•·°§½¼¾²³€£©®´×\xa0")
"""What people here write; anything else among the bytes says that the file comes of another machine."""

# In letters of DOS, Æ is the byte that Windows has for ’, and æ the one for ‘: no quote stands like that.
_ODD_QUOTE = re.compile(r"\w‘|\w“\w|(?<!\w)’\w|\w[«»„]\w")


def from_utf_16(content: bytes) -> str:
    """The text of UTF-16 with or without the mark that says so; empty where it is something else."""
    codings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else _by_zeros(content)
    for coding in codings:
        try:
            text = content.decode(coding)
        except UnicodeDecodeError:
            continue
        return "" if "\0" in text else text.removeprefix("\ufeff")
    return ""


def from_windows(content: bytes) -> str:
    """The text of Windows' western letters (cp1252, and with it Latin-1), also where some of it is UTF-8 already."""
    try:
        text = content.decode("utf-8", "surrogateescape")
        odd = tuple(_letter(letter) for letter in text if _is_byte(letter))
    except UnicodeDecodeError:
        return ""
    whole = "".join(_letter(letter) if _is_byte(letter) else letter for letter in text)
    return whole if set(odd) <= _LIKELY and not _ODD_QUOTE.search(whole) else ""


def _by_zeros(content: bytes) -> tuple[str, ...]:
    """In UTF-16 every other byte of western text is zero; which of the two says how it is turned."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    return ("utf-16-be",) if even > 4 * odd else ("utf-16-le",) if odd > 4 * even else ()


def _is_byte(letter: str) -> bool:
    return "\udc80" <= letter <= "\udcff"


def _letter(escaped: str) -> str:
    return bytes([ord(escaped) - 0xDC00]).decode("cp1252")


RECODINGS: Mapping[Rule, Callable[[bytes], str]] = MappingProxyType(
    {Rule.UTF16: from_utf_16, Rule.NOT_UTF8: from_windows}
)
"""Rules that are about a file's bytes, and what makes text of them; empty where that would be a guess."""
