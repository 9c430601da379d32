"""Begin a municipality's folder: the files that it needs, and content to start from."""

import shutil
from pathlib import Path

import hefte
from hefte.doors import package
from hefte.doors.trouble import Exit, Trouble, machine_trouble

_PINNED = "requirements.txt"


def begin(folder: Path, *, demo: bool) -> Path:
    """Lay out a new folder, with the invented municipality as content if asked; raise Trouble where content stands."""
    folder = folder.resolve()
    content = folder / "content"
    if content.exists():
        raise Trouble("already-begun", code=Exit.WRONG_USE, path=str(content))
    with machine_trouble(folder):
        _lay_out(package.templates() / "start", folder)
        if demo:
            shutil.rmtree(content)
            shutil.copytree(package.demo(), content)
        pinned = folder / _PINNED
        if not pinned.exists():
            pinned.write_text(f"hefte=={hefte.__version__}\n", encoding="utf-8")
    return folder


def _lay_out(start: Path, folder: Path) -> None:
    """A file that is there already is the municipality's own and stays."""
    for source in sorted(start.rglob("*")):
        target = folder / source.relative_to(start)
        if source.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
