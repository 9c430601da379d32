"""Take a booklet of Word in: tell how its chapters and entries were found, and read them."""

from hefte.doors.sources import Came, Source
from hefte.interchange.booklet_entries import entries_of
from hefte.interchange.document import read_document
from hefte.interchange.heading_words import vocabulary
from hefte.problem import Problem, Rule, Where


def read_word(came: Came) -> Source:
    """Read the document, and tell whether its headings are headings."""
    found = read_document(came.path, came.data)
    booklet = entries_of(came.path, found.blocks, came.site, vocabulary(came.site.languages), came.options.type)
    given = booklet.rows.given
    if not given:
        none = () if any(one.stops_the_build for one in found.problems) else (_without_entries(came.path),)
        return Source((), (*found.problems, *none), came.site)
    say = came.console.words.say
    name = "import.document-guessed" if booklet.is_guessed else "import.document"
    came.console.write(say(name, file=came.path, number=len(given), chapters=len(booklet.chapters)))
    came.console.write("")
    return Source(given, (*found.problems, *booklet.rows.problems), came.site)


def _without_entries(path: str) -> Problem:
    return Problem(Where(path), Rule.DOCUMENT_WITHOUT_ENTRIES)
