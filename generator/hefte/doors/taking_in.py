"""Write drafts into content/, look through it anew, and take back each that would stop the next build."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.options import Options
from hefte.doors.tell import tell
from hefte.doors.trouble import Exit, machine_trouble
from hefte.problem import Problem, Severity


class Written(NamedTuple):
    """A draft on disk: its path below content/, and what stood in its files before."""

    path: str
    before: tuple[tuple[Path, bytes | None], ...]


def put(file: Path, text: str) -> tuple[Path, bytes | None]:
    """Write a file, and remember what it was."""
    with machine_trouble(file):
        before = file.read_bytes() if file.exists() else None
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return file, before


def looked_through(
    written: Sequence[Written], options: Options, console: Console, say: Callable[[Written], None]
) -> Exit:
    """Check the content anew: a draft that would stop the next build is taken back, and of the others `say` tells."""
    if not written:
        return Exit.FINE
    work = look_through(options.content, options.day)
    paths = {one.path for one in written}
    told = [problem for problem in work.problems if problem.where.path in paths]
    tell_problems((problem for problem in told if problem.severity is not Severity.NOTICE), options, console)
    stopping = {problem.where.path for problem in told if problem.stops_the_build}
    for one in written:
        if one.path in stopping:
            _take_back(one)
            console.remark("taken-back", path=str(one.before[0][0]))
        else:
            say(one)
    if len(stopping) < len(written):
        console.say("drafts-are-hidden")
    return Exit.CONTENT if stopping else Exit.FINE


def tell_problems(problems: Iterable[Problem], options: Options, console: Console) -> None:
    """Tell what is wrong in files of content."""
    for line in tell(problems, "text", console.words, options.content):
        console.write(line)


def _take_back(one: Written) -> None:
    for file, before in one.before:
        with machine_trouble(file):
            if before is None:
                file.unlink()
            else:
                file.write_bytes(before)
