"""Find the entry that somebody names: by its id, by folder and id where two types share one, or by its file."""

from collections.abc import Iterable

from hefte.catalogue import Catalogue
from hefte.model import ENTRY_TYPES, Entry
from hefte.spelling import nearest

_FOLDERS = frozenset(kind.folder for kind in ENTRY_TYPES)


def entries_named(written: str, catalogue: Catalogue) -> tuple[Entry, ...]:
    """The entries that are meant: one, several that share the id, or none."""
    folder, identity = _parts(written)
    return tuple(one for one in catalogue.entries if one.id == identity and folder in {"", one.folder})


def path_of(written: str) -> str:
    """The file below content/ that a name with its folder leads to; empty where no folder is named."""
    folder, identity = _parts(written)
    return f"{folder}/{identity}.yaml" if folder else ""


def named(entry: Entry, catalogue: Catalogue) -> str:
    """The shortest name that leads to an entry: its id, with its folder where another type has the same."""
    is_alone = len(entries_named(entry.id, catalogue)) == 1
    return entry.id if is_alone else f"{entry.folder}/{entry.id}"


def meant(written: str, catalogue: Catalogue) -> str:
    """The name of the entry that comes nearest, by id or by title; empty where none does."""
    _, identity = _parts(written)
    by_id = {entry.id: entry for entry in catalogue.entries}
    by_title = {form: entry for entry in catalogue.entries for form in entry.title if form}
    found = _first(identity, by_id) or _first(written, by_title)
    entry = by_id.get(found) or by_title.get(found)
    return named(entry, catalogue) if entry else ""


def _first(written: str, known: Iterable[str]) -> str:
    return next(iter(nearest(written, known, limit=1)), "")


def _parts(written: str) -> tuple[str, str]:
    """The folder, where one is named, and the id of `id`, `turer/id` or `content/turer/id.yaml`."""
    *above, last = written.replace("\\", "/").strip().split("/")
    folder = above[-1] if above and above[-1] in _FOLDERS else ""
    return folder, last.removesuffix(".yaml").removesuffix(".yml")
