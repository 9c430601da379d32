"""What is new, changed and ended between two days: only what a reader of the newsletter cares for."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from hefte.catalogue import Catalogue, is_over
from hefte.model import Entry, Event, Group
from hefte.model.fields import FieldRow, fields_of
from hefte.plans import approved_plan
from hefte.telling.newsworthy import is_newsworthy

_WORDED = """
    id title short_title lead body categories tags municipalities area pictures checked status shown_from
    shown_until sources cancelled moved plan track track_source judgements inspections sights route_register ut_no
    """
_SILENT = frozenset(_WORDED.split())
"""Fields whose change is no news: how it is worded and sorted, who checked it; what is called off is told by itself."""

Key = tuple[str, str]


class Changed(NamedTuple):
    """An entry and the fields in which something is new."""

    entry: Entry
    rows: tuple[FieldRow, ...]


class Gone(NamedTuple):
    """What can no longer be done, as it was; the last day where it is known."""

    entry: Entry
    last: date | None


class Differences(NamedTuple):
    """What happened between two catalogues, each in the order of the catalogue."""

    new: tuple[Entry, ...] = ()
    changed: tuple[Changed, ...] = ()
    ended: tuple[Gone, ...] = ()


def differences(before: Catalogue, now: Catalogue) -> Differences:
    """What one could not read on the day of `before`, what reads otherwise, and what is no longer there."""
    old, new = _told(before), _told(now)
    known = {key: next((old[name] for name in _names(entry) if name in old), None) for key, entry in new.items()}
    return Differences(
        tuple(entry for key, entry in new.items() if known[key] is None and not _was_there(before, entry)),
        tuple(_changed(known, new)),
        tuple(_ended(old, now)),
    )


def _told(catalogue: Catalogue) -> Mapping[Key, Entry]:
    entries = (entry for entry in catalogue.entries if is_newsworthy(entry, catalogue.today))
    return {(entry.folder, entry.id): entry for entry in entries}


def _names(entry: Entry) -> Iterator[Key]:
    """The entry's own name and those that it had before."""
    yield from ((entry.folder, name) for name in (entry.id, *entry.former_ids))


def _was_there(before: Catalogue, entry: Entry) -> bool:
    """Whether it was shown all the same: what comes back from a pause, or is sure by now, is not new."""
    found = (before.get(*name) for name in _names(entry))
    return any(isinstance(one, Entry) and one in before.shown for one in found)


def _changed(known: Mapping[Key, Entry | None], new: Mapping[Key, Entry]) -> Iterator[Changed]:
    for key, entry in new.items():
        before = known[key]
        rows = tuple(_rows(before, entry)) if before is not None else ()
        if rows:
            yield Changed(entry, rows)


def _rows(before: Entry, now: Entry) -> Iterator[FieldRow]:
    for row in fields_of(type(now)):
        if not row.own and row.name not in _SILENT and getattr(before, row.name) != getattr(now, row.name):
            yield row
    if isinstance(now, Group) and isinstance(before, Group) and approved_plan(now) != approved_plan(before):
        yield next(row for row in fields_of(Group) if row.name == "plan")


def _ended(old: Mapping[Key, Entry], now: Catalogue) -> Iterator[Gone]:
    shown = {name for entry in now.shown for name in _names(entry)}
    for key, entry in old.items():
        if key not in shown and not (isinstance(entry, Event) and is_over(entry, now.today)):
            found = now.get(*key)
            stated = found if isinstance(found, Entry) else entry
            is_past = stated.shown_until is not None and stated.shown_until < now.today
            yield Gone(entry, stated.shown_until if is_past else None)
