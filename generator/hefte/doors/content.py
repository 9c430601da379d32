"""The door through which content comes in: what lies in the folder, as bytes, and never from outside of it."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.problem import Problem, Rule, Where
from hefte.reading import is_content
from hefte.reading.limits import FILE_KILOBYTES


class Content(NamedTuple):
    """What lies in a content folder; every path is relative to it, with `/`, and spelled as on disk.

    `texts` are to be read, `others` are pictures, tracks and what does not belong there, `too_large` are texts that
    nobody shall open. `problems` are about links. `instead` are the bytes of files as they would be, read for those on
    disk.
    """

    folder: Path
    texts: tuple[str, ...]
    others: tuple[str, ...]
    too_large: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    instead: Mapping[str, bytes] = MappingProxyType({})

    def read(self, path: str) -> bytes:
        """The bytes of one file; raise Trouble where the machine refuses."""
        if path in self.instead:
            return self.instead[path]
        file = self.folder / path
        with machine_trouble(file):
            return file.read_bytes()


def open_content(folder: Path) -> Content:
    """List a content folder without reading a file; raise Trouble where there is none."""
    if not folder.is_dir():
        raise Trouble("no-content-folder", code=Exit.WRONG_USE, path=str(folder))
    with machine_trouble(folder):
        found = sorted(_walk(folder.resolve(), ""))
    problems = tuple(item for _, item in found if isinstance(item, Problem))
    sizes = {path: item for path, item in found if isinstance(item, int)}
    texts = tuple(path for path in sizes if is_content(path))
    too_large = tuple(_too_large(path, sizes[path]) for path in texts if sizes[path] > FILE_KILOBYTES * 1024)
    refused = {problem.where.path for problem in too_large}
    others = tuple(path for path in sizes if not is_content(path))
    return Content(folder, tuple(path for path in texts if path not in refused), others, too_large, problems)


def chosen_of(content: Content, files: Iterable[Path]) -> frozenset[str]:
    """The paths below content/ of the files that somebody named, or of all; raise Trouble for one that is outside."""
    everything = frozenset((*content.texts, *(problem.where.path for problem in content.too_large)))
    return frozenset(_path_of(file, content.folder, everything) for file in files) or everything


def _path_of(file: Path, folder: Path, everything: frozenset[str]) -> str:
    """A file is named from where one stands, or from the content folder."""
    found = next((place for place in (file, folder / file) if place.is_file()), None)
    if found is None:
        raise Trouble("no-such-file", code=Exit.WRONG_USE, path=str(file))
    real, whole = found.resolve(), folder.resolve()
    path = real.relative_to(whole).as_posix() if real.is_relative_to(whole) else ""
    if path not in everything:
        raise Trouble("not-a-content-file", code=Exit.WRONG_USE, path=str(file), folder=str(whole))
    return path


def state_of(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file; different when something in the folder has changed."""
    found: dict[str, tuple[int, int]] = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)  # noqa: PTH118  # asked for every second by the preview
            try:
                status = os.stat(path)  # noqa: PTH116
            except OSError:
                continue
            found[path] = (status.st_size, status.st_mtime_ns)
    return found


def _walk(folder: Path, inside: str) -> Iterator[tuple[str, int | Problem]]:
    with os.scandir(folder / inside) as items:
        for item in items:
            path = f"{inside}/{item.name}" if inside else item.name
            if item.is_symlink() and not _stays_inside(folder, item):
                yield path, Problem(Where(path), Rule.SYMBOLIC_LINK, {"target": str(Path(item.path).readlink())})
            elif item.is_dir(follow_symlinks=False):
                yield from () if item.name.startswith(".") else _walk(folder, path)
            elif stat.S_ISREG((status := item.stat()).st_mode):
                yield path, status.st_size


def _stays_inside(folder: Path, link: os.DirEntry[str]) -> bool:
    """A link to a file of the same folder is harmless; one to a folder could go in a ring."""
    target = Path(os.path.realpath(link.path))
    return target.is_file() and target.is_relative_to(folder)


def _too_large(path: str, size: int) -> Problem:
    return Problem(Where(path), Rule.FILE_TOO_LARGE, {"kilobytes": size // 1024, "limit": FILE_KILOBYTES})
