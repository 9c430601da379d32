"""Changes of content files: shown as they would be, or written, with the line ends that each file has."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from hefte.doors.console import Console
from hefte.doors.trouble import machine_trouble
from hefte.edits import difference


class Change(NamedTuple):
    """The text of a file as it was read, and as it would be."""

    file: Path
    before: str
    after: str

    @property
    def is_real(self) -> bool:
        """Whether anything would change."""
        return self.before != self.after

    @property
    def shown(self) -> str:
        """What would change, as git shows it."""
        return difference(self.file.as_posix(), self.before, self.after).rstrip("\n")


def change_files(changes: Iterable[Change], console: Console) -> None:
    """Write what is changed, and say so; a file that somebody has changed in the meantime is left alone."""
    for change in changes:
        if not change.is_real:
            continue
        with machine_trouble(change.file):
            text = change.file.read_bytes().decode("utf-8", "replace")
        mark, ends = ("\ufeff" if text.startswith("\ufeff") else ""), ("\r\n" if "\r\n" in text else "\n")
        if text.removeprefix("\ufeff").replace("\r\n", "\n") != change.before:
            console.remark("file-changed-meanwhile", path=change.file.as_posix())
            continue
        with machine_trouble(change.file):
            change.file.write_bytes((mark + change.after.replace("\n", ends)).encode("utf-8"))
        console.say("file-written", path=change.file.as_posix())
