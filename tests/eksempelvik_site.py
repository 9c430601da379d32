"""The sample municipality as a site on disk, for tests that look at it from outside."""

from pathlib import Path

CONTENT = Path(__file__).parent / "eksempelvik"


def build(content: Path, folder: Path) -> None:
    """Build a website without its booklets, as the command does."""
    from hefte.doors.command_line import main

    words = ["build", "--content", str(content), "--out", str(folder), "--no-booklets", "--today", "2026-11-22"]
    assert main(words) == 0
