"""What was taken in before, in a file of the content folder that belongs in git.

It holds no words of the source, only short signs for them, by which a second import knows what is new.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from hefte.doors.trouble import Exit, Trouble, machine_trouble
from hefte.interchange.again import Remembered

FILE = ".hefte/importert.json"


def read_memory(content: Path) -> dict[str, Remembered]:
    """What was taken in, by numbers at the source; raise Trouble where the file is not ours."""
    file = content / FILE
    if not file.is_file():
        return {}
    with machine_trouble(file):
        text = file.read_text(encoding="utf-8", errors="replace")
    try:
        return {uid: Remembered(str(row["id"]), dict(row["felt"])) for uid, row in json.loads(text).items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Trouble("import-bad-memory", code=Exit.CONTENT, path=str(file)) from None


def write_memory(content: Path, memory: Mapping[str, Remembered]) -> None:
    """Write what is new, a line for each entry, so that git shows what came; the same memory is the same file."""
    rows = (
        f"{_told(uid)}: {_told({'id': one.id, 'felt': dict(sorted(one.said.items()))})}"
        for uid, one in sorted(memory.items())
    )
    text = "{\n" + ",\n".join(rows) + "\n}\n"
    file = content / FILE
    with machine_trouble(file):
        if file.is_file() and file.read_text(encoding="utf-8", errors="replace") == text:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def _told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
