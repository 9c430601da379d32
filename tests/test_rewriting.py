"""Changes of content files: what is shown of them, and that only what was read is written over."""

from pathlib import Path

import pytest

from hefte.doors.rewriting import FileChange, rewrite, write_change
from hefte.doors.trouble import Trouble


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that Windows wrote."""
    (tmp_path / "kor.yaml").write_bytes("\ufefftittel: Kor\r\npris: gratis\r\n".encode())
    return tmp_path / "kor.yaml"


def test_a_change_is_shown_without_birth_numbers_and_without_signs_that_steer_a_terminal() -> None:
    change = FileChange(Path("kor.yaml"), "tittel: Kor\n", "tittel: Kor\n# 15078412302\x1b[2J\n")

    assert change.shown.splitlines()[-1] == "+# 150784*****␣[2J"


def test_a_change_keeps_the_line_ends_and_the_byte_order_mark_of_its_file(file: Path) -> None:
    write_change(FileChange(file, "tittel: Kor\npris: gratis\n", "tittel: Songkor\n"))

    assert file.read_bytes() == "\ufefftittel: Songkor\r\n".encode()


def test_a_change_of_a_text_that_is_no_longer_there_is_not_written(file: Path) -> None:
    before = file.read_bytes()

    with pytest.raises(Trouble, match="changed-meanwhile"):
        write_change(FileChange(file, "tittel: Kor\n", "tittel: Songkor\n"))

    assert file.read_bytes() == before


def test_a_file_that_somebody_else_changed_meanwhile_is_left(file: Path) -> None:
    before = file.read_bytes()

    with pytest.raises(Trouble, match="changed-meanwhile"):
        rewrite(file, b"something else", b"new")

    assert file.read_bytes() == before
