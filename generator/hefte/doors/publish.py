"""Publish a site whole or not at all: make the next edition beside it, then exchange the two folders.

What is unchanged is not made again and not written again: the new edition holds a second name (a hard link) of the
same file. A build that fails, is stopped or is killed leaves the live site as it was.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from hefte.doors.edition import MARKER, Site, find_site, is_ours, mark, refuse_what_is_not_ours, sites_inside
from hefte.doors.exchange import files_in, put_in_place
from hefte.doors.lock import only_build
from hefte.doors.manifest import Made, Manifest, is_unchanged, made, read_manifest, write_manifest
from hefte.doors.trouble import machine_trouble
from hefte.output import Output


class Published(NamedTuple):
    """How many files were written, how many stayed as they were, and how many went away."""

    written: int
    unchanged: int
    removed: int


def publish(target: Path, outputs: Iterable[Output], made_one: Callable[[int], None] = lambda _: None) -> Published:
    """Let the folder hold these outputs and nothing else; other sites inside it stay.

    `made_one` is told the number of outputs so far. Raise Trouble when the folder is not ours, when another build
    runs, or when the machine refuses (disk, permission); then the folder is as it was before.
    """
    with machine_trouble(target):
        site = find_site(target)
        refuse_what_is_not_ours(site.target)
        site.state.mkdir(parents=True, exist_ok=True)
        with only_build(site.state / f"{site.outer.name}.lock"):
            _recover(site)
            return _publish(site, outputs, made_one)


def _publish(site: Site, outputs: Iterable[Output], made_one: Callable[[int], None]) -> Published:
    kept_at = site.state / f"{site.name}.json"
    before = read_manifest(kept_at)
    with _new_edition(site) as new:
        edition = Edition(site.target, new, before)
        for number, output in enumerate(outputs, 1):
            edition.add(output)
            made_one(number)
        inside = _carry_over(site.target, edition)
        mark(new, inside, like=site.target)
        removed = sum(1 for path in before if path not in edition.rows)
        put_in_place(new, site.target, site.old)
    write_manifest(kept_at, edition.rows)
    _tell_the_site_around(site)
    return Published(edition.written, edition.unchanged, removed)


class Edition:
    """The next edition while it is made; it holds paths and keys, never pages."""

    def __init__(self, live: Path, new: Path, before: Manifest) -> None:
        self._live, self._new, self._before = str(live), str(new), before
        self._folders = {self._new}
        self.rows: dict[str, Made] = {}
        self.written = self.unchanged = 0

    def add(self, output: Output) -> None:
        """Keep the live file where its key is the same, else make it."""
        live, new = self._place(output.path)
        row = self._before.get(output.path)
        if row is not None and output.key is not None and row.key == output.key and is_unchanged(live, row):
            self._keep(live, new)
        else:
            self._make(output, live, new)
            row = made(new, output.key or "")
        self.rows[output.path] = row

    def link(self, path: str) -> None:
        """Keep a live file that is another site's."""
        live, new = self._place(path)
        self._keep(live, new)

    def _make(self, output: Output, live: str, new: str) -> None:
        try:
            content = output.make()
        except Exception as error:
            error.add_note(output.path)
            raise
        written = content.encode("utf-8") if isinstance(content, str) else content
        if _holds(live, written):
            self._keep(live, new)
        else:
            with open(new, "xb") as file:  # noqa: PTH123  # once per page of the site
                file.write(written)
            self.written += 1

    def _keep(self, live: str, new: str) -> None:
        try:
            os.link(live, new)
        except OSError:
            shutil.copy2(live, new)  # a disk without hard links, or another disk
        self.unchanged += 1

    def _place(self, path: str) -> tuple[str, str]:
        steps = PurePosixPath(path).parts
        if path in self.rows or not steps or steps[0] in ("/", MARKER) or ".." in steps or "\\" in path:
            raise ValueError(f"An output has the path '{path}', which is taken or leads outside the site.")
        folder, _, name = path.rpartition("/")
        place = f"{self._new}/{folder}" if folder else self._new
        if place not in self._folders:
            os.makedirs(place, exist_ok=True)  # noqa: PTH103
            self._folders.add(place)
        return f"{self._live}/{path}", f"{place}/{name}"


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # once per page of the site
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False


def _carry_over(live: Path, edition: Edition) -> tuple[str, ...]:
    inside = sites_inside(live)
    for path in inside:
        for name in files_in(live / path):
            edition.link(f"{path}/{name}")
    return inside


@contextmanager
def _new_edition(site: Site) -> Iterator[Path]:
    """An empty, marked folder; whatever it holds at the end goes away."""
    site.new.mkdir()
    try:
        mark(site.new)
        yield site.new
    finally:
        shutil.rmtree(site.new, ignore_errors=True)


def _recover(site: Site) -> None:
    """Clear up after a build that was killed; called under the lock, so nobody else's work is touched."""
    if site.old.exists() and not site.target.exists():
        site.old.rename(site.target)
    for leftover in (site.new, site.old):
        if leftover.is_dir() and (is_ours(leftover) or not any(leftover.iterdir())):
            shutil.rmtree(leftover)


def _tell_the_site_around(site: Site) -> None:
    inside = sites_inside(site.outer)
    if site.inside and site.inside not in inside:
        mark(site.outer, tuple(sorted((*inside, site.inside))))
