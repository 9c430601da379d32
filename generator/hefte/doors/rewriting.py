"""Changes of content files: shown as they would be, or written whole or not at all, and only over what was read."""

import stat
from pathlib import Path
from typing import NamedTuple

from hefte.doors.trouble import Trouble, machine_trouble
from hefte.edits import difference, with_plain_ends
from hefte.showing import masked, visible


class FileChange(NamedTuple):
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
        """What would change, as git shows it; no birth number, and nothing that a terminal would obey."""
        lines = difference(self.file.as_posix(), self.before, self.after).splitlines()
        return "\n".join(visible(masked(line)) for line in lines)


def rewrite(file: Path, before: bytes, after: bytes) -> None:
    """Put other bytes in a file, wholly or not at all; raise Trouble where somebody else has changed it meanwhile."""
    target = file.resolve()
    part = target.with_name(f".{target.name}.part")
    with machine_trouble(target):
        with target.open("r+b") as old:  # who may not write in the file, may not put another in its place
            if old.read() != before:
                raise Trouble("changed-meanwhile", path=str(file))
        try:
            part.write_bytes(after)
            part.chmod(stat.S_IMODE(target.stat().st_mode))
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def write_change(change: FileChange) -> None:
    """Write a change of a text that was read with plain line ends; the file keeps its own, and its byte order mark."""
    with machine_trouble(change.file):
        content = change.file.read_bytes()
    after = with_plain_ends(content.decode("utf-8", "replace"), lambda text: _over(text, change))
    if after is None:
        raise Trouble("changed-meanwhile", path=str(change.file))
    rewrite(change.file, content, after.encode())


def _over(text: str, change: FileChange) -> str | None:
    return change.after if text.replace("\r\n", "\n") == change.before else None
