"""The door through which content comes in, and the two languages of what this project brings along."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hefte.doors.content import open_content, state_of
from hefte.doors.trouble import Exit, Trouble
from hefte.model import Entry
from hefte.model.fields import values_of
from hefte.model.kinds import Record
from hefte.model.texts import Text
from hefte.problem import Problem, Rule, Where
from hefte.reading import read_content
from hefte.reading.limits import FILE_KILOBYTES

ROOT = Path(__file__).parents[1]
BILINGUAL = (ROOT / "content", ROOT / "tests/eksempelvik")
NAMES = {
    ("Sight", "name"),
    ("Group", "together_with"),
    ("Stop", "lines"),
    ("Neighbour", "name"),
    ("Settings", "name"),
}
"""Fields that may hold a name or numbers, written once for all languages, as the title of an entry may."""

ONLY_NB = re.compile(
    r"(?<![-\w])(ikke|fra|noen|noe|hva|hvor\w*|hver|også|dere|ble|bare|uka?|åpen|åpent|kilden|mer|kommer"
    r"|gjøre|være|mandag\w*|tirsdag\w*|lørdag\w*)(?![-\w])",
    re.IGNORECASE,
)


def lay_out(folder: Path, *paths: str, text: str = "tittel: A\n") -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def test_texts_are_told_from_pictures_tracks_and_strangers(tmp_path: Path) -> None:
    lay_out(tmp_path, "oppsett.yaml", "turer/a.yaml", "turer/b.YML", "bilder/a.jpg", "spor/a.gpx", "turer/a.docx")

    content = open_content(tmp_path)

    assert content.texts == ("oppsett.yaml", "turer/a.yaml", "turer/b.YML")
    assert content.others == ("bilder/a.jpg", "spor/a.gpx", "turer/a.docx")
    assert content.read("turer/a.yaml") == b"tittel: A\n"


def test_names_are_handed_on_as_they_are_spelled_on_disk(tmp_path: Path) -> None:
    names = ("turer/A\u030apen.yml", "turer/\u00c5pen.yml", "turer/-rf.yml", "turer/a\nb.yml", "turer/con.yml")
    lay_out(tmp_path, *names)

    content = open_content(tmp_path)

    assert content.texts == tuple(sorted(names))


def test_a_name_that_is_not_utf8_is_handed_on(tmp_path: Path) -> None:
    (tmp_path / "turer").mkdir()
    (tmp_path / "turer" / os.fsdecode(b"\xe5pen.yaml")).write_bytes(b"tittel: A")

    content = open_content(tmp_path)

    assert content.read(content.texts[0]) == b"tittel: A"


def test_hidden_folders_are_not_looked_into(tmp_path: Path) -> None:
    lay_out(tmp_path, ".git/config", ".vscode/settings.json")

    content = open_content(tmp_path)

    assert content.texts == content.others == ()


def test_a_file_too_large_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    lay_out(tmp_path, "turer/a.yaml", text="x" * (FILE_KILOBYTES + 1) * 1024)

    content = open_content(tmp_path)

    values = {"kilobytes": FILE_KILOBYTES + 1, "limit": FILE_KILOBYTES}
    assert content.too_large == (Problem(Where("turer/a.yaml"), Rule.FILE_TOO_LARGE, values),)
    assert content.texts == ()


@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "../secret.yaml", "loop.yaml", "missing.yaml", "."])
def test_a_link_that_leads_out_or_in_a_ring_is_ignored_and_named(tmp_path: Path, target: str) -> None:
    lay_out(tmp_path, "secret.yaml")
    (tmp_path / "content/turer").mkdir(parents=True)
    (tmp_path / "content/turer/loop.yaml").symlink_to(target)

    content = open_content(tmp_path / "content")

    assert content.texts == content.others == ()
    assert content.problems == (Problem(Where("turer/loop.yaml"), Rule.SYMBOLIC_LINK, {"target": target}),)


def test_a_link_to_a_file_of_the_same_folder_is_read(tmp_path: Path) -> None:
    lay_out(tmp_path, "turer/a.yaml")
    (tmp_path / "turer/b.yaml").symlink_to("a.yaml")

    content = open_content(tmp_path)

    assert content.texts == ("turer/a.yaml", "turer/b.yaml")


def test_a_pipe_does_not_hold_up_the_build(tmp_path: Path) -> None:
    (tmp_path / "turer").mkdir()
    os.mkfifo(tmp_path / "turer/a.yaml")

    assert open_content(tmp_path).texts == ()


def test_a_missing_folder_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as refused:
        open_content(tmp_path / "missing")

    assert (refused.value.name, refused.value.code) == ("no-content-folder", Exit.WRONG_USE)


def test_a_file_that_went_away_is_said_with_its_path(tmp_path: Path) -> None:
    content = open_content(lay_out(tmp_path, "turer/a.yaml"))
    (tmp_path / "turer/a.yaml").unlink()

    with pytest.raises(Trouble) as refused:
        content.read("turer/a.yaml")

    assert refused.value.values["path"] == str(tmp_path / "turer/a.yaml")


def test_the_state_of_a_folder_changes_with_its_files(tmp_path: Path) -> None:
    lay_out(tmp_path, "turer/a.yaml")
    before = state_of(tmp_path)

    lay_out(tmp_path, "turer/a.yaml", text="tittel: Ny\n")
    (tmp_path / "turer/b.yaml").symlink_to("missing")

    assert state_of(tmp_path).keys() == before.keys()
    assert state_of(tmp_path) != before


def texts_within(value: object, record: Record | None = None, field: str = "") -> Iterator[tuple[bool, Text]]:
    """Every text of a document, and whether its field may hold a name."""
    if isinstance(value, Text):
        title = isinstance(record, Entry) and field in {"title", "short_title"}
        yield title or (type(record).__name__, field) in NAMES, value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_within(one, record, field)
    elif isinstance(value, Record):
        for row, one in values_of(value):
            yield from texts_within(one, value, row.name)


@cache
def texts_of(folder: Path) -> tuple[tuple[bool, Text], ...]:
    """What the files of a content folder say to readers."""
    content = open_content(folder)
    reading = read_content([(path, content.read(path)) for path in content.texts], content.others)
    return tuple(texts_within((reading.settings, *reading.documents)))


@pytest.mark.parametrize("folder", BILINGUAL, ids=lambda folder: folder.name)
def test_every_text_is_there_in_nynorsk_too(folder: Path) -> None:
    texts = texts_of(folder)
    names = {
        text.nb for may_be_name, text in texts if may_be_name and not text.nn and not ONLY_NB.search(text.nb or "")
    }

    missing = [text.nb for _, text in texts if not text.nn and text.nb not in names]

    assert len(texts) > 500
    assert missing == []


@pytest.mark.parametrize("folder", BILINGUAL, ids=lambda folder: folder.name)
def test_no_nynorsk_text_has_words_of_the_other_norwegian(folder: Path) -> None:
    texts = texts_of(folder)

    mixed = [text.nn for _, text in texts if text.nn and ONLY_NB.search(text.nn)]

    assert mixed == []
