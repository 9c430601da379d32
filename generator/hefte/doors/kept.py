"""A memory on disk: one small database beside the site, believed only as far as it can be checked."""

import io
import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from importlib import import_module
from pathlib import Path

from hefte.memory import Forgetful, Memory

_DIGEST = 16
_PLAIN = {("datetime", name) for name in ("date", "datetime", "time", "timedelta")} | {("decimal", "Decimal")}
_PLAIN |= {("builtins", name) for name in ("frozenset", "set", "bytearray")}


class Kept:
    """Values of earlier runs by key; see `hefte.memory.Memory`. Values go to disk as they come."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.used: set[str] = set()

    def recall(self, key: str) -> object | None:
        """What was kept under the key; None where there is nothing, or nothing to be trusted."""
        row = None
        with suppress(sqlite3.Error):
            row = self._database.execute("SELECT CAST(value AS BLOB) FROM kept WHERE key = ?", (key,)).fetchone()
        value = _value(row[0]) if row else None
        if value is not None:
            self.used.add(key)
        return value

    def keep(self, key: str, value: object) -> None:
        """Keep a value for the next run."""
        with suppress(sqlite3.Error):
            self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, _packed(value)))
            self.used.add(key)

    def forget_the_rest(self) -> None:
        """Drop what this run neither recalled nor kept."""
        there = {key for (key,) in self._database.execute("SELECT key FROM kept")}
        self._database.executemany("DELETE FROM kept WHERE key = ?", ((key,) for key in there - self.used))


@contextmanager
def kept(path: Path) -> Iterator[Memory]:
    """Open a memory, and save what this run used when it ends well; one that cannot be opened is no problem."""
    database = _opened(path)
    if database is None:
        yield Forgetful()
        return
    with closing(database):
        memory = Kept(database)
        yield memory
        with suppress(sqlite3.Error):
            memory.forget_the_rest()
            database.commit()


def _opened(path: Path) -> sqlite3.Connection | None:
    """The database, locked for this run; a broken one is made anew, one in use or out of reach is left alone."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _connected(path)
        except (sqlite3.OperationalError, OSError):
            return None
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
    return None


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=1, isolation_level=None)
    try:
        database.execute("PRAGMA synchronous = OFF")  # a loss costs one full build
        database.execute("BEGIN IMMEDIATE")
        database.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _packed(value: object) -> bytes:
    content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return blake2b(content, digest_size=_DIGEST).digest() + content


def _value(packed: bytes) -> object | None:
    digest, content = packed[:_DIGEST], packed[_DIGEST:]
    if blake2b(content, digest_size=_DIGEST).digest() != digest:
        return None
    try:
        value: object = _OwnTypes(io.BytesIO(content)).load()
    except Exception:  # noqa: BLE001  # whatever an old or strange pickle does, it is only a memory
        return None
    return value


class _OwnTypes(pickle.Unpickler):
    """Builds values of our own model and plain ones; a database from elsewhere cannot make it call anything else."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _PLAIN:
            return getattr(import_module(module), name)
        if module.startswith("hefte.") and not module.startswith("hefte.doors"):
            found = getattr(import_module(module), name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of ours")
