"""Plain language: how hard a text is to read, and whether it is in the form of Norwegian that its field is for."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.model.entry import Placed
from hefte.model.leaves import Location, texts_of
from hefte.positions import locate_letter
from hefte.problem import Problem, Rule, Where
from hefte.readability import Sentence, is_surely_easier, read_through
from hefte.written_norwegian import has_marks, mistaken

HARDEST = 45
"""The LIX that a text may have where the settings do not say (Björnsson 1968: a newspaper has 40 to 50)."""

HARDEST_EASY = 35
"""The same for `lettlest`."""

LONGEST = 35
"""So many words a sentence may have, whatever LIX says of its text; the longest of our own has 24."""

FEWEST_WORDS = 20
"""A shorter text is not measured: of our own of 10 to 19 words 7 per cent come over 45 by a long name or two."""

_SHOWN = 80
_SHORTEST = 12
"""Two small words and what stands between them."""

_NORWEGIAN = ("nb", "nn", "lettlest")


class Piece(NamedTuple):
    """A text in one form of Norwegian, with the keys that lead to it."""

    document: Placed
    location: Location
    form: str
    text: str


def texts_are_plain(catalogue: Catalogue) -> Iterator[Problem]:
    """Whoever reads slowly shall not need a second try, and a text in nynorsk is in nynorsk."""
    limit = catalogue.settings.hardest_lix or HARDEST
    for piece in pieces_of(catalogue, _may_be_told_of):
        yield from _hard(piece, min(limit, HARDEST_EASY) if piece.form == "lettlest" else limit)
        yield from _in_another_form(piece)


def pieces_of(catalogue: Catalogue, is_wanted: Callable[[str, str], bool] = lambda *_: True) -> Iterator[Piece]:
    """Every text in Norwegian that may be published, of those that are wanted by their words and form."""
    for document in (catalogue.settings, *catalogue.documents):
        for location, text in texts_of(document):
            for form, words in zip(_NORWEGIAN, (text.nb, text.nn, text.lettlest), strict=True):
                if words and is_wanted(words, form):
                    yield Piece(document, (*location, form), form, words)


def _may_be_told_of(text: str, form: str) -> bool:
    """Let most texts go at once: the shortest, and those that are short and have no word of the other form."""
    if len(text) < _SHORTEST:
        return False
    words = text.lower().split()
    return len(words) >= FEWEST_WORDS or has_marks(words, "nb" if form == "nn" else "nn")


def _hard(piece: Piece, limit: int) -> Iterator[Problem]:
    if is_surely_easier(piece.text, limit, LONGEST):
        return
    reading = read_through(piece.text)
    if reading.words < FEWEST_WORDS:
        return
    if reading.lix > limit:
        longest = reading.longest
        values = {"lix": reading.lix, "limit": limit, **_shown(longest)}
        yield Problem(place_in(piece, longest.start), Rule.HARD_TO_READ, values)
        return
    for sentence in reading.sentences:
        if len(sentence.words) > LONGEST:
            values = {"limit": LONGEST, **_shown(sentence)}
            yield Problem(place_in(piece, sentence.start), Rule.LONG_SENTENCE, values)


def _shown(sentence: Sentence) -> dict[str, object]:
    text = sentence.text
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(maxsplit=1)[0]} …"
    return {"number": len(sentence.words), "sentence": shown}


def _in_another_form(piece: Piece) -> Iterator[Problem]:
    if found := mistaken(piece.text, "nn" if piece.form == "nn" else "nb"):
        first = re.search(rf"\b{found.words[0]}\b", piece.text, re.IGNORECASE)
        at = first.start() if first else 0
        rule = Rule.READS_AS_BOKMAL if found.form == "nb" else Rule.READS_AS_NYNORSK
        yield Problem(place_in(piece, at), rule, {"words": found.words})


def place_in(piece: Piece, at: int) -> Where:
    """Where a letter of a text stands in its file."""
    return locate_letter(piece.document.source, (*piece.document.stand.at, *piece.location), piece.text, at)
