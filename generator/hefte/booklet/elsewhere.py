"""«Se side 12»: what fits a chapter but stands in one before it, so that nothing is printed twice."""

from collections.abc import Iterable

from hefte.booklet.press import Press
from hefte.booklet.registers import by_title, pointer_to
from hefte.booklet.volume import Pointer
from hefte.model import Entry
from hefte.model.booklet import Selection
from hefte.selection import selected

MOST = 12
"""A chapter that more entries before it fit gathers up the rest, and is no place to look for them."""


def also_in(wanted: Selection | None, before: Iterable[Entry], press: Press) -> tuple[Pointer, ...]:
    """Pointers to the entries of earlier chapters that fit this one too; none for a chapter of a mere type."""
    if wanted is None or not _says_what_for(wanted):
        return ()
    fitting = {entry.id for entry in selected(wanted, press.catalogue, press.language)}
    found = [entry for entry in before if entry.id in fitting]
    return tuple(pointer_to(entry, press) for entry in by_title(found, press)) if len(found) <= MOST else ()


def _says_what_for(wanted: Selection) -> bool:
    return bool(wanted.categories or wanted.areas or wanted.free or wanted.longest or wanted.wheelchair)
