"""Stamp entries that somebody has checked: the date goes into their files, and what was written is shown."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from hefte import norwegian
from hefte.catalogue import Catalogue
from hefte.check.people import names_a_person
from hefte.check.persons import is_placeholder
from hefte.doors.build import Work, look_through
from hefte.doors.console import Console
from hefte.doors.options import Options
from hefte.doors.rewriting import FileChange, rewrite
from hefte.doors.tell import tell_errors, tell_problems
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.edits import with_plain_ends
from hefte.model import Document, Entry
from hefte.model.parts import Checked
from hefte.model.texts import MAX_LINE
from hefte.reading import language_of, read_file
from hefte.telling.freshness import later, next_check
from hefte.upkeep.named import entries_named, meant, path_of
from hefte.upkeep.stamp import Stamp, stamp_of, stamped

_LONGEST_AGO, _FURTHEST_ON = 24, 36
"""Months: an older check says nothing of today, and what waits longer is forgotten."""


def verify(options: Options, console: Console) -> Exit:
    """What `hefte verify` does: all that is named is found before anything is written."""
    work = look_through(options.content, options.day)
    if work.catalogue is None:
        return tell_errors(work.problems, options.content, console)
    day = options.done or options.day
    _days_make_sense(day, options)
    asked, role = _asked(options), _role(options.by, work.catalogue)
    language = language_of(work.catalogue.settings)
    found = [_found(written, work, options, console) for written in asked]
    if None in found:
        return Exit.CONTENT
    codes = [Exit.FINE]
    for entry in dict.fromkeys(entry for entry in found if entry):
        if entry.is_closed:
            console.remark("verify-is-closed", title=_title(entry, console), status=entry.status.value)
        stamp = stamp_of(entry, role, day, options.next, work.catalogue)
        codes.append(_write(entry, stamp, options.content / entry.path, language, console))
    return max(codes)


def _asked(options: Options) -> tuple[str, ...]:
    if not options.ids:
        raise Trouble("verify-which", code=Exit.WRONG_USE)
    return options.ids


def _days_make_sense(day: date, options: Options) -> None:
    if day > options.day:
        values = {"value": day.isoformat(), "today": options.day.isoformat()}
        raise Trouble("verify-in-the-future", code=Exit.WRONG_USE, **values)
    if day < later(options.day, -_LONGEST_AGO):
        values = {"value": day.isoformat(), "today": options.day.isoformat()}
        raise Trouble("verify-long-ago", code=Exit.WRONG_USE, months=_LONGEST_AGO, **values)
    if options.next and options.next > later(options.day, _FURTHEST_ON):
        far = options.next.isoformat()
        raise Trouble("verify-next-is-far", code=Exit.WRONG_USE, value=far, months=_FURTHEST_ON)
    if options.next and options.next <= day:
        values = {"value": options.next.isoformat(), "day": day.isoformat()}
        raise Trouble("verify-next-is-past", code=Exit.WRONG_USE, **values)


def _role(written: str, catalogue: Catalogue) -> str:
    """The role as it will be published; a person's name is refused."""
    role = " ".join(written.split())
    if not role:
        raise Trouble("verify-by-whom", code=Exit.WRONG_USE)
    if len(role) > MAX_LINE or not role.isprintable():
        raise Trouble("verify-by-a-long-text", code=Exit.WRONG_USE, limit=MAX_LINE)
    if is_placeholder(role):
        raise Trouble("verify-by-a-placeholder", code=Exit.WRONG_USE, value=role)
    if names_a_person(role, catalogue):
        raise Trouble("verify-by-a-name", code=Exit.WRONG_USE, value=role)
    return role


def _found(written: str, work: Work, options: Options, console: Console) -> Entry | None:
    """The entry that is meant; None where its file has errors, which are told."""
    catalogue = work.catalogue
    entries = entries_named(written, catalogue) if catalogue else ()
    if len(entries) > 1:
        names = " · ".join(f"{entry.folder}/{entry.id}" for entry in entries)
        raise Trouble("verify-several", code=Exit.WRONG_USE, value=written, choices=names)
    if entries:
        return entries[0]
    broken = tuple(_broken(written, work))
    if not broken:
        near = meant(written, catalogue) if catalogue else ""
        hint = console.words.say("command.did-you-mean", value=near) if near else ""
        raise Trouble("verify-unknown", code=Exit.WRONG_USE, value=written, nearest=hint)
    tell_problems((problem for problem in work.problems if problem.where.path in broken), options.content, console)
    console.remark("verify-mend-first", path=str(options.content / broken[0]))
    return None


def _broken(written: str, work: Work) -> Iterator[str]:
    """The files that an id may lead to and that cannot be read."""
    wanted = path_of(written)
    for path in dict.fromkeys(problem.where.path for problem in work.problems if problem.stops_the_build):
        if path == wanted or (not wanted and path.endswith(f"/{written}.yaml")):
            yield path


def _write(entry: Entry, stamp: Stamp, file: Path, language: str, console: Console) -> Exit:
    """Write the stamp and show what was written, or say how to write it by hand."""
    with machine_trouble(file):
        content = file.read_bytes()
    before = content.decode("utf-8")
    after = with_plain_ends(before, lambda text: stamped(text, entry.stand.at, stamp))
    done = _read_again(entry, before, after, language) if after else None
    if after is None or done is None:
        console.remark("verify-not-written", path=str(file), day=stamp.day.isoformat())
        return Exit.CONTENT
    if after == before:
        console.say("verify-was-written", title=_title(entry, console), path=str(file))
        return Exit.FINE
    rewrite(file, content, after.encode())
    for line in FileChange(file, before, after).shown.splitlines()[2:]:
        if line.startswith(("+", "-")):
            console.write(line)
    following = norwegian.day(next_check(entry, done), console.words.language)
    console.say("verify-written", title=_title(entry, console), path=str(file), next=following)
    return Exit.FINE


def _title(entry: Entry, console: Console) -> str:
    return entry.title.said(console.words.language).text


def _read_again(entry: Entry, before: str, after: str, language: str) -> Checked | None:
    """The check as the new file tells it; None where that is not sound, or anything else has changed."""
    old, new = (read_file(entry.path, text.encode("utf-8"), language).documents for text in (before, after))
    found = next((one.checked for one in new if isinstance(one, Entry) and one.id == entry.id), None)
    is_same = len(old) == len(new) and all(_is_same(*pair, entry.id) for pair in zip(old, new, strict=True))
    return found if is_same else None


def _is_same(old: Document, new: Document, stamped_id: str) -> bool:
    names = (name for name in type(old).model_fields if name != "checked" or old.id != stamped_id)
    return all(getattr(old, name) == getattr(new, name) for name in names)
