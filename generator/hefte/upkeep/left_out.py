"""What booklets do not print because nobody has checked it for too long: how many for readers, by name for editors."""

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.language import Words
from hefte.model import Booklet
from hefte.selection import left_out
from hefte.telling.freshness import limit_of_booklets


def left_out_told(booklet: Booklet, catalogue: Catalogue, words: Words) -> str:
    """How many entries are left out, since when, and where they still stand; empty where none is."""
    gone, limit = left_out(booklet, catalogue, words.language), limit_of_booklets(catalogue.settings, catalogue.today)
    if not gone or limit is None:
        return ""
    return words.say_count("booklet.left_out", len(gone), day=norwegian.day(limit, words.language))


def left_out_named(booklet: Booklet, catalogue: Catalogue, words: Words) -> str:
    """The titles of what is left out, in the order of the alphabet; empty where nothing is."""
    names = {entry.title.said(words.language).text for entry in left_out(booklet, catalogue, words.language)}
    return norwegian.joined(sorted(names, key=norwegian.sort_key), words.say("tell.and"))
