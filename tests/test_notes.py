"""What a build notes for the next one: it comes back whole, or not at all."""

import os
from pathlib import Path

import pytest

from hefte.doors.notes import read_notes, write_notes


def test_notes_come_back(tmp_path: Path) -> None:
    write_notes(tmp_path / "kalendere" / "a.json", {"nøkkel": "tekst"})

    assert read_notes(tmp_path / "kalendere" / "a.json") == {"nøkkel": "tekst"}


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff", b"3"])
def test_broken_notes_are_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)

    assert read_notes(tmp_path / "a.json") == {}
    assert read_notes(tmp_path / "borte.json") == {}


def test_the_notes_of_old_sites_are_forgotten(tmp_path: Path) -> None:
    for number in range(20):
        write_notes(tmp_path / f"{number}.json", {})
        os.utime(tmp_path / f"{number}.json", (number, number))
    write_notes(tmp_path / "ny.json", {})

    assert len(list(tmp_path.iterdir())) == 16
    assert (tmp_path / "ny.json").exists()
    assert not (tmp_path / "0.json").exists()
