"""What can be written after `hefte`: each command's options, read into values or refused in the reader's language."""

import argparse
import os
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from hefte.doors.trouble import Exit, Trouble
from hefte.language import LANGUAGES

FORMATS = ("text", "github", "gitlab", "sarif", "junit", "json")
"""The forms of `hefte check --format`."""

DUE_FORMATS = ("text", "markdown", "csv", "ics", "epost")
"""The forms of `hefte due --format`."""

_HOME = ZoneInfo("Europe/Oslo")


class Options(NamedTuple):
    """The values of one call; an option that was not written has the value that most people want."""

    content: Path = Path("content")
    out: Path = Path("site")
    language: str = ""
    today: date | None = None
    format: str = "text"
    no_booklets: bool = False
    port: int = 8000
    demo: bool = False
    site_name: str = ""
    municipality: str = ""
    rule: str = ""
    alt: bool = False
    folder: Path = Path()
    letters: Path = Path("brev")
    month: date | None = None
    kind: str = ""
    file: Path | None = None
    out_file: Path | None = None
    title: str = ""
    source: str = ""
    sights: bool = False
    trim: float = 0.0
    shortest: float = 300.0
    replace_old: bool = False
    service: str = "kartverket"
    server: str = ""
    agent: str = ""
    write: bool = False
    sheet: str = ""
    type: str = ""
    mapping: Path | None = None
    again: bool = False
    limit: int = 0
    host: str = ""
    accept: bool = False
    spelling: bool = False
    files: tuple[Path, ...] = ()
    entry_type: str = ""
    named: str = ""
    ids: tuple[str, ...] = ()
    by: str = ""
    done: date | None = None
    next: date | None = None
    due_limit: int | None = None
    due_format: str = "text"
    due_out: Path | None = None

    @property
    def day(self) -> date:
        """The day that the site is made for."""
        return self.today or this_day()


class Option(NamedTuple):
    """One option: how it is written, what its value is called, how it is read, and what it may be.

    `field` is its name among `Options`, where that is not the flag's own; `words` is the end of the key of its words,
    where one flag says something else to another command. `many` takes all that is written of it, as a tuple.
    """

    flag: str
    value: str = ""
    read: Callable[["Option", str], object] = lambda _, text: text
    choices: tuple[str, ...] = ()
    field: str = ""
    many: bool = False
    words: str = ""

    @property
    def name(self) -> str:
        """The option without its dashes, as `Options` has it with underscores."""
        return self.field or self.flag.removeprefix("--")

    @property
    def about(self) -> str:
        """The key of its words."""
        return f"command.option.{self.words or self.name}"


def this_day() -> date:
    """Today in Norway, or the day of SOURCE_DATE_EPOCH (reproducible-builds.org) where that is set."""
    moment = os.environ.get("SOURCE_DATE_EPOCH")
    if not moment:
        return datetime.now(_HOME).date()
    try:
        return datetime.fromtimestamp(int(moment), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise _refusal("not-a-day", moment) from None


def _path(_: Option, text: str) -> Path:
    return Path(text)


def _one_of(option: Option, text: str) -> str:
    if text not in option.choices:
        raise _refusal("unknown-choice", text, option=option.flag, choices=", ".join(option.choices))
    return text


def _day(_: Option, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _refusal("not-a-day", text) from None


def _month(_: Option, text: str) -> date:
    """The first day of a month that is written as 2026-12."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise _refusal("not-a-month", text) from None


def _port(_: Option, text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise _refusal("not-a-port", text)
    return int(text)


def _number(_: Option, text: str) -> int:
    if not text.isdecimal() or int(text) > 100_000:
        raise _refusal("not-a-number", text)
    return int(text)


def _metres(_: Option, text: str) -> float:
    number = text.strip().removesuffix("m").strip().replace(",", ".")
    if not number.replace(".", "", 1).isdecimal() or float(number) > 100_000:
        raise _refusal("not-metres", text)
    return float(number)


def _count(_: Option, text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 100_000:
        raise _refusal("not-a-count", text)
    return int(text)


def _host(_: Option, text: str) -> str:
    """A host, also where a whole address was pasted."""
    return text.lower().rpartition("://")[2].partition("/")[0]


def _refusal(name: str, value: str, **values: object) -> Trouble:
    return Trouble(name, code=Exit.WRONG_USE, value=value, **values)


CONTENT = Option("--content", "folder", _path)
OUT = Option("--out", "folder", _path)
LETTERS = Option("--out", "folder", _path, field="letters")
MONTH = Option("--month", "month", _month)
LANGUAGE = Option("--language", "language", _one_of, LANGUAGES)
TODAY = Option("--today", "date", _day)
FORMAT = Option("--format", "format", _one_of, FORMATS)
NO_BOOKLETS = Option("--no-booklets")
PORT = Option("--port", "port", _port)
DEMO = Option("--demo")
SITE_NAME = Option("--name", "words", field="site-name")
MUNICIPALITY = Option("--municipality", "municipality")
ALL = Option("--alt")
RULE = Option("rule", "rule")
FOLDER = Option("folder", "folder", _path)


def kinds(*names: str) -> Option:
    """What is to be taken in or given out."""
    return Option("kind", "kind", _one_of, names)


FILE = Option("file", "file", _path)
OUT_FILE = Option("--out", "file", _path, field="out-file")
TITLE = Option("--title", "words")
SOURCE = Option("--source", "source", _one_of, ("målt", "tegnet"))
SIGHTS = Option("--sights")
TRIM = Option("--trim", "metres", _metres)
SHORTEST = Option("--shortest", "metres", _metres)
REPLACE = Option("--replace", field="replace-old")
REPLACE_OR_TAKE = REPLACE._replace(words="replace-or-take")
SERVICE = Option("--service", "service", _one_of, ("kartverket", "nominatim"))
SERVER = Option("--server", "address")
AGENT = Option("--agent", "words")
WRITE = Option("--write")
SHEET = Option("--sheet", "words")
TYPE = Option(
    "--type", "type", _one_of, ("aktiviteter", "arrangementer", "grupper", "turer", "steder", "organisasjoner")
)
MAPPING = Option("--mapping", "file", _path)
AGAIN = Option("--again")
DELETED_TOO = AGAIN._replace(words="deleted-too")
LIMIT = Option("--limit", "number", _count)
HOST = Option("--host", "host", _host)
ACCEPT = Option("--accept")
SPELLING = Option("--spelling")
NAMED = Option("--title", "words", field="named")
ENTRY_TYPE = Option("entry_type", "entry-type")
FILES = Option("files", "files", _path, many=True)
IDS = Option("ids", "ids", many=True)
BY = Option("--by", "role")
DONE = Option("--date", "date", _day, field="done")
NEXT = Option("--next", "date", _day)
DUE_LIMIT = Option("--limit", "number", _number, field="due-limit")
DUE_FORMAT = Option("--format", "format", _one_of, DUE_FORMATS, field="due-format")
DUE_OUT = Option("--out", "file", _path, field="due-out")


def read_options(command: str, takes: Iterable[Option], arguments: Iterable[str]) -> Options:
    """Read what stands after the command; raise Trouble for what cannot be understood."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    by_name = {option.name.replace("-", "_"): option for option in takes}
    for option in by_name.values():
        _declare(parser, option)
    try:
        found, unknown = parser.parse_known_intermixed_args(list(arguments))
    except argparse.ArgumentError as error:
        raise _refusal("value-missing", "", option=error.argument_name) from None
    if unknown:
        raise _refusal("unknown-option", unknown[0], command=command)
    written: dict[str, Any] = {
        name: _read(by_name[name], value) for name, value in vars(found).items() if value is not None
    }
    return Options(**written)


def _declare(parser: argparse.ArgumentParser, option: Option) -> None:
    name = option.name.replace("-", "_")
    if not option.value:
        parser.add_argument(option.flag, action="store_true", default=None, dest=name)
    elif option.flag.startswith("--"):
        parser.add_argument(option.flag, dest=name)
    else:
        parser.add_argument(option.flag, nargs="*" if option.many else "?")


def _read(option: Option, value: str | bool | list[str]) -> object:
    if isinstance(value, list):
        return tuple(option.read(option, one) for one in value)
    return value if isinstance(value, bool) else option.read(option, value)
