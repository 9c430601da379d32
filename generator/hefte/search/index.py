"""The index: every word by its root with its joints, and the entries that say it, weighed by where they say it.

The list of words is `ski-tur:,en,er;svomme-hall:,en;…`: the root with a hyphen at each joint, then the endings of
the words that are there (`=word` where a word does not begin with its root), in the order of the roots. The list of
entries goes with it: for each root `…;`, for each of its words `…,`, each entry as 5 × the step from the row before
+ the weight, in base 36, parted by spaces.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from hefte.search.joints import Joiner
from hefte.search.letters import Folded, raw_words, root, words_of
from hefte.search.said import TITLE, Said

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_WEIGHTS = 5

Postings = Mapping[str, Sequence[int]]


class Line(NamedTuple):
    """A root: how it stands in the list of words, and in the list of entries."""

    words: str
    entries: str


def index(rows: Iterable[Iterable[Said]], synonyms: Iterable[str] = ()) -> tuple[Line, ...]:
    """The lines of the index in the order of their roots; a row is all that is said of one entry.

    The words of the synonyms help to see where compounds are joined.
    """
    postings = _postings(rows)
    joiner = Joiner({*postings, *(word for group in synonyms for word in words_of(group))})
    roots: dict[str, list[str]] = defaultdict(list)
    for word in sorted(postings):
        roots[root(word)].append(word)
    return tuple(
        Line(_words(stem, forms, joiner), ",".join(_entries(postings[form]) for form in forms))
        for stem, forms in sorted(roots.items())
    )


def _postings(rows: Iterable[Iterable[Said]]) -> Postings:
    """For each word the rows that say it, as 5 × the row + the best weight; 0 where a title is nothing else."""
    found: dict[str, array[int]] = defaultdict(lambda: array("I"))  # a tenth of the room of a list
    folded = Folded()
    for number, row in enumerate(rows):
        for word, weight in _weighed(row, folded).items():
            found[word].append(number * _WEIGHTS + weight)
    return found


def _weighed(row: Iterable[Said], folded: Folded) -> Mapping[str, int]:
    best: dict[str, int] = {}
    for weight, text in sorted(row, reverse=True):
        words = [word for raw in raw_words(text) if (word := folded[raw])]
        least = 0 if weight == TITLE and len(words) == 1 else weight
        best.update(dict.fromkeys(words, least) if least else {words[0]: least})
    return best


def _words(stem: str, forms: Iterable[str], joiner: Joiner) -> str:
    endings = ",".join(form[len(stem) :] if form.startswith(stem) else f"={form}" for form in forms)
    return f"{_joined(stem, min(forms, key=len), joiner)}:{endings}"


def _joined(stem: str, word: str, joiner: Joiner) -> str:
    """The root with a hyphen at each joint of its word, as far as the root goes."""
    pieces, start = [], 0
    for part in joiner.parts(word):
        pieces.append(stem[start : start + len(part)])
        start += len(part)
    return "-".join(piece for piece in (*pieces, stem[start:]) if piece)


def _entries(rows: Iterable[int]) -> str:
    steps, before = [], 0
    for row in rows:
        steps.append(base36(row - before))
        before = row - row % _WEIGHTS
    return " ".join(steps)


@cache
def base36(number: int) -> str:
    """A whole number from 0 in the digits 0 to z."""
    if number < 36:
        return _DIGITS[number]
    return base36(number // 36) + _DIGITS[number % 36]
