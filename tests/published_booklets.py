"""The booklets of a folder as they are published, each printed once for all tests and all workers."""

import fcntl
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from booklet_samples import TODAY
from eksempelvik_site import CONTENT
from hefte.doors.booklets import make_booklets
from hefte.doors.build import look_through
from hefte.output import Output


def outputs(folder: Path, state: Path) -> Mapping[str, Output]:
    """What is made of the booklets of a folder, by path; nothing is made before it is asked for."""
    return {output.path: output for output in make_booklets(look_through(folder, TODAY), state)}


@cache
def booklets(folder: Path = CONTENT) -> Mapping[str, Output]:
    """The outputs of a folder that no test changes."""
    return outputs(folder, _kept() / f"state-{os.getpid()}-{folder.name}")


def published(path: str, folder: Path = CONTENT) -> bytes:
    """One file of the booklets; who asks first makes it, the others wait and read."""
    file = _kept() / folder.name / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_name(f"{file.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.is_file():
            content = booklets(folder)[path].make()
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file.read_bytes()


def _kept() -> Path:
    """Beside what the commands of a run keep, which is one place for all workers."""
    return Path(os.environ["XDG_CACHE_HOME"]) / "booklets"
