"""Begin a municipality's folder: the files that it needs, content to start from, and a history in git."""

import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import hefte
from hefte.content_format.changes import newest
from hefte.doors import package
from hefte.doors.console import Console
from hefte.doors.editor import write_editor_help
from hefte.doors.first_commit import begin_history
from hefte.doors.options import Options
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.edits import Value, with_value
from hefte.guide import GUIDE
from hefte.language import Words
from hefte.model import Settings
from hefte.municipalities import MUNICIPALITIES, numbers_of
from hefte.schema import headed
from hefte.spelling import nearest

_PINNED = "requirements.txt"
_README = "README.md"
_README_BESIDE = "LES-MEG-HEFTE.md"
_EITHER = re.compile(r"<!-- start -->(?P<start>.*?)<!-- demo -->(?P<demo>.*?)<!-- end -->", re.DOTALL)
_DIGITS = 4
_WRITTEN_IN = ("nb", "nn")
_EVENT = "arrangementer/eksempel-arrangement.yaml"
_SATURDAY = 5
_NOBODY = "9900"
"""The number that stands in the examples, and is no municipality's."""


def begin_municipality(options: Options, console: Console) -> Exit:
    """What `hefte init` does; raise Trouble where content stands, or a municipality is none."""
    folder = options.folder.resolve()
    content = folder / "content"
    if content.exists():
        raise Trouble("already-begun", code=Exit.WRONG_USE, path=str(content))
    number = _number(options.municipality) if options.municipality else ""
    with machine_trouble(folder):
        left = _lay_out(folder, console.words, demo=options.demo)
        if not options.demo:
            _adapt(content, number, options, console.words)
    write_editor_help(folder, console.words)
    if left:
        console.say("begun-beside", files=", ".join(left))
    console.say("begun", path=folder, readme=_README_BESIDE if _README in left else _README)
    console.say(f"history-{begin_history(folder, console.words.say('command.first-commit'))}")
    console.say("guide-lies", path=folder / GUIDE)
    return Exit.FINE


def _number(written: str) -> str:
    """The number of a municipality by its number or name; raise Trouble where there is none, or several."""
    found = (written,) if written in MUNICIPALITIES else numbers_of(written)
    if not found:
        near = ", ".join(_near(written)) or "–"
        raise Trouble("no-such-municipality", code=Exit.WRONG_USE, value=written, nearest=near)
    if len(found) > 1:
        raise Trouble("several-municipalities", code=Exit.WRONG_USE, value=written, numbers=", ".join(found))
    return found[0]


def _near(written: str) -> tuple[str, ...]:
    """Names that are nearly the same; of a number the ones beside it, the one that has lost its first zero alone."""
    if not written.isdecimal():
        return nearest(written, tuple(MUNICIPALITIES.values()))
    whole = written.zfill(_DIGITS)
    numbers = (whole,) if whole in MUNICIPALITIES else nearest(written, tuple(MUNICIPALITIES))
    return tuple(f"{number} {MUNICIPALITIES[number]}" for number in numbers)


def _lay_out(folder: Path, words: Words, *, demo: bool) -> tuple[str, ...]:
    """Lay out our files, and return those that were there already: they are the municipality's own and stay."""
    start = package.templates() / "start"
    written_in = words.language if words.language in _WRITTEN_IN else _WRITTEN_IN[0]
    left = [name for part in (start / "common", start / written_in) for name in _copy(part, folder, demo=demo)]
    if _README in left:
        (folder / _README_BESIDE).write_bytes(_text_of(start / written_in / _README, demo=demo))
    if demo:
        shutil.rmtree(folder / "content")
        shutil.copytree(package.demo(), folder / "content")
    pinned = folder / _PINNED
    if pinned.exists():
        return (*left, _PINNED)
    pinned.write_text(f"hefte=={hefte.__version__}\n", encoding="utf-8")
    return tuple(left)


def _copy(start: Path, folder: Path, *, demo: bool) -> Iterator[str]:
    """Copy what is not there, and yield the names of files that are, and say something else than ours."""
    for source in sorted(filter(Path.is_file, start.rglob("*"))):
        name = source.relative_to(start)
        target, ours = folder / name, _text_of(source, demo=demo)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(ours)
            shutil.copymode(source, target)
        elif target.is_dir() or target.read_bytes() != ours:
            yield name.as_posix()


def _text_of(source: Path, *, demo: bool) -> bytes:
    """A file of ours; the README says one thing where examples lie, and another where a whole municipality does."""
    if source.name != _README:
        return source.read_bytes()
    return _EITHER.sub(lambda match: match["demo" if demo else "start"], source.read_text("utf-8")).encode()


def _adapt(content: Path, number: str, options: Options, words: Words) -> None:
    """Write whose the content is into every file, and put the example of an event a month ahead."""
    known: dict[str, Value] = {"kommune": number} if number else {}
    name = options.site_name or (words.say("command.site-name", name=MUNICIPALITIES[number]) if number else "")
    for file in sorted(content.rglob("*.yaml")):
        path = file.relative_to(content).as_posix()
        is_settings = path == Settings.file
        values = known | (_of_settings(name) if is_settings else {}) | _days(path, options.day)
        text = _with_values(_without_remark(file.read_text(encoding="utf-8"), number), values)
        file.write_text(headed(path, text), encoding="utf-8", newline="\n")


def _of_settings(name: str) -> dict[str, Value]:
    values: dict[str, Value] = {"innholdsformat": str(newest(package.format_changes()))}
    return values | ({"navn": name} if name else {})


def _without_remark(text: str, number: str) -> str:
    """Where the number of the municipality is known, nobody has to be told to write it."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not (number and line.startswith(f"# {_NOBODY} ")))


def _days(path: str, day: date) -> dict[str, Value]:
    if path != _EVENT:
        return {}
    coming = day + timedelta(28)
    saturday = coming + timedelta((_SATURDAY - coming.weekday()) % 7)
    return {"start": f"{saturday} 11:00", "slutt": f"{saturday} 14:00"}


def _with_values(text: str, values: Mapping[str, Value]) -> str:
    for key, value in values.items():
        if f"\n{key}:" in text:
            text = with_value(text, (), key, value) or text
    return text
