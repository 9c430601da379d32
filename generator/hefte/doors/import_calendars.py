"""Take somebody's calendar in: its events as drafts in `arrangementer/`, or a school's days off as `skolerute`.

An event is known by its UID: what was taken in before stays as its editor has made it, unless it is to be replaced.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

from hefte.catalogue import Catalogue
from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.fetching import fetch
from hefte.doors.handing_out import refuse_what_is_there
from hefte.doors.options import Options
from hefte.doors.package import words_of
from hefte.doors.rewriting import rewrite
from hefte.doors.taking_in import read_from, take_in
from hefte.doors.tell import tell_errors, tell_of_source
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.edits import with_plain_ends
from hefte.interchange.calendar_drafts import Taker, drafts_of
from hefte.interchange.calendar_file import LARGEST_BYTES, CalendarFile, read_calendar
from hefte.interchange.drafts import Draft, text_of
from hefte.interchange.school_calendar import school_calendar
from hefte.model import Event, Settings
from hefte.norwegian import slug
from hefte.problem import Problem

FOLDER = Event.folder
_ADDRESS = re.compile(r"(?:https?|webcals?):/+(.+)", re.IGNORECASE)
"""An address as a path has it: two slashes have become one."""

_FOR_EVENTS = "diverse"


class _Came(NamedTuple):
    """A calendar that is to be taken in: what it is called in the report, its bytes, and what it holds."""

    name: str
    data: bytes
    file: CalendarFile


def import_calendar(file: Path, options: Options, console: Console) -> Exit:
    """What `hefte import ics FILE` and `hefte import skolerute FILE` do."""
    name, data = _read(file)
    return _READERS[options.kind](_Came(name, data, read_calendar(name, data)), options, console)


def _read(file: Path) -> tuple[str, bytes]:
    """The name and the bytes of a file, or of what lies at an address; of that its host is name enough."""
    match = _ADDRESS.fullmatch(file.as_posix())
    if match:
        scheme = "http" if file.as_posix().lower().startswith("http:") else "https"
        return match[1].split("/", 1)[0], fetch(f"{scheme}://{match[1]}", LARGEST_BYTES)
    return file.name, read_from(file)


def _tell(problems: Iterable[Problem], came: _Came, console: Console) -> None:
    """Tell what is wrong in the calendar, each with its line; the file lies outside of content/."""
    text = came.data.decode("utf-8-sig", errors="replace")
    tell_of_source(problems, console, text)


def _events(came: _Came, options: Options, console: Console) -> Exit:
    work = look_through(options.content, options.day)
    if work.catalogue is None:
        return tell_errors(work.problems, options.content, console)
    taken = drafts_of(came.name, came.file, _taker(work.catalogue))
    _tell(taken.problems, came, console)
    known = _known(work.catalogue)
    there = sum(uid in known for uid, _ in taken.drafts)
    new = [(known.get(uid, ""), draft) for uid, draft in taken.drafts if options.replace_old or uid not in known]
    for name, number in (("events-over", taken.over), ("events-known", there if not options.replace_old else 0)):
        if number:
            console.remark(name, number=number)
    files = _files(new, work.catalogue, options)
    if files:
        return take_in([{path: text} for path, text in files.items()], options, console)
    is_nothing = not taken.drafts and not taken.over
    return Exit.CONTENT if is_nothing else Exit.FINE


def _taker(catalogue: Catalogue) -> Taker:
    settings = catalogue.settings
    codes = sorted(catalogue.categories, key=lambda code: code != _FOR_EVENTS)
    named: dict[str, str] = {slug(code): code for code in codes}
    for category in catalogue.categories.values():
        for language in settings.languages:
            named.setdefault(slug(category.name.said(language).text), category.code)
    return Taker(settings.municipalities[0], named, words_of(settings.languages[0]), catalogue.today)


def _known(catalogue: Catalogue) -> Mapping[str, str]:
    """The files of events that were taken in before, by their UIDs."""
    return {source.uid: entry.path for entry in catalogue.entries for source in entry.sources if source.uid}


def _files(new: Iterable[tuple[str, Draft]], catalogue: Catalogue, options: Options) -> Mapping[str, str]:
    """The files to write by their paths below content/: one for each event, or one for all of them."""
    taken = {event.id for event in catalogue.all(Event)} | {Path(path).stem for path in _there(options)}
    named = [(path or f"{FOLDER}/{_free(draft.id, taken)}.yaml", draft) for path, draft in new]
    if options.out_file is None or not named:
        return {path: text_of(draft) for path, draft in named}
    target = options.out_file if options.out_file.parent != Path() else options.content / FOLDER / options.out_file
    is_there = target.resolve().parent == (options.content / FOLDER).resolve() and target.suffix in {".yaml", ".yml"}
    if not is_there or slug(target.stem) != target.stem:
        folder = str(options.content / FOLDER)
        raise Trouble("not-an-event-file", code=Exit.WRONG_USE, path=str(target), folder=folder)
    refuse_what_is_there(target, options)
    rows = (f"- id: {Path(path).stem}\n{indent(text_of(draft), '  ')}" for path, draft in named)
    return {f"{FOLDER}/{target.name}": "\n".join(rows)}


def _there(options: Options) -> Iterator[str]:
    folder = options.content / FOLDER
    yield from (path.name for path in folder.iterdir()) if folder.is_dir() else ()


def _free(name: str, taken: set[str]) -> str:
    """The name, or with a number where another entry has it; from now on it is taken."""
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    found = next(one for one in names if one not in taken)
    taken.add(found)
    return found


def _school(came: _Came, options: Options, console: Console) -> Exit:
    """Print the days off, or write them into settings that have none."""
    found = school_calendar(came.name, came.file)
    _tell(found.problems, came, console)
    if not found.lines:
        console.remark("no-days-off")
        return Exit.CONTENT
    text = "".join(f"{line}\n" for line in found.lines)
    if not options.write:
        console.write(text.rstrip("\n"))
        return Exit.FINE
    target = options.content / Settings.file
    with machine_trouble(target):
        content = target.read_bytes()
    before = content.decode("utf-8")
    if re.search(r"^skolerute\s*:", before, re.MULTILINE):
        console.write(text.rstrip("\n"))
        raise Trouble("school-year-is-there", code=Exit.WRONG_USE, path=str(target))
    after = with_plain_ends(before, lambda plain: f"{plain.rstrip()}\n{text}") or before
    rewrite(target, content, after.encode())
    console.say("school-year-written", path=str(target))
    return Exit.FINE


_READERS: Mapping[str, Callable[[_Came, Options, Console], Exit]] = {"ics": _events, "skolerute": _school}
