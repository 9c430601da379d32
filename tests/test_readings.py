"""The memory of what was read: it changes how long a run takes, and never what it says."""

import os
import pickle
from pathlib import Path

import pytest

from hefte.doors.readings import _HEAD, Readings, _digest, _program
from hefte.reading.entries import FileReading, read_file

ENTRY = "tittel: Kafé\ningress: Kaffe og vafler.\nkategorier: [diverse]\nkommune: 3107\npris: gratis\n"
PATH = "aktiviteter/kafe.yaml"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def _read(content: Path, text: str = ENTRY, path: str = PATH, language: str = "nb") -> FileReading:
    readings = Readings(content)
    found = readings.read(path, text.encode(), language)
    readings.keep()
    return found


def _memory(content: Path) -> Path:
    (file,) = (content.parent / "cache" / "hefte").glob("*.readings")
    return file


def _same(one: FileReading, other: FileReading) -> bool:
    told = [(vars(document), document.stand) for document in one.documents]
    return told == [(vars(document), document.stand) for document in other.documents]


def test_what_is_remembered_is_what_was_read(content: Path) -> None:
    first = _read(content)

    again = _read(content)

    assert again.documents[0] is not first.documents[0]
    assert _same(again, first)
    assert _same(again, read_file(PATH, ENTRY.encode(), "nb"))


def test_a_list_of_entries_is_remembered_with_the_place_of_each(content: Path) -> None:
    text = "".join("- id: " + name + "\n  " + ENTRY.replace("\n", "\n  ").rstrip() + "\n" for name in ("en", "to"))
    first = _read(content, text)

    again = _read(content, text)

    assert _same(again, first)
    assert again.documents[1].where("tittel").line == 8


def test_an_unchanged_file_costs_no_writing(content: Path) -> None:
    _read(content)
    before = _memory(content).stat().st_mtime_ns

    _read(content)

    assert _memory(content).stat().st_mtime_ns == before


@pytest.mark.parametrize(("text", "language"), [(ENTRY.replace("Kafé", "Kiosk"), "nb"), (ENTRY, "nn")])
def test_other_bytes_or_another_language_are_read_anew(content: Path, text: str, language: str) -> None:
    _read(content)

    found = _read(content, text, language=language)

    assert _same(found, read_file(PATH, text.encode(), language))


def test_a_file_with_a_problem_is_told_of_every_time(content: Path) -> None:
    text = ENTRY.replace("gratis", "grattis")
    first = _read(content, text)

    again = _read(content, text)

    assert first.problems
    assert again.problems == first.problems


def test_the_memory_does_not_grow_for_ever(content: Path) -> None:
    _read(content)
    of_one = _memory(content).stat().st_size

    for number in range(100):
        _read(content, ENTRY.replace("Kafé", f"Kafé {number}"))

    assert _memory(content).stat().st_size < 25 * of_one
    assert _read(content, ENTRY.replace("Kafé", "Kafé 99")).documents[0].title.nb == "Kafé 99"


@pytest.mark.parametrize("kept", [0.0, 0.5, 0.99])
def test_a_memory_that_is_cut_off_or_empty_costs_only_time(content: Path, kept: float) -> None:
    first = _read(content)
    whole = _memory(content).read_bytes()
    _memory(content).write_bytes(whole[: int(len(whole) * kept)])

    assert _same(_read(content), first)


@pytest.mark.parametrize("at", range(0, 900, 37))
def test_a_memory_with_another_byte_anywhere_says_nothing_false(content: Path, at: int) -> None:
    first = _read(content)
    damaged = bytearray(_memory(content).read_bytes())
    damaged[at % len(damaged)] ^= 1
    _memory(content).write_bytes(damaged)

    assert _same(_read(content), first)
    assert _memory(content).read_bytes() != damaged


def test_what_another_version_added_meanwhile_is_not_believed(content: Path) -> None:
    first = _read(content)
    theirs = pickle.dumps((), 5)
    with _memory(content).open("ab") as memory:
        memory.write(_HEAD.pack(len(theirs), _digest(theirs, b"another version")) + theirs)

    assert _same(_read(content), first)
    _read(content, ENTRY.replace("Kafé", "Kiosk"))
    assert _same(
        _read(content, ENTRY.replace("Kafé", "Kiosk")), read_file(PATH, ENTRY.replace("Kafé", "Kiosk").encode())
    )


class _Planted:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch planted",)


def test_a_memory_that_somebody_planted_is_never_carried_out(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content)
    first = _read(content)
    piece = pickle.dumps((_Planted(),))
    _memory(content).write_bytes(_HEAD.pack(len(piece), _digest(piece, _program())) + piece)

    found = _read(content)

    assert _same(found, first)
    assert not (content / "planted").exists()


def test_a_folder_that_others_may_write_to_is_not_trusted(content: Path) -> None:
    _read(content)
    _memory(content).parent.chmod(0o777)
    _memory(content).write_bytes(b"")

    _read(content)

    assert _memory(content).read_bytes() == b""


def test_without_a_place_for_it_everything_is_read_anew(content: Path) -> None:
    (content.parent / "cache").write_text("a file, no folder", encoding="utf-8")

    assert _read(content).documents
