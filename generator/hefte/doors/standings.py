"""How much was fresh at the end of each month of the last year, out of the history, and remembered between builds."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hefte.doors.history import History
from hefte.doors.notes import read_notes, write_notes
from hefte.output import fingerprint
from hefte.upkeep.past import Read, month_ends, standing_then
from hefte.upkeep.standing import Point, Standing

_HOME = ZoneInfo("Europe/Oslo")
_MONTHS = 11
"""With the month that is not over they make a year."""


def standings(folder: Path, today: date, state: Path) -> tuple[Point, ...]:
    """The months that the history reaches; what was counted in a commit once is never counted again."""
    memory = state / "freshness" / f"{fingerprint(str(folder.resolve()))}.json"
    known, history = read_notes(memory), History(folder)
    counted: dict[str, list[int]] = {}
    points = tuple(_points(history, today, known, counted))
    if counted.keys() != known.keys():
        write_notes(memory, counted)
    return points


def _points(
    history: History, today: date, known: Mapping[str, list[int]], counted: dict[str, list[int]]
) -> Iterator[Point]:
    commits, read = history.commits(), Read()
    for day in month_ends(today, _MONTHS) if commits else ():
        midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=_HOME)
        commit = next((name for name, moment in commits if moment < midnight), "")
        name = f"{day.isoformat()} {commit}"
        noted = known.get(name)
        found = noted if _is_sound(noted) else _counted(history, commit, day, read)
        if commit and found:
            counted[name] = found
            yield Point(day, Standing(*found))


def _is_sound(noted: object) -> bool:
    return isinstance(noted, list) and len(noted) == len(Standing._fields) and all(type(one) is int for one in noted)


def _counted(history: History, commit: str, day: date, read: Read) -> list[int] | None:
    texts = history.texts_of(commit) if commit else None
    return None if texts is None else [*standing_then(texts, day, read)]
