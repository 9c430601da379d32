"""`hefte newsletter`: first the draft, out of the history where there is one; then the letter, in every language."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hefte.doors.command_line import main
from hefte.mail.message import LARGEST

pytestmark = pytest.mark.slow

SETTINGS = "navn: Ut i Vik\ntjeneste: Tjenesten\nkommune: '9999'\nspråk: [nb, nn]\nadresse: https://vik.eksempel.no\n"
ENTRY = "ingress: Kom som du er.\nkategorier: [diverse]\nkommune: '9999'\n"
WALK = f"tittel: Runden\n{ENTRY}lengde: 1 km\n"
CALL = ("newsletter", "--month", "2026-12", "--today", "2026-11-22")

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with sound content, to stand in; nothing above it is a repository."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path, "oppsett.yaml", SETTINGS)
    write(tmp_path, "aktiviteter/kor.yaml", f"tittel: Kor\n{ENTRY}pris: 60\nnår: [{{dag: tirsdag, kl: 18-20}}]\n")
    write(tmp_path, "aktiviteter/quiz.yaml", f"tittel: Quiz\n{ENTRY}")
    write(tmp_path, "turer/runden.yaml", WALK)
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def commit(folder: Path) -> Callable[[str], None]:
    """Commits everything on a day."""

    def git(*arguments: str, day: str = "2026-10-01") -> None:
        moment = f"{day}T12:00:00+00:00"
        own = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull}
        named = ("git", "-c", "user.name=x", "-c", "user.email=x@x.no", "-c", "commit.gpgsign=false")
        subprocess.run((*named, *arguments), cwd=folder, env={**os.environ, **own}, check=True, capture_output=True)

    def commit(day: str) -> None:
        git("add", "-A")
        git("commit", "-q", "-m", "x", day=day)

    git("init", "-q")
    return commit


@needs_git
def test_the_draft_tells_what_is_new_changed_and_ended(
    folder: Path, commit: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "nyhetsbrev/2026-11.yaml", "måned: 2026-11\nsendt: 2026-11-02\n")
    commit("2026-10-01")
    write(folder, "aktiviteter/bingo.yaml", f"tittel: Bingo\n{ENTRY}")
    commit("2026-11-01")
    write(folder, "aktiviteter/kor.yaml", f"tittel: Kor\n{ENTRY}pris: 80\nnår: [{{dag: tirsdag, kl: 18-20}}]\n")
    write(folder, "aktiviteter/strikk.yaml", f"tittel: Strikk\n{ENTRY}")
    (folder / "content/aktiviteter/quiz.yaml").unlink()
    commit("2026-11-10")

    assert main(CALL) == 0

    text = (folder / "content/nyhetsbrev/2026-12.yaml").read_text(encoding="utf-8")
    rows = [line.partition("  #")[0] for line in text.splitlines() if line and not line.startswith("#")]
    assert rows == [
        "måned: 2026-12",
        "hilsen:",
        "fra: 2026-11-02",
        "nye:",
        "  - aktiviteter/strikk",
        "endret:",
        '  - {post: aktiviteter/kor, hva: {nb: "Endret: pris.", nn: "Endra: pris."}}',
        "slutt:",
        '  - {tittel: {nb: "Quiz"}}',
        "månedens_tur: runden",
        "sendt:",
    ]
    assert "content/nyhetsbrev/2026-12.yaml" in capsys.readouterr().out


def test_without_a_history_it_says_that_it_cannot_know(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(CALL) == 0

    text = (folder / "content/nyhetsbrev/2026-12.yaml").read_text(encoding="utf-8")
    assert "fra:\n" in text
    assert "aktiviteter/" not in text.partition("fra:")[2]
    assert "vi vet ikke hva som er nytt" in capsys.readouterr().out
    assert main(CALL) == 0, "and the letter is made all the same"


def test_what_the_editor_has_written_is_made_into_a_letter_and_left_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = write(folder, "nyhetsbrev/2026-12.yaml", "måned: 2026-12\nhilsen: Hei!\nnye: [aktiviteter/kor]\n")
    before = own.read_bytes()

    assert main((*CALL, "--out", "ut")) == 0

    assert own.read_bytes() == before
    made = sorted(path.name for path in (folder / "ut").iterdir())
    assert made == [f"nyhetsbrev-2026-12-{code}.{form}" for code in ("nb", "nn") for form in ("html", "pdf", "txt")]
    page = (folder / "ut/nyhetsbrev-2026-12-nb.html").read_text(encoding="utf-8")
    assert "Hei!" in page
    assert len(page.encode()) < LARGEST
    assert (folder / "ut/nyhetsbrev-2026-12-nn.pdf").read_bytes().startswith(b"%PDF")
    told = capsys.readouterr().out
    assert "nyhetsbrev-2026-12-nb.html" in told
    assert "sendt:" in told


def test_content_with_an_error_makes_no_letter(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, "nyhetsbrev/2026-12.yaml", "måned: 2026-12\nnye: [aktiviteter/finnes-ikke]\n")

    assert main(CALL) == 1

    captured = capsys.readouterr()
    assert "unknown-reference" in captured.out
    assert "nyhetsbrev" in captured.err
    assert not (folder / "brev").exists()


@pytest.mark.parametrize("month", ["desember", "2026-13", "2026"])
def test_what_is_no_month_is_refused(month: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("newsletter", "--month", month)) == 2

    assert month in capsys.readouterr().err


def test_without_a_month_it_is_the_next(folder: Path) -> None:
    assert main(("newsletter", "--today", "2026-12-31")) == 0

    assert (folder / "content/nyhetsbrev/2027-01.yaml").exists()
