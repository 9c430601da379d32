"""Names: every entry has an id of its own, also after it is written with a to z."""

from collections import defaultdict
from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.model import Document, Entry
from hefte.problem import Problem, Rule, Where


def ids_are_unique(catalogue: Catalogue) -> Iterator[Problem]:
    """Two entries with one id would be one page; the later would hide the earlier."""
    first: dict[tuple[str, str], Document] = {}
    for document in sorted(catalogue.documents, key=lambda document: document.path):
        known = first.setdefault((document.folder, document.id), document)
        if known is not document:
            values = {"id": document.id, "other": known.path}
            yield Problem(document.where("id"), Rule.DUPLICATE_ID, values, (known.where("id"),))


def titles_tell_entries_apart(catalogue: Catalogue) -> Iterator[Problem]:
    """A reader cannot choose between two offers of the same name in the same municipality."""
    known: dict[tuple[str, str, tuple[str, ...]], list[Entry]] = defaultdict(list)
    for entry in catalogue.entries:
        title = entry.title.said("nb").text
        known[entry.folder, title.casefold().strip(), entry.municipalities].append(entry)
    same = (entries for (_, name, _), entries in known.items() if name and len(entries) > 1)
    for entries in same:
        first, *rest = sorted(entries, key=lambda entry: entry.path)
        for entry in rest:
            values = {"title": entry.title.said("nb").text, "other": first.path}
            yield Problem(entry.where("tittel"), Rule.DUPLICATE_TITLE, values, (first.where("tittel"),))


def former_ids_are_free(catalogue: Catalogue) -> Iterator[Problem]:
    """A former id becomes a page that leads on; it must not take the place of another page."""
    taken = {(document.folder, document.id): document for document in catalogue.documents}
    renamed = (entry for entry in catalogue.entries if entry.former_ids)
    for entry in sorted(renamed, key=lambda entry: entry.path):
        for index, former in enumerate(entry.former_ids):
            known = taken.setdefault((entry.folder, former), entry)
            if known is not entry or former == entry.id:
                values = {"id": former, "other": known.path}
                yield Problem(entry.where("tidligere_id", index), Rule.FORMER_ID_IN_USE, values)


def ids_do_not_vanish(catalogue: Catalogue, published: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    """A published address may stand on paper; `published` is folder and id of the last edition."""
    former = {(entry.folder, old) for entry in catalogue.entries for old in entry.former_ids}
    present = {(document.folder, document.id) for document in catalogue.documents}
    for folder, identity in sorted(published - present - former):
        yield Problem(_gone(folder, identity), Rule.VANISHED_ID, {"id": identity, "folder": folder})


def _gone(folder: str, identity: str) -> Where:
    return Where(f"{folder}/{identity}.yaml")
