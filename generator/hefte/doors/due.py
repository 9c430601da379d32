"""Tell what must be checked, in the form that somebody works with: a sheet, a list, a table, tasks or letters."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.handing_out import hand_out, refuse_what_is_there
from hefte.doors.options import Options
from hefte.doors.package import words_of
from hefte.doors.tell import tell_errors, tell_left_out
from hefte.doors.trouble import Exit
from hefte.language import Words
from hefte.mail.inquiry import inquiry, language_of_letter
from hefte.norwegian import slug
from hefte.upkeep.calls import Call, calls_of, this_week
from hefte.upkeep.due import Due, due_entries
from hefte.upkeep.sheet import A_WEEK, call_sheet, caller_title
from hefte.upkeep.table import table
from hefte.upkeep.tasklist import task_list
from hefte.upkeep.tasks import tasks


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

_FOLDER, _LETTERS, _SHEET = Path("kontroll"), "epost", "ringeliste.txt"
"""Drafts of letters and lists of whom to call are nobody's to publish: git leaves this folder alone."""

_FILES: Mapping[str, tuple[str, Callable[[List], bytes]]] = {
    "csv": ("kontroll.csv", lambda asked: table(asked.calls, asked.catalogue, asked.words)),
    "ics": ("kontroll.ics", lambda asked: tasks(asked.calls, asked.catalogue, asked.words, A_WEEK)),
}
"""What another program opens: all that is due, in a file."""


def tell_due(options: Options, console: Console) -> Exit:
    """What `hefte due` does."""
    work = look_through(options.content, options.day)
    if work.catalogue is None:
        return tell_errors(work.problems, options.content, console)
    tell_left_out(work.unread, options.content, console)
    every = due_entries(work.catalogue)
    form = options.due_format
    limit = (A_WEEK if form in _TEXTS else 0) if options.due_limit is None else options.due_limit
    calls = this_week(calls_of(every, work.catalogue), limit)
    asked = List(calls, every, work.catalogue, console.words)
    if form in _TEXTS:
        _told(_TEXTS[form](asked), options, console)
    elif form in _FILES:
        name, make = _FILES[form]
        _written(options.due_out or _FOLDER / name, make(asked), options, console)
    else:
        _write_letters(asked, options, console)
    return Exit.FINE


def _write_letters(asked: List, options: Options, console: Console) -> None:
    """A letter to each that has an address for e-mail, and a sheet of the others; nothing is sent."""
    folder = options.due_out or _FOLDER / _LETTERS
    files = dict(_letters(asked))
    if there := next((name for name in files if (folder / name).exists()), None):
        refuse_what_is_there(folder / there, options)
    for name, content in files.items():
        _hand_out(folder / name, content)
    number = len(files) - (_SHEET in files)
    if number:
        console.write(console.words.say_count("command.letters-written", number, path=str(folder)))
    if _SHEET in files:
        console.say("sheet-written", path=str(folder / _SHEET))
    if not files:
        console.say("no-letters")


def _letters(asked: List) -> Iterator[tuple[str, bytes]]:
    names: set[str] = set()
    written_to = [call for call in asked.calls if _is_written_to(call, asked.catalogue)]
    for call in written_to:
        words = words_of(language_of_letter(call, asked.catalogue))
        name = slug(caller_title(call.caller, words)) or "brev"
        while name in names:
            name += "-2"
        names.add(name)
        yield f"{name}.eml", inquiry(call, asked.catalogue, words)
    others = tuple(call for call in asked.calls if call not in written_to)
    if others:
        every = tuple(due for call in others for due in call.dues)
        yield _SHEET, call_sheet(others, every, asked.catalogue, asked.words).encode("utf-8")


def _is_written_to(call: Call, catalogue: Catalogue) -> bool:
    """Whether there is an address, and it is not our own."""
    ours = catalogue.settings.contact
    return bool(call.caller.email) and not (ours and ours.email == call.caller.email)


def _told(text: str, options: Options, console: Console) -> None:
    if options.due_out is None:
        console.write(text.rstrip("\n"))
    else:
        _written(options.due_out, text.encode("utf-8"), options, console)


def _written(path: Path, content: bytes, options: Options, console: Console) -> None:
    refuse_what_is_there(path, options)
    _hand_out(path, content)
    console.say("file-written", path=str(path))


def _hand_out(path: Path, content: bytes) -> None:
    hand_out(path, content)
    ignored = _FOLDER / ".gitignore"
    if path.parts[0] == _FOLDER.name and not ignored.exists():
        hand_out(ignored, b"*\n")
