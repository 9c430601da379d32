"""Tell what must be checked, in the form that somebody works with: a sheet, a list, a table, tasks or letters."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.options import Options
from hefte.doors.tell import tell_errors
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.language import Words
from hefte.upkeep.calls import Call, calls_of, this_week
from hefte.upkeep.due import Due, due_entries
from hefte.upkeep.sheet import call_sheet
from hefte.upkeep.table import table
from hefte.upkeep.tasklist import task_list

A_WEEK = 10
"""So many entries are a week's work beside everything else that a caseworker does."""


class List(NamedTuple):
    """What is asked for: the calls that are listed, all that is due, and what it is told with."""

    calls: Sequence[Call]
    every: Sequence[Due]
    catalogue: Catalogue
    words: Words


_TEXTS: Mapping[str, Callable[[List], str]] = {
    "text": lambda asked: call_sheet(asked.calls, asked.every, asked.catalogue, asked.words),
    "markdown": lambda asked: task_list(asked.calls, asked.every, asked.catalogue, asked.words),
}
"""What is read here and now: the week's ten, on the screen unless a file is named."""

_FILES: Mapping[str, tuple[str, Callable[[List], bytes]]] = {
    "csv": ("kontroll.csv", lambda asked: table(asked.calls, asked.catalogue, asked.words)),
}
"""What another program opens: all that is due, in a file."""


def tell_due(options: Options, console: Console) -> Exit:
    """What `hefte due` does."""
    work = look_through(options.content, options.day)
    if work.catalogue is None:
        return tell_errors(work.problems, options.content, console)
    every = due_entries(work.catalogue)
    form = options.due_format
    limit = (A_WEEK if form in _TEXTS else 0) if options.limit is None else options.limit
    calls = this_week(calls_of(every, work.catalogue), limit)
    asked = List(calls, every, work.catalogue, console.words)
    if form in _TEXTS:
        _told(_TEXTS[form](asked), options, console)
    else:
        name, make = _FILES[form]
        _written(options.due_out or Path(name), make(asked), options, console)
    return Exit.FINE


def _told(text: str, options: Options, console: Console) -> None:
    if options.due_out is None:
        console.write(text.rstrip("\n"))
    else:
        _written(options.due_out, text.encode("utf-8"), options, console)


def _written(path: Path, content: bytes, options: Options, console: Console) -> None:
    """Write a file that is not there yet, or that somebody said may be written over."""
    if path.exists() and not options.replace_old:
        raise Trouble("already-there", code=Exit.WRONG_USE, path=str(path))
    with machine_trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    console.say("file-written", path=str(path))
