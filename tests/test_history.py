"""What git tells of content: when a file came and was last changed, and what stood there; or nothing, and no harm."""

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hefte.doors.history import Changes, History

FIRST = datetime(2026, 10, 1, 12, tzinfo=UTC)
KOR = "aktiviteter/kor på øya.yaml"


def git(folder: Path, *arguments: str, at: datetime = FIRST) -> None:
    """Run git in a folder as somebody who commits at that moment."""
    moment = at.isoformat()
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@eksempel.no", "GIT_AUTHOR_DATE": moment}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@eksempel.no", "GIT_COMMITTER_DATE": moment}
    settings = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": "/usr/bin:/bin", **who}
    subprocess.run(("git", *arguments), cwd=folder, env=settings, check=True, capture_output=True)


def commit(folder: Path, files: dict[str, str | None], days: int) -> datetime:
    """Write or remove files below content/ and commit them so many days after the first day."""
    at = FIRST + timedelta(days=days)
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "Endret", at=at)
    return at


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Four commits: two files, one of them changed, another file beside the content, and a file that is removed."""
    folder = tmp_path / "kommunen"
    folder.mkdir()
    git(folder, "init", "--initial-branch=main")
    commit(folder, {KOR: "tittel: Kor", "oppsett.yaml": "navn: Vik", "sider/om.md": "Om"}, 0)
    commit(folder, {KOR: "tittel: Songkor", "../README.md": "utenfor"}, 1)
    commit(folder, {"sider/om.md": None}, 2)
    return folder


def test_each_file_has_its_first_and_its_last_commit(repository: Path) -> None:
    changes = History(repository / "content").changes()

    assert changes == {
        KOR: Changes(FIRST, FIRST + timedelta(days=1)),
        "oppsett.yaml": Changes(FIRST, FIRST),
        "sider/om.md": Changes(FIRST, FIRST + timedelta(days=2)),
    }


def test_a_text_is_what_stood_there_then(repository: Path) -> None:
    history = History(repository / "content")

    assert (history.texts_at(FIRST) or {})[KOR] == "tittel: Kor"
    assert (history.texts_at(FIRST + timedelta(days=1, hours=1)) or {})[KOR] == "tittel: Songkor"
    assert set(history.texts_at(FIRST + timedelta(days=3)) or ()) == {KOR, "oppsett.yaml"}
    assert history.texts_at(FIRST - timedelta(days=1)) == {}
    assert "sider/borte.md" not in (history.texts_at(FIRST) or {})


def test_of_a_shallow_clone_a_file_is_never_told_to_be_older_than_it_is(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth=2", repository.as_uri(), "grunn")
    history = History(tmp_path / "grunn" / "content")

    changes = history.changes()

    assert changes[KOR] == Changes(None, FIRST + timedelta(days=1))
    assert changes["oppsett.yaml"] == Changes(None, FIRST + timedelta(days=1))
    assert changes["sider/om.md"].last == FIRST + timedelta(days=2)
    assert history.texts_at(FIRST) is None
    assert (history.texts_at(FIRST + timedelta(days=1)) or {})[KOR] == "tittel: Songkor"


def test_a_folder_without_history_has_none_and_stops_nothing(tmp_path: Path) -> None:
    history = History(tmp_path)

    assert history.changes() == {}
    assert history.texts_at(FIRST) is None
    assert History(tmp_path / "finnes ikke").changes() == {}


def test_without_git_there_is_no_history(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))

    assert History(repository / "content").changes() == {}


def test_a_hook_does_not_say_whose_history_is_read(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")

    assert KOR in History(repository / "content").changes()


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path) -> None:
    git(tmp_path, "init")

    assert History(tmp_path).changes() == {}
