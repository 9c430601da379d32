"""What an earlier run worked out: recalled when it is sound, forgotten when it is not."""

import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from hefte.doors.kept import kept
from hefte.memory import Forgetful
from hefte.problem import Problem, Rule, Where

VALUE = (Problem(Where("turer/a.yaml", 3), Rule.TAB, {"dates": [date(2026, 11, 22)]}), frozenset({("turer", "a")}))


class _Trap:
    """A pickle that runs a command when it is read."""

    def __reduce__(self) -> object:
        return os.mkdir, ("trapped",)


def test_a_value_is_recalled_in_the_next_run(tmp_path: Path) -> None:
    with kept(tmp_path / "a/memory") as memory:
        memory.keep("key", VALUE)

    with kept(tmp_path / "a/memory") as memory:
        recalled = memory.recall("key")

    assert recalled == VALUE


def test_what_a_run_does_not_use_is_forgotten(tmp_path: Path) -> None:
    with kept(tmp_path / "memory") as memory:
        memory.keep("old", 1)
        memory.keep("used", 2)
    with kept(tmp_path / "memory") as memory:
        memory.recall("used")

    with kept(tmp_path / "memory") as memory:
        recalled = (memory.recall("old"), memory.recall("used"))

    assert recalled == (None, 2)


def test_a_run_that_fails_keeps_what_was_there(tmp_path: Path) -> None:
    with kept(tmp_path / "memory") as memory:
        memory.keep("old", 1)
    with pytest.raises(ZeroDivisionError), kept(tmp_path / "memory") as memory:
        memory.keep("new", 1 // 0)

    with kept(tmp_path / "memory") as memory:
        recalled = memory.recall("old")

    assert recalled == 1


def test_a_memory_that_another_run_holds_is_left_alone(tmp_path: Path) -> None:
    with kept(tmp_path / "memory") as first:
        first.keep("key", 1)
        with kept(tmp_path / "memory") as second:
            second.keep("key", 2)

    with kept(tmp_path / "memory") as memory:
        recalled = memory.recall("key")

    assert recalled == 1


def test_a_damaged_value_is_not_believed(tmp_path: Path) -> None:
    with kept(tmp_path / "memory") as memory:
        memory.keep("key", VALUE)
    with sqlite3.connect(tmp_path / "memory") as database:
        database.execute("UPDATE kept SET value = substr(value, 1, 40)")
    database.close()

    with kept(tmp_path / "memory") as memory:
        recalled = memory.recall("key")

    assert recalled is None


def test_a_memory_from_elsewhere_cannot_run_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with kept(tmp_path / "memory") as memory:
        memory.keep("key", _Trap())

    with kept(tmp_path / "memory") as memory:
        recalled = memory.recall("key")

    assert recalled is None
    assert not Path("trapped").exists()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"x" * 200])
def test_a_broken_file_is_replaced_and_costs_one_full_run(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "memory").write_bytes(content)
    for _ in range(2):
        with kept(tmp_path / "memory") as memory:
            memory.keep("key", 1)

    with kept(tmp_path / "memory") as memory:
        recalled = memory.recall("key")

    assert recalled == 1


def test_a_memory_that_cannot_be_written_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with kept(tmp_path / "file/memory") as memory:
        memory.keep("key", 1)

    assert memory.recall("key") is None


def test_a_forgetful_memory_recalls_nothing() -> None:
    memory = Forgetful()
    memory.keep("key", 1)

    assert memory.recall("key") is None
