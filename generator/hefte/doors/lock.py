"""One build at a time for one site; the lock dies with the process that holds it, so none is ever stale."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from hefte.doors.trouble import Trouble


@contextmanager
def only_build(path: Path) -> Iterator[None]:
    """Hold the lock on this file, or raise Trouble that names the process that does."""
    with path.open("a+", encoding="ascii") as file:
        if not _taken(file):
            file.seek(0)
            raise Trouble("another-build", pid=file.read().strip() or "?")
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


if sys.platform == "win32":  # pragma: no cover  # the tests run elsewhere
    import msvcrt

    def _taken(file: IO[str]) -> bool:
        file.seek(1 << 20)  # past the text, which others must still be able to read
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _taken(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
