"""What may be shown of anybody's text: nothing that steers a terminal, and no birth number."""

import re

# A birth number is never repeated in a log; nothing else of eleven digits is missed there.
_ELEVEN_DIGITS = re.compile(
    r"(?<![0-9])(?<![0-9][.,])([0-9]{2}[ .]?[0-9]{2}[ .]?[0-9]{2}[ .\u00a0–-]?)[0-9]{5}(?![0-9])"
)

_IN_NUMBER = re.compile(r"(?<=\d)[\u00a0\u202f](?=[\w%°])")


def visible(text: str) -> str:
    """Replace each character that cannot be seen by one that can; a number may be kept together with its unit."""
    return "".join(letter if letter.isprintable() else "␣" for letter in _IN_NUMBER.sub(" ", text))


def masked(text: str) -> str:
    """Hide the last five of eleven digits, as long as before."""
    return _ELEVEN_DIGITS.sub(r"\1*****", text)
