"""Put a new folder in the place of an old one, as whole as the disk allows."""

import ctypes
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from hefte.doors.edition import MARKER, sites_inside

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux (renameat2(2))."""

_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EBUSY, errno.EXDEV, errno.ENOTSUP, errno.EACCES, errno.EPERM}
"""What a disk says that has no such operation, or not for this folder (a mount point, another disk)."""


def put_in_place(new: Path, target: Path, old: Path) -> None:
    """Let `target` be what `new` is now; `new` holds the old edition or what is left, for the caller to remove.

    Readers see all of the old edition or all of the new one. Where folders cannot be exchanged, two renames leave a
    gap of microseconds; where the folder cannot be moved at all, each file is replaced whole and old files go last.
    """
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        ways: tuple[Callable[[Path, Path, Path], None], ...] = (_move, _file_by_file)
    else:
        ways = (_exchange, _two_renames, _file_by_file)
    _first_that_works(ways, new, target, old)


def _first_that_works(ways: tuple[Callable[[Path, Path, Path], None], ...], new: Path, target: Path, old: Path) -> None:
    *careful, last = ways
    for way in careful:
        try:
            return way(new, target, old)
        except OSError as refusal:
            if refusal.errno not in _CANNOT:
                raise
    return last(new, target, old)


def _move(new: Path, target: Path, _: Path) -> None:
    new.rename(target)


def _exchange(new: Path, target: Path, _: Path) -> None:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:  # pragma: no cover  # not Linux, or a C library older than 2018
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if rename(_HERE, os.fsencode(new), _HERE, os.fsencode(target), _EXCHANGE) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(target))


def _two_renames(new: Path, target: Path, old: Path) -> None:
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old)


def _file_by_file(new: Path, target: Path, _: Path) -> None:
    """Pages come after what they need, and the front page last."""
    target.mkdir(parents=True, exist_ok=True)
    paths = sorted(files_in(new), key=lambda path: (path.endswith(".html"), path == "index.html", path))
    for path in paths:
        _replace(new / path, target / path)
    _remove_what_is_gone(target, set(paths))


def _replace(source: Path, target: Path) -> None:
    if _is_the_same(source, target):
        return
    _make_room(target)
    part = target.with_name(f"{MARKER}.part")
    shutil.copy2(source, part)
    part.replace(target)


def _is_the_same(source: Path, target: Path) -> bool:
    """An unchanged file was copied or linked with its time, so that is compared and not the content."""
    if not target.is_file() or target.is_symlink():
        return False
    one, other = source.stat(), target.stat()
    return (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)


def _make_room(target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    if not target.parent.is_dir():
        target.parent.unlink(missing_ok=True)
        target.parent.mkdir(parents=True)


def _remove_what_is_gone(target: Path, kept: set[str]) -> None:
    others = sites_inside(target)
    for path in tuple(files_in(target)):
        if path not in kept and not any(path.startswith(f"{other}/") for other in others):
            (target / path).unlink()
    for folder, _, _ in os.walk(target, topdown=False):
        if folder != str(target) and not os.listdir(folder):  # noqa: PTH208
            os.rmdir(folder)  # noqa: PTH106


def files_in(folder: Path) -> Iterator[str]:
    """The paths of all files below a folder, relative, with `/`; links are not followed."""
    for place, _, names in os.walk(folder):
        inside = os.path.relpath(place, folder).replace(os.sep, "/")
        for name in names:
            yield name if inside == "." else f"{inside}/{name}"
