"""Where a published folder lies, what marks it as ours, and where its next edition is made."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from hefte.doors.trouble import Exit, Trouble
from hefte.output import fingerprint

MARKER = ".hefte"
"""The file that says a folder is ours to replace; each line after the first names a site inside it."""

STATE = ".hefte-cache"
"""The folder beside a site for what the next build can use again; never published, safe to delete."""

_FIRST_LINE = "Hefte made this folder and replaces all of it at the next build.\n"


class Site(NamedTuple):
    """A published folder; `outer` is the site that it lies in (or itself), `work` where editions are made."""

    target: Path
    outer: Path
    work: Path

    @property
    def name(self) -> str:
        """The folder's name, with those of the site around it: `site`, `site.eksempelvik`."""
        return ".".join((self.outer.name, *self.target.relative_to(self.outer).parts))

    @property
    def new(self) -> Path:
        """Where the next edition is made."""
        return self.work / f".{self.name}.new"

    @property
    def old(self) -> Path:
        """Where the last edition waits for a moment where two folders cannot be exchanged."""
        return self.work / f".{self.name}.old"

    @property
    def state(self) -> Path:
        """The folder for locks, manifests and memories."""
        return self.work / STATE

    @property
    def inside(self) -> str:
        """The path within the site around it; empty for a site of its own."""
        path = self.target.relative_to(self.outer).as_posix()
        return "" if path == "." else path


def find_site(target: Path) -> Site:
    """Follow links to the real folder; find the site around it and a place to work, on the same disk if it can be."""
    target = target.resolve()
    around = (parent for parent in target.parents if is_ours(parent))
    outer = min(around, key=lambda parent: len(parent.parts), default=target)
    beside = next((parent for parent in outer.parents if parent.exists()), outer)
    if os.access(beside, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return Site(target, outer, outer.parent)
    return Site(target, outer, Path.home() / ".cache" / "hefte" / fingerprint(str(outer)))


def is_ours(folder: Path) -> bool:
    """Whether the folder holds our marker; one that may not be looked into is not ours."""
    return os.path.isfile(folder / MARKER)  # noqa: PTH113  # Path.is_file raises there


def refuse_what_is_not_ours(target: Path) -> None:
    """Only an empty folder or one that we marked may be replaced; raise Trouble for any other."""
    if not target.exists() or is_ours(target):
        return
    if not target.is_dir() or any(target.iterdir()):
        raise Trouble("not-our-folder", code=Exit.WRONG_USE, path=str(target), marker=MARKER)


def refuse_what_lies_in_content(target: Path, content: Path) -> None:
    """A site within the content would be read as content by the next build; raise Trouble."""
    if target.resolve().is_relative_to(content.resolve()):
        raise Trouble("out-in-content", code=Exit.WRONG_USE, path=str(target), content=str(content))


def mark(folder: Path, inside: tuple[str, ...] = (), like: Path | None = None) -> None:
    """Mark a folder as ours and name the other sites inside it; a marker of `like` that says the same is linked."""
    text, part = _FIRST_LINE + "".join(f"{path}\n" for path in inside), folder / f"{MARKER}.part"
    if like is not None and is_ours(like) and (like / MARKER).read_text(encoding="utf-8") == text:
        with suppress(OSError):
            part.hardlink_to(like / MARKER)
    if not part.exists():
        part.write_text(text, encoding="utf-8")
    part.replace(folder / MARKER)


def sites_inside(folder: Path) -> tuple[str, ...]:
    """The paths of the sites that lie in this one and are carried over when it is replaced."""
    return tuple(sorted(_still_there(folder)))


def _still_there(folder: Path) -> Iterator[str]:
    if is_ours(folder):
        for path in (folder / MARKER).read_text(encoding="utf-8").splitlines()[1:]:
            if ".." not in path.split("/") and is_ours(folder / path):
                yield path
