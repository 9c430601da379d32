"""How words are compared: as small letters a to z, without their endings; `search.js` does the same with a query."""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from Stemmer import Stemmer

_LETTERS = str.maketrans({"æ": "a", "ø": "o", "å": "a", "ð": "d", "þ": "th", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t"})
_TYPED = re.compile("aa|ae|oe")
_RAW = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[a-z0-9]+")
_NOUN = re.compile(r"(?<=...)ing$")
_AFTER_NOUN = re.compile(r"(?<=[dt])n$")
_DOUBLE = re.compile(r"(.)\1e([lrn])$")
_LATIN = re.compile(r"(?<=...)um$")
_LAST = re.compile(r"(?<=...)e$|(?<=m)m$")


def fold(text: str) -> str:
    """Small letters without accents; å, aa and æ, ae become a, ø and oe become o: so people type them."""
    lowered = text.lower().translate(_LETTERS)
    if not lowered.isascii():
        lowered = "".join(letter for letter in normalize("NFD", lowered) if not combining(letter))
    return _TYPED.sub(lambda found: found[0][0], lowered)


def words_of(text: str) -> Iterator[str]:
    """The folded words of a text, stop words too."""
    yield from _WORD.findall(fold(text))


def raw_words(text: str) -> list[str]:
    """The words of a text in small letters, not yet folded."""
    return _RAW.findall(text.lower())


class Folded(dict[str, str]):
    """Each raw word folded, once; empty for what says nothing."""

    def __missing__(self, raw: str) -> str:
        """Fold a word that is met for the first time."""
        word = "".join(words_of(raw))
        self[raw] = "" if word in STOPPED else word
        return self[raw]


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer:
    return Stemmer("norwegian")


def _stem(word: str) -> str:
    shorter = str(_stemmer().stemWord(word))
    return word if shorter == word else _stem(shorter)


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """What the forms of a folded word have in common: «turane» is tur, «svømming» and «svømme» are svom.

    Snowball's stem until nothing more goes (vinteren, vinter, vint), then what it leaves: nouns in -ing, sykkel
    beside sykler, museum beside museer, and a doubled m, which Norwegian never writes at the end of a word.
    """
    short = _AFTER_NOUN.sub("", _NOUN.sub("", _stem(word)))
    return _LAST.sub("", _LATIN.sub("", _DOUBLE.sub(r"\1\2", short)) if len(short) > 3 else short)


STOP_WORDS = frozenset(
    """alle alt av at bare begge bli blir da de deg dei deira dem den denne der dere deres det dette din du eg ei ein
    eit eller en er et etter for fra frå få får gjerne ha han har hun hva hvem hver hvis hvor i ikke ikkje ingen inn
    ja jeg kan kva kvar kven kor kom kun må man med meg men mens mer mot når nå no noe noen noko nokon og også om
    opp oss over på seg selv si sin skal som så til til ut uten utan ved vi vil vår være vere å
    a an and are as at be by can for from in is it of on or the to we with you your""".split()  # noqa: SIM905
) - {"kor"}
"""What says nothing about an entry, folded below; «kor» is a choir before it is nynorsk for where."""

STOPPED = frozenset(fold(word) for word in STOP_WORDS)
