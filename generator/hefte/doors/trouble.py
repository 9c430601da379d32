"""What stops a command and is not the content's fault: a wrong use, or the machine."""

import errno
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path


class Exit(IntEnum):
    """What a command's exit code says."""

    FINE = 0
    CONTENT = 1
    WRONG_USE = 2
    MACHINE = 3
    INTERRUPTED = 130


class Trouble(Exception):
    """A refusal that is said as `command.<name>` in the reader's language, with its values."""

    def __init__(self, name: str, *, code: Exit = Exit.MACHINE, **values: object) -> None:
        super().__init__(name, values)
        self.name, self.code, self.values = name, code, values


class EngineError(RuntimeError):
    """A tool that we start could not do its work; the text is the tool's own."""


_FULL = re.compile(r"(?:\[Errno (?:28|122)\]|No space left on device|os error 28\b)[^'\n]*(?:'(?P<path>[^']+)')?")


def as_trouble(error: EngineError) -> Trouble | None:
    """What a tool says of a full disk, as Trouble; None where it says something else."""
    found = _FULL.search(str(error))
    return Trouble("disk-full", path=found["path"] or tempfile.gettempdir()) if found else None


_NAMES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "no-permission",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ENOENT: "no-such-place",
    errno.ENOTDIR: "no-such-place",
}


@contextmanager
def machine_trouble(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses into Trouble that names the path (or else the given one)."""
    try:
        yield
    except OSError as error:
        name = _NAMES.get(error.errno or 0, "disk-trouble")
        raise Trouble(name, path=str(error.filename or path), reason=error.strerror or str(error)) from error
