"""Spelling: which words of the texts a dictionary is to be asked for, and what is said of those that it does not know.

Names are left out: whatever has a capital letter, and whatever is a word of a title, a place or a theme. The
municipality's own words stand in `ordliste.txt`, one a line.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.check.plain_language import Piece, pieces_of, place_in
from hefte.model.leaves import leaves
from hefte.model.texts import Text
from hefte.problem import Problem, Rule
from hefte.readability import without_marks

DICTIONARIES: Mapping[str, str] = {"nb": "nb_NO", "lettlest": "nb_NO", "nn": "nn_NO"}
"""Which dictionary a form of Norwegian is looked up in."""

SHORTEST = 3
_OVERLOOKED = frozenset(
    ("noe", "noen", "noens", "datoen", "datoer", "datoene", "gapahuk", "gapahuken", "rullator", "rullatoren")
)
"""Common words, and some of our trade, that the dictionaries of Debian (hunspell-no 7.5) lack."""

_SMALL = frozenset(
    ("på", "av", "om", "så", "de", "vi", "er", "og", "at", "nå", "no", "en", "et", "ei", "ut", "da", "du")
)
"""What stands first in «på tvers» and «om igjen», which many write as one word."""

_WORD = re.compile(r"(?<![\w.@/-])[a-zæøåéèêóòôü]+(?:-[a-zæøåéèêóòôü]+)*(?![\w@/])")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_NAMED = ("title", "short_title", "area", "tags", "name")

Unknown = Mapping[str, tuple[str, ...]]
"""Words that a dictionary does not know, with what it has instead."""


class Spelt(NamedTuple):
    """A word where it first stands in a text, counted from 0."""

    piece: Piece
    word: str
    at: int

    @property
    def dictionary(self) -> str:
        """The dictionary that should know it."""
        return DICTIONARIES[self.piece.form]


def own_words(text: str) -> frozenset[str]:
    """The words of `ordliste.txt`; what stands after # is a remark."""
    lines = (line.partition("#")[0] for line in text.lower().splitlines())
    return frozenset(word for line in lines for word in line.split())


def words_to_look_up(catalogue: Catalogue, own: frozenset[str]) -> tuple[Spelt, ...]:
    """Each word of each file once in each form, where it stands first."""
    known = own | _OVERLOOKED | _names(catalogue)
    found: dict[tuple[str, str, str], Spelt] = {}
    for piece in pieces_of(catalogue):
        for match in _WORD.finditer(without_marks(piece.text)):
            if len(match[0]) >= SHORTEST and match[0] not in known:
                found.setdefault((piece.document.path, piece.form, match[0]), Spelt(piece, match[0], match.start()))
    return tuple(found.values())


def misspelt(words: Iterable[Spelt], unknown: Mapping[str, Unknown]) -> Iterator[Problem]:
    """What is said of the words that their dictionaries do not know."""
    for one in words:
        instead = unknown.get(one.dictionary, {}).get(one.word)
        if instead is None or any(_is_compound(one.word, other) for other in instead):
            continue
        near = tuple(other for other in instead if "-" not in other)
        yield Problem(place_in(one.piece, one.at), Rule.MISSPELT, {"value": one.word, "nearest": near[:3]})


def _is_compound(word: str, other: str) -> bool:
    """Whether two words that are known are written together, as Norwegian does: «tur dag» is no advice for «turdag»."""
    first, _, last = other.partition(" ")
    is_long = len(last) >= SHORTEST and (len(first) >= SHORTEST or (len(first) == 2 and len(last) > SHORTEST))
    return first + last == word and is_long and first not in _SMALL


def _names(catalogue: Catalogue) -> frozenset[str]:
    """The words of names: «bowls» in a title is no mistake in a text."""
    found: set[str] = set()
    for document in (catalogue.settings, *catalogue.documents):
        for leaf in leaves(document):
            if leaf.row.name in _NAMED or leaf.row.kind == "word":
                found.update(word.lower() for text in _texts(leaf.value) for word in _ANY_WORD.findall(text))
    return frozenset(found)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Text):
        yield from filter(None, value)
    elif isinstance(value, tuple):
        yield from map(str, value)
    else:
        yield str(value)
