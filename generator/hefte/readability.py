"""How hard a text is to read: its words and sentences without Markdown, and the figure LIX.

LIX (C. H. Björnsson, Läsbarhet, 1968): words per sentence, and the percentage of words of more than six letters.
Under 30 reads like a children's book, 40 to 50 like a newspaper, over 60 like a law.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

LONG_WORD = 6
"""A word of more letters than this is a long one."""

_WORD = re.compile(r"[^\W_]+(?:[-.,:/’'][^\W_]+)*")
_LINK = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])")
_BARE = re.compile(r"<?\b(?:https?://|www\.|mailto:|tel:)[^\s<>]*>?|\S+@\S+")
_DEFINITION = re.compile(r"^[ \t]*\[[^\[\]\n]+\]:.*$", re.MULTILINE)
_MARK = re.compile(r"^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,2}[.)])[ \t]+|^[ \t]*[-=*_]{3,}[ \t]*$|[*_`#|~\\]", re.MULTILINE)
_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:#{1,6}|>|[-*+]|\d{1,2}[.)])[ \t])|(?<=[|])\n")
_HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
_END = re.compile(r"[.!?…]+[»”\")]*(?=\s+[«“\"(]*[A-ZÆØÅ0-9])|:(?=\s+[«“\"]?[A-ZÆØÅ])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«])(?:kl|ca|nr|f\.\s?eks|t\.d|bl\.\s?a|m\.a|jf|evt|ev|inkl|ekskl|tlf|pr|st|dvs|gt|dr|[A-ZÆØÅ])\.$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r" ([.,;:!?)])")
"""What stood behind a mark of Markdown, and is read without the space."""

_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")

_NOT_PLAIN = ("<", "@", "[", "http", "www", "mailto", "tel:")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]", re.MULTILINE)
_POINT = re.compile(r"[.!?][*_]*(?=(?:\s|\n[ \t]*[-*+>][ \t])+[*_]*[A-ZÆØÅ])")
_LAST_WORD = re.compile(r"(?<![^\W_])[a-zæøå]{3,}[*_ ]*\Z")
_SHORTENED = frozenset(("eks", "evt", "tlf", "dvs", "inkl", "ekskl"))
"""The abbreviations of three letters or more."""

_FAR_BACK = 24
"""So many letters before a point are looked at; what ends in a longer word is taken apart."""


class Sentence(NamedTuple):
    """A sentence as it is read, where it begins in what was written (from 0), and its words; a number is one."""

    text: str
    start: int
    words: tuple[str, ...]


class Reading(NamedTuple):
    """What a text is made of."""

    sentences: tuple[Sentence, ...]
    words: int
    long_words: int

    @property
    def lix(self) -> int:
        """The figure LIX, to the nearest whole number; 0 without words."""
        if not self.words:
            return 0
        return round(self.words / len(self.sentences) + 100 * self.long_words / self.words)

    @property
    def longest(self) -> Sentence:
        """The first of the sentences that have most words."""
        return max(self.sentences, key=lambda sentence: len(sentence.words))


def read_through(text: str) -> Reading:
    """Take a text of Markdown apart."""
    sentences = tuple(sentences_of(text))
    words = [word for sentence in sentences for word in sentence.words]
    return Reading(sentences, len(words), sum(len(word) > LONG_WORD and word[0].isalpha() for word in words))


def is_surely_easier(text: str, limit: int, longest: int) -> bool:
    """Whether LIX is at most so much and no sentence has more words, where that can be told in a tenth of the time.

    It can of a text with clear ends; what is told of it is never better than what `read_through` finds.
    """
    text = _LINK.sub(_words_of_link, text) if "[" in text else text
    if any(mark in text for mark in _NOT_PLAIN) or _NUMBERED.search(text):
        return False
    words = _WORD.findall(text)
    long_words = sum(len(word) > LONG_WORD for word in words)
    ends = tuple(_clear_ends(text))
    if len(words) / (len(ends) + 1) + 100 * long_words / max(len(words), 1) > limit:
        return False
    return len(words) <= longest or all(
        len(_WORD.findall(text, start, end)) <= longest for start, end in pairwise((0, *ends, len(text)))
    )


def _clear_ends(text: str) -> Iterator[int]:
    """Where sentences surely end: a point after a word of three letters or more that is no abbreviation."""
    for point in _POINT.finditer(text):
        last = _LAST_WORD.search(text, max(0, point.start() - _FAR_BACK), point.start())
        if last and last[0].rstrip("*_ ") not in _SHORTENED:
            yield point.end()


def without_marks(text: str) -> str:
    """The words of a text of Markdown, each at the place where it was written: what is no word is blank."""
    plain = _DEFINITION.sub(_blank, text)
    plain = _LINK.sub(_words_of_link, plain)
    plain = _BARE.sub(_blank, plain)
    return _MARK.sub(_blank, plain)


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a text; a heading and a point of a list are sentences of their own."""
    plain, start = without_marks(text), 0
    for end in (*_ends(text, plain), len(plain)):
        piece = plain[start:end]
        if words := tuple(_WORD.findall(piece)):
            yield Sentence(_LOOSE.sub(r"\1", " ".join(piece.split())), start + len(piece) - len(piece.lstrip()), words)
        start = end


def _ends(text: str, plain: str) -> list[int]:
    """Where one sentence ends and another begins."""
    blocks = {match.start() for match in _BLOCK.finditer(text)} | {match.end() for match in _HEADING.finditer(text)}
    points = {match.end() for match in _END.finditer(plain) if not _goes_on(plain, match)}
    return sorted(blocks | points)


def _goes_on(plain: str, match: re.Match[str]) -> bool:
    """Whether a point ends an abbreviation or a number, and not the sentence."""
    if match[0] != ".":
        return False
    before, after = plain[max(0, match.start() - 12) : match.end()], plain[match.end() :].lstrip()[:1]
    return _ABBREVIATION.search(before) is not None or (after.isdigit() and _ORDINAL.search(before) is not None)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _words_of_link(match: re.Match[str]) -> str:
    """The words of a link stand where they stood; a picture has none."""
    if match[0].startswith("!"):
        return _blank(match)
    before, after = match.start("words") - match.start(), match.end() - match.end("words")
    return " " * before + match["words"] + " " * after
