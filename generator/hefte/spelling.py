"""«mente du …?»: the known words that come nearest to what was written."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e", "ü": "u", "ö": "o", "ä": "a", "-": "_", " ": "_"})


def nearest(written: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The known words most like the written one, best first; none where nothing is near.

    `arrangor` finds `arrangør`, `kort tittel` finds `kort_tittel`, `prs` finds `pris`.
    """
    words = {word: plain(word) for word in known}
    found = process.extract(plain(written), words, scorer=fuzz.ratio, limit=limit, score_cutoff=65)
    if not found:
        return ()
    best = found[0][1]
    return tuple(word for _, score, word in found if score >= best - 12)


def plain(word: str) -> str:
    """Small letters of a to z, with spaces and hyphens as `_`: what two spellings share."""
    return word.strip().lower().translate(_LETTERS)
