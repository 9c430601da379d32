"""Letters: whoever reads a booklet sees the words that were written, not «?» in their place."""

from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.positions import compose, scalars
from hefte.problem import Problem, Rule, Where
from hefte.source import Source
from hefte.typeface import letters_missing


def letters_can_be_printed(catalogue: Catalogue) -> Iterator[Problem]:
    """A letter of another script is shown on the page and not on paper; ornaments fall away without harm."""
    for source in catalogue.sources:
        if missing := letters_missing(source.text):
            yield from _told(source, missing)


def _told(source: Source, missing: tuple[str, ...]) -> Iterator[Problem]:
    """At the first value that has one; a comment is nobody's text."""
    root = compose(source.text)
    for node in scalars(root) if root is not None else ():
        here = tuple(letter for letter in missing if letter in node.value)
        if here:
            place = Where(source.path, node.start_mark.line + 1, node.start_mark.column + 1)
            yield Problem(place, Rule.LETTER_NOT_PRINTED, {"letters": " ".join(here)})
            return
