"""What was read of content files, kept between runs by the bytes of each file: a small rebuild reads only what changed.

With it is kept of which files no rule that looks at one file alone has anything to say.

It lies in the user's own cache folder, never beside content that others may write to. Every piece of it has a digest,
and says which version of the program wrote it; one that is not whole, or another's, is as if it were not there. And
nothing is made of it but values of the content model: `_Loader` knows no other class.
"""

import os
import pickle
import sys
from collections.abc import Container, Sequence
from contextlib import suppress
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from struct import Struct
from typing import NamedTuple

import pydantic

from hefte.doors.package import code_key
from hefte.model import Document, Settings
from hefte.model.entry import Placed
from hefte.output import fingerprint
from hefte.problem import Problem
from hefte.reading.entries import FileReading, read_file, read_settings
from hefte.source import Source

_AT_ONCE = 250
"""Files in one piece of the memory: so much is held twice while it is written."""

_STALE = 20
"""So many rows of files that have changed since may lie there, and a quarter of all, before all is written anew."""

_HEAD = Struct("<Q16s")
"""Before each piece: how many bytes it has, and their digest."""

_OF_PYTHON = {("datetime", name) for name in ("date", "time", "datetime", "timedelta")} | {("builtins", "set")}


class _Row(NamedTuple):
    """A file that was read without a problem: the key of its bytes, its text, its documents with their places there.

    `is_sound` says that no rule has anything to say of it that looks at it alone.
    """

    path: str
    key: str
    text: str
    documents: tuple[tuple[Placed, tuple[str | int, ...]], ...]
    is_sound: bool


class _Found(NamedTuple):
    """What a memory holds, and whether all of it could be read."""

    rows: tuple[_Row, ...]
    is_whole: bool


class _Loader(pickle.Unpickler):
    """Makes values of the content model, and of nothing else."""

    def find_class(self, module: str, name: str) -> object:
        """Refuse whatever content is not made of."""
        if module.startswith("hefte.model.") or (module, name) in _OF_PYTHON or (module, name) == (__name__, "_Row"):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


class Readings:
    """The memory of one content folder under one text of settings; without a place to keep it all is read anew.

    `written` are the bytes of the settings, None where there are none.
    """

    def __init__(self, content: Path, written: bytes | None) -> None:
        self._file, self._settings = _place(content), written
        self._program = _program(written)
        found = _found(self._file, self._program) if self._file else _Found((), is_whole=False)
        self._written, self._is_whole = len(found.rows), found.is_whole
        self._known = {row.path: row for row in found.rows}
        self._new: dict[str, tuple[str, tuple[Placed, ...]]] = {}
        self._asked: set[str] = set()
        self._sound: set[str] = set()

    def read(self, path: str, content: bytes, language: str) -> FileReading:
        """What `read_file` says of a file, from memory where its bytes were read before."""
        key = _key(content, language)
        known = self._recalled(path, key)
        if known is not None:
            return FileReading(tuple(one for one, _ in known.documents if isinstance(one, Document)), ())
        found = read_file(path, content, language)
        if not found.problems and found.documents:
            self._new[path] = key, found.documents
        return found

    def settings(self) -> tuple[Settings | None, tuple[Problem, ...]]:
        """What `read_settings` says, from memory likewise."""
        key = _key(self._settings or b"")
        known = self._recalled(Settings.file, key)
        if known is not None and isinstance(known.documents[0][0], Settings):
            return known.documents[0][0], ()
        found, problems = read_settings(self._settings)
        if found and not problems:
            self._new[Settings.file] = key, (found,)
        return found, problems

    def _recalled(self, path: str, key: str) -> _Row | None:
        self._asked.add(path)
        known = self._known.get(path)
        if known is None or known.key != key:
            return None
        source = Source(path, known.text)
        for document, at in known.documents:
            document.put(source, *at)
        if known.is_sound:
            self._sound.add(path)
        return known

    @property
    def sound(self) -> frozenset[str]:
        """The files recalled so far of which no rule has anything to say that looks at one alone."""
        return frozenset(self._sound)

    def keep(self, unsound: Container[str] | None = None) -> None:
        """Write what is new; a machine that refuses costs the next run its time, and nothing else.

        `unsound` are the new files of which such a rule has something to say, None where none was asked.
        """
        if self._file is None or not self._new:
            return
        new = [
            _row(path, *read, is_sound=unsound is not None and path not in unsound) for path, read in self._new.items()
        ]
        rows = {path: row for path, row in self._known.items() if path in self._asked} | {row.path: row for row in new}
        with suppress(OSError):
            if self._is_whole and self._written < len(rows) * 5 // 4 + _STALE:
                _append(self._file, self._program, new)
            else:
                _write(self._file, self._program, tuple(rows.values()))


def _row(path: str, key: str, documents: tuple[Placed, ...], *, is_sound: bool) -> _Row:
    return _Row(path, key, documents[0].source.text, tuple((one, one.stand.at) for one in documents), is_sound)


def _key(content: bytes, language: str = "") -> str:
    return blake2b(content, digest_size=16, person=language.encode()).hexdigest()


def _place(content: Path) -> Path | None:
    """A file of the user's own; None where there is no such place, or somebody else may write there."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "~/.cache"
    with suppress(OSError, RuntimeError):
        folder = Path(root).expanduser() / "hefte"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
        if not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o022):
            return folder / f"{fingerprint(str(content.resolve()))}.readings"
    return None


def _program(settings: bytes | None) -> bytes:
    """A key of what reads and checks: another version of it, or under other settings, has read nothing yet."""
    return fingerprint(sys.version, pydantic.VERSION, code_key(), settings or b"").encode()


def _found(file: Path, program: bytes) -> _Found:
    """The rows of a memory, up to the first piece that is not whole or that another version wrote."""
    try:
        kept = file.read_bytes()
    except OSError:
        return _Found((), is_whole=False)
    rows: list[_Row] = []
    at = 0
    while at < len(kept):
        size, digest = _HEAD.unpack_from(kept, at) if len(kept) - at >= _HEAD.size else (0, b"")
        piece = kept[at + _HEAD.size : at + _HEAD.size + size]
        if len(piece) != size or digest != _digest(piece, program):
            return _Found(tuple(rows), is_whole=False)
        read = _unpacked(piece)
        if read is None:
            return _Found(tuple(rows), is_whole=False)
        rows += read
        at += _HEAD.size + size
    return _Found(tuple(rows), is_whole=bool(rows))


def _unpacked(piece: bytes) -> tuple[_Row, ...] | None:
    try:
        found = _Loader(BytesIO(piece)).load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, LookupError, TypeError, ValueError):
        return None
    is_ours = isinstance(found, tuple) and all(isinstance(row, _Row) for row in found)
    return found if is_ours else None


def _digest(piece: bytes, program: bytes) -> bytes:
    return blake2b(piece, digest_size=16, key=program).digest()


def _write(file: Path, program: bytes, rows: Sequence[_Row]) -> None:
    part = file.with_suffix(f".{os.getpid()}")
    part.unlink(missing_ok=True)
    try:
        _append(part, program, rows)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _append(file: Path, program: bytes, rows: Sequence[_Row]) -> None:
    with file.open("ab") as memory:
        for first in range(0, len(rows), _AT_ONCE):
            piece = pickle.dumps(tuple(rows[first : first + _AT_ONCE]), 5)
            memory.write(_HEAD.pack(len(piece), _digest(piece, program)) + piece)
