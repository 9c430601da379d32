"""The municipality of an entry, in a booklet that spans several: nobody else says which of them it is in."""

from functools import lru_cache

from hefte import norwegian
from hefte.booklet.press import Press
from hefte.catalogue import Catalogue
from hefte.model import Booklet, Entry
from hefte.selection import booklet_entries
from hefte.telling.where import municipalities_of


def municipality_beside(entry: Entry, shown: str, press: Press) -> str:
    """«Fredrikstad», or nothing where one municipality is all there is, or its name is shown already."""
    if not _spans_several(press.booklet, press.catalogue):
        return ""
    beside = shown.casefold()
    names = [name for name in municipalities_of(entry, press.words) if name.casefold() not in beside]
    return norwegian.joined(names, press.words.say("tell.and")) if names else ""


@lru_cache(maxsize=4)
def _spans_several(booklet: Booklet, catalogue: Catalogue) -> bool:
    found = {number for entry in booklet_entries(booklet, catalogue, "nb") for number in entry.municipalities}
    return len(found) > 1
