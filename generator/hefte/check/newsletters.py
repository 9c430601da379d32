"""Newsletters: what an issue puts forward is there and open; of one that is sent nothing is asked any more."""

from collections.abc import Iterator

from hefte.catalogue import Catalogue
from hefte.model import Newsletter, Walk
from hefte.model.newsletter import News
from hefte.problem import Problem, Rule
from hefte.spelling import nearest
from hefte.telling.newsworthy import entry_named, is_newsworthy, is_proposable


def newsletters_name_entries_that_exist(catalogue: Catalogue) -> Iterator[Problem]:
    """What is new or changed must have a page, and be something that may be told."""
    for issue in _to_come(catalogue):
        for key, rows in (("nye", issue.new), ("endret", issue.changed)):
            for index, row in enumerate(rows):
                yield from _of_row(issue, (key, index), row, catalogue)


def walks_of_the_month_are_open(catalogue: Catalogue) -> Iterator[Problem]:
    """A walk that is closed or that nobody is sure of is put forward to nobody."""
    for issue in _to_come(catalogue):
        walk = entry_named(f"{Walk.folder}/{issue.walk}", catalogue) if issue.walk else None
        if walk is not None and not is_proposable(walk, catalogue.today):
            yield Problem(issue.where("månedens_tur"), Rule.WALK_OF_MONTH_IS_CLOSED, {"id": walk.id})
        elif issue.walk and walk is None:
            values = {"id": issue.walk, "folder": Walk.folder, "nearest": nearest(issue.walk, _walks(catalogue))}
            yield Problem(issue.where("månedens_tur"), Rule.UNKNOWN_REFERENCE, values)


def _of_row(issue: Newsletter, at: tuple[str | int, ...], row: News, catalogue: Catalogue) -> Iterator[Problem]:
    entry = entry_named(row.entry, catalogue)
    if entry is None:
        folder, _, name = row.entry.rpartition("/")
        values = {
            "id": name,
            "folder": folder,
            "nearest": nearest(row.entry, [f"{entry.folder}/{entry.id}" for entry in catalogue.entries]),
        }
        yield Problem(issue.where(*at), Rule.UNKNOWN_REFERENCE, values)
    elif not is_newsworthy(entry, catalogue.today):
        yield Problem(issue.where(*at), Rule.NOT_NEWSWORTHY, {"id": row.entry})


def _to_come(catalogue: Catalogue) -> Iterator[Newsletter]:
    yield from (issue for issue in catalogue.all(Newsletter) if not issue.is_sent(catalogue.today))


def _walks(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(walk.id for walk in catalogue.all(Walk))
