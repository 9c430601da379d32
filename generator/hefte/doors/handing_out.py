"""Files that somebody asked for by `--out`: nothing is written over that nobody said may be."""

from pathlib import Path

from hefte.doors.options import Options
from hefte.doors.trouble import Exit, Trouble, machine_trouble


def refuse_what_is_there(path: Path, options: Options) -> None:
    """Raise Trouble for a file that is there already, unless `--replace` says that it may go."""
    if path.exists() and not options.replace_old:
        raise Trouble("already-there", code=Exit.WRONG_USE, path=str(path))


def hand_out(path: Path, content: bytes) -> None:
    """Write a file, and the folders that lead to it."""
    with machine_trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
