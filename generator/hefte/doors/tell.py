"""Problems as lines for a terminal, a log or a program, with the text that they are about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from hefte.doors.console import Console
from hefte.doors.trouble import Exit
from hefte.language import Words
from hefte.problem import Problem
from hefte.report import Fixable, report

_NAMED = 5
"""So many files are named in one sentence."""


def tell(
    problems: Iterable[Problem],
    form: str,
    words: Words,
    content: Path,
    *,
    whole: bool = True,
    fixable: Fixable = frozenset(),
    instead: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[str]:
    """Tell the problems in one of the forms of `hefte check --format`; `whole` tells people every notice.

    `fixable` are those that `hefte fix` can mend, and `instead` holds the bytes of files that are not on disk yet.
    """

    def text_of(path: str) -> str | None:
        if path in instead:
            return instead[path].decode("utf-8", "replace")
        file = content / path
        is_text = file.suffix.lower() in {".yaml", ".yml"} and file.is_file() and not file.is_symlink()
        return file.read_text(encoding="utf-8", errors="replace") if is_text else None

    return report(problems, form, words, text_of, content.as_posix(), whole=whole, fixable=fixable)


def tell_problems(problems: Iterable[Problem], content: Path, console: Console) -> None:
    """Tell somebody at a terminal what is wrong in files of content."""
    for line in tell(problems, "text", console.words, content):
        console.write(line)


def tell_of_source(problems: Iterable[Problem], console: Console, text: str | None = None, folder: str = "") -> None:
    """Tell what is wrong in a file that is taken in and lies outside of content, with its lines where it has a text."""
    for line in report(problems, "text", console.words, lambda _: text, folder):
        console.write(line)


def tell_errors(problems: Iterable[Problem], content: Path, console: Console) -> Exit:
    """Tell why nothing can be done with content as it is."""
    tell_problems((one for one in problems if one.stops_the_build), content, console)
    return Exit.CONTENT


def tell_left_out(unread: Sequence[str], content: Path, console: Console) -> None:
    """Tell beside the answer which files cannot be read, so that nobody takes a list without them for whole."""
    if not unread:
        return
    more = len(unread) - _NAMED
    named = [(content / path).as_posix() for path in unread[:_NAMED]]
    named += [console.words.say_count("command.files-more", more)] if more > 0 else []
    form = "one" if len(unread) == 1 else "many"
    console.remark(f"files-left-out.{form}", number=len(unread), files=", ".join(named))
