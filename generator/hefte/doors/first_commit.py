"""Begin the history of a new folder in git, where that can be done without asking anybody; nothing of it is needed."""

import os
import subprocess
from enum import StrEnum
from pathlib import Path

_SECONDS = 60
_GIT = ("git", "-c", "init.defaultBranch=main", "-c", "commit.gpgSign=false", "-c", "core.hooksPath=/dev/null")


class Begun(StrEnum):
    """What came of it; the end of the key of its words."""

    COMMITTED = "committed"
    NOT_COMMITTED = "not-committed"
    INSIDE = "inside"
    NO_GIT = "no-git"


def begin_history(folder: Path, message: str) -> Begun:
    """Make a repository with a first commit of all there is; a folder within another repository is that one's."""
    if not _git(folder, "--version"):
        return Begun.NO_GIT
    if _git(folder, "rev-parse", "--is-inside-work-tree"):
        return Begun.INSIDE
    if not _git(folder, "init", "--quiet"):
        return Begun.NO_GIT
    is_committed = _git(folder, "add", "--all") and _git(folder, "commit", "--quiet", "--message", message)
    return Begun.COMMITTED if is_committed else Begun.NOT_COMMITTED


def _git(folder: Path, *arguments: str) -> bool:
    """Whether git did it; nothing is asked, and a hook that starts us does not say whose repository this is."""
    mine = {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
    quiet = mine | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            [*_GIT, *arguments],
            cwd=folder,
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


_OF_A_REPOSITORY = frozenset(
    ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
)
