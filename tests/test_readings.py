"""The memory of what was read: it changes how long a run takes, and never what it says."""

import os
import pickle
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from booklet_samples import taxonomy
from hefte.catalogue import Catalogue
from hefte.check import OF_EACH, check_each
from hefte.doors.build import look_through
from hefte.doors.readings import _HEAD, Readings, _digest, _program
from hefte.model import Document
from hefte.problem import Problem, in_order
from hefte.reading import read_content
from hefte.reading.entries import FileReading, read_file
from hefte.source import Source
from hefte.track import Track
from test_cases import CASES, SETTINGS, case_files

ENTRY = "tittel: Kafé\ningress: Kaffe og vafler.\nkategorier: [diverse]\nkommune: 3107\npris: gratis\n"
PATH = "aktiviteter/kafe.yaml"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def _read(content: Path, text: str = ENTRY, path: str = PATH, language: str = "nb") -> FileReading:
    readings = Readings(content, None)
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


@pytest.mark.parametrize("odd", [b"", pickle.dumps(("tekst",), 5), pickle.dumps({"a": 1}, 5), b"\x80\x05h\x05."])
def test_a_piece_that_holds_something_else_costs_only_time(content: Path, odd: bytes) -> None:
    first = _read(content)
    _memory(content).write_bytes(_HEAD.pack(len(odd), _digest(odd, _program(None))) + odd)

    assert _same(_read(content), first)
    assert _same(_read(content), first)


def test_what_cannot_be_put_in_place_leaves_nothing_behind(content: Path) -> None:
    _read(content)
    file = _memory(content)
    file.unlink()
    (file / "within").mkdir(parents=True)

    _read(content)

    assert [path.name for path in file.parent.iterdir()] == [file.name]


class _Planted:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch planted",)


def test_a_memory_that_somebody_planted_is_never_carried_out(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content)
    first = _read(content)
    piece = pickle.dumps((_Planted(),))
    _memory(content).write_bytes(_HEAD.pack(len(piece), _digest(piece, _program(None))) + piece)

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


TODAY = date(2026, 11, 22)


def _found(content: Path, **texts: str) -> list[str]:
    """What is told of a folder with these activities."""
    (content / "oppsett.yaml").write_text(texts.pop("settings", SETTINGS), encoding="utf-8")
    (content / "aktiviteter").mkdir(exist_ok=True)
    for name, text in texts.items():
        (content / f"aktiviteter/{name}.yaml").write_text(text, encoding="utf-8")
    return [f"{problem.where} {problem.rule} {problem.values}" for problem in look_through(content, TODAY).problems]


def _is_hard(found: list[str]) -> bool:
    return any("hard-to-read" in line for line in found)


def test_what_is_wrong_with_a_file_is_told_again_though_nothing_has_changed(content: Path) -> None:
    long = f"{ENTRY}beskrivelse: {'Dette er en setning som ikke tar slutt ' * 6}\n"
    first = _found(content, sound=ENTRY, long=long)

    again = _found(content, sound=ENTRY, long=long)

    assert _is_hard(first)
    assert again == first


def test_what_was_sound_is_looked_at_again_when_it_or_the_settings_have_changed(content: Path) -> None:
    text = f"{ENTRY}beskrivelse: {'Arrangementsansvarlige serverer kaffe og vafler hver eneste formiddag her. ' * 4}\n"

    assert not _is_hard(_found(content, a=text))
    assert not _is_hard(_found(content, a=text))
    assert _is_hard(_found(content, settings=f"{SETTINGS}lix_høyst: 20\n", a=text))
    assert not _is_hard(_found(content, a=text))
    assert _is_hard(_found(content, a=text.replace(". A", " a")))


def test_settings_that_are_saved_meanwhile_are_not_those_that_are_checked_by(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{ENTRY}beskrivelse: {'Arrangementsansvarlige serverer kaffe og vafler hver eneste formiddag her. ' * 4}\n"
    strict = f"{SETTINGS}lix_høyst: 20\n"
    opening = Readings.__init__

    def opened(self: Readings, folder: Path, written: bytes | None) -> None:
        (content / "oppsett.yaml").write_text(SETTINGS, encoding="utf-8")
        opening(self, folder, written)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Readings, "__init__", opened)
        assert _is_hard(_found(content, settings=strict, a=text))
    assert _is_hard(_found(content, settings=strict, a=text))


def test_what_rules_of_one_file_say_hangs_on_no_other_file_and_on_no_day() -> None:
    documents = tuple(_of_all_cases())
    by_path: dict[str, list[Document]] = {}
    for document in documents:
        by_path.setdefault(document.path, []).append(document)

    later = date(2031, 2, 3)
    beside = {"pictures": frozenset({"a.jpg"}), "tracks": {"strand.gpx": Track(())}, "icons": frozenset({"music"})}
    together = _of_documents(check_each(_catalogue(documents, TODAY, taxonomy=taxonomy(), **beside)))
    alone = [one for each in by_path.values() for one in _of_documents(check_each(_catalogue(each, later)))]

    assert in_order(alone) == in_order(together)
    assert len({one.rule for one in together}) >= len(OF_EACH)


def _of_all_cases() -> Iterator[Document]:
    """Every document of the cases, each under a path of its own."""
    for number, case in enumerate(sorted(CASES.iterdir())):
        for document in read_content(case_files(case).items()).documents:
            source = Source(f"{document.folder}/{number}-{document.path.rpartition('/')[2]}", document.source.text)
            document.put(source, *document.stand.at)
            yield document


def _catalogue(documents: Iterable[Document], day: date, **beside: Any) -> Catalogue:  # noqa: ANN401
    settings = read_content([("oppsett.yaml", SETTINGS.encode())]).settings
    assert settings is not None
    return Catalogue(tuple(documents), settings, day, **beside)


def _of_documents(problems: Iterable[Problem]) -> list[Problem]:
    return [one for one in problems if one.where.path != "oppsett.yaml"]
