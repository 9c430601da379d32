"""Whether there is only one thing that somebody can have meant."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from hefte.spelling import plain

_SHORT, _LONG = 3, 7


def only_near(written: str, known: Iterable[str]) -> str:
    """The one known word that a slip of the finger makes of what was written; empty where there is none, or two.

    One letter wrong in a word of three to six, two in a longer one, never the first; a letter too many or too few in a
    word of three; and no other known word within one more.
    """
    word = plain(written)
    apart = sorted((OSA.distance(word, plain(other)), other) for other in known)
    if not apart or not _is_a_slip(word, plain(apart[0][1]), apart[0][0]):
        return ""
    is_alone = len(apart) == 1 or apart[1][0] > apart[0][0] + 1
    return apart[0][1] if is_alone or apart[0][0] == 0 < apart[1][0] else ""


def _is_a_slip(word: str, other: str, apart: int) -> bool:
    if apart == 0:
        return True
    slips = 0 if len(word) < _SHORT else 1 if len(word) < _LONG else 2
    is_short_swap = len(word) == _SHORT == len(other)
    return apart <= slips and word[0] == other[0] and not is_short_swap
