"""Take drafts into content/: write them, look through content anew, and take back what would stop the next build.

Nothing that stands there is overwritten unless somebody says so.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from hefte.doors.build import look_through
from hefte.doors.console import Console
from hefte.doors.options import Options
from hefte.doors.rewriting import rewrite
from hefte.doors.tell import tell_problems
from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.edits import with_plain_ends
from hefte.problem import Severity
from hefte.schema import headed

Files = Mapping[str, str]
"""A draft as it is written: the texts of its files by their paths below content/, that of its entry first."""


def read_from(file: Path) -> bytes:
    """The bytes of a file that is taken in; raise Trouble where there is none."""
    if not file.is_file():
        raise Trouble("no-such-file", code=Exit.WRONG_USE, path=str(file))
    with machine_trouble(file):
        return file.read_bytes()


def take_in(drafts: Sequence[Files], options: Options, console: Console, changed: Sequence[Files] = ()) -> Exit:
    """Write drafts under their schema lines, and entries that were there `changed` and else as they are.

    It is told of each whether it stays.
    """
    headed_drafts = [{path: headed(path, text) for path, text in draft.items()} for draft in drafts]
    files = (*headed_drafts, *changed)
    before = [{path: _put(options.content / path, text) for path, text in each.items()} for each in files]
    entries = {next(iter(each)) for each in files}
    told = [one for one in look_through(options.content, options.day).problems if one.where.path in entries]
    tell_problems((one for one in told if one.severity is not Severity.NOTICE), options.content, console)
    stopping = {one.where.path for one in told if one.stops_the_build}
    for old in before:
        _settle(old, options.content, console, is_stopping=next(iter(old)) in stopping)
    if any(next(iter(draft)) not in stopping for draft in drafts):
        console.say("drafts-are-hidden")
    return Exit.CONTENT if stopping else Exit.FINE


def _settle(before: Mapping[str, bytes | None], content: Path, console: Console, *, is_stopping: bool) -> None:
    """Take back what would stop the build, and tell what is written."""
    path, *beside = (str(content / name) for name in before)
    if is_stopping:
        for name, old in before.items():
            _take_back(content / name, old)
        console.remark("taken-back", path=path)
    elif beside:
        console.say("draft-written", path=path, track=beside[0])
    else:
        console.say("file-written", path=path)


def _put(file: Path, text: str) -> bytes | None:
    """Write a file, and remember what it was; one that was there keeps its line ends."""
    with machine_trouble(file):
        before = file.read_bytes() if file.exists() else None
        file.parent.mkdir(parents=True, exist_ok=True)
        if before is None:
            file.write_text(text, encoding="utf-8", newline="\n")
    if before is not None:
        rewrite(file, before, (with_plain_ends(before.decode("utf-8", "replace"), lambda _: text) or text).encode())
    return before


def _take_back(file: Path, before: bytes | None) -> None:
    with machine_trouble(file):
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
