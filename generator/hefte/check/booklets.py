"""Booklets: whoever prints one gets no empty book, and no chapter that is gone without a word."""

from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.model import Booklet
from hefte.model.booklet import Selection
from hefte.problem import Problem, Rule
from hefte.selection import holds_something


def booklets_hold_something(catalogue: Catalogue) -> Iterator[Problem]:
    """A selection that nothing fits is most often a word that is spelled in another way than in the entries."""
    for booklet in catalogue.booklets:
        if holds_something(booklet, catalogue):
            yield from _empty_chapters(booklet, catalogue)
        elif _is_known(booklet.selection, catalogue):
            yield Problem(booklet.where("utvalg"), Rule.EMPTY_BOOKLET)


def _empty_chapters(booklet: Booklet, catalogue: Catalogue) -> Iterator[Problem]:
    for index, chapter in enumerate(booklet.chapters):
        wanted = chapter.selection
        if wanted and _is_known(wanted, catalogue) and not holds_something(booklet, catalogue, wanted):
            yield Problem(booklet.where("kapitler", index, "utvalg"), Rule.EMPTY_CHAPTER)


def _is_known(selection: Selection, catalogue: Catalogue) -> bool:
    """Whether nothing in the selection is told of already: a category or an entry that does not exist."""
    return not selection.include and all(code in catalogue.categories for code in selection.categories)
