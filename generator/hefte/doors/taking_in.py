"""Write drafts into content/, look through it anew, and take back each that would stop the next build."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.options import Options
from hefte.doors.tell import tell
from hefte.doors.trouble import Exit, machine_trouble
from hefte.problem import Problem, Severity


def take_in(files: Mapping[str, str], options: Options, console: Console) -> Exit:
    """Write files by their paths below content/, and tell of each whether it stays."""
    before = {path: _put(options.content / path, text) for path, text in files.items()}
    work = look_through(options.content, options.day)
    told = [problem for problem in work.problems if problem.where.path in files]
    tell_problems((one for one in told if one.severity is not Severity.NOTICE), options, console)
    stopping = {problem.where.path for problem in told if problem.stops_the_build}
    for path, old in before.items():
        target = options.content / path
        if path in stopping:
            _take_back(target, old)
            console.remark("taken-back", path=str(target))
        else:
            console.say("event-written", path=str(target))
    if len(stopping) < len(files):
        console.say("drafts-are-hidden")
    return Exit.CONTENT if stopping else Exit.FINE


def tell_problems(problems: Iterable[Problem], options: Options, console: Console) -> None:
    """Tell what is wrong in files of content."""
    for line in tell(problems, "text", console.words, options.content):
        console.write(line)


def _put(file: Path, text: str) -> bytes | None:
    """Write a file, and remember what it was."""
    with machine_trouble(file):
        before = file.read_bytes() if file.exists() else None
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return before


def _take_back(file: Path, before: bytes | None) -> None:
    with machine_trouble(file):
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
