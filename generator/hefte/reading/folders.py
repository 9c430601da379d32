"""What may lie in content/: which files are read, which are used as they are, and their names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from hefte.model import DOCUMENT_TYPES, Settings
from hefte.norwegian import slug
from hefte.problem import Problem, Rule, Where
from hefte.reading.limits import ID_CHARACTERS
from hefte.spelling import nearest

FOLDERS = tuple(kind.folder for kind in DOCUMENT_TYPES)
YAML_ENDINGS = (".yaml", ".yml")
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
_FILES_OF = {"bilder": PICTURE_ENDINGS, "spor": (".gpx",)} | dict.fromkeys(FOLDERS, YAML_ENDINGS)
WORD_LIST = "ordliste.txt"
"""The municipality's own words, which no dictionary knows; only `hefte check --spelling` reads it."""

_GUIDES = ("readme.md", "les meg.txt", "lesmeg.md")
_OF_WINDOWS = ("thumbs.db", "desktop.ini", "ehthumbs.db")
"""What Windows leaves in folders and nobody has written; a file that begins with `~$` is an open one of Word's."""

_GOOD_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Windows keeps these names for devices, whatever the ending; each folder's list is `index.html` on the site.
_TAKEN = re.compile(r"(?:index|con|prn|aux|nul|com[0-9]|lpt[0-9])")


def is_content(path: str) -> bool:
    """Whether a file is to be read as YAML: an entry, a booklet, a page or the settings."""
    folder, _, name = path.rpartition("/")
    return path == Settings.file or (folder in FOLDERS and name.lower().endswith(YAML_ENDINGS))


def id_of(path: str) -> str:
    """The id that a file gives its entry; a name that may not be one is turned into one."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    is_good = _GOOD_NAME.fullmatch(stem) and len(stem) <= ID_CHARACTERS
    name = stem if is_good else slug(stem)[:ID_CHARACTERS].strip("-") or "uten-navn"
    return f"{name}-1" if _TAKEN.fullmatch(name) else name


def unexpected_file(path: str) -> Iterator[Problem]:
    """Say what is wrong with a file's name or where it lies."""
    folder, _, name = path.rpartition("/")
    if any(part.startswith((".", "~$")) for part in path.split("/")) or name.lower() in (*_GUIDES, *_OF_WINDOWS):
        return
    if path in (Settings.file, WORD_LIST):
        return
    if folder not in _FILES_OF:
        yield _misplaced(path, folder)
    elif folder in FOLDERS and (stem := _without_txt(name)):
        yield Problem(Where(path), Rule.ENDS_IN_TXT, {"name": _printable(name), "instead": _printable(stem)})
    elif not name.lower().endswith(_FILES_OF[folder]):
        values = {"name": _printable(name), "endings": _FILES_OF[folder]}
        yield Problem(Where(path), Rule.UNKNOWN_FILE, values)
    elif folder in FOLDERS:
        yield from _badly_named(path, name)


def colliding_names(paths: Iterable[str]) -> Iterator[Problem]:
    """Names that differ only in capitals or in how æøå are stored are one file on other machines."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        known = first.setdefault(_on_any_disk(path), path)
        if known != path:
            values = {"name": _printable(path), "other": _printable(known)}
            yield Problem(Where(path), Rule.SAME_FILE_NAME, values, (Where(known),))


def _without_txt(name: str) -> str:
    """The name that was meant: Notepad writes .txt behind it, and Windows does not show that."""
    stem = name.removesuffix(".txt").removesuffix(".TXT")
    return stem if stem != name and stem.lower().endswith(YAML_ENDINGS) else ""


def _on_any_disk(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _misplaced(path: str, folder: str) -> Problem:
    if not folder:
        values = {"name": _printable(path), "endings": (Settings.file,)}
        return Problem(Where(path), Rule.UNKNOWN_FILE, values)
    near = nearest(folder, _FILES_OF)
    return Problem(Where(path), Rule.UNKNOWN_FOLDER, {"folder": _printable(folder), "nearest": near})


def _badly_named(path: str, name: str) -> Iterator[Problem]:
    stem, _, ending = name.rpartition(".")
    is_good = _GOOD_NAME.fullmatch(stem) and len(stem) <= ID_CHARACTERS and ending.islower()
    if is_good and not _TAKEN.fullmatch(stem):
        return
    values = {"name": _printable(name), "limit": ID_CHARACTERS, "instead": f"{id_of(path)}.{ending.lower()}"}
    yield Problem(Where(path), Rule.BAD_FILE_NAME, values)


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name)[:100]
