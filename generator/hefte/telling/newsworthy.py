"""What an issue of the newsletter names, and what it may tell of: never what is paused or nobody is sure of."""

from datetime import date

from hefte.catalogue import Catalogue, is_shown
from hefte.model import Entry
from hefte.model.choices import Status
from hefte.occurrences import is_stopped
from hefte.telling.sources import is_unsure_throughout


def entry_named(path: str, catalogue: Catalogue) -> Entry | None:
    """The entry with this folder and id, or that once had this id; None where there is none."""
    folder, _, name = path.partition("/")
    found = catalogue.get(folder, name)
    if isinstance(found, Entry):
        return found
    return next((one for one in catalogue.entries if one.folder == folder and name in one.former_ids), None)


def is_newsworthy(entry: Entry, today: date) -> bool:
    """Whether an entry may be told of at all; what is closed may, for that is what is told."""
    return is_shown(entry, today) and entry.status is not Status.PAUSED and not is_unsure_throughout(entry)


def is_proposable(entry: Entry, today: date) -> bool:
    """Whether an entry may be put forward as something to do: newsworthy, and neither closed nor called off."""
    return is_newsworthy(entry, today) and not is_stopped(entry)
