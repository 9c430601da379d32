"""The door to the history of a content folder: when each file came and was last changed, and what stood there.

git is asked, where it is there; nothing of it stops a build. Moments are those of the commits, in UTC.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

_SECONDS = 60
_COMMIT = b"\x01"
_GIT = ("git", "--no-pager", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false")


_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
"""Nothing is asked, written or fetched; and a hook that starts us does not say which history is ours."""


class Changes(NamedTuple):
    """The commits of a file: its first, None where a shallow clone does not reach it, and its last or one after it."""

    first: datetime | None
    last: datetime


class History:
    """What git knows of a content folder; nothing, where there is no git or no history.

    Paths are those of content: below the folder, with `/`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def changes(self) -> Mapping[str, Changes]:
        """The first and the last change of every file that is or was there, as far as it is committed."""
        told = self._git(
            "log", "--relative", "--no-renames", "--name-only", "-z", "--format=%x01%H %ct", "HEAD", "--", "."
        )
        cut = self._boundary() if told else frozenset()
        found: dict[str, Changes] = {}
        for commit, moment, paths in _commits(told or b""):
            first = None if commit in cut else moment
            for path in paths:
                found[path] = _joined(found.get(path), first, moment)
        return found

    def texts_at(self, moment: datetime) -> Mapping[str, str] | None:
        """The text of every YAML and Markdown file as it was at a moment; None where nobody knows.

        The moment is that of commits; nothing was there before the first one.
        """
        commit = self._git("rev-list", "-1", f"--before={moment.astimezone(UTC).isoformat()}", "HEAD")
        if commit is None:
            return None
        if not commit.strip():
            return None if self._boundary() else {}
        return self.texts_of(commit.decode().strip())

    def commits(self) -> tuple[tuple[str, datetime], ...]:
        """Every commit that changed the folder, with its moment, the newest first; none where there is no history."""
        told = self._git("log", "--format=%H %ct", "HEAD", "--", ".") or b""
        rows = (line.split() for line in told.decode("ascii").splitlines())
        return tuple((commit, datetime.fromtimestamp(int(seconds), UTC)) for commit, seconds in rows)

    def texts_of(self, commit: str) -> Mapping[str, str] | None:
        """The text of every YAML and Markdown file in a commit; None where git does not know it."""
        listed = self._git("ls-tree", "-r", "-z", commit, "--", ".")
        return None if listed is None else self._texts(dict(_blobs(listed)))

    def _texts(self, blobs: Mapping[str, str]) -> Mapping[str, str] | None:
        told = self._git("cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs.values()).encode())
        return None if told is None else dict(zip(blobs, _contents(told), strict=False))

    def _boundary(self) -> frozenset[str]:
        """The oldest commits of a shallow clone, which seem to add every file."""
        place = self._git("rev-parse", "--git-path", "shallow")
        if not place:
            return frozenset()
        try:
            return frozenset((self._folder / os.fsdecode(place.rstrip(b"\n"))).read_text(encoding="ascii").split())
        except (OSError, ValueError):
            return frozenset()

    def _git(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git answers; None where it cannot."""
        plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            done = subprocess.run(
                (*_GIT, *arguments),
                cwd=self._folder,
                env=plain | _QUIET,
                input=given,
                capture_output=True,
                check=False,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return done.stdout if done.returncode == 0 else None


def _joined(known: Changes | None, first: datetime | None, moment: datetime) -> Changes:
    """Commits come newest first, but a clock may have run backward: the last is the latest."""
    return Changes(first, moment if known is None else max(known.last, moment))


def _commits(told: bytes) -> Iterator[tuple[str, datetime, list[str]]]:
    """Each commit with its moment and paths, as `git log -z` tells them."""
    for part in told.split(_COMMIT)[1:]:
        head, _, rest = part.partition(b"\0")
        commit, _, seconds = head.decode("ascii").partition(" ")
        paths = [os.fsdecode(path.lstrip(b"\n")) for path in rest.split(b"\0") if path.strip(b"\n")]
        yield commit, datetime.fromtimestamp(int(seconds), UTC), paths


def _blobs(listed: bytes) -> Iterator[tuple[str, str]]:
    """Path and object of each text of content, as `git ls-tree -z` tells them."""
    for row in filter(None, listed.split(b"\0")):
        about, _, path = row.partition(b"\t")
        _, kind, blob = about.decode("ascii").split()
        if kind == "blob" and path.endswith((b".yaml", b".yml", b".md")):
            yield os.fsdecode(path), blob


def _contents(told: bytes) -> Iterator[str]:
    """The texts that `git cat-file --batch` tells one after the other."""
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        size = int(told[at:end].rsplit(b" ", 1)[1])
        yield told[end + 1 : end + 1 + size].decode("utf-8", errors="replace")
        at = end + size + 2
