"""The door through which a site goes out: wholly, once, and never over somebody else's files."""

import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hefte.doors import exchange
from hefte.doors.edition import MARKER, STATE, mark
from hefte.doors.lock import only_build
from hefte.doors.publish import Published, publish
from hefte.doors.trouble import Exit, Trouble
from hefte.output import Output, ready
from hefte.source import File


def outputs(**pages: str) -> list[Output]:
    """Pages without keys: `index="x"` is index.html with the text x."""
    return [ready(File(f"{name}.html", text)) for name, text in pages.items()]


def keyed(path: str, key: str, calls: list[str], text: str = "made") -> Output:
    def make() -> str:
        calls.append(path)
        return text

    return Output(path, key, make)


def tree(folder: Path) -> dict[str, str]:
    """What a reader finds: every file but the marker."""
    return {path: (folder / path).read_text() for path in exchange.files_in(folder) if path != MARKER}


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that everybody may reach, which pytest's own is not."""
    with TemporaryDirectory(prefix="hefte-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up root's right to write everywhere; without root there is nothing to give up."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The kernel refuses to write on, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_site_holds_its_outputs_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, outputs(index="one", gone="two"))

    published = publish(site, [*outputs(index="one"), ready(File("turer/a/b.bin", b"\x00"))])

    assert tree(site) == {"index.html": "one", "turer/a/b.bin": "\x00"}
    assert published == Published(written=1, unchanged=1, removed=1)


def test_nothing_but_the_site_and_its_state_is_left_beside_it(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="one"))

    publish(tmp_path / "site", outputs(index="two"))

    assert sorted(path.name for path in tmp_path.iterdir()) == [STATE, "site"]


def test_a_page_with_the_same_key_is_not_made_again(tmp_path: Path) -> None:
    calls: list[str] = []
    publish(tmp_path / "site", [keyed("a.html", "1", calls), keyed("b.html", "1", calls)])
    before = (tmp_path / "site/a.html").stat()

    publish(tmp_path / "site", [keyed("a.html", "1", calls), keyed("b.html", "2", calls, "new")])

    assert calls == ["a.html", "b.html", "b.html"]
    assert (tmp_path / "site/a.html").stat().st_ino == before.st_ino
    assert tree(tmp_path / "site") == {"a.html": "made", "b.html": "new"}


def test_a_page_that_somebody_changed_is_made_again(tmp_path: Path) -> None:
    calls: list[str] = []
    publish(tmp_path / "site", [keyed("a.html", "1", calls)])
    (tmp_path / "site/a.html").write_text("changed by hand")

    publish(tmp_path / "site", [keyed("a.html", "1", calls)])

    assert tree(tmp_path / "site") == {"a.html": "made"}


def test_a_page_that_somebody_removed_is_made_again(tmp_path: Path) -> None:
    calls: list[str] = []
    publish(tmp_path / "site", [keyed("a.html", "1", calls)])
    (tmp_path / "site/a.html").unlink()

    publish(tmp_path / "site", [keyed("a.html", "1", calls)])

    assert tree(tmp_path / "site") == {"a.html": "made"}


def test_a_page_made_again_with_the_same_bytes_is_not_rewritten(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="same"))
    before = (tmp_path / "site/index.html").stat()

    publish(tmp_path / "site", outputs(index="same"))

    after = (tmp_path / "site/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_build_without_a_change_writes_no_file_at_all(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="same"))
    before = {path.name: path.stat().st_ino for path in (tmp_path / "site").iterdir()}

    publish(tmp_path / "site", outputs(index="same"))

    assert {path.name: path.stat().st_ino for path in (tmp_path / "site").iterdir()} == before


@pytest.mark.parametrize("text", ["", "no manifest", "[1, {}]", "[2, {}]", '[1, {"a.html": 3}]', "[1]"])
def test_a_broken_manifest_costs_a_full_build_and_no_more(tmp_path: Path, text: str) -> None:
    calls: list[str] = []
    publish(tmp_path / "site", [keyed("a.html", "1", calls)])
    (tmp_path / STATE / "site.json").write_text(text)

    publish(tmp_path / "site", [keyed("a.html", "1", calls)])

    assert calls == ["a.html", "a.html"]


def test_pages_are_written_as_they_come_and_not_gathered(tmp_path: Path) -> None:
    seen: list[int] = []

    def pages() -> Iterator[Output]:
        for number in range(3):
            seen.append(len(tree(tmp_path / ".site.new")))
            yield ready(File(f"{number}.html", "text"))

    publish(tmp_path / "site", pages())

    assert seen == [0, 1, 2]


def test_whoever_waits_is_told_how_far_it_is(tmp_path: Path) -> None:
    told: list[int] = []

    publish(tmp_path / "site", outputs(a="1", b="2"), told.append)

    assert told == [1, 2]


def test_a_build_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="old"))

    def broken() -> str:
        raise RuntimeError("no such macro")

    with pytest.raises(RuntimeError, match="no such macro"):
        publish(tmp_path / "site", [*outputs(index="new"), Output("b.html", None, broken)])

    assert tree(tmp_path / "site") == {"index.html": "old"}
    assert not (tmp_path / ".site.new").exists()


def test_ctrl_c_leaves_the_site_as_it_was_and_no_leftovers(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="old"))

    def interrupted() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path / "site", [Output("b.html", None, interrupted)])

    assert tree(tmp_path / "site") == {"index.html": "old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [STATE, "site"]


KILLED = """
import os, signal, sys
from pathlib import Path
from tempfile import TemporaryDirectory
from hefte.doors import exchange, publish
from hefte.output import Output
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
when, target = sys.argv[1], Path(sys.argv[2])
if when == "before the exchange": publish.put_in_place = die
if when == "after the exchange": publish.write_manifest = die
if when == "between two renames":
    exchange._exchange = exchange._file_by_file
    def half(new, target, old):
        target.rename(old)
        die()
    publish.put_in_place = half
make = die if when == "while a page is made" else lambda: "new"
publish.publish(target, [Output("index.html", None, lambda: "new"), Output("b.html", None, make)])
"""


@pytest.mark.parametrize(
    ("when", "left"),
    [
        ("while a page is made", {"index.html": "old"}),
        ("before the exchange", {"index.html": "old"}),
        ("after the exchange", {"index.html": "new", "b.html": "new"}),
        ("between two renames", {}),
    ],
)
def test_a_killed_build_leaves_the_old_site_or_the_new_and_the_next_clears_up(
    tmp_path: Path, when: str, left: dict[str, str]
) -> None:
    publish(tmp_path / "site", outputs(index="old"))

    killed = subprocess.run([sys.executable, "-c", KILLED, when, str(tmp_path / "site")], check=False)

    assert killed.returncode == -signal.SIGKILL
    assert tree(tmp_path / "site") == left
    publish(tmp_path / "site", outputs(index="newer"))
    assert tree(tmp_path / "site") == {"index.html": "newer"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [STATE, "site"]


def test_a_site_lost_between_two_renames_comes_back_even_when_the_next_build_fails(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="old"))
    (tmp_path / "site").rename(tmp_path / ".site.old")

    with pytest.raises(ZeroDivisionError):
        publish(tmp_path / "site", [Output("a.html", None, lambda: str(1 // 0))])

    assert tree(tmp_path / "site") == {"index.html": "old"}


@pytest.mark.slow
def test_a_reader_never_misses_a_page_during_the_exchange(tmp_path: Path) -> None:
    site, done, misses, reads = tmp_path / "site", threading.Event(), [], []
    publish(site, outputs(index="0"))

    def read_in_a_loop() -> None:
        while not done.is_set():
            try:
                reads.append((site / "index.html").read_text())
            except OSError as error:
                misses.append(error)

    reader = threading.Thread(target=read_in_a_loop)
    reader.start()
    for number in range(100):
        publish(site, outputs(index=str(number)))
    done.set()
    reader.join()

    assert misses == []
    assert len(set(reads)) > 10


def test_a_second_build_is_told_who_is_building(tmp_path: Path) -> None:
    (tmp_path / STATE).mkdir()

    with only_build(tmp_path / STATE / "site.lock"), pytest.raises(Trouble) as refused:
        publish(tmp_path / "site", outputs(index="x"))

    assert (refused.value.name, refused.value.code) == ("another-build", Exit.MACHINE)
    assert refused.value.values == {"pid": str(os.getpid())}


def test_the_lock_of_a_build_that_crashed_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / STATE).mkdir()
    (tmp_path / STATE / "site.lock").write_text("12345\n")

    publish(tmp_path / "site", outputs(index="x"))

    assert tree(tmp_path / "site") == {"index.html": "x"}


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/chapter.txt").write_text("all my work")

    with pytest.raises(Trouble) as refused:
        publish(tmp_path / "thesis", outputs(index="x"))

    assert (refused.value.name, refused.value.code) == ("not-our-folder", Exit.WRONG_USE)
    assert tree(tmp_path / "thesis") == {"chapter.txt": "all my work"}


def test_a_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")

    with pytest.raises(Trouble, match="not-our-folder"):
        publish(tmp_path / "site", outputs(index="x"))


def test_a_foreign_folder_with_the_name_of_a_leftover_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new/chapter.txt").write_text("all my work")

    with pytest.raises(Trouble, match="disk-trouble"):
        publish(tmp_path / "site", outputs(index="x"))

    assert tree(tmp_path / ".site.new") == {"chapter.txt": "all my work"}


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    publish(tmp_path / "site", outputs(index="x"))

    assert tree(tmp_path / "site") == {"index.html": "x"}


def test_a_folder_that_does_not_exist_yet_is_made_with_those_above_it(tmp_path: Path) -> None:
    publish(tmp_path / "a/b/site", outputs(index="x"))

    assert tree(tmp_path / "a/b/site") == {"index.html": "x"}


@pytest.mark.parametrize("path", ["../outside.html", "/etc/passwd", "a/../../b", "", MARKER, "a\\b"])
def test_an_output_cannot_lead_outside_the_site(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="leads outside"):
        publish(tmp_path / "site", [ready(File(path, "x"))])


def test_two_outputs_cannot_have_one_path(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="taken"):
        publish(tmp_path / "site", [*outputs(index="a"), *outputs(index="b")])


def test_a_link_to_a_folder_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk")

    publish(tmp_path / "site", outputs(index="x"))

    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "disk") == {"index.html": "x"}


def test_a_site_inside_another_survives_when_the_other_is_built(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="outer"))
    publish(tmp_path / "site/eksempelvik", outputs(index="inner"))
    before = (tmp_path / "site/eksempelvik/index.html").stat()

    publish(tmp_path / "site", outputs(index="outer again"))

    assert tree(tmp_path / "site/eksempelvik") == {"index.html": "inner"}
    assert (tmp_path / "site/eksempelvik/index.html").stat().st_ino == before.st_ino
    assert (tmp_path / "site/index.html").read_text() == "outer again"


def test_a_site_inside_another_is_made_outside_of_both(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="outer"))

    publish(tmp_path / "site/eksempelvik", outputs(index="inner"))

    assert sorted(path.name for path in tmp_path.iterdir()) == [STATE, "site"]
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [MARKER, "eksempelvik", "index.html"]


def test_a_site_inside_another_that_was_deleted_is_forgotten(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="outer"))
    publish(tmp_path / "site/inner", outputs(index="inner"))
    (tmp_path / "site/inner" / MARKER).unlink()
    (tmp_path / "site/inner/index.html").unlink()

    publish(tmp_path / "site", outputs(index="outer"))

    assert tree(tmp_path / "site") == {"index.html": "outer"}


def test_a_full_disk_is_said_with_its_path_and_the_old_site_stays(tmp_path: Path) -> None:
    publish(tmp_path / "site", outputs(index="old"))

    with no_file_larger_than(2000), pytest.raises(Trouble) as refused:
        publish(tmp_path / "site", outputs(index="x" * 5000))

    assert (refused.value.name, refused.value.code) == ("disk-full", Exit.MACHINE)
    assert tree(tmp_path / "site") == {"index.html": "old"}
    assert not (tmp_path / ".site.new").exists()


def test_a_folder_without_permission_is_said_with_its_path(common: Path) -> None:
    (common / "locked").mkdir(mode=0o555)

    with as_nobody(), pytest.raises(Trouble) as refused:
        publish(common / "locked/site", outputs(index="x"))

    assert (refused.value.name, refused.value.code) == ("no-permission", Exit.MACHINE)


def test_a_name_too_long_for_the_disk_is_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="name-too-long"):
        publish(tmp_path / "site", [ready(File("a" * 300, "x"))])


def _refuses(number: int) -> object:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_two_renames_stand_in_where_folders_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path / "site", outputs(index="old", gone="x"))
    monkeypatch.setattr(exchange, "_exchange", _refuses(22))

    publish(tmp_path / "site", outputs(index="new"))

    assert tree(tmp_path / "site") == {"index.html": "new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [STATE, "site"]


def test_a_disk_that_fails_is_not_taken_for_one_that_cannot_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path / "site", outputs(index="old"))
    monkeypatch.setattr(exchange, "_exchange", _refuses(5))

    with pytest.raises(Trouble, match="disk-trouble"):
        publish(tmp_path / "site", outputs(index="new"))

    assert tree(tmp_path / "site") == {"index.html": "old"}


@pytest.fixture
def immovable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is a mount point: neither exchange nor rename."""
    monkeypatch.setattr(exchange, "_exchange", _refuses(16))
    monkeypatch.setattr(exchange, "_two_renames", _refuses(16))


@pytest.mark.usefixtures("immovable")
def test_each_file_is_replaced_whole_where_the_folder_cannot_be_moved(tmp_path: Path) -> None:
    publish(
        tmp_path / "site", [*outputs(index="old", same="same"), ready(File("a", "a file")), ready(File("b/c", "x"))]
    )
    before = (tmp_path / "site/same.html").stat()

    publish(
        tmp_path / "site", [*outputs(index="new", same="same"), ready(File("a/b", "x")), ready(File("b", "a file"))]
    )

    assert tree(tmp_path / "site") == {"index.html": "new", "same.html": "same", "a/b": "x", "b": "a file"}
    assert (tmp_path / "site/same.html").stat().st_ino == before.st_ino


@pytest.mark.usefixtures("immovable")
def test_file_by_file_the_sites_inside_stay_and_empty_folders_go(tmp_path: Path) -> None:
    publish(tmp_path / "site", [*outputs(index="old"), ready(File("turer/a.html", "x"))])
    publish(tmp_path / "site/inner", outputs(index="inner"))

    publish(tmp_path / "site", outputs(index="new"))

    assert tree(tmp_path / "site") == {
        "index.html": "new",
        "inner/index.html": "inner",
        "inner/.hefte": tree(tmp_path / "site")["inner/.hefte"],
    }
    assert not (tmp_path / "site/turer").exists()


@pytest.mark.usefixtures("immovable")
def test_file_by_file_a_page_with_the_same_key_is_not_made_again(tmp_path: Path) -> None:
    calls: list[str] = []
    publish(tmp_path / "site", [keyed("a.html", "1", calls)])

    publish(tmp_path / "site", [keyed("a.html", "1", calls)])

    assert calls == ["a.html"]


def test_a_rename_that_fails_half_way_is_taken_back(tmp_path: Path) -> None:
    mark_of = tmp_path / "site"
    mark_of.mkdir()
    mark(mark_of)

    with pytest.raises(FileNotFoundError):
        exchange._two_renames(tmp_path / "missing", mark_of, tmp_path / ".site.old")

    assert (mark_of / MARKER).is_file()


def test_a_disk_without_hard_links_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "site", outputs(index="same"))
    monkeypatch.setattr(os, "link", _refuses(1))

    published = publish(tmp_path / "site", outputs(index="same"))

    assert published.unchanged == 1
    assert tree(tmp_path / "site") == {"index.html": "same"}


def test_without_the_right_to_write_beside_the_site_it_is_made_elsewhere(
    common: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, mode in {"home": 0o777, "www": 0o777, "www/site": 0o777, "www/": 0o555}.items():
        (common / name).mkdir(exist_ok=True)
        (common / name).chmod(mode)
    monkeypatch.setenv("HOME", str(common / "home"))

    with as_nobody():
        publish(common / "www/site", outputs(index="one"))
        publish(common / "www/site", outputs(index="two"))

    assert tree(common / "www/site") == {"index.html": "two"}
    assert [path.name for path in (common / "www").iterdir()] == ["site"]
