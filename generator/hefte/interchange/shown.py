"""What an import proposes, as lines for whoever is to approve it: the columns, the new entries, what differs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from hefte.edits import Value, flow
from hefte.interchange.again import Change, Outcome, Proposal
from hefte.interchange.heading_words import COMMENT, OMIT
from hefte.interchange.headings import Column, Layout, Sure
from hefte.interchange.table import letters_of
from hefte.language import Words
from hefte.showing import masked, visible

MOST_SHOWN = 25
_WIDTHS = (28, 22, 30)


def columns_shown(layout: Layout, words: Words) -> Iterator[str]:
    """The columns and their fields, as a table that fits a terminal."""
    head = [words.say(f"import.column.{name}") for name in ("heading", "field", "first", "sure")]
    rows = [
        [
            f"{letters_of(column.at)}  {column.heading}",
            column.target,
            "" if column.sure is Sure.PRIVATE else column.first,
            _surety(column, layout, words),
        ]
        for column in layout.columns
    ]
    table = [[_cut(cell, width) for cell, width in zip(row, (*_WIDTHS, 80), strict=True)] for row in (head, *rows)]
    widths = [max(len(row[at]) for row in table) for at in range(3)]
    for number, row in enumerate(table):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, (*widths, 0), strict=True)).rstrip()
        if not number:
            yield "  ".join("-" * width for width in (*widths, len(row[3])))


_MAY_BE_SEVERAL = (COMMENT, OMIT, "beskrivelse", "notat", "kategorier", "temaord")
"""What several columns may be together."""


def _surety(column: Column, layout: Layout, words: Words) -> str:
    """How sure it is; of the second column for a field, that the first is used."""
    first = next(one for one in layout.columns if one.target == column.target)
    if first.at == column.at or column.target in _MAY_BE_SEVERAL:
        return words.say(f"import.sure.{column.sure}")
    return words.say("import.sure.second", heading=_cut(first.heading, _WIDTHS[0]))


def proposals_shown(found: Sequence[Proposal], paths: Sequence[str], words: Words) -> Iterator[str]:
    """What would become of each entry; `paths` are the files of the new ones, in their order."""
    by_outcome = {outcome: [one for one in found if one.outcome is outcome] for outcome in Outcome}
    yield from _listed(
        Outcome.NEW,
        [f"{path}  {one.given.title}" for path, one in zip(paths, by_outcome[Outcome.NEW], strict=True)],
        words,
    )
    for outcome in (Outcome.CHANGED, Outcome.ALIKE):
        yield from _compared(outcome, by_outcome[outcome], words)
    yield from _listed(
        Outcome.DELETED, [f"{one.given.place}  {one.given.title}" for one in by_outcome[Outcome.DELETED]], words
    )
    if by_outcome[Outcome.SAME]:
        yield words.say_count("import.outcome.same", len(by_outcome[Outcome.SAME]))


def _listed(outcome: Outcome, rows: Sequence[str], words: Words) -> Iterator[str]:
    if rows:
        yield words.say_count(f"import.outcome.{outcome}", len(rows))
        yield from (f"  {_cut(row, 110)}" for row in rows[:MOST_SHOWN])
        yield from _more(len(rows), words)


def _compared(outcome: Outcome, found: Sequence[Proposal], words: Words) -> Iterator[str]:
    if found:
        yield words.say_count(f"import.outcome.{outcome}", len(found))
    for one in islice(found, MOST_SHOWN):
        path = one.entry.path if one.entry else ""
        why = f" ({words.say(f'import.alike.{one.reason}')})" if one.reason else ""
        yield f"  {one.given.place}  {_cut(one.given.title, 60)} → {path}{why}"
        yield from _changes(one.changes)
        yield from (f"{line}  {words.say('import.kept')}" for line in _changes(one.kept))
        for change in one.told:
            said = {"heading": change.path, "old": _told(change.old), "new": _told(change.new or None)}
            yield f"      {_cut(words.say('import.look', **said), 200)}"
    yield from _more(len(found), words)


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    yield from (f"      {change.path}: {_told(change.old)} → {_told(change.new)}" for change in changes)


def _told(value: Value | None) -> str:
    return "–" if value is None else _cut(flow(value).replace("\\n", " "), 60)


def _more(number: int, words: Words) -> Iterator[str]:
    if number > MOST_SHOWN:
        yield f"  {words.say('import.more', number=number - MOST_SHOWN)}"


def _cut(text: str, most: int) -> str:
    """On one line, without what could steer a terminal."""
    line = visible(masked(" ".join(text.split())))
    return line if len(line) <= most else f"{line[: most - 1]}…"
